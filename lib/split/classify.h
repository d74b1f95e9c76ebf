/* What a paragraph is, by its looks and its place in the document. */
#ifndef READOUT_SPLIT_CLASSIFY_H
#define READOUT_SPLIT_CLASSIFY_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "date.h"
#include "document.h"

enum paragraph {
	PARAGRAPH_NOTHING,	/* a mark of Markdown alone */
	PARAGRAPH_NEW_DOCUMENT, /* a headline behind an end mark */
	PARAGRAPH_TITLE,
	PARAGRAPH_HEAD,
	PARAGRAPH_LEADIN,    /* "… provided the following readout:" */
	PARAGRAPH_DATE,	     /* a date, a place or both on a line of their own */
	PARAGRAPH_REFERENCE, /* a release number */
	PARAGRAPH_LABEL,     /* metadata with its name in front */
	PARAGRAPH_NOTE,
	PARAGRAPH_FOREIGN,   /* in another language than English: key is its code */
	PARAGRAPH_PUBLISHER, /* the sentence that tells who published and distributed */
	PARAGRAPH_ITEM,
	PARAGRAPH_LIST_LINE, /* a list's line without a mark */
	PARAGRAPH_BODY,
};

struct classified {
	enum paragraph kind;
	size_t from;	  /* where the text begins behind "## "; of a label its end */
	struct slice key; /* of a label; of a foreign paragraph its language */
	bool dated;
	struct date date;
	struct slice place;
};

/* Judges the paragraph in document->plain; keeps in document what has come. */
void classify(struct document *document, const struct shape *shape,
	      struct classified *found);

/*
 * Whether the paragraph of which document->plain is the beginning has running text
 * (PARAGRAPH_BODY) in it, whatever follows.
 */
bool classify_is_settled(const struct document *document);

/*
 * Whether the paragraph in document->plain is in another language than English: its
 * code. Keeps in document what has come.
 */
bool classify_is_foreign(struct document *document, struct slice *code);

/*
 * Whether a bold run in text is a heading between sentences: not the beginning of
 * one, for a full stop (or from) stands before it and a capital behind.
 */
bool classify_bold_heading(struct slice text, size_t from, const struct bold *run);

/* Whether text is the headline title once more, or one is the other cut short. */
bool classify_same_title(const char *title, size_t len, struct slice text);

#endif
