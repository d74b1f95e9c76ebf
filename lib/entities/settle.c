#include "recognise.h"

#include <stdlib.h>

static int
by_belief(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;
	uint32_t x_length = x->last - x->first, y_length = y->last - y->first;

	if ((x->rank == RANK_USER) != (y->rank == RANK_USER))
		return x->rank == RANK_USER ? -1 : 1;
	if (x_length != y_length)
		return x_length > y_length ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

static int
by_place(const void *a, const void *b)
{
	const struct candidate *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

size_t
settle_candidates(struct reading *reading)
{
	struct candidate *list = reading->candidates;
	size_t kept = 0, i, j;

	if (reading->count == 0)
		return 0;
	qsort(list, reading->count, sizeof *list, by_belief);
	for (i = 0; i < reading->count; i++) {
		for (j = 0; j < kept; j++)
			if (list[i].first < list[j].last && list[j].first < list[i].last)
				break;
		if (j == kept)
			list[kept++] = list[i];
	}
	qsort(list, kept, sizeof *list, by_place);
	return reading->count = kept;
}
