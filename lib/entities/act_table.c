#include "act_table.h"

#include <stddef.h>
#include <stdlib.h>

#include "record.h"

/* A value of an attribute → its bit. */
struct bit_name {
	const char *name;
	uint32_t bit;
};

static const struct bit_name forms[] = {
    {"past", ACT_PAST},
    {"base", ACT_BASE},
    {"third", ACT_THIRD},
    {"ing", ACT_ING},
    {NULL, 0},
};

static const struct bit_name addressed[] = {
    {"object", ACT_TO_OBJECT},
    {"with", ACT_TO_WITH},
    {"to", ACT_TO_TO},
    {NULL, 0},
};

static const struct bit_name needs[] = {
    {"that", ACT_NEEDS_THAT},
    {"on", ACT_NEEDS_ON},
    {"object", ACT_NEEDS_OBJECT},
    {NULL, 0},
};

static const struct bit_name lights[] = {
    {"express", 1 << 0},
    {"raise", 1 << 1},
    {"convey", 1 << 2},
    {"extend", 1 << 3},
    {"offer", 1 << 4},
    {"exchange", 1 << 5},
    {"share", 1 << 6},
    {"engage", 1 << 7},
    {"hold", 1 << 8},
    {"have", 1 << 9},
    {"call", 1 << 10},
    {"provide", 1 << 11},
    {"make", 1 << 12},
    {"propose", 1 << 13},
    {"show", 1 << 14},
    {"issue", 1 << 15},
    {"conclude", 1 << 16},
    {"pay", 1 << 17},
    {"draw", 1 << 18},
    {"place", 1 << 19},
    {NULL, 0},
};

/* What holds of the acts themselves. */
static const struct bit_name traits[] = {
    {"meet", ACT_LEAD | ACT_DESCRIBES},
    {"call", ACT_LEAD | ACT_DESCRIBES},
    {"host", ACT_LEAD | ACT_DESCRIBES | ACT_PASSIVE},
    {"visit", ACT_LEAD | ACT_DESCRIBES},
    {"discuss", ACT_DESCRIBES | ACT_PASSIVE | ACT_OF_THINGS},
    {"affirm", ACT_PASSIVE | ACT_OF_THINGS},
    {"emphasize", ACT_PASSIVE | ACT_OF_THINGS},
    {"note", ACT_PASSIVE | ACT_OF_THINGS},
    {"agree", ACT_PASSIVE | ACT_OF_THINGS},
    {"inform", ACT_DESCRIBES | ACT_PASSIVE},
    {"announce", ACT_DESCRIBES | ACT_PASSIVE | ACT_ELSEWHERE},
    {"congratulate", ACT_PASSIVE},
    {"invite", ACT_PASSIVE},
    {"praise", ACT_PASSIVE},
    {"thank", ACT_PASSIVE},
    {"urge", ACT_PASSIVE},
    {"offer", ACT_DESCRIBES},
    {"sign", ACT_DESCRIBES | ACT_ELSEWHERE},
    {"support", ACT_DESCRIBES},
    {"-", ACT_NONE},
    {NULL, 0},
};

static const struct bit_name meeting_keys[] = {
    {"with", MEETING_WITH},
    {"then", MEETING_THEN},
    {"list", MEETING_LIST},
    {"before", MEETING_BEFORE},
    {"leader", MEETING_LEADER},
    {"-", MEETING_MODE},
    {NULL, 0},
};

static const char *const part_names[PARTS] = {"", "of", "and", "but", "along", "that", "to", "by",
    "with", "preposition", "relative", "where", "while", "subordinate", "determiner",
    "possessive", "her", "him", "them", "he", "she", "they", "we", "it", "both", "be", "have",
    "modal", "not", "sides", "people", "number", "effort", "adverb", "honorific"};

static uint32_t
bit_of(const struct bit_name *names, struct slice value)
{
	for (; names->name; names++)
		if (slice_is(value, names->name))
			return names->bit;
	return 0;
}

/* The bits of values joined by commas. */
static uint32_t
bits_of(const struct bit_name *names, struct slice values)
{
	uint32_t bits = 0;
	size_t at = 0, end;

	for (; at <= values.len; at = end + 1) {
		for (end = at; end < values.len && values.at[end] != ','; end++)
			continue;
		bits |= bit_of(names, slice_cut(values, at, end));
	}
	return bits;
}

uint32_t
act_traits(struct slice key)
{
	return bit_of(traits, key);
}

uint64_t
act_bits(struct slice key, struct slice attrs)
{
	struct slice name, value;
	uint64_t bits = act_traits(key);

	while (attr_next(&attrs, &name, &value)) {
		if (slice_is(name, "form"))
			bits |= bits_of(forms, value);
		else if (slice_is(name, "to"))
			bits |= bits_of(addressed, value);
		else if (slice_is(name, "needs"))
			bits |= bits_of(needs, value);
		else if (slice_is(name, "person"))
			bits |= ACT_PERSON;
		else if (slice_is(name, "unless"))
			bits |= ACT_UNLESS_TO;
		else if (slice_is(name, "by"))
			bits |= slice_is(value, "elsewhere") ? ACT_ELSEWHERE : ACT_BY_BEHIND;
		else if (slice_is(name, "passive"))
			bits |= ACT_NOT_PASSIVE;
		else if (slice_is(name, "quote"))
			bits |= ACT_QUOTE;
		else if (slice_is(name, "light"))
			bits |= (uint64_t)bits_of(lights, value) << ACT_LIGHT_AT;
		else if (slice_is(name, "with"))
			bits |= (uint64_t)bits_of(lights, value) << ACT_WITH_AT;
	}
	return bits;
}

uint64_t
meeting_bits(struct slice key, struct slice attrs)
{
	uint64_t bits = bit_of(meeting_keys, key);
	struct slice rank;

	if (attr_find(attrs, "rank", &rank))
		bits |= MEETING_RANKED | (uint64_t)strtoul(rank.at, NULL, 10) << 32;
	return bits;
}

enum word_part
word_part_of(struct slice name)
{
	int i;

	for (i = 1; i < PARTS; i++)
		if (slice_is(name, part_names[i]))
			return (enum word_part)i;
	return PART_NONE;
}
