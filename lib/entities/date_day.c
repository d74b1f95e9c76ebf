/* Days, months and years as they are written: "August 29, 2020", "29.08.2020". */
#include "date.h"
#include "context.h"

#include <stdlib.h>

static uint32_t
number_of(const struct reading *reading, uint32_t i)
{
	return known_word(reading->lexicon, reading->tokens[i].word)->number;
}

int
month_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_MONTH) ? (int)number_of(reading, i) : 0;
}

int
date_word_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_DATE_WORD) ? (int)number_of(reading, i) : 0;
}

int
number_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_NUMBER) ? (int)number_of(reading, i) : 0;
}

/* The same behind the figure of a day, where "may" and "march" can be nothing else. */
static int
month_behind_day(const struct reading *reading, uint32_t i)
{
	int month = month_at(reading, i);

	if (month || !year_at(reading, i + 1))
		return month;
	return reads(reading, i, "may") ? 5 : reads(reading, i, "march") ? 3 : reads(reading, i, "august") ? 8 : 0;
}

/* The digits of token i as a number; tail: letters allowed behind ("st", "nd"). */
static int
digits_at(const struct reading *reading, uint32_t i, bool tail, size_t *count)
{
	struct slice text;
	size_t n;
	int value = 0;

	*count = 0;
	if (i < reading->first || i >= reading->last || !(reading->tokens[i].shape & SHAPE_DIGIT))
		return -1;
	text = token_text(reading->document, reading->unit, i);
	for (n = 0; n < text.len && n < 5 && text.at[n] >= '0' && text.at[n] <= '9'; n++)
		value = value * 10 + (text.at[n] - '0');
	*count = n;
	if (n == 0 || (n < text.len && !(tail && text.len == n + 2 && text.at[n] >= 'A')))
		return -1;
	return value;
}

int
figure_of(const struct reading *reading, uint32_t i)
{
	size_t count;

	return digits_at(reading, i, false, &count);
}

int
day_at(const struct reading *reading, uint32_t i)
{
	size_t count;
	int day = digits_at(reading, i, true, &count);

	return day >= 1 && day <= 31 && count <= 2 ? day : 0;
}

int
year_at(const struct reading *reading, uint32_t i)
{
	size_t count;
	int year = digits_at(reading, i, false, &count);

	return count == 4 && year >= 1800 && year <= 2199 ? year : 0;
}

/*
 * "i970", "l2", "3O": digits that a scanner took for letters, read so only beside the
 * name of a month, and where some digits are left. -1: no such number.
 */
static int
scanned_at(const struct reading *reading, uint32_t i, size_t length)
{
	struct slice text;
	size_t n, digits = 0;
	int value = 0;

	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_DIGIT))
		return -1;
	text = token_text(reading->document, reading->unit, i);
	if (length == 2 && text.len > 2 && text.len <= 4 && text.at[text.len - 1] > '9')
		text.len -= 2; /* "3Oth" */
	if (text.len != length)
		return -1;
	for (n = 0; n < text.len; n++) {
		char c = text.at[n];

		digits += c >= '0' && c <= '9';
		if (c >= '0' && c <= '9')
			value = value * 10 + (c - '0');
		else if (c == 'l' || c == 'i' || c == 'I')
			value = value * 10 + 1;
		else if (c == 'O' || c == 'o')
			value = value * 10;
		else
			return -1;
	}
	return digits * 2 >= length ? value : -1;
}

/* A day, a year that stands beside the name of a month: also damaged by a scanner. */
static int
day_beside(const struct reading *reading, uint32_t i)
{
	int day = day_at(reading, i);

	if (day == 0 && (day = scanned_at(reading, i, 2)) > 31)
		day = 0;
	return day > 0 ? day : 0;
}

static int
year_beside(const struct reading *reading, uint32_t i)
{
	int year = year_at(reading, i);

	if (year == 0 && ((year = scanned_at(reading, i, 4)) < 1900 || year > 2099))
		year = 0;
	return year;
}

/* The dash or "to" between the ends of a range, and what is behind it. */
static uint32_t
range_end(const struct reading *reading, uint32_t i)
{
	if (is_mark(reading, i, '-') || is_mark(reading, i, '/') || reads(reading, i, "to") ||
	    reads(reading, i, "and") || reads(reading, i, "through") || reads(reading, i, "until"))
		return i + 1;
	return i;
}

static bool
is_and(const struct reading *reading, uint32_t i)
{
	return reads(reading, i, "and");
}

/* "January 11 | and November 26, 2021", "June 4 | and 5, 2023": the year said once. */
static int
shared_year(const struct reading *reading, uint32_t i)
{
	if (!is_and(reading, i) && !is_mark(reading, i, ',') && !is_mark(reading, i, '-'))
		return 0;
	i += is_mark(reading, i, ',') && is_and(reading, i + 1) ? 2 : 1;
	if (month_at(reading, i) && !day_at(reading, i + 1))
		return year_at(reading, i + 1); /* "in March and April 2022" */
	if (month_at(reading, i))
		i++;
	if (!day_at(reading, i))
		return 0;
	i++;
	if (month_at(reading, i))
		i++;
	if (is_mark(reading, i, ','))
		i++;
	return year_at(reading, i);
}

/* ", 2020" or "2020" or "this year" behind day and month. */
static void
read_year(struct expression *e, uint32_t first)
{
	const struct reading *reading = e->reading;
	uint32_t at = e->last;
	int year, word;

	if (is_mark(reading, at, ','))
		at++;
	if (reads(reading, at, "of") && year_at(reading, at + 1))
		at++;
	if ((year = year_beside(reading, at))) {
		e->date.year = year;
		e->last = at + 1;
		return;
	}
	at = reads(reading, e->last, "of") ? e->last + 1 : e->last;
	word = date_word_at(reading, at);
	if (word >= WORD_THIS && word <= WORD_NEXT && date_word_at(reading, at + 1) == WORD_YEAR &&
	    e->published.year) {
		e->date.year = e->published.year + (word == WORD_NEXT) - (word == WORD_LAST);
		e->last = at + 2;
		return;
	}
	year = shared_year(reading, e->last);
	e->date.year = year ? year : date_nearest_year(e, first, e->last);
}

/* A time of day and zone behind a full date: "10:04:01 UTC". */
static void
skip_time(struct expression *e)
{
	const struct reading *reading = e->reading;
	uint32_t at = e->last;
	struct slice text;

	if (at >= reading->last || !(reading->tokens[at].shape & SHAPE_DIGIT))
		return;
	text = token_text(reading->document, reading->unit, at);
	if (!memchr(text.at, ':', text.len))
		return;
	at++;
	if (at < reading->last && reading->tokens[at].shape & SHAPE_ALL_CAPS)
		at++;
	e->last = at;
}

/* Past the other end of a range of days that begins before i. */
static uint32_t
range_of_days(const struct reading *reading, uint32_t i)
{
	uint32_t next = range_end(reading, i);

	if (next == i || is_and(reading, i))
		return i;
	if (day_at(reading, next))
		return month_at(reading, next + 1) ? i : next + 1;
	return month_at(reading, next) && day_at(reading, next + 1) ? next + 2 : i;
}

/* "May" and "March", "Mar" alone are words as well: what stands before tells. */
static bool
is_month_alone(const struct reading *reading, uint32_t i)
{
	uint32_t before = i;

	if (reading->tokens[i].end - reading->tokens[i].start > 3)
		return true;
	if (i == reading->first)
		return false;
	if (is_mark(reading, before - 1, '-') && before - 1 > reading->first)
		before--;
	if (in_context(reading, before - 1, CONTEXT_BEFORE_MONTH))
		return true;
	if (before < reading->first + 2)
		return false;
	if ((is_and(reading, i - 1) || reads(reading, i - 1, "or") || is_mark(reading, i - 1, ',')) &&
	    month_at(reading, i - 2))
		return true;
	if (reads(reading, i - 1, "of") && in_context(reading, i - 2, CONTEXT_PART_OF_TIME))
		return true;
	return is_and(reading, i + 1) && month_at(reading, i + 2);
}

/* "August 29", "August 29-31, 2020", "August 30 - September 2", "August 2020". */
bool
date_month_first(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	uint32_t next;
	int year;

	e->date = (struct date){0, month_at(reading, i), 0};
	if (!e->date.month)
		return false;
	next = i + 1;
	if (is_mark(reading, next, '.') && is_glued(reading, next))
		next++;
	if (reads(reading, next, "the") || (is_mark(reading, next, ',') && is_mark(reading, next + 2, ',')))
		next++;
	if ((e->date.day = day_beside(reading, next)) && !month_at(reading, next + 1)) {
		e->last = range_of_days(reading, next + 1);
		read_year(e, i);
		skip_time(e);
		return true;
	}
	e->date.day = 0;
	next = i + 1;
	if (is_mark(reading, next, ',') || reads(reading, next, "of"))
		next++;
	if ((year = year_beside(reading, next))) {
		e->date.year = year;
		e->last = next + 1;
		return true;
	}
	e->last = i + 1;
	if (!is_month_alone(reading, i))
		return false;
	read_year(e, i);
	return true;
}

/* "29 August 2020", "29th of August", "21 to 24 July 2021", "16-18 May". */
bool
date_day_first(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	uint32_t at = i + 1, next;

	if (!(e->date.day = day_beside(reading, i)))
		return false;
	next = range_end(reading, at);
	if (next > at && day_at(reading, next) && !(is_and(reading, at) && is_mark(reading, next, ',')))
		at = next + 1;
	if (reads(reading, at, "day"))
		at++;
	if (reads(reading, at, "of"))
		at++;
	if ((is_mark(reading, at, '-') && is_glued(reading, at)) ||
	    (is_mark(reading, at, ',') && has_class(reading, i - 2, CLASS_WEEKDAY)))
		at++; /* "02-Jul-2020", "Friday, 12, May" */
	else if (at == i + 1 && is_glued(reading, at))
		return false;
	if (!(e->date.month = month_behind_day(reading, at)))
		return false;
	e->last = at + 1;
	if ((is_mark(reading, e->last, '.') || is_mark(reading, e->last, '-')) &&
	    year_at(reading, e->last + 1))
		e->last++;
	/* "27 March to 13 April" */
	next = range_end(reading, e->last);
	if (next > e->last && !is_and(reading, e->last) && day_at(reading, next) &&
	    month_at(reading, next + 1))
		e->last = next + 2;
	read_year(e, i);
	skip_time(e);
	return true;
}

/* "June 4 and | 5, 2023": the month stands before. */
bool
date_day_of_month_before(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;

	if (i < reading->first + 3 || !is_and(reading, i - 1) || !day_at(reading, i - 2) ||
	    !month_at(reading, i - 3) || !(e->date.day = day_at(reading, i)))
		return false;
	e->date.month = month_at(reading, i - 3);
	e->last = i + 1;
	read_year(e, i);
	return true;
}

static bool
is_day(struct date date)
{
	return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
	    date.day <= calendar_month_length(date.year, date.month);
}

/* "08/09/2020": by whichever reading is nearer to the published date; else the US one. */
static struct date
month_or_day_first(struct date published, int a, int b, int year)
{
	struct date us = {year, a, b}, other = {year, b, a};

	if (!is_day(us) || !is_day(other) || !published.year)
		return is_day(us) ? us : other;
	return labs(calendar_days(other) - calendar_days(published)) <
		labs(calendar_days(us) - calendar_days(published))
	    ? other
	    : us;
}

/* Figures of "02.07.2020", one token or three. */
static bool
dotted(struct slice text, int *a, int *b, int *c)
{
	int *part[3] = {a, b, c};
	size_t n, field = 0;

	*a = *b = *c = 0;
	for (n = 0; n < text.len; n++) {
		if (text.at[n] == '.' && field < 2)
			field++;
		else if (text.at[n] >= '0' && text.at[n] <= '9' && *part[field] < 1000)
			*part[field] = *part[field] * 10 + (text.at[n] - '0');
		else
			return false;
	}
	return field == 2;
}

/* "08/29/2020", "5/3/24", "2020-08-29", "02.07.2020". */
bool
date_in_figures(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	struct slice text = token_text(reading->document, reading->unit, i);
	int a, b, c;

	if (text.len >= 8 && text.len <= 10 && dotted(text, &a, &b, &c) && c >= 1800) {
		e->date = (struct date){c, b, a};
		e->last = i + 1;
		return is_day(e->date);
	}
	if (!(is_mark(reading, i + 1, '/') || is_mark(reading, i + 1, '-')) ||
	    !is_glued(reading, i + 1) || !is_glued(reading, i + 2) || !is_glued(reading, i + 3) ||
	    !is_mark(reading, i + 3, reading->tokens[i + 1].first))
		return false;
	a = figure_of(reading, i);
	b = figure_of(reading, i + 2);
	c = figure_of(reading, i + 4);
	if (c >= 0 && c < 100 && a <= 31 && reading->tokens[i + 4].end - reading->tokens[i + 4].start == 2)
		c += c < 50 ? 2000 : 1900; /* "5/3/24" */
	e->last = i + 5;
	if (a >= 1800 && b > 0 && c > 0)
		e->date = (struct date){a, b, c};
	else if (a > 0 && b > 0 && c >= 1800)
		e->date = month_or_day_first(e->published, a, b, c);
	else
		return false;
	return is_day(e->date);
}
