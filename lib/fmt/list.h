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

/* "2024-03-12" and nothing else: a day there is. */
bool date_is_day(struct slice date);

#endif
