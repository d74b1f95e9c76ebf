#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "entities/calendar.h"
#include "entities/crew.h"
#include "entities/lexicon_build.h"
#include "entities/tagger.h"
#include "input.h"
#include "operands.h"
#include "options.h"
#include "output.h"
#include "progress.h"

enum { OPTION_WHY = 256 };

static const struct option_row options[] = {
    {'d', 0, "date", "DATE", "the date (YYYY-MM-DD) of documents that have none"},
    {'g', 0, "gazetteer", "FILE", "add a table of names; its rows win"},
    {'H', 0, "header", NULL, "write a comment line with the column names first"},
    {'j', 0, "jobs", "JOBS", "tag with JOBS threads (default: one a processor)"},
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
add_table(struct lexicon_builder *builder, const char *file)
{
	if (!builder->built_in) {
		lexicon_begin(builder);
		lexicon_add_built_in(builder, &lexicon_built_in);
	}
	gazetteer_load_file(file, lexicon_add_row, builder);
}

static unsigned
parse_jobs(const char *text)
{
	char *end;
	unsigned long jobs = strtoul(text, &end, 10);

	if (*text < '0' || *text > '9' || *end || jobs < 1 || jobs > 1000)
		options_usage(&command, "-j takes a number from 1 on");
	return (unsigned)jobs;
}

/* All operands through the tagger; a crew only where it can pay and may. */
static void
read_operands(struct tagger *tagger, unsigned jobs, char *const *names)
{
	struct crew *crew = tagger->out.each_record ? NULL : crew_new(tagger, jobs);
	struct operands operands = {.names = names};
	struct input in = {0};
	const char *name;
	int fd;

	while (operands_next(&operands, &fd, &name)) {
		input_open(&in, fd, name, LONGEST_RECORD);
		if (crew)
			crew_read(crew, &in, !*operands.names);
		else
			tagger_read(tagger, &in, false);
	}
	tagger_finish(tagger);
	crew_end(crew);
	input_free(&in);
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
	static struct tagger tagger;
	static struct lexicon_builder builder; /* with -g */
	unsigned jobs = crew_processors();
	bool unbuffered = false, list = false;
	int option;

	diag_program(command.name);
	progress_start();
	tagger.lexicon = &lexicon_built_in;
	tagger.progress = &progress;
	while ((option = options_next(&command, argc, argv)) != -1) {
		switch (option) {
		case 'd':
			tagger.date = parse_date(optarg);
			break;
		case 'g':
			add_table(&builder, optarg);
			break;
		case 'H':
			tagger.headed = true;
			break;
		case 'j':
			jobs = parse_jobs(optarg);
			break;
		case 'k':
			tagger.emit.kinds_given = true;
			tagger.emit.kinds = slice_of(optarg);
			break;
		case 'L':
			list = true;
			break;
		case 'u':
			unbuffered = true;
			break;
		case OPTION_WHY:
			tagger.emit.why = true;
			break;
		}
	}
	if (builder.built_in) {
		lexicon_complete(&builder);
		tagger.lexicon = &builder.made;
	}
	output_open(&tagger.out, STDOUT_FILENO, unbuffered);
	if (list) {
		print_tables(&tagger.out);
	} else {
		if (tagger.headed)
			record_write_header(&tagger.out);
		tagger_open(&tagger);
		read_operands(&tagger, jobs, argv + optind);
	}
	output_close(&tagger.out);
	tagger_free(&tagger);
	lexicon_builder_free(&builder);
	return diag_status();
}
