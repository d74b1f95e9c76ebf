/* Names by their shape that have rules of their own. Each proposes what begins or ends at i. */
#ifndef READOUT_SHAPE_H
#define READOUT_SHAPE_H

#include "extent.h"

/* i: the word before a number: "Article 5", "Title 42", "Chapter VII". */
void shape_numbered(struct reading *reading, uint32_t i);

/* i: "v." of a case: "Brown v. Board of Education". */
void shape_court_case(struct reading *reading, uint32_t i);

/* i: "anniversary": "30th anniversary of the Accord". */
void shape_anniversary(struct reading *reading, uint32_t i);

/* i: the colon before a motto: "Communities in Action: Building a Better Ohio". */
void shape_motto(struct reading *reading, uint32_t i);

/* i: a year or ordinal before a name: "the 2015 Minsk Package of Measures". */
void shape_year(struct reading *reading, uint32_t i);

/* i: the town before an event that the tables know: "the Brisbane CHOGM". */
void shape_town(struct reading *reading, uint32_t i);

#endif
