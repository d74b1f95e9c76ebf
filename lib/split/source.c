#include "source.h"

#include <poll.h>
#include <stdlib.h>

#include "../diag.h"
#include "../text.h"

enum {
	MOST_FRONT_MATTER = 48 * 1024,
	MOST_MAIL_LINES = 400,
	LONGEST_DELIMITER = 8 * 1024,
	LONGEST_FIELD_NAME = 64
};

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
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\0';
}

/* Takes apart one line of a block. */
static void
describe(struct source_line *line, struct slice raw)
{
	size_t at = 0, len = raw.len;

	line->quotes = line->indent = 0;
	line->blanks_behind = false;
	if (len > 0 && (unsigned char)raw.at[0] > '>' &&
	    (unsigned char)raw.at[len - 1] > ' ') {
		line->text = raw;
		return;
	}
	while (at < len && (is_white(raw.at[at]) || raw.at[at] == '>')) {
		if (raw.at[at] == '>') {
			line->quotes++;
			line->indent = 0;
		} else {
			line->indent += raw.at[at] == '\t' ? 8 : 1;
		}
		at++;
	}
	while (len > at && is_white(raw.at[len - 1]))
		len--;
	line->blanks_behind =
	    raw.len - len >= 2 && raw.at[len] == ' ' && raw.at[len + 1] == ' ';
	line->text = slice_cut(raw, at, len);
}

/* The buffer may have moved: so have the lines in it. */
static void
follow(struct source *source)
{
	const char *now = input_bytes(source->in).at;
	size_t i;

	if (now == source->base)
		return;
	for (i = 0; i < source->block.count; i++)
		source->lines[i].text.at = now + (source->lines[i].text.at - source->base);
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
	follow(source);
	block->bytes = bytes;
	describe(&block->lines[block->count], slice_cut(bytes, from, bytes.len));
	block->partial = block->lines[block->count].text.len > 0 && !source->delimiter &&
			 bytes.at[from] != '>';
	block->count += block->partial;
	source->waiting(source->context);
	block->count -= block->partial;
	block->partial = false;
	return input_fill(source->in);
}

/*
 * The line that begins at byte from behind the input's position, without its
 * newline; more is read as far as needed. *whole: its end was found, within most
 * bytes. *next: where the line after it begins.
 */
static struct slice
line_at(struct source *source, size_t from, size_t most, bool *whole, size_t *next)
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

/*
 * White space in front of text, also no-break spaces and zero-width characters;
 * whether nothing else is in it.
 */
static bool
is_blank_line(struct slice line)
{
	size_t at = 0, size;
	uint32_t code;

	while (at < line.len) {
		if (is_white(line.at[at]) || line.at[at] == '\f') {
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

static struct slice
without_return(struct slice line)
{
	while (line.len > 0 && is_white(line.at[line.len - 1]))
		line.len--;
	return line;
}

static bool
is_field_name(char c)
{
	return text_is_alnum((unsigned char)c) || c == '_' || c == '-' || c == '.';
}

/* "name: value" or "name:", as in a front matter. */
static bool
is_field(struct slice line)
{
	size_t at = 0;

	while (at < line.len && is_field_name(line.at[at]))
		at++;
	return at > 0 && at < line.len && line.at[at] == ':' &&
	       (at + 1 == line.len || line.at[at + 1] == ' ' || line.at[at + 1] == '\t');
}

/*
 * The length of the front matter that begins at byte from: "---", fields, "---";
 * 0 when there is none.
 */
static size_t
front_matter(struct source *source, size_t from)
{
	size_t next, at;
	struct slice line;
	bool whole;

	line = input_bytes(source->in);
	if (source->running || from >= line.len || line.at[from] != '-' ||
	    (from + 1 < line.len && line.at[from + 1] != '-'))
		return 0;
	line = without_return(line_at(source, from, 8, &whole, &next));
	if (!whole || !slice_is(line, "---"))
		return 0;
	line = without_return(line_at(source, next, MOST_FRONT_MATTER, &whole, &at));
	if (!whole || !is_field(line))
		return 0;
	while (at - from < MOST_FRONT_MATTER) {
		next = at;
		line =
		    without_return(line_at(source, next, MOST_FRONT_MATTER, &whole, &at));
		if (!whole)
			return 0;
		if (slice_is(line, "---") || slice_is(line, "..."))
			return at;
		if (at == next)
			return 0; /* the end of the input */
		if (line.len > 0 && !is_field(line) && line.at[0] != ' ' &&
		    line.at[0] != '\t' && line.at[0] != '-' && line.at[0] != '#' &&
		    line.at[0] != '\'' && line.at[0] != '"')
			return 0;
	}
	return 0;
}

static bool
is_mail_from(struct slice line)
{
	static const char *const days[] = {" Mon ", " Tue ", " Wed ", " Thu ",
					   " Fri ", " Sat ", " Sun "};
	const char *at;
	size_t i, from;

	if (!slice_starts(line, SLICE("From ")) || line.len > 300)
		return false;
	at = memchr(line.at + 5, ' ', line.len - 5);
	if (!at)
		return false;
	from = (size_t)(at - line.at);
	while (from + 1 < line.len && line.at[from + 1] == ' ')
		from++;
	for (i = 0; i < 7; i++)
		if (slice_starts(slice_cut(line, from, line.len), slice_of(days[i])))
			return true;
	return false;
}

/* Whether the line at byte from may begin a mail header: it need not be there whole. */
static bool
may_be_mail(struct source *source, size_t from)
{
	size_t at = 0, next, most = sizeof "From ";
	struct slice line;
	bool whole;

	for (;; most += LONGEST_FIELD_NAME / 8) {
		line = line_at(source, from, most, &whole, &next);
		if (slice_starts(line, SLICE("From ")))
			return true;
		while (at < line.len && is_field_name(line.at[at]))
			at++;
		if (at < line.len || line.len < most || most > LONGEST_FIELD_NAME)
			return source->fresh && at < line.len && line.at[at] == ':';
	}
}

/*
 * The length of the mail header that begins at byte from, its "From " line
 * included; 0 when there is none. Without that line two of the fields that every
 * message has must be in it.
 */
static size_t
mail_header(struct source *source, size_t from)
{
	static const char *const usual[] = {
	    "From:",	    "To:",	    "Date:",	     "Subject:",
	    "Message-ID:",  "Received:",    "MIME-Version:", "Content-Type:",
	    "Return-Path:", "Delivered-To:"};
	size_t next = from, at, i, lines, known = 0;
	struct slice line;
	bool whole;

	if (source->running || !may_be_mail(source, from))
		return 0;
	line = line_at(source, from, 400, &whole, &next);
	if (whole && is_mail_from(line))
		known = 2;
	else if (!source->fresh || !whole || !is_field(without_return(line)))
		return 0;
	else
		next = from;
	for (lines = 0; lines < MOST_MAIL_LINES && next - from < MOST_FRONT_MATTER;
	     lines++) {
		at = next;
		line = without_return(line_at(source, at, 4096, &whole, &next));
		if (line.len == 0)
			return known >= 2 && at > from ? at - from : 0;
		if (!whole ||
		    (!is_field(line) && line.at[0] != ' ' && line.at[0] != '\t'))
			return 0;
		for (i = 0; i < sizeof usual / sizeof usual[0]; i++)
			known += slice_starts(line, slice_of(usual[i]));
	}
	return 0;
}

static bool
is_delimiter(struct source *source, struct slice line)
{
	size_t i;

	if (!source->delimiter)
		return false;
	line = without_return(line);
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
		} else if (is_white(bytes.at[at])) {
			at++;
		} else if (bytes.at[at] == '\f') {
			feed = true;
			line = ++at;
		} else {
			if ((unsigned char)bytes.at[at] < 0xC2)
				break;
			bytes = line_at(source, line, 2048, &whole, &next);
			if (!whole || !is_blank_line(bytes))
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
	return is_blank_line(slice_cut(line, quotes, line.len)) ||
	       is_delimiter(source, line) ||
	       (line.len >= 3 && line.at[0] == '-' && front_matter(source, at) > 0);
}

/* A piece of a line that does not fit: up to a blank, if there is one. */
static size_t
take_piece(struct source *source)
{
	struct slice bytes = input_bytes(source->in);
	size_t len = last_blank(bytes, SOURCE_BLOCK_SIZE - 1);

	describe(&source->lines[0], slice_cut(bytes, 0, len));
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

/* The line at byte at, if all of it and its newline have been read. */
static inline bool
buffered_line(const struct source *source, size_t at, struct slice *line)
{
	struct slice bytes = input_bytes(source->in);
	const char *end;

	if (at >= bytes.len || !(end = memchr(bytes.at + at, '\n', bytes.len - at)))
		return false;
	*line = slice_cut(bytes, at, (size_t)(end - bytes.at));
	return true;
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
		if (buffered_line(source, at, &line)) {
			whole = true;
			next = at + line.len + 1;
		} else {
			source->gathering = true;
			line = line_at(source, at, SOURCE_BLOCK_SIZE - at, &whole, &next);
			source->gathering = false;
			follow(source);
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
		follow(source);
		line.at = source->base + at;
		if (block->count > 0 && (line.at[0] == '>') != (source->base[0] == '>'))
			break;
		describe(&source->lines[block->count], line);
		block->count += source->lines[block->count].text.len > 0;
		at = next;
		if (next >= SOURCE_BLOCK_SIZE) {
			block->more = true;
			break;
		}
	}
	follow(source);
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
			line = line_at(source, 0, LONGEST_DELIMITER, &whole, &next);
			if (is_delimiter(source, line)) {
				source->delimited = source->fresh = source->after_blank =
				    true;
				return SOURCE_BREAK;
			}
		}
		source->delimited = false;
		if ((len = front_matter(source, 0)) > 0)
			return give(source, SOURCE_FRONT, len);
		if (source->after_blank && (len = mail_header(source, 0)) > 0)
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
