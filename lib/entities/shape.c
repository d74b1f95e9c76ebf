/*
 * Organisations, events, instruments and places that no table lists, by their
 * shape: words in capitals around a head word ("X Council", "Ministry of Y",
 * "Treaty on Z"), a head word before a name or a number ("Hurricane X").
 */
#include "shape.h"
#include "context.h"

/* The tables have a name of that kind at exactly first..last, maybe inside a longer one. */
static bool
is_known(const struct reading *reading, uint32_t first, uint32_t last, enum name_kind kind)
{
	size_t n;

	for (n = 0; !is_crowded(reading) && n < reading->count; n++)
		if (reading->candidates[n].first == first && reading->candidates[n].last == last &&
		    reading->candidates[n].kind == kind && reading->candidates[n].rank == RANK_TABLE)
			return true;
	return false;
}

/* "White House | American Rescue Plan": who does it, and what the tables know. */
static uint32_t
without_owner(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last)
{
	enum name_kind kind = kind_of_heads(reading->tokens[head].classes);
	uint32_t end = name_end(reading, first);

	/* "ASEAN | Economic Ministers Meeting", "ASEAN | Youth Day" are ASEAN's own. */
	if (entry_at(reading, first, ENTRY_ORG) && !entry_at(reading, first, ENTRY_ORG)->country[0] &&
	    !(head_at(reading, head) == HEAD_DAY && is_known(reading, end, last, kind)))
		return first;
	if (end > first &&
	    (end < head || (end == head && link_at(reading, head + 1) != LINK_NONE)) &&
	    kind != NAME_ORG && is_capital(reading, end) &&
	    (is_known(reading, end, last, kind) ||
	     (head_at(reading, head) == HEAD_DAY && entry_at(reading, first, ENTRY_ORG))))
		return end;
	return first;
}

/* Where a longer event of the tables that ends before last begins; else first. */
static uint32_t
known_first(const struct reading *reading, uint32_t first, uint32_t last)
{
	size_t n;

	for (n = 0; !is_crowded(reading) && n < reading->count; n++)
		if (reading->candidates[n].last == last && reading->candidates[n].first < first &&
		    reading->candidates[n].kind == NAME_EVENT)
			first = reading->candidates[n].first;
	return first;
}

/* In a list of people, behind a title: "Director of | Harbour Partnership" acts. */
static bool
is_affiliation(const struct reading *reading, uint32_t first, uint32_t last)
{
	if (reading->unit->kind != UNIT_ITEM)
		return false;
	/* "Harbour Health Forum: Jane Roe" */
	if (first == reading->first && last == reading->last)
		return reads(reading, last - 1, "project"); /* "Harbour Lights Project" in a list */
	if (first == reading->first)
		return (is_mark(reading, last, ':') || is_mark(reading, last, '-')) && last + 1 < reading->last &&
		    hit_at(reading, last + 1)->person_last;
	if (first < reading->first + 2)
		return false;
	/* "Jane Roe, Harbour Fund" */
	if (is_mark(reading, first - 1, ',') && hit_at(reading, first - 2)->person_ends)
		return true;
	if (link_at(reading, first - 1) == LINK_THE)
		first--;
	return (is_mark(reading, first - 1, ',') || link_at(reading, first - 1) == LINK_OF) &&
	    has_class(reading, first - 2, CLASS_ROLE_HEAD);
}

/*
 * "Union of Northern States (UNS) | Leaders' Summit": where the name begins whose acronym
 * stands in brackets before first, when both are there; else first.
 */
static uint32_t
before_acronym(const struct reading *reading, uint32_t first)
{
	uint32_t at = first, bracket;
	size_t n;
	bool acronym = false;

	if (first < reading->first + 4)
		return first;
	bracket = first - 3;
	if (!is_mark(reading, first - 1, ')') || !is_mark(reading, bracket, '('))
		return first;
	for (n = 0; !is_crowded(reading) && n < reading->count; n++) {
		const struct candidate *candidate = &reading->candidates[n];

		if (candidate->kind != NAME_ORG && candidate->kind != NAME_INSTRUMENT)
			continue;
		acronym |= candidate->first == bracket + 1 && candidate->last == bracket + 2;
		if (candidate->last == bracket && candidate->first < at)
			at = candidate->first;
	}
	return acronym ? at : first;
}

/* "Union of Northern States (UNS) | Summit": one event, its host's acronym in its midst. */
static bool
behind_acronym(struct reading *reading, uint32_t first, uint32_t head)
{
	enum head_word word = head_at(reading, head);
	uint32_t begin;

	if (!has_class(reading, head, CLASS_EVENT_HEAD) || word == HEAD_DAY || word == HEAD_PREFIX)
		return false;
	if (word == HEAD_MEETING && !in_context(reading, head - 1, CONTEXT_MEETS_AGAIN) &&
	    !in_context(reading, head - 2, CONTEXT_MEETS_AGAIN))
		return false;
	if (reads(reading, first - 1, "virtual") && is_capital(reading, first - 1))
		first--;
	begin = before_acronym(reading, first);
	if (begin == first)
		return false;
	propose(reading, begin, shape_end(reading, first, head), NAME_EVENT, RANK_SHAPE,
	    "shape: acronym inside");
	return true;
}

static void
around_head(struct reading *reading, uint32_t head)
{
	uint32_t class = reading->tokens[head].classes & HEADS;
	uint32_t first = left_extent(reading, head), last = shape_end(reading, first, head);
	enum name_kind kind = kind_of_heads(class);

	if (class & CLASS_EVENT_HEAD && last == head + 2 && shape_is_year(reading, head + 1))
		first = known_first(reading, first, head + 1);
	if (reads(reading, head, "law") && reads(reading, head + 1, "enforcement"))
		return;
	/* "Ray Chambers of the Harbour Fund" */
	if (last > head + 1 && hit_at(reading, head)->person_ends && has_class(reading, first, CLASS_GIVEN) &&
	    has_class(reading, head, CLASS_PLURAL))
		return;
	/* "Head of Cabinet | of the Commission President", "Chairman of the Board of Directors |
	 * of the Fund": a title of the tables. */
	if (first == head && head >= reading->first + 3 &&
	    ((link_at(reading, head - 1) == LINK_OF && hit_at(reading, head - 2)->role_last == head + 1) ||
		(link_at(reading, head - 1) == LINK_THE && hit_at(reading, head - 3)->role_last > head + 1)))
		return;
	/* "Senator Bill Roe" */
	if (has_class(reading, head, CLASS_GIVEN) && is_capital(reading, head + 1))
		return;
	if (behind_acronym(reading, first, head) || !shape_is_name(reading, first, head, last))
		return;
	/* "Solomon Islands", "Rhode Island": the tables know. */
	if (kind == NAME_PLACE && last == head + 1 && head > reading->first &&
	    (is_known(reading, head - 1, last, NAME_PLACE) ||
		is_known(reading, head - 1, last, NAME_COUNTRY)))
		return;
	first = without_owner(reading, first, head, last);
	kind = shape_kind(reading, first, head, last);
	if ((kind == NAME_INSTRUMENT || kind == NAME_EVENT) && is_affiliation(reading, first, last))
		kind = NAME_ORG;
	/* "Talbot Administration", no person: what it heads is no surname. */
	propose(reading, first, last, kind,
	    kind != NAME_PLACE && first + 2 == last && has_class(reading, first, CLASS_GIVEN) &&
		    hit_at(reading, first)->last != last && !has_class(reading, head, CLASS_FAMILY | CLASS_GIVEN)
		? RANK_TITLED
		: RANK_SHAPE,
	    "shape: head word");
}

/* "Community Navigator | program": no name of the tables, no other head before it. */
static bool
are_only_words(const struct reading *reading, uint32_t first, uint32_t head)
{
	uint32_t i;

	for (i = first; i < head; i++)
		if (name_end(reading, i) > i || has_class(reading, i, CLASS_ROLE_HEAD) || hit_at(reading, i)->person_last)
			return false;
	return !has_class(reading, head - 1, HEADS);
}

/* "BRICS summit", "Minsk agreements", "Build Back Better agenda". */
static void
before_small_head(struct reading *reading, uint32_t head)
{
	enum head_word word = head_at(reading, head);
	uint32_t first = left_extent(reading, head), end;
	bool place;

	if (word != HEAD_LOWER_MEETING && behind_acronym(reading, first, head))
		return;
	if (first == head || reading->tokens[head - 1].shape & SHAPE_POSSESSIVE)
		return;
	if (word == HEAD_LOWER_MEETING && !shape_is_named_meeting(reading, first, head))
		return;
	/* "Tax Compliance Act | agreement", "Free Trade Area | arrangements": named already. */
	if (is_capital(reading, head - 1) && has_class(reading, head - 1, HEADS) &&
	    !has_class(reading, head - 1, CLASS_PLURAL) &&
	    shape_kind(reading, first, head - 1, head) == NAME_INSTRUMENT)
		return;
	end = name_end(reading, first);
	if (head == first + 1 && reading->tokens[first].shape & SHAPE_DIGIT && end == first)
		return; /* "the 2nd meeting", "the 12th round" */
	if (word == HEAD_LOWER_MEETING && end == head)
		return; /* "the G20 meeting" */
	place = end == head && entry_at(reading, first, ENTRY_PLACE);
	if (word == HEAD_LOWER && end == head && entry_at(reading, first, ENTRY_COUNTRY))
		return;
	if (word == HEAD_LOWER && !has_proper_word(reading, first, head))
		return;
	if (word == HEAD_LOWER_PLACE && !place && (end == head || head - first < 2) &&
	    (is_common(reading, first) || hit_at(reading, first)->last ||
		has_class(reading, first, CLASS_GIVEN | CLASS_FAMILY)))
		return;
	if (word == HEAD_LOWER_TWO && (head - first < 2 || end == head))
		return;
	if (word == HEAD_LOWER_WORDS && (head - first < 2 || !are_only_words(reading, first, head)))
		return;
	/* "the U.S.-Japan agreement": two countries and a common word. */
	if (word != HEAD_LOWER && !place && !is_common(reading, head - 1) &&
	    entry_at(reading, first, ENTRY_COUNTRY))
		return;
	propose(reading, first, head + 1, kind_of_heads(reading->tokens[head].classes), RANK_SHAPE,
	    "shape: small head word");
}

/* "UN Security Council resolution 2254", "resolution 1701". */
static void
resolution(struct reading *reading, uint32_t head)
{
	uint32_t first = left_extent(reading, head), last = head + 1;

	if (last < reading->last && reading->tokens[last].shape & SHAPE_DIGIT &&
	    !(reading->tokens[last].shape & SHAPE_WORD)) {
		last = shape_figure_end(reading, last);
	} else if (first == head || !entry_at(reading, first, ENTRY_ORG) || name_end(reading, first) != head) {
		return;
	}
	propose(reading, first, last, NAME_INSTRUMENT, RANK_SHAPE, "shape: resolution");
}

/* "Hurricane Ida", "Operation Inherent Resolve", "Fort Bragg". */
static void
behind_prefix(struct reading *reading, uint32_t head)
{
	uint32_t last = head + 1;
	bool place = has_class(reading, head, CLASS_PLACE_HEAD), words, any;

	if (!is_capital(reading, last) || has_class(reading, last, HEADS) || is_joint(reading, last + 1))
		return;
	words = is_common(reading, last);
	any = reads(reading, head, "operation") || reads(reading, head, "exercise");
	if (words && (place || shape_in_headline(reading) || !any))
		return;
	while (is_capital(reading, last) && last < head + 4 &&
	    (!is_headline_word(reading, last) || (any && reading->unit->kind == UNIT_SENT)) &&
	    (last == head + 1 || !is_headline_word(reading, last - 1)) &&
	    !has_class(reading, last, CLASS_MONTH | CLASS_ROLE_HEAD | HEADS) &&
	    (any || is_common(reading, last) == words))
		last++;
	if (last > head + 1 && any && shape_is_year(reading, last))
		last++; /* "Exercise Pitch Black | 2024" */
	if (last > head + 1)
		propose(reading, head - (reads(reading, head - 1, "tropical") && is_capital(reading, head - 1)), last,
		    kind_of_heads(reading->tokens[head].classes), RANK_SHAPE,
		    "shape: head word before its name");
}

static void
at_head(struct reading *reading, uint32_t i)
{
	switch (head_at(reading, i)) {
	case HEAD_ANNIVERSARY:
		shape_anniversary(reading, i);
		return;
	case HEAD_NUMBERED:
		shape_numbered(reading, i);
		return;
	case HEAD_RESOLUTION:
		resolution(reading, i);
		return;
	case HEAD_PREFIX:
		behind_prefix(reading, i);
		break;
	case HEAD_LOWER:
	case HEAD_LOWER_MEETING:
	case HEAD_LOWER_PLACE:
	case HEAD_LOWER_TWO:
	case HEAD_LOWER_WORDS:
		before_small_head(reading, i);
		return;
	default:
		break;
	}
	/* In a run of capitals only the last head counts: "Summit Review Group". */
	if (is_capital(reading, i) && !(is_capital(reading, i + 1) && has_class(reading, i + 1, HEADS)))
		around_head(reading, i);
}

/* Gives whether the mark is a semicolon. */
static bool
at_mark(struct reading *reading, uint32_t i)
{
	char mark = reading->tokens[i].first;

	if (mark == ':')
		shape_motto(reading, i);
	else if (mark == '(' && is_mark(reading, i + 2, ')'))
		recognise_acronym(reading, i + 1);
	return mark == ';';
}

void
recognise_shapes(struct reading *reading)
{
	const uint32_t *place = reading->places[SOUGHT_SHAPE];
	uint32_t i;
	bool semicolons = false;

	for (; (i = *place) < reading->last; place++) {
		const struct token *token = &reading->tokens[i];

		if (token->classes & HEADS)
			at_head(reading, i);
		else if (token->shape & SHAPE_MARK)
			semicolons |= at_mark(reading, i);
		else if ((token->shape & SHAPE_DIGIT) | (token->classes & CLASS_NUMBER) &&
		    is_capital(reading, i + 1))
			shape_year(reading, i);
		else if (token->shape & SHAPE_DIGIT && link_at(reading, i - 1) == LINK_OF)
			shape_of_year(reading, i);
		else if (hit_at(reading, i)->kinds & 1u << ENTRY_PLACE && hit_at(reading, i)->last < reading->last)
			shape_town(reading, i);
		else if (token->first == 'v' && link_at(reading, i) == LINK_VERSUS)
			shape_court_case(reading, i);
	}
	if (!is_crowded(reading))
		recognise_affiliations(reading, semicolons);
}
