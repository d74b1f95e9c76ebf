/* How a person's name reads by itself, before it is known whose it is. */
#ifndef READOUT_PERSON_KEY_H
#define READOUT_PERSON_KEY_H

#include "document.h"

/* Whether token i of the mention tells one person from another: no initial, suffix or particle. */
bool name_word_counts(const struct document *document, const struct mention *mention, uint32_t i);

/* The word of token i by which names are compared; "CHO" is the word "Cho". */
uint32_t name_word(const struct document *document, const struct mention *mention, uint32_t i);

/* Whether token i is the number of a king or pope: "Leopold III". */
bool name_has_number(const struct document *document, const struct mention *mention, uint32_t i);

/* 'm' or 'f' where the tables or the given name tell; else 0. */
char name_gender(const struct document *document, const struct mention *mention);

/* Whether one can bear both given names: "T.", "Tim" and "Timothy", "Joe" and "Joseph". */
bool given_names_agree(const struct document *document, const struct mention *a,
    const struct mention *b);

/* Whether both end in a suffix, and not in the same: "Jr." and "III". */
bool name_suffixes_differ(const struct document *document, const struct mention *a,
    const struct mention *b);

/*
 * Given and family name without initials and suffixes as a slug, or the gazetteer's
 * key: "jan-van-dijk". The bytes lie in the document's arena or in the lexicon.
 */
struct slice name_key(struct document *document, const struct mention *mention);

#endif
