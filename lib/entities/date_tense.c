/*
 * What the words around a date without a year, or a weekday, say: that it is past
 * or still to come.
 */
#include "date.h"
#include "context.h"

#include <stdlib.h>

/* No sentence needs more; the work on text without sentences stays bounded. */
enum { FAR_AWAY = 60 };

static uint32_t
far_before(const struct reading *reading, uint32_t i)
{
	return i > reading->first + FAR_AWAY ? i - FAR_AWAY : reading->first;
}

/* "by Saturday", "until the end of May": these look ahead only from right before it. */
static bool
is_deadline(const struct reading *reading, uint32_t word, uint32_t i)
{
	return i - word <= 2 + 2 * (uint32_t)reads(reading, i - 1, "of") &&
	       in_context(reading, word, CONTEXT_DEADLINE);
}

/* "thanked her for hosting": then or soon, this does not tell. */
static bool
is_thanked_for(const struct reading *reading, uint32_t i)
{
	return reads(reading, i, "hosting") && i > reading->first && reads(reading, i - 1, "for");
}

static bool
is_ahead(const struct reading *reading, uint32_t word, uint32_t i)
{
	if (in_context(reading, word, CONTEXT_TO_COME))
		return !is_thanked_for(reading, word) && !reads(reading, word + 1, "have");
	return is_deadline(reading, word, i) ||
	    (reads(reading, word + 1, "to") && !is_capital(reading, word + 2) &&
		in_context(reading, word, CONTEXT_INTENT));
}

/* A verb that tells what was: "convened", "met"; not "to be held". */
static bool
is_past(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];
	struct slice text;

	if (token->shape & (SHAPE_CAPITAL | SHAPE_MARK) || token->end - token->start < 3)
		return false;
	text = token_text(reading->document, reading->unit, i);
	if (!slice_ends(text, SLICE("ed")) && !in_context(reading, i, CONTEXT_PAST))
		return false;
	return !(i > reading->first && reads(reading, i - 1, "be")) && text.len > 2 &&
	    !slice_is(text, "need") && !slice_is(text, "based");
}

/* The nearest verb or word of time before i tells; at the head of a sentence, the first behind. */
bool
date_is_ahead(const struct reading *reading, uint32_t i, uint32_t behind)
{
	enum { NEAR = 12 };
	uint32_t word;

	for (word = i; word-- > far_before(reading, i);) {
		if (is_ahead(reading, word, i))
			return true;
		if (is_past(reading, word))
			return false;
	}
	for (word = behind; word < reading->last && word < behind + NEAR; word++) {
		if (is_past(reading, word))
			return false;
		if (reads(reading, word, "will") || reads(reading, word, "shall"))
			return true;
		if (in_context(reading, word, CONTEXT_PRONOUN) && word + 1 < reading->last)
			return !is_past(reading, word + 1) && !is_capital(reading, word + 1);
	}
	return false;
}

/* "to achieve outcomes", "to be announced": what is to be done; not "to discuss the
 * Statement", "to the Summit". */
static bool
is_aim(const struct reading *reading, uint32_t i)
{
	return reads(reading, i, "to") && is_inside(reading, i + 1) &&
	    !(reading->tokens[i + 1].shape & (SHAPE_CAPITAL | SHAPE_DIGIT | SHAPE_MARK)) &&
	    !in_context(reading, i + 1, CONTEXT_SAYING) &&
	    (!reading->tokens[i + 1].part || reads(reading, i + 1, "be"));
}

/*
 * Of a date far off: 1 of what is to come, -1 of what has been, 0 when nothing tells.
 * Verbs of saying tell nothing: one speaks of both.
 */
static int
tense_before(const struct reading *reading, uint32_t i)
{
	uint32_t word;

	for (word = i; word-- > far_before(reading, i);) {
		if (is_thanked_for(reading, word))
			return 0;
		if (is_ahead(reading, word, i) || is_aim(reading, word))
			return 1;
		if (in_context(reading, word, CONTEXT_BACK) ||
		    (is_past(reading, word) && !in_context(reading, word, CONTEXT_SAYING)))
			return -1;
	}
	return 0;
}

static long
distance_in_days(struct date a, struct date b)
{
	return calendar_days((struct date){a.year, a.month, a.day ? a.day : 15}) -
	    calendar_days((struct date){b.year, b.month, b.day ? b.day : 1});
}

/*
 * "October 7" beside attacks and hostages, "September 11": days that are known
 * without their year, however long ago. 0: this is none of them.
 */
static int
year_of_known_day(const struct expression *e, uint32_t first)
{
	static const struct date days[] = {{2023, 10, 7}, {2001, 9, 11}};
	const struct reading *reading = e->reading;
	uint32_t i;
	size_t n;

	for (n = 0; n < sizeof days / sizeof days[0]; n++) {
		if (e->date.month != days[n].month || e->date.day != days[n].day ||
		    distance_in_days(days[n], e->published) > 0)
			continue;
		for (i = far_before(reading, first); i < reading->last && i < first + FAR_AWAY; i++)
			if (in_context(reading, i, CONTEXT_ATTACK) || reads(reading, i, "hamas"))
				return days[n].year;
	}
	return 0;
}

/* "This year alone, between January and October": the sentence has said it. */
static bool
says_this_year(const struct reading *reading, uint32_t i)
{
	uint32_t word;

	for (word = far_before(reading, i); word + 1 < i; word++)
		if (token_begins(&reading->tokens[word], 't') && date_word_at(reading, word) == WORD_THIS &&
		    date_word_at(reading, word + 1) == WORD_YEAR)
			return true;
	return false;
}

/* "the President's | January 27 Executive Order", "their | September meeting": it is there. */
static bool
is_owned(const struct reading *reading, uint32_t i)
{
	return i > reading->first &&
	    (reading->tokens[i - 1].shape & SHAPE_POSSESSIVE || in_context(reading, i - 1, CONTEXT_OWNER));
}

int
date_nearest_year(const struct expression *e, uint32_t first, uint32_t i)
{
	enum { SOON = 40, FAR = 120 };
	struct date published = e->published;
	long best = 0, distance;
	int year, found = published.year, tense;

	if (!published.year)
		return 0;
	if ((year = year_of_known_day(e, first)))
		return year;
	if (says_this_year(e->reading, first))
		return found;
	for (year = published.year - 1; year <= published.year + 1; year++) {
		distance = distance_in_days((struct date){year, e->date.month, e->date.day}, published);
		if (year == published.year - 1 || labs(distance) < labs(best)) {
			best = distance;
			found = year;
		}
	}
	if (best <= SOON && best >= -FAR)
		return found;
	tense = is_owned(e->reading, first) ? -1 : tense_before(e->reading, i);
	if (best > SOON && (tense < 0 || (tense == 0 && best > FAR)))
		return found - 1;
	return best < -FAR && tense > 0 ? found + 1 : found;
}
