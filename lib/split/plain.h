/*
 * Raw bytes to the text of a record: white space of any sort becomes one blank,
 * controls go, bytes that are no UTF-8 become U+FFFD, Markdown marks, HTML tags and
 * character references are resolved. Which byte of the input each came from is kept.
 */
#ifndef READOUT_SPLIT_PLAIN_H
#define READOUT_SPLIT_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../slice.h"
#include "words.h"

/* From text on, bytes of the text stand for bytes of the input one by one, or, when
 * source_len is not 0, as a whole for source_len of them. */
struct stretch {
	uint32_t text;
	uint32_t source_len;
	uint64_t source;
};

/* A run of text that was bold. */
struct bold {
	uint32_t from, to;
};

enum { PLAIN_BOLDS = 32, PLAIN_MOST_RAW = 64 * 1024, PLAIN_MOST_TEXT = 1024 * 1024 };

struct plain {
	const struct words *words;
	char *text;
	size_t len;
	struct stretch *stretches;
	size_t stretch_count, stretch_capacity;
	size_t stretch_cursor; /* where plain_source looked last */
	struct bold bolds[PLAIN_BOLDS];
	size_t bold_count;
	bool bold_open;
	bool bulleted;	/* a "•" is in the text */
	bool ellipsis;	/* a "…" may be in it */
	bool quoted;	/* lines begin with "> ", which is no part of the text */
	size_t settled; /* what stands from here on, later bytes may change */
	bool markup;	/* resolve Markdown and HTML; else only white space and UTF-8 */
};

/* Room for PLAIN_MOST_TEXT and one more addition; ends the program without memory. */
void plain_init(struct plain *plain, const struct words *words);
void plain_free(struct plain *plain);

/* An empty text. */
void plain_clear(struct plain *plain);

/*
 * Adds raw (at most PLAIN_MOST_RAW bytes; a paragraph, its newlines among them, or
 * a piece of one), which stands at offset in the input.
 */
void plain_add(struct plain *plain, struct slice raw, uint64_t offset);

/*
 * From the text's end on, its bytes stand for those of the input from source on,
 * one by one, or, when source_len is not 0, as a whole for source_len of them.
 */
void plain_stretch(struct plain *plain, uint64_t source, size_t source_len);

/* Takes blanks off the text's end. */
void plain_trim(struct plain *plain);

/* Forgets the first n bytes of the text. */
void plain_drop(struct plain *plain, size_t n);

/* The text; good until the next plain_add or plain_drop. */
static inline struct slice
plain_text(const struct plain *plain)
{
	return (struct slice){plain->text, plain->len};
}

/*
 * The bytes of the input (*from inclusive, *to exclusive) that text from..to, not
 * empty, stands for.
 */
void plain_source(struct plain *plain, size_t from, size_t to, uint64_t *source_from,
		  uint64_t *source_to);

#endif
