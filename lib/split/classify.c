#include "classify.h"

#include "../text.h"
#include "dateline.h"
#include "language.h"
#include "line.h"
#include "mark.h"
#include "sentence.h"
#include "signs.h"

enum {
	LONGEST_HEADLINE = 350,
	LONGEST_HEAD = 150,
	LONGEST_LIST_LINE = 250,
	LONGEST_DATE_LINE = DATELINE_LONGEST_LINE,
	LONGEST_CHROME = 1000,
	LEAST_HEADLINE_WORDS = 4,
	LEAST_HEADING = 12,
	LEAST_SENTENCE_WORDS = 8,
};

/* Letters and digits of text in lower case, into buffer of size; gives the length. */
static size_t
fold(struct slice text, char *buffer, size_t size)
{
	size_t i, len = 0;

	for (i = 0; i < text.len && len < size; i++)
		if (text_is_alnum((unsigned char)text.at[i]))
			buffer[len++] = text_lower_byte(text.at[i]);
	return len;
}

/* The first byte that fold makes of text; '\0': there is none. */
static char
first_letter(struct slice text)
{
	size_t i;

	for (i = 0; i < text.len; i++)
		if (text_is_alnum((unsigned char)text.at[i]))
			return text_lower_byte(text.at[i]);
	return '\0';
}

static char
last_letter(struct slice text)
{
	size_t i;

	for (i = text.len; i > 0; i--)
		if (text_is_alnum((unsigned char)text.at[i - 1]))
			return text_lower_byte(text.at[i - 1]);
	return '\0';
}

bool
classify_same_title(const char *title, size_t len, struct slice text)
{
	char one[DOCUMENT_TITLE], other[DOCUMENT_TITLE];
	struct slice whole = {title, len};
	size_t a, b, shorter;

	if (slice_equal(whole, text))
		return true;
	if (text.len <= DOCUMENT_TITLE && first_letter(whole) != first_letter(text) &&
	    last_letter(whole) != last_letter(text))
		return false; /* they neither begin nor end alike */
	a = fold(whole, one, sizeof one);
	b = fold(text, other, sizeof other);
	shorter = a < b ? a : b;
	if (shorter < LEAST_HEADING)
		return a == b && memcmp(one, other, a) == 0;
	/* "READOUT: …", "U.S. DOD : …" in front of it, or a cut end. */
	return memcmp(one, other, shorter) == 0 ||
	       memcmp(one + a - shorter, other + b - shorter, shorter) == 0;
}

static size_t
skip_blanks(struct slice text, size_t at)
{
	while (at < text.len && text.at[at] == ' ')
		at++;
	return at;
}

bool
classify_bold_heading(struct slice text, size_t from, const struct bold *run)
{
	size_t before = run->from, end = run->to, next = skip_blanks(text, run->to);

	while (end > run->from && text.at[end - 1] == ' ')
		end--;
	while (before > from && text.at[before - 1] == ' ')
		before--;
	if (end < run->from + LEAST_HEADING || next >= text.len || run->from < from)
		return false;
	if (before > from && !strchr(".?!)\"", text.at[before - 1]) &&
	    text.at[before - 1] != '\x9D')
		return false;
	return !strchr(".,:;-\"", text.at[end - 1]) && text.at[end - 1] != '\x9C' &&
	       !text_is_lower((unsigned char)text.at[next]) &&
	       (text_is_alnum((unsigned char)text.at[next]) ||
		((unsigned char)text.at[next] >= 0xC3 &&
		 (unsigned char)text.at[next] != 0xE2)) &&
	       memchr(text.at + run->from, ' ', end - run->from);
}

/* Whether text ends as a sentence does; not in "Jr.", and not in "…". */
static bool
is_terminal(const struct document *document, struct slice text)
{
	if (text.len > 0 && text_is_alnum((unsigned char)text.at[text.len - 1]))
		return false;
	while (text.len > 0) {
		if (sign_is_closer(text.at[text.len - 1]))
			text.len--;
		else if (slice_ends(text, SLICE("\xE2\x80\x9D")) ||
			 slice_ends(text, SLICE("\xE2\x80\x99")))
			text.len -= 3;
		else
			break;
	}
	if (slice_ends(text, SLICE("\xE2\x80\xA6")))
		return true;
	if (text.len == 0 || !sign_is_end(text.at[text.len - 1]))
		return false;
	if (text.at[text.len - 1] != '.' || slice_ends(text, SLICE("..")))
		return true;
	text.len--;
	return words_abbreviation(document->words, line_last_word(text)) ==
	       ABBREVIATION_NONE;
}

static bool
has_letter(struct slice text)
{
	size_t i;

	for (i = 0; i < text.len; i++)
		if (text_is_alpha((unsigned char)text.at[i]) ||
		    (unsigned char)text.at[i] >= 0xC3)
			return true;
	return false;
}

/* "STATEMENT/26/1234", "FOR PRESS: P.M. No. 41/1971", "TG-695": a release's number. */
static bool
is_reference(struct slice text)
{
	size_t i, digits = 0, signs = 0, lower = 0;

	if (text.len < 4 || text.len > 40 ||
	    !text_is_digit((unsigned char)text.at[text.len - 1]))
		return false;
	for (i = 0; i < text.len; i++) {
		digits += text_is_digit((unsigned char)text.at[i]);
		lower += text_is_lower((unsigned char)text.at[i]);
		signs += text.at[i] == '/' ||
			 (text.at[i] == '-' && !memchr(text.at, ' ', text.len));
	}
	return signs > 0 && digits >= 3 && lower <= 2 &&
	       text_is_upper((unsigned char)text.at[0]);
}

static bool
is_ellipsis(struct slice text)
{
	return slice_ends(text, SLICE("\xE2\x80\xA6")) || slice_ends(text, SLICE("..."));
}

static bool
is_headline(const struct document *document, struct slice text, enum phrase phrase)
{
	if (text.len > LONGEST_HEADLINE || !has_letter(text) ||
	    text.at[text.len - 1] == ',' || sign_is_colon(text.at[text.len - 1]))
		return false;
	if (is_reference(text))
		return false;
	if (is_terminal(document, text) && text.at[text.len - 1] == '.' &&
	    !is_ellipsis(text))
		return phrase == PHRASE_HEADLINE && text.len < 200;
	return true;
}

/* "Introduction .......... 2": a line of a table of contents. */
static bool
is_contents(struct slice text)
{
	size_t at = text.len, dots = 0;

	while (at > 0 && text_is_digit((unsigned char)text.at[at - 1]))
		at--;
	if (at == text.len)
		return false;
	for (; at > 0 && (text.at[at - 1] == '.' || text.at[at - 1] == ' '); at--)
		dots += text.at[at - 1] == '.';
	return dots >= 4;
}

/* A date, a place or both on a line of their own. */
static bool
is_date_or_place(const struct document *document, struct slice text,
		 struct classified *found)
{
	bool due = !document->body;

	found->dated =
	    dateline_is_date(document->words, text, &found->date, &found->place);
	return found->dated || dateline_is_place_line(document->words, text, due,
						      document->titled, &found->place);
}

static bool
is_publishers_sentence(struct slice text)
{
	struct slice head = slice_cut(
	    text, 0, text.len < LONGEST_DATE_LINE ? text.len : LONGEST_DATE_LINE);

	return text.len > 40 && date_may_be(head) &&
	       slice_find(head, "published this content on ") < head.len;
}

/* "U.S. Department of Defense published this content on 29 August 2020 …" */
static bool
is_publishers(struct slice text)
{
	return text.len < LONGEST_CHROME && is_publishers_sentence(text);
}

/* The same for what a phrase of the table says. */
static bool
is_chrome_phrase(struct document *document, struct slice text, enum phrase phrase,
		 size_t end, struct classified *found)
{
	switch (phrase) {
	case PHRASE_NAVIGATION:
	case PHRASE_SHARE:
	case PHRASE_NOTE:
		return true;
	case PHRASE_DISCLAIMER:
		document->disclaimer = true;
		return true;
	case PHRASE_CONTACT:
	case PHRASE_RELATED:
		document->closing = true;
		return true;
	case PHRASE_END:
		document->ended = true;
		return true;
	case PHRASE_LABEL:
		/* "Published" alone says nothing: a date must stand behind it. */
		if ((slice_is(found->key, "published") ||
		     slice_is(found->key, "updated")) &&
		    (text.len > LONGEST_DATE_LINE ||
		     !date_find(document->words, text, &found->date)))
			return false;
		found->kind = PARAGRAPH_LABEL;
		found->from = end;
		return true;
	default:
		return false;
	}
}

/* Signs that are not the text's own: rules, end marks, phrases of a page's chrome. */
static bool
is_chrome(struct document *document, struct slice text, enum phrase phrase, size_t end,
	  struct classified *found)
{
	bool behind_disclaimer = document->disclaimer;

	document->disclaimer = false;
	if ((mark_is_rule(text) && !(document->mail && slice_is(text, "--"))) ||
	    (sign_is_alone(text) && !slice_is(text, "--"))) {
		if (mark_is_end(text))
			document->ended = true;
		document->language.len = 0;
		found->kind = text.at[0] == '=' ? PARAGRAPH_NOTHING : PARAGRAPH_NOTE;
		return true;
	}
	found->kind = PARAGRAPH_NOTE;
	if (document->signature)
		return true;
	if (is_publishers(text)) {
		found->kind = PARAGRAPH_PUBLISHER;
		return true;
	}
	if ((behind_disclaimer && text.len < LONGEST_CHROME) ||
	    slice_starts(text, SLICE("\xC2\xA9")))
		return true;
	if (document->mail && slice_is(text, "--"))
		return document->signature = true;
	if (text.len < LONGEST_HEAD && is_contents(text))
		return true;
	if (slice_starts(text, SLICE("On ")) && slice_ends(text, SLICE(" wrote:")))
		return true;
	if (!document->titled && text.len > 1 && text.at[0] == '#' && text.at[1] != ' ' &&
	    text.at[1] != '#')
		return true; /* lynx's list of a page's links */
	if (text.at[0] == '[' && text.at[text.len - 1] == ']' && sign_words(text) <= 3)
		return true; /* "[Japanese]" */
	if (is_chrome_phrase(document, text, phrase, end, found))
		return true;
	if (document->closing) {
		if (!is_terminal(document, text))
			return true;
		document->closing = false;
	}
	return false;
}

/* The level of "## Heading", and in *from where its text begins. */
static bool
is_heading(struct slice text, size_t *from)
{
	size_t level = 0;

	while (level < text.len && level < 7 && text.at[level] == '#')
		level++;
	if (level == 0 || level > 6 || level >= text.len || text.at[level] != ' ')
		return false;
	*from = skip_blanks(text, level);
	return *from < text.len;
}

static bool
is_bold_whole(const struct document *document)
{
	const struct plain *plain = document->plain;

	return plain->bold_count == 1 && plain->bolds[0].from == 0 &&
	       plain->bolds[0].to + 1 >= plain->len;
}

static bool
has_finite(const struct document *document, struct slice text)
{
	size_t from = 0, at;

	for (at = 0; at <= text.len; at++) {
		if (at < text.len && text.at[at] != ' ')
			continue;
		if (words_finite(document->words, slice_cut(text, from, at)))
			return true;
		from = at + 1;
	}
	return false;
}

/* A sentence that lost its full stop: it has a finite verb, and words enough. */
static bool
is_sentence(const struct document *document, struct slice text)
{
	return sign_words(text) >= LEAST_SENTENCE_WORDS && has_finite(document, text);
}

/* A paragraph of the body that is no sentence. */
static enum paragraph
body_kind(struct document *document, const struct shape *shape, struct slice text,
	  enum phrase phrase)
{
	if (phrase == PHRASE_LEADIN)
		return PARAGRAPH_LEADIN;
	if (is_terminal(document, text) || sign_is_colon(text.at[text.len - 1])) {
		if (is_terminal(document, text))
			document->list = false;
		return PARAGRAPH_BODY;
	}
	if (mark_first_bullet(text) < text.len)
		return PARAGRAPH_BODY; /* "Participants: • A • B" */
	if (is_bold_whole(document) && text.len <= LONGEST_HEAD)
		return PARAGRAPH_HEAD;
	if ((document->list || (shape->listing && document->body)) &&
	    text.len <= LONGEST_LIST_LINE)
		return PARAGRAPH_LIST_LINE;
	return text.len <= LONGEST_HEAD && !is_sentence(document, text) ? PARAGRAPH_HEAD
									: PARAGRAPH_BODY;
}

/* A word in small letters, as every sentence has one. */
static bool
has_small_word(struct slice text)
{
	size_t at, run = 0;

	for (at = 0; at < text.len && run < 3; at++)
		run = text_is_lower((unsigned char)text.at[at]) &&
			      (run > 0 || at == 0 || text.at[at - 1] == ' ')
			  ? run + 1
			  : 0;
	return run == 3;
}

/* The first sentence of text has ended, another begins, and it is no page's chrome. */
static bool
begins_with_sentence(const struct document *document, struct slice text)
{
	size_t scan = 0, end = sentence_end(document->words, text, 0, &scan, false);
	struct slice first = slice_cut(text, 0, end), key;

	return end > 0 && sign_words(first) >= LEAST_HEADLINE_WORDS &&
	       has_small_word(first) && !is_publishers_sentence(first) &&
	       words_phrase(document->words, first, &key, &end) == PHRASE_NONE;
}

/* Most paragraphs are too long for anything but sentences. */
static bool
is_running_text(const struct document *document, struct slice text)
{
	if (!text_is_upper((unsigned char)text.at[0]) || document->disclaimer ||
	    document->closing || document->signature)
		return false;
	return (text.len > LONGEST_HEADLINE && !is_publishers(text)) ||
	       begins_with_sentence(document, text);
}

/* "… to accomplish this.###": the end mark lost its line. */
static bool
ends_in_mark(const struct document *document, struct slice text)
{
	while (text.len > 0 &&
	       (text.at[text.len - 1] == '#' || text.at[text.len - 1] == ' '))
		text.len--;
	return sign_words(text) > 1 && is_terminal(document, text);
}

bool
classify_is_settled(const struct document *document)
{
	struct slice text = plain_text(document->plain), code;
	enum language language;

	if (text.len < LEAST_HEADING)
		return false;
	if (document->running)
		return mark_at(text).style == MARK_NONE;
	language = language_of(document->words, text, document->language, &code);
	return (language == LANGUAGE_ENGLISH ||
		(language == LANGUAGE_UNKNOWN && text.len >= LANGUAGE_LOOKED_AT)) &&
	       is_running_text(document, text);
}

bool
classify_is_foreign(struct document *document, struct slice *code)
{
	struct slice text = plain_text(document->plain);

	switch (language_of(document->words, text, document->language, code)) {
	case LANGUAGE_OTHER:
		document->language = *code;
		return true;
	case LANGUAGE_ENGLISH:
		document->language.len = 0;
		return false;
	case LANGUAGE_UNKNOWN:
		break;
	}
	return false;
}

/* An office or header above a text; in its body, names of offices are list items. */
static bool
is_byline(const struct document *document, struct slice text)
{
	return !document->list && (!is_terminal(document, text) ||
				   (text.len < 80 && !has_finite(document, text)));
}

/* What a phrase of the table makes of text, a mark of a list item aside. */
static enum phrase
phrase_behind(const struct document *document, struct slice text, size_t mark,
	      struct slice *key, size_t *end)
{
	enum phrase phrase =
	    words_phrase(document->words, slice_cut(text, mark, text.len), key, end);

	*end += mark;
	if (phrase != PHRASE_HEADLINE)
		return phrase;
	if (mark > 0)
		return PHRASE_NONE;
	/* "Press release:" and nothing behind it */
	return *end >= text.len ? PHRASE_BYLINE : PHRASE_HEADLINE;
}

/* How a paragraph looks that is no running text. */
struct look {
	enum phrase phrase; /* of the table, that it begins with or is */
	bool heading;       /* by its marks */
	bool headline;      /* by its words */
	bool marked;        /* as an item of a list */
};

/* What a paragraph is that looks so: the first that fits. */
static enum paragraph
kind_by_look(struct document *document, const struct shape *shape, const struct look *look,
	     struct classified *found)
{
	struct slice text = plain_text(document->plain),
		     bare = slice_cut(text, found->from, text.len);

	if (!look->heading && !look->marked && is_date_or_place(document, text, found))
		return PARAGRAPH_DATE;
	if (document->titled && look->headline &&
	    (!is_terminal(document, bare) || is_ellipsis(bare)) &&
	    classify_same_title(document->title, document->title_len, bare))
		return PARAGRAPH_HEAD;
	if (look->heading)
		return document->titled ? PARAGRAPH_HEAD : PARAGRAPH_TITLE;
	if (look->phrase == PHRASE_BYLINE && is_byline(document, text))
		return PARAGRAPH_HEAD;
	if (is_reference(text))
		return PARAGRAPH_REFERENCE;
	if (look->marked)
		return PARAGRAPH_ITEM;
	/* A headline that was cut comes again, whole. */
	if (!document->titled && !document->body && look->headline)
		return is_ellipsis(text) ? PARAGRAPH_HEAD : PARAGRAPH_TITLE;
	return body_kind(document, shape, text, look->phrase);
}

void
classify(struct document *document, const struct shape *shape, struct classified *found)
{
	struct slice text = plain_text(document->plain), bare;
	struct look look = {.phrase = PHRASE_NONE};
	bool ended = document->ended;
	struct mark mark = {0};
	size_t end = 0;

	found->kind = PARAGRAPH_BODY;
	found->from = 0;
	found->key = found->place = (struct slice){"", 0};
	found->dated = false;
	if (!document->running && classify_is_foreign(document, &found->key)) {
		found->kind = PARAGRAPH_FOREIGN;
		return;
	}
	if (is_running_text(document, text) ||
	    (text.at[text.len - 1] == '#' && ends_in_mark(document, text))) {
		document->ended = document->list = false;
		return;
	}
	mark = mark_at(text);
	if (document->running) {
		if (mark.style != MARK_NONE)
			found->kind = PARAGRAPH_ITEM;
		return;
	}
	if (slice_starts(text, SLICE("{:")) && text.at[text.len - 1] == '}') {
		found->kind = PARAGRAPH_NOTHING;
		return;
	}
	if (text.len <= LONGEST_HEADLINE)
		look.phrase = phrase_behind(document, text, mark.end, &found->key, &end);
	if (is_chrome(document, text, look.phrase, end, found))
		return;
	look.marked = mark.style != MARK_NONE;
	look.heading = is_heading(text, &found->from);
	bare = slice_cut(text, found->from, text.len);
	look.headline = is_headline(document, bare, look.phrase) && !look.marked &&
			look.phrase != PHRASE_LEADIN && look.phrase != PHRASE_BYLINE;
	document->ended = false;
	if (ended && look.headline && !shape->in_block &&
	    (look.phrase == PHRASE_HEADLINE || sign_words(bare) >= LEAST_HEADLINE_WORDS)) {
		found->kind = PARAGRAPH_NEW_DOCUMENT;
		return;
	}
	found->kind = kind_by_look(document, shape, &look, found);
}
