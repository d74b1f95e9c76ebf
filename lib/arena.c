#include "arena.h"

#include <stdint.h>
#include <stdlib.h>

#include "diag.h"

enum { BLOCK = 64 * 1024, KEEP = 1024 * 1024, ALIGN = 16 };

struct arena_block {
	struct arena_block *next;
	size_t size; /* bytes in data */
	_Alignas(ALIGN) char data[];
};

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *block;

	if (size < BLOCK)
		size = BLOCK;
	if (size > SIZE_MAX - sizeof *block || !(block = malloc(sizeof *block + size)))
		diag_no_memory();
	block->next = NULL;
	block->size = size;
	return block;
}

/* The first block from the current one on that has size bytes, else a fresh one. */
static void
next_block(struct arena *arena, size_t size)
{
	struct arena_block *next = arena->current ? arena->current->next : arena->first, *fresh;

	if (!next || next->size < size) {
		fresh = block_new(size);
		fresh->next = next;
		if (arena->current)
			arena->current->next = fresh;
		else
			arena->first = fresh;
		next = fresh;
	}
	arena->current = next;
	arena->free = next->data;
	arena->left = next->size;
}

char *
arena_slow(struct arena *arena, size_t size)
{
	next_block(arena, size);
	arena->free += size;
	arena->left -= size;
	return arena->free - size;
}

void *
arena_take(struct arena *arena, size_t size)
{
	size_t skip = (size_t)-(uintptr_t)arena->free & (ALIGN - 1);

	if (size >= arena->left || skip >= arena->left - size)
		return arena_slow(arena, size);
	arena->free += skip + size;
	arena->left -= skip + size;
	return arena->free - size;
}

struct slice
arena_copy(struct arena *arena, struct slice s)
{
	char *copy = arena_bytes(arena, s.len + 1);

	if (s.len > 0)
		memcpy(copy, s.at, s.len);
	copy[s.len] = '\0';
	return (struct slice){copy, s.len};
}

void
arena_reset(struct arena *arena)
{
	struct arena_block **link = &arena->first;
	size_t kept = 0;

	while (*link) {
		struct arena_block *block = *link;

		kept += block->size;
		if (kept > KEEP) {
			*link = block->next;
			free(block);
		} else {
			link = &block->next;
		}
	}
	arena->current = NULL;
	arena->free = NULL;
	arena->left = 0;
}

void
arena_free(struct arena *arena)
{
	struct arena_block *block, *next;

	for (block = arena->first; block; block = next) {
		next = block->next;
		free(block);
	}
	*arena = (struct arena){0};
}

void *
grow_array(void *array, size_t count, size_t *capacity, size_t element)
{
	size_t wanted = *capacity ? *capacity * 2 : 64;
	void *bigger;

	if (wanted <= count || wanted > SIZE_MAX / element ||
	    !(bigger = realloc(array, wanted * element)))
		diag_no_memory();
	*capacity = wanted;
	return bigger;
}
