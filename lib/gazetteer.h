/*
 * The tables of readout-gazetteer(5): rows of kind, key, attrs, name. Built-in
 * tables and a user's file come through the same door.
 */
#ifndef READOUT_GAZETTEER_H
#define READOUT_GAZETTEER_H

#include <stdbool.h>

#include "output.h"
#include "slice.h"

struct gazetteer_row {
	struct slice kind, key, attrs, name;
};

/*
 * A built-in table, made from gazetteer/NAME.tsv at build time: one string a
 * row, as it stands in the file, NULL behind the last.
 */
typedef const char *const gazetteer_table[];

/* Takes a line apart; NULL when it is a row, else what is wrong with it. */
const char *gazetteer_parse(struct slice line, struct gazetteer_row *row);

/* Called for each row; its slices are good as long as the loader says. */
typedef void gazetteer_taker(void *context, const struct gazetteer_row *row);

/* Hands all rows of a built-in table to take; their bytes stay for ever. */
void gazetteer_load_table(const char *const *table, gazetteer_taker *take, void *context);

/*
 * Hands all rows of a file to take; their bytes stay until the process ends. A
 * line that is no row is told with file and line (status 1) and passed over; a
 * file that cannot be read ends the program with status 2.
 */
void gazetteer_load_file(const char *file, gazetteer_taker *take, void *context);

/* Writes a built-in table as it could be loaded again. */
void gazetteer_print(struct output *out, const char *const *table);

#endif
