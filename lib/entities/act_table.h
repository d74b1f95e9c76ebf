/*
 * What a row of act.tsv says beside its act, as bits, so that nothing is
 * compared as text while a document is read; and the parts of speech of grammar.tsv.
 */
#ifndef READOUT_ACT_TABLE_H
#define READOUT_ACT_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/* Bits 0..15 of an act's word; see act.tsv for what they mean. */
enum act_bit {
	ACT_PAST = 1,
	ACT_BASE = 2,
	ACT_THIRD = 4,
	ACT_ING = 8,
	ACT_FORMS = 15,
	ACT_TO_OBJECT = 16,
	ACT_TO_WITH = 32,
	ACT_TO_TO = 64,
	ACT_PERSON = 128,   /* person=: another act when the object is a person */
	ACT_NEEDS_THAT = 256,
	ACT_NEEDS_ON = 512,
	ACT_QUOTE = 1024,
	ACT_NEEDS_OBJECT = 8192,
	ACT_UNLESS_TO = 16384, /* unless=to: not person= where the object is to do something */
	ACT_BY_BEHIND = 4096, /* by=behind: who does it stands behind "by" */
	ACT_LEAD = 2048     /* meet, call, host, visit: what a readout begins with */
};

/* Classes of light verbs: from bit 16 on those of a verb, from bit 40 on those
 * that a noun completes. */
enum { ACT_LIGHT_AT = 16, ACT_WITH_AT = 40, ACT_CLASSES = 24 };

#define ACT_LIGHT(bits) ((uint32_t)((bits) >> ACT_LIGHT_AT) & 0xFFFFFFu)
#define ACT_WITH(bits) ((uint32_t)((bits) >> ACT_WITH_AT) & 0xFFFFFFu)

/* The bits of a row of kind act. Names that it does not know it passes over. */
uint64_t act_bits(struct slice key, struct slice attrs);

/* What a small word does in a sentence; 0: nothing known. */
enum word_part {
	PART_NONE,
	PART_OF,
	PART_AND,
	PART_BUT,
	PART_ALONG,
	PART_THAT,
	PART_TO,
	PART_BY,
	PART_WITH,
	PART_PREPOSITION,
	PART_RELATIVE,
	PART_WHERE,
	PART_WHILE,
	PART_SUBORDINATE,
	PART_DETERMINER,
	PART_POSSESSIVE,
	PART_HER,
	PART_HIM,
	PART_THEM,
	PART_HE,
	PART_SHE,
	PART_THEY,
	PART_WE,
	PART_IT,
	PART_BOTH,
	PART_BE,
	PART_HAVE,
	PART_MODAL,
	PART_NOT,
	PART_SIDES,
	PART_PEOPLE,
	PART_NUMBER,
	PART_EFFORT,
	PART_ADVERB,
	PART_HONORIFIC,
	PARTS
};

/* Whether an act of that key is a meeting, call or visit. */
bool act_is_lead(struct slice key);

/* The part of that name, or PART_NONE. */
enum word_part word_part_of(struct slice name);

#endif
