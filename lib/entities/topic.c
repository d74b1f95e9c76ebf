#include "stages.h"

/*
 * The longest term of each kind that begins at a token: all tables of terms are one trie, so
 * one walk finds them.
 */
struct found {
	struct term term[ENTRY_KINDS]; /* by enum entry_kind */
	uint32_t kinds;                /* 1 << enum entry_kind: of which there is any */
};

static void
terms_at(const struct document *document, uint32_t first, struct found *found)
{
	const struct lexicon *lexicon = document->lexicon;
	const struct token *tokens = document->tokens;
	struct path path = lexicon->words[tokens[first].lower].term;
	uint32_t last = first, kinds = 0, e;

	do {
		last++;
		for (e = path.entry; e; e = lexicon->entries[e].next) {
			const struct entry *entry = &lexicon->entries[e];
			struct term *term = &found->term[entry->kind];

			/* A user's row comes first and wins over the built-in. */
			if (term->first != first || term->last != last)
				*term = (struct term){first, last, entry};
		}
		kinds |= path.kinds;
		if (!(tokens[last].classes & CLASS_TERM_MORE)) /* nor has the blank behind the unit */
			break;
		path = lexicon_step(lexicon, path, tokens[last].lower);
	} while (path.node);
	found->kinds = kinds;
}

static void
add_term(struct document *document, const struct term *term)
{
	document->terms = grow(document->terms, document->term_count, &document->term_capacity,
	    sizeof *document->terms);
	document->terms[document->term_count++] = *term;
}

/* Terms of a unit; topics become spans, the others wait for their stages. starts: the tokens
 * at which a term may begin, in order; gives the first of them behind the unit. */
static const uint32_t *
read_unit(struct document *document, uint32_t u, const uint32_t *starts, struct found *found)
{
	struct unit *unit = &document->units[u];
	uint32_t i, end = unit->token + unit->token_count, topic_end = 0;

	unit->term = (uint32_t)document->term_count;
	for (; (i = *starts) < end; starts++) {
		terms_at(document, i, found);
		if (found->kinds & 1u << ENTRY_ACT)
			add_term(document, &found->term[ENTRY_ACT]);
		if (found->kinds & 1u << ENTRY_MEETING) {
			add_term(document, &found->term[ENTRY_MEETING]);
			unit->words |= (uint32_t)found->term[ENTRY_MEETING].entry->act;
		}
		if (!(found->kinds & 1u << ENTRY_TOPIC) || i < topic_end)
			continue;
		topic_end = found->term[ENTRY_TOPIC].last;
		document_add_span(document,
		    &(struct span){
			.unit = u,
			.start = document->tokens[i].start,
			.end = document->tokens[topic_end - 1].end,
			.kind = SPAN_TOPIC,
			.key = entry_key(document->lexicon, found->term[ENTRY_TOPIC].entry),
		    });
	}
	unit->last_term = (uint32_t)document->term_count;
	return starts;
}

/*
 * The tokens at which a term may begin, in order, then NONE: few of all. Goes backwards, since
 * of a word that is no term by itself the next one tells whether it may begin one.
 */
static const uint32_t *
gather_starts(struct document *document)
{
	enum { MORE_TO_START = CLASS_TERM_MORE / CLASS_TERM_START };
	const struct token *tokens = document->tokens;
	uint32_t i = (uint32_t)document->token_count, begins = CLASS_TERM;
	uint32_t *start = arena_take(&document->arena, (i + 1) * sizeof *start);

	start += i;
	*start = NONE;
	while (i-- > 0) {
		start[-1] = i;
		start -= (tokens[i].classes & begins) != 0;
		begins = CLASS_TERM | (tokens[i].classes & CLASS_TERM_MORE) / MORE_TO_START;
	}
	return start;
}

void
topics_find(struct document *document)
{
	const uint32_t *starts = gather_starts(document);
	struct found found;
	uint32_t u, kind;

	for (kind = 0; kind < ENTRY_KINDS; kind++)
		found.term[kind].first = NONE;
	for (u = 0; u < document->unit_count; u++)
		starts = read_unit(document, u, starts, &found);
	add_term(document, &(struct term){NONE, NONE, NULL});
	document->term_count--;
}
