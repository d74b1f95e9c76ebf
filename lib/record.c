#include "record.h"

#include "text.h"

const char *const column_names[COLUMNS] = {
    "doc", "para", "sent", "start", "end", "kind", "key", "attrs", "text",
};

#define KIND(name) {name, sizeof name - 1}

const struct slice name_kinds[NAME_KINDS] = {
    KIND("person"), KIND("role"), KIND("country"), KIND("place"), KIND("org"), KIND("event"),
    KIND("instrument"), KIND("date"), KIND("money"),
};

enum column
column_by_name(struct slice name)
{
	int i;

	for (i = 0; i < COLUMNS; i++)
		if (slice_is(name, column_names[i]))
			break;
	return (enum column)i;
}

bool
kind_is_unit(struct slice kind)
{
	if (kind.len == 4)
		return memcmp(kind.at, "sent", 4) == 0 || memcmp(kind.at, "item", 4) == 0 ||
		    memcmp(kind.at, "head", 4) == 0 || memcmp(kind.at, "note", 4) == 0 ||
		    memcmp(kind.at, "meta", 4) == 0;
	return kind.len == 5 && memcmp(kind.at, "title", 5) == 0;
}

/* A number of up to ten digits and the tab behind it; *at goes on behind that. */
static inline bool
take_number(const char **at, const char *end, uint32_t *number)
{
	const char *digit = *at;
	uint64_t value = 0;

	while (digit < end && *digit >= '0' && *digit <= '9' && digit - *at < 10)
		value = value * 10 + (uint64_t)(*digit++ - '0');
	if (digit == *at || digit == end || *digit != '\t' || value > UINT32_MAX)
		return false;
	*number = (uint32_t)value;
	*at = digit + 1;
	return true;
}

/* A column that is not empty and the tab behind it. */
static inline bool
take_column(const char **at, const char *end, struct slice *column)
{
	const char *tab = memchr(*at, '\t', (size_t)(end - *at));

	if (!tab || tab == *at)
		return false;
	*column = (struct slice){*at, (size_t)(tab - *at)};
	*at = tab + 1;
	return true;
}

/* Of a line that could not be taken apart. */
static const char *
what_is_wrong(struct slice line, const struct record *record)
{
	const char *at = line.at, *end = line.at + line.len, *tab;
	uint32_t number;
	bool good[COLUMNS];
	int n;

	for (n = 0; n < COLUMNS; n++) {
		tab = n < COLUMNS - 1 ? memchr(at, '\t', (size_t)(end - at)) : end;
		if (!tab)
			return "fewer than nine columns";
		if (tab == at)
			return "an empty column";
		good[n] = n == COLUMNS - 1 ? !memchr(at, '\t', (size_t)(end - at))
					   : take_number(&at, end, &number);
		at = tab + 1;
	}
	if (!good[COLUMN_TEXT])
		return "more than nine columns";
	if (!good[COLUMN_PARA] || !good[COLUMN_SENT])
		return "para or sent is no number";
	if (!good[COLUMN_START] || !good[COLUMN_END])
		return "start or end is no number";
	return record->start > record->end ? "start lies behind end" : "no record";
}

static inline bool
take_place(const char **at, const char *end, struct record *record)
{
	return take_column(at, end, &record->doc) && take_number(at, end, &record->para) &&
	    take_number(at, end, &record->sent);
}

/* The columns of line that begin at at: all but its place. */
static inline const char *
take_rest(struct slice line, const char *at, struct record *record)
{
	const char *end = line.at + line.len;

	if (!take_number(&at, end, &record->start) ||
	    !take_number(&at, end, &record->end) || record->start > record->end ||
	    !take_column(&at, end, &record->kind) || !take_column(&at, end, &record->key) ||
	    !take_column(&at, end, &record->attrs) || at == end ||
	    memchr(at, '\t', (size_t)(end - at)))
		return what_is_wrong(line, record);
	record->text = (struct slice){at, (size_t)(end - at)};
	return NULL;
}

const char *
record_parse(struct slice line, struct record *record)
{
	const char *at = line.at;

	if (!take_place(&at, line.at + line.len, record))
		return what_is_wrong(line, record);
	return take_rest(line, at, record);
}

const char *
record_parse_next(struct slice line, struct record *record, struct record_place *place)
{
	const char *at = line.at;

	if (place->len > 0 && line.len > place->len &&
	    memcmp(at, place->columns, place->len) == 0) {
		record->doc = slice_cut(line, 0, place->doc);
		record->para = place->para;
		record->sent = place->sent;
		return take_rest(line, at + place->len, record);
	}
	place->len = 0;
	if (!take_place(&at, line.at + line.len, record))
		return what_is_wrong(line, record);
	if ((size_t)(at - line.at) <= sizeof place->columns) {
		place->len = (size_t)(at - line.at);
		place->doc = record->doc.len;
		place->para = record->para;
		place->sent = record->sent;
		memcpy(place->columns, line.at, place->len);
	}
	return take_rest(line, at, record);
}

void
record_write_header(struct output *out)
{
	int i;

	for (i = 0; i < COLUMNS; i++) {
		output_char(out, i == 0 ? '#' : '\t');
		output_string(out, column_names[i]);
	}
	output_end_record(out);
}

bool
record_is_header(struct slice line)
{
	size_t i, at = 0;

	for (i = 0; i < COLUMNS; i++) {
		struct slice name = slice_of(column_names[i]);

		if (line.len - at <= name.len || line.at[at] != (i == 0 ? '#' : '\t') ||
		    memcmp(line.at + at + 1, name.at, name.len) != 0)
			return false;
		at += 1 + name.len;
	}
	return at == line.len;
}

bool
attr_next(struct slice *attrs, struct slice *name, struct slice *value)
{
	const char *end, *equals;

	if (attrs->len == 0 || (attrs->len == 1 && attrs->at[0] == '-'))
		return false;
	end = memchr(attrs->at, ';', attrs->len);
	if (!end)
		end = attrs->at + attrs->len;
	equals = memchr(attrs->at, '=', (size_t)(end - attrs->at));
	*name = (struct slice){attrs->at, (size_t)((equals ? equals : end) - attrs->at)};
	*value = equals ? (struct slice){equals + 1, (size_t)(end - equals - 1)}
			: (struct slice){end, 0};
	if (end < attrs->at + attrs->len)
		end++;
	*attrs = (struct slice){end, (size_t)(attrs->at + attrs->len - end)};
	return true;
}

bool
attr_find_slice(struct slice attrs, struct slice name, struct slice *value)
{
	const char *at = attrs.at, *end = attrs.at + attrs.len, *behind;

	for (; at < end; at = behind + 1) {
		size_t left = (size_t)(end - at);

		if (!(behind = memchr(at, ';', left)))
			behind = end;
		left = (size_t)(behind - at);
		if (left < name.len || *at != *name.at || memcmp(at, name.at, name.len) != 0)
			continue;
		if (left > name.len && at[name.len] != '=')
			continue;
		at += left > name.len ? name.len + 1 : left;
		*value = (struct slice){at, (size_t)(behind - at)};
		return true;
	}
	*value = (struct slice){"", 0};
	return false;
}

size_t
attr_unescape(struct slice value, char *buffer)
{
	size_t i, len = 0;
	int high, low;

	for (i = 0; i < value.len; i++) {
		if (value.at[i] == '%' && i + 2 < value.len &&
		    (high = text_hex_value(value.at[i + 1])) >= 0 &&
		    (low = text_hex_value(value.at[i + 2])) >= 0) {
			buffer[len++] = (char)(16 * high + low);
			i += 2;
		} else {
			buffer[len++] = value.at[i];
		}
	}
	return len;
}

static inline char *
put_escaped(char *at, char c)
{
	static const char hex[] = "0123456789ABCDEF";

	*at++ = '%';
	*at++ = hex[(unsigned char)c >> 4];
	*at++ = hex[(unsigned char)c & 15];
	return at;
}

size_t
attr_escape(struct slice value, char *buffer)
{
	char *at = buffer;
	size_t i;

	for (i = 0; i < value.len; i++)
		if (text_class[(unsigned char)value.at[i]] & TEXT_ESCAPED)
			at = put_escaped(at, value.at[i]);
		else
			*at++ = value.at[i];
	return (size_t)(at - buffer);
}

void
attr_write_value(struct output *out, struct slice value)
{
	char *at = output_room(out, 3 * value.len);

	output_wrote(out, at + attr_escape(value, at));
}
