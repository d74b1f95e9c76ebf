#include "stages.h"

#include "clause.h"
#include "phrase.h"
#include "subject.h"

/* Work on one document. */
struct work {
	struct document *document;
	struct cast cast;
	struct sentence sentence;
	struct telling telling;
	struct actors with; /* "With X, he reviewed": of the sentence */
};

/* What is written of an act. */
struct act {
	struct slice key, cameo;
	uint32_t traits; /* of ACT_TRAITS */
};

/* What leads from the company of an act to its subject. */
#define PARTS_OF_TURN \
	(PART_BIT(PART_THAT) | PART_BIT(PART_RELATIVE) | PART_BIT(PART_WHERE) | PART_BIT(PART_TO))

/* "spoke … with X": the first "with" (or "to") behind the verb that has a party behind it. */
static bool
behind_word(const struct work *work, const struct told *told, enum word_part word,
    uint32_t limit, bool near, struct phrase *phrase)
{
	const struct sentence *sentence = &work->sentence;
	uint32_t i;

	for (i = told->verb->verb_last; i < limit; i++) {
		if (part_at(sentence, i) == word) {
			/* "talked about the | meeting with X": not to X */
			if (near && i > told->verb->last && is_event(sentence, i - 1, false))
				return false;
			if (part_at(sentence, i - 1) != PART_ALONG) {
				phrase_behind(sentence, &work->cast, i + 1, &told->by, phrase);
				/* "discussed it, with X | noting": X does the next thing */
				if (phrase->found && ((phrase->last == limit && limit < sentence->end) ||
							 phrase->who.count == 0))
					return false;
				if (phrase->found && (phrase->who.at[0].person != NONE ||
							 i <= told->verb->last + 1 || !near))
					return true;
				continue;
			}
		}
		if (part_in(sentence, i, PARTS_OF_TURN) || is_mark(sentence, i, ';'))
			return false;
	}
	return false;
}

/* Whether who stands before i is to do something: "called on X | to release", "for". */
static bool
is_to_do(const struct sentence *sentence, uint32_t i)
{
	if (i == 0 || i >= sentence->end || is_adverb(sentence, i) || is_mark(sentence, i, ',') ||
	    is_mark(sentence, i, ';'))
		return false;
	return part_at(sentence, i) != PART_PREPOSITION ||
	    token_is(sentence->document, sentence->unit, i, "for");
}

/* "spoke to the importance of": of what, not to whom. */
static bool
is_of_thing(const struct sentence *sentence, const struct verb *verb)
{
	uint32_t i = verb->last, n;

	if (i + 1 >= sentence->end || part_at(sentence, i) != PART_TO ||
	    verb->last > verb->first + 1)
		return false;
	switch (part_at(sentence, i + 1)) {
	case PART_SUBORDINATE:
		return true;
	case PART_DETERMINER:
	case PART_POSSESSIVE:
	case PART_HER:
		break;
	default:
		return false;
	}
	for (n = i + 2; n < i + 6 && n < sentence->end; n++)
		if (part_at(sentence, n) == PART_PEOPLE || is_name(sentence, n, NAME_ROLE))
			return false;
	return true;
}

/* "welcomed state legislators and leaders | from 34 states": persons, if without names. */
static bool
is_of_people(const struct sentence *sentence, uint32_t i)
{
	uint32_t words;

	for (words = 0; words < 4 && i + 1 < sentence->end; words++, i++) {
		if (part_at(sentence, i) == PART_PEOPLE)
			return token_is(sentence->document, sentence->unit, i + 1, "from") ||
			    part_at(sentence, i + 1) == PART_TO;
		if (part_at(sentence, i) != PART_NONE && part_at(sentence, i) != PART_DETERMINER &&
		    part_at(sentence, i) != PART_NUMBER)
			return false;
	}
	return false;
}

/* Whether the object of a verb of act.tsv with person= is one for that. */
static bool
is_done_to_person(const struct sentence *sentence, const struct told *told)
{
	bool unless_to = told->verb->bits & ACT_UNLESS_TO;

	if (told->to.count > 0)
		return told->to.at[0].person != NONE &&
		    !(unless_to && is_to_do(sentence, told->object_end));
	return told->way == WAY_FINITE && !unless_to && is_of_people(sentence, told->verb->last);
}

/* The act to which the verb amounts: welcoming a person is hosting. */
static struct act
act_of(const struct sentence *sentence, const struct told *told)
{
	const struct lexicon *lexicon = sentence->document->lexicon;
	const struct verb *verb = told->verb;
	struct slice attrs = entry_attrs(lexicon, verb->entry);
	struct act act = {.key = entry_key(lexicon, verb->entry),
	    .cameo = entry_main(lexicon, verb->entry),
	    .traits = (uint32_t)(verb->bits & ACT_TRAITS)};

	if (act.traits & ACT_LEAD && told->to.count == 0 && slice_is(act.key, "call") &&
	    is_of_thing(sentence, verb)) {
		act.key = SLICE("discuss");
		act.traits = act_traits(act.key);
	} else if (verb->bits & ACT_PERSON && is_done_to_person(sentence, told)) {
		attr_find(attrs, "person", &act.key);
		attr_find(attrs, "person-cameo", &act.cameo);
		act.traits = act_traits(act.key);
	}
	return act;
}

/* Whom the act is addressed to. */
static void
find_addressed(const struct work *work, struct told *told, uint32_t limit)
{
	struct actors *to = &told->to;
	struct phrase phrase;
	uint64_t bits = told->verb->bits;
	bool lead = bits & ACT_LEAD;

	actors_clear(to);
	if (told->way == WAY_PASSIVE) {
		if (bits & ACT_TO_OBJECT)
			actors_copy(to, &told->subject);
		return;
	}
	if (bits & ACT_TO_OBJECT) {
		/* "gave | President Roe | an account" stands between the verb and its noun. */
		if (told->verb->last > told->verb->verb_last) {
			phrase_behind(&work->sentence, &work->cast, told->verb->verb_last, &told->by,
			    &phrase);
			if (phrase.found && phrase.last < told->verb->last) {
				actors_copy(to, &phrase.who);
				return;
			}
		}
		phrase_behind(&work->sentence, &work->cast, told->verb->last, &told->by, &phrase);
		if (phrase.found) {
			told->object_end = phrase.last;
			actors_copy(to, &phrase.who);
			return;
		}
	}
	if (bits & ACT_TO_WITH) {
		if (behind_word(work, told, PART_WITH, limit, !lead, &phrase)) {
			actors_copy(to, &phrase.who);
			return;
		}
		if (work->with.count > 0) {
			actors_copy(to, &work->with);
			return;
		}
	}
	if (bits & ACT_TO_TO && behind_word(work, told, PART_TO, limit, true, &phrase))
		actors_copy(to, &phrase.who);
}

/* "provided remarks along with X": X does it, too. */
static void
find_companions(const struct work *work, struct told *told)
{
	const struct sentence *sentence = &work->sentence;
	uint32_t i = told->verb->last;
	struct phrase phrase;

	if (part_at(sentence, i) != PART_ALONG || i + 2 >= sentence->end)
		return;
	i += part_at(sentence, i + 1) == PART_WITH ? 2 : 1;
	phrase_behind(sentence, &work->cast, i, &told->by, &phrase);
	actors_add_all(&told->by, &phrase.who);
}

/* attrs of the span, in the arena. */
static struct slice
attrs_of(struct document *document, const struct told *told, struct slice verb, struct slice cameo)
{
	char *start = arena_bytes(&document->arena, 64 + told->by.count + told->to.count +
		3 * (told->by.bytes + told->to.bytes + verb.len + cameo.len));
	char *at = start;

	at = actors_put(at, start, SLICE("by"), &told->by);
	at = actors_put(at, start, SLICE("to"), &told->to);
	at = attr_put(at, start, SLICE("verb"), verb);
	at = attr_put(at, start, SLICE("cameo"), cameo);
	at = attr_put(at, start, SLICE("neg"), told->negated ? SLICE("yes") : SLICE(""));
	return (struct slice){start, (size_t)(at - start)};
}

/* The cast after a meeting, call or visit has been told of. */
static void
note_parties(struct work *work, const struct told *told)
{
	struct actors all;
	uint32_t last = told->verb->verb_last - 1;

	if (told->future || told->way != WAY_FINITE || told->by.count + told->to.count < 2 ||
	    !(told->verb->bits & ACT_LEAD ||
		(told->verb->bits & ACT_TO_WITH && work->cast.parties.count < 2)))
		return;
	actors_copy(&all, &told->by);
	actors_add_all(&all, &told->to);
	if (all.count < 2)
		return;
	work->cast.met = true;
	if (part_at(&work->sentence, last) == PART_BY)
		actors_add_all(&work->cast.parties, &all);
	else
		actors_copy(&work->cast.parties, &all);
}

static const struct deed *
deed_of(struct document *document, const struct told *told, uint32_t last, uint32_t traits)
{
	struct deed *deed = arena_take(&document->arena, sizeof *deed +
		(told->by.count + told->to.count) * sizeof deed->persons[0]);
	uint32_t *person = deed->persons, i;

	deed->first = told->verb->first;
	deed->last = last;
	deed->traits = traits;
	deed->by_count = told->by.count;
	deed->to_count = told->to.count;
	for (i = 0; i < told->by.count; i++)
		*person++ = told->by.at[i].person;
	for (i = 0; i < told->to.count; i++)
		*person++ = told->to.at[i].person;
	return deed;
}

static void
write_act(struct work *work, const struct told *told, uint32_t end)
{
	const struct sentence *sentence = &work->sentence;
	struct document *document = work->document;
	const struct verb *verb = told->verb;
	struct unit *unit = &document->units[sentence->unit - document->units];
	struct act act = act_of(sentence, told);
	uint32_t start = document->tokens[verb->first].start, span;

	if (act.key.len == 0 || act.key.at[0] == '-')
		return;
	if (end < verb->last)
		end = verb->last;
	while (end > verb->last && is_mark_of(sentence, end - 1, ",;:-"))
		end--;
	span = document_add_span(document,
	    &(struct span){
		.unit = (uint32_t)(unit - document->units),
		.start = start,
		.end = document->tokens[end - 1].end,
		.kind = SPAN_ACT,
		.key = act.key,
		.attrs = attrs_of(document, told,
		    slice_cut(unit->record.text, start, document->tokens[verb->last - 1].end),
		    act.cameo),
		.deed = deed_of(document, told, end, act.traits),
	    });
	if (unit->act == NONE)
		unit->act = span;
	if (unit->lead == NONE && act.traits & ACT_LEAD)
		unit->lead = span;
}

/* "With Prime Minister X, he reviewed …" */
static void
find_with(struct work *work)
{
	static const struct actors nobody;
	const struct sentence *sentence = &work->sentence;
	struct phrase phrase;

	actors_clear(&work->with);
	if (part_at(sentence, sentence->begin) != PART_WITH)
		return;
	phrase_behind(sentence, &work->cast, sentence->begin + 1, &nobody, &phrase);
	if (phrase.found && phrase.last < sentence->end && is_mark(sentence, phrase.last, ','))
		actors_copy(&work->with, &phrase.who);
}

/* "X and Y met with Z. They discussed": Z did, too. */
static bool
are_all_meant(const struct told *told)
{
	return told->verb->bits & ACT_LEAD && !told->future && told->by.count > 1 &&
	    told->to.count > 0;
}

static void
read_sentence(struct work *work)
{
	struct sentence *sentence = &work->sentence;
	struct telling *telling = &work->telling;
	struct told *told;
	uint32_t h, i;

	telling->count = 0;
	telling->embedded = false;
	find_with(work);
	for (h = 0; h < sentence->verb_count; h++) {
		told = clause_take(telling, &sentence->verbs[h]);
		if (!told)
			continue;
		find_companions(work, told);
		find_addressed(work, told,
		    h + 1 < sentence->verb_count ? sentence->verbs[h + 1].first : sentence->end);
		/* "met with the Ministers of X and Y", being a Minister: not with himself. */
		if (told->to.count > 1)
			actors_remove_persons(&told->to, &told->by);
		if (told->pending)
			continue;
		note_parties(work, told);
		for (i = 0; i < telling->count; i++)
			if (telling->told[i].pending) {
				actors_copy(&telling->told[i].by, &told->by);
				telling->told[i].pending = false;
			}
		/* "The talks covered trade. They agreed": they are those who talked. */
		if (told->way == WAY_FINITE && !told->event)
			cast_subject(&work->cast, are_all_meant(told) ? &work->cast.parties : &told->by);
	}
	for (i = 0; i < telling->count; i++)
		write_act(work, &telling->told[i],
		    i + 1 < telling->count ? telling->told[i + 1].cut : sentence->end);
}

/* Of a sentence that tells of no act: who its subject is, if one person stands at its head,
 * for "he" in the next one. */
static void
note_subject(struct cast *cast, const struct document *document, const struct unit *unit)
{
	uint32_t m = unit->mention, end = unit->mention + unit->mention_count;
	const struct mention *name = &document->mentions[m];
	const struct token *behind;
	struct actors who;

	if (unit->mention_count == 0 || name->first != unit->token)
		return;
	while (m + 1 < end && name[1].first == name->last) {
		name++;
		m++;
	}
	if ((name->kind != NAME_PERSON && name->kind != NAME_ROLE) ||
	    name->last == unit->token + unit->token_count)
		return;
	behind = &document->tokens[name->last];
	if (!(behind->shape & SHAPE_WORD) || behind->part == PART_AND ||
	    behind->shape & (SHAPE_POSSESSIVE | SHAPE_CAPITAL))
		return;
	actors_clear(&who);
	actors_add_mention(&who, document, name);
	if (who.count == 1)
		cast_subject(cast, &who);
}

void
acts_find(struct document *document)
{
	struct work work;
	const struct unit *before = NULL;
	bool quote = false;
	uint32_t u;

	work.document = document;
	document->first_act = document->span_count;
	cast_begin(&work.cast, document);
	sentence_begin(&work.sentence, document);
	work.telling = (struct telling){
	    .sentence = &work.sentence,
	    .cast = &work.cast,
	    .told = arena_take(&document->arena, MOST_TOLD * sizeof *work.telling.told),
	};
	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_SENT && unit->kind != UNIT_ITEM)
			continue;
		/* A quotation left open ends with its paragraph. */
		if (quote && unit->record.para != before->record.para)
			quote = false;
		before = unit;
		work.telling.count = 0;
		if (sentence_read(&work.sentence, unit, &quote))
			read_sentence(&work);
		if (work.telling.count == 0 && !quote)
			note_subject(&work.cast, document, unit);
	}
}
