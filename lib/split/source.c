#include "source.h"

#include <stdlib.h>

#include "../diag.h"
#include "../text.h"
#include "header.h"
#include "reader.h"

enum { LONGEST_DELIMITER = 8 * 1024 };

void
source_init(struct source *source, const regex_t *delimiter, bool running)
{
	*source = (struct source){.delimiter = delimiter, .running = running};
	source->lines = malloc(SOURCE_LINES * sizeof *source->lines);
	source->scratch = malloc(LONGEST_DELIMITER + 1);
	if (!source->lines || !source->scratch)
		diag_no_memory();
}

void
source_free(struct source *source)
{
	free(source->lines);
	free(source->scratch);
}

void
source_open(struct source *source, struct input *in)
{
	source->in = in;
	source->used = 0;
	source->after_blank = source->fresh = true;
	source->in_block = source->in_line = source->delimited = false;
	while (in->end - in->start < 3 && input_fill(in))
		continue;
	if (slice_starts(input_bytes(in), SLICE("\xEF\xBB\xBF")))
		input_use(in, 3);
}

static bool
is_delimiter(struct source *source, struct slice line)
{
	size_t i;

	if (!source->delimiter)
		return false;
	line = reader_trim(line);
	if (line.len > LONGEST_DELIMITER)
		line.len = LONGEST_DELIMITER;
	for (i = 0; i < line.len; i++)
		source->scratch[i] = line.at[i] ? line.at[i] : ' ';
	source->scratch[line.len] = '\0';
	return regexec(source->delimiter, source->scratch, 0, NULL, 0) == 0;
}

/* Uses up blank lines; true when a form feed among them begins a new document. */
static bool
skip_blank(struct source *source)
{
	struct input *in = source->in;
	size_t at = 0, line = 0, next;
	struct slice bytes;
	bool whole, feed = false;

	for (;;) {
		bytes = input_bytes(in);
		if (at == bytes.len) {
			/* What is blank so far need not be kept. */
			source->after_blank |= line > 0;
			input_use(in, line);
			at -= line;
			line = 0;
			if (at >= SOURCE_BLOCK_SIZE) {
				input_use(in, at);
				at = 0;
			}
			if (!input_fill(in))
				break;
			continue;
		}
		if (bytes.at[at] == '\n') {
			while (++at + 8 < bytes.len &&
			       memcmp(bytes.at + at, "\n\n\n\n\n\n\n\n", 8) == 0)
				at += 7;
			line = at;
		} else if (reader_is_white(bytes.at[at])) {
			at++;
		} else if (bytes.at[at] == '\f') {
			feed = true;
			line = ++at;
		} else {
			if ((unsigned char)bytes.at[at] < 0xC2)
				break;
			bytes = reader_line_at(source, line, 2048, &whole, &next);
			if (!whole || !reader_is_blank(bytes))
				break;
			at = next;
			line = next;
		}
	}
	source->after_blank |= line > 0;
	input_use(in, at == in->end - in->start && in->finished ? at : line);
	return feed;
}

static size_t
last_blank(struct slice bytes, size_t at)
{
	size_t least = at - 4096, cut = at;

	while (cut > least && bytes.at[cut - 1] != ' ')
		cut--;
	if (cut > least)
		return cut;
	/* No blank: not inside a character at least. */
	for (cut = at; cut > least && ((unsigned char)bytes.at[cut] & 0xC0) == 0x80;
	     cut--)
		continue;
	return cut;
}

/* Whether the block must end before the line that begins at byte at. */
static bool
ends_before(struct source *source, struct slice line, size_t at)
{
	size_t quotes = 0;

	/* Most lines begin with a letter. */
	if (line.len > 0 && text_is_alpha((unsigned char)line.at[0]) &&
	    !source->delimiter)
		return false;
	while (quotes < line.len && line.at[0] == '>' &&
	       (line.at[quotes] == '>' || line.at[quotes] == ' '))
		quotes++;
	return reader_is_blank(slice_cut(line, quotes, line.len)) ||
	       is_delimiter(source, line) ||
	       (line.len >= 3 && line.at[0] == '-' &&
		header_front_matter(source, at) > 0);
}

/* A piece of a line that does not fit: up to a blank, if there is one. */
static size_t
take_piece(struct source *source)
{
	struct slice bytes = input_bytes(source->in);
	size_t len = last_blank(bytes, SOURCE_BLOCK_SIZE - 1);

	reader_describe(&source->lines[0], slice_cut(bytes, 0, len));
	source->block.count = source->lines[0].text.len > 0;
	source->in_line = true;
	return len;
}

/* The page ends inside the block: what stands behind the form feed is not in it. */
static size_t
cut_at_feed(struct source *source, size_t len)
{
	struct block *block = &source->block;
	struct slice bytes = slice_cut(input_bytes(source->in), 0, len);
	const char *feed = memchr(bytes.at, '\f', len);
	struct source_line *line;

	if (!feed)
		return len;
	block->more = source->in_line = false;
	while (block->count > 0) {
		line = &source->lines[block->count - 1];
		if (line->text.at < feed) {
			if (line->text.at + line->text.len > feed)
				line->text.len = (size_t)(feed - line->text.at);
			break;
		}
		block->count--;
	}
	return (size_t)(feed - bytes.at);
}

/* Lines up to a blank one, or as many as fit. */
static void
gather(struct source *source)
{
	struct block *block = &source->block;
	size_t at = 0, next;
	struct slice line;
	bool whole;

	source->base = input_bytes(source->in).at;
	source->shown = 0;
	block->lines = source->lines;
	block->count = 0;
	block->continues = source->in_block;
	block->in_line = source->in_line;
	block->more = source->in_line = false;
	for (;;) {
		if (reader_buffered_line(source, at, &line)) {
			whole = true;
			next = at + line.len + 1;
		} else {
			source->gathering = true;
			line = reader_line_at(source, at, SOURCE_BLOCK_SIZE - at, &whole,
					      &next);
			source->gathering = false;
			reader_follow(source);
		}
		if (line.len == 0 && at > 0 && next == at)
			break; /* the end of the input */
		if (!whole || next > SOURCE_BLOCK_SIZE || block->count == SOURCE_LINES) {
			block->more = true;
			if (at == 0)
				at = take_piece(source);
			break;
		}
		if ((at > 0 || (block->continues && !block->in_line)) &&
		    ends_before(source, line, at))
			break;
		reader_follow(source);
		line.at = source->base + at;
		if (block->count > 0 && (line.at[0] == '>') != (source->base[0] == '>'))
			break;
		reader_describe(&source->lines[block->count], line);
		block->count += source->lines[block->count].text.len > 0;
		at = next;
		if (next >= SOURCE_BLOCK_SIZE) {
			block->more = true;
			break;
		}
	}
	reader_follow(source);
	at = cut_at_feed(source, at);
	block->bytes = (struct slice){source->base, at};
	source->used = at;
	source->in_block = block->more;
}

static enum source_item
give(struct source *source, enum source_item item, size_t len)
{
	source->block.bytes = slice_cut(input_bytes(source->in), 0, len);
	source->used = len;
	source->after_blank = item == SOURCE_MAIL;
	source->fresh = false;
	return item;
}

enum source_item
source_next(struct source *source)
{
	struct input *in = source->in;
	struct slice line;
	size_t len, next;
	bool whole;

	input_use(in, source->used);
	source->used = 0;
	if (!source->in_block) {
		if (skip_blank(source)) {
			source->fresh = source->after_blank = true;
			return SOURCE_BREAK;
		}
		if (in->start == in->end && in->finished)
			return SOURCE_END;
		source->block.offset = in->offset;
		if (source->delimiter && !source->delimited) {
			line =
			    reader_line_at(source, 0, LONGEST_DELIMITER, &whole, &next);
			if (is_delimiter(source, line)) {
				source->delimited = source->fresh = source->after_blank =
				    true;
				return SOURCE_BREAK;
			}
		}
		source->delimited = false;
		if ((len = header_front_matter(source, 0)) > 0)
			return give(source, SOURCE_FRONT, len);
		if (source->after_blank && (len = header_mail(source, 0)) > 0)
			return give(source, SOURCE_MAIL, len);
	} else if (in->start == in->end && !input_fill(in)) {
		source->in_block = false;
		return source_next(source);
	}
	source->block.offset = in->offset;
	gather(source);
	if (source->used == 0) { /* a blank line ends a block given in pieces */
		source->in_block = source->in_line = false;
		source->block.more = false;
		source->block.count = 0;
		source->block.bytes.len = 0;
		return SOURCE_BLOCK;
	}
	source->after_blank = false;
	source->fresh = false;
	return SOURCE_BLOCK;
}
