#include <regex.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "gazetteer.h"
#include "operands.h"
#include "options.h"
#include "output.h"
#include "progress.h"
#include "record.h"
#include "split/splitter.h"
#include "split/words.h"

extern gazetteer_table gazetteer_split;

enum { OPTION_FILES0 = 256 };

static const struct option_row options[] = {
    {'d', 0, "delimiter", "REGEX", "a line that matches REGEX begins a new document"},
    {0, OPTION_FILES0, "files0-from", "FILE",
     "read the NUL-separated names in FILE, not operands"},
    {'g', 0, "gazetteer", "FILE",
     "know the words in FILE too (abbreviations, boilerplate)"},
    {'H', 0, "header", NULL, "write a comment with the names of the columns first"},
    {'L', 0, "list", NULL, "print the built-in gazetteer and exit"},
    {'p', 0, "plain", NULL,
     "running text: sentences and items, no headline, no metadata"},
    {'u', 0, "unbuffered", NULL, "write each record as soon as it is complete"},
};

static const struct command command = {
    .name = "readout-split",
    .operands = "[FILE ...]",
    .purpose = "Splits press releases into titles, sentences, list items and metadata, "
	       "one record a line.",
    .options = options,
    .count = sizeof options / sizeof options[0],
};

struct settings {
	bool header, list, running, each_record, delimited;
	const char *files;
	regex_t delimiter;
};

static void
set_delimiter(struct settings *settings, const char *pattern)
{
	char message[200];
	int wrong;

	if (settings->delimited)
		regfree(&settings->delimiter);
	wrong = regcomp(&settings->delimiter, pattern, REG_EXTENDED | REG_NOSUB);
	if (wrong) {
		regerror(wrong, &settings->delimiter, message, sizeof message);
		options_usage(&command, "-d: %s", message);
	}
	settings->delimited = true;
}

static void
read_options(int argc, char *argv[], struct words *words, struct settings *settings)
{
	int option;

	while ((option = options_next(&command, argc, argv)) != -1) {
		switch (option) {
		case 'd':
			set_delimiter(settings, optarg);
			break;
		case OPTION_FILES0:
			settings->files = optarg;
			break;
		case 'g':
			gazetteer_load_file(optarg, words_take, words);
			break;
		case 'H':
			settings->header = true;
			break;
		case 'L':
			settings->list = true;
			break;
		case 'p':
			settings->running = true;
			break;
		case 'u':
			settings->each_record = true;
			break;
		}
	}
}

int
main(int argc, char *argv[])
{
	static struct output out;
	static struct settings settings;
	struct words *words = words_new();
	struct operands operands = {0}, list = {0};
	struct input names = {0};
	struct splitter *splitter;
	const char *name;
	char *list_name[2] = {0};
	int fd;

	diag_program(command.name);
	progress_start();
	read_options(argc, argv, words, &settings);
	output_open(&out, STDOUT_FILENO, settings.each_record);
	operands.names = argv + optind;
	if (settings.list)
		gazetteer_print(&out, gazetteer_split);
	if (settings.files && argv[optind])
		options_usage(&command, "--files0-from: no FILE beside it");
	if (settings.files) {
		list_name[0] = (char *)settings.files;
		list.names = list_name;
		list.more = true;
		if (!operands_next(&list, &fd, &name))
			options_usage(&command, "--files0-from: no list to read");
		input_open(&names, fd, name, 64u << 10);
		operands.list = &names;
	}
	if (settings.header && !settings.list)
		record_write_header(&out);
	splitter =
	    splitter_new(words, &out, settings.delimited ? &settings.delimiter : NULL,
			 settings.running);
	while (!settings.list && operands_next(&operands, &fd, &name))
		splitter_run(splitter, fd, name);
	output_close(&out);
	splitter_free(splitter);
	input_free(&names);
	words_free(words);
	if (settings.delimited)
		regfree(&settings.delimiter);
	return diag_status();
}
