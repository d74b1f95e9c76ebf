/* Titles as they are written: which can stand for which. */
#include "reference.h"

#include "text.h"

bool
titles_equal(struct slice a, struct slice b)
{
	size_t i;

	if (a.len != b.len)
		return false;
	for (i = 0; i < a.len; i++)
		if (text_lower_byte(a.at[i]) != text_lower_byte(b.at[i]) &&
		    !((a.at[i] == '-' || a.at[i] == ' ') && (b.at[i] == '-' || b.at[i] == ' ')))
			return false;
	return true;
}

/* "Senior Advisor to the | President": what follows a link is not the office. */
static bool
has_link(struct slice before)
{
	static const char *const links[] = {" of ", " for ", " to ", NULL};
	size_t i;
	int n;

	for (n = 0; links[n]; n++)
		for (i = 0; i + strlen(links[n]) <= before.len; i++)
			if (memcmp(before.at + i, links[n], strlen(links[n])) == 0)
				return true;
	return false;
}

static bool
ends_with_rank(struct slice before)
{
	static const char *const ranks[] = {"Vice", "Deputy", "Assistant", "Under", "Associate",
	    "Principal", "Crown", "Lieutenant", "Co", "Press", "General", "Lt.", "Maj.", "Brig.",
	    "Shadow", "Attorney", "Director", "Secretary", "Inspector", "Surgeon", "Prosecutor",
	    NULL};
	int n;

	for (n = 0; ranks[n]; n++)
		if (slice_ends(before, slice_of(ranks[n])))
			return true;
	return false;
}

/* "PM" for "Prime Minister", "EAM" for "External Affairs Minister". */
static bool
is_initials(struct slice brief, struct slice whole)
{
	size_t i, n = 0;

	if (brief.len < 2 || brief.len > 4)
		return false;
	for (i = 0; i < whole.len; i++)
		if ((i == 0 || whole.at[i - 1] == ' ' || whole.at[i - 1] == '-') &&
		    whole.at[i] >= 'A' && whole.at[i] <= 'Z') {
			if (n == brief.len || brief.at[n] != whole.at[i])
				return false;
			n++;
		}
	return n == brief.len;
}

/* The field of a minister or secretary: "Foreign" of both "Foreign Minister" and "Minister of
 * Foreign Affairs and Trade"; empty when the title names none. */
static struct slice
field_of(struct slice title, struct slice head)
{
	static const char *const links[] = {" of the ", " for the ", " of ", " for ", NULL};
	static const char *const ends[] = {" Affairs", ", ", " and ", " & ", NULL};
	struct slice field;
	size_t i;
	int n;

	if (title.len <= head.len + 1)
		return (struct slice){"", 0};
	if (titles_equal(head, slice_cut(title, title.len - head.len, title.len)) &&
	    title.at[title.len - head.len - 1] == ' ')
		return slice_cut(title, 0, title.len - head.len - 1);
	if (!titles_equal(head, slice_cut(title, 0, head.len)))
		return (struct slice){"", 0};
	field = slice_cut(title, head.len, title.len);
	for (n = 0; links[n] && !slice_starts(field, slice_of(links[n])); n++)
		continue;
	if (!links[n])
		return (struct slice){"", 0};
	field = slice_cut(field, strlen(links[n]), field.len);
	for (i = 0; i < field.len; i++)
		for (n = 0; ends[n]; n++)
			if (slice_starts(slice_cut(field, i, field.len), slice_of(ends[n])))
				return slice_cut(field, 0, i);
	return field;
}

/* "Foreign Minister" and "Minister of Foreign Affairs", "Treasury Secretary" and "Secretary of
 * the Treasury". */
static bool
same_field(struct slice a, struct slice b)
{
	static const char *const heads[] = {"Minister", "Secretary", NULL};
	struct slice field;
	int n;

	for (n = 0; heads[n]; n++) {
		field = field_of(a, slice_of(heads[n]));
		if (field.len && titles_equal(field, field_of(b, slice_of(heads[n]))))
			return true;
	}
	return false;
}

/* One title alone, not joined to another. */
static bool
stands_for_one(struct slice brief, struct slice whole)
{
	static const char *const links[] = {" of ", " for ", " to ", " and ", ", ", "-", " & ", NULL};
	struct slice head, tail;
	int n;

	if (brief.len == 0)
		return false;
	if (brief.len > whole.len)
		return same_field(brief, whole);
	if (titles_equal(brief, whole) || is_initials(brief, whole) || same_field(brief, whole))
		return true;
	head = slice_cut(whole, 0, brief.len);
	tail = slice_cut(whole, brief.len, whole.len);
	if (titles_equal(brief, head))
		for (n = 0; links[n]; n++)
			if (slice_starts(tail, slice_of(links[n])))
				return true;
	head = slice_cut(whole, 0, whole.len - brief.len);
	tail = slice_cut(whole, whole.len - brief.len, whole.len);
	if (!titles_equal(brief, tail) || head.len < 2)
		return false;
	if (head.at[head.len - 1] != ' ' && head.at[head.len - 1] != '-')
		return false;
	if (has_link(head))
		return false;
	head.len--;
	return !ends_with_rank(head);
}

bool
title_stands_for(struct slice brief, struct slice whole)
{
	static const char *const links[] = {" and ", "/", " & ", NULL};
	size_t i;
	int n;

	if (stands_for_one(brief, whole))
		return true;
	/* "Deputy Prime Minister and | Union Minister for Foreign Affairs" */
	for (i = 1; i < whole.len; i++) {
		if (whole.at[i] != ' ' && whole.at[i] != '/')
			continue;
		for (n = 0; links[n]; n++)
			if (slice_starts(slice_cut(whole, i, whole.len), slice_of(links[n])) &&
			    (stands_for_one(brief, slice_cut(whole, i + strlen(links[n]), whole.len)) ||
				stands_for_one(brief, slice_cut(whole, 0, i))))
				return true;
	}
	return false;
}
