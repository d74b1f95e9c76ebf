/*
 * One document as readout-entities sees it: its units, their tokens, the
 * mentions found in them, the persons they mean, acts and terms. All of it lives
 * until the document has been written.
 */
#ifndef READOUT_DOCUMENT_H
#define READOUT_DOCUMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "hash.h"
#include "lexicon.h"
#include "record.h"
#include "token.h"

/* Words in capitals that no table knows get numbers of their own in a document,
 * from this one on, so that a surname can be found again. */
#define DOCUMENT_WORD (1u << 30)

enum unit_kind {
	UNIT_TITLE,
	UNIT_HEAD,
	UNIT_SENT,
	UNIT_ITEM,
	UNIT_NOTE,
	UNIT_META,
	UNIT_OTHER, /* records of other people's kinds: passed through */
};

struct unit {
	struct slice line;  /* the record as it came, without its newline */
	struct record record;
	enum unit_kind kind;
	bool all_caps;
	bool tagged;        /* names are looked for: title, head, sent, item */
	bool carried;       /* of the window before: written already, here for reference */
	bool quotes;        /* there are quotation marks among its tokens */
	bool brackets;      /* and "(" */
	uint32_t token, token_count;     /* its tokens: document.tokens[token…], with a blank
					  * one before the first and behind the last */
	uint32_t mention, mention_count; /* its mentions, in order, once settled */
	uint32_t span, last_span;        /* its spans: a list by span.next, or NONE */
	uint32_t term, last_term;        /* its terms: document.terms[term…], last exclusive */
	uint32_t words;                  /* enum meeting_bit of all its words of meetings */
	uint32_t act, lead;              /* its first act, and the first of meeting, calling …: a
					  * span or NONE */
};

/* No person, no mention, no unit. */
#define NONE UINT32_MAX

struct mention {
	uint32_t unit;
	uint32_t first, last;  /* tokens of the document, last exclusive */
	uint32_t start, end;   /* bytes in the unit's text */
	enum name_kind kind;
	const struct entry *entry; /* of a table, or NULL */
	const char *rule;      /* what made it, for --why: a constant string */
	struct slice key;      /* in the arena or constant; empty until known */
	bool several;          /* of a role: a title in the plural: "Ministers" */
	char country[3];       /* ISO code or "" */
	uint32_t person;       /* of a person: index in persons; of a role: the only one meant */
	uint32_t *persons;     /* of a role: all persons meant (in the arena) */
	uint32_t person_count;
	uint32_t person_capacity;
	uint32_t owner;        /* of a role: the person mention it stands beside, or NONE */
	uint32_t next_title;   /* of a role: another title of its owner, or NONE */
};

/* Some of the mentions, in their order: indices in document.mentions, in the arena. */
struct roll {
	uint32_t *at;
	uint32_t count;
};

struct person {
	struct slice key;      /* given and family name: "mark-esper" */
	struct slice name;     /* the fullest form of the name in the document */
	const struct entry *entry; /* who it is by the gazetteer, or NULL */
	struct slice office;   /* by the gazetteer, or empty */
	uint32_t mention;      /* the fullest mention */
	uint32_t first_mention;
	uint32_t family;       /* word number of the surname */
	uint32_t role;         /* mention of the role that stood beside the name, or NONE */
	uint32_t titles;       /* the different titles it bears in running text: a list by
				* mention.next_title, or NONE */
	char country[3];
	char gender;           /* 'm', 'f' or 0 */
	uint16_t mentions;     /* how many */
	bool principal;        /* in the headline or the first sentences as a party */
	bool spouse;           /* "President Roe and | Mrs. Roe |" */
};

/* Spans that may overlap names. */
enum span_kind {
	SPAN_TOPIC,
	SPAN_ABBREV,
	SPAN_ACT,
	SPAN_KINDS
};

/* What an act tells, for the stage behind. */
struct deed {
	uint32_t first, last; /* its tokens, last exclusive */
	uint32_t traits;      /* of ACT_TRAITS: what holds of the act */
	uint32_t by_count, to_count;
	uint32_t persons[]; /* of by=, then of to=: NONE for what is no person */
};

struct span {
	uint32_t unit;
	uint32_t start, end;  /* bytes in the unit's text */
	uint32_t next;        /* of the unit's spans, or NONE */
	enum span_kind kind;
	struct slice key;
	struct slice attrs;   /* ready to be written, or empty */
	const struct deed *deed; /* of an act, in the arena */
};

/* A word or phrase of the tables of terms: topic, act, meeting. */
struct term {
	uint32_t first, last; /* tokens of the document, last exclusive */
	const struct entry *entry;
};

/* Records about the document: meeting, participant. */
struct fact {
	struct slice kind, key, attrs, text;
};

struct date {
	int year, month, day; /* month and day from 1; 0: not known */
};

struct document {
	const struct lexicon *lexicon;
	struct arena arena;
	struct slice id;
	struct date published; /* year 0: none known */
	struct unit *units;
	size_t unit_count, unit_capacity;
	struct token *tokens;
	size_t token_count, token_capacity;
	uint32_t *interest;       /* those with TOKEN_OF_INTEREST, in order; room for one more */
	size_t interest_count, interest_capacity;
	struct mention *mentions; /* by unit, in order of their start */
	size_t mention_count, mention_capacity;
	struct roll names, titles; /* mentions of persons, of roles; from references_resolve on */
	struct person *persons;
	size_t person_count, person_capacity;
	struct span *spans;       /* as the stages found them */
	size_t span_count, span_capacity;
	size_t first_act;         /* of the spans: from it on all are acts */
	struct term *terms;       /* by their first token: the longest of each kind there;
				   * behind the last one whose first token is NONE */
	size_t term_count, term_capacity;
	struct fact *facts;
	size_t fact_count, fact_capacity;
	struct token_cache cache; /* kept from one document to the next */
	struct hash words;        /* folded unknown words in capitals → number */
	uint32_t next_word;
};

/* Whether token i begins with that byte, whatever its case: sorts most words out. */
static inline bool
token_begins(const struct token *token, char c)
{
	return (token->first | 0x20) == (c | 0x20);
}

/* Token i of the document as text of its unit. */
static inline struct slice
token_text(const struct document *document, const struct unit *unit, uint32_t i)
{
	const struct token *token = &document->tokens[i];

	return slice_cut(unit->record.text, token->start, token->end);
}

/* For token_is alone: the token is as long as the word. */
bool token_reads(const struct document *document, const struct unit *unit, uint32_t i,
    const char *word);

/* Whether token i, in lower case, is that ASCII word. */
static inline bool
token_is(const struct document *document, const struct unit *unit, uint32_t i, const char *word)
{
	const struct token *token = &document->tokens[i];

	return token_begins(token, word[0]) && token->end - token->start == strlen(word) &&
	    token_reads(document, unit, i, word);
}

/* The unit of mention m, and its text. */
static inline const struct unit *
mention_unit(const struct document *document, const struct mention *mention)
{
	return &document->units[mention->unit];
}

static inline struct slice
mention_text(const struct document *document, const struct mention *mention)
{
	return slice_cut(document->units[mention->unit].record.text, mention->start,
	    mention->end);
}

/* A code of two letters, or none. */
static inline struct slice
country_slice(const char country[3])
{
	return (struct slice){country, country[0] ? 2 : 0};
}

/* Forgets the document before; memory is kept. lexicon must stay. */
void document_reset(struct document *document, const struct lexicon *lexicon);

/* Takes a line over (copied); record was parsed from it. Units get tokens. */
void document_add(struct document *document, struct slice line, const struct record *record);

/* Takes over (copied) a line that is no record, to be written where it stands. */
void document_add_line(struct document *document, struct slice line);

/*
 * Of a document too long to be held whole: forgets the window that has been
 * written, but for the units that say who is who (the first ones, and those where
 * a person has a full name or an office), which are carried over.
 */
void document_next_window(struct document *document);

/* Appends a span, also to its unit's, and gives its number; attrs and key must stay until
 * the document is written. */
uint32_t document_add_span(struct document *document, const struct span *span);

/* The first of document.terms that begins at that token of the unit or later. */
static inline size_t
document_terms_from(const struct document *document, const struct unit *unit, uint32_t token)
{
	size_t low = unit->term, high = unit->last_term, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (document->terms[middle].first < token)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void document_add_fact(struct document *document, const struct fact *fact);

/* Frees what it holds, at the end: the document itself is the caller's, and of no more use. */
void document_free(struct document *document);

#endif
