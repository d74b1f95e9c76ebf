/* How far a name goes behind its head: "Ministry of | Foreign Affairs and Trade". */
#include "extent.h"
#include "context.h"

enum { LONGEST_ITEM = 4, LONGEST_COMPLEMENT = 80 };

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
	    (is_headline_word(reading, i) && !(i == from && reads(reading, i, "new") && !is_capital(reading, i - 1) &&
						 reading->unit->kind == UNIT_SENT)))
		return true;
	/* "Board of Governors", "Office of the Attorney General": not "Office of X Director". */
	if (token->classes & CLASS_ROLE_HEAD && !holder)
		return !(token->classes & CLASS_PLURAL &&
		    (i == from || reading->unit->kind != UNIT_TITLE));
	if (is_common(reading, i))
		return i > from && (reads(reading, i, "member") || reads(reading, i, "members"));
	if (token->classes & CLASS_GIVEN &&
	    (!(token->classes & CLASS_AMBIGUOUS) ||
		(has_class(reading, i + 1, CLASS_FAMILY) && !is_common(reading, i + 1))))
		return true;
	if (person_begins(reading, i))
		return true;
	/* "of Azerbaijan Hikmat Hajiyev": behind a country an unknown word is somebody's. */
	return i > from && entry_at(reading, i - 1, ENTRY_COUNTRY) &&
	    !(entry_at(reading, i - 1, ENTRY_COUNTRY)->flags & FLAG_PEOPLE) &&
	    hit_at(reading, i - 1)->last == i && name_end(reading, i) == i;
}

/* "Department of Commerce | 's": a name of the tables with its head ends before last. */
static bool
is_whole_name(const struct reading *reading, uint32_t head, uint32_t last)
{
	enum { LONGEST_MODIFIER = 4 };
	uint32_t at;

	for (at = head; at + LONGEST_MODIFIER >= head; at--) {
		if (hit_at(reading, at)->last == last && name_end(reading, at) == last)
			return true;
		if (at == reading->first)
			break;
	}
	return false;
}

/* Past the words in capitals that begin at from; from: none. */
static uint32_t
run_end(const struct reading *reading, uint32_t from, uint32_t head, bool holder)
{
	uint32_t at = from, end = from, past;

	while (at < reading->last && at < from + LONGEST_RUN) {
		bool figure = reading->tokens[at].shape & SHAPE_DIGIT && at > from;

		past = name_end(reading, at);
		/* "Council of Governors | Minnesota Governor Roe" */
		if (past > at && at > from && has_class(reading, past, CLASS_ROLE_HEAD) &&
		    has_class(reading, at - 1, CLASS_ROLE_HEAD))
			break;
		if (past > at + 1) {
			end = at = past;
		} else {
			if ((!is_capital(reading, at) && !figure) ||
			    (past == at && stops_run(reading, at, from, holder)))
				break;
			end = ++at;
		}
		if (is_joint(reading, at) && is_glued(reading, at + 1) && at == end &&
		    reading->tokens[at - 1].end - reading->tokens[at - 1].start == 1 &&
		    !is_capital(reading, at + 1) && !is_capital(reading, at + 2))
			end = at += 2; /* "E-waste" */
		else if (is_joint(reading, at) && is_glued(reading, at + 1) &&
		    (is_capital(reading, at + 1) || is_capital(reading, at + 2)))
			at += is_capital(reading, at + 1) ? 1 : 2; /* "Multi-agency Platform" */
		else if (at < reading->last && reading->tokens[at].shape & SHAPE_POSSESSIVE &&
		    is_common_word(reading, at + 1) && reading->unit->kind != UNIT_TITLE &&
		    !is_whole_name(reading, head, at))
			at++; /* "for Women's Rights" */
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
list_end(const struct reading *reading, uint32_t i, uint32_t head)
{
	uint32_t at = i, from, end;

	if (link_at(reading, i + 1) == LINK_AND)
		return i;
	while (is_mark(reading, at, ',')) {
		bool last_item = link_at(reading, at + 1) == LINK_AND;

		from = at + 1 + last_item;
		end = run_end(reading, from, head, false);
		if (end > from + LONGEST_ITEM ||
		    !(are_words(reading, from, end) || (end > from && is_unknown_word(reading, from))))
			return i;
		at = end;
		if (last_item)
			return end;
		if (link_at(reading, at) == LINK_AND) {
			from = at + 1;
			end = run_end(reading, from, head, false);
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

	/* "Access to | Voting": nothing follows that it could be done to. */
	if (end >= reading->last || reading->tokens[end].shape & SHAPE_MARK ||
	    (link_at(reading, end) != LINK_NONE && link_at(reading, end) != LINK_THE))
		return false;
	return end == from + 1 && is_common(reading, from) && text.len > 4 &&
	       !(link_at(reading, end) == LINK_THE && is_capital(reading, end + 1)) &&
	       !reads(reading, from, "understanding") &&
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

	if (!entry)
		return false;
	type = entry_main(reading->lexicon, entry);
	for (n = 0; types[n]; n++)
		if (slice_is(type, types[n]))
			return true;
	return false;
}

/* "the Conflict | in South Sudan": where it is, not where one meets. */
static bool
is_somewhere(const struct reading *reading, uint32_t i)
{
	return in_context(reading, i, CONTEXT_CONFLICT);
}

/* "AI", "COVID": letters that are no name of a body or place. */
static bool
is_field(const struct reading *reading, uint32_t i)
{
	return reading->tokens[i].shape & SHAPE_ALL_CAPS && name_end(reading, i) == i;
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
			is_capital(reading, from) && is_common(reading, from) && !is_headline_word(reading, from)
		    ? from
		    : i;
	if (link_at(reading, from) == LINK_THE ||
	    (what == LINK_OF && has_class(reading, head, CLASS_INSTRUMENT_HEAD) &&
		(reads(reading, from, "a") || reads(reading, from, "an"))))
		from++;
	if (!is_capital(reading, from))
		return i;
	end = run_end(reading, from, head, false);
	if (end == from || (what != LINK_AND && is_lone_gerund(reading, from, end)))
		return i;
	/* "Intolerance | Against Asian Americans": in running text the capital says that it goes on. */
	if (is_capital(reading, i) && reading->unit->kind == UNIT_SENT && !reading->unit->all_caps &&
	    has_class(reading, head, CLASS_INSTRUMENT_HEAD | CLASS_EVENT_HEAD))
		return from;
	switch (what) {
	case LINK_OF:
	case LINK_FOR:
	case LINK_FOREIGN:
		return from;
	case LINK_AND:
		/* "Departments of the Treasury | and State" */
		if (head_at(reading, head) == HEAD_DEPARTMENT && has_class(reading, head, CLASS_PLURAL) &&
		    !entry_at(reading, begin, ENTRY_COUNTRY))
			return from;
		if (names) /* "for Finland and Sweden", "for Medicare and Medicaid Services" */
			return name_end(reading, from) > from && !entry_at(reading, from, ENTRY_INSTRUMENT) &&
				!entry_at(reading, from, ENTRY_EVENT) &&
				!(entry_at(reading, from, ENTRY_ORG) && !entry_at(reading, begin, ENTRY_ORG)) &&
				(name_end(reading, from) < end || link_at(reading, begin - 1) == LINK_TO ||
				    has_class(reading, head, CLASS_INSTRUMENT_HEAD | CLASS_EVENT_HEAD))
			    ? from
			    : i;
		/* "on Taxes | and the Two-Pillar Solution": another thing; "and the Environment" is not. */
		if (from > i + 1 && end > from + 1 && !has_class(reading, head, CLASS_ORG_HEAD))
			return i;
		if (is_unknown_word(reading, i - 1) && is_unknown_word(reading, from))
			return from; /* "Obstetricians and Gynecologists" */
		/* "Education and Qualifications Recognition" */
		if (end > from + 1 && !has_class(reading, head, CLASS_ORG_HEAD) && is_unknown_word(reading, from) &&
		    is_common_word(reading, end - 1) &&
		    !has_class(reading, from, CLASS_FAMILY) && !has_own_head(reading, from, end) &&
		    is_common_word(reading, i - 1))
			return from;
		return are_words(reading, from, end) && !ends_name(reading, begin, i - 1) ? from : i;
	case LINK_IN:
	case LINK_ON: /* "Guidelines for X on the Korean Peninsula"; "Memorandum of
			 Understanding on Bilateral Partnership in X" */
		if ((has_class(reading, head, CLASS_INSTRUMENT_HEAD) && is_region(reading, from)) ||
		    (what == LINK_IN && is_somewhere(reading, i - 1) && entry_at(reading, from, ENTRY_COUNTRY)) ||
		    (what == LINK_IN && head_at(reading, head) == HEAD_ANNIVERSARY && entry_at(reading, from, ENTRY_EVENT)))
			return from; /* also "anniversary of Victory in World War II" */
		/* "Competition | in the American Economy" */
		if (!names && what == LINK_IN && has_class(reading, head, CLASS_INSTRUMENT_HEAD) &&
		    entry_at(reading, from, ENTRY_COUNTRY) && name_end(reading, from) < end &&
		    are_words(reading, name_end(reading, from), end))
			return from;
		return !names && reading->unit->kind != UNIT_TITLE &&
			((what == LINK_ON && has_class(reading, head, CLASS_INSTRUMENT_HEAD) &&
			     (is_common(reading, from) || is_field(reading, from)) &&
			     !is_headline_word(reading, from)) ||
			    are_words(reading, from, end))
		    ? from
		    : i;
	default:
		return !names && are_words(reading, from, end) && reading->unit->kind != UNIT_TITLE
		    ? from
		    : i;
	}
}

/* "on Latino | communities", "for Ukrainian | refugees": of the noun, no name behind the link. */
static bool
is_before_noun(const struct reading *reading, uint32_t from, uint32_t end)
{
	const struct entry *entry = entry_at(reading, from, ENTRY_COUNTRY);
	const struct token *next = &reading->tokens[end];

	if (end == from || end >= reading->last || next->shape & (SHAPE_MARK | SHAPE_CAPITAL | SHAPE_DIGIT) ||
	    link_at(reading, from - 1) == LINK_OF || link_at(reading, from - 2) == LINK_OF ||
	    link_at(reading, end) != LINK_NONE || reading->tokens[end].part || !next->lower)
		return false;
	return hit_at(reading, from)->last == end
	    ? (entry && entry->flags & FLAG_PEOPLE) || hit_at(reading, from)->kinds & 1u << ENTRY_NONE
	    : end == from + 1 && !is_common(reading, from) && !(reading->tokens[from].shape & SHAPE_ALL_CAPS);
}

uint32_t
complement_end(const struct reading *reading, uint32_t i, uint32_t head)
{
	/* "Office of the Attorney General of Maryland": an office is its holder's. */
	bool holder = head_at(reading, head) == HEAD_OFFICE &&
	    has_class(reading, head, CLASS_ORG_HEAD) && link_at(reading, i) == LINK_THE;
	uint32_t at = i, end = i, from;

	if (link_at(reading, at) == LINK_THE ||
	    (link_at(reading, at - 1) == LINK_FOR && (reads(reading, at, "a") || reads(reading, at, "an"))))
		at++;
	for (;;) {
		from = at;
		at = run_end(reading, from, head, holder);
		if (is_before_noun(reading, from, at))
			return end;
		if (at == from || at > i + LONGEST_COMPLEMENT)
			return end;
		if (end == i && is_lone_gerund(reading, from, at))
			return i;
		end = list_end(reading, at, head);
		at = next_run(reading, from, end, head);
		if (at == end)
			return end;
	}
}

/* Past a party of an agreement that begins at i: "the Government of Chile", "the member
 * states of ASEAN"; i: there is none. */
static uint32_t
party_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i, end;

	at += link_at(reading, at) == LINK_THE;
	if (reads(reading, at, "government") && link_at(reading, at + 1) == LINK_OF)
		at += 2;
	else if (reads(reading, at, "member") && link_at(reading, at + 2) == LINK_OF)
		at += 3;
	at += link_at(reading, at) == LINK_THE;
	if (name_end(reading, at) > at)
		return name_end(reading, at);
	/* "the Ministry of Health of Chile" */
	if (!has_class(reading, at, CLASS_ORG_HEAD) || !is_capital(reading, at) ||
	    link_at(reading, at + 1) != LINK_OF)
		return i;
	end = complement_end(reading, at + 2, at);
	return end > at + 2 ? end : i;
}

uint32_t
parties_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1, end;
	bool last = false;

	for (;;) {
		if ((end = party_end(reading, at)) == at)
			return i;
		if (last)
			return end;
		at = end;
		at += is_mark(reading, at, ',');
		last = link_at(reading, at) == LINK_AND;
		if (at == end && !last)
			return i;
		at += last;
	}
}
