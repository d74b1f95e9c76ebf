#include "context.h"

static const char *const names[CONTEXTS] = {
    "service", "leads-body", "leads-place", "pledge", "conflict", "counted", "before-month",
    "part-of-time", "deadline", "to-come", "intent", "past", "pronoun", "back", "attack",
    "owner", "saying", "cabinet", "definite", "acting-fund", "meets-again",
    "one-of-many", "commemorated", "locative", "of-state", "address", "leads-on", "published",
    "site", "works", "subject", "any-body", "takes-in",
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
