#include "actor.h"

static void
add(struct actors *actors, struct actor actor)
{
	uint32_t i;

	if (actor.key.len == 0 || actors->count == MOST_ACTORS)
		return;
	for (i = 0; i < actors->count; i++)
		if (slice_equal(actors->at[i].key, actor.key))
			return;
	actors->at[actors->count++] = actor;
	actors->bytes += (uint32_t)actor.key.len;
	if (actors->count > 1)
		actors->plural = true;
}

void
actors_add_person(struct actors *actors, const struct document *document, uint32_t person)
{
	add(actors, (struct actor){person, document->persons[person].key});
}

void
actors_add_mention(struct actors *actors, const struct document *document,
    const struct mention *mention)
{
	uint32_t i;

	if (mention->kind == NAME_PERSON) {
		if (mention->person != NONE)
			actors_add_person(actors, document, mention->person);
	} else if (mention->kind == NAME_ROLE) {
		for (i = 0; i < mention->person_count; i++)
			actors_add_person(actors, document, mention->persons[i]);
	} else if (mention->kind == NAME_COUNTRY || mention->kind == NAME_ORG) {
		add(actors, (struct actor){NONE, mention->key});
	} else if (mention->kind == NAME_PLACE && mention->country[0]) {
		/* a capital that stands for its government */
		add(actors, (struct actor){NONE, slice_of(mention->country)});
	}
}

void
actors_add_all(struct actors *actors, const struct actors *more)
{
	uint32_t i;

	for (i = 0; i < more->count; i++)
		add(actors, more->at[i]);
	actors->plural |= more->plural;
}

static bool
has(const struct actors *actors, struct slice key)
{
	uint32_t i;

	for (i = 0; i < actors->count; i++)
		if (slice_equal(actors->at[i].key, key))
			return true;
	return false;
}

void
actors_remove_persons(struct actors *actors, const struct actors *those)
{
	uint32_t i, kept = 0;

	actors->bytes = 0;
	for (i = 0; i < actors->count; i++)
		if (actors->at[i].person == NONE || !has(those, actors->at[i].key)) {
			actors->bytes += (uint32_t)actors->at[i].key.len;
			actors->at[kept++] = actors->at[i];
		}
	actors->count = kept;
}

bool
actors_same(const struct actors *a, const struct actors *b)
{
	uint32_t i;

	for (i = 0; i < a->count; i++)
		if (!has(b, a->at[i].key))
			return false;
	return a->count == b->count;
}

char *
actors_put(char *at, const char *start, struct slice name, const struct actors *actors)
{
	uint32_t i;

	if (actors->count == 0)
		return at;
	at = attr_put(at, start, name, actors->at[0].key);
	for (i = 1; i < actors->count; i++) {
		*at++ = ',';
		at += attr_escape(actors->at[i].key, at);
	}
	return at;
}

void
cast_begin(struct cast *cast, const struct document *document)
{
	uint32_t i;

	cast->document = document;
	cast->single = NONE;
	cast->nobody = cast->met = false;
	actors_clear(&cast->parties);
	actors_clear(&cast->subject);
	for (i = 0; i < document->person_count; i++)
		if (document->persons[i].principal)
			actors_add_person(&cast->parties, document, i);
}

static bool
may_be(const struct cast *cast, uint32_t person, char gender)
{
	char known = cast->document->persons[person].gender;

	return !gender || !known || known == gender;
}

/* The only person of them whom the pronoun may mean, or NONE. */
static uint32_t
only_one(const struct cast *cast, const struct actors *of, const struct actors *without,
    char gender)
{
	uint32_t i, found = NONE;

	for (i = 0; i < of->count; i++) {
		uint32_t person = of->at[i].person;

		if (person == NONE || !may_be(cast, person, gender) ||
		    (without && has(without, of->at[i].key)))
			continue;
		if (found != NONE)
			return NONE;
		found = person;
	}
	return found;
}

void
cast_he(const struct cast *cast, char gender, struct actors *who)
{
	uint32_t person = only_one(cast, &cast->subject, NULL, gender);

	if (cast->nobody)
		return;
	if (person == NONE && cast->single != NONE && may_be(cast, cast->single, gender))
		person = cast->single;
	if (person == NONE)
		person = only_one(cast, &cast->parties, NULL, gender);
	if (person != NONE)
		actors_add_person(who, cast->document, person);
}

void
cast_it(const struct cast *cast, struct actors *who)
{
	if (cast->subject.count == 1 && !cast->subject.plural &&
	    cast->subject.at[0].person == NONE)
		actors_add_all(who, &cast->subject);
}

void
cast_sides(const struct cast *cast, struct actors *who)
{
	if (cast->parties.count > 1)
		actors_add_all(who, &cast->parties);
	who->plural = true;
}

bool
cast_two(const struct cast *cast, struct actors *who)
{
	const struct actor *one = cast->parties.at, *two = one + 1;
	const char *a, *b;

	if (cast->parties.count != 2 || one->person == NONE || two->person == NONE)
		return false;
	a = cast->document->persons[one->person].country;
	b = cast->document->persons[two->person].country;
	if (!a[0] || !b[0] || memcmp(a, b, 2) == 0)
		return false;
	cast_sides(cast, who);
	return true;
}

/* Whether the text has that part, whatever the case of its letters. */
static bool
has_part(struct slice text, struct slice part)
{
	size_t i, k;

	for (i = 0; i + part.len <= text.len; i++) {
		for (k = 0; k < part.len && (text.at[i + k] | 0x20) == (part.at[k] | 0x20); k++)
			continue;
		if (k == part.len)
			return true;
	}
	return false;
}

bool
cast_titled(const struct cast *cast, struct slice title, uint32_t unit, struct actors *who)
{
	const struct document *document = cast->document;
	uint32_t p, role;

	if (!slice_ends(title, SLICE("s")))
		return false;
	title.len--;
	actors_clear(who);
	for (p = 0; p < document->person_count && who->count < MOST_ACTORS; p++) {
		role = document->persons[p].role;
		if (role != NONE && document->mentions[role].unit < unit &&
		    (!cast->met || has(&cast->parties, document->persons[p].key)) &&
		    has_part(mention_text(document, &document->mentions[role]), title))
			actors_add_person(who, document, p);
	}
	who->plural = true;
	return who->count > 1;
}

void
cast_of_country(const struct cast *cast, const struct mention *country, struct actors *who)
{
	uint32_t i, person;

	for (i = 0; i < cast->parties.count; i++) {
		person = cast->parties.at[i].person;
		if (person != NONE &&
		    memcmp(cast->document->persons[person].country, country->country, 2) == 0)
			actors_add_person(who, cast->document, person);
	}
	if (who->count == 0)
		actors_add_mention(who, cast->document, country);
}

void
cast_they(const struct cast *cast, struct actors *who)
{
	if (cast->subject.plural) {
		actors_add_all(who, &cast->subject);
		who->plural = true;
		return;
	}
	cast_sides(cast, who);
}

void
cast_him(const struct cast *cast, const struct actors *by, char gender, struct actors *whom)
{
	uint32_t person;

	if (!gender) {
		if (!cast->subject.plural || actors_same(&cast->subject, by))
			return;
		actors_add_all(whom, &cast->subject);
		return;
	}
	person = only_one(cast, &cast->parties, by, gender);
	if (person == NONE)
		person = only_one(cast, &cast->subject, by, gender);
	if (person == NONE && cast->single != NONE && may_be(cast, cast->single, gender) &&
	    !has(by, cast->document->persons[cast->single].key))
		person = cast->single;
	if (person != NONE)
		actors_add_person(whom, cast->document, person);
}

void
cast_other(const struct cast *cast, const struct actors *by, struct actors *whom)
{
	uint32_t person = by->count == 1 ? only_one(cast, &cast->parties, by, 0) : NONE;

	if (person != NONE)
		actors_add_person(whom, cast->document, person);
}

void
cast_subject(struct cast *cast, const struct actors *who)
{
	actors_copy(&cast->subject, who);
	cast->nobody = who->count == 0 && !who->plural;
	if (cast->nobody)
		cast->single = NONE;
	if (who->count == 1 && !who->plural && who->at[0].person != NONE)
		cast->single = who->at[0].person;
}
