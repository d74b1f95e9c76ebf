/* Whether words around a head word are a name, and of what kind. */
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

bool
shape_in_headline(const struct reading *reading)
{
	return reading->unit->kind == UNIT_TITLE || reading->unit->all_caps ||
	    reading->unit->kind == UNIT_HEAD;
}

/* "Education Fund" and "Defense Fund" act; "Green Climate Fund" pays. */
static bool
is_acting_fund(const struct reading *reading, uint32_t head)
{
	return in_context(reading, head - 1, CONTEXT_ACTING_FUND);
}

bool
shape_is_named_meeting(const struct reading *reading, uint32_t first, uint32_t head)
{
	uint32_t before = head - 1;

	if (reading->tokens[before].shape & SHAPE_POSSESSIVE && before > first)
		before--;
	if (!has_proper_word(reading, first, head) && (shape_in_headline(reading) || head - first < 2))
		return false;
	/* "the 8th India-Sri Lanka Joint Commission Meeting" */
	if (reading->tokens[first].shape & SHAPE_DIGIT && reading->tokens[first].shape & SHAPE_WORD &&
	    !is_capital(reading, first))
		return true;
	/* "U.S.-China Defense Policy Coordination Talks": of two, and about something. */
	if (reads(reading, head, "talks") && head > first + 4 && is_joint(reading, first + 1) &&
	    entry_at(reading, first, ENTRY_COUNTRY))
		return true;
	/* "India-Nepal Joint Commission Meeting" */
	if (reads(reading, before, "commission") && before > first && reads(reading, before - 1, "joint"))
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

/* "Conference of Mayors", "Congress of American Indians": they meet, but they are bodies. */
enum name_kind
shape_kind(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last)
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
	/* "Chilean Episcopal Conference": the bishops, not their meeting. */
	if (kind == NAME_EVENT && first < head && reads(reading, head, "conference") &&
	    (reads(reading, head - 1, "episcopal") ||
		(reading->tokens[head - 1].shape & SHAPE_POSSESSIVE && reads(reading, head - 2, "bishops"))))
		return NAME_ORG;
	/* "Strelsau Teachers Union International Convention": they meet. */
	if (kind == NAME_INSTRUMENT && first < head && last == head + 1 && reads(reading, head, "convention") &&
	    (reads(reading, head - 1, "international") || reads(reading, head - 1, "national") ||
		in_context(reading, head - 1, CONTEXT_MEETS_AGAIN)))
		return NAME_EVENT;
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
	/* "Kenyatta International Convention Centre", "Oslo High School", "Waste Management
	 * Facility": one goes there. */
	if (first < head && last == head + 1 &&
	    ((in_context(reading, head - 1, CONTEXT_SITE) &&
		 (word == HEAD_SCHOOL || reads(reading, head, "center") || reads(reading, head, "centre"))) ||
		(in_context(reading, head - 1, CONTEXT_WORKS) && reads(reading, head, "facility"))))
		return NAME_PLACE;
	return kind;
}

/* "Chilean Civil Society", in a headline "Harbour Rights Organizations": no body in particular. */
static bool
is_of_a_sort(const struct reading *reading, uint32_t head)
{
	if (!has_class(reading, head, CLASS_ORG_HEAD))
		return false;
	if (reads(reading, head, "society"))
		return reads(reading, head - 1, "civil");
	return shape_in_headline(reading) && !reading->unit->all_caps &&
	    (reads(reading, head, "organizations") || reads(reading, head, "organisations") ||
		((reads(reading, head, "organization") || reads(reading, head, "organisation")) &&
		    reads(reading, head + 1, "leaders")));
}

bool
shape_is_name(const struct reading *reading, uint32_t first, uint32_t head, uint32_t last)
{
	uint32_t class = reading->tokens[head].classes & HEADS;
	enum head_word word = head_at(reading, head);
	bool complement = last > head + 1;

	if (first == head && !complement)
		return false;
	/* "Ministry of Development" is one in headlines, too. */
	if (shape_in_headline(reading) && !has_proper_word(reading, first, last) &&
	    !(word == HEAD_DEPARTMENT && complement && link_at(reading, head + 1) == LINK_OF &&
		name_end(reading, head) == head) &&
	    !is_headline_name(reading, first, head))
		return false;
	if (word == HEAD_MEETING)
		return first < head && !has_person(reading, first, head) &&
		       (shape_is_named_meeting(reading, first, head) ||
			(!shape_in_headline(reading) && is_ordinal(reading, first) &&
			 link_at(reading, head + 1) == LINK_OF && complement));
	if (word == HEAD_ACRONYM)
		return false;
	if (word == HEAD_SCHOOL && first < head && reading->tokens[head - 1].shape & SHAPE_DIGIT)
		return false; /* "K-12 School" */
	if (word == HEAD_PROPER)
		return !complement && first < head && has_proper_word(reading, first, head);
	if (reads(reading, head, "letter"))
		return reads(reading, head + 2, "intent");
	if (is_of_a_sort(reading, head))
		return false;
	if (word == HEAD_ORDER)
		return complement && reads(reading, head - 1, "executive");
	if (word == HEAD_CONGRESS && complement)
		return shape_kind(reading, first, head, last) == NAME_ORG && first < head;
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
	if (class & CLASS_PLACE_HEAD && first < head && shape_kind(reading, first, head, last) == NAME_INSTRUMENT)
		return has_proper_word(reading, first, head); /* "Norway-Chile Free Trade Area" */
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
