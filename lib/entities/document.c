#include "document.h"

#include <stdlib.h>

#include "diag.h"
#include "text.h"

enum {
	CARRY_FIRST = 32,        /* units: what a document begins with is always carried */
	LONGEST_WORD = 256,      /* bytes; longer ones are no names */
	CARRY_BYTES = 256 << 10, /* of the units carried into the next window, at most */
};

static const struct slice unit_names[UNIT_OTHER] = {{"title", 5}, {"head", 4}, {"sent", 4},
    {"item", 4}, {"note", 4}, {"meta", 4}};

bool
token_reads(const struct document *document, const struct unit *unit, uint32_t i,
    const char *word)
{
	struct slice text = token_text(document, unit, i);
	size_t n;

	for (n = 0; n < text.len; n++)
		if (text_lower_byte(text.at[n]) != word[n])
			return false;
	return true;
}

/* As many as there may be tokens, and one more. */
static void
make_room_for_interest(struct document *document)
{
	while (document->interest_capacity <= document->token_capacity)
		document->interest = grow(document->interest, document->interest_capacity,
		    &document->interest_capacity, sizeof *document->interest);
}

/* A token of nothing: no rule that looks one too far sees the next unit, or no memory. */
static void
append_blank(struct document *document)
{
	document->tokens = grow(document->tokens, document->token_count,
	    &document->token_capacity, sizeof *document->tokens);
	document->tokens[document->token_count++] = (struct token){0};
}

void
document_reset(struct document *document, const struct lexicon *lexicon)
{
	arena_reset(&document->arena);
	hash_clear(&document->words);
	document->lexicon = lexicon;
	document->next_word = DOCUMENT_WORD;
	document->id = (struct slice){"", 0};
	document->published = (struct date){0};
	document->unit_count = document->token_count = document->mention_count = 0;
	document->person_count = document->span_count = document->fact_count = 0;
	document->term_count = document->interest_count = 0;
	append_blank(document);
	make_room_for_interest(document);
}

/* The first letters of the names of units differ in their lowest three bits. */
static enum unit_kind
unit_kind_of(struct slice kind)
{
	static const unsigned char kinds[8] = {['h' & 7] = UNIT_HEAD, ['i' & 7] = UNIT_ITEM,
	    ['m' & 7] = UNIT_META, ['n' & 7] = UNIT_NOTE, ['s' & 7] = UNIT_SENT, ['t' & 7] = UNIT_TITLE};
	enum unit_kind found = (enum unit_kind)kinds[kind.at[0] & 7];

	return slice_equal(kind, unit_names[found]) ? found : UNIT_OTHER;
}

/* The number of an unknown word of the unit. */
static uint32_t
number_of_word(struct document *document, const struct unit *unit, const struct token *token)
{
	char folded[4 * LONGEST_WORD];
	struct slice word = slice_cut(unit->record.text, token->start, token->end);
	uint32_t hash, number;
	size_t i;

	word.len = text_fold(word, folded);
	word.at = folded;
	if (token->shape & SHAPE_ALL_CAPS && unit->all_caps)
		for (i = 1; i < word.len; i++)
			folded[i] = text_lower_byte(folded[i]);
	hash = hash_bytes(word.at, word.len);
	number = hash_find(&document->words, word, hash);
	if (number == HASH_NONE) {
		number = document->next_word++;
		word = arena_copy(&document->arena, word);
		*hash_place(&document->words, word, hash) = number;
	}
	return number;
}

/* Unknown words in capitals get numbers, so that a surname is known again; quotation marks
 * and brackets are noted. */
static void
take_note(struct document *document, struct unit *unit)
{
	uint32_t i, end = unit->token + unit->token_count;

	for (i = unit->token; i < end; i++) {
		struct token *token = &document->tokens[i];

		if (!(token->begins & BEGINS_NOTE))
			continue;
		unit->quotes |= token->first == '"';
		unit->brackets |= token->first == '(';
		if (token->word == 0 && token->shape & SHAPE_WORD)
			token->word = number_of_word(document, unit, token);
	}
}

/* Finds the tokens that any recogniser may begin at: most words of a text are none; and the
 * few that the unit is to know of. */
static void
gather_interest(struct document *document, struct unit *unit)
{
	const struct token *tokens = document->tokens;
	uint32_t i, end = unit->token + unit->token_count, *interest, begins = 0;
	size_t n = document->interest_count;

	make_room_for_interest(document);
	interest = document->interest;
	for (i = unit->token; i < end; i++) {
		begins |= tokens[i].begins;
		interest[n] = i;
		n += (tokens[i].classes & TOKEN_OF_INTEREST) != 0;
	}
	document->interest_count = n;
	if (begins & BEGINS_NOTE)
		take_note(document, unit);
}

/* The published date of a meta record: value=YYYY-MM-DD… */
static void
take_date(struct document *document, const struct record *record)
{
	struct slice value;
	int i, part[3] = {0};
	static const int at[3] = {0, 5, 8}, width[3] = {4, 2, 2};

	if (!slice_is(record->key, "published") || document->published.year ||
	    !attr_find(record->attrs, "value", &value) || value.len < 10)
		return;
	for (i = 0; i < 3; i++)
		for (int j = 0; j < width[i]; j++) {
			char c = value.at[at[i] + j];

			if (c < '0' || c > '9')
				return;
			part[i] = part[i] * 10 + (c - '0');
		}
	document->published = (struct date){part[0], part[1], part[2]};
}

static struct slice
moved(struct slice s, struct slice from, struct slice to)
{
	return (struct slice){to.at + (s.at - from.at), s.len};
}

/* A copy in the arena with the slack that token_cut asks for. */
static struct slice
copy_line(struct document *document, struct slice line)
{
	char *copy = arena_bytes(&document->arena, line.len + TOKEN_SLACK);

	memcpy(copy, line.at, line.len);
	memset(copy + line.len, 0, TOKEN_SLACK);
	return (struct slice){copy, line.len};
}

/* A record of the same line elsewhere. */
static struct record
moved_record(const struct record *record, struct slice from, struct slice to)
{
	return (struct record){
	    .doc = moved(record->doc, from, to),
	    .para = record->para,
	    .sent = record->sent,
	    .start = record->start,
	    .end = record->end,
	    .kind = moved(record->kind, from, to),
	    .key = moved(record->key, from, to),
	    .attrs = moved(record->attrs, from, to),
	    .text = moved(record->text, from, to),
	};
}

/* A new unit of a line, which is the document's, and its record. */
static struct unit *
append_unit(struct document *document, struct slice line, const struct record *record)
{
	struct unit *unit;

	document->units = grow(document->units, document->unit_count, &document->unit_capacity,
	    sizeof *document->units);
	unit = &document->units[document->unit_count++];
	/* Every field is named: the compiler need not clear the rest. */
	*unit = (struct unit){
	    .line = line,
	    .record = *record,
	    .kind = UNIT_OTHER,
	    .all_caps = false,
	    .tagged = false,
	    .carried = false,
	    .quotes = false,
	    .brackets = false,
	    .token = (uint32_t)document->token_count,
	    .token_count = 0,
	    .mention = 0,
	    .mention_count = 0,
	    .span = NONE,
	    .last_span = NONE,
	    .term = 0,
	    .last_term = 0,
	    .words = 0,
	    .act = NONE,
	    .lead = NONE,
	};
	return unit;
}

void
document_add(struct document *document, struct slice line, const struct record *record)
{
	struct slice copy = copy_line(document, line);
	struct record mine = moved_record(record, line, copy);
	struct unit *unit = append_unit(document, copy, &mine);

	unit->kind = unit_kind_of(record->kind);
	unit->tagged = unit->kind <= UNIT_ITEM;
	if (document->unit_count == 1)
		document->id = unit->record.doc;
	if (unit->kind == UNIT_META)
		take_date(document, &unit->record);
	if (unit->tagged) {
		unit->all_caps = token_all_caps(unit->record.text);
		token_cut(document->lexicon, &document->cache, unit->record.text,
		    unit->all_caps, &document->tokens, &document->token_count,
		    &document->token_capacity);
		unit->token_count = (uint32_t)document->token_count - unit->token;
		gather_interest(document, unit);
		append_blank(document);
	}
}

void
document_add_line(struct document *document, struct slice line)
{
	struct record none = {.doc = document->id, .text = {"", 0}};

	append_unit(document, copy_line(document, line), &none);
}

static void
carry_mention(struct document *document, uint32_t mention)
{
	if (mention != NONE)
		document->units[document->mentions[mention].unit].carried = true;
}

/* Marks what is to be carried, and nothing else; gives how many units that are. */
static size_t
choose_carried(struct document *document)
{
	size_t i, bytes = 0, count = 0;

	for (i = 0; i < document->unit_count; i++)
		document->units[i].carried = i < CARRY_FIRST;
	for (i = 0; i < document->person_count; i++) {
		carry_mention(document, document->persons[i].mention);
		carry_mention(document, document->persons[i].role);
	}
	for (i = 0; i < document->unit_count; i++) {
		struct unit *unit = &document->units[i];

		if (unit->carried && unit->tagged && bytes + unit->line.len <= CARRY_BYTES)
			bytes += unit->line.len;
		else
			unit->carried = false;
		count += unit->carried;
	}
	return count;
}

void
document_next_window(struct document *document)
{
	struct arena carried = {0};
	struct slice *lines, id = arena_copy(&carried, document->id);
	size_t count = 0, i;
	struct date published = document->published;

	lines = arena_take(&carried, (choose_carried(document) + 1) * sizeof *lines);
	for (i = 0; i < document->unit_count; i++)
		if (document->units[i].carried)
			lines[count++] = arena_copy(&carried, document->units[i].line);
	document_reset(document, document->lexicon);
	document->published = published;
	for (i = 0; i < count; i++) {
		struct record record;

		if (record_parse(lines[i], &record))
			continue; /* it was one before */
		document_add(document, lines[i], &record);
		document->units[i].carried = true;
	}
	if (count == 0)
		document->id = arena_copy(&document->arena, id);
	arena_free(&carried);
}

uint32_t
document_add_span(struct document *document, const struct span *span)
{
	struct unit *unit = &document->units[span->unit];
	uint32_t number = (uint32_t)document->span_count++;

	document->spans =
	    grow(document->spans, number, &document->span_capacity, sizeof *document->spans);
	document->spans[number] = *span;
	document->spans[number].next = NONE;
	if (unit->span == NONE)
		unit->span = number;
	else
		document->spans[unit->last_span].next = number;
	unit->last_span = number;
	return number;
}

void
document_add_fact(struct document *document, const struct fact *fact)
{
	document->facts = grow(document->facts, document->fact_count, &document->fact_capacity,
	    sizeof *document->facts);
	document->facts[document->fact_count++] = *fact;
}

void
document_free(struct document *document)
{
	arena_free(&document->arena);
	hash_free(&document->words);
	free(document->units);
	free(document->tokens);
	free(document->interest);
	free(document->mentions);
	free(document->persons);
	free(document->spans);
	free(document->terms);
	free(document->facts);
}
