/*
 * A hash table from bytes to 32-bit numbers: open addressing with linear
 * probing (Knuth, TAOCP 3, 6.4), at most half full.
 */
#ifndef READOUT_HASH_H
#define READOUT_HASH_H

#include <stdint.h>

#include "slice.h"

struct hash_slot {
	uint32_t hash;  /* 0: empty */
	uint32_t value;
	struct slice key; /* not copied: the caller keeps the bytes */
};

struct hash {
	struct hash_slot *slots;
	size_t mask;  /* number of slots - 1 */
	size_t count;
};

#define HASH_NONE UINT32_MAX

/*
 * Mixes eight bytes a step (multiply and fold, after wyhash, Wang Yi 2019).
 * Never 0; the same on every machine.
 */
uint32_t hash_bytes(const char *at, size_t len);

/* The number stored under key, or HASH_NONE. hash is hash_bytes of key. */
uint32_t hash_find(const struct hash *table, struct slice key, uint32_t hash);

/*
 * The place of the number stored under key; a new key gets HASH_NONE first.
 * The pointer is good until the next hash_place. Ends the program without memory.
 */
uint32_t *hash_place(struct hash *table, struct slice key, uint32_t hash);

/* Room for count keys at once, so that a big table is not grown step by step. */
void hash_reserve(struct hash *table, size_t count);

/* Forgets all keys; keeps the memory of a table that was not nearly empty. */
void hash_clear(struct hash *table);

void hash_free(struct hash *table);

#endif
