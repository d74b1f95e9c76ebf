#include "dateline.h"

#include "../text.h"
#include "date.h"
#include "line.h"
#include "signs.h"

enum {
	LONGEST_DATELINE = 90,
	LONGEST_PLACE = 40,
	LEAST_BEHIND = 10, /* of the text that follows */
	MOST_WORDS = 9,
	MOST_PLACE_WORDS = 6,
};

/* The next word of s from *at, without the punctuation around it; empty at the end. */
static struct slice
next_word(struct slice s, size_t *at)
{
	size_t from;
	struct slice word;

	while (*at < s.len && s.at[*at] == ' ')
		++*at;
	from = *at;
	while (*at < s.len && s.at[*at] != ' ')
		++*at;
	word = slice_cut(s, from, *at);
	while (word.len > 0 && strchr("(/[", word.at[0]))
		word = slice_cut(word, 1, word.len);
	while (word.len > 0 && strchr(",./);]", word.at[word.len - 1]))
		word.len--;
	return word;
}

static bool
is_particle(struct slice word)
{
	static const char *const particles[] = {
	    "of", "de",	 "da",	"do",  "del", "la", "el", "al", "and", "am",
	    "an", "der", "den", "les", "en",  "on", "th", "st", NULL};
	size_t i;

	for (i = 0; particles[i]; i++)
		if (slice_is(word, particles[i]))
			return true;
	return false;
}

static bool
begins_upper(struct slice s)
{
	size_t size;

	return s.len > 0 && text_is_upper_letter(text_decode(s.at, s.len, &size));
}

static bool
is_capitals(struct slice word)
{
	size_t i, letters = 0;

	for (i = 0; i < word.len; i++) {
		if (text_is_lower((unsigned char)word.at[i]))
			return false;
		letters += text_is_upper((unsigned char)word.at[i]) ||
			   (unsigned char)word.at[i] >= 0xC0;
	}
	return letters >= 2;
}

/* Whether s looks like the name of a place: a few capitalised words, commas. */
static bool
is_place(const struct words *words, struct slice s)
{
	struct slice word;
	size_t at = 0, count = 0;

	if (s.len < 3 || s.len > 60)
		return false;
	while ((word = next_word(s, &at)).len > 0) {
		if (++count > MOST_PLACE_WORDS || (count == 1 && is_particle(word)))
			return false;
		if (!begins_upper(word) && !is_particle(word))
			return false;
		if (count == 1 && words_starter(words, word) != STARTER_NONE)
			return false;
	}
	return count > 0 && at >= s.len;
}

static struct slice
trim_punctuation(struct slice text)
{
	while (text.len > 0 && strchr(" ,.:;|-([", text.at[text.len - 1]))
		text.len--;
	while (text.len > 0 && strchr(" ,.:;|-([", text.at[0]))
		text = slice_cut(text, 1, text.len);
	return text;
}

bool
dateline_is_date(const struct words *words, struct slice text, struct date *date,
		 struct slice *place)
{
	struct slice before, behind;

	*place = (struct slice){"", 0};
	if (text.len > DATELINE_LONGEST_LINE || !date_find(words, text, date))
		return false;
	before = trim_punctuation(slice_cut(text, 0, date->from));
	behind = trim_punctuation(slice_cut(text, date->to, text.len));
	if (!sign_is_alone(behind)) {
		if (sign_words(behind) > 3 ||
		    (!sign_is_alone(before) &&
		     (behind.len < 2 || text_has_lower(behind))))
			return false;
		if (sign_is_alone(before))
			before = behind;
	}
	if (sign_is_alone(before))
		return true;
	*place = before;
	return before.len <= LONGEST_PLACE &&
	       sign_words(before) <= (memchr(before.at, ',', before.len) ? 4 : 2) &&
	       is_place(words, before);
}

bool
dateline_is_place_line(const struct words *words, struct slice text, bool due,
		       bool titled, struct slice *place)
{
	struct slice before = text;

	if (text.len > DATELINE_LONGEST_LINE)
		return false;
	if (slice_ends(before, SLICE("\xE2\x80\x93")) ||
	    slice_ends(before, SLICE("\xE2\x80\x94")))
		before.len -= 3;
	else if (!due || text.len > LONGEST_PLACE || !memchr(text.at, ',', text.len))
		return false;
	*place = before = trim_punctuation(before);
	return sign_words(before) <= 4 && !memchr(before.at, '.', before.len) &&
	       is_place(words, before) && (!titled || before.len < text.len);
}

/* The place of c in text behind from, or text.len. */
static size_t
find_byte(struct slice text, size_t from, char c)
{
	const char *found =
	    from < text.len ? memchr(text.at + from, c, text.len - from) : NULL;

	return found ? (size_t)(found - text.at) : text.len;
}

/* The dash at or behind from: its place, and in *size its length; text.len: none. */
static size_t
find_dash(struct slice text, size_t from, size_t *size)
{
	size_t hyphen, high, at;

	if (text.len > LONGEST_DATELINE)
		text.len = LONGEST_DATELINE;
	hyphen = find_byte(text, from, '-');
	high = find_byte(text, from, '\xE2');
	while ((at = hyphen < high ? hyphen : high) < text.len) {
		if (at == high) {
			if (at + 2 < text.len && text.at[at + 1] == '\x80' &&
			    (unsigned char)text.at[at + 2] >= 0x93 &&
			    (unsigned char)text.at[at + 2] <= 0x95) {
				*size = 3;
				return at;
			}
			high = find_byte(text, at + 1, '\xE2');
			continue;
		}
		if (at + 1 < text.len && text.at[at + 1] == '-') {
			*size = 2;
			return at;
		}
		if (at > 0 && text.at[at - 1] == ' ' && at + 1 < text.len &&
		    text.at[at + 1] == ' ') {
			*size = 1;
			return at;
		}
		hyphen = find_byte(text, at + 1, '-');
	}
	return text.len;
}

/* "ABU DHABI, 12th March, 2024 (WAM)": what stands in front of the dash. */
static bool
is_dateline(const struct words *words, struct slice s, bool lead, bool bold,
	    struct slice *place)
{
	struct slice word, first = {"", 0};
	struct date date = {0};
	size_t at = 0, count = 0, digits = 0, end = s.len;
	const char *bracket;

	while ((word = next_word(s, &at)).len > 0) {
		if (count++ == 0)
			first = word;
		if (count > MOST_WORDS)
			return false;
		if (text_is_digit((unsigned char)word.at[0])) {
			if (digits++ == 0)
				end = (size_t)(word.at - s.at);
		} else if (!begins_upper(word) && !is_particle(word)) {
			return false;
		} else if (digits == 0 && count > 1 &&
			   words_abbreviation(words, word) == ABBREVIATION_MONTH &&
			   end == s.len) {
			end = (size_t)(word.at - s.at);
		}
	}
	if (count == 0 || !begins_upper(first))
		return false;
	if (!is_capitals(first) &&
	    ((!lead && !bold) || words_starter(words, first) != STARTER_NONE ||
	     (count > 3 && digits == 0 && !bold && !memchr(s.at, ',', s.len))))
		return false;
	if (is_capitals(first) && !lead && !bold && digits == 0)
		return false;
	if (date_find(words, s, &date) && date.from < end)
		end = date.from;
	if ((bracket = memchr(s.at, '(', end)) || (bracket = memchr(s.at, '/', end)))
		end = (size_t)(bracket - s.at);
	*place = slice_cut(s, 0, end);
	while (place->len > 0 && strchr(" ,.", place->at[place->len - 1]))
		place->len--;
	if (slice_ends(*place, SLICE("D.C")))
		place->len++;
	return true;
}

/* A word in small letters, no particle, has come before any number, and has ended. */
static bool
has_small_word(struct slice text)
{
	struct slice word;
	size_t at = 0;

	while ((word = next_word(text, &at)).len > 0 && at < text.len) {
		if (text_is_digit((unsigned char)word.at[0]))
			return false;
		if (!begins_upper(word) && !is_particle(word))
			return true;
	}
	return false;
}

/* The colon that may end a dateline; text.len: none. */
static size_t
find_colon(struct slice text)
{
	const char *colon;
	size_t most = text.len < LONGEST_DATELINE ? text.len : LONGEST_DATELINE, at;

	for (at = 0; (colon = memchr(text.at + at, ':', most - at)); at++) {
		at = (size_t)(colon - text.at);
		if (at > 2 && at + 1 < text.len && text.at[at + 1] == ' ')
			return at;
	}
	return text.len;
}

bool
dateline_is_settled(struct slice text)
{
	size_t size, dash, colon;

	if (text.len >= LONGEST_DATELINE + LEAST_BEHIND + 2)
		return true;
	colon = find_colon(text);
	if (colon < text.len && text.len - colon < LEAST_BEHIND + 2)
		return false;
	dash = find_dash(text, 2, &size);
	if (dash < text.len)
		return text.len - dash >= size + LEAST_BEHIND + 1;
	return has_small_word(text);
}

/* "Washington, DC": a place with the code of its state or country. */
static bool
has_code(struct slice place)
{
	const char *comma = memchr(place.at, ',', place.len);
	struct slice code;

	if (!comma)
		return false;
	code = slice_trim(slice_cut(place, (size_t)(comma - place.at) + 1, place.len));
	return code.len <= 4 && is_capitals(code);
}

/*
 * Whether the dateline in front of a mark of size bytes at at is one; a colon needs
 * more than its looks: "Moderator: Thank you" has none.
 */
static bool
ends_dateline(const struct words *words, struct slice text, size_t at, size_t size,
	      bool lead, size_t bold, bool first, struct dateline *found)
{
	struct slice before = slice_cut(text, 0, at);
	size_t next = at + size;
	struct date date;

	while (next < text.len && text.at[next] == ' ')
		next++;
	if (text.len - next < LEAST_BEHIND || text_is_lower((unsigned char)text.at[next]))
		return false;
	if (!is_dateline(words, before, lead, bold > 0, &found->place) &&
	    !(first && !has_small_word(before) &&
	      dateline_is_date(words, before, &date, &found->place)))
		return false;
	if (text.at[at] == ':' && !has_code(found->place) &&
	    !date_find(words, before, &date))
		return false;
	found->end = at + size;
	return true;
}

struct dateline
dateline_find(const struct words *words, struct slice text, bool lead, size_t bold,
	      bool first)
{
	struct dateline found = {0, {"", 0}};
	size_t size = 0, dash, colon = first ? find_colon(text) : text.len;

	if (colon < text.len &&
	    ends_dateline(words, text, colon, 1, lead, bold, first, &found))
		return found;
	dash = find_dash(text, 2, &size);
	if (dash >= text.len || dash >= LONGEST_DATELINE)
		return found;
	if (text.at[dash - 1] != ' ' && bold == 0 && dash + size < text.len &&
	    text.at[dash + size] != ' ' && !is_capitals(slice_cut(text, 0, dash)))
		return found; /* "Baltic–Nordic" */
	ends_dateline(words, text, dash, size, lead, bold, first, &found);
	return found;
}
