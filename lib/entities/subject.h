/*
 * What stands around a verb and where its subject is: what the parts of clause.h
 * share.
 */
#ifndef READOUT_SUBJECT_H
#define READOUT_SUBJECT_H

#include "clause.h"
#include "phrase.h"

struct setting {
	const struct verb *verb;
	uint32_t group;  /* first token of the verb group with its auxiliaries, adverbs */
	bool modal, have, be, not, at_start;
	enum word_part before; /* of the token before the group */
};

struct setting setting_of(const struct sentence *sentence, const struct verb *verb);

/* The comma before an "and" at i belongs to it: its place, else i. */
uint32_t with_comma(const struct sentence *sentence, uint32_t i);

/* Whether a word of said content stands between: "that", "who", "whether". */
bool is_said(const struct sentence *sentence, uint32_t from, uint32_t to);

/*
 * Whether the clause of that subject tells of the parties itself; *cut is where it
 * begins. What follows "that", "who", "whether", or a noun ("the plan President X
 * announced") does not.
 */
bool subject_is_main(const struct telling *telling, const struct verb *verb,
    const struct phrase *subject, uint32_t *cut);

/* The subject at the head of a sentence whose first verb is none of ours. */
bool subject_leading(const struct telling *telling, struct phrase *phrase);

/* The one that a parenthesis, which ends at comma, separates from its verb: "X,
 * together with Y, said". */
bool subject_before_comma(const struct telling *telling, uint32_t comma,
    struct phrase *phrase);

/* "Participants discussed", "and advocates stressed": of nobody we know by name;
 * *start: where the clause begins. */
bool subject_nobody(const struct telling *telling, const struct setting *set,
    uint32_t *start);

/* Whether the word at i names a meeting or, unless proper is asked, what is done there:
 * "talks", "report". */
bool is_event(const struct sentence *sentence, uint32_t i, bool proper);

#endif
