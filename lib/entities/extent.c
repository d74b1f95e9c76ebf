#include "extent.h"

/* No name is so long; without an end a text of capitals would be read over and over. */
enum { LONGEST_ITEM = 4, LONGEST_RUN = 40, LONGEST_COMPLEMENT = 80 };

enum link
link_at(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_LINK)
	    ? (enum link)reading->lexicon->words[reading->tokens[i].lower].number
	    : LINK_NONE;
}

enum head_word
head_at(const struct reading *reading, uint32_t i)
{
	return (enum head_word)reading->lexicon->words[reading->tokens[i].word].number;
}

bool
is_headline_word(const struct reading *reading, uint32_t i)
{
	return has_class(reading, i, CLASS_HEADLINE | CLASS_LINK);
}

bool
is_joint(const struct reading *reading, uint32_t i)
{
	return (is_mark(reading, i, '-') || is_mark(reading, i, '/')) && is_glued(reading, i);
}

static bool
is_name_kind(const struct reading *reading, uint32_t e)
{
	for (; e; e = reading->lexicon->entries[e].next)
		if (reading->lexicon->entries[e].kind >= ENTRY_COUNTRY &&
		    reading->lexicon->entries[e].kind <= ENTRY_INSTRUMENT)
			return true;
	return false;
}

uint32_t
name_end(const struct reading *reading, uint32_t i)
{
	const struct hit *hit = i < reading->last ? hit_at(reading, i) : NULL;

	return hit && hit->last && is_capital(reading, i) && is_name_kind(reading, hit->entry)
	    ? hit->last
	    : i;
}

bool
is_entry(const struct reading *reading, uint32_t first, uint32_t last, enum entry_kind kind)
{
	return hit_at(reading, first)->last == last && entry_at(reading, first, kind);
}

bool
has_proper_word(const struct reading *reading, uint32_t first, uint32_t last)
{
	for (; first < last; first++)
		if ((is_capital(reading, first) && !is_common(reading, first) &&
			!has_class(reading, first, HEADS | CLASS_ROLE_HEAD)) ||
		    reading->tokens[first].shape & SHAPE_DIGIT)
			return true;
	return false;
}

bool
has_proper_word_beyond_countries(const struct reading *reading, uint32_t first, uint32_t last)
{
	while (first < last) {
		uint32_t end = hit_at(reading, first)->last;

		if (end && end <= last && entry_at(reading, first, ENTRY_COUNTRY)) {
			first = end;
			continue;
		}
		if (is_capital(reading, first) && !is_common(reading, first))
			return true;
		first++;
	}
	return false;
}

/* "2018", "26th"; not the day of a date, not the year of one. */
static bool
is_figure(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	if (i > reading->first && (has_class(reading, i - 1, CLASS_MONTH) ||
				      is_mark(reading, i - 1, ',') || is_mark(reading, i - 1, '$')))
		return false;
	return is_capital(reading, i) || token->shape & SHAPE_WORD || token->end - token->start == 4;
}

/* A sentence's first word has its capital anyway. */
static bool
only_begins_sentence(const struct reading *reading, uint32_t i)
{
	struct slice text;

	if (i != reading->first || reading->unit->all_caps || !is_common(reading, i) ||
	    reading->unit->kind != UNIT_SENT)
		return false;
	if (reading->tokens[i].part || name_end(reading, i) > i)
		return reading->tokens[i].part;
	text = token_text(reading->document, reading->unit, i);
	return text.len > 3 && (slice_is(slice_cut(text, text.len - 3, text.len), "ing") ||
		slice_is(slice_cut(text, text.len - 2, text.len), "ed") ||
		slice_is(slice_cut(text, text.len - 2, text.len), "ly"));
}

static bool
is_modifier(const struct reading *reading, uint32_t i, uint32_t head)
{
	const struct token *token = &reading->tokens[i];

	if (token->shape & SHAPE_DIGIT)
		return is_figure(reading, i) &&
		    (!has_class(reading, head, CLASS_PLACE_HEAD | CLASS_ORG_HEAD) ||
			token->shape & SHAPE_WORD);
	if (!(token->shape & SHAPE_CAPITAL) || is_headline_word(reading, i) ||
	    (token->classes & CLASS_EVENT_HEAD && head_at(reading, i) == HEAD_ANNIVERSARY) ||
	    token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_HONORIFIC))
		return false;
	return !only_begins_sentence(reading, i);
}

/* "Leaders' Summit", "Women's Forum", "Prosecutor's Office": inside, not "Japan's Army". */
static bool
possessive_inside(const struct reading *reading, uint32_t i, uint32_t head)
{
	const struct token *token = &reading->tokens[i];

	if (!(token->shape & SHAPE_POSSESSIVE) || i == reading->first)
		return false;
	if (reading->unit->record.text.at[token->end - 1] != 's')
		return true;
	if (head_at(reading, head) == HEAD_OFFICE && head == i + 1 &&
	    has_class(reading, i - 1, CLASS_ROLE_HEAD))
		return true;
	return reads(reading, i - 1, "women") || reads(reading, i - 1, "children") ||
	    reads(reading, i - 1, "people") || reads(reading, i - 1, "men");
}

/* "Education", "Commerce": one word that names a ministry only where it acts. */
static bool
is_word_too(const struct reading *reading, uint32_t i)
{
	const struct entry *entry = entry_at(reading, i, ENTRY_ORG);

	return entry && entry->flags & FLAG_AMBIGUOUS && is_common(reading, i);
}

/* A name of its own ends with token i: "and" behind it joins two names, not two words. */
static bool
ends_name(const struct reading *reading, uint32_t i)
{
	uint32_t at = i < reading->first + 4 ? reading->first : i - 4;

	for (; at <= i; at++)
		if (hit_at(reading, at)->last == i + 1 && !is_word_too(reading, at) &&
		    (name_end(reading, at) > at || entry_at(reading, at, ENTRY_PERSON)))
			return true;
	return false;
}

static bool
is_common_word(const struct reading *reading, uint32_t i)
{
	return is_capital(reading, i) && is_common(reading, i) && !is_headline_word(reading, i) &&
	    !has_class(reading, i, CLASS_MONTH | CLASS_WEEKDAY | CLASS_ROLE_HEAD);
}

/* "Oceanic and Atmospheric": a word that no table has, but an adjective by its end. */
static bool
is_adjective(const struct reading *reading, uint32_t i)
{
	struct slice text;

	if (!is_capital(reading, i) || has_class(reading, i, CLASS_GIVEN | CLASS_FAMILY))
		return false;
	text = token_text(reading->document, reading->unit, i);
	return text.len > 4 && (slice_is(slice_cut(text, text.len - 2, text.len), "ic") ||
		slice_is(slice_cut(text, text.len - 2, text.len), "al") ||
		slice_is(slice_cut(text, text.len - 3, text.len), "ary"));
}

/*
 * "Economic and | Financial Working Groups", "Science, Technology, and | Innovation
 * Agreement", "London and | Pittsburgh Summits": the first token of what "and"
 * joins to the modifiers behind it, or and.
 */
static uint32_t
joined_before(const struct reading *reading, uint32_t and, uint32_t head)
{
	uint32_t at = and;

	if (at == reading->first || has_class(reading, and + 1, HEADS))
		return and;
	if (is_glued(reading, and) && is_glued(reading, and + 1))
		return and - 1; /* "Florida A&M University" */
	if (is_mark(reading, at - 1, ',') && at > reading->first + 1)
		at--;
	at--;
	if (has_class(reading, at, HEADS | CLASS_ROLE_HEAD))
		return and;
	if (has_class(reading, head, CLASS_PLURAL) && is_capital(reading, at) && at + 1 == and &&
	    !entry_at(reading, at, ENTRY_COUNTRY) && !is_headline_word(reading, at))
		return at;
	if (!(is_common_word(reading, at) || is_adjective(reading, at)) ||
	    !is_common_word(reading, and + 1) || ends_name(reading, at))
		return and;
	while (at > reading->first + 1 && is_mark(reading, at - 1, ',') &&
	    has_class(reading, head, CLASS_ORG_HEAD | CLASS_INSTRUMENT_HEAD) &&
	    is_common_word(reading, at - 2) && !has_class(reading, at - 2, HEADS) &&
	    !ends_name(reading, at - 2))
		at -= 2;
	return at;
}

/* "Respect for | Marriage Act", "Violence Against | Women Act". */
static uint32_t
act_before(const struct reading *reading, uint32_t link)
{
	enum link what = link_at(reading, link);

	if (what == LINK_NONE || what == LINK_AND || what == LINK_THE || what == LINK_BETWEEN ||
	    link == reading->first || !is_common_word(reading, link - 1) ||
	    has_class(reading, link - 1, HEADS) || only_begins_sentence(reading, link - 1))
		return link;
	return link - 1;
}

/* The first token of a name of the tables of more than one word that ends before i, or i. */
static uint32_t
name_before(const struct reading *reading, uint32_t i)
{
	uint32_t at;

	for (at = i - 1; at > reading->first && i - at < 4; at--)
		if (hit_at(reading, at - 1)->last == i && name_end(reading, at - 1) == i)
			return at - 1;
	return i;
}

uint32_t
left_extent(const struct reading *reading, uint32_t head)
{
	uint32_t at = head, before, joined, name;

	while (at > reading->first && head < at + LONGEST_RUN) {
		before = at - 1;
		/* "New York | State Department", "G20 joint | Communiqué" */
		if ((name = name_before(reading, at)) < at) {
			at = name;
			continue;
		}
		if (reads(reading, before, "joint") && !is_capital(reading, before) &&
		    before > reading->first && name_end(reading, before - 1) == before)
			before--;
		else if (is_joint(reading, before) && before > reading->first) {
			name = name_before(reading, before);
			if (name < before) {
				at = name;
				continue;
			}
			before--;
		} else if (is_mark(reading, before, '-') && before > reading->first + 1 &&
		    entry_at(reading, at, ENTRY_COUNTRY) && entry_at(reading, before - 1, ENTRY_COUNTRY)) {
			before--; /* "U.S. – Angola" */
		} else if (possessive_inside(reading, before, head)) {
			before--;
		} else if (link_at(reading, before) == LINK_AND) {
			joined = joined_before(reading, before, head);
			if (joined == before)
				break;
			before = joined;
		} else if (head_at(reading, head) == HEAD_ACT && before > reading->first) {
			before = act_before(reading, before);
		}
		if (!is_modifier(reading, before, head) ||
		    (has_class(reading, before, CLASS_ROLE_HEAD) && before + 1 == at &&
			!has_class(reading, before, CLASS_PLURAL)))
			break;
		at = before;
	}
	return at;
}

/* A name of a person was seen to begin at i. */
static bool
person_begins(const struct reading *reading, uint32_t i)
{
	return is_inside(reading, i) && hit_at(reading, i)->person_sure;
}

/* Where a complement cannot go on: at a title, a person, a date, a headline's word. */
static bool
stops_run(const struct reading *reading, uint32_t i, uint32_t from, bool holder)
{
	const struct token *token = &reading->tokens[i];

	if (token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_HONORIFIC) ||
	    is_headline_word(reading, i))
		return true;
	/* "Board of Governors", "Office of the Attorney General": not "Office of X Director". */
	if (token->classes & CLASS_ROLE_HEAD && !holder)
		return !(token->classes & CLASS_PLURAL &&
		    (i == from || reading->unit->kind != UNIT_TITLE));
	if (is_common(reading, i))
		return false;
	if (token->classes & CLASS_GIVEN &&
	    (!(token->classes & CLASS_AMBIGUOUS) ||
		(has_class(reading, i + 1, CLASS_FAMILY) && !is_common(reading, i + 1))))
		return true;
	if (person_begins(reading, i))
		return true;
	/* "of Azerbaijan Hikmat Hajiyev": behind a country an unknown word is somebody's. */
	return i > from && entry_at(reading, i - 1, ENTRY_COUNTRY) &&
	    hit_at(reading, i - 1)->last == i && name_end(reading, i) == i;
}

/* Past the words in capitals that begin at from; from: none. */
static uint32_t
run_end(const struct reading *reading, uint32_t from, bool holder)
{
	uint32_t at = from, end = from, past;

	while (at < reading->last && at < from + LONGEST_RUN) {
		bool figure = reading->tokens[at].shape & SHAPE_DIGIT && at > from;

		past = name_end(reading, at);
		if (past > at + 1) {
			end = at = past;
		} else {
			if ((!is_capital(reading, at) && !figure) ||
			    (past == at && stops_run(reading, at, from, holder)))
				break;
			end = ++at;
		}
		if (is_joint(reading, at) && is_glued(reading, at + 1) &&
		    (is_capital(reading, at + 1) || is_capital(reading, at + 2)))
			at += is_capital(reading, at + 1) ? 1 : 2; /* "Multi-agency Platform" */
		else if (at < reading->last && reading->tokens[at].shape & SHAPE_POSSESSIVE &&
		    is_common_word(reading, at + 1) && reading->unit->kind != UNIT_TITLE)
			at++;
	}
	return end;
}

static bool
is_unknown_word(const struct reading *reading, uint32_t i)
{
	return is_capital(reading, i) && !is_common(reading, i) && !hit_at(reading, i)->last &&
	    !has_class(reading, i, CLASS_GIVEN) &&
	    !(reading->tokens[i].shape & SHAPE_ALL_CAPS) && !person_begins(reading, i);
}

/* In first..last there is a head that makes a name of its own: "and the Office of Y". */
static bool
has_own_head(const struct reading *reading, uint32_t first, uint32_t last)
{
	for (; first < last; first++)
		if (has_class(reading, first, HEADS) && !has_class(reading, first, CLASS_PLURAL) &&
		    (first + 1 == last || !is_capital(reading, first + 1)))
			return true;
	return false;
}

/* Words, not a name of its own, stand at first..last: what "and" may join. */
static bool
are_words(const struct reading *reading, uint32_t first, uint32_t last)
{
	uint32_t i;

	if (first >= last || !is_common(reading, first) || has_own_head(reading, first, last) ||
	    (name_end(reading, first) == last && !is_word_too(reading, first)) ||
	    is_headline_word(reading, first))
		return false;
	for (i = first; i < last; i++)
		if (has_class(reading, i, CLASS_ROLE_HEAD))
			return false;
	return true;
}

/* "of Planning, | Evaluation, and Research": past the list, or i. */
static uint32_t
list_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i, from, end;

	if (link_at(reading, i + 1) == LINK_AND)
		return i;
	while (is_mark(reading, at, ',')) {
		bool last_item = link_at(reading, at + 1) == LINK_AND;

		from = at + 1 + last_item;
		end = run_end(reading, from, false);
		if (end > from + LONGEST_ITEM ||
		    !(are_words(reading, from, end) || (end > from && is_unknown_word(reading, from))))
			return i;
		at = end;
		if (last_item)
			return end;
		if (link_at(reading, at) == LINK_AND) {
			from = at + 1;
			end = run_end(reading, from, false);
			return are_words(reading, from, end) ? end : i;
		}
	}
	return i;
}

/* "Blueprint for | Addressing", the rest of it in small letters. */
static bool
is_lone_gerund(const struct reading *reading, uint32_t from, uint32_t end)
{
	struct slice text = token_text(reading->document, reading->unit, from);

	return end == from + 1 && is_common(reading, from) && text.len > 4 &&
	    !(link_at(reading, end) == LINK_THE && is_capital(reading, end + 1)) && !reads(reading, from, "understanding") &&
	    slice_is(slice_cut(text, text.len - 3, text.len), "ing");
}

/* A part of the world, not a town where something is signed. */
static bool
is_region(const struct reading *reading, uint32_t i)
{
	static const char *const types[] = {"continent", "region", "sea", "peninsula", NULL};
	const struct entry *entry = entry_at(reading, i, ENTRY_PLACE);
	struct slice type;
	int n;

	if (!entry || !attr_find(entry_attrs(reading->lexicon, entry), "type", &type))
		return false;
	for (n = 0; types[n]; n++)
		if (slice_is(type, types[n]))
			return true;
	return false;
}

/* Where the run goes on behind the link at i; i: it does not. */
static uint32_t
next_run(const struct reading *reading, uint32_t begin, uint32_t i, uint32_t head)
{
	uint32_t from = i + 1, end;
	enum link what = link_at(reading, i);
	bool names = name_end(reading, begin) == i && !is_word_too(reading, begin);

	if (what == LINK_NONE || what == LINK_BETWEEN || what == LINK_VERSUS)
		return i;
	/* "for Addressing the | Root Causes of X", "to Combat the | Flow of Y" */
	if (what == LINK_THE)
		return begin + 1 == i && begin > reading->first && is_common(reading, begin) &&
			link_at(reading, begin - 1) != LINK_AND && link_at(reading, begin - 1) != LINK_THE &&
			are_words(reading, from, run_end(reading, from, false))
		    ? from
		    : i;
	if (link_at(reading, from) == LINK_THE)
		from++;
	if (!is_capital(reading, from))
		return i;
	end = run_end(reading, from, false);
	if (end == from || (what != LINK_AND && is_lone_gerund(reading, from, end)))
		return i;
	switch (what) {
	case LINK_OF:
	case LINK_FOR:
	case LINK_FOREIGN:
		return from;
	case LINK_AND:
		if (names) /* "for Finland and Sweden", "for Medicare and Medicaid Services" */
			return name_end(reading, from) > from &&
				(name_end(reading, from) < end ||
				    has_class(reading, head, CLASS_INSTRUMENT_HEAD | CLASS_EVENT_HEAD))
			    ? from
			    : i;
		if (is_unknown_word(reading, i - 1) && is_unknown_word(reading, from))
			return from; /* "Obstetricians and Gynecologists" */
		return are_words(reading, from, end) && !ends_name(reading, i - 1) ? from : i;
	case LINK_IN:
	case LINK_ON: /* "Guidelines for X on the Korean Peninsula"; "Memorandum of Understanding on Bilateral Partnership in X" */
		if (has_class(reading, head, CLASS_INSTRUMENT_HEAD) && is_region(reading, from))
			return from;
		return !names && reading->unit->kind != UNIT_TITLE &&
			((what == LINK_ON && has_class(reading, head, CLASS_INSTRUMENT_HEAD) &&
			     is_common(reading, from) && !is_headline_word(reading, from)) ||
			    are_words(reading, from, end))
		    ? from
		    : i;
	default:
		return !names && are_words(reading, from, end) && reading->unit->kind != UNIT_TITLE
		    ? from
		    : i;
	}
}

uint32_t
complement_end(const struct reading *reading, uint32_t i, uint32_t head)
{
	/* "Office of the Attorney General of Maryland": an office is its holder's. */
	bool holder = head_at(reading, head) == HEAD_OFFICE &&
	    has_class(reading, head, CLASS_ORG_HEAD) && link_at(reading, i) == LINK_THE;
	uint32_t at = i, end = i, from;

	if (link_at(reading, at) == LINK_THE)
		at++;
	for (;;) {
		from = at;
		at = run_end(reading, from, holder);
		if (at == from || at > i + LONGEST_COMPLEMENT)
			return end;
		if (end == i && is_lone_gerund(reading, from, at))
			return i;
		end = list_end(reading, at);
		at = next_run(reading, from, end, head);
		if (at == end)
			return end;
	}
}
