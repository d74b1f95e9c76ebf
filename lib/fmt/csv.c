/* CSV by RFC 4180, safe to open in a spreadsheet. */
#include <stdlib.h>

#include "columns.h"
#include "diag.h"
#include "escape.h"
#include "format.h"
#include "text.h"

/* What a byte asks of the cell it is in: quotes, or a look at what must not be seen raw. */
enum { QUOTES = 1, LOOK = 2 };

/* A buffer for attribute values, grown to the longest line. */
struct csv {
	struct columns all;
	const struct columns *columns;
	char *buffer;
	size_t size;
	unsigned char asks[256];
};

/* Semicolons and tabs as well: some spreadsheets part cells there. */
static unsigned char
asks(int c)
{
	if (c < ' ' || c == ',' || c == '"' || c == ';' || c == '\'')
		return QUOTES;
	return c < 0x7F ? 0 : LOOK;
}

/*
 * Would a spreadsheet run it? It does with what begins like a formula, also in the
 * full-width forms that East Asian versions take; a plain number is just that.
 */
static bool
is_formula(struct slice cell)
{
	size_t size, i;
	uint32_t code;

	if (cell.len == 0)
		return false;
	code = text_decode(cell.at, cell.len, &size);
	if (code == '-' || code == '+') {
		for (i = 1; i < cell.len; i++)
			if (!text_is_digit((unsigned char)cell.at[i]) && cell.at[i] != '.')
				return true;
		return false;
	}
	return code == '=' || code == '@' || code == '\t' || code == '\r' || code == 0xFF1D ||
	    code == 0xFF0B || code == 0xFF0D || code == 0xFF20;
}

static void
write_cell(const struct csv *csv, struct output *out, struct slice cell)
{
	bool formula = is_formula(cell);
	unsigned char asked = 0;
	const char *quote;
	size_t i, n;

	for (i = 0; i < cell.len; i++)
		asked |= csv->asks[(unsigned char)cell.at[i]];
	if (cell.len > 0 && (cell.at[0] == ' ' || cell.at[cell.len - 1] == ' '))
		asked |= QUOTES;
	if (!formula && !(asked & QUOTES)) {
		if (asked)
			escape_visible(out, cell);
		else
			output_slice(out, cell);
		return;
	}
	output_string(out, formula ? "\"'" : "\"");
	while ((quote = cell.len ? memchr(cell.at, '"', cell.len) : NULL)) {
		n = (size_t)(quote - cell.at);
		escape_visible(out, slice_cut(cell, 0, n));
		output_string(out, "\"\"");
		cell = slice_cut(cell, n + 1, cell.len);
	}
	escape_visible(out, cell);
	output_char(out, '"');
}

static void
end_row(struct output *out)
{
	output_char(out, '\r');
	output_end_record(out);
}

static void *
begin(struct render *render)
{
	struct csv *csv = calloc(1, sizeof *csv);
	struct slice bad;
	size_t i;

	if (!csv)
		diag_no_memory();
	for (i = 0; i < sizeof csv->asks; i++)
		csv->asks[i] = asks((int)i);
	columns_parse(&csv->all, "doc,para,sent,start,end,kind,key,attrs,text", &bad);
	csv->columns = render->columns ? render->columns : &csv->all;
	for (i = 0; i < csv->columns->count; i++) {
		if (i > 0)
			output_char(render->out, ',');
		write_cell(csv, render->out, csv->columns->choices[i].name);
	}
	end_row(render->out);
	return csv;
}

static void
record(struct render *render, void *state, const struct record *record, struct slice line)
{
	struct csv *csv = state;
	size_t i;

	if (csv->size < line.len) {
		csv->size = 2 * line.len;
		free(csv->buffer);
		if (!(csv->buffer = malloc(csv->size)))
			diag_no_memory();
	}
	for (i = 0; i < csv->columns->count; i++) {
		if (i > 0)
			output_char(render->out, ',');
		write_cell(csv, render->out,
		    columns_value(&csv->columns->choices[i], record, csv->buffer));
	}
	end_row(render->out);
}

static void
end(struct render *render, void *state)
{
	struct csv *csv = state;

	(void)render;
	columns_free(&csv->all);
	free(csv->buffer);
	free(csv);
}

const struct format format_csv = {
    .name = "csv",
    .purpose = "records for spreadsheets, RFC 4180; -o chooses columns",
    .takes_columns = true,
    .begin = begin,
    .record = record,
    .end = end,
};
