#include "lexicon_build.h"

#include <stdlib.h>

#include "act_table.h"
#include "arena.h"
#include "context.h"
#include "diag.h"
#include "hash.h"
#include "record.h"
#include "row.h"
#include "text.h"
#include "token.h"

enum { FIRST_SLOTS = 1 << 12, LONGEST_NAME = 512, LONGEST_WORD = 255, MOST_WORDS = 60 };

/*
 * While rows are added the words' texts lie in a block of their own, and made.text
 * is that block: all that token_cut needs.
 */
static void
refresh(struct lexicon_builder *builder)
{
	builder->made.text = builder->word_bytes;
	builder->made.words = builder->words;
	builder->made.slots = builder->slots;
	builder->made.entries = builder->entries;
	builder->made.edges = builder->edges;
}

/* Puts bytes and a NUL behind *block; gives where they begin. */
static uint32_t
put_bytes(char **block, size_t *size, size_t *capacity, struct slice bytes)
{
	size_t at = *size, room = *capacity;
	char *bigger;

	if (at + bytes.len + 1 > UINT32_MAX)
		diag_fatal("the tables are larger than 4 GiB");
	if (at + bytes.len + 1 > room) {
		room = 2 * room + bytes.len + 65536;
		if (!(bigger = realloc(*block, room)))
			diag_no_memory();
		*block = bigger;
		*capacity = room;
	}
	memcpy(*block + at, bytes.at, bytes.len);
	(*block)[at + bytes.len] = '\0';
	*size = at + bytes.len + 1;
	return (uint32_t)at;
}

static void
put_slot(struct slot *slots, uint32_t mask, struct slot slot)
{
	uint32_t i = slot.hash & mask;

	while (slots[i].hash)
		i = (i + 1) & mask;
	slots[i] = slot;
}

static void *
zeroed(size_t count, size_t size)
{
	void *memory = calloc(count, size);

	if (!memory)
		diag_no_memory();
	return memory;
}

static void
grow_slots(struct lexicon_builder *builder)
{
	uint32_t size = builder->slots ? 2 * (builder->made.slot_mask + 1) : FIRST_SLOTS, i;
	struct slot *slots = zeroed(size, sizeof *slots);

	for (i = 0; builder->slots && i <= builder->made.slot_mask; i++)
		if (builder->slots[i].hash)
			put_slot(slots, size - 1, builder->slots[i]);
	free(builder->slots);
	builder->slots = slots;
	builder->made.slot_mask = size - 1;
}

static uint32_t
add_word(struct lexicon_builder *builder, struct slice folded)
{
	uint32_t number, hash;
	size_t capacity = builder->word_capacity;

	if (folded.len > LONGEST_WORD)
		folded.len = LONGEST_WORD;
	if ((number = lexicon_word(&builder->made, folded.at, folded.len)))
		return number;
	if (2 * builder->made.word_count >= builder->made.slot_mask)
		grow_slots(builder);
	number = builder->made.word_count++;
	hash = hash_bytes(folded.at, folded.len);
	builder->words = grow(builder->words, number, &capacity, sizeof *builder->words);
	builder->word_capacity = capacity;
	builder->words[number] = (struct word){
	    .text = put_bytes(&builder->word_bytes, &builder->word_bytes_size,
		&builder->word_bytes_capacity, folded),
	    .length = (uint8_t)folded.len,
	};
	put_slot(builder->slots, builder->made.slot_mask, (struct slot){hash, number});
	refresh(builder);
	return number;
}

static uint32_t
add_node(struct lexicon_builder *builder)
{
	uint32_t number = builder->node_count++;

	builder->nodes = grow(builder->nodes, number, &builder->node_capacity,
	    sizeof *builder->nodes);
	builder->nodes[number] = (struct path){.node = number};
	return number;
}

static void
put_edge(struct edge *edges, uint32_t mask, struct edge edge)
{
	uint32_t i = lexicon_edge_hash(edge.node, edge.word) & mask;

	while (edges[i].node)
		i = (i + 1) & mask;
	edges[i] = edge;
}

static void
grow_edges(struct lexicon_builder *builder)
{
	uint32_t size = builder->edges ? 2 * (builder->made.edge_mask + 1) : FIRST_SLOTS, i;
	struct edge *edges = zeroed(size, sizeof *edges);

	for (i = 0; builder->edges && i <= builder->made.edge_mask; i++)
		if (builder->edges[i].node)
			put_edge(edges, size - 1, builder->edges[i]);
	free(builder->edges);
	builder->edges = edges;
	builder->made.edge_mask = size - 1;
	refresh(builder);
}

static uint32_t
add_step(struct lexicon_builder *builder, uint32_t node, uint32_t word)
{
	const struct edge *edge = word ? lexicon_edge(&builder->made, node, word) : NULL;
	uint32_t to;

	if (edge)
		return edge->to.node;
	if (2 * builder->edge_count >= builder->made.edge_mask)
		grow_edges(builder);
	to = add_node(builder);
	builder->nodes[node].kinds |= path_bit(word);
	builder->edge_count++;
	put_edge(builder->edges, builder->made.edge_mask, (struct edge){node, word, {.node = to}});
	return to;
}

/* Rows that only put one word into a class make no entry: there are thousands. */
static bool
add_class_word(struct lexicon_builder *builder, enum entry_kind kind, const struct gazetteer_row *row,
    const uint32_t *words, size_t count)
{
	uint32_t class = row_classes(row);
	struct word *word = &builder->words[words[0]];
	struct slice value;

	if (!class)
		return false;
	if (count == 1) {
		word->classes |= class;
		if (attr_find(row->attrs, "value", &value))
			word->number = (uint16_t)strtoul(value.at, NULL, 10);
		for (struct slice attrs = row->attrs, name; attr_next(&attrs, &name, &value);)
			if (slice_is(name, "also"))
				word->classes |= row_class_named(value);
	}
	/* A currency's code stands in its row. */
	return (count == 1 && class != CLASS_CURRENCY) || kind != ENTRY_WORD;
}

/* Under the last word of the surname: "bin Salman" under "Salman". */
static void
add_surname(struct lexicon_builder *builder, uint32_t entry, struct slice family)
{
	char folded[4 * LONGEST_NAME];
	size_t at;
	uint32_t word;

	if (family.len > LONGEST_NAME)
		return;
	family.len = text_fold(family, folded);
	for (at = family.len; at > 0 && folded[at - 1] != ' ' && folded[at - 1] != '-'; at--)
		continue;
	word = add_word(builder, (struct slice){folded + at, family.len - at});
	builder->entries[entry].namesake = builder->words[word].persons;
	builder->words[word].persons = entry;
}

/* A table word that ends with a full stop takes it along: "Sept.", "Gen." */
static void
add_abbreviations(struct lexicon_builder *builder, struct slice name)
{
	char folded[4 * LONGEST_NAME];
	size_t from = 0, at;

	for (at = 0; at <= name.len; at++) {
		if (at < name.len && name.at[at] != ' ')
			continue;
		if (at > from + 1 && name.at[at - 1] == '.' &&
		    text_is_alpha((unsigned char)name.at[from])) {
			struct slice word = slice_cut(name, from, at);

			add_word(builder, (struct slice){folded, text_fold(word, folded)});
		}
		from = at + 1;
	}
}

/*
 * Cuts a name. Only a full stop asks for what the tables know; without one a lexicon
 * of no words does, whose look-ups cost nothing.
 */
static size_t
cut_name(struct lexicon_builder *builder, struct slice name)
{
	static const struct word no_word;
	static const struct slot no_slot;
	static const struct lexicon nothing = {.text = "", .words = &no_word, .slots = &no_slot};
	const struct lexicon *known = memchr(name.at, '.', name.len) ? &builder->made : &nothing;
	char padded[LONGEST_NAME + TOKEN_SLACK] = {0};
	size_t count = 0;

	name.at = memcpy(padded, name.at, name.len);
	token_cut(known, NULL, name, false, &builder->scratch, &count, &builder->scratch_capacity);
	return count;
}

/* Numbers of the words of a row's name, or 0 when it has none or too many. */
static size_t
words_of(struct lexicon_builder *builder, struct slice name, bool lower, uint32_t *words)
{
	char folded[4 * LONGEST_NAME];
	size_t count, i, j, len;

	if (name.len > LONGEST_NAME)
		return 0;
	if (!lower && memchr(name.at, '.', name.len))
		add_abbreviations(builder, name);
	if ((count = cut_name(builder, name)) > MOST_WORDS)
		return 0;
	for (i = 0; i < count; i++) {
		const struct token *token = &builder->scratch[i];

		len = text_fold(slice_cut(name, token->start, token->end), folded);
		for (j = 0; lower && j < len; j++)
			folded[j] = text_lower_byte(folded[j]);
		words[i] = add_word(builder, (struct slice){folded, len});
	}
	return count;
}

/*
 * Whether the built-in entries of a node have that row. The user's own stand before
 * them and are not looked at: there may be a million under one name.
 */
static bool
built_in(const struct lexicon_builder *builder, uint32_t node, uint32_t text)
{
	uint32_t entry = node < builder->built_in_nodes ? builder->built_in[node] : 0;

	while (entry && strcmp(builder->text + builder->entries[entry].row, builder->text + text) != 0)
		entry = builder->entries[entry].next;
	return entry != 0;
}

/*
 * The user's entry of that kind under a node, or 0. A later row takes its place: a
 * thousand villages of one name would all be proposed wherever one is named. Persons
 * stay beside each other, for they are found by their surnames too.
 */
static uint32_t
replaceable(const struct lexicon_builder *builder, uint32_t node, enum entry_kind kind)
{
	uint32_t entry = builder->nodes[node].entry;

	if (!builder->built_in || kind < ENTRY_COUNTRY || kind > ENTRY_INSTRUMENT)
		return 0;
	while (builder->entries[entry].flags & FLAG_USER && builder->entries[entry].kind != kind)
		entry = builder->entries[entry].next;
	return builder->entries[entry].flags & FLAG_USER ? entry : 0;
}

static uint32_t
new_entry(struct lexicon_builder *builder, uint32_t node, enum entry_kind kind)
{
	uint32_t number = builder->made.entry_count++;

	builder->entries = grow(builder->entries, number, &builder->entry_capacity,
	    sizeof *builder->entries);
	builder->entries[number] = (struct entry){.next = builder->nodes[node].entry};
	builder->nodes[node].entry = number;
	builder->nodes[node].kinds |= 1u << kind;
	return number;
}

/* Where the attribute is that entry_main gives. */
static void
find_main(struct entry *entry, const struct gazetteer_row *row)
{
	const char *name = entry->kind == ENTRY_PERSON ? "role"
	    : entry->kind == ENTRY_ROLE		       ? "class"
	    : entry->kind == ENTRY_ACT		       ? "cameo"
						       : "type";
	struct slice value;

	if (!attr_find(row->attrs, name, &value))
		return;
	entry->main_at = (uint16_t)(value.at - row->attrs.at);
	entry->main_len = (uint16_t)value.len;
}

/*
 * Lays the path of a name into the trie and an entry at its end; gives its number.
 * 0 for a row of the user's that is built in already: it shall win over nothing.
 */
static uint32_t
add_entry(struct lexicon_builder *builder, enum entry_kind kind,
    const struct gazetteer_row *row, uint32_t text, const uint32_t *words, size_t count)
{
	bool term = kind == ENTRY_TOPIC || kind == ENTRY_ACT || kind == ENTRY_MEETING;
	struct word *first = &builder->words[words[0]];
	uint32_t *start = term ? &first->term.node : &first->name.node, node, number;
	struct entry *entry;
	struct slice country = row->key;
	size_t i;

	first->classes |= term ? CLASS_TERM_START : CLASS_NAME_START;
	if (term && count == 1)
		first->classes |= CLASS_TERM;
	if (!*start)
		*start = add_node(builder);
	node = *start;
	for (i = 1; i < count; i++) {
		node = add_step(builder, node, words[i]);
		builder->words[words[i]].classes |= term ? CLASS_TERM_MORE : CLASS_NAME_MORE;
	}
	if (built_in(builder, node, text))
		return 0;
	if (!(number = replaceable(builder, node, kind)))
		number = new_entry(builder, node, kind);
	entry = &builder->entries[number];
	*entry = (struct entry){
	    .row = text,
	    .kind_len = (uint16_t)row->kind.len,
	    .key_len = (uint16_t)row->key.len,
	    .attrs_len = (uint16_t)row->attrs.len,
	    .name_len = (uint16_t)row->name.len,
	    .next = entry->next,
	    .flags = row_flags(row, builder->built_in != NULL),
	    .kind = (uint8_t)kind,
	};
	find_main(entry, row);
	if (kind == ENTRY_ACT)
		entry->act = act_bits(row->key, row->attrs);
	if (kind == ENTRY_MEETING)
		entry->act = meeting_bits(row->key, row->attrs);
	if (kind == ENTRY_PERSON) {
		if (!builder->made.first_person)
			builder->made.first_person = number;
		builder->made.last_person = number + 1;
		entry->from = row_year(row, "from");
		entry->to = row_year(row, "to");
	}
	if ((kind == ENTRY_COUNTRY || attr_find(row->attrs, "country", &country)) &&
	    country.len == 2)
		memcpy(entry->country, country.at, 2);
	refresh(builder);
	return number;
}

void
lexicon_add_row(void *context, const struct gazetteer_row *row)
{
	struct lexicon_builder *builder = context;
	enum entry_kind kind = row_kind(row);
	bool term = kind == ENTRY_TOPIC || kind == ENTRY_ACT || kind == ENTRY_MEETING;
	struct slice line = {row->kind.at, (size_t)(row->name.at + row->name.len - row->kind.at)};
	uint32_t words[MOST_WORDS], text, entry;
	struct slice family;
	size_t count;

	if (row->kind.len + row->key.len + row->attrs.len > UINT16_MAX ||
	    (count = words_of(builder, row->name, term, words)) == 0)
		return;
	text = put_bytes(&builder->text, &builder->text_size, &builder->text_capacity, line);
	if (kind == ENTRY_ABBREVIATION)
		return; /* the word is known with its full stop: that is all */
	if (slice_is(row->kind, "nickname")) {
		uint32_t full = add_word(builder, row->key);

		builder->words[words[0]].full = full;
	}
	if (slice_is(row->kind, "context"))
		builder->words[words[0]].contexts |= context_bits(row->key);
	if (slice_is(row->kind, "grammar"))
		builder->words[words[0]].part = (uint8_t)word_part_of(row->key);
	if (add_class_word(builder, kind, row, words, count) || kind == ENTRY_OTHER)
		return;
	if (!(entry = add_entry(builder, kind, row, text, words, count)))
		return;
	if (kind == ENTRY_PERSON && attr_find(row->attrs, "family", &family)) {
		add_surname(builder, entry, family);
		if (slice_ends(family, word_text(&builder->made, words[count - 1])))
			builder->entries[entry].flags |= FLAG_FAMILY_LAST;
	}
	if (builder->entries[entry].flags & FLAG_LOWER &&
	    words_of(builder, row->name, true, words) == count)
		add_entry(builder, kind, row, text, words, count);
}

void
lexicon_begin(struct lexicon_builder *builder)
{
	*builder = (struct lexicon_builder){0};
	grow_slots(builder);
	grow_edges(builder);
	builder->words = grow(NULL, 0, &builder->word_capacity, sizeof *builder->words);
	builder->words[builder->made.word_count++] = (struct word){0};
	builder->entries = grow(NULL, 0, &builder->entry_capacity, sizeof *builder->entries);
	builder->entries[builder->made.entry_count++] = (struct entry){0};
	put_bytes(&builder->word_bytes, &builder->word_bytes_size, &builder->word_bytes_capacity,
	    (struct slice){"", 0});
	add_node(builder);
}

void
lexicon_add_built_in(struct lexicon_builder *builder, const struct lexicon *other)
{
	struct gazetteer_row row;
	uint32_t at = 0, i;

	while (at < other->row_bytes) {
		struct slice line = slice_of(other->text + at);

		if (!gazetteer_parse(line, &row))
			lexicon_add_row(builder, &row);
		at += (uint32_t)line.len + 1;
	}
	builder->built_in_nodes = builder->node_count;
	builder->built_in = zeroed(builder->built_in_nodes, sizeof *builder->built_in);
	for (i = 0; i < builder->built_in_nodes; i++)
		builder->built_in[i] = builder->nodes[i].entry;
}

/* PATH_… of the entries from first on. */
static uint32_t
no_persons(const struct lexicon_builder *builder, uint32_t first)
{
	const uint32_t others = 1 << ENTRY_COUNTRY | 1 << ENTRY_ORG | 1 << ENTRY_EVENT |
	    1 << ENTRY_INSTRUMENT | 1 << ENTRY_PLACE | 1 << ENTRY_ROLE;
	uint32_t e;

	for (e = first; e; e = builder->entries[e].next)
		if (others >> builder->entries[e].kind & 1 &&
		    !(builder->entries[e].flags & FLAG_AMBIGUOUS))
			return PATH_NO_PERSON | (e == first ? PATH_FIRST_NO_PERSON : 0);
	return 0;
}

/* While rows are added only builder->nodes says what ends where. */
static void
complete_paths(struct lexicon_builder *builder)
{
	uint32_t i;

	for (i = 0; i < builder->node_count; i++)
		builder->nodes[i].kinds |= no_persons(builder, builder->nodes[i].entry);
	for (i = 0; i < builder->made.word_count; i++) {
		struct word *word = &builder->words[i];

		word->name = builder->nodes[word->name.node];
		word->term = builder->nodes[word->term.node];
	}
	for (i = 0; i <= builder->made.edge_mask; i++)
		builder->edges[i].to = builder->nodes[builder->edges[i].to.node];
}

void
lexicon_complete(struct lexicon_builder *builder)
{
	uint32_t base = (uint32_t)builder->text_size, i;
	char *text;

	if (builder->text_size + builder->word_bytes_size > UINT32_MAX)
		diag_fatal("the tables are larger than 4 GiB");
	if (!(text = realloc(builder->text, builder->text_size + builder->word_bytes_size)))
		diag_no_memory();
	builder->text = text;
	memcpy(text + base, builder->word_bytes, builder->word_bytes_size);
	builder->text_size += builder->word_bytes_size;
	for (i = 0; i < builder->made.word_count; i++)
		builder->words[i].text += base;
	complete_paths(builder);
	free(builder->word_bytes);
	builder->word_bytes = NULL;
	refresh(builder);
	builder->made.text = text;
	builder->made.row_bytes = base;
}

void
lexicon_builder_free(struct lexicon_builder *builder)
{
	free(builder->text);
	free(builder->word_bytes);
	free(builder->words);
	free(builder->slots);
	free(builder->entries);
	free(builder->nodes);
	free(builder->edges);
	free(builder->scratch);
	free(builder->built_in);
	*builder = (struct lexicon_builder){0};
}
