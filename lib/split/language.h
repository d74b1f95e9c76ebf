/* In which language a paragraph is: English, or another, which is left alone. */
#ifndef READOUT_SPLIT_LANGUAGE_H
#define READOUT_SPLIT_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "words.h"

enum language {
	LANGUAGE_UNKNOWN, /* too few words, or none that tell */
	LANGUAGE_ENGLISH,
	LANGUAGE_OTHER,
};

/* What is looked at; of a longer text the rest says no more. */
enum { LANGUAGE_LOOKED_AT = 300 };

/*
 * The language of text by the small words its sentences need, or, where most letters
 * are not Latin, by its script. *code: of another language the code of ISO 639-1,
 * "und" where none can be told. before: the code of the paragraph before, when that
 * was in another language: less is asked then. More text never makes English
 * another language, nor text of LANGUAGE_LOOKED_AT bytes anything else.
 *
 * Method: Grefenstette 1995, "Comparing two language identification schemes", the
 * one of small words; scripts as in the Unicode standard, chapters 7 to 20.
 */
enum language language_of(const struct words *words, struct slice text,
			  struct slice before, struct slice *code);

#endif
