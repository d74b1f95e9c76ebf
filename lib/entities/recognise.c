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

static bool
begins_figure(const struct token *token)
{
	/* "two weeks ago", "first three quarters", "five million" */
	bool number = (token->classes / CLASS_NUMBER & 1) &
	    ((token[1].classes & (CLASS_DATE_WORD | CLASS_NUMBER | CLASS_SCALE)) != 0);

	return (token->shape & SHAPE_DIGIT) | number |
	    (token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_DATE_WORD));
}

/* kinds: those of all names that begin at i. */
static bool
begins_name(const struct hit *hit, const struct token *token, uint32_t i, uint32_t kinds)
{
	/* "North | and South Korea" */
	bool pair = (hit->last == i + 1) & (token[1].first == 'a');

	return (kinds & PROPOSED) | pair;
}

static bool
begins_title(const struct hit *hit, const struct token *token, uint32_t i)
{
	/* Behind a name and a comma any words may lead to the head of a title. */
	bool behind = (token[-1].first == ',') | (token[-1].first == ';') | token_begins(&token[-1], 'a');
	bool word = token->classes / CLASS_COMMON & token->shape / SHAPE_CAPITAL & 1;
	bool body = (hit->kinds >> ENTRY_ORG & 1) & (hit->last > i + 1);

	return (token->classes & (CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER | CLASS_ROLE_FIELD)) |
	    hit->role_last | (hit->kinds & 1u << ENTRY_WORD) | (word & behind) | body;
}

/* entry: the first of the hit. */
static bool
begins_person(const struct hit *hit, const struct entry *entry, const struct token *token,
    uint32_t i)
{
	const uint32_t others = CLASS_COMMON | CLASS_MONTH | CLASS_WEEKDAY | CLASS_ROLE_HEAD |
	    CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_OUTSIDE;
	bool capital = (token->shape & (SHAPE_CAPITAL | SHAPE_DIGIT | SHAPE_MARK)) == SHAPE_CAPITAL;
	bool own = (token->shape & SHAPE_INITIAL) | !(token->classes & others);
	bool other = (OTHER_NAMES >> entry->kind & 1) & !(entry->flags & FLAG_AMBIGUOUS);
	bool country = (hit->kinds >> ENTRY_COUNTRY & 1) & (hit->last > i + 1);
	bool place = (hit->kinds & (1u << ENTRY_PLACE | 1u << ENTRY_COUNTRY)) != 0;

	return (capital & own & !other) | country | (place & token_begins(&token[-1], 'o')) |
	    (token->classes & (CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE | CLASS_HONORIFIC)) |
	    (hit->kinds & 1u << ENTRY_WORD);
}

static bool
begins_shape(const struct hit *hit, const struct token *token)
{
	bool number = (token->shape & SHAPE_DIGIT) | (token->classes & CLASS_NUMBER);
	bool named = (token[1].shape & SHAPE_CAPITAL) | token_begins(&token[-1], 'o');

	return (token->classes & HEADS) | (token->shape & SHAPE_MARK) | (number & named) |
	    (hit->kinds & 1u << ENTRY_PLACE) | (token->first == 'v');
}

static inline void
note_place(uint32_t **end, uint32_t i, bool begins)
{
	**end = i;
	*end += begins;
}

/* Finds the hit at i and what may begin there: in arithmetic, since no answer can be
 * foretold. */
static void
note_token(struct reading *reading, uint32_t i, uint32_t *end[SOUGHT_KINDS])
{
	const struct token *token = &reading->tokens[i];
	const struct hit *hit = hit_at(reading, i);
	uint32_t kinds = token->classes & CLASS_NAME_START ? find_hit(reading, i) : 0;

	note_place(&end[SOUGHT_FIGURE], i, begins_figure(token));
	note_place(&end[SOUGHT_NAME], i, begins_name(hit, token, i, kinds));
	note_place(&end[SOUGHT_TITLE], i, begins_title(hit, token, i));
	note_place(&end[SOUGHT_PERSON], i, begins_person(hit, &reading->lexicon->entries[hit->entry], token, i));
	note_place(&end[SOUGHT_SHAPE], i, begins_shape(hit, token));
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
