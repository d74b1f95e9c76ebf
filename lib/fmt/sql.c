#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"
#include "text.h"

/*
 * Only what SQLite and PostgreSQL both read. A document that is loaded again
 * replaces its old rows, so what a newer release no longer finds is gone.
 */
/* clang-format off: it would join lines that are to be lines */
static const char *const schema[] = {
    "BEGIN;",
    "CREATE TABLE IF NOT EXISTS document (",
    "  doc TEXT NOT NULL PRIMARY KEY, title TEXT,",
    "  published TEXT, publisher TEXT, url TEXT);",
    "CREATE TABLE IF NOT EXISTS meeting (",
    "  doc TEXT NOT NULL PRIMARY KEY REFERENCES document (doc),",
    "  type TEXT, date TEXT, place TEXT, mode TEXT, title TEXT);",
    "CREATE TABLE IF NOT EXISTS meeting_country (",
    "  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,",
    "  country TEXT NOT NULL, PRIMARY KEY (doc, n));",
    "CREATE TABLE IF NOT EXISTS participant (",
    "  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,",
    "  person TEXT, name TEXT, office TEXT, country TEXT, side TEXT,",
    "  PRIMARY KEY (doc, n));",
    "CREATE TABLE IF NOT EXISTS unit (",
    "  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,",
    "  para BIGINT NOT NULL, sent BIGINT NOT NULL, kind TEXT NOT NULL,",
    "  key TEXT, value TEXT, source_start BIGINT, source_end BIGINT,",
    "  text TEXT NOT NULL, PRIMARY KEY (doc, n));",
    "CREATE TABLE IF NOT EXISTS span (",
    "  doc TEXT NOT NULL REFERENCES document (doc), n BIGINT NOT NULL,",
    "  unit BIGINT, start_byte BIGINT NOT NULL, end_byte BIGINT NOT NULL,",
    "  kind TEXT NOT NULL, key TEXT, text TEXT NOT NULL, PRIMARY KEY (doc, n),",
    "  FOREIGN KEY (doc, unit) REFERENCES unit (doc, n));",
    "CREATE TABLE IF NOT EXISTS attribute (",
    "  doc TEXT NOT NULL, span BIGINT NOT NULL, n BIGINT NOT NULL,",
    "  name TEXT NOT NULL, value TEXT, PRIMARY KEY (doc, span, n),",
    "  FOREIGN KEY (doc, span) REFERENCES span (doc, n));",
    "CREATE TABLE IF NOT EXISTS act_party (",
    "  doc TEXT NOT NULL, span BIGINT NOT NULL, n BIGINT NOT NULL,",
    "  side TEXT NOT NULL, party TEXT NOT NULL, PRIMARY KEY (doc, span, side, n),",
    "  FOREIGN KEY (doc, span) REFERENCES span (doc, n));",
    "CREATE INDEX IF NOT EXISTS meeting_date ON meeting (date);",
    "CREATE INDEX IF NOT EXISTS meeting_country_country ON meeting_country (country);",
    "CREATE INDEX IF NOT EXISTS participant_person ON participant (person);",
    "CREATE INDEX IF NOT EXISTS span_key ON span (kind, key);",
    "CREATE INDEX IF NOT EXISTS span_unit ON span (doc, unit);",
    "CREATE INDEX IF NOT EXISTS act_party_party ON act_party (party, side);",
};
/* clang-format on */

/* Children first. */
static const char *const tables[] = {"act_party", "attribute",	 "span",
				     "unit",	  "participant", "meeting_country",
				     "meeting",	  "document"};

/*
 * Rows of one table go into one INSERT, up to a number; PostgreSQL takes a
 * statement whole into memory.
 */
enum { ROWS_AT_ONCE = 500 };

/* PostgreSQL has an index of no text longer than about 2,700 bytes. */
enum { KEY_LENGTH = 1000 };

struct sql {
	struct output *out;
	struct arena *arena;
	struct facts facts;
	const char *table; /* of the open INSERT, or NULL */
	unsigned rows;
	bool first; /* no column of the row yet */
};

static void
end_rows(struct sql *sql)
{
	if (sql->table)
		output_string(sql->out, ";\n");
	sql->table = NULL;
}

static void
begin_row(struct sql *sql, const char *table)
{
	if (sql->table != table || sql->rows == ROWS_AT_ONCE) {
		end_rows(sql);
		output_string(sql->out, "INSERT INTO ");
		output_string(sql->out, table);
		output_string(sql->out, " VALUES\n(");
		sql->table = table;
		sql->rows = 0;
	} else {
		output_string(sql->out, ",\n(");
	}
	sql->rows++;
	sql->first = true;
}

static void
end_row(struct sql *sql)
{
	output_char(sql->out, ')');
}

static void
begin_column(struct sql *sql)
{
	if (!sql->first)
		output_string(sql->out, ", ");
	sql->first = false;
}

/* Quoted: only the quote itself means anything inside, in both databases. */
static void
write_quoted(struct sql *sql, struct slice s)
{
	const char *quote;

	s = escape_copy(sql->arena, s);
	output_char(sql->out, '\'');
	while ((quote = s.len > 0 ? memchr(s.at, '\'', s.len) : NULL)) {
		output_bytes(sql->out, s.at, (size_t)(quote - s.at) + 1);
		output_char(sql->out, '\'');
		s = slice_cut(s, (size_t)(quote - s.at) + 1, s.len);
	}
	output_slice(sql->out, s);
	output_char(sql->out, '\'');
}

static void
column_text(struct sql *sql, struct slice s)
{
	begin_column(sql);
	write_quoted(sql, s);
}

/* NULL for nothing. */
static void
column_value(struct sql *sql, struct slice s)
{
	if (s.len > 0) {
		column_text(sql, s);
		return;
	}
	begin_column(sql);
	output_string(sql->out, "NULL");
}

static void
column_number(struct sql *sql, uint64_t number)
{
	begin_column(sql);
	output_number(sql->out, number);
}

/* s, or if it is too long for an index, its beginning and a hash of it all. */
static struct slice
indexable(struct sql *sql, struct slice s)
{
	static const char digits[] = "0123456789abcdef";
	uint32_t hash = hash_bytes(s.at, s.len);
	size_t len = KEY_LENGTH;
	char *cut;

	if (s.len <= KEY_LENGTH)
		return s;
	while (len > 0 && ((unsigned char)s.at[len] & 0xC0) == 0x80)
		len--;
	cut = arena_bytes(sql->arena, len + 9);
	memcpy(cut, s.at, len);
	cut[len++] = '~';
	for (int shift = 28; shift >= 0; shift -= 4)
		cut[len++] = digits[hash >> shift & 15];
	return (struct slice){cut, len};
}

static void
column_key(struct sql *sql, struct slice key)
{
	column_value(sql, indexable(sql, facts_value(key)));
}

/* src=120-480: two numbers, or NULL twice. */
static void
column_source(struct sql *sql, struct slice attrs)
{
	struct slice source;
	size_t i, hyphens = 0, digits = 0, hyphen = 0;

	attr_find(attrs, "src", &source);
	for (i = 0; i < source.len; i++) {
		if (source.at[i] == '-') {
			hyphen = i;
			hyphens++;
		} else if (text_is_digit((unsigned char)source.at[i])) {
			digits++;
		}
	}
	begin_column(sql);
	if (hyphens != 1 || digits + 1 != source.len || hyphen == 0 || hyphen > 18 ||
	    source.len - hyphen < 2 || source.len - hyphen > 19) {
		output_string(sql->out, "NULL, NULL");
		return;
	}
	output_slice(sql->out, slice_cut(source, 0, hyphen));
	output_string(sql->out, ", ");
	output_slice(sql->out, slice_cut(source, hyphen + 1, source.len));
}

static void
delete_rows(struct sql *sql, struct slice doc)
{
	size_t i;

	for (i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		output_string(sql->out, "DELETE FROM ");
		output_string(sql->out, tables[i]);
		output_string(sql->out, " WHERE doc = ");
		write_quoted(sql, doc);
		output_string(sql->out, ";\n");
	}
}

static void
write_meeting(struct sql *sql, struct slice doc)
{
	const struct meeting *meeting = &sql->facts.meeting;
	struct slice countries = meeting->countries, country;
	uint64_t n = 0;

	begin_row(sql, "meeting");
	column_text(sql, doc);
	column_value(sql, meeting->type);
	column_key(sql, meeting->date);
	column_value(sql, meeting->place);
	column_value(sql, meeting->mode);
	column_value(sql, meeting->title);
	end_row(sql);
	while (list_next(&countries, &country)) {
		begin_row(sql, "meeting_country");
		column_text(sql, doc);
		column_number(sql, ++n);
		column_key(sql, country);
		end_row(sql);
	}
}

static void
write_document(struct sql *sql, struct slice doc)
{
	const struct facts *facts = &sql->facts;
	size_t i;

	begin_row(sql, "document");
	column_text(sql, doc);
	column_text(sql, facts->title);
	column_value(sql, facts->published);
	column_value(sql, facts->publisher);
	column_value(sql, facts->url);
	end_row(sql);
	if (facts->met)
		write_meeting(sql, doc);
	for (i = 0; i < facts->people_count; i++) {
		if (!facts->people[i].taking_part)
			continue;
		begin_row(sql, "participant");
		column_text(sql, doc);
		column_number(sql, i + 1);
		column_key(sql, facts->people[i].key);
		column_value(sql, facts->people[i].name);
		column_value(sql, facts->people[i].office);
		column_value(sql, facts->people[i].country);
		column_value(sql, facts->people[i].side);
		end_row(sql);
	}
}

static void
write_units(struct sql *sql, struct slice doc, const struct document *document)
{
	const struct unit *unit;
	size_t i;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		begin_row(sql, "unit");
		column_text(sql, doc);
		column_number(sql, i + 1);
		column_number(sql, unit->para);
		column_number(sql, unit->sent);
		column_text(sql, slice_of(kind_names[unit->kind]));
		column_value(sql, facts_value(unit->key));
		column_value(sql, facts_attr(sql->arena, unit->attrs, "value"));
		column_source(sql, unit->attrs);
		column_text(sql, unit->text);
		end_row(sql);
	}
}

/* unit 0: a record about the document as a whole. */
static void
write_span(struct sql *sql, struct slice doc, uint64_t n, uint64_t unit,
	   const struct span *span)
{
	begin_row(sql, "span");
	column_text(sql, doc);
	column_number(sql, n);
	if (unit > 0)
		column_number(sql, unit);
	else
		column_value(sql, SLICE(""));
	column_number(sql, span->start);
	column_number(sql, span->end);
	column_key(sql, span->name);
	column_key(sql, span->key);
	column_text(sql, span->text);
	end_row(sql);
}

static void
write_attributes(struct sql *sql, struct slice doc, uint64_t n, const struct span *span)
{
	struct slice attrs = span->attrs, name, value;
	uint64_t number = 0;
	char *buffer;

	while (attr_next(&attrs, &name, &value)) {
		buffer = arena_bytes(sql->arena, value.len + 1);
		begin_row(sql, "attribute");
		column_text(sql, doc);
		column_number(sql, n);
		column_number(sql, ++number);
		column_text(sql, name);
		column_value(sql, (struct slice){buffer, attr_unescape(value, buffer)});
		end_row(sql);
	}
}

static void
write_parties(struct sql *sql, struct slice doc, uint64_t n, const struct span *span,
	      const char *side)
{
	struct slice parties = facts_attr(sql->arena, span->attrs, side), party;
	uint64_t number = 0;

	while (span->kind == KIND_ACT && list_next(&parties, &party)) {
		begin_row(sql, "act_party");
		column_text(sql, doc);
		column_number(sql, n);
		column_number(sql, ++number);
		column_text(sql, slice_of(side));
		column_key(sql, party);
		end_row(sql);
	}
}

/* A table after the other, so that few statements hold many rows. */
enum pass { PASS_SPANS, PASS_ATTRIBUTES, PASS_PARTIES, PASSES };

static void
write_one(struct sql *sql, enum pass pass, struct slice doc, uint64_t n, uint64_t unit,
	  const struct span *span)
{
	if (pass == PASS_SPANS) {
		write_span(sql, doc, n, unit, span);
	} else if (pass == PASS_ATTRIBUTES) {
		write_attributes(sql, doc, n, span);
	} else {
		write_parties(sql, doc, n, span, "by");
		write_parties(sql, doc, n, span, "to");
	}
}

static void
write_spans(struct sql *sql, struct slice doc, const struct document *document)
{
	const struct span *fact;
	size_t i, j;
	uint64_t n;
	enum pass pass;

	for (pass = PASS_SPANS; pass < PASSES; pass++) {
		n = 0;
		for (i = 0; i < document->unit_count; i++)
			for (j = 0; j < document->units[i].span_count; j++)
				write_one(sql, pass, doc, ++n, i + 1,
					  &document->units[i].spans[j]);
		for (i = 0; i < document->fact_count; i++) {
			fact = &document->facts[i];
			if (fact->kind != KIND_MEETING && fact->kind != KIND_PARTICIPANT)
				write_one(sql, pass, doc, ++n, 0, fact);
		}
	}
}

static void *
sql_begin(struct render *render)
{
	struct sql *sql = calloc(1, sizeof *sql);
	size_t i;

	if (!sql)
		diag_no_memory();
	sql->out = render->out;
	for (i = 0; i < sizeof schema / sizeof schema[0]; i++) {
		output_string(sql->out, schema[i]);
		output_char(sql->out, '\n');
	}
	return sql;
}

static void
sql_document(struct render *render, void *state, const struct document *document)
{
	struct sql *sql = state;
	struct slice doc;

	sql->arena = &render->arena;
	doc = indexable(sql, document->id);
	facts_find(&sql->facts, sql->arena, document);
	delete_rows(sql, doc);
	write_document(sql, doc);
	write_units(sql, doc, document);
	write_spans(sql, doc, document);
	end_rows(sql);
}

/* Whoever cuts the stream off before this has changed nothing. */
static void
sql_end(struct render *render, void *state)
{
	struct sql *sql = state;

	output_string(render->out, "COMMIT;\n");
	facts_free(&sql->facts);
	free(sql);
}

const struct format format_sql = {
    .name = "sql",
    .purpose = "tables for SQLite and PostgreSQL, in one transaction",
    .begin = sql_begin,
    .document = sql_document,
    .end = sql_end,
};
