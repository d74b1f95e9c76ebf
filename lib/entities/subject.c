#include "subject.h"

/* How many words before "to" at i make it no more than a way to go on to the verb
 * behind it. */
static uint32_t
words_of_going_on(const struct sentence *sentence, uint32_t i)
{
	const struct document *document = sentence->document;
	const struct unit *unit = sentence->unit;

	if (i >= sentence->begin + 2 && part_at(sentence, i - 1) == PART_PREPOSITION &&
	    token_is(document, unit, i - 2, "went"))
		return 2;
	if (i >= sentence->begin + 3 && part_at(sentence, i - 2) == PART_DETERMINER &&
	    (token_is(document, unit, i - 1, "opportunity") ||
		token_is(document, unit, i - 1, "occasion")) &&
	    (token_is(document, unit, i - 3, "took") || token_is(document, unit, i - 3, "used") ||
		token_is(document, unit, i - 3, "seized")))
		return 3;
	return 0;
}

/* What belongs to a verb in front of it. */
#define PARTS_OF_VERB \
	(PART_BIT(PART_MODAL) | PART_BIT(PART_HAVE) | PART_BIT(PART_BE) | PART_BIT(PART_NOT))

struct setting
setting_of(const struct sentence *sentence, const struct verb *verb)
{
	struct setting set = {.verb = verb, .group = verb->first};
	uint32_t words;

	for (; set.group > sentence->begin; set.group--) {
		uint32_t i = set.group - 1;
		enum word_part part = part_at(sentence, i);

		/* "went on to say", "took the opportunity to thank" */
		if (part == PART_TO && (words = words_of_going_on(sentence, i)) > 0) {
			set.modal = true;
			set.group -= words;
			continue;
		}

		set.modal |= part == PART_MODAL;
		set.have |= part == PART_HAVE;
		set.be |= part == PART_BE;
		set.not |= part == PART_NOT;
		if (!part_in(sentence, i, PARTS_OF_VERB) && !is_adverb(sentence, i) &&
		    !(part == PART_BOTH && i > sentence->begin &&
			(part_at(sentence, i - 1) == PART_THEY ||
			    name_at(sentence, i - 1) != NONE)))
			break;
	}
	set.at_start = set.group == sentence->begin;
	set.before = set.at_start ? PART_NONE : part_at(sentence, set.group - 1);
	return set;
}

uint32_t
with_comma(const struct sentence *sentence, uint32_t i)
{
	return i > sentence->begin && is_mark(sentence, i - 1, ',') ? i - 1 : i;
}

bool
is_said(const struct sentence *sentence, uint32_t from, uint32_t to)
{
	for (; from < to; from++)
		if (part_in(sentence, from, PARTS_OF_CONTENT))
			return true;
	return false;
}

bool
subject_is_main(const struct telling *telling, const struct verb *verb,
    const struct phrase *subject, uint32_t *cut)
{
	const struct sentence *sentence = telling->sentence;
	uint32_t start = subject->first, i = start;

	while (i > sentence->begin && is_adverb(sentence, i - 1))
		i--;
	if (i == sentence->begin + 1 && part_at(sentence, i - 1) == PART_ALONG) /* "Together" */
		i--;
	*cut = i;
	if (i == sentence->begin)
		return true;
	i--;
	switch (part_at(sentence, i)) {
	case PART_AND:
	case PART_BUT:
		*cut = with_comma(sentence, i);
		return true;
	case PART_WHILE:
	case PART_WHERE:
		*cut = with_comma(sentence, i);
		return telling->count > 0 || part_at(sentence, i) == PART_WHILE;
	case PART_THAT:
	case PART_RELATIVE:
	case PART_SUBORDINATE:
		return false;
	case PART_PREPOSITION:
		return telling->count == 0 && i == sentence->begin;
	default:
		break;
	}
	if (is_mark(sentence, i, ',')) {
		*cut = i;
		return telling->count == 0 || telling->told[telling->count - 1].pending ||
		    verb->last + 1 >= sentence->end;
	}
	if (is_mark_of(sentence, i, ";:-\"")) {
		*cut = i;
		return true;
	}
	/* "the measures they discussed" */
	return telling->count == 0 && !subject->pronoun && verb->bits & (ACT_PAST | ACT_THIRD) &&
	    !is_said(sentence, sentence->begin, start);
}

bool
subject_leading(const struct telling *telling, struct phrase *phrase)
{
	const struct sentence *sentence = telling->sentence;
	uint32_t i = sentence->begin, words;
	static const struct actors nobody;

	if (part_at(sentence, i) == PART_PREPOSITION || part_at(sentence, i) == PART_WITH ||
	    part_at(sentence, i) == PART_SUBORDINATE || is_adverb(sentence, i) ||
	    (name_at(sentence, i) == NONE && part_at(sentence, i) == PART_NONE)) {
		while (i < sentence->end && !is_mark(sentence, i, ','))
			i++;
		if (++i >= sentence->end)
			return false;
	}
	if (part_at(sentence, i) == PART_HE || part_at(sentence, i) == PART_SHE ||
	    part_at(sentence, i) == PART_THEY) {
		phrase_before(sentence, telling->cast, i + 1, phrase);
		return phrase->found;
	}
	phrase_behind(sentence, telling->cast, i, &nobody, phrase);
	if (phrase->found) {
		/* "The Ministers, noting": what they mean is asked from their end. */
		if (phrase->who.count == 0)
			phrase_before(sentence, telling->cast, phrase->last, phrase);
		return phrase->found;
	}
	/* "Officials closed the meeting by thanking …": nobody we know by name. */
	for (words = 0; words < 3 && i < sentence->end; words++, i++)
		if (part_at(sentence, i) == PART_PEOPLE || part_at(sentence, i) == PART_SIDES) {
			actors_clear(&phrase->who);
			phrase->who.plural = true;
			return true;
		}
	return false;
}

bool
subject_before_comma(const struct telling *telling, uint32_t comma, struct phrase *phrase)
{
	const struct sentence *sentence = telling->sentence;
	struct phrase more;
	uint32_t open = comma;

	while (open > sentence->begin && !is_mark(sentence, open - 1, ','))
		open--;
	if (open-- == sentence->begin)
		return false;
	/* "X, Y, and Z, met": the last of a list, no parenthesis */
	if (part_at(sentence, open + 1) == PART_AND) {
		phrase_before(sentence, telling->cast, comma, phrase);
		if (phrase->found)
			return true;
	}
	phrase_before(sentence, telling->cast, open, phrase);
	/* "The head of mission, Mr Roe, said": the name is in the parenthesis itself. */
	if (!phrase->found) {
		if (is_name(sentence, comma - 1, NAME_PERSON))
			phrase_before(sentence, telling->cast, comma, phrase);
		return phrase->found;
	}
	if (part_at(sentence, open + 1) == PART_ALONG) {
		phrase_behind(sentence, telling->cast,
		    open + (part_at(sentence, open + 2) == PART_WITH ? 3 : 2), &phrase->who, &more);
		actors_add_all(&phrase->who, &more.who);
	}
	return true;
}

/* What no subject goes over. */
#define NOT_IN_SUBJECT \
	(PARTS_OF_CONTENT | PART_BIT(PART_BE) | PART_BIT(PART_HAVE) | PART_BIT(PART_MODAL) | \
	    PART_BIT(PART_TO))

bool
subject_nobody(const struct telling *telling, const struct setting *set, uint32_t *start)
{
	const struct sentence *sentence = telling->sentence;
	uint32_t i = set->group, next = set->verb->verb_last, words = 0;

	if (set->at_start || !(token_at(sentence, i - 1)->shape & SHAPE_WORD) ||
	    (set->before != PART_NONE && set->before != PART_PEOPLE && set->before != PART_SIDES))
		return false;
	/* "affirmed shared respect": of the verb before it */
	if (telling->count > 0 && telling->told[telling->count - 1].verb->last == i)
		return false;
	if (next < sentence->end &&
	    (part_at(sentence, next) == PART_BY || part_at(sentence, next) == PART_PREPOSITION ||
		(token_at(sentence, next)->shape & SHAPE_MARK && !is_mark(sentence, next, '"')) ||
		is_name(sentence, next, NAME_DATE)))
		return false;
	if (next >= sentence->end)
		return false;
	while (i > sentence->begin) {
		enum word_part part = part_at(sentence, i - 1);

		if (is_mark(sentence, i - 1, ',') || is_mark(sentence, i - 1, ';') ||
		    part == PART_WHILE || (part == PART_AND && telling->count > 0))
			break;
		if (part_in(sentence, i - 1, NOT_IN_SUBJECT) || ++words > 8)
			return false;
		i--;
	}
	*start = i;
	if (telling->count > 0 && (i == sentence->begin || words > 3))
		return false;
	return part_at(sentence, i) != PART_PREPOSITION && part_at(sentence, i) != PART_WITH;
}

bool
is_event(const struct sentence *sentence, uint32_t i, bool proper)
{
	const struct document *document = sentence->document;
	size_t t;

	if (!(token_at(sentence, i)->classes & CLASS_TERM_START))
		return false;
	for (t = document_terms_from(document, sentence->unit, i); document->terms[t].first == i; t++) {
		const struct entry *entry = document->terms[t].entry;

		if (entry->kind == ENTRY_ACT ? !proper && !(entry->act & ACT_FORMS)
					     : entry->act & MEETING_RANKED)
			return true;
	}
	return false;
}
