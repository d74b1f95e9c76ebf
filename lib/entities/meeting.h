/* A meeting as a readout tells of it, while it is put together. */
#ifndef READOUT_MEETING_H
#define READOUT_MEETING_H

#include "document.h"

enum { LEAD_SENTENCES = 3 }; /* a meeting is told of in the first sentences */

struct meeting {
	const struct unit *headline; /* of the document, or NULL */
	const struct unit *title; /* of the meeting: that one, or a heading of its own */
	const struct unit *lead;  /* the sentence that tells of the meeting, or NULL */
	uint32_t verb;            /* the token at which it does */
	bool goes;                /* that verb is of hosting or visiting: "to" a place */
	const struct unit *near[LEAD_SENTENCES + 1]; /* sentences about the meeting: of the
						      * first ones, and one behind them */
	uint32_t near_verb[LEAD_SENTENCES + 1]; /* the tokens at which they tell of anything */
	size_t near_count;
	struct slice type, mode, date, place;
};

static inline uint32_t
unit_end(const struct unit *unit)
{
	return unit->token + unit->token_count;
}

#endif
