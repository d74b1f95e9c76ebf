/* Records again, under a plain header: for programs that read TSV with one. */
#include <stdlib.h>

#include "columns.h"
#include "diag.h"
#include "escape.h"
#include "format.h"

/* A buffer for attribute values, grown to the longest line. */
struct tsv {
	char *buffer;
	size_t size;
};

static void *
begin(struct render *render)
{
	struct tsv *tsv = calloc(1, sizeof *tsv);
	size_t i, n = render->columns ? render->columns->count : COLUMNS;

	if (!tsv)
		diag_no_memory();
	for (i = 0; i < n; i++) {
		if (i > 0)
			output_char(render->out, '\t');
		if (render->columns)
			escape_visible(render->out, render->columns->choices[i].name);
		else
			output_string(render->out, column_names[i]);
	}
	output_end_record(render->out);
	return tsv;
}

static void
record(struct render *render, void *state, const struct record *record, struct slice line)
{
	struct tsv *tsv = state;
	struct slice value;
	size_t i;

	/* Byte for byte, except where a terminal would obey some of the bytes. */
	if (!render->columns && !render->terminal) {
		output_slice(render->out, line);
		output_end_record(render->out);
		return;
	}
	if (!render->columns) {
		escape_cells(render->out, line);
		output_end_record(render->out);
		return;
	}
	if (tsv->size < line.len) {
		tsv->size = 2 * line.len;
		free(tsv->buffer);
		if (!(tsv->buffer = malloc(tsv->size)))
			diag_no_memory();
	}
	for (i = 0; i < render->columns->count; i++) {
		value = columns_value(&render->columns->choices[i], record, tsv->buffer);
		if (i > 0)
			output_char(render->out, '\t');
		if (value.len == 0)
			output_char(render->out, '-');
		else
			escape_visible(render->out, value);
	}
	output_end_record(render->out);
}

/* Nothing is lost: comments and lines that are no record stay where they were. */
static void
other(struct render *render, void *state, struct slice bytes, bool newline)
{
	(void)state;
	if (render->columns)
		return;
	if (render->terminal)
		escape_cells(render->out, bytes);
	else
		output_slice(render->out, bytes);
	if (newline)
		output_end_record(render->out);
}

static void
end(struct render *render, void *state)
{
	struct tsv *tsv = state;

	(void)render;
	free(tsv->buffer);
	free(tsv);
}

const struct format format_tsv = {
    .name = "tsv",
    .purpose = "records under a plain header; -o chooses columns",
    .takes_columns = true,
    .begin = begin,
    .record = record,
    .other = other,
    .end = end,
};
