/* What the files of names by their shape share. */
#ifndef READOUT_SHAPE_H
#define READOUT_SHAPE_H

#include "extent.h"

/* In headlines every word has a capital: there a name needs a word that is its own. */
bool shape_in_headline(const struct reading *reading);

/* Where the name that begins at first ends behind its head: complement, number, year. */
uint32_t shape_end(const struct reading *reading, uint32_t first, uint32_t head);

/* Past the number at i of a resolution or article: "2231", "2231 (2015)". */
uint32_t shape_figure_end(const struct reading *reading, uint32_t i);

/* Four digits of this century or the last stand at i. */
bool shape_is_year(const struct reading *reading, uint32_t i);

/* Whether first..last, with head inside, is a name and not just words for something. */
bool shape_is_name(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last);

/* "Ministerial Meeting", "Leaders' Meeting": the others meet only once. */
bool shape_is_named_meeting(const struct reading *reading, uint32_t first, uint32_t head);

/* What the name first..last with that head is. */
enum name_kind shape_kind(const struct reading *reading, uint32_t first, uint32_t head,
    uint32_t last);

/* Names with rules of their own. Each proposes what begins or ends at i. */

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

/* i: the year behind "of" behind a treaty that the tables know. */
void shape_of_year(struct reading *reading, uint32_t i);

/* i: the town before an event that the tables know: "the Brisbane CHOGM". */
void shape_town(struct reading *reading, uint32_t i);

#endif
