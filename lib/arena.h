/*
 * Memory that is given out piece by piece and taken back all at once: one arena
 * holds what lives as long as one document.
 */
#ifndef READOUT_ARENA_H
#define READOUT_ARENA_H

#include <stddef.h>

#include "slice.h"

struct arena_block;

struct arena {
	struct arena_block *first; /* blocks are kept over a reset and used again */
	struct arena_block *current;
	char *free;  /* of the current block: not given out yet */
	size_t left; /* bytes there */
};

/*
 * size bytes, aligned for any object, not zeroed; valid until arena_reset or
 * arena_free. Never NULL: without memory the program ends with status 2.
 */
void *arena_take(struct arena *arena, size_t size);

/* For arena_bytes alone: when the current block has not that much left. */
char *arena_slow(struct arena *arena, size_t size);

/* The same for text: no alignment, so that many short pieces lie close. */
static inline char *
arena_bytes(struct arena *arena, size_t size)
{
	char *taken = arena->free;

	if (size >= arena->left) /* also before there is any block */
		return arena_slow(arena, size);
	arena->free += size;
	arena->left -= size;
	return taken;
}

/* A copy of s in the arena, with a NUL behind it that its length leaves out. */
struct slice arena_copy(struct arena *arena, struct slice s);

/* Takes everything back; memory beyond 1 MiB goes back to the system. */
void arena_reset(struct arena *arena);

void arena_free(struct arena *arena);

/* For grow alone. */
void *grow_array(void *array, size_t count, size_t *capacity, size_t element);

/*
 * Makes room for one more element in an array that grows by doubling:
 * array[count] may be written afterwards. *capacity counts elements. The array
 * is malloc'ed and owned by the caller; without memory the program ends.
 */
static inline void *
grow(void *array, size_t count, size_t *capacity, size_t element)
{
	return count < *capacity ? array : grow_array(array, count, capacity, element);
}

#endif
