/*
 * How far a name in capitals goes around its head word: "G20 Finance Ministers and
 * Central Bank Governors | Meeting", "Ministry | of Foreign Affairs and Trade".
 */
#ifndef READOUT_EXTENT_H
#define READOUT_EXTENT_H

#include "recognise.h"

enum { HEADS = CLASS_HEADS };

/* value= of head words in gazetteer/head.tsv that have rules of their own. */
enum head_word {
	HEAD_PREFIX = 41,   /* the name stands behind it: Hurricane, Camp */
	HEAD_NUMBERED,      /* a number does: Article 5 */
	HEAD_ANNIVERSARY,
	HEAD_ORDER,
	HEAD_FUND,
	HEAD_PARTNERSHIP,
	HEAD_MEETING,
	HEAD_OFFICE,
	HEAD_ACT,
	HEAD_DEPARTMENT,    /* its field alone makes it a name: State Department */
	HEAD_ALLIANCE,
	HEAD_CONGRESS,
	HEAD_NATIONAL,      /* a country does: Polish Army */
	HEAD_DAY,
	HEAD_SCHOOL,
	HEAD_PROPER,        /* behind a name of its own: Berlin Process */
	HEAD_RESOLUTION,    /* behind its council or before its number */
	HEAD_ACRONYM,       /* only with its initials in brackets behind it */
	HEAD_NATURE,        /* a country's name before it is enough: Niger Delta */
	HEAD_LOWER = 61,    /* written small: any name before it */
	HEAD_LOWER_PLACE,   /* a place, or two words */
	HEAD_LOWER_TWO,     /* two words */
	HEAD_LOWER_MEETING,
	HEAD_LOWER_WORDS    /* two words that are no name of their own */
};

/* value= of the words of class link. */
enum link {
	LINK_NONE,
	LINK_OF,
	LINK_FOR,
	LINK_AND,
	LINK_ON,
	LINK_THE,
	LINK_TO,
	LINK_IN,
	LINK_WITH,
	LINK_AGAINST,
	LINK_FOREIGN, /* de, la */
	LINK_VERSUS,
	LINK_BETWEEN
};

/* No name is so long; without an end a text of capitals would be read over and over. */
enum { LONGEST_RUN = 40 };

/*
 * No sentence has so many candidates: then nobody looks through them again, so that
 * hostile input costs no more than its length.
 */
static inline bool
is_crowded(const struct reading *reading)
{
	return reading->count > 4096;
}

/* What token i does inside a name, in capitals or not. */
static inline enum link
link_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_LINK)
	    ? (enum link)known_word(reading->lexicon, reading->tokens[i].lower)->number
	    : LINK_NONE;
}

/* value= of the head word at i. */
static inline enum head_word
head_at(const struct reading *reading, uint32_t i)
{
	return (enum head_word)known_word(reading->lexicon, reading->tokens[i].word)->number;
}

/* A word that only a headline writes in capitals. */
bool is_headline_word(const struct reading *reading, uint32_t i);

/* A hyphen or slash without blanks that joins words. */
bool is_joint(const struct reading *reading, uint32_t i);

/* A name of the tables of one of the kinds country to instrument begins at i; where it ends. */
uint32_t name_end(const struct reading *reading, uint32_t i);

/* A name of that kind stands at exactly first..last. */
bool is_entry(const struct reading *reading, uint32_t first, uint32_t last, enum entry_kind kind);

/* Some word of first..last in capitals is no common word, no head and no title. */
bool has_proper_word(const struct reading *reading, uint32_t first, uint32_t last);

/* The same, the names of countries left aside. */
bool has_proper_word_beyond_countries(const struct reading *reading, uint32_t first,
    uint32_t last);

/* "Education", "Commerce": one word that names a ministry only where it acts. */
bool is_word_too(const struct reading *reading, uint32_t i);

/* A common word in capitals that is no date, no title and no headline's word. */
bool is_common_word(const struct reading *reading, uint32_t i);

/* A name of its own that begins at from or behind ends with token i: "and" behind it joins
 * two names, not two words. */
bool ends_name(const struct reading *reading, uint32_t from, uint32_t i);

/* The first token of the modifiers that end before head. */
uint32_t left_extent(const struct reading *reading, uint32_t head);

/* Past the complement that begins at i, behind the link or "the"; i: there is none. */
uint32_t complement_end(const struct reading *reading, uint32_t i, uint32_t head);

/* "between | A, B and C": past the parties behind the link at i; i: they are none. */
uint32_t parties_end(const struct reading *reading, uint32_t i);

/* What a name with such head words is. */
enum name_kind kind_of_heads(uint32_t classes);

/*
 * Token i stands alone in brackets. Where it is the initials of the words before
 * the bracket, or of the name that ends there, both are proposed.
 */
void recognise_acronym(struct reading *reading, uint32_t i);

/* Names of the document with their acronyms in brackets behind them: one key for both. */
void acronyms_share_keys(struct document *document);

/* Names that only their position tells; after all others. semicolons: the unit has some. */
void recognise_affiliations(struct reading *reading, bool semicolons);

#endif
