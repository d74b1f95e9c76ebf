#include "calendar.h"

#include "output.h"

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

/* The number with zeros in front up to so many digits; nobody dates before the year 0. */
static char *
put_padded(char *at, long number, int digits)
{
	long least = 1;

	while (--digits > 0)
		if (number < (least *= 10))
			*at++ = '0';
	return decimal_put(at, number > 0 ? (uint64_t)number : 0);
}

struct slice
calendar_key(struct arena *arena, struct date date)
{
	char *key = arena_bytes(arena, 40), *at = put_padded(key, date.year, 4);

	if (date.month) {
		*at++ = '-';
		at = put_padded(at, date.month, 2);
	}
	if (date.month && date.day) {
		*at++ = '-';
		at = put_padded(at, date.day, 2);
	}
	return (struct slice){key, (size_t)(at - key)};
}

struct slice
calendar_week_key(struct arena *arena, long days)
{
	/* A week belongs to the year of its Thursday. */
	long thursday = days - calendar_weekday(days) + 4;
	int year = calendar_date(thursday).year;
	long first = calendar_days((struct date){year, 1, 1});
	char *key = arena_bytes(arena, 40), *at = put_padded(key, year, 4);

	at = slice_put(at, SLICE("-W"));
	at = put_padded(at, (thursday - first) / 7 + 1, 2);
	return (struct slice){key, (size_t)(at - key)};
}
