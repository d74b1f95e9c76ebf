/* Bullets and numbers in front of list items, and the marks that end a text. */
#ifndef READOUT_SPLIT_MARK_H
#define READOUT_SPLIT_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "../slice.h"
#include "../text.h"

enum mark_style {
	MARK_NONE,
	MARK_DASH,   /* "-", "*", "+", ".": parts of sentences too */
	MARK_BULLET, /* "•" and its relations */
	MARK_NUMBER, /* "1.", "(2)" */
	MARK_LETTER, /* "a)", "(b)", also "(iv)" */
};

struct mark {
	enum mark_style style;
	unsigned value; /* of a number or letter, from 1 */
	size_t size;	/* the mark alone */
	size_t end;	/* where the item's text begins */
	char closes;	/* the byte behind the number: '.' or ')' */
};

/* Most lines begin with a word, no mark: told without a closer look. */
static inline bool
mark_is_no(struct slice text)
{
	return text.len < 3 || text_is_upper((unsigned char)text.at[0]) ||
	       (text_is_lower((unsigned char)text.at[0]) &&
		text_is_lower((unsigned char)text.at[1]) && text.at[0] != 'i' &&
		text.at[0] != 'v' && text.at[0] != 'x');
}

/* The mark at the beginning of text, or one of style MARK_NONE. */
struct mark mark_at(struct slice text);

/*
 * Where in text, behind from, the item begins that follows one marked so: the next
 * number, or another bullet of the same sort; text.len when there is none.
 */
size_t mark_next(struct slice text, size_t from, const struct mark *mark);

/* The place of the first "•" that begins a list inside text; text.len: none. */
size_t mark_first_bullet(struct slice text);

/* "###", "# # #", "* * *", "-30-", "____": nothing but signs (or 30). */
bool mark_is_signs(struct slice text);

/* What rules are made of. */
static inline bool
mark_is_sign(char c)
{
	switch (c) {
	case '#':
	case '*':
	case '+':
	case '-':
	case '.':
	case '=':
	case '_':
	case '|':
	case '~':
		return true;
	default:
		return false;
	}
}

/* The same; most lines begin with a letter. */
static inline bool
mark_is_rule(struct slice text)
{
	return (text.len == 0 || text.at[0] == ' ' || mark_is_sign(text.at[0])) &&
	       mark_is_signs(text);
}

/* A rule that ends a document: made of "#", "-30-", or ". . . .". */
bool mark_is_end(struct slice text);

#endif
