/* Names as they stand in the tables, where the words around them allow it. */
#include "context.h"
#include "recognise.h"

/* "at the White House", "in the Pentagon": there it is a place, else it acts. */
static bool
is_location(const struct reading *reading, uint32_t first, uint32_t last)
{
	uint32_t before = first;

	if (before > reading->first && reads(reading, before - 1, "the"))
		before--;
	if (before == reading->first)
		return false;
	before--;
	/* Behind it a title or a name of an office: "the White House Press Secretary". */
	if (is_capital(reading, last) && !is_common(reading, last))
		return false;
	return reads(reading, before, "at") || reads(reading, before, "to") ||
	    reads(reading, before, "in") || reads(reading, before, "outside") ||
	    reads(reading, before, "inside") || reads(reading, before, "near") ||
	    reads(reading, before, "into") || reads(reading, before, "visit") ||
	    reads(reading, before, "visited");
}

static bool
attr_also_org(const struct reading *reading, const struct entry *entry)
{
	struct slice value;

	return attr_find(entry_attrs(reading->lexicon, entry), "also", &value) && slice_is(value, "org");
}

/* "PA-4", "(D-CA)", "Phoenix, AZ": a state's letters mean it only there. */
static bool
state_code(struct reading *reading, uint32_t i, uint32_t *last)
{
	if (is_mark(reading, i + 1, '-') && is_glued(reading, i + 1) && is_glued(reading, i + 2) &&
	    reading->tokens[i + 2].shape & SHAPE_DIGIT) {
		*last = i + 3;
		return true;
	}
	if (i == reading->first)
		return false;
	return is_mark(reading, i - 1, '(') || is_mark(reading, i - 1, '-') ||
	    (is_mark(reading, i - 1, ',') && i - 1 > reading->first && is_capital(reading, i - 2));
}

static bool
is_place(const struct reading *reading, uint32_t i)
{
	return entry_at(reading, i, ENTRY_PLACE) || entry_at(reading, i, ENTRY_COUNTRY);
}

static bool
is_locative(const struct reading *reading, uint32_t i)
{
	return in_context(reading, i, CONTEXT_LOCATIVE);
}

/* "Nice", "Jackson", "ORAN": a town only where the words around speak of a place. */
static bool
is_town_here(const struct reading *reading, uint32_t i, uint32_t last)
{
	uint32_t before = i - 1;

	if (is_mark(reading, last, ',') && is_place(reading, last + 1))
		return true;
	if (has_class(reading, last, CLASS_ROLE_HEAD))
		return true;
	if (i == reading->first)
		return is_mark(reading, last, ',') || is_mark(reading, last, '-');
	if (is_mark(reading, before, '('))
		return false;
	if ((is_mark(reading, before, ',') || reads(reading, before, "and")) && before > reading->first &&
	    is_place(reading, before - 1))
		return true;
	return is_locative(reading, before);
}

/* A town whose name is a word or a person's too, or that alone is in capitals: "ORAN". */
static bool
is_doubtful_town(const struct reading *reading, const struct entry *entry, uint32_t i)
{
	const struct token *token = &reading->tokens[i];
	struct slice value;

	if (entry->flags & FLAG_USER || !slice_is(entry_main(reading->lexicon, entry), "city"))
		return false;
	if (token->shape & SHAPE_ALL_CAPS && !reading->unit->all_caps &&
	    reading->unit->kind != UNIT_HEAD && token->word < DOCUMENT_WORD) {
		value = word_text(reading->lexicon, token->word);
		return value.len > 1 && value.at[1] >= 'a' && value.at[1] <= 'z';
	}
	return entry->flags & FLAG_AMBIGUOUS;
}

/* A place of the U.S. stands at i. */
static bool
is_american(const struct reading *reading, uint32_t i)
{
	const struct entry *place = entry_at(reading, i, ENTRY_PLACE);

	return place && slice_is((struct slice){place->country, 2}, "US") &&
	    !entry_at(reading, i, ENTRY_COUNTRY);
}

/* "Georgia State Senator", "Atlanta, Georgia", "Florida and Georgia": not the country. */
static bool
is_state_here(const struct reading *reading, uint32_t i, uint32_t last)
{
	if (!entry_at(reading, i, ENTRY_PLACE))
		return false;
	if (in_context(reading, last, CONTEXT_OF_STATE) && !reads(reading, last + 1, "minister"))
		return true;
	if ((is_mark(reading, last, ',') || reads(reading, last, "and")) && is_american(reading, last + 1))
		return true;
	if (i < reading->first + 2 || !(is_mark(reading, i - 1, ',') || reads(reading, i - 1, "and")))
		return false;
	i -= is_mark(reading, i - 2, ',') && i > reading->first + 2; /* "Oregon, and Georgia" */
	return is_american(reading, i - 2) ||
	    (i > reading->first + 2 && hit_at(reading, i - 3)->last == i - 1 && is_american(reading, i - 3));
}

/* "Environmental | Justice", "Labor | Relations": a word among others, no ministry. */
static bool
is_among_words(const struct reading *reading, uint32_t i)
{
	if (!is_common(reading, i))
		return false;
	if (in_context(reading, i + 1, CONTEXT_SERVICE) && is_capital(reading, i + 1))
		return true;
	return i > reading->first + 1 && is_capital(reading, i - 1) && !hit_at(reading, i - 1)->last &&
	    !has_class(reading, i - 1,
		CLASS_LINK | CLASS_HEADLINE | CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER | CLASS_WEEKDAY |
		    CLASS_GIVEN | CLASS_FAMILY);
}

/* The kinds of the tables that recognise_tables proposes. */
static bool
allowed(struct reading *reading, const struct entry *entry, uint32_t first, uint32_t *last)
{
	bool one = *last == first + 1;

	if (!((entry->flags & FLAG_AMBIGUOUS) | (entry->kind == ENTRY_PLACE)))
		return true;
	switch (entry->kind) {
	case ENTRY_COUNTRY:
		return !is_state_here(reading, first, *last);
	case ENTRY_PLACE:
		if (entry->flags & FLAG_CODE)
			return state_code(reading, first, last);
		if (one && is_doubtful_town(reading, entry, first) &&
		    !is_town_here(reading, first, *last))
			return false;
		if (attr_also_org(reading, entry))
			return is_location(reading, first, *last);
		return true;
	case ENTRY_ORG:
		/* In a headline every word has a capital: "Treasury" is sure only before a title. */
		if (!one)
			return true;
		if (is_among_words(reading, first))
			return false;
		return reading->unit->kind == UNIT_SENT ||
		       reading->unit->kind == UNIT_ITEM ||
		       (*last < reading->last && hit_at(reading, *last)->role_last) ||
		       !is_common(reading, first);
	default:
		return true;
	}
}

/* "North | and South Korea": the country whose noun is said only once. */
static void
half_of_pair(struct reading *reading, uint32_t i)
{
	const struct lexicon *lexicon = reading->lexicon;
	uint32_t other = i + 2;
	const struct entry *entry;
	struct path path;

	if (!reads(reading, i + 1, "and") || other >= reading->last || hit_at(reading, other)->last != other + 2 ||
	    !entry_at(reading, other, ENTRY_COUNTRY) || reading->tokens[i].word >= DOCUMENT_WORD ||
	    reading->tokens[other + 1].word >= DOCUMENT_WORD)
		return;
	path = lexicon_step(lexicon, known_word(lexicon, reading->tokens[i].word)->name,
			    reading->tokens[other + 1].word);
	if (path.node && (entry = lexicon_entry(lexicon, path.entry, ENTRY_COUNTRY)))
		propose(reading, i, i + 1, NAME_COUNTRY, RANK_TABLE, "half of a pair")->entry = entry;
}

/* Every entry of the name that ends at last. */
static void
propose_entries(struct reading *reading, uint32_t first, uint32_t end, uint32_t e)
{
	for (; e; e = reading->lexicon->entries[e].next) {
		const struct entry *entry = &reading->lexicon->entries[e];
		struct candidate *candidate;
		uint32_t last = end;

		if (entry->kind == ENTRY_NONE)
			propose(reading, first, last, NAME_KINDS, RANK_TABLE, "no name");
		if (entry->kind > ENTRY_MONEY || entry->kind == ENTRY_ROLE ||
		    !allowed(reading, entry, first, &last))
			continue;
		candidate = propose(reading, first, last, (enum name_kind)entry->kind,
		    entry->flags & FLAG_USER ? RANK_USER : RANK_TABLE, "table");
		candidate->entry = last == end ? entry : NULL;
	}
}

/* Shorter names too: the longest may lose to a title that overlaps it. */
void
recognise_tables(struct reading *reading)
{
	const struct lexicon *lexicon = reading->lexicon;
	const uint32_t *place;

	for (place = reading->places[SOUGHT_NAME]; *place < reading->last; place++) {
		uint32_t i = *place, at;
		const struct hit *hit = hit_at(reading, i);
		struct path path;

		if (hit->last == i + 1)
			half_of_pair(reading, i);
		path = known_word(lexicon, reading->tokens[i].word)->name;
		for (at = i + 1; at < hit->last; at++) {
			propose_entries(reading, i, at, path.entry);
			path = lexicon_step(lexicon, path, reading->tokens[at].word);
		}
		propose_entries(reading, i, hit->last, hit->entry);
	}
}
