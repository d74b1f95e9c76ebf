/*
 * How bearers of titles are spoken of: "His Majesty", "the leader". The table of titles
 * says it: style= of a title what its bearer is, means= who a title stands for.
 */
#ifndef READOUT_STYLE_H
#define READOUT_STYLE_H

#include "document.h"

enum style {
	STYLE_HEAD = 1,    /* of a state or a government */
	STYLE_PREMIER = 2, /* of a government */
	STYLE_MAJESTY = 4,
	STYLE_HIGHNESS = 8,
	STYLE_LADY = 16    /* a majesty or highness who is a woman */
};

/* Whom a title stands for besides its bearers; 0 for none, also when role is NULL. */
unsigned style_meant(const struct lexicon *lexicon, const struct entry *role);

/* What person p is by the titles beside the name, else by the office of the tables. */
unsigned style_of_person(const struct document *document, uint32_t p);

#endif
