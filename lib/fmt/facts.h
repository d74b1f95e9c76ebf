/*
 * What a document says in short: meeting, who, who did what, what is named how
 * often. Taken from its meeting and participant records and its acts where it has
 * them, else from its names. For brief, markdown, timeline and the like.
 */
#ifndef READOUT_FACTS_H
#define READOUT_FACTS_H

#include "arena.h"
#include "format.h"
#include "hash.h"

/* All slices: empty for none; attributes resolved; not yet escaped for anybody. */
struct meeting {
	struct slice type; /* key: call, meeting, visit … */
	struct slice date, place, mode, countries, title;
};

struct who {
	struct slice key, name, country, office, side;
	bool taking_part; /* a participant record, not derived from names */
	bool leads;       /* the first of its country */
	uint32_t next;    /* of the same country; HASH_NONE: no more */
};

/* A key of one kind with all its mentions; notes and metadata do not count. */
struct named {
	enum kind kind;
	struct slice key;
	struct slice text; /* full name: a country's usual one, else as the document has it */
	uint32_t count;
	uint32_t next; /* the next with that key, of another kind; HASH_NONE: none */
};

/* An act, in the order of the document. */
struct deed {
	struct slice act;  /* key: discuss, affirm … */
	struct slice by, to; /* keys joined by ","; as in the record */
	struct slice verb; /* as it stands */
	struct slice text; /* from the verb to the end of its clause */
	const struct unit *unit;
	const struct span *span;
	uint32_t group; /* number of its actor in facts->actors */
	uint32_t next;  /* deed of the same actor; HASH_NONE: no more */
};

struct actor {
	struct slice by;    /* keys, as in the record; empty: nobody named */
	struct slice label; /* "Mark Esper and Taro Kono" */
	uint32_t deeds;       /* how many */
	uint32_t first, last; /* of them */
};

/* Zeroed at first; one facts serves one document after the other. */
struct facts {
	struct slice title;     /* the headline; else the meeting's text; else the id */
	struct slice published; /* value of the metadata of that name */
	struct slice publisher, url;
	struct meeting meeting; /* the first */
	bool met;               /* there is a meeting record */

	struct who *people;
	size_t people_count;
	struct named *named;    /* in the order of first mention */
	size_t named_count;
	struct deed *deeds;
	size_t deed_count;
	struct actor *actors;   /* in the order of their first deed */
	size_t actor_count;

	size_t people_capacity, named_capacity, deed_capacity, actor_capacity;
	struct hash names;  /* key → number in named */
	struct hash groups; /* by → number in actors */
	struct hash sides;  /* country → number of its last in people */
};

/* Fills facts for document; slices lie in it or in arena. */
void facts_find(struct facts *facts, struct arena *arena, const struct document *document);

/* That kind's keys, the most frequent first; *count of them; in the arena. */
const struct named **facts_ranked(const struct facts *facts, enum kind kind,
    struct arena *arena, size_t *count);

/*
 * What people call a key: a person's full name, a country's usual one, else the
 * key itself.
 */
struct slice facts_name(const struct facts *facts, struct slice key);

/* The same for keys joined by ",": "A, B and C"; in the arena. */
struct slice facts_names(const struct facts *facts, struct arena *arena, struct slice keys);

/* How they met: "phone call", "meeting in person"; empty without a meeting record. */
struct slice facts_how(const struct facts *facts, struct arena *arena);

/* "Secretary of Defense, United States", as far as it is known; in the arena. */
struct slice facts_office(const struct who *who, struct arena *arena);

void facts_free(struct facts *facts);

/* value, still escaped, with its %XX resolved: in the arena where that changes it. */
struct slice facts_resolved(struct arena *arena, struct slice value);

/* An attribute's value, resolved; empty for none or "-". */
struct slice facts_attr(struct arena *arena, struct slice attrs, const char *name);

/* Empty for "-". */
static inline struct slice
facts_value(struct slice column)
{
	return column.len == 1 && column.at[0] == '-' ? (struct slice){"", 0} : column;
}

#endif
