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

/* The user's tables, then more tokens, then the lower rank. */
static uint64_t
belief(const struct candidate *candidate)
{
	return (uint64_t)(candidate->rank == RANK_USER) << 63 |
	    (uint64_t)(candidate->last - candidate->first) << 8 | (RANK_GUESS - candidate->rank);
}

/* Whether x is to be believed before y: the one order in which conflicts are settled. */
static bool
believed_before(const struct candidate *x, const struct candidate *y)
{
	uint64_t x_belief = belief(x), y_belief = belief(y);

	if (x_belief != y_belief)
		return x_belief > y_belief;
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

/* Leaves those of count candidates that overlap the ones to be kept; gives how many. */
static size_t
settle_conflict(struct reading *reading, struct candidate **order, size_t count)
{
	size_t kept = 0, i;

	if (count == 2) {
		order[0] = order[believed_before(order[1], order[0])];
		return 1;
	}
	sort_candidates(order, count, believed_before, compare_belief);
	for (i = 0; i < count; i++)
		if (take_tokens(reading, order[i]))
			order[kept++] = order[i];
	sort_candidates(order, kept, stands_before, compare_place);
	return kept;
}

size_t
settle_candidates(struct reading *reading)
{
	struct candidate **order;
	size_t kept = 0, i, next, left;
	uint32_t last;

	while (reading->order_capacity < reading->count)
		reading->order = grow(reading->order, reading->order_capacity,
		    &reading->order_capacity, sizeof *reading->order);
	order = reading->order;
	for (i = 0; i < reading->count; i++)
		order[i] = &reading->candidates[i];
	sort_candidates(order, reading->count, stands_before, compare_place);
	for (i = 0; i < reading->count; i = next) {
		last = order[i]->last;
		for (next = i + 1; next < reading->count && order[next]->first < last; next++)
			if (order[next]->last > last)
				last = order[next]->last;
		if (next == i + 1) {
			order[kept++] = order[i];
			continue;
		}
		left = settle_conflict(reading, &order[i], next - i);
		memmove(&order[kept], &order[i], left * sizeof *order);
		kept += left;
	}
	return kept;
}
