#include "venue.h"

#include "act_table.h"
#include "context.h"
#include "participant.h"

static bool
is_place(const struct mention *mention)
{
	return mention->kind == NAME_PLACE || mention->kind == NAME_COUNTRY;
}

/* The bits of the verb of act.tsv that begins at i and is an act by itself, or 0. */
static uint64_t
verb_at(const struct document *document, const struct unit *unit, uint32_t i)
{
	size_t t;

	if (!(document->tokens[i].classes & CLASS_TERM_START))
		return 0;
	for (t = document_terms_from(document, unit, i); document->terms[t].first == i; t++)
		if (document->terms[t].entry->kind == ENTRY_ACT &&
		    !(document->terms[t].entry->act & ACT_NONE))
			return document->terms[t].entry->act;
	return 0;
}

/* "to | discuss", not "spoke to the Minister", "is to pay": "to" at i. */
static bool
leads_to_verb(const struct document *document, const struct unit *unit, uint32_t i)
{
	const struct token *to = &document->tokens[i];

	return !(i > unit->token && to[-1].part == PART_BE) && i + 1 < unit_end(unit) &&
	    !(to[1].shape & SHAPE_CAPITAL) && to[1].part == PART_NONE &&
	    !(verb_at(document, unit, i + 1) & ACT_LEAD) && !token_is(document, unit, i + 1, "engage");
}

/* Where a sentence turns from the meeting to its subject: at "to discuss", "about", "on
 * trade", "that"; what stands behind is no place of it. */
static bool
turns(const struct document *document, const struct unit *unit, uint32_t i, bool journey)
{
	uint8_t part = document->tokens[i].part;
	uint64_t verb;
	uint32_t w;

	if (part == PART_NONE) { /* "met with X, and discussed" */
		verb = verb_at(document, unit, i);
		return verb & (ACT_PAST | ACT_ING) && !(verb & ACT_LEAD);
	}
	if (part == PART_TO)
		return !journey && leads_to_verb(document, unit, i);
	if (part == PART_THAT || part == PART_RELATIVE) {
		/* "which took place in", "which were held at" */
		for (w = i + 1; w < i + 4 && w < unit_end(unit); w++)
			if (token_is(document, unit, w, "held") || token_is(document, unit, w, "took"))
				return false;
		return true;
	}
	if (part != PART_PREPOSITION)
		return false;
	if (token_is(document, unit, i, "on") && i + 1 < unit_end(unit))
		return !(document->tokens[i + 1].shape & SHAPE_DIGIT ||
			   document->tokens[i + 1].classes & (CLASS_MONTH | CLASS_WEEKDAY)) &&
		    !(i + 2 < unit_end(unit) && (token_is(document, unit, i + 2, "sidelines") ||
						    token_is(document, unit, i + 2, "margins")));
	return token_context(document, i, CONTEXT_SUBJECT);
}

/* Of a name of the tables; or empty. */
static struct slice
type_of(const struct document *document, const struct mention *mention)
{
	return mention->entry ? entry_main(document->lexicon, mention->entry)
			      : (struct slice){"", 0};
}

/* No town or building. */
static bool
is_region(const struct document *document, const struct mention *mention)
{
	static const char *const types[] = {"state", "region", "sea", "district", "continent"};
	struct slice type;
	size_t t;

	if (mention->kind == NAME_COUNTRY)
		return true;
	type = type_of(document, mention);
	for (t = 0; t < sizeof types / sizeof types[0]; t++)
		if (slice_is(type, types[t]))
			return true;
	return false;
}

uint32_t
meeting_turn(const struct document *document, const struct unit *unit, uint32_t i, uint32_t limit)
{
	while (i < limit && !turns(document, unit, i, false))
		i++;
	return i;
}

/* "in", "at [the]", of a journey "to", in front of a name. */
static bool
leads_to_place(const struct document *document, const struct unit *unit,
    const struct mention *mention, uint32_t from, bool journey)
{
	uint32_t i = mention->first - 1;

	if (token_is(document, unit, i, "the") && i > unit->token)
		i--;
	if (token_is(document, unit, i, "at"))
		return true;
	if (journey && mention->kind != NAME_ORG &&
	    (token_is(document, unit, i, "to") || i == from))
		return true;
	/* "at the Department of State"; "leaders in Chile" are of Chile. */
	return mention->kind != NAME_ORG && token_is(document, unit, i, "in") &&
	    !(i > unit->token && (token_context(document, i - 1, CONTEXT_CONFLICT) ||
				     token_context(document, i - 1, CONTEXT_TAKES_IN))) &&
	    !(i > unit->token &&
		document->lexicon->words[document->tokens[i - 1].lower].part == PART_PEOPLE &&
		is_region(document, mention));
}

/* A grouping of states is no place: "at the G7". */
static bool
is_grouping(const struct document *document, const struct mention *mention)
{
	struct slice type;

	if (mention->kind != NAME_ORG)
		return false;
	type = type_of(document, mention);
	return slice_is(type, "alliance") || (slice_is(type, "igo") && !slice_is(mention->key, "UN"));
}

/* "at the White House": a building, a body's house. */
static bool
is_venue(const struct document *document, const struct unit *unit, const struct mention *mention)
{
	uint32_t i = mention->first - 1;

	if (token_is(document, unit, i, "the") && i > unit->token)
		i--;
	return token_is(document, unit, i, "at") &&
	    (mention->kind == NAME_ORG || slice_is(type_of(document, mention), "building"));
}

/* The first token behind the verb, outside names, at which the sentence turns to its
 * subject; UINT32_MAX for none. */
static uint32_t
first_turn(const struct document *document, const struct unit *unit, uint32_t verb, bool journey)
{
	uint32_t m = unit->mention, last = unit->mention + unit->mention_count, i = verb + 1;

	while (i < unit_end(unit)) {
		while (m < last && document->mentions[m].last <= i)
			m++;
		if (m < last && document->mentions[m].first <= i)
			i = document->mentions[m].last;
		else if (turns(document, unit, i, journey))
			return i;
		else
			i++;
	}
	return UINT32_MAX;
}

/*
 * The first place behind "in", "at" or, of a journey, "to", from token from on; verb:
 * where the meeting is told of, behind which the sentence may turn to its subject.
 */
static const struct mention *
place_behind(const struct document *document, const struct unit *unit, uint32_t from,
    uint32_t verb, bool journey)
{
	uint32_t m, turn = 0, end = unit_end(unit);

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if ((!is_place(mention) && mention->kind != NAME_ORG) ||
		    mention->first <= unit->token || mention->first < from ||
		    (mention->entry && mention->entry->flags & FLAG_PEOPLE) ||
		    !leads_to_place(document, unit, mention, from, journey) ||
		    is_grouping(document, mention))
			continue;
		if (turn == 0)
			turn = first_turn(document, unit, verb, journey);
		/* "discussed the talks in Oslo"; but "at the White House" is where */
		if (turn < mention->first && !is_venue(document, unit, mention))
			continue;
		if (mention->last < end &&
		    (document->tokens[mention->last].shape & SHAPE_POSSESSIVE ||
			(document->tokens[mention->last].first == '-' &&
			    !(document->tokens[mention->last].shape & SHAPE_GAP))))
			continue;
		return mention;
	}
	return NULL;
}

/* "Oval Office Meeting with …": the place in a headline before its noun. */
static struct slice
place_of_noun(const struct document *document, const struct unit *title)
{
	uint32_t m;
	size_t t;

	for (m = title->mention; m < title->mention + title->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind != NAME_PLACE || mention->last == unit_end(title))
			continue;
		t = document_terms_from(document, title, mention->last);
		if (meeting_word(document, &t, mention->last, mention->last + 1))
			return mention_text(document, mention);
	}
	return (struct slice){"", 0};
}

/* Whether the document names a place that is written so. */
static bool
is_known_place(const struct document *document, struct slice text)
{
	uint32_t m;

	for (m = 0; m < document->mention_count; m++)
		if (is_place(&document->mentions[m]) &&
		    slice_equal(mention_text(document, &document->mentions[m]), text))
			return true;
	return false;
}

/* The dateline: a heading that begins with a place. */
static struct slice
dateline(const struct document *document, size_t from, size_t to)
{
	struct slice value;

	for (; from < to; from++) {
		const struct unit *unit = &document->units[from];

		if (unit->kind == UNIT_META && slice_is(unit->record.key, "place") &&
		    attr_find(unit->record.attrs, "value", &value) &&
		    is_known_place(document, value))
			return value;
		if (unit->kind == UNIT_HEAD && unit->mention_count > 0 &&
		    document->mentions[unit->mention].kind == NAME_PLACE &&
		    document->mentions[unit->mention].first == unit->token)
			return mention_text(document, &document->mentions[unit->mention]);
	}
	return (struct slice){"", 0};
}

/* The town in a country, where the sentences about the meeting name it. */
static const struct mention *
closest(const struct document *document, const struct meeting *meeting,
    const struct mention *place)
{
	size_t n;

	for (n = 0; n < meeting->near_count && place->kind == NAME_COUNTRY; n++) {
		const struct unit *unit = meeting->near[n];
		const struct mention *town = &document->mentions[unit->mention];
		const struct mention *end = town + unit->mention_count;

		for (; town < end; town++)
			if (town->kind == NAME_PLACE && town->first > unit->token &&
			    memcmp(town->country, place->country, 2) == 0 &&
			    token_is(document, unit, town->first - 1, "in"))
				return town;
	}
	return place;
}

/* The first token of a sentence behind "Following the talks in Oslo, ". */
static uint32_t
behind_introduction(const struct document *document, const struct unit *unit)
{
	uint32_t i = unit->token;

	if (i == unit_end(unit) || !token_context(document, i, CONTEXT_SUBJECT))
		return i;
	while (i < unit_end(unit) && document->tokens[i].first != ',')
		i++;
	return i;
}

struct slice
venue_find(const struct document *document, size_t from, size_t to,
    const struct meeting *meeting)
{
	bool journey = slice_is(meeting->type, "visit");
	const struct mention *place = NULL;
	struct slice venue = {"", 0};
	size_t n;

	if (slice_is(meeting->type, "call") || slice_is(meeting->mode, "video") ||
	    slice_is(meeting->mode, "phone"))
		return venue;
	if (meeting->lead && meeting->verb > meeting->lead->token)
		place = place_behind(document, meeting->lead, meeting->verb, meeting->verb,
		    journey || meeting->goes);
	for (n = 0; n < meeting->near_count && !place; n++) {
		const struct unit *near = meeting->near[n];

		place = place_behind(document, near, behind_introduction(document, near),
		    meeting->lead && near == meeting->lead ? meeting->verb : meeting->near_verb[n],
		    journey);
		if (!place && meeting->title)
			place = place_behind(document, meeting->title, meeting->title->token,
			    meeting->title->token, journey);
	}
	if (place)
		return mention_text(document, closest(document, meeting, place));
	if (meeting->title)
		venue = place_of_noun(document, meeting->title);
	return venue.len > 0 ? venue : dateline(document, from, to);
}
