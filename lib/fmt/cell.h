/* A cell of aligned text: safe to show, padded or cut by display width. */
#ifndef READOUT_FMT_CELL_H
#define READOUT_FMT_CELL_H

#include "format.h"

/* So many blanks. */
void cell_pad(struct output *out, size_t columns);

/*
 * Writes s, which has gone through escape_copy, padded with blanks to width. Text
 * that is wider is cut, with an ellipsis, if cut is set; else it stands out.
 */
void cell_write(struct output *out, struct slice s, size_t width, bool cut);

/* The same in a style of palette.h, where render has colour; the padding is plain. */
void cell_write_styled(struct render *render, struct slice s, size_t width, bool cut,
		       unsigned style);

/* The same without padding, as at the end of a line; gives the columns it takes. */
size_t cell_write_last(struct render *render, struct slice s, size_t width, bool cut,
		       unsigned style);

/* The number at the right end of the cell. */
void cell_write_number(struct output *out, uint64_t number, size_t width);

/* Digits of number: what cell_write_number needs. */
size_t cell_digits(uint64_t number);

#endif
