/*
 * How many columns of a terminal text takes, without the locale: East Asian Width
 * (Unicode UAX 11) of the first character of each grapheme cluster (UAX 29, its
 * rules for marks, joined emoji, flags and Hangul).
 */
#ifndef READOUT_WIDTH_H
#define READOUT_WIDTH_H

#include <stdint.h>

#include "slice.h"

/* Columns of a character by itself: 0, 1 or 2. Controls count 0. */
unsigned width_character(uint32_t code);

/*
 * The bytes of the first cluster of s, which is not empty; *columns it takes. What
 * is no UTF-8 counts as U+FFFD.
 */
size_t width_cluster(struct slice s, unsigned *columns);

/* Columns of all of s. */
size_t width_text(struct slice s);

/*
 * The bytes at the start of s that fit into so many columns; *used (may be NULL)
 * are those they take.
 */
size_t width_fit(struct slice s, size_t columns, size_t *used);

#endif
