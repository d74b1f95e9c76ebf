#include "style.h"

#include "reference.h"

enum { MOST_WORDS = 16 };

/* The words of a title; begins: another title may begin there. */
struct title {
	uint32_t words[MOST_WORDS];
	bool begins[MOST_WORDS];
	unsigned count;
};

static unsigned
bits_of(struct slice values)
{
	static const char *const names[] = {"head", "premier", "majesty", "highness", "lady"};
	unsigned bits = 0, n;
	size_t at = 0, end;

	for (; at < values.len; at = end + 1) {
		for (end = at; end < values.len && values.at[end] != ','; end++)
			continue;
		for (n = 0; n < sizeof names / sizeof names[0]; n++)
			if (slice_is(slice_cut(values, at, end), names[n]))
				bits |= 1u << n;
	}
	return bits;
}

static unsigned
bits_of_row(const struct lexicon *lexicon, const struct entry *role, const char *name)
{
	struct slice values;

	return role && attr_find(entry_attrs(lexicon, role), name, &values) ? bits_of(values) : 0;
}

unsigned
style_meant(const struct lexicon *lexicon, const struct entry *role)
{
	return bits_of_row(lexicon, role, "means");
}

/* A word behind "and" or a mark may begin another title. */
static void
add_word(struct title *title, uint32_t word, struct slice text, bool *begins)
{
	if (title->count == MOST_WORDS)
		return;
	title->words[title->count] = word;
	title->begins[title->count++] = *begins;
	*begins = slice_is(text, "and") || slice_is(text, "&") || slice_is(text, "/") ||
	    slice_is(text, ",");
}

static struct title
title_in_text(const struct document *document, const struct mention *role)
{
	struct title title = {.count = 0};
	bool begins = true;
	uint32_t i;

	for (i = role->first; i < role->last; i++)
		add_word(&title, document->tokens[i].word,
		    token_text(document, mention_unit(document, role), i), &begins);
	return title;
}

static struct title
title_in_table(const struct lexicon *lexicon, struct slice office)
{
	struct title title = {.count = 0};
	bool begins = true;
	size_t at, end;

	for (at = 0; at < office.len; at = end + 1) {
		for (end = at; end < office.len && office.at[end] != ' '; end++)
			continue;
		add_word(&title, lexicon_word(lexicon, office.at + at, end - at),
		    slice_cut(office, at, end), &begins);
	}
	return title;
}

/* Of the longest title of the table that begins at its n-th word. */
static unsigned
style_at(const struct lexicon *lexicon, const struct title *title, unsigned n)
{
	const struct entry *found = NULL, *role;
	struct path path;

	if (title->words[n] >= DOCUMENT_WORD)
		return 0;
	path = lexicon->words[title->words[n]].name;
	for (;;) {
		if ((role = lexicon_entry(lexicon, path.entry, ENTRY_ROLE)))
			found = role;
		if (!path.node || ++n == title->count || title->words[n] >= DOCUMENT_WORD)
			break;
		path = lexicon_step(lexicon, path, title->words[n]);
	}
	return bits_of_row(lexicon, found, "style");
}

static unsigned
style_of_title(const struct lexicon *lexicon, const struct title *title)
{
	unsigned bits = 0, n;

	for (n = 0; n < title->count; n++)
		if (title->begins[n])
			bits |= style_at(lexicon, title, n);
	return bits;
}

unsigned
style_of_person(const struct document *document, uint32_t p)
{
	const struct lexicon *lexicon = document->lexicon;
	const struct person *person = &document->persons[p];
	struct title title;
	unsigned bits = 0;
	uint32_t t;

	for (t = person->titles; t != NONE; t = document->mentions[t].next_title) {
		title = title_in_text(document, &document->mentions[t]);
		bits |= style_of_title(lexicon, &title);
	}
	if (person->office.len > 0) {
		title = title_in_table(lexicon, person->office);
		bits |= style_of_title(lexicon, &title);
	}
	return bits;
}
