/*
 * What a document has introduced and then names by a short form: surnames,
 * acronyms.
 */
#ifndef READOUT_MEMORY_H
#define READOUT_MEMORY_H

#include "recognise.h"

enum { MEMORY_WORDS = 16 };

struct memory_row {
	uint32_t word;
	uint32_t mention; /* that introduced it */
	bool alone;       /* the word may stand for the name by itself */
};

struct memory {
	struct memory_row *rows; /* by word, once sorted */
	size_t count, capacity;
	bool sorted;        /* somebody has asked: in most documents nobody does */
	uint64_t words[MEMORY_WORDS]; /* the bits word % 1024 of the rows' words: sorts nearly
				       * all others out */
};

/* Goes through all mentions of the document. */
void memory_learn(struct memory *memory, const struct document *document);

/* Whether some row may have that word. */
static inline bool
memory_has_word(const struct memory *memory, uint32_t word)
{
	return memory->words[word / 64 % MEMORY_WORDS] >> word % 64 & 1;
}

/* Whether it is worth the while to ask memory_find about that token. */
static inline bool
memory_may_find(const struct memory *memory, const struct token *token)
{
	return (token->shape & SHAPE_CAPITAL & memory_has_word(memory, token->word)) |
	    (token->classes & CLASS_PARTICLE);
}

/*
 * Whether a short form begins at token i and ends before token end: then it is
 * written to *candidate.
 */
bool memory_find(struct memory *memory, const struct reading *reading, uint32_t i,
    uint32_t end, struct candidate *candidate);

void memory_free(struct memory *memory);

#endif
