/*
 * What a document has introduced and then names by a short form: surnames,
 * acronyms.
 */
#ifndef READOUT_MEMORY_H
#define READOUT_MEMORY_H

#include "recognise.h"

struct memory_row {
	uint32_t word;
	uint32_t order;   /* of introduction */
	enum name_kind kind;
	struct slice key; /* of an acronym: that of its long form */
	bool alone;       /* the word may stand for the name by itself */
};

struct memory {
	struct memory_row *rows; /* by word */
	size_t count, capacity;
	uint64_t words; /* 1 << word % 64 of the rows' words: sorts most others out */
};

/* Goes through all mentions of the document. */
void memory_learn(struct memory *memory, const struct document *document);

/* Whether it is worth the while to ask memory_find about that token. */
static inline bool
memory_may_find(const struct memory *memory, const struct token *token)
{
	return token->shape & SHAPE_CAPITAL && memory->words >> token->word % 64 & 1;
}

/*
 * Whether a short form begins at token i and ends before token end: then it is
 * written to *candidate.
 */
bool memory_find(const struct memory *memory, const struct reading *reading, uint32_t i,
    uint32_t end, struct candidate *candidate);

void memory_free(struct memory *memory);

#endif
