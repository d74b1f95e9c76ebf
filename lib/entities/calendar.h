/* Days, weeks and months of the Gregorian calendar, and their ISO 8601 names. */
#ifndef READOUT_CALENDAR_H
#define READOUT_CALENDAR_H

#include "document.h"

/* Days since 1970-01-01 (Hinnant 2013, "days from civil"), and back. */
long calendar_days(struct date date);
struct date calendar_date(long days);

/* 1 for Monday … 7 for Sunday. */
int calendar_weekday(long days);

/* Days in that month; 0 when there is no such month. */
int calendar_month_length(int year, int month);

/* "2020-08-29", "2020-08" without a day, "2020" without a month. */
struct slice calendar_key(struct arena *arena, struct date date);

/* "2023-W24": the week that day lies in. */
struct slice calendar_week_key(struct arena *arena, long days);

#endif
