#include "participant.h"

#include <stdlib.h>

#include "act_table.h"
#include "diag.h"
#include "office.h"
#include "publisher.h"
#include "reference.h"

enum {
	MEETING_NOUN_WITHIN = 7, /* tokens from "Biden's" to "Meeting" in a headline */
	LONGEST_ITEM = 60        /* tokens of an item that names a person and no more */
};

/* What is known of each person while the document is searched. */
struct search {
	struct document *document;
	bool *taking_part; /* by person */
	bool *listed;      /* by person: named in a list of those present */
	char *side;
	struct hash persons; /* by key */
	const struct told_index *index;
};

static bool
key_is_one_of(struct slice key, const char *const *keys)
{
	for (; *keys; keys++)
		if (slice_is(key, *keys))
			return true;
	return false;
}

const struct entry *
meeting_word(const struct document *document, uint32_t *i, uint32_t end, uint32_t *last)
{
	size_t t = document_terms_from(document, *i);

	for (; t < document->term_count && document->terms[t].first < end; t++) {
		const struct term *term = &document->terms[t];

		if (term->entry->kind != ENTRY_MEETING)
			continue;
		*i = term->first;
		*last = term->last;
		return term->entry;
	}
	return NULL;
}

void
told_index_make(struct document *document, struct told_index *index)
{
	static const char *const leads[] = {"meet", "call", "host", "visit", NULL};
	size_t s, n = document->unit_count;

	index->lead = arena_take(&document->arena, n * sizeof *index->lead);
	index->any = arena_take(&document->arena, n * sizeof *index->any);
	memset(index->any, 0, n * sizeof *index->any);
	for (s = 0; s < n; s++)
		index->lead[s] = NULL;
	for (s = 0; s < document->span_count; s++) {
		const struct span *span = &document->spans[s];

		if (span->kind != SPAN_ACT)
			continue;
		index->any[span->unit] = true;
		if (!index->lead[span->unit] && key_is_one_of(span->key, leads))
			index->lead[span->unit] = span;
	}
}

static bool
is_cue(const struct lexicon *lexicon, const struct entry *entry)
{
	struct slice key = entry_key(lexicon, entry);

	return slice_is(key, "with") || slice_is(key, "list") || slice_is(key, "then") ||
	    slice_is(key, "before");
}

static void
add(struct search *search, uint32_t person)
{
	if (person != NONE && !person_speaks_only(search->document, &search->document->persons[person]))
		search->taking_part[person] = true;
}

static bool
is_possessive(const struct document *document, const struct unit *unit, uint32_t i)
{
	return i < unit->token + unit->token_count &&
	    document->tokens[i].shape & SHAPE_POSSESSIVE;
}

/* "Biden's Trilateral Meeting", not "Biden's efforts". */
static bool
owns_meeting(const struct document *document, const struct unit *unit, uint32_t i)
{
	uint32_t end = i + MEETING_NOUN_WITHIN, last;
	const struct entry *entry;

	if (end > unit->token + unit->token_count)
		end = unit->token + unit->token_count;
	for (; (entry = meeting_word(document, &i, end, &last)); i++)
		if (!is_cue(document->lexicon, entry))
			return true;
	return false;
}

/* Whose statement a headline gives: "Statement by X", "Readout by X of …". */
static bool
is_byline(const struct document *document, const struct unit *unit, const struct mention *m)
{
	uint32_t i = m->first, steps = 0;

	for (; i > unit->token && steps < 8; i--, steps++)
		if (token_is(document, unit, i - 1, "by") || token_is(document, unit, i - 1, "from"))
			return i - 1 > unit->token &&
			    (token_is(document, unit, i - 2, "statement") ||
				token_is(document, unit, i - 2, "readout") ||
				token_is(document, unit, i - 2, "remarks"));
	return false;
}

/* Who stands in a headline as a party. */
static void
read_title(struct search *search, const struct unit *unit)
{
	const struct document *document = search->document;
	uint32_t m;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind != NAME_PERSON || is_byline(document, unit, mention))
			continue;
		if (is_possessive(document, unit, mention->last) &&
		    !owns_meeting(document, unit, mention->last))
			continue;
		add(search, mention->person);
	}
}

/* Persons by their keys. */
static void
index_persons(struct search *search)
{
	const struct document *document = search->document;
	uint32_t i;

	hash_reserve(&search->persons, document->person_count);
	for (i = 0; i < document->person_count; i++) {
		struct slice key = document->persons[i].key;

		*hash_place(&search->persons, key, hash_bytes(key.at, key.len)) = i;
	}
}

/* Takes the persons of by= or to= of an act; side is theirs unless they have one. */
static void
add_keys(struct search *search, struct slice keys, char side)
{
	size_t at = 0, end;
	struct slice key;
	uint32_t person;

	for (; at < keys.len; at = end + 1) {
		for (end = at; end < keys.len && keys.at[end] != ','; end++)
			continue;
		key = slice_cut(keys, at, end);
		person = hash_find(&search->persons, key, hash_bytes(key.at, key.len));
		if (person == HASH_NONE)
			continue;
		add(search, person);
		if (side && !search->side[person])
			search->side[person] = side;
	}
}

/* Where in a clause of meeting the subject of the talks begins, not the company. */
static bool
leads_away(const struct document *document, uint32_t i)
{
	switch (document->tokens[i].part) {
	case PART_TO:
	case PART_THAT:
	case PART_RELATIVE:
	case PART_WHERE:
	case PART_WHILE:
	case PART_SUBORDINATE:
	case PART_PREPOSITION:
		return true;
	default:
		return false;
	}
}

/*
 * The company of a meeting in full, where a long list holds what the clause's
 * grammar does not: everybody behind "with" before the talk turns to its subject.
 */
static void
read_lead(struct search *search, const struct span *act)
{
	const struct document *document = search->document;
	const struct unit *unit = &document->units[act->unit];
	uint32_t i, m = unit->mention, end = unit->token + unit->token_count;
	bool with = false;

	for (i = unit->token; i < end && document->tokens[i].start < act->end; i++) {
		const struct mention *mention;

		if (document->tokens[i].start < act->start)
			continue;
		while (m < unit->mention + unit->mention_count && document->mentions[m].last <= i)
			m++;
		mention = m < unit->mention + unit->mention_count ? &document->mentions[m] : NULL;
		if (mention && mention->first <= i) {
			if (with && mention->kind == NAME_PERSON &&
			    !is_possessive(document, unit, mention->last))
				add(search, mention->person);
			i = mention->last - 1;
		} else if (document->tokens[i].part == PART_WITH) {
			with = true;
		} else if (with && leads_away(document, i) && !token_is(document, unit, i, "including")) {
			return;
		}
	}
}

/* Who met, called, hosted whom, and who did anything else that is told. */
static void
read_acts(struct search *search)
{
	static const char *const leads[] = {"meet", "call", "host", "visit", NULL};
	static const char *const elsewhere[] = {"announce", "sign", NULL};
	const struct document *document = search->document;
	size_t s;

	for (s = 0; s < document->span_count; s++) {
		const struct span *span = &document->spans[s];
		struct slice by, to;
		bool lead, has_by, has_to;

		if (span->kind != SPAN_ACT ||
		    document->units[span->unit].kind != UNIT_SENT)
			continue;
		lead = key_is_one_of(span->key, leads);
		if (!lead && key_is_one_of(span->key, elsewhere))
			continue;
		if (lead)
			read_lead(search, span);
		has_by = attr_find(span->attrs, "by", &by);
		has_to = lead && attr_find(span->attrs, "to", &to);
		if (has_by)
			add_keys(search, by, has_to ? '1' : 0);
		if (has_to)
			add_keys(search, to, has_by ? '2' : 0);
	}
}

/* Everybody who stands behind token first in the unit, unless as an owner. */
static void
add_behind(struct search *search, const struct unit *unit, uint32_t first)
{
	const struct document *document = search->document;
	uint32_t m;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind == NAME_PERSON && mention->first >= first &&
		    !is_possessive(document, unit, mention->last))
			add(search, mention->person);
	}
}

/* The person whom an item names: before it only a title, a body, a country. */
static const struct mention *
person_of_item(const struct document *document, const struct unit *unit, bool strict)
{
	uint32_t m, at = unit->token;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind == NAME_DATE)
			return NULL;
		if (strict && mention->first > at + 2)
			return NULL;
		if (mention->kind == NAME_PERSON)
			return mention->first < unit->token + 12 &&
				!is_possessive(document, unit, mention->last)
			    ? mention
			    : NULL;
		at = mention->last;
	}
	return NULL;
}

static bool
ends_with_colon(const struct document *document, const struct unit *unit)
{
	return unit->token_count > 0 &&
	    document->tokens[unit->token + unit->token_count - 1].first == ':';
}

/* Everybody who stands before token end in the unit, unless as an owner. */
static void
add_before(struct search *search, const struct unit *unit, uint32_t end)
{
	const struct document *document = search->document;
	uint32_t m;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->last > end)
			return;
		if (mention->kind == NAME_PERSON &&
		    !is_possessive(document, unit, mention->last))
			add(search, mention->person);
	}
}

/* What a line says of who was there; whether a list of those follows. */
static bool
read_cues(struct search *search, const struct unit *unit)
{
	const struct document *document = search->document;
	uint32_t i, last, end = unit->token + unit->token_count;
	const struct entry *entry;
	bool list = false;

	for (i = unit->token; (entry = meeting_word(document, &i, end, &last)); i = last) {
		struct slice key = entry_key(document->lexicon, entry);

		if (slice_is(key, "with") || (list && slice_is(key, "then"))) {
			list = true;
			if (unit->kind == UNIT_SENT)
				add_behind(search, unit, last);
		} else if (slice_is(key, "list")) {
			list = true;
		} else if (slice_is(key, "before") && unit->kind == UNIT_SENT) {
			add_before(search, unit, i);
		}
	}
	return list;
}

/* Lines that say who was there, and the lists behind them. */
static void
read_lines(struct search *search)
{
	const struct document *document = search->document;
	const struct mention *person;
	bool list = false, cue;
	size_t u;

	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind == UNIT_ITEM) {
			/* A list of persons without such a line is one, too. */
			if (!search->index->any[u] && unit->token_count < LONGEST_ITEM &&
			    (person = person_of_item(document, unit, !list))) {
				add(search, person->person);
				search->listed[person->person] = true;
			}
			continue;
		}
		if (unit->kind != UNIT_SENT && unit->kind != UNIT_HEAD)
			continue;
		/* "Participants included:" "Family members:" */
		cue = read_cues(search, unit);
		list = cue || (list && (unit->kind == UNIT_HEAD || ends_with_colon(document, unit)));
	}
}

/* Whether a headline or the first sentence names what is of another country. */
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
			if (document->mentions[m].country[0] &&
			    memcmp(document->mentions[m].country, home, 2) != 0)
				return true;
		if (unit->kind == UNIT_SENT)
			break;
	}
	return false;
}

/* The country of the body beside a title: "NSC Director", "Director at the EPA". */
static const char *
country_by_body(const struct document *document, const struct mention *role)
{
	static const char none[3];
	const struct unit *unit = mention_unit(document, role);
	const struct mention *first = &document->mentions[unit->mention];
	const struct mention *end = first + unit->mention_count, *body = role + 1;

	if (role > first && role[-1].kind == NAME_ORG && role[-1].last == role->first)
		return role[-1].country;
	if (body < end && body->kind == NAME_ORG && body->first > role->last &&
	    body->first <= role->last + 2)
		return body->country;
	return none;
}

static void
countries_by_body(const struct document *document, struct participants *participants)
{
	char(*country)[3] = calloc(document->person_count, sizeof *country);
	uint32_t m, i, person;

	if (!country)
		diag_no_memory();
	for (m = 0; m < document->mention_count; m++) {
		const struct mention *role = &document->mentions[m];

		if (role->kind != NAME_ROLE || role->owner == NONE ||
		    (person = document->mentions[role->owner].person) == NONE || country[person][0])
			continue;
		memcpy(country[person], country_by_body(document, role), 2);
	}
	for (i = 0; i < participants->count; i++)
		if (!participants->list[i].country[0])
			memcpy(participants->list[i].country, country[participants->list[i].person], 3);
	free(country);
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

/*
 * Of whom no country is told, is of the publisher's: where all are at home among
 * themselves, and the side that is named first in a meeting with others.
 */
static void
complete_countries(const struct search *search, struct participants *participants)
{
	char home[3];
	uint32_t i, known = 0, own = 0;
	bool abroad;

	countries_by_body(search->document, participants);
	pair_countries(search->document, participants);
	publisher_country(search->document, home);
	if (!home[0])
		return;
	for (i = 0; i < participants->count; i++) {
		known += participants->list[i].country[0] != '\0';
		own += memcmp(participants->list[i].country, home, 2) == 0;
	}
	abroad = own < known || is_abroad(search->document, home);
	for (i = 0; i < participants->count; i++) {
		struct participant *one = &participants->list[i];

		if (!one->country[0] &&
		    (abroad ? one->side == '1' && one->office.len > 0 && own == 0 && known > 0
			    : known > 0 || (search->listed[one->person] && one->office.len > 0)))
			memcpy(one->country, home, 3);
	}
}

/* Where nothing tells who met, those whom headline and first sentence name did. */
static void
take_principals(struct search *search)
{
	const struct document *document = search->document;
	uint32_t p;

	for (p = 0; p < document->person_count; p++)
		if (search->taking_part[p])
			return;
	for (p = 0; p < document->person_count; p++)
		if (document->persons[p].principal)
			add(search, p);
}

void
participants_find(struct document *document, const struct told_index *index,
    struct participants *participants)
{
	struct search search = {.document = document, .index = index};
	struct slice *offices;
	uint32_t p, m;
	size_t u;

	*participants = (struct participants){0};
	if (document->person_count == 0)
		return;
	search.taking_part = arena_take(&document->arena, document->person_count);
	search.listed = arena_take(&document->arena, document->person_count);
	memset(search.listed, 0, document->person_count * sizeof *search.listed);
	search.side = arena_take(&document->arena, document->person_count);
	memset(search.taking_part, 0, document->person_count * sizeof *search.taking_part);
	memset(search.side, 0, document->person_count);
	for (u = 0; u < document->unit_count; u++)
		if (document->units[u].kind == UNIT_TITLE)
			read_title(&search, &document->units[u]);
	index_persons(&search);
	read_acts(&search);
	hash_free(&search.persons);
	read_lines(&search);
	take_principals(&search);
	offices = offices_find(document);
	participants->list =
	    arena_take(&document->arena, document->person_count * sizeof *participants->list);
	for (m = 0; m < document->mention_count; m++) {
		p = document->mentions[m].person;
		if (document->mentions[m].kind != NAME_PERSON || p == NONE ||
		    !search.taking_part[p])
			continue;
		search.taking_part[p] = false;
		participants->list[participants->count] = (struct participant){
		    .person = p,
		    .mention = &document->mentions[m],
		    .office = offices[p],
		    .side = search.side[p],
		};
		memcpy(participants->list[participants->count++].country,
		    document->persons[p].country, 3);
	}
	complete_countries(&search, participants);
}
