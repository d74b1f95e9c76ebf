/*
 * Who does something, and to whom: persons, countries, organisations; and whom
 * a pronoun means as a document goes on.
 */
#ifndef READOUT_ACTOR_H
#define READOUT_ACTOR_H

#include "document.h"

enum { MOST_ACTORS = 32 };

struct actor {
	uint32_t person;  /* of document.persons, or NONE */
	struct slice key;
};

struct actors {
	uint32_t count;
	uint32_t bytes; /* of their keys */
	bool plural; /* more than one are meant, whether or not they are known */
	struct actor at[MOST_ACTORS];
};

/* Who is on the stage: what pronouns and elided subjects look back to. */
struct cast {
	const struct document *document;
	struct actors parties; /* of the last meeting told of; at first the principals */
	bool met;              /* a meeting has been told of */
	struct actors subject; /* of the last clause */
	uint32_t single;       /* the last person who was a subject alone, or NONE */
	bool nobody;           /* the last subject was one person whom we do not know */
};

static inline void
actors_clear(struct actors *actors)
{
	actors->count = actors->bytes = 0;
	actors->plural = false;
}

/* The same actors: nearly always one or two, so no more is copied than there is. */
static inline void
actors_copy(struct actors *to, const struct actors *from)
{
	to->count = from->count;
	to->bytes = from->bytes;
	to->plural = from->plural;
	memcpy(to->at, from->at, from->count * sizeof *to->at);
}

/* Adds what the mention means, each once; a name that no actor can be adds nothing. */
void actors_add_mention(struct actors *actors, const struct document *document,
    const struct mention *mention);

void actors_add_person(struct actors *actors, const struct document *document,
    uint32_t person);

void actors_add_all(struct actors *actors, const struct actors *more);

/* Takes away the persons that are among those. */
void actors_remove_persons(struct actors *actors, const struct actors *those);

bool actors_same(const struct actors *a, const struct actors *b);

/*
 * Puts name= and their keys, escaped and joined by commas, to at like attr_put; nothing
 * for none. At least name.len + 2 + 3 * bytes + count bytes there; gives where it ends.
 */
char *actors_put(char *at, const char *start, struct slice name, const struct actors *actors);

/* The principals of the document take the stage. */
void cast_begin(struct cast *cast, const struct document *document);

/* He or she (gender 'm', 'f') as a subject; nobody when it cannot be told. */
void cast_he(const struct cast *cast, char gender, struct actors *who);

/* It as a subject: the government or body that was the last one alone. */
void cast_it(const struct cast *cast, struct actors *who);

/* They, both, the two sides. */
void cast_they(const struct cast *cast, struct actors *who);

/* All parties: "both sides", "the delegations". */
void cast_sides(const struct cast *cast, struct actors *who);

/* "The leaders", of whom no more is known: both parties, where there are two of different
 * states; false otherwise. */
bool cast_two(const struct cast *cast, struct actors *who);

/* "The Ministers": those parties, or where no meeting has been told of those named before that
 * unit, whose title has that word; false where there are not several. title is the plural, as
 * it stands. */
bool cast_titled(const struct cast *cast, struct slice title, uint32_t unit, struct actors *who);

/* "The Japanese side": the parties of that country, else the country itself. */
void cast_of_country(const struct cast *cast, const struct mention *country,
    struct actors *who);

/* Him, her, them as the object of what by do; gender 0 for them. */
void cast_him(const struct cast *cast, const struct actors *by, char gender,
    struct actors *whom);

/* "His counterpart": the other one of the parties. */
void cast_other(const struct cast *cast, const struct actors *by, struct actors *whom);

/* A subject has been told of. */
void cast_subject(struct cast *cast, const struct actors *who);

#endif
