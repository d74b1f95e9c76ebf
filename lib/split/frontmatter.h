/* The fields of a front matter (a small part of YAML 1.2) or of a mail header. */
#ifndef READOUT_SPLIT_FRONTMATTER_H
#define READOUT_SPLIT_FRONTMATTER_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"

struct field {
	struct slice name;
	struct slice value; /* quotes and escapes resolved, lines joined */
	size_t from, to;    /* the value's bytes in the block, quotes aside */
};

/*
 * The next field of block behind *at (0 at first). buffer: at least half as
 * much again as the block, for the value. false when there is none left.
 */
bool frontmatter_next(struct slice block, size_t *at, char *buffer, struct field *field);

/* The same for a mail header (RFC 5322 folding, RFC 2047 words). */
bool mail_field_next(struct slice block, size_t *at, char *buffer, struct field *field);

#endif
