#include "clause.h"

#include "phrase.h"
#include "subject.h"

static struct told *
last_told(const struct telling *telling)
{
	return telling->count ? &telling->told[telling->count - 1] : NULL;
}

static struct told *
add(struct telling *telling, const struct setting *set, enum way way, uint32_t cut)
{
	struct told *told = &telling->told[telling->count++];

	/* NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): telling->told is never NULL */
	memset(told, 0, offsetof(struct told, by));
	told->verb = set->verb;
	told->way = way;
	told->cut = cut;
	told->negated = set->not;
	told->future = set->modal;
	actors_clear(&told->by);
	actors_clear(&told->to);
	actors_clear(&told->subject);
	telling->embedded = 0;
	return told;
}

/* A verb with a subject of its own. */
static struct told *
take_clause(struct telling *telling, const struct setting *set, enum way way)
{
	const struct sentence *sentence = telling->sentence;
	struct phrase phrase;
	struct told *told;
	uint32_t cut, start;
	bool event = false;

	phrase.found = false;
	if (!set->at_start && is_mark(sentence, set->group - 1, ',')) {
		if (telling->count > 0 ||
		    !subject_before_comma(telling, set->group - 1, &phrase))
			return NULL;
	} else if (!set->at_start) {
		phrase_before(sentence, telling->cast, set->group, &phrase);
	}
	if (phrase.found) {
		if (!subject_is_main(telling, set->verb, &phrase, &cut)) {
			telling->embedded = set->verb->bits & ACT_FORMS;
			return NULL;
		}
	} else if (way != WAY_PARTICIPLE && !set->at_start &&
	    (set->verb->bits & ACT_PAST ||
		(set->verb->bits & ACT_THIRD && is_event(sentence, set->group - 1, true))) &&
	    subject_nobody(telling, set, &start)) {
		actors_clear(&phrase.who);
		phrase.who.plural = true;
		event = is_event(sentence, set->group - 1, false);
		cut = with_comma(sentence, start);
		if (start > sentence->begin && part_at(sentence, start - 1) == PART_AND)
			cut = with_comma(sentence, start - 1);
	} else {
		return NULL;
	}
	told = add(telling, set, way, cut);
	actors_copy(&told->by, &phrase.who);
	told->event = event;
	return told;
}

/* The same subject as before: "…, and discussed". */
static struct told *
take_same(struct telling *telling, const struct setting *set, enum way way, uint32_t cut)
{
	struct told *last = last_told(telling), *told;
	struct phrase phrase;

	if (last) {
		told = add(telling, set, way, cut);
		actors_copy(&told->by, last->way == WAY_PASSIVE ? &last->subject : &last->by);
		told->event = last->event;
		told->future |= last->future && set->verb->bits & ACT_BASE;
		return told;
	}
	if (!subject_leading(telling, &phrase))
		return NULL;
	told = add(telling, set, way, cut);
	actors_copy(&told->by, &phrase.who);
	return told;
}

/* Joined to the verb before by "and" or a comma; *cut: where it begins. */
static bool
is_joined(const struct telling *telling, const struct setting *set, uint32_t *cut)
{
	const struct sentence *sentence = telling->sentence;
	uint32_t i = set->group - 1;

	if (set->at_start)
		return false;
	if (set->before == PART_AND || set->before == PART_BUT) {
		*cut = with_comma(sentence, i);
		/* What was said goes on without a comma, what is told has one or none. */
		return !(telling->embedded & set->verb->bits && *cut == i);
	}
	*cut = i;
	return is_mark(sentence, i, ',') || is_mark(sentence, i, ';');
}

/* "discussed by": the participle of something. */
static bool
is_attribute(const struct sentence *sentence, const struct verb *verb)
{
	return verb->last < sentence->end && part_at(sentence, verb->last) == PART_BY;
}

/* "in June", "June 3": no object begins at i. */
static bool
is_before_circumstance(const struct sentence *sentence, uint32_t i)
{
	return i < sentence->end && (part_at(sentence, i) == PART_PREPOSITION ||
					is_name(sentence, i, NAME_DATE));
}

/* "Announced in June, the plan …": at the head of a sentence, of its subject. */
static bool
is_leading_attribute(const struct sentence *sentence, const struct verb *verb)
{
	return sentence->unit->kind == UNIT_SENT && is_before_circumstance(sentence, verb->last);
}

/* Who did what is told in the passive: "by X". */
static void
find_doer(const struct telling *telling, struct told *told)
{
	static const struct actors nobody;
	const struct sentence *sentence = telling->sentence;
	struct phrase by;
	uint32_t i;

	actors_clear(&told->by);
	for (i = told->verb->last; i < sentence->end && i < told->verb->last + 4; i++)
		if (part_at(sentence, i) == PART_BY) {
			phrase_behind(sentence, telling->cast, i + 1, &nobody, &by);
			actors_copy(&told->by, &by.who);
			return;
		}
}

/* "X was briefed by Y", "it was noted that". */
static struct told *
take_passive(struct telling *telling, const struct setting *set)
{
	bool by = is_attribute(telling->sentence, set->verb);
	bool of_thing = false;
	struct told *told;

	if (!(set->verb->bits & ACT_PASSIVE || by) || set->modal)
		return NULL;
	told = take_clause(telling, set, WAY_PASSIVE);
	/* "Cooperation in energy was also discussed." "The plan was welcomed by X." */
	if (!told && telling->count == 0 && !set->at_start &&
	    !is_said(telling->sentence, telling->sentence->begin, set->group) &&
	    (set->verb->bits & ACT_OF_THINGS || by)) {
		of_thing = !(set->verb->bits & ACT_OF_THINGS) &&
		    !is_event(telling->sentence, set->group - 1, false);
		told = add(telling, set, WAY_PASSIVE, telling->sentence->begin);
		actors_clear(&told->by);
	}
	if (!told)
		return NULL;
	actors_copy(&told->subject, &told->by);
	find_doer(telling, told);
	if (of_thing && told->by.count == 0) {
		telling->count--;
		return NULL;
	}
	return told;
}

/* Whether an object begins at i that shows what stands before is a verb. */
static bool
shows_object(const struct sentence *sentence, uint32_t i)
{
	if (i >= sentence->end)
		return false;
	switch (part_at(sentence, i)) {
	case PART_DETERMINER:
	case PART_POSSESSIVE:
	case PART_HER:
	case PART_HIM:
	case PART_THEM:
	case PART_THAT:
	case PART_SUBORDINATE:
	case PART_NUMBER:
	case PART_WITH:
		return true;
	default:
		return name_at(sentence, i) != NONE;
	}
}

/* "Hope was expressed", "there was agreement"; not where it is what somebody said. */
static struct told *
take_of_noun(struct telling *telling, const struct setting *set)
{
	struct told *told;

	if (is_said(telling->sentence, telling->sentence->begin, set->group))
		return NULL;
	told = add(telling, set, WAY_PASSIVE, set->group);
	find_doer(telling, told);
	return told;
}

static struct told *
take_past(struct telling *telling, const struct setting *set)
{
	const struct sentence *sentence = telling->sentence;
	uint32_t cut;

	if (set->be)
		return take_passive(telling, set);
	if (set->modal)
		return NULL;
	if (set->verb->bits & ACT_BY_BEHIND)
		return take_of_noun(telling, set);
	/* "Having reviewed the situation, they agreed" */
	if (set->at_start && set->have && token_is(sentence->document, sentence->unit, set->group, "having")) {
		struct told *told = add(telling, set, WAY_PARTICIPLE, set->group);

		told->pending = true;
		return told;
	}
	if (set->at_start && is_leading_attribute(sentence, set->verb))
		return NULL;
	if (set->at_start && !set->have && !is_attribute(sentence, set->verb)) {
		/* An item of a list: "Discussed …", by whom the list's head names. */
		struct told *told = add(telling, set, WAY_FINITE, set->group);

		if (sentence->unit->kind == UNIT_ITEM)
			actors_copy(&told->by, &telling->cast->subject);
		return told;
	}
	if (is_attribute(sentence, set->verb))
		return NULL;
	if (is_joined(telling, set, &cut)) {
		const struct told *last = last_told(telling);

		/* Also ", and shared best practices"; "and shared views" may be shared views. */
		if (set->verb->bits & ACT_NEEDS_OBJECT && !shows_object(sentence, set->verb->last) &&
		    !(set->verb->last > set->verb->verb_last && cut < set->group - 1))
			return NULL;
		/* "Republic Day, marked on May 3": of the day */
		if (last && is_mark(sentence, set->group - 1, ',') &&
		    set->verb->last == set->verb->first + 1 && !(set->verb->bits & ACT_LEAD) &&
		    is_before_circumstance(sentence, set->verb->last))
			return NULL;
		if (telling->count == 0 && is_mark(sentence, set->group - 1, ','))
			return take_clause(telling, set, WAY_FINITE);
		if (last && last->way == WAY_INFINITIVE && telling->embedded)
			return NULL;
		return take_same(telling, set, WAY_FINITE, cut);
	}
	return take_clause(telling, set, WAY_FINITE);
}

/* "X and Y reaffirm", as the first thing that is told. */
static bool
has_plural_subject(const struct telling *telling, const struct setting *set)
{
	const struct sentence *sentence = telling->sentence;
	struct phrase phrase;

	if (set->at_start || telling->count > 0 || name_at(sentence, set->group - 1) == NONE)
		return false;
	phrase_before(sentence, telling->cast, set->group, &phrase);
	return phrase.found && phrase.who.count > 1 &&
	    (phrase.first == sentence->begin || is_mark(sentence, phrase.first - 1, ','));
}

/* "thanks", "will host", "we thank". */
static struct told *
take_present(struct telling *telling, const struct setting *set)
{
	const struct sentence *sentence = telling->sentence;
	const struct told *last = last_told(telling);
	uint32_t cut;

	/* "Ministers present will be" */
	if (set->verb->last < sentence->end && set->verb->last == set->verb->first + 1 &&
	    part_in(sentence, set->verb->last, PART_BIT(PART_MODAL) | PART_BIT(PART_BE)))
		return NULL;
	if (is_joined(telling, set, &cut)) {
		if (!last || !((last->verb->bits & set->verb->bits) & (ACT_THIRD | ACT_BASE)))
			return NULL;
		return take_same(telling, set, WAY_FINITE, cut);
	}
	if (!set->modal && set->verb->bits & ACT_BASE && set->before != PART_WE &&
	    set->before != PART_THEY &&
	    !(!set->at_start && is_name(sentence, set->group - 1, NAME_ROLE)) &&
	    !has_plural_subject(telling, set))
		return NULL;
	if (set->at_start ||
	    (set->before == PART_NONE && name_at(sentence, set->group - 1) == NONE &&
		!is_event(sentence, set->group - 1, true)))
		return NULL;
	return take_clause(telling, set, WAY_FINITE);
}

/* "welcomed President X | to discuss" */
static bool
is_hosting(const struct told *told)
{
	return (told->verb->bits & (ACT_PERSON | ACT_UNLESS_TO)) == ACT_PERSON &&
	    told->to.count > 0 && told->to.at[0].person != NONE;
}

/* Whether "to" at i gives the purpose of the meeting told of before. */
static bool
is_purpose(const struct telling *telling, uint32_t i)
{
	const struct sentence *sentence = telling->sentence;
	const struct told *last = last_told(telling);

	if (!last ||
	    !(last->verb->bits & ACT_LEAD || last->way == WAY_INFINITIVE || is_hosting(last)))
		return false;
	if (i == sentence->begin || part_at(sentence, i - 1) == PART_EFFORT)
		return false;
	return !is_said(sentence, last->verb->last, i) || last->way == WAY_INFINITIVE;
}

static struct told *
take_infinitive(struct telling *telling, const struct setting *set)
{
	const struct sentence *sentence = telling->sentence;
	const struct told *last = last_told(telling);
	uint32_t i = set->group - 1, to;

	if (set->at_start)
		return NULL;
	if (set->before == PART_TO) {
		if (!is_purpose(telling, i))
			return NULL;
		if (last->way == WAY_INFINITIVE && part_at(sentence, i - 1) != PART_AND &&
		    !is_mark(sentence, i - 1, ','))
			return NULL;
		if (i > sentence->begin && part_at(sentence, i - 1) == PART_AND)
			i = with_comma(sentence, i - 1);
		return take_same(telling, set, WAY_INFINITIVE, i);
	}
	if (!last || (set->before != PART_AND && !is_mark(sentence, i, ',')))
		return NULL;
	if (last->way != WAY_INFINITIVE) {
		if (set->verb->bits & ACT_LEAD)
			return NULL;
		for (to = i; to > last->verb->last && part_at(sentence, to) != PART_TO; to--)
			continue;
		if (part_at(sentence, to) != PART_TO || !is_purpose(telling, to))
			return NULL;
	}
	return take_same(telling, set, WAY_INFINITIVE,
	    set->before == PART_AND ? with_comma(sentence, i) : i);
}

/* ", stating that": no description, whatever the verb. */
static bool
is_saying(const struct sentence *sentence, const struct verb *verb)
{
	return verb->last < sentence->end && part_at(sentence, verb->last) == PART_THAT;
}

static struct told *
take_participle(struct telling *telling, const struct setting *set)
{
	const struct sentence *sentence = telling->sentence;
	const struct told *last = last_told(telling);
	struct phrase phrase;
	struct told *told;
	uint32_t i = set->group - 1;

	if (set->be)
		return take_clause(telling, set, WAY_FINITE);
	if (set->at_start) {
		if (set->verb->bits & ACT_DESCRIBES)
			return NULL;
		told = add(telling, set, WAY_PARTICIPLE, set->group);
		told->pending = true;
		return told;
	}
	/* "While discussing trade, they agreed" */
	if ((set->before == PART_WHILE || set->before == PART_SUBORDINATE) && i == sentence->begin) {
		told = add(telling, set, WAY_PARTICIPLE, i);
		told->pending = true;
		return told;
	}
	if (is_mark(sentence, i, ',') || set->before == PART_WHILE || set->before == PART_BY) {
		if (set->verb->bits & ACT_DESCRIBES && !is_saying(sentence, set->verb) &&
		    !(last && last->by.count > 0 && last->verb->bits & ACT_LEAD &&
			slice_is(entry_key(sentence->document->lexicon, set->verb->entry), "inform")))
			return NULL;
		return take_same(telling, set, WAY_PARTICIPLE, with_comma(sentence, i));
	}
	/* "welcomed …, as well as covering" */
	if (set->before == PART_SUBORDINATE && last && i >= sentence->begin + 2 &&
	    part_at(sentence, i - 2) == PART_SUBORDINATE)
		return take_same(telling, set, WAY_PARTICIPLE, with_comma(sentence, i - 2));
	if (set->before == PART_AND && last && last->way == WAY_PARTICIPLE)
		return take_same(telling, set, WAY_PARTICIPLE, with_comma(sentence, i));
	/* ", with President X praising" */
	phrase_before(sentence, telling->cast, set->group, &phrase);
	if (!phrase.found || phrase.first == sentence->begin ||
	    part_at(sentence, phrase.first - 1) != PART_WITH)
		return NULL;
	told = add(telling, set, WAY_PARTICIPLE, with_comma(sentence, phrase.first - 1));
	actors_copy(&told->by, &phrase.who);
	return told;
}

/* "…," said X. */
static struct told *
take_quotation(struct telling *telling, const struct setting *set)
{
	static const struct actors nobody;
	const struct sentence *sentence = telling->sentence;
	struct phrase phrase;
	struct told *told;

	if (set->at_start || !is_mark(sentence, set->group - 1, '"'))
		return NULL;
	phrase_behind(sentence, telling->cast, set->verb->last, &nobody, &phrase);
	if (!phrase.found)
		return NULL;
	told = add(telling, set, WAY_FINITE, set->group);
	actors_copy(&told->by, &phrase.who);
	return told;
}

static bool
has_what_it_needs(const struct sentence *sentence, const struct verb *verb)
{
	uint32_t i = verb->last;

	if (verb->bits & ACT_NEEDS_THAT)
		return i < sentence->end && part_at(sentence, i) == PART_THAT;
	if (verb->bits & ACT_NEEDS_ON) {
		for (; i < sentence->end && i < verb->last + 4; i++)
			if (token_is(sentence->document, sentence->unit, i, "on"))
				return true;
		return false;
	}
	return true;
}

struct told *
clause_take(struct telling *telling, const struct verb *verb)
{
	struct setting set = setting_of(telling->sentence, verb);
	struct told *told = NULL;

	if (telling->count == MOST_TOLD || !has_what_it_needs(telling->sentence, verb))
		return NULL;
	if (verb->bits & ACT_QUOTE && (told = take_quotation(telling, &set)))
		return told;
	if (set.before == PART_RELATIVE || set.before == PART_SUBORDINATE) {
		if (!(verb->bits & ACT_ING)) {
			telling->embedded = verb->bits & ACT_FORMS;
			return NULL;
		}
	}
	if (verb->bits & ACT_PAST)
		return take_past(telling, &set);
	if (verb->bits & ACT_ING)
		return take_participle(telling, &set);
	if (verb->bits & ACT_BASE && !set.modal && (told = take_infinitive(telling, &set)))
		return told;
	return set.before == PART_TO ? NULL : take_present(telling, &set);
}
