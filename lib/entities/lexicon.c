#include "lexicon.h"

#include <stdlib.h>

#include "act_table.h"
#include "diag.h"
#include "record.h"
#include "text.h"
#include "token.h"

enum { FIRST_EDGES = 1 << 15, LONGEST_NAME = 512, MOST_WORDS = 60 };

static const char *const kind_names[ENTRY_KINDS] = {
    "person", "role", "country", "place", "org", "event", "instrument", "date", "money",
    "topic", "act", "word", "none", "abbreviation", "",
};

/* Key of a row of kind word → the class its words belong to. */
static const struct {
	const char *name;
	uint32_t class;
} class_names[] = {
    {"honorific", CLASS_HONORIFIC},
    {"suffix", CLASS_SUFFIX},
    {"particle", CLASS_PARTICLE},
    {"role-head", CLASS_ROLE_HEAD},
    {"role-modifier", CLASS_ROLE_MODIFIER},
    {"role-field", CLASS_ROLE_FIELD},
    {"outside", CLASS_OUTSIDE},
    {"org-head", CLASS_ORG_HEAD},
    {"event-head", CLASS_EVENT_HEAD},
    {"instrument-head", CLASS_INSTRUMENT_HEAD},
    {"place-head", CLASS_PLACE_HEAD},
    {"link", CLASS_LINK},
    {"month", CLASS_MONTH},
    {"weekday", CLASS_WEEKDAY},
    {"number", CLASS_NUMBER},
    {"date-word", CLASS_DATE_WORD},
    {"currency", CLASS_CURRENCY},
    {"scale", CLASS_SCALE},
    {"common", CLASS_COMMON},
};

static uint32_t
class_of(struct slice name)
{
	size_t i;

	for (i = 0; i < sizeof class_names / sizeof class_names[0]; i++)
		if (slice_is(name, class_names[i].name))
			return class_names[i].class;
	return 0;
}

uint32_t
lexicon_word(const struct lexicon *lexicon, const char *at, size_t len)
{
	uint32_t number = hash_find(&lexicon->word_numbers, (struct slice){at, len},
	    hash_bytes(at, len));

	return number == HASH_NONE ? 0 : number;
}

static uint64_t
edge_hash(uint64_t from)
{
	from *= 0x9E3779B97F4A7C15u;
	return from ^ from >> 29;
}

uint32_t
lexicon_step(const struct lexicon *lexicon, uint32_t node, uint32_t word)
{
	uint64_t from = (uint64_t)node << 32 | word;
	size_t i;

	if (!lexicon->nodes[node].more || !word)
		return 0;
	for (i = edge_hash(from) & lexicon->edge_mask; lexicon->edges[i].from;
	     i = (i + 1) & lexicon->edge_mask)
		if (lexicon->edges[i].from == from)
			return lexicon->edges[i].to;
	return 0;
}

const struct entry *
lexicon_entry(const struct lexicon *lexicon, uint32_t first, enum entry_kind kind)
{
	for (; first; first = lexicon->entries[first].next)
		if (lexicon->entries[first].kind == kind)
			return &lexicon->entries[first];
	return NULL;
}

static uint32_t
add_word(struct lexicon *lexicon, struct slice folded)
{
	uint32_t hash = hash_bytes(folded.at, folded.len), *number, found;

	found = hash_find(&lexicon->word_numbers, folded, hash);
	if (found != HASH_NONE)
		return found;
	folded = arena_copy(&lexicon->arena, folded);
	number = hash_place(&lexicon->word_numbers, folded, hash);
	*number = (uint32_t)lexicon->word_count;
	lexicon->words = grow(lexicon->words, lexicon->word_count, &lexicon->word_capacity,
	    sizeof *lexicon->words);
	lexicon->words[lexicon->word_count++] = (struct word){.text = folded};
	return *number;
}

static uint32_t
add_node(struct lexicon *lexicon)
{
	lexicon->nodes = grow(lexicon->nodes, lexicon->node_count, &lexicon->node_capacity,
	    sizeof *lexicon->nodes);
	lexicon->nodes[lexicon->node_count] = (struct node){0};
	return (uint32_t)lexicon->node_count++;
}

static void
put_edge(struct edge *edges, size_t mask, struct edge edge)
{
	size_t i = edge_hash(edge.from) & mask;

	while (edges[i].from)
		i = (i + 1) & mask;
	edges[i] = edge;
}

static void
grow_edges(struct lexicon *lexicon)
{
	size_t size = lexicon->edges ? 2 * (lexicon->edge_mask + 1) : FIRST_EDGES, i;
	struct edge *edges = calloc(size, sizeof *edges);

	if (!edges)
		diag_no_memory();
	for (i = 0; lexicon->edges && i <= lexicon->edge_mask; i++)
		if (lexicon->edges[i].from)
			put_edge(edges, size - 1, lexicon->edges[i]);
	free(lexicon->edges);
	lexicon->edges = edges;
	lexicon->edge_mask = size - 1;
}

static uint32_t
add_step(struct lexicon *lexicon, uint32_t node, uint32_t word)
{
	uint32_t to = lexicon_step(lexicon, node, word);

	if (to)
		return to;
	if (2 * lexicon->edge_count >= lexicon->edge_mask)
		grow_edges(lexicon);
	to = add_node(lexicon);
	lexicon->nodes[node].more = true;
	lexicon->edge_count++;
	put_edge(lexicon->edges, lexicon->edge_mask,
	    (struct edge){(uint64_t)node << 32 | word, to});
	return to;
}

static bool
attr_is(struct slice attrs, const char *name, const char *wanted)
{
	struct slice value;

	return attr_find(attrs, name, &value) && slice_is(value, wanted);
}

static uint16_t
flags_of(const struct gazetteer_row *row, bool user)
{
	struct slice attrs = row->attrs, name, value;
	unsigned flags = user ? FLAG_USER : 0;

	while (attr_next(&attrs, &name, &value)) {
		if (slice_is(name, "ambiguous"))
			flags |= FLAG_AMBIGUOUS;
		else if (slice_is(name, "lower"))
			flags |= FLAG_LOWER;
		else if (slice_is(name, "number") && slice_is(value, "plural"))
			flags |= FLAG_PLURAL;
		else if (slice_is(name, "form") && slice_is(value, "people"))
			flags |= FLAG_PEOPLE;
		else if (slice_is(value, "code") || slice_is(value, "state-code"))
			flags |= FLAG_CODE;
		else if (slice_is(name, "gender"))
			flags |= slice_is(value, "f") ? FLAG_FEMALE
			    : slice_is(value, "m")    ? FLAG_MALE
						      : 0;
	}
	return (uint16_t)flags;
}

static enum entry_kind
kind_of(struct slice kind)
{
	int i;

	for (i = 0; i < ENTRY_OTHER; i++)
		if (slice_is(kind, kind_names[i]))
			break;
	return (enum entry_kind)i;
}

/* Rows that only put one word into a class make no entry: there are thousands. */
static bool
add_class_word(struct lexicon *lexicon, enum entry_kind kind, const struct gazetteer_row *row,
    const uint32_t *words, size_t count)
{
	uint32_t class = 0;
	struct word *word = &lexicon->words[words[0]];
	struct slice value;

	if (slice_is(row->kind, "given"))
		class = CLASS_GIVEN | (attr_is(row->attrs, "gender", "f") ? CLASS_FEMALE : 0) |
		    (attr_is(row->attrs, "gender", "m") ? CLASS_MALE : 0);
	else if (slice_is(row->kind, "family"))
		class = CLASS_FAMILY;
	else if (slice_is(row->kind, "common"))
		class = CLASS_COMMON;
	else if (kind == ENTRY_WORD)
		class = class_of(row->key);
	if (!class)
		return false;
	if (attr_is(row->attrs, "number", "plural"))
		class |= CLASS_PLURAL;
	if ((class & (CLASS_GIVEN | CLASS_FAMILY)) && attr_is(row->attrs, "ambiguous", "yes"))
		class |= CLASS_AMBIGUOUS;
	if (count == 1) {
		word->classes |= class;
		if (attr_find(row->attrs, "value", &value))
			word->number = (uint32_t)strtoul(value.at, NULL, 10);
		for (struct slice attrs = row->attrs, name; attr_next(&attrs, &name, &value);)
			if (slice_is(name, "also"))
				word->classes |= class_of(value);
	}
	/* A currency's code stands in its row. */
	return (count == 1 && class != CLASS_CURRENCY) || kind != ENTRY_WORD;
}

/* Under the last word of the surname: "bin Salman" under "Salman". */
static void
add_surname(struct lexicon *lexicon, size_t entry, struct slice family)
{
	char folded[4 * LONGEST_NAME];
	size_t at;
	uint32_t word;

	if (family.len > LONGEST_NAME)
		return;
	family.len = text_fold(family, folded);
	for (at = family.len; at > 0 && folded[at - 1] != ' ' && folded[at - 1] != '-'; at--)
		continue;
	word = add_word(lexicon, (struct slice){folded + at, family.len - at});
	lexicon->entries[entry].namesake = lexicon->words[word].persons;
	lexicon->words[word].persons = (uint32_t)entry;
}

/* A table word that ends with a full stop takes it along: "Sept.", "Gen." */
static void
add_abbreviations(struct lexicon *lexicon, struct slice name)
{
	char folded[4 * LONGEST_NAME];
	size_t from = 0, at;

	for (at = 0; at <= name.len; at++) {
		if (at < name.len && name.at[at] != ' ')
			continue;
		if (at > from + 1 && name.at[at - 1] == '.' &&
		    text_is_alpha((unsigned char)name.at[from])) {
			struct slice word = slice_cut(name, from, at);

			add_word(lexicon, (struct slice){folded, text_fold(word, folded)});
		}
		from = at + 1;
	}
}

/* Numbers of the words of a row's name, or 0 when it has none or too many. */
static size_t
words_of(struct lexicon *lexicon, struct slice name, bool lower, uint32_t *words)
{
	char folded[4 * LONGEST_NAME];
	size_t count = 0, i, j, len;

	if (name.len > LONGEST_NAME)
		return 0;
	if (!lower && memchr(name.at, '.', name.len))
		add_abbreviations(lexicon, name);
	token_cut(lexicon, name, false, &lexicon->scratch, &count, &lexicon->scratch_capacity);
	if (count > MOST_WORDS)
		return 0;
	for (i = 0; i < count; i++) {
		const struct token *token = &lexicon->scratch[i];

		len = text_fold(slice_cut(name, token->start, token->end), folded);
		for (j = 0; lower && j < len; j++)
			folded[j] = text_lower_byte(folded[j]);
		words[i] = add_word(lexicon, (struct slice){folded, len});
	}
	return count;
}

/* Lays the path of a name into the trie and an entry at its end; gives its number. */
static size_t
add_entry(struct lexicon *lexicon, enum entry_kind kind, const struct gazetteer_row *row,
    const uint32_t *words, size_t count)
{
	bool term = kind == ENTRY_TOPIC || kind == ENTRY_ACT;
	struct word *first = &lexicon->words[words[0]];
	uint32_t *start = term ? &first->term_node : &first->name_node, node;
	struct entry *entry;
	struct slice country = row->key;
	size_t i;

	first->classes |= term ? CLASS_TERM_START : CLASS_NAME_START;
	if (!*start)
		*start = add_node(lexicon);
	node = *start;
	for (i = 1; i < count; i++)
		node = add_step(lexicon, node, words[i]);
	lexicon->entries = grow(lexicon->entries, lexicon->entry_count,
	    &lexicon->entry_capacity, sizeof *lexicon->entries);
	entry = &lexicon->entries[lexicon->entry_count];
	*entry = (struct entry){
	    .row = *row,
	    .next = lexicon->nodes[node].entry,
	    .flags = flags_of(row, lexicon->user),
	    .kind = (uint8_t)kind,
	    .words = (uint8_t)count,
	};
	if (kind == ENTRY_ACT)
		entry->act = act_bits(row->key, row->attrs);
	if ((kind == ENTRY_COUNTRY || attr_find(row->attrs, "country", &country)) &&
	    country.len == 2)
		memcpy(entry->country, country.at, 2);
	lexicon->nodes[node].entry = (uint32_t)lexicon->entry_count;
	return lexicon->entry_count++;
}

static void
add_row(void *context, const struct gazetteer_row *row)
{
	struct lexicon *lexicon = context;
	enum entry_kind kind = kind_of(row->kind);
	bool term = kind == ENTRY_TOPIC || kind == ENTRY_ACT;
	uint32_t words[MOST_WORDS];
	size_t count = words_of(lexicon, row->name, term, words), entry;
	struct slice family;

	if (count == 0)
		return;
	if (kind == ENTRY_ABBREVIATION) {
		lexicon->words[words[0]].classes |= CLASS_ABBREVIATION;
		return;
	}
	if (slice_is(row->kind, "nickname"))
		lexicon->words[words[0]].full = add_word(lexicon, row->key);
	if (slice_is(row->kind, "grammar"))
		lexicon->words[words[0]].part = word_part_of(row->key);
	if (add_class_word(lexicon, kind, row, words, count) || kind == ENTRY_OTHER)
		return;
	entry = add_entry(lexicon, kind, row, words, count);
	if (kind == ENTRY_PERSON && attr_find(row->attrs, "family", &family))
		add_surname(lexicon, entry, family);
	if (lexicon->entries[entry].flags & FLAG_LOWER &&
	    words_of(lexicon, row->name, true, words) == count)
		add_entry(lexicon, kind, row, words, count);
}

void
lexicon_open(struct lexicon *lexicon)
{
	*lexicon = (struct lexicon){0};
	lexicon->words = grow(NULL, 0, &lexicon->word_capacity, sizeof *lexicon->words);
	lexicon->words[lexicon->word_count++] = (struct word){0};
	lexicon->entries = grow(NULL, 0, &lexicon->entry_capacity, sizeof *lexicon->entries);
	lexicon->entries[lexicon->entry_count++] = (struct entry){0};
	add_node(lexicon);
	grow_edges(lexicon);
	gazetteer_load_table(gazetteer_entities, add_row, lexicon);
}

void
lexicon_add_file(struct lexicon *lexicon, const char *file)
{
	lexicon->user = true;
	gazetteer_load_file(file, add_row, lexicon);
	lexicon->user = false;
}

void
lexicon_free(struct lexicon *lexicon)
{
	hash_free(&lexicon->word_numbers);
	free(lexicon->words);
	free(lexicon->entries);
	free(lexicon->nodes);
	free(lexicon->edges);
	free(lexicon->scratch);
	arena_free(&lexicon->arena);
}
