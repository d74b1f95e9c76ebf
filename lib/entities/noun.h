/*
 * What a token is in a noun phrase: what the two ways of reading one, phrase_before
 * and phrase_behind, share.
 */
#ifndef READOUT_NOUN_H
#define READOUT_NOUN_H

#include "sentence.h"

enum { MOST_WORDS_BEFORE = 4 }; /* plain words before a noun, inside its phrase */

/* The name that token i belongs to, or NULL. */
static inline const struct mention *
name_of(const struct sentence *sentence, uint32_t i)
{
	uint32_t name = name_at(sentence, i);

	return name == NONE ? NULL : &sentence->document->mentions[name];
}

static inline bool
is_possessive(const struct sentence *sentence, uint32_t i)
{
	return i < sentence->end && token_at(sentence, i)->shape & SHAPE_POSSESSIVE;
}

static inline bool
is_person_name(const struct mention *name)
{
	return name && (name->kind == NAME_PERSON || name->kind == NAME_ROLE);
}

static inline bool
is_body(const struct mention *name)
{
	return name &&
	    (name->kind == NAME_ORG || name->kind == NAME_COUNTRY ||
		(name->kind == NAME_PLACE && name->country[0]));
}

static inline bool
is_honorific(const struct sentence *sentence, uint32_t i)
{
	return token_at(sentence, i)->classes & CLASS_HONORIFIC ||
	    part_at(sentence, i) == PART_HONORIFIC;
}

/* A small plain word: an adjective or noun, nothing that holds a sentence together. */
static inline bool
is_plain_word(const struct sentence *sentence, uint32_t i)
{
	return name_at(sentence, i) == NONE && part_at(sentence, i) == PART_NONE &&
	    token_at(sentence, i)->shape & SHAPE_WORD;
}

#endif
