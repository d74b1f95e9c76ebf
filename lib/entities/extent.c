#include "extent.h"

bool
is_headline_word(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_HEADLINE | CLASS_LINK);
}

bool
is_joint(const struct reading *reading, uint32_t i)
{
	return (is_mark(reading, i, '-') || is_mark(reading, i, '/')) && is_glued(reading, i);
}

static bool
is_name_kind(const struct reading *reading, uint32_t e)
{
	for (; e; e = reading->lexicon->entries[e].next)
		if (reading->lexicon->entries[e].kind >= ENTRY_COUNTRY &&
		    reading->lexicon->entries[e].kind <= ENTRY_INSTRUMENT)
			return true;
	return false;
}

uint32_t
name_end(const struct reading *reading, uint32_t i)
{
	const struct hit *hit = i < reading->last ? hit_at(reading, i) : NULL;

	return hit && hit->last && is_capital(reading, i) && is_name_kind(reading, hit->entry)
	    ? hit->last
	    : i;
}

bool
is_entry(const struct reading *reading, uint32_t first, uint32_t last, enum entry_kind kind)
{
	return hit_at(reading, first)->last == last && entry_at(reading, first, kind);
}

bool
has_proper_word(const struct reading *reading, uint32_t first, uint32_t last)
{
	for (; first < last; first++)
		if ((is_capital(reading, first) && !is_common(reading, first) &&
			!has_class(reading, first, HEADS | CLASS_ROLE_HEAD)) ||
		    reading->tokens[first].shape & SHAPE_DIGIT)
			return true;
	return false;
}

bool
has_proper_word_beyond_countries(const struct reading *reading, uint32_t first, uint32_t last)
{
	while (first < last) {
		uint32_t end = hit_at(reading, first)->last;

		if (end && end <= last && entry_at(reading, first, ENTRY_COUNTRY)) {
			first = end;
			continue;
		}
		if ((is_capital(reading, first) && !is_common(reading, first)) ||
		    (end && end <= last && entry_at(reading, first, ENTRY_PLACE)))
			return true; /* "New Jersey": Jersey alone is a country */
		first++;
	}
	return false;
}

/* "2018", "26th"; not the day of a date, not the year of one. */
static bool
is_figure(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	if (i > reading->first && (has_class(reading, i - 1, CLASS_MONTH) ||
				      is_mark(reading, i - 1, ',') || is_mark(reading, i - 1, '$')))
		return false;
	/* "SECURE 2.0" */
	if (i > reading->first && is_capital(reading, i - 1) && token->end - token->start == 3)
		return true;
	return is_capital(reading, i) || token->shape & SHAPE_WORD || token->end - token->start == 4;
}

/* A sentence's first word has its capital anyway. */
static bool
only_begins_sentence(const struct reading *reading, uint32_t i)
{
	struct slice text;

	if (i != reading->first || reading->unit->all_caps || !is_common(reading, i) ||
	    reading->unit->kind != UNIT_SENT)
		return false;
	if (reading->tokens[i].part || name_end(reading, i) > i)
		return reading->tokens[i].part;
	text = token_text(reading->document, reading->unit, i);
	return text.len > 3 && (slice_is(slice_cut(text, text.len - 3, text.len), "ing") ||
		slice_is(slice_cut(text, text.len - 2, text.len), "ed") ||
		slice_is(slice_cut(text, text.len - 2, text.len), "ly"));
}

/* "Major | Economies Forum", "the General | Mining Law": no rank before common words. */
static bool
is_rank_word(const struct reading *reading, uint32_t i)
{
	return (reads(reading, i, "major") || reads(reading, i, "general")) && is_common(reading, i) &&
	    is_capital(reading, i + 1) && is_common(reading, i + 1) &&
	    !has_class(reading, i + 1, CLASS_FAMILY | CLASS_GIVEN | CLASS_ROLE_HEAD) &&
	    !(has_class(reading, i + 1, HEADS) && head_at(reading, i + 1) == HEAD_PREFIX) &&
	    i > reading->first &&
	    (!is_capital(reading, i - 1) || link_at(reading, i - 1) == LINK_THE ||
		entry_at(reading, i - 1, ENTRY_COUNTRY));
}

static bool
is_modifier(const struct reading *reading, uint32_t i, uint32_t head)
{
	const struct token *token = &reading->tokens[i];

	if (token->shape & SHAPE_DIGIT)
		return is_figure(reading, i) &&
		    (!has_class(reading, head, CLASS_PLACE_HEAD | CLASS_ORG_HEAD) ||
			token->shape & SHAPE_WORD);
	if (!(token->shape & SHAPE_CAPITAL) ||
	    (link_at(reading, i) != LINK_NONE && !(link_at(reading, i) == LINK_FOREIGN && is_joint(reading, i - 1))) ||
	    (is_headline_word(reading, i) && link_at(reading, i) == LINK_NONE &&
		!(reads(reading, i, "new") && link_at(reading, i - 1) == LINK_THE && !is_capital(reading, i - 1))) ||
	    (token->classes & CLASS_EVENT_HEAD && head_at(reading, i) == HEAD_ANNIVERSARY &&
		!(i + 1 == head && has_class(reading, head, CLASS_EVENT_HEAD))) ||
	    token->classes & (CLASS_MONTH | CLASS_WEEKDAY) ||
	    (token->classes & CLASS_HONORIFIC && !is_rank_word(reading, i)))
		return false;
	return !only_begins_sentence(reading, i);
}

bool
is_word_too(const struct reading *reading, uint32_t i)
{
	const struct entry *entry = entry_at(reading, i, ENTRY_ORG);

	return entry && entry->flags & FLAG_AMBIGUOUS && is_common(reading, i);
}

bool
ends_name(const struct reading *reading, uint32_t from, uint32_t i)
{
	uint32_t at = i < from + 7 ? from : i - 7;

	for (; at <= i; at++)
		if (hit_at(reading, at)->last == i + 1 && !is_word_too(reading, at) &&
		    (name_end(reading, at) > at || entry_at(reading, at, ENTRY_PERSON)))
			return true;
	return false;
}

/* "Leaders' Summit", "Women's Forum", "Prosecutor's Office": inside, not "Japan's Army". */
static bool
possessive_inside(const struct reading *reading, uint32_t i, uint32_t head)
{
	const struct token *token = &reading->tokens[i];

	if (!(token->shape & SHAPE_POSSESSIVE) || i == reading->first)
		return false;
	if (reading->unit->record.text.at[token->end - 1] != 's')
		return !ends_name(reading, reading->first, i - 1);
	if (head_at(reading, head) == HEAD_OFFICE && head == i + 1 &&
	    has_class(reading, i - 1, CLASS_ROLE_HEAD) && !ends_name(reading, reading->first, i - 1))
		return true;
	/* "Mother's Day", "St. Patrick's Day" */
	if (head_at(reading, head) == HEAD_DAY && head == i + 1)
		return !has_class(reading, i - 1, CLASS_WEEKDAY | CLASS_MONTH);
	return reads(reading, i - 1, "women") || reads(reading, i - 1, "children") ||
	    reads(reading, i - 1, "people") || reads(reading, i - 1, "men") || reads(reading, i - 1, "leader");
}

bool
is_common_word(const struct reading *reading, uint32_t i)
{
	return is_capital(reading, i) && is_common(reading, i) && !is_headline_word(reading, i) &&
	    !has_class(reading, i, CLASS_MONTH | CLASS_WEEKDAY | CLASS_ROLE_HEAD);
}

/* "Oceanic and Atmospheric", "Veterans and Cadets": words that no table has, but adjectives
 * or plurals by their ends. */
static bool
ends_as_word(const struct reading *reading, uint32_t i)
{
	struct slice text;

	if (!is_capital(reading, i) || has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY) || hit_at(reading, i)->last)
		return false;
	text = token_text(reading->document, reading->unit, i);
	return text.len > 4 && (slice_ends(text, SLICE("ic")) || slice_ends(text, SLICE("al")) ||
		slice_ends(text, SLICE("ary")) || slice_ends(text, SLICE("s")));
}

static bool
is_company(const struct reading *reading, uint32_t i)
{
	const struct entry *org = entry_at(reading, i, ENTRY_ORG);

	return org && slice_is(entry_main(reading->lexicon, org), "company");
}

/*
 * "Economic and | Financial Working Groups", "Science, Technology, and | Innovation
 * Agreement", "London and | Pittsburgh Summits": the first token of what "and"
 * joins to the modifiers behind it, or and.
 */
static uint32_t
joined_before(const struct reading *reading, uint32_t and, uint32_t head)
{
	uint32_t at = and, last;

	/* "Shelter and | Services Program": only a modifier of the next head. */
	if (at == reading->first ||
	    (has_class(reading, and + 1, HEADS) &&
		!(is_capital(reading, and + 2) && has_class(reading, and + 2, HEADS))))
		return and;
	/* "Properties, and | Capital One Arena" */
	if (has_class(reading, head, CLASS_PLACE_HEAD) && !has_class(reading, head, CLASS_PLURAL))
		return and;
	if (is_glued(reading, and) && is_glued(reading, and + 1))
		return and - 1; /* "Florida A&M University" */
	if (is_mark(reading, at - 1, ',') && at > reading->first + 1)
		at--;
	at--;
	/* "Finance Ministers and | Central Bank Governors' Meeting" */
	last = reading->tokens[head - 1].shape & SHAPE_POSSESSIVE ? head - 2 : head - 1;
	if (has_class(reading, head, CLASS_EVENT_HEAD) && has_class(reading, last, CLASS_ROLE_HEAD) &&
	    has_class(reading, last, CLASS_PLURAL) && has_class(reading, at, CLASS_ROLE_HEAD) &&
	    has_class(reading, at, CLASS_PLURAL) && at + 1 == and)
		return at;
	if (has_class(reading, at, HEADS | CLASS_ROLE_HEAD))
		return and;
	if (hit_at(reading, at)->person_ends && !is_common(reading, at))
		return and; /* "Roe and | Lebanese Armed Forces" */
	if (is_company(reading, at))
		return and; /* "Boeing and | Norwegian Airlines" */
	if (has_class(reading, head, CLASS_PLURAL) && is_capital(reading, at) && at + 1 == and &&
	    !entry_at(reading, at, ENTRY_COUNTRY) && !is_headline_word(reading, at))
		return at;
	if (!(is_common_word(reading, at) || ends_as_word(reading, at)) ||
	    !(is_common_word(reading, and + 1) || ends_as_word(reading, and + 1)) ||
	    ends_name(reading, reading->first, at))
		return and;
	while (at > reading->first + 1 && is_mark(reading, at - 1, ',') &&
	    !has_class(reading, head, CLASS_PLACE_HEAD) &&
	    is_common_word(reading, at - 2) && !has_class(reading, at - 2, HEADS) &&
	    !ends_name(reading, reading->first, at - 2))
		at -= 2;
	return at;
}

/* "Respect for | Marriage Act", "Violence Against | Women Act". */
static uint32_t
act_before(const struct reading *reading, uint32_t link)
{
	enum link what = link_at(reading, link);

	if (what == LINK_NONE || what == LINK_AND || what == LINK_THE || what == LINK_BETWEEN ||
	    link == reading->first || !is_common_word(reading, link - 1) ||
	    has_class(reading, link - 1, HEADS) || only_begins_sentence(reading, link - 1))
		return link;
	return link - 1;
}

/* Who has dealings with a country: another, a continent, a union of them. */
static bool
is_party(const struct reading *reading, uint32_t i)
{
	return entry_at(reading, i, ENTRY_COUNTRY) || entry_at(reading, i, ENTRY_PLACE) ||
	    (entry_at(reading, i, ENTRY_ORG) && reading->tokens[i].shape & SHAPE_ALL_CAPS);
}

/* The first token of a name of the tables of more than one word that ends before i, or i. */
static uint32_t
name_before(const struct reading *reading, uint32_t i)
{
	uint32_t at;

	for (at = i - 1; at > reading->first && i - at < 4; at--)
		if (hit_at(reading, at - 1)->last == i && name_end(reading, at - 1) == i)
			return at - 1;
	return i;
}

/* "Attorney General | 's Office": the first token of a title that ends before i, or i. */
static uint32_t
title_before(const struct reading *reading, uint32_t i)
{
	uint32_t at, first = i;

	for (at = i; at > reading->first && i - at < 4; at--)
		if (hit_at(reading, at - 1)->role_last == i && is_capital(reading, at - 1))
			first = at - 1;
	return first;
}

/* The first token of the country whose name ends before i, or i. */
static uint32_t
country_before(const struct reading *reading, uint32_t i)
{
	uint32_t first = name_before(reading, i);

	if (first == i)
		first = i - 1;
	return entry_at(reading, first, ENTRY_COUNTRY) && hit_at(reading, first)->last == i ? first : i;
}

/* "Materiel | and Procurement": what it joins are no names of their own. */
static bool
joins_words(const struct reading *reading, uint32_t and)
{
	return and > reading->first && is_capital(reading, and - 1) && is_common(reading, and + 1) &&
	    !ends_name(reading, reading->first, and - 1) && !hit_at(reading, and - 1)->person_ends &&
	    !has_class(reading, and - 1, CLASS_GIVEN | CLASS_FAMILY) &&
	    !(reading->tokens[and - 1].shape & SHAPE_ALL_CAPS);
}

/* "the | Feed the Future Initiative" */
static bool
is_command(const struct reading *reading, uint32_t i)
{
	return i > reading->first && is_common(reading, i) && !has_class(reading, i, HEADS | CLASS_ROLE_HEAD) &&
	    name_end(reading, i) == i && link_at(reading, i - 1) == LINK_THE;
}

/*
 * "Packers and Stockyards | Act", "Take It Down | Act": from a small "the" on, every
 * word in capitals and small link up to the head is the act's; or i, where the
 * extent ends else.
 */
static uint32_t
act_extent(const struct reading *reading, uint32_t i, uint32_t head)
{
	enum { LONGEST_ACT = 10 };
	uint32_t at = i;

	while (at > reading->first && i < at + LONGEST_ACT) {
		enum link link = link_at(reading, at - 1);
		bool capital = is_capital(reading, at - 1);

		if ((link == LINK_THE && !capital &&
			!(at > reading->first + 1 && is_capital(reading, at - 2) &&
			    (link_at(reading, at - 2) == LINK_FOR || is_command(reading, at - 2)))) ||
		    reading->tokens[at - 1].shape & SHAPE_POSSESSIVE || (!capital && reads(reading, at - 1, "a")))
			return is_capital(reading, at) ? at : i;
		if (!capital && (link == LINK_NONE || link == LINK_ON || link == LINK_BETWEEN ||
				    (link != LINK_OF && link != LINK_THE && head_at(reading, head) != HEAD_ACT &&
					!((link == LINK_AND || link == LINK_IN || link == LINK_FOR) && joins_words(reading, at - 1)))))
			return i;
		if (capital && !is_rank_word(reading, at - 1) &&
		    (has_class(reading, at - 1, HEADS | CLASS_ROLE_HEAD | CLASS_MONTH) ||
				   (name_end(reading, at - 1) == at && !is_common(reading, at - 1) && link_at(reading, at) != LINK_NONE &&
				       !entry_at(reading, at - 1, ENTRY_COUNTRY))))
			return i;
		at--;
	}
	return i;
}

/* "COVID-19", "2+2", "LGBTQI+": the first token of the word that ends with token i, or i + 1. */
static uint32_t
joined_figure(const struct reading *reading, uint32_t i)
{
	if (i < reading->first + 1 || !is_glued(reading, i))
		return i + 1;
	if (is_mark(reading, i, '+') && is_capital(reading, i - 1))
		return i - 1;
	return reading->tokens[i].shape & SHAPE_DIGIT && i > reading->first + 1 && is_glued(reading, i - 1) &&
		((is_mark(reading, i - 1, '-') && is_capital(reading, i - 2) &&
		     !has_class(reading, i - 2, CLASS_MONTH)) ||
		    (is_mark(reading, i - 1, '+') && reading->tokens[i - 2].shape & SHAPE_DIGIT))
	    ? i - 2
	    : i + 1;
}

uint32_t
left_extent(const struct reading *reading, uint32_t head)
{
	uint32_t at = head, before, joined, name;

	while (at > reading->first && head < at + LONGEST_RUN) {
		before = at - 1;
		/* "New York | State Department", "G20 joint | Communiqué" */
		if ((name = name_before(reading, at)) < at || (name = joined_figure(reading, before)) < at) {
			at = name;
			continue;
		}
		if (reads(reading, before, "joint") && !is_capital(reading, before) &&
		    before > reading->first && name_end(reading, before - 1) == before)
			before--;
		else if (is_joint(reading, before) && before > reading->first) {
			name = name_before(reading, before);
			if (name < before) {
				at = name;
				continue;
			}
			before--;
			/* "Waste-to-Energy" */
			if (link_at(reading, before) != LINK_NONE && !is_capital(reading, before) &&
			    before > reading->first + 1 && is_joint(reading, before - 1))
				before -= 2;
		} else if (before > reading->first + 1 && is_glued(reading, before) && is_joint(reading, before - 1) &&
		    !is_capital(reading, before) && is_common(reading, before - 2) &&
		    !slice_ends(token_text(reading->document, reading->unit, before), SLICE("ed"))) {
			before -= 2; /* "High-level", not "House-led" */
		} else if (is_mark(reading, before, '-') && before > reading->first + 1 && is_party(reading, at) &&
		    country_before(reading, before) < before) {
			at = country_before(reading, before); /* "U.S. – Angola" */
			continue;
		} else if (possessive_inside(reading, before, head)) {
			if ((name = title_before(reading, before)) < before) {
				at = name;
				continue;
			}
			before--;
		} else if (link_at(reading, before) == LINK_AND) {
			joined = joined_before(reading, before, head);
			if (joined == before)
				break;
			before = joined;
		} else if (head_at(reading, head) == HEAD_ACT && before > reading->first) {
			before = act_before(reading, before);
		}
		if (!is_modifier(reading, before, head) ||
		    (has_class(reading, before, CLASS_ROLE_HEAD) && before + 1 == at &&
			!has_class(reading, before, CLASS_PLURAL | CLASS_ROLE_FIELD) && !is_rank_word(reading, before)))
			break;
		at = before;
	}
	return has_class(reading, head, CLASS_INSTRUMENT_HEAD) && reading->unit->kind != UNIT_TITLE
	    ? act_extent(reading, at, head)
	    : at;
}
