/*
 * The record of readout(5): one line, nine columns, the same through the whole
 * pipeline.
 */
#ifndef READOUT_RECORD_H
#define READOUT_RECORD_H

#include <stdbool.h>
#include <stdint.h>

#include "output.h"
#include "slice.h"

enum column {
	COLUMN_DOC,
	COLUMN_PARA,
	COLUMN_SENT,
	COLUMN_START,
	COLUMN_END,
	COLUMN_KIND,
	COLUMN_KEY,
	COLUMN_ATTRS,
	COLUMN_TEXT,
	COLUMNS
};

struct record {
	struct slice doc;
	uint32_t para, sent; /* from 1; 0 and 0: about the document */
	uint32_t start, end; /* bytes in the unit's text */
	struct slice kind, key, attrs, text;
};

/* The name of a column: "doc", "para" … "text". */
extern const char *const column_names[COLUMNS];

/* The column of that name, or COLUMNS. */
enum column column_by_name(struct slice name);

/*
 * Takes a line without its newline apart. The record's slices lie in the line.
 * NULL when it is a record, else what is wrong with it, as a constant string.
 */
const char *record_parse(struct slice line, struct record *record);

/*
 * The same for one line after the other, of which most begin as the line before did: in
 * one document, paragraph and sentence. place: zeroed at first.
 */
struct record_place {
	char columns[256]; /* doc, para and sent, and the tabs behind them */
	size_t len;       /* 0: the line before is not to be compared with */
	size_t doc;       /* length of that column */
	uint32_t para, sent;
};
const char *record_parse_next(struct slice line, struct record *record,
    struct record_place *place);

/* "#doc	para	…", for -H; whether a line without its newline is that. */
void record_write_header(struct output *out);
bool record_is_header(struct slice line);

/* Kinds of unit: title, head, sent, item, note, meta. */
bool kind_is_unit(struct slice kind);

/* The nine kinds of name, in the order of readout(5). */
enum name_kind {
	NAME_PERSON,
	NAME_ROLE,
	NAME_COUNTRY,
	NAME_PLACE,
	NAME_ORG,
	NAME_EVENT,
	NAME_INSTRUMENT,
	NAME_DATE,
	NAME_MONEY,
	NAME_KINDS
};
extern const struct slice name_kinds[NAME_KINDS];

/*
 * Walks through attributes: takes the first off *attrs (start with the column
 * as it stands) and gives name and still escaped value. false at the end.
 */
bool attr_next(struct slice *attrs, struct slice *name, struct slice *value);

/* The value of the attribute of that name, still escaped; false, and empty, without one. */
bool attr_find_slice(struct slice attrs, struct slice name, struct slice *value);

static inline bool
attr_find(struct slice attrs, const char *name, struct slice *value)
{
	return attr_find_slice(attrs, slice_of(name), value);
}

/* value with its %XX resolved, into buffer of value.len bytes; gives the length. */
size_t attr_unescape(struct slice value, char *buffer);

/*
 * Writes value with "%", ";", "=", tab and controls as %XX. buffer: at least
 * 3 * value.len bytes; gives the length.
 */
size_t attr_escape(struct slice value, char *buffer);

/*
 * Puts name=value, escaped, to at, behind the attributes from start to at; nothing for an
 * empty value. At least name.len + 3 * value.len + 2 bytes there; gives where it ends.
 */
static inline char *
attr_put(char *at, const char *start, struct slice name, struct slice value)
{
	if (value.len == 0)
		return at;
	if (at > start)
		*at++ = ';';
	at = slice_put(at, name);
	*at++ = '=';
	return at + attr_escape(value, at);
}

/* value escaped straight into the output. */
void attr_write_value(struct output *out, struct slice value);

#endif
