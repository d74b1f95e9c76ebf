/*
 * UTF-8 text without the locale: decoding, classes and case of Latin, Greek and
 * Cyrillic letters, folding to ASCII.
 */
#ifndef READOUT_TEXT_H
#define READOUT_TEXT_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

#define TEXT_REPLACEMENT 0xFFFDu

/* For text_decode and text_encode alone: of what is not ASCII. */
uint32_t text_decode_long(const char *at, size_t len, size_t *size);
size_t text_encode_long(uint32_t code, char *at);

/*
 * The code point at at[0] (len bytes are there, at least one); *size: the bytes
 * it takes. Bytes that are no UTF-8 (overlong, surrogates, cut off) give
 * TEXT_REPLACEMENT and the size of the longest bad prefix, at least 1 (Unicode
 * standard, 3.9, "maximal subpart").
 */
static inline uint32_t
text_decode(const char *at, size_t len, size_t *size)
{
	if ((unsigned char)*at >= 0x80)
		return text_decode_long(at, len, size);
	*size = 1;
	return (unsigned char)*at;
}

/* Writes code as UTF-8 into at (4 bytes there); gives the length. */
static inline size_t
text_encode(uint32_t code, char *at)
{
	if (code >= 0x80)
		return text_encode_long(code, at);
	*at = (char)code;
	return 1;
}

/* Classes of bytes, for ASCII alone. */
enum {
	TEXT_UPPER = 1,
	TEXT_LOWER = 2,
	TEXT_DIGIT = 4,
	TEXT_SPACE = 8,
	TEXT_PUNCT = 16,
	TEXT_HIGH = 32, /* a byte of a longer sequence */
	TEXT_ESCAPED = 64, /* in a record's attributes: controls, "%", ";", "=" */
	TEXT_JOINT = 128, /* may stand inside a word: full stop, apostrophes */
};
extern const unsigned char text_class[256];

static inline bool
text_is_alnum(unsigned char c)
{
	return (text_class[c] & (TEXT_UPPER | TEXT_LOWER | TEXT_DIGIT)) != 0;
}

static inline bool
text_is_alpha(unsigned char c)
{
	return (text_class[c] & (TEXT_UPPER | TEXT_LOWER)) != 0;
}

static inline bool
text_is_digit(unsigned char c)
{
	return (text_class[c] & TEXT_DIGIT) != 0;
}

static inline bool
text_is_upper(unsigned char c)
{
	return (text_class[c] & TEXT_UPPER) != 0;
}

static inline bool
text_is_lower(unsigned char c)
{
	return (text_class[c] & TEXT_LOWER) != 0;
}

static inline char
text_lower_byte(char c)
{
	return text_is_upper((unsigned char)c) ? (char)(c + 32) : c;
}

/* What a hexadecimal digit stands for; -1 when c is none. */
static inline int
text_hex_value(char c)
{
	if (text_is_digit((unsigned char)c))
		return c - '0';
	c = text_lower_byte(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* So many bytes at the begin of s are printable ASCII, blanks among them. */
size_t text_printable(struct slice s);

/* White space of any sort, also no-break and ideographic; no zero-width ones. */
bool text_is_space(uint32_t code);

/* Takes no place and means nothing in a readout: zero-width characters, soft
 * hyphens, byte-order marks, directional marks. */
bool text_is_invisible(uint32_t code);

/* Letters of any script; for Latin, Greek and Cyrillic also their case. */
bool text_is_letter(uint32_t code);
bool text_is_upper_letter(uint32_t code);
bool text_is_lower_letter(uint32_t code);

/* Whether a small letter of ASCII is in it. */
bool text_has_lower(struct slice s);
uint32_t text_to_lower(uint32_t code);
uint32_t text_to_upper(uint32_t code);

/*
 * The ASCII letters that stand for code ("ä" → "a", "ß" → "ss", "Ж" → "Zh"), a
 * typographic quote or dash as its ASCII relation; NULL when there are none.
 */
const char *text_ascii(uint32_t code);

/*
 * s folded to ASCII into buffer (at least 4 * s.len bytes); case stays. What has
 * no ASCII is left out. Gives the length.
 */
size_t text_fold(struct slice s, char *buffer);

/*
 * The slug of s into buffer (at least 4 * s.len bytes): ASCII, lower case, what is
 * neither letter nor digit as one hyphen between words, apostrophes left out.
 */
size_t text_slug(struct slice s, char *buffer);

#endif
