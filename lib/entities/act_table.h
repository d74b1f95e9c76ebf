/*
 * What a row of act.tsv says beside its act and a row of meeting.tsv of a meeting, as
 * bits, so that nothing is compared as text while a document is read; and the parts of
 * speech of grammar.tsv.
 */
#ifndef READOUT_ACT_TABLE_H
#define READOUT_ACT_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/* Bits 0..23 of an act's word; see act.tsv for what its attributes mean. */
enum act_bit {
	ACT_PAST = 1 << 0,
	ACT_BASE = 1 << 1,
	ACT_THIRD = 1 << 2,
	ACT_ING = 1 << 3,
	ACT_FORMS = ACT_PAST | ACT_BASE | ACT_THIRD | ACT_ING,
	ACT_TO_OBJECT = 1 << 4,
	ACT_TO_WITH = 1 << 5,
	ACT_TO_TO = 1 << 6,
	ACT_PERSON = 1 << 7,    /* person=: another act when the object is a person */
	ACT_UNLESS_TO = 1 << 8, /* unless=to: not person= where the object is to do something */
	ACT_NEEDS_THAT = 1 << 9,
	ACT_NEEDS_ON = 1 << 10,
	ACT_NEEDS_OBJECT = 1 << 11,
	ACT_QUOTE = 1 << 12,
	ACT_BY_BEHIND = 1 << 13, /* by=behind: who does it stands behind "by" */
	ACT_NOT_PASSIVE = 1 << 18, /* passive=no */
	/* What holds of an act whatever its verb: */
	ACT_LEAD = 1 << 14,      /* what a readout begins with: meet, call, host, visit */
	ACT_PASSIVE = 1 << 15,   /* told in the passive, too: "was briefed by" */
	ACT_OF_THINGS = 1 << 16, /* and of things: "energy was also discussed" */
	ACT_DESCRIBES = 1 << 17, /* its participle describes: "the building hosting the talks" */
	ACT_NONE = 1 << 19,      /* key "-": no act unless something else makes it one */
	ACT_ELSEWHERE = 1 << 20, /* who does it need not be at the meeting: announce, sign */
	ACT_TRAITS = ACT_LEAD | ACT_PASSIVE | ACT_OF_THINGS | ACT_DESCRIBES | ACT_NONE | ACT_ELSEWHERE
};

/* Classes of light verbs: from bit 24 on those of a verb, from bit 44 on those
 * that a noun completes. */
enum { ACT_LIGHT_AT = 24, ACT_WITH_AT = 44, ACT_CLASSES = 20 };

#define ACT_LIGHT(bits) ((uint32_t)((bits) >> ACT_LIGHT_AT) & ((1u << ACT_CLASSES) - 1))
#define ACT_WITH(bits) ((uint32_t)((bits) >> ACT_WITH_AT) & ((1u << ACT_CLASSES) - 1))

/* The bits of a row of kind act. Names that it does not know it passes over. */
uint64_t act_bits(struct slice key, struct slice attrs);

/* Bits 0..31 of a word of a meeting, none of ACT_FORMS; see meeting.tsv for its keys. */
enum meeting_bit {
	MEETING_WITH = 1 << 8,
	MEETING_THEN = 1 << 9,
	MEETING_LIST = 1 << 10,
	MEETING_BEFORE = 1 << 11,
	MEETING_LEADER = 1 << 12,
	MEETING_FIRST_CUE = MEETING_WITH | MEETING_LIST | MEETING_BEFORE | MEETING_LEADER,
	MEETING_CUE = MEETING_FIRST_CUE | MEETING_THEN,
	MEETING_MODE = 1 << 13,  /* key "-": it tells only how they met */
	MEETING_RANKED = 1 << 14 /* rank= stands there */
};

/* Its rank=, or 0. */
#define MEETING_RANK(bits) ((uint32_t)((bits) >> 32))

/* The bits of a row of kind meeting. */
uint64_t meeting_bits(struct slice key, struct slice attrs);

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

/* A set of parts. */
#define PART_BIT(part) (UINT64_C(1) << (part))

/* Of ACT_TRAITS those of the act of that key. */
uint32_t act_traits(struct slice key);

/* The part of that name, or PART_NONE. */
enum word_part word_part_of(struct slice name);

#endif
