#include "facts.h"

#include <stdlib.h>

#include "country.h"
#include "list.h"
#include "step.h"
#include "text.h"

struct slice
facts_resolved(struct arena *arena, struct slice value)
{
	char *copy;

	if (value.len == 0 || !memchr(value.at, '%', value.len))
		return value;
	copy = arena_bytes(arena, value.len + STEP);
	value.len = attr_unescape(value, copy);
	memset(copy + value.len, 0, STEP);
	return (struct slice){copy, value.len};
}

struct slice
facts_attr(struct arena *arena, struct slice attrs, const char *name)
{
	struct slice value;

	if (!attr_find(attrs, name, &value))
		return value;
	return facts_resolved(arena, facts_value(value));
}

static struct named *
named_of(struct facts *facts, enum kind kind, struct slice key)
{
	uint32_t *place = hash_place(&facts->names, key, hash_bytes(key.at, key.len));
	uint32_t i;

	for (i = *place; i != HASH_NONE; i = facts->named[i].next)
		if (facts->named[i].kind == kind)
			return &facts->named[i];
	facts->named = grow(facts->named, facts->named_count, &facts->named_capacity,
	    sizeof *facts->named);
	facts->named[facts->named_count] =
	    (struct named){.kind = kind, .key = key, .text = {"", 0}, .next = *place};
	if (kind == KIND_COUNTRY)
		facts->named[facts->named_count].text = country_name(key);
	*place = (uint32_t)facts->named_count;
	return &facts->named[facts->named_count++];
}

/*
 * A person is best called by the longest name; a country that the table does not
 * know by its name rather than by its people; of the rest the first mention says
 * it in full, but for a dateline's "VILNIUS".
 */
static bool
says_better(const struct named *named, const struct span *span)
{
	struct slice form;

	if (named->kind == KIND_COUNTRY)
		return named->text.len == 0 &&
		    (!attr_find(span->attrs, "form", &form) || slice_is(form, "name"));
	if (named->kind == KIND_PERSON)
		return span->text.len > named->text.len;
	return named->text.len == 0 ||
	    (named->kind == KIND_PLACE && !text_has_lower(named->text) && text_has_lower(span->text));
}

static void
count_name(struct facts *facts, const struct span *span)
{
	struct slice key = facts_value(span->key);
	struct named *named;

	if (span->kind > KIND_TOPIC || span->kind == KIND_ROLE)
		return;
	named = named_of(facts, span->kind, key.len ? key : span->text);
	if (says_better(named, span))
		named->text = span->text;
	named->count++;
}

/* More keys than that are a list nobody has written twice in another order. */
enum { MOST_SORTED = 32 };

static int
compare_slices(const void *one, const void *other)
{
	const struct slice *a = one, *b = other;

	return list_compare(*a, *b);
}

/* The keys of a list in order: "A and B" are the same actor as "B and A". */
static struct slice
sorted_keys(struct arena *arena, struct slice keys)
{
	struct slice parts[MOST_SORTED], rest = keys;
	size_t n = 0, i, len = 0;
	char *text;

	while (n < MOST_SORTED && list_next(&rest, &parts[n]))
		n++;
	if (n < 2 || rest.len > 0)
		return keys;
	qsort(parts, n, sizeof parts[0], compare_slices);
	text = arena_bytes(arena, keys.len + 1);
	for (i = 0; i < n; i++) {
		memcpy(text + len, parts[i].at, parts[i].len);
		len += parts[i].len;
		text[len++] = ',';
	}
	return (struct slice){text, len - 1};
}

/* Hangs deed, the last of facts->deeds, to its actor. */
static void
add_to_actor(struct facts *facts, struct arena *arena, struct deed *deed)
{
	struct slice who = sorted_keys(arena, deed->by);
	uint32_t *place = hash_place(&facts->groups, who, hash_bytes(who.at, who.len));
	uint32_t number = (uint32_t)(deed - facts->deeds);

	deed->next = HASH_NONE;
	if (*place == HASH_NONE) {
		*place = (uint32_t)facts->actor_count;
		facts->actors = grow(facts->actors, facts->actor_count, &facts->actor_capacity,
		    sizeof *facts->actors);
		facts->actors[facts->actor_count++] =
		    (struct actor){.by = deed->by, .first = number};
	} else {
		facts->deeds[facts->actors[*place].last].next = number;
	}
	facts->actors[*place].last = number;
	facts->actors[*place].deeds++;
	deed->group = *place;
}

static void
add_deed(struct facts *facts, struct arena *arena, const struct unit *unit,
    const struct span *span)
{
	struct deed *deed;

	facts->deeds =
	    grow(facts->deeds, facts->deed_count, &facts->deed_capacity, sizeof *deed);
	deed = &facts->deeds[facts->deed_count++];
	*deed = (struct deed){
	    .act = facts_value(span->key),
	    .by = facts_attr(arena, span->attrs, "by"),
	    .to = facts_attr(arena, span->attrs, "to"),
	    .verb = facts_attr(arena, span->attrs, "verb"),
	    .text = span->text,
	    .unit = unit,
	    .span = span,
	};
	add_to_actor(facts, arena, deed);
}

static void
add_participant(struct facts *facts, struct arena *arena, const struct span *record)
{
	struct who *who;
	struct named *named;

	facts->people =
	    grow(facts->people, facts->people_count, &facts->people_capacity, sizeof *who);
	who = &facts->people[facts->people_count++];
	*who = (struct who){
	    .key = facts_value(record->key),
	    .name = facts_value(record->text),
	    .country = facts_attr(arena, record->attrs, "country"),
	    .office = facts_attr(arena, record->attrs, "office"),
	    .side = facts_attr(arena, record->attrs, "side"),
	    .taking_part = true,
	};
	if (who->key.len == 0)
		return;
	named = named_of(facts, KIND_PERSON, who->key);
	if (who->name.len > named->text.len)
		named->text = who->name;
}

/* Chains those of one country, in their order. */
static void
find_sides(struct facts *facts)
{
	struct who *who;
	uint32_t *place;
	size_t i;

	hash_clear(&facts->sides);
	for (i = 0; i < facts->people_count; i++) {
		who = &facts->people[i];
		place = hash_place(&facts->sides, who->country,
		    hash_bytes(who->country.at, who->country.len));
		who->next = HASH_NONE;
		who->leads = *place == HASH_NONE;
		if (!who->leads)
			facts->people[*place].next = (uint32_t)i;
		*place = (uint32_t)i;
	}
}

static void
read_meta(struct facts *facts, struct arena *arena, const struct unit *unit)
{
	struct slice *field = NULL, value;

	if (slice_is(unit->key, "published"))
		field = &facts->published;
	else if (slice_is(unit->key, "publisher"))
		field = &facts->publisher;
	else if (slice_is(unit->key, "url"))
		field = &facts->url;
	if (!field || field->len > 0)
		return;
	value = facts_attr(arena, unit->attrs, "value");
	*field = value.len ? value : unit->text;
}

static void
read_facts(struct facts *facts, struct arena *arena, const struct document *document)
{
	const struct span *record;
	size_t i;

	for (i = 0; i < document->fact_count; i++) {
		record = &document->facts[i];
		if (record->kind == KIND_PARTICIPANT) {
			add_participant(facts, arena, record);
		} else if (record->kind == KIND_MEETING && !facts->met) {
			facts->met = true;
			facts->meeting = (struct meeting){
			    .type = facts_value(record->key),
			    .date = facts_attr(arena, record->attrs, "date"),
			    .place = facts_attr(arena, record->attrs, "place"),
			    .mode = facts_attr(arena, record->attrs, "mode"),
			    .countries = facts_attr(arena, record->attrs, "countries"),
			    .title = facts_value(record->text),
			};
		}
	}
}

/* Without participant records: the persons of whom the text tells who they are. */
static void
derive_people(struct facts *facts, struct arena *arena, const struct document *document)
{
	struct hash seen = {0};
	uint32_t *place;
	const struct span *span;
	struct who *who;
	struct slice key, office, country;
	size_t i, j;

	for (i = 0; i < document->unit_count; i++) {
		for (j = 0; j < document->units[i].span_count; j++) {
			span = &document->units[i].spans[j];
			key = facts_value(span->key);
			if (span->kind != KIND_PERSON || key.len == 0)
				continue;
			office = facts_attr(arena, span->attrs, "role");
			country = facts_attr(arena, span->attrs, "country");
			if (office.len + country.len == 0)
				continue;
			place = hash_place(&seen, key, hash_bytes(key.at, key.len));
			if (*place == HASH_NONE) {
				*place = (uint32_t)facts->people_count;
				facts->people = grow(facts->people, facts->people_count,
				    &facts->people_capacity, sizeof *who);
				facts->people[facts->people_count++] = (struct who){
				    .key = key, .name = facts_name(facts, key)};
			}
			who = &facts->people[*place];
			if (who->office.len == 0)
				who->office = office;
			if (who->country.len == 0)
				who->country = country;
		}
	}
	hash_free(&seen);
}

void
facts_find(struct facts *facts, struct arena *arena, const struct document *document)
{
	const struct unit *unit;
	size_t i, j;

	facts->title = facts->published = facts->publisher = facts->url = (struct slice){"", 0};
	facts->meeting = (struct meeting){0};
	facts->met = false;
	facts->people_count = facts->named_count = facts->deed_count = facts->actor_count = 0;
	hash_clear(&facts->names);
	hash_clear(&facts->groups);
	read_facts(facts, arena, document);
	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit->kind == KIND_META)
			read_meta(facts, arena, unit);
		if (unit->kind == KIND_META || unit->kind == KIND_NOTE)
			continue;
		for (j = 0; j < unit->span_count; j++) {
			if (unit->spans[j].kind == KIND_ACT)
				add_deed(facts, arena, unit, &unit->spans[j]);
			else
				count_name(facts, &unit->spans[j]);
		}
	}
	if (facts->people_count == 0)
		derive_people(facts, arena, document);
	find_sides(facts);
	for (i = 0; i < facts->actor_count; i++)
		facts->actors[i].label = facts_names(facts, arena, facts->actors[i].by);
	if (document->title)
		facts->title = document->title->text;
	if (facts->title.len == 0)
		facts->title = facts->meeting.title;
	if (facts->title.len == 0)
		facts->title = document->id;
}

/* Behind an index sort: equals stay in the order of first mention. */
static int
compare_count(const void *one, const void *other)
{
	const struct named *a = *(const struct named *const *)one;
	const struct named *b = *(const struct named *const *)other;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return a < b ? -1 : a > b;
}

const struct named **
facts_ranked(const struct facts *facts, enum kind kind, struct arena *arena, size_t *count)
{
	const struct named **ranked;
	size_t i;

	ranked = arena_take(arena, (facts->named_count + 1) * sizeof *ranked);
	*count = 0;
	for (i = 0; i < facts->named_count; i++)
		if (facts->named[i].kind == kind && facts->named[i].count > 0)
			ranked[(*count)++] = &facts->named[i];
	qsort(ranked, *count, sizeof *ranked, compare_count);
	return ranked;
}

/*
 * No name is longer. A text that claims to be one would be said again at each of
 * its acts, and a small input become a huge output.
 */
enum { LONGEST_NAME = 256 };

static struct slice
cut_name(struct slice name)
{
	size_t len = LONGEST_NAME;

	if (name.len <= LONGEST_NAME)
		return name;
	while (len > 0 && ((unsigned char)name.at[len] & 0xC0) == 0x80)
		len--;
	return slice_cut(name, 0, len);
}

struct slice
facts_name(const struct facts *facts, struct slice key)
{
	uint32_t i = hash_find(&facts->names, key, hash_bytes(key.at, key.len));
	struct slice name;

	for (; i != HASH_NONE; i = facts->named[i].next)
		if (facts->named[i].text.len > 0)
			return cut_name(facts->named[i].text);
	name = country_name(key);
	return name.len > 0 ? name : key;
}

/* Copies the names of keys into text, if it is not NULL; gives their length. */
static size_t
copy_names(const struct facts *facts, struct slice keys, char *text)
{
	struct slice rest = keys, key, parts[2];
	size_t len = 0, i;
	bool first = true;

	while (list_next(&rest, &key)) {
		parts[0] = slice_of(first ? "" : rest.len > 0 ? ", " : " and ");
		parts[1] = facts_name(facts, key);
		first = false;
		for (i = 0; i < 2; i++) {
			if (text && parts[i].len > 0)
				memcpy(text + len, parts[i].at, parts[i].len);
			len += parts[i].len;
		}
	}
	return len;
}

struct slice
facts_names(const struct facts *facts, struct arena *arena, struct slice keys)
{
	size_t len = copy_names(facts, keys, NULL);
	char *text = arena_bytes(arena, len + 1);

	copy_names(facts, keys, text);
	return (struct slice){text, len};
}

static struct slice
join(struct arena *arena, struct slice a, const char *between, struct slice b)
{
	size_t gap = strlen(between);
	char *text;

	if (a.len == 0 || b.len == 0)
		return a.len == 0 ? b : a;
	text = arena_bytes(arena, a.len + gap + b.len);
	memcpy(text, a.at, a.len);
	memcpy(text + a.len, between, gap);
	memcpy(text + a.len + gap, b.at, b.len);
	return (struct slice){text, a.len + gap + b.len};
}

struct slice
facts_how(const struct facts *facts, struct arena *arena)
{
	struct slice type = facts->meeting.type, mode = facts->meeting.mode;

	if (slice_is(type, "other"))
		type.len = 0;
	if (slice_is(type, "call") && (slice_is(mode, "phone") || slice_is(mode, "video")))
		return join(arena, mode, " ", type);
	if (slice_is(mode, "in-person"))
		return slice_is(type, "visit") ? type : join(arena, type, " ", SLICE("in person"));
	return join(arena, type, " by ", mode);
}

struct slice
facts_office(const struct who *who, struct arena *arena)
{
	struct slice country = country_name(who->country);

	return join(arena, who->office, ", ", country.len ? country : who->country);
}

void
facts_free(struct facts *facts)
{
	free(facts->people);
	free(facts->named);
	free(facts->deeds);
	free(facts->actors);
	hash_free(&facts->names);
	hash_free(&facts->groups);
	hash_free(&facts->sides);
	*facts = (struct facts){0};
}
