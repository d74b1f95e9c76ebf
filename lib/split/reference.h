/* HTML character references (HTML 4.01, chapter 24; numbers as in HTML 5, 13.2.5). */
#ifndef READOUT_SPLIT_REFERENCE_H
#define READOUT_SPLIT_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../slice.h"

/*
 * The code point of the reference that begins at raw ("&#8217;", "&amp;"), and in
 * *size its length; 0 when there is none.
 */
uint32_t reference_decode(struct slice raw, size_t *size);

/*
 * The length of the HTML tag or comment that begins at raw ("<"), 0 when it is
 * none; *block: whether it parts words ("<br>", "</p>").
 */
size_t reference_tag(struct slice raw, bool *block);

/* The length of the address in "<https://…>", without the brackets; 0: there is none. */
size_t reference_address(struct slice raw);

#endif
