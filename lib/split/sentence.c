#include "sentence.h"

#include "../text.h"
#include "step.h"

/* What has to be seen behind a full stop before it is judged. */
enum { LOOK_AHEAD = 100, LONGEST_INTRODUCTION = 40, LONGEST_ABBREVIATION = 9 };

static const unsigned char stops[256] = {['.'] = 1, ['?'] = 1, ['!'] = 1, [0xE2] = 2};

struct context {
	const struct words *words;
	struct slice text;
	size_t start; /* of the sentence */
};

static bool
is_ellipsis(struct slice text, size_t at)
{
	return at + 2 < text.len && memcmp(text.at + at, "\xE2\x80\xA6", 3) == 0;
}

/* Quotes and brackets of one byte, and the first bytes of longer quotes. */
enum { CLOSES = 1, OPENS = 2, LONGER = 4 };
static const unsigned char brackets[256] = {
    ['"'] = CLOSES | OPENS, ['\''] = CLOSES | OPENS, [')'] = CLOSES, [']'] = CLOSES,
    ['}'] = CLOSES,	    ['('] = OPENS,	     ['['] = OPENS,  ['{'] = OPENS,
    [0xE2] = LONGER,	    [0xC2] = LONGER};

/* The length of a quote or bracket that closes (or opens) at at, else 0. */
static size_t
bracket(struct slice text, size_t at, unsigned char side)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	unsigned char sort;

	if (at >= text.len || (sort = brackets[bytes[at]]) == 0)
		return 0;
	if (sort != LONGER)
		return (sort & side) != 0;
	if (at + 2 < text.len && bytes[at] == 0xE2 && bytes[at + 1] == 0x80) {
		if (side == CLOSES)
			return bytes[at + 2] == 0x99 || bytes[at + 2] == 0x9D ? 3 : 0;
		return bytes[at + 2] == 0x98 || bytes[at + 2] == 0x9C ||
			       bytes[at + 2] == 0x9E
			   ? 3
			   : 0;
	}
	return at + 1 < text.len && bytes[at] == 0xC2 &&
		       bytes[at + 1] == (side == CLOSES ? 0xBB : 0xAB)
		   ? 2
		   : 0;
}

static size_t
closer(struct slice text, size_t at)
{
	return bracket(text, at, CLOSES);
}

static size_t
opener(struct slice text, size_t at)
{
	return bracket(text, at, OPENS);
}

static bool
is_dash(struct slice text, size_t at)
{
	return (at + 1 < text.len && text.at[at] == '-' && text.at[at + 1] == ' ') ||
	       (at + 2 < text.len && (memcmp(text.at + at, "\xE2\x80\x93", 3) == 0 ||
				      memcmp(text.at + at, "\xE2\x80\x94", 3) == 0));
}

enum letter { LETTER_END, LETTER_UPPER, LETTER_LOWER, LETTER_DIGIT, LETTER_OTHER };

static enum letter
letter_at(struct slice text, size_t at)
{
	uint32_t code;
	size_t size;

	if (at >= text.len)
		return LETTER_END;
	code = text_decode(text.at + at, text.len - at, &size);
	if (code >= '0' && code <= '9')
		return LETTER_DIGIT;
	if (text_is_upper_letter(code))
		return LETTER_UPPER;
	if (text_is_lower_letter(code))
		return LETTER_LOWER;
	/* Scripts without case begin sentences as they like. */
	return text_is_letter(code) ? LETTER_UPPER : LETTER_OTHER;
}

/* The word that begins at at: letters, digits, hyphens, no apostrophes. */
static struct slice
word_at(struct slice text, size_t at)
{
	size_t end = at;

	while (
	    end < text.len &&
	    (text_is_alnum((unsigned char)text.at[end]) || text.at[end] == '-' ||
	     ((unsigned char)text.at[end] >= 0xC3 &&
	      (unsigned char)text.at[end] < 0xE0) ||
	     ((unsigned char)text.at[end] >= 0x80 && (unsigned char)text.at[end] < 0xC0)))
		end++;
	return slice_cut(text, at, end);
}

/* The word that ends at end, with full stops inside, without what opens it. */
static struct slice
word_before(const struct context *context, size_t end)
{
	size_t from = end, size;

	while (from > context->start && context->text.at[from - 1] != ' ' &&
	       context->text.at[from - 1] != '/' && end - from < LOOK_AHEAD)
		from--;
	while (from < end && (size = opener(context->text, from)) > 0)
		from += size;
	return slice_cut(context->text, from < end ? from : end, end);
}

/* "U.S", "e.g", "P.M": single letters parted by full stops. */
static bool
is_dotted(struct slice word)
{
	size_t i;

	if (word.len < 3)
		return false;
	for (i = 0; i < word.len; i++)
		if ((i % 2 == 0) != text_is_alpha((unsigned char)word.at[i]) ||
		    (i % 2 == 1 && word.at[i] != '.'))
			return false;
	return word.len % 2 == 1;
}

/* Behind the last hyphen or dash in word, or full stop with a capital behind it; or 0. */
static size_t
last_part(struct slice word)
{
	size_t at = word.len;

	while (at > 0 && word.at[at - 1] != '-' &&
	       !(word.at[at - 1] == '.' && at + 1 < word.len &&
		 text_is_upper((unsigned char)word.at[at]) &&
		 text_is_lower((unsigned char)word.at[at + 1])) &&
	       !(at > 2 && (unsigned char)word.at[at - 1] >= 0x93 &&
		 (unsigned char)word.at[at - 1] <= 0x94 && word.at[at - 2] == '\x80'))
		at--;
	return at;
}

/*
 * "At 5 a.m. Mr. Smith went": what stands before the hour is nothing but a
 * preposition and its words, so that the sentence is still to come.
 */
static bool
is_introduction(const struct context *context, size_t end)
{
	struct slice first = word_at(context->text, context->start);

	if (end - context->start > LONGEST_INTRODUCTION)
		return false;
	return slice_is(first, "At") || slice_is(first, "On") || slice_is(first, "By") ||
	       slice_is(first, "From") || slice_is(first, "Since") ||
	       slice_is(first, "Until") || slice_is(first, "Around") ||
	       slice_is(first, "About") || slice_is(first, "Before") ||
	       slice_is(first, "After");
}

static bool
is_roman(struct slice word)
{
	size_t i;

	for (i = 0; i < word.len; i++)
		if (!strchr("IVXLC", word.at[i]))
			return false;
	return word.len > 0;
}

/* Whether an hour's "a.m." in front of next ends the sentence. */
static bool
ends_behind_time(const struct context *context, size_t stop, struct slice next)
{
	struct slice offset;

	return !is_introduction(context, stop) && !words_calendar(context->words, next) &&
	       !words_zone(context->words, next, &offset) &&
	       words_abbreviation(context->words, next) != ABBREVIATION_MONTH;
}

/* A single capital before the full stop: an initial, or the end of "you and I." */
static bool
ends_behind_initial(const struct context *context, size_t stop, struct slice next)
{
	struct slice before = {"", 0};

	if (stop >= context->start + 2)
		before = word_before(context, stop - 2);
	if (context->text.at[stop - 1] == 'I' && before.len > 0 &&
	    letter_at(before, 0) == LETTER_LOWER)
		return true;
	return before.len > 0 && words_starter(context->words, next) == STARTER_STRONG;
}

/* "in the U.S. President Smith said": nobody is in a president. */
static bool
is_behind_place(const struct context *context, struct slice word)
{
	size_t at = (size_t)(word.at - context->text.at);
	struct slice before;

	if (at < context->start + 7)
		return false;
	before = slice_cut(context->text, context->start, at);
	return slice_ends(before, SLICE(" in the ")) ||
	       slice_ends(before, SLICE(" within the ")) ||
	       slice_ends(before, SLICE(" across the ")) ||
	       slice_ends(before, SLICE(" throughout the "));
}

/* "General (Retd.) Khan": one word alone in brackets is no sentence. */
static bool
is_in_brackets(const struct context *context, struct slice word, size_t stop)
{
	size_t from = (size_t)(word.at - context->text.at);

	return from > context->start + 1 && context->text.at[from - 1] == '(' &&
	       stop + 1 < context->text.len && context->text.at[stop + 1] == ')';
}

/* "a.m." behind an hour; without one "P.M." is an office: "P.M. Rossi". */
static bool
is_behind_hour(const struct context *context, struct slice word)
{
	size_t at = (size_t)(word.at - context->text.at);

	if (at > context->start && context->text.at[at - 1] == ' ')
		at--;
	return at > context->start &&
	       text_is_digit((unsigned char)context->text.at[at - 1]);
}

/*
 * What a full stop behind *word means. A part of it may be the abbreviation, to which
 * it is cut: "the South Africa-U.S. Task Force", "Lt.Col.", "5:30p.m.".
 */
static enum abbreviation
abbreviation_of(const struct context *context, struct slice *word, size_t stop)
{
	enum abbreviation sort = words_abbreviation(context->words, *word);
	struct slice part;
	size_t from;

	if (sort == ABBREVIATION_NONE && (from = last_part(*word)) > 0) {
		part = slice_cut(*word, from, word->len);
		sort = words_abbreviation(context->words, part);
		if (sort != ABBREVIATION_NONE || word->at[from - 1] != '.')
			*word = part;
	}
	if (sort == ABBREVIATION_NONE && text_is_digit((unsigned char)word->at[0])) {
		for (from = 1;
		     from < word->len && !text_is_alpha((unsigned char)word->at[from]);)
			from++;
		part = slice_cut(*word, from, word->len);
		if (words_abbreviation(context->words, part) == ABBREVIATION_TIME) {
			*word = part;
			sort = ABBREVIATION_TIME;
		}
	}
	if (sort == ABBREVIATION_TIME && !is_behind_hour(context, *word))
		return ABBREVIATION_NAME;
	if (sort == ABBREVIATION_NONE && is_dotted(*word))
		return ABBREVIATION_NAME;
	if (sort == ABBREVIATION_NONE && is_in_brackets(context, *word, stop))
		return ABBREVIATION_SUFFIX;
	return sort;
}

/* The same as full_stop_ends for a full stop behind an abbreviation. */
static bool
ends_behind_abbreviation(const struct context *context, struct slice word,
			 enum abbreviation sort, size_t stop, size_t next)
{
	struct slice following = word_at(context->text, next);
	enum letter letter = letter_at(context->text, next);
	enum starter starter = words_starter(context->words, following);

	switch (sort) {
	case ABBREVIATION_TITLE:
		return false;
	case ABBREVIATION_NUMBER:
		return letter != LETTER_DIGIT && !is_roman(following) &&
		       (letter == LETTER_UPPER && starter != STARTER_NONE);
	case ABBREVIATION_MONTH:
		return letter != LETTER_DIGIT;
	case ABBREVIATION_SUFFIX:
		return starter != STARTER_NONE;
	case ABBREVIATION_TIME:
		return ends_behind_time(context, stop, following);
	case ABBREVIATION_NAME:
		if (starter == STARTER_TITLE)
			return is_behind_place(context, word);
		return starter == STARTER_WEAK || starter == STARTER_STRONG;
	case ABBREVIATION_NONE:
		break;
	}
	return true;
}

/* "1. The sides", "2. 5 million": a number or letter that only counts. */
static bool
is_count(const struct context *context, struct slice word, enum letter next)
{
	bool digit = text_is_digit((unsigned char)word.at[word.len - 1]);

	if (word.at == context->text.at + context->start && word.len <= 3 &&
	    (digit || word.len == 1))
		return true; /* of a paragraph or list item */
	if (next != LETTER_DIGIT)
		return false;
	return (word.len == 1 && text_is_lower((unsigned char)word.at[0])) ||
	       (word.len <= 3 && digit); /* "1. 5 million", as scanning reads it */
}

/*
 * Whether the full stop at stop ends the sentence, when a word that could begin
 * the next follows at next.
 */
static bool
full_stop_ends(const struct context *context, size_t stop, size_t next)
{
	struct slice text = context->text, word = word_before(context, stop);
	enum abbreviation sort;

	if (word.len == 0) /* a blank stands before it, but not ". ." */
		return stop < context->start + 3 || text.at[stop - 1] != ' ' ||
		       text.at[stop - 3] != ' ';
	while (opener(text, next) > 0)
		next += opener(text, next);
	if (word.len > LONGEST_ABBREVIATION && !memchr(word.at, '.', word.len) &&
	    !memchr(word.at, '-', word.len))
		return true;
	if (is_count(context, word, letter_at(text, next)))
		return false;
	if (word.len == 1 && text_is_upper((unsigned char)word.at[0]))
		return ends_behind_initial(context, stop, word_at(text, next));
	sort = abbreviation_of(context, &word, stop);
	return sort == ABBREVIATION_NONE ||
	       ends_behind_abbreviation(context, word, sort, stop, next);
}

/* "evening.They": a full stop without a blank behind it, between words. */
static bool
is_glued_end(const struct context *context, size_t stop, size_t next)
{
	struct slice text = context->text, word = word_before(context, stop);
	struct slice following = word_at(text, next);
	size_t end = stop, from = stop;

	while (end < text.len && end - stop < LOOK_AHEAD && text.at[end] != ' ')
		end++;
	while (from > context->start && stop - from < LOOK_AHEAD &&
	       text.at[from - 1] != ' ')
		from--;
	if (memchr(text.at + from, '@', end - from) ||
	    memchr(text.at + stop, '/', end - stop) ||
	    slice_starts(slice_cut(text, from, end), SLICE("www.")) ||
	    slice_starts(slice_cut(text, from, end), SLICE("http")))
		return false; /* inside an address of a page or a mailbox */
	if (word.len < 2 || following.len < 2 || letter_at(text, next) != LETTER_UPPER ||
	    letter_at(text, next + 1) != LETTER_LOWER)
		return false;
	if (!text_is_lower((unsigned char)text.at[stop - 1]) &&
	    !text_is_digit((unsigned char)text.at[stop - 1]) &&
	    closer(text, stop - 1) == 0 && closer(text, stop - 3) == 0)
		return false;
	return !is_dotted(word) && full_stop_ends(context, stop, next);
}

/* Full stops parted by blanks: ". . ." from at; gives how many, *last the last. */
static size_t
spaced_stops(struct slice text, size_t at, size_t *last)
{
	size_t count = 1;

	while (at + 2 < text.len && text.at[at + 1] == ' ' && text.at[at + 2] == '.') {
		at += 2;
		count++;
	}
	*last = at;
	return count;
}

enum verdict { VERDICT_NO, VERDICT_END };

/* The same as judge for count stops at at, parted by blanks; the last is at last. */
static enum verdict
judge_spaced(struct slice text, size_t at, size_t count, size_t last, bool attached,
	     size_t *end)
{
	size_t behind = last + 1;

	while (closer(text, behind) > 0)
		behind += closer(text, behind);
	*end = behind;
	if (behind >= text.len)
		return VERDICT_END;
	if (count < 4 || letter_at(text, behind + 1) != LETTER_UPPER)
		return VERDICT_NO;
	if (attached)
		*end = at + 1; /* the others are the next one's omission */
	return VERDICT_END;
}

/*
 * Judges the mark at at. *end: behind the sentence when it ends there, else where
 * the search goes on.
 */
static enum verdict
judge(const struct context *context, size_t at, size_t *end)
{
	struct slice text = context->text;
	size_t run = at, dots = 0, behind, next, last, size;
	bool attached = at > context->start && text.at[at - 1] != ' ', strong = false;
	enum letter letter;

	if (text.at[at] == '.' && (size = spaced_stops(text, at, &last)) >= 3)
		return judge_spaced(text, at, size, last, attached, end);
	while (run < text.len) {
		if (text.at[run] == '.')
			dots++;
		else if (text.at[run] == '?' || text.at[run] == '!')
			strong = true;
		else if (is_ellipsis(text, run))
			dots += 3, run += 2;
		else
			break;
		run++;
	}
	behind = run;
	while ((size = closer(text, behind)) > 0)
		behind += size;
	*end = run;
	if (dots >= 3 && at > context->start && text.at[at - 1] == '[')
		return VERDICT_NO; /* "[...]" stands for words left out */
	if (behind >= text.len)
		return *end = text.len, VERDICT_END;
	if (text.at[behind] != ' ') {
		if (dots > 1 || !is_glued_end(context, at, behind))
			return VERDICT_NO;
		return *end = behind, VERDICT_END;
	}
	next = behind + 1;
	letter = letter_at(text, next);
	while (letter == LETTER_OTHER && (size = opener(text, next)) > 0) {
		next += size;
		letter = letter_at(text, next);
	}
	if (letter == LETTER_LOWER || is_dash(text, next))
		return VERDICT_NO; /* a dash: who said it comes still */
	if (dots >= 3 && !strong && (letter == LETTER_OTHER || (!attached && dots == 3)))
		return VERDICT_NO;
	if (dots == 1 && !strong && !full_stop_ends(context, at, behind + 1))
		return VERDICT_NO;
	*end = behind;
	return VERDICT_END;
}

/*
 * Whether nothing that follows text can change what the mark at at means: the word
 * behind it has come whole, or more than is ever looked at.
 */
static bool
is_decided(struct slice text, size_t at)
{
	const char *end = text.at + text.len, *blank, *next;
	size_t behind = at;

	while (behind < text.len &&
	       (stops[(unsigned char)text.at[behind]] == 1 || text.at[behind] == ' ' ||
		text.at[behind] == '\xE2' || text.at[behind] == '\x80' ||
		text.at[behind] == '\xA6'))
		behind++;
	if (text.len - behind >= LOOK_AHEAD)
		return true;
	if (!(blank = memchr(text.at + at, ' ', text.len - at)) ||
	    !(next = memchr(blank + 1, ' ', (size_t)(end - blank - 1))))
		return false;
	while (++blank < next)
		if (text_is_alnum((unsigned char)*blank))
			return true;
	return false;
}

/* The next byte behind at that may end a sentence, or text.len. */
static size_t
next_stop(struct slice text, size_t at, bool stops_alone)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	const char *stop;

	if (stops_alone) {
		stop = at < text.len ? memchr(text.at + at, '.', text.len - at) : NULL;
		return stop ? (size_t)(stop - text.at) : text.len;
	}
	for (;; at++) {
		while (at + STEP < text.len && !step_has_stop(bytes + at))
			at += STEP;
		while (at < text.len && !stops[bytes[at]])
			at++;
		if (at >= text.len || bytes[at] != 0xE2 || is_ellipsis(text, at))
			return at;
	}
}

static size_t
find_end(const struct words *words, struct slice text, size_t start, size_t *scan,
	 bool whole, bool stops_alone)
{
	const struct context context = {words, text, start};
	size_t at = *scan > start ? *scan : start, end;

	while ((at = next_stop(text, at, stops_alone)) < text.len) {
		if (!whole && !is_decided(text, at)) {
			*scan = at;
			return 0;
		}
		if (judge(&context, at, &end) == VERDICT_END)
			return end;
		at = end;
	}
	*scan = at;
	return whole ? text.len : 0;
}

size_t
sentence_end(const struct words *words, struct slice text, size_t start, size_t *scan,
	     bool whole)
{
	return find_end(words, text, start, scan, whole, false);
}

size_t
sentence_end_at_stop(const struct words *words, struct slice text, size_t start,
		     size_t *scan, bool whole)
{
	return find_end(words, text, start, scan, whole, true);
}
