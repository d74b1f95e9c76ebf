/* Titles as they are written: which can stand for which. */
#include "reference.h"

#include "text.h"

/* Ends of the lists of words below. */
#define LAST {NULL, 0}
#define WORD(literal) {literal, sizeof(literal) - 1}

/* A hyphen is as good as a blank. */
static inline char
title_byte(char c)
{
	return c == '-' ? ' ' : text_lower_byte(c);
}

bool
titles_equal(struct slice a, struct slice b)
{
	size_t i;

	if (a.len != b.len)
		return false;
	if (memcmp(a.at, b.at, a.len) == 0)
		return true;
	for (i = 0; i < a.len; i++)
		if (a.at[i] != b.at[i] && title_byte(a.at[i]) != title_byte(b.at[i]))
			return false;
	return true;
}

static inline bool
begins_with(struct slice title, struct slice words)
{
	return title.len >= words.len && title_byte(title.at[0]) == title_byte(words.at[0]) &&
	    titles_equal(slice_cut(title, 0, words.len), words);
}

static inline bool
ends_with(struct slice title, struct slice words)
{
	return title.len >= words.len &&
	    title_byte(title.at[title.len - 1]) == title_byte(words.at[words.len - 1]) &&
	    titles_equal(slice_cut(title, title.len - words.len, title.len), words);
}

/* The first of words with which the text begins, or the last, empty one. */
static inline struct slice
first_of(struct slice text, const struct slice *words)
{
	while (words->len > 0 && !slice_starts(text, *words))
		words++;
	return *words;
}

/* "Senior Advisor to the | President": what follows a link is not the office. */
static bool
has_link(struct slice before)
{
	static const struct slice links[] = {WORD(" of "), WORD(" for "), WORD(" to "), LAST};
	size_t i;

	for (i = 0; i < before.len; i++)
		if (before.at[i] == ' ' && first_of(slice_cut(before, i, before.len), links).len > 0)
			return true;
	return false;
}

static bool
ends_with_rank(struct slice before)
{
	static const struct slice ranks[] = {WORD("Vice"), WORD("Deputy"), WORD("Assistant"),
	    WORD("Under"), WORD("Associate"), WORD("Principal"), WORD("Crown"), WORD("Lieutenant"),
	    WORD("Co"), WORD("Press"), WORD("General"), WORD("Lt."), WORD("Maj."), WORD("Brig."),
	    WORD("Shadow"), WORD("Attorney"), WORD("Director"), WORD("Secretary"),
	    WORD("Inspector"), WORD("Surgeon"), WORD("Prosecutor"), LAST};
	int n;

	for (n = 0; ranks[n].len > 0; n++)
		if (slice_ends(before, ranks[n]))
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
	static const struct slice links[] = {WORD(" of the "), WORD(" for the "), WORD(" of "),
	    WORD(" for "), LAST};
	static const struct slice ends[] = {WORD(" Affairs"), WORD(", "), WORD(" and "),
	    WORD(" & "), LAST};
	struct slice field, link;
	size_t i;

	if (ends_with(title, head) && title.at[title.len - head.len - 1] == ' ')
		return slice_cut(title, 0, title.len - head.len - 1);
	if (!begins_with(title, head))
		return (struct slice){"", 0};
	field = slice_cut(title, head.len, title.len);
	if ((link = first_of(field, links)).len == 0)
		return (struct slice){"", 0};
	field = slice_cut(field, link.len, field.len);
	for (i = 0; i < field.len; i++)
		if ((field.at[i] == ' ' || field.at[i] == ',') &&
		    first_of(slice_cut(field, i, field.len), ends).len > 0)
			return slice_cut(field, 0, i);
	return field;
}

/* Whether field_of can find a field: most titles neither begin nor end like the head. */
static inline bool
may_have_field(struct slice title, struct slice head)
{
	return title.len > head.len + 1 &&
	    (title_byte(title.at[0]) == title_byte(head.at[0]) ||
		title_byte(title.at[title.len - 1]) == head.at[head.len - 1]);
}

/* "Foreign Minister" and "Minister of Foreign Affairs", "Treasury Secretary" and "Secretary of
 * the Treasury". */
static bool
same_field(struct slice a, struct slice b)
{
	static const struct slice heads[] = {WORD("Minister"), WORD("Secretary"), LAST};
	struct slice field;
	int n;

	for (n = 0; heads[n].len > 0; n++) {
		if (!may_have_field(a, heads[n]) || !may_have_field(b, heads[n]))
			continue;
		field = field_of(a, heads[n]);
		if (field.len > 0 && titles_equal(field, field_of(b, heads[n])))
			return true;
	}
	return false;
}

/* One title alone, not joined to another. */
static bool
stands_for_one(struct slice brief, struct slice whole)
{
	static const struct slice links[] = {WORD(" of "), WORD(" for "), WORD(" to "),
	    WORD(" and "), WORD(", "), WORD("-"), WORD(" & "), LAST};
	struct slice head;

	if (brief.len == 0)
		return false;
	if (brief.len > whole.len)
		return same_field(brief, whole);
	if (begins_with(whole, brief) &&
	    (brief.len == whole.len ||
		first_of(slice_cut(whole, brief.len, whole.len), links).len > 0))
		return true;
	if (is_initials(brief, whole) || same_field(brief, whole))
		return true;
	if (!ends_with(whole, brief) || whole.len < brief.len + 2)
		return false;
	head = slice_cut(whole, 0, whole.len - brief.len);
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
	static const struct slice links[] = {WORD(" and "), WORD("/"), WORD(" & "), LAST};
	struct slice link;
	size_t i;

	if (stands_for_one(brief, whole))
		return true;
	/* "Deputy Prime Minister and | Union Minister for Foreign Affairs": of blanks only
	 * those are looked at that may begin a link; in ASCII letters stand behind "/" */
	for (i = 1; i + 1 < whole.len; i++) {
		if (whole.at[i] > '/')
			continue;
		if (whole.at[i] != '/' &&
		    !(whole.at[i] == ' ' && (whole.at[i + 1] == 'a' || whole.at[i + 1] == '&')))
			continue;
		link = first_of(slice_cut(whole, i, whole.len), links);
		if (link.len > 0 &&
		    (stands_for_one(brief, slice_cut(whole, i + link.len, whole.len)) ||
			stands_for_one(brief, slice_cut(whole, 0, i))))
			return true;
	}
	return false;
}

struct slice
title_singular(struct slice title, char *buffer, size_t size)
{
	size_t len = title.len, i;

	if (len >= size)
		return title;
	memcpy(buffer, title.at, len);
	/* The head is the word before " of ", or the last one. */
	for (i = 0; i + 4 < len; i++)
		if (memcmp(buffer + i, " of ", 4) == 0)
			break;
	if (i + 4 >= len)
		i = len;
	if (i > 3 && memcmp(buffer + i - 3, "ies", 3) == 0) {
		buffer[i - 3] = 'y';
		memmove(buffer + i - 2, buffer + i, len - i);
		return (struct slice){buffer, len - 2};
	}
	if (i > 1 && (buffer[i - 1] == 's' || buffer[i - 1] == 'S')) {
		memmove(buffer + i - 1, buffer + i, len - i);
		return (struct slice){buffer, len - 1};
	}
	return (struct slice){buffer, len};
}
