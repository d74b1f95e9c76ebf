/* Calendar expressions while they are read: shared by date.c and date_day.c. */
#ifndef READOUT_DATE_H
#define READOUT_DATE_H

#include "calendar.h"
#include "recognise.h"

/* value= of the words of class date-word in gazetteer/calendar.tsv */
enum date_word {
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
	WORD_DAY,
	WORD_DAYS,
	WORD_WEEKS,
	WORD_MONTHS,
	WORD_YEARS,
	WORD_SPRING,
	WORD_SUMMER,
	WORD_AUTUMN,
	WORD_WINTER,
	WORD_THIS,
	WORD_LAST,
	WORD_NEXT,
	WORD_HALF,
	WORD_QUARTERS
};

/* A date being read. */
struct expression {
	const struct reading *reading;
	struct date published;
	uint32_t first, last; /* its first token; the one behind it */
	struct date date;
	struct slice key; /* set where the date alone does not say it */
};

/* What token i says, 0 when it says nothing of the kind. */
int month_at(const struct reading *reading, uint32_t i);
int date_word_at(const struct reading *reading, uint32_t i);
int number_at(const struct reading *reading, uint32_t i); /* a number in words */
int day_at(const struct reading *reading, uint32_t i);
int year_at(const struct reading *reading, uint32_t i);
int figure_of(const struct reading *reading, uint32_t i); /* -1: no plain figures */

/* By the words around it the date that stands at i..behind is still to come. */
bool date_is_ahead(const struct reading *reading, uint32_t i, uint32_t behind);

/*
 * The year of e->date's day and month, which stand at first..i without one: the one
 * that brings the day closest to the published date, but for a day far off the one
 * that the words around speak of. 0: nothing was published.
 */
int date_nearest_year(const struct expression *e, uint32_t first, uint32_t i);

/* The expressions with a day or month and figures; true when one begins at i. */
bool date_month_first(struct expression *e, uint32_t i);
bool date_day_first(struct expression *e, uint32_t i);
bool date_in_figures(struct expression *e, uint32_t i);
bool date_day_of_month_before(struct expression *e, uint32_t i);

#endif
