/* The records of one document, gathered until it ends. Used by the reader alone. */
#ifndef READOUT_GATHER_H
#define READOUT_GATHER_H

#include "format.h"
#include "input.h"

struct gather;

/* Documents will go to format->document with state. */
struct gather *gather_open(struct render *render, const struct format *format, void *state);

/* From here on records come from this file. */
void gather_file(struct gather *gather, const struct input *in);

/* Takes a copy of the record, which lies in line; hands over the document before. */
void gather_record(struct gather *gather, const struct record *record, struct slice line,
    const struct input *in);

/* Hands over the last document and frees. */
void gather_close(struct gather *gather);

#endif
