/*
 * One document: what each of its paragraphs is, by what it looks like and what
 * has come before it, and the units it is made of.
 */
#ifndef READOUT_SPLIT_DOCUMENT_H
#define READOUT_SPLIT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../slice.h"
#include "emit.h"
#include "plain.h"
#include "words.h"

enum { DOCUMENT_TITLE = 1024 };

struct document {
	const struct words *words;
	struct emitter *emitter;
	struct plain *plain; /* the paragraph at hand */
	bool running;	     /* -p: sentences and items alone */

	bool titled;	 /* the headline has come */
	bool body;	 /* a sentence has come */
	bool lead;	 /* the unit before was no sentence */
	bool list;	 /* a line that ends in a colon has come: a list may follow */
	bool ended;	 /* an end mark has come */
	bool disclaimer; /* the publisher's sentence may follow */
	bool closing;	 /* contacts, related pages: short lines that follow are notes */
	bool mail;	 /* it is a mail message */
	struct slice language; /* of the paragraph before; empty: English */
	struct slice foreign;  /* of the paragraph given in pieces, if not English */
	bool signature;	       /* a mail's "-- " has come */
	size_t scanned; /* of a paragraph given in pieces: no sentence ends before */
	bool restart;	/* out: the paragraph begins a new document; give it again */

	/* The front matter's title, until the text shows that it has none itself. */
	char pending[DOCUMENT_TITLE];
	size_t pending_len;
	uint64_t pending_from, pending_to;
	char title[DOCUMENT_TITLE]; /* its beginning, to know it again */
	size_t title_len;
};

/* What the lines of a paragraph say about it before it is read. */
struct shape {
	uint32_t quotes; /* depth of mail quoting */
	bool listing;	 /* its block is a list without marks */
	bool in_block;	 /* not the first of its block */
	bool item_block; /* the unit before was an item of the same block */
};

void document_init(struct document *document, const struct words *words,
		   struct emitter *emitter, struct plain *plain, bool running);

/* Another document begins: nothing of the one before counts. */
void document_begin(struct document *document);

/* The last paragraph has come: what was kept back is written. */
void document_end(struct document *document);

/*
 * Writes the units of the paragraph in document->plain. When it is the headline
 * of a new document, document->restart is set and nothing written.
 */
void document_paragraph(struct document *document, const struct shape *shape);

/*
 * Writes those units of the paragraph that stay what they are whatever follows it:
 * of one whose end has not come yet, or that may end at byte limit of its text.
 */
void document_look_ahead(struct document *document, size_t limit);

/*
 * Writes the sentences of the paragraph that are complete, for one that is longer
 * than can be kept, and takes them off. first: this is its beginning.
 */
void document_stream(struct document *document, bool first, bool last);

#endif
