#include "phrase.h"

enum { MOST_WORDS_BEFORE = 4 }; /* plain words before a noun, inside its phrase */

static const struct mention *
name_of(const struct sentence *sentence, uint32_t i)
{
	uint32_t name = name_at(sentence, i);

	return name == NONE ? NULL : &sentence->document->mentions[name];
}

static bool
is_possessive(const struct sentence *sentence, uint32_t i)
{
	return i < sentence->end && token_at(sentence, i)->shape & SHAPE_POSSESSIVE;
}

static bool
is_person_name(const struct mention *name)
{
	return name && (name->kind == NAME_PERSON || name->kind == NAME_ROLE);
}

static bool
is_body(const struct mention *name)
{
	return name &&
	    (name->kind == NAME_ORG || name->kind == NAME_COUNTRY ||
		(name->kind == NAME_PLACE && name->country[0]));
}

static bool
is_honorific(const struct sentence *sentence, uint32_t i)
{
	return token_at(sentence, i)->classes & CLASS_HONORIFIC ||
	    part_at(sentence, i) == PART_HONORIFIC;
}

/* A small plain word: an adjective or noun, nothing that holds a sentence together. */
static bool
is_plain_word(const struct sentence *sentence, uint32_t i)
{
	return name_at(sentence, i) == NONE && part_at(sentence, i) == PART_NONE &&
	    token_at(sentence, i)->shape & SHAPE_WORD;
}

/* Any noun or adjective, also those whose part is known. */
static bool
is_noun_word(const struct sentence *sentence, uint32_t i)
{
	switch (part_at(sentence, i)) {
	case PART_PEOPLE:
	case PART_SIDES:
	case PART_EFFORT:
	case PART_NUMBER:
		return true;
	default:
		return is_plain_word(sentence, i);
	}
}

static bool
is_opener(enum word_part part)
{
	return part == PART_DETERMINER || part == PART_POSSESSIVE || part == PART_HER ||
	    part == PART_BOTH || part == PART_NUMBER;
}

/* Leftward over "(...)" that ends before end, where something stands before it. */
static uint32_t
before_bracket(const struct sentence *sentence, uint32_t end)
{
	uint32_t i = end;

	if (end <= sentence->begin || !is_mark(sentence, end - 1, ')'))
		return end;
	while (i > sentence->begin && !is_mark(sentence, i - 1, '('))
		i--;
	return i > sentence->begin + 1 ? i - 1 : end;
}

/* From the head at i leftward over titles, countries, honorifics, "the two". */
static uint32_t
core_start(const struct sentence *sentence, uint32_t i, bool body)
{
	const struct mention *name;
	uint32_t words = 0, at;

	while (i > sentence->begin) {
		name = name_of(sentence, i - 1);
		if (name && name->kind != NAME_DATE && name->kind != NAME_MONEY &&
		    !(body && is_person_name(name)))
			i = name->first;
		else if (name)
			break;
		else if (is_opener(part_at(sentence, i - 1)) || is_honorific(sentence, i - 1) ||
		    is_mark(sentence, i - 1, '-'))
			i--;
		/* "National Endowment for the Arts (NEA) Chair Roe" */
		else if (!body && is_mark(sentence, i - 1, ')') && is_person_name(name_of(sentence, i)) &&
		    (at = before_bracket(sentence, i)) < i && at > sentence->begin &&
		    name_at(sentence, at - 1) != NONE)
			i = at;
		/* "all of the leaders" */
		else if (part_at(sentence, i - 1) == PART_OF && i >= sentence->begin + 2 &&
		    token_is(sentence->document, sentence->unit, i - 2, "all"))
			i -= 2;
		else if (is_possessive(sentence, i - 1) && i - 1 > sentence->begin &&
		    name_at(sentence, i - 2) != NONE)
			i--;
		else if (is_plain_word(sentence, i - 1) && words++ < MOST_WORDS_BEFORE &&
		    !(token_at(sentence, i - 1)->shape & SHAPE_MARK) && !is_adverb(sentence, i - 1))
			i--;
		else
			break;
	}
	return i;
}

/*
 * Names of bodies that belong to a head before them: "of the United States", "from
 * the White House, DoD and DHS". Gives the token of their preposition, or NONE.
 */
static uint32_t
belongs_to(const struct sentence *sentence, uint32_t i, struct actors *bodies)
{
	const struct mention *name;

	while (i > sentence->begin) {
		i = before_bracket(sentence, i);
		name = name_of(sentence, i - 1);
		if (!name || is_person_name(name))
			return NONE;
		if (name->kind == NAME_ORG || name->kind == NAME_COUNTRY)
			actors_add_mention(bodies, sentence->document, name);
		i = name->first;
		while (i > sentence->begin &&
		    (is_opener(part_at(sentence, i - 1)) || name_at(sentence, i - 1) != NONE))
			i--;
		if (i == sentence->begin)
			return NONE;
		switch (part_at(sentence, i - 1)) {
		case PART_OF:
		case PART_PREPOSITION:
			return i - 1;
		case PART_AND:
			i--;
			if (i > sentence->begin && is_mark(sentence, i - 1, ','))
				i--;
			break;
		default:
			if (!is_mark(sentence, i - 1, ','))
				return NONE;
			i--;
		}
	}
	return NONE;
}

/* "they", "he": whom the pronoun at i means. */
static bool
pronoun(const struct sentence *sentence, const struct cast *cast, uint32_t i,
    struct phrase *phrase)
{
	switch (part_at(sentence, i)) {
	case PART_HE:
		cast_he(cast, 'm', &phrase->who);
		break;
	case PART_SHE:
		cast_he(cast, 'f', &phrase->who);
		break;
	case PART_THEY:
		cast_they(cast, &phrase->who);
		break;
	case PART_BOTH:
	case PART_NUMBER:
		cast_they(cast, &phrase->who);
		break;
	case PART_WE:
	case PART_IT:
		phrase->nobody = true;
		break;
	default:
		return false;
	}
	phrase->pronoun = true;
	return true;
}

/* "the Japanese side", "the U.S. delegation": those who were there. */
static bool
is_side(const struct sentence *sentence, uint32_t i)
{
	return token_is(sentence->document, sentence->unit, i, "side") ||
	    token_is(sentence->document, sentence->unit, i, "delegation");
}

/* "both countries": whoever met for them. */
static bool
is_both_countries(const struct sentence *sentence, uint32_t i)
{
	uint32_t at = i - 1;

	if (i == sentence->begin || !(token_is(sentence->document, sentence->unit, i, "countries") ||
					token_is(sentence->document, sentence->unit, i, "nations")))
		return false;
	if (part_at(sentence, at) != PART_BOTH &&
	    !token_is(sentence->document, sentence->unit, at, "two"))
		return false;
	if (at > sentence->begin && part_at(sentence, at - 1) == PART_DETERMINER)
		at--;
	/* "officials from both countries" are not those who met */
	return at == sentence->begin ||
	    (part_at(sentence, at - 1) != PART_PREPOSITION && part_at(sentence, at - 1) != PART_OF);
}

/* "the leaders", "both Ministers": all of the meeting, not some others'. */
static bool
stands_for_all(const struct sentence *sentence, const struct mention *title)
{
	enum word_part before = title->first > sentence->begin
	    ? part_at(sentence, title->first - 1)
	    : PART_NONE;

	return before == PART_DETERMINER || before == PART_BOTH ||
	    (before == PART_NUMBER &&
		token_is(sentence->document, sentence->unit, title->first - 1, "two"));
}

/* One phrase without its relations, ending before end; its first token or NONE. */
static uint32_t
one_before(const struct sentence *sentence, const struct cast *cast, uint32_t end,
    struct phrase *phrase)
{
	struct actors bodies, all;
	const struct mention *name;
	uint32_t i, at;

	end = before_bracket(sentence, end);
	if (end == sentence->begin)
		return NONE;
	i = end - 1;
	if (pronoun(sentence, cast, i, phrase))
		return i > sentence->begin && is_opener(part_at(sentence, i - 1)) ? i - 1 : i;
	actors_clear(&bodies);
	actors_clear(&all);
	at = belongs_to(sentence, end, &bodies);
	if (at != NONE && at > sentence->begin) {
		uint32_t head = before_bracket(sentence, at) - 1;

		name = name_of(sentence, head);
		if (is_person_name(name) || part_at(sentence, head) == PART_PEOPLE) {
			if (is_person_name(name))
				actors_add_mention(&phrase->who, sentence->document, name);
			if (phrase->who.count == 0)
				actors_add_all(&phrase->who, &bodies);
			phrase->nobody = phrase->who.count == 0;
			return core_start(sentence, name ? name->first : head, false);
		}
		if (head > sentence->begin && part_at(sentence, head) == PART_SIDES) {
			cast_sides(cast, &phrase->who);
			return core_start(sentence, head, false);
		}
	}
	name = name_of(sentence, i);
	if (is_person_name(name)) {
		actors_add_mention(&phrase->who, sentence->document, name);
		if (name->kind == NAME_ROLE && name->entry && name->entry->flags & FLAG_PLURAL) {
			phrase->who.plural = true;
			if (name->person_count < 2 && stands_for_all(sentence, name) &&
			    cast_two(cast, &all))
				phrase->who = all;
		}
		i = core_start(sentence, name->first, false);
		/* "President of France Emmanuel Macron" */
		if (i > sentence->begin + 1 && i < name->first &&
		    part_at(sentence, i - 1) == PART_OF && is_person_name(name_of(sentence, i - 2)))
			i = core_start(sentence, name_of(sentence, i - 2)->first, false);
		return i;
	}
	if (is_body(name)) {
		actors_add_mention(&phrase->who, sentence->document, name);
		return core_start(sentence, name->first, true);
	}
	if (part_at(sentence, i) == PART_SIDES || is_both_countries(sentence, i)) {
		cast_sides(cast, &phrase->who);
		return core_start(sentence, i, false);
	}
	if (part_at(sentence, i) == PART_PEOPLE) {
		uint32_t start = core_start(sentence, i, false);

		/* "White House officials", "the U.S. delegation" */
		name = i > start ? name_of(sentence, i - 1) : NULL;
		if (name && name->kind == NAME_COUNTRY && is_side(sentence, i))
			cast_of_country(cast, name, &phrase->who);
		else if (name && (name->kind == NAME_ORG || name->kind == NAME_COUNTRY))
			actors_add_mention(&phrase->who, sentence->document, name);
		else if (start < i && part_at(sentence, start) != PART_POSSESSIVE)
			phrase->nobody = phrase->who.count == 0;
		return start;
	}
	return NONE;
}

/* Whether a clause or its subject may begin at i, by the token before. */
static bool
may_begin(const struct sentence *sentence, uint32_t i)
{
	if (i == sentence->begin)
		return true;
	i--;
	switch (part_at(sentence, i)) {
	case PART_AND:
	case PART_BUT:
	case PART_WHILE:
	case PART_WHERE:
	case PART_THAT:
	case PART_RELATIVE:
	case PART_SUBORDINATE:
	case PART_WITH:
		return true;
	default:
		return token_at(sentence, i)->shape & SHAPE_MARK || is_adverb(sentence, i);
	}
}

/*
 * The token behind the phrase to which the one that begins at start is joined by
 * "and", "along with" or, in a list, by a comma; NONE when it is joined to none.
 */
static uint32_t
joined_before(const struct sentence *sentence, uint32_t start, bool *list)
{
	uint32_t end = start - 1;

	if (start < sentence->begin + 2)
		return NONE;
	if (part_at(sentence, end) == PART_AND) {
		*list = true;
		if (is_mark(sentence, end - 1, ','))
			end--;
	} else if (part_at(sentence, end) == PART_WITH &&
	    part_at(sentence, end - 1) == PART_ALONG) {
		end--;
		if (end > sentence->begin && is_mark(sentence, end - 1, ','))
			end--;
	} else if (!*list || !is_mark(sentence, end, ',')) {
		return NONE;
	}
	if (end == sentence->begin ||
	    (name_at(sentence, end - 1) == NONE && !is_mark(sentence, end - 1, ')') &&
		part_at(sentence, end - 1) != PART_PEOPLE))
		return NONE;
	return end;
}

/* "in Davos, Switzerland | and the Minister will": a country behind its town. */
static bool
is_of_town(const struct sentence *sentence, uint32_t i)
{
	const struct mention *name = name_of(sentence, i);

	return name && name->kind == NAME_COUNTRY && name->first >= sentence->begin + 2 &&
	    is_mark(sentence, name->first - 1, ',') &&
	    is_name(sentence, name->first - 2, NAME_PLACE);
}

void
phrase_before(const struct sentence *sentence, const struct cast *cast, uint32_t end,
    struct phrase *phrase)
{
	struct phrase one;
	struct actors all;
	uint32_t start;
	bool list = false;

	actors_clear(&phrase->who);
	phrase->found = phrase->pronoun = phrase->nobody = false;
	phrase->last = phrase->first = end;
	start = one_before(sentence, cast, end, phrase);
	if (start == NONE)
		return;
	phrase->found = true;
	phrase->first = start;
	/* Parties are taken along while what stands before them shows that all of them
	 * are one subject: in "aid to Ukraine, and the President said" they are not. */
	actors_copy(&all, &phrase->who);
	while ((end = joined_before(sentence, start, &list)) != NONE) {
		actors_clear(&one.who);
		start = is_of_town(sentence, end - 1) ? NONE
						      : one_before(sentence, cast, end, &one);
		if (start == NONE)
			break;
		actors_add_all(&one.who, &all);
		one.who.plural = true;
		actors_copy(&all, &one.who);
		if (may_begin(sentence, start)) {
			actors_copy(&phrase->who, &all);
			phrase->first = start;
		}
	}
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
		if (!ends_here(sentence, i + 1))
			return false;
		cast_him(cast, by, 'f', whom);
		return true;
	default:
		return false;
	}
}

/* One phrase from i on; *last behind it. false when none of a party begins there. */
static bool
one_behind(const struct sentence *sentence, uint32_t i, struct actors *whom, uint32_t *last)
{
	const struct mention *name = NULL, *next;
	uint32_t words = 0;
	bool any = false;

	for (; i < sentence->end; i++) {
		next = name_of(sentence, i);
		if (is_person_name(next)) {
			name = next;
			if (is_possessive(sentence, name->last))
				return false;
			actors_add_mention(whom, sentence->document, name);
			if (name->kind == NAME_ROLE && name->entry &&
			    name->entry->flags & FLAG_PLURAL)
				whom->plural = true;
			any = true;
			i = name->last - 1;
		} else if (next && next->kind != NAME_DATE) {
			uint32_t behind = next->last;

			/* "Caribbean Community (CARICOM) Secretary-General" */
			if (!any && behind < sentence->end && is_mark(sentence, behind, '(')) {
				while (behind < sentence->end && !is_mark(sentence, behind, ')'))
					behind++;
				if (behind < sentence->end)
					behind++;
				if (behind >= sentence->end ||
				    !(is_person_name(name_of(sentence, behind)) ||
					is_honorific(sentence, behind)))
					behind = next->last;
			}
			if (!any && is_body(next) && next->kind != NAME_PLACE &&
			    ends_here(sentence, behind) &&
			    !is_person_name(behind < sentence->end ? name_of(sentence, behind) : NULL) &&
			    !(behind < sentence->end && is_mark(sentence, behind, '-'))) {
				actors_add_mention(whom, sentence->document, next);
				*last = behind;
				return true;
			}
			if (is_possessive(sentence, behind) && any)
				return true;
			i = behind - 1;
		} else if ((any || words > 0) && part_at(sentence, i) == PART_OF &&
		    i + 1 < sentence->end) {
			uint32_t j = i + 1;
			const struct mention *body;

			while (j < sentence->end && is_opener(part_at(sentence, j)))
				j++;
			body = j < sentence->end ? name_of(sentence, j) : NULL;
			/* "Head of the Office of the President X", not "envoy of President X" */
			if (!body ||
			    (!any && (is_person_name(body) || body->last >= sentence->end ||
					 !is_name(sentence, body->last, NAME_PERSON))))
				break;
			i = j - 1;
		} else if (any && is_mark(sentence, i, '(')) {
			while (i < sentence->end && !is_mark(sentence, i, ')'))
				i++;
		} else if (is_honorific(sentence, i)) {
			continue;
		} else if (!any && (is_opener(part_at(sentence, i)) || is_mark(sentence, i, '-'))) {
			continue;
		} else if (is_possessive(sentence, i) && !any) {
			continue;
		} else if (!any && is_plain_word(sentence, i) && words++ < MOST_WORDS_BEFORE) {
			continue;
		} else {
			break;
		}
		*last = i + 1;
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
	for (h = 0; h < sentence->hit_count; h++)
		if (sentence->hits[h].first == i && sentence->hits[h].bits & (ACT_PAST | ACT_THIRD))
			return true;
	return false;
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
	phrase->found = phrase->pronoun = phrase->nobody = false;
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
		if (!one_behind(sentence, i, &more, &last) ||
		    (phrase->found && verb_follows(sentence, last)))
			return;
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
