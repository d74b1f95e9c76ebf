/* What readout-split looks for in steps. */
#ifndef READOUT_SPLIT_STEP_H
#define READOUT_SPLIT_STEP_H

#include "../step.h"

/* Whether one of the STEP bytes at at may end a sentence or is the first of a "…". */
static inline bool
step_has_stop(const unsigned char *at)
{
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char stop = at[i] ^ '.', other = at[i] ^ '?';

		stop = STEP_LESS(stop, other);
		other = at[i] ^ '!';
		stop = STEP_LESS(stop, other);
		other = at[i] ^ 0xE2;
		stop = STEP_LESS(stop, other);
		/* Only what is 0 gets the bit: nothing is above 128 in all four. */
		found[i] = (unsigned char)(stop - 1);
	}
	return step_found(found);
}

/*
 * Copies the STEP bytes at at, a byte stands before them, to out, line ends as blanks.
 * Gives how many of them count: up to where more is to be done, for controls, bytes that
 * are not ASCII, marks of Markdown and HTML, white space behind white space, a line that
 * ends in a hyphen.
 */
static inline size_t
step_copy(const unsigned char *restrict at, unsigned char *restrict out)
{
	const unsigned char *previous = at - 1;
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char c = at[i], before = previous[i];
		unsigned char most = c > before ? c : before;
		unsigned char mark = (unsigned char)((c == '&') | (c == '*') | (c == '<') |
						     ((c == '\n') & (before == '-')));
		unsigned char control = c == '\n' ? 0 : (unsigned char)(c - ' ');

		/* High bytes, DEL; "[\\]^_"; two blanks; a mark; a control, no newline. */
		found[i] = (unsigned char)(c | (unsigned char)(c + 1) |
					   (unsigned char)((c ^ 0x20) + 5) |
					   (unsigned char)(most - 0x21) |
					   (mark ? 0x80 : 0) | control);
		out[i] = c > ' ' ? c : ' ';
	}
	return step_first(found);
}

/* The STEP bytes at at in lower case to out; false when some are not ASCII. */
static inline bool
step_lower(const unsigned char *restrict at, unsigned char *restrict out)
{
	unsigned char bit[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		bit[i] = (unsigned char)(at[i] - 'A') < 26 ? 0x20 : 0;
		out[i] = at[i] | bit[i];
	}
	return !step_found(at);
}

/* The last bytes at at, fewer than 2 * STEP, with zeros behind them. */
static inline void
step_last(const unsigned char *at, size_t len, unsigned char last[2 * STEP])
{
	memset(last, 0, 2 * STEP);
	memcpy(last, at, len);
}

/*
 * How often "the", "of", "and" or "to" stands behind one of the STEP bytes at at, a
 * blank before and behind it; four bytes more are read.
 */
static inline size_t
step_english(const unsigned char *at)
{
	unsigned char count = 0;
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char blank = at[i] ^ ' ', a = at[i + 1], b = at[i + 2];
		unsigned char c = at[i + 3], last = at[i + 4] ^ ' ', third = c ^ ' ';
		unsigned char the = (unsigned char)((a ^ 't') | (b ^ 'h') | (c ^ 'e') | last);
		unsigned char and = (unsigned char)((a ^ 'a') | (b ^ 'n') | (c ^ 'd') | last);
		unsigned char of = (unsigned char)((a ^ 'o') | (b ^ 'f') | third);
		unsigned char to = (unsigned char)((a ^ 't') | (b ^ 'o') | third);

		the = STEP_LESS(the, and);
		of = STEP_LESS(of, to);
		the = STEP_LESS(the, of);
		the = the | blank;
		STEP_ADD(count, the == 0);
	}
	return count;
}

/*
 * How many of the STEP bytes at at, a byte stands before them, begin a word in small
 * letters; twice as many for those that begin one in letters that are not ASCII.
 */
static inline size_t
step_small_words(const unsigned char *at)
{
	const unsigned char *previous = at - 1;
	unsigned char count = 0;
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char blank = previous[i] ^ ' ', c = at[i];
		unsigned char letter = (unsigned char)(c - 'a') < 26 ? 0 : 1;
		unsigned char high = c >= 0xC3 ? 0 : 1;

		letter = letter | blank;
		high = high | blank;
		STEP_ADD(count, letter == 0);
		STEP_ADD(count, high == 0);
		STEP_ADD(count, high == 0);
	}
	return count;
}

/* How many of the STEP bytes at at, the first skipped, continue a UTF-8 sequence. */
static inline size_t
step_continued(const unsigned char *at, size_t skip)
{
	unsigned char count = 0, i;

	for (i = 0; i < STEP; i++) {
		unsigned char sort = at[i] & 0xC0, other = sort ^ 0x80;
		unsigned char early = i < (unsigned char)skip ? 1 : 0;

		other = other | early;
		STEP_ADD(count, other == 0);
	}
	return count;
}

/* Whether the len bytes at at, STEP or more, are ASCII alone. */
static inline bool
step_is_ascii(const unsigned char *at, size_t len)
{
	const unsigned char *last = at + len - STEP;
	uint64_t halves[2], all;

	memcpy(halves, last, STEP);
	for (all = halves[0] | halves[1]; at < last; at += STEP) {
		memcpy(halves, at, STEP);
		all |= halves[0] | halves[1];
	}
	return (all & 0x8080808080808080u) == 0;
}

/* How many of the STEP bytes at at, the first skipped, are digits. */
static inline size_t
step_digits(const unsigned char *at, size_t skip)
{
	unsigned char count = 0, i;

	for (i = 0; i < STEP; i++) {
		unsigned char other = (unsigned char)(at[i] - '0') < 10 ? 0 : 1;
		unsigned char early = i < (unsigned char)skip ? 1 : 0;

		other = other | early;
		STEP_ADD(count, other == 0);
	}
	return count;
}

#endif
