/* Names that a number, a mark or one word of their own makes: articles, cases, anniversaries. */
#include "shape.h"

/* "Article 5", "Title 42", "Articles 4 and 5", "Chapter VII". */
void
shape_numbered(struct reading *reading, uint32_t head)
{
	uint32_t at = head + 1, first;
	struct slice text;
	size_t n;

	if (at >= reading->last)
		return;
	if (!(reading->tokens[at].shape & SHAPE_DIGIT) &&
	    !(has_class(reading, at, CLASS_NUMBER) && is_capital(reading, at))) {
		text = token_text(reading->document, reading->unit, at);
		for (n = 0; n < text.len && memchr("IVXLC", text.at[n], 5); n++)
			continue;
		if (n < text.len)
			return;
	}
	/* "Norway-Chile Vision 2040" */
	first = reads(reading, head, "vision") ? left_extent(reading, head) : head;
	if (first < head && !entry_at(reading, first, ENTRY_COUNTRY) && !entry_at(reading, first, ENTRY_ORG))
		first = head;
	propose(reading, first, at + 1, kind_of_heads(reading->tokens[head].classes), RANK_SHAPE,
	    "shape: number");
}

/* The end of a court case that begins at i: "Board of Education of Topeka". */
static uint32_t
party_end(const struct reading *reading, uint32_t i)
{
	enum { LONGEST_PARTY = 20 };
	uint32_t end = i, stop = i + LONGEST_PARTY;

	while (i < reading->last && i < stop && (is_capital(reading, i) || reading->tokens[i].shape & SHAPE_DIGIT ||
					link_at(reading, i) == LINK_OF || link_at(reading, i) == LINK_THE ||
					is_joint(reading, i)) &&
	    !is_mark(reading, i, ',') && !reads(reading, i, "family") && !reads(reading, i, "plaintiffs") &&
	    !reads(reading, i, "decision") && !reads(reading, i, "ruling"))
		if (is_capital(reading, i++))
			end = i;
	return end;
}

/* The first token of the party before "v.", brackets included. */
static uint32_t
party_begin(const struct reading *reading, uint32_t versus)
{
	uint32_t first = versus;

	/* "Roe Foundries, Inc. v. Doe" */
	if (first > reading->first + 2 && is_mark(reading, first - 2, ',') &&
	    (reads(reading, first - 1, "inc.") || reads(reading, first - 1, "llc") ||
		reads(reading, first - 1, "ltd.")))
		first -= 2;
	while (first > reading->first && versus - first < 8 &&
	    ((is_capital(reading, first - 1) && !is_headline_word(reading, first - 1)) ||
		is_mark(reading, first - 1, ')') || is_mark(reading, first - 1, '(')))
		first--;
	while (first < versus && (is_mark(reading, first, '(') || is_mark(reading, first, ')')))
		first++;
	return first;
}

/* "Brown v. Board of Education": a case. */
void
shape_court_case(struct reading *reading, uint32_t versus)
{
	uint32_t first = party_begin(reading, versus), last = party_end(reading, versus + 1);

	if (first < versus && last > versus + 1)
		propose(reading, first, last, NAME_INSTRUMENT, RANK_SHAPE, "shape: court case");
}

/* Past "[establishment of] diplomatic relations" at i; else i. */
static uint32_t
relations_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i;

	if (reads(reading, at, "establishment") && link_at(reading, at + 1) == LINK_OF)
		at += 2;
	if (reads(reading, at, "bilateral") || reads(reading, at, "formal"))
		at++;
	if (!reads(reading, at, "diplomatic"))
		return i;
	return reads(reading, at + 1, "relations") || reads(reading, at + 1, "ties") ? at + 2 : i;
}

/* Where what an anniversary is of ends: a name, a case, "diplomatic relations"; or i. */
static uint32_t
anniversary_of(const struct reading *reading, uint32_t i, uint32_t head)
{
	uint32_t at = i + 1, end;

	if (link_at(reading, i) != LINK_OF)
		return i;
	if (link_at(reading, at) == LINK_THE || reads(reading, at, "our") || reads(reading, at, "their"))
		at++;
	if ((end = relations_end(reading, at)) > at)
		return end;
	/* "of 1872 Mining Law" */
	at += at < reading->last && reading->tokens[at].shape & SHAPE_DIGIT && is_capital(reading, at + 1);
	end = complement_end(reading, at, head);
	/* "of Hurricane Katrina" */
	if (end == at + 1 && has_class(reading, at, HEADS) && head_at(reading, at) == HEAD_PREFIX &&
	    is_capital(reading, end))
		end++;
	if (link_at(reading, end) == LINK_VERSUS)
		return party_end(reading, end + 1);
	/* "of Poland's accession", "of Hurricane Katrina's landfall" */
	if (end == at || (end < reading->last && reading->tokens[end].shape & SHAPE_POSSESSIVE))
		return i;
	/* "of the Agreement", "of the U.S.-Japan alliance" */
	return (end == at + 1 && has_class(reading, at, HEADS)) || entry_at(reading, end - 1, ENTRY_COUNTRY)
	    ? i
	    : end;
}

/* "30th anniversary [of X]". */
void
shape_anniversary(struct reading *reading, uint32_t i)
{
	if (i > reading->first && (reading->tokens[i - 1].shape & SHAPE_DIGIT ||
				      has_class(reading, i - 1, CLASS_NUMBER)))
		propose(reading, i - 1, anniversary_of(reading, i + 1, i), NAME_EVENT, RANK_SHAPE,
		    "shape: anniversary");
}

/* "Communities in Action: Building a Better Ohio": a motto behind the name before colon. */
void
shape_motto(struct reading *reading, uint32_t colon)
{
	uint32_t last = colon + 1, end = last;
	struct slice text;
	struct candidate *candidate;
	size_t n;

	if (!is_capital(reading, last))
		return;
	text = token_text(reading->document, reading->unit, last);
	if (text.len < 6 || !slice_is(slice_cut(text, text.len - 3, text.len), "ing"))
		return;
	while (last < colon + 20 &&
	    (is_capital(reading, last) || link_at(reading, last) != LINK_NONE || reads(reading, last, "a")))
		if (is_capital(reading, last++))
			end = last;
	for (n = 0; !is_crowded(reading) && n < reading->count; n++) {
		candidate = &reading->candidates[n];
		if (candidate->last == colon && candidate->first > reading->first &&
		    (candidate->kind == NAME_EVENT || candidate->kind == NAME_INSTRUMENT)) {
			propose(reading, candidate->first, end, candidate->kind, RANK_SHAPE, "shape: motto");
			return;
		}
	}
}

/* "the 2015 | Minsk Package of Measures", "The Fifteenth | Annual Exchange of Visits". */
void
shape_year(struct reading *reading, uint32_t i)
{
	size_t n, longest = reading->count;
	bool year = reading->tokens[i].shape & SHAPE_DIGIT;

	if ((i > reading->first && link_at(reading, i - 1) != LINK_THE &&
		link_at(reading, i - 1) != LINK_OF && link_at(reading, i - 1) != LINK_FOR &&
		!is_mark(reading, i - 1, '(') && !(reading->tokens[i - 1].shape & SHAPE_POSSESSIVE)) ||
	    (year && !(reading->tokens[i].shape & SHAPE_WORD) &&
		reading->tokens[i].end - reading->tokens[i].start != 4) ||
	    (!year && !is_capital(reading, i)))
		return;
	for (n = 0; !is_crowded(reading) && n < reading->count; n++) {
		const struct candidate *candidate = &reading->candidates[n];

		if (candidate->first == i + 1 && candidate->rank == RANK_TABLE &&
		    (candidate->kind == NAME_EVENT || candidate->kind == NAME_INSTRUMENT) &&
		    (longest == reading->count || candidate->last > reading->candidates[longest].last))
			longest = n;
	}
	if (longest < reading->count)
		propose(reading, i, reading->candidates[longest].last, reading->candidates[longest].kind,
		    RANK_SHAPE, "shape: year of a name");
}

/* "the Brisbane | CHOGM", "the Hague | NATO Summit": the town is in the name of the event. */
void
shape_town(struct reading *reading, uint32_t i)
{
	uint32_t event = hit_at(reading, i)->last;

	if (entry_at(reading, event, ENTRY_EVENT) && link_at(reading, i - 1) == LINK_THE &&
	    reading->tokens[event].shape & SHAPE_ALL_CAPS)
		propose(reading, i, hit_at(reading, event)->last, NAME_EVENT, RANK_SHAPE,
		    "shape: town of an event");
}

/* "Vienna Convention on Diplomatic Relations | of 1961" */
void
shape_of_year(struct reading *reading, uint32_t i)
{
	const struct candidate *longest = NULL, *candidate;
	size_t n;

	if (!shape_is_year(reading, i))
		return;
	for (n = 0; !is_crowded(reading) && n < reading->count; n++) {
		candidate = &reading->candidates[n];
		if (candidate->last + 1 == i && candidate->rank == RANK_TABLE &&
		    candidate->kind == NAME_INSTRUMENT && (!longest || candidate->first < longest->first))
			longest = candidate;
	}
	if (longest)
		propose(reading, longest->first, i + 1, NAME_INSTRUMENT, RANK_SHAPE, "shape: year of a name");
}
