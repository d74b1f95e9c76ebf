/*
 * Persons: beside a title or an honorific, by a given name, by an apposition, in
 * a list of persons.
 */
#include "recognise.h"

enum { MOST_NAME_WORDS = 6, MOST_PARTICLES = 8 };

/* The hit at i speaks against a person's name: it is surely another one. */
static bool
is_other_name(const struct reading *reading, uint32_t i)
{
	const struct hit *hit = hit_at(reading, i);
	uint32_t e;

	if (!(hit->kinds & (1u << ENTRY_COUNTRY | 1u << ENTRY_ORG | 1u << ENTRY_EVENT |
			       1u << ENTRY_INSTRUMENT | 1u << ENTRY_PLACE | 1u << ENTRY_ROLE)))
		return false;
	for (e = hit->entry; e; e = reading->lexicon->entries[e].next) {
		const struct entry *entry = &reading->lexicon->entries[e];

		if ((entry->kind == ENTRY_COUNTRY || entry->kind == ENTRY_ORG ||
			entry->kind == ENTRY_EVENT || entry->kind == ENTRY_INSTRUMENT ||
			entry->kind == ENTRY_PLACE || entry->kind == ENTRY_ROLE) &&
		    !(entry->flags & FLAG_AMBIGUOUS))
			return true;
	}
	return false;
}

static bool
is_plain_capital(const struct reading *reading, uint32_t i)
{
	return is_inside(reading, i) && reading->tokens[i].shape & SHAPE_CAPITAL &&
	    !(reading->tokens[i].shape & (SHAPE_ALL_CAPS | SHAPE_DIGIT | SHAPE_MARK | SHAPE_INITIAL));
}

/* "CHO Tae-yul", "HORII Iwao", "Emmanuel MACRON": the surname alone is in capitals. */
bool
is_surname_in_capitals(const struct reading *reading, uint32_t i)
{
	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_ALL_CAPS) ||
	    reading->unit->all_caps || hit_at(reading, i)->last)
		return false;
	return (is_plain_capital(reading, i + 1) && !hit_at(reading, i + 1)->role_last &&
		   !is_common(reading, i + 1)) ||
	    (i > reading->first && has_class(reading, i - 1, CLASS_GIVEN));
}

static bool
is_quote(const struct reading *reading, uint32_t i)
{
	struct slice mark;

	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_MARK))
		return false;
	mark = slice_cut(reading->unit->record.text, reading->tokens[i].start,
	    reading->tokens[i].end);
	return slice_is(mark, "\"") || slice_is(mark, "\342\200\234") ||
	    slice_is(mark, "\342\200\235");
}

/* A word that ends a name which a title or honorific has announced. */
static bool
is_surname_by_place(const struct reading *reading, uint32_t i)
{
	const struct token *before;

	if (i == reading->first || is_capital(reading, i + 1) || reads(reading, i + 1, "of") ||
	    (is_inside(reading, i + 1) && reading->tokens[i + 1].shape & SHAPE_DIGIT) ||
	    hit_at(reading, i)->role_last || reading->unit->kind == UNIT_TITLE ||
	    reading->unit->record.text.at[reading->tokens[i].end - 1] == '.')
		return false;
	before = &reading->tokens[i - 1];
	if (reading->tokens[i].classes & CLASS_MONTH)
		return before->classes & (CLASS_GIVEN | CLASS_FAMILY);
	if (reading->tokens[i].classes & (CLASS_ORG_HEAD | CLASS_PLACE_HEAD))
		return before->classes & CLASS_GIVEN && hit_at(reading, i)->last <= i + 1;
	return before->shape & SHAPE_INITIAL && i >= reading->first + 2 &&
	    reading->tokens[i - 2].classes & CLASS_GIVEN && is_common(reading, i);
}

/* Past a nickname in quotation marks at i: Benjamin "Benny" | Gantz; else i. */
static uint32_t
nickname_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1;

	if (!is_quote(reading, i))
		return i;
	while (at < i + 3 && is_capital(reading, at))
		at++;
	return at > i + 1 && is_quote(reading, at) && is_capital(reading, at + 1) &&
		!is_common(reading, at + 1)
	    ? at + 1
	    : i;
}

/* A word in capitals that may be part of a person's name. */
static bool
name_word(const struct reading *reading, uint32_t i, bool anywhere)
{
	const struct token *token;

	if (i >= reading->last)
		return false;
	token = &reading->tokens[i];
	if (!(token->shape & SHAPE_CAPITAL) || token->shape & (SHAPE_DIGIT | SHAPE_MARK))
		return false;
	if ((token->end - token->start == 1 && token->first == 'I') ||
	    (token->shape & SHAPE_ALL_CAPS && hit_at(reading, i)->role_last && !reading->unit->all_caps))
		return false; /* "FM Roe" */
	if (token->shape & SHAPE_INITIAL)
		return !hit_at(reading, i)->last;
	/* "Maj. Gen. | Pat Ryder" */
	if (hit_at(reading, i)->role_last && reading->unit->record.text.at[token->end - 1] == '.')
		return false;
	if (token->shape & SHAPE_ALL_CAPS && !reading->unit->all_caps &&
	    token->end - token->start > 2 && !(token->classes & (CLASS_SUFFIX | CLASS_FAMILY)) &&
	    !(anywhere && is_surname_in_capitals(reading, i)))
		return false;
	/* "Prince Mohamed" is a title and a name, "Dean Phillips" a name. */
	if (!anywhere && hit_at(reading, i)->role_last &&
	    (has_class(reading, i + 1, CLASS_GIVEN) || is_mark(reading, i + 1, '-')))
		return false;
	if (token->classes & (CLASS_GIVEN | CLASS_FAMILY))
		return anywhere || !(token->classes & CLASS_AMBIGUOUS) || !is_other_name(reading, i);
	/* "Hassan Sheikh Mohamud", "Gert Jan Koopman": inside a name. */
	if (anywhere && i > reading->first && has_class(reading, i - 1, CLASS_GIVEN) &&
	    token->classes & (CLASS_HONORIFIC | CLASS_MONTH) && reading->unit->record.text.at[token->end - 1] != '.')
		return true;
	/* "Federal Councillor Beat Aebi" */
	if (anywhere && is_common(reading, i) && is_plain_capital(reading, i + 1) &&
	    reading->unit->kind == UNIT_SENT && i > reading->first &&
	    has_class(reading, i - 1, CLASS_ROLE_HEAD) && !hit_at(reading, i)->role_last &&
	    (reading->tokens[i + 1].word >= DOCUMENT_WORD || has_class(reading, i + 1, CLASS_FAMILY)) &&
	    !is_common(reading, i + 1) && !hit_at(reading, i + 1)->last)
		return true;
	/* "Admiral Dong Jun", "Sir Charles Court", "Jane Q. Public": surnames that are words. */
	if (anywhere && is_surname_by_place(reading, i))
		return true;
	if (is_common(reading, i) || token->classes & (CLASS_MONTH | CLASS_WEEKDAY |
	    CLASS_ROLE_HEAD | CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD |
	    CLASS_HONORIFIC | CLASS_OUTSIDE))
		return false;
	return anywhere || !is_other_name(reading, i);
}

/* "MP", "QC", "OBE" behind a name: in capitals, and no number of a king. */
static bool
is_postnominal(const struct reading *reading, uint32_t i)
{
	const struct token *token;
	uint32_t at;

	if (!has_class(reading, i, CLASS_SUFFIX) || reading->unit->all_caps)
		return false;
	token = &reading->tokens[i];
	if (!(token->shape & SHAPE_ALL_CAPS))
		return false;
	for (at = token->start; at < token->end; at++)
		if (!memchr("IVX", reading->unit->record.text.at[at], 3))
			return true;
	return false;
}

static bool
joined(const struct reading *reading, uint32_t i)
{
	return is_mark(reading, i, '-') && is_glued(reading, i) && is_glued(reading, i + 1) &&
	    i + 1 < reading->last && reading->tokens[i + 1].shape & SHAPE_WORD;
}

/* Past ", Jr." or " III" at i, else i. */
static uint32_t
suffix_end(const struct reading *reading, uint32_t i)
{
	if (has_class(reading, i, CLASS_SUFFIX) && !is_postnominal(reading, i))
		return i + 1;
	if (is_mark(reading, i, ',') && has_class(reading, i + 1, CLASS_SUFFIX) &&
	    !is_postnominal(reading, i + 1))
		return i + 2;
	return i;
}

/* Past particles at i ("bin", "van der", "al-") that a name word follows, else i. */
static uint32_t
particles_end(const struct reading *reading, uint32_t i, bool anywhere)
{
	uint32_t at = i;

	while (has_class(reading, at, CLASS_PARTICLE) && at < i + MOST_PARTICLES) {
		at++;
		if (is_mark(reading, at, '-') && is_glued(reading, at))
			at++;
	}
	return at > i && name_word(reading, at, anywhere) ? at : i;
}

uint32_t
person_name_end(const struct reading *reading, uint32_t i, bool anywhere, unsigned *words)
{
	uint32_t at = i, end = i, next;
	unsigned count = 0, real = 0;

	*words = 0;
	while (at < reading->last && count < MOST_NAME_WORDS) {
		next = particles_end(reading, at, anywhere || real > 0);
		if (next == at && count > 0 && suffix_end(reading, at) == at + 1) {
			end = at + 1;
			break;
		}
		/* Behind a given name a word that is also a place is a surname. */
		if ((count > 0 && is_postnominal(reading, next)) ||
		    !name_word(reading, next, anywhere ? count == 0 || real > 0 : real > 0))
			break;
		real += !(reading->tokens[next].shape & SHAPE_INITIAL);
		count++;
		at = next + 1;
		while (joined(reading, at) && at < next + 2 * MOST_PARTICLES)
			at += 2;
		end = at;
		at = nickname_end(reading, at);
	}
	if (real == 0)
		return i;
	/* An initial at the end belongs to what follows, not to the name. */
	if (end > i && suffix_end(reading, end) > end)
		end = suffix_end(reading, end);
	*words = count;
	return end;
}

uint32_t
honorifics_end(const struct reading *reading, uint32_t i)
{
	const struct entry *word;

	while (i < reading->last) {
		word = entry_at(reading, i, ENTRY_WORD);
		if (word && slice_is(entry_key(reading->lexicon, word), "honorific"))
			i = hit_at(reading, i)->last;
		else if (has_class(reading, i, CLASS_HONORIFIC))
			i++;
		else if (reads(reading, i, "the") && has_class(reading, i + 1, CLASS_HONORIFIC))
			i++; /* "Senator the Hon Jane Roe" */
		else if (is_mark(reading, i, '(') && is_mark(reading, i + 2, ')') &&
		    (has_class(reading, i + 1, CLASS_HONORIFIC) || reads(reading, i + 1, "retd") ||
			reads(reading, i + 1, "ret") || reads(reading, i + 1, "ret.") ||
			reads(reading, i + 1, "retd.")))
			i += 3; /* "Rear Adm. (Dr.)", "General (retd)" */
		else
			break;
	}
	return i;
}

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
		if (has_class(reading, i, CLASS_PLURAL))
			return true;
	return role->entry && role->entry->flags & FLAG_PLURAL;
}

/* "Deputy | White House | Counsel": several words that a table has for something else. */
static bool
is_long_other_name(const struct reading *reading, uint32_t i)
{
	return i < reading->last && hit_at(reading, i)->last > i + 1 &&
	    !(hit_at(reading, i)->kinds & 1u << ENTRY_PERSON) && is_other_name(reading, i) &&
	    !hit_at(reading, i)->role_last;
}

/* "Putin", "Zelenskyy": a surname of somebody in the tables that hardly anybody else bears. */
static bool
bears_known_name(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	return token->word < DOCUMENT_WORD && reading->lexicon->words[token->word].persons &&
	    !(token->classes & (CLASS_FAMILY | CLASS_GIVEN)) && !is_common(reading, i) &&
	    !hit_at(reading, i)->last;
}

static void
beside_roles(struct reading *reading)
{
	size_t count = reading->count, n;
	uint32_t at, end;
	unsigned words;

	for (n = 0; n < count; n++) {
		struct candidate role = reading->candidates[n];

		if (role.kind != NAME_ROLE)
			continue;
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
		/* "their counterparts, Bahraini NSA Roe" */
		if (end > at && words == 1 && end < reading->last &&
		    entry_at(reading, at, ENTRY_COUNTRY) && hit_at(reading, end)->role_last)
			continue;
		if (end > at && !(words == 1 && at != role.last && reads(reading, role.last, "of") &&
				    is_other_name(reading, at)))
			propose(reading, at, end, NAME_PERSON, RANK_TITLED, "person: behind a title");
		if (end > at && role_is_plural(reading, &role))
			name_list(reading, end, true, "person: list behind a title");
	}
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

static void
by_shape(struct reading *reading)
{
	uint32_t i = first_of_interest(reading), end, at, last;
	unsigned words;

	while (i < reading->last) {
		const char *rule = NULL;
		enum rank rank = RANK_GIVEN;
		bool given, family;

		if ((at = honorifics_end(reading, i)) > i) {
			end = role_begins(reading, at) ? at
						       : person_name_end(reading, at, true, &words);
			if (end > at)
				propose(reading, at, end, NAME_PERSON, RANK_TITLED,
				    "person: behind an honorific");
			if (end > at && (reads(reading, i, "messrs") || reads(reading, i, "messrs.")))
				name_list(reading, end, true, "person: list behind an honorific");
			i = end > at ? end : at;
			continue;
		}
		end = person_name_end(reading, i, false, &words);
		if (end == i) {
			/* "United Kingdom | Keir Starmer": no name begins inside another. */
			i = entry_at(reading, i, ENTRY_COUNTRY) && is_other_name(reading, i) &&
				hit_at(reading, i)->last > i + 1
			    ? hit_at(reading, i)->last
			    : next_of_interest(reading, i);
			continue;
		}
		last = end - 1;
		if (has_class(reading, last, CLASS_SUFFIX) && last > i)
			last -= 1 + is_mark(reading, last - 1, ',');
		given = has_class(reading, i, CLASS_GIVEN) ||
		    (reading->tokens[i].shape & SHAPE_INITIAL && !reads(reading, i, "a") &&
			has_class(reading, i + 1, CLASS_GIVEN | CLASS_FAMILY));
		family = has_class(reading, last, CLASS_FAMILY);
		/* "In San Juan", "P. M. No": a common word at either end is no name. */
		if ((is_common(reading, i) && !(given && family)) ||
		    (is_common(reading, last) && !(given && !is_common(reading, i)))) {
			i = next_of_interest(reading, i);
			continue;
		}
		if (words >= 2 && given && !has_class(reading, last, CLASS_PLACE_HEAD) &&
		    !(words >= 3 && has_class(reading, last, CLASS_ORG_HEAD))) {
			rule = "person: given name";
		} else if (words >= 2 && apposition_follows(reading, end)) {
			rule = "person: apposition";
		} else if (words >= 2 && fills_item(reading, i, end)) {
			rule = "person: list item";
		} else if (words >= 2 && family && !is_other_name(reading, i) && words <= 4 &&
		    !reads(reading, i - 1, "of") && !reads(reading, i - 1, "in")) {
			rule = "person: surname";
			rank = RANK_GUESS;
		}
		if (!rule && words == 1 && end == i + 1 && bears_known_name(reading, i)) {
			rule = "person: an office holder's surname";
			rank = RANK_GUESS;
		}
		if (rule) {
			propose(reading, i, end, NAME_PERSON, rank, rule);
			i = name_list(reading, end, false, "person: list of persons");
		} else {
			i = next_of_interest(reading, i);
		}
	}
}

/* A title that is also a common word, or no title by itself ("Members", "Family
 * Members"), is sure only beside a person. */
static bool
is_weak_role(const struct reading *reading, const struct candidate *role)
{
	const struct entry *head = role->entry;
	uint32_t i;

	for (i = role->last; !head && i-- > role->first;)
		if (has_class(reading, i, CLASS_ROLE_HEAD) || hit_at(reading, i)->role_last)
			head = entry_at(reading, i, ENTRY_ROLE);
	return !head || head->flags & FLAG_AMBIGUOUS;
}

/*
 * Where what belongs to a title leads: past "of the NAME", "and", other titles and
 * honorifics, to the place of a name. "Member of the Politburo and Foreign Minister | Roe".
 */
static uint32_t
title_leads_to(const struct reading *reading, const struct candidate *role)
{
	enum { MOST_STEPS = 14 };
	uint32_t i = role->last, next;
	int n;

	for (n = 0; n < MOST_STEPS && i < reading->last; n++) {
		const struct hit *hit = hit_at(reading, i);

		if (n > 0 && has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY) && !hit->role_last &&
		    !(hit->kinds & 1u << ENTRY_ORG))
			return i;
		if ((next = honorifics_end(reading, i)) > i)
			return next;
		if (hit->role_last)
			i = hit->role_last;
		else if (hit->last && is_capital(reading, i))
			i = hit->last;
		else if (reads(reading, i, "of") || reads(reading, i, "the") ||
		    reads(reading, i, "and") || reads(reading, i, "for") ||
		    reads(reading, i, "from"))
			i++;
		else if (is_capital(reading, i) &&
		    (is_common(reading, i) || has_class(reading, i, CLASS_ORG_HEAD | CLASS_ROLE_FIELD |
					     CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER)))
			i++;
		else if (is_mark(reading, i, ',') && honorifics_end(reading, i + 1) > i + 1)
			i++;
		else if (is_mark(reading, i, ',') && hit_at(reading, i + 1 < reading->last ? i + 1 : i)->role_last)
			i++;
		else
			break;
	}
	return i;
}

static bool
has_person_beside(const struct reading *reading, const struct candidate *role)
{
	uint32_t i, from = role->first > reading->first + 7 ? role->first - 7 : reading->first;

	i = title_leads_to(reading, role);
	if (is_inside(reading, i) && hit_at(reading, i)->person_begins)
		return true;
	for (i = role->last; i <= role->last + 2 && i < reading->last; i++)
		if (hit_at(reading, i)->person_begins)
			return true;
	for (i = from; i + 1 < role->first; i++)
		if (hit_at(reading, i)->person_ends &&
		    (is_mark(reading, i + 1, ',') || is_mark(reading, i + 1, '-') ||
			is_mark(reading, i + 1, '(') || is_mark(reading, i + 1, ':')))
			return true;
	return false;
}

/* "Special Representative for X and | Head of Y": with the title that leads to it. */
static bool
goes_on_from_title(const struct reading *reading, const struct candidate *role)
{
	enum { NEAR = 24 };
	size_t n;

	if (role->first == reading->first || !reads(reading, role->first - 1, "and"))
		return false;
	for (n = 0; n < reading->count; n++) {
		const struct candidate *other = &reading->candidates[n];

		if (other->kind == NAME_ROLE && other->last < role->first &&
		    other->last + NEAR > role->first && !is_weak_role(reading, other) &&
		    title_leads_to(reading, other) >= role->last &&
		    has_person_beside(reading, other))
			return true;
	}
	return false;
}

static void
drop_weak_roles(struct reading *reading)
{
	size_t n, kept = 0;

	for (n = 0; n < reading->count; n++) {
		const struct candidate *candidate = &reading->candidates[n];

		if (candidate->kind != NAME_ROLE || !is_weak_role(reading, candidate) ||
		    has_person_beside(reading, candidate) || goes_on_from_title(reading, candidate))
			reading->candidates[kept++] = *candidate;
	}
	reading->count = kept;
}

void
recognise_persons(struct reading *reading)
{
	beside_roles(reading);
	by_shape(reading);
	drop_weak_roles(reading);
}
