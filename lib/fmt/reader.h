/*
 * Records → documents, units, spans. Tells on standard error, with file and
 * line, what is no record, what comes out of order, spans that do not fit their
 * unit and spans whose unit is missing (status 1); the rest goes to the format.
 */
#ifndef READOUT_READER_H
#define READOUT_READER_H

#include "format.h"
#include "input.h"

struct reader;

/* render and format stay the caller's. Calls format->begin. */
struct reader *reader_open(struct render *render, const struct format *format);

/*
 * Reads all of in. The last document stays open: the next file may go on with it,
 * so that FILES and cat(1) of them give the same.
 */
void reader_read(struct reader *reader, struct input *in);

/* Hands over the last document, calls format->end, frees the reader. */
void reader_close(struct reader *reader);

/* The longest line that is taken as a record. */
enum { READER_LINE = 4 << 20 };

#endif
