/* A unit's text with its spans shown: by colour, or by marks where there is none. */
#ifndef READOUT_PAINT_H
#define READOUT_PAINT_H

#include "fill.h"
#include "format.h"

/*
 * Adds the bytes from..to of unit's text to the paragraph, in style besides what
 * the spans bring. marks: without colour put brackets round the spans.
 */
void paint(struct fill *fill, const struct unit *unit, uint32_t from, uint32_t to,
    unsigned style, bool marks);

#endif
