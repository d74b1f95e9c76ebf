/*
 * Organisations, events, instruments and places that no table lists, by their
 * shape: words in capitals around a head word ("X Council", "Ministry of Y",
 * "Treaty on Z"), a head word before a name or a number ("Hurricane X").
 */
#include "shape.h"
#include "context.h"

enum name_kind
kind_of_heads(uint32_t classes)
{
	if (classes & CLASS_ORG_HEAD)
		return NAME_ORG;
	if (classes & CLASS_EVENT_HEAD)
		return NAME_EVENT;
	return classes & CLASS_INSTRUMENT_HEAD ? NAME_INSTRUMENT : NAME_PLACE;
}

/* In headlines every word has a capital: there a name needs a word that is its own. */
static bool
is_headline(const struct reading *reading)
{
	return reading->unit->kind == UNIT_TITLE || reading->unit->all_caps ||
	    reading->unit->kind == UNIT_HEAD;
}

static bool
takes_complement(const struct reading *reading, uint32_t i, uint32_t class)
{
	switch (link_at(reading, i)) {
	case LINK_OF:
		return true;
	case LINK_FOR:
	case LINK_ON:
		return !(class & CLASS_PLACE_HEAD);
	case LINK_TO:
	case LINK_AGAINST:
		/* "Summit to End Hunger": a verb, not a place. */
		return class & (CLASS_INSTRUMENT_HEAD | CLASS_ORG_HEAD) ||
		    (class & CLASS_EVENT_HEAD && is_common_word(reading, i + 1) && !is_headline(reading) &&
			name_end(reading, i + 1) == i + 1);
	default:
		return false;
	}
}

/* "Education Fund" and "Defense Fund" act; "Green Climate Fund" pays. */
static bool
is_acting_fund(const struct reading *reading, uint32_t head)
{
	return in_context(reading, head - 1, CONTEXT_ACTING_FUND);
}

/* "Ministerial Meeting", "Leaders' Meeting": the others meet only once. */
static bool
is_named_meeting(const struct reading *reading, uint32_t first, uint32_t head)
{
	uint32_t before = head - 1;

	if (reading->tokens[before].shape & SHAPE_POSSESSIVE && before > first)
		before--;
	if (!has_proper_word(reading, first, head) && (is_headline(reading) || head - first < 2))
		return false;
	/* "the 8th India-Sri Lanka Joint Commission Meeting" */
	if (reading->tokens[first].shape & SHAPE_DIGIT && reading->tokens[first].shape & SHAPE_WORD &&
	    !is_capital(reading, first))
		return true;
	/* "U.S.-China Defense Policy Coordination Talks": of two, and about something. */
	if (reads(reading, head, "talks") && head > first + 4 && is_joint(reading, first + 1) &&
	    entry_at(reading, first, ENTRY_COUNTRY))
		return true;
	return in_context(reading, before, CONTEXT_MEETS_AGAIN);
}

/* "First | Meeting of the Council", "78th | Session of the General Assembly". */
static bool
is_ordinal(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	return (token->shape & SHAPE_DIGIT && token->shape & SHAPE_WORD && !is_capital(reading, i)) ||
	    reads(reading, i, "annual") || reads(reading, i, "inaugural") ||
	    (token->classes & CLASS_NUMBER && is_capital(reading, i));
}

static bool
has_person(const struct reading *reading, uint32_t first, uint32_t last)
{
	size_t n;

	for (n = 0; !is_crowded(reading) && n < reading->count; n++)
		if (reading->candidates[n].kind == NAME_PERSON && reading->candidates[n].first >= first &&
		    reading->candidates[n].last <= last)
			return true;
	return false;
}

/* Words that make of a plan or declaration one of many: "Emergency Declaration". */
static bool
is_one_of_many(const struct reading *reading, uint32_t i)
{
	return in_context(reading, i, CONTEXT_ONE_OF_MANY);
}

/* "Stalking Awareness Month": what days, weeks and months are given to. */
static bool
is_observed(const struct reading *reading, uint32_t i)
{
	return in_context(reading, i, CONTEXT_COMMEMORATED);
}

/* "Joint | Communique": what two sides publish together has no other name. */
static bool
is_joint_paper(const struct reading *reading, uint32_t head)
{
	return in_context(reading, head, CONTEXT_PUBLISHED) && has_class(reading, head, CLASS_INSTRUMENT_HEAD);
}

/* Common words that are a name in a headline too: "the Clean Harbours Act". */
static bool
is_headline_name(const struct reading *reading, uint32_t first, uint32_t head)
{
	enum head_word word = head_at(reading, head);

	if (word == HEAD_DAY)
		return head > first + 1 && is_observed(reading, head - 1);
	if (reads(reading, first, "joint") && is_joint_paper(reading, head))
		return true;
	if (!has_class(reading, head, CLASS_INSTRUMENT_HEAD) || word == HEAD_PARTNERSHIP)
		return false;
	if (link_at(reading, first - 1) == LINK_THE)
		return word == HEAD_ACT || head > first + 1;
	return word == HEAD_ACT && head > first + 1 && head < first + 4;
}

/* "Niger", no adjective and no code. */
static bool
is_country_name(const struct reading *reading, uint32_t first, uint32_t last)
{
	const struct entry *country = entry_at(reading, first, ENTRY_COUNTRY);

	return country && hit_at(reading, first)->last == last && !(country->flags & (FLAG_PEOPLE | FLAG_CODE));
}

static enum name_kind kind_at(const struct reading *reading, uint32_t first, uint32_t head,
    uint32_t last);

/* Whether first..last, with head inside, is a name and not just words for something. */
static bool
is_name(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last)
{
	uint32_t class = reading->tokens[head].classes & HEADS;
	enum head_word word = head_at(reading, head);
	bool complement = last > head + 1;

	if (first == head && !complement)
		return false;
	/* "Ministry of Development" is one in headlines, too. */
	if (is_headline(reading) && !has_proper_word(reading, first, last) &&
	    !(word == HEAD_DEPARTMENT && complement && link_at(reading, head + 1) == LINK_OF &&
		name_end(reading, head) == head) &&
	    !is_headline_name(reading, first, head))
		return false;
	if (word == HEAD_MEETING)
		return first < head && !has_person(reading, first, head) &&
		    (is_named_meeting(reading, first, head) ||
			(!is_headline(reading) && is_ordinal(reading, first) && link_at(reading, head + 1) == LINK_OF && complement));
	if (word == HEAD_ACRONYM)
		return false;
	if (word == HEAD_SCHOOL && first < head && reading->tokens[head - 1].shape & SHAPE_DIGIT)
		return false; /* "K-12 School" */
	if (word == HEAD_PROPER)
		return !complement && first < head && has_proper_word(reading, first, head);
	if (reads(reading, head, "letter"))
		return reads(reading, head + 2, "intent");
	if (word == HEAD_ORDER)
		return complement && reads(reading, head - 1, "executive");
	if (word == HEAD_CONGRESS && complement)
		return kind_at(reading, first, head, last) == NAME_ORG && first < head;
	if (word == HEAD_CONGRESS)
		return first < head && reading->tokens[first].shape & SHAPE_DIGIT && first + 1 < head;
	/* "Board of Directors": every company's. */
	if (complement && reads(reading, head, "board") && has_class(reading, last - 1, CLASS_ROLE_HEAD) &&
	    (first == head || reads(reading, last - 1, "directors")))
		return false;
	if (complement)
		return true;
	if (class & CLASS_ORG_HEAD) {
		if (has_class(reading, head, CLASS_PLURAL) && !reads(reading, head - 1, "working") &&
		    !has_proper_word(reading, first, head))
			return false;
		if (has_proper_word_beyond_countries(reading, first, head))
			return true;
		/* "7th Fleet" */
		if (reading->tokens[first].shape & SHAPE_DIGIT && reading->tokens[first].shape & SHAPE_WORD)
			return true;
		if (word == HEAD_DEPARTMENT && has_class(reading, head - 1, CLASS_ROLE_FIELD))
			return true;
		if (word == HEAD_NATIONAL && entry_at(reading, first, ENTRY_COUNTRY))
			return true;
		return head - first >= 2 && word != HEAD_ALLIANCE;
	}
	if (class & CLASS_PLACE_HEAD)
		return has_proper_word_beyond_countries(reading, first, head) ||
		    (word == HEAD_NATURE && is_country_name(reading, first, head));
	if (word == HEAD_PARTNERSHIP)
		return !reads(reading, head - 1, "strategic") &&
		    !reads(reading, head - 1, "comprehensive") &&
		    !reads(reading, head - 1, "bilateral");
	if (class & CLASS_INSTRUMENT_HEAD)
		return has_class(reading, head, CLASS_PLURAL) ? has_proper_word(reading, first, head)
		    : head - first > 1 || !is_one_of_many(reading, first);
	return word != HEAD_DAY ||
	    (!is_joint(reading, head - 1) &&
		(!has_class(reading, head - 1, CLASS_GIVEN | CLASS_FAMILY) || is_common(reading, head - 1) ||
		    name_end(reading, head - 1) == head));
}

/* The tables have a name of that kind at exactly first..last, maybe inside a longer one. */
static bool
is_known(const struct reading *reading, uint32_t first, uint32_t last, enum name_kind kind)
{
	size_t n;

	for (n = 0; !is_crowded(reading) && n < reading->count; n++)
		if (reading->candidates[n].first == first && reading->candidates[n].last == last &&
		    reading->candidates[n].kind == kind && reading->candidates[n].rank == RANK_TABLE)
			return true;
	return false;
}

/* "White House | American Rescue Plan": who does it, and what the tables know. */
static uint32_t
without_owner(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last)
{
	enum name_kind kind = kind_of_heads(reading->tokens[head].classes);
	uint32_t end = name_end(reading, first);

	/* "ASEAN | Economic Ministers Meeting" is ASEAN's own. */
	if (entry_at(reading, first, ENTRY_ORG) && !entry_at(reading, first, ENTRY_ORG)->country[0] &&
	    head_at(reading, head) != HEAD_DAY)
		return first;
	if (end > first && (end < head || (end == head && link_at(reading, head + 1) != LINK_NONE)) && kind != NAME_ORG && is_capital(reading, end) &&
	    (is_known(reading, end, last, kind) ||
		(head_at(reading, head) == HEAD_DAY && entry_at(reading, first, ENTRY_ORG))))
		return end;
	return first;
}

/* "Conference of Mayors", "Congress of American Indians": they meet, but they are bodies. */
static enum name_kind
kind_at(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last)
{
	enum head_word word = head_at(reading, head);
	enum name_kind kind = kind_of_heads(reading->tokens[head].classes);

	if (word == HEAD_FUND && first < head && last == head + 1 && is_acting_fund(reading, head))
		return NAME_ORG;
	if (kind == NAME_EVENT && link_at(reading, head + 1) == LINK_OF && last > head + 2 &&
	    link_at(reading, head + 2) != LINK_THE &&
	    (word == HEAD_CONGRESS || reads(reading, head, "conference")) &&
	    !reads(reading, head + 2, "parties"))
		return NAME_ORG;
	/* "Port of Oslo Training Program": no port. */
	if (kind == NAME_PLACE && last > head + 1 &&
	    has_class(reading, last - 1, CLASS_INSTRUMENT_HEAD | CLASS_EVENT_HEAD) &&
	    head_at(reading, last - 1) == 0)
		return kind_of_heads(reading->tokens[last - 1].classes);
	if (kind == NAME_PLACE && first < head && reads(reading, head, "district") &&
	    (reads(reading, head - 1, "school") || reads(reading, head - 1, "college")))
		return NAME_ORG;
	if (kind == NAME_PLACE && first < head && reads(reading, head, "area") &&
	    reads(reading, head - 1, "trade"))
		return NAME_INSTRUMENT;
	/* "Kenyatta International Convention Centre": one meets there. */
	if (kind == NAME_ORG && first < head && last == head + 1 &&
	    (reads(reading, head, "center") || reads(reading, head, "centre")) &&
	    (reads(reading, head - 1, "convention") || reads(reading, head - 1, "conference") ||
		reads(reading, head - 1, "exhibition") || reads(reading, head - 1, "visitor")))
		return NAME_PLACE;
	/* "Waste Management Facility": a works. */
	if (kind == NAME_INSTRUMENT && first < head && last == head + 1 && reads(reading, head, "facility") &&
	    in_context(reading, head - 1, CONTEXT_WORKS))
		return NAME_PLACE;
	if (word == HEAD_SCHOOL && last == head + 1 && first < head &&
	    (reads(reading, head - 1, "elementary") || reads(reading, head - 1, "high") ||
		reads(reading, head - 1, "middle") || reads(reading, head - 1, "primary")))
		return NAME_PLACE;
	return kind;
}

/* Past the number at i of a resolution or article: "2231", "2231 (2015)". */
static uint32_t
figure_end(const struct reading *reading, uint32_t i)
{
	i++;
	return is_mark(reading, i, '(') && is_mark(reading, i + 2, ')') &&
		(reading->tokens[i + 1].shape & (SHAPE_DIGIT | SHAPE_WORD)) == SHAPE_DIGIT
	    ? i + 3
	    : i;
}

static bool
is_year(const struct reading *reading, uint32_t i)
{
	struct slice text;

	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_DIGIT) || is_glued(reading, i))
		return false;
	text = token_text(reading->document, reading->unit, i);
	return text.len == 4 && !(reading->tokens[i].shape & SHAPE_WORD) &&
	    (!memcmp(text.at, "19", 2) || !memcmp(text.at, "20", 2));
}

/* Past "for 2024-2026" that begins at i; else i. */
static uint32_t
years_end(const struct reading *reading, uint32_t i)
{
	if (!is_year(reading, i + 1))
		return i;
	return is_mark(reading, i + 2, '-') && is_glued(reading, i + 2) && is_inside(reading, i + 3) &&
		reading->tokens[i + 3].shape & SHAPE_DIGIT
	    ? i + 4
	    : i + 2;
}

/* Where a longer event of the tables that ends before last begins; else first. */
static uint32_t
known_first(const struct reading *reading, uint32_t first, uint32_t last)
{
	size_t n;

	for (n = 0; !is_crowded(reading) && n < reading->count; n++)
		if (reading->candidates[n].last == last && reading->candidates[n].first < first &&
		    reading->candidates[n].kind == NAME_EVENT)
			first = reading->candidates[n].first;
	return first;
}

/* In a list of people, behind a title: "Director of | Harbour Partnership" acts. */
static bool
is_affiliation(const struct reading *reading, uint32_t first, uint32_t last)
{
	if (reading->unit->kind != UNIT_ITEM)
		return false;
	/* "Harbour Health Forum: Jane Roe" */
	if (first == reading->first && last == reading->last)
		return reads(reading, last - 1, "project"); /* "Harbour Lights Project" in a list */
	if (first == reading->first)
		return (is_mark(reading, last, ':') || is_mark(reading, last, '-')) && last + 1 < reading->last &&
		    hit_at(reading, last + 1)->person_begins;
	if (first < reading->first + 2)
		return false;
	/* "Jane Roe, Harbour Fund" */
	if (is_mark(reading, first - 1, ',') && hit_at(reading, first - 2)->person_ends)
		return true;
	if (link_at(reading, first - 1) == LINK_THE)
		first--;
	return (is_mark(reading, first - 1, ',') || link_at(reading, first - 1) == LINK_OF) &&
	    has_class(reading, first - 2, CLASS_ROLE_HEAD);
}

/* "Strategic Dialogue | on Biological Security": what a known event or paper is about. */
static bool
is_topic(const struct reading *reading, uint32_t on, uint32_t class)
{
	return class & (CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD) && link_at(reading, on) == LINK_ON &&
	    !is_headline(reading) && !is_capital(reading, on) && is_capital(reading, on + 1) &&
	    !has_class(reading, on + 1, CLASS_MONTH | CLASS_WEEKDAY) &&
	    (class & CLASS_EVENT_HEAD ||
		!(entry_at(reading, on + 1, ENTRY_COUNTRY) || entry_at(reading, on + 1, ENTRY_PLACE)));
}

/* "Ministerial Meeting | on the Civil Aviation Policy", "Joint Statement | on the G20
 * Summit": what an event or a statement is about is a name of its own. */
static bool
is_about_name(const struct reading *reading, uint32_t head, uint32_t on, uint32_t end)
{
	uint32_t i = on + 1;

	if (link_at(reading, on) != LINK_ON || is_capital(reading, on) ||
	    !(has_class(reading, head, CLASS_EVENT_HEAD) || in_context(reading, head, CONTEXT_PUBLISHED)))
		return false;
	i += link_at(reading, i) == LINK_THE;
	return (end > i + 1 && is_capital(reading, end - 1) && has_class(reading, end - 1, CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD) &&
		   !has_class(reading, end - 1, CLASS_PLURAL)) ||
	    (hit_at(reading, i)->last == end && entry_at(reading, i, ENTRY_EVENT)) ||
	    (end > i && hit_at(reading, end - 1)->last == end && entry_at(reading, end - 1, ENTRY_EVENT));
}

static void
around_head(struct reading *reading, uint32_t head)
{
	uint32_t class = reading->tokens[head].classes & HEADS;
	enum head_word word = head_at(reading, head);
	uint32_t first = left_extent(reading, head), last = head + 1, end;
	enum name_kind kind = kind_of_heads(class);
	bool known = first < head && is_entry(reading, first, head + 1, (enum entry_kind)kind);

	if (takes_complement(reading, last, class) &&
	    !(known && link_at(reading, last) != LINK_OF && !is_topic(reading, last, class) &&
		(kind == NAME_ORG || is_headline(reading) ||
		    !is_common(reading, last + 1)))) {
		end = complement_end(reading, last + 1, head);
		if (end > last + 1 && !is_about_name(reading, head, last, end))
			last = end;
	} else if (class & CLASS_INSTRUMENT_HEAD && last < reading->last &&
	    reading->tokens[last].shape & SHAPE_DIGIT && !has_class(reading, last + 1, CLASS_MONTH)) {
		last = figure_end(reading, last);
		/* "Partnership 2017-2020" */
		if (is_mark(reading, last, '-') && is_glued(reading, last) && is_inside(reading, last + 1) &&
		    reading->tokens[last + 1].shape & SHAPE_DIGIT)
			last += 2;
	} else if (is_capital(reading, last) && !is_headline_word(reading, last) &&
	    (word == HEAD_ORDER ||
		(reads(reading, head, "memorandum") && reads(reading, head - 1, "presidential")))) {
		last = complement_end(reading, last, head); /* "Executive Order Protecting Access to X" */
	}
	/* "Treaty | between Chile and Peru on Rivers" */
	if (class & CLASS_INSTRUMENT_HEAD && link_at(reading, last) == LINK_BETWEEN &&
	    (last == head + 1 || link_at(reading, head + 1) == LINK_OF) &&
	    !in_context(reading, head, CONTEXT_PUBLISHED) && (end = parties_end(reading, last)) > last) {
		last = end;
		if ((link_at(reading, last) == LINK_ON || link_at(reading, last) == LINK_FOR) &&
		    is_common_word(reading, last + 1) &&
		    (end = complement_end(reading, last + 1, head)) > last + 1)
			last = end;
	}
	/* "Lend-Lease Act | of 2022", "Aid Agreement | of 1976" */
	if (has_class(reading, last - 1, CLASS_INSTRUMENT_HEAD) && (first < head || last > head + 1) && link_at(reading, last) == LINK_OF &&
	    last + 1 < reading->last && reading->tokens[last + 1].shape & SHAPE_DIGIT &&
	    reading->tokens[last + 1].end - reading->tokens[last + 1].start == 4)
		last += 2;
	/* "Programme of Cooperation | for 2024-2026" */
	if (class & CLASS_INSTRUMENT_HEAD && link_at(reading, last) == LINK_FOR)
		last = years_end(reading, last);
	/* "World Expo | 2030" */
	if (class & CLASS_EVENT_HEAD && word != HEAD_DAY && last == head + 1 && is_year(reading, last)) {
		first = known_first(reading, first, last);
		last++;
	}
	/* "World War | II", "Additional Protocol | I" */
	if (class & (CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD) && last == head + 1 && last < reading->last &&
	    reading->tokens[last].classes & CLASS_SUFFIX && is_capital(reading, last))
		last++;
	if (reads(reading, head, "law") && reads(reading, head + 1, "enforcement"))
		return;
	/* "Ray Chambers of the Harbour Fund" */
	if (last > head + 1 && hit_at(reading, head)->person_ends && has_class(reading, first, CLASS_GIVEN) &&
	    has_class(reading, head, CLASS_PLURAL))
		return;
	/* "Senator Bill Roe" */
	if (has_class(reading, head, CLASS_GIVEN) && is_capital(reading, head + 1))
		return;
	if (!is_name(reading, first, head, last))
		return;
	/* "Solomon Islands", "Rhode Island": the tables know. */
	if (kind == NAME_PLACE && last == head + 1 && head > reading->first &&
	    (is_known(reading, head - 1, last, NAME_PLACE) ||
		is_known(reading, head - 1, last, NAME_COUNTRY)))
		return;
	first = without_owner(reading, first, head, last);
	kind = kind_at(reading, first, head, last);
	if ((kind == NAME_INSTRUMENT || kind == NAME_EVENT) && is_affiliation(reading, first, last))
		kind = NAME_ORG;
	/* "Talbot Administration", no person: what it heads is no surname. */
	propose(reading, first, last, kind,
	    kind != NAME_PLACE && first + 2 == last && has_class(reading, first, CLASS_GIVEN) &&
		    hit_at(reading, first)->last != last && !has_class(reading, head, CLASS_FAMILY | CLASS_GIVEN)
		? RANK_TITLED
		: RANK_SHAPE,
	    "shape: head word");
}

/* "Community Navigator | program": no name of the tables, no other head before it. */
static bool
are_only_words(const struct reading *reading, uint32_t first, uint32_t head)
{
	uint32_t i;

	for (i = first; i < head; i++)
		if (name_end(reading, i) > i || has_class(reading, i, CLASS_ROLE_HEAD) || hit_at(reading, i)->person_begins)
			return false;
	return !has_class(reading, head - 1, HEADS);
}

/* "BRICS summit", "Minsk agreements", "Build Back Better agenda". */
static void
before_small_head(struct reading *reading, uint32_t head)
{
	enum head_word word = head_at(reading, head);
	uint32_t first = left_extent(reading, head), end;
	bool place;

	if (first == head || reading->tokens[head - 1].shape & SHAPE_POSSESSIVE)
		return;
	if (word == HEAD_LOWER_MEETING && !is_named_meeting(reading, first, head))
		return;
	/* "Tax Compliance Act | agreement": named already. */
	if (is_capital(reading, head - 1) && has_class(reading, head - 1, CLASS_INSTRUMENT_HEAD) &&
	    !has_class(reading, head - 1, CLASS_PLURAL))
		return;
	end = name_end(reading, first);
	if (word == HEAD_LOWER_MEETING && end == head)
		return;
	place = end == head && entry_at(reading, first, ENTRY_PLACE);
	if (word == HEAD_LOWER && end == head && entry_at(reading, first, ENTRY_COUNTRY))
		return;
	if (word == HEAD_LOWER && !has_proper_word(reading, first, head))
		return;
	if (word == HEAD_LOWER_PLACE && !place && (end == head || head - first < 2) &&
	    (is_common(reading, first) || hit_at(reading, first)->last ||
		has_class(reading, first, CLASS_GIVEN | CLASS_FAMILY)))
		return;
	if (word == HEAD_LOWER_TWO && (head - first < 2 || end == head))
		return;
	if (word == HEAD_LOWER_WORDS && (head - first < 2 || !are_only_words(reading, first, head)))
		return;
	/* "the U.S.-Japan agreement": two countries and a common word. */
	if (word != HEAD_LOWER && !place && !is_common(reading, head - 1) &&
	    entry_at(reading, first, ENTRY_COUNTRY))
		return;
	propose(reading, first, head + 1, kind_of_heads(reading->tokens[head].classes), RANK_SHAPE,
	    "shape: small head word");
}

/* "UN Security Council resolution 2254", "resolution 1701". */
static void
resolution(struct reading *reading, uint32_t head)
{
	uint32_t first = left_extent(reading, head), last = head + 1;

	if (last < reading->last && reading->tokens[last].shape & SHAPE_DIGIT &&
	    !(reading->tokens[last].shape & SHAPE_WORD)) {
		last = figure_end(reading, last);
	} else if (first == head || !entry_at(reading, first, ENTRY_ORG) || name_end(reading, first) != head) {
		return;
	}
	propose(reading, first, last, NAME_INSTRUMENT, RANK_SHAPE, "shape: resolution");
}

/* "Hurricane Ida", "Operation Inherent Resolve", "Fort Bragg". */
static void
behind_prefix(struct reading *reading, uint32_t head)
{
	uint32_t last = head + 1;
	bool place = has_class(reading, head, CLASS_PLACE_HEAD), words, any;

	if (!is_capital(reading, last) || has_class(reading, last, HEADS) || is_joint(reading, last + 1))
		return;
	words = is_common(reading, last);
	any = reads(reading, head, "operation") || reads(reading, head, "exercise");
	if (words && (place || is_headline(reading) || !any))
		return;
	while (is_capital(reading, last) && last < head + 4 &&
	    (!is_headline_word(reading, last) || (any && reading->unit->kind == UNIT_SENT)) &&
	    (last == head + 1 || !is_headline_word(reading, last - 1)) &&
	    !has_class(reading, last, CLASS_MONTH | CLASS_ROLE_HEAD | HEADS) &&
	    (any || is_common(reading, last) == words))
		last++;
	if (last > head + 1 && any && is_year(reading, last))
		last++; /* "Exercise Pitch Black | 2024" */
	if (last > head + 1)
		propose(reading, head - (reads(reading, head - 1, "tropical") && is_capital(reading, head - 1)), last,
		    kind_of_heads(reading->tokens[head].classes), RANK_SHAPE,
		    "shape: head word before its name");
}

static void
at_head(struct reading *reading, uint32_t i)
{
	switch (head_at(reading, i)) {
	case HEAD_ANNIVERSARY:
		shape_anniversary(reading, i);
		return;
	case HEAD_NUMBERED:
		shape_numbered(reading, i);
		return;
	case HEAD_RESOLUTION:
		resolution(reading, i);
		return;
	case HEAD_PREFIX:
		behind_prefix(reading, i);
		break;
	case HEAD_LOWER:
	case HEAD_LOWER_MEETING:
	case HEAD_LOWER_PLACE:
	case HEAD_LOWER_TWO:
	case HEAD_LOWER_WORDS:
		before_small_head(reading, i);
		return;
	default:
		break;
	}
	/* In a run of capitals only the last head counts: "Summit Review Group". */
	if (is_capital(reading, i) && !(is_capital(reading, i + 1) && has_class(reading, i + 1, HEADS)))
		around_head(reading, i);
}

void
recognise_shapes(struct reading *reading)
{
	uint32_t i;
	bool semicolons = false;

	for (i = first_of_interest(reading); i < reading->last; i = next_of_interest(reading, i)) {
		const struct token *token = &reading->tokens[i];

		if (token->classes & HEADS)
			at_head(reading, i);
		else if (token->first == 'v' && link_at(reading, i) == LINK_VERSUS)
			shape_court_case(reading, i);
		else if (token->first == ':' && token->shape & SHAPE_MARK)
			shape_motto(reading, i);
		else if (token->first == ';' && token->shape & SHAPE_MARK)
			semicolons = true;
		else if ((token->shape & SHAPE_DIGIT || token->classes & CLASS_NUMBER) &&
		    is_capital(reading, i + 1))
			shape_year(reading, i);
		else if (hit_at(reading, i)->kinds & 1u << ENTRY_PLACE && hit_at(reading, i)->last < reading->last)
			shape_town(reading, i);
		if (token->first == '(' && token->shape & SHAPE_MARK && is_mark(reading, i + 2, ')'))
			recognise_acronym(reading, i + 1);
	}
	if (!is_crowded(reading))
		recognise_affiliations(reading, semicolons);
}
