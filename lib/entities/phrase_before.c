#include "phrase.h"

#include "noun.h"

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
		else if (part_in(sentence, i - 1, PARTS_OF_OPENER) || is_honorific(sentence, i - 1) ||
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
		    (part_in(sentence, i - 1, PARTS_OF_OPENER) || name_at(sentence, i - 1) != NONE))
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
	case PART_IT:
		cast_it(cast, &phrase->who);
		break;
	case PART_WE: /* nobody we know */
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

/* "the leaders", "both Ministers", "Ministers" alone: all of the meeting, not some others'. */
static bool
stands_for_all(const struct sentence *sentence, const struct mention *title)
{
	uint32_t before = title->first - 1;

	return title->first == sentence->begin || is_mark(sentence, before, ',') ||
	    part_in(sentence, before, PART_BIT(PART_DETERMINER) | PART_BIT(PART_BOTH)) ||
	    (part_at(sentence, before) == PART_NUMBER &&
		token_is(sentence->document, sentence->unit, before, "two"));
}

/* "officials from the White House": a head that bodies belong to, before their preposition
 * at token at; its first token or NONE. */
static uint32_t
head_of_bodies(const struct sentence *sentence, const struct cast *cast, uint32_t at,
    const struct actors *bodies, struct phrase *phrase)
{
	uint32_t head = before_bracket(sentence, at) - 1;
	const struct mention *name = name_of(sentence, head);

	if (is_person_name(name) || part_at(sentence, head) == PART_PEOPLE) {
		if (is_person_name(name))
			actors_add_mention(&phrase->who, sentence->document, name);
		if (phrase->who.count == 0)
			actors_add_all(&phrase->who, bodies);
		return core_start(sentence, name ? name->first : head, false);
	}
	if (head > sentence->begin && part_at(sentence, head) == PART_SIDES) {
		cast_sides(cast, &phrase->who);
		return core_start(sentence, head, false);
	}
	return NONE;
}

/* A person's name or title as the head. */
static uint32_t
person_before(const struct sentence *sentence, const struct cast *cast,
    const struct mention *name, struct phrase *phrase)
{
	const struct mention *body;
	struct actors all;
	uint32_t i;

	actors_clear(&all);
	actors_add_mention(&phrase->who, sentence->document, name);
	/* "Quad leaders discussed": none of them is named, their body is. */
	if (name->kind == NAME_ROLE && name->person_count == 0 && name->entry &&
	    name->entry->flags & FLAG_PLURAL && name->first > sentence->begin &&
	    (body = name_of(sentence, name->first - 1)) && body->kind == NAME_ORG)
		actors_add_mention(&phrase->who, sentence->document, body);
	else if (name->kind == NAME_ROLE && name->entry && name->entry->flags & FLAG_PLURAL) {
		phrase->who.plural = true;
		if (name->person_count < 2 && stands_for_all(sentence, name) &&
		    (cast_titled(cast, mention_text(sentence->document, name), name->unit, &all) ||
			cast_two(cast, &all)))
			actors_copy(&phrase->who, &all);
	}
	i = core_start(sentence, name->first, false);
	/* "President of France Emmanuel Macron" */
	if (i > sentence->begin + 1 && i < name->first && part_at(sentence, i - 1) == PART_OF &&
	    is_person_name(name_of(sentence, i - 2)))
		i = core_start(sentence, name_of(sentence, i - 2)->first, false);
	return i;
}

/* "White House officials", "the U.S. delegation" with its head at i. */
static uint32_t
people_before(const struct sentence *sentence, const struct cast *cast, uint32_t i,
    struct phrase *phrase)
{
	const struct mention *name;
	uint32_t start;

	/* "U.S. Government officials" */
	if (i > sentence->begin + 1 && part_at(sentence, i - 1) == PART_PEOPLE &&
	    name_at(sentence, i - 2) != NONE)
		i--;
	start = core_start(sentence, i, false);
	name = i > start ? name_of(sentence, i - 1) : NULL;
	if (name && name->kind == NAME_COUNTRY && is_side(sentence, i))
		cast_of_country(cast, name, &phrase->who);
	else if (name && (name->kind == NAME_ORG || name->kind == NAME_COUNTRY))
		actors_add_mention(&phrase->who, sentence->document, name);
	return start;
}

/* One phrase without its relations, ending before end; its first token or NONE. */
static uint32_t
one_before(const struct sentence *sentence, const struct cast *cast, uint32_t end,
    struct phrase *phrase)
{
	struct actors bodies;
	const struct mention *name;
	uint32_t i, at, start;

	end = before_bracket(sentence, end);
	if (end == sentence->begin)
		return NONE;
	i = end - 1;
	if (pronoun(sentence, cast, i, phrase))
		return i > sentence->begin && part_in(sentence, i - 1, PARTS_OF_OPENER) ? i - 1 : i;
	actors_clear(&bodies);
	at = belongs_to(sentence, end, &bodies);
	if (at != NONE && at > sentence->begin &&
	    (start = head_of_bodies(sentence, cast, at, &bodies, phrase)) != NONE)
		return start;
	name = name_of(sentence, i);
	if (is_person_name(name))
		return person_before(sentence, cast, name, phrase);
	if (is_body(name)) {
		actors_add_mention(&phrase->who, sentence->document, name);
		return core_start(sentence, name->first, true);
	}
	if (part_at(sentence, i) == PART_SIDES || is_both_countries(sentence, i)) {
		cast_sides(cast, &phrase->who);
		return core_start(sentence, i, false);
	}
	return part_at(sentence, i) == PART_PEOPLE ? people_before(sentence, cast, i, phrase) : NONE;
}

/* Whether a clause or its subject may begin at i, by the token before. */
static bool
may_begin(const struct sentence *sentence, uint32_t i)
{
	if (i == sentence->begin)
		return true;
	i--;
	return part_in(sentence, i, PARTS_OF_LINK | PARTS_OF_CONTENT | PART_BIT(PART_WITH)) ||
	    token_at(sentence, i)->shape & SHAPE_MARK || is_adverb(sentence, i);
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
	phrase->found = phrase->pronoun = false;
	phrase->last = phrase->first = end;
	start = one_before(sentence, cast, end, phrase);
	if (start == NONE)
		return;
	phrase->found = true;
	phrase->first = start;
	/* Parties are taken along while what stands before them shows that all of them
	 * are one subject: in "aid to Ukraine, and the President said" they are not. */
	if ((end = joined_before(sentence, start, &list)) == NONE)
		return;
	actors_copy(&all, &phrase->who);
	do {
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
	} while ((end = joined_before(sentence, start, &list)) != NONE);
}
