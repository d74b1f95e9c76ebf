#include "paint.h"

#include "palette.h"
#include "segment.h"

/*
 * Every span that ends is closed, the innermost first; one that crosses another is
 * closed and opened again. No segment: all are closed.
 */
static void
change_marks(struct fill *fill, const struct span **stack, size_t *depth,
    const struct segment *segment)
{
	const struct span *opening[LAYERS], *one;
	size_t count = 0, i, j, keep;
	int layer;

	for (keep = 0; keep < *depth; keep++) {
		for (layer = 0; layer < LAYERS; layer++)
			if (segment && segment->on[layer] == stack[keep])
				break;
		if (layer == LAYERS)
			break;
	}
	while (*depth > keep)
		fill_text(fill, palette_close(stack[--*depth]->kind));
	for (layer = 0; segment && layer < LAYERS; layer++) {
		one = segment->on[layer];
		for (j = 0; one && j < *depth; j++)
			if (stack[j] == one)
				one = NULL;
		if (!one)
			continue;
		for (i = count++; i > 0 && opening[i - 1]->end < one->end; i--)
			opening[i] = opening[i - 1];
		opening[i] = one;
	}
	for (i = 0; i < count; i++) {
		fill_text(fill, palette_open(opening[i]->kind));
		stack[(*depth)++] = opening[i];
	}
}

void
paint(struct fill *fill, const struct unit *unit, uint32_t from, uint32_t to, unsigned style,
    bool marks)
{
	const struct span *stack[LAYERS];
	struct segments segments;
	struct segment segment;
	size_t depth = 0;
	int layer;

	marks = marks && !fill->colour;
	segments_begin(&segments, unit, from, to);
	while (segments_next(&segments, &segment)) {
		fill->style = style;
		for (layer = 0; fill->colour && layer < LAYERS; layer++)
			if (segment.on[layer])
				fill->style |= palette_style(segment.on[layer]->kind);
		if (marks)
			change_marks(fill, stack, &depth, &segment);
		fill_text(fill, slice_cut(unit->text, segment.from, segment.to));
	}
	fill->style = style;
	if (marks)
		change_marks(fill, stack, &depth, NULL);
}
