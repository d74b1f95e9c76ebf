/* Files in a stream: the ustar and pax formats of POSIX.1-2001, without times and owners.
 */
#ifndef READOUT_FMT_TAR_H
#define READOUT_FMT_TAR_H

#include "output.h"
#include "slice.h"

/*
 * Begins a file of size bytes, which the caller writes next and ends with
 * tar_pad. name: no "/" at its beginning, no ".." in it: the caller sees to that.
 */
void tar_begin(struct output *out, struct slice name, size_t size);

/* Behind the size bytes of a file. */
void tar_pad(struct output *out, size_t size);

/* The end of the archive. */
void tar_end(struct output *out);

#endif
