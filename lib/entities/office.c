#include "office.h"

#include "text.h"

enum { LONGEST_OFFICE = 120 }; /* bytes; what is longer is no office */

/* Words of bodies' names that say nothing of their field. */
static bool
is_general(struct slice word)
{
	static const char *const general[] = {"Office", "Department", "National", "White",
	    "House", "U.S.", "United", "States"};
	size_t i;

	if (word.len == 0 || !text_is_upper((unsigned char)word.at[0]))
		return true;
	for (i = 0; i < sizeof general / sizeof general[0]; i++)
		if (word.at[0] == general[i][0] && slice_is(word, general[i]))
			return true;
	return false;
}

static bool
contains(struct slice text, struct slice word)
{
	const char *at = text.at, *end = text.at + text.len;

	for (; (at = memchr(at, word.at[0], (size_t)(end - at))); at++)
		if ((size_t)(end - at) >= word.len && memcmp(at, word.at, word.len) == 0)
			return true;
	return false;
}

/* Whether the body named adds something to the title: not Commerce to "of Commerce". */
static bool
adds_something(struct slice title, struct slice body)
{
	size_t i, end, same = 0, words = 0;

	for (i = 0; i < body.len; i = end + 1) {
		for (end = i; end < body.len && body.at[end] != ' '; end++)
			continue;
		if (is_general(slice_cut(body, i, end)))
			continue;
		words++;
		same += contains(title, slice_cut(body, i, end));
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
	path = lexicon->words[document->tokens[i].word].name;
	while (path.node && ++i < role->last)
		path = lexicon_step(lexicon, path, document->tokens[i].word);
	return lexicon_entry(lexicon, path.entry, ENTRY_ROLE);
}

/* The state's name belongs to the title of its head, as it does not to that of the
 * head of its government: "President of the French Republic", but "Prime Minister". */
static bool
is_head(const struct document *document, const struct mention *role, struct slice of)
{
	const struct entry *entry = entry_of_title(document, role);
	struct slice value;

	return entry && attr_find(entry_attrs(document->lexicon, entry), "class", &value) &&
	    slice_starts(value, of);
}

/* The name or names behind a title that belong to it; its end in bytes. */
static uint32_t
end_with_body(const struct document *document, uint32_t m)
{
	const struct mention *role = &document->mentions[m], *body = role + 1;
	const struct unit *unit = mention_unit(document, role);
	uint32_t i = role->last, last = unit->mention + unit->mention_count;
	uint32_t end = role->end, limit = unit->token + unit->token_count;
	bool of, comma;

	for (m++; m < last && i < limit; m++, body++) {
		of = end == role->end && token_is(document, unit, i, "of");
		/* "President of the Italian Republic Mario Draghi" */
		if (of && body->kind == NAME_COUNTRY && m + 1 < last && is_head(document, role, SLICE("head-of-state")) &&
		    body[1].kind == NAME_PERSON && body[1].first == body->last &&
		    body->last > body->first + 1)
			return body->end;
		comma = document->tokens[i].first == ',';
		if (end == role->end && token_is(document, unit, i, "to") &&
		    body->kind == NAME_COUNTRY && body->first <= i + 2)
			return body->end;
		if (!of && (!comma || unit->kind != UNIT_ITEM))
			break;
		/* "Chair, Federal Reserve": a plain word is a title by itself. */
		if (comma && end == role->end && role->last == role->first + 1)
			break;
		i++;
		if (i < limit && token_is(document, unit, i, "the"))
			i++;
		if (body->kind != NAME_ORG || body->first != i ||
		    !adds_something(slice_cut(unit->record.text, role->start, end),
			mention_text(document, body)))
			break;
		end = body->end;
		i = body->last;
		if (of)
			break;
	}
	return end;
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
	const struct entry *entry = person->entry;
	int year = document->published.year;

	if (!entry || (year && (entry->from > year || (entry->to && entry->to < year))))
		return (struct slice){"", 0};
	return person->office;
}

static bool
is_plural(const struct mention *role)
{
	return role->entry && role->entry->flags & FLAG_PLURAL;
}

/* "leaders", "counterparts" name no office. */
static bool
names_office(const struct document *document, const struct mention *role)
{
	struct slice key = entry_key(document->lexicon, role->entry);

	return !slice_is(key, "leader") && !slice_is(key, "counterpart");
}

/* The place in text from which on there is a comma, a bracket …, or its end. */
static size_t
part_end(struct slice text, size_t from)
{
	while (from < text.len && text.at[from] != ',' && text.at[from] != '(' &&
	    text.at[from] != ';')
		from++;
	return from;
}

/* An office is the state's without its name: "United States Ambassador", "of the U.S.". */
static struct slice
without_state(const struct document *document, const struct unit *unit, struct slice office)
{
	static const char *const tails[] = {" of the United States", " of the U.S."};
	size_t i, start = (size_t)(office.at - unit->record.text.at);
	uint32_t m;

	for (i = 0; i < sizeof tails / sizeof tails[0]; i++)
		if (slice_ends(office, slice_of(tails[i])))
			office.len -= strlen(tails[i]);
	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *name = &document->mentions[m];

		if (name->kind == NAME_COUNTRY && name->start == start &&
		    name->end < start + office.len)
			office = slice_trim(slice_cut(office, name->end - start, office.len));
	}
	return office;
}

static bool
has_role(const struct document *document, const struct unit *unit, struct slice text)
{
	size_t start = (size_t)(text.at - unit->record.text.at);
	uint32_t m;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++)
		if (document->mentions[m].kind == NAME_ROLE && document->mentions[m].start >= start &&
		    document->mentions[m].start < start + text.len)
			return true;
	return false;
}

/*
 * What an item says of the person whom it begins with: "X: Original Plaintiff", "X,
 * Executive Director, Sikh Coalition (SC)". *title: whether it names a title. A plain
 * word ("Chair") is a title by itself, and what repeats the title adds nothing.
 */
static struct slice
office_in_item(const struct document *document, const struct mention *name, bool *title)
{
	const struct unit *unit = mention_unit(document, name);
	uint32_t i = name->last, honorific = name->first - unit->token;
	struct slice rest, more;
	size_t end, next, plain = 0;

	if (unit->kind != UNIT_ITEM || i + 1 >= unit->token + unit->token_count ||
	    (honorific > 0 && !(document->tokens[unit->token].classes & CLASS_HONORIFIC)) ||
	    honorific > 1 ||
	    (document->tokens[i].first != ',' && document->tokens[i].first != ':') ||
	    !(document->tokens[i + 1].shape & SHAPE_CAPITAL))
		return (struct slice){"", 0};
	rest = slice_cut(unit->record.text, document->tokens[i + 1].start, unit->record.text.len);
	end = part_end(rest, 0);
	*title = has_role(document, unit, slice_cut(rest, 0, end));
	/* "Acting" makes no plain word longer. */
	if (document->tokens[i + 1].classes & CLASS_OUTSIDE && i + 2 < unit->token + unit->token_count)
		plain = document->tokens[i + 2].start - document->tokens[i + 1].start;
	while (end < rest.len && rest.at[end] == ',' && end > plain &&
	    memchr(rest.at + plain, ' ', end - plain)) {
		next = part_end(rest, end + 1);
		more = slice_trim(slice_cut(rest, end + 1, next));
		if (!adds_something(slice_cut(rest, 0, end), more))
			break;
		end = next;
	}
	if (end > LONGEST_OFFICE)
		return (struct slice){"", 0};
	return without_state(document, unit, slice_trim(slice_cut(rest, 0, end)));
}

/* What has been found of a person's offices. */
struct held {
	struct slice best;
	bool capitals;                /* as yet from a headline in capitals alone */
	uint32_t in_front_of;         /* the mention before which the last one stood, + 1 */
	const struct mention *plural; /* "the Prime Ministers" */
	struct slice listed;          /* in a list of persons */
	bool listed_title;            /* that is a title, not a body alone */
	struct slice alone;           /* "the President of Russia", who is meant by it */
};

/* "Co-Chair of the Council": a part in a body, beside which an office stands first. */
static bool
is_chair(const struct document *document, const struct mention *role)
{
	const struct unit *unit = mention_unit(document, role);
	uint32_t i;

	for (i = role->first; i < role->last; i++)
		if (token_is(document, unit, i, "chair") || token_is(document, unit, i, "member"))
			return true;
	return false;
}

/* A title beside a name: the longest wins, one in capitals only when alone. */
static void
take_title(struct document *document, uint32_t m, struct held *held)
{
	const struct mention *role = &document->mentions[m];
	const struct unit *unit = mention_unit(document, role);
	struct slice title;

	if (unit->all_caps && held->best.len > 0)
		return;
	/* "Governor Roe, Co-Chair of the Council": the title in front of the name is hers. */
	if (role->first < document->mentions[role->owner].first)
		held->in_front_of = role->owner + 1;
	else if (held->in_front_of == role->owner + 1 && is_chair(document, role))
		return;
	title = is_plural(role)
	    ? title_of_plural(document, role)
	    : slice_cut(unit->record.text, role->start, end_with_body(document, m));
	if (title.len > held->best.len || held->capitals) {
		held->best = title;
		held->capitals = unit->all_caps;
	}
}

/* A title that stands for one person, whose state it names. */
static struct slice
title_alone(const struct document *document, uint32_t m)
{
	const struct mention *role = &document->mentions[m], *state = role + 1;
	const struct unit *unit = mention_unit(document, role);

	if (!is_head(document, role, SLICE("head-of-")) || role->last >= unit->token + unit->token_count ||
	    m + 1 >= unit->mention + unit->mention_count || state->kind != NAME_COUNTRY ||
	    state->first > role->last + 2 || !token_is(document, unit, role->last, "of"))
		return (struct slice){"", 0};
	return slice_cut(unit->record.text, role->start,
	    is_head(document, role, SLICE("head-of-state")) ? state->end : role->end);
}

struct slice *
offices_find(struct document *document)
{
	struct slice *offices =
	    arena_take(&document->arena, document->person_count * sizeof *offices);
	struct held *held = arena_take(&document->arena, document->person_count * sizeof *held);
	uint32_t m, p, i;

	for (p = 0; p < document->person_count; p++)
		held[p] = (struct held){0};
	for (m = 0; m < document->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind == NAME_PERSON && mention->person != NONE) {
			if (held[mention->person].listed.len == 0)
				held[mention->person].listed = office_in_item(document, mention,
				    &held[mention->person].listed_title);
			continue;
		}
		if (mention->kind != NAME_ROLE)
			continue;
		if (is_plural(mention) && names_office(document, mention))
			for (i = 0; i < mention->person_count; i++)
				if (!held[mention->persons[i]].plural)
					held[mention->persons[i]].plural = mention;
		if (mention->owner == NONE && mention->person_count == 1 &&
		    held[mention->persons[0]].alone.len == 0)
			held[mention->persons[0]].alone = title_alone(document, m);
		if (mention->owner != NONE &&
		    (p = document->mentions[mention->owner].person) != NONE)
			take_title(document, m, &held[p]);
	}
	for (p = 0; p < document->person_count; p++) {
		offices[p] = held[p].best.len && !(held[p].listed.len && held[p].listed_title)
		    ? held[p].best
		    : held[p].listed;
		if (offices[p].len == 0)
			offices[p] = held[p].alone;
		if (offices[p].len == 0)
			offices[p] = known_office(document, &document->persons[p]);
		if (offices[p].len == 0 && held[p].plural)
			offices[p] = title_of_plural(document, held[p].plural);
	}
	return offices;
}
