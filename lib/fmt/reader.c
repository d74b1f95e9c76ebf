#include "reader.h"

#include <stdlib.h>

#include "diag.h"
#include "gather.h"
#include "list.h"
#include "progress.h"

struct reader {
	struct render *render;
	const struct format *format;
	void *state;
	struct gather *gather; /* NULL: the format takes single records */
	struct slice kinds;    /* -k */
	struct record_place place; /* of the last record */
	bool units_named;      /* it names a kind of unit: then only those */
};

static bool
names_units(struct slice list)
{
	int i;

	for (i = KIND_FIRST_UNIT; i < KIND_OTHER; i++)
		if (list_has(list, slice_of(kind_names[i])))
			return true;
	return false;
}

struct reader *
reader_open(struct render *render, const struct format *format)
{
	struct reader *reader = calloc(1, sizeof *reader);

	if (!reader)
		diag_no_memory();
	reader->render = render;
	reader->format = format;
	if (render->kinds)
		reader->kinds = slice_of(render->kinds);
	reader->units_named = names_units(reader->kinds);
	if (format->begin)
		reader->state = format->begin(render);
	if (format->document)
		reader->gather = gather_open(render, format, reader->state);
	return reader;
}

/*
 * Does -k want it? Documents keep their units unless it names some: the spans of
 * a kind are looked at in their sentences.
 */
static bool
wanted(const struct reader *reader, struct slice kind)
{
	if (reader->gather && !reader->units_named && kind_is_unit(kind))
		return true;
	return list_has(reader->kinds, kind);
}

/* The header that -H and -f tsv write: what was made by -f tsv can be read again. */
static bool
is_header(struct slice line)
{
	if (line.len > 0 && line.at[0] == '#')
		line = slice_cut(line, 1, line.len);
	return slice_is(line, "doc\tpara\tsent\tstart\tend\tkind\tkey\tattrs\ttext");
}

static void
take_other(struct reader *reader, struct slice bytes, bool newline)
{
	if (reader->format->other)
		reader->format->other(reader->render, reader->state, bytes, newline);
}

static void
take_line(struct reader *reader, const struct input *in, struct slice line)
{
	struct record record;
	const char *wrong;

	if (line.len > 0 && line.at[0] == '#') {
		if (!is_header(line))
			take_other(reader, line, true);
		return;
	}
	wrong = record_parse_next(line, &record, &reader->place);
	if (wrong) {
		if (is_header(line))
			return;
		diag_input(input_name(in), in->line, "%s", wrong);
		take_other(reader, line, true);
		return;
	}
	progress.records++;
	if (reader->render->kinds && !wanted(reader, record.kind))
		return;
	if (reader->gather)
		gather_record(reader->gather, &record, line, in);
	else
		reader->format->record(reader->render, reader->state, &record, line);
}

void
reader_read(struct reader *reader, struct input *in)
{
	struct slice line;
	enum input_line what;
	bool in_piece = false;

	if (reader->gather)
		gather_file(reader->gather, in);
	while ((what = input_line(in, &line, NULL)) != INPUT_END) {
		if (what == INPUT_PIECE || in_piece) {
			if (!in_piece)
				diag_input(input_name(in), in->line,
				    "longer than %d bytes: not read", READER_LINE);
			in_piece = what == INPUT_PIECE;
			take_other(reader, line, !in_piece);
			continue;
		}
		take_line(reader, in, line);
	}
}

void
reader_close(struct reader *reader)
{
	if (reader->gather)
		gather_close(reader->gather);
	if (reader->format->end)
		reader->format->end(reader->render, reader->state);
	free(reader);
}
