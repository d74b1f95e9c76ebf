/* Rows of tables → a lexicon. */
#ifndef READOUT_LEXICON_BUILD_H
#define READOUT_LEXICON_BUILD_H

#include "gazetteer.h"
#include "lexicon.h"

struct token;

struct lexicon_builder {
	struct lexicon made; /* what there is so far; good between two rows */
	char *text;
	struct word *words;
	struct slot *slots;
	struct entry *entries;
	struct path *nodes;    /* all places of the trie, by node; [0] is none */
	struct edge *edges;
	size_t text_size, text_capacity, word_capacity, entry_capacity, node_capacity;
	uint32_t node_count, edge_count;
	char *word_bytes;      /* texts of words: put behind the rows at the end */
	size_t word_bytes_size, word_bytes_capacity;
	struct token *scratch; /* of the row now added */
	size_t scratch_capacity;
	uint32_t *built_in;    /* first built-in entry of each built-in node; NULL as long as
				* rows are built in: those that follow are the user's and win */
	uint32_t built_in_nodes;
};

/* Begins an empty lexicon. Memory is malloc'ed and the builder's. */
void lexicon_begin(struct lexicon_builder *builder);

/* Adds a row; context is the builder (a gazetteer_taker). The row is copied. */
void lexicon_add_row(void *context, const struct gazetteer_row *row);

/* Adds all rows of another lexicon, in their order; later rows are the user's. */
void lexicon_add_built_in(struct lexicon_builder *builder, const struct lexicon *other);

/* The lexicon is complete: builder->made may be used until the builder is freed. */
void lexicon_complete(struct lexicon_builder *builder);

void lexicon_builder_free(struct lexicon_builder *builder);

#endif
