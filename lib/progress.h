/* How far a program has come: told on standard error at SIGUSR1 or SIGINFO. */
#ifndef READOUT_PROGRESS_H
#define READOUT_PROGRESS_H

#include <signal.h>
#include <stdint.h>

struct progress {
	uint64_t documents;
	uint64_t records;
	uint64_t bytes_in;
	uint64_t bytes_out;
	volatile sig_atomic_t wanted;
};

/* The one counter set of the process: a signal handler has no other way to it. */
extern struct progress progress;

/* Installs the handlers. */
void progress_start(void);

/* Prints the counts if a signal has asked for them since the last call. */
void progress_answer(void);

#endif
