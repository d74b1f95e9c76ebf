/*
 * Titles: whole ones of the tables, and ones composed of modifiers, fields of
 * government and a head ("Deputy Assistant Secretary", "Foreign Minister"),
 * with what belongs to them behind "of", "for" and "to".
 */
#include "context.h"
#include "role_field.h"

/* Spokespersons speak for a body, which is a name of its own: "Treasury | Spokesperson". */
static bool
is_spokesperson(const struct reading *reading, uint32_t i)
{
	return reads(reading, i, "spokesperson") || reads(reading, i, "spokesman") ||
	    reads(reading, i, "spokeswoman");
}

/* Past one word that may stand before a head: a modifier or a field. */
static uint32_t
before_head_end(const struct reading *reading, uint32_t i)
{
	uint32_t end = field_end(reading, i);

	if (end > i && !is_spokesperson(reading, end))
		return end;
	return is_capital(reading, i) && has_class(reading, i, CLASS_ROLE_MODIFIER) ? i + 1 : i;
}

/* Another head may follow only a head that can also stand before one: "Chief". */
static bool
closes_title(const struct reading *reading, uint32_t end)
{
	return !has_class(reading, end - 1, CLASS_ROLE_MODIFIER);
}

/*
 * "Jane Roe, | Best-Selling | Author", "Jane Roe, Public Health | Analyst": behind a name
 * and a comma any words in capitals up to the head make a title; i when there is no head.
 */
static uint32_t
free_words_end(const struct reading *reading, uint32_t i)
{
	enum { MOST_FREE = 5 };
	uint32_t at = i, before;
	int n;

	before = i - 1 - reads(reading, i - 1, "and");
	if (!(is_mark(reading, before, ',') || is_mark(reading, before, ';')) ||
	    reading->unit->kind == UNIT_TITLE || reading->unit->all_caps || i < reading->first + 3 ||
	    !is_capital(reading, before - 1) || is_common(reading, before - 1) ||
	    has_class(reading, i, CLASS_ROLE_MODIFIER | CLASS_ROLE_FIELD))
		return i;
	for (n = 0; n < MOST_FREE; n++) {
		if (has_class(reading, at, CLASS_ROLE_HEAD) || hit_at(reading, at)->role_last)
			return at;
		if (!is_capital(reading, at) || !is_common(reading, at) ||
		    has_class(reading, at, CLASS_ORG_HEAD | CLASS_GIVEN | CLASS_HONORIFIC |
			CLASS_OUTSIDE | CLASS_EVENT_HEAD) || hit_at(reading, at)->kinds &
		    (1u << ENTRY_COUNTRY | 1u << ENTRY_ORG | 1u << ENTRY_PLACE))
			return i;
		at++;
		while (hyphen(reading, at))
			at += 2;
		if (at >= reading->last)
			return i;
	}
	return i;
}

/* Past "Chief Recovery Officer", "Chief Diversity and Equity Officer"; i when it is none. */
static uint32_t
chief_officer_end(const struct reading *reading, uint32_t i)
{
	enum { MOST_BETWEEN = 4 };
	uint32_t at = i + 1;

	if (!reads(reading, i, "chief"))
		return i;
	for (; at <= i + MOST_BETWEEN + 1 && at < reading->last; at++) {
		if (reads(reading, at, "officer") && is_capital(reading, at))
			return at + 1;
		if (!is_capital(reading, at) && !reads(reading, at, "and") && !hyphen(reading, at))
			break;
	}
	return i;
}

/*
 * The core of a title: modifiers and fields, then a head. i when there is none.
 */
static uint32_t
core_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i, end = i, next;

	at = free_words_end(reading, i);
	while (at < reading->last && is_capital(reading, at)) {
		uint32_t whole = hit_at(reading, at)->role_last;

		/* "Armed Forces | Gen. Roe": a rank written short has no field before it. */
		if (at > i && reading->unit->record.text.at[reading->tokens[at].end - 1] == '.' &&
		    !has_class(reading, at - 1, CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER))
			break;

		if ((next = chief_officer_end(reading, at)) > at)
			return next;
		if (whole || has_class(reading, at, CLASS_ROLE_HEAD)) {
			next = end = whole ? whole : at + 1;
			if (closes_title(reading, end) || (whole > at + 2 &&
				(reads(reading, at + 1, "of") || hyphen(reading, at + 1))))
				break; /* also "Chief of Defence Staff | Admiral" */
		} else if ((next = before_head_end(reading, at)) == at) {
			break;
		}
		/* "Trade, Industry and Energy Minister": fields are joined. */
		if (next > end && (reads(reading, next, "and") || is_mark(reading, next, '&') ||
				      is_mark(reading, next, ',')) &&
		    field_end(reading, next + 1) > next + 1)
			next++;
		else if (hyphen(reading, next))
			next++;
		at = next;
	}
	/* "Co-Chair-Rapporteur", "Crown Prince-Prime Minister" */
	if (end > i && hyphen(reading, end) && hit_at(reading, end + 1)->role_last)
		end = hit_at(reading, end + 1)->role_last;
	return end;
}

/* A name that begins inside the title and ends behind it is not to be cut:
 * "President of the | Republic of Korea". */
static uint32_t
without_cut_name(const struct reading *reading, uint32_t first, uint32_t end)
{
	uint32_t i;

	for (i = first + 1; i < end; i++)
		if (hit_at(reading, i)->last > end &&
		    (entry_at(reading, i, ENTRY_COUNTRY) || entry_at(reading, i, ENTRY_ORG) ||
			entry_at(reading, i, ENTRY_PLACE))) {
			while (i > first + 1 && !is_capital(reading, i - 1))
				i--;
			return i;
		}
	return end;
}

static bool
governs_field(const struct reading *reading, uint32_t core_last)
{
	return in_context(reading, core_last - 1, CONTEXT_CABINET);
}

/* "to the President", "to the Prime Minister for X": part of the title. */
static uint32_t
to_whom_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1, end;

	if (reads(reading, at, "the"))
		at++;
	end = core_end(reading, at);
	return end > at ? end : i;
}

/* "Special Representative | of the President for X": part of the title; i: it is none. */
static uint32_t
whose_end(const struct reading *reading, uint32_t i)
{
	uint32_t end;

	if (!reads(reading, i - 1, "representative") && !reads(reading, i - 1, "envoy"))
		return i;
	end = to_whom_end(reading, i);
	return reads(reading, end, "for") || reads(reading, end, "on") ? end : i;
}

/* "Secretary | (West) Shri Roe", "Joint Secretary | (Central & West Africa)": else i. */
static uint32_t
division_end(const struct reading *reading, uint32_t i)
{
	enum { LONGEST = 6 };
	uint32_t at = i + 1;

	if (!is_mark(reading, i, '(') || !reads(reading, i - 1, "secretary"))
		return i;
	while (at < i + LONGEST && (is_capital(reading, at) || is_mark(reading, at, '&') ||
	    is_mark(reading, at, ',') || reads(reading, at, "and") || hyphen(reading, at)))
		at++;
	if (at == i + 1 || !is_mark(reading, at, ')'))
		return i;
	at++;
	return honorifics_end(reading, at) > at || is_mark(reading, at, ',') || is_capital(reading, at)
	    ? at
	    : i;
}

/* "Minister of Health |", "Minister for Foreign Affairs |" */
static bool
ends_in_field(const struct reading *reading, uint32_t end)
{
	uint32_t i;

	for (i = 2; i <= 4 && end >= reading->first + i; i++)
		if (reads(reading, end - i, "of") || reads(reading, end - i, "for"))
			return has_class(reading, end - 1, CLASS_ROLE_FIELD) || is_common(reading, end - 1);
	return false;
}

/* Everything that belongs to the title behind its core. */
static uint32_t
tail_end(const struct reading *reading, uint32_t core_last)
{
	uint32_t end = core_last, next;
	bool fielded = false;

	/* "Special Envoy for Climate | Action": the table knows a shorter field. */
	if (has_class(reading, end - 1, CLASS_ROLE_FIELD) && reads(reading, end - 2, "for") &&
	    is_capital(reading, end) && is_common(reading, end) &&
	    !has_class(reading, end, CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER))
		end = free_field_end(reading, end);
	end = division_end(reading, end);
	if (is_mark(reading, end, ',') && ends_in_field(reading, end))
		end = field_list_end(reading, end);
	for (;;) {
		next = end;
		if (!has_class(reading, end, CLASS_LINK)) {
			next += hyphen(reading, end);
			next = reads(reading, next, "elect") || reads(reading, next, "designate")
			    ? next + 1
			    : end;
		} else if (reads(reading, end, "for") && !fielded) {
			next = free_field_end(reading, end + 1);
			if (next > end + 1 && is_mark(reading, next, ','))
				next = field_list_end(reading, next);
			fielded = true;
		} else if (reads(reading, end, "of")) {
			next = known_field_end(reading, end + 1);
			if (next == end + 1 && whose_end(reading, end) > end)
				next = whose_end(reading, end);
			else if (next == end + 1 && governs_field(reading, core_last))
				next = hit_at(reading, end + 1 < reading->last ? end + 1 : end)->entry
				    ? end
				    : free_field_end(reading, end + 1);
		} else if (reads(reading, end, "to")) {
			next = to_whom_end(reading, end);
			fielded = false;
		} else if (end == core_last && reads(reading, end, "and") &&
		    (reads(reading, end - 2, "of") || reads(reading, end - 3, "of") ||
			reads(reading, end - 2, "for") || reads(reading, end - 3, "for"))) {
			/* "Minister of State and Foreign Affairs" */
			if (core_end(reading, end + 1) == end + 1)
				next = field_end(reading, end + 1);
			/* "Minister for Natural Resources and Environmental | Sustainability" */
			while (next > end + 1 && field_end(reading, next) > next)
				next = field_end(reading, next);
			if (next <= end + 1)
				next = field_list_end(reading, end);
		}
		if (next <= end + 1)
			return next == end + 1 && !reads(reading, end, "of") &&
				!reads(reading, end, "for") && !reads(reading, end, "to")
			    ? next
			    : end;
		end = next;
	}
}

/* The end of the one title that begins at i, or i. */
static uint32_t
title_end(const struct reading *reading, uint32_t i)
{
	uint32_t end = core_end(reading, i);

	if (end == i)
		return i;
	end = without_cut_name(reading, i, end);
	return tail_end(reading, end);
}

static bool
is_plural(const struct reading *reading, uint32_t first, uint32_t last)
{
	const struct hit *hit = hit_at(reading, first);
	uint32_t i;

	if (hit->role_last == last)
		return reading->lexicon->entries[hit->role_entry].flags & FLAG_PLURAL;
	for (i = first; i < last; i++)
		if (has_class(reading, i, CLASS_ROLE_HEAD) && has_class(reading, i, CLASS_PLURAL))
			return true;
	return false;
}

/* Two titles joined by "and" are one where one person bears both. */
static uint32_t
joined_end(const struct reading *reading, uint32_t first, uint32_t end)
{
	uint32_t next, name;
	unsigned words;

	if (!(reads(reading, end, "and") || is_mark(reading, end, '&') || is_mark(reading, end, '/')) ||
	    is_plural(reading, first, end))
		return end;
	next = title_end(reading, end + 1);
	if (next == end + 1 || is_plural(reading, end + 1, next))
		return end;
	if (is_mark(reading, end, '/') && is_glued(reading, end) && is_glued(reading, end + 1))
		return next;
	/* "the President and Vice President": two persons, unless a name stands before. */
	if (first >= reading->first + 2 && is_mark(reading, first - 1, ',') &&
	    is_capital(reading, first - 2))
		return next;
	if (first > reading->first && reads(reading, first - 1, "the"))
		return end;
	/* also "Author and Licensed Psychologist, Dr. Roe", "President and Finance Minister of
	 * the Netherlands Jan Roe" */
	name = reads(reading, next, "of") ? next + 1 + reads(reading, next + 1, "the") : next;
	name = name > next && entry_at(reading, name, ENTRY_COUNTRY) ? hit_at(reading, name)->last : next;
	name += (is_mark(reading, next, ',') && has_class(reading, next + 1, CLASS_HONORIFIC));
	while (has_class(reading, name, CLASS_HONORIFIC))
		name++;
	return person_name_end(reading, name, true, &words) > name ? next : end;
}

/* Words that make "leaders" those of the document: "the two leaders". */
static bool
is_definite(const struct reading *reading, uint32_t i)
{
	if (i == reading->first)
		return false;
	if (in_context(reading, i - 1, CONTEXT_DEFINITE))
		return true;
	/* "his brother and counterpart" */
	if (i > reading->first + 2 && reads(reading, i - 1, "and") && !is_capital(reading, i - 2) &&
	    (reads(reading, i - 3, "his") || reads(reading, i - 3, "her")))
		return true;
	/* "Turkey's former foreign minister" */
	while (i > reading->first + 1 && (has_class(reading, i - 1, CLASS_OUTSIDE) ||
					     reading->tokens[i - 1].shape & SHAPE_POSSESSIVE))
		i--;
	if (entry_at(reading, i - 1, ENTRY_COUNTRY))
		return i < 2 + reading->first || !reads(reading, i - 2, "and");
	/* "the South African leader" */
	return i > reading->first + 1 && hit_at(reading, i - 2)->last == i &&
	    entry_at(reading, i - 2, ENTRY_COUNTRY) &&
	    (i < 3 + reading->first || !reads(reading, i - 3, "and"));
}

/* "Jane Roe, head of the Agency": behind a name and a comma. */
static bool
is_apposed(const struct reading *reading, uint32_t first, uint32_t last)
{
	return first >= reading->first + 2 && is_mark(reading, first - 1, ',') &&
	    reads(reading, last, "of") && is_capital(reading, first - 2) &&
	    !is_common(reading, first - 2);
}

/* "re-elected as head of state", "came as special envoy": somebody's who is named. */
static bool
is_capacity(const struct reading *reading, uint32_t i, const struct entry *entry)
{
	struct slice class;

	return reads(reading, i - 1, "as") && !(entry->flags & FLAG_PLURAL) &&
	    attr_find(entry_attrs(reading->lexicon, entry), "class", &class) &&
	    !slice_is(class, "reference");
}

/* The body of that type in the tables which token i begins. */
static bool
is_body_of_type(const struct reading *reading, uint32_t i, const char *type)
{
	const struct entry *org = entry_at(reading, i, ENTRY_ORG);

	return org && slice_is(entry_main(reading->lexicon, org), type);
}

/* The body of many states that token i begins. */
static bool
is_body_of_states(const struct reading *reading, uint32_t i)
{
	return is_body_of_type(reading, i, "igo") || is_body_of_type(reading, i, "alliance");
}

/* "ASEAN ministers", "the Commonwealth's leaders", "leaders of the G7" */
static bool
is_of_body(const struct reading *reading, uint32_t i, uint32_t end)
{
	enum { LONGEST_BODY = 6 };
	uint32_t last = i, n;

	if (reads(reading, end, "of") &&
	    is_body_of_states(reading, end + 1 + reads(reading, end + 1, "the")))
		return true;
	if (last > reading->first && reading->tokens[last - 1].shape & SHAPE_POSSESSIVE)
		last--;
	for (n = 1; n <= LONGEST_BODY && n <= last - reading->first; n++)
		if (hit_at(reading, last - n)->last == last)
			return is_body_of_states(reading, last - n);
	return false;
}

static void
lower_role(struct reading *reading, uint32_t i)
{
	const struct hit *hit = hit_at(reading, i);
	const struct entry *entry = lexicon_entry(reading->lexicon, hit->role_entry, ENTRY_ROLE);
	uint32_t end = hit->role_last, name = end;
	unsigned words;
	struct candidate *candidate;

	if (!(entry->flags & FLAG_LOWER) || reads(reading, end, "level") ||
	    (hyphen(reading, end) && reads(reading, end + 1, "level")))
		return; /* "at leader level" */
	/* "the premier forum" */
	if (reads(reading, i, "premier") && is_inside(reading, end) && !is_capital(reading, end) &&
	    reading->tokens[end].shape & SHAPE_WORD && !has_class(reading, end, CLASS_LINK) &&
	    !slice_ends(token_text(reading->document, reading->unit, end), SLICE("ed")) &&
	    reading->tokens[end].end - reading->tokens[end].start > 4)
		return;
	/* "the Front's leader, Jane Roe" */
	if (i > reading->first && reading->tokens[i - 1].shape & SHAPE_POSSESSIVE)
		name += is_mark(reading, name, ',');
	while (has_class(reading, name, CLASS_HONORIFIC))
		name++;
	if (!is_definite(reading, i) && !is_apposed(reading, i, end) &&
	    !is_capacity(reading, i, entry) && !is_of_body(reading, i, end) &&
	    person_name_end(reading, name, false, &words) == name)
		return;
	candidate = propose(reading, i, end, NAME_ROLE, RANK_ROLE, "role: written small");
	candidate->entry = entry;
}

/* Whether nothing of a title begins at i. */
static bool
begins_no_title(const struct reading *reading, uint32_t i)
{
	const struct hit *hit = hit_at(reading, i);
	uint32_t classes = reading->tokens[i].classes;

	if (hit->role_last | (classes & (CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER | CLASS_ROLE_FIELD)))
		return false;
	return !(hit->kinds & 1u << ENTRY_WORD && word_row(reading, i, "role-field")) &&
	    !(classes & CLASS_COMMON && is_capital(reading, i) && free_words_end(reading, i) > i);
}

/* "Democratic Unionist Party | Leader", "European Union | Special Envoy", "Delaware House |
 * Majority Leader", "European Council | President": a body before a title is passed at once. */
static uint32_t
behind_no_title(const struct reading *reading, uint32_t i)
{
	const struct hit *hit = hit_at(reading, i);

	return hit->kinds & 1u << ENTRY_ORG && hit->last > i + 1 &&
		((has_class(reading, hit->last - 1, CLASS_ORG_HEAD) &&
		     (hit->last > i + 2 || has_class(reading, hit->last - 1, CLASS_ROLE_MODIFIER) ||
			 is_body_of_type(reading, i, "igo"))) ||
		    is_body_of_type(reading, i, "legislature"))
	    ? hit->last
	    : i + 1;
}

/* "His Majesty" in front of a title is an honorific. */
static bool
is_honorific_here(const struct reading *reading, uint32_t i)
{
	uint32_t end = hit_at(reading, i)->role_last;

	return end && word_row(reading, i, "honorific") &&
	    (core_end(reading, end) > end ||
		(reads(reading, end, "the") && end + 1 < reading->last &&
		    hit_at(reading, end + 1)->role_last) ||
		has_class(reading, end, CLASS_HONORIFIC | CLASS_GIVEN));
}

/* Proposes the title at i, if there is one; gives where to go on. */
static uint32_t
role_at(struct reading *reading, uint32_t i)
{
	const struct hit *hit = hit_at(reading, i);
	uint32_t end;

	if (begins_no_title(reading, i))
		return behind_no_title(reading, i);
	if (is_honorific_here(reading, i))
		return hit->role_last;
	/* A title does not begin inside another name: "White House | Press Secretary". */
	if (!hit->role_last && hit->last > i + 1 && !word_row(reading, i, "role-field"))
		return hit->last;
	if (!is_capital(reading, i)) {
		if (hit->role_last)
			lower_role(reading, i);
		else if (has_class(reading, i, CLASS_ROLE_HEAD) && is_apposed(reading, i, i + 1))
			propose(reading, i, i + 1, NAME_ROLE, RANK_ROLE, "role: apposed")->entry = NULL;
		return hit->role_last ? hit->role_last : i + 1;
	}
	/* "Jane Roe QC": behind a name it is an honour, not her title here; but "Jane Roe MP". */
	if ((has_class(reading, i, CLASS_SUFFIX) && !reads(reading, i, "mp") && i > reading->first &&
		is_capital(reading, i - 1)) ||
	    (has_class(reading, i, CLASS_OUTSIDE) && !hit->role_last) ||
	    (end = title_end(reading, i)) == i)
		return i + 1;
	end = joined_end(reading, i, end);
	propose(reading, i, end, NAME_ROLE, RANK_ROLE, "role: title")->entry = hit->role_last == end
	    ? lexicon_entry(reading->lexicon, hit->role_entry, ENTRY_ROLE)
	    : NULL;
	return end;
}

void
recognise_roles(struct reading *reading)
{
	const uint32_t *place = reading->places[SOUGHT_TITLE];
	uint32_t behind = reading->first;

	reading->title = reading->count;
	for (; *place < reading->last; place++)
		if (*place >= behind)
			behind = role_at(reading, *place);
	reading->title_end = reading->count;
}
