/*
 * The command line of a program as one table: getopt_long(3), the text of
 * --help and, made from that text, the shell completions all come from it.
 */
#ifndef READOUT_OPTIONS_H
#define READOUT_OPTIONS_H

#include <stddef.h>

struct option_row {
	char letter;          /* 0: a long option alone; then value tells it */
	int value;            /* what options_next gives; 0: the letter */
	const char *name;     /* the long form, without "--" */
	const char *argument; /* what it takes, in capitals; NULL: nothing */
	const char *help;     /* one line */
};

struct command {
	const char *name;
	const char *operands; /* "[FILE ...]" */
	const char *purpose;  /* one sentence for the head of --help */
	const struct option_row *options;
	size_t count;
};

/*
 * The next option: its value, or -1 when the operands are reached (optind(3)
 * tells where); its argument is in optarg(3). -h and -V are answered here, on
 * standard output with status 0; a wrong option ends the program with a usage
 * line and status 2.
 */
int options_next(const struct command *command, int argc, char *const argv[]);

/* "PROGRAM: message" and the usage line on standard error; status 2. */
_Noreturn void options_usage(const struct command *command, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
