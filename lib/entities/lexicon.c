#include "lexicon.h"

#include "hash.h"

uint32_t
lexicon_word(const struct lexicon *lexicon, const char *at, size_t len)
{
	uint32_t hash = hash_bytes(at, len), i;
	const struct slot *slot;

	for (i = hash & lexicon->slot_mask; (slot = &lexicon->slots[i])->hash;
	     i = (i + 1) & lexicon->slot_mask)
		if (slot->hash == hash && lexicon->words[slot->word].length == len &&
		    memcmp(lexicon->text + lexicon->words[slot->word].text, at, len) == 0)
			return slot->word;
	return 0;
}

uint32_t
lexicon_edge_hash(uint32_t node, uint32_t word)
{
	uint64_t mixed = ((uint64_t)node << 32 | word) * 0x9E3779B97F4A7C15u;

	return (uint32_t)(mixed >> 32);
}

const struct edge *
lexicon_edge(const struct lexicon *lexicon, uint32_t node, uint32_t word)
{
	const struct edge *edge;
	uint32_t i;

	for (i = lexicon_edge_hash(node, word) & lexicon->edge_mask; (edge = &lexicon->edges[i])->node;
	     i = (i + 1) & lexicon->edge_mask)
		if (edge->node == node && edge->word == word)
			return edge;
	return NULL;
}

const struct entry *
lexicon_entry(const struct lexicon *lexicon, uint32_t first, enum entry_kind kind)
{
	for (; first; first = lexicon->entries[first].next)
		if (lexicon->entries[first].kind == kind)
			return &lexicon->entries[first];
	return NULL;
}
