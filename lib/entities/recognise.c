#include "recognise.h"

#include <stdlib.h>

/* All names of the tables that begin at token i: the longest, and the longest role. */
static void
find_hit(struct reading *reading, uint32_t i)
{
	struct hit *hit = hit_at(reading, i);
	const struct lexicon *lexicon = reading->lexicon;
	struct path path = known_word(lexicon, reading->tokens[i].word)->name;

	while (path.node) {
		if (path.entry) {
			hit->last = i + 1;
			hit->entry = path.entry;
			hit->kinds = path.kinds & ((1u << ENTRY_KINDS) - 1);
			if (hit->kinds & 1u << ENTRY_ROLE) {
				hit->role_last = i + 1;
				hit->role_entry = path.entry;
			}
		}
		if (++i >= reading->last || !(reading->tokens[i].classes & CLASS_NAME_MORE))
			break;
		path = lexicon_step(lexicon, path, reading->tokens[i].word);
	}
}

void
reading_begin(struct reading *reading, struct document *document, const struct unit *unit)
{
	uint32_t i, next;

	reading->document = document;
	reading->lexicon = document->lexicon;
	reading->unit = unit;
	reading->tokens = document->tokens;
	reading->first = unit->token;
	reading->last = unit->token + unit->token_count;
	reading->count = 0;
	while (reading->hit_capacity < unit->token_count + 2)
		reading->hits = grow(reading->hits, reading->hit_capacity,
		    &reading->hit_capacity, sizeof *reading->hits);
	memset(reading->hits, 0, (unit->token_count + 2) * sizeof *reading->hits);
	next = reading->last;
	for (i = reading->last; i-- > reading->first;) {
		uint32_t classes = reading->tokens[i].classes;

		hit_at(reading, i)->next = next;
		next ^= (next ^ i) & -(classes >> 31); /* i where it is TOKEN_OF_INTEREST */
		if ((classes & (CLASS_NAME_START | TOKEN_OF_INTEREST)) ==
		    (CLASS_NAME_START | TOKEN_OF_INTEREST))
			find_hit(reading, i);
	}
	reading->interest = next;
}

uint32_t
first_of_interest(const struct reading *reading)
{
	return reading->interest;
}

void
reading_free(struct reading *reading)
{
	free(reading->hits);
	free(reading->candidates);
	free(reading->order);
	*reading = (struct reading){0};
}

struct candidate *
propose(struct reading *reading, uint32_t first, uint32_t last, enum name_kind kind,
    enum rank rank, const char *rule)
{
	struct candidate *candidate;

	if (reading->count == reading->capacity)
		reading->candidates = grow(reading->candidates, reading->count,
		    &reading->capacity, sizeof *reading->candidates);
	candidate = &reading->candidates[reading->count++];
	*candidate = (struct candidate){first, last, kind, rank, NULL, rule, {"", 0}};
	if (kind == NAME_ROLE)
		hit_at(reading, first)->role_begins = true;
	if (kind == NAME_PERSON) {
		hit_at(reading, first)->person_begins = true;
		hit_at(reading, first)->person_sure |= rank < RANK_SHAPE;
		hit_at(reading, last - 1)->person_ends = true;
	}
	/* However a person was found: one whom the tables know has the table's key. */
	if (kind == NAME_PERSON && hit_at(reading, first)->last == last)
		candidate->entry = entry_at(reading, first, ENTRY_PERSON);
	return candidate;
}
