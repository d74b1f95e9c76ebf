#include "stages.h"

enum { TERM_KINDS = 3 }; /* topic, act, meeting: in the order of enum entry_kind */

/*
 * The longest terms that begin at token i of the unit, one a kind: all tables of
 * terms are one trie, so one walk finds them. Gives whether there is any.
 */
static bool
terms_at(const struct document *document, uint32_t i, uint32_t end,
    struct term found[TERM_KINDS])
{
	const struct lexicon *lexicon = document->lexicon;
	const struct token *tokens = document->tokens;
	struct path path = lexicon->words[tokens[i].lower].term;
	uint32_t first = i, e;
	bool any = false;
	int kind;

	for (kind = 0; kind < TERM_KINDS; kind++)
		found[kind].entry = NULL;
	while (path.node) {
		i++;
		for (e = path.entry; e; e = lexicon->entries[e].next) {
			const struct entry *entry = &lexicon->entries[e];

			kind = entry->kind - ENTRY_TOPIC;
			/* A user's row comes first and wins over the built-in. */
			if (kind < 0 || kind >= TERM_KINDS ||
			    (found[kind].entry && found[kind].last == i))
				continue;
			found[kind] = (struct term){first, i, entry};
			any = true;
		}
		if (i == end || !(tokens[i].classes & CLASS_TERM_MORE))
			break;
		path = lexicon_step(lexicon, path, tokens[i].lower);
	}
	return any;
}

static void
add_term(struct document *document, const struct term *term)
{
	document->terms = grow(document->terms, document->term_count, &document->term_capacity,
	    sizeof *document->terms);
	document->terms[document->term_count++] = *term;
}

/* Terms of a unit; topics become spans, the others wait for their stages. */
static void
read_unit(struct document *document, uint32_t u)
{
	struct unit *unit = &document->units[u];
	uint32_t i, end = unit->token + unit->token_count, topic_end = 0;
	struct term found[TERM_KINDS];
	int kind;

	for (i = unit->token; i < end; i++) {
		document->first_term[i] = (uint32_t)document->term_count;
		if (!(document->tokens[i].classes & CLASS_TERM_START) ||
		    !terms_at(document, i, end, found))
			continue;
		for (kind = 1; kind < TERM_KINDS; kind++)
			if (found[kind].entry)
				add_term(document, &found[kind]);
		if (found[ENTRY_MEETING - ENTRY_TOPIC].entry)
			unit->words |= (uint32_t)found[ENTRY_MEETING - ENTRY_TOPIC].entry->act;
		if (!found[0].entry || i < topic_end)
			continue;
		topic_end = found[0].last;
		document_add_span(document,
		    &(struct span){
			.unit = u,
			.start = document->tokens[i].start,
			.end = document->tokens[topic_end - 1].end,
			.kind = SPAN_TOPIC,
			.key = entry_key(document->lexicon, found[0].entry),
		    });
	}
	document->first_term[end] = (uint32_t)document->term_count;
}

void
topics_find(struct document *document)
{
	uint32_t u;

	document->first_term = arena_take(&document->arena,
	    (document->token_count + 1) * sizeof *document->first_term);
	for (u = 0; u < document->unit_count; u++)
		read_unit(document, u);
}
