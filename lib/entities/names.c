/*
 * unit → mentions: lets the recognisers read each unit, settles between them, and
 * reads once more for what the document itself has introduced elsewhere.
 */
#include "extent.h"
#include "memory.h"
#include "names.h"
#include "publisher.h"
#include "text.h"

#include <stdlib.h>

static struct slice
slug_key(struct document *document, struct slice surface)
{
	char *key = arena_bytes(&document->arena, 4 * surface.len + 1);

	return (struct slice){key, text_slug(surface, key)};
}

static void
add_mention(struct reading *reading, const struct candidate *candidate)
{
	const unsigned unslugged = 1u << NAME_PERSON | 1u << NAME_ROLE;
	struct document *document = reading->document;
	const struct lexicon *lexicon = document->lexicon;
	const struct entry *known = candidate->entry ? candidate->entry : &lexicon->entries[0];
	struct mention *mention;

	document->mentions = grow(document->mentions, document->mention_count,
	    &document->mention_capacity, sizeof *document->mentions);
	mention = &document->mentions[document->mention_count++];
	/* Every field is named: the compiler need not clear the rest. */
	*mention = (struct mention){
	    .unit = (uint32_t)(reading->unit - document->units),
	    .first = candidate->first,
	    .last = candidate->last,
	    .start = reading->tokens[candidate->first].start,
	    .end = reading->tokens[candidate->last - 1].end,
	    .kind = candidate->kind,
	    .entry = candidate->entry,
	    .rule = candidate->rule,
	    .key = candidate->key,
	    .country = {known->country[0], known->country[1], known->country[2]},
	    .several = false,
	    .person = NONE,
	    .persons = NULL,
	    .person_count = 0,
	    .person_capacity = 0,
	    .owner = NONE,
	    .next_title = NONE,
	};
	if (!mention->key.len && (candidate->kind != NAME_PLACE || known->flags & FLAG_USER))
		mention->key = entry_key(lexicon, known);
	if (!mention->key.len & !(unslugged >> candidate->kind & 1))
		mention->key = slug_key(document, mention_text(document, mention));
}

static void
recognise_figures(struct reading *reading)
{
	if (recognise_dates(reading))
		recognise_money(reading);
}

static void (*const recognisers[])(struct reading *) = {recognise_figures, recognise_tables,
    recognise_roles, recognise_persons, recognise_shapes};

/* "$5" is the money of who publishes the document: the headlines before may tell who. */
static void
complete_money(struct names_room *room, const struct reading *reading, struct candidate *money)
{
	if (!money_is_by_sign(reading, money))
		return;
	if (!room->home_known) {
		publisher_country(reading->document, room->home);
		room->home_known = true;
	}
	money->key = money_at_home(&reading->document->arena, money->key, room->home);
}

/* Mentions of what is left of a unit's candidates when they are settled. */
static void
take_mentions(struct names_room *room, struct reading *reading, struct unit *unit)
{
	struct document *document = reading->document;
	size_t n, kept = settle_candidates(reading);

	unit->mention = (uint32_t)document->mention_count;
	for (n = 0; n < kept; n++) {
		struct candidate *candidate = reading->order[n];

		if (candidate->kind == NAME_MONEY)
			complete_money(room, reading, candidate);
		if (candidate->kind != NAME_KINDS)
			add_mention(reading, candidate);
	}
	unit->mention_count = (uint32_t)document->mention_count - unit->mention;
}

/*
 * Reads units from number u on, as many as there are readings for, and gives the number of
 * the first one behind them. Each recogniser goes through all of them before the next
 * begins, so that its code stays in the processor's cache.
 */
static size_t
read_units(struct names_room *room, struct document *document, size_t u,
    const uint32_t **interest)
{
	struct reading *readings = room->readings;
	struct unit *units[NAMES_SIDE_BY_SIDE];
	size_t count = 0, n, r;

	for (; u < document->unit_count && count < NAMES_SIDE_BY_SIDE; u++)
		if (document->units[u].tagged) {
			units[count] = &document->units[u];
			*interest = reading_begin(&readings[count], document, units[count], *interest);
			count++;
		}
	for (r = 0; r < sizeof recognisers / sizeof recognisers[0]; r++)
		for (n = 0; n < count; n++)
			recognisers[r](&readings[n]);
	for (n = 0; n < count; n++)
		take_mentions(room, &readings[n], units[n]);
	return u;
}

/* The document's tokens that memory_find is to be asked about, in order, then NONE. */
static const uint32_t *
gather_remembered(struct document *document, const struct memory *memory)
{
	const uint32_t *interest = document->interest;
	uint32_t *found = arena_take(&document->arena, (document->interest_count + 1) * sizeof *found);
	size_t n = 0, i;

	for (i = 0; i < document->interest_count; i++) {
		found[n] = interest[i];
		n += memory_may_find(memory, &document->tokens[interest[i]]);
	}
	found[n] = NONE;
	return found;
}

/* The units again: appends mentions of what the document has named elsewhere. */
static void
read_again(struct reading *reading, struct document *document, struct memory *memory)
{
	const uint32_t *found = gather_remembered(document, memory);
	const struct unit *unit = document->units;
	size_t m = 0, count = document->mention_count;
	uint32_t i, end, behind = 0;
	struct candidate candidate;

	for (; (i = *found) != NONE; found++) {
		while (m < count && document->mentions[m].last <= i)
			m++;
		if (i < behind || (m < count && document->mentions[m].first <= i))
			continue;
		while (unit->token + unit->token_count <= i)
			unit++;
		reading->unit = unit;
		reading->first = unit->token;
		end = reading->last = unit->token + unit->token_count;
		if (m < count && document->mentions[m].first < end)
			end = document->mentions[m].first;
		if (memory_find(memory, reading, i, end, &candidate)) {
			add_mention(reading, &candidate);
			behind = candidate.last;
		}
	}
}

/* Puts the mentions behind the first count, found later, to their places among these. */
static void
put_in_order(struct document *document, size_t count)
{
	struct mention *mentions = document->mentions, *late;
	size_t at = document->mention_count, left = at - count, u;

	late = arena_take(&document->arena, left * sizeof *late);
	memcpy(late, &mentions[count], left * sizeof *late);
	while (left > 0)
		mentions[--at] = count > 0 && mentions[count - 1].first > late[left - 1].first
		    ? mentions[--count]
		    : late[--left];
	for (at = 0, u = 0; u < document->unit_count; u++) {
		struct unit *unit = &document->units[u];

		if (!unit->tagged)
			continue;
		unit->mention = (uint32_t)at;
		while (at < document->mention_count && mentions[at].unit == u)
			at++;
		unit->mention_count = (uint32_t)at - unit->mention;
	}
}

void
names_find(struct names_room *room, struct document *document)
{
	struct memory memory = {0};
	const uint32_t *interest;
	size_t u, count;

	room->home_known = false;
	document->interest[document->interest_count] = NONE;
	for (u = 0, interest = document->interest; u < document->unit_count;)
		u = read_units(room, document, u, &interest);
	acronyms_share_keys(document);
	memory_learn(&memory, document);
	count = document->mention_count;
	if (memory.count > 0)
		read_again(&room->readings[0], document, &memory);
	if (document->mention_count > count)
		put_in_order(document, count);
	memory_free(&memory);
}

void
names_free(struct names_room *room)
{
	size_t n;

	for (n = 0; n < NAMES_SIDE_BY_SIDE; n++)
		reading_free(&room->readings[n]);
}
