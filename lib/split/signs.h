/* Punctuation by class, for the bytes that paragraphs and lines end with, and what is
 * between it. */
#ifndef READOUT_SPLIT_SIGNS_H
#define READOUT_SPLIT_SIGNS_H

#include <stdbool.h>

#include "../text.h"

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

/* No letter and no digit is in s. */
static inline bool
sign_is_alone(struct slice s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (text_is_alnum((unsigned char)s.at[i]) ||
		    ((unsigned char)s.at[i] >= 0xC3 && (unsigned char)s.at[i] != 0xE2))
			return false;
	return true;
}

/* Words of s, of a record's text: parted by single blanks. */
static inline size_t
sign_words(struct slice s)
{
	size_t i, count = s.len > 0;

	for (i = 0; i < s.len; i++)
		count += s.at[i] == ' ';
	return count;
}

#endif
