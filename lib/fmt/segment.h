/*
 * A unit's text cut where spans begin and end, so that a format can go through it
 * once from left to right, however the spans overlap.
 */
#ifndef READOUT_SEGMENT_H
#define READOUT_SEGMENT_H

#include "format.h"

/* Spans of one layer never overlap: of two that do, the one that begins first stays. */
enum layer {
	LAYER_ABBREV,
	LAYER_TOPIC,
	LAYER_OTHER,
	LAYER_ACT,
	LAYER_NAME,
	LAYERS
};

/* A stretch of text over which nothing begins or ends. */
struct segment {
	uint32_t from, to;
	const struct span *on[LAYERS]; /* what covers it, NULL: nothing */
};

struct segments {
	const struct unit *unit;
	uint32_t at, to;
	struct layer_cursor {
		const struct span *span; /* covers at or lies ahead; NULL: no more */
		uint32_t from, to;
		size_t next;
	} layers[LAYERS];
};

/* The stretches of a unit's bytes from..to; an act covers its verb alone. */
void segments_begin(struct segments *segments, const struct unit *unit, uint32_t from, uint32_t to);

/* The next stretch; false at the end. */
bool segments_next(struct segments *segments, struct segment *segment);

/* Where in its unit the verb of an act stands: by attribute verb, else its first word. */
void segment_verb(const struct span *act, uint32_t *from, uint32_t *to);

#endif
