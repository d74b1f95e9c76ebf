/*
 * Records in, records out: gathers the records of one document, lets the stages
 * read them and writes what they have found.
 */
#ifndef READOUT_TAGGER_H
#define READOUT_TAGGER_H

#include <stdbool.h>
#include <stdint.h>

#include "document.h"
#include "input.h"
#include "names.h"
#include "output.h"
#include "progress.h"
#include "stages.h"

enum { LONGEST_RECORD = 3 << 20 }; /* bytes; a longer line is passed through untouched */

struct tagger {
	const struct lexicon *lexicon;
	struct date date;          /* of documents that tell none; year 0: none */
	struct emit_options emit;
	bool headed;               /* out has a header: one in the input is left out */
	struct progress *progress; /* where documents and records are counted */
	bool silent;     /* says nothing of a line that is no record, but sets spoiled */
	bool spoiled;
	struct output out;
	struct document document;
	struct names_room names;
	bool in_document;
	size_t text;     /* bytes of text in the window so far */
	size_t lines;    /* bytes of lines in it */
};

/*
 * The fields above `out` are the caller's to set, the others zero; out is to be
 * open. The lexicon must stay.
 */
void tagger_open(struct tagger *tagger);

/*
 * Takes in to its end; the last document stays open, for the next file may go on
 * with it. Lines that are no record are passed through; each is named on standard
 * error (status 1). With one: stops before the first record of another document
 * than the one that is open, and gives whether it did.
 */
bool tagger_read(struct tagger *tagger, struct input *in, bool one);

/* Ends the open document, if there is one, and writes it into out. */
void tagger_finish(struct tagger *tagger);

/* Closes nothing: out stays the caller's. */
void tagger_free(struct tagger *tagger);

#endif
