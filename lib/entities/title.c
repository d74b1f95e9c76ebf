/* titles → the persons they stand beside */
#include "reference.h"

#include "act_table.h"

/* Bounds that no readout comes near, so that no input makes the work explode. */
enum { MOST_MEANT = 1000, MOST_TITLES = 16 };

struct mention *
mention_before(struct document *document, const struct mention *m)
{
	return m > document->mentions && m[-1].unit == m->unit ? (struct mention *)m - 1 : NULL;
}

struct mention *
mention_behind(struct document *document, const struct mention *m)
{
	return m + 1 < document->mentions + document->mention_count && m[1].unit == m->unit
	    ? (struct mention *)m + 1
	    : NULL;
}

bool
role_is_several(const struct document *document, const struct mention *role)
{
	uint32_t i;

	if (role->entry && role->entry->flags & FLAG_PLURAL)
		return true;
	for (i = role->first; i < role->last; i++)
		if (document->tokens[i].classes & CLASS_PLURAL)
			return true;
	return false;
}

static bool
token_marks(const struct document *document, const struct mention *m, uint32_t i, char mark)
{
	const struct unit *unit = mention_unit(document, m);

	return i >= unit->token && i < unit->token + unit->token_count &&
	    document->tokens[i].shape & SHAPE_MARK && document->tokens[i].first == mark;
}

/* A word of "His Royal Highness". */
static bool
is_style(const struct document *document, const struct mention *role, uint32_t i)
{
	static const char *const words[] = {"his", "her", "their", "royal", "excellency", "highness",
	    "majesty", "excellencies", "rt", "rt.", "right", "retd", "ret", "ret.", "rtd",
	    "rtd.", "retd.", "most", "very", "rev", "rev.", "seri", "sri", "hon", "hon.", NULL};
	int n;

	if (document->tokens[i].shape & SHAPE_MARK)
		return document->tokens[i].first == '(' || document->tokens[i].first == ')';
	for (n = 0; words[n]; n++)
		if (mention_reads(document, role, i, words[n]))
			return true;
	return false;
}

/* Only honorifics stand between tokens from and to. */
static bool
only_honorifics(const struct document *document, const struct mention *role, uint32_t from,
    uint32_t to)
{
	for (; from < to; from++)
		if (!(document->tokens[from].classes & (CLASS_HONORIFIC | CLASS_PARTICLE)) &&
		    !(from + 1 < to && token_begins(&document->tokens[from], 't') &&
			document->tokens[from].end - document->tokens[from].start == 3 &&
			document->tokens[from + 1].classes & CLASS_HONORIFIC) &&
		    !is_style(document, role, from) &&
		    !(document->tokens[from].shape & SHAPE_MARK &&
			(document->tokens[from].first == '"' || document->tokens[from].first == '.')))
			return false;
	return true;
}

/* A role means that person too. */
void
role_mean(struct document *document, struct mention *role, uint32_t person)
{
	uint32_t i, *persons;

	for (i = 0; i < role->person_count; i++)
		if (role->persons[i] == person)
			return;
	if (role->person_count == MOST_MEANT)
		return;
	if (role->person_count == role->person_capacity) {
		role->person_capacity = role->person_capacity ? 2 * role->person_capacity : 2;
		persons = arena_take(&document->arena, role->person_capacity * sizeof *persons);
		if (role->person_count)
			memcpy(persons, role->persons, role->person_count * sizeof *persons);
		role->persons = persons;
	}
	role->persons[role->person_count++] = person;
	role->person = role->person_count == 1 ? person : NONE;
}

/* The country that stands around a title: before it, or behind "of [the]". */
const char *
role_country(struct document *document, const struct mention *role)
{
	const struct mention *near = mention_before(document, role);

	if (near && near->kind == NAME_COUNTRY &&
	    (near->last == role->first ||
		(near->last + 1 == role->first &&
		    document->tokens[near->last].shape & (SHAPE_POSSESSIVE))))
		return near->country;
	near = mention_behind(document, role);
	if (near && near->kind == NAME_COUNTRY && near->first <= role->last + 2 &&
	    near->first > role->last && mention_reads(document, role, role->last, "of"))
		return near->country;
	return "";
}

/* One more title of a person, if it is another than those before. */
static void
bear(struct document *document, struct person *person, struct mention *role)
{
	uint32_t t, count = 0;

	if (mention_unit(document, role)->kind == UNIT_ITEM)
		return;
	for (t = person->titles; t != NONE; t = document->mentions[t].next_title)
		if (++count == MOST_TITLES ||
		    titles_equal(mention_text(document, &document->mentions[t]),
			mention_text(document, role)))
			return;
	role->next_title = person->titles;
	person->titles = (uint32_t)(role - document->mentions);
}

static void
own(struct document *document, struct mention *role, struct mention *name)
{
	struct person *person = &document->persons[name->person];
	const char *country = role_country(document, role);
	const struct mention *behind = mention_behind(document, name);

	role->owner = (uint32_t)(name - document->mentions);
	role_mean(document, role, name->person);
	bear(document, person, role);
	/* The fullest title is what a person is said to be: "Secretary of Defense". */
	if (person->role == NONE ||
	    title_stands_for(mention_text(document, &document->mentions[person->role]),
		mention_text(document, role)))
		person->role = (uint32_t)(role - document->mentions);
	if (!country[0] && behind && behind->kind == NAME_COUNTRY && behind->first <= name->last + 2 &&
	    mention_reads(document, name, name->last, "of"))
		country = behind->country;
	if (country[0] && !person->country[0])
		memcpy(person->country, country, sizeof person->country);
}

/* "the Minister for Trade (Mr. Roe)", "the Prime Minister, Mr. Roe,": the name closes
 * the apposition. */
static bool
apposed_behind(const struct document *document, const struct mention *role, uint32_t from,
    const struct mention *name)
{
	if (token_marks(document, role, from, '('))
		return only_honorifics(document, role, from + 1, name->first);
	if (token_marks(document, role, from, ':') && role_is_several(document, role))
		return only_honorifics(document, role, from + 1, name->first);
	if (!token_marks(document, role, from, ',') ||
	    !only_honorifics(document, role, from + 1, name->first))
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

/* "NAME, [the] [ORG] ROLE", "NAME – ROLE", "NAME (ROLE": the name before the title. */
static struct mention *
name_of_apposition(struct document *document, struct mention *role)
{
	struct mention *name = mention_before(document, role);
	uint32_t i;

	while (name && name->kind != NAME_PERSON && name->kind != NAME_ROLE)
		name = mention_before(document, name);
	/* "NAME, ROLE and ROLE": the second belongs to the same. */
	if (name && name->kind == NAME_ROLE) {
		if (name->owner == NONE || document->mentions[name->owner].first > name->first)
			return NULL;
		if (!mention_reads(document, role, role->first - 1, "and") &&
		    !token_marks(document, role, role->first - 1, ','))
			return NULL;
		return &document->mentions[name->owner];
	}
	if (!name || !(token_marks(document, name, name->last, ',') ||
			 token_marks(document, name, name->last, '(') ||
			 token_marks(document, name, name->last, ':') ||
			 token_marks(document, name, name->last, '-')) ||
	    is_of_other_state(document, role, name) || begins_clause(document, role))
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

/*
 * Whether a name closes the apposition of a title before it: "with the President of X,
 * NAME, the President of Y, NAME". A chain of them is followed to where it begins.
 */
static bool
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
			document->tokens[role->first - 1].shape & SHAPE_POSSESSIVE))
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
	    only_honorifics(document, role, before->last, name->first));
}

/* A link between a title and what it is held of. */
static bool
is_reach(const struct document *document, const struct mention *role, uint32_t i)
{
	static const char *const links[] = {"of", "for", "to", "on", "in", "at", "from", NULL};
	const struct unit *unit = mention_unit(document, role);
	int n;

	/* grammar.tsv has all of them. */
	if (i >= unit->token + unit->token_count || document->tokens[i].part == PART_NONE)
		return false;
	for (n = 0; links[n]; n++)
		if (mention_reads(document, role, i, links[n]))
			return true;
	return false;
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
		    !token_marks(document, role, i, '-') &&
		    !mention_reads(document, role, i, "the") &&
		    !mention_reads(document, role, i, "and"))
			return false;
	return true;
}

/*
 * The name behind a title: at once, behind honorifics, behind "of COUNTRY", behind
 * another title of the same person ("Chairman of the X General Roe").
 */
static struct mention *
name_behind(struct document *document, struct mention *role)
{
	struct mention *next = mention_behind(document, role), *behind;
	uint32_t from = role->last;
	int n;

	/* "Envoy to X and Y", "Minister of X for Y": of what and for what. */
	for (n = 0; n < 3 && next && next->kind != NAME_PERSON && next->kind != NAME_ROLE &&
	     (n == 0 ? is_reach(document, role, from)
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
	if ((behind = next_person(document, role)) && is_reach(document, role, role->last) &&
	    leads_to(document, role, behind))
		return behind;
	/* also "Deputy Prime Minister – Chief of Staff Roe" */
	if (next && next->kind == NAME_ROLE &&
	    next->first == from + (token_marks(document, role, from, '-') &&
			      !role_is_several(document, role)) && next->owner != NONE &&
	    document->mentions[next->owner].first >= next->last)
		return &document->mentions[next->owner];
	/* "Deputy U.S. Trade Representative Roe" */
	if (next && next->kind == NAME_COUNTRY && next->first == from &&
	    !role_is_several(document, role) && (behind = mention_behind(document, next)) && behind->kind == NAME_ROLE &&
	    behind->first == next->last && behind->owner != NONE)
		return &document->mentions[behind->owner];
	if (next && next->kind == NAME_PERSON &&
	    (only_honorifics(document, role, from, next->first) ||
		(apposed_behind(document, role, from, next) && !is_apposed(document, role))))
		return next;
	return NULL;
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
	if (!attr_find(entry_attrs(document->lexicon, role->entry), "class", &value))
		return false;
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

/*
 * "the Vice Minister of X, Ambassador Jane Roe", "Co-Chair of the Council, Governor Roe",
 * "Director of the Office and Foreign Minister Roe": the name behind the title that
 * follows a comma or "and", when both are one person's; else NULL.
 */
static struct mention *
name_behind_next_title(struct document *document, const struct mention *role)
{
	enum { FAR = 16 };
	bool body, comma;
	struct mention *next = next_title(document, role, &body);
	uint32_t i, commas = 0, ands = 0;

	if (!next || next->owner == NONE || document->mentions[next->owner].first < next->last ||
	    next->first > role->last + FAR || role_is_several(document, next))
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

/* Every name of "A and B, Advisors to the President". */
static void
own_list_before(struct document *document, struct mention *role)
{
	struct mention *name = mention_before(document, role), *first = NULL, *before;
	uint32_t i, at = role->first;

	at -= mention_reads(document, role, at - 1, "the");
	if (!token_marks(document, role, at - 1, ','))
		return;
	for (at--; name && name->kind == NAME_PERSON && !title_before(document, name); name = before) {
		for (i = name->last; i < at; i++)
			if (!token_marks(document, role, i, ',') && !mention_reads(document, role, i, "and") &&
			    !(document->tokens[i].classes & CLASS_HONORIFIC))
				return;
		if (first)
			own(document, role, name);
		else
			first = name;
		at = name->first;
		before = mention_before(document, name);
	}
	if (first && role->owner != NONE)
		own(document, role, first);
}

/* Every name of "A, B, and C" behind a plural title. */
static void
own_list(struct document *document, struct mention *role, struct mention *name)
{
	struct mention *next;
	uint32_t i;

	for (;;) {
		own(document, role, name);
		next = mention_behind(document, name);
		/* "A of X, B of Y, and C": what is said of each stands between. */
		while (next && (next->kind == NAME_COUNTRY || next->kind == NAME_PLACE) &&
		    next->first <= name->last + 3)
			next = mention_behind(document, next);
		if (!next || next->kind != NAME_PERSON || next->first > name->last + 10)
			return;
		for (i = name->last; i < next->first; i++)
			if (!(document->tokens[i].shape & SHAPE_MARK) &&
			    !(document->tokens[i].shape & SHAPE_CAPITAL) &&
			    !(document->tokens[i].classes & (CLASS_HONORIFIC | CLASS_LINK)))
				return;
		name = next;
	}
}

void
titles_assign(struct document *document)
{
	struct mention *role, *name, *next;
	uint32_t m;

	/* Backwards, so that a title knows whose is the title behind it. */
	for (m = (uint32_t)document->mention_count; m-- > 0;) {
		role = &document->mentions[m];
		if (role->kind != NAME_ROLE)
			continue;
		name = name_behind(document, role);
		/* "the Foreign Ministers, Mr. Roe said": one name is no list. */
		if (name && role_is_several(document, role) && token_marks(document, role, role->last, ',') &&
		    !((next = mention_behind(document, name)) && next->kind == NAME_PERSON &&
			next->first <= name->last + 4))
			continue;
		if (name && role_is_several(document, role)) {
			own_list(document, role, name);
			continue;
		}
		if (!name && (next = mention_behind(document, role))) {
			/* "Senior Advisor and White House Coordinator Gene Sperling" */
			if (next->kind == NAME_ORG || next->kind == NAME_COUNTRY)
				next = mention_behind(document, next);
			if (next && next->kind == NAME_ROLE && next->owner != NONE &&
			    document->mentions[next->owner].first >= next->last &&
			    mention_reads(document, role, role->last, "and") &&
			    next->first <= role->last + 4 &&
			    !mention_reads(document, role, role->first - 1, "the"))
				name = &document->mentions[next->owner];
		}
		/* "Minister of State for External Affairs (MoS)" */
		if (!name && token_marks(document, role, role->first - 1, '(') &&
		    (next = mention_before(document, role)) && next->kind == NAME_ROLE &&
		    next->last + 1 == role->first)
			continue;
		if (!name && !role_is_several(document, role) && !name_of_apposition(document, role))
			name = name_behind_next_title(document, role);
		if (name)
			own(document, role, name);
	}
	for (m = 0; m < document->mention_count; m++) {
		role = &document->mentions[m];
		if (role->kind != NAME_ROLE || role->owner != NONE)
			continue;
		if (token_marks(document, role, role->first - 1, '(') &&
		    (next = mention_before(document, role)) && next->kind == NAME_ROLE &&
		    next->last + 1 == role->first && next->owner != NONE)
			own(document, role, &document->mentions[next->owner]);
		else if (role_is_several(document, role))
			own_list_before(document, role);
		else if ((name = name_of_apposition(document, role)) && !is_claimed(document, name))
			own(document, role, name);
	}
}

