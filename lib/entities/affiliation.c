/*
 * Organisations and places that nothing but their position tells: "Jane Doe,
 * Executive Director, Little Lobbyists" in a list of participants; "the CEO of
 * Garantex", "the Mayor of Ramallah".
 */
#include "extent.h"
#include "context.h"

enum { LONGEST_ITEM = 40, LONGEST_NAME = 9 };

static bool
role_ends(const struct reading *reading, uint32_t last)
{
	size_t n;

	for (n = reading->title; n < reading->title_end; n++)
		if (reading->candidates[n].last == last)
			return true;
	return false;
}

/* Something of the tables or a person covers exactly first..last, or a place and its state. */
static bool
is_taken(const struct reading *reading, uint32_t first, uint32_t last)
{
	size_t n;

	for (n = 0; n < reading->count; n++) {
		const struct candidate *candidate = &reading->candidates[n];

		if (candidate->first == first && candidate->last == last &&
		    candidate->rank < RANK_SHAPE)
			return true;
		if (candidate->first <= first && candidate->last > last)
			return true;
		if (candidate->first >= first && candidate->last <= last &&
		    (candidate->kind == NAME_ROLE || candidate->kind == NAME_DATE ||
			(candidate->kind == NAME_PERSON && candidate->rank == RANK_TITLED)))
			return true;
	}
	return false;
}

/* "Actor", "Small Business Owner", "Historian": what somebody does. */
static bool
ends_as_occupation(const struct reading *reading, uint32_t i)
{
	static const char *const ends[] = {"er", "or", "ist", "ian", "ant", "man", "ive", "ee", "eur", NULL};
	struct slice text = token_text(reading->document, reading->unit, i);
	size_t n, len;

	if (!is_common(reading, i) || has_class(reading, i, HEADS))
		return false;
	for (n = 0; ends[n]; n++) {
		len = strlen(ends[n]);
		if (text.len > len + 1 && !memcmp(text.at + text.len - len, ends[n], len))
			return true;
	}
	return false;
}

/* "Government Relations", "Public Policy": what somebody does for a body, not the body. */
static bool
ends_as_field(const struct reading *reading, uint32_t i)
{
	return in_context(reading, i, CONTEXT_SERVICE) || has_class(reading, i, CLASS_ROLE_FIELD);
}

/* first..last has only words that a name in capitals may have. */
static bool
reads_as_name(const struct reading *reading, uint32_t first, uint32_t last)
{
	uint32_t i;

	if (first >= last || last - first > LONGEST_NAME || !is_capital(reading, first) ||
	    link_at(reading, first) != LINK_NONE || link_at(reading, last - 1) != LINK_NONE ||
	    reading->tokens[last - 1].shape & SHAPE_POSSESSIVE)
		return false;
	/* "Jane Doe, MSW", "(D-PA-5)" */
	if ((first + 1 == last || is_joint(reading, first + 1)) &&
	    reading->tokens[first].end - reading->tokens[first].start <= 3)
		return false;
	for (i = first; i < last; i++) {
		const struct token *token = &reading->tokens[i];

		if (token->classes & (CLASS_HONORIFIC | CLASS_ROLE_HEAD | CLASS_SUFFIX))
			return false;
		if (!(token->shape & (SHAPE_CAPITAL | SHAPE_DIGIT | SHAPE_POSSESSIVE)) &&
		    link_at(reading, i) == LINK_NONE && !is_joint(reading, i) && !reads(reading, i, "a") &&
		    !reads(reading, i, "is"))
			return false;
	}
	return true;
}

/* Where the item's text ends, without brackets: "Coastal Enterprises | (CEI)". */
static uint32_t
item_end(const struct reading *reading, uint32_t begin, uint32_t last)
{
	uint32_t at;

	while (last > begin && (is_mark(reading, last - 1, '.') || is_mark(reading, last - 1, ';') ||
				   is_mark(reading, last - 1, ',')))
		last--;
	if (last > begin && is_mark(reading, last - 1, ')'))
		for (at = last - 1; at > begin && last - at < 8; at--)
			if (is_mark(reading, at, '('))
				return at;
	return last;
}

static bool
is_separator(const struct reading *reading, uint32_t i)
{
	return is_mark(reading, i, ',') || (is_mark(reading, i, '-') && !is_glued(reading, i));
}

/* "Jane Doe, [title,] Little Lobbyists": behind the last comma of the item begin..end. */
static void
behind_last_comma(struct reading *reading, uint32_t begin, uint32_t end)
{
	uint32_t last = item_end(reading, begin, end), first = last;
	bool titled, words;

	while (first > begin && !is_separator(reading, first - 1))
		first--;
	if (first < begin + 3 || first >= last)
		return;
	titled = role_ends(reading, first - 1);
	if (!titled && !hit_at(reading, first - 2)->person_ends)
		return;
	if (link_at(reading, first) == LINK_THE)
		first++;
	if (!reads_as_name(reading, first, last) || is_taken(reading, first, last))
		return;
	words = !has_proper_word(reading, first, last);
	if (words && (reads(reading, first, "member") || reads(reading, first, "independent") ||
			 ends_as_field(reading, last - 1) || last == first + 1 ||
			 (!titled && ends_as_occupation(reading, last - 1))))
		return;
	propose(reading, first, last, NAME_ORG, RANK_SHAPE, "affiliation: end of an item");
}

/* A list item, or each part of a sentence that semicolons divide. */
static void
in_items(struct reading *reading, bool semicolons)
{
	uint32_t begin = reading->first, at;

	if (!semicolons) {
		if (reading->last - reading->first <= LONGEST_ITEM)
			behind_last_comma(reading, begin, reading->last);
		return;
	}
	for (at = begin; at <= reading->last; at++)
		if (at == reading->last || is_mark(reading, at, ';')) {
			if (at - begin <= LONGEST_ITEM)
				behind_last_comma(reading, begin, at);
			begin = at + 1;
		}
}

/* A title of companies and bodies, or of towns and provinces. */
static enum name_kind
kind_led_by(const struct reading *reading, uint32_t head)
{
	if (in_context(reading, head, CONTEXT_LEADS_BODY))
		return NAME_ORG;
	return in_context(reading, head, CONTEXT_LEADS_PLACE) ? NAME_PLACE : NAME_KINDS;
}

/* "CEO of Garantex": what the tables do not know behind a title. */
static void
behind_title(struct reading *reading, const struct candidate *role)
{
	uint32_t first = role->last + 1, head = role->last - 1, last;
	enum link link = link_at(reading, role->last);
	enum name_kind kind;

	if (link != LINK_OF && !reads(reading, role->last, "at"))
		return;
	if ((kind = kind_led_by(reading, head)) == NAME_KINDS)
		return;
	if (link_at(reading, first) == LINK_THE)
		first++;
	for (last = first; is_capital(reading, last) && !is_headline_word(reading, last); last++)
		if (has_class(reading, last, CLASS_ROLE_HEAD | CLASS_MONTH | CLASS_HONORIFIC | HEADS))
			return;
	if (last == first || last > first + 3 || is_common(reading, first) || name_end(reading, first) > first ||
	    is_taken(reading, first, last))
		return;
	propose(reading, first, last, kind, RANK_SHAPE, "affiliation: behind a title");
}

void
recognise_affiliations(struct reading *reading, bool semicolons)
{
	size_t n;

	if (reading->unit->kind == UNIT_ITEM || semicolons)
		in_items(reading, semicolons);
	for (n = reading->title; n < reading->title_end; n++)
		if (reading->candidates[n].last + 1 < reading->last) {
			struct candidate role = reading->candidates[n];

			behind_title(reading, &role);
		}
}
