#include "hash.h"

#include <stdlib.h>

#include "diag.h"

enum { FIRST_SLOTS = 32, EMPTY = 16 /* a slot in so many used: too big to be kept */ };

/* Little-endian on every machine, so that all machines agree. */
static inline uint64_t
load2(const char *at)
{
	const unsigned char *byte = (const unsigned char *)at;

	return (uint64_t)byte[0] | (uint64_t)byte[1] << 8;
}

static inline uint64_t
load4(const char *at)
{
	return load2(at) | load2(at + 2) << 16;
}

static inline uint64_t
load8(const char *at)
{
	return load4(at) | load4(at + 4) << 32;
}

/* Fewer than eight bytes: two loads that may overlap, in place of one for each. */
static inline uint64_t
load_short(const char *at, size_t len)
{
	if (len >= 4)
		return load4(at) | load4(at + len - 4) << 8 * (len - 4);
	if (len >= 2)
		return load2(at) | load2(at + len - 2) << 8 * (len - 2);
	return len ? (unsigned char)*at : 0;
}

uint32_t
hash_bytes(const char *at, size_t len)
{
	uint64_t h = len * 0x9E3779B97F4A7C15u;

	for (; len >= 8; at += 8, len -= 8) {
		h = (h ^ load8(at)) * 0xD6E8FEB86659FD93u;
		h ^= h >> 32;
	}
	h = (h ^ load_short(at, len)) * 0xD6E8FEB86659FD93u;
	h ^= h >> 32;
	h *= 0xD6E8FEB86659FD93u;
	h ^= h >> 32;
	return (uint32_t)h ? (uint32_t)h : 1;
}

uint32_t
hash_find(const struct hash *table, struct slice key, uint32_t hash)
{
	size_t i;

	if (table->count == 0)
		return HASH_NONE;
	for (i = hash & table->mask; table->slots[i].hash; i = (i + 1) & table->mask)
		if (table->slots[i].hash == hash && slice_equal(table->slots[i].key, key))
			return table->slots[i].value;
	return HASH_NONE;
}

static void
resize(struct hash *table, size_t size)
{
	struct hash bigger = {.mask = size - 1, .count = table->count};
	size_t i, j;

	if (!(bigger.slots = calloc(size, sizeof *bigger.slots)))
		diag_no_memory();
	for (i = 0; table->slots && i <= table->mask; i++) {
		if (!table->slots[i].hash)
			continue;
		for (j = table->slots[i].hash & bigger.mask; bigger.slots[j].hash;)
			j = (j + 1) & bigger.mask;
		bigger.slots[j] = table->slots[i];
	}
	free(table->slots);
	*table = bigger;
}

void
hash_reserve(struct hash *table, size_t count)
{
	size_t size = table->slots ? table->mask + 1 : FIRST_SLOTS;

	while (size / 2 < count)
		size *= 2;
	if (!table->slots || size > table->mask + 1)
		resize(table, size);
}

uint32_t *
hash_place(struct hash *table, struct slice key, uint32_t hash)
{
	size_t i;

	if (!table->slots || 2 * (table->count + 1) > table->mask + 1)
		hash_reserve(table, table->count + 1);
	for (i = hash & table->mask; table->slots[i].hash; i = (i + 1) & table->mask)
		if (table->slots[i].hash == hash && slice_equal(table->slots[i].key, key))
			return &table->slots[i].value;
	table->count++;
	table->slots[i] = (struct hash_slot){hash, HASH_NONE, key};
	return &table->slots[i].value;
}

void
hash_clear(struct hash *table)
{
	if (table->count == 0)
		return;
	if (table->mask >= FIRST_SLOTS && table->mask / EMPTY >= table->count)
		hash_free(table);
	else
		memset(table->slots, 0, (table->mask + 1) * sizeof *table->slots);
	table->count = 0;
}

void
hash_free(struct hash *table)
{
	free(table->slots);
	*table = (struct hash){0};
}
