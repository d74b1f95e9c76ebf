#include "reader.h"

#include <poll.h>

#include "../text.h"

void
reader_describe(struct source_line *line, struct slice raw)
{
	size_t at = 0, len = raw.len;

	line->quotes = line->indent = 0;
	line->blanks_behind = false;
	if (len > 0 && (unsigned char)raw.at[0] > '>' &&
	    (unsigned char)raw.at[len - 1] > ' ') {
		line->text = raw;
		return;
	}
	while (at < len && (reader_is_white(raw.at[at]) || raw.at[at] == '>')) {
		if (raw.at[at] == '>') {
			line->quotes++;
			line->indent = 0;
		} else {
			line->indent += raw.at[at] == '\t' ? 8 : 1;
		}
		at++;
	}
	while (len > at && reader_is_white(raw.at[len - 1]))
		len--;
	line->blanks_behind =
	    raw.len - len >= 2 && raw.at[len] == ' ' && raw.at[len + 1] == ' ';
	line->text = slice_cut(raw, at, len);
}

void
reader_moved(struct source *source)
{
	const char *now = input_bytes(source->in).at;
	size_t i;

	for (i = 0; i < source->block.count; i++)
		source->lines[i].text.at =
		    now + (source->lines[i].text.at - source->base);
	source->base = now;
}

/* Without one, nothing more than before can be certain. */
static bool
has_word_end(struct slice bytes)
{
	return memchr(bytes.at, ' ', bytes.len) || memchr(bytes.at, '\n', bytes.len);
}

static bool
must_wait(const struct input *in)
{
	struct pollfd asked = {.fd = in->fd, .events = POLLIN};

	return poll(&asked, 1, 0) == 0;
}

/*
 * Reads more while a block is gathered. When that means waiting, the block is shown
 * as it is: its lines so far, and behind them the one at byte from, which is cut.
 */
static bool
read_more(struct source *source, size_t from)
{
	struct block *block = &source->block;
	struct slice bytes = input_bytes(source->in);

	if (!source->gathering || !source->waiting || block->continues ||
	    block->count == SOURCE_LINES || source->in->finished ||
	    !has_word_end(slice_cut(bytes, source->shown, bytes.len)) ||
	    !must_wait(source->in) || memchr(bytes.at, '\f', bytes.len))
		return input_fill(source->in);
	source->shown = bytes.len;
	reader_follow(source);
	block->bytes = bytes;
	reader_describe(&block->lines[block->count], slice_cut(bytes, from, bytes.len));
	block->partial = block->lines[block->count].text.len > 0 && !source->delimiter &&
			 bytes.at[from] != '>';
	block->count += block->partial;
	source->waiting(source->context);
	block->count -= block->partial;
	block->partial = false;
	return input_fill(source->in);
}

struct slice
reader_line_at(struct source *source, size_t from, size_t most, bool *whole, size_t *next)
{
	struct slice bytes = input_bytes(source->in);
	size_t scanned = from;
	const char *end;

	for (;;) {
		end = bytes.len > scanned
			  ? memchr(bytes.at + scanned, '\n', bytes.len - scanned)
			  : NULL;
		if (end || bytes.len - from >= most)
			break;
		scanned = bytes.len;
		if (!read_more(source, from))
			break;
		bytes = input_bytes(source->in);
	}
	if (from > bytes.len)
		from = bytes.len;
	*whole = end || (source->in->finished && bytes.len - from < most);
	*next = end ? (size_t)(end - bytes.at) + 1 : bytes.len;
	return slice_cut(bytes, from, end ? (size_t)(end - bytes.at) : bytes.len);
}

bool
reader_is_blank(struct slice line)
{
	size_t at = 0, size;
	uint32_t code;

	while (at < line.len) {
		if (reader_is_white(line.at[at]) || line.at[at] == '\f') {
			at++;
			continue;
		}
		if ((unsigned char)line.at[at] < 0xC2)
			return false;
		code = text_decode(line.at + at, line.len - at, &size);
		if (!text_is_space(code) && !text_is_invisible(code))
			return false;
		at += size;
	}
	return true;
}
