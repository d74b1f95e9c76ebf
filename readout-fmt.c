#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "diag.h"
#include "fmt/columns.h"
#include "fmt/format.h"
#include "fmt/reader.h"
#include "input.h"
#include "operands.h"
#include "options.h"
#include "output.h"
#include "progress.h"

static const struct option_row rows[] = {
    {'f', 0, "format", "FORMAT", "what to write; -f help lists the formats [text]"},
    {'k', 0, "kinds", "KINDS", "show these kinds alone, with commas; -k help lists them"},
    {'o', 0, "output", "COLUMNS", "these columns, in this order: doc,key,attr.country"},
    {'w', 0, "width", "WIDTH", "columns of a line [the terminal's, $COLUMNS or 80]"},
    {'c', 0, "color", "WHEN", "colour: always, never or auto: on a terminal [auto]"},
    {'u', 0, "unbuffered", NULL, "write each document or record as it comes"},
};

static const struct command command = {
    .name = "readout-fmt",
    .operands = "[FILE ...]",
    .purpose = "Turns records into what people look at and other programs load.",
    .options = rows,
    .count = sizeof rows / sizeof rows[0],
};

enum { LEAST_WIDTH = 20, MOST_WIDTH = 10000, USUAL_WIDTH = 80 };

/* 0: not a width. */
static unsigned
parse_width(const char *string)
{
	char *end;
	unsigned long width = strtoul(string, &end, 10);

	if (string[0] < '0' || string[0] > '9' || *end || width < LEAST_WIDTH ||
	    width > MOST_WIDTH)
		return 0;
	return (unsigned)width;
}

static unsigned
find_width(void)
{
	const char *columns = getenv("COLUMNS");
	struct winsize size;
	unsigned width = columns ? parse_width(columns) : 0;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		width = size.ws_col < LEAST_WIDTH ? LEAST_WIDTH : size.ws_col;
	return width ? width : USUAL_WIDTH;
}

static bool
find_colour(const char *when, bool terminal)
{
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");

	if (strcmp(when, "always") == 0)
		return true;
	if (strcmp(when, "never") == 0)
		return false;
	if (strcmp(when, "auto") != 0)
		options_usage(&command, "-c %s: not always, never or auto", when);
	return terminal && !(none && *none) && !(term && strcmp(term, "dumb") == 0);
}

/* What -f help and -k help print. */
static _Noreturn void
answer(void (*list)(struct output *out))
{
	static struct output out;

	output_open(&out, STDOUT_FILENO, false);
	list(&out);
	output_close(&out);
	exit(STATUS_GOOD);
}

/* choice: -o as given, or NULL; taken apart into columns, which stay the caller's. */
static const struct format *
find_format(const char *name, const char *choice, struct columns *columns)
{
	const struct format *format;
	const char *wrong;
	struct slice bad;

	if (strcmp(name, "help") == 0)
		answer(format_list);
	format = format_by_name(name);
	if (!format)
		options_usage(&command, "-f %s: no such format (-f help lists them)", name);
	if (!choice)
		return format;
	if (!format->takes_columns)
		options_usage(&command, "-o means nothing to -f %s", name);
	wrong = columns_parse(columns, choice, &bad);
	if (wrong)
		options_usage(&command, "-o %.*s: %s", (int)bad.len, bad.at, wrong);
	return format;
}

int
main(int argc, char *argv[])
{
	static struct output out;
	struct columns columns = {0};
	struct render render = {.out = &out, .terminal = isatty(STDOUT_FILENO) == 1};
	struct operands operands = {0};
	struct input in = {0};
	struct reader *reader;
	const struct format *format;
	const char *format_name = "text", *when = "auto", *choice = NULL, *name;
	bool unbuffered = false;
	int option, fd;

	diag_program(command.name);
	progress_start();
	while ((option = options_next(&command, argc, argv)) != -1) {
		if (option == 'f')
			format_name = optarg;
		else if (option == 'k')
			render.kinds = optarg;
		else if (option == 'o')
			choice = optarg;
		else if (option == 'c')
			when = optarg;
		else if (option == 'u')
			unbuffered = true;
		else if (option == 'w' && !(render.width = parse_width(optarg)))
			options_usage(&command, "-w %s: not a width from %d to %d", optarg,
			    LEAST_WIDTH, MOST_WIDTH);
	}
	operands.names = argv + optind;
	render.cut = render.terminal || render.width > 0;
	if (!render.width)
		render.width = find_width();
	render.colour = find_colour(when, render.terminal);
	format = find_format(format_name, choice, &columns);
	render.columns = choice ? &columns : NULL;
	if (render.kinds && strcmp(render.kinds, "help") == 0)
		answer(kind_list);
	output_open(&out, STDOUT_FILENO, unbuffered);
	reader = reader_open(&render, format);
	while (operands_next(&operands, &fd, &name)) {
		input_open(&in, fd, name, READER_LINE);
		reader_read(reader, &in);
	}
	reader_close(reader);
	output_close(&out);
	input_free(&in);
	arena_free(&render.arena);
	columns_free(&columns);
	return diag_status();
}
