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

static char *
take(struct arena *arena, size_t size, size_t align)
{
	struct arena_block *next;

	arena->used = (arena->used + align - 1) & ~(align - 1);
	while (!arena->current || arena->used > arena->current->size ||
	    arena->current->size - arena->used < size) {
		next = arena->current ? arena->current->next : arena->first;
		if (!next || next->size < size) {
			struct arena_block *fresh = block_new(size);
			fresh->next = next;
			if (arena->current)
				arena->current->next = fresh;
			else
				arena->first = fresh;
			next = fresh;
		}
		arena->current = next;
		arena->used = 0;
	}
	arena->used += size;
	return arena->current->data + arena->used - size;
}

void *
arena_take(struct arena *arena, size_t size)
{
	return take(arena, size, ALIGN);
}

char *
arena_bytes(struct arena *arena, size_t size)
{
	return take(arena, size, 1);
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
	arena->used = 0;
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
	size_t wanted = *capacity ? *capacity * 2 : 16;
	void *bigger;

	if (wanted <= count || wanted > SIZE_MAX / element ||
	    !(bigger = realloc(array, wanted * element)))
		diag_no_memory();
	*capacity = wanted;
	return bigger;
}
