/* The fields of a front matter or a mail's header, as metadata of the document. */
#ifndef READOUT_SPLIT_FIELDS_H
#define READOUT_SPLIT_FIELDS_H

#include <stdbool.h>
#include <stdint.h>

#include "../slice.h"
#include "document.h"
#include "header.h"

/* A header's longest, and half of it more: "\u" without digits becomes three bytes. */
enum { FIELDS_BUFFER = HEADER_LONGEST + HEADER_LONGEST / 2 };

/*
 * Writes the fields in block, which stands at offset in the input; its title is kept
 * in document until the text has shown whether it has one itself. mail: it is a
 * mail's header. buffer: of FIELDS_BUFFER bytes, for values.
 */
void fields_write(struct document *document, struct slice block, uint64_t offset,
		  bool mail, char *buffer);

#endif
