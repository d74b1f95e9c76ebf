/* What a line of a block looks like by itself. */
#ifndef READOUT_SPLIT_LINE_H
#define READOUT_SPLIT_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "source.h"

/* Sets the line's width and what it begins and ends with. */
void line_look_at(struct source_line *line);

/* Whether it begins with a bullet or number, a backslash before it aside. */
bool line_is_item(const struct source_line *line);

/* Characters in s: bytes that do not continue a UTF-8 sequence. */
size_t line_characters(struct slice s);

/* Up to the first blank, and behind the last. */
struct slice line_first_word(struct slice s);
struct slice line_last_word(struct slice s);

/* The first letter's case, marks of Markdown and opening quotes aside. */
bool line_begins_lower(struct slice s);

/* Words of running text: most of them in lower case, and more than a heading has. */
bool line_is_prose(struct slice line);

/* "1.2 Both sides agreed": begins with the number of a section. */
bool line_is_section(struct slice line);

/* "***" on a line of its own that opens or closes emphasis. */
bool line_is_stars(struct slice line);

/* A word of five capitals or more, as places below a text are written. */
bool line_is_capitals(struct slice word);

bool line_has_open_bracket(struct slice line);
bool line_ends_in_hyphen(struct slice line);

#endif
