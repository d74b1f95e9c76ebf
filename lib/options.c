#define _GNU_SOURCE /* getopt_long(3) is in every libc but not in POSIX */
#include "options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "output.h"
#include "version.h"

enum { MOST_OPTIONS = 40, HELP_COLUMN = 28 };

static const struct option_row common[] = {
    {'h', 0, "help", NULL, "print this help and exit"},
    {'V', 0, "version", NULL, "print the version and exit"},
};
enum { COMMON = sizeof common / sizeof common[0] };

static const struct option_row *
row_at(const struct command *command, size_t i)
{
	return i < command->count ? &command->options[i] : &common[i - command->count];
}

static void
write_usage(struct output *out, const struct command *command)
{
	size_t i;

	output_string(out, "usage: ");
	output_string(out, command->name);
	output_string(out, " [-");
	for (i = 0; i < command->count + COMMON; i++)
		if (row_at(command, i)->letter && !row_at(command, i)->argument)
			output_char(out, row_at(command, i)->letter);
	output_char(out, ']');
	for (i = 0; i < command->count; i++) {
		const struct option_row *row = &command->options[i];

		if (!row->letter || !row->argument)
			continue;
		output_string(out, " [-");
		output_char(out, row->letter);
		output_char(out, ' ');
		output_string(out, row->argument);
		output_char(out, ']');
	}
	output_char(out, ' ');
	output_string(out, command->operands);
	output_char(out, '\n');
}

static void
write_row(struct output *out, const struct option_row *row)
{
	size_t width = 8 + strlen(row->name);

	output_string(out, "  ");
	if (row->letter) {
		output_char(out, '-');
		output_char(out, row->letter);
		output_string(out, ", --");
	} else {
		output_string(out, "    --");
	}
	output_string(out, row->name);
	if (row->argument) {
		output_char(out, '=');
		output_string(out, row->argument);
		width += 1 + strlen(row->argument);
	}
	do
		output_char(out, ' ');
	while (++width < HELP_COLUMN);
	output_string(out, row->help);
	output_char(out, '\n');
}

static _Noreturn void
answer(const struct command *command, int what)
{
	static struct output out;
	size_t i;

	output_open(&out, 1, false);
	if (what == 'V') {
		output_string(&out, command->name);
		output_string(&out, " (readout) " READOUT_VERSION "\n");
	} else {
		write_usage(&out, command);
		output_string(&out, command->purpose);
		output_string(&out, "\n\n");
		for (i = 0; i < command->count + COMMON; i++)
			write_row(&out, row_at(command, i));
	}
	output_close(&out);
	exit(STATUS_GOOD);
}

int
options_next(const struct command *command, int argc, char *const argv[])
{
	char letters[2 * MOST_OPTIONS + 2];
	struct option names[MOST_OPTIONS + 1];
	size_t i, n = command->count + COMMON, l = 0;
	int found;

	letters[l++] = ':';
	for (i = 0; i < n && i < MOST_OPTIONS; i++) {
		const struct option_row *row = row_at(command, i);

		names[i] = (struct option){row->name,
		    row->argument ? required_argument : no_argument, NULL,
		    row->value ? row->value : row->letter};
		if (row->letter)
			letters[l++] = row->letter;
		if (row->letter && row->argument)
			letters[l++] = ':';
	}
	letters[l] = '\0';
	names[i] = (struct option){0};
	opterr = 0;
	found = getopt_long(argc, argv, letters, names, NULL);
	if (found == ':')
		options_usage(command, "option %s needs an argument", argv[optind - 1]);
	if (found == '?' && optopt && !strchr(letters, optopt))
		options_usage(command, "unknown option -%c", optopt);
	if (found == '?')
		options_usage(command, "unknown option %s", argv[optind - 1]);
	if (found == 'h' || found == 'V')
		answer(command, found);
	return found;
}

void
options_usage(const struct command *command, const char *format, ...)
{
	static struct output out;
	char message[300];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	diag_input(NULL, 0, "%s", message);
	output_open(&out, 2, false);
	write_usage(&out, command);
	output_flush(&out);
	exit(STATUS_FATAL);
}
