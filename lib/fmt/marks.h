/*
 * Spans that nest and cross, as tags that only nest: a span that crosses the end
 * of another is closed and opened again there.
 */
#ifndef READOUT_FMT_MARKS_H
#define READOUT_FMT_MARKS_H

#include "format.h"

/* What a format does with a unit; called in the order of the text. */
struct mark_writer {
	void (*text)(void *context, struct slice text);
	void (*open)(void *context, const struct span *span);
	void (*close)(void *context, const struct span *span);
};

/*
 * Walks through the unit. Of spans of the same extent acts are the outermost and
 * names the innermost; empty spans are left out, and what lies in more than 32
 * others (nobody could see it).
 */
void marks_walk(const struct unit *unit, struct arena *arena,
		const struct mark_writer *writer, void *context);

#endif
