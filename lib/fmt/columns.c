#include "columns.h"

#include <stdlib.h>

#include "arena.h"

const char *
columns_parse(struct columns *columns, const char *list, struct slice *bad)
{
	static const struct slice prefix = {"attr.", 5};
	struct column_choice choice;
	size_t capacity = 0, len;

	*columns = (struct columns){0};
	for (;; list += len + 1) {
		len = strcspn(list, ",");
		choice.name = *bad = (struct slice){list, len};
		choice.attr = (struct slice){"", 0};
		choice.column = column_by_name(choice.name);
		if (len == 0)
			return "an empty column name";
		if (choice.column == COLUMNS) {
			if (!slice_starts(choice.name, prefix) || len == prefix.len)
				return "no such column";
			choice.attr = slice_cut(choice.name, prefix.len, len);
		}
		columns->choices =
		    grow(columns->choices, columns->count, &capacity, sizeof choice);
		columns->choices[columns->count++] = choice;
		if (!list[len])
			return NULL;
	}
}

void
columns_free(struct columns *columns)
{
	free(columns->choices);
	*columns = (struct columns){0};
}

/* The numbers, between doc and kind, are taken from the line, so that they stay as they were written. */
static struct slice
number_column(const struct record *record, enum column column)
{
	const char *at = record->doc.at + record->doc.len + 1, *tab;
	int i;

	for (i = COLUMN_PARA;; i++) {
		for (tab = at; *tab != '\t';)
			tab++;
		if (i == (int)column)
			return (struct slice){at, (size_t)(tab - at)};
		at = tab + 1;
	}
}

static struct slice
attribute(struct slice attrs, struct slice wanted)
{
	struct slice name, value;

	while (attr_next(&attrs, &name, &value))
		if (slice_equal(name, wanted))
			return value;
	return (struct slice){"", 0};
}

struct slice
columns_value(const struct column_choice *choice, const struct record *record,
    char *buffer)
{
	struct slice value;

	switch (choice->column) {
	case COLUMN_DOC:
		return record->doc;
	case COLUMN_KIND:
		return record->kind;
	case COLUMN_TEXT:
		return record->text;
	case COLUMN_KEY:
	case COLUMN_ATTRS:
		value = choice->column == COLUMN_KEY ? record->key : record->attrs;
		return slice_is(value, "-") ? (struct slice){"", 0} : value;
	case COLUMNS:
		value = attribute(record->attrs, choice->attr);
		if (!value.len || !memchr(value.at, '%', value.len))
			return value;
		return (struct slice){buffer, attr_unescape(value, buffer)};
	default:
		return number_column(record, choice->column);
	}
}
