/*
 * The words the splitter knows: abbreviations, words that begin sentences or
 * cannot end a line of a headline, phrases of page chrome, time zones. All of them
 * are rows of gazetteer tables.
 */
#ifndef READOUT_SPLIT_WORDS_H
#define READOUT_SPLIT_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../gazetteer.h"
#include "../hash.h"
#include "../slice.h"

/* What a full stop behind an abbreviation may mean. */
enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_TITLE,  /* a name follows: never an end ("Mr.", "St.", "vs.") */
	ABBREVIATION_NUMBER, /* no end if a number follows ("No.", "p.") */
	ABBREVIATION_MONTH,  /* the same, and names of days */
	ABBREVIATION_NAME,   /* may end a sentence ("U.S.", "Inc.") */
	ABBREVIATION_SUFFIX, /* behind a person's name ("Jr.") */
	ABBREVIATION_TIME,   /* "a.m." */
};

/* How surely a capitalised word begins a sentence behind an abbreviation. */
enum starter {
	STARTER_NONE,
	STARTER_WEAK,	/* "In", "After": may be part of a name too */
	STARTER_STRONG, /* "The", "They" */
	STARTER_TITLE,	/* "President": follows "U.S." inside a sentence */
};

/* What a phrase of a page's chrome makes of the line it stands in. */
enum phrase {
	PHRASE_NONE,
	PHRASE_NAVIGATION, /* log in, cookies, skip to content */
	PHRASE_SHARE,
	PHRASE_DISCLAIMER, /* what follows is the publisher's sentence */
	PHRASE_CONTACT,	   /* press contacts: all that follows in the block */
	PHRASE_RELATED,	   /* related pages: the list that follows */
	PHRASE_END,	   /* end marks in words: "ENDS", "-30-" */
	PHRASE_BYLINE,	   /* offices and headers above a text */
	PHRASE_LEADIN,	   /* "provided the following readout:" */
	PHRASE_LABEL,	   /* "Published:", in front of metadata */
	PHRASE_HEADLINE,   /* begins headlines: "Readout of" */
	PHRASE_NOTE,	   /* any other line that is not the text's own */
};

struct words;

/* Loads the built-in tables. Ends the program without memory. */
struct words *words_new(void);

/* Takes one more row, from a user's table; its bytes must stay. */
gazetteer_taker words_take;

void words_free(struct words *words);

/* The class of a word that a full stop follows, without that full stop. */
enum abbreviation words_abbreviation(const struct words *words, struct slice word);

enum starter words_starter(const struct words *words, struct slice word);

/* Words that cannot stand at the end of a line that is complete: "of", "and". */
bool words_joiner(const struct words *words, struct slice word);

/* First parts of compounds that keep their hyphen at a line's end: "long-". */
bool words_compound(const struct words *words, struct slice word);

/* Finite verbs that make a line without a full stop a sentence: "met", "was". */
bool words_finite(const struct words *words, struct slice word);

/* Names of months and days, which go on behind "5 p.m.". */
bool words_calendar(const struct words *words, struct slice word);

/*
 * The languages (bit i: words_language i) that word is a small word of; bit 0 is
 * English, bit 31 is never set.
 */
enum { WORDS_ENGLISH = 1, WORDS_LANGUAGES = 31 };
uint32_t words_languages(const struct words *words, struct slice word);

/* The same for small words that names hold too ("de", "la"). */
uint32_t words_particle(const struct words *words, struct slice word);

/* The code (ISO 639-1) of a language. */
struct slice words_language(const struct words *words, unsigned number);

/*
 * The offset of a time zone of that name ("-04:00", "Z"); false without one.
 * The slice stays.
 */
bool words_zone(const struct words *words, struct slice name, struct slice *offset);

/*
 * Looks for a phrase that makes text (normalised, one line) something other than
 * the text's own sentences. *key: for PHRASE_LABEL the metadata's name; *end:
 * where the phrase ends in text.
 */
enum phrase words_phrase(const struct words *words, struct slice text, struct slice *key,
			 size_t *end);

#endif
