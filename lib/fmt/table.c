/*
 * Columns aligned by display width. Widths are known only at the end, so all rows
 * wait for it: in memory as long as they are few, else in a temporary file.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "cell.h"
#include "columns.h"
#include "diag.h"
#include "escape.h"
#include "format.h"
#include "input.h"
#include "palette.h"
#include "width.h"

enum {
	GAP = 2,
	LEAST_COLUMNS = 5,           /* a column is not cut below that, if it can be helped */
	IN_MEMORY = 4 * 1024 * 1024, /* bytes of rows; of the file read back at once */
};

/* Rows wait as lines of TSV, escaped already; the first byte is the kind. */
struct table {
	struct columns usual;
	const struct columns *columns;
	size_t *widths;
	size_t *limits;
	struct arena arena; /* for one row */
	char *rows;
	size_t len, size;
	size_t longest; /* row, with its newline */
	FILE *file;     /* opened before the first row: a confined process opens none */
	int file_error; /* errno, when there is no file */
	bool spilled;   /* rows are in the file */
};

static void
measure(struct table *table, size_t column, struct slice cell)
{
	size_t width = width_text(cell);

	if (width > table->widths[column])
		table->widths[column] = width;
}

static void *
begin(struct render *render)
{
	struct table *table = calloc(1, sizeof *table);
	struct slice bad;
	size_t i, n;

	if (!table)
		diag_no_memory();
	columns_parse(&table->usual, "doc,para,sent,kind,key,text", &bad);
	table->columns = render->columns ? render->columns : &table->usual;
	n = table->columns->count;
	table->widths = calloc(n, sizeof *table->widths);
	table->limits = calloc(n, sizeof *table->limits);
	if (!table->widths || !table->limits)
		diag_no_memory();
	for (i = 0; i < n; i++)
		measure(table, i, escape_copy(&table->arena, table->columns->choices[i].name));
	/* Few rows need no file: that there is none is told when it is missed. */
	table->file = tmpfile();
	table->file_error = errno;
	return table;
}

static void
spill(struct table *table)
{
	if (!table->file)
		diag_fatal("temporary file: %s", strerror(table->file_error));
	table->spilled = true;
	if (fwrite(table->rows, 1, table->len, table->file) != table->len)
		diag_fatal("temporary file: %s", strerror(errno));
	table->len = 0;
}

static void
append(struct table *table, struct slice s)
{
	char *bigger;

	if (table->len + s.len > table->size) {
		table->size = 2 * (table->len + s.len);
		if (!(bigger = realloc(table->rows, table->size)))
			diag_no_memory();
		table->rows = bigger;
	}
	if (s.len > 0)
		memcpy(table->rows + table->len, s.at, s.len);
	table->len += s.len;
}

static void
record(struct render *render, void *state, const struct record *record, struct slice line)
{
	struct table *table = state;
	char *buffer = arena_bytes(&table->arena, line.len);
	char kind = (char)('A' + kind_of(record->kind));
	size_t before = table->len, i;
	struct slice cell;

	(void)render;
	append(table, (struct slice){&kind, 1});
	for (i = 0; i < table->columns->count; i++) {
		cell = columns_value(&table->columns->choices[i], record, buffer);
		cell = cell.len ? escape_copy(&table->arena, cell) : SLICE("-");
		measure(table, i, cell);
		if (i > 0)
			append(table, SLICE("\t"));
		append(table, cell);
	}
	append(table, SLICE("\n"));
	if (table->len - before > table->longest)
		table->longest = table->len - before;
	arena_reset(&table->arena);
	if (table->len > IN_MEMORY)
		spill(table);
}

static bool
is_text(const struct table *table, size_t i)
{
	return table->columns->choices[i].column == COLUMN_TEXT;
}

/* Columns that all but the text take when none is wider than most. */
static size_t
total_at(const struct table *table, size_t most)
{
	size_t i, total = 0;

	for (i = 0; i < table->columns->count; i++)
		if (!is_text(table, i))
			total += table->widths[i] < most ? table->widths[i] : most;
	return total;
}

/*
 * Two fifths of the room are the text's; the widest of the others are cut to one
 * width, so that all fit, and what is left over is the text's again, else theirs.
 */
static void
set_limits(struct table *table, size_t room)
{
	size_t n = table->columns->count, low = LEAST_COLUMNS, high = room, middle, i, text = 0;
	size_t *limits = table->limits;

	room = room > GAP * (n - 1) ? room - GAP * (n - 1) : 0;
	for (i = 0; i < n; i++)
		if (is_text(table, i) && table->widths[i] > text)
			text = table->widths[i];
	text = text < 2 * room / 5 ? text : 2 * room / 5;
	while (low < high) {
		middle = (low + high + 1) / 2;
		if (total_at(table, middle) + text <= room)
			low = middle;
		else
			high = middle - 1;
	}
	/* On a narrow terminal the others have their least, and the text what is left. */
	if (total_at(table, low) + text > room)
		text = room > total_at(table, low) ? room - total_at(table, low) : 0;
	for (i = 0; i < n; i++) {
		limits[i] = table->widths[i] < low ? table->widths[i] : low;
		if (is_text(table, i))
			limits[i] = text > LEAST_COLUMNS ? text : LEAST_COLUMNS;
		if (limits[i] > table->widths[i])
			limits[i] = table->widths[i];
		room = room > limits[i] ? room - limits[i] : 0;
	}
	for (i = n; i-- > 0 && room > 0;) {
		middle = table->widths[i] - limits[i] < room ? table->widths[i] - limits[i] : room;
		limits[i] += middle;
		room -= middle;
	}
}

/* Numbers stand at the right end of their column, all else at the left. */
static void
write_cell(struct render *render, const struct table *table, size_t i, struct slice cell,
    unsigned look)
{
	enum column column = table->columns->choices[i].column;
	bool number = column >= COLUMN_PARA && column <= COLUMN_END;
	bool last = i + 1 == table->columns->count;
	size_t limit = table->limits[i], used;

	if (number && (used = width_text(cell)) < limit)
		cell_pad(render->out, limit - used);
	if (number || last)
		cell_write_last(render, cell, limit, true, look);
	else
		cell_write_styled(render, cell, limit, true, look);
	if (!last)
		cell_pad(render->out, GAP);
}

/* The kind's colour goes to what the eye looks for. */
static unsigned
look_of(const struct table *table, size_t i, enum kind kind)
{
	enum column column = table->columns->choices[i].column;

	if (column != COLUMN_KIND && column != COLUMN_KEY && column != COLUMN_TEXT)
		return 0;
	if (kind == KIND_TITLE)
		return STYLE_BOLD;
	if (kind == KIND_NOTE || kind == KIND_META)
		return STYLE_FAINT;
	if (kind == KIND_ACT)
		return STYLE_BOLD;
	return kind <= KIND_TOPIC ? palette_style(kind) : 0;
}

static void
write_row(struct render *render, const struct table *table, struct slice row)
{
	enum kind kind = (enum kind)(row.at[0] - 'A');
	const char *tab;
	size_t i, len;

	row = slice_cut(row, 1, row.len);
	for (i = 0; i < table->columns->count; i++) {
		tab = row.len ? memchr(row.at, '\t', row.len) : NULL;
		len = tab ? (size_t)(tab - row.at) : row.len;
		write_cell(render, table, i, slice_cut(row, 0, len), look_of(table, i, kind));
		row = slice_cut(row, len + (tab != NULL), row.len);
	}
	output_end_record(render->out);
}

static void
write_header(struct render *render, struct table *table)
{
	size_t i;

	for (i = 0; i < table->columns->count; i++)
		write_cell(render, table, i,
		    escape_copy(&table->arena, table->columns->choices[i].name), STYLE_BOLD);
	output_end_record(render->out);
}

static void
write_rows(struct render *render, const struct table *table)
{
	struct slice rest = {table->rows, table->len}, row;
	const char *newline;

	while (rest.len > 0 && (newline = memchr(rest.at, '\n', rest.len))) {
		row = slice_cut(rest, 0, (size_t)(newline - rest.at));
		write_row(render, table, row);
		rest = slice_cut(rest, row.len + 1, rest.len);
	}
}

static void
write_file(struct render *render, const struct table *table)
{
	struct input in = {0};
	struct slice row;

	if (fflush(table->file) != 0 || lseek(fileno(table->file), 0, SEEK_SET) < 0)
		diag_fatal("temporary file: %s", strerror(errno));
	input_open(&in, fileno(table->file), "temporary file",
	    table->longest > IN_MEMORY ? table->longest : IN_MEMORY);
	while (input_line(&in, &row, NULL) == INPUT_LINE)
		write_row(render, table, row);
	input_free(&in);
}

static void
end(struct render *render, void *state)
{
	struct table *table = state;
	size_t i;

	for (i = 0; i < table->columns->count; i++)
		table->limits[i] = table->widths[i];
	if (render->cut)
		set_limits(table, render->width);
	write_header(render, table);
	if (table->spilled) {
		spill(table);
		write_file(render, table);
	} else {
		write_rows(render, table);
	}
	if (table->file)
		fclose(table->file);
	columns_free(&table->usual);
	arena_free(&table->arena);
	free(table->widths);
	free(table->limits);
	free(table->rows);
	free(table);
}

const struct format format_table = {
    .name = "table",
    .purpose = "records in columns, aligned; -o chooses columns",
    .takes_columns = true,
    .begin = begin,
    .record = record,
    .end = end,
};
