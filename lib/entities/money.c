/* Amounts with their currency: "$1.2 billion", "NZ$10 million", "50 million euros". */
#include "recognise.h"

#include <stdio.h>

/* An amount being read. */
struct amount {
	uint32_t first, last;
	double figure;
	const struct entry *currency;
};

/* The currency whose sign or name stands at exactly i..; its end in *last; or NULL. */
static const struct entry *
currency_at(const struct reading *reading, uint32_t i, uint32_t *last)
{
	const struct hit *hit;
	struct slice text, code, name;
	uint32_t e;

	if (!is_inside(reading, i) || !(hit_at(reading, i)->kinds & 1u << ENTRY_WORD))
		return NULL;
	hit = hit_at(reading, i);
	text = token_text(reading->document, reading->unit, i);
	for (e = hit->entry; e; e = reading->lexicon->entries[e].next) {
		const struct entry *entry = &reading->lexicon->entries[e];

		if (entry->kind != ENTRY_WORD ||
		    !slice_is(entry_key(reading->lexicon, entry), "currency") ||
		    !attr_find(entry_attrs(reading->lexicon, entry), "code", &code) || code.len != 3)
			continue;
		/* Signs that fold to nothing share one place in the tables. */
		name = entry_attrs(reading->lexicon, entry);
		name = (struct slice){name.at + name.len + 1, entry->name_len};
		if ((unsigned char)text.at[0] >= 0x80 &&
		    (text.len != name.len || memcmp(text.at, name.at, text.len) != 0))
			continue;
		*last = hit->last;
		return entry;
	}
	return NULL;
}

static const char *
code_of(const struct reading *reading, const struct entry *currency)
{
	struct slice code = {"", 0};

	return attr_find(entry_attrs(reading->lexicon, currency), "code", &code) ? code.at : "";
}

/* "m", "bn" behind the digits of one word. */
static bool
add_tail(struct slice tail, double *value)
{
	if (slice_is(tail, "m") || slice_is(tail, "M") || slice_is(tail, "mn"))
		*value *= 1e6;
	else if (slice_is(tail, "bn") || slice_is(tail, "B") || slice_is(tail, "b"))
		*value *= 1e9;
	else if (slice_is(tail, "k") || slice_is(tail, "K"))
		*value *= 1e3;
	else
		return false;
	return true;
}

/* The figure that begins at byte n of text. */
static bool
read_figure(struct slice text, size_t n, double *figure)
{
	double value = 0, place = 0;

	if (n >= text.len || text.at[n] < '0' || text.at[n] > '9')
		return false;
	for (; n < text.len; n++) {
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
	*figure = value;
	return n == text.len || add_tail(slice_cut(text, n, text.len), figure);
}

static bool
figure_at(const struct reading *reading, uint32_t i, double *figure)
{
	return i < reading->last && reading->tokens[i].shape & SHAPE_DIGIT &&
	    read_figure(token_text(reading->document, reading->unit, i), 0, figure);
}

static uint32_t
scale_end(const struct reading *reading, uint32_t i, double *figure)
{
	uint32_t power;

	if (is_mark(reading, i, '-') && has_class(reading, i + 1, CLASS_SCALE))
		i++;
	if (!has_class(reading, i, CLASS_SCALE) || reading->tokens[i].end - reading->tokens[i].start < 2)
		return i;
	for (power = known_word(reading->lexicon, reading->tokens[i].word)->number; power > 0; power--)
		*figure *= 10;
	return i + 1;
}

/* The sign before the figure at i: "$", "NZ$", "EUR". */
static void
sign_before(const struct reading *reading, uint32_t i, struct amount *amount)
{
	uint32_t at, last;
	const struct entry *currency;

	for (at = i; at > reading->first && i - at < 3; at--)
		if (hit_at(reading, at - 1)->last == i &&
		    (reading->tokens[at - 1].shape & (SHAPE_MARK | SHAPE_CAPITAL)) &&
		    (currency = currency_at(reading, at - 1, &last))) {
			amount->currency = currency;
			amount->first = at - 1;
		}
	/* "USD $360 million" */
	at = amount->first;
	if (amount->currency && at > reading->first && hit_at(reading, at - 1)->last == at &&
	    currency_at(reading, at - 1, &last))
		amount->first = at - 1;
}

/* "USD100", "$A50": the code and the figure are one word. */
static bool
code_and_figure(const struct reading *reading, uint32_t i, struct amount *amount)
{
	struct slice text = token_text(reading->document, reading->unit, i);
	uint32_t word, e, last;

	if (text.len > 1 && text.at[0] == 'A' && is_mark(reading, i - 1, '$') && i > reading->first) {
		word = lexicon_word(reading->lexicon, "AUD", 3);
		amount->first = i - 1;
		last = 1;
	} else if (text.len > 3 && (word = lexicon_word(reading->lexicon, text.at, 3)) &&
	    known_word(reading->lexicon, word)->classes & CLASS_CURRENCY) {
		last = 3;
	} else {
		return false;
	}
	e = known_word(reading->lexicon, word)->name.entry;
	if (!(amount->currency = lexicon_entry(reading->lexicon, e, ENTRY_WORD)))
		return false;
	return read_figure(text, last, &amount->figure);
}

/* "-10 million", "to $200 million" behind a figure: the range is one amount, its first. */
static void
read_range(const struct reading *reading, struct amount *amount, bool scaled)
{
	uint32_t at = amount->last, last, end;
	double other, unit = 1;

	if (!(is_mark(reading, at, '-') || reads(reading, at, "to")) || scaled)
		return;
	at++;
	if (currency_at(reading, at, &last) == amount->currency && amount->currency)
		at = last;
	if (!figure_at(reading, at, &other))
		return;
	end = scale_end(reading, at + 1, &unit);
	if (end == at + 1)
		return;
	amount->figure *= unit;
	amount->last = end;
}

/* "Australian dollars": whose. */
static const char *
code_by_country(const struct reading *reading, uint32_t i, const char *code)
{
	static const char codes[][6] = {"AUAUD", "CACAD", "NZNZD", "SGSGD", "HKHKD", "TWTWD", "FJFJD",
	    "JMJMD", "EGEGP", "MXMXN", "CHCHF", "SESEK", "NONOK", "DKDKK", "KRKRW", "IDIDR", "ININR",
	    "PKPKR", "LKLKR", "SASAR", "QAQAR", "KEKES", "USUSD"};
	const struct entry *country = entry_at(reading, i, ENTRY_COUNTRY);
	size_t n;

	for (n = 0; country && n < sizeof codes / sizeof codes[0]; n++)
		if (country->country[0] == codes[n][0] && country->country[1] == codes[n][1])
			return codes[n] + 2;
	return code;
}

static void
offer(struct reading *reading, const struct amount *amount, const char *code)
{
	struct candidate *candidate = propose(reading, amount->first, amount->last, NAME_MONEY,
	    RANK_CALENDAR, "money");
	char *key = arena_bytes(&reading->document->arena, 48);
	double figure = amount->figure < 1e18 ? amount->figure : 1e18;
	int n = snprintf(key, 48, "%.3s %.2f", code, figure);

	while (n > 0 && key[n - 1] == '0')
		n--;
	if (n > 0 && key[n - 1] == '.')
		n--;
	candidate->key = (struct slice){key, (size_t)n};
}

/* The name of the currency behind the figure: "dollars", "U.S. dollars". */
static bool
name_behind(struct reading *reading, struct amount *amount, bool scaled)
{
	uint32_t at = amount->last, last;
	const char *code;
	const struct entry *country = entry_at(reading, at, ENTRY_COUNTRY);

	if (country)
		at = hit_at(reading, at)->last;
	if (!(amount->currency = currency_at(reading, at, &last)))
		return false;
	/* "3 won", "5 pounds of": words as well. */
	if (amount->currency->flags & FLAG_AMBIGUOUS && !scaled && !country)
		return false;
	code = code_of(reading, amount->currency);
	if (country)
		code = code_by_country(reading, amount->last, code);
	amount->last = last;
	offer(reading, amount, code);
	return true;
}

/* The amount whose figure is token i; gives the token to go on at. */
static uint32_t
read_amount(struct reading *reading, uint32_t i, double figure)
{
	struct amount amount = {i, i + 1, figure, NULL};
	uint32_t last;
	bool scaled, glued = false;

	if (figure < 0)
		glued = code_and_figure(reading, i, &amount);
	if (figure < 0 && !glued)
		return i + 1;
	if (!glued)
		sign_before(reading, i, &amount);
	amount.last = scale_end(reading, i + 1, &amount.figure);
	scaled = amount.last > i + 1;
	read_range(reading, &amount, scaled);
	if (!amount.currency)
		return name_behind(reading, &amount, amount.last > i + 1) ? amount.last : i + 1;
	/* "$1 million USD" */
	if (currency_at(reading, amount.last, &last) && reading->tokens[amount.last].shape & SHAPE_ALL_CAPS)
		amount.last = last;
	offer(reading, &amount, code_of(reading, amount.currency));
	return amount.last;
}

void
recognise_money(struct reading *reading)
{
	const uint32_t *place = reading->places[SOUGHT_FIGURE];
	uint32_t i, behind = reading->first;
	double figure;

	for (; (i = *place) < reading->last; place++) {
		const struct token *token = &reading->tokens[i];

		if (!((token->shape & SHAPE_DIGIT) | (token->classes & CLASS_NUMBER)) || i < behind)
			continue;
		if (token->shape & SHAPE_DIGIT)
			behind = read_amount(reading, i, figure_at(reading, i, &figure) ? figure : -1);
		else if (has_class(reading, i + 1, CLASS_SCALE))
			behind = read_amount(reading, i, known_word(reading->lexicon, token->word)->number);
	}
}

bool
money_is_by_sign(const struct reading *reading, const struct candidate *money)
{
	const struct token *sign = &reading->tokens[money->first];

	return !money->entry && sign->first == '$' && sign->end == sign->start + 1 &&
	    hit_at(reading, money->first)->last <= money->first + 1;
}

struct slice
money_at_home(struct arena *arena, struct slice key, const char country[3])
{
	static const char codes[][6] = {"AUAUD", "CACAD", "NZNZD", "SGSGD", "HKHKD", "FJFJD", "JMJMD", "BSBSD",
	    "BBBBD", "TTTTD", "BNBND", "NANAD", "LRLRD", "GYGYD", "SRSRD", "SBSBD", "KYKYD", "BZBZD"};
	size_t n;
	char *other;

	for (n = 0; n < sizeof codes / sizeof codes[0]; n++)
		if (country[0] == codes[n][0] && country[1] == codes[n][1]) {
			other = arena_bytes(arena, key.len);
			memcpy(other, key.at, key.len);
			memcpy(other, codes[n] + 2, 3);
			return (struct slice){other, key.len};
		}
	return key;
}
