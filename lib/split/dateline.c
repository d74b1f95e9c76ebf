#include "dateline.h"

#include "../text.h"
#include "date.h"

enum { LONGEST_DATELINE = 90, MOST_WORDS = 9, MOST_PLACE_WORDS = 6, LEAST_BEHIND = 10 };

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

bool
dateline_is_place(const struct words *words, struct slice s)
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

/* The dash at or behind from: its place, and in *size its length; text.len: none. */
static size_t
find_dash(struct slice text, size_t from, size_t *size)
{
	size_t at;

	if (text.len > LONGEST_DATELINE)
		text.len = LONGEST_DATELINE;
	for (at = from; at < text.len; at++) {
		if (at + 2 < text.len && (memcmp(text.at + at, "\xE2\x80\x93", 3) == 0 ||
					  memcmp(text.at + at, "\xE2\x80\x94", 3) == 0 ||
					  memcmp(text.at + at, "\xE2\x80\x95", 3) == 0)) {
			*size = 3;
			return at;
		}
		if (at + 1 < text.len && text.at[at] == '-' && text.at[at + 1] == '-') {
			*size = 2;
			return at;
		}
		if (at > 0 && text.at[at] == '-' && text.at[at - 1] == ' ' &&
		    at + 1 < text.len && text.at[at + 1] == ' ') {
			*size = 1;
			return at;
		}
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

bool
dateline_is_settled(const struct words *words, struct slice text)
{
	size_t size, dash, at = 0;
	struct slice word;

	(void)words;
	if (text.len >= LONGEST_DATELINE + LEAST_BEHIND + 2)
		return true;
	dash = find_dash(text, 2, &size);
	if (dash < text.len)
		return text.len - dash >= size + LEAST_BEHIND + 1;
	while ((word = next_word(text, &at)).len > 0 && at < text.len)
		if (!begins_upper(word) && !is_particle(word) &&
		    !text_is_digit((unsigned char)word.at[0]))
			return true;
	return false;
}

struct dateline
dateline_find(const struct words *words, struct slice text, bool lead, size_t bold)
{
	struct dateline found = {0, {"", 0}};
	size_t size = 0, dash, next;
	unsigned char c;

	dash = find_dash(text, 2, &size);
	if (dash >= text.len || dash >= LONGEST_DATELINE)
		return found;
	next = dash + size;
	if (text.at[dash - 1] != ' ' && bold == 0 && next < text.len &&
	    text.at[next] != ' ' && !is_capitals(slice_cut(text, 0, dash)))
		return found; /* "Baltic–Nordic" */
	while (next < text.len && text.at[next] == ' ')
		next++;
	if (next >= text.len)
		return found;
	c = (unsigned char)text.at[next];
	if (text_is_lower(c) || text.len - next < LEAST_BEHIND)
		return found;
	if (!is_dateline(words, slice_cut(text, 0, dash), lead, bold > 0, &found.place))
		return found;
	found.end = dash + size;
	return found;
}
