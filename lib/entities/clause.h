/*
 * Clauses of a sentence: which verbs report something that a party of the readout
 * does, and who does it.
 */
#ifndef READOUT_CLAUSE_H
#define READOUT_CLAUSE_H

#include "actor.h"
#include "sentence.h"

/* How a verb stands in its sentence. */
enum way {
	WAY_FINITE,     /* "the Secretary noted" */
	WAY_INFINITIVE, /* "met to discuss" */
	WAY_PARTICIPLE, /* ", noting that" */
	WAY_PASSIVE     /* "it was noted" */
};

/* So many acts of one sentence are told apart; nobody writes more. */
enum { MOST_TOLD = 64 };

/* An act told of in a sentence. */
struct told {
	const struct verb *verb;
	enum way way;
	uint32_t cut;      /* the token at which what it belongs to begins: "and", subject … */
	bool negated, future;
	bool event;        /* its subject is the meeting itself: "The talks covered" */
	bool pending;      /* a participle before its subject: "Noting that …, X said" */
	uint32_t object_end; /* token behind the object to which it is addressed, or 0 */
	struct actors by;  /* the first of the actors: what stands before is zeroed first */
	struct actors to;
	struct actors subject; /* of a passive: who it is done to */
};

struct telling {
	const struct sentence *sentence;
	struct cast *cast;
	struct told *told; /* room for MOST_TOLD */
	uint32_t count;
	uint64_t embedded; /* forms of the last verb when it was of something said; or 0 */
};

/*
 * Finds out whether the verb is told of a party, and by whom; adds it to told and
 * gives it, or NULL. Hits must come in order.
 */
struct told *clause_take(struct telling *telling, const struct verb *verb);

#endif
