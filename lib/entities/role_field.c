/* What titles are about: fields of government and of work. */
#include "role_field.h"

const struct entry *
find_word_row(const struct reading *reading, uint32_t i, const char *class)
{
	uint32_t e;

	for (e = hit_at(reading, i)->entry; e; e = reading->lexicon->entries[e].next)
		if (reading->lexicon->entries[e].kind == ENTRY_WORD &&
		    slice_is(entry_key(reading->lexicon, &reading->lexicon->entries[e]), class))
			return &reading->lexicon->entries[e];
	return NULL;
}

uint32_t
field_end(const struct reading *reading, uint32_t i)
{
	if (i >= reading->last || !is_capital(reading, i))
		return i;
	if (word_row(reading, i, "role-field"))
		return hit_at(reading, i)->last;
	return has_class(reading, i, CLASS_ROLE_FIELD) ? i + 1 : i;
}

/* "for Intergovernmental Affairs | Gabe Amo": two words of no field, behind one that is plain. */
static bool
names_begin(const struct reading *reading, uint32_t i)
{
	return is_common(reading, i - 1) && is_capital(reading, i - 1) && is_capital(reading, i + 1) &&
	    !hit_at(reading, i)->last && !has_class(reading, i, CLASS_ROLE_FIELD) &&
	    !hit_at(reading, i + 1)->last && !is_common(reading, i + 1);
}

uint32_t
free_field_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i, end = i;

	while (at < reading->last) {
		const struct hit *hit = hit_at(reading, at);

		if (at == i && reads(reading, at, "the")) {
			at++;
			continue;
		}
		/* "for the | First Lady" */
		if (hit->role_last && at <= i + 1 && is_capital(reading, at) &&
		    hit->role_last > at + 1)
			return hit->role_last;
		if (!is_capital(reading, at) || entry_at(reading, at, ENTRY_COUNTRY) ||
		    has_class(reading, at, CLASS_LINK) || is_surname_in_capitals(reading, at) ||
		    has_class(reading, at, CLASS_ORG_HEAD) ||
		    has_class(reading, at, CLASS_HONORIFIC) ||
		    (hit->kinds & (1u << ENTRY_ORG | 1u << ENTRY_PERSON) &&
			/* "for Racial | Justice and Equity": a department's short name is a plain word. */
			!((at > i || (is_capital(reading, at + 1) && is_common(reading, at + 1))) &&
			    hit->last == at + 1 && is_common(reading, at))))
			break;
		/* A field is made of words, a name of what no table has. */
		/* "for Operations | Ambassador Roe" */
		if (at > i && (reads(reading, at, "ambassador") || reads(reading, at, "admiral")) &&
		    is_capital(reading, at + 1) && !is_common(reading, at + 1))
			break;
		if (at > i && !is_common(reading, at) &&
		    (has_class(reading, at, CLASS_GIVEN) ||
			reading->tokens[at].word >= DOCUMENT_WORD || names_begin(reading, at)))
			break;
		end = hit->kinds & 1u << ENTRY_PLACE
		    ? hit->last
		    : at + 1;
		at = end;
		if (reads(reading, at, "and") || is_mark(reading, at, '&') || hyphen(reading, at))
			at++;
		else if (is_mark(reading, at, ',') && field_end(reading, at + 1) > at + 1)
			at++;
	}
	return end;
}

/* "African | Cooperation", "Moroccan | Expatriates" */
static bool
is_peoples_field(const struct reading *reading, uint32_t i)
{
	return (entry_at(reading, i, ENTRY_COUNTRY) || entry_at(reading, i, ENTRY_PLACE)) &&
	    hit_at(reading, i)->last == i + 1 && is_capital(reading, i + 1) &&
	    (is_common(reading, i + 1) || has_class(reading, i + 1, CLASS_ROLE_FIELD)) &&
	    !has_class(reading, i + 1, CLASS_ROLE_HEAD);
}

/*
 * One field at i: a known one, or plain words in capitals ("Elder Affairs"); i: it is
 * none, or goes over into another title.
 */
static uint32_t
one_field_end(const struct reading *reading, uint32_t i, bool *known)
{
	const uint32_t others = CLASS_ROLE_HEAD | CLASS_HONORIFIC | CLASS_GIVEN | CLASS_OUTSIDE |
	    CLASS_HEADLINE;
	uint32_t end = field_end(reading, i);

	*known = end > i && !is_capital(reading, end);
	if (!*known)
		for (end = i; is_capital(reading, end) && !has_class(reading, end, others) &&
		     (is_peoples_field(reading, end) || field_end(reading, end) == end + 1 ||
			 (is_common(reading, end) &&
			     !(hit_at(reading, end)->kinds & ~(1u << ENTRY_WORD))));
		     end++)
			continue;
	/* "National Orientation" */
	while (end > i && has_class(reading, end - 1, CLASS_ROLE_MODIFIER) && is_capital(reading, end) &&
	    !has_class(reading, end, others))
		end++;
	/* Cut short by a plain word, or a title comes. */
	if (is_capital(reading, end) && (is_common(reading, end) || hit_at(reading, end)->role_last ||
		has_class(reading, end, CLASS_ROLE_HEAD)))
		return i;
	return end;
}

uint32_t
field_list_end(const struct reading *reading, uint32_t i)
{
	enum { MOST_FIELDS = 8 };
	uint32_t at = i, first, end, whole = i;
	bool known, any = false, last;
	int n;

	for (n = 0; n < MOST_FIELDS; n++) {
		last = reads(reading, at, "and") || is_mark(reading, at, '&');
		if (!last && (whole > i || !is_mark(reading, at, ',')))
			break;
		first = at + 1;
		if (!last && reads(reading, first, "and"))
			last = ++first;
		if ((end = one_field_end(reading, first, &known)) == first)
			break;
		any = any || known;
		at = end;
		/* not "the Minister of Health, Doctors and Nurses" */
		if (last && (n == 0 || any || reads(reading, at, "of") || is_capital(reading, at) ||
			honorifics_end(reading, at) > at))
			whole = at;
	}
	return whole;
}

uint32_t
known_field_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i, end, last = i;

	if (reads(reading, at, "the"))
		at++;
	while ((end = field_end(reading, at)) > at) {
		/* "Administrator of the | Environmental Protection Agency": a body. */
		if ((hit_at(reading, at)->last > end && entry_at(reading, at, ENTRY_ORG) &&
			has_class(reading, hit_at(reading, at)->last - 1, CLASS_ORG_HEAD)) ||
		    (is_capital(reading, end) && has_class(reading, end, CLASS_ORG_HEAD) &&
			!has_class(reading, end, CLASS_ROLE_FIELD)) ||
		    /* "Vice Chair of the | Partnership for Central America" */
		    (has_class(reading, end - 1, CLASS_ORG_HEAD | CLASS_INSTRUMENT_HEAD) &&
			reads(reading, end, "for")))
			return i;
		last = at = end;
		if (reads(reading, at, "and") || is_mark(reading, at, ','))
			at++;
	}
	return last > i ? field_list_end(reading, last) : last;
}
