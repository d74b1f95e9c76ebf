#include "calendar.h"

#include <stdio.h>

long
calendar_days(struct date date)
{
	long year = date.year - (date.month <= 2), era = (year >= 0 ? year : year - 399) / 400;
	long of_era = year - era * 400;
	long of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct date
calendar_date(long days)
{
	long z = days + 719468, era = (z >= 0 ? z : z - 146096) / 146097;
	long of_era = z - era * 146097;
	long year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	long of_year = of_era - (365 * year + year / 4 - year / 100);
	long month = (5 * of_year + 2) / 153;
	struct date date;

	date.day = (int)(of_year - (153 * month + 2) / 5 + 1);
	date.month = (int)(month < 10 ? month + 3 : month - 9);
	date.year = (int)(year + era * 400 + (date.month <= 2));
	return date;
}

int
calendar_weekday(long days)
{
	long n = (days + 3) % 7;

	return (int)(n < 0 ? n + 7 : n) + 1;
}

int
calendar_month_length(int year, int month)
{
	static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

	if (month < 1 || month > 12)
		return 0;
	if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
		return 29;
	return length[month - 1];
}

struct slice
calendar_key(struct arena *arena, struct date date)
{
	char *key = arena_bytes(arena, 40);
	int n;

	if (!date.month)
		n = snprintf(key, 40, "%04d", date.year);
	else if (!date.day)
		n = snprintf(key, 40, "%04d-%02d", date.year, date.month);
	else
		n = snprintf(key, 40, "%04d-%02d-%02d", date.year, date.month, date.day);
	return (struct slice){key, (size_t)n};
}

struct slice
calendar_week_key(struct arena *arena, long days)
{
	/* A week belongs to the year of its Thursday. */
	long thursday = days - calendar_weekday(days) + 4;
	int year = calendar_date(thursday).year;
	long first = calendar_days((struct date){year, 1, 1});
	char *key = arena_bytes(arena, 40);
	int n = snprintf(key, 40, "%04d-W%02ld", year, (thursday - first) / 7 + 1);

	return (struct slice){key, (size_t)n};
}
