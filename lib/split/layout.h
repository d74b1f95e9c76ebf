/*
 * Which lines of a block belong to one paragraph: hard-wrapped text is joined
 * again, lists and lines that are paragraphs of their own stay apart.
 */
#ifndef READOUT_SPLIT_LAYOUT_H
#define READOUT_SPLIT_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "source.h"
#include "words.h"

enum { LAYOUT_TAIL = 64 };

struct layout {
	const struct words *words;
	bool running;	 /* -p */
	size_t document; /* width of wrapped text seen in this document, 0: none yet */
	size_t width;	 /* of this block, in characters */
	bool wrapped;	 /* this block is hard-wrapped at width */
	bool flows;	 /* its second line goes on with the first in lower case */
	bool loose;	 /* no line of it ends like a sentence: lines stay apart */
	bool listing;	 /* it is a list without marks, an item a line */
	bool headline;	 /* a headline may be the block's first line */
	bool in_item;	 /* the paragraph at hand is a list item */
	uint32_t item_indent; /* of that item's first line */
	bool marked;	      /* the block has list items */
	size_t continued;     /* lines of it that begin in lower case */
	bool inside;	      /* running text has begun in it */
	bool linked;	      /* the block has Markdown links */
	size_t depth;	      /* of brackets open in the paragraph at hand */
	bool in_tag;	      /* an HTML image goes on over lines */
	/* The last line of a piece, kept for the one that follows. */
	struct source_line last;
	char tail[LAYOUT_TAIL];
};

/* Takes measure of a block before its lines are joined. */
void layout_measure(struct layout *layout, const struct block *block, bool headline);

/* Whether next goes on with the paragraph that last ends so far. */
bool layout_joins(struct layout *layout, const struct source_line *last,
		  const struct source_line *next);

enum layout_join { LAYOUT_UNSETTLED, LAYOUT_JOINS, LAYOUT_PARTS };

/*
 * The same of a block that has not come whole: what no line that follows can change.
 * partial: next is cut.
 */
enum layout_join layout_settled(struct layout *layout, const struct source_line *last,
				const struct source_line *next, bool partial);

/* A paragraph begins with line. */
void layout_begin(struct layout *layout, const struct source_line *line);

/* Keeps what layout_joins needs of a piece's last line. */
void layout_keep(struct layout *layout, const struct source_line *line);

#endif
