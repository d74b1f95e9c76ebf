/* titles → the persons they mean */
#include "reference.h"

#include "text.h"

/* Bounds that no readout comes near, so that no input makes the work explode. */
enum { MOST_MEANT = 1000, MOST_TITLES = 16, MOST_BEARERS = 1000, MOST_LOOK_BACK = 50 };

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

static bool
same_letters(struct slice a, struct slice b)
{
	size_t i;

	if (a.len != b.len)
		return false;
	for (i = 0; i < a.len; i++)
		if (text_lower_byte(a.at[i]) != text_lower_byte(b.at[i]) &&
		    !((a.at[i] == '-' || a.at[i] == ' ') && (b.at[i] == '-' || b.at[i] == ' ')))
			return false;
	return true;
}

/* "Senior Advisor to the | President": what follows a link is not the office. */
static bool
has_link(struct slice before)
{
	static const char *const links[] = {" of ", " for ", " to ", NULL};
	size_t i;
	int n;

	for (n = 0; links[n]; n++)
		for (i = 0; i + strlen(links[n]) <= before.len; i++)
			if (memcmp(before.at + i, links[n], strlen(links[n])) == 0)
				return true;
	return false;
}

static bool
ends_with_rank(struct slice before)
{
	static const char *const ranks[] = {"Vice", "Deputy", "Assistant", "Under", "Associate",
	    "Principal", "Crown", "Lieutenant", "Co", "Press", "General", "Lt.", "Maj.", "Brig.",
	    NULL};
	int n;

	for (n = 0; ranks[n]; n++)
		if (slice_ends(before, slice_of(ranks[n])))
			return true;
	return false;
}

bool
title_stands_for(struct slice brief, struct slice whole)
{
	static const char *const links[] = {" of ", " for ", " to ", " and ", ", ", "-", " & ", NULL};
	struct slice head, tail;
	int n;

	if (brief.len == 0 || brief.len > whole.len)
		return false;
	if (same_letters(brief, whole))
		return true;
	head = slice_cut(whole, 0, brief.len);
	tail = slice_cut(whole, brief.len, whole.len);
	if (same_letters(brief, head))
		for (n = 0; links[n]; n++)
			if (slice_starts(tail, slice_of(links[n])))
				return true;
	head = slice_cut(whole, 0, whole.len - brief.len);
	tail = slice_cut(whole, whole.len - brief.len, whole.len);
	if (!same_letters(brief, tail) || head.len < 2)
		return false;
	if (head.at[head.len - 1] != ' ' && head.at[head.len - 1] != '-')
		return false;
	if (has_link(head))
		return false;
	head.len--;
	return !ends_with_rank(head);
}

static bool
is_plural(const struct document *document, const struct mention *role)
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
token_reads(const struct document *document, const struct mention *m, uint32_t i,
    const char *word)
{
	const struct unit *unit = mention_unit(document, m);

	return i >= unit->token && i < unit->token + unit->token_count &&
	    token_begins(&document->tokens[i], word[0]) && token_is(document, unit, i, word);
}

static bool
token_marks(const struct document *document, const struct mention *m, uint32_t i, char mark)
{
	const struct unit *unit = mention_unit(document, m);

	return i >= unit->token && i < unit->token + unit->token_count &&
	    document->tokens[i].shape & SHAPE_MARK && document->tokens[i].first == mark;
}

/* Only honorifics stand between tokens from and to. */
static bool
only_honorifics(const struct document *document, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (!(document->tokens[from].classes & (CLASS_HONORIFIC | CLASS_PARTICLE)) &&
		    !(document->tokens[from].shape & SHAPE_MARK &&
			(document->tokens[from].first == '"' || document->tokens[from].first == '.')))
			return false;
	return true;
}

/* A role means that person too. */
static void
mean(struct document *document, struct mention *role, uint32_t person)
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
static const char *
country_around(struct document *document, const struct mention *role)
{
	const struct mention *near = mention_before(document, role);

	if (near && near->kind == NAME_COUNTRY &&
	    (near->last == role->first ||
		(near->last + 1 == role->first &&
		    document->tokens[near->last].shape & (SHAPE_POSSESSIVE))))
		return near->country;
	near = mention_behind(document, role);
	if (near && near->kind == NAME_COUNTRY && near->first <= role->last + 2 &&
	    near->first > role->last && token_reads(document, role, role->last, "of"))
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
		    same_letters(mention_text(document, &document->mentions[t]),
			mention_text(document, role)))
			return;
	role->next_title = person->titles;
	person->titles = (uint32_t)(role - document->mentions);
}

static void
own(struct document *document, struct mention *role, struct mention *name)
{
	struct person *person = &document->persons[name->person];
	const char *country = country_around(document, role);
	const struct mention *behind = mention_behind(document, name);

	role->owner = (uint32_t)(name - document->mentions);
	mean(document, role, name->person);
	bear(document, person, role);
	if (person->role == NONE)
		person->role = (uint32_t)(role - document->mentions);
	if (!country[0] && behind && behind->kind == NAME_COUNTRY && behind->first <= name->last + 2 &&
	    token_reads(document, name, name->last, "of"))
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
		return only_honorifics(document, from + 1, name->first);
	if (!token_marks(document, role, from, ',') ||
	    !only_honorifics(document, from + 1, name->first))
		return false;
	return name->first > from + 1 || token_marks(document, role, name->last, ',') ||
	    token_marks(document, role, name->last, '.');
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
		if (!token_reads(document, role, role->first - 1, "and") &&
		    !token_marks(document, role, role->first - 1, ','))
			return NULL;
		return &document->mentions[name->owner];
	}
	if (!name || !(token_marks(document, name, name->last, ',') ||
			 token_marks(document, name, name->last, '(') ||
			 token_marks(document, name, name->last, ':') ||
			 token_marks(document, name, name->last, '-')))
		return NULL;
	for (i = name->last + 1; i < role->first; i++)
		if (!(document->tokens[i].shape & SHAPE_CAPITAL) &&
		    !(document->tokens[i].shape & SHAPE_POSSESSIVE) &&
		    !(document->tokens[i].classes & CLASS_OUTSIDE) &&
		    !token_reads(document, role, i, "the") && !token_reads(document, role, i, "of") &&
		    !token_marks(document, role, i, '-') && !token_reads(document, role, i, "'s"))
			return NULL;
	return name;
}

/*
 * In a list "A, Director, B, Counsel, and C, Deputy": whether the title stands behind
 * its name, that name having none before it.
 */
static bool
is_apposed(struct document *document, struct mention *role)
{
	struct mention *name = name_of_apposition(document, role), *before;

	if (!name)
		return false;
	before = mention_before(document, name);
	return !(before && before->kind == NAME_ROLE &&
	    only_honorifics(document, before->last, name->first));
}

/*
 * The name behind a title: at once, behind honorifics, behind "of COUNTRY", behind
 * another title of the same person ("Chairman of the X General Roe").
 */
static struct mention *
name_behind(struct document *document, struct mention *role)
{
	struct mention *next = mention_behind(document, role);
	uint32_t from = role->last;

	if (next && next->kind != NAME_PERSON && next->kind != NAME_ROLE &&
	    token_reads(document, role, from, "of") && next->first <= from + 2) {
		from = next->last;
		next = mention_behind(document, next);
	}
	if (next && next->kind == NAME_ROLE && next->first == from && next->owner != NONE &&
	    document->mentions[next->owner].first >= next->last)
		return &document->mentions[next->owner];
	if (next && next->kind == NAME_PERSON &&
	    (only_honorifics(document, from, next->first) ||
		(apposed_behind(document, role, from, next) && !is_apposed(document, role))))
		return next;
	return NULL;
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
		if (name && is_plural(document, role)) {
			own_list(document, role, name);
			continue;
		}
		if (!name && (next = mention_behind(document, role))) {
			/* "Senior Advisor and White House Coordinator Gene Sperling" */
			if (next->kind == NAME_ORG || next->kind == NAME_COUNTRY)
				next = mention_behind(document, next);
			if (next && next->kind == NAME_ROLE && next->owner != NONE &&
			    document->mentions[next->owner].first >= next->last &&
			    token_reads(document, role, role->last, "and") &&
			    next->first <= role->last + 4 &&
			    !token_reads(document, role, role->first - 1, "the"))
				name = &document->mentions[next->owner];
		}
		if (name)
			own(document, role, name);
	}
	for (m = 0; m < document->mention_count; m++) {
		role = &document->mentions[m];
		if (role->kind == NAME_ROLE && role->owner == NONE && !is_plural(document, role) &&
		    (name = name_of_apposition(document, role)))
			own(document, role, name);
	}
}

/* Whether person holds that office: by a title beside the name, or by the tables. */
static bool
holds(const struct document *document, uint32_t p, struct slice title)
{
	const struct person *person = &document->persons[p];
	uint32_t t;

	if (person->office.len && title_stands_for(title, person->office))
		return true;
	for (t = person->titles; t != NONE; t = document->mentions[t].next_title)
		if (title_stands_for(title, mention_text(document, &document->mentions[t])))
			return true;
	return false;
}

/* The singular of a plural title in buffer: "Ministers" → "Minister". */
static struct slice
singular(struct slice title, char *buffer, size_t size)
{
	size_t len = title.len, i;

	if (len >= size)
		return title;
	memcpy(buffer, title.at, len);
	/* The head is the word before " of ", or the last one. */
	for (i = 0; i + 4 < len; i++)
		if (memcmp(buffer + i, " of ", 4) == 0)
			break;
	if (i + 4 >= len)
		i = len;
	if (i > 3 && memcmp(buffer + i - 3, "ies", 3) == 0) {
		buffer[i - 3] = 'y';
		memmove(buffer + i - 2, buffer + i, len - i);
		return (struct slice){buffer, len - 2};
	}
	if (i > 1 && buffer[i - 1] == 's') {
		memmove(buffer + i - 1, buffer + i, len - i);
		return (struct slice){buffer, len - 1};
	}
	return (struct slice){buffer, len};
}

static bool
is_leaders(struct slice title)
{
	return same_letters(title, SLICE("leaders")) || same_letters(title, SLICE("principals"));
}

/* Who can be meant by a title that stands alone, and what has been found out. */
struct resolution {
	struct document *document;
	uint32_t bearers[MOST_BEARERS]; /* persons with a title, in the order of the text */
	uint32_t bearer_count;
	uint32_t principals[MOST_BEARERS];
	uint32_t principal_count;
	struct hash found; /* title and country → person or NOBODY */
};
#define NOBODY (UINT32_MAX - 1)

static void
resolve_plural(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	char buffer[200];
	struct slice title = singular(mention_text(document, role), buffer, sizeof buffer);
	bool leaders = is_leaders(mention_text(document, role));
	const struct mention *near = mention_before(document, role);
	uint32_t i, holders = 0;

	/* "G20 Leaders" are those of the body, not of the document. */
	if (near && near->kind == NAME_ORG && near->last == role->first)
		return;
	if (resolution->principal_count < 2)
		return;
	for (i = 0; i < resolution->principal_count; i++)
		holders += holds(document, resolution->principals[i], title);
	/* "Both Ministers" may be a Secretary and a Minister: then all parties are meant. */
	for (i = 0; i < resolution->principal_count; i++)
		if (leaders || holders < 2 || holds(document, resolution->principals[i], title))
			mean(document, role, resolution->principals[i]);
}

/* "his counterpart": the principal who is not named before in the sentence. */
static void
resolve_counterpart(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	const struct mention *m = role;
	uint32_t subject = NONE, p, other = NONE, count = 0, i;
	int back;

	for (back = 0; back < MOST_LOOK_BACK && (m = mention_before(document, m)); back++)
		if ((m->kind == NAME_PERSON || m->kind == NAME_ROLE) && m->person != NONE)
			subject = m->person;
	if (subject == NONE)
		return;
	for (i = 0; i < resolution->principal_count; i++) {
		const struct person *person = &document->persons[p = resolution->principals[i]];

		if (p == subject ||
		    (person->country[0] &&
			memcmp(person->country, document->persons[subject].country, 2) == 0))
			continue;
		other = p;
		count++;
		if (is_plural(document, role))
			mean(document, role, p);
	}
	if (count == 1)
		mean(document, role, other);
}

/*
 * "The Prime Minister spoke to Canadian Prime Minister Roe": the first is not Roe,
 * here and in the whole document. Persons so excluded for a title written plainly.
 */
static bool
is_somebody_else(const struct document *document, uint32_t p, struct slice title)
{
	uint32_t m, n;

	for (m = 0; m < document->mention_count; m++) {
		const struct mention *plain = &document->mentions[m], *other;

		if (plain->kind != NAME_ROLE || plain->person_count > 0 || plain->owner != NONE ||
		    !same_letters(title, mention_text(document, plain)) ||
		    !(token_reads(document, plain, plain->first - 1, "the") ||
			mention_unit(document, plain)->token == plain->first))
			continue;
		for (n = m + 1; n < document->mention_count; n++) {
			other = &document->mentions[n];
			if (other->unit != plain->unit)
				break;
			if (other->kind == NAME_ROLE && other->owner != NONE &&
			    document->mentions[other->owner].person == p &&
			    title_stands_for(title, mention_text(document, other)))
				return true;
		}
	}
	return false;
}

/* "His Majesty", "Her Royal Highness": whoever bears a title that is so addressed. */
static bool
is_addressed_so(const struct document *document, uint32_t p, struct slice title)
{
	static const char *const majesties[] = {"King", "Queen", "Sultan", "Emperor", "Empress", NULL};
	static const char *const highnesses[] = {"Crown Prince", "Prince", "Princess", "Emir",
	    "Amir", "Sheikh", "Grand Duke", NULL};
	const char *const *titles = slice_ends(title, SLICE("Majesty")) ? majesties
	    : slice_ends(title, SLICE("Highness"))			? highnesses
									: NULL;

	for (; titles && *titles; titles++)
		if (holds(document, p, slice_of(*titles)))
			return true;
	return false;
}

static uint32_t
find_holder(const struct resolution *resolution, struct slice title, const char *country)
{
	const struct document *document = resolution->document;
	uint32_t i, p;

	/* Of two, the one the document names first: its own side. */
	for (i = 0; i < resolution->bearer_count; i++) {
		p = resolution->bearers[i];
		if (!holds(document, p, title) && !is_addressed_so(document, p, title))
			continue;
		if (country[0] ? memcmp(country, document->persons[p].country, 2) == 0
			       : !is_somebody_else(document, p, title))
			return p;
	}
	return NOBODY;
}

static void
resolve_single(struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	struct slice title = mention_text(document, role), key;
	const char *country = country_around(document, role);
	char buffer[200];
	uint32_t *found, hash;

	if (same_letters(title, SLICE("leader")) || title.len + 2 > sizeof buffer)
		return;
	memcpy(buffer, title.at, title.len);
	memcpy(buffer + title.len, country[0] ? country : "--", 2);
	key = (struct slice){buffer, title.len + 2};
	hash = hash_bytes(key.at, key.len);
	if (hash_find(&resolution->found, key, hash) == HASH_NONE)
		*hash_place(&resolution->found, arena_copy(&document->arena, key), hash) =
		    find_holder(resolution, title, country);
	found = hash_place(&resolution->found, key, hash);
	if (*found != NOBODY)
		mean(document, role, *found);
}

static void
begin_resolution(struct resolution *resolution, struct document *document)
{
	uint32_t m, p;

	resolution->document = document;
	for (m = 0; m < document->mention_count; m++) {
		const struct person *person;

		p = document->mentions[m].person;
		if (document->mentions[m].kind != NAME_PERSON || p == NONE)
			continue;
		person = &document->persons[p];
		if (person->first_mention != m)
			continue;
		if ((person->titles != NONE || person->entry) &&
		    resolution->bearer_count < MOST_BEARERS)
			resolution->bearers[resolution->bearer_count++] = p;
		if (person->principal && resolution->principal_count < MOST_BEARERS)
			resolution->principals[resolution->principal_count++] = p;
	}
}

void
titles_resolve(struct document *document)
{
	struct resolution *resolution = arena_take(&document->arena, sizeof *resolution);
	struct mention *role;
	struct slice title;
	uint32_t m;

	memset(resolution, 0, sizeof *resolution);
	begin_resolution(resolution, document);
	for (m = 0; m < document->mention_count; m++) {
		role = &document->mentions[m];
		if (role->kind != NAME_ROLE || role->person_count > 0)
			continue;
		title = mention_text(document, role);
		if (same_letters(title, SLICE("counterpart")) ||
		    same_letters(title, SLICE("counterparts")))
			resolve_counterpart(resolution, role);
		else if (is_plural(document, role))
			resolve_plural(resolution, role);
		else
			resolve_single(resolution, role);
	}
	hash_free(&resolution->found);
}
