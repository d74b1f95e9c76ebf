/* What the parts of reference resolution share: who is who, and whose title it is. */
#ifndef READOUT_REFERENCE_H
#define READOUT_REFERENCE_H

#include "document.h"

/*
 * Makes document->persons from document->names: each mention gets its
 * person; a short form means the person of whose full name it is a part.
 */
void persons_gather(struct document *document);

/*
 * Gives every role that stands beside a name its owner, and persons their role
 * and country; finds which titles are in the plural. Gives those that stand alone.
 */
struct roll titles_assign(struct document *document);

/* Finds the persons meant by the roles that stand alone. */
void titles_resolve(struct document *document, struct roll alone);

/*
 * Whether the title short can stand for the title whole: "Secretary" for
 * "Secretary of Defense" and "Treasury Secretary", not "President" for "Vice
 * President". Letters are compared without case.
 */
bool title_stands_for(struct slice brief, struct slice whole);

/*
 * The person of the tables whom a bare surname means that nobody in the document
 * bears in full: who held the title in front of it at the time; NULL when nobody did,
 * or two. family: the surname's word.
 */
const struct entry *office_holder(struct document *document, const struct mention *mention,
    uint32_t family);

/* Whether two titles are the same: without case, a hyphen as good as a blank. */
bool titles_equal(struct slice a, struct slice b);

/* The singular of a title in the plural, in buffer: "Ministers" → "Minister". */
struct slice title_singular(struct slice title, char *buffer, size_t size);

/* Whether a person of the tables held the best known office in that year; no year goes with any. */
static inline bool
was_in_office(const struct entry *entry, int year)
{
	return entry && (!year || (entry->from <= year && (!entry->to || entry->to >= year)));
}

/* Running text: a sentence, or a numbered paragraph that ends like one. */
static inline bool
unit_is_text(const struct unit *unit)
{
	enum { LEAST_WORDS = 15 };

	return unit->kind == UNIT_SENT || (unit->kind == UNIT_ITEM &&
	    unit->token_count >= LEAST_WORDS && slice_ends(unit->record.text, SLICE(".")));
}

/* One more person whom a role means. */
void role_mean(struct document *document, struct mention *role, uint32_t person);

/* ISO code of the country that stands around a title, before it or behind "of [the]"; or "". */
const char *role_country(struct document *document, const struct mention *role);

/* Token i, of the unit of m, is that ASCII word, whatever its case; false outside. */
static inline bool
mention_reads(const struct document *document, const struct mention *m, uint32_t i,
    const char *word)
{
	const struct unit *unit = mention_unit(document, m);

	return i >= unit->token && i < unit->token + unit->token_count &&
	    token_is(document, unit, i, word);
}

/* The mention before or behind m in the same unit, or NULL. */
static inline struct mention *
mention_before(struct document *document, const struct mention *m)
{
	return m > document->mentions && m[-1].unit == m->unit ? (struct mention *)m - 1 : NULL;
}

static inline struct mention *
mention_behind(struct document *document, const struct mention *m)
{
	return m + 1 < document->mentions + document->mention_count && m[1].unit == m->unit
	    ? (struct mention *)m + 1
	    : NULL;
}

/* A spokesperson, who tells of a meeting, or a wife who came along: no party to it. */
bool person_speaks_only(const struct document *document, const struct person *person);

/* The title in front of a mention of a person; NULL: none. */
const struct mention *title_before(struct document *document, const struct mention *mention);

#endif
