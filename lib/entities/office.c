#include "office.h"

#include "context.h"
#include "reference.h"
#include "text.h"

enum { LONGEST_OFFICE = 120 }; /* bytes; what is longer is no office */

/* What an item of a list says of a person. */
struct listed {
	struct slice title, whole; /* without and with the bodies behind it */
	bool has_title; /* not a body alone */
	bool has_body;
	bool plain;     /* the title is one word: "Chair" */
};

/* What has been found of a person's offices. */
struct held {
	struct slice best;
	bool capitals;                /* as yet from a headline in capitals alone */
	bool known;                   /* it holds the office that the gazetteer knows */
	uint32_t in_front_of;         /* the mention before which the last one stood, + 1 */
	const struct mention *plural; /* "the Prime Ministers" */
	struct listed listed;
	struct slice alone;           /* "the President", who is meant by it */
	struct slice alone_of_state;  /* "the President of Russia" */
};

struct search {
	struct held *held; /* by person */
	bool states_told;  /* some title beside a name is with its state */
};

static bool
contains(struct slice text, struct slice word)
{
	const char *at = text.at, *end = text.at + text.len;

	for (; (at = memchr(at, word.at[0], (size_t)(end - at))); at++)
		if ((size_t)(end - at) >= word.len && memcmp(at, word.at, word.len) == 0)
			return true;
	return false;
}

/* Whether the body named by the tokens adds something to the title: not Commerce to
 * "of Commerce". */
static bool
adds_something(const struct document *document, const struct unit *unit, struct slice title,
    uint32_t first, uint32_t last)
{
	uint32_t i, same = 0, words = 0;

	for (i = first; i < last; i++) {
		if (!(document->tokens[i].shape & SHAPE_CAPITAL) ||
		    token_context(document, i, CONTEXT_ANY_BODY))
			continue;
		words++;
		same += contains(title, token_text(document, unit, i));
	}
	return 2 * same < words;
}

/* The row of the title as it stands, also where a longer one goes on behind it:
 * "President | of the Republic of Finland". */
static const struct entry *
entry_of_title(const struct document *document, const struct mention *role)
{
	const struct lexicon *lexicon = document->lexicon;
	uint32_t i = role->first;
	struct path path;

	if (role->entry || document->tokens[i].word >= DOCUMENT_WORD)
		return role->entry;
	path = known_word(lexicon, document->tokens[i].word)->name;
	while (path.node && ++i < role->last)
		path = lexicon_step(lexicon, path, document->tokens[i].word);
	return lexicon_entry(lexicon, path.entry, ENTRY_ROLE);
}

/* Whether the class of the title in the gazetteer begins so: "head-of-" for heads of states
 * and of governments. */
static bool
is_of_class(const struct document *document, const struct mention *role, struct slice class)
{
	const struct entry *entry = entry_of_title(document, role);

	return entry && slice_starts(entry_main(document->lexicon, entry), class);
}

/* "President of the Italian Republic Jane Roe": the end of the state's official name; 0 for
 * none. It belongs to the title of the state's head, not to that of its government's. */
static uint32_t
end_with_state(const struct document *document, uint32_t m)
{
	const struct mention *role = &document->mentions[m], *state = role + 1;
	const struct unit *unit = mention_unit(document, role);

	return m + 2 < unit->mention + unit->mention_count && state->kind == NAME_COUNTRY &&
		state->last > state->first + 1 && token_is(document, unit, role->last, "of") &&
		state[1].kind == NAME_PERSON && state[1].first == state->last &&
		is_of_class(document, role, SLICE("head-of-state"))
	    ? state->end
	    : 0;
}

/* The name or names behind a title that belong to it; its end in bytes. */
static uint32_t
end_with_body(const struct document *document, uint32_t m)
{
	const struct mention *role = &document->mentions[m], *body = role + 1;
	const struct unit *unit = mention_unit(document, role);
	uint32_t i = role->last, last = unit->mention + unit->mention_count;
	uint32_t end = role->end, limit = unit->token + unit->token_count;

	if (m + 1 == last || i == limit)
		return end;
	if (token_is(document, unit, i, "to") && body->kind == NAME_COUNTRY && body->first <= i + 2)
		return body->end;
	if (!token_is(document, unit, i, "of"))
		return end;
	i += i + 1 < limit && token_is(document, unit, i + 1, "the") ? 2 : 1;
	if (body->kind != NAME_ORG || body->first != i ||
	    !adds_something(document, unit, mention_text(document, role), body->first, body->last))
		return end;
	/* "Director of the Department of Justice's Office on X" */
	if (m + 2 < last && body[1].kind == NAME_ORG && body[1].first == body->last + 1 &&
	    document->tokens[body->last].shape & SHAPE_POSSESSIVE)
		body++;
	return body->end;
}

/* The key of a title as it is written: "prime-minister" → "Prime Minister". */
static struct slice
title_of_key(struct arena *arena, struct slice key)
{
	char *at = arena_bytes(arena, key.len);
	size_t i;

	for (i = 0; i < key.len; i++) {
		at[i] = key.at[i] == '-' ? ' ' : key.at[i];
		if ((i == 0 || key.at[i - 1] == '-') && text_is_lower((unsigned char)at[i]))
			at[i] = (char)(at[i] - 32);
	}
	return (struct slice){at, key.len};
}

/* The singular of a title in the plural: "CEOs" as it is written, else by its key. */
static struct slice
title_of_plural(struct document *document, const struct mention *role)
{
	struct slice title = mention_text(document, role);
	size_t i;

	for (i = 0; i + 1 < title.len && text_is_upper((unsigned char)title.at[i]); i++)
		continue;
	if (i > 1 && i + 1 == title.len && title.at[i] == 's')
		return slice_cut(title, 0, i);
	return title_of_key(&document->arena, entry_key(document->lexicon, role->entry));
}

/* The office by the gazetteer, when the document was published while it was held. */
static struct slice
known_office(const struct document *document, const struct person *person)
{
	if (!was_in_office(person->entry, document->published.year))
		return (struct slice){"", 0};
	return person->office;
}

static bool
is_plural(const struct mention *role)
{
	return role->several && role->entry && role->entry->flags & FLAG_PLURAL;
}

/* The token from i on at which there is a comma, a bracket …, or the unit ends. */
static uint32_t
part_end(const struct document *document, const struct unit *unit, uint32_t i)
{
	while (i < unit->token + unit->token_count && document->tokens[i].first != ',' &&
	    document->tokens[i].first != '(' && document->tokens[i].first != ';')
		i++;
	return i;
}

/* An office is the state's without its name, "United States Ambassador", "Minister of Justice
 * of Chile"; empty when it is too long. state_last: whether the name may stand at the end. */
static struct slice
office_text(const struct document *document, const struct unit *unit, uint32_t first,
    uint32_t last, bool state_last)
{
	const struct mention *name = &document->mentions[unit->mention];
	const struct mention *end = name + unit->mention_count;
	struct slice text;
	uint32_t of;

	for (; name < end && name->last <= last; name++) {
		if (name->kind != NAME_COUNTRY || name->first < first)
			continue;
		if (name->first == first && name->last < last)
			first = name->last + (document->tokens[name->last].shape & SHAPE_POSSESSIVE ? 1 : 0);
		if (name->last < last || !state_last || name->first < first + 3)
			continue;
		of = name->first - (token_is(document, unit, name->first - 1, "the") ? 2 : 1);
		if (token_is(document, unit, of, "of"))
			last = of;
	}
	if (first >= last)
		return (struct slice){"", 0};
	text = slice_cut(unit->record.text, document->tokens[first].start,
	    document->tokens[last - 1].end);
	return text.len <= LONGEST_OFFICE ? text : (struct slice){"", 0};
}

static bool
has_role(const struct document *document, const struct unit *unit, uint32_t first, uint32_t last)
{
	uint32_t m;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++)
		if (document->mentions[m].kind == NAME_ROLE &&
		    document->mentions[m].first >= first && document->mentions[m].first < last)
			return true;
	return false;
}

/* One word, also behind "Acting". */
static bool
is_plain(const struct document *document, uint32_t first, uint32_t last)
{
	if (first + 1 < last && document->tokens[first].classes & CLASS_OUTSIDE)
		first++;
	while (++first < last)
		if (document->tokens[first].shape & SHAPE_GAP)
			return false;
	return true;
}

/* Whether an item begins with that name; a rank in front of it is no office. */
static bool
begins_item(struct document *document, const struct mention *name)
{
	const struct unit *unit = mention_unit(document, name);
	const struct mention *rank;
	uint32_t i = name->first;

	if (unit->kind != UNIT_ITEM)
		return false;
	if ((rank = title_before(document, name)) && (is_of_class(document, rank, SLICE("military")) ||
			is_of_class(document, rank, SLICE("church"))))
		i = rank->first;
	while (i > unit->token && document->tokens[i - 1].classes & CLASS_HONORIFIC)
		i--;
	return i == unit->token;
}

/*
 * What an item says of the person whom it begins with: "X: Original Plaintiff", "X,
 * Executive Director, Sikh Coalition (SC)"; empty when it says nothing.
 */
static void
read_item(struct document *document, const struct mention *name, struct listed *listed)
{
	const struct unit *unit = mention_unit(document, name);
	uint32_t limit = unit->token + unit->token_count, first = name->last + 1, end, next;
	char mark;

	if (listed->title.len > 0 || first >= limit || !begins_item(document, name))
		return;
	mark = document->tokens[name->last].first;
	if ((mark != ',' && mark != ':') || !(document->tokens[first].shape & SHAPE_CAPITAL))
		return;
	end = part_end(document, unit, first);
	listed->has_title = has_role(document, unit, first, end);
	listed->plain = is_plain(document, first, end);
	listed->title = office_text(document, unit, first, end, true);
	for (; end < limit && document->tokens[end].first == ','; end = next) {
		next = part_end(document, unit, end + 1);
		if (!adds_something(document, unit, slice_cut(unit->record.text,
			document->tokens[first].start, document->tokens[end].start), end + 1, next))
			break;
		listed->has_body = true;
	}
	listed->whole = listed->has_body ? office_text(document, unit, first, end, false)
					 : listed->title;
}

/* "Co-Chair of the Council": a part in a body, beside which an office stands first. */
static bool
is_chair(const struct document *document, const struct mention *role)
{
	uint32_t i;

	for (i = role->first; i < role->last; i++)
		if (token_context(document, i, CONTEXT_MEMBER_OF_BODY))
			return true;
	return false;
}

/*
 * A title beside a name: what holds the office that the gazetteer knows wins, else the
 * longest; one in capitals only when alone.
 */
static void
take_title(struct document *document, uint32_t m, struct search *search)
{
	const struct mention *role = &document->mentions[m];
	const struct unit *unit = mention_unit(document, role);
	struct held *held = &search->held[document->mentions[role->owner].person];
	struct slice title, office;
	uint32_t end;
	bool known;

	if (unit->all_caps && held->best.len > 0)
		return;
	/* "Governor Roe, Co-Chair of the Council": the title in front of the name is hers. */
	if (role->first < document->mentions[role->owner].first)
		held->in_front_of = role->owner + 1;
	else if (held->in_front_of == role->owner + 1 && is_chair(document, role))
		return;
	if ((end = end_with_state(document, m)) > 0)
		search->states_told = true;
	else
		end = end_with_body(document, m);
	title = is_plural(role) ? title_of_plural(document, role)
				: slice_cut(unit->record.text, role->start, end);
	if (held->known && !held->capitals && title.len <= held->best.len)
		return;
	office = known_office(document, &document->persons[document->mentions[role->owner].person]);
	known = office.len > 0 && title_stands_for(office, title);
	if (held->capitals || known > held->known ||
	    (known == held->known && title.len > held->best.len)) {
		held->best = title;
		held->capitals = unit->all_caps;
		held->known = known;
	}
}

/* "the President of Russia": a title that stands for one person, whose state it names. */
static void
take_title_alone(const struct document *document, uint32_t m, struct held *held)
{
	const struct mention *role = &document->mentions[m], *state = role + 1;
	const struct unit *unit = mention_unit(document, role);

	if (held->alone.len > 0 || m + 1 >= unit->mention + unit->mention_count ||
	    state->kind != NAME_COUNTRY || state->first > role->last + 2 ||
	    !token_is(document, unit, role->last, "of") ||
	    !is_of_class(document, role, SLICE("head-of-")))
		return;
	held->alone = mention_text(document, role);
	held->alone_of_state = slice_cut(unit->record.text, role->start,
	    is_of_class(document, role, SLICE("head-of-state")) ? state->end : role->end);
}

/* Looks through the document's names and titles once. */
static void
search_titles(struct document *document, struct search *search)
{
	const struct roll *names = &document->names, *titles = &document->titles;
	uint32_t n, i;

	for (n = 0; n < names->count; n++) {
		const struct mention *name = &document->mentions[names->at[n]];

		read_item(document, name, &search->held[name->person].listed);
	}
	for (n = 0; n < titles->count; n++) {
		const struct mention *title = &document->mentions[titles->at[n]];

		if (title->person_count == 0)
			continue;
		/* "leaders", "counterparts" name no office. */
		if (is_plural(title) && !is_of_class(document, title, SLICE("reference")))
			for (i = 0; i < title->person_count; i++)
				if (!search->held[title->persons[i]].plural)
					search->held[title->persons[i]].plural = title;
		if (title->owner != NONE)
			take_title(document, titles->at[n], search);
		else if (title->person_count == 1)
			take_title_alone(document, titles->at[n], &search->held[title->persons[0]]);
	}
}

/* Whether most titles in lists that have a body behind them are one word: "Chair,
 * Federal Reserve". Then bodies are a column of the list, else they belong to the offices. */
static bool
lists_plain_titles(const struct document *document, const struct held *held)
{
	uint32_t p, plain = 0, composed = 0;

	for (p = 0; p < document->person_count; p++) {
		if (!held[p].listed.has_body)
			continue;
		if (held[p].listed.plain)
			plain++;
		else
			composed++;
	}
	return plain > composed;
}

struct slice *
offices_find(struct document *document)
{
	struct slice *offices =
	    arena_take(&document->arena, document->person_count * sizeof *offices);
	struct search search = {arena_take(&document->arena,
	    document->person_count * sizeof *search.held), false};
	uint32_t p;
	bool plain;

	memset(search.held, 0, document->person_count * sizeof *search.held);
	search_titles(document, &search);
	plain = lists_plain_titles(document, search.held);
	for (p = 0; p < document->person_count; p++) {
		const struct held *held = &search.held[p];
		struct slice listed = plain || held->listed.whole.len == 0 ? held->listed.title
									     : held->listed.whole;

		offices[p] = held->best.len && !(listed.len && held->listed.has_title)
		    ? held->best
		    : listed;
		/* The own head of state is told like those of others. */
		if (offices[p].len == 0)
			offices[p] = search.states_told ? held->alone_of_state : held->alone;
		if (offices[p].len == 0)
			offices[p] = known_office(document, &document->persons[p]);
		if (offices[p].len == 0 && held->plural)
			offices[p] = title_of_plural(document, held->plural);
	}
	return offices;
}
