#include "extent.h"

#include <stdlib.h>

/* Roles have a recogniser of their own. */
enum { PROPOSED = (1 << (ENTRY_MONEY + 1)) - 1 - (1 << ENTRY_ROLE) + (1 << ENTRY_NONE) };

/* Without a branch. */
static inline uint32_t
either(bool first, uint32_t a, uint32_t b)
{
	return b ^ ((a ^ b) & -(uint32_t)first);
}

static inline void
note_name(struct hit *hit, struct path path, uint32_t last)
{
	bool role = path.kinds >> ENTRY_ROLE & 1;

	hit->last = last;
	hit->entry = path.entry;
	hit->kinds = path.kinds & ((1u << ENTRY_KINDS) - 1);
	hit->role_last = either(role, last, hit->role_last);
	hit->role_entry = either(role, path.entry, hit->role_entry);
}

/* Whether a name may go on with that token, which may be the blank one behind the unit. */
static inline bool
may_go_on(struct path path, const struct token *token)
{
	return (token->classes / CLASS_NAME_MORE & 1) & ((path.kinds & path_bit(token->word)) != 0);
}

/* All names of the tables that begin at token i: the longest, and the longest role. Gives
 * the kinds of all of them. */
static uint32_t
find_hit(struct reading *reading, uint32_t i)
{
	struct hit *hit = hit_at(reading, i);
	const struct lexicon *lexicon = reading->lexicon;
	struct path path = known_word(lexicon, reading->tokens[i].word)->name;
	uint32_t kinds = path.kinds;

	note_name(hit, path, path.entry ? i + 1 : 0);
	while (may_go_on(path, &reading->tokens[++i])) {
		path = lexicon_step(lexicon, path, reading->tokens[i].word);
		if (!path.node)
			break;
		if (path.entry) {
			note_name(hit, path, i + 1);
			kinds |= path.kinds;
		}
	}
	return kinds;
}

/* Where a name of the tables may begin: finds the hit; gives token.begins with what it adds
 * and takes away. */
static uint32_t
begins_at_hit(struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];
	const struct hit *hit = hit_at(reading, i);
	uint32_t all = find_hit(reading, i), kinds = hit->kinds;
	bool several = hit->last > i + 1;
	/* "North | and South Korea" */
	bool pair = (hit->last == i + 1) & (token[1].first == 'a');
	bool word = kinds >> ENTRY_WORD & 1;
	bool body = (kinds >> ENTRY_ORG & 1) & several;
	bool place = kinds >> ENTRY_PLACE & 1, country = kinds >> ENTRY_COUNTRY & 1;
	bool named = (country & several) | ((country | place) & token_begins(&token[-1], 'o'));
	bool other = (kinds & PATH_FIRST_NO_PERSON) != 0;

	return (token->begins & ~(uint32_t)(BEGINS_OWN * other)) |
	    (uint32_t)(BEGINS_NAME * (((all & PROPOSED) != 0) | pair)) |
	    (uint32_t)(BEGINS_TITLE * ((hit->role_last != 0) | word | body)) |
	    (uint32_t)(BEGINS_PERSON * (word | named)) | (uint32_t)(BEGINS_SHAPE * place);
}

static inline void
note_place(uint32_t **end, uint32_t i, uint32_t begins)
{
	**end = i;
	*end += begins & 1;
}

/* Finds the hit at i and what may begin there: in arithmetic, since no answer can be
 * foretold. */
static void
note_token(struct reading *reading, uint32_t i, uint32_t *end[SOUGHT_KINDS])
{
	const struct token *token = &reading->tokens[i], *before = token - 1, *behind = token + 1;
	uint32_t begins = token->classes & CLASS_NAME_START ? begins_at_hit(reading, i) : token->begins;
	/* "two weeks ago", "first three quarters", "five million" */
	bool counts = behind->classes & (CLASS_DATE_WORD | CLASS_NUMBER | CLASS_SCALE);
	/* Behind a name and a comma any words may lead to the head of a title. */
	bool apposed = (before->first == ',') | (before->first == ';') | token_begins(before, 'a');
	bool named = (behind->shape & SHAPE_CAPITAL) | token_begins(before, 'o');

	note_place(&end[SOUGHT_FIGURE], i, begins / BEGINS_FIGURE | (begins / BEGINS_NUMBER & counts));
	note_place(&end[SOUGHT_NAME], i, begins / BEGINS_NAME);
	note_place(&end[SOUGHT_TITLE], i, begins / BEGINS_TITLE | (begins / BEGINS_WORD & apposed));
	note_place(&end[SOUGHT_PERSON], i, begins / BEGINS_PERSON | begins / BEGINS_OWN);
	note_place(&end[SOUGHT_SHAPE], i, begins / BEGINS_SHAPE | (begins / BEGINS_NUMBER & named));
}

/* Room for the unit's hits and places. */
static void
make_room(struct reading *reading, size_t token_count)
{
	size_t n;

	while (reading->hit_capacity < token_count + 2)
		reading->hits = grow(reading->hits, reading->hit_capacity,
		    &reading->hit_capacity, sizeof *reading->hits);
	memset(reading->hits, 0, (token_count + 2) * sizeof *reading->hits);
	while (reading->place_capacity < SOUGHT_KINDS * (token_count + 1))
		reading->place_room = grow(reading->place_room, reading->place_capacity,
		    &reading->place_capacity, sizeof *reading->place_room);
	for (n = 0; n < SOUGHT_KINDS; n++)
		reading->places[n] = reading->place_room + n * (token_count + 1);
}

const uint32_t *
reading_begin(struct reading *reading, struct document *document, const struct unit *unit,
    const uint32_t *interest)
{
	uint32_t *end[SOUGHT_KINDS];
	int n;

	reading->document = document;
	reading->lexicon = document->lexicon;
	reading->unit = unit;
	reading->tokens = document->tokens;
	reading->first = unit->token;
	reading->last = unit->token + unit->token_count;
	reading->count = 0;
	make_room(reading, unit->token_count);
	memcpy(end, reading->places, sizeof end);
	while (*interest < reading->first)
		interest++;
	for (; *interest < reading->last; interest++)
		note_token(reading, *interest, end);
	for (n = 0; n < SOUGHT_KINDS; n++)
		*end[n] = reading->last;
	return interest;
}

void
reading_free(struct reading *reading)
{
	free(reading->hits);
	free(reading->candidates);
	free(reading->order);
	free(reading->place_room);
	*reading = (struct reading){0};
}

struct candidate *
propose(struct reading *reading, uint32_t first, uint32_t last, enum name_kind kind,
    enum rank rank, const char *rule)
{
	struct candidate *candidate;

	if (reading->count == reading->capacity)
		reading->candidates = grow(reading->candidates, reading->count,
		    &reading->capacity, sizeof *reading->candidates);
	candidate = &reading->candidates[reading->count++];
	*candidate = (struct candidate){first, last, kind, rank, NULL, rule, {"", 0}};
	if (kind == NAME_ROLE)
		hit_at(reading, first)->role_begins = true;
	if (kind == NAME_PERSON) {
		hit_at(reading, first)->person_last = last;
		hit_at(reading, first)->person_sure |= rank < RANK_SHAPE;
		hit_at(reading, last - 1)->person_ends = true;
	}
	/* However a person was found: one whom the tables know has the table's key. */
	if (kind == NAME_PERSON && hit_at(reading, first)->last == last)
		candidate->entry = entry_at(reading, first, ENTRY_PERSON);
	return candidate;
}
