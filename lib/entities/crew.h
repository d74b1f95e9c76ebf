/*
 * Several taggers on one input: the thread that reads cuts it into blocks of whole
 * documents, which the others tag side by side, and writes what they made in the
 * order of the input. What comes out is byte for byte what one tagger writes.
 */
#ifndef READOUT_CREW_H
#define READOUT_CREW_H

#include "input.h"
#include "tagger.h"

struct crew;

/*
 * A crew of that many threads beside the caller's; they start with the first block,
 * so that a short input costs nothing. Its members do what the tagger does, which
 * stays the caller's and must stay until crew_end. NULL when workers is less than 2.
 */
struct crew *crew_new(struct tagger *tagger, unsigned workers);

/*
 * What tagger_read(tagger, in, false) does. last: no other input comes behind this
 * one, so that its last document need not stay open.
 */
void crew_read(struct crew *crew, struct input *in, bool last);

/* Ends the threads and frees; NULL is good too. */
void crew_end(struct crew *crew);

/* The processors that are there for threads, at least 1. */
unsigned crew_processors(void);

#endif
