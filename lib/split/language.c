#include "language.h"

#include "../text.h"
#include "step.h"

enum {
	LEAST_ENGLISH = 2, /* small words */
	LEAST_OTHER = 4,   /* in halves */
	LEAST_LETTERS = 4, /* of another script */
	LONGEST_SMALL = 16,
};

struct evidence {
	unsigned english;	       /* small words */
	uint16_t count[WORDS_LANGUAGES]; /* small words of the others, in halves */
	uint32_t seen, several, sure;  /* languages: not one word alone, not of names */
	struct slice last;	       /* word that counted */
	unsigned latin, others;	       /* letters */
	struct slice script;	       /* language of the last letter that tells one */
	bool telling;		       /* it was a letter of that language alone */
};

struct range {
	uint32_t from, to;
	char code[4];
};

/* Scripts that are not Latin, with the language that most texts in them have. */
static const struct range scripts[] = {
    {0x370, 0x3FF, "el"},     {0x400, 0x52F, "und"},	{0x530, 0x58F, "hy"},
    {0x590, 0x5FF, "he"},     {0x600, 0x6FF, "ar"},	{0x750, 0x77F, "ar"},
    {0x780, 0x7BF, "dv"},     {0x900, 0x97F, "hi"},	{0x980, 0x9FF, "bn"},
    {0xA00, 0xA7F, "pa"},     {0xA80, 0xAFF, "gu"},	{0xB00, 0xB7F, "or"},
    {0xB80, 0xBFF, "ta"},     {0xC00, 0xC7F, "te"},	{0xC80, 0xCFF, "kn"},
    {0xD00, 0xD7F, "ml"},     {0xD80, 0xDFF, "si"},	{0xE00, 0xE7F, "th"},
    {0xE80, 0xEFF, "lo"},     {0xF00, 0xFFF, "bo"},	{0x1000, 0x109F, "my"},
    {0x10A0, 0x10FF, "ka"},   {0x1100, 0x11FF, "ko"},	{0x1200, 0x139F, "am"},
    {0x1780, 0x17FF, "km"},   {0x1800, 0x18AF, "mn"},	{0x1F00, 0x1FFF, "el"},
    {0x3040, 0x30FF, "ja"},   {0x3400, 0x4DBF, "zh"},	{0x4E00, 0x9FFF, "zh"},
    {0xAC00, 0xD7AF, "ko"},   {0xFB50, 0xFDFF, "ar"},	{0xFE70, 0xFEFC, "ar"},
    {0x20000, 0x2FFFF, "zh"},
};

/* Letters that only one language of those that share a script has. */
static const struct range letters[] = {
    {0x44B, 0x44B, "ru"}, {0x44D, 0x44D, "ru"}, {0x451, 0x451, "ru"}, {0x454, 0x454, "uk"},
    {0x457, 0x457, "uk"}, {0x456, 0x456, "uk"}, {0x491, 0x491, "uk"}, {0x45E, 0x45E, "be"},
    {0x452, 0x452, "sr"}, {0x458, 0x458, "sr"}, {0x459, 0x459, "sr"}, {0x45A, 0x45A, "sr"},
    {0x45B, 0x45B, "sr"}, {0x453, 0x453, "mk"}, {0x455, 0x455, "mk"}, {0x45C, 0x45C, "mk"},
    {0x49B, 0x49B, "kk"}, {0x4D9, 0x4D9, "kk"}, {0x4E9, 0x4E9, "mn"}, {0x4AF, 0x4AF, "mn"},
    {0x67E, 0x67E, "fa"}, {0x686, 0x686, "fa"}, {0x698, 0x698, "fa"}, {0x6AF, 0x6AF, "fa"},
    {0x679, 0x679, "ur"}, {0x688, 0x688, "ur"}, {0x691, 0x691, "ur"}, {0x6BA, 0x6BA, "ur"},
    {0x6D2, 0x6D2, "ur"}, {0x3040, 0x30FF, "ja"}, {0xAC00, 0xD7AF, "ko"},
};

static const struct range *
range_of(uint32_t code, const struct range *ranges, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (code >= ranges[i].from && code <= ranges[i].to)
			return &ranges[i];
	return NULL;
}
#define RANGE_OF(code, ranges) range_of(code, ranges, sizeof ranges / sizeof ranges[0])

static void
count_letter(struct evidence *evidence, uint32_t code)
{
	const struct range *script = code < 0x370 ? NULL : RANGE_OF(code, scripts);
	const struct range *alone;

	if (!script) {
		evidence->latin += text_is_letter(code);
		return;
	}
	evidence->others++;
	alone = RANGE_OF(text_to_lower(code), letters);
	if (alone)
		evidence->script = slice_of(alone->code);
	else if (!evidence->telling)
		evidence->script = slice_of(script->code);
	evidence->telling |= alone != NULL;
}

static void
count_word(const struct words *words, struct evidence *evidence, struct slice word)
{
	char lower[LONGEST_SMALL];
	uint32_t sure, languages;
	unsigned i;

	if (word.len > LONGEST_SMALL)
		return;
	memcpy(lower, word.at, word.len);
	lower[0] = text_lower_byte(lower[0]);
	sure = words_languages(words, (struct slice){lower, word.len});
	if (sure & WORDS_ENGLISH) {
		evidence->english++;
		return;
	}
	if (lower[0] != word.at[0]) /* of a name, perhaps */
		return;
	languages = sure | words_particle(words, word);
	for (i = 1; languages >> i != 0; i++)
		if (languages >> i & 1)
			evidence->count[i] =
			    (uint16_t)(evidence->count[i] + (sure >> i & 1 ? 2 : 1));
	if (languages == 0)
		return;
	if (!slice_equal(word, evidence->last))
		evidence->several |= evidence->seen & languages;
	evidence->seen |= languages;
	evidence->sure |= sure;
	evidence->last = word;
}

/* Counts the words of text, until it is English. */
static void
count_words(const struct words *words, struct slice text, struct evidence *evidence)
{
	size_t at = 0, from, size;
	uint32_t code;

	while (at < text.len && evidence->english < LEAST_ENGLISH) {
		for (from = at; at < text.len; at++) {
			if ((unsigned char)text.at[at] < 0x80) {
				if (!text_is_alpha((unsigned char)text.at[at]))
					break;
				evidence->latin++;
				continue;
			}
			code = text_decode(text.at + at, text.len - at, &size);
			if (!text_is_letter(code))
				break;
			count_letter(evidence, code);
			at += size - 1;
		}
		if (at > from && at < text.len)
			count_word(words, evidence, slice_cut(text, from, at));
		at++; /* the byte that is no letter */
	}
}

/* The language whose small words are in the evidence; 0: none of them surely. */
static unsigned
most_counted(const struct evidence *evidence)
{
	unsigned i, best = 0;

	for (i = 1; i < WORDS_LANGUAGES; i++)
		if ((evidence->sure >> i & 1) &&
		    (best == 0 || evidence->count[i] > evidence->count[best]))
			best = i;
	return best;
}

/* The same as language_of for a text that a quick look does not take for English. */
static enum language
by_evidence(const struct words *words, struct slice text, struct slice before,
	    struct slice *code)
{
	struct evidence evidence = {.script = SLICE("und")};
	unsigned best, least = before.len > 0 ? 1 : LEAST_OTHER;

	count_words(words, text, &evidence);
	if (evidence.english >= LEAST_ENGLISH)
		return LANGUAGE_ENGLISH;
	if (evidence.others >= LEAST_LETTERS && evidence.others > 2 * evidence.latin) {
		*code = slice_is(evidence.script, "und") && before.len > 0
			    ? before
			    : evidence.script;
		return LANGUAGE_OTHER;
	}
	best = most_counted(&evidence);
	if (best == 0 || evidence.count[best] < least + 4 * evidence.english ||
	    (before.len == 0 && !(evidence.several >> best & 1)))
		return LANGUAGE_UNKNOWN;
	*code = words_language(words, best);
	/* One small word is of many languages: the text goes on as it began. */
	if (before.len > 0 && evidence.count[best] < LEAST_OTHER)
		*code = before;
	return LANGUAGE_OTHER;
}

/* A quick look: whether two of the commonest words of English are in text. */
static bool
is_plainly_english(struct slice text)
{
	const unsigned char *at = (const unsigned char *)text.at;
	unsigned char last[2 * STEP];
	size_t english = 0, i;

	for (i = 0; i < text.len && english < LEAST_ENGLISH; i += STEP) {
		if (text.len - i < STEP + 4) {
			step_last(at + i, text.len - i, last);
			english += step_english(last);
		} else {
			english += step_english(at + i);
		}
	}
	return english >= LEAST_ENGLISH;
}

/* Names and headings have no two words in small letters, or in others than Latin. */
static bool
has_words(struct slice text)
{
	const unsigned char *at = (const unsigned char *)text.at;
	unsigned char last[2 * STEP];
	size_t small, i;

	if (text.len == 0)
		return false;
	small = at[0] >= 0xC3 ? 2 : text_is_lower(at[0]);
	for (i = 1; i < text.len && small < 2; i += STEP) {
		if (text.len - i < STEP) {
			step_last(at + i - 1, text.len - i + 1, last);
			small += step_small_words(last + 1);
		} else {
			small += step_small_words(at + i);
		}
	}
	return small >= 2;
}

enum language
language_of(const struct words *words, struct slice text, struct slice before,
	    struct slice *code)
{
	if (text.len > LANGUAGE_LOOKED_AT)
		text.len = LANGUAGE_LOOKED_AT;
	if (is_plainly_english(text))
		return LANGUAGE_ENGLISH;
	if (before.len == 0 && !has_words(text))
		return LANGUAGE_UNKNOWN;
	return by_evidence(words, text, before, code);
}
