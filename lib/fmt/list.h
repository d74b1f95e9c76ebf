/* Small readings of values that several formats share. */
#ifndef READOUT_FMT_LIST_H
#define READOUT_FMT_LIST_H

#include <stdbool.h>

#include "slice.h"

/*
 * Takes the next piece off a list with commas ("FI,KE"), without blanks around
 * it; empty pieces and "-" are passed over. false at the end.
 */
bool list_next(struct slice *list, struct slice *piece);

/* Is wanted one of the pieces of such a list? */
bool list_has(struct slice list, struct slice wanted);

/* Is c, which may be NUL, one of the characters of set? */
static inline bool
one_of(const char *set, char c)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* Below, at or above 0 by the bytes, as strcmp(3): the order of sorted output. */
int list_compare(struct slice a, struct slice b);

/* "2024-03-12" and nothing else: a day there is. */
bool date_is_day(struct slice date);

/*
 * A web address (http, https) of the characters of RFC 3986 and no others: it can
 * stand by itself in a calendar or in "<>", and nobody takes it apart.
 */
bool list_is_address(struct slice url);

#endif
