/*
 * Lines of the input as they come: more is read where it is needed, and where that means
 * waiting, the block gathered so far is shown (see source.waiting).
 */
#ifndef READOUT_SPLIT_READER_H
#define READOUT_SPLIT_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "../slice.h"
#include "source.h"

/* White space around lines; their newline is none of it. */
static inline bool
reader_is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\0';
}

/* The line without white space behind it. */
static inline struct slice
reader_trim(struct slice line)
{
	while (line.len > 0 && reader_is_white(line.at[line.len - 1]))
		line.len--;
	return line;
}

/* Whether nothing but white space is in the line, no-break and zero-width included. */
bool reader_is_blank(struct slice line);

/* Takes apart one line of a block. */
void reader_describe(struct source_line *line, struct slice raw);

/*
 * The line that begins at byte from behind the input's position, without its
 * newline; more is read as far as needed. *whole: its end was found, within most
 * bytes. *next: where the line after it begins.
 */
struct slice reader_line_at(struct source *source, size_t from, size_t most, bool *whole,
			    size_t *next);

/* The line at byte at, if all of it and its newline have been read. */
static inline bool
reader_buffered_line(const struct source *source, size_t at, struct slice *line)
{
	struct slice bytes = input_bytes(source->in);
	const char *end;

	if (at >= bytes.len || !(end = memchr(bytes.at + at, '\n', bytes.len - at)))
		return false;
	*line = slice_cut(bytes, at, (size_t)(end - bytes.at));
	return true;
}

/* For reader_follow alone. */
void reader_moved(struct source *source);

/* Where the buffer has moved, so have the lines of the block in it. */
static inline void
reader_follow(struct source *source)
{
	if (input_bytes(source->in).at != source->base)
		reader_moved(source);
}

#endif
