/*
 * Words and marks of a unit. "U.S." is one token, so is "Mr."; "U.S.-Japan" is
 * three; "Biden's" is "Biden" and "'s"; "O'Neill" and "al-Qa'ida"'s "Qa'ida" stay
 * whole.
 */
#ifndef READOUT_TOKEN_H
#define READOUT_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "hash.h"
#include "lexicon.h"
#include "slice.h"

enum token_shape {
	SHAPE_CAPITAL = 1,  /* begins with a capital */
	SHAPE_ALL_CAPS = 2, /* at least two letters, all capitals */
	SHAPE_DIGIT = 4,    /* has a digit */
	SHAPE_WORD = 8,     /* has a letter */
	SHAPE_MARK = 16,    /* punctuation or symbol */
	SHAPE_GAP = 32,     /* a blank stands before it */
	SHAPE_INITIAL = 64, /* capitals with full stops: "T.", "K.H.", also "U.S." */
	SHAPE_POSSESSIVE = 128 /* "'s" or the "'" behind a plural */
};

/* What a word means whatever its case. */
#define CLASSES_OF_LOWER \
	(uint32_t)(CLASS_COMMON | CLASS_LINK | CLASS_HEADLINE | CLASS_TERM | CLASS_TERM_START | \
	    CLASS_TERM_MORE)

/* Of a token's classes: a recogniser of names may begin there. */
#define TOKEN_OF_INTEREST (1u << 31)

/* What the recognisers look for. */
enum sought {
	SOUGHT_FIGURE, /* dates, amounts */
	SOUGHT_NAME,   /* of the tables */
	SOUGHT_TITLE,
	SOUGHT_PERSON,
	SOUGHT_SHAPE,
	SOUGHT_KINDS
};

/* What may begin at a token whatever stands beside it; and what it is where more has to be
 * asked. */
enum {
	BEGINS_FIGURE = 1,
	BEGINS_TITLE = 2,
	BEGINS_PERSON = 4,
	BEGINS_SHAPE = 8,
	BEGINS_OWN = 16,    /* a word in capitals: a person, if it is no other name */
	BEGINS_WORD = 32,   /* a common word in capitals */
	BEGINS_NUMBER = 64, /* digits or a number word */
	BEGINS_NOTE = 128,  /* the unit is to take note of it: a word in capitals that no table
			     * has, a quotation mark, "(" */
	BEGINS_NAME = 256   /* of the tables: never told by the token alone */
};

struct token {
	uint32_t start, end; /* bytes in the unit's text */
	uint32_t word;       /* in the lexicon; from DOCUMENT_WORD on: see document.h */
	uint32_t lower;      /* the same word in lower case; 0: not in the lexicon */
	uint32_t classes;    /* enum word_class, of word; CLASSES_OF_LOWER: of lower; and
			      * TOKEN_OF_INTEREST */
	uint8_t shape;       /* enum token_shape */
	uint8_t part;        /* enum word_part, of lower */
	char first;          /* its first byte */
	uint8_t begins;      /* BEGINS_…, but for BEGINS_NAME */
};

/*
 * The words looked up last: text repeats itself, and a word of up to 16 bytes is
 * found here by comparing two numbers. Zeroed at the start; only for one lexicon.
 */
enum { TOKEN_CACHE_BITS = 14 };
struct token_cache {
	_Alignas(64) struct cached_word {
		uint64_t head, tail; /* its bytes, the first lowest, and zeros; of the head
				      * the complement, so that all zeros are no word */
		uint32_t word, lower, classes;
		uint8_t shape, part;
		char first;
		uint8_t begins;
	} at[1 << TOKEN_CACHE_BITS][2]; /* the newer one first; both in a line of the processor's cache */
};

/* Zeros behind a text: words are found that many bytes at a time. */
enum { TOKEN_SLACK = 16 };

/*
 * Cuts text, behind which TOKEN_SLACK zeros lie, into tokens and appends them to
 * *tokens (malloc'ed, grown as needed; *count and *capacity in elements). all_caps: the
 * text is a headline in capitals, so that "JAPAN" is looked up as "Japan". cache may be
 * NULL. Words in capitals that no table has get no number here (word 0).
 */
void token_cut(const struct lexicon *lexicon, struct token_cache *cache, struct slice text,
    bool all_caps, struct token **tokens, size_t *count, size_t *capacity);

/* Whether most letters of words in text are capitals: a headline in capitals. */
bool token_all_caps(struct slice text);

#endif
