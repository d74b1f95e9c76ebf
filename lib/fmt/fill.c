#include "fill.h"

#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "text.h"
#include "width.h"

void
fill_open(struct fill *fill, struct output *out, unsigned width, bool colour)
{
	*fill = (struct fill){.out = out, .width = width, .colour = colour};
}

void
fill_free(struct fill *fill)
{
	free(fill->word);
	*fill = (struct fill){0};
}

static void
change_style(struct fill *fill, unsigned style)
{
	char sequence[PALETTE_ROOM];

	if (fill->colour)
		output_bytes(fill->out, sequence,
		    palette_sequence(style, fill->out_style == 0, sequence));
	fill->out_style = style;
}

/* Most words have that of the word before. */
static inline void
set_style(struct fill *fill, unsigned style)
{
	if (style != fill->out_style)
		change_style(fill, style);
}

static void
pad(struct fill *fill, unsigned to)
{
	for (; fill->column < to; fill->column++)
		output_char(fill->out, ' ');
}

static void
new_line(struct fill *fill)
{
	set_style(fill, 0);
	output_char(fill->out, '\n');
	fill->column = 0;
	fill->lines++;
	pad(fill, fill->indent);
	fill->fresh = true;
	fill->blank = false;
}

/* Says that something is left out; the last line has kept a column for that. */
static void
cut(struct fill *fill)
{
	output_string(fill->out, "\xe2\x80\xa6");
	fill->full = true;
}

/* Puts the word on this line or the next. */
static void
end_word(struct fill *fill)
{
	bool last = fill->lines == fill->most;

	if (fill->word_len == 0)
		return;
	if (!fill->fresh && fill->column + fill->blank + fill->word_columns + last > fill->width) {
		if (last)
			cut(fill);
		else
			new_line(fill);
	}
	if (fill->full) {
		fill->word_len = fill->word_columns = 0;
		return;
	}
	if (fill->blank && !fill->fresh) {
		set_style(fill, fill->blank_style);
		output_char(fill->out, ' ');
		fill->column++;
	}
	set_style(fill, fill->word_style);
	output_bytes(fill->out, fill->word, fill->word_len);
	fill->column += fill->word_columns;
	fill->out_style = fill->word_end_style;
	fill->word_len = fill->word_columns = 0;
	fill->blank = fill->fresh = false;
}

static void
append(struct fill *fill, const char *at, size_t len)
{
	char *bigger;

	if (fill->word_len + len > fill->word_size) {
		fill->word_size = 2 * (fill->word_len + len);
		if (!(bigger = realloc(fill->word, fill->word_size)))
			diag_no_memory();
		fill->word = bigger;
	}
	memcpy(fill->word + fill->word_len, at, len);
	fill->word_len += len;
}

static void
add_cluster(struct fill *fill, struct slice s, unsigned columns)
{
	char sequence[PALETTE_ROOM];

	/* A word that no line can hold is broken where the line ends. */
	if (fill->word_len > 0 && fill->indent + fill->word_columns + columns +
		    (fill->lines == fill->most) > fill->width) {
		end_word(fill);
		if (fill->lines == fill->most && !fill->full)
			cut(fill);
		else if (!fill->full)
			new_line(fill);
	}
	if (fill->full)
		return;
	if (fill->word_len == 0)
		fill->word_style = fill->word_end_style = fill->style;
	if (fill->word_end_style != fill->style) {
		if (fill->colour)
			append(fill, sequence,
			    palette_sequence(fill->style, fill->word_end_style == 0, sequence));
		fill->word_end_style = fill->style;
	}
	append(fill, s.at, s.len);
	fill->word_columns += columns;
}

/* Punctuation that begins no line: CJK brackets that close, stops and commas. */
static bool
begins_no_line(struct slice s)
{
	size_t size;
	uint32_t code;

	if (s.len == 0)
		return true;
	code = text_decode(s.at, s.len, &size);
	if (code < 0x80)
		return (text_class[code] & TEXT_PUNCT) != 0;
	return code == 0x3001 || code == 0x3002 || (code >= 0x2018 && code <= 0x2026) ||
	    (code >= 0x3009 && code <= 0x3015 && (code & 1)) || code == 0xFF01 ||
	    code == 0xFF09 || code == 0xFF0C || code == 0xFF0E || code == 0xFF1A ||
	    code == 0xFF1B || code == 0xFF1F || code == 0x30FC;
}

/*
 * So many bytes at the begin of s are clusters of one column each between which
 * nothing is broken, and the word has room for them on a line of its own.
 */
static size_t
plain_run(const struct fill *fill, struct slice s)
{
	size_t taken = fill->indent + fill->word_columns + (fill->lines == fill->most);
	size_t n = 0, most = fill->width > taken ? fill->width - taken : 0;

	most = most < s.len ? most : s.len;
	while (n < most && s.at[n] > ' ' && s.at[n] < 0x7F && s.at[n] != '-' && s.at[n] != '/')
		n++;
	/* What follows may belong to the last of them: a combining mark. */
	return n > 0 && n < s.len && (unsigned char)s.at[n] >= 0x80 ? n - 1 : n;
}

static void
add_plain(struct fill *fill, struct slice s)
{
	unsigned columns;
	size_t size;
	char last;

	while (s.len > 0 && !fill->full) {
		if (s.at[0] == ' ') {
			end_word(fill);
			if (!fill->blank)
				fill->blank_style = fill->style;
			fill->blank = true;
			s = slice_cut(s, 1, s.len);
			continue;
		}
		if ((size = plain_run(fill, s)) > 0) {
			add_cluster(fill, slice_cut(s, 0, size), (unsigned)size);
			s = slice_cut(s, size, s.len);
			continue;
		}
		last = s.at[0];
		size = width_cluster(s, &columns);
		add_cluster(fill, slice_cut(s, 0, size), columns);
		s = slice_cut(s, size, s.len);
		if (columns == 2 && !begins_no_line(s))
			end_word(fill);
		else if ((last == '-' || last == '/') && fill->word_columns > fill->width / 3)
			end_word(fill); /* a file's name, an address */
	}
}

void
fill_begin(struct fill *fill, struct slice prefix, unsigned indent, unsigned style)
{
	fill->indent = indent < fill->width / 2 ? indent : fill->width / 2;
	fill->column = 0;
	fill->lines = 1;
	fill->full = false;
	fill->word_len = fill->word_columns = 0;
	fill->blank = false;
	fill->fresh = true;
	fill->style = fill->out_style = 0;
	if (prefix.len > 0) {
		if (fill->indent > 0)
			prefix.len = width_fit(prefix, fill->indent - 1, NULL);
		set_style(fill, style);
		output_slice(fill->out, prefix);
		set_style(fill, 0);
		fill->column = (unsigned)width_text(prefix);
		fill->fresh = fill->indent > 0;
	}
	pad(fill, fill->indent);
}

void
fill_text(struct fill *fill, struct slice s)
{
	char name[12];
	size_t n, size;
	uint32_t code;

	for (;;) {
		n = escape_plain(s);
		add_plain(fill, slice_cut(s, 0, n));
		s = slice_cut(s, n, s.len);
		if (s.len == 0)
			return;
		code = escape_code(s, &size);
		s = slice_cut(s, size, s.len);
		n = code == TEXT_REPLACEMENT ? text_encode(code, name) : escape_name(code, name);
		add_plain(fill, (struct slice){name, n});
	}
}

void
fill_string(struct fill *fill, const char *string)
{
	fill_text(fill, slice_of(string));
}

void
fill_end(struct fill *fill)
{
	end_word(fill);
	set_style(fill, 0);
	output_char(fill->out, '\n');
}
