/*
 * The input as blocks: runs of lines that are not blank, and the places where a
 * new document begins. Blocks are looked at in the input buffer.
 */
#ifndef READOUT_SPLIT_SOURCE_H
#define READOUT_SPLIT_SOURCE_H

#include <regex.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../input.h"
#include "../slice.h"

enum {
	SOURCE_BLOCK_SIZE = 64 * 1024, /* a longer block comes in pieces */
	SOURCE_BUFFER_SIZE = 256 * 1024,
	SOURCE_LINES = 4096,
};

struct source_line {
	struct slice text;  /* without newline, quote marks in front, blanks behind */
	uint32_t quotes;    /* "> " marks in front of it */
	uint32_t width;	    /* in characters, with its indent; set by layout_measure */
	uint32_t indent;    /* blanks in front of it */
	bool blanks_behind; /* two or more: a line break in Markdown */
	bool ends;  /* as sentences do; this and the next two set by layout_measure */
	bool lower; /* begins in lower case */
	bool item;  /* begins with a bullet or number */
};

struct block {
	struct slice bytes;
	uint64_t offset; /* of bytes in the input */
	struct source_line *lines;
	size_t count;
	bool continues; /* the piece before it ended in the middle of this block */
	bool in_line;	/* and even in the middle of a line */
	bool more;	/* this block goes on in the next */
	bool partial;	/* its last line has not come whole: see source.waiting */
};

enum source_item {
	SOURCE_END,
	SOURCE_BREAK, /* a new document begins */
	SOURCE_FRONT, /* a front-matter block, "---" lines included */
	SOURCE_MAIL,  /* the header of a mail message, its "From " line included */
	SOURCE_BLOCK,
};

struct source {
	struct input *in;
	struct block block;
	struct source_line *lines;
	const regex_t *delimiter; /* of documents (-d), or NULL */
	bool running;		  /* -p: no front matter, no mail */
	size_t used;		  /* bytes of the item given out last */
	bool after_blank; /* the next line stands behind a blank one or at the start */
	bool fresh;	  /* nothing has come yet in this document */
	bool in_block, in_line;
	bool delimited; /* the delimiter at hand has been given out as SOURCE_BREAK */
	char *scratch;	/* a line for regexec(3) */
	bool gathering;
	size_t shown;	  /* how much of the block waiting has been called for */
	const char *base; /* where the bytes lay that the block's lines point to */
	/*
	 * Called with context, if it is set, when the input makes the reader wait in
	 * the middle of a block: source->block describes what has come of it.
	 */
	void (*waiting)(void *context);
	void *context;
};

/* Ends the program without memory. */
void source_init(struct source *source, const regex_t *delimiter, bool running);
void source_free(struct source *source);

/* Begins with an input that has been opened with SOURCE_BUFFER_SIZE. */
void source_open(struct source *source, struct input *in);

/* The next item; source->block describes it and is good until the next call. */
enum source_item source_next(struct source *source);

#endif
