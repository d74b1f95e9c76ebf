/* titles that stand alone → the persons they mean */
#include "resolve.h"

#include "publisher.h"
#include "style.h"

/* Bounds that no readout comes near, so that no input makes the work explode. */
enum { MOST_BEARERS = 1000, MOST_HOLDERS = 8, LONGEST_TITLE = 198 };

bool
title_is_borne(const struct document *document, uint32_t p, struct slice title,
    const struct entry *entry)
{
	const struct mention *role;
	struct slice whole;
	char buffer[200];
	uint32_t t;

	for (t = document->persons[p].titles; t != NONE; t = role->next_title) {
		role = &document->mentions[t];
		whole = mention_text(document, role);
		if (role->several) /* "Senators Roe and Doe" */
			whole = title_singular(whole, buffer, sizeof buffer);
		/* "Foreign Minister", "Minister of Foreign Affairs": the tables know them as one. */
		if (title_stands_for(title, whole) ||
		    (entry && role->entry && !role->several &&
			slice_equal(entry_key(document->lexicon, entry),
			    entry_key(document->lexicon, role->entry))))
			return true;
	}
	return false;
}

/* Whether person p holds that office by the tables. */
static bool
title_is_known(const struct document *document, uint32_t p, struct slice title)
{
	const struct person *person = &document->persons[p];

	return person->office.len > 0 && was_in_office(person->entry, document->published.year) &&
	    title_stands_for(title, person->office);
}

bool
title_is_held(const struct document *document, uint32_t p, struct slice title)
{
	return title_is_known(document, p, title) || title_is_borne(document, p, title, NULL);
}

/* The title is that one of the table, written so or otherwise. */
static bool
is_titled(const struct document *document, const struct mention *role, const char *key)
{
	return role->entry && slice_is(entry_key(document->lexicon, role->entry), key);
}

/* Who may be meant by a title, as far as title and country tell. */
struct holders {
	struct slice title;
	char country[2];
	uint32_t persons[MOST_HOLDERS]; /* the best one first */
	uint32_t count;
};

/* Whether the tables know somebody who held that office of the state: it has one. */
static bool
has_such_office(const struct lexicon *lexicon, const char *country, struct slice title)
{
	uint32_t e;

	for (e = lexicon->first_person; e < lexicon->last_person; e++)
		if (lexicon->entries[e].kind == ENTRY_PERSON &&
		    memcmp(lexicon->entries[e].country, country, 2) == 0 &&
		    titles_equal(title, entry_main(lexicon, &lexicon->entries[e])))
			return true;
	return false;
}

/*
 * "The Prime Minister spoke to Canadian Prime Minister Roe": the first is not Roe,
 * here and in the whole document; nor is he a foreigner who is named only further on.
 * Persons so excluded for a title written plainly.
 */
static bool
is_somebody_else(const struct resolution *resolution, uint32_t p, struct slice title)
{
	const struct document *document = resolution->document;
	const struct person *person = &document->persons[p];
	bool foreign = person->country[0] && resolution->home[0] &&
	    memcmp(person->country, resolution->home, 2) != 0;
	uint32_t t, m, n;

	for (t = 0; t < resolution->alone.count; t++) {
		const struct mention *plain = &document->mentions[m = resolution->alone.at[t]], *other;

		if (plain->person_count > 0 || !titles_equal(title, mention_text(document, plain)) ||
		    !(mention_reads(document, plain, plain->first - 1, "the") ||
			mention_unit(document, plain)->token == plain->first))
			continue;
		for (n = m + 1; n < document->mention_count; n++) {
			other = &document->mentions[n];
			if (other->unit != plain->unit)
				break;
			if (other->kind == NAME_ROLE && other->owner != NONE &&
			    document->mentions[other->owner].person == p &&
			    title_stands_for(title, mention_text(document, other)))
				return true;
			/* "The Prime Minister met Crown Prince X", who is also a Prime Minister. */
			if (other->kind == NAME_PERSON && other->person == p &&
			    plain->first <= mention_unit(document, plain)->token + 3)
				return true;
		}
		if (foreign && m < person->first_mention && unit_is_text(mention_unit(document, plain))) {
			if (has_such_office(document->lexicon, resolution->home, title))
				return true;
			foreign = false;
		}
	}
	return false;
}

/*
 * The own head of state needs no title: "Vladimir Roe met with President Doe of Chile.
 * The President noted …"
 */
static bool
is_own_untitled(const struct resolution *resolution, uint32_t p, struct slice title)
{
	const struct document *document = resolution->document;

	return p == resolution->own && document->persons[p].titles == NONE &&
	    title_is_held(document, p, title);
}

/* All who may be meant: of the best evidence there is. */
static void
find_holders(const struct resolution *resolution, struct slice title, const struct entry *entry,
    const char *country, struct holders *holders)
{
	const struct document *document = resolution->document;
	unsigned meant = style_meant(document->lexicon, entry);
	uint32_t i, p;
	int by_table;

	holders->count = 0;
	/* What the document calls somebody is believed before what the tables know of him. */
	for (by_table = 0; by_table < (country[0] ? 3 : 2) && holders->count == 0; by_table++)
		for (i = 0; i < resolution->bearer_count && holders->count < MOST_HOLDERS; i++) {
			p = resolution->bearers[i];
			/* At last who has the title and of whom no country is known. */
			if (country[0] && (by_table == 2 ? document->persons[p].country[0]
						: memcmp(country, document->persons[p].country, 2) != 0))
				continue;
			if (by_table == 1 ? !title_is_known(document, p, title)
				     : !title_is_borne(document, p, title, entry) &&
				    !(meant && style_of_person(document, p) & meant) &&
				    !(!country[0] && is_own_untitled(resolution, p, title)))
				continue;
			if (country[0] || !is_somebody_else(resolution, p, title))
				holders->persons[holders->count++] = p;
		}
}

/* Whether person is named before the title in its unit; in the whole of it, if behind. */
static bool
is_named(struct document *document, const struct mention *role, uint32_t p, bool behind)
{
	const struct mention *m = role;
	int n;

	for (n = 0; n < MOST_LOOK_BACK && (m = mention_before(document, m)); n++)
		if (m->kind == NAME_PERSON && m->person == p)
			return true;
	for (n = 0, m = role; behind && n < MOST_LOOK_BACK && (m = mention_behind(document, m)); n++)
		if (m->kind == NAME_PERSON && m->person == p)
			return true;
	return false;
}

/* "the President", "the Chilean President"; not "elected President" */
static bool
is_definite(struct document *document, const struct mention *role)
{
	const struct mention *country = mention_before(document, role);

	if (country && country->kind == NAME_COUNTRY && country->last == role->first)
		role = country;
	return mention_reads(document, role, role->first - 1, "the");
}

/* "Doe congratulated Roe on his election as President": who is named last before it. */
static uint32_t
named_last(struct document *document, const struct holders *holders, const struct mention *role)
{
	const struct mention *m = role;
	uint32_t i;
	int n;

	for (n = 0; n < MOST_LOOK_BACK && (m = mention_before(document, m)); n++)
		for (i = 0; m->kind == NAME_PERSON && i < holders->count; i++)
			if (holders->persons[i] == m->person)
				return m->person;
	return NONE;
}

/*
 * Of two with the same title: not whom the sentence has named ("Minister Roe thanked the
 * Minister"; but "Roe was elected President"); the side that writes; else the one the
 * document names first.
 */
static uint32_t
choose_holder(const struct resolution *resolution, const struct holders *holders,
    const struct mention *role)
{
	struct document *document = resolution->document;
	bool in_sentence = unit_is_text(mention_unit(document, role));
	bool definite = in_sentence && is_definite(document, role), named[MOST_HOLDERS];
	uint32_t i, unnamed = 0, chosen = NONE;

	if (in_sentence && !definite && (chosen = named_last(document, holders, role)) != NONE)
		return chosen;
	for (i = 0; i < holders->count; i++) {
		named[i] = definite && is_named(document, role, holders->persons[i], true);
		unnamed += !named[i];
	}
	for (i = 0; i < holders->count; i++) {
		if (unnamed > 0 && named[i])
			continue;
		if (chosen == NONE || holders->persons[i] == resolution->own)
			chosen = holders->persons[i];
	}
	return chosen;
}

/* "Roe came as special envoy": the only one whom the sentence has named before. */
static void
resolve_capacity(struct document *document, struct mention *role)
{
	const struct mention *m = role;
	uint32_t only = NONE;
	int n;

	for (n = 0; n < MOST_LOOK_BACK && (m = mention_before(document, m)); n++) {
		if (m->person == NONE || (m->kind != NAME_PERSON && m->kind != NAME_ROLE))
			continue;
		if (only != NONE && only != m->person)
			return;
		only = m->person;
	}
	if (only != NONE)
		role_mean(document, role, only);
}

/* Those whom the title of a role in that country, or "", may mean: found once a document. */
static const struct holders *
holders_of(const struct resolution *resolution, const struct mention *role, const char *country)
{
	struct document *document = resolution->document;
	struct slice title = mention_text(document, role);
	const char *of = country[0] ? country : "--";
	size_t i = hash_bytes(title.at, title.len) + (unsigned char)of[0] * 26u + (unsigned char)of[1];
	struct holders *holders;

	for (; (holders = resolution->holders[i & resolution->holders_mask]); i++)
		if (memcmp(holders->country, of, 2) == 0 && slice_equal(holders->title, title))
			return holders;
	holders = arena_take(&document->arena, sizeof *holders);
	holders->title = title;
	memcpy(holders->country, of, 2);
	find_holders(resolution, title, role->entry, country, holders);
	return resolution->holders[i & resolution->holders_mask] = holders;
}

/* "the European Commission | President": of a body of many states, so of none. */
static bool
is_of_states(struct document *document, const struct mention *role)
{
	const struct mention *body = mention_before(document, role);

	return body && body->kind == NAME_ORG && body->last == role->first && body->entry &&
	    !body->country[0] && is_titled(document, role, "president");
}

static void
resolve_single(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	const char *country = role_country(document, role);
	const struct holders *holders;

	if ((is_titled(document, role, "leader") && !country[0]) ||
	    role->end - role->start > LONGEST_TITLE)
		return;
	holders = holders_of(resolution, role, country);
	/* "President Roe greeted the President of Peru": of whom no country is known. */
	if (holders->count == 1 && country[0] && !document->persons[holders->persons[0]].country[0] &&
	    unit_is_text(mention_unit(document, role)) && is_definite(document, role) &&
	    is_named(document, role, holders->persons[0], false))
		return;
	if (holders->count > 0 && is_of_states(document, role)) {
		const struct person *holder = &document->persons[holders->persons[0]];

		if (!holder->entry || holder->country[0])
			return;
	}
	if (holders->count > 0)
		role_mean(document, role, holders->count == 1 ? holders->persons[0]
							      : choose_holder(resolution, holders, role));
	else if (mention_reads(document, role, role->first - 1, "as"))
		resolve_capacity(document, role);
}

/* The first mention of the list that a sentence holds, or NULL. */
static const struct mention *
first_in_text(const struct document *document, const struct roll *roll)
{
	uint32_t n;

	for (n = 0; n < roll->count; n++) {
		const struct mention *mention = &document->mentions[roll->at[n]];

		if (unit_is_text(mention_unit(document, mention)))
			return mention;
	}
	return NULL;
}

static void
begin_resolution(struct resolution *resolution)
{
	struct document *document = resolution->document;
	const struct roll *names = &document->names;
	const struct mention *name;
	const struct person *person;
	size_t size = 4;
	uint32_t n, p;

	while (size < 2 * resolution->alone.count)
		size *= 2;
	resolution->holders = arena_take(&document->arena, size * sizeof *resolution->holders);
	for (resolution->holders_mask = size - 1; size-- > 0;)
		resolution->holders[size] = NULL;
	publisher_country(document, resolution->home);
	resolution->own = (name = first_in_text(document, names)) ? name->person : NONE;
	resolution->opening = first_in_text(document, &document->titles);
	resolution->bearers =
	    arena_take(&document->arena, document->person_count * sizeof *resolution->bearers);
	resolution->principals =
	    arena_take(&document->arena, document->person_count * sizeof *resolution->principals);
	for (n = 0; n < names->count; n++) {
		person = &document->persons[p = document->mentions[names->at[n]].person];
		if (person->first_mention != names->at[n])
			continue;
		if ((person->titles != NONE || person->entry) &&
		    resolution->bearer_count < MOST_BEARERS)
			resolution->bearers[resolution->bearer_count++] = p;
		if (person->principal && resolution->principal_count < MOST_BEARERS)
			resolution->principals[resolution->principal_count++] = p;
	}
}

void
titles_resolve(struct document *document, struct roll alone)
{
	struct resolution resolution = {.document = document, .alone = alone};
	struct mention *role;
	uint32_t n;

	if (alone.count == 0)
		return;
	begin_resolution(&resolution);
	for (n = 0; n < alone.count; n++) {
		role = &document->mentions[alone.at[n]];
		if (is_titled(document, role, "counterpart"))
			resolve_counterpart(&resolution, role);
		else if (role->several)
			resolve_several(&resolution, role);
		else
			resolve_single(&resolution, role);
	}
}
