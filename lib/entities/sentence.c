#include "sentence.h"

enum {
	NOUN_WITHIN = 9,   /* tokens from a light verb to its noun */
	LONGEST_NOUN = 3   /* tokens of a noun in front of it */
};

static inline void
set_name(struct sentence *sentence, struct document *document, uint32_t i, uint32_t m)
{
	sentence->names[i] = m;
	document->tokens[i].part = PART_NONE;
}

/* A word inside a name plays no part of its own: "the Bank of Japan". */
static void
find_names(struct sentence *sentence, struct document *document)
{
	const struct mention *mention;
	uint32_t m, i;

	sentence->names =
	    arena_take(&document->arena, document->token_count * sizeof *sentence->names);
	memset(sentence->names, 0xFF, /* NONE */ document->token_count * sizeof *sentence->names);
	/* Most have one word or two, and nobody can foretell which. */
	for (m = 0; m < document->mention_count; m++) {
		mention = &document->mentions[m];
		set_name(sentence, document, mention->first, m);
		set_name(sentence, document, mention->last - 1, m);
		for (i = mention->first + 1; i + 1 < mention->last; i++)
			set_name(sentence, document, i, m);
	}
}

void
sentence_begin(struct sentence *sentence, struct document *document)
{
	sentence->document = document;
	sentence->verbs = /* each is a term */
	    arena_take(&document->arena, document->term_count * sizeof *sentence->verbs);
	find_names(sentence, document);
}

bool
is_adverb(const struct sentence *sentence, uint32_t i)
{
	uint32_t name = name_at(sentence, i);
	struct slice text;

	if (name != NONE)
		return sentence->document->mentions[name].kind == NAME_DATE;
	if (part_at(sentence, i) != PART_NONE)
		return part_at(sentence, i) == PART_ADVERB;
	text = token_text(sentence->document, sentence->unit, i);
	return text.len > 4 && slice_ends(text, SLICE("ly"));
}

/* What a light verb's noun is not sought behind. */
#define PARTS_BEHIND_NOUN \
	(PARTS_OF_CONTENT | PART_BIT(PART_BUT) | PART_BIT(PART_BY) | PART_BIT(PART_WITH) | \
	    PART_BIT(PART_WHERE) | PART_BIT(PART_WHILE) | PART_BIT(PART_HE) | PART_BIT(PART_SHE) | \
	    PART_BIT(PART_THEY))

/* Past what may stand between a light verb and its noun. */
static bool
goes_on(const struct sentence *sentence, uint32_t i)
{
	if (part_in(sentence, i, PARTS_BEHIND_NOUN))
		return false;
	switch (part_at(sentence, i)) {
	case PART_OF: /* "gave the President of X an account" */
		return i + 2 < sentence->end && (name_at(sentence, i + 1) != NONE ||
						    name_at(sentence, i + 2) != NONE);
	case PART_TO: /* "expressed to Minister X his desire" */
		return i + 1 < sentence->end && is_name(sentence, i + 1, NAME_ROLE);
	case PART_PREPOSITION: /* "an in-depth exchange" */
		return i + 1 < sentence->end && is_mark(sentence, i + 1, '-');
	default:
		return !(token_at(sentence, i)->shape & SHAPE_MARK) ||
		    token_at(sentence, i)->shape & SHAPE_POSSESSIVE ||
		    is_mark_of(sentence, i, ",-&\"");
	}
}

/* Of the entries of a noun, the one that the light verb is completed by, or NULL: one
 * shares views, but expresses a view. */
static const struct entry *
completion(const struct lexicon *lexicon, const struct entry *noun, uint64_t verb)
{
	uint32_t light = ACT_LIGHT(verb);

	for (;; noun = &lexicon->entries[noun->next]) {
		if (noun->kind == ENTRY_ACT && ACT_WITH(noun->act) & light)
			return noun;
		if (!noun->next)
			return NULL;
	}
}

/* The act is the noun's. */
static void
take_noun(struct verb *verb, const struct entry *noun)
{
	verb->entry = noun;
	verb->bits = (verb->bits & ~(uint64_t)ACT_TRAITS) | (noun->act & ACT_TRAITS);
}

/* "Hope was expressed": the noun stands before its verb, as the subject of a passive. */
static bool
complete_passive(const struct sentence *sentence, struct verb *verb)
{
	const struct document *document = sentence->document;
	uint32_t i = verb->first;
	const struct entry *noun;
	bool be = false;
	size_t t;

	for (; i > sentence->begin; i--) {
		enum word_part part = part_at(sentence, i - 1);

		be |= part == PART_BE;
		if (part != PART_BE && part != PART_HAVE && !is_adverb(sentence, i - 1))
			break;
	}
	if (!be || i == sentence->begin)
		return false;
	t = document_terms_from(document, sentence->unit,
	    i - sentence->begin > LONGEST_NOUN ? i - LONGEST_NOUN : sentence->begin);
	for (; document->terms[t].first < i; t++)
		if (document->terms[t].last == i &&
		    name_at(sentence, document->terms[t].first) == NONE &&
		    (noun = completion(document->lexicon, document->terms[t].entry, verb->bits))) {
			take_noun(verb, noun);
			verb->first = document->terms[t].first;
			verb->bits |= ACT_BY_BEHIND;
			return true;
		}
	return false;
}

/* The noun that a light verb is completed by. */
static void
complete(const struct sentence *sentence, struct verb *verb)
{
	const struct document *document = sentence->document;
	size_t t = document_terms_from(document, sentence->unit, verb->last);
	uint32_t i, stop = verb->last + NOUN_WITHIN;
	const struct entry *noun;
	/* "provided the President | with their ideas" */
	bool may_follow_with = (verb->bits & ACT_TO_OBJECT) && (verb->bits & ACT_TO_WITH);

	if ((verb->bits & (ACT_PAST | ACT_NOT_PASSIVE)) == ACT_PAST && complete_passive(sentence, verb))
		return;

	for (i = verb->last; i < stop && i < sentence->end &&
	     (goes_on(sentence, i) || (may_follow_with && part_at(sentence, i) == PART_WITH)); i++) {
		for (; document->terms[t].first <= i; t++) {
			const struct term *term = &document->terms[t];

			if (term->first != i || name_at(sentence, i) != NONE ||
			    term->last > sentence->end ||
			    !(noun = completion(document->lexicon, term->entry, verb->bits)))
				continue;
			take_noun(verb, noun);
			verb->last = term->last;
			return;
		}
	}
}

/* Verbs among the terms. */
static void
find_verbs(struct sentence *sentence)
{
	const struct document *document = sentence->document;
	const struct term *term = &document->terms[sentence->unit->term];
	uint32_t last = 0;

	for (; term->first < sentence->end; term++) {
		if (!(term->entry->act & ACT_FORMS) || term->first < last || term->last > sentence->end)
			continue;
		sentence->verbs[sentence->verb_count++] = (struct verb){term->first, term->last,
		    term->last, term->entry, term->entry->act};
		last = term->last;
	}
}

/* Whether the quotation mark at i opens a quotation, when the one before was open. */
static bool
opens(const struct sentence *sentence, uint32_t i, bool open)
{
	struct slice text = token_text(sentence->document, sentence->unit, i);

	return text.len == 3 ? text.at[2] == '\x9C' : !open;
}

/* Drops the verbs that are quoted: what is quoted reports nothing itself. */
static void
drop_quoted(struct sentence *sentence, bool *quote)
{
	uint32_t i, h = 0, kept = 0;

	if (!sentence->unit->quotes) {
		if (*quote)
			sentence->verb_count = 0;
		return;
	}
	for (i = sentence->begin; i < sentence->end; i++) {
		if (is_mark(sentence, i, '"'))
			*quote = opens(sentence, i, *quote);
		if (h < sentence->verb_count && sentence->verbs[h].first == i) {
			if (!*quote)
				sentence->verbs[kept++] = sentence->verbs[h];
			h++;
		}
	}
	sentence->verb_count = kept;
}

/* Light verbs get their nouns; one that stays without is no act, nor is a name. */
static void
settle_verbs(struct sentence *sentence)
{
	uint32_t i, kept = 0;

	for (i = 0; i < sentence->verb_count; i++) {
		struct verb verb = sentence->verbs[i];

		if (name_at(sentence, verb.first) != NONE ||
		    (kept > 0 && verb.first < sentence->verbs[kept - 1].last))
			continue;
		if (ACT_LIGHT(verb.bits))
			complete(sentence, &verb);
		if (!(verb.bits & ACT_NONE) || verb.bits & ACT_PERSON)
			sentence->verbs[kept++] = verb;
	}
	sentence->verb_count = kept;
}

/* "7 | Both Ministers agreed": the number of a paragraph, no date. */
static bool
begins_with_number(const struct sentence *sentence)
{
	const struct unit *unit = sentence->unit;
	const struct token *token = token_at(sentence, sentence->begin);

	return sentence->end > sentence->begin + 1 && token->shape & SHAPE_DIGIT &&
	    !(token->shape & SHAPE_WORD) && token[1].shape & SHAPE_CAPITAL &&
	    token[1].shape & SHAPE_GAP &&
	    !(unit->mention_count > 0 &&
		sentence->document->mentions[unit->mention].first == sentence->begin);
}

bool
sentence_read(struct sentence *sentence, const struct unit *unit, bool *quote)
{
	sentence->unit = unit;
	sentence->begin = unit->token;
	sentence->end = unit->token + unit->token_count;
	sentence->verb_count = 0;
	if (unit->token_count > LONGEST_SENTENCE)
		sentence->end = sentence->begin + LONGEST_SENTENCE;
	find_verbs(sentence);
	drop_quoted(sentence, quote);
	if (sentence->verb_count == 0)
		return false;
	while (sentence->end > sentence->begin && is_mark_of(sentence, sentence->end - 1, ".?!:;"))
		sentence->end--;
	if (begins_with_number(sentence))
		sentence->begin++;
	settle_verbs(sentence);
	return sentence->verb_count > 0;
}
