#include "participant.h"

#include "act_table.h"
#include "allegiance.h"
#include "office.h"
#include "reference.h"
#include "sort.h"

enum {
	MEETING_NOUN_WITHIN = 7, /* tokens from "Biden's" to "Meeting" in a headline */
	WORDS_TO_DELEGATION = 8, /* from "led" in "led the Chilean delegation" */
	LONGEST_ITEM = 60        /* tokens of an item that names a person and no more */
};

/* What is known of each person while the document is searched. */
struct search {
	struct document *document;
	bool *taking_part; /* by person */
	char *side;
	struct companies companies;
};

const struct term *
meeting_word(const struct document *document, size_t *t, uint32_t from, uint32_t end)
{
	const struct term *term;

	while ((term = &document->terms[*t])->first < end) {
		++*t;
		if (term->entry->kind == ENTRY_MEETING && term->first >= from)
			return term;
	}
	return NULL;
}

static void
add(struct search *search, uint32_t person)
{
	if (person == NONE)
		return;
	if (!search->taking_part[person])
		search->taking_part[person] =
		    !person_speaks_only(search->document, &search->document->persons[person]);
	company_join(&search->companies, person);
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
	uint32_t end = i + MEETING_NOUN_WITHIN;
	size_t t = document_terms_from(document, unit, i);
	const struct term *word;

	if (end > unit->token + unit->token_count)
		end = unit->token + unit->token_count;
	while ((word = meeting_word(document, &t, i, end)))
		if (!(word->entry->act & MEETING_CUE))
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

/* Takes the persons of by= or to= of an act; side is theirs unless they have one. */
static void
add_persons(struct search *search, const uint32_t *persons, uint32_t count, char side)
{
	uint32_t i;

	for (i = 0; i < count; i++) {
		if (persons[i] == NONE)
			continue;
		add(search, persons[i]);
		if (side && !search->side[persons[i]])
			search->side[persons[i]] = side;
	}
}

/* Where in a clause of meeting the subject of the talks begins, not the company. */
static bool
leads_away(const struct document *document, uint32_t i)
{
	return PART_BIT(document->tokens[i].part) &
	    (PART_BIT(PART_TO) | PART_BIT(PART_THAT) | PART_BIT(PART_RELATIVE) | PART_BIT(PART_WHERE) |
		PART_BIT(PART_WHILE) | PART_BIT(PART_SUBORDINATE) | PART_BIT(PART_PREPOSITION));
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
	const struct mention *name = &document->mentions[unit->mention];
	const struct mention *end = name + unit->mention_count;
	uint32_t i;
	bool with = false;

	for (i = act->deed->first; i < act->deed->last; i++) {
		while (name < end && name->last <= i)
			name++;
		if (name < end && name->first <= i) {
			if (with && name->kind == NAME_PERSON &&
			    !is_possessive(document, unit, name->last))
				add(search, name->person);
			i = name->last - 1;
		} else if (document->tokens[i].part == PART_WITH) {
			with = true;
		} else if (with && leads_away(document, i) && !token_is(document, unit, i, "including")) {
			return;
		}
	}
}

/* "was joined by" */
static bool
is_joining(const struct span *act)
{
	struct slice verb;

	return attr_find(act->attrs, "verb", &verb) && slice_ends(verb, SLICE("joined by"));
}

/* "Last year, the Vice President called on states": told of another time, and a year or
 * month is no day of a meeting. */
static bool
is_of_another_time(const struct document *document, const struct span *act)
{
	const struct unit *unit = &document->units[act->unit];
	const struct mention *first = &document->mentions[unit->mention];

	return unit->mention_count > 0 && first->kind == NAME_DATE && first->first <= unit->token + 1 &&
	    document->tokens[first->last].first == ',' && first->start < act->start &&
	    (first->key.len == 4 || (first->key.len == 7 && first->key.at[5] != 'W'));
}

/* Who met, called, hosted whom, and who did anything else that is told. */
static void
read_acts(struct search *search)
{
	const struct document *document = search->document;
	size_t s;

	for (s = document->first_act; s < document->span_count; s++) {
		const struct span *span = &document->spans[s];
		const struct deed *deed = span->deed;
		bool lead = deed->traits & ACT_LEAD, has_to = lead && deed->to_count > 0;

		if (document->units[span->unit].kind != UNIT_SENT)
			continue;
		if (lead)
			read_lead(search, span);
		else if (deed->traits & ACT_ELSEWHERE || is_of_another_time(document, span))
			continue;
		if (has_to)
			company_begin(&search->companies, COMPANY_HOSTS, "");
		add_persons(search, deed->persons, deed->by_count, has_to ? '1' : 0);
		if (has_to) {
			company_begin(&search->companies,
			    is_joining(span) ? COMPANY_JOINED : COMPANY_GUESTS, "");
			add_persons(search, deed->persons + deed->by_count, deed->to_count,
			    deed->by_count > 0 ? '2' : 0);
			search->companies.open = false;
		}
	}
}

/* Everybody who stands behind token first in the unit, unless as an owner. */
static void
add_behind(struct search *search, const struct unit *unit, uint32_t first)
{
	const struct document *document = search->document;
	const struct span *lead = unit->lead == NONE ? NULL : &document->spans[unit->lead];
	uint32_t m;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		/* "X, joined by Y, met with Z": Z is in nobody's company. */
		if (lead && lead->start > document->tokens[first].start &&
		    mention->start > lead->start)
			search->companies.open = false;
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

/* The token of "delegation" shortly behind i, or 0. */
static uint32_t
delegation_behind(const struct document *document, const struct unit *unit, uint32_t i)
{
	uint32_t end = i + WORDS_TO_DELEGATION;

	for (; i < end && i < unit->token + unit->token_count; i++)
		if (token_is(document, unit, i, "delegation"))
			return i;
	return 0;
}

/* "The Chilean delegation was led by", "led the Chilean delegation": whose it is, by a
 * name at token from or shortly behind it, right before cue; "" when that is not told. */
static const char *
country_of_delegation(const struct search *search, const struct unit *unit, uint32_t from,
    uint32_t cue)
{
	const struct document *document = search->document;
	const struct mention *name = &document->mentions[unit->mention];
	const struct mention *end = name + unit->mention_count;

	for (; name < end && name->last <= cue; name++)
		if (name->kind == NAME_COUNTRY && name->last + 1 >= cue && name->first >= from &&
		    name->first <= from + 2)
			return name->country;
	return "";
}

/* What a line says of who was there; whether a list of those follows. */
static bool
read_cues(struct search *search, const struct unit *unit)
{
	const struct document *document = search->document;
	uint32_t from, end = unit->token + unit->token_count;
	uint32_t delegation;
	const struct term *word;
	size_t t = unit->term;
	bool list = false;

	for (from = unit->token; (word = meeting_word(document, &t, from, end)); from = word->last) {
		uint64_t bits = word->entry->act;

		if (bits & MEETING_WITH || (list && bits & MEETING_THEN)) {
			list = true;
			if (unit->kind == UNIT_SENT) {
				company_begin(&search->companies, COMPANY_JOINED,
				    country_of_delegation(search, unit, unit->token, word->first));
				add_behind(search, unit, word->last);
				search->companies.open = false;
			}
		} else if (bits & MEETING_LIST) {
			list = true;
		} else if (bits & MEETING_BEFORE && unit->kind == UNIT_SENT) {
			add_before(search, unit, word->first);
		} else if (bits & MEETING_LEADER && unit->kind == UNIT_SENT &&
		    (delegation = delegation_behind(document, unit, word->last)) > 0) {
			company_begin(&search->companies, COMPANY_JOINED,
			    country_of_delegation(search, unit, word->last, delegation));
			add_before(search, unit, word->first);
			search->companies.open = false;
		}
	}
	return list;
}

/* Headlines, lines that say who was there, and the lists behind them. */
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
			if (unit->act == NONE && unit->token_count < LONGEST_ITEM &&
			    (person = person_of_item(document, unit, !list))) {
				if (!search->companies.open)
					company_begin(&search->companies, COMPANY_LISTED, "");
				add(search, person->person);
			}
			continue;
		}
		search->companies.open = false;
		if (unit->kind == UNIT_TITLE)
			read_title(search, unit);
		if (unit->kind != UNIT_SENT && unit->kind != UNIT_HEAD)
			continue;
		/* "Participants included:" "Family members:" */
		cue = unit->words & MEETING_FIRST_CUE && read_cues(search, unit);
		list = cue || (list && (unit->kind == UNIT_HEAD || ends_with_colon(document, unit)));
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

static int
by_mention(const void *a, const void *b)
{
	const struct participant *x = a, *y = b;

	return (x->mention > y->mention) - (x->mention < y->mention);
}

/* Those who take part, in the order of the text. */
static void
list_participants(const struct search *search, struct participants *participants)
{
	struct document *document = search->document;
	struct slice *offices = offices_find(document);
	uint32_t p;

	participants->list =
	    arena_take(&document->arena, document->person_count * sizeof *participants->list);
	for (p = 0; p < document->person_count; p++) {
		const struct person *person = &document->persons[p];
		struct participant *one = &participants->list[participants->count];

		if (!search->taking_part[p])
			continue;
		*one = (struct participant){
		    .person = p,
		    .mention = &document->mentions[person->first_mention],
		    .office = offices[p],
		    .side = search->side[p],
		};
		memcpy(one->country, person->country, sizeof one->country);
		participants->count++;
	}
	sort_array(participants->list, participants->count, sizeof *participants->list, by_mention);
}

void
participants_find(struct document *document, struct participants *participants)
{
	struct search search = {.document = document};
	size_t n = document->person_count;

	*participants = (struct participants){0};
	if (n == 0)
		return;
	search.taking_part = arena_take(&document->arena, n * sizeof *search.taking_part);
	memset(search.taking_part, 0, n * sizeof *search.taking_part);
	search.side = arena_take(&document->arena, n);
	memset(search.side, 0, n);
	read_acts(&search);
	read_lines(&search);
	take_principals(&search);
	list_participants(&search, participants);
	allegiances_complete(document, &search.companies, participants);
	companies_free(&search.companies);
}
