#include <unistd.h>

#include "diag.h"
#include "entities/calendar.h"
#include "entities/document.h"
#include "entities/lexicon_build.h"
#include "entities/stages.h"
#include "input.h"
#include "operands.h"
#include "options.h"
#include "output.h"
#include "progress.h"

enum {
	LONGEST_RECORD = 3 << 20,
	WINDOW = 4 << 20, /* a longer document is taken in pieces of that much text */
	LONGEST_WINDOW = 4 * WINDOW, /* with all columns, where there is little text in them */
	OPTION_WHY = 256
};

static const struct option_row options[] = {
    {'d', 0, "date", "DATE", "the date (YYYY-MM-DD) of documents that have none"},
    {'g', 0, "gazetteer", "FILE", "add a table of names; its rows win"},
    {'H', 0, "header", NULL, "write a comment line with the column names first"},
    {'k', 0, "kinds", "KINDS", "write only spans of these kinds (comma-separated)"},
    {'L', 0, "list", NULL, "print the built-in tables and exit"},
    {'u', 0, "unbuffered", NULL, "flush the output after every record"},
    {0, OPTION_WHY, "why", NULL, "say in why= which rule or table made a span"},
};

static const struct command command = {
    .name = "readout-entities",
    .operands = "[FILE ...]",
    .purpose = "Finds names, references, acts and topics in the units of readouts.",
    .options = options,
    .count = sizeof options / sizeof options[0],
};

/* What main is asked to do, and what it works with. */
struct work {
	struct document document;
	const struct lexicon *lexicon;
	size_t text;      /* bytes of text in the window so far */
	size_t lines;     /* bytes of lines in it */
	struct emit_options emit;
	struct output out;
	struct lexicon_builder builder; /* with -g */
	struct date date; /* -d */
	bool in_document;
};

/* All that is said about the units at hand, and out with it; last: of the document. */
static void
write_window(struct work *work, bool last)
{
	struct document *document = &work->document;

	if (!document->published.year)
		document->published = work->date;
	names_find(document);
	references_resolve(document);
	abbreviations_find(document);
	topics_find(document);
	acts_find(document);
	if (last)
		meetings_find(document);
	document_write(&work->out, document, &work->emit);
	work->text = work->lines = 0;
}

static void
finish_document(struct work *work)
{
	if (!work->in_document)
		return;
	write_window(work, true);
	document_reset(&work->document, work->lexicon);
	work->in_document = false;
}

/* A document that grows too long goes out by windows, each with who is who of those before. */
static void
make_room(struct work *work, struct slice line)
{
	if (work->text > WINDOW || work->lines > LONGEST_WINDOW) {
		write_window(work, false);
		document_next_window(&work->document);
	}
	work->lines += line.len;
}

static void
take_record(struct work *work, struct slice line, const struct record *record)
{
	if (work->in_document && !slice_equal(record->doc, work->document.id))
		finish_document(work);
	make_room(work, line);
	if (!work->in_document)
		progress.documents++;
	work->in_document = true;
	progress.records++;
	work->text += record->text.len;
	document_add(&work->document, line, record);
}

/* A line that is no record goes out where it came in. */
static void
pass_on(struct work *work, struct slice line)
{
	if (work->in_document) {
		make_room(work, line);
		document_add_line(&work->document, line);
	} else {
		output_slice(&work->out, line);
		output_end_record(&work->out);
	}
}

static void
take_line(struct work *work, const struct input *in, struct slice line)
{
	struct record record;
	const char *wrong;

	if (line.len > 0 && line.at[0] == '#') {
		pass_on(work, line);
	} else if ((wrong = record_parse(line, &record))) {
		diag_input(input_name(in), in->line, "%s", wrong);
		pass_on(work, line);
	} else {
		take_record(work, line, &record);
	}
}

static void
read_records(struct work *work, struct input *in)
{
	struct slice line;
	enum input_line got;
	bool in_long = false;

	while ((got = input_line(in, &line, NULL)) != INPUT_END) {
		if (got == INPUT_PIECE || in_long) {
			if (!in_long)
				diag_input(input_name(in), in->line, "a line longer than %d bytes",
				    LONGEST_RECORD);
			finish_document(work);
			output_slice(&work->out, line);
			if (got == INPUT_LINE)
				output_end_record(&work->out);
			in_long = got == INPUT_PIECE;
			continue;
		}
		take_line(work, in, line);
	}
}

static struct date
parse_date(const char *text)
{
	struct date date = {0};
	const int width[] = {4, 2, 2};
	int *part[] = {&date.year, &date.month, &date.day};
	int i, j;

	for (i = 0; i < 3; i++) {
		for (j = 0; j < width[i]; j++, text++) {
			if (*text < '0' || *text > '9')
				options_usage(&command, "a date is written YYYY-MM-DD");
			*part[i] = *part[i] * 10 + (*text - '0');
		}
		if (*text++ != (i < 2 ? '-' : '\0'))
			options_usage(&command, "a date is written YYYY-MM-DD");
	}
	if (!date.year || date.day < 1 || date.day > calendar_month_length(date.year, date.month))
		options_usage(&command, "no such date");
	return date;
}

/* With a table of the user's the lexicon is built anew, its rows behind the built-in. */
static void
add_table(struct work *work, const char *file)
{
	if (!work->builder.built_in) {
		lexicon_begin(&work->builder);
		lexicon_add_built_in(&work->builder, &lexicon_built_in);
	}
	gazetteer_load_file(file, lexicon_add_row, &work->builder);
}

/* The built-in tables as they could be loaded again, for -L. */
static void
print_tables(struct output *out)
{
	const struct lexicon *lexicon = &lexicon_built_in;
	uint32_t at = 0;

	while (at < lexicon->row_bytes) {
		struct slice row = slice_of(lexicon->text + at);

		output_slice(out, row);
		output_char(out, '\n');
		at += (uint32_t)row.len + 1;
	}
}

int
main(int argc, char *argv[])
{
	static struct work work;
	struct input in = {0};
	struct operands operands = {0};
	const char *name;
	bool header = false, unbuffered = false, list = false;
	int fd, option;

	diag_program(command.name);
	progress_start();
	work.lexicon = &lexicon_built_in;
	while ((option = options_next(&command, argc, argv)) != -1) {
		switch (option) {
		case 'd':
			work.date = parse_date(optarg);
			break;
		case 'g':
			add_table(&work, optarg);
			break;
		case 'H':
			header = true;
			break;
		case 'k':
			work.emit.kinds_given = true;
			work.emit.kinds = slice_of(optarg);
			break;
		case 'L':
			list = true;
			break;
		case 'u':
			unbuffered = true;
			break;
		case OPTION_WHY:
			work.emit.why = true;
			break;
		}
	}
	if (work.builder.built_in) {
		lexicon_complete(&work.builder);
		work.lexicon = &work.builder.made;
	}
	output_open(&work.out, STDOUT_FILENO, unbuffered);
	if (list) {
		print_tables(&work.out);
		output_close(&work.out);
		return diag_status();
	}
	if (header)
		record_write_header(&work.out);
	document_reset(&work.document, work.lexicon);
	operands.names = argv + optind;
	while (operands_next(&operands, &fd, &name)) {
		input_open(&in, fd, name, LONGEST_RECORD);
		read_records(&work, &in);
	}
	finish_document(&work);
	output_close(&work.out);
	input_free(&in);
	document_free(&work.document);
	lexicon_builder_free(&work.builder);
	return diag_status();
}
