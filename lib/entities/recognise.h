/*
 * Reading one unit for names. Each recogniser looks at the tokens and proposes
 * candidates; they may overlap. settle_candidates alone decides between them.
 */
#ifndef READOUT_RECOGNISE_H
#define READOUT_RECOGNISE_H

#include "context.h"
#include "document.h"

/* Which rule is believed first among candidates of the same length. */
enum rank {
	RANK_USER,    /* a table given with -g */
	RANK_CALENDAR, /* dates and amounts: they have a grammar */
	RANK_ROLE,    /* a title */
	RANK_TITLED,  /* a name beside a title or an honorific */
	RANK_TABLE,   /* a name of the built-in tables */
	RANK_GIVEN,   /* a name that begins with a known given name */
	RANK_SHAPE,   /* an organisation, event or instrument by its head word */
	RANK_MEMORY,  /* what the document itself has named before */
	RANK_GUESS
};

struct candidate {
	uint32_t first, last; /* tokens of the document, last exclusive */
	enum name_kind kind;  /* NAME_KINDS: no name, only keeps others away */
	enum rank rank;
	const struct entry *entry;
	const char *rule;
	struct slice key; /* empty: by the entry, else the slug of the surface */
};

/* The longest name of the tables that begins at a token. */
struct hit {
	uint32_t last;  /* token behind it; 0: none begins here */
	uint32_t entry; /* first entry there */
	uint32_t role_last; /* the longest role that begins here; 0: none */
	uint32_t role_entry;
	uint32_t kinds; /* 1 << enum entry_kind of the entries there, PATH_… */
	uint32_t person_last; /* behind the candidate for a person that begins here; 0: none */
	bool taken;     /* by a candidate that is kept */
	/* Of some candidate: it begins here, here is its last token, its rank is
	 * better than a guess. */
	bool role_begins, person_ends, person_sure;
};

struct reading {
	struct document *document;
	const struct lexicon *lexicon;
	const struct unit *unit;
	const struct token *tokens; /* those of the document */
	uint32_t first, last;       /* the unit's */
	struct hit *hits;           /* of token first + i, at i + 1: hit_at */
	size_t hit_capacity;
	struct candidate *candidates;
	size_t count, capacity;
	size_t title, title_end; /* the candidates that are titles, one behind the other */
	/* Of each kind: the tokens where one may begin, in order; behind them last. */
	uint32_t *places[SOUGHT_KINDS];
	uint32_t *place_room;
	size_t place_capacity;
	struct candidate **order; /* those kept by settle_candidates */
	size_t order_capacity;
};

/*
 * Begins to read a unit: finds the hits and the places, forgets the candidates. interest:
 * those of the document's tokens, in order, then NONE; gives the first of them behind the
 * unit.
 */
const uint32_t *reading_begin(struct reading *reading, struct document *document,
    const struct unit *unit, const uint32_t *interest);
void reading_free(struct reading *reading);

/* Proposes tokens first..last; gives the candidate, good until the next one. */
struct candidate *propose(struct reading *reading, uint32_t first, uint32_t last,
    enum name_kind kind, enum rank rank, const char *rule);

/* Of token i; empty of the one before the unit's first and the one behind its last. */
static inline struct hit *
hit_at(const struct reading *reading, uint32_t i)
{
	return &reading->hits[i + 1 - reading->first];
}

/* Predicates on token i; all are false outside the unit. Tokens before it are, by
 * unsigned numbers, far behind it. */
static inline bool
is_inside(const struct reading *reading, uint32_t i)
{
	return i - reading->first < reading->last - reading->first;
}

/* The token is of that set of context.tsv. */
static inline bool
in_context(const struct reading *reading, uint32_t i, enum word_context context)
{
	return is_inside(reading, i) && token_context(reading->document, i, context);
}

/* The token is that ASCII word, whatever its case. */
static inline bool
reads(const struct reading *reading, uint32_t i, const char *word)
{
	return is_inside(reading, i) && token_begins(&reading->tokens[i], word[0]) &&
	    token_is(reading->document, reading->unit, i, word);
}

static inline bool
is_capital(const struct reading *reading, uint32_t i)
{
	return is_inside(reading, i) && reading->tokens[i].shape & SHAPE_CAPITAL;
}

static inline bool
has_class(const struct reading *reading, uint32_t i, uint32_t classes)
{
	return is_inside(reading, i) && reading->tokens[i].classes & classes;
}

static inline bool
is_mark(const struct reading *reading, uint32_t i, char mark)
{
	return is_inside(reading, i) && reading->tokens[i].first == mark &&
	    reading->tokens[i].shape & SHAPE_MARK;
}

/* Token i stands right behind the one before, without a blank. */
static inline bool
is_glued(const struct reading *reading, uint32_t i)
{
	return is_inside(reading, i) && i > reading->first &&
	    !(reading->tokens[i].shape & SHAPE_GAP);
}

/* Written small outside headlines: its capital says nothing. */
static inline bool
is_common(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_COMMON);
}

/* The entry of that kind of the hit at token i, or NULL. */
static inline const struct entry *
entry_at(const struct reading *reading, uint32_t i, enum entry_kind kind)
{
	return is_inside(reading, i) && hit_at(reading, i)->kinds & 1u << kind
	    ? lexicon_entry(reading->lexicon, hit_at(reading, i)->entry, kind)
	    : NULL;
}

/* The recognisers. */
void recognise_tables(struct reading *reading);
bool recognise_dates(struct reading *reading); /* false: no figures are in the unit */
void recognise_money(struct reading *reading);
void recognise_roles(struct reading *reading);
void recognise_persons(struct reading *reading); /* after the roles */
void recognise_shapes(struct reading *reading);

/* An amount of dollars that are told by the sign alone. */
bool money_is_by_sign(const struct reading *reading, const struct candidate *money);

/* Its key, in the arena, where that country publishes the document: with its own dollar if
 * it has one, else the American. */
struct slice money_at_home(struct arena *arena, struct slice key, const char country[3]);

/*
 * The end of the name of a person that begins at token i (i: none); anywhere: the
 * place is sure to hold a name (behind a title), so words that are also places or
 * common words are taken too. *words: how many words it has.
 */
uint32_t person_name_end(const struct reading *reading, uint32_t i, bool anywhere,
    unsigned *words);

/* "CHO Tae-yul", "Emmanuel MACRON": the surname alone is in capitals. */
bool is_surname_in_capitals(const struct reading *reading, uint32_t i);

/* For honorifics_end alone. */
uint32_t past_honorifics(const struct reading *reading, uint32_t i);

/* Past honorifics at token i, also several: "H.E. Dr. | Roe". Of most words one question
 * tells that they are none. */
static inline uint32_t
honorifics_end(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	return i < reading->last &&
		((token->classes & (CLASS_HONORIFIC | CLASS_LINK)) |
		    (hit_at(reading, i)->kinds & 1u << ENTRY_WORD) | (token->first == '('))
	    ? past_honorifics(reading, i)
	    : i;
}

/*
 * Keeps the candidates that do not overlap one that comes first in this order: the
 * user's tables; more tokens; the lower rank; further left. Gives how many are
 * kept; reading->order has them in the order of the text.
 */
size_t settle_candidates(struct reading *reading);

#endif
