#include "recognise.h"

#include <stdlib.h>

/* All names of the tables that begin at token i: the longest, and the longest role. */
static void
find_hit(struct reading *reading, uint32_t i)
{
	struct hit *hit = &reading->hits[i - reading->first];
	const struct lexicon *lexicon = reading->lexicon;
	uint32_t word = reading->tokens[i].word, node, entry;

	*hit = (struct hit){0};
	if (!(reading->tokens[i].classes & CLASS_NAME_START))
		return;
	node = lexicon->words[word].name_node;
	while (node) {
		if ((entry = lexicon->nodes[node].entry)) {
			hit->last = i + 1;
			hit->entry = entry;
			if (lexicon_entry(lexicon, entry, ENTRY_ROLE)) {
				hit->role_last = i + 1;
				hit->role_entry = entry;
			}
		}
		if (++i >= reading->last)
			break;
		word = reading->tokens[i].word;
		node = word < DOCUMENT_WORD ? lexicon_step(lexicon, node, word) : 0;
	}
}

void
reading_begin(struct reading *reading, struct document *document, const struct unit *unit)
{
	uint32_t i;

	reading->document = document;
	reading->lexicon = document->lexicon;
	reading->unit = unit;
	reading->tokens = document->tokens;
	reading->first = unit->token;
	reading->last = unit->token + unit->token_count;
	reading->count = 0;
	while (reading->hit_capacity < unit->token_count)
		reading->hits = grow(reading->hits, reading->hit_capacity,
		    &reading->hit_capacity, sizeof *reading->hits);
	for (i = reading->first; i < reading->last; i++)
		find_hit(reading, i);
}

void
reading_free(struct reading *reading)
{
	free(reading->hits);
	free(reading->candidates);
	*reading = (struct reading){0};
}

struct candidate *
propose(struct reading *reading, uint32_t first, uint32_t last, enum name_kind kind,
    enum rank rank, const char *rule)
{
	struct candidate *candidate;

	reading->candidates = grow(reading->candidates, reading->count, &reading->capacity,
	    sizeof *reading->candidates);
	candidate = &reading->candidates[reading->count++];
	*candidate = (struct candidate){first, last, kind, rank, NULL, rule, {"", 0}};
	/* However a person was found: one whom the tables know has the table's key. */
	if (kind == NAME_PERSON && hit_at(reading, first)->last == last)
		candidate->entry = entry_at(reading, first, ENTRY_PERSON);
	return candidate;
}

static inline bool
inside(const struct reading *reading, uint32_t i)
{
	return i >= reading->first && i < reading->last;
}

bool
reads(const struct reading *reading, uint32_t i, const char *word)
{
	return inside(reading, i) && token_is(reading->document, reading->unit, i, word);
}

bool
is_capital(const struct reading *reading, uint32_t i)
{
	return inside(reading, i) && reading->tokens[i].shape & SHAPE_CAPITAL;
}

bool
is_common(const struct reading *reading, uint32_t i)
{
	return inside(reading, i) && reading->tokens[i].lower < DOCUMENT_WORD &&
	    reading->lexicon->words[reading->tokens[i].lower].classes & CLASS_COMMON;
}

bool
is_mark(const struct reading *reading, uint32_t i, char mark)
{
	return inside(reading, i) && reading->tokens[i].shape & SHAPE_MARK &&
	    reading->tokens[i].first == mark;
}

bool
has_class(const struct reading *reading, uint32_t i, uint32_t classes)
{
	return inside(reading, i) && reading->tokens[i].classes & classes;
}

bool
is_glued(const struct reading *reading, uint32_t i)
{
	return inside(reading, i) && i > reading->first &&
	    !(reading->tokens[i].shape & SHAPE_GAP);
}

const struct entry *
entry_at(const struct reading *reading, uint32_t i, enum entry_kind kind)
{
	return inside(reading, i) ? lexicon_entry(reading->lexicon, hit_at(reading, i)->entry, kind)
				  : NULL;
}
