/* Places and dates in front of a text: "WASHINGTON, Sept. 3, 2020 —". */
#ifndef READOUT_SPLIT_DATELINE_H
#define READOUT_SPLIT_DATELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "date.h"
#include "words.h"

enum { DATELINE_LONGEST_LINE = 120 };

struct dateline {
	size_t end;	    /* behind the dash; 0: there is no dateline */
	struct slice place; /* empty when there is none */
};

/*
 * The dateline that text begins with, its dash included. lead: a sentence before
 * it there is none, so that mixed case is enough ("Jerusalem –"); bold: how much
 * of the text's beginning was bold; first: no sentence has come in the document, so
 * that a dated colon is enough ("Addis Ababa, 5 October 2023:").
 */
struct dateline dateline_find(const struct words *words, struct slice text, bool lead,
			      size_t bold, bool first);

/* Whether text has a dateline, or none, whatever follows it. */
bool dateline_is_settled(struct slice text);

/*
 * Whether text is a date alone, or with a place: "CANBERRA 14 January 1970". *place:
 * empty when there is none.
 */
bool dateline_is_date(const struct words *words, struct slice text, struct date *date,
		      struct slice *place);

/*
 * Whether text is a place alone: with a dash behind it ("Davos –"), or, where due, a
 * short one with a comma ("Bern, Switzerland"). titled: the headline has come.
 */
bool dateline_is_place_line(const struct words *words, struct slice text, bool due,
			    bool titled, struct slice *place);

#endif
