/*
 * Text looked at in steps of 16 bytes: loops of that length without branches, which
 * compilers turn into vector instructions.
 */
#ifndef READOUT_STEP_H
#define READOUT_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { STEP = 16 };

/* The loops are of forms that gcc 12 knows at -O2: sums of one comparison a statement,
 * smaller and greater ones, and bits; a byte's highest bit says that it was found. */
#define STEP_ADD(sum, truth) ((sum) = (unsigned char)((sum) + (truth)))
#define STEP_LESS(a, b) ((a) < (b) ? (a) : (b))

static inline bool
step_found(const unsigned char found[STEP])
{
	uint64_t halves[2];

	memcpy(halves, found, STEP);
	return ((halves[0] | halves[1]) & 0x8080808080808080u) != 0;
}

/* Eight bytes, the first the lowest, on every machine: compilers know the form. */
static inline uint64_t
step_half(const unsigned char *at)
{
	return (uint64_t)at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 |
	       (uint64_t)at[3] << 24 | (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 |
	       (uint64_t)at[6] << 48 | (uint64_t)at[7] << 56;
}

/* Which of the bytes was the first that was found; STEP: none. */
static inline size_t
step_first(const unsigned char found[STEP])
{
	const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
	uint64_t half = step_half(found) & high;
	size_t from = 0;

	if (!step_found(found))
		return STEP;
	if (half == 0) {
		half = step_half(found + STEP / 2) & high;
		from = STEP / 2;
	}
	/* The ones below the lowest bit, counted by byte: that byte's own is among them. */
	half = (((half & (0 - half)) - 1) & ones) * ones >> 56;
	return from + (size_t)half - 1;
}

/* How many of the STEP bytes at at are printable ASCII, up to the first that is not. */
static inline size_t
step_printable(const unsigned char *at)
{
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char c = at[i];

		found[i] = (unsigned char)(c | (unsigned char)(c - ' ') | (unsigned char)(c + 1));
	}
	return step_first(found);
}

/* Whether one of the STEP bytes at at means something in a record's attributes. */
static inline bool
step_has_attr_sign(const unsigned char *at)
{
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char c = at[i] & 0x7F, sign = c ^ '%', other = c ^ ';';

		sign = STEP_LESS(sign, other);
		other = c ^ '=';
		sign = STEP_LESS(sign, other);
		/* Controls and DEL, here also high bytes that look like them, or a sign. */
		found[i] = (unsigned char)((unsigned char)(c - ' ') |
					   (unsigned char)(c + 1) |
					   (unsigned char)(sign - 1));
	}
	return step_found(found);
}

#endif
