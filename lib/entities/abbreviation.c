/*
 * Long forms that the text itself shortens, after A. S. Schwartz and M. A. Hearst,
 * "A simple algorithm for identifying abbreviation definitions in biomedical text"
 * (Pacific Symposium on Biocomputing 2003): the characters of the short form are
 * sought from its end in the words beside the bracket, the first of them at a word's
 * beginning.
 */
#include "stages.h"

#include "text.h"

enum { LONGEST_SHORT = 10 };

/* Bytes of text that may be compared: in lower case, of any script's letters one. */
static bool
same_letter(char a, char b)
{
	return text_lower_byte(a) == text_lower_byte(b);
}

static bool
is_letter(char c)
{
	return text_is_alnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool
begins_word(struct slice text, size_t from, size_t at)
{
	return at == from || !is_letter(text.at[at - 1]);
}

/* Two to ten characters, at most two words, a letter among them, a letter or digit first. */
static bool
may_be_short(struct slice s)
{
	size_t i, letters = 0, blanks = 0, upper = 0;

	if (s.len < 2 || s.len > LONGEST_SHORT || !text_is_alnum((unsigned char)s.at[0]))
		return false;
	for (i = 0; i < s.len; i++) {
		letters += text_is_alpha((unsigned char)s.at[i]);
		upper += text_is_upper((unsigned char)s.at[i]);
		blanks += s.at[i] == ' ';
	}
	return letters > 0 && blanks < 2 && upper > 0;
}

/*
 * Where the long form of the short one begins in text[from..to), or to when there
 * is none (the "best long form" of the paper).
 */
static size_t
long_form(struct slice text, size_t from, size_t to, struct slice brief)
{
	size_t at = to, i = brief.len;

	while (i-- > 0) {
		char c = brief.at[i];

		if (!text_is_alnum((unsigned char)c))
			continue;
		do {
			if (at == from)
				return to;
			at--;
		} while (!same_letter(text.at[at], c) || (i == 0 && !begins_word(text, from, at)));
	}
	while (at > from && !begins_word(text, from, at))
		at--;
	return at;
}

/* The byte at which the last min(|s| + 5, 2 |s|) words before to begin. */
static size_t
words_before(struct slice text, size_t to, size_t brief)
{
	size_t words = brief + 5 < 2 * brief ? brief + 5 : 2 * brief, at = to;

	while (at > 0 && words > 0) {
		at--;
		if (text.at[at] == '(' || text.at[at] == ')' || text.at[at] == ';')
			return at + 1;
		if (text.at[at] == ' ' && at + 1 < to)
			words--;
	}
	return at > 0 ? at + 1 : 0;
}

static void
add(struct document *document, uint32_t unit, size_t start, size_t end, struct slice brief)
{
	document_add_span(document,
	    &(struct span){
		.unit = unit,
		.start = (uint32_t)start,
		.end = (uint32_t)end,
		.kind = SPAN_ABBREV,
		.key = brief,
	    });
}

/* A long form has more characters than the short one, and is no repetition of it. */
static bool
fits(struct slice text, size_t start, size_t end, struct slice brief)
{
	return start < end && end - start > brief.len + 1 &&
	    memchr(text.at + start, ' ', end - start) != NULL;
}

/* A bracket that opens at open and closes at close. */
static void
look_at_bracket(struct document *document, uint32_t u, size_t open, size_t close)
{
	struct slice text = document->units[u].record.text, inside, brief;
	size_t start, to = open, from;

	inside = slice_cut(text, open + 1, open + 1);
	while (open + 1 + inside.len < close && !memchr(",;", text.at[open + 1 + inside.len], 2))
		inside.len++;
	/* Quotation marks around a short form are no part of it. */
	brief = slice_trim(inside);
	while (brief.len > 0 && !is_letter(brief.at[0])) {
		brief.at++;
		brief.len--;
	}
	while (brief.len >= 3 && memcmp(brief.at, "\xE2\x80\x9C", 3) == 0) {
		brief.at += 3;
		brief.len -= 3;
	}
	while (brief.len >= 3 && memcmp(brief.at + brief.len - 3, "\xE2\x80\x9D", 3) == 0)
		brief.len -= 3;
	while (brief.len > 0 && !is_letter(brief.at[brief.len - 1]))
		brief.len--;
	while (to > 0 && text.at[to - 1] == ' ')
		to--;
	if (may_be_short(brief)) {
		from = words_before(text, to, brief.len);
		start = long_form(text, from, to, brief);
		if (fits(text, start, to, brief))
			add(document, u, start, to, brief);
		return;
	}
	/* "ISR (intelligence, surveillance, and reconnaissance)" */
	for (from = to; from > 0 && text.at[from - 1] != ' '; from--)
		continue;
	brief = slice_cut(text, from, to);
	if (!may_be_short(brief))
		return;
	start = long_form(text, open + 1, close, brief);
	if (start == open + 1 && fits(text, start, close, brief))
		add(document, u, start, close, brief);
}

void
abbreviations_find(struct document *document)
{
	uint32_t u;

	for (u = 0; u < document->unit_count; u++) {
		struct slice text = document->units[u].record.text;
		const char *open = text.at, *close, *end = text.at + text.len;

		if (!document->units[u].brackets)
			continue;
		while (open < end && (open = memchr(open, '(', (size_t)(end - open)))) {
			close = memchr(open, ')', (size_t)(end - open));
			if (!close)
				break;
			look_at_bracket(document, u, (size_t)(open - text.at),
			    (size_t)(close - text.at));
			open++;
		}
	}
}
