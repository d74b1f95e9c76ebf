/* Amounts with their currency: "$1.2 billion", "NZ$10 million", "50 million euros". */
#include "recognise.h"

#include <stdio.h>

/* The currency row whose name ends or begins at token i, or NULL. */
static const char *
currency_code(const struct reading *reading, uint32_t i, uint32_t *last)
{
	const struct hit *hit;
	uint32_t e;
	struct slice code;

	if (i < reading->first || i >= reading->last)
		return NULL;
	hit = hit_at(reading, i);
	for (e = hit->entry; e; e = reading->lexicon->entries[e].next) {
		const struct entry *entry = &reading->lexicon->entries[e];

		if (entry->kind == ENTRY_WORD && slice_is(entry_key(reading->lexicon, entry), "currency") &&
		    attr_find(entry_attrs(reading->lexicon, entry), "code", &code) && code.len == 3) {
			*last = hit->last;
			return code.at;
		}
	}
	return NULL;
}

/* The figure of token i in thousandths; false when it is none. */
static bool
figure_at(const struct reading *reading, uint32_t i, double *figure)
{
	struct slice text;
	double value = 0, place = 0;
	size_t n;

	if (i >= reading->last || !(reading->tokens[i].shape & SHAPE_DIGIT))
		return false;
	text = token_text(reading->document, reading->unit, i);
	for (n = text.at[0] == 'A'; n < text.len; n++) {
		if (text.at[n] >= '0' && text.at[n] <= '9') {
			value = value * 10 + (text.at[n] - '0');
			place *= 10;
		} else if (text.at[n] == '.' && place == 0) {
			place = 1;
		} else if (text.at[n] != ',') {
			break;
		}
	}
	if (place > 0)
		value /= place;
	if (n < text.len) { /* "50m", "3bn" */
		struct slice tail = slice_cut(text, n, text.len);

		if (slice_is(tail, "m") || slice_is(tail, "M") || slice_is(tail, "mn"))
			value *= 1e6;
		else if (slice_is(tail, "bn") || slice_is(tail, "B") || slice_is(tail, "b"))
			value *= 1e9;
		else if (slice_is(tail, "k") || slice_is(tail, "K"))
			value *= 1e3;
		else
			return false;
	}
	*figure = value;
	return true;
}

static uint32_t
scale_end(const struct reading *reading, uint32_t i, double *figure)
{
	uint32_t power;

	if (is_mark(reading, i, '-') && has_class(reading, i + 1, CLASS_SCALE))
		i++;
	if (!has_class(reading, i, CLASS_SCALE) || reading->tokens[i].end - reading->tokens[i].start < 2)
		return i;
	for (power = reading->lexicon->words[reading->tokens[i].word].number; power > 0; power--)
		*figure *= 10;
	return i + 1;
}

static void
offer(struct reading *reading, uint32_t first, uint32_t last, const char *code, double figure)
{
	struct candidate *candidate = propose(reading, first, last, NAME_MONEY, RANK_CALENDAR,
	    "money");
	char *key = arena_bytes(&reading->document->arena, 48);
	int n;

	if (figure >= 1e18)
		figure = 1e18;
	n = snprintf(key, 48, "%.3s %.2f", code, figure);
	while (n > 0 && key[n - 1] == '0')
		n--;
	if (n > 0 && key[n - 1] == '.')
		n--;
	candidate->key = (struct slice){key, (size_t)n};
}

void
recognise_money(struct reading *reading)
{
	uint32_t i, at, last, end;
	double figure;
	const char *code;

	for (i = reading->first; i < reading->last; i++) {
		if (hit_at(reading, i)->last && (code = currency_code(reading, i, &at)) &&
		    figure_at(reading, at, &figure)) {
			last = scale_end(reading, at + 1, &figure);
			/* "$A50 million": as Australian papers write it. */
			if (reading->tokens[at].first == 'A')
				code = "AUD";
			offer(reading, i, last, code, figure);
			i = last - 1;
		} else if (figure_at(reading, i, &figure)) {
			last = scale_end(reading, i + 1, &figure);
			end = last;
			if (reads(reading, last, "U.S.") || reads(reading, last, "us"))
				last++;
			if (last < reading->last && hit_at(reading, last)->last &&
			    (code = currency_code(reading, last, &end)))
				offer(reading, i, end, code, figure);
		}
	}
}
