#include "segment.h"

static enum layer
layer_of(enum kind kind)
{
	if (kind_is_name(kind))
		return LAYER_NAME;
	switch (kind) {
	case KIND_TOPIC:
		return LAYER_TOPIC;
	case KIND_ABBREV:
		return LAYER_ABBREV;
	case KIND_ACT:
		return LAYER_ACT;
	default:
		return LAYER_OTHER;
	}
}

void
segment_verb(const struct span *act, uint32_t *from, uint32_t *to)
{
	const char *blank;
	struct slice verb;
	size_t at, len = act->text.len;

	*from = act->start;
	if (attr_find(act->attrs, "verb", &verb) && verb.len > 0 && verb.len <= len) {
		for (at = 0; at + verb.len <= len; at++) {
			if (memcmp(act->text.at + at, verb.at, verb.len) == 0) {
				*from = act->start + (uint32_t)at;
				*to = *from + (uint32_t)verb.len;
				return;
			}
		}
	}
	blank = len ? memchr(act->text.at, ' ', len) : NULL;
	*to = blank ? act->start + (uint32_t)(blank - act->text.at) : act->end;
}

/* How many spans before a place may still reach over it: more than a clause has. */
enum { LOOK_BACK = 64 };

/* Moves the layer to its next span that does not overlap the one before. */
static void
advance(struct segments *segments, enum layer layer)
{
	struct layer_cursor *cursor = &segments->layers[layer];
	const struct unit *unit = segments->unit;
	uint32_t before = cursor->span ? cursor->to : 0;

	while (cursor->next < unit->span_count &&
	    unit->spans[cursor->next].start < segments->to) {
		cursor->span = &unit->spans[cursor->next++];
		if (layer_of(cursor->span->kind) != layer)
			continue;
		cursor->from = cursor->span->start;
		cursor->to = cursor->span->end;
		if (layer == LAYER_ACT)
			segment_verb(cursor->span, &cursor->from, &cursor->to);
		if (cursor->from >= before && cursor->from < cursor->to &&
		    cursor->to > segments->at)
			return;
	}
	cursor->span = NULL;
}

void
segments_begin(struct segments *segments, const struct unit *unit, uint32_t from, uint32_t to)
{
	size_t low = 0, high = unit->span_count, middle;
	int layer;

	while (low < high) {
		middle = (low + high) / 2;
		if (unit->spans[middle].start < from)
			low = middle + 1;
		else
			high = middle;
	}
	low = low > LOOK_BACK ? low - LOOK_BACK : 0;
	*segments = (struct segments){.unit = unit, .at = from, .to = to};
	for (layer = 0; layer < LAYERS; layer++) {
		segments->layers[layer].next = low;
		advance(segments, (enum layer)layer);
	}
}

bool
segments_next(struct segments *segments, struct segment *segment)
{
	uint32_t to = segments->to;
	int layer;

	segment->from = segments->at;
	if (segment->from >= to)
		return false;
	for (layer = 0; layer < LAYERS; layer++) {
		struct layer_cursor *cursor = &segments->layers[layer];

		if (cursor->span && cursor->to <= segments->at)
			advance(segments, (enum layer)layer);
		segment->on[layer] = NULL;
		if (!cursor->span)
			continue;
		if (cursor->from <= segments->at) {
			segment->on[layer] = cursor->span;
			to = cursor->to < to ? cursor->to : to;
		} else {
			to = cursor->from < to ? cursor->from : to;
		}
	}
	segment->to = segments->at = to;
	return true;
}
