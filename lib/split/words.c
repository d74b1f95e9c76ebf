#include "words.h"

#include <stdlib.h>

#include "../arena.h"
#include "../diag.h"
#include "../record.h"
#include "../text.h"

extern gazetteer_table gazetteer_split;

enum match { MATCH_LINE, MATCH_START, MATCH_PART, MATCH_END };

struct phrase_row {
	struct slice words; /* folded */
	struct slice key;
	enum phrase phrase;
	enum match match;
	uint32_t next; /* the next with the same first word, or HASH_NONE */
};

enum { ENGLISH_PLACES = 64, LONGEST_ENGLISH = 4 };

struct words {
	struct arena arena;
	struct hash abbreviations, starters, joiners, compounds, finites, calendar, zones,
	    phrases, small, particles;
	uint32_t english[ENGLISH_PLACES]; /* some of the short ones, by their bytes */
	struct slice languages[WORDS_LANGUAGES];
	unsigned language_count;
	struct phrase_row *rows;
	size_t count, capacity;
	struct slice *offsets;
	size_t offset_count, offset_capacity;
	size_t longest; /* of the abbreviations */
};

enum { LONGEST_PHRASE_LINE = 400, LONGEST_CHROME_LINE = 60, LONGEST_PHRASE = 100 };

static const char *const abbreviation_names[] = {"",	 "title",  "number", "month",
						 "name", "suffix", "time"};
static const char *const starter_names[] = {"", "weak", "strong", "title"};
static const char *const phrase_names[] = {
    "",	   "navigation", "share",  "disclaimer", "contact",  "related",
    "end", "byline",	 "leadin", "label",	 "headline", "note"};
static const char *const match_names[] = {"line", "start", "part", "end"};

static uint32_t
name_number(struct slice name, const char *const *names, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (slice_is(name, names[i]))
			return (uint32_t)i;
	return 0;
}
#define NUMBER_OF(name, names) name_number(name, names, sizeof names / sizeof names[0])

static void
put(struct hash *table, struct slice key, uint32_t value)
{
	*hash_place(table, key, hash_bytes(key.at, key.len)) = value;
}

static uint32_t
get(const struct hash *table, struct slice key)
{
	return hash_find(table, key, hash_bytes(key.at, key.len));
}

/* ASCII in lower case, typographic quotes plain; gives the length. */
static size_t
fold_phrase(struct slice text, char *buffer)
{
	size_t i, len = 0, from, folded;

	for (i = 0; i < text.len;) {
		if ((unsigned char)text.at[i] < 0x80) {
			buffer[len++] = text_lower_byte(text.at[i++]);
			continue;
		}
		for (from = i; i < text.len && (unsigned char)text.at[i] >= 0x80; i++)
			continue;
		folded = text_fold(slice_cut(text, from, i), buffer + len);
		for (; folded > 0; folded--, len++)
			buffer[len] = text_lower_byte(buffer[len]);
	}
	return len;
}

static struct slice
first_word(struct slice text)
{
	size_t i;

	for (i = 0; i < text.len && text.at[i] != ' ' && text.at[i] != ':'; i++)
		continue;
	return slice_cut(text, 0, i);
}

static void
take_phrase(struct words *words, const struct gazetteer_row *row)
{
	char *folded = arena_bytes(&words->arena, 4 * row->name.len + 1);
	struct phrase_row *new;
	struct slice value;
	uint32_t *place;

	words->rows =
	    grow(words->rows, words->count, &words->capacity, sizeof *words->rows);
	new = &words->rows[words->count];
	new->words = (struct slice){folded, fold_phrase(row->name, folded)};
	if (new->words.len == 0)
		return; /* in a script that has no letters in ASCII */
	new->phrase = (enum phrase)NUMBER_OF(row->key, phrase_names);
	new->match = attr_find(row->attrs, "match", &value)
			 ? (enum match)NUMBER_OF(value, match_names)
			 : MATCH_LINE;
	new->key = attr_find(row->attrs, "meta", &value) ? value : (struct slice){"", 0};
	place = hash_place(&words->phrases, first_word(new->words),
			   hash_bytes(new->words.at, first_word(new->words).len));
	new->next = *place;
	*place = (uint32_t)words->count++;
}

/* A word of 2 to 4 bytes as a number. */
static inline uint32_t
number_of_word(const char *at, size_t len)
{
	return (uint32_t)(unsigned char)at[0] | (uint32_t)(unsigned char)at[1] << 8 |
	       (uint32_t)(unsigned char)at[len / 2] << 16 |
	       (uint32_t)(unsigned char)at[len - 1] << 24;
}

/* The one place where it may stand (Knuth, TAOCP 3, 6.4: multiplicative hashing). */
static inline size_t
english_place(uint32_t number)
{
	return number * 0x9E3779B1u >> 26;
}

static void
take_language(struct words *words, struct hash *table, const struct gazetteer_row *row)
{
	unsigned number = 0;
	uint32_t bytes;
	uint32_t *place;

	while (number < words->language_count &&
	       !slice_equal(words->languages[number], row->key))
		number++;
	if (number == WORDS_LANGUAGES)
		return;
	if (number == words->language_count)
		words->languages[words->language_count++] = row->key;
	place = hash_place(table, row->name, hash_bytes(row->name.at, row->name.len));
	*place = (*place == HASH_NONE ? 0 : *place) | (uint32_t)1 << number;
	if (number == 0 && row->name.len > 1 && row->name.len <= LONGEST_ENGLISH) {
		bytes = number_of_word(row->name.at, row->name.len);
		words->english[english_place(bytes)] = bytes;
	}
}

void
words_take(void *context, const struct gazetteer_row *row)
{
	struct words *words = context;
	struct slice name = row->name;

	if (slice_is(row->kind, "abbreviation")) {
		if (name.len > words->longest)
			words->longest = name.len;
		if (name.len > 0 && name.at[name.len - 1] == '.')
			name.len--;
		put(&words->abbreviations, name, NUMBER_OF(row->key, abbreviation_names));
	} else if (slice_is(row->kind, "starter")) {
		put(&words->starters, name, NUMBER_OF(row->key, starter_names));
	} else if (slice_is(row->kind, "joiner")) {
		put(&words->joiners, name, 1);
	} else if (slice_is(row->kind, "compound")) {
		put(&words->compounds, name, 1);
	} else if (slice_is(row->kind, "finite")) {
		put(&words->finites, name, 1);
	} else if (slice_is(row->kind, "calendar")) {
		put(&words->calendar, name, 1);
	} else if (slice_is(row->kind, "language")) {
		take_language(words, &words->small, row);
	} else if (slice_is(row->kind, "particle")) {
		take_language(words, &words->particles, row);
	} else if (slice_is(row->kind, "zone")) {
		words->offsets = grow(words->offsets, words->offset_count,
				      &words->offset_capacity, sizeof *words->offsets);
		words->offsets[words->offset_count] = row->key;
		put(&words->zones, name, (uint32_t)words->offset_count++);
	} else if (slice_is(row->kind, "boilerplate")) {
		take_phrase(words, row);
	}
}

struct words *
words_new(void)
{
	struct words *words = calloc(1, sizeof *words);

	if (!words)
		diag_no_memory();
	words->languages[words->language_count++] = SLICE("en");
	gazetteer_load_table(gazetteer_split, words_take, words);
	return words;
}

void
words_free(struct words *words)
{
	arena_free(&words->arena);
	hash_free(&words->abbreviations);
	hash_free(&words->starters);
	hash_free(&words->joiners);
	hash_free(&words->compounds);
	hash_free(&words->finites);
	hash_free(&words->calendar);
	hash_free(&words->zones);
	hash_free(&words->small);
	hash_free(&words->particles);
	hash_free(&words->phrases);
	free(words->rows);
	free(words->offsets);
	free(words);
}

enum abbreviation
words_abbreviation(const struct words *words, struct slice word)
{
	uint32_t found;

	if (word.len > words->longest)
		return ABBREVIATION_NONE;
	found = get(&words->abbreviations, word);
	return found == HASH_NONE ? ABBREVIATION_NONE : (enum abbreviation)found;
}

enum starter
words_starter(const struct words *words, struct slice word)
{
	uint32_t found = get(&words->starters, word);

	return found == HASH_NONE ? STARTER_NONE : (enum starter)found;
}

static bool
holds_lower(const struct hash *table, struct slice word)
{
	char lower[16];
	size_t i;

	if (word.len == 0 || word.len > sizeof lower)
		return false;
	for (i = 0; i < word.len; i++)
		lower[i] = text_lower_byte(word.at[i]);
	return get(table, (struct slice){lower, word.len}) != HASH_NONE;
}

bool
words_joiner(const struct words *words, struct slice word)
{
	return holds_lower(&words->joiners, word);
}

bool
words_compound(const struct words *words, struct slice word)
{
	return holds_lower(&words->compounds, word);
}

bool
words_finite(const struct words *words, struct slice word)
{
	return get(&words->finites, word) != HASH_NONE;
}

bool
words_calendar(const struct words *words, struct slice word)
{
	return get(&words->calendar, word) != HASH_NONE;
}

uint32_t
words_languages(const struct words *words, struct slice word)
{
	uint32_t found = get(&words->small, word);

	return found == HASH_NONE ? 0 : found;
}

uint32_t
words_particle(const struct words *words, struct slice word)
{
	uint32_t found = get(&words->particles, word);

	return found == HASH_NONE ? 0 : found;
}

bool
words_has_english(const struct words *words, struct slice text, size_t count)
{
	const char *at = text.at, *end = text.at + text.len, *from;
	uint32_t bytes;
	size_t len;

	while (count > 0) {
		for (from = at; at < end && *at != ' '; at++)
			continue;
		if (at == end)
			return false;
		len = (size_t)(at++ - from);
		if (len < 2 || len > LONGEST_ENGLISH)
			continue;
		bytes = number_of_word(from, len);
		count -= words->english[english_place(bytes)] == bytes;
	}
	return true;
}

struct slice
words_language(const struct words *words, unsigned number)
{
	return words->languages[number];
}

bool
words_zone(const struct words *words, struct slice name, struct slice *offset)
{
	uint32_t found = get(&words->zones, name);

	if (found == HASH_NONE)
		return false;
	*offset = words->offsets[found];
	return true;
}

static bool
is_edge(struct slice text, size_t at)
{
	return at >= text.len || !text_is_alnum((unsigned char)text.at[at]);
}

/* Whether row stands at from in the folded text, as it asks for. */
static bool
row_matches(const struct phrase_row *row, struct slice text, size_t from)
{
	size_t end = from + row->words.len, rest = end;

	if (end > text.len ||
	    memcmp(text.at + from, row->words.at, row->words.len) != 0 ||
	    (end > from && text_is_alnum((unsigned char)text.at[end - 1]) &&
	     !is_edge(text, end)))
		return false;
	switch (row->match) {
	case MATCH_START:
		return from == 0;
	case MATCH_PART:
		return true;
	case MATCH_END:
	case MATCH_LINE:
		while (rest < text.len && !text_is_alnum((unsigned char)text.at[rest]))
			rest++;
		return rest == text.len && (row->match == MATCH_END || from == 0);
	}
	return false;
}

/* The longest row that stands at at in the folded text, or NULL. */
static const struct phrase_row *
row_at(const struct words *words, struct slice folded, size_t at, size_t word)
{
	uint32_t found = get(&words->phrases, slice_cut(folded, at, at + word));
	const struct phrase_row *row, *longest = NULL;

	for (; found != HASH_NONE; found = row->next) {
		row = &words->rows[found];
		if ((!longest || row->words.len > longest->words.len) &&
		    row_matches(row, folded, at))
			longest = row;
	}
	return longest;
}

/* The longest row for a whole line that stands at at, followed by anything. */
static size_t
menu_entry(const struct words *words, struct slice folded, size_t at)
{
	size_t end, longest = 0;
	uint32_t found =
	    get(&words->phrases, first_word(slice_cut(folded, at, folded.len)));
	const struct phrase_row *row;

	for (; found != HASH_NONE; found = row->next) {
		row = &words->rows[found];
		end = at + row->words.len;
		if (row->match == MATCH_LINE && row->words.len > longest &&
		    end <= folded.len &&
		    (row->phrase == PHRASE_NAVIGATION || row->phrase == PHRASE_SHARE) &&
		    memcmp(folded.at + at, row->words.at, row->words.len) == 0 &&
		    is_edge(folded, end))
			longest = row->words.len;
	}
	return longest;
}

/* "Home | News | Contact us": nothing but entries of a menu. */
static bool
is_menu(const struct words *words, struct slice folded)
{
	size_t at = 0, size;

	while (at < folded.len) {
		if (!text_is_alnum((unsigned char)folded.at[at])) {
			at++;
			continue;
		}
		if ((size = menu_entry(words, folded, at)) == 0)
			return false;
		at += size;
	}
	return folded.len > 0;
}

/*
 * Most lines are looked up by their first word alone: only what ends in a colon
 * may hold a lead-in, and only a short line ends in page chrome.
 */
enum phrase
words_phrase(const struct words *words, struct slice text, struct slice *key, size_t *end)
{
	char buffer[4 * LONGEST_PHRASE_LINE];
	struct slice folded = {buffer, 0}, rest;
	const struct phrase_row *row = NULL;
	size_t at = 0;
	bool inside;

	*key = (struct slice){"", 0};
	if (text.len > LONGEST_PHRASE_LINE)
		text.len = LONGEST_PHRASE_LINE;
	inside = text.len > 0 &&
		 (text.at[text.len - 1] == ':' || text.len <= LONGEST_CHROME_LINE);
	if (!inside && text.len > LONGEST_PHRASE)
		text.len = LONGEST_PHRASE;
	if (!inside) {
		/* Mostly no phrase begins with this word. */
		rest = first_word(text);
		rest.len = fold_phrase(rest, buffer);
		rest.at = buffer;
		if (get(&words->phrases, rest) == HASH_NONE)
			return PHRASE_NONE;
	}
	folded.len = fold_phrase(text, buffer);
	while (at < folded.len) {
		rest = first_word(slice_cut(folded, at, folded.len));
		if ((row = row_at(words, folded, at, rest.len)) || !inside)
			break;
		at += rest.len + 1;
	}
	if (!row)
		return inside && is_menu(words, folded) ? PHRASE_NAVIGATION : PHRASE_NONE;
	*key = row->key;
	*end = at + row->words.len;
	return row->phrase;
}
