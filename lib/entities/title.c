/* titles → the persons they stand beside */
#include "title.h"

/* Bounds that no readout comes near, so that no input makes the work explode. */
enum { MOST_MEANT = 1000, MOST_TITLES = 16 };

static bool
is_several(const struct document *document, const struct mention *role)
{
	const uint32_t plural_head = CLASS_PLURAL | CLASS_ROLE_HEAD;
	uint32_t i;

	if (role->entry) /* also "Chairman of the Board of Directors", who is one */
		return role->entry->flags & FLAG_PLURAL;
	for (i = role->first; i < role->last; i++)
		if ((document->tokens[i].classes & plural_head) == plural_head)
			return true;
	return false;
}

/* A role means that person too. */
void
role_mean(struct document *document, struct mention *role, uint32_t person)
{
	uint32_t i, *persons;

	for (i = 0; i < role->person_count; i++)
		if (role->persons[i] == person)
			return;
	if (role->person_count == MOST_MEANT)
		return;
	if (role->person_count == role->person_capacity) {
		role->person_capacity = role->person_capacity ? 2 * role->person_capacity : 2;
		persons = arena_take(&document->arena, role->person_capacity * sizeof *persons);
		if (role->person_count)
			memcpy(persons, role->persons, role->person_count * sizeof *persons);
		role->persons = persons;
	}
	role->persons[role->person_count++] = person;
	role->person = role->person_count == 1 ? person : NONE;
}

/* The country that stands around a title: before it, or behind "of [the]". */
const char *
role_country(struct document *document, const struct mention *role)
{
	const struct mention *near = mention_before(document, role);

	if (near && near->kind == NAME_COUNTRY &&
	    (near->last == role->first ||
		(near->last + 1 == role->first &&
		    document->tokens[near->last].shape & (SHAPE_POSSESSIVE))))
		return near->country;
	near = mention_behind(document, role);
	if (near && near->kind == NAME_COUNTRY && near->first <= role->last + 2 &&
	    near->first > role->last && mention_reads(document, role, role->last, "of"))
		return near->country;
	return "";
}

/* One more title of a person, if it is another than those before. */
static void
bear(struct document *document, struct person *person, struct mention *role)
{
	uint32_t t, count = 0;

	if (mention_unit(document, role)->kind == UNIT_ITEM &&
	    !unit_is_text(mention_unit(document, role)))
		return;
	for (t = person->titles; t != NONE; t = document->mentions[t].next_title)
		if (++count == MOST_TITLES ||
		    titles_equal(mention_text(document, &document->mentions[t]),
			mention_text(document, role)))
			return;
	role->next_title = person->titles;
	person->titles = (uint32_t)(role - document->mentions);
}

static void
own(struct document *document, struct mention *role, struct mention *name)
{
	struct person *person = &document->persons[name->person];
	const char *country = role_country(document, role);
	const struct mention *behind = mention_behind(document, name);

	role->owner = (uint32_t)(name - document->mentions);
	role_mean(document, role, name->person);
	bear(document, person, role);
	/* The fullest title is what a person is said to be: "Secretary of Defense". */
	if (person->role == NONE ||
	    title_stands_for(mention_text(document, &document->mentions[person->role]),
		mention_text(document, role)))
		person->role = (uint32_t)(role - document->mentions);
	if (!country[0] && behind && behind->kind == NAME_COUNTRY && behind->first <= name->last + 2 &&
	    mention_reads(document, name, name->last, "of"))
		country = behind->country;
	if (country[0] && !person->country[0])
		memcpy(person->country, country, sizeof person->country);
}

/* Every name of "A and B, Advisors to the President". */
static void
own_list_before(struct document *document, struct mention *role)
{
	struct mention *name = mention_before(document, role), *first = NULL, *before;
	uint32_t i, at = role->first;

	at -= mention_reads(document, role, at - 1, "the");
	if (!token_marks(document, role, at - 1, ','))
		return;
	for (at--; name && name->kind == NAME_PERSON && !title_before(document, name); name = before) {
		for (i = name->last; i < at; i++)
			if (!token_marks(document, role, i, ',') && !mention_reads(document, role, i, "and") &&
			    !(document->tokens[i].classes & CLASS_HONORIFIC))
				return;
		if (first)
			own(document, role, name);
		else
			first = name;
		at = name->first;
		before = mention_before(document, name);
	}
	if (first && role->owner != NONE)
		own(document, role, first);
}

/* Every name of "A, B, and C" behind a plural title. */
static void
own_list(struct document *document, struct mention *role, struct mention *name)
{
	struct mention *next;
	uint32_t i;

	for (;;) {
		own(document, role, name);
		next = mention_behind(document, name);
		/* "A of X, B of Y, and C": what is said of each stands between. */
		while (next && (next->kind == NAME_COUNTRY || next->kind == NAME_PLACE) &&
		    next->first <= name->last + 3)
			next = mention_behind(document, next);
		if (!next || next->kind != NAME_PERSON || next->first > name->last + 10)
			return;
		for (i = name->last; i < next->first; i++)
			if (!(document->tokens[i].shape & SHAPE_MARK) &&
			    !(document->tokens[i].shape & SHAPE_CAPITAL) &&
			    !(document->tokens[i].classes & (CLASS_HONORIFIC | CLASS_LINK)))
				return;
		name = next;
	}
}

struct roll
titles_assign(struct document *document)
{
	const struct roll *titles = &document->titles;
	struct roll alone = {arena_take(&document->arena, titles->count * sizeof *alone.at), 0};
	struct mention *role, *name, *next;
	uint32_t n;

	/* Backwards, so that a title knows whose is the title behind it. */
	for (n = titles->count; n-- > 0;) {
		role = &document->mentions[titles->at[n]];
		role->several = is_several(document, role);
		name = name_behind(document, role);
		/* "the Foreign Ministers, Mr. Roe said": one name is no list. */
		if (name && role->several && token_marks(document, role, role->last, ',') &&
		    !((next = mention_behind(document, name)) && next->kind == NAME_PERSON &&
			next->first <= name->last + 4))
			continue;
		if (name && role->several) {
			own_list(document, role, name);
			continue;
		}
		if (!name && (next = mention_behind(document, role))) {
			/* "Senior Advisor and White House Coordinator Gene Sperling" */
			if (next->kind == NAME_ORG || next->kind == NAME_COUNTRY)
				next = mention_behind(document, next);
			if (next && next->kind == NAME_ROLE && next->owner != NONE &&
			    document->mentions[next->owner].first >= next->last &&
			    mention_reads(document, role, role->last, "and") &&
			    next->first <= role->last + 4 &&
			    !mention_reads(document, role, role->first - 1, "the"))
				name = &document->mentions[next->owner];
		}
		/* "Minister of State for External Affairs (MoS)" */
		if (!name && token_marks(document, role, role->first - 1, '(') &&
		    (next = mention_before(document, role)) && next->kind == NAME_ROLE &&
		    next->last + 1 == role->first)
			continue;
		if (!name && !role->several && !name_of_apposition(document, role))
			name = name_behind_next_title(document, role);
		if (name)
			own(document, role, name);
	}
	for (n = 0; n < titles->count; n++) {
		role = &document->mentions[titles->at[n]];
		if (role->owner != NONE)
			continue;
		/* "the Hon Jane Roe MP": hers, if not what she came as. */
		if ((next = mention_before(document, role)) && next->kind == NAME_PERSON &&
		    next->last == role->first &&
		    document->tokens[role->first].classes & CLASS_SUFFIX) {
			role_mean(document, role, next->person);
			continue;
		}
		if (token_marks(document, role, role->first - 1, '(') &&
		    (next = mention_before(document, role)) && next->kind == NAME_ROLE &&
		    next->last + 1 == role->first && next->owner != NONE)
			own(document, role, &document->mentions[next->owner]);
		else if (role->several)
			own_list_before(document, role);
		else if ((name = name_of_apposition(document, role)) && !is_claimed(document, name))
			own(document, role, name);
		if (role->owner == NONE)
			alone.at[alone.count++] = titles->at[n];
	}
	return alone;
}

