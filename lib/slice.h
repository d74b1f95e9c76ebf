/* A run of bytes that belongs to somebody else. */
#ifndef READOUT_SLICE_H
#define READOUT_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *at;
	size_t len;
};

#define SLICE(literal) ((struct slice){(literal), sizeof(literal) - 1})

static inline struct slice
slice_of(const char *string)
{
	return (struct slice){string, strlen(string)};
}

/* The bytes from..to of s (byte offsets, to exclusive, both within s). */
static inline struct slice
slice_cut(struct slice s, size_t from, size_t to)
{
	return (struct slice){s.at + from, to - from};
}

static inline bool
slice_equal(struct slice a, struct slice b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
slice_is(struct slice s, const char *string)
{
	return slice_equal(s, slice_of(string));
}

static inline bool
slice_starts(struct slice s, struct slice prefix)
{
	return s.len >= prefix.len && memcmp(s.at, prefix.at, prefix.len) == 0;
}

static inline bool
slice_ends(struct slice s, struct slice suffix)
{
	return s.len >= suffix.len &&
	    memcmp(s.at + s.len - suffix.len, suffix.at, suffix.len) == 0;
}

/* The place of part, which is not empty, in s; s.len when it is not there. */
static inline size_t
slice_find(struct slice s, const char *part)
{
	size_t len = strlen(part), at = 0;
	const char *found;

	while (at + len <= s.len &&
	    (found = memchr(s.at + at, part[0], s.len - at - len + 1))) {
		if (memcmp(found, part, len) == 0)
			return (size_t)(found - s.at);
		at = (size_t)(found - s.at) + 1;
	}
	return s.len;
}

/* Copies s to at, which has room; gives where it ends. */
static inline char *
slice_put(char *at, struct slice s)
{
	if (s.len > 0)
		memcpy(at, s.at, s.len);
	return at + s.len;
}

/* s without ASCII blanks and tabs at either end. */
static inline struct slice
slice_trim(struct slice s)
{
	while (s.len > 0 && (s.at[0] == ' ' || s.at[0] == '\t')) {
		s.at++;
		s.len--;
	}
	while (s.len > 0 && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == '\t'))
		s.len--;
	return s;
}

#endif
