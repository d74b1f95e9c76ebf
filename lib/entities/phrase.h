/*
 * Noun phrases of parties: the one that ends before a verb, the one that begins
 * behind it; and where their clause begins.
 */
#ifndef READOUT_PHRASE_H
#define READOUT_PHRASE_H

#include "actor.h"
#include "sentence.h"

struct phrase {
	struct actors who;
	uint32_t first, last; /* tokens; last exclusive */
	bool found;
	bool pronoun;
};

/*
 * The phrase that ends at token end (exclusive): names and titles with all that
 * belongs to them, joined by "and" and commas, a pronoun, "both sides".
 */
void phrase_before(const struct sentence *sentence, const struct cast *cast, uint32_t end,
    struct phrase *phrase);

/*
 * The phrase that begins at token first; by: who acts, for "him". Only what is
 * addressed itself, not what belongs to it ("Japan's efforts" is nobody).
 */
void phrase_behind(const struct sentence *sentence, const struct cast *cast, uint32_t first,
    const struct actors *by, struct phrase *phrase);

#endif
