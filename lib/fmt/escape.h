/*
 * Text on its way to people: what a terminal or a page would obey instead of show
 * comes out visibly. A record should hold none of it; a hostile one does.
 */
#ifndef READOUT_ESCAPE_H
#define READOUT_ESCAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "output.h"
#include "slice.h"

/*
 * Controls (C0, DEL, C1), line and paragraph separators, what changes the
 * direction of text (Unicode UAX 9, "explicit directional formatting"), other
 * characters nobody sees (zero width, tags), code points that are no characters.
 */
bool escape_needed(uint32_t code);

/*
 * The bytes at the start of s that are safe as they are; the rest, if any, begins
 * with a code point that needs escaping or with bytes that are no UTF-8.
 */
size_t escape_plain(struct slice s);

/*
 * For what stands behind a plain run: its code point (TEXT_REPLACEMENT for bytes
 * that are no UTF-8) and *size, the bytes it takes.
 */
uint32_t escape_code(struct slice s, size_t *size);

/* "<U+202E>" into buffer (12 bytes there); gives the length. */
size_t escape_name(uint32_t code, char *buffer);

/* Writes s; unsafe code points as <U+202E>, bytes that are no UTF-8 as U+FFFD. */
void escape_visible(struct output *out, struct slice s);

/* The same, but tabs stay: for whole lines of TSV. */
void escape_cells(struct output *out, struct slice s);

/* The same as escape_visible into the arena; s itself when nothing is to do. */
struct arena;
struct slice escape_copy(struct arena *arena, struct slice s);

#endif
