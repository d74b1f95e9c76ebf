#include "sentence.h"

enum { NOUN_WITHIN = 9 }; /* tokens from a light verb to its noun */

void
sentence_room(struct sentence *sentence, struct arena *arena, uint32_t tokens)
{
	sentence->parts = arena_take(arena, tokens + 1);
	sentence->names = arena_take(arena, (tokens + 1) * sizeof *sentence->names);
	sentence->hits = arena_take(arena, (tokens + 1) * sizeof *sentence->hits);
}

bool
is_adverb(const struct sentence *sentence, uint32_t i)
{
	struct slice text;

	if (part_at(sentence, i) == PART_ADVERB || is_name(sentence, i, NAME_DATE))
		return true;
	if (part_at(sentence, i) != PART_NONE || name_at(sentence, i) != NONE)
		return false;
	text = token_text(sentence->document, sentence->unit, i);
	return text.len > 4 && text.at[text.len - 1] == 'y' && text.at[text.len - 2] == 'l';
}

/* The longest phrase of act.tsv at token i. */
static const struct entry *
act_at(const struct sentence *sentence, uint32_t i, uint32_t *last)
{
	const struct lexicon *lexicon = sentence->document->lexicon;
	const struct token *tokens = sentence->document->tokens;
	uint32_t node = lexicon->words[tokens[i].lower].term_node;
	const struct entry *found = NULL, *entry;

	while (node) {
		i++;
		if (lexicon->nodes[node].entry &&
		    (entry = lexicon_entry(lexicon, lexicon->nodes[node].entry, ENTRY_ACT))) {
			found = entry;
			*last = i;
		}
		if (i == sentence->end)
			break;
		node = lexicon_step(lexicon, node, tokens[i].lower);
	}
	return found;
}

/* Past what may stand between a light verb and its noun. */
static bool
goes_on(const struct sentence *sentence, uint32_t i)
{
	switch (part_at(sentence, i)) {
	case PART_OF:
	case PART_BUT:
	case PART_THAT:
	case PART_TO:
	case PART_BY:
	case PART_WITH:
	case PART_PREPOSITION:
	case PART_RELATIVE:
	case PART_WHERE:
	case PART_WHILE:
	case PART_SUBORDINATE:
	case PART_HE:
	case PART_SHE:
	case PART_THEY:
		return false;
	default:
		return !(token_at(sentence, i)->shape & SHAPE_MARK) ||
		    token_at(sentence, i)->shape & SHAPE_POSSESSIVE ||
		    memchr(",-&\"", token_at(sentence, i)->first, 4);
	}
}

/* The noun that a light verb is completed by. */
static void
complete(const struct sentence *sentence, struct hit *hit)
{
	uint32_t i, last = 0, stop = hit->last + NOUN_WITHIN;
	const struct entry *noun;

	for (i = hit->last; i < stop && i < sentence->end && goes_on(sentence, i); i++) {
		if (name_at(sentence, i) != NONE ||
		    !(noun = act_at(sentence, i, &last)) ||
		    !(ACT_WITH(noun->act) & ACT_LIGHT(hit->bits)))
			continue;
		hit->entry = noun;
		hit->last = last;
		hit->bits |= noun->act & ACT_LEAD;
		return;
	}
}

/* Parts of all tokens, and where something may be reported. */
static void
find_hits(struct sentence *sentence, bool *quote)
{
	const struct lexicon *lexicon = sentence->document->lexicon;
	uint32_t i, last = 0;
	const struct entry *entry;

	for (i = sentence->begin; i < sentence->end; i++) {
		const struct token *token = token_at(sentence, i);
		const struct word *word = &lexicon->words[token->lower];

		sentence->parts[i - sentence->begin] = (uint8_t)word->part;
		sentence->names[i - sentence->begin] = NONE;
		if (token->shape & SHAPE_MARK && token->first == '"') {
			/* A quotation of several paragraphs opens each of them anew. */
			struct slice text = token_text(sentence->document, sentence->unit, i);

			*quote = text.len == 3 ? text.at[2] == '\x9C' : !*quote;
		}
		if (*quote || !word->term_node || i < last ||
		    !(entry = act_at(sentence, i, &last)) || !(entry->act & ACT_FORMS))
			continue;
		sentence->hits[sentence->hit_count++] =
		    (struct hit){i, last, last, entry, entry->act};
	}
}

static void
find_names(struct sentence *sentence)
{
	const struct document *document = sentence->document;
	const struct unit *unit = sentence->unit;
	uint32_t m, i;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++)
		for (i = document->mentions[m].first; i < document->mentions[m].last; i++)
			if (i < sentence->end) {
				sentence->names[i - sentence->begin] = m;
				sentence->parts[i - sentence->begin] = PART_NONE;
			}
}

/* Light verbs get their nouns; one that stays without is no act, nor is a name. */
static void
settle_hits(struct sentence *sentence)
{
	uint32_t i, kept = 0;

	for (i = 0; i < sentence->hit_count; i++) {
		struct hit hit = sentence->hits[i];

		if (name_at(sentence, hit.first) != NONE ||
		    (kept > 0 && hit.first < sentence->hits[kept - 1].last))
			continue;
		if (ACT_LIGHT(hit.bits))
			complete(sentence, &hit);
		if (entry_key(sentence->document->lexicon, hit.entry).at[0] != '-' || hit.bits & ACT_PERSON)
			sentence->hits[kept++] = hit;
	}
	sentence->hit_count = kept;
}

bool
sentence_read(struct sentence *sentence, const struct document *document,
    const struct unit *unit, bool *quote)
{
	sentence->document = document;
	sentence->unit = unit;
	sentence->begin = unit->token;
	sentence->end = unit->token + unit->token_count;
	sentence->hit_count = 0;
	find_hits(sentence, quote);
	if (sentence->hit_count == 0)
		return false;
	while (sentence->end > sentence->begin &&
	    token_at(sentence, sentence->end - 1)->shape & SHAPE_MARK &&
	    memchr(".?!:;", token_at(sentence, sentence->end - 1)->first, 5))
		sentence->end--;
	find_names(sentence);
	settle_hits(sentence);
	return sentence->hit_count > 0;
}
