#include "context.h"
#include "allegiance.h"

#include <stdlib.h>

#include "arena.h"
#include "publisher.h"

enum { KNOWN_IN_LIST = 3 }; /* of one country, for the others of a list to be of it */

/* What is known of a person's allegiance. */
struct allegiance {
	char body[3];       /* country of the body beside a title, or "" */
	char pledged[3];    /* country in whose name the person speaks, or "" */
	bool international; /* the body is of no country: "NATO Secretary General" */
	bool sought;        /* a participant of whom no country is told */
	uint32_t place;     /* in participants, or NONE */
};

void
company_begin(struct companies *companies, enum company_sort sort, const char *country)
{
	companies->last++;
	companies->open = true;
	companies->sort = sort;
	if (!country[0])
		return;
	company_join(companies, NONE);
	memcpy(companies->at[companies->count - 1].country, country, 3);
}

void
company_join(struct companies *companies, uint32_t person)
{
	if (!companies->open)
		return;
	companies->at = grow(companies->at, companies->count, &companies->capacity,
	    sizeof *companies->at);
	companies->at[companies->count++] =
	    (struct companion){companies->last, person, companies->sort, ""};
}

void
companies_free(struct companies *companies)
{
	free(companies->at);
	*companies = (struct companies){0};
}

/* A body of many states; a bank of no state is one of theirs. */
static bool
is_international(const struct document *document, const struct mention *body)
{
	struct slice type;

	if (body->country[0] || !body->entry)
		return false;
	type = entry_main(document->lexicon, body->entry);
	return slice_is(type, "igo") || slice_is(type, "alliance") || slice_is(type, "bank");
}

/* Whether a headline or the first sentence names what is of another country or of many. */
static bool
is_abroad(const struct document *document, const char *home)
{
	size_t u;
	uint32_t m;

	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_TITLE && unit->kind != UNIT_SENT)
			continue;
		for (m = unit->mention; m < unit->mention + unit->mention_count; m++)
			if (document->mentions[m].country[0]
				? memcmp(document->mentions[m].country, home, 2) != 0
				: is_international(document, &document->mentions[m]))
				return true;
		if (unit->kind == UNIT_SENT)
			break;
	}
	return false;
}

/* The name of the body that a title belongs to: "NSC Director", "Director at the EPA",
 * "Secretary General Roe of NATO"; NULL for none. */
static const struct mention *
body_of_title(const struct document *document, const struct mention *role)
{
	const struct unit *unit = mention_unit(document, role);
	const struct mention *first = &document->mentions[unit->mention];
	const struct mention *end = first + unit->mention_count, *body = role + 1;

	if (role > first && role[-1].kind == NAME_ORG && role[-1].last == role->first)
		return role - 1;
	if (body < end && body->kind == NAME_ORG && body->first > role->last &&
	    body->first <= role->last + 2)
		return body;
	if (body + 1 < end && body->kind == NAME_PERSON && body[1].kind == NAME_ORG &&
	    body[1].first <= body->last + 2 && token_is(document, unit, body->last, "of"))
		return body + 1;
	return NULL;
}

/* Two letters of it are read like those of any other. */
static const char no_country[3] = "";

/* The country that a body's name ends with: "Presidential Administration of Chile". */
static const char *
country_in_name(const struct document *document, const struct mention *body)
{
	const struct lexicon *lexicon = document->lexicon;
	const struct unit *unit = mention_unit(document, body);
	const struct entry *entry;
	uint32_t i = body->last - 1;
	struct path path;

	while (i > body->first && !token_is(document, unit, i, "of"))
		i--;
	if (i == body->first)
		return no_country;
	i += token_is(document, unit, i + 1, "the") ? 2 : 1;
	if (i >= body->last || document->tokens[i].word >= DOCUMENT_WORD)
		return no_country;
	path = known_word(lexicon, document->tokens[i].word)->name;
	while (path.node && ++i < body->last)
		path = lexicon_step(lexicon, path, document->tokens[i].word);
	entry = lexicon_entry(lexicon, path.entry, ENTRY_COUNTRY);
	return entry ? entry->country : no_country;
}

/* "Roe of Chile", "Roe and Doe of Chile": the country behind a name. */
static const char *
country_behind(const struct document *document, const struct mention *name)
{
	const struct unit *unit = mention_unit(document, name);
	const struct mention *end = &document->mentions[unit->mention + unit->mention_count];

	if (name + 2 < end && name[1].kind == NAME_PERSON && name[1].first == name->last + 1 &&
	    token_is(document, unit, name->last, "and"))
		name++;
	return name + 1 < end && name[1].kind == NAME_COUNTRY && name[1].first <= name->last + 2 &&
		token_is(document, unit, name->last, "of")
	    ? name[1].country
	    : no_country;
}

/* What the titles beside the names tell. */
static void
read_bodies(const struct document *document, struct allegiance *allegiances)
{
	const struct mention *name, *body;
	struct allegiance *one;
	uint32_t m, person;

	for (m = 0; m < document->mention_count; m++) {
		name = &document->mentions[m];
		person = name->kind == NAME_PERSON ? name->person
		    : name->kind == NAME_ROLE && name->owner != NONE
		    ? document->mentions[name->owner].person
		    : NONE;
		if (person == NONE || !allegiances[person].sought)
			continue;
		one = &allegiances[person];
		if (name->kind == NAME_PERSON) {
			if (!one->body[0])
				memcpy(one->body, country_behind(document, name), 2);
		} else if ((body = body_of_title(document, name))) {
			if (!one->body[0])
				memcpy(one->body, body->country[0] ? body->country
								    : country_in_name(document, body), 2);
			one->international |= is_international(document, body);
		}
	}
}

/* "Prime Minister A and Foreign Minister B": of one country, if but one is named. */
static bool
is_paired(const struct document *document, const struct mention *one, const struct mention *two)
{
	uint32_t i = one->last, m;

	if (one->unit != two->unit || !token_is(document, mention_unit(document, one), i, "and"))
		return false;
	for (m = (uint32_t)(one - document->mentions) + 1; &document->mentions[m] != two; m++)
		if (document->mentions[m].kind != NAME_ROLE)
			return false;
	return two->first < i + 12;
}

static void
pair_countries(const struct document *document, struct participants *participants)
{
	uint32_t i;

	for (i = 1; i < participants->count; i++) {
		struct participant *two = &participants->list[i], *one = two - 1;

		if (!two->country[0] && one->country[0] && two->office.len > 0 &&
		    is_paired(document, one->mention, two->mention))
			memcpy(two->country, one->country, sizeof two->country);
	}
}

/* "reaffirmed Chile's commitment": who says so speaks for Chile. */
static bool
is_own(const struct document *document, const struct unit *unit, const struct mention *state)
{
	uint32_t i = state->last, end = unit->token + unit->token_count, words;

	if (i >= end || !(document->tokens[i].shape & SHAPE_POSSESSIVE))
		return false;
	for (i++, words = 0; i < end && words < 3; i++, words++)
		if (token_context(document, i, CONTEXT_PLEDGE))
			return true;
	return false;
}

static bool
is_pledge(struct slice act)
{
	return slice_equal(act, SLICE("affirm")) || slice_equal(act, SLICE("commit")) ||
	    slice_equal(act, SLICE("condole")) || slice_equal(act, SLICE("support"));
}

/* What one person affirms or pledges in the name of a state, with its first words. */
static void
read_pledges(const struct document *document, struct allegiance *allegiances)
{
	size_t s;

	for (s = document->first_act; s < document->span_count; s++) {
		const struct span *span = &document->spans[s];
		const struct unit *unit;
		const struct mention *state, *end;
		uint32_t person;

		if (span->deed->by_count != 1)
			continue;
		person = span->deed->persons[0];
		if (person == NONE || !allegiances[person].sought || allegiances[person].pledged[0] ||
		    !is_pledge(span->key))
			continue;
		unit = &document->units[span->unit];
		state = &document->mentions[unit->mention];
		end = state + unit->mention_count;
		while (state < end && state->start < span->start)
			state++;
		if (state < end && state->end < span->end && state->kind == NAME_COUNTRY &&
		    state->start < span->start + 60 && is_own(document, unit, state))
			memcpy(allegiances[person].pledged, state->country, 3);
	}
}

/*
 * "President Roe thanked Canada": of two who met, the other one is of Canada, if nothing
 * else is told of him and she is of another state.
 */
static void
read_thanks(const struct document *document, const struct allegiance *allegiances,
    struct participants *participants)
{
	size_t s;

	if (participants->count != 2)
		return;
	for (s = document->first_act; s < document->span_count; s++) {
		const struct span *span = &document->spans[s];
		struct participant *other;
		struct slice to;
		uint32_t person, place;

		if (!slice_is(span->key, "thank") ||
		    span->deed->by_count != 1 || (person = span->deed->persons[0]) == NONE ||
		    !attr_find(span->attrs, "to", &to) || to.len != 2 ||
		    (place = allegiances[person].place) == NONE ||
		    !participants->list[place].country[0] ||
		    memcmp(participants->list[place].country, to.at, 2) == 0)
			continue;
		other = &participants->list[!place];
		if (!other->country[0] && !allegiances[other->person].international &&
		    other->office.len > 0) {
			memcpy(other->country, to.at, 2);
			other->country[2] = '\0';
		}
	}
}

/* Gives a country to a participant who has none and comes for none but states. */
static void
give(struct participant *one, const struct allegiance *allegiance, const char *country)
{
	if (!one->country[0] && !allegiance->international)
		memcpy(one->country, country, 3);
}

/*
 * One company: of whom nothing is told is of the country of the others, where all are of
 * one country.
 */
static void
complete_company(const struct companion *first, const struct companion *end, const char *home,
    const struct allegiance *allegiances, struct participants *participants)
{
	const struct companion *at;
	const char *country = NULL;
	uint32_t known_count = 0;
	bool told = false;

	for (at = first; at < end; at++) {
		const char *known = at->person == NONE ? at->country
		    : allegiances[at->person].place == NONE
		    ? ""
		    : participants->list[allegiances[at->person].place].country;

		if (!known[0])
			continue;
		known_count++;
		if (country && !told && memcmp(country, known, 2) != 0)
			return;
		if (!country)
			country = known;
		told |= at->person == NONE;
	}
	/* One of our own among the guests tells nothing of the others. */
	if (!country || (first->sort == COMPANY_GUESTS && memcmp(country, home, 2) == 0))
		return;
	/* A list is of all sorts of people; it is one of our own where many are known so. */
	if (first->sort == COMPANY_LISTED &&
	    (memcmp(country, home, 2) != 0 || known_count < KNOWN_IN_LIST))
		return;
	for (at = first; at < end; at++) {
		const struct allegiance *one;

		if (at->person == NONE || (one = &allegiances[at->person])->place == NONE)
			continue;
		if (told || participants->list[one->place].office.len > 0)
			give(&participants->list[one->place], one, country);
	}
}

static void
complete_companies(const struct companies *companies, const char *home,
    const struct allegiance *allegiances, struct participants *participants)
{
	size_t from, to;

	for (from = 0; from < companies->count; from = to) {
		for (to = from + 1; to < companies->count &&
		     companies->at[to].company == companies->at[from].company; to++)
			continue;
		complete_company(&companies->at[from], &companies->at[to], home, allegiances,
		    participants);
	}
}

/*
 * Of whom no country is told, is of the publisher's: where all are at home among
 * themselves, and the side that is named first in a meeting with others.
 */
static void
complete_home(const struct document *document, const char *home,
    const struct allegiance *allegiances, struct participants *participants)
{
	uint32_t i, known = 0, own = 0;
	bool abroad;

	if (!home[0])
		return;
	for (i = 0; i < participants->count; i++) {
		known += participants->list[i].country[0] != '\0';
		own += memcmp(participants->list[i].country, home, 2) == 0;
	}
	abroad = own < known || is_abroad(document, home);
	for (i = 0; i < participants->count; i++) {
		struct participant *one = &participants->list[i];

		if (one->side == '1' && one->office.len > 0 && own == 0
			? true
			: !abroad && (known > 0 || one->office.len > 0))
			give(one, &allegiances[one->person], home);
	}
}

void
allegiances_complete(struct document *document, const struct companies *companies,
    struct participants *participants)
{
	struct allegiance *allegiances;
	uint32_t i, sought = 0;
	char home[3];

	for (i = 0; i < participants->count; i++)
		sought += !participants->list[i].country[0];
	if (sought == 0)
		return;
	allegiances = arena_take(&document->arena, document->person_count * sizeof *allegiances);
	publisher_country(document, home);
	for (i = 0; i < document->person_count; i++)
		allegiances[i] = (struct allegiance){.place = NONE};
	for (i = 0; i < participants->count; i++) {
		struct allegiance *one = &allegiances[participants->list[i].person];

		one->place = i;
		one->sought = !participants->list[i].country[0];
	}
	read_bodies(document, allegiances);
	for (i = 0; i < participants->count; i++)
		give(&participants->list[i], &allegiances[participants->list[i].person],
		    allegiances[participants->list[i].person].body);
	pair_countries(document, participants);
	read_pledges(document, allegiances);
	for (i = 0; i < participants->count; i++)
		give(&participants->list[i], &allegiances[participants->list[i].person],
		    allegiances[participants->list[i].person].pledged);
	complete_companies(companies, home, allegiances, participants);
	complete_home(document, home, allegiances, participants);
	read_thanks(document, allegiances, participants);
}
