/* Where a sentence ends. */
#ifndef READOUT_SPLIT_SENTENCE_H
#define READOUT_SPLIT_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "words.h"

/*
 * The offset in text behind the sentence that begins at start, quotes and
 * brackets that close it included; 0 when text holds no end of it and more may
 * come (whole is false). *scan is where the search goes on when more has come; the
 * caller sets it to start at first. With whole, the end of text is an end.
 *
 * Method: every full stop, question and exclamation mark is judged by the word
 * before it and the word behind it, as in Grefenstette and Tapanainen 1994, with
 * a list of abbreviations by class and of words that begin sentences.
 */
size_t sentence_end(const struct words *words, struct slice text, size_t start,
		    size_t *scan, bool whole);

/* The same for a text that has no other marks in it than full stops; quicker. */
size_t sentence_end_at_stop(const struct words *words, struct slice text, size_t start,
			    size_t *scan, bool whole);

#endif
