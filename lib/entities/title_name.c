/* Where the name of a title stands: before it, behind it, behind another title. */
#include "context.h"
#include "title.h"

#include "act_table.h"

/* A word of "His Royal Highness". */
static bool
is_style(const struct document *document, uint32_t i)
{
	if (document->tokens[i].shape & SHAPE_MARK)
		return document->tokens[i].first == '(' || document->tokens[i].first == ')';
	return token_context(document, i, CONTEXT_ADDRESS);
}

/* Only honorifics stand between tokens from and to. */
static bool
only_honorifics(const struct document *document, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (!(document->tokens[from].classes & (CLASS_HONORIFIC | CLASS_PARTICLE)) &&
		    !(from + 1 < to && token_begins(&document->tokens[from], 't') &&
			document->tokens[from].end - document->tokens[from].start == 3 &&
			(document->tokens[from + 1].classes & CLASS_HONORIFIC ||
			    is_style(document, from + 1))) &&
		    !is_style(document, from) &&
		    !(document->tokens[from].shape & SHAPE_MARK &&
			(document->tokens[from].first == '"' || document->tokens[from].first == '.')))
			return false;
	return true;
}

/* "the Minister for Trade (Mr. Roe)", "the Prime Minister, Mr. Roe,": the name closes
 * the apposition. */
static bool
apposed_behind(const struct document *document, const struct mention *role, uint32_t from,
    const struct mention *name)
{
	if (token_marks(document, role, from, '('))
		return only_honorifics(document, from + 1, name->first);
	if (token_marks(document, role, from, ':') && role->several)
		return only_honorifics(document, from + 1, name->first);
	if (!token_marks(document, role, from, ',') ||
	    !only_honorifics(document, from + 1, name->first) ||
	    token_marks(document, role, from + 1, '"')) /* "thanked the Minister," Roe said */
		return false;
	return name->first > from + 1 || token_marks(document, role, name->last, ',') ||
	    token_marks(document, role, name->last, '.');
}

/* "At the request of Roe, the President of Chile spoke", when Roe is another state's. */
static bool
is_of_other_state(struct document *document, const struct mention *role,
    const struct mention *name)
{
	const char *country = role_country(document, role);
	const struct person *person =
	    name->person == NONE ? NULL : &document->persons[name->person];

	return country[0] && person && person->country[0] &&
	    memcmp(country, person->country, 2) != 0;
}

/* "At the request of Roe, the President spoke": a clause begins with the title. */
static bool
begins_clause(const struct document *document, const struct mention *role)
{
	const struct unit *unit = mention_unit(document, role);
	const struct token *next = &document->tokens[role->last];

	return mention_reads(document, role, role->first - 1, "the") &&
	    role->last < unit->token + unit->token_count &&
	    !(next->shape & (SHAPE_CAPITAL | SHAPE_MARK | SHAPE_DIGIT)) &&
	    !(next->classes & CLASS_LINK) && !mention_reads(document, role, role->last, "who") &&
	    !mention_reads(document, role, role->last, "at") &&
	    !mention_reads(document, role, role->last, "from");
}

/* "Roe, the Prime Minister's Military Secretary": it is the secretary who is apposed. */
static bool
is_owner_of_next(const struct document *document, const struct mention *role)
{
	const struct unit *unit = mention_unit(document, role);

	return role->last < unit->token + unit->token_count &&
	    document->tokens[role->last].shape & SHAPE_POSSESSIVE;
}

struct mention *
name_of_apposition(struct document *document, struct mention *role)
{
	struct mention *name = mention_before(document, role);
	uint32_t i, first = role->first;

	/* "ROLE and White House | ROLE" */
	if (name && name->kind == NAME_ORG && name->last == first)
		first = name->first;
	while (name && name->kind != NAME_PERSON && name->kind != NAME_ROLE)
		name = mention_before(document, name);
	/* "NAME, ROLE and ROLE": the second belongs to the same. */
	if (name && name->kind == NAME_ROLE) {
		if (name->owner == NONE || document->mentions[name->owner].first > name->first)
			return NULL;
		if (!mention_reads(document, role, first - 1, "and") &&
		    !token_marks(document, role, role->first - 1, ','))
			return NULL;
		return &document->mentions[name->owner];
	}
	if (!name || !(token_marks(document, name, name->last, ',') ||
			 token_marks(document, name, name->last, '(') ||
			 token_marks(document, name, name->last, ':') ||
			 token_marks(document, name, name->last, '-')) ||
	    is_of_other_state(document, role, name) || begins_clause(document, role) ||
	    is_owner_of_next(document, role))
		return NULL;
	for (i = name->last + 1; i < role->first; i++)
		if (!(document->tokens[i].shape & SHAPE_CAPITAL) &&
		    !(document->tokens[i].shape & SHAPE_POSSESSIVE) &&
		    !(document->tokens[i].classes & CLASS_OUTSIDE) &&
		    !mention_reads(document, role, i, "the") && !mention_reads(document, role, i, "of") &&
		    !token_marks(document, role, i, '-') && !mention_reads(document, role, i, "'s") &&
		    !token_marks(document, role, i, ')') &&
		    !(token_marks(document, role, i, ',') && token_marks(document, role, i - 1, ')')))
			return NULL;
	return name;
}

bool
is_claimed(struct document *document, const struct mention *name)
{
	enum { MOST_LINKS = 16 };
	const struct mention *role;
	int n;

	for (n = 0; n < MOST_LINKS; n++) {
		uint32_t at = name->first;

		role = mention_before(document, name);
		while (role && role->kind != NAME_ROLE && role->kind != NAME_PERSON)
			role = mention_before(document, role);
		while (role && at > role->last && document->tokens[at - 1].classes & CLASS_HONORIFIC)
			at--;
		if (!role || role->kind != NAME_ROLE || name->first > role->last + 12 ||
		    !token_marks(document, role, at - 1, ',') ||
		    !(mention_reads(document, role, role->first - 1, "the") ||
			(role->first > mention_unit(document, role)->token &&
			    document->tokens[role->first - 1].shape & SHAPE_POSSESSIVE)))
			return false;
		name = mention_before(document, role);
		if (!token_marks(document, role, role->first - 2, ',') || !name ||
		    name->kind != NAME_PERSON)
			return true;
	}
	return false;
}

/*
 * In a list "A, Director, B, Counsel, and C, Deputy": whether the title stands behind
 * its name, that name having none before it.
 */
static bool
is_apposed(struct document *document, struct mention *role)
{
	struct mention *name = name_of_apposition(document, role), *before;

	if (!name || is_claimed(document, name))
		return false;
	before = mention_before(document, name);
	return !(before && before->kind == NAME_ROLE &&
	    only_honorifics(document, before->last, name->first));
}

/* A link between a title and what it is held of. */
static bool
is_reach(const struct document *document, const struct mention *role, uint32_t i)
{
	const struct unit *unit = mention_unit(document, role);

	return i >= unit->token && i < unit->token + unit->token_count &&
	    token_context(document, i, CONTEXT_LEADS_ON);
}

/* Nothing but words in capitals and "the" stand between tokens from and to. */
static bool
only_capitals(const struct document *document, const struct mention *role, uint32_t from,
    uint32_t to)
{
	for (; from < to; from++)
		if (!(document->tokens[from].shape & SHAPE_CAPITAL) &&
		    !token_marks(document, role, from, '-') &&
		    !mention_reads(document, role, from, "the") &&
		    !mention_reads(document, role, from, "of"))
			return false;
	return true;
}

/* The next mention of a person, before any other title; NULL: none near. */
static struct mention *
next_person(struct document *document, const struct mention *role)
{
	enum { NEAR = 6 };
	struct mention *next = mention_behind(document, role);
	int n;

	for (n = 0; n < NEAR && next && next->kind != NAME_PERSON; n++) {
		if (next->kind == NAME_ROLE)
			return NULL;
		next = mention_behind(document, next);
	}
	return next && next->kind == NAME_PERSON ? next : NULL;
}

/*
 * Between title and name stands only what the title is held of, without a comma, and
 * its last word is in capitals; honorifics may follow.
 */
static bool
leads_to(const struct document *document, const struct mention *role, const struct mention *name)
{
	enum { FAR = 16 };
	uint32_t i, last = name->first - 1;

	while (last > role->last && (document->tokens[last].classes & CLASS_HONORIFIC ||
	    document->tokens[last].shape & SHAPE_INITIAL))
		last--;
	if (name->first > role->last + FAR || !(document->tokens[last].shape & SHAPE_CAPITAL))
		return false;
	for (i = role->last; i < name->first; i++)
		if (!(document->tokens[i].shape & SHAPE_CAPITAL) && !is_reach(document, role, i) &&
		    !(document->tokens[i].classes & CLASS_HONORIFIC) &&
		    !(document->tokens[i].shape & SHAPE_POSSESSIVE) &&
		    !token_marks(document, role, i, '-') &&
		    !mention_reads(document, role, i, "the") &&
		    !mention_reads(document, role, i, "and"))
			return false;
	return true;
}

/* A rank or dignity that its bearer has besides an office: "Ambassador", "General", "Prince". */
static bool
is_dignity(const struct document *document, const struct mention *role)
{
	static const char *const classes[] = {"military", "royal", "academic", "judge", NULL};
	struct slice key, value;
	int n;

	if (!role->entry)
		return false;
	key = entry_key(document->lexicon, role->entry);
	if (slice_is(key, "ambassador") || slice_is(key, "senator"))
		return true;
	/* "Chief of Defence", "Commander of the Navy" are offices. */
	if (slice_starts(key, SLICE("chief")) || slice_starts(key, SLICE("commander")))
		return false;
	value = entry_main(document->lexicon, role->entry);
	for (n = 0; classes[n]; n++)
		if (slice_is(value, classes[n]))
			return true;
	return false;
}

/* The next title in the unit, before any person; *body: a body's name ends before a comma. */
static struct mention *
next_title(struct document *document, const struct mention *role, bool *body)
{
	enum { NEAR = 5 };
	struct mention *next = mention_behind(document, role);
	int n;

	*body = false;
	for (n = 0; n < NEAR && next && next->kind != NAME_PERSON; n++) {
		if (next->kind == NAME_ROLE)
			return next;
		*body = *body || (next->kind == NAME_ORG &&
		    (token_marks(document, role, next->last, ',') ||
			mention_reads(document, role, next->last, "and")));
		next = mention_behind(document, next);
	}
	return NULL;
}

struct mention *
name_behind(struct document *document, struct mention *role)
{
	struct mention *next = mention_behind(document, role), *behind;
	uint32_t from = role->last;
	bool body, reach;
	int n;

	if (next && next->kind == NAME_PERSON && next->first == role->last)
		return next;
	reach = is_reach(document, role, role->last);
	/* "Envoy to X and Y", "Minister of X for Y": of what and for what. */
	for (n = 0; n < 3 && next && next->kind != NAME_PERSON && next->kind != NAME_ROLE &&
	     (n == 0 ? reach
		     : mention_reads(document, role, from, "and") || is_reach(document, role, from)) &&
	     next->first <= from + 2;
	     n++) {
		from = next->last;
		next = mention_behind(document, next);
	}
	/* "for Political Affairs, Dr. Roe": words that are no name of their own */
	if (next && next->kind == NAME_PERSON && is_reach(document, role, from) &&
	    next->first <= from + 8) {
		uint32_t comma = from + 1;

		while (comma < next->first && !token_marks(document, role, comma, ','))
			comma++;
		if (comma < next->first && only_capitals(document, role, from + 1, comma))
			from = comma;
	}
	/* "Ambassador of X to the Kingdom of Y Jane Roe" */
	if (reach && (behind = next_person(document, role)) && leads_to(document, role, behind))
		return behind;
	/* "Chair of the Military Committee Admiral Roe" */
	if (reach && (behind = next_title(document, role, &body)) && behind->owner != NONE &&
	    document->mentions[behind->owner].first >= behind->last && is_dignity(document, behind) &&
	    leads_to(document, role, behind))
		return &document->mentions[behind->owner];
	/* also "Deputy Prime Minister – Chief of Staff Roe" */
	if (next && next->kind == NAME_ROLE &&
	    next->first == from + (token_marks(document, role, from, '-') &&
			      !role->several) && next->owner != NONE &&
	    document->mentions[next->owner].first >= next->last)
		return &document->mentions[next->owner];
	/* "Deputy U.S. Trade Representative Roe" */
	if (next && next->kind == NAME_COUNTRY && next->first == from &&
	    !role->several &&
	    (behind = mention_behind(document, next)) && behind->kind == NAME_ROLE &&
	    behind->first == next->last && behind->owner != NONE)
		return &document->mentions[behind->owner];
	if (next && next->kind == NAME_PERSON &&
	    (only_honorifics(document, from, next->first) ||
		(apposed_behind(document, role, from, next) && !is_apposed(document, role))))
		return next;
	return NULL;
}

struct mention *
name_behind_next_title(struct document *document, const struct mention *role)
{
	enum { FAR = 16 };
	bool body, comma;
	struct mention *next = next_title(document, role, &body);
	uint32_t i, commas = 0, ands = 0;

	if (!next || next->owner == NONE || document->mentions[next->owner].first < next->last ||
	    next->first > role->last + FAR || next->several)
		return NULL;
	for (i = role->last; i < next->first; i++) {
		comma = token_marks(document, role, i, ',');
		commas += comma;
		ands = mention_reads(document, role, i, "and") ? i : ands;
		if (!comma && !(document->tokens[i].shape & SHAPE_CAPITAL) && !is_reach(document, role, i) &&
		    !(document->tokens[i].classes & CLASS_HONORIFIC) &&
		    !mention_reads(document, role, i, "the") && !mention_reads(document, role, i, "and"))
			return NULL;
	}
	if (commas == 1 && ((is_dignity(document, next) && !is_dignity(document, role)) ||
			       (body && !token_marks(document, role, role->last, ','))))
		return &document->mentions[next->owner];
	if (commas == 0 && body && ands && ands > role->last && is_reach(document, role, role->last) &&
	    !mention_reads(document, role, role->first - 1, "the") &&
	    (document->tokens[ands + 1].shape & SHAPE_CAPITAL))
		return &document->mentions[next->owner];
	return NULL;
}
