/* mentions of persons → persons */
#include "reference.h"

#include "context.h"
#include "person_key.h"
#include "sort.h"
#include "text.h"

enum { MOST_WORDS = 12 };

/*
 * Names by the words in them, so that a name is held only against those that
 * share its surname, and of these against a few: work stays in proportion to the
 * document however many names it has.
 */
enum { MOST_HELD_AGAINST = 64 };

/* A word of names, and the full names that have it. */
struct shelf {
	uint32_t word;   /* from KEY_SHELF on: hash of a person's key */
	uint32_t room;   /* how many names may come to stand here; 0: not in use */
	uint32_t first, count; /* of registry.filed: as they are placed; once sought, by mention */
	uint32_t passed; /* so many stand before the short name that was looked at last, or NONE */
	uint32_t person; /* of a key: whose it is; of a surname of nobody's full name: who
			  * bears it; or NONE */
};
#define KEY_SHELF (1u << 31)

/* The words of a name that count, without initials, suffixes and marks: by their shelves. */
struct name {
	uint32_t mention;
	uint32_t words[MOST_WORDS];
	unsigned count;  /* a full name has several */
	uint32_t family; /* the surname */
	uint32_t key;    /* a name of the tables is filed under its key, too; else NONE */
};

struct registry {
	struct document *document;
	struct name *names;     /* by mention */
	uint32_t count;
	uint32_t *filed;        /* numbers of full names, those of a shelf side by side */
	uint32_t filed_room;
	struct shelf *shelves;  /* by word: open addressing */
	size_t shelf_mask;
};

/* The shelf for one more name with that word. */
static uint32_t
shelf_of(struct registry *registry, uint32_t word)
{
	size_t i = (size_t)(word * 0x9E3779B97F4A7C15u >> 32) & registry->shelf_mask;
	struct shelf *shelf;

	while ((shelf = &registry->shelves[i])->room && shelf->word != word)
		i = (i + 1) & registry->shelf_mask;
	if (!shelf->room)
		*shelf = (struct shelf){.word = word, .passed = NONE, .person = NONE};
	shelf->room++;
	return (uint32_t)i;
}

static uint32_t
shelf_of_key(struct registry *registry, struct slice key)
{
	return shelf_of(registry, hash_bytes(key.at, key.len) | KEY_SHELF);
}

static void
read_name(struct registry *registry, uint32_t m, struct name *name)
{
	const struct document *document = registry->document;
	const struct lexicon *lexicon = document->lexicon;
	const struct mention *mention = &document->mentions[m];
	struct slice family;
	uint32_t i;

	name->mention = m;
	name->count = 0;
	for (i = mention->first; i < mention->last && name->count < MOST_WORDS; i++)
		if (name_word_counts(document, mention, i))
			name->words[name->count++] =
			    shelf_of(registry, name_word(document, mention, i));
	if (name->count == 0)
		name->words[name->count++] = shelf_of(registry, document->tokens[mention->first].word);
	name->family = name->words[name->count - 1];
	name->key = NONE;
	if (!mention->entry || mention->entry->kind != ENTRY_PERSON)
		return;
	name->key = shelf_of_key(registry, entry_key(lexicon, mention->entry));
	/* "Xi Jinping": the table says which word is the surname. */
	if (mention->entry->flags & FLAG_FAMILY_LAST ||
	    !attr_find(entry_attrs(lexicon, mention->entry), "family", &family))
		return;
	for (i = 0; i < name->count; i++) {
		uint32_t word = registry->shelves[name->words[i]].word;

		if (word < DOCUMENT_WORD && slice_ends(family, word_text(lexicon, word)))
			name->family = name->words[i];
	}
}

static bool
has_word(const struct name *name, uint32_t word)
{
	unsigned i;

	for (i = 0; i < name->count; i++)
		if (name->words[i] == word)
			return true;
	return false;
}

/* "Mohamed bin Zayed" in "Hamdan bin Mohamed bin Zayed" is the father. */
static bool
is_patronym(const struct registry *registry, const struct name *part, const struct name *whole)
{
	const struct document *document = registry->document;
	const struct mention *mention = &document->mentions[whole->mention];
	uint32_t i, word = registry->shelves[part->words[0]].word;

	if (part->words[0] == whole->words[0])
		return false;
	for (i = mention->first; i + 1 < mention->last; i++)
		if (document->tokens[i + 1].word == word &&
		    token_context(document, i, CONTEXT_CHILD_OF))
			return true;
	return false;
}

/* "Abdullah II", "Leo XIV": one name and a number; not "Biden Jr.". */
static bool
is_regnal(const struct document *document, const struct name *name)
{
	const struct mention *mention = &document->mentions[name->mention];

	return name->count == 1 && mention->last > mention->first + 1 &&
	    document->tokens[mention->last - 1].classes & CLASS_SUFFIX &&
	    strchr("IVX", document->tokens[mention->last - 1].first);
}

static bool
is_part_of(const struct registry *registry, const struct name *part, const struct name *whole)
{
	unsigned i;

	for (i = 0; i < part->count; i++)
		if (!has_word(whole, part->words[i]))
			return false;
	return !is_patronym(registry, part, whole);
}

/* Whether two names of several words are of one person. */
static bool
same_person(const struct registry *registry, const struct name *a, const struct name *b)
{
	const struct document *document = registry->document;
	const struct mention *p = &document->mentions[a->mention];
	const struct mention *q = &document->mentions[b->mention];
	const struct entry *x = p->entry, *y = q->entry;

	if (x && y && slice_equal(entry_key(document->lexicon, x), entry_key(document->lexicon, y)))
		return true;
	if (name_suffixes_differ(document, p, q))
		return false;
	if (is_part_of(registry, a, b) || is_part_of(registry, b, a))
		return true;
	/* "Tim Geithner", "Timothy F. Geithner" */
	if (a->family != b->family || (x && y) || !given_names_agree(document, p, q))
		return false;
	return a->count == 2 && b->count <= 3 && b->count >= 2;
}

/* What the gazetteer knows of a person. */
static void
take_entry(const struct document *document, struct person *person, const struct entry *entry)
{
	person->entry = entry;
	memcpy(person->country, entry->country, sizeof person->country);
	person->office = entry_main(document->lexicon, entry);
}

/* The person of that name, who gets the key if it is nobody's as yet. */
static uint32_t
add_person(struct registry *registry, const struct name *name, struct slice key, uint32_t *owner)
{
	struct document *document = registry->document;
	const struct mention *mention = &document->mentions[name->mention];
	struct slice text = mention_text(document, mention);
	struct person *person;
	char *whole;

	if (*owner == NONE || mention->entry) {
		*owner = (uint32_t)document->person_count;
	} else { /* "Sr." and "Jr.": the whole name tells them apart */
		whole = arena_bytes(&document->arena, 4 * text.len + 1);
		key = (struct slice){whole, text_slug(text, whole)};
	}
	document->persons = grow(document->persons, document->person_count,
	    &document->person_capacity, sizeof *document->persons);
	person = &document->persons[document->person_count];
	/* Every field is named: the compiler need not clear the rest. */
	*person = (struct person){
	    .key = key,
	    .name = text,
	    .entry = NULL,
	    .office = {"", 0},
	    .mention = name->mention,
	    .first_mention = name->mention,
	    .family = registry->shelves[name->family].word,
	    .role = NONE,
	    .titles = NONE,
	    .country = "",
	    .gender = name_gender(document, mention),
	    .mentions = 0,
	    .principal = false,
	    .spouse = false,
	};
	if (mention->entry && mention->entry->kind == ENTRY_PERSON)
		take_entry(document, person, mention->entry);
	return (uint32_t)document->person_count++;
}

/* A mention joins a person; the first one of all is kept. */
static void
join(struct document *document, uint32_t m, uint32_t p)
{
	struct person *person = &document->persons[p];

	document->mentions[m].person = p;
	if (m < person->first_mention)
		person->first_mention = m;
	person->mentions++;
	if (!person->gender)
		person->gender = name_gender(document, &document->mentions[m]);
	if (!person->entry && document->mentions[m].entry) {
		take_entry(document, person, document->mentions[m].entry);
		person->key = entry_key(document->lexicon, person->entry);
	}
}

static void
file_word(struct registry *registry, uint32_t word, uint32_t name)
{
	struct shelf *shelf = &registry->shelves[word];

	if (shelf->count == 0) {
		shelf->first = registry->filed_room;
		registry->filed_room += shelf->room;
	}
	registry->filed[shelf->first + shelf->count++] = name;
}

/* The person of a name filed under word that is the same person's, or NONE. */
static uint32_t
find_same(const struct registry *registry, const struct name *name, uint32_t word)
{
	const struct shelf *shelf = &registry->shelves[word];
	uint32_t n;

	for (n = 0; n < shelf->count && n < MOST_HELD_AGAINST; n++) {
		const struct name *other = &registry->names[registry->filed[shelf->first + n]];

		if (same_person(registry, name, other))
			return registry->document->mentions[other->mention].person;
	}
	return NONE;
}

/* "Don Mckinnon" and "Don McKinnon": to no table one word, but one name. */
static bool
is_spelt_otherwise(struct document *document, struct slice name, struct slice known)
{
	char *a = arena_bytes(&document->arena, 4 * (name.len + known.len) + 2);
	char *b = a + 4 * name.len + 1;

	return slice_equal((struct slice){a, text_slug(name, a)}, (struct slice){b, text_slug(known, b)});
}

/* The person of a full name that none of those before it shares. */
static uint32_t
person_by_key(struct registry *registry, const struct name *name)
{
	struct document *document = registry->document;
	const struct mention *mention = &document->mentions[name->mention];
	struct slice key = name_key(document, mention);
	uint32_t shelf = name->key != NONE ? name->key : shelf_of_key(registry, key);
	uint32_t *owner = &registry->shelves[shelf].person;

	if (*owner != NONE && name->count > 1 &&
	    is_spelt_otherwise(document, mention_text(document, mention), document->persons[*owner].name))
		return *owner;
	return add_person(registry, name, key, owner);
}

static void
place_full_name(struct registry *registry, uint32_t n)
{
	const struct name *name = &registry->names[n];
	uint32_t person = find_same(registry, name, name->family);
	unsigned w;

	if (person == NONE && name->key != NONE)
		person = find_same(registry, name, name->key);
	if (person == NONE)
		person = person_by_key(registry, name);
	join(registry->document, name->mention, person);
	for (w = 0; w < name->count; w++)
		file_word(registry, name->words[w], n);
	if (name->key != NONE)
		file_word(registry, name->key, n);
}

/* "President Whitmore" is not Secretary Anna Whitmore. */
static bool
same_title(struct document *document, const struct mention *title, const struct name *name)
{
	const struct mention *other = title_before(document, &document->mentions[name->mention]);

	return other && (title_stands_for(mention_text(document, title), mention_text(document, other)) ||
	    title_stands_for(mention_text(document, other), mention_text(document, title)));
}

static int
by_number(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* The shelf of a short name's surname, in order; short names are asked for in their order. */
static const struct shelf *
shelf_sought(struct registry *registry, uint32_t brief)
{
	struct shelf *shelf = &registry->shelves[registry->names[brief].family];
	uint32_t *filed = registry->filed + shelf->first;

	if (shelf->passed == NONE) {
		sort_array(filed, shelf->count, sizeof *filed, by_number);
		shelf->passed = 0;
	}
	while (shelf->passed < shelf->count && filed[shelf->passed] < brief)
		shelf->passed++;
	return shelf;
}

/*
 * The person a short form means: one who bears it as surname, else as any word; the last
 * one named before it, of several one with the title of the short form; else the first
 * behind.
 */
static uint32_t
find_bearer(struct registry *registry, uint32_t n)
{
	struct document *document = registry->document;
	const struct name *brief = &registry->names[n], *name;
	const struct shelf *shelf = shelf_sought(registry, n);
	const uint32_t *filed = registry->filed + shelf->first;
	const struct mention *title;
	uint32_t from = shelf->passed > MOST_HELD_AGAINST ? shelf->passed - MOST_HELD_AGAINST : 0;
	uint32_t at, person, by_surname = NONE, by_word = NONE;
	bool regnal = is_regnal(document, brief), several = false;

	for (at = shelf->passed; at-- > from;) {
		name = &registry->names[filed[at]];
		if (regnal && !is_regnal(document, name))
			continue; /* "Abdullah II" is none of his kin */
		person = document->mentions[name->mention].person;
		several |= by_surname != NONE && name->family == brief->family && person != by_surname;
		if (by_surname == NONE && name->family == brief->family)
			by_surname = person;
		if (by_word == NONE)
			by_word = person;
	}
	if (several && (title = title_before(document, &document->mentions[brief->mention])))
		for (at = shelf->passed; at-- > from;) {
			name = &registry->names[filed[at]];
			if (name->family == brief->family && !(regnal && !is_regnal(document, name)) &&
			    same_title(document, title, name))
				return document->mentions[name->mention].person;
		}
	for (at = shelf->passed; by_word == NONE && at < shelf->count &&
	     at < shelf->passed + MOST_HELD_AGAINST; at++)
		if (!regnal || is_regnal(document, &registry->names[filed[at]]))
			by_word = document->mentions[registry->names[filed[at]].mention].person;
	return by_surname != NONE ? by_surname : by_word;
}

/* "the President and | Mrs. Roe": his wife; not "Mrs. Thatcher", "Mr. and Mrs. Roe". */
static bool
is_wife(const struct document *document, const struct mention *mention, const struct person *bearer)
{
	const struct unit *unit = mention_unit(document, mention);
	uint32_t i = mention->first;

	return i >= unit->token + 3 && bearer->gender != 'f' &&
	    token_begins(&document->tokens[i - 1], 'm') &&
	    (token_is(document, unit, i - 1, "mrs") || token_is(document, unit, i - 1, "mrs.")) &&
	    token_is(document, unit, i - 2, "and") && !token_is(document, unit, i - 3, "mr") &&
	    !token_is(document, unit, i - 3, "mr.");
}

static uint32_t
person_of_wife(struct registry *registry, const struct name *name)
{
	struct document *document = registry->document;
	struct slice text = mention_text(document, &document->mentions[name->mention]);
	char *key = arena_bytes(&document->arena, 4 * text.len + 5);
	struct slice whole = {key, 4 + text_slug(text, key + 4)};
	uint32_t *owner;

	memcpy(key, "mrs-", 4);
	owner = &registry->shelves[shelf_of_key(registry, whole)].person;
	if (*owner == NONE)
		document->persons[add_person(registry, name, whole, owner)].spouse = true;
	return *owner;
}

static void
place_short_name(struct registry *registry, uint32_t n)
{
	struct document *document = registry->document;
	const struct name *name = &registry->names[n];
	struct mention *mention = &document->mentions[name->mention];
	struct shelf *shelf = &registry->shelves[name->family];
	uint32_t person = find_bearer(registry, n), bearer = person != NONE ? person : shelf->person;

	if (bearer != NONE && is_wife(document, mention, &document->persons[bearer])) {
		person = person_of_wife(registry, name);
	} else if (person == NONE && shelf->person == NONE) {
		if (!mention->entry && !(is_regnal(document, name) &&
		    name_has_number(document, mention, mention->last - 1)))
			mention->entry = office_holder(document, mention, shelf->word);
		shelf->person = person_by_key(registry, name);
	}
	join(document, name->mention, person != NONE ? person : shelf->person);
}

/* Room for the shelves of all words of the names, and of their keys. */
static void
begin_registry(struct registry *registry)
{
	struct document *document = registry->document;
	const struct roll *names = &document->names;
	size_t words = names->count, n, size = 16;

	for (n = 0; n < names->count; n++)
		words += document->mentions[names->at[n]].last - document->mentions[names->at[n]].first;
	while (2 * size < 3 * words)
		size *= 2;
	registry->names = arena_take(&document->arena, names->count * sizeof *registry->names);
	registry->filed = arena_take(&document->arena, words * sizeof *registry->filed);
	registry->shelves = arena_take(&document->arena, size * sizeof *registry->shelves);
	memset(registry->shelves, 0, size * sizeof *registry->shelves);
	registry->shelf_mask = size - 1;
}

void
persons_gather(struct document *document)
{
	struct registry registry = {.document = document};
	const struct roll *names = &document->names;
	unsigned longest = 1, words;
	uint32_t n;

	if (names->count == 0)
		return;
	begin_registry(&registry);
	for (n = 0; n < names->count; n++) {
		read_name(&registry, names->at[n], &registry.names[n]);
		if (registry.names[n].count > longest)
			longest = registry.names[n].count;
	}
	/* Longest first, so that a shorter form finds the longer one. */
	for (words = longest; words > 1; words--)
		for (n = 0; n < names->count; n++)
			if (registry.names[n].count == words)
				place_full_name(&registry, n);
	for (n = 0; n < names->count; n++)
		if (registry.names[n].count == 1)
			place_short_name(&registry, n);
}
