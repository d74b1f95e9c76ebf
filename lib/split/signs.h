/* Punctuation by class, for the bytes that paragraphs and lines end with. */
#ifndef READOUT_SPLIT_SIGNS_H
#define READOUT_SPLIT_SIGNS_H

#include <stdbool.h>

/* Ends a sentence: full stop, question and exclamation mark. */
static inline bool
sign_is_end(char c)
{
	return c == '.' || c == '?' || c == '!';
}

static inline bool
sign_is_colon(char c)
{
	return c == ':' || c == ';';
}

/* Quotes and brackets that close. */
static inline bool
sign_is_closer(char c)
{
	return c == '"' || c == '\'' || c == ')' || c == ']';
}

#endif
