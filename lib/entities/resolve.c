/* titles that stand alone → the persons they mean */
#include "reference.h"

#include <stdlib.h>

#include "act_table.h"
#include "publisher.h"
#include "style.h"

/* Bounds that no readout comes near, so that no input makes the work explode. */
enum { MOST_BEARERS = 1000, MOST_LOOK_BACK = 50, MOST_HOLDERS = 8 };

/* The singular of a plural title in buffer: "Ministers" → "Minister". */
static struct slice
singular(struct slice title, char *buffer, size_t size)
{
	size_t len = title.len, i;

	if (len >= size)
		return title;
	memcpy(buffer, title.at, len);
	/* The head is the word before " of ", or the last one. */
	for (i = 0; i + 4 < len; i++)
		if (memcmp(buffer + i, " of ", 4) == 0)
			break;
	if (i + 4 >= len)
		i = len;
	if (i > 3 && memcmp(buffer + i - 3, "ies", 3) == 0) {
		buffer[i - 3] = 'y';
		memmove(buffer + i - 2, buffer + i, len - i);
		return (struct slice){buffer, len - 2};
	}
	if (i > 1 && (buffer[i - 1] == 's' || buffer[i - 1] == 'S')) {
		memmove(buffer + i - 1, buffer + i, len - i);
		return (struct slice){buffer, len - 1};
	}
	return (struct slice){buffer, len};
}

/* Whether person bears that title beside the name. */
static bool
bears(const struct document *document, uint32_t p, struct slice title,
    const struct entry *entry)
{
	const struct mention *role;
	struct slice whole;
	char buffer[200];
	uint32_t t;

	for (t = document->persons[p].titles; t != NONE; t = role->next_title) {
		role = &document->mentions[t];
		whole = mention_text(document, role);
		if (role_is_several(document, role)) /* "Senators Roe and Doe" */
			whole = singular(whole, buffer, sizeof buffer);
		/* "Foreign Minister", "Minister of Foreign Affairs": the tables know them as one. */
		if (title_stands_for(title, whole) ||
		    (entry && role->entry && !role_is_several(document, role) &&
			slice_equal(entry_key(document->lexicon, entry),
			    entry_key(document->lexicon, role->entry))))
			return true;
	}
	return false;
}

/* Whether person holds that office: by a title beside the name, or by the tables. */
static bool
holds(const struct document *document, uint32_t p, struct slice title)
{
	const struct person *person = &document->persons[p];

	return (person->office.len > 0 && was_in_office(person->entry, document->published.year) &&
		   title_stands_for(title, person->office)) ||
	    bears(document, p, title, NULL);
}

/* "leaders", "heads of state": all parties of the document are. */
static bool
is_leaders(const struct document *document, const struct mention *role)
{
	return role_is_several(document, role) &&
	    style_meant(document->lexicon, role->entry) & STYLE_HEAD;
}

/* The title is that one of the table, written so or otherwise. */
static bool
is_titled(const struct document *document, const struct mention *role, const char *key)
{
	return role->entry && slice_is(entry_key(document->lexicon, role->entry), key);
}

/* Who can be meant by a title that stands alone, and what has been found out. */
struct resolution {
	struct document *document;
	uint32_t *bearers; /* persons with a title, in the order of the text: MOST_BEARERS at most */
	uint32_t bearer_count;
	uint32_t *principals;
	uint32_t principal_count;
	char home[3];  /* the publisher's country, or "" */
	uint32_t own; /* who is named first in running text: the side that writes; or NONE */
	struct hash found; /* title and country → index in holders */
	struct holders *holders;
	size_t holders_count, holders_capacity;
};

/* Who may be meant by a title, as far as title and country tell. */
struct holders {
	uint32_t persons[MOST_HOLDERS]; /* the best one first */
	uint32_t count;
};

/* How many a title in the plural is said to mean: "the three Ministers"; 0: not said. */
static uint32_t
count_said(const struct document *document, const struct mention *role)
{
	const struct token *before;

	if (role->first == mention_unit(document, role)->token)
		return 0;
	before = &document->tokens[role->first - 1];
	if (before->part == PART_BOTH)
		return 2;
	return before->classes & CLASS_NUMBER ? document->lexicon->words[before->word].number : 0;
}

/* "The three Ministers" are all parties or all of the document with that title, if so many. */
static bool
resolve_counted(const struct resolution *resolution, struct mention *role, struct slice title)
{
	struct document *document = resolution->document;
	uint32_t said = count_said(document, role), i, holders = 0;

	if (said == 0 || said == resolution->principal_count)
		return false;
	for (i = 0; i < resolution->bearer_count; i++)
		holders += bears(document, resolution->bearers[i], title, NULL);
	if (holders != said)
		return false;
	for (i = 0; i < resolution->bearer_count; i++)
		if (bears(document, resolution->bearers[i], title, NULL))
			role_mean(document, role, resolution->bearers[i]);
	return true;
}

/* "The Prime Minister spoke to President Roe": the title that opens the text is nobody's. */
static bool
own_side_is_unnamed(const struct document *document)
{
	uint32_t m;

	for (m = 0; m < document->mention_count; m++)
		if (document->mentions[m].kind == NAME_ROLE)
			return document->mentions[m].person_count == 0 &&
			    !role_is_several(document, &document->mentions[m]);
	return false;
}

/* Countries named around a title in the plural. */
struct countries {
	char code[MOST_HOLDERS][3];
	uint32_t count;
};

static void
add_country(struct countries *countries, const struct mention *country)
{
	if (countries->count < MOST_HOLDERS)
		memcpy(countries->code[countries->count++], country->country, 3);
}

/* "the leaders of Chile, Peru and the U.S.", "the Chilean and Peruvian Ministers". */
static void
countries_around(struct document *document, const struct mention *role,
    struct countries *countries)
{
	const struct mention *m = role, *next;
	uint32_t i;

	countries->count = 0;
	while ((next = mention_before(document, m)) && next->kind == NAME_COUNTRY &&
	    next->last + (m != role) == m->first &&
	    (m == role || mention_reads(document, role, next->last, "and"))) {
		add_country(countries, next);
		m = next;
	}
	if (!mention_reads(document, role, role->last, "of"))
		return;
	for (m = role; (next = mention_behind(document, m)) && next->kind == NAME_COUNTRY; m = next) {
		for (i = m->last + (m == role); i < next->first; i++)
			if (!mention_reads(document, role, i, "the") &&
			    !mention_reads(document, role, i, "and") &&
			    !(document->tokens[i].shape & SHAPE_MARK && document->tokens[i].first == ','))
				return;
		add_country(countries, next);
	}
}

/* Those of the countries named who bear the title, for "leaders" the heads. */
static void
resolve_by_country(const struct resolution *resolution, struct mention *role, struct slice title,
    const struct countries *countries)
{
	struct document *document = resolution->document;
	unsigned meant = style_meant(document->lexicon, role->entry);
	uint32_t c, i, p;

	for (i = 0; i < resolution->bearer_count; i++) {
		p = resolution->bearers[i];
		for (c = 0; c < countries->count; c++)
			if (memcmp(document->persons[p].country, countries->code[c], 2) == 0)
				break;
		if (c < countries->count &&
		    (holds(document, p, title) || style_of_person(document, p) & meant))
			role_mean(document, role, p);
	}
	/* Of one country several are meant: one is not all of them. */
	if (countries->count == 1 && role->person_count == 1) {
		role->person_count = 0;
		role->person = NONE;
	}
}

static void
resolve_plural(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	char buffer[200];
	struct slice title = singular(mention_text(document, role), buffer, sizeof buffer);
	bool leaders = is_leaders(document, role);
	const struct mention *near = mention_before(document, role);
	struct countries countries;
	uint32_t i, holders = 0, said = count_said(document, role);

	/* "G20 Leaders" are those of the body, not of the document. */
	if (near && near->kind == NAME_ORG && near->last == role->first)
		return;
	countries_around(document, role, &countries);
	if (countries.count > 0) {
		resolve_by_country(resolution, role, title, &countries);
		return;
	}
	if (!leaders && resolve_counted(resolution, role, title))
		return;
	if (resolution->principal_count == 1 &&
	    (said == 2 || (leaders && own_side_is_unnamed(document))))
		role_mean(document, role, resolution->principals[0]); /* the own side has no name */
	if (resolution->principal_count < 2)
		return;
	for (i = 0; i < resolution->principal_count; i++)
		holders += holds(document, resolution->principals[i], title);
	if (said == resolution->principal_count && holders != 0 && said > 2)
		leaders = true;
	/* "Attorneys General are fighting": none of the parties is one; "eleven Ministers". */
	if (!leaders && (said > resolution->principal_count ||
			    (holders == 0 && said != resolution->principal_count)))
		return;
	/* "Both Ministers" may be a Secretary and a Minister: then all parties are meant. */
	for (i = 0; i < resolution->principal_count; i++)
		if (leaders || holders < 2 || holds(document, resolution->principals[i], title))
			role_mean(document, role, resolution->principals[i]);
}

/* "his counterpart": the principal who is not named before in the sentence. */
static void
resolve_counterpart(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	const struct mention *m = role;
	uint32_t subject = NONE, p, other = NONE, count = 0, i;
	int back;

	/* "his Polish counterpart" */
	if (role_country(document, role)[0] && !role_is_several(document, role)) {
		for (i = 0; i < resolution->bearer_count; i++)
			if (memcmp(document->persons[resolution->bearers[i]].country,
				role_country(document, role), 2) == 0) {
				role_mean(document, role, resolution->bearers[i]);
				return;
			}
	}
	for (back = 0; back < MOST_LOOK_BACK && (m = mention_before(document, m)); back++)
		if ((m->kind == NAME_PERSON || m->kind == NAME_ROLE) && m->person != NONE)
			subject = m->person;
	if (subject == NONE)
		return;
	for (i = 0; i < resolution->principal_count; i++) {
		const struct person *person = &document->persons[p = resolution->principals[i]];

		if (p == subject ||
		    (person->country[0] &&
			memcmp(person->country, document->persons[subject].country, 2) == 0))
			continue;
		other = p;
		count++;
		if (role_is_several(document, role))
			role_mean(document, role, p);
	}
	if (count == 1)
		role_mean(document, role, other);
}

/* Whether the tables know somebody who held that office of the state: it has one. */
static bool
has_such_office(const struct lexicon *lexicon, const char *country, struct slice title)
{
	struct slice office;
	uint32_t e;

	for (e = 1; e < lexicon->entry_count; e++)
		if (lexicon->entries[e].kind == ENTRY_PERSON &&
		    memcmp(lexicon->entries[e].country, country, 2) == 0 &&
		    attr_find(entry_attrs(lexicon, &lexicon->entries[e]), "role", &office) &&
		    titles_equal(title, office))
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
	uint32_t m, n;

	for (m = 0; m < document->mention_count; m++) {
		const struct mention *plain = &document->mentions[m], *other;

		if (plain->kind != NAME_ROLE || plain->person_count > 0 || plain->owner != NONE ||
		    !titles_equal(title, mention_text(document, plain)) ||
		    !(mention_reads(document, plain, plain->first - 1, "the") ||
			mention_unit(document, plain)->token == plain->first))
			continue;
		if (foreign && m < person->first_mention && unit_is_text(mention_unit(document, plain))) {
			if (has_such_office(document->lexicon, resolution->home, title))
				return true;
			foreign = false;
		}
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
	    holds(document, p, title);
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
			if (by_table == 1 ? !holds(document, p, title)
				     : !bears(document, p, title, entry) &&
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

static void
resolve_single(struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	struct slice title = mention_text(document, role), key;
	const char *country = role_country(document, role);
	const struct holders *holders;
	char buffer[200];
	uint32_t *found, hash;

	if ((is_titled(document, role, "leader") && !country[0]) || title.len + 2 > sizeof buffer)
		return;
	memcpy(buffer, title.at, title.len);
	memcpy(buffer + title.len, country[0] ? country : "--", 2);
	key = (struct slice){buffer, title.len + 2};
	hash = hash_bytes(key.at, key.len);
	if (hash_find(&resolution->found, key, hash) == HASH_NONE) {
		resolution->holders = grow(resolution->holders, resolution->holders_count,
		    &resolution->holders_capacity, sizeof *resolution->holders);
		find_holders(resolution, title, role->entry, country,
		    &resolution->holders[resolution->holders_count]);
		*hash_place(&resolution->found, arena_copy(&document->arena, key), hash) =
		    (uint32_t)resolution->holders_count++;
	}
	found = hash_place(&resolution->found, key, hash);
	holders = &resolution->holders[*found];
	/* "President Roe greeted the President of Peru": of whom no country is known. */
	if (holders->count == 1 && country[0] && !document->persons[holders->persons[0]].country[0] &&
	    unit_is_text(mention_unit(document, role)) && is_definite(document, role) &&
	    is_named(document, role, holders->persons[0], false))
		return;
	if (holders->count > 0)
		role_mean(document, role, holders->count == 1 ? holders->persons[0]
							      : choose_holder(resolution, holders, role));
	else if (mention_reads(document, role, role->first - 1, "as"))
		resolve_capacity(document, role);
}

/* The first person whom a sentence names. */
static uint32_t
first_in_text(const struct document *document)
{
	uint32_t m;

	for (m = 0; m < document->mention_count; m++)
		if (document->mentions[m].kind == NAME_PERSON &&
		    unit_is_text(mention_unit(document, &document->mentions[m])))
			return document->mentions[m].person;
	return NONE;
}

static void
begin_resolution(struct resolution *resolution, struct document *document)
{
	uint32_t m, p;

	publisher_country(document, resolution->home);
	resolution->own = first_in_text(document);
	resolution->bearers =
	    arena_take(&document->arena, document->person_count * sizeof *resolution->bearers);
	resolution->principals =
	    arena_take(&document->arena, document->person_count * sizeof *resolution->principals);
	for (m = 0; m < document->mention_count; m++) {
		const struct person *person;

		p = document->mentions[m].person;
		if (document->mentions[m].kind != NAME_PERSON || p == NONE)
			continue;
		person = &document->persons[p];
		if (person->first_mention != m)
			continue;
		if ((person->titles != NONE || person->entry) &&
		    resolution->bearer_count < MOST_BEARERS)
			resolution->bearers[resolution->bearer_count++] = p;
		if (person->principal && resolution->principal_count < MOST_BEARERS)
			resolution->principals[resolution->principal_count++] = p;
	}
}

void
titles_resolve(struct document *document)
{
	struct resolution resolution = {.document = document};
	struct mention *role;
	uint32_t m;

	begin_resolution(&resolution, document);
	for (m = 0; m < document->mention_count; m++) {
		role = &document->mentions[m];
		if (role->kind != NAME_ROLE || role->person_count > 0)
			continue;
		if (is_titled(document, role, "counterpart"))
			resolve_counterpart(&resolution, role);
		else if (role_is_several(document, role))
			resolve_plural(&resolution, role);
		else
			resolve_single(&resolution, role);
	}
	hash_free(&resolution.found);
	free(resolution.holders);
}
