/* Who took part in what a readout tells of, in which office, for which country. */
#ifndef READOUT_PARTICIPANT_H
#define READOUT_PARTICIPANT_H

#include "document.h"

struct participant {
	uint32_t person;
	const struct mention *mention; /* the first */
	struct slice office;    /* in the unit's text or in the arena; may be empty */
	char country[3];
	char side;              /* '1' the side named first, '2' the other, 0 not known */
};

struct participants {
	struct participant *list; /* in the arena, in order of first mention */
	uint32_t count;
};

/* Gathers them from the headline, the acts of meeting, and lists of those present. */
void participants_find(struct document *document, struct participants *participants);

/*
 * The first word of meeting.tsv among the terms from number *t on that begins at token from
 * or behind it and before end, *t behind it. NULL when there is none.
 */
const struct term *meeting_word(const struct document *document, size_t *t, uint32_t from,
    uint32_t end);

#endif
