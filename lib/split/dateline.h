/* Places and dates in front of a text: "WASHINGTON, Sept. 3, 2020 —". */
#ifndef READOUT_SPLIT_DATELINE_H
#define READOUT_SPLIT_DATELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "words.h"

struct dateline {
	size_t end;	    /* behind the dash; 0: there is no dateline */
	struct slice place; /* empty when there is none */
};

/*
 * The dateline that text begins with, its dash included. lead: a sentence before
 * it there is none, so that mixed case is enough ("Jerusalem –"); bold: how much
 * of the text's beginning was bold.
 */
struct dateline dateline_find(const struct words *words, struct slice text, bool lead,
			      size_t bold);

/* Whether text has a dateline, or none, whatever follows it. */
bool dateline_is_settled(const struct words *words, struct slice text);

/* Whether s looks like the name of a place: a few capitalised words, commas. */
bool dateline_is_place(const struct words *words, struct slice s);

#endif
