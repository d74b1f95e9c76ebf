/* What the programs say on standard error, and how they end. */
#ifndef READOUT_DIAG_H
#define READOUT_DIAG_H

#include <stdint.h>

enum status {
	STATUS_GOOD = 0,
	STATUS_INPUT = 1, /* some input could not be read or was malformed */
	STATUS_FATAL = 2, /* usage, no memory, output that could not be written */
};

/* The name that stands in front of every message; a string that stays. */
void diag_program(const char *name);

/*
 * "PROGRAM: FILE:LINE: message" on standard error; without file (NULL) or line
 * (0) that part is left out. Control bytes in the message come out as "?".
 * The exit status that diag_status gives becomes 1.
 */
void diag_input(const char *file, uint64_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* "PROGRAM: message", then the end with status 2. */
void diag_fatal(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

void diag_no_memory(void) __attribute__((noreturn));

/* The status the program shall end with: 0, or 1 after any diag_input. */
int diag_status(void);

#endif
