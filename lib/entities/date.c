/*
 * Calendar expressions and what they mean by the published date: a small grammar
 * over tokens, tried at each token that can begin one.
 */
#include "date.h"
#include "context.h"

enum { NEAREST = 0, BEFORE = -1, AFTER = 1 };

static struct arena *
arena_of(const struct expression *e)
{
	return &e->reading->document->arena;
}

static struct date
days_from(struct date published, long days)
{
	if (!published.year || !published.day)
		return (struct date){0};
	return calendar_date(calendar_days(published) + days);
}

/* Past a part of the day at i: "morning", "evening". */
static uint32_t
day_part_end(const struct reading *reading, uint32_t i)
{
	int word = date_word_at(reading, i);

	return word >= WORD_MORNING && word <= WORD_NIGHT ? i + 1 : i;
}

/* "Tuesday | next week", "Monday | of last week": the week is said. */
static bool
says_week(const struct expression *e, uint32_t i)
{
	int word;

	i += reads(e->reading, i, "of");
	word = date_word_at(e->reading, i);
	return word >= WORD_THIS && word <= WORD_NEXT && date_word_at(e->reading, i + 1) == WORD_WEEK;
}

/* Days from the published one to a weekday of the week that is said at e->last. */
static long
week_shift(struct expression *e, int weekday)
{
	int word;

	e->last += reads(e->reading, e->last, "of");
	word = date_word_at(e->reading, e->last);
	e->last += 2;
	return weekday - calendar_weekday(calendar_days(e->published)) +
	    (word == WORD_NEXT ? 7 : word == WORD_LAST ? -7 : 0);
}

/* "Friday", "Friday evening", "Thursday, 16 April 1981", "on Friday, July 9". */
static bool
weekday_first(struct expression *e, uint32_t i, int which)
{
	const struct reading *reading = e->reading;
	struct expression inner = {.reading = reading, .published = e->published};
	uint32_t next = i + 1;
	long shift;

	if (!has_class(reading, i, CLASS_WEEKDAY))
		return false;
	if (is_mark(reading, next, ','))
		next++;
	if (reads(reading, next, "the"))
		next++;
	if (next < reading->last &&
	    (date_month_first(&inner, next) || date_day_first(&inner, next)) && inner.date.day) {
		inner.first = i;
		*e = inner;
		return true;
	}
	e->last = day_part_end(reading, i + 1);
	if (!e->published.year || !e->published.day) {
		e->key = SLICE("-");
		return true;
	}
	shift = (long)known_word(reading->lexicon, reading->tokens[i].word)->number -
	    calendar_weekday(calendar_days(e->published));
	if (which == NEAREST)
		which = date_is_ahead(reading, i, e->last) ? AFTER : BEFORE;
	if (which == BEFORE && shift > 0)
		shift -= 7;
	if (which == AFTER && shift < 0)
		shift += 7;
	if (says_week(e, e->last))
		shift = week_shift(e, (int)known_word(reading->lexicon, reading->tokens[i].word)->number);
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

static struct slice
quarter_key(const struct expression *e, int year, int quarter)
{
	char code[] = {'-', 'Q', (char)('0' + quarter), '\0'};

	return with_suffix(e, year, code);
}

static const char *
season_code(int word)
{
	static const char *const codes[] = {"-SP", "-SU", "-FA", "-WI"};

	return codes[word - WORD_SPRING];
}

/* The year of the season that step points to: "last spring" is this year's from June on,
 * "next spring" until February. */
static int
season_year(struct date published, int word, int step)
{
	int first = 3 + 3 * (word - WORD_SPRING); /* of its months */

	if (step < 0)
		return published.year - (published.month < first + 3);
	return published.year + (step > 0 && published.month >= first);
}

/* The Saturday of the weekend that step points to; on a Sunday it is yesterday. */
static struct date
weekend(struct date published, int step)
{
	int weekday = calendar_weekday(calendar_days(published));

	return days_from(published, 6 + 7 * step - weekday);
}

/* The month of the year that step points to: "last December" said in February. */
static struct date
month_by_pointer(struct date published, int month, int step)
{
	int year = published.year;

	if (step < 0 && month >= published.month)
		year--;
	if (step > 0 && month <= published.month)
		year++;
	return (struct date){year, month, 0};
}

/* "week", "month", "fiscal year" at i behind "this", "last", "next". */
static bool
unit_by_pointer(struct expression *e, uint32_t i, int step)
{
	struct date p = e->published;
	int word = date_word_at(e->reading, i);

	e->last = i + 1;
	if (!p.year || !p.day)
		e->key = SLICE("-");
	switch (word) {
	case WORD_MORNING:
	case WORD_AFTERNOON:
	case WORD_EVENING:
	case WORD_NIGHT:
		e->date = days_from(p, step);
		return true;
	case WORD_WEEKEND:
		if (!e->key.len)
			e->date = weekend(p, step);
		return true;
	case WORD_WEEK:
		if (!e->key.len)
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
		return date_word_at(e->reading, i + 1) == WORD_YEAR;
	case WORD_QUARTER:
		if (!e->key.len) {
			int quarter = (p.month - 1) / 3 + step;

			e->key = quarter_key(e, p.year + (quarter < 0 ? -1 : quarter > 3),
			    (quarter + 4) % 4 + 1);
		}
		return true;
	case WORD_SPRING:
	case WORD_SUMMER:
	case WORD_AUTUMN:
	case WORD_WINTER:
		if (!e->key.len)
			e->key = with_suffix(e, season_year(p, word, step), season_code(word));
		return true;
	default:
		return false;
	}
}

/* "last | week of May": which of them, no week by the published date. */
static bool
is_part_of(const struct reading *reading, uint32_t i)
{
	int word = date_word_at(reading, i);

	return word != 0 && reads(reading, i + 1, "of") &&
	    (date_word_at(reading, i - 1) != WORD_THIS) &&
	    (month_at(reading, i + 2) || reads(reading, i + 2, "the"));
}

/* "this morning", "last week", "next year", "this past weekend", "last Friday". */
static bool
with_pointer(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	int step = date_word_at(reading, i) == WORD_THIS ? 0
	    : date_word_at(reading, i) == WORD_LAST      ? -1
							 : 1;
	uint32_t at = i + 1;
	bool past = reads(reading, at, "past") && step == 0, is_coming = reads(reading, at, "coming");

	if (is_part_of(reading, at))
		return false;
	if (past || is_coming)
		at++;
	/* "met this Monday", "will meet this Monday" */
	if (weekday_first(e, at, step < 0 || past ? BEFORE : step > 0 || is_coming ? AFTER : NEAREST)) {
		/* Said on a Friday, "next Friday" is another one. */
		if (step != 0 && e->date.day && e->published.day &&
		    calendar_days(e->date) == calendar_days(e->published))
			e->date = days_from(e->published, 7 * step);
		return true;
	}
	if (month_at(reading, at)) {
		e->date = month_by_pointer(e->published, month_at(reading, at), past ? -1 : step);
		e->last = at + 1;
		return true;
	}
	/* "this past week" is the one that ends, "this past weekend" is over. */
	if (past && (date_word_at(reading, at) == WORD_WEEKEND) && e->published.day &&
	    calendar_weekday(calendar_days(e->published)) < 6)
		step = -1;
	return unit_by_pointer(e, at, step);
}

/* "today", "yesterday evening", "tonight". */
static bool
day_word(struct expression *e, uint32_t i, int word)
{
	static const long shift[] = {0, 0, -1, 1, 0};

	e->last = word == WORD_YESTERDAY || word == WORD_TOMORROW ? day_part_end(e->reading, i + 1)
								    : i + 1;
	e->date = days_from(e->published, shift[word]);
	if (!e->date.year)
		e->key = SLICE("-");
	return true;
}

/* "the weekend": the one now or before, or to come where the sentence looks ahead. */
static bool
bare_weekend(struct expression *e, uint32_t i)
{
	int step = -1;

	if (i == e->reading->first || !reads(e->reading, i - 1, "the"))
		return false;
	e->last = i + 1;
	if (!e->published.year || !e->published.day) {
		e->key = SLICE("-");
		return true;
	}
	if (calendar_weekday(calendar_days(e->published)) >= 6 || date_is_ahead(e->reading, i, i + 1))
		step = 0;
	e->date = weekend(e->published, step);
	return true;
}

/* "week of March 14" */
static bool
week_of(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	struct expression inner = {.reading = reading, .published = e->published};
	uint32_t at = i + 1;

	if (!reads(reading, at, "of"))
		return false;
	at += reads(reading, at + 1, "the") ? 2 : 1;
	if (at >= reading->last || !(date_month_first(&inner, at) || date_day_first(&inner, at)) ||
	    !inner.date.day || !inner.date.year)
		return false;
	e->last = inner.last;
	e->key = calendar_week_key(arena_of(e), calendar_days(inner.date));
	return true;
}

/* The end of "2024-25", "1978/79" that begins with the year at i; i + 1: the year alone. */
static uint32_t
years_end(const struct reading *reading, uint32_t i, int year)
{
	int end;

	if (!(is_mark(reading, i + 1, '-') || is_mark(reading, i + 1, '/')) || !is_glued(reading, i + 1))
		return i + 1;
	end = figure_of(reading, i + 2);
	return end == year + 1 || end == (year + 1) % 100 || (year_at(reading, i + 2) && end > year) ? i + 3
												     : i + 1;
}

/* "fiscal year 2025", "FY 2025", "FY25" of two words. */
static bool
fiscal_year(struct expression *e, uint32_t i, int word)
{
	const struct reading *reading = e->reading;
	uint32_t at = i + 1;
	int year;

	if (word == WORD_FISCAL && date_word_at(reading, at++) != WORD_YEAR)
		return false;
	year = year_at(reading, at);
	if (!year && word == WORD_FY && figure_of(reading, at) >= 0 && figure_of(reading, at) < 100)
		year = 2000 + figure_of(reading, at);
	e->date.year = year;
	e->last = years_end(reading, at, year);
	return year != 0;
}

/* The year behind "of" at i, or "2023" itself: its end in *last; 0: none. */
static int
year_of(const struct expression *e, uint32_t i, uint32_t *last)
{
	const struct reading *reading = e->reading;
	int word;

	if (reads(reading, i, "of"))
		i++;
	word = date_word_at(reading, i);
	if (word >= WORD_THIS && word <= WORD_NEXT && date_word_at(reading, i + 1) == WORD_YEAR &&
	    e->published.year) {
		*last = i + 2;
		return e->published.year + (word == WORD_NEXT) - (word == WORD_LAST);
	}
	*last = i + 1;
	return year_at(reading, i);
}

/* "first quarter of 2023", "first three quarters of 2023", "second half of this year". */
static bool
part_of_year(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	int which = number_at(reading, i), word, year;
	uint32_t at = i + 1;

	if (number_at(reading, at) && date_word_at(reading, at + 1) == WORD_QUARTERS)
		at++;
	word = date_word_at(reading, at);
	if (which < 1 || which > 4 ||
	    (word != WORD_QUARTER && word != WORD_QUARTERS && !(word == WORD_HALF && which <= 2)) ||
	    !(year = year_of(e, at + 1, &e->last)))
		return false;
	e->key = quarter_key(e, year, word == WORD_HALF ? 2 * which - 1 : which);
	return true;
}

/* "two years ago", "10 days ago": count from the published date. */
static bool
ago(struct expression *e, uint32_t i, int count)
{
	const struct reading *reading = e->reading;
	struct date p = e->published;

	if (count < 1 || !reads(reading, i + 2, "ago"))
		return false;
	if (i > reading->first && (reads(reading, i - 1, "than") || reads(reading, i - 1, "nearly") ||
				      reads(reading, i - 1, "almost") || reads(reading, i - 1, "about") ||
				      reads(reading, i - 1, "over")))
		return false;
	e->last = i + 3;
	if (!p.year || !p.day)
		e->key = SLICE("-");
	switch (date_word_at(reading, i + 1)) {
	case WORD_DAY:
	case WORD_DAYS:
		e->date = days_from(p, -count);
		return true;
	case WORD_WEEK:
	case WORD_WEEKS:
		if (!e->key.len)
			e->key = calendar_week_key(arena_of(e), calendar_days(p) - 7 * count);
		return true;
	case WORD_MONTH:
	case WORD_MONTHS:
		count = p.year * 12 + p.month - 1 - count;
		e->date = (struct date){count / 12, count % 12 + 1, 0};
		return true;
	case WORD_YEAR:
	case WORD_YEARS:
		e->date = (struct date){p.year - count, 0, 0};
		return true;
	default:
		return false;
	}
}

/* What begins with a word of class date-word. */
static bool
date_word(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	int word = date_word_at(reading, i), year;

	if (word >= WORD_TODAY && word <= WORD_TONIGHT)
		return day_word(e, i, word);
	if (word >= WORD_THIS && word <= WORD_NEXT)
		return with_pointer(e, i);
	if (reads(reading, i + 1, "ago") && i > reading->first && reads(reading, i - 1, "a")) {
		e->first = i - 1;
		return ago(e, i - 1, 1);
	}
	if (word == WORD_WEEK)
		return week_of(e, i);
	if (word == WORD_WEEKEND)
		return bare_weekend(e, i);
	if (word == WORD_FISCAL || word == WORD_FY)
		return fiscal_year(e, i, word);
	if (word >= WORD_SPRING && word <= WORD_WINTER && (year = year_of(e, i + 1, &e->last))) {
		e->key = with_suffix(e, year, season_code(word));
		return true;
	}
	return false;
}

/* "FY25", "FY2025", "Q3 2024", "H1 2024": letters and figures in one word. */
static bool
coded_period(struct expression *e, uint32_t i)
{
	struct slice text = token_text(e->reading->document, e->reading->unit, i);
	int value = 0, year;
	size_t n;

	if (text.len < 2 || (text.at[0] != 'Q' && text.at[0] != 'F' && text.at[0] != 'H'))
		return false;
	if (text.at[0] == 'Q' && text.len == 2 && text.at[1] >= '1' && text.at[1] <= '4' &&
	    (year = year_of(e, i + 1, &e->last))) {
		e->key = quarter_key(e, year, text.at[1] - '0');
		return true;
	}
	if (text.at[0] == 'H' && text.len == 2 && (text.at[1] == '1' || text.at[1] == '2') &&
	    (year = year_of(e, i + 1, &e->last))) {
		e->key = quarter_key(e, year, text.at[1] == '1' ? 1 : 3);
		return true;
	}
	if (text.at[1] != 'Y' || (text.len != 4 && text.len != 6))
		return false;
	for (n = 2; n < text.len; n++) {
		if (text.at[n] < '0' || text.at[n] > '9')
			return false;
		value = value * 10 + (text.at[n] - '0');
	}
	e->date.year = text.len == 4 ? 2000 + value : value;
	e->last = years_end(e->reading, i, e->date.year);
	return true;
}

/* "mid-2023"; else a year that is joined to a word is part of it. */
static bool
is_joined(const struct reading *reading, uint32_t i)
{
	return is_glued(reading, i) &&
	    !(is_mark(reading, i - 1, '-') && i - 1 > reading->first && reads(reading, i - 2, "mid"));
}

/* "No. 79/ | 1970": the number of a release. */
static bool
is_serial(const struct reading *reading, uint32_t i)
{
	return i > reading->first + 1 && is_mark(reading, i - 1, '/') && figure_of(reading, i - 2) >= 0;
}

/* A year alone, where nothing around makes it an amount or a number of something. */
static bool
bare_year(struct expression *e, uint32_t i)
{
	const struct reading *reading = e->reading;
	int year = year_at(reading, i);

	if (year < 1900 || year > 2100)
		return false;
	if (i > reading->first &&
	    (has_class(reading, i - 1, CLASS_CURRENCY) || is_mark(reading, i - 1, '$') ||
		is_mark(reading, i - 1, '#') || reads(reading, i - 1, "resolution") ||
		reads(reading, i - 1, "no.") || is_joined(reading, i) || is_serial(reading, i)))
		return false;
	if (is_mark(reading, i + 1, '%'))
		return false;
	if (in_context(reading, i + 1, CONTEXT_COUNTED))
		return false;
	e->date.year = year;
	e->last = years_end(reading, i, year);
	return e->last > i + 1 || !is_mark(reading, i + 1, '/') || !is_glued(reading, i + 1);
}

static bool
read_date(struct expression *e, uint32_t i)
{
	const struct token *token = &e->reading->tokens[i];

	if (token->shape & SHAPE_DIGIT) {
		if (token->shape & SHAPE_CAPITAL)
			return coded_period(e, i);
		return date_in_figures(e, i) || date_day_first(e, i) || date_day_of_month_before(e, i) ||
		    bare_year(e, i) || ago(e, i, figure_of(e->reading, i));
	}
	if (token->classes & CLASS_MONTH && date_month_first(e, i))
		return true;
	if (token->classes & CLASS_WEEKDAY && weekday_first(e, i, NEAREST))
		return true;
	if (token->classes & CLASS_DATE_WORD && date_word(e, i))
		return true;
	return token->classes & CLASS_NUMBER &&
	    (part_of_year(e, i) || ago(e, i, number_at(e->reading, i)));
}

bool
recognise_dates(struct reading *reading)
{
	const uint32_t *place = reading->places[SOUGHT_FIGURE];
	uint32_t i, behind = reading->first;
	bool figures = false;

	for (; (i = *place) < reading->last; place++) {
		const struct token *token = &reading->tokens[i];
		struct expression e;
		struct candidate *candidate;

		figures |= (token->shape & SHAPE_DIGIT) | (token->classes & CLASS_NUMBER);
		if (i < behind)
			continue;
		e = (struct expression){
		    .reading = reading, .first = i, .published = reading->document->published};
		if (!read_date(&e, i))
			continue;
		candidate = propose(reading, e.first, e.last, NAME_DATE, RANK_CALENDAR, "date");
		candidate->key = e.key.len ? e.key
		    : e.date.year      ? calendar_key(&reading->document->arena, e.date)
				       : SLICE("-");
		behind = e.last;
	}
	return figures;
}
