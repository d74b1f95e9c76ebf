#include "layout.h"

#include "../text.h"
#include "dateline.h"
#include "line.h"
#include "mark.h"

enum {
	WIDEST_WRAP = 130, /* lines longer than this were not wrapped for reading */
	NARROWEST_WRAP = 36,
	SHORT_HEADING = 40,
	LEAST_LISTING = 5, /* fewer lines may be a signature */
	WIDEST_LISTING = 80,
	LONGEST_CHROME = 100,
	LEAST_TELLING = 12,
};

/* Whether a Markdown link is in the block: a line of it may be as long as it likes. */
static bool
has_link(struct slice bytes)
{
	const char *at = bytes.at, *end = bytes.at + bytes.len;

	while ((at = memchr(at, ']', (size_t)(end - at)))) {
		if (++at < end && *at == '(')
			return true;
	}
	return slice_find(bytes, "<img ") < bytes.len;
}

/*
 * The line's length, or 0 for one that a long address keeps from being wrapped: not
 * where the line was long before.
 */
static size_t
measured(const struct source_line *line)
{
	const char *start = line->text.at, *end = start + line->text.len, *at = start;

	if (line->width <= WIDEST_WRAP / 2 + 10)
		return line->width;
	if (slice_starts(line->text, SLICE("http")))
		return 0;
	if (end - at > WIDEST_WRAP + 5)
		end = at + WIDEST_WRAP + 5;
	for (; (at = memchr(at, '(', (size_t)(end - at))); at++)
		if ((at > start && at[-1] == ']') ||
		    slice_starts((struct slice){at, (size_t)(end - at)}, SLICE("(http")))
			return 0;
	return line->width;
}

/* Whether next's first word would still have fitted on the line last. */
static bool
had_room(const struct layout *layout, const struct source_line *last,
	 const struct source_line *next)
{
	return last->width + 1 + line_characters(line_first_word(next->text)) <=
	       layout->width;
}

/*
 * Hard-wrapped text has most lines, the last aside, nearly as long as the longest.
 * Two lines alone tell nothing: the document's width so far has to. longest: of the
 * block's lines; stops, marks: how many end like sentences, or begin like items.
 */
static void
measure_wrapping(struct layout *layout, const struct block *block, bool headline,
		 size_t longest, size_t stops, size_t marks)
{
	const struct source_line *lines = block->lines;
	size_t i, length, near = 0, room = 0, others = block->count - 1;
	bool list = block->count >= LEAST_LISTING && !headline && !layout->flows &&
		    marks * 5 <= block->count && longest < WIDEST_LISTING &&
		    stops * 5 <= block->count && layout->continued * 5 <= block->count;

	if (layout->document > 0 && longest + 20 > layout->document)
		layout->width = layout->document > longest ? layout->document : longest;
	if (others == 1) {
		layout->wrapped = layout->document > 0 || longest >= 50;
		return;
	}
	/* Most lines of running text begin in lower case: that is proof enough. */
	for (i = 0; i < others && layout->continued * 2 < others; i++) {
		length = measured(&lines[i]);
		if (length == 0 || length * 5 >= layout->width * 3)
			near++;
		if (length > 0)
			room += had_room(layout, &lines[i], &lines[i + 1]);
	}
	/* Names one below the other are no text, however long they are: most of their
	 * lines have room for more, and none begins in lower case. */
	layout->wrapped = layout->width >= NARROWEST_WRAP &&
			  (room * 3 <= others ||
			   (near * 2 >= others && (layout->continued > 0 || stops > 0)));
	layout->listing = list && room * 2 >= others;
	if (layout->wrapped && block->count > 3 && layout->document < longest)
		layout->document = longest;
}

void
layout_measure(struct layout *layout, const struct block *block, bool headline)
{
	size_t i, length, longest = 0, stops = 0, marks = 0;
	struct source_line *lines = block->lines;

	layout->depth = layout->continued = layout->width = 0;
	layout->flows = false;
	layout->inside = layout->linked = layout->marked = layout->wrapped = false;
	layout->loose = layout->listing = false;
	layout->headline = headline && !block->continues;
	if (block->count == 1 && !block->more && !block->continues) {
		lines->item = line_is_item(lines);
		return; /* nothing to join */
	}
	layout->linked = has_link(block->bytes);
	for (i = 0; i < block->count; i++) {
		line_look_at(&lines[i]);
		length = measured(&lines[i]);
		if (length > longest)
			longest = length;
		stops += lines[i].ends;
		layout->continued += i > 0 && lines[i].lower;
		marks += lines[i].item;
	}
	layout->width = longest;
	layout->marked = marks > 0;
	if (block->count == 1)
		return;
	layout->flows = !lines[0].lower && !lines[0].ends && lines[1].lower;
	layout->loose = stops == 0 && lines[0].lower && longest < SHORT_HEADING;
	if (longest <= WIDEST_WRAP)
		measure_wrapping(layout, block, headline, longest, stops, marks);
}

static bool
is_abbreviated(const struct layout *layout, struct slice line)
{
	struct slice word = line_last_word(line), part;
	size_t from;

	if (word.len < 2 || word.at[word.len - 1] != '.')
		return false;
	from = --word.len;
	while (from > 0 && word.at[from - 1] != '-')
		from--;
	part = slice_cut(word, from, word.len); /* "South Korea-U.S." */
	return (word.len == 1 && text_is_upper((unsigned char)word.at[0])) ||
	       words_abbreviation(layout->words, word) != ABBREVIATION_NONE ||
	       words_abbreviation(layout->words, part) != ABBREVIATION_NONE;
}

/* Lines of a page's chrome, that go on with nothing. */
static bool
is_chrome(const struct layout *layout, struct slice line)
{
	struct slice key;
	size_t end;

	if (line.len > LONGEST_CHROME)
		return false;
	switch (words_phrase(layout->words, line, &key, &end)) {
	case PHRASE_NONE:
	case PHRASE_HEADLINE:
	case PHRASE_LEADIN:
		return false;
	default:
		return true;
	}
}

/* Brackets that last opens and closes: a link's text goes on over lines. */
static bool
in_link(struct layout *layout, struct slice last)
{
	size_t i;

	if (!layout->linked)
		return false;
	if (slice_find(last, "<img ") < last.len)
		layout->in_tag = true;
	if (layout->in_tag && slice_find(last, "/>") < last.len)
		layout->in_tag = false;
	if (layout->in_tag)
		return true;
	if (!memchr(last.at, '[', last.len) &&
	    (layout->depth == 0 || !memchr(last.at, ']', last.len)))
		return layout->depth > 0;
	for (i = 0; i < last.len; i++) {
		if (last.at[i] < '[' || last.at[i] > ']')
			continue; /* most; the backslash is between the two */
		if (last.at[i] == '\\')
			i++;
		else if (last.at[i] == '[')
			layout->depth++;
		else if (last.at[i] == ']' && layout->depth > 0)
			layout->depth--;
	}
	return layout->depth > 0;
}

static bool
item_begins(const struct layout *layout, const struct source_line *last,
	    const struct source_line *next)
{
	struct mark mark;
	struct slice text = next->text;

	if (!next->item)
		return false;
	if (text.at[0] == '\\' && text.len > 1)
		text = slice_cut(text, 1, text.len);
	mark = mark_at(text);
	/* A dash or number may stand at the beginning of a wrapped line by chance. */
	if (mark.style == MARK_BULLET || layout->in_item)
		return true;
	if ((mark.style == MARK_NUMBER || mark.style == MARK_LETTER) && mark.value > 1 &&
	    layout->wrapped && last->text.at[last->text.len - 1] != ':')
		return false; /* "including 1) this; 2) that" */
	if (last->ends)
		return true;
	if (layout->wrapped && !had_room(layout, last, next))
		return false;
	return mark.style != MARK_DASH ||
	       !line_begins_lower(slice_cut(text, mark.end, text.len)) ||
	       !layout->wrapped;
}

/* What no wrapping explains: headings, rules, list items, another mail's quote. */
static bool
must_part(struct layout *layout, const struct source_line *last,
	  const struct source_line *next)
{
	return last->quotes != next->quotes || last->text.at[0] == '#' ||
	       next->text.at[0] == '#' || mark_is_rule(last->text) ||
	       mark_is_rule(next->text) || layout->loose || layout->listing ||
	       item_begins(layout, last, next);
}

/*
 * A dateline with a date, or in capitals, as headlines may be too: they tell where the
 * line before has small letters.
 */
static bool
begins_dateline(const struct layout *layout, struct slice line, struct slice last)
{
	struct dateline dateline;
	struct date date;

	dateline = dateline_find(layout->words, line, true, 0, true);
	if (dateline.end == 0)
		return false;
	return date_find(layout->words, slice_cut(line, 0, dateline.end), &date) ||
	       (layout->headline && text_has_lower(last) &&
		!text_has_lower(dateline.place));
}

/* Above running text: a headline, and the date and place below it or above. */
static bool
parts_from_date(const struct layout *layout, const struct source_line *last,
		const struct source_line *next)
{
	struct slice place;
	struct date date;

	if (layout->inside || layout->running || last->item ||
	    (!layout->headline && !date_may_be(last->text) && !date_may_be(next->text)))
		return false;
	if (dateline_is_date(layout->words, last->text, &date, &place))
		return true;
	return (dateline_is_date(layout->words, next->text, &date, &place) ||
		begins_dateline(layout, next->text, last->text)) &&
	       last->text.at[last->text.len - 1] != ',' &&
	       !words_joiner(layout->words, line_last_word(last->text));
}

/* last ends like a sentence. */
static bool
joins_behind_sentence(struct layout *layout, const struct source_line *last,
		      const struct source_line *next, bool lower)
{
	if (line_is_section(next->text))
		return false;
	if (is_abbreviated(layout, last->text))
		return true;
	if (next->indent > last->indent + 1 || layout->width > WIDEST_WRAP)
		return false;
	if (last->text.at[last->text.len - 1] == ':' && layout->marked)
		return false;
	if (line_is_capitals(line_first_word(next->text)) &&
	    next->text.len * 3 < layout->width * 2)
		return false; /* the place and date below a text */
	return lower || (layout->wrapped && !had_room(layout, last, next));
}

/* Two lines of one text, where the block's first lines have shown that it is text. */
static bool
goes_on(const struct layout *layout, const struct source_line *last,
	const struct source_line *next)
{
	if (layout->wrapped && layout->inside && next->ends &&
	    !memchr(next->text.at, ' ', next->text.len))
		return true; /* one word is no sentence */
	if (layout->headline || !line_is_prose(last->text))
		return false;
	return (layout->flows && (next->ends || line_is_prose(next->text))) ||
	       (layout->wrapped && layout->inside && next->ends);
}

/* last ends in the middle of a sentence, or is no sentence; next begins no word. */
static bool
joins_inside_sentence(struct layout *layout, const struct source_line *last,
		      const struct source_line *next)
{
	struct slice begin;

	if ((next->text.at[0] == '(' && !layout->headline) ||
	    line_ends_in_hyphen(last->text))
		return true;
	if (layout->headline && is_chrome(layout, next->text))
		return false;
	if (layout->wrapped && !had_room(layout, last, next))
		/* "Headline\nA sentence.": two lines that only look wrapped. */
		return !(layout->headline && layout->document == 0 && next->ends &&
			 layout->width == last->width);
	if (!layout->running && is_chrome(layout, last->text))
		return false;
	if (goes_on(layout, last, next))
		return true;
	begin = line_first_word(next->text);
	if (last->text.at[last->text.len - 1] == ',' ||
	    words_joiner(layout->words, line_last_word(last->text)) ||
	    slice_is(begin, "AND") || slice_is(begin, "OF") || slice_is(begin, "WITH") ||
	    line_has_open_bracket(last->text) || layout->running)
		return true;
	/* Scanned pages have ragged lines. */
	if (!layout->wrapped || layout->headline || last->blanks_behind ||
	    layout->continued == 0)
		return false;
	if (layout->inside && line_is_prose(last->text) && line_is_prose(next->text))
		return true;
	return last->width * 4 >= layout->width * 3 &&
	       next->width * 4 >= layout->width * 3 && !is_chrome(layout, next->text);
}

bool
layout_joins(struct layout *layout, const struct source_line *last,
	     const struct source_line *next)
{
	bool sentence = last->ends, lower = next->lower;
	/* Most lines of wrapped text need no closer look. */
	bool plain = lower && !layout->marked && !layout->loose && !layout->listing &&
		     !sentence && last->quotes == next->quotes &&
		     text_is_alpha((unsigned char)last->text.at[0]);

	layout->inside |= sentence || lower;
	if ((plain && !layout->linked) || in_link(layout, last->text) ||
	    line_is_stars(last->text) || line_is_stars(next->text) || plain)
		return true;
	if (must_part(layout, last, next))
		return false;
	if (layout->in_item && next->indent > layout->item_indent)
		return true;
	if (sentence)
		return joins_behind_sentence(layout, last, next, lower);
	if (!lower && parts_from_date(layout, last, next))
		return false;
	return lower || joins_inside_sentence(layout, last, next);
}

/* Enough of a line for all that is asked of it. */
static bool
is_telling(const struct layout *layout, const struct source_line *line, bool partial)
{
	if (!text_is_alpha((unsigned char)line->text.at[0]))
		return !partial && text_is_alnum((unsigned char)line->text.at[0]);
	return !partial || line->text.len > DATELINE_LONGEST_LINE ||
	       (!layout->headline && layout->inside && line->text.len > LEAST_TELLING &&
		memchr(line->text.at, ' ', line->text.len));
}

enum layout_join
layout_settled(struct layout *layout, const struct source_line *last,
	       const struct source_line *next, bool partial)
{
	if (memchr(last->text.at, '[', last->text.len) ||
	    memchr(last->text.at, '<', last->text.len) || last->quotes != next->quotes)
		return LAYOUT_UNSETTLED;
	if (partial && layout->flows && !last->ends && !next->lower &&
	    line_is_prose(last->text))
		return LAYOUT_UNSETTLED; /* see goes_on */
	if (layout->width > WIDEST_WRAP && is_telling(layout, next, partial))
		return layout_joins(layout, last, next) ? LAYOUT_JOINS : LAYOUT_PARTS;
	if (layout->flows && !last->ends && !next->item && !partial &&
	    text_is_alpha((unsigned char)last->text.at[0]) &&
	    text_is_alpha((unsigned char)next->text.at[0]) &&
	    goes_on(layout, last, next) && !is_chrome(layout, last->text)) {
		layout->inside = true;
		return LAYOUT_JOINS;
	}
	if (layout->in_item && next->item && (!partial || next->text.len > LEAST_TELLING))
		return LAYOUT_PARTS;
	if (layout->flows && !last->ends && next->lower &&
	    text_is_alpha((unsigned char)last->text.at[0]) &&
	    text_is_alpha((unsigned char)next->text.at[0]) &&
	    (!partial || next->text.len > LEAST_TELLING) && !next->item) {
		layout->inside = true;
		return LAYOUT_JOINS;
	}
	return LAYOUT_UNSETTLED;
}

void
layout_begin(struct layout *layout, const struct source_line *line)
{
	layout->in_item = line->item;
	layout->item_indent = line->indent;
	layout->depth = 0;
	layout->in_tag = false;
}

void
layout_keep(struct layout *layout, const struct source_line *line)
{
	size_t n = line->text.len < LAYOUT_TAIL ? line->text.len : LAYOUT_TAIL;

	layout->last = *line;
	memcpy(layout->tail, line->text.at + line->text.len - n, n);
	layout->last.text = (struct slice){layout->tail, n};
}
