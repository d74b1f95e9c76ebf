/* Sorting of arrays that are nearly always short, and often nearly in order. */
#ifndef READOUT_SORT_H
#define READOUT_SORT_H

#include <stdlib.h>
#include <string.h>

/*
 * By insertion, from SORT_FEW elements on by qsort. compare as for qsort, and never 0 for
 * two different elements. Inline, so that a constant size and compare cost no call; size
 * at most SORT_LARGEST.
 */
enum { SORT_FEW = 32, SORT_LARGEST = 64 };

static inline void
sort_array(void *array, size_t count, size_t size,
    int (*compare)(const void *, const void *))
{
	char moved[SORT_LARGEST], *first = array, *at, *to;

	if (count > SORT_FEW) {
		qsort(array, count, size, compare);
		return;
	}
	if (count < 2)
		return;
	for (at = first + size; at < first + count * size; at += size) {
		if (compare(at - size, at) < 0)
			continue;
		memcpy(moved, at, size);
		to = at;
		do {
			memcpy(to, to - size, size);
			to -= size;
		} while (to > first && compare(to - size, moved) > 0);
		memcpy(to, moved, size);
	}
}

#endif
