/*
 * The one interface between records and what people look at. A format is a file
 * lib/fmt/NAME.c with one struct format, declared here below and listed in the
 * table of formats.c: nothing else has to know it.
 *
 * The reader (reader.h) takes records apart, tells what is wrong with them and
 * hands either every record on (formats that have .record) or whole documents
 * (formats that have .document). -k has been applied before a format sees them.
 */
#ifndef READOUT_FORMAT_H
#define READOUT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "output.h"
#include "record.h"
#include "slice.h"

struct columns;

/* What kind of thing a record is, so that no format compares strings. */
enum kind {
	/* the names, in the order of readout(5) and of enum name_kind */
	KIND_PERSON,
	KIND_ROLE,
	KIND_COUNTRY,
	KIND_PLACE,
	KIND_ORG,
	KIND_EVENT,
	KIND_INSTRUMENT,
	KIND_DATE,
	KIND_MONEY,
	/* spans that may overlap names and each other */
	KIND_TOPIC,
	KIND_ABBREV,
	KIND_ACT,
	/* about the document */
	KIND_MEETING,
	KIND_PARTICIPANT,
	/* units */
	KIND_TITLE,
	KIND_HEAD,
	KIND_SENT,
	KIND_ITEM,
	KIND_NOTE,
	KIND_META,
	/* anybody's own; its name is in the record */
	KIND_OTHER,
	KINDS
};

#define KIND_FIRST_UNIT KIND_TITLE

/* The names of the kinds: "person" … "meta", and "other". */
extern const char *const kind_names[KINDS];

enum kind kind_of(struct slice name);

/* One line a kind, for -k help: all but "other". */
void kind_list(struct output *out);

static inline bool
kind_is_name(enum kind kind)
{
	return kind <= KIND_MONEY;
}

/*
 * A span lies wholly inside its unit, on whole characters, and text is the
 * unit's bytes start to end: the reader has seen to that.
 */
struct span {
	enum kind kind;
	uint32_t start, end;
	struct slice name;  /* of the kind, for KIND_OTHER */
	struct slice key;   /* "-" for none, as in the record */
	struct slice attrs; /* "-" for none; use attr_find, attr_unescape */
	struct slice text;
};

struct unit {
	enum kind kind;
	bool missing; /* there was no record of it: text is its spans' text, joined */
	uint32_t para, sent;
	struct slice key, attrs, text;
	const struct span *spans; /* by start, then the longer first */
	size_t span_count;
};

/*
 * The consecutive records of one document id. All of it lives until .document
 * returns, and not longer: what a format wants to keep, it copies. Behind every text
 * in it STEP bytes more (step.h) can be read.
 */
struct document {
	struct slice id;
	const struct unit *units; /* by para and sent; front matter (para 0) first */
	size_t unit_count;
	/*
	 * What records with para 0 say about the document as a whole, in the order
	 * they came: meeting, participant, KIND_OTHER. start and end are of no use.
	 */
	const struct span *facts;
	size_t fact_count;
	const struct unit *title; /* the first title, or NULL */
};

/* What a format has to work with: the command line and where output goes. */
struct render {
	struct output *out;
	struct arena arena;  /* for .document: is emptied when it returns */
	unsigned width;      /* columns of a line of text, at least 20 */
	bool cut;            /* lines wider than that had better be cut: a terminal, or -w */
	bool colour;         /* escape sequences are welcome */
	bool terminal;       /* standard output is one */
	const char *kinds;   /* -k as given, or NULL */
	const struct columns *columns; /* -o, or NULL; only for a format that takes them */
};

struct format {
	const char *name;
	const char *purpose; /* one line for -f help */
	bool takes_columns;  /* -o chooses them; else it is refused */

	/* Called once before all else, also without input; gives the state. May be NULL. */
	void *(*begin)(struct render *render);

	/* Each document as it ends. */
	void (*document)(struct render *render, void *state, const struct document *document);

	/*
	 * Instead of .document: each record as it comes; line is the record as it
	 * stands, without newline. Spans are not checked against units.
	 */
	void (*record)(struct render *render, void *state, const struct record *record,
	    struct slice line);

	/*
	 * Only with .record, may be NULL: bytes of a line that is no record (a
	 * comment, or malformed and told of already); newline: they end the line.
	 */
	void (*other)(struct render *render, void *state, struct slice bytes, bool newline);

	/* Called once at the end; frees the state. May be NULL. */
	void (*end)(struct render *render, void *state);
};

/* The table of formats, and how many it has. */
extern const struct format *const formats[];
extern const size_t format_count;

/* The format of that name, or NULL. */
const struct format *format_by_name(const char *name);

/* One line a format, for -f help. */
void format_list(struct output *out);

extern const struct format format_text;
extern const struct format format_brief;
extern const struct format format_table;
extern const struct format format_tsv;
extern const struct format format_csv;
extern const struct format format_json;
extern const struct format format_markdown;
extern const struct format format_html;
extern const struct format format_ics;
extern const struct format format_tally; /* count */
extern const struct format format_timeline;
extern const struct format format_conll;
extern const struct format format_brat;
extern const struct format format_dot;
extern const struct format format_sql;

#endif
