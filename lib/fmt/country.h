/* What a country is called. */
#ifndef READOUT_COUNTRY_H
#define READOUT_COUNTRY_H

#include "slice.h"

/*
 * The usual name of a country by its key ("KR" → "South Korea"): the first name
 * the built-in table has for it; empty for a key it does not know. Bytes that stay.
 */
struct slice country_name(struct slice key);

#endif
