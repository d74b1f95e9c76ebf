/*
 * Paragraphs filled to a width: text comes in pieces of any size and style, lines
 * go out. Words wider than a line are broken behind a hyphen or slash, else between
 * grapheme clusters; wide (Chinese, Japanese, Korean) text between any two.
 */
#ifndef READOUT_FILL_H
#define READOUT_FILL_H

#include "output.h"
#include "palette.h"
#include "slice.h"

struct fill {
	struct output *out;
	unsigned width;
	bool colour;       /* false: styles are not written */

	unsigned most;     /* lines of a paragraph, the rest is cut; 0: any number */
	unsigned lines;    /* begun in this paragraph */
	bool full;         /* it has been cut: nothing more is taken */

	unsigned indent;   /* of all lines but the first */
	unsigned column;
	unsigned style;    /* of the text that comes */
	unsigned out_style; /* in effect behind what has been written */
	bool blank;        /* one is due before the word */
	bool fresh;        /* no word on this line yet */
	unsigned blank_style;

	char *word;        /* with escape sequences */
	size_t word_len, word_size;
	unsigned word_columns;
	unsigned word_style, word_end_style;
};

/* out stays the caller's; colour: styles are written. */
void fill_open(struct fill *fill, struct output *out, unsigned width, bool colour);
/* Frees the word at hand; nothing is written. */
void fill_free(struct fill *fill);

/*
 * Begins a paragraph: prefix in style, cut so that a blank stays behind it, padded
 * to indent, where all other lines begin too. The prefix has to be safe
 * (escape.h). indent 0: the prefix is the first word.
 */
void fill_begin(struct fill *fill, struct slice prefix, unsigned indent, unsigned style);

/* Text in fill->style; what a terminal would obey is shown (escape.h). */
void fill_text(struct fill *fill, struct slice s);
void fill_string(struct fill *fill, const char *string);

/* Ends the paragraph and its line. */
void fill_end(struct fill *fill);

#endif
