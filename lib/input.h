/*
 * read(2) into one buffer, and what has been read looked at in place. The buffer
 * slides: bytes that are used up make room for new ones.
 */
#ifndef READOUT_INPUT_H
#define READOUT_INPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

struct input {
	int fd;
	const char *name;  /* for messages; "-" is said as "standard input" */
	char *buffer;      /* malloc'ed, kept from one file to the next */
	size_t size;
	size_t start, end; /* the bytes not yet used */
	size_t scanned;    /* behind start: known to hold no newline */
	uint64_t offset;   /* of start in the file */
	uint64_t line;     /* number of the line at start, from 1 */
	bool finished;     /* end of file, or an error that has been told */
	bool in_piece;     /* start lies inside a line given out in pieces */
};

/*
 * Begins to read fd, which the caller closes. size: the longest line or run of
 * bytes that is given out in one piece. Ends the program without memory.
 */
void input_open(struct input *in, int fd, const char *name, size_t size);

/* The name for messages. */
const char *input_name(const struct input *in);

/*
 * Reads once more into the buffer, moving what is unused to its front: slices
 * given out before are no longer good. false at the end of the file or when the
 * buffer is full. A read that fails is told (status 1) and ends the file.
 */
bool input_fill(struct input *in);

/* The bytes there are, without reading. */
static inline struct slice
input_bytes(const struct input *in)
{
	return (struct slice){in->buffer + in->start, in->end - in->start};
}

/* Uses up n bytes; the caller counts lines, if it wants them counted. */
static inline void
input_use(struct input *in, size_t n)
{
	in->start += n;
	in->offset += n;
	in->scanned = in->scanned > n ? in->scanned - n : 0;
}

enum input_line {
	INPUT_END,   /* no more */
	INPUT_LINE,  /* a line, or the last piece of a long one */
	INPUT_PIECE, /* a piece of a line longer than the buffer; more follows */
};

/*
 * The next line, without its newline, good until the next call. in->line is its
 * number while it is looked at. A last line without a newline counts as one;
 * *newline (may be NULL) says whether it had one.
 */
enum input_line input_line(struct input *in, struct slice *line, bool *newline);

/* Takes that line, the last one given out and a whole one, back: it comes next. */
void input_give_back(struct input *in, struct slice line);

/* Bytes in memory as an input; line: the number of the line before the first. They
 * stay the caller's: no input_free. */
struct input input_of(struct slice bytes, const char *name, uint64_t line);

void input_free(struct input *in);

#endif
