/* Where titles lead, and titles that are sure only beside a person. */
#include "person.h"

bool
is_weak_role(const struct reading *reading, const struct candidate *role)
{
	const struct entry *head = role->entry;
	uint32_t i;

	/* "Special Representative of the | Secretary General" */
	for (i = role->first + 1; !head && i < role->last; i++)
		if (hit_at(reading, i)->role_last == role->last)
			head = entry_at(reading, i, ENTRY_ROLE);
	for (i = role->last; !head && i-- > role->first;)
		if (has_class(reading, i, CLASS_ROLE_HEAD) || hit_at(reading, i)->role_last)
			head = entry_at(reading, i, ENTRY_ROLE);
	return !head || head->flags & FLAG_AMBIGUOUS;
}

uint32_t
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
		else if (has_class(reading, i, CLASS_LINK) &&
		    (reads(reading, i, "of") || reads(reading, i, "the") ||
			reads(reading, i, "and") || reads(reading, i, "for") ||
			reads(reading, i, "from") || reads(reading, i, "to")))
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
	if (is_inside(reading, i) && hit_at(reading, i)->person_last)
		return true;
	for (i = role->last; i <= role->last + 2 && i < reading->last; i++)
		if (hit_at(reading, i)->person_last)
			return true;
	for (i = from; i + 1 < role->first; i++)
		if (hit_at(reading, i)->person_ends &&
		    (is_mark(reading, i + 1, ',') || is_mark(reading, i + 1, '-') ||
			is_mark(reading, i + 1, '(') || is_mark(reading, i + 1, ':')))
			return true;
	/* "the Hon Jane Roe | MP" */
	return has_class(reading, role->first, CLASS_SUFFIX) && role->first > reading->first &&
	    hit_at(reading, role->first - 1)->person_ends;
}

/* "Assistant to the President and | White House | Counsel": where the longest body of the
 * tables that ends before i begins, or i. */
static uint32_t
body_before(const struct reading *reading, uint32_t i)
{
	enum { LONGEST_BODY = 3 };
	uint32_t n;

	for (n = LONGEST_BODY; n > 0; n--)
		if (i > reading->first + n && hit_at(reading, i - n)->last == i &&
		    entry_at(reading, i - n, ENTRY_ORG))
			return i - n;
	return i;
}

static bool
is_plural(const struct reading *reading, const struct candidate *role)
{
	return role->entry ? role->entry->flags & FLAG_PLURAL
			   : has_class(reading, role->last - 1, CLASS_PLURAL);
}

/* "Special Representative for X and | Head of Y": with the title that leads to it; "the
 * Prime Minister and the | Treasurer": beside one that is sure. */
static bool
goes_on_from_title(const struct reading *reading, const struct candidate *role)
{
	enum { NEAR = 24 };
	uint32_t and = body_before(reading, role->first) - 1;
	size_t n;

	and -= reads(reading, and, "the");
	if (and <= reading->first || !reads(reading, and, "and"))
		return false;
	for (n = reading->title; n < reading->title_end; n++) {
		const struct candidate *other = &reading->candidates[n];

		if (other->last == and && !is_weak_role(reading, other) &&
		    !is_plural(reading, other) && !is_plural(reading, role))
			return true;
		if (other->last < role->first &&
		    other->last + NEAR > role->first && !is_weak_role(reading, other) &&
		    title_leads_to(reading, other) >= role->last &&
		    has_person_beside(reading, other))
			return true;
	}
	return false;
}

void
drop_weak_roles(struct reading *reading)
{
	size_t n, kept = reading->title, left = reading->count - reading->title_end;

	for (n = reading->title; n < reading->title_end; n++) {
		const struct candidate *candidate = &reading->candidates[n];

		if (is_weak_role(reading, candidate) && !has_person_beside(reading, candidate) &&
		    !goes_on_from_title(reading, candidate))
			continue;
		if (kept < n)
			reading->candidates[kept] = *candidate;
		kept++;
	}
	if (kept < n)
		memmove(&reading->candidates[kept], &reading->candidates[n],
		    left * sizeof *reading->candidates);
	reading->title_end = kept;
	reading->count = kept + left;
}
