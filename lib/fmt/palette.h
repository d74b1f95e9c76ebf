/* How kinds look in a terminal: colours, and marks where there are none. */
#ifndef READOUT_PALETTE_H
#define READOUT_PALETTE_H

#include "format.h"

/*
 * A style is a number: bits that may come together. 0 is plain text.
 */
enum {
	STYLE_NAME = 0x0F, /* 1 + the enum kind of a name */
	STYLE_TOPIC = 0x10,
	STYLE_ABBREV = 0x20,
	STYLE_ACT = 0x40,
	STYLE_OTHER = 0x80,
	STYLE_BOLD = 0x100,
	STYLE_FAINT = 0x200,
};

unsigned palette_style(enum kind kind);

/* Room for the escape sequence of any style. */
enum { PALETTE_ROOM = 32 };

/*
 * The escape sequence that turns style on after another one, into buffer
 * (PALETTE_ROOM bytes); gives its length.
 */
size_t palette_sequence(unsigned style, bool after_plain, char *buffer);

/* What stands before and behind a kind's text where there is no colour: "p[", "]". */
struct slice palette_open(enum kind kind);
struct slice palette_close(enum kind kind);

#endif
