#include "recognise.h"

#include <stdlib.h>

enum { MANY = 200 }; /* from here on insertion would be slower */

/* Marks the tokens of a candidate as taken, unless one of them is. */
static bool
take_tokens(struct reading *reading, const struct candidate *candidate)
{
	uint32_t i;

	for (i = candidate->first; i < candidate->last; i++)
		if (hit_at(reading, i)->taken)
			return false;
	for (i = candidate->first; i < candidate->last; i++)
		hit_at(reading, i)->taken = true;
	return true;
}

/* Whether x is to be believed before y: the one order in which conflicts are settled. */
static bool
believed_before(const struct candidate *x, const struct candidate *y)
{
	uint32_t x_length = x->last - x->first, y_length = y->last - y->first;

	if ((x->rank == RANK_USER) != (y->rank == RANK_USER))
		return x->rank == RANK_USER;
	if (x_length != y_length)
		return x_length > y_length;
	if (x->rank != y->rank)
		return x->rank < y->rank;
	if (x->first != y->first)
		return x->first < y->first;
	if (x->kind != y->kind)
		return x->kind < y->kind;
	return x < y; /* the one proposed first */
}

static bool
stands_before(const struct candidate *x, const struct candidate *y)
{
	return x->first < y->first;
}

static int
compare_belief(const void *a, const void *b)
{
	const struct candidate *x = *(struct candidate *const *)a, *y = *(struct candidate *const *)b;

	return believed_before(x, y) ? -1 : believed_before(y, x);
}

static int
compare_place(const void *a, const void *b)
{
	const struct candidate *x = *(struct candidate *const *)a, *y = *(struct candidate *const *)b;

	return stands_before(x, y) ? -1 : stands_before(y, x);
}

/* By insertion: a unit has a few dozen candidates, often in order. */
static void
sort_candidates(struct candidate **order, size_t count,
    bool (*before)(const struct candidate *, const struct candidate *),
    int (*compare)(const void *, const void *))
{
	size_t i, j;

	if (count > MANY) {
		qsort(order, count, sizeof *order, compare);
		return;
	}
	for (i = 1; i < count; i++) {
		struct candidate *moved = order[i];

		for (j = i; j > 0 && before(moved, order[j - 1]); j--)
			order[j] = order[j - 1];
		order[j] = moved;
	}
}

size_t
settle_candidates(struct reading *reading)
{
	struct candidate **order;
	size_t kept = 0, i;

	while (reading->order_capacity < reading->count)
		reading->order = grow(reading->order, reading->order_capacity,
		    &reading->order_capacity, sizeof *reading->order);
	order = reading->order;
	for (i = 0; i < reading->count; i++)
		order[i] = &reading->candidates[i];
	sort_candidates(order, reading->count, believed_before, compare_belief);
	for (i = 0; i < reading->count; i++)
		if (take_tokens(reading, order[i]))
			order[kept++] = order[i];
	sort_candidates(order, kept, stands_before, compare_place);
	return kept;
}
