/*
 * read(2), write(2) and poll(2) for a fuzz target: the library is compiled with
 * -Dread=fuzz_read -Dwrite=fuzz_write -Dpoll=fuzz_poll, so that bytes come from
 * memory, in pieces of changing size with a pause before each, and go where they can
 * be looked at.
 */
#ifndef READOUT_FUZZ_FEED_H
#define READOUT_FUZZ_FEED_H

#include <stddef.h>
#include <stdint.h>

/* What is read from now on; the bytes stay the caller's. Forgets what was written. */
void feed_start(const uint8_t *data, size_t size);

/* What has been written to standard output since; good until the next feed_start. */
const char *feed_written(size_t *size);

/* Every line written is a record, a comment, or stood in the input: else aborts. */
void feed_check_records(const uint8_t *data, size_t size);

#endif
