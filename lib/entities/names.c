/*
 * unit → mentions: lets the recognisers read each unit, settles between them, and
 * reads once more for what the document itself has introduced elsewhere.
 */
#include "extent.h"
#include "memory.h"
#include "recognise.h"
#include "stages.h"
#include "text.h"

static struct slice
slug_key(struct document *document, struct slice surface)
{
	char *key = arena_bytes(&document->arena, 4 * surface.len + 1);

	return (struct slice){key, text_slug(surface, key)};
}

static void
add_mention(struct reading *reading, const struct candidate *candidate)
{
	struct document *document = reading->document;
	const struct entry *entry = candidate->entry;
	struct mention mention = {
	    .unit = (uint32_t)(reading->unit - document->units),
	    .first = candidate->first,
	    .last = candidate->last,
	    .start = reading->tokens[candidate->first].start,
	    .end = reading->tokens[candidate->last - 1].end,
	    .kind = candidate->kind,
	    .entry = entry,
	    .rule = candidate->rule,
	    .key = candidate->key,
	    .person = NONE,
	    .owner = NONE,
	    .next_title = NONE,
	};

	if (entry && entry->country[0])
		memcpy(mention.country, entry->country, sizeof mention.country);
	if (!mention.key.len && entry && entry_key(document->lexicon, entry).len &&
	    (candidate->kind != NAME_PLACE || entry->flags & FLAG_USER))
		mention.key = entry_key(document->lexicon, entry);
	if (!mention.key.len && candidate->kind != NAME_PERSON && candidate->kind != NAME_ROLE)
		mention.key = slug_key(document,
		    slice_cut(reading->unit->record.text, mention.start, mention.end));
	document->mentions = grow(document->mentions, document->mention_count,
	    &document->mention_capacity, sizeof *document->mentions);
	document->mentions[document->mention_count++] = mention;
}

static void
read_unit(struct reading *reading, struct document *document, struct unit *unit)
{
	size_t n, kept;

	reading_begin(reading, document, unit);
	recognise_dates(reading);
	recognise_money(reading);
	recognise_tables(reading);
	recognise_roles(reading);
	recognise_persons(reading);
	recognise_shapes(reading);
	kept = settle_candidates(reading);
	unit->mention = (uint32_t)document->mention_count;
	for (n = 0; n < kept; n++)
		if (reading->order[n]->kind != NAME_KINDS)
			add_mention(reading, reading->order[n]);
	unit->mention_count = (uint32_t)document->mention_count - unit->mention;
}

/* The unit again, with what it has and what the document has named elsewhere. */
static void
read_again(struct reading *reading, struct document *document, struct unit *unit,
    const struct memory *memory, const struct mention *before)
{
	uint32_t from = unit->mention, count = unit->mention_count, n, i = unit->token;

	reading->unit = unit;
	reading->first = unit->token;
	reading->last = unit->token + unit->token_count;
	unit->mention = (uint32_t)document->mention_count;
	for (n = 0; n <= count; n++) {
		uint32_t end = n < count ? before[from + n].first : reading->last;

		while (i < end) {
			struct candidate candidate;

			if ((memory_may_find(memory, &document->tokens[i]) ||
				document->tokens[i].classes & CLASS_PARTICLE) &&
			    memory_find(memory, reading, i, end, &candidate)) {
				add_mention(reading, &candidate);
				i = candidate.last;
			} else {
				i++;
			}
		}
		if (n == count)
			break;
		document->mentions = grow(document->mentions, document->mention_count,
		    &document->mention_capacity, sizeof *document->mentions);
		document->mentions[document->mention_count++] = before[from + n];
		i = before[from + n].last;
	}
	unit->mention_count = (uint32_t)document->mention_count - unit->mention;
}

void
names_find(struct document *document)
{
	struct reading reading = {.document = document, .tokens = document->tokens};
	struct memory memory = {0};
	struct mention *before;
	size_t u;

	for (u = 0; u < document->unit_count; u++)
		if (document->units[u].tagged)
			read_unit(&reading, document, &document->units[u]);
	acronyms_share_keys(document);
	memory_learn(&memory, document);
	if (memory.count > 0) {
		size_t count = document->mention_count;

		before = arena_take(&document->arena, count * sizeof *before + 1);
		memcpy(before, document->mentions, count * sizeof *before);
		document->mention_count = 0;
		for (u = 0; u < document->unit_count; u++)
			if (document->units[u].tagged)
				read_again(&reading, document, &document->units[u], &memory, before);
	}
	memory_free(&memory);
	reading_free(&reading);
}
