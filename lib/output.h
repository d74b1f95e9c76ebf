/* One buffer in front of a file descriptor; every write is checked. */
#ifndef READOUT_OUTPUT_H
#define READOUT_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

struct output {
	int fd;
	bool each_record; /* -u: output_end_record flushes */
	bool held;        /* in memory until somebody takes buffer[0…used] */
	char *buffer;     /* malloc'ed; grows when output_room is asked for more */
	size_t used, size;
};

/*
 * out must be zeroed, or opened before. A write that fails ends the program with a
 * message and status 2; a closed pipe ends it quietly by SIGPIPE.
 */
void output_open(struct output *out, int fd, bool each_record);

/* Begins an output that nothing writes: it stays in the buffer, which grows. For the
 * rest as output_open; what is there already is forgotten. */
void output_hold(struct output *out);
void output_flush(struct output *out);


/* Flushes, closes what was opened, and frees, so that a full disk is found at the
 * latest here. */
void output_close(struct output *out);

/* For len that does not fit the buffer, and for output_bytes alone. */
void output_slow(struct output *out, const char *at, size_t len);

static inline void
output_bytes(struct output *out, const char *at, size_t len)
{
	if (len > out->size - out->used) {
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

/* Flushes, or holds, and grows the buffer if need be: for output_room alone. */
void output_make_room(struct output *out, size_t most);

/*
 * A place for up to most bytes, good until anything else is done with out. What has
 * been written there counts once output_wrote is told where it ends.
 */
static inline char *
output_room(struct output *out, size_t most)
{
	if (most > out->size - out->used)
		output_make_room(out, most);
	return out->buffer + out->used;
}

static inline void
output_wrote(struct output *out, const char *end)
{
	out->used = (size_t)(end - out->buffer);
}

/* For decimal_put alone: a number of four digits or more; "00" to "99", one behind the other. */
char *decimal_put_long(char *at, uint64_t number);
extern const char decimal_pairs[];

/*
 * Puts a number (up to 20 digits) to a place with room; gives where it ends. How many digits a
 * short one has is a matter of chance: each is put, and the leading noughts put over.
 */
static inline char *
decimal_put(char *at, uint64_t number)
{
	unsigned n = (unsigned)number;

	if (number >= 1000)
		return decimal_put_long(at, number);
	*at = (char)('0' + n / 100);
	at += n >= 100;
	memcpy(at, decimal_pairs + 2 * (n % 100) + (n < 10), 2);
	return at + 1 + (n >= 10);
}

static inline void
output_end_record(struct output *out)
{
	output_char(out, '\n');
	if (out->each_record)
		output_flush(out);
}

#endif
