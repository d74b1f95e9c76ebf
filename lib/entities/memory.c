#include "memory.h"

#include <stdlib.h>

#include "context.h"
#include "sort.h"

static void
learn(struct memory *memory, uint32_t word, uint32_t mention, bool alone)
{
	if (!word)
		return;
	memory->rows = grow(memory->rows, memory->count, &memory->capacity, sizeof *memory->rows);
	memory->rows[memory->count++] = (struct memory_row){word, mention, alone};
	memory->words[word / 64 % MEMORY_WORDS] |= UINT64_C(1) << word % 64;
}

/* The words of a person's name; the surname may stand alone. */
static void
learn_person(struct memory *memory, const struct document *document, uint32_t m)
{
	uint32_t first = document->mentions[m].first, last = document->mentions[m].last, i;

	while (last > first + 1 && (document->tokens[last - 1].classes & CLASS_SUFFIX ||
				       document->tokens[last - 1].shape & SHAPE_MARK))
		last--;
	for (i = first; i < last; i++) {
		const struct token *token = &document->tokens[i];
		/* "María Ángela | Holguinera Cuéllar": the father's name may stand alone. */
		bool surname = i + 1 == last || (!(token->classes & CLASS_GIVEN) &&
		    (i == first ? (token->classes & CLASS_FAMILY) != 0 : i + 2 == last));

		if ((token->shape & (SHAPE_MARK | SHAPE_INITIAL | SHAPE_CAPITAL)) != SHAPE_CAPITAL ||
		    (token->classes & CLASS_COMMON &&
			(i + 1 < last || i == first || token->classes & CLASS_MONTH)))
			continue;
		learn(memory, token->word, m, surname);
	}
}

static int
by_word(const void *a, const void *b)
{
	const struct memory_row *x = a, *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	if (x->alone != y->alone)
		return x->alone ? -1 : 1;
	return (x->mention > y->mention) - (x->mention < y->mention);
}

void
memory_learn(struct memory *memory, const struct document *document)
{
	uint32_t m;

	for (m = 0; m < document->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind == NAME_PERSON)
			learn_person(memory, document, m);
		else if (!mention->entry && mention->last == mention->first + 1 &&
		    document->tokens[mention->first].shape & SHAPE_ALL_CAPS &&
		    mention->kind != NAME_ROLE && mention->kind != NAME_DATE && mention->kind != NAME_MONEY)
			learn(memory, document->tokens[mention->first].word, m, true);
	}
}

/* One row a word: the first that may stand alone, else the first. */
static void
sort_rows(struct memory *memory)
{
	size_t i, kept = 0;

	sort_array(memory->rows, memory->count, sizeof *memory->rows, by_word);
	for (i = 0; i < memory->count; i++)
		if (i == 0 || memory->rows[i].word != memory->rows[kept - 1].word)
			memory->rows[kept++] = memory->rows[i];
	memory->count = kept;
	memory->sorted = true;
}

static const struct memory_row *
find_row(struct memory *memory, uint32_t word)
{
	size_t low = 0, high, middle;

	if (!memory_has_word(memory, word))
		return NULL;
	if (!memory->sorted)
		sort_rows(memory);
	high = memory->count;
	while (low < high) {
		middle = (low + high) / 2;
		if (memory->rows[middle].word < word)
			low = middle + 1;
		else
			high = middle;
	}
	return low < memory->count && memory->rows[low].word == word ? &memory->rows[low] : NULL;
}

/*
 * A surname that is also a word ("Brown") is one where it stands inside a sentence, or
 * begins it and a verb or "and" follows.
 */
static bool
is_surname_here(const struct reading *reading, uint32_t i)
{
	const struct document *document = reading->document;
	struct slice next;

	if (reading->unit->kind != UNIT_SENT || i + 1 >= reading->last)
		return false;
	if (i > reading->first)
		return true;
	next = token_text(document, reading->unit, i + 1);
	return slice_is(next, "and") || slice_is(next, "also") ||
	    token_context(document, i + 1, CONTEXT_SAYING) ||
	    (next.len > 4 && slice_ends(next, SLICE("ed")));
}

/* "Guo Weimin | Meets with": a capital that only the headline gives. */
static bool
is_headline_verb(const struct reading *reading, uint32_t i)
{
	return reading->unit->kind == UNIT_TITLE && has_class(reading, i, CLASS_HEADLINE) &&
	    is_common(reading, i) && !has_class(reading, i, CLASS_ORG_HEAD | CLASS_EVENT_HEAD |
		CLASS_INSTRUMENT_HEAD | CLASS_PLACE_HEAD | CLASS_ROLE_HEAD);
}

/* The token glued to the particle at i by a hyphen; UINT32_MAX: none. */
static uint32_t
behind_particle(const struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1;

	if (is_mark(reading, at, '-') && is_glued(reading, at))
		at++;
	else if (reading->unit->record.text.at[reading->tokens[i].end - 1] != '-')
		return UINT32_MAX;
	return is_glued(reading, at) ? at : UINT32_MAX;
}

static struct candidate
named_before(const struct document *document, const struct memory_row *row, uint32_t first,
    uint32_t last)
{
	const struct mention *mention = &document->mentions[row->mention];

	return (struct candidate){first, last, mention->kind, RANK_MEMORY, NULL,
	    "memory: named before", mention->key};
}

bool
memory_find(struct memory *memory, const struct reading *reading, uint32_t i,
    uint32_t end, struct candidate *candidate)
{
	const struct document *document = reading->document;
	const struct token *token = &document->tokens[i];
	const struct memory_row *row = NULL, *first = NULL;
	bool alone = false;
	uint32_t last = i;

	/* "Al-Saidi" begins a sentence: the particle belongs to the name. */
	if (token->classes & CLASS_PARTICLE && (last = behind_particle(reading, i)) < end &&
	    (row = find_row(memory, document->tokens[last].word)) && row->alone &&
	    document->mentions[row->mention].kind == NAME_PERSON && !is_capital(reading, last + 1)) {
		*candidate = named_before(document, row, i, last + 1);
		return true;
	}
	last = i;
	while (last < end) {
		/* "Høgni | í Dali" */
		if (last > i && document->tokens[last].classes & CLASS_PARTICLE && last + 1 < end &&
		    !(document->tokens[last].shape & SHAPE_CAPITAL) &&
		    document->tokens[last + 1].shape & SHAPE_CAPITAL &&
		    find_row(memory, document->tokens[last + 1].word))
			last++;
		/* "Popșoiu | -Rusu" */
		if (last > i && !row->alone && last + 1 < end && is_mark(reading, last, '-') && is_glued(reading, last) &&
		    is_glued(reading, last + 1) && find_row(memory, document->tokens[last + 1].word))
			last++;
		if (!(document->tokens[last].shape & SHAPE_CAPITAL) ||
		    !(row = find_row(memory, document->tokens[last].word)))
			break;
		if (!first)
			first = row;
		alone = alone || row->alone;
		last++;
	}
	if (!first || !(alone || last > i + 1) ||
	    (is_capital(reading, last) && !is_headline_verb(reading, last)))
		return false;
	if ((token->classes & CLASS_COMMON) && last == i + 1 && !is_surname_here(reading, i))
		return false;
	*candidate = named_before(document, first, i, last);
	return true;
}

void
memory_free(struct memory *memory)
{
	free(memory->rows);
	*memory = (struct memory){0};
}
