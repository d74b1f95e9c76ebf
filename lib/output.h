/* One buffer in front of a file descriptor; every write is checked. */
#ifndef READOUT_OUTPUT_H
#define READOUT_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

struct output {
	int fd;
	size_t used;
	bool each_record; /* -u: output_end_record flushes */
	char buffer[64 * 1024];
};

/*
 * A write that fails ends the program with a message and status 2; a closed
 * pipe ends it quietly by SIGPIPE.
 */
void output_open(struct output *out, int fd, bool each_record);
void output_flush(struct output *out);

/* Flushes and closes, so that a full disk is found at the latest here. */
void output_close(struct output *out);

/* For len that does not fit the buffer, and for output_bytes alone. */
void output_slow(struct output *out, const char *at, size_t len);

static inline void
output_bytes(struct output *out, const char *at, size_t len)
{
	if (len > sizeof out->buffer - out->used) {
		output_slow(out, at, len);
		return;
	}
	if (len > 0)
		memcpy(out->buffer + out->used, at, len);
	out->used += len;
}

static inline void
output_slice(struct output *out, struct slice s)
{
	output_bytes(out, s.at, s.len);
}

static inline void
output_string(struct output *out, const char *string)
{
	output_bytes(out, string, strlen(string));
}

static inline void
output_char(struct output *out, char c)
{
	output_bytes(out, &c, 1);
}

void output_number(struct output *out, uint64_t number);

static inline void
output_end_record(struct output *out)
{
	output_char(out, '\n');
	if (out->each_record)
		output_flush(out);
}

#endif
