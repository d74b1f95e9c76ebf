#include "words.h"

#include <stdlib.h>

#include "../arena.h"
#include "../diag.h"
#include "../record.h"
#include "../text.h"
#include "step.h"

extern gazetteer_table gazetteer_split;

enum match { MATCH_LINE, MATCH_START, MATCH_PART, MATCH_END };

struct phrase_row {
	struct slice words; /* folded */
	struct slice key;
	enum phrase phrase;
	enum match match;
	uint32_t next; /* the next with the same first word, or HASH_NONE */
	char last;     /* byte of words */
};

/* Lengths of words, by their first and last letter in either case: a bit a length. */
enum { LENGTHS = 16, SHAPES = 1024 };
typedef uint16_t shapes[SHAPES];

/* Words that are asked for much more often than they are there. */
struct table {
	struct hash hash;
	shapes lengths;
};

struct words {
	struct arena arena;
	struct table abbreviations, starters, joiners, compounds, finites, calendar,
	    zones, phrases, small, particles;
	struct slice languages[WORDS_LANGUAGES];
	unsigned language_count;
	shapes inner; /* of first words of phrases that stand inside lines */
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

static inline unsigned
length_bit(size_t len)
{
	return 1u << (len < LENGTHS ? len : LENGTHS - 1);
}

static inline size_t
shape(struct slice word)
{
	return (size_t)(word.at[0] & 31) << 5 | (size_t)(word.at[word.len - 1] & 31);
}

static void
add_shape(shapes lengths, struct slice word)
{
	if (word.len > 0)
		lengths[shape(word)] |= (uint16_t)length_bit(word.len);
}

static inline bool
has_shape(const shapes lengths, struct slice word)
{
	return word.len > 0 && (lengths[shape(word)] & length_bit(word.len)) != 0;
}

/* The place of key's value; it is HASH_NONE when key is new. */
static uint32_t *
place(struct table *table, struct slice key)
{
	add_shape(table->lengths, key);
	return hash_place(&table->hash, key, hash_bytes(key.at, key.len));
}

static void
put(struct table *table, struct slice key, uint32_t value)
{
	*place(table, key) = value;
}

static uint32_t
get(const struct table *table, struct slice key)
{
	if (!has_shape(table->lengths, key))
		return HASH_NONE;
	return hash_find(&table->hash, key, hash_bytes(key.at, key.len));
}

/* ASCII in lower case, typographic quotes plain; gives the length. */
static size_t
fold_phrase(struct slice text, char *buffer)
{
	size_t i, len = 0, from, folded;

	for (i = 0; i < text.len;) {
		if (i + STEP <= text.len && step_lower((const unsigned char *)text.at + i,
						       (unsigned char *)buffer + len)) {
			i += STEP;
			len += STEP;
			continue;
		}
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
	uint32_t *first;

	words->rows =
	    grow(words->rows, words->count, &words->capacity, sizeof *words->rows);
	new = &words->rows[words->count];
	new->words = (struct slice){folded, fold_phrase(row->name, folded)};
	if (new->words.len == 0)
		return; /* in a script that has no letters in ASCII */
	new->last = folded[new->words.len - 1];
	new->phrase = (enum phrase)NUMBER_OF(row->key, phrase_names);
	new->match = attr_find(row->attrs, "match", &value)
			 ? (enum match)NUMBER_OF(value, match_names)
			 : MATCH_LINE;
	new->key = attr_find(row->attrs, "meta", &value) ? value : (struct slice){"", 0};
	if (new->match == MATCH_PART || new->match == MATCH_END)
		add_shape(words->inner, first_word(new->words));
	first = place(&words->phrases, first_word(new->words));
	new->next = *first;
	*first = (uint32_t)words->count++;
}

static void
take_language(struct words *words, struct table *table, const struct gazetteer_row *row)
{
	unsigned number = 0;
	uint32_t *languages;

	while (number < words->language_count &&
	       !slice_equal(words->languages[number], row->key))
		number++;
	if (number == WORDS_LANGUAGES)
		return;
	if (number == words->language_count)
		words->languages[words->language_count++] = row->key;
	languages = place(table, row->name);
	*languages = (*languages == HASH_NONE ? 0 : *languages) | (uint32_t)1 << number;
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
	hash_free(&words->abbreviations.hash);
	hash_free(&words->starters.hash);
	hash_free(&words->joiners.hash);
	hash_free(&words->compounds.hash);
	hash_free(&words->finites.hash);
	hash_free(&words->calendar.hash);
	hash_free(&words->zones.hash);
	hash_free(&words->small.hash);
	hash_free(&words->particles.hash);
	hash_free(&words->phrases.hash);
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
holds_lower(const struct table *table, struct slice word)
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

	if (end > text.len || text.at[end - 1] != row->last ||
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
		    end <= folded.len && folded.at[end - 1] == row->last &&
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

static bool
is_ascii(struct slice s)
{
	unsigned char all = 0;
	size_t i;

	for (i = 0; i < s.len; i++)
		all |= (unsigned char)s.at[i];
	return all < 0x80;
}

/* Whether a word of text is one that phrases begin with, or not to be told so. */
static bool
may_hold_phrase(const struct words *words, struct slice text)
{
	const uint16_t *lengths = words->phrases.lengths;
	size_t at, from;

	if (text.len == 0 || !text_is_alnum((unsigned char)text.at[0]))
		return true;
	for (at = 0; at < text.len; at++) {
		for (from = at; at < text.len && text.at[at] != ' ' && text.at[at] != ':';
		     at++)
			if ((unsigned char)text.at[at] >= 0x80)
				return true;
		if (has_shape(lengths, slice_cut(text, from, at)))
			return true;
		lengths = words->inner;
	}
	return false;
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
	const uint16_t *lengths = words->phrases.lengths;
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
		if (rest.len > 0 && text_is_alpha((unsigned char)rest.at[0]) &&
		    is_ascii(rest) && !has_shape(lengths, rest))
			return PHRASE_NONE;
		rest.len = fold_phrase(rest, buffer);
		rest.at = buffer;
		if (get(&words->phrases, rest) == HASH_NONE)
			return PHRASE_NONE;
	}
	if (inside && !may_hold_phrase(words, text))
		return PHRASE_NONE;
	folded.len = fold_phrase(text, buffer);
	while (at < folded.len) {
		rest = first_word(slice_cut(folded, at, folded.len));
		if (has_shape(lengths, rest))
			row = row_at(words, folded, at, rest.len);
		if (row || !inside)
			break;
		at += rest.len + 1;
		lengths = words->inner;
	}
	if (!row)
		return inside && is_menu(words, folded) ? PHRASE_NAVIGATION : PHRASE_NONE;
	*key = row->key;
	*end = at + row->words.len;
	return row->phrase;
}
