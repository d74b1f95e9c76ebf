#include "splitter.h"

#include <stdlib.h>

#include "../diag.h"
#include "../input.h"
#include "document.h"
#include "emit.h"
#include "fields.h"
#include "layout.h"
#include "mark.h"
#include "plain.h"
#include "source.h"

struct splitter {
	struct input in;
	struct source source;
	struct layout layout;
	struct plain plain;
	struct emitter emitter;
	struct document document;
	char *values; /* of a front matter */
	/* The paragraph that is being put together. */
	bool open;
	bool streamed; /* its beginning has been written */
	struct shape shape;
};

static void
new_document(struct splitter *splitter)
{
	document_end(&splitter->document);
	emitter_new_document(&splitter->emitter);
	document_begin(&splitter->document);
	splitter->layout.document = 0;
}

/* What follows is not the block's first paragraph. */
static void
next_of_block(struct splitter *splitter)
{
	splitter->shape.item_block = splitter->layout.in_item;
	splitter->shape.in_block = true;
}

static void
close_paragraph(struct splitter *splitter)
{
	if (!splitter->open)
		return;
	splitter->open = false;
	plain_trim(&splitter->plain);
	if (splitter->streamed) {
		document_stream(&splitter->document, false, true);
	} else {
		document_paragraph(&splitter->document, &splitter->shape);
		if (splitter->document.restart) {
			new_document(splitter);
			document_paragraph(&splitter->document, &splitter->shape);
		}
	}
	splitter->streamed = false;
	next_of_block(splitter);
}

/* The lines first to last of the block, as they lie between the bytes around them. */
static void
add_lines(struct splitter *splitter, const struct source_line *first,
	  const struct source_line *last)
{
	const struct block *block = &splitter->source.block;
	const char *from = first->text.at, *to = last->text.at + last->text.len;

	/* Where a line is cut into pieces, its blanks count. */
	if (block->in_line && first == block->lines)
		from = block->bytes.at;
	if (splitter->source.in_line && last == &block->lines[block->count - 1])
		to = block->bytes.at + block->bytes.len;
	if (!splitter->open)
		plain_clear(&splitter->plain);
	splitter->plain.quoted = first->quotes > 0;
	plain_add(&splitter->plain, (struct slice){from, (size_t)(to - from)},
		  block->offset + (uint64_t)(from - block->bytes.at));
	splitter->open = true;
	splitter->shape.quotes = first->quotes;
	if (splitter->plain.len > PLAIN_MOST_RAW) {
		document_stream(&splitter->document, !splitter->streamed, false);
		splitter->streamed = true;
	}
}

/* The newline between two pieces of one paragraph. */
static void
add_newline(struct splitter *splitter, const struct source_line *line)
{
	const struct block *block = &splitter->source.block;

	plain_add(&splitter->plain, SLICE("\n"),
		  block->offset + (uint64_t)(line->text.at - block->bytes.at) - 1);
}

static bool
is_headline_due(const struct splitter *splitter)
{
	return !splitter->document.titled && !splitter->document.body &&
	       splitter->document.pending_len == 0;
}

/* Writes a paragraph that is whole, of a block that is not; false where that ends. */
static bool
whole_ahead(struct splitter *splitter)
{
	struct plain *plain = &splitter->plain;

	plain_trim(plain);
	if (splitter->streamed ||
	    (splitter->layout.in_item && mark_at(plain_text(plain)).style == MARK_NONE))
		return false;
	document_paragraph(&splitter->document, &splitter->shape);
	splitter->open = false;
	next_of_block(splitter);
	return !splitter->document.restart;
}

/* The paragraphs of a block that has not come whole, as far as they are certain. */
static void
paragraphs_ahead(struct splitter *splitter)
{
	const struct block *block = &splitter->source.block;
	struct layout *layout = &splitter->layout;
	size_t from = 0, i, limit;
	bool cut;

	layout_begin(layout, &block->lines[0]);
	for (i = 0; i + 1 < block->count; i++) {
		cut = block->partial && i + 2 == block->count;
		switch (
		    layout_settled(layout, &block->lines[i], &block->lines[i + 1], cut)) {
		case LAYOUT_JOINS:
			continue;
		case LAYOUT_PARTS:
			add_lines(splitter, &block->lines[from], &block->lines[i]);
			if (!whole_ahead(splitter))
				return;
			from = i + 1;
			layout_begin(layout, &block->lines[from]);
			continue;
		case LAYOUT_UNSETTLED:
			break;
		}
		break;
	}
	add_lines(splitter, &block->lines[from], &block->lines[i]);
	limit = splitter->plain.len;
	/* A sentence that ends with its line does so with or without the next. */
	if (i + 1 < block->count && block->lines[i].ends) {
		add_newline(splitter, &block->lines[i + 1]);
		add_lines(splitter, &block->lines[i + 1], &block->lines[i + 1]);
	}
	if (!splitter->streamed)
		document_look_ahead(&splitter->document, limit);
}

/*
 * Writes what is certain of a block that has not come whole, and forgets that it
 * has: when all of it is there, it is taken from its beginning.
 */
static void
look_ahead(void *context)
{
	struct splitter *splitter = context;
	const struct block *block = &splitter->source.block;
	struct document document = splitter->document;
	struct layout layout = splitter->layout;
	struct emitter_place place;

	if (splitter->open || block->count == 0 || block->bytes.at[0] == '>')
		return;
	place = emitter_look_ahead(&splitter->emitter);
	layout_measure(&splitter->layout, block, is_headline_due(splitter));
	splitter->shape = (struct shape){.listing = false};
	paragraphs_ahead(splitter);
	splitter->open = splitter->streamed = false;
	splitter->document = document;
	splitter->layout = layout;
	emitter_look_back(&splitter->emitter, place);
}

static void
block(struct splitter *splitter)
{
	const struct block *block = &splitter->source.block;
	struct layout *layout = &splitter->layout;
	size_t from = 0, i;

	if (block->count == 0) {
		if (!block->more)
			close_paragraph(splitter);
		return;
	}
	layout_measure(layout, block, is_headline_due(splitter));
	if (!block->continues) {
		close_paragraph(splitter);
		splitter->shape = (struct shape){.listing = layout->listing};
	} else if (!block->in_line && splitter->open &&
		   !layout_joins(layout, &layout->last, &block->lines[0])) {
		close_paragraph(splitter);
	} else if (!block->in_line && splitter->open) {
		add_newline(splitter, &block->lines[0]);
	}
	if (!splitter->open)
		layout_begin(layout, &block->lines[0]);
	for (i = 0; i + 1 < block->count; i++) {
		if (layout_joins(layout, &block->lines[i], &block->lines[i + 1]))
			continue;
		add_lines(splitter, &block->lines[from], &block->lines[i]);
		close_paragraph(splitter);
		from = i + 1;
		layout_begin(layout, &block->lines[from]);
	}
	add_lines(splitter, &block->lines[from], &block->lines[i]);
	if (block->more)
		layout_keep(layout, &block->lines[i]);
	else
		close_paragraph(splitter);
}

struct splitter *
splitter_new(const struct words *words, struct output *out, const regex_t *delimiter,
	     bool running)
{
	struct splitter *splitter = calloc(1, sizeof *splitter);

	if (!splitter || !(splitter->values = malloc(FIELDS_BUFFER)))
		diag_no_memory();
	source_init(&splitter->source, delimiter, running);
	if (out->each_record) {
		splitter->source.waiting = look_ahead;
		splitter->source.context = splitter;
	}
	splitter->layout.words = words;
	splitter->layout.running = running;
	plain_init(&splitter->plain, words);
	emitter_init(&splitter->emitter, out);
	document_init(&splitter->document, words, &splitter->emitter, &splitter->plain,
		      running);
	return splitter;
}

void
splitter_free(struct splitter *splitter)
{
	source_free(&splitter->source);
	plain_free(&splitter->plain);
	emitter_free(&splitter->emitter);
	input_free(&splitter->in);
	free(splitter->values);
	free(splitter);
}

void
splitter_run(struct splitter *splitter, int fd, const char *name)
{
	struct source *source = &splitter->source;

	input_open(&splitter->in, fd, name, SOURCE_BUFFER_SIZE);
	source_open(source, &splitter->in);
	emitter_input(&splitter->emitter, name);
	new_document(splitter);
	for (;;) {
		switch (source_next(source)) {
		case SOURCE_BLOCK:
			block(splitter);
			emitter_end_block(&splitter->emitter);
			break;
		case SOURCE_BREAK:
			close_paragraph(splitter);
			new_document(splitter);
			break;
		case SOURCE_FRONT:
			close_paragraph(splitter);
			new_document(splitter);
			fields_write(&splitter->document, source->block.bytes,
				     source->block.offset, false, splitter->values);
			break;
		case SOURCE_MAIL:
			close_paragraph(splitter);
			new_document(splitter);
			fields_write(&splitter->document, source->block.bytes,
				     source->block.offset, true, splitter->values);
			break;
		case SOURCE_END:
			close_paragraph(splitter);
			document_end(&splitter->document);
			return;
		}
	}
}
