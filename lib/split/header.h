/* What may stand above a document's text: a front matter, or a mail's header. */
#ifndef READOUT_SPLIT_HEADER_H
#define READOUT_SPLIT_HEADER_H

#include <stddef.h>

#include "source.h"

enum { HEADER_LONGEST = 64 * 1024 }; /* more than either of the two can be */

/*
 * The length of the front matter that begins at byte from: "---", fields, "---";
 * 0 when there is none.
 */
size_t header_front_matter(struct source *source, size_t from);

/*
 * The length of the mail header that begins at byte from, its "From " line
 * included; 0 when there is none. Without that line two of the fields that every
 * message has must be in it.
 */
size_t header_mail(struct source *source, size_t from);

#endif
