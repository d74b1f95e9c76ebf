/* Where the name of a title stands. */
#ifndef READOUT_TITLE_H
#define READOUT_TITLE_H

#include "reference.h"

/* Token i, of the unit of m, is that mark; false outside. */
static inline bool
token_marks(const struct document *document, const struct mention *m, uint32_t i, char mark)
{
	const struct unit *unit = mention_unit(document, m);

	return i >= unit->token && i < unit->token + unit->token_count &&
	    document->tokens[i].first == mark && document->tokens[i].shape & SHAPE_MARK;
}

/* "NAME, [the] [ORG] ROLE", "NAME – ROLE", "NAME (ROLE": the name before the title. */
struct mention *name_of_apposition(struct document *document, struct mention *role);

/*
 * Whether a name closes the apposition of a title before it: "with the President of X,
 * NAME, the President of Y, NAME". A chain of them is followed to where it begins.
 */
bool is_claimed(struct document *document, const struct mention *name);

/*
 * The name behind a title: at once, behind honorifics, behind "of COUNTRY", behind
 * another title of the same person ("Chairman of the X General Roe").
 */
struct mention *name_behind(struct document *document, struct mention *role);

/*
 * "the Vice Minister of X, Ambassador Jane Roe", "Co-Chair of the Council, Governor Roe",
 * "Director of the Office and Foreign Minister Roe": the name behind the title that
 * follows a comma or "and", when both are one person's; else NULL.
 */
struct mention *name_behind_next_title(struct document *document, const struct mention *role);

#endif
