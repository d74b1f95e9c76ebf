/*
 * Persons: beside a title or an honorific, by a given name, by an apposition, in
 * a list of persons.
 */
#include "context.h"
#include "person.h"

static bool
role_begins(const struct reading *reading, uint32_t i)
{
	return is_inside(reading, i) && hit_at(reading, i)->role_begins;
}

/* "of [the] COUNTRY" behind a title, before the name: Kremlin usage. */
static uint32_t
of_country_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1;
	const struct hit *hit;

	if (!reads(reading, i, "of"))
		return i;
	if (reads(reading, at, "the"))
		at++;
	if (at >= reading->last)
		return i;
	hit = hit_at(reading, at);
	if (!(hit->kinds & (1u << ENTRY_COUNTRY | 1u << ENTRY_ORG)))
		return i;
	return hit->last;
}

/* "Deputy | White House | Counsel": several words that a table has for something else. */
static bool
is_long_other_name(const struct reading *reading, uint32_t i)
{
	return i < reading->last && hit_at(reading, i)->last > i + 1 &&
	    !(hit_at(reading, i)->kinds & 1u << ENTRY_PERSON) && is_other_name(reading, i) &&
	    !hit_at(reading, i)->role_last;
}

/* Behind "and" and no title: not "Freddie Mac", "Clayton County", "Key Business Groups". */
static bool
is_plain_name(const struct reading *reading, uint32_t first, uint32_t end, unsigned words)
{
	return !is_long_other_name(reading, first) && !(words == 1 && is_common(reading, first)) &&
	    (!has_class(reading, first, CLASS_ROLE_FIELD | CLASS_ROLE_MODIFIER) ||
		has_class(reading, first, CLASS_GIVEN | CLASS_FAMILY)) &&
	    !has_class(reading, end - 1, CLASS_ORG_HEAD | CLASS_PLACE_HEAD | CLASS_EVENT_HEAD) &&
	    !(is_capital(reading, end) && is_common(reading, end) &&
		has_class(reading, end, CLASS_ORG_HEAD | CLASS_PLACE_HEAD | CLASS_EVENT_HEAD));
}

/* "A, B, and C" behind a plural title: every one of them. Gives the end of the list. */
static uint32_t
name_list(struct reading *reading, uint32_t at, bool titled, const char *rule)
{
	uint32_t end, next;
	unsigned words;

	for (;;) {
		next = at;
		if (is_mark(reading, next, ','))
			next++;
		if (reads(reading, next, "and") || is_mark(reading, next, '&'))
			next++;
		if (next == at)
			return at;
		next = honorifics_end(reading, next);
		end = person_name_end(reading, next, titled, &words);
		if (end == next || (words == 1 && (entry_at(reading, next, ENTRY_COUNTRY) ||
						      entry_at(reading, next, ENTRY_PLACE) ||
						      !(titled || reads(reading, next - 1, "and")))) ||
		    has_class(reading, next, CLASS_SUFFIX) ||
		    (!titled && !is_plain_name(reading, next, end, words)) ||
		    (end < reading->last && (hit_at(reading, end)->role_last ||
						has_class(reading, end, CLASS_ROLE_HEAD))))
			return at;
		propose(reading, next, end, NAME_PERSON, RANK_TITLED, rule);
		at = end;
	}
}

static bool
role_is_plural(const struct reading *reading, const struct candidate *role)
{
	uint32_t i;

	for (i = role->first; i < role->last; i++)
		if (has_class(reading, i, CLASS_PLURAL) && has_class(reading, i, CLASS_ROLE_HEAD))
			return true;
	return role->entry && role->entry->flags & FLAG_PLURAL;
}

/* "Putin", "Zelenskyy": a surname of somebody in the tables that hardly anybody else bears. */
static bool
bears_known_name(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	if ((is_mark(reading, i - 1, '-') && is_glued(reading, i)) ||
	    (has_class(reading, i - 1, CLASS_PARTICLE) && is_capital(reading, i - 2)))
		return false; /* "Laing-Swan", "Høgni í Daley" */
	return token->word < DOCUMENT_WORD && reading->lexicon->words[token->word].persons &&
	    !(token->classes & (CLASS_FAMILY | CLASS_GIVEN)) && !is_common(reading, i) &&
	    !hit_at(reading, i)->last;
}

/* A word in capitals of which no table says that it is another thing than a name. */
static bool
is_unknown(const struct reading *reading, uint32_t i)
{
	const uint32_t others = CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER | CLASS_ROLE_FIELD |
	    CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_PLACE_HEAD |
	    CLASS_MONTH | CLASS_WEEKDAY | CLASS_HONORIFIC | CLASS_HEADLINE | CLASS_OUTSIDE;

	return is_capital(reading, i) && !is_common(reading, i) && !has_class(reading, i, others) &&
	    !hit_at(reading, i)->last &&
	    !(reading->tokens[i].shape & (SHAPE_ALL_CAPS | SHAPE_DIGIT | SHAPE_MARK)) &&
	    reading->unit->record.text.at[reading->tokens[i].end - 1] != '.';
}

/* "Jane Roe, Executive Director": the title stands behind its name. */
static bool
stands_behind_name(const struct reading *reading, uint32_t role)
{
	uint32_t i = role;

	while (i > reading->first && has_class(reading, i - 1, CLASS_OUTSIDE))
		i--;
	if (i == reading->first || reads(reading, i - 1, "the"))
		return false;
	return reading->unit->kind == UNIT_ITEM || has_class(reading, i - 1, CLASS_GIVEN) ||
	    (i > reading->first + 1 && is_capital(reading, i - 2) &&
		reading->tokens[i - 1].shape & SHAPE_MARK &&
		!(reading->tokens[i - 1].shape & SHAPE_POSSESSIVE));
}

/* A name that only its place behind a title tells ends here: no other name goes on. */
static bool
is_closed_name(const struct reading *reading, uint32_t first, uint32_t end, unsigned words)
{
	uint32_t i = first;

	/* "Téte Antóniozinho": a town is called like his given name. */
	if (words > 1 && hit_at(reading, i)->last == i + 1 && is_unknown(reading, end - 1) &&
	    is_unknown(reading, i + 1) && !has_class(reading, i + 1, CLASS_GIVEN))
		i++;
	for (; i < end; i++)
		if (reading->tokens[i].shape & SHAPE_CAPITAL && !is_unknown(reading, i) &&
		    !has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE) &&
		    !(reading->tokens[i].shape & SHAPE_INITIAL))
			return false;
	if (is_capital(reading, end) || reads(reading, end, "of"))
		return false;
	return words > 1 || end == reading->last || is_mark(reading, end, ',') ||
	    is_mark(reading, end, '.') || is_mark(reading, end, ';') || is_mark(reading, end, ')');
}

/*
 * "the Minister of External Relations of X, | Tete Antoniozinho,", "Director of the
 * Department of Asia | Aidos Zhumadilov": where what belongs to a title ends.
 */
static void
behind_what_belongs(struct reading *reading, const struct candidate *role)
{
	uint32_t at = title_leads_to(reading, role), end;
	bool comma = is_mark(reading, at, ',');
	unsigned words;

	at = honorifics_end(reading, at + comma);
	if (!is_capital(reading, at) || (!comma && (at < role->last + 2 ||
			!is_capital(reading, at - 1))) ||
	    (comma && stands_behind_name(reading, role->first)))
		return;
	end = person_name_end(reading, at, comma, &words);
	if (end > at && (words > 1 || (comma && !role_is_plural(reading, role))) &&
	    is_closed_name(reading, at, end, words))
		propose(reading, at, end, NAME_PERSON, RANK_GIVEN, "person: behind what a title is of");
}

/* The names beside titles; gives whether some title is weak. */
static bool
beside_roles(struct reading *reading)
{
	size_t n;
	uint32_t at, end;
	unsigned words;
	bool weak = false;

	for (n = reading->title; n < reading->title_end; n++) {
		struct candidate role = reading->candidates[n];

		weak = weak || is_weak_role(reading, &role);
		at = honorifics_end(reading, role.last);
		if (is_long_other_name(reading, at))
			continue;
		end = person_name_end(reading, at, true, &words);
		if (end == at) {
			at = honorifics_end(reading, of_country_end(reading, role.last));
			end = at > role.last ? person_name_end(reading, at, false, &words) : at;
			/* "Director of the United States | Geological Survey" */
			if (end == at + 1 && !has_class(reading, at, CLASS_GIVEN | CLASS_FAMILY) &&
			    !bears_known_name(reading, at) && !has_class(reading, at - 1, CLASS_HONORIFIC))
				end = at;
		}
		/* "their counterparts, Bahraini NSA Roe", "Co-Chair of the Council Ohio Governor Roe" */
		if (end > at && words == 1 && end < reading->last &&
		    (entry_at(reading, at, ENTRY_COUNTRY) || entry_at(reading, at, ENTRY_PLACE)) &&
		    hit_at(reading, end)->role_last)
			continue;
		if (end > at && !(words == 1 && at != role.last && reads(reading, role.last, "of") &&
				    is_other_name(reading, at)))
			propose(reading, at, end, NAME_PERSON, RANK_TITLED, "person: behind a title");
		else if (end == at)
			behind_what_belongs(reading, &role);
		if (end > at && role_is_plural(reading, &role))
			name_list(reading, end, true, "person: list behind a title");
	}
	return weak;
}

/* "NAME, [the] [former] [Japan's] [COUNTRY|ORG] ROLE": an apposition behind a name. */
static bool
apposition_follows(const struct reading *reading, uint32_t i)
{
	int n;

	if (!is_mark(reading, i, ',') && !is_mark(reading, i, '(') && !is_mark(reading, i, '-') &&
	    !is_mark(reading, i, ':'))
		return false;
	i++;
	for (n = 0; n < 6 && i < reading->last; n++) {
		if (role_begins(reading, i))
			return true;
		if (reads(reading, i, "the") || has_class(reading, i, CLASS_OUTSIDE) ||
		    reading->tokens[i].shape & SHAPE_POSSESSIVE)
			i++;
		else if (hit_at(reading, i)->last && is_capital(reading, i))
			i = hit_at(reading, i)->last;
		else
			return false;
	}
	return false;
}

/* A whole item that is a name: "- Jane Roe", "- Jane Roe, Mayor of X". */
static bool
fills_item(const struct reading *reading, uint32_t first, uint32_t last)
{
	if (reading->unit->kind != UNIT_ITEM || first != reading->first)
		return false;
	return last == reading->last || is_mark(reading, last, ',') || is_mark(reading, last, ':') ||
	    is_mark(reading, last, '(') || is_mark(reading, last, '-') ||
	    is_mark(reading, last, ';');
}

/* "N. Seitbekov", "M.L. Pornpimol Kritakara": initials that a name follows. */
static bool
initials_begin_name(const struct reading *reading, uint32_t i)
{
	if (!(reading->tokens[i].shape & SHAPE_INITIAL) || reads(reading, i, "a"))
		return false;
	while (is_inside(reading, i) && reading->tokens[i].shape & SHAPE_INITIAL)
		i++;
	return has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY) || is_unknown(reading, i);
}

/* What above all persons do. */
static bool
is_person_verb(const struct reading *reading, uint32_t i)
{
	return is_common(reading, i) && in_context(reading, i, CONTEXT_SAYING);
}

/*
 * "Orbánffy Viktor Zsolt", "Palau's Surangel Whippsen Jr.", "Naa Momo Lartey-Quaye
 * welcomed": of words that no table has, but for a given name.
 */
static const char *
rule_of_unknown(const struct reading *reading, uint32_t first, uint32_t last, unsigned words)
{
	uint32_t i;

	if (words < 2 || words > 4 || reading->unit->kind != UNIT_SENT || is_capital(reading, last) ||
	    !is_unknown(reading, first) || reads(reading, first - 1, "of") || reads(reading, first - 1, "in"))
		return NULL;
	for (i = first + 1; i < last; i++)
		if (reading->tokens[i].shape & SHAPE_CAPITAL && !is_unknown(reading, i) &&
		    !has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE | CLASS_SUFFIX))
			return NULL;
	if (has_class(reading, first + 1, CLASS_GIVEN) && !has_class(reading, first - 1, CLASS_LINK) &&
	    !is_common(reading, first + 1) && !is_capital(reading, first - 1))
		return "person: unknown word before a given name";
	if (first > reading->first && reading->tokens[first - 1].shape & SHAPE_POSSESSIVE &&
	    entry_at(reading, first - 2, ENTRY_COUNTRY))
		return "person: behind a country's name";
	if (has_class(reading, first, CLASS_FAMILY) && !has_class(reading, first, CLASS_AMBIGUOUS) &&
	    last == first + 2 && reading->tokens[first + 1].word >= DOCUMENT_WORD)
		return "person: surname first";
	if (reads(reading, first - 1, "with") && (is_person_verb(reading, first - 2) ||
		is_person_verb(reading, first - 3)))
		return "person: behind a verb";
	return first == reading->first && is_person_verb(reading, last) ? "person: before a verb" : NULL;
}

/* "Governor of Washington | Jay Inslee" */
static bool
begins_with_place(const struct reading *reading, uint32_t i)
{
	return hit_at(reading, i)->kinds & (1u << ENTRY_PLACE | 1u << ENTRY_COUNTRY) &&
	    hit_at(reading, i)->last == i + 1 && i > reading->first + 1 && reads(reading, i - 1, "of") &&
	    has_class(reading, i - 2, CLASS_ROLE_HEAD) && has_class(reading, i + 1, CLASS_GIVEN) &&
	    is_capital(reading, i + 2) && !is_common(reading, i + 2);
}

/* "In | April Roe spoke": the month, not Ms. Roe; but "by April Roe". */
static bool
is_month_here(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_MONTH) &&
	    in_context(reading, i - 1, CONTEXT_BEFORE_MONTH) && !reads(reading, i - 1, "by") &&
	    !reads(reading, i - 1, "from");
}

/* "thanked Bill Kovacic": a given name that is a word, and one that no table has. */
static bool
is_name_of_words(const struct reading *reading, uint32_t first, uint32_t end)
{
	return reading->unit->kind == UNIT_SENT && reading->tokens[first + 1].word >= DOCUMENT_WORD &&
	    is_unknown(reading, first + 1) && end == first + 2 &&
	    !has_class(reading, first, CLASS_MONTH) &&
	    (first > reading->first || is_person_verb(reading, end) || reads(reading, end, "and"));
}

/* The name behind honorifics first..at; gives where to go on. */
static uint32_t
behind_honorifics(struct reading *reading, uint32_t first, uint32_t at)
{
	unsigned words;
	uint32_t end = role_begins(reading, at) ? at : person_name_end(reading, at, true, &words);

	if (end == at)
		return at;
	propose(reading, at, end, NAME_PERSON, RANK_TITLED, "person: behind an honorific");
	if (reads(reading, first, "messrs") || reads(reading, first, "messrs."))
		name_list(reading, end, true, "person: list behind an honorific");
	return end;
}

/* "Association of Credit Union Supervisors | Rick Roe, Chairman": i is the last token of a
 * body of the tables. */
static bool
ends_body(const struct reading *reading, uint32_t i)
{
	enum { LONGEST_BODY = 8 };
	uint32_t n;

	for (n = 1; n < LONGEST_BODY && i >= reading->first + n; n++)
		if (hit_at(reading, i - n)->last == i + 1 && entry_at(reading, i - n, ENTRY_ORG))
			return true;
	return false;
}

/* The rule that makes tokens i..end, of so many words, a person's name; NULL for none. */
static const char *
rule_of_name(const struct reading *reading, uint32_t i, uint32_t end, unsigned words,
    enum rank *rank)
{
	uint32_t last = end - 1;
	bool given, family;

	if (has_class(reading, last, CLASS_SUFFIX) && last > i)
		last -= 1 + is_mark(reading, last - 1, ',');
	given = has_class(reading, i, CLASS_GIVEN) || initials_begin_name(reading, i);
	family = has_class(reading, last, CLASS_FAMILY);
	/* "In San Juan", "P. M. No": a common word at either end is no name; but "Mark
	 * Wells, the Secretary". */
	if (((is_common(reading, i) && !(given && family)) ||
		(is_common(reading, last) && !(given && !is_common(reading, i)))) &&
	    !(given && words == 2 && (apposition_follows(reading, end) ||
		is_name_of_words(reading, i, end))))
		return NULL;
	*rank = RANK_GIVEN;
	if (words >= 2 && given && !has_class(reading, last, CLASS_PLACE_HEAD) &&
	    !(words >= 3 && has_class(reading, last, CLASS_ORG_HEAD)))
		return "person: given name";
	if (words >= 2 && apposition_follows(reading, end) && !ends_body(reading, i))
		return "person: apposition";
	if (words >= 2 && fills_item(reading, i, end) && !has_class(reading, last, CLASS_ORG_HEAD))
		return "person: list item";
	*rank = RANK_GUESS;
	if (words >= 2 && family && !is_other_name(reading, i) && words <= 4 &&
	    !reads(reading, i - 1, "of") && !reads(reading, i - 1, "in"))
		return "person: surname";
	if (words == 1 && end == i + 1 && bears_known_name(reading, i))
		return "person: an office holder's surname";
	return rule_of_unknown(reading, i, end, words);
}

/* Where no name begins at i: the next token at which one may. */
static uint32_t
behind_no_name(const struct reading *reading, uint32_t i)
{
	/* "United Kingdom | Keir Starmer": no name begins inside another. */
	return entry_at(reading, i, ENTRY_COUNTRY) && is_other_name(reading, i) &&
		hit_at(reading, i)->last > i + 1
	    ? hit_at(reading, i)->last
	    : i + 1;
}

/* Proposes the person at i, if there is one; gives where to go on. */
static uint32_t
person_at(struct reading *reading, uint32_t i)
{
	uint32_t end = honorifics_end(reading, i);
	const char *rule;
	enum rank rank;
	unsigned words;

	if (end > i)
		return behind_honorifics(reading, i, end);
	/* "Minister of | Interior Sheikh Roe": a word of titles begins no name. */
	if ((has_class(reading, i, CLASS_ROLE_FIELD | CLASS_ROLE_MODIFIER) &&
		!has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY)) ||
	    is_month_here(reading, i))
		return i + 1;
	/* "Bank of New | York Adam Roe": none begins inside a town's. */
	if (hit_at(reading, i - 1)->last > i && entry_at(reading, i - 1, ENTRY_PLACE) &&
	    is_other_name(reading, i - 1))
		return hit_at(reading, i - 1)->last;
	/* "Grand | Elector Adam Roe": nor inside a title. */
	if (hit_at(reading, i - 1)->role_last > i)
		return hit_at(reading, i - 1)->role_last;
	i += begins_with_place(reading, i);
	end = person_name_end(reading, i, false, &words);
	if (end == i)
		return behind_no_name(reading, i);
	if (!(rule = rule_of_name(reading, i, end, words, &rank)))
		return i + 1;
	/* A name beside a title has been proposed already. */
	if (hit_at(reading, i)->person_last != end)
		propose(reading, i, end, NAME_PERSON, rank, rule);
	return name_list(reading, end, false, "person: list of persons");
}

void
recognise_persons(struct reading *reading)
{
	const uint32_t *place = reading->places[SOUGHT_PERSON];
	uint32_t behind = reading->first;
	bool weak = beside_roles(reading);

	for (; *place < reading->last; place++)
		if (*place >= behind)
			behind = person_at(reading, *place);
	if (weak)
		drop_weak_roles(reading);
}
