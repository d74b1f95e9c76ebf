/* Whose document it is. */
#ifndef READOUT_PUBLISHER_H
#define READOUT_PUBLISHER_H

#include "document.h"

/*
 * The country whose government publishes the document, by the host of its address,
 * its publisher's name, the office of the spokesperson whose readout it is, or a line
 * with the government's name; "" when none tells.
 */
void publisher_country(const struct document *document, char country[3]);

#endif
