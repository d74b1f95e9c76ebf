#include "stages.h"

/* The longest topic that begins at token i of the unit; *last: behind its last token. */
static const struct entry *
topic_at(const struct document *document, const struct unit *unit, uint32_t i, uint32_t *last)
{
	const struct lexicon *lexicon = document->lexicon;
	const struct entry *found = NULL, *entry;
	uint32_t end = unit->token + unit->token_count;
	uint32_t node = lexicon->words[document->tokens[i].lower].term_node;

	while (node) {
		i++;
		if (lexicon->nodes[node].entry &&
		    (entry = lexicon_entry(lexicon, lexicon->nodes[node].entry, ENTRY_TOPIC))) {
			found = entry;
			*last = i;
		}
		if (i == end)
			break;
		node = lexicon_step(lexicon, node, document->tokens[i].lower);
	}
	return found;
}

void
topics_find(struct document *document)
{
	size_t u;

	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];
		uint32_t i = unit->token, end = i + unit->token_count, last = 0;
		const struct entry *entry;

		while (i < end) {
			if (!document->tokens[i].lower || !(entry = topic_at(document, unit, i, &last))) {
				i++;
				continue;
			}
			document_add_span(document,
			    &(struct span){
				.unit = (uint32_t)u,
				.start = document->tokens[i].start,
				.end = document->tokens[last - 1].end,
				.kind = "topic",
				.key = entry_key(document->lexicon, entry),
			    });
			i = last;
		}
	}
}
