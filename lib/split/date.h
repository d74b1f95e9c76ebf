/* Calendar dates with times and zones, as they stand in the heads of releases. */
#ifndef READOUT_SPLIT_DATE_H
#define READOUT_SPLIT_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "words.h"

enum { DATE_LONGEST = 40 };

struct date {
	size_t from, to; /* in the text: weekday, date, time and zone */
	size_t len;
	char iso[DATE_LONGEST]; /* ISO 8601: "2020-08-29", "2020-08-29T06:05-04:00" */
};

/* Whether text has digits enough for a date. */
bool date_may_be(struct slice text);

/*
 * Looks for the first date with a year in text. Both "08/29/2020" and "16/8/2024" are
 * read; where day and month could be either, the month comes first, as the United
 * States write it, but second with full stops ("02.07.2020").
 */
bool date_find(const struct words *words, struct slice text, struct date *date);

#endif
