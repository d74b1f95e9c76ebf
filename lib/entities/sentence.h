/*
 * A sentence as the acts see it: the part that each token plays, the name it
 * belongs to, and the verbs that report something.
 */
#ifndef READOUT_SENTENCE_H
#define READOUT_SENTENCE_H

#include "act_table.h"
#include "document.h"

/* What goes beyond so many tokens is no sentence, whatever it is; it is not read. */
enum { LONGEST_SENTENCE = 2000 };

/* A word or phrase of act.tsv: a verb, or a noun behind a light one. */
struct verb {
	uint32_t first, last; /* tokens of the document, last exclusive; with its noun */
	uint32_t verb_last;   /* without its noun */
	const struct entry *entry; /* whose act it is: the verb's or the noun's */
	uint64_t bits;        /* the verb's */
};

struct sentence {
	const struct document *document;
	const struct unit *unit;
	uint32_t begin, end;  /* its tokens in the document, without the last mark */
	uint32_t *names;      /* the mention that each of the document's tokens belongs to, or NONE */
	struct verb *verbs;   /* in order, none inside another */
	uint32_t verb_count;
};

/* Begins to read a document; from now on words inside its names have no part. */
void sentence_begin(struct sentence *sentence, struct document *document);

/*
 * Looks at a unit. *quote tells whether a quotation is open before and is set to
 * whether it is open behind: what is said in it is no act. Gives false when nothing is
 * reported in the unit; then only *quote is good.
 */
bool sentence_read(struct sentence *sentence, const struct unit *unit, bool *quote);

static inline enum word_part
part_at(const struct sentence *sentence, uint32_t i)
{
	return (enum word_part)sentence->document->tokens[i].part;
}

/* Sets of parts: what leads into something said or told of, "that", "who", "whether"; what
 * joins clauses; what a noun phrase may begin with. */
#define PARTS_OF_CONTENT \
	(PART_BIT(PART_THAT) | PART_BIT(PART_RELATIVE) | PART_BIT(PART_SUBORDINATE))
#define PARTS_OF_LINK \
	(PART_BIT(PART_AND) | PART_BIT(PART_BUT) | PART_BIT(PART_WHILE) | PART_BIT(PART_WHERE))
#define PARTS_OF_OPENER \
	(PART_BIT(PART_DETERMINER) | PART_BIT(PART_POSSESSIVE) | PART_BIT(PART_HER) | \
	    PART_BIT(PART_BOTH) | PART_BIT(PART_NUMBER))

static inline bool
part_in(const struct sentence *sentence, uint32_t i, uint64_t parts)
{
	return parts >> part_at(sentence, i) & 1;
}

static inline uint32_t
name_at(const struct sentence *sentence, uint32_t i)
{
	return sentence->names[i];
}

static inline const struct token *
token_at(const struct sentence *sentence, uint32_t i)
{
	return &sentence->document->tokens[i];
}

/* Whether token i is that mark ('"' for a quotation mark of any sort). */
static inline bool
is_mark(const struct sentence *sentence, uint32_t i, char mark)
{
	const struct token *token = token_at(sentence, i);

	return token->first == mark && token->shape & SHAPE_MARK;
}

/* Whether token i is one of those marks. */
static inline bool
is_mark_of(const struct sentence *sentence, uint32_t i, const char *marks)
{
	const struct token *token = token_at(sentence, i);

	return token->shape & SHAPE_MARK && memchr(marks, token->first, strlen(marks));
}

/* Whether token i is of a name of that kind. */
static inline bool
is_name(const struct sentence *sentence, uint32_t i, enum name_kind kind)
{
	uint32_t name = name_at(sentence, i);

	return name != NONE && sentence->document->mentions[name].kind == kind;
}

/* Whether token i may stand between a subject and its verb: adverbs, dates. */
bool is_adverb(const struct sentence *sentence, uint32_t i);

#endif
