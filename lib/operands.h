/* The files a program is to read: its operands, a list of names, or standard input. */
#ifndef READOUT_OPERANDS_H
#define READOUT_OPERANDS_H

#include <stdbool.h>

#include "input.h"

struct operands {
	char *const *names; /* argv behind the options; NULL-terminated */
	bool started;
	int fd;                 /* of the file being read, -1: none */
	struct input *list;     /* NUL-separated names instead of operands, or NULL */
	bool more;              /* other files are opened behind these: see confine.h */
};

/*
 * Closes the file before and opens the next: false when there is none. A file
 * that cannot be opened (or is a directory) is named on standard error, makes
 * status 1 and is passed over. "-", and no operand at all, is standard input.
 * *name stays good until the next call.
 */
bool operands_next(struct operands *operands, int *fd, const char **name);

#endif
