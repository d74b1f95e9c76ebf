/*
 * Calendar expressions and what they mean by the published date: a small grammar
 * over tokens, tried at each token that can begin one.
 */
#include "calendar.h"
#include "recognise.h"

/* value= of the words of gazetteer/calendar.tsv */
enum {
	WORD_TODAY = 1,
	WORD_YESTERDAY,
	WORD_TOMORROW,
	WORD_TONIGHT,
	WORD_WEEK,
	WORD_MONTH,
	WORD_YEAR,
	WORD_WEEKEND,
	WORD_QUARTER,
	WORD_MORNING,
	WORD_AFTERNOON,
	WORD_EVENING,
	WORD_NIGHT,
	WORD_FISCAL,
	WORD_FY,
	WORD_SPRING = 21,
	WORD_WINTER = 24
};

enum { NEAREST = 0, BEFORE = -1, AFTER = 1 };

/* A date being read. */
struct expression {
	const struct reading *reading;
	struct date published;
	uint32_t last;    /* token behind it */
	struct date date;
	struct slice key; /* set where the date alone does not say it */
};

static struct arena *
arena_of(const struct expression *expression)
{
	return &expression->reading->document->arena;
}

static uint32_t
number_of(const struct reading *reading, uint32_t i)
{
	return reading->lexicon->words[reading->tokens[i].word].number;
}

static int
month_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_MONTH) ? (int)number_of(reading, i) : 0;
}

static int
date_word_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_DATE_WORD) ? (int)number_of(reading, i) : 0;
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
	if (n == 0 || (n < text.len && !(tail && text.len == n + 2 && text.at[n] >= 'a')))
		return -1;
	return value;
}

static int
day_at(const struct reading *reading, uint32_t i)
{
	size_t count;
	int day = digits_at(reading, i, true, &count);

	return day >= 1 && day <= 31 && count <= 2 ? day : 0;
}

static int
year_at(const struct reading *reading, uint32_t i)
{
	size_t count;
	int year = digits_at(reading, i, false, &count);

	return count == 4 && year >= 1800 && year <= 2199 ? year : 0;
}

/* The dash or "to" between the ends of a range, and what is behind it. */
static uint32_t
range_end(const struct reading *reading, uint32_t i)
{
	if (is_mark(reading, i, '-') || reads(reading, i, "to") || reads(reading, i, "and") ||
	    reads(reading, i, "through") || is_mark(reading, i, '/'))
		return i + 1;
	return i;
}

/* Without a year: the one that brings the day closest to the published date. */
static int
nearest_year(struct date published, int month, int day)
{
	long best = 0, distance;
	int year, found = published.year;

	if (!published.year)
		return 0;
	for (year = published.year - 1; year <= published.year + 1; year++) {
		distance = calendar_days((struct date){year, month, day ? day : 15}) -
		    calendar_days((struct date){published.year, published.month,
			published.day ? published.day : 1});
		if (distance < 0)
			distance = -distance;
		if (year == published.year - 1 || distance < best) {
			best = distance;
			found = year;
		}
	}
	return found;
}

/* ", 2020" or "2020" or "this year" behind day and month. */
static void
read_year(struct expression *e)
{
	const struct reading *reading = e->reading;
	uint32_t at = e->last;
	int year;

	if (is_mark(reading, at, ','))
		at++;
	if (reads(reading, at, "of") && year_at(reading, at + 1))
		at++;
	if ((year = year_at(reading, at))) {
		e->date.year = year;
		e->last = at + 1;
	} else if (reads(reading, e->last, "of") && reads(reading, e->last + 1, "this") &&
	    date_word_at(reading, e->last + 2) == WORD_YEAR && e->published.year) {
		e->date.year = e->published.year;
		e->last += 3;
	} else if ((reads(reading, e->last, "this") || reads(reading, e->last, "last") ||
		       reads(reading, e->last, "next")) &&
	    date_word_at(reading, e->last + 1) == WORD_YEAR && e->published.year) {
		e->date.year = e->published.year + (reads(reading, e->last, "next") ? 1
				: reads(reading, e->last, "last")              ? -1
									       : 0);
		e->last += 2;
	} else {
		e->date.year = nearest_year(e->published, e->date.month, e->date.day);
	}
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

/* "August 29", "August 29-31, 2020", "August 30 - September 2", "August 2020". */
static bool
month_first(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	uint32_t next;
	int year;

	e->date.month = month_at(reading, i);
	if (!e->date.month)
		return false;
	if ((e->date.day = day_at(reading, i + 1))) {
		e->last = i + 2;
		next = range_end(reading, e->last);
		if (next > e->last && !reads(reading, e->last, "and") && day_at(reading, next) &&
		    !month_at(reading, next + 1))
			e->last = next + 1;
		else if (next > e->last && !reads(reading, e->last, "and") &&
		    month_at(reading, next) && day_at(reading, next + 1))
			e->last = next + 2;
		read_year(e);
		skip_time(e);
		return true;
	}
	next = i + 1;
	if (is_mark(reading, next, ',') || reads(reading, next, "of"))
		next++;
	if ((year = year_at(reading, next))) {
		e->date.year = year;
		e->last = next + 1;
		return true;
	}
	/* "May" and "March" alone are words as well. */
	e->last = i + 1;
	if (reading->tokens[i].end - reading->tokens[i].start <= 3 &&
	    !(i > reading->first && (reads(reading, i - 1, "in") || reads(reading, i - 1, "last") ||
					reads(reading, i - 1, "this") || reads(reading, i - 1, "since") ||
					reads(reading, i - 1, "early") || reads(reading, i - 1, "late") ||
					reads(reading, i - 1, "next") || reads(reading, i - 1, "by"))))
		return false;
	read_year(e);
	return true;
}

/* "29 August 2020", "29th of August", "21 to 24 July 2021", "16-18 May". */
static bool
day_first(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	uint32_t at = i + 1, next;

	if (!(e->date.day = day_at(reading, i)))
		return false;
	next = range_end(reading, at);
	if (next > at && day_at(reading, next))
		at = next + 1;
	if (reads(reading, at, "of"))
		at++;
	if (!(e->date.month = month_at(reading, at)) ||
	    (at == i + 1 && is_glued(reading, at)))
		return false;
	e->last = at + 1;
	if (is_mark(reading, e->last, '.') && year_at(reading, e->last + 1))
		e->last++;
	/* "27 March to 13 April" */
	next = range_end(reading, e->last);
	if (next > e->last && !reads(reading, e->last, "and") && day_at(reading, next) &&
	    month_at(reading, next + 1))
		e->last = next + 2;
	read_year(e);
	skip_time(e);
	return true;
}

/* "June 4 and | 5, 2023": the month stands before. */
static bool
day_of_month_before(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;

	if (i < reading->first + 3 || !reads(reading, i - 1, "and") || !day_at(reading, i - 2) ||
	    !month_at(reading, i - 3) || !(e->date.day = day_at(reading, i)))
		return false;
	e->date.month = month_at(reading, i - 3);
	e->last = i + 1;
	read_year(e);
	return true;
}

/* "08/29/2020", "2020-08-29", "02.07.2020". */
static bool
in_figures(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	size_t count;
	int a, b, c;
	struct slice text = token_text(reading->document, reading->unit, i);

	if (text.len == 10 && text.at[2] == '.' && text.at[5] == '.') {
		e->date = (struct date){(text.at[6] - '0') * 1000 + (text.at[7] - '0') * 100 +
			(text.at[8] - '0') * 10 + (text.at[9] - '0'),
		    (text.at[3] - '0') * 10 + (text.at[4] - '0'),
		    (text.at[0] - '0') * 10 + (text.at[1] - '0')};
		e->last = i + 1;
		return e->date.month >= 1 && e->date.month <= 12 && e->date.day <= 31;
	}
	if (!(is_mark(reading, i + 1, '/') || is_mark(reading, i + 1, '-')) ||
	    !is_glued(reading, i + 1) || !is_glued(reading, i + 2) || !is_glued(reading, i + 3) ||
	    !is_mark(reading, i + 3, reading->tokens[i + 1].first))
		return false;
	a = digits_at(reading, i, false, &count);
	b = digits_at(reading, i + 2, false, &count);
	c = digits_at(reading, i + 4, false, &count);
	if (a < 0 || b < 0 || c < 0)
		return false;
	e->last = i + 5;
	if (a > 31)
		e->date = (struct date){a, b, c};
	else if (count == 4 && b > 12)
		e->date = (struct date){c, a, b};
	else if (count == 4 && a > 12)
		e->date = (struct date){c, b, a};
	else if (count == 4)
		e->date = (struct date){c, a, b}; /* the month first: US usage */
	else
		return false;
	return e->date.month >= 1 && e->date.month <= 12 && e->date.day >= 1 && e->date.day <= 31;
}

static struct date
days_from(struct date published, long days)
{
	if (!published.year || !published.day)
		return (struct date){0};
	return calendar_date(calendar_days(published) + days);
}

static bool
sentence_looks_ahead(const struct reading *reading, uint32_t i)
{
	uint32_t j;

	for (j = reading->first; j < i; j++)
		if (reads(reading, j, "will") || reads(reading, j, "next") ||
		    reads(reading, j, "upcoming"))
			return true;
	return false;
}

/* Past a part of the day at i: "morning", "evening". */
static uint32_t
day_part_end(const struct reading *reading, uint32_t i)
{
	int word = date_word_at(reading, i);

	return word >= WORD_MORNING && word <= WORD_NIGHT ? i + 1 : i;
}

/* "Friday", "Friday evening", "Thursday, 16 April 1981", "on Friday, July 9". */
static bool
weekday_first(struct expression *e, uint32_t i, int which)
{
	const struct reading *reading = e->reading;
	uint32_t next = i + 1;
	struct expression inner = {.reading = reading, .published = e->published};
	long shift;

	if (!has_class(reading, i, CLASS_WEEKDAY))
		return false;
	if (is_mark(reading, next, ','))
		next++;
	if (next < reading->last && (month_first(&inner, next) || day_first(&inner, next)) &&
	    inner.date.day) {
		*e = inner;
		return true;
	}
	e->last = day_part_end(reading, i + 1);
	if (!e->published.year || !e->published.day) {
		e->key = SLICE("-");
		return true;
	}
	shift = (long)number_of(reading, i) - calendar_weekday(calendar_days(e->published));
	if (which == NEAREST)
		which = sentence_looks_ahead(reading, i) ? AFTER : BEFORE;
	if (which == BEFORE && shift > 0)
		shift -= 7;
	if (which == AFTER && shift < 0)
		shift += 7;
	e->date = days_from(e->published, shift);
	return true;
}

static struct slice
with_suffix(const struct expression *e, int year, const char *suffix)
{
	struct slice key = calendar_key(arena_of(e), (struct date){year, 0, 0});
	char *at = arena_bytes(arena_of(e), key.len + 4);

	memcpy(at, key.at, key.len);
	memcpy(at + key.len, suffix, strlen(suffix));
	return (struct slice){at, key.len + strlen(suffix)};
}

static const char *
season_code(int word)
{
	static const char *const codes[] = {"-SP", "-SU", "-FA", "-WI"};

	return codes[word - WORD_SPRING];
}

/* "this morning", "last week", "next year", "this spring", "last Friday". */
static bool
with_pointer(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	int step, word;
	struct date p = e->published;
	uint32_t at = i + 1;

	if (reads(reading, i, "this"))
		step = 0;
	else if (reads(reading, i, "last") || reads(reading, i, "past"))
		step = -1;
	else if (reads(reading, i, "next"))
		step = 1;
	else
		return false;
	if (reads(reading, i, "past") || at >= reading->last)
		return false;
	if (weekday_first(e, at, step < 0 ? BEFORE : AFTER))
		return true;
	if (reads(reading, at, "past") || reads(reading, at, "coming"))
		at++;
	if (month_at(reading, at)) {
		e->date = (struct date){p.year + (step < 0 && month_at(reading, at) >= p.month ? -1
				: step > 0 && month_at(reading, at) <= p.month       ? 1
										     : 0),
		    month_at(reading, at), 0};
		e->last = at + 1;
		return true;
	}
	word = date_word_at(reading, at);
	e->last = at + 1;
	if (!p.year || !p.day)
		e->key = SLICE("-");
	switch (word) {
	case WORD_MORNING:
	case WORD_AFTERNOON:
	case WORD_EVENING:
	case WORD_NIGHT:
		e->date = days_from(p, step);
		return true;
	case WORD_WEEK:
	case WORD_WEEKEND:
		if (e->key.len)
			return true;
		if (word == WORD_WEEKEND)
			e->date = days_from(p, 6 + 7 * step - calendar_weekday(calendar_days(p)));
		else
			e->key = calendar_week_key(arena_of(e), calendar_days(p) + 7 * step);
		return true;
	case WORD_MONTH:
		p.month += step;
		p.year += p.month < 1 ? -1 : p.month > 12 ? 1 : 0;
		e->date = (struct date){p.year, (p.month + 11) % 12 + 1, 0};
		return true;
	case WORD_YEAR:
		e->date = (struct date){p.year + step, 0, 0};
		return true;
	case WORD_FISCAL:
		e->last++;
		e->date = (struct date){p.year + step, 0, 0};
		return date_word_at(reading, at + 1) == WORD_YEAR;
	case WORD_QUARTER:
		if (!e->key.len) {
			int quarter = (p.month - 1) / 3 + step;
			char code[] = {'-', 'Q', (char)('1' + (quarter + 4) % 4), '\0'};

			e->key = with_suffix(e, p.year + (quarter < 0 ? -1 : quarter > 3), code);
		}
		return true;
	}
	if (word >= WORD_SPRING && word <= WORD_WINTER) {
		if (!e->key.len)
			e->key = with_suffix(e, p.year + (step < 0 && p.month < 12 ? -1 : step > 0),
			    season_code(word));
		return true;
	}
	return false;
}

/* "today", "yesterday evening", "tonight"; "weekend" behind "the". */
static bool
single_word(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	static const long shift[] = {0, 0, -1, 1, 0};
	int word = date_word_at(reading, i);

	if (word >= WORD_TODAY && word <= WORD_TONIGHT) {
		e->last = word == WORD_YESTERDAY || word == WORD_TOMORROW
		    ? day_part_end(reading, i + 1)
		    : i + 1;
		e->date = days_from(e->published, shift[word]);
		if (!e->date.year)
			e->key = SLICE("-");
		return true;
	}
	return false;
}

/* "week of March 14", "fiscal year 2025", "FY25", "first quarter of 2023", "summer 2024". */
static bool
period(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	struct expression inner = {.reading = reading, .published = e->published};
	int word = date_word_at(reading, i);
	uint32_t at = i + 1;

	if (word == WORD_WEEK && reads(reading, at, "of")) {
		if (reads(reading, at + 1, "the"))
			at++;
		if (at + 1 < reading->last &&
		    (month_first(&inner, at + 1) || day_first(&inner, at + 1)) && inner.date.day &&
		    inner.date.year) {
			e->last = inner.last;
			e->key = calendar_week_key(arena_of(e), calendar_days(inner.date));
			return true;
		}
		return false;
	}
	if (word == WORD_FISCAL || word == WORD_FY) {
		if (word == WORD_FISCAL && date_word_at(reading, at) == WORD_YEAR)
			at++;
		e->date.year = year_at(reading, at);
		e->last = at + 1;
		return e->date.year != 0;
	}
	if (word >= WORD_SPRING && word <= WORD_WINTER) {
		if (reads(reading, at, "of"))
			at++;
		if (!year_at(reading, at))
			return false;
		e->last = at + 1;
		e->key = with_suffix(e, year_at(reading, at), season_code(word));
		return true;
	}
	if (has_class(reading, i, CLASS_NUMBER) && number_of(reading, i) <= 4 &&
	    date_word_at(reading, at) == WORD_QUARTER && reads(reading, at + 1, "of") &&
	    year_at(reading, at + 2)) {
		char code[] = {'-', 'Q', (char)('0' + number_of(reading, i)), '\0'};

		e->last = at + 3;
		e->key = with_suffix(e, year_at(reading, at + 2), code);
		return true;
	}
	return false;
}

/* A year alone, where nothing around makes it an amount or a number of something. */
static bool
bare_year(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	int year = year_at(reading, i);
	static const char *const units[] = {"people", "troops", "percent", "million", "billion",
	    "members", "jobs", "families", "workers", "soldiers", "miles", "km", "meters", NULL};
	int n;

	if (!year || year < 1900 || year > 2100)
		return false;
	if (i > reading->first && (has_class(reading, i - 1, CLASS_CURRENCY) ||
				      is_mark(reading, i - 1, '$') || is_mark(reading, i - 1, '#') ||
				      reads(reading, i - 1, "resolution") ||
				      reads(reading, i - 1, "no.")))
		return false;
	if (is_mark(reading, i + 1, '/') || is_mark(reading, i + 1, '%'))
		return false;
	if (i > reading->first && is_glued(reading, i))
		return false;
	for (n = 0; units[n]; n++)
		if (reads(reading, i + 1, units[n]))
			return false;
	e->date.year = year;
	e->last = i + 1;
	return true;
}

static bool
read_date(struct expression *e, uint32_t i)
{
	const struct token *token = &e->reading->tokens[i];

	if (token->shape & SHAPE_DIGIT)
		return in_figures(e, i) || day_first(e, i) || day_of_month_before(e, i) ||
		    bare_year(e, i);
	if (token->classes & CLASS_MONTH && month_first(e, i))
		return true;
	if (token->classes & CLASS_WEEKDAY && weekday_first(e, i, NEAREST))
		return true;
	if (token->classes & (CLASS_DATE_WORD | CLASS_NUMBER) && (single_word(e, i) || period(e, i)))
		return true;
	return (token->first | 32) >= 'l' && (token->first | 32) <= 't' && with_pointer(e, i);
}

void
recognise_dates(struct reading *reading)
{
	uint32_t i = reading->first;

	while (i < reading->last) {
		const struct token *token = &reading->tokens[i];
		struct expression e = {.reading = reading,
		    .published = reading->document->published};
		struct candidate *candidate;

		if (!(token->shape & SHAPE_DIGIT) &&
		    !(token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_DATE_WORD |
					   CLASS_NUMBER)) &&
		    !(token->shape & SHAPE_WORD && token->end - token->start == 4)) {
			i++;
			continue;
		}
		if (!read_date(&e, i)) {
			i++;
			continue;
		}
		candidate = propose(reading, i, e.last, NAME_DATE, RANK_CALENDAR, "date");
		candidate->key = e.key.len ? e.key
		    : e.date.year      ? calendar_key(&reading->document->arena, e.date)
				       : SLICE("-");
		i = e.last;
	}
}
