/* mentions of persons → persons */
#include "reference.h"

#include "context.h"
#include "sort.h"
#include "text.h"

enum { MOST_WORDS = 12 };

/*
 * Names by the words in them, so that a name is held only against those that
 * share its surname, and of these against a few: work stays in proportion to the
 * document however many names it has.
 */
enum { MOST_HELD_AGAINST = 64 };

struct posting {
	uint32_t word; /* of a name; from ENTRY_POSTING on: hash of the gazetteer's key */
	uint32_t name; /* index in names */
};
#define ENTRY_POSTING (1u << 31)

/* The words of a name that count: without initials, suffixes and marks. */
struct name {
	uint32_t mention;
	uint32_t words[MOST_WORDS];
	unsigned count;
	uint32_t family; /* the surname's word */
	uint32_t entry;  /* entry_posting */
};

static bool
is_small(const struct token *token)
{
	return token->shape & (SHAPE_MARK | SHAPE_INITIAL) || token->classes & CLASS_SUFFIX ||
	    (token->classes & CLASS_PARTICLE && !(token->shape & SHAPE_CAPITAL));
}

/* "Al-Saidi" at the beginning of a sentence is "al-Saidi". */
static bool
is_hyphened_particle(const struct document *document, const struct mention *mention, uint32_t i)
{
	const struct token *token = &document->tokens[i];

	return token->classes & CLASS_PARTICLE && i == mention->first && i + 1 < mention->last &&
	    (mention_unit(document, mention)->record.text.at[token->end - 1] == '-' ||
		(document->tokens[i + 1].first == '-' && document->tokens[i + 1].shape & SHAPE_MARK));
}

/* The word of token i; "CHO" is the word "Cho". */
static uint32_t
word_of(const struct document *document, const struct mention *mention, uint32_t i)
{
	const struct token *token = &document->tokens[i];
	struct slice text = token_text(document, mention_unit(document, mention), i);
	char buffer[32];
	uint32_t word;
	size_t at;

	if (!(token->shape & SHAPE_ALL_CAPS) || text.len < 3 || text.len > sizeof buffer)
		return token->word;
	for (at = 0; at < text.len; at++) {
		if ((unsigned char)text.at[at] >= 0x80)
			return token->word;
		buffer[at] = at ? text_lower_byte(text.at[at]) : text.at[at];
	}
	word = lexicon_word(document->lexicon, buffer, text.len);
	return word ? word : token->word;
}

/* What a name of the tables is filed under besides its words; 0 for others. */
static uint32_t
entry_posting(const struct document *document, const struct mention *mention)
{
	struct slice key;

	if (!mention->entry || mention->entry->kind != ENTRY_PERSON)
		return 0;
	key = entry_key(document->lexicon, mention->entry);
	return hash_bytes(key.at, key.len) | ENTRY_POSTING;
}

static struct name
name_of(const struct document *document, uint32_t m)
{
	const struct mention *mention = &document->mentions[m];
	struct name name = {.mention = m, .entry = entry_posting(document, mention)};
	uint32_t i;
	struct slice family;

	for (i = mention->first; i < mention->last && name.count < MOST_WORDS; i++)
		if (!is_small(&document->tokens[i]) && !is_hyphened_particle(document, mention, i))
			name.words[name.count++] = word_of(document, mention, i);
	if (name.count == 0 && mention->first < mention->last)
		name.words[name.count++] = document->tokens[mention->first].word;
	name.family = name.words[name.count ? name.count - 1 : 0];
	/* "Xi Jinping": the table says which word is the surname. */
	if (mention->entry && mention->entry->kind == ENTRY_PERSON &&
	    attr_find(entry_attrs(document->lexicon, mention->entry), "family", &family)) {
		for (i = 0; i < name.count; i++)
			if (name.words[i] < DOCUMENT_WORD &&
			    slice_ends(family, word_text(document->lexicon, name.words[i])))
				name.family = name.words[i];
	}
	return name;
}

struct registry {
	struct document *document;
	struct name *names;
	size_t count, full; /* the first full names have several words */
	struct posting *postings; /* of the full names, by word, then name */
	size_t posting_count;
	struct hash keys;   /* of persons, so that no two have the same */
	struct hash briefs; /* surname of nobody's full name → person */
};

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
is_patronym(const struct document *document, const struct name *part, const struct name *whole)
{
	const struct mention *mention = &document->mentions[whole->mention];
	uint32_t i;

	if (part->words[0] == whole->words[0])
		return false;
	for (i = mention->first; i + 1 < mention->last; i++)
		if (document->tokens[i + 1].word == part->words[0] &&
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
is_part_of(const struct document *document, const struct name *part, const struct name *whole)
{
	unsigned i;

	for (i = 0; i < part->count; i++)
		if (!has_word(whole, part->words[i]))
			return false;
	return part->count > 0 && !is_patronym(document, part, whole);
}

/* "Tim" and "Timothy", "T." and "Timothy", "Joe" and "Joseph". */
static bool
given_names_agree(const struct document *document, const struct name *a, const struct name *b)
{
	const struct lexicon *lexicon = document->lexicon;
	const struct mention *x = &document->mentions[a->mention];
	const struct mention *y = &document->mentions[b->mention];
	struct slice p = token_text(document, mention_unit(document, x), x->first);
	struct slice q = token_text(document, mention_unit(document, y), y->first);
	uint32_t v = document->tokens[x->first].word, w = document->tokens[y->first].word;

	if (p.at[0] != q.at[0] || p.len < 2 || q.len < 2)
		goto nickname;
	if (p.at[p.len - 1] == '.' || q.at[q.len - 1] == '.')
		return true;
	if (p.len >= 3 && q.len >= 3 && (slice_starts(p, q) || slice_starts(q, p)))
		return true;
nickname:
	return (v < DOCUMENT_WORD && lexicon->words[v].full && lexicon->words[v].full == w) ||
	    (w < DOCUMENT_WORD && lexicon->words[w].full && lexicon->words[w].full == v);
}

static bool
suffixes_differ(const struct document *document, const struct name *a, const struct name *b)
{
	const struct mention *x = &document->mentions[a->mention];
	const struct mention *y = &document->mentions[b->mention];
	const struct token *p = &document->tokens[x->last - 1], *q = &document->tokens[y->last - 1];

	return p->classes & CLASS_SUFFIX && q->classes & CLASS_SUFFIX && p->word != q->word;
}

/* Whether two names of several words are of one person. */
static bool
same_person(const struct document *document, const struct name *a, const struct name *b)
{
	const struct entry *x = document->mentions[a->mention].entry;
	const struct entry *y = document->mentions[b->mention].entry;

	if (x && y && slice_equal(entry_key(document->lexicon, x), entry_key(document->lexicon, y)))
		return true;
	if (suffixes_differ(document, a, b))
		return false;
	if (is_part_of(document, a, b) || is_part_of(document, b, a))
		return true;
	/* "Tim Geithner", "Timothy F. Geithner" */
	if (a->family != b->family || (x && y) || !given_names_agree(document, a, b))
		return false;
	return a->count == 2 && b->count <= 3 && b->count >= 2;
}

static char
gender_of(const struct document *document, const struct mention *mention)
{
	uint32_t classes = document->tokens[mention->first].classes;

	if (mention->entry && mention->entry->flags & (FLAG_MALE | FLAG_FEMALE))
		return mention->entry->flags & FLAG_MALE ? 'm' : 'f';
	if (mention->first + 1 < mention->last && classes & (CLASS_MALE | CLASS_FEMALE))
		return (classes & (CLASS_MALE | CLASS_FEMALE)) == CLASS_MALE    ? 'm'
		    : (classes & (CLASS_MALE | CLASS_FEMALE)) == CLASS_FEMALE ? 'f'
									       : 0;
	return 0;
}

/* "Leopold III": without its number the name would be another king's as well. */
static bool
is_regnal_number(const struct document *document, const struct mention *mention, uint32_t i)
{
	return i == mention->first + 1 && i + 1 == mention->last &&
	    strchr("IVX", document->tokens[i].first);
}

/* Given and family name without initials and suffixes, or the gazetteer's key. */
static struct slice
key_of(struct document *document, const struct mention *mention)
{
	struct slice text = mention_text(document, mention), part;
	char *key;
	size_t len = 0;
	uint32_t i;

	if (mention->entry && mention->entry->kind == ENTRY_PERSON)
		return entry_key(document->lexicon, mention->entry);
	key = arena_bytes(&document->arena, 4 * text.len + 2);
	for (i = mention->first; i < mention->last; i++) {
		const struct token *token = &document->tokens[i];

		if (token->shape & (SHAPE_MARK | SHAPE_INITIAL) ||
		    (token->classes & CLASS_SUFFIX && i > mention->first &&
			!is_regnal_number(document, mention, i)))
			continue;
		part = slice_cut(mention_unit(document, mention)->record.text, token->start,
		    token->end);
		if (len > 0)
			key[len++] = '-';
		len += text_slug(part, key + len);
	}
	if (len == 0)
		len = text_slug(text, key);
	return (struct slice){key, len};
}

/* What the gazetteer knows of a person. */
static void
take_entry(const struct document *document, struct person *person, const struct entry *entry)
{
	person->entry = entry;
	memcpy(person->country, entry->country, sizeof person->country);
	if (!attr_find(entry_attrs(document->lexicon, entry), "role", &person->office))
		person->office = (struct slice){"", 0};
}

/* Two persons whose keys would be the same ("Sr." and "Jr."): the whole name tells them apart. */
static struct slice
own_key(struct registry *registry, const struct mention *mention)
{
	struct document *document = registry->document;
	struct slice key = key_of(document, mention), text = mention_text(document, mention);
	uint32_t *owner = hash_place(&registry->keys, key, hash_bytes(key.at, key.len));
	char *whole;

	if (*owner == HASH_NONE || mention->entry) {
		*owner = (uint32_t)document->person_count;
		return key;
	}
	whole = arena_bytes(&document->arena, 4 * text.len + 1);
	return (struct slice){whole, text_slug(text, whole)};
}

static uint32_t
add_person(struct registry *registry, const struct name *name)
{
	struct document *document = registry->document;
	const struct mention *mention = &document->mentions[name->mention];
	struct person person = {
	    .key = own_key(registry, mention),
	    .name = mention_text(document, mention),
	    .entry = mention->entry && mention->entry->kind == ENTRY_PERSON ? mention->entry : NULL,
	    .mention = name->mention,
	    .first_mention = name->mention,
	    .family = name->family,
	    .role = NONE,
	    .titles = NONE,
	    .gender = gender_of(document, mention),
	};

	if (person.entry)
		take_entry(document, &person, person.entry);
	document->persons = grow(document->persons, document->person_count,
	    &document->person_capacity, sizeof *document->persons);
	document->persons[document->person_count] = person;
	return (uint32_t)document->person_count++;
}

static int
by_length(const void *a, const void *b)
{
	const struct name *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return (x->mention > y->mention) - (x->mention < y->mention);
}

static int
by_mention(const void *a, const void *b)
{
	const struct name *x = a, *y = b;

	return (x->mention > y->mention) - (x->mention < y->mention);
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
		person->gender = gender_of(document, &document->mentions[m]);
	if (!person->entry && document->mentions[m].entry) {
		take_entry(document, person, document->mentions[m].entry);
		person->key = entry_key(document->lexicon, person->entry);
	}
}

static int
by_posting(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;

	if (x->word != y->word)
		return x->word < y->word ? -1 : 1;
	return (x->name > y->name) - (x->name < y->name);
}

/* Postings of the full names as they are ordered now. */
static void
index_names(struct registry *registry)
{
	size_t i, n = 0;
	unsigned w;

	if (!registry->postings)
		registry->postings = arena_take(&registry->document->arena,
		    (registry->full * (MOST_WORDS + 1) + 1) * sizeof *registry->postings);
	for (i = 0; i < registry->full; i++) {
		const struct name *name = &registry->names[i];

		for (w = 0; w < name->count; w++)
			registry->postings[n++] = (struct posting){name->words[w], (uint32_t)i};
		if (name->entry)
			registry->postings[n++] = (struct posting){name->entry, (uint32_t)i};
	}
	registry->posting_count = n;
	sort_array(registry->postings, n, sizeof *registry->postings, by_posting);
}

/* The first posting of that word whose name is not before name. */
static size_t
find_postings(const struct registry *registry, uint32_t word, uint32_t name)
{
	struct posting wanted = {word, name};
	size_t low = 0, high = registry->posting_count, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (by_posting(&registry->postings[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The person of an earlier name that shares word and is the same person's, or NONE. */
static uint32_t
find_same(const struct registry *registry, uint32_t i, uint32_t word)
{
	const struct document *document = registry->document;
	size_t at = find_postings(registry, word, 0), tries;

	for (tries = 0; tries < MOST_HELD_AGAINST && at < registry->posting_count; at++, tries++) {
		const struct posting *posting = &registry->postings[at];

		if (posting->word != word || posting->name >= i)
			break;
		if (same_person(document, &registry->names[i], &registry->names[posting->name]))
			return document->mentions[registry->names[posting->name].mention].person;
	}
	return NONE;
}

/* "Don Mckinnon" and "Don McKinnon": to no table one word, but one name; or NONE. */
static uint32_t
find_spelt_otherwise(const struct registry *registry, const struct name *name)
{
	struct document *document = registry->document;
	const struct mention *mention = &document->mentions[name->mention];
	struct slice key = key_of(document, mention), text = mention_text(document, mention);
	uint32_t person = hash_find(&registry->keys, key, hash_bytes(key.at, key.len));
	struct slice known;
	char *a, *b;

	if (person == HASH_NONE)
		return NONE;
	known = document->persons[person].name;
	a = arena_bytes(&document->arena, 4 * (text.len + known.len) + 2);
	b = a + 4 * text.len + 1;
	return slice_equal((struct slice){a, text_slug(text, a)}, (struct slice){b, text_slug(known, b)})
	    ? person
	    : NONE;
}

/* Longest first, so that a shorter form finds the longer one. */
static void
place_full_names(struct registry *registry)
{
	struct document *document = registry->document;
	uint32_t i, person;

	index_names(registry);
	for (i = 0; i < registry->full; i++) {
		const struct name *name = &registry->names[i];

		person = find_same(registry, i, name->family);
		if (person == NONE && name->entry)
			person = find_same(registry, i, name->entry);
		if (person == NONE)
			person = find_spelt_otherwise(registry, name);
		if (person == NONE)
			person = add_person(registry, name);
		join(document, name->mention, person);
	}
}

/* "President Whitmore" is not Secretary Anna Whitmore. */
static bool
same_title(struct document *document, const struct name *brief, const struct name *name)
{
	const struct mention *a = title_before(document, &document->mentions[brief->mention]);
	const struct mention *b = title_before(document, &document->mentions[name->mention]);

	return a && b && (title_stands_for(mention_text(document, a), mention_text(document, b)) ||
	    title_stands_for(mention_text(document, b), mention_text(document, a)));
}

/*
 * The person a short form means: one who bears it as surname, else as any word;
 * the last one named before it, else the first behind.
 */
static uint32_t
find_bearer(const struct registry *registry, const struct name *brief)
{
	struct document *document = registry->document;
	size_t at = find_postings(registry, brief->family, 0), from;
	uint32_t found = NONE, by_surname = NONE, low = 0, high = (uint32_t)registry->full, middle;
	bool titled = false; /* the surname found has the title of the short form */

	while (low < high) { /* the first full name behind the short one */
		middle = (low + high) / 2;
		if (registry->names[middle].mention < brief->mention)
			low = middle + 1;
		else
			high = middle;
	}
	from = find_postings(registry, brief->family, low);
	if (from > at + MOST_HELD_AGAINST)
		at = from - MOST_HELD_AGAINST;
	for (; at < registry->posting_count && at < from + MOST_HELD_AGAINST; at++) {
		const struct posting *posting = &registry->postings[at];
		const struct name *name = &registry->names[posting->name];

		if (posting->word != brief->family ||
		    (at >= from && (found != NONE || by_surname != NONE)))
			break;
		if (is_regnal(document, brief) && !is_regnal(document, name))
			continue; /* "Abdullah II" is none of his kin */
		if (name->family != brief->family) {
			found = document->mentions[name->mention].person;
		} else if (by_surname == NONE || !titled || same_title(document, brief, name)) {
			by_surname = document->mentions[name->mention].person;
			titled = same_title(document, brief, name);
		}
	}
	return by_surname != NONE ? by_surname : found;
}

static void
place_short_names(struct registry *registry)
{
	struct document *document = registry->document;
	size_t i;
	uint32_t person, *known;

	index_names(registry);
	for (i = registry->full; i < registry->count; i++) {
		const struct name *name = &registry->names[i];
		struct mention *mention = &document->mentions[name->mention];
		struct slice surname = {(const char *)&name->family, sizeof name->family};

		person = find_bearer(registry, name);
		if (person == NONE) {
			known = hash_place(&registry->briefs, surname,
			    hash_bytes(surname.at, surname.len));
			if (*known == HASH_NONE) {
				if (!mention->entry && !(is_regnal(document, name) &&
				    is_regnal_number(document, mention, mention->last - 1)))
					mention->entry = office_holder(document, mention, name->family);
				*known = add_person(registry, name);
			}
			person = *known;
		}
		join(document, name->mention, person);
	}
}

void
persons_gather(struct document *document)
{
	struct registry registry = {.document = document};
	size_t count = 0;
	uint32_t m;

	for (m = 0; m < document->mention_count; m++)
		count += document->mentions[m].kind == NAME_PERSON;
	if (count == 0)
		return;
	registry.names = arena_take(&document->arena, count * sizeof *registry.names);
	for (m = 0; m < document->mention_count; m++)
		if (document->mentions[m].kind == NAME_PERSON)
			registry.names[registry.count++] = name_of(document, m);
	sort_array(registry.names, count, sizeof *registry.names, by_length);
	while (registry.full < count && registry.names[registry.full].count > 1)
		registry.full++;
	place_full_names(&registry);
	if (registry.full < count) {
		sort_array(registry.names, registry.full, sizeof *registry.names, by_mention);
		place_short_names(&registry);
	}
	hash_free(&registry.keys);
	hash_free(&registry.briefs);
}
