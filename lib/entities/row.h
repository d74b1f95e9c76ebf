/* What a row of a gazetteer says, in the words of the lexicon. */
#ifndef READOUT_ROW_H
#define READOUT_ROW_H

#include "gazetteer.h"
#include "lexicon.h"

/* ENTRY_OTHER for kinds that make no entry. */
enum entry_kind row_kind(const struct gazetteer_row *row);

/* enum entry_flag; user: the row is of a table of the user's. */
uint16_t row_flags(const struct gazetteer_row *row, bool user);

/* The year that the attribute of that name gives; 0 without one. */
uint16_t row_year(const struct gazetteer_row *row, const char *name);

/* enum word_class, of the row's word; 0 for rows that tell nothing of single words. */
uint32_t row_classes(const struct gazetteer_row *row);

/* The class that a row of kind word names by its key; 0: no such class. */
uint32_t row_class_named(struct slice name);

#endif
