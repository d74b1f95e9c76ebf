#include "context.h"

static const char *const names[CONTEXTS] = {
    [CONTEXT_SERVICE] = "service",
    [CONTEXT_LEADS_BODY] = "leads-body",
    [CONTEXT_LEADS_PLACE] = "leads-place",
    [CONTEXT_PLEDGE] = "pledge",
    [CONTEXT_CONFLICT] = "conflict",
    [CONTEXT_COUNTED] = "counted",
    [CONTEXT_BEFORE_MONTH] = "before-month",
    [CONTEXT_PART_OF_TIME] = "part-of-time",
    [CONTEXT_DEADLINE] = "deadline",
    [CONTEXT_TO_COME] = "to-come",
    [CONTEXT_INTENT] = "intent",
    [CONTEXT_PAST] = "past",
    [CONTEXT_PRONOUN] = "pronoun",
    [CONTEXT_BACK] = "back",
    [CONTEXT_ATTACK] = "attack",
    [CONTEXT_OWNER] = "owner",
    [CONTEXT_SAYING] = "saying",
    [CONTEXT_CABINET] = "cabinet",
    [CONTEXT_DEFINITE] = "definite",
    [CONTEXT_ACTING_FUND] = "acting-fund",
    [CONTEXT_MEETS_AGAIN] = "meets-again",
    [CONTEXT_ONE_OF_MANY] = "one-of-many",
    [CONTEXT_COMMEMORATED] = "commemorated",
    [CONTEXT_LOCATIVE] = "locative",
    [CONTEXT_OF_STATE] = "of-state",
    [CONTEXT_ADDRESS] = "address",
    [CONTEXT_LEADS_ON] = "leads-on",
    [CONTEXT_PUBLISHED] = "published",
    [CONTEXT_SITE] = "site",
    [CONTEXT_WORKS] = "works",
    [CONTEXT_SUBJECT] = "subject",
    [CONTEXT_CHILD_OF] = "child-of",
    [CONTEXT_MEMBER_OF_BODY] = "member-of-body",
    [CONTEXT_ANY_BODY] = "any-body",
    [CONTEXT_TAKES_IN] = "takes-in",
};

static uint64_t
context_bit(struct slice name)
{
	int i;

	for (i = 0; i < CONTEXTS; i++)
		if (slice_is(name, names[i]))
			return UINT64_C(1) << i;
	return 0;
}

uint64_t
context_bits(struct slice values)
{
	uint64_t bits = 0;
	size_t at = 0, end;

	for (; at <= values.len; at = end + 1) {
		for (end = at; end < values.len && values.at[end] != ','; end++)
			continue;
		bits |= context_bit(slice_cut(values, at, end));
	}
	return bits;
}
