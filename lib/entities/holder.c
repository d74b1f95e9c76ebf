/* bare surnames → the office holders of the tables */
#include "reference.h"

const struct mention *
title_before(struct document *document, const struct mention *mention)
{
	const struct mention *role = mention_before(document, mention);

	return role && role->kind == NAME_ROLE && role->last + 2 >= mention->first ? role : NULL;
}

/* An office of the person besides the best known one: offices= holds the keys of titles. */
static bool
holds_other_office(struct slice attrs, struct slice title, struct slice role)
{
	struct slice offices, key;
	size_t len;

	if (!attr_find(attrs, "offices", &offices))
		return false;
	while (offices.len > 0) {
		for (len = 0; len < offices.len && offices.at[len] != ','; len++)
			continue;
		key = slice_cut(offices, 0, len);
		if (slice_equal(key, role) || title_stands_for(title, key))
			return true;
		offices = slice_cut(offices, len < offices.len ? len + 1 : len, offices.len);
	}
	return false;
}

/* Years of the best known office around the document's: no year goes with any. */
static bool
in_office(const struct entry *entry, int year)
{
	return !year || (entry->from <= year && (!entry->to || entry->to >= year - 1));
}

/*
 * How well a surname behind a title, or alone, fits a person's row: 0 not, else the
 * more the better. role is the title's key.
 */
static int
office_fit(const struct lexicon *lexicon, const struct entry *entry, struct slice title,
    struct slice role, int year)
{
	struct slice office = entry_main(lexicon, entry);
	bool now = in_office(entry, year);

	if (title.len == 0)
		return now;
	if ((now || (entry->from && entry->from <= year)) && office.len > 0 &&
	    title_stands_for(title, office))
		return now ? 3 : 1;
	if (!holds_other_office(entry_attrs(lexicon, entry), title, role))
		return 0;
	return now ? 3 : 2;
}

static struct slice
name_of_row(const struct lexicon *lexicon, const struct entry *entry)
{
	struct slice attrs = entry_attrs(lexicon, entry);

	return (struct slice){attrs.at + attrs.len + 1, entry->name_len};
}

/* A row under the same name, given later with -g, stands instead of it; first: of the
 * namesakes, those of the user's rows before the others. */
static bool
is_replaced(const struct lexicon *lexicon, uint32_t first, const struct entry *entry)
{
	const struct entry *other;
	uint32_t e;

	for (e = first; lexicon->entries[e].flags & FLAG_USER; e = other->namesake) {
		other = &lexicon->entries[e];
		if (other > entry && slice_equal(name_of_row(lexicon, other), name_of_row(lexicon, entry)))
			return true;
	}
	return false;
}

const struct entry *
office_holder(struct document *document, const struct mention *mention, uint32_t family)
{
	const struct lexicon *lexicon = document->lexicon;
	const struct mention *role = title_before(document, mention);
	struct slice title = role ? mention_text(document, role) : (struct slice){"", 0};
	struct slice key =
	    role && role->entry ? entry_key(lexicon, role->entry) : (struct slice){"", 0};
	const struct entry *found = NULL, *before = NULL;
	int fit = 0, best = 0;
	uint32_t e;
	bool two = false;

	if (family >= DOCUMENT_WORD)
		return NULL;
	for (e = known_word(lexicon, family)->persons; e; e = lexicon->entries[e].namesake) {
		const struct entry *entry = &lexicon->entries[e];

		/* A person's rows differ only in how the name is written. */
		if (!before || !slice_equal(entry_attrs(lexicon, entry), entry_attrs(lexicon, before)))
			fit = office_fit(lexicon, entry, title, key, document->published.year);
		before = entry;
		if (fit == 0 || fit < best ||
		    is_replaced(lexicon, lexicon->words[family].persons, entry))
			continue;
		two = fit == best && found &&
		    (two || !slice_equal(entry_key(lexicon, found), entry_key(lexicon, entry)));
		best = fit;
		found = entry;
	}
	return two ? NULL : found; /* two of them: not to be told */
}
