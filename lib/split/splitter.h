/* Files to units: the whole of readout-split behind its command line. */
#ifndef READOUT_SPLIT_SPLITTER_H
#define READOUT_SPLIT_SPLITTER_H

#include <regex.h>
#include <stdbool.h>

#include "../output.h"
#include "words.h"

struct splitter;

/*
 * words, output and delimiter (of documents; or NULL) stay the caller's. running:
 * take input as running text. Ends the program without memory.
 */
struct splitter *splitter_new(const struct words *words, struct output *out,
			      const regex_t *delimiter, bool running);

/* Splits all that fd holds; name as in operands_next. A read that fails is told. */
void splitter_run(struct splitter *splitter, int fd, const char *name);

void splitter_free(struct splitter *splitter);

#endif
