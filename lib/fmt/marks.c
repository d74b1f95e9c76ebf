#include "marks.h"

#include <stdlib.h>

enum { DEEPEST = 32 };

struct walk {
	const struct unit *unit;
	const struct mark_writer *writer;
	void *context;
	const struct span *open[DEEPEST];
	size_t depth;
	uint32_t at; /* text before it is written */
};

static int
rank(const struct span *span)
{
	if (span->kind == KIND_ACT)
		return 0;
	return kind_is_name(span->kind) ? 2 : 1;
}

static int
compare(const void *a, const void *b)
{
	const struct span *one = *(const struct span *const *)a;
	const struct span *other = *(const struct span *const *)b;

	if (one->start != other->start)
		return one->start < other->start ? -1 : 1;
	if (one->end != other->end)
		return one->end > other->end ? -1 : 1;
	if (rank(one) != rank(other))
		return rank(one) - rank(other);
	return one < other ? -1 : one > other;
}

static void
write_text(struct walk *walk, uint32_t to)
{
	if (to > walk->at)
		walk->writer->text(walk->context,
				   slice_cut(walk->unit->text, walk->at, to));
	walk->at = to;
}

/* Closes what ends at "at"; what lies inside it and goes on is opened again. */
static void
close_ended(struct walk *walk, uint32_t at)
{
	size_t outermost = 0, kept, i;

	while (outermost < walk->depth && walk->open[outermost]->end > at)
		outermost++;
	for (i = walk->depth; i > outermost; i--)
		walk->writer->close(walk->context, walk->open[i - 1]);
	kept = outermost;
	for (i = outermost; i < walk->depth; i++) {
		if (walk->open[i]->end <= at)
			continue;
		walk->open[kept] = walk->open[i];
		walk->writer->open(walk->context, walk->open[kept++]);
	}
	walk->depth = kept;
}

/* Goes on in the text to "to", closing on the way. */
static void
advance(struct walk *walk, uint32_t to)
{
	uint32_t next;
	size_t i;

	for (;;) {
		next = to;
		for (i = 0; i < walk->depth; i++)
			if (walk->open[i]->end < next)
				next = walk->open[i]->end;
		write_text(walk, next);
		close_ended(walk, next);
		if (next == to)
			return;
	}
}

void
marks_walk(const struct unit *unit, struct arena *arena, const struct mark_writer *writer,
	   void *context)
{
	struct walk walk = {.unit = unit, .writer = writer, .context = context};
	const struct span **spans =
	    arena_take(arena, (unit->span_count + 1) * sizeof(struct span *));
	size_t i;

	for (i = 0; i < unit->span_count; i++)
		spans[i] = &unit->spans[i];
	qsort(spans, unit->span_count, sizeof(struct span *), compare);
	for (i = 0; i < unit->span_count; i++) {
		advance(&walk, spans[i]->start);
		if (spans[i]->start == spans[i]->end || walk.depth == DEEPEST)
			continue;
		walk.open[walk.depth++] = spans[i];
		writer->open(context, spans[i]);
	}
	advance(&walk, (uint32_t)unit->text.len);
}
