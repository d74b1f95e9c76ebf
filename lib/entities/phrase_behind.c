#include "phrase.h"

#include "noun.h"

/* Any noun or adjective, also those whose part is known. */
static bool
is_noun_word(const struct sentence *sentence, uint32_t i)
{
	return is_plain_word(sentence, i) ||
	    part_in(sentence, i, PART_BIT(PART_PEOPLE) | PART_BIT(PART_SIDES) |
		PART_BIT(PART_EFFORT) | PART_BIT(PART_NUMBER));
}

/* Whether the token behind a name shows that the name is a head, no attribute. */
static bool
ends_here(const struct sentence *sentence, uint32_t i)
{
	if (i >= sentence->end)
		return true;
	if (is_possessive(sentence, i))
		return false;
	return !is_noun_word(sentence, i) || is_adverb(sentence, i);
}

/* "him", "her", "them" at i; "her" only where no noun follows. */
static bool
object_pronoun(const struct sentence *sentence, const struct cast *cast, uint32_t i,
    const struct actors *by, struct actors *whom)
{
	switch (part_at(sentence, i)) {
	case PART_HIM:
		cast_him(cast, by, 'm', whom);
		return true;
	case PART_THEM:
		cast_him(cast, by, 0, whom);
		return true;
	case PART_HER:
		if (!ends_here(sentence, i + 1) ||
		    (i + 1 < sentence->end && name_at(sentence, i + 1) != NONE &&
			!is_name(sentence, i + 1, NAME_DATE)))
			return false;
		cast_him(cast, by, 'f', whom);
		return true;
	default:
		return false;
	}
}

/* Past the bracket at i, where a title or an honorific stands behind it: "Caribbean
 * Community (CARICOM) | Secretary-General"; else i. */
static uint32_t
bracket_end(const struct sentence *sentence, uint32_t i)
{
	uint32_t behind = i;

	if (i >= sentence->end || !is_mark(sentence, i, '('))
		return i;
	while (behind < sentence->end && !is_mark(sentence, behind, ')'))
		behind++;
	if (++behind >= sentence->end ||
	    !(is_person_name(name_of(sentence, behind)) || is_honorific(sentence, behind)))
		return i;
	return behind;
}

/* A verb of the past, by its form: "the Government | expressed". */
static bool
is_past(const struct sentence *sentence, uint32_t i)
{
	return slice_ends(token_text(sentence->document, sentence->unit, i), SLICE("ed"));
}

/* The token behind a phrase of a body whose name ends before token i: the name alone or,
 * with people, "the Chilean | Government", "NATO | officials"; NONE: the body is no head. */
static uint32_t
body_end(const struct sentence *sentence, uint32_t i, bool people)
{
	if (people && i < sentence->end && part_at(sentence, i) == PART_PEOPLE)
		return ends_here(sentence, i + 1) || is_past(sentence, i + 1) ? i + 1 : NONE;
	return ends_here(sentence, i) &&
		!(i < sentence->end &&
		    (is_person_name(name_of(sentence, i)) || is_mark(sentence, i, '-')))
	    ? i
	    : NONE;
}

/* "of" at i behind a head: the last token before the body that the head is of, or NONE; any:
 * a person has been named. "Head of the Office of the President X", not "envoy of
 * President X". */
static uint32_t
of_body(const struct sentence *sentence, uint32_t i, bool any)
{
	const struct mention *body;

	for (i++; i < sentence->end && part_in(sentence, i, PARTS_OF_OPENER); i++)
		continue;
	body = i < sentence->end ? name_of(sentence, i) : NULL;
	if (!body ||
	    (!any && (is_person_name(body) || body->last >= sentence->end ||
			 !is_name(sentence, body->last, NAME_PERSON))))
		return NONE;
	return i - 1;
}

/* "her | Mexican and Canadian counterparts" */
static bool
is_half_adjective(const struct sentence *sentence, const struct mention *name)
{
	return name->entry && name->entry->flags & FLAG_PEOPLE && name->last + 1 < sentence->end &&
	    part_at(sentence, name->last) == PART_AND && name_at(sentence, name->last + 1) != NONE;
}

/* The body behind people at token i, "members | of the Board", "officials | from NATO"; *last
 * behind it. NULL where none is, and in "his leadership of NATO". */
static const struct mention *
body_of_people(const struct sentence *sentence, uint32_t i, uint32_t *last)
{
	const struct mention *body;

	if (i > sentence->begin &&
	    (is_possessive(sentence, i - 1) ||
		part_in(sentence, i - 1, PART_BIT(PART_POSSESSIVE) | PART_BIT(PART_HER))))
		return NULL;
	if (++i >= sentence->end ||
	    !(part_at(sentence, i) == PART_OF || token_is(sentence->document, sentence->unit, i, "from")))
		return NULL;
	for (i++; i < sentence->end && part_in(sentence, i, PARTS_OF_OPENER); i++)
		continue;
	body = i < sentence->end ? name_of(sentence, i) : NULL;
	if (!is_body(body) || body->kind == NAME_PLACE ||
	    (*last = body_end(sentence, bracket_end(sentence, body->last), false)) == NONE)
		return NULL;
	return body;
}

/* What may stand in a phrase before its head at i; *words counts the plain ones. */
static bool
may_precede(const struct sentence *sentence, uint32_t i, uint32_t *words)
{
	return part_in(sentence, i, PARTS_OF_OPENER) || is_mark(sentence, i, '-') ||
	    is_possessive(sentence, i) ||
	    (is_plain_word(sentence, i) && (*words)++ < MOST_WORDS_BEFORE);
}

/* "the Co-Chairs of the Council | , Governor Roe and Governor Doe" */
static bool
names_follow(const struct sentence *sentence, uint32_t i)
{
	if (i < sentence->end && is_mark(sentence, i, ','))
		i++;
	return i < sentence->end && is_person_name(name_of(sentence, i));
}

/* One phrase from i on; *last behind it. first: it is joined to none before, where people of
 * a body are told of by the persons named. false when none of a party begins there. */
static bool
one_behind(const struct sentence *sentence, uint32_t i, bool first, struct actors *whom,
    uint32_t *last)
{
	const struct mention *name, *body;
	uint32_t words = 0, to, end;
	bool any = false;

	for (; i < sentence->end; *last = ++i) {
		name = name_of(sentence, i);
		if (is_person_name(name)) {
			if (is_possessive(sentence, name->last))
				return false;
			/* "met with leaders of NATO": none of them is named; not "with the
			 * Co-Chairs of the Council, Roe and Doe" */
			if (first && !any && name->kind == NAME_ROLE && name->person_count == 0 &&
			    name->entry && name->entry->flags & FLAG_PLURAL &&
			    (body = body_of_people(sentence, name->last - 1, &end)) &&
			    body->kind == NAME_ORG && !names_follow(sentence, end)) {
				actors_add_mention(whom, sentence->document, body);
				*last = end;
				return true;
			}
			actors_add_mention(whom, sentence->document, name);
			if (name->kind == NAME_ROLE && name->entry &&
			    name->entry->flags & FLAG_PLURAL)
				whom->plural = true;
			any = true;
			i = name->last - 1;
		} else if (name && name->kind != NAME_DATE) {
			to = any ? name->last : bracket_end(sentence, name->last);
			if (!any && is_body(name) && name->kind != NAME_PLACE &&
			    !is_half_adjective(sentence, name) &&
			    (end = body_end(sentence, to, first)) != NONE) {
				actors_add_mention(whom, sentence->document, name);
				*last = end;
				return true;
			}
			if (is_possessive(sentence, to) && any)
				return true;
			i = to - 1;
		} else if (first && !any && part_at(sentence, i) == PART_PEOPLE) {
			if (!(name = body_of_people(sentence, i, &end)))
				break;
			actors_add_mention(whom, sentence->document, name);
			*last = end;
			return true;
		} else if ((any || words > 0) && part_at(sentence, i) == PART_OF &&
		    i + 1 < sentence->end) {
			if ((to = of_body(sentence, i, any)) == NONE)
				break;
			i = to;
		} else if (any && is_mark(sentence, i, '(')) {
			while (i + 1 < sentence->end && !is_mark(sentence, i, ')'))
				i++;
		} else if (!is_honorific(sentence, i) &&
		    (any || !may_precede(sentence, i, &words))) {
			break;
		}
	}
	return any;
}

/* Whether a verb of its own follows: what stands before i is a subject. */
static bool
verb_follows(const struct sentence *sentence, uint32_t i)
{
	uint32_t h;

	while (i < sentence->end && is_adverb(sentence, i))
		i++;
	if (i >= sentence->end)
		return false;
	if (part_at(sentence, i) == PART_BE || part_at(sentence, i) == PART_HAVE ||
	    part_at(sentence, i) == PART_MODAL)
		return true;
	for (h = 0; h < sentence->verb_count; h++)
		if (sentence->verbs[h].first == i && sentence->verbs[h].bits & (ACT_PAST | ACT_THIRD))
			return true;
	return false;
}

/* "counterpart" of nobody we know */
static bool
is_counterpart(const struct sentence *sentence, uint32_t i)
{
	return is_name(sentence, i, NAME_ROLE) &&
	    token_is(sentence->document, sentence->unit, i, "counterpart");
}

static bool
is_as_well_as(const struct sentence *sentence, uint32_t i)
{
	return i + 3 < sentence->end && token_is(sentence->document, sentence->unit, i, "as") &&
	    token_is(sentence->document, sentence->unit, i + 1, "well") &&
	    token_is(sentence->document, sentence->unit, i + 2, "as");
}

void
phrase_behind(const struct sentence *sentence, const struct cast *cast, uint32_t first,
    const struct actors *by, struct phrase *phrase)
{
	struct actors more;
	uint32_t i = first, last = first;
	bool comma;

	actors_clear(&phrase->who);
	phrase->found = phrase->pronoun = false;
	phrase->first = phrase->last = first;
	while (i < sentence->end && is_adverb(sentence, i))
		i++;
	if (i >= sentence->end)
		return;
	if (object_pronoun(sentence, cast, i, by, &phrase->who)) {
		phrase->found = phrase->pronoun = true;
		phrase->last = i + 1;
		return;
	}
	for (;;) {
		actors_clear(&more);
		if (!one_behind(sentence, i, !phrase->found, &more, &last) ||
		    (phrase->found && verb_follows(sentence, last)))
			return;
		if (!phrase->found && more.count == 0 && is_counterpart(sentence, last - 1))
			cast_other(cast, by, &more);
		/* "the Ministers of Chile, Peru and Spain": they belong to the title. */
		if (!(phrase->who.plural && more.count == 1 && more.at[0].person == NONE &&
			(phrase->who.count == 0 || phrase->who.at[0].person != NONE) &&
			is_name(sentence, phrase->last - 1, NAME_COUNTRY) &&
			is_name(sentence, last - 1, NAME_COUNTRY)))
			actors_add_all(&phrase->who, &more);
		phrase->found = true;
		phrase->last = i = last;
		if (i >= sentence->end)
			return;
		comma = is_mark(sentence, i, ',') || is_mark(sentence, i, ';');
		i += comma;
		if (i < sentence->end && part_at(sentence, i) == PART_AND)
			i++;
		else if (is_as_well_as(sentence, i))
			i += 3;
		else if (!comma)
			return;
		while (i < sentence->end && is_adverb(sentence, i) && name_at(sentence, i) == NONE)
			i++;
		if (i < sentence->end && part_at(sentence, i) == PART_WITH)
			i++;
		if (i >= sentence->end || object_pronoun(sentence, cast, i, by, &more))
			return;
	}
}
