#include "language.h"

#include "../text.h"

enum {
	LEAST_ENGLISH = 2, /* small words */
	LEAST_OTHER = 4,   /* in halves */
	LEAST_LETTERS = 4, /* of another script */
	LONGEST_SMALL = 16,
};

struct evidence {
	unsigned count[WORDS_LANGUAGES + 1]; /* small words by language, in halves */
	bool several[WORDS_LANGUAGES + 1];   /* not one word all the time */
	bool sure[WORDS_LANGUAGES + 1];	     /* nor words of names alone */
	struct slice first[WORDS_LANGUAGES + 1];
	unsigned latin, others; /* letters */
	struct slice script;	/* language of the last letter that tells one */
	bool telling;		/* it was a letter of that language alone */
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
	uint32_t languages, whole;
	bool capital = text_is_upper((unsigned char)word.at[0]);
	unsigned i;

	if (word.len > LONGEST_SMALL)
		return;
	memcpy(lower, word.at, word.len);
	lower[0] = text_lower_byte(lower[0]);
	languages = words_languages(words, (struct slice){lower, word.len});
	if (languages & WORDS_ENGLISH) {
		evidence->count[0]++;
		return;
	}
	if (capital) /* of a name, perhaps */
		return;
	whole = languages;
	languages |= words_particle(words, word);
	for (i = 1, languages >>= 1; languages; i++, languages >>= 1) {
		if (!(languages & 1))
			continue;
		evidence->count[i] += whole >> i & 1 ? 2 : 1;
		evidence->sure[i] |= whole >> i & 1;
		if (evidence->first[i].len == 0)
			evidence->first[i] = word;
		else
			evidence->several[i] |= !slice_equal(word, evidence->first[i]);
	}
}

/* Counts the words of text, until it is English. */
static void
count_words(const struct words *words, struct slice text, struct evidence *evidence)
{
	size_t at = 0, from, size;
	uint32_t code;

	while (at < text.len && evidence->count[0] < LEAST_ENGLISH) {
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

enum language
language_of(const struct words *words, struct slice text, struct slice before,
	    struct slice *code)
{
	struct evidence evidence = {.script = SLICE("und")};
	unsigned i, best = 0, least = before.len > 0 ? 1 : LEAST_OTHER;

	if (text.len > LANGUAGE_LOOKED_AT)
		text.len = LANGUAGE_LOOKED_AT;
	if (words_has_english(words, text, LEAST_ENGLISH))
		return LANGUAGE_ENGLISH;
	count_words(words, text, &evidence);
	if (evidence.count[0] >= LEAST_ENGLISH)
		return LANGUAGE_ENGLISH;
	if (evidence.others >= LEAST_LETTERS && evidence.others > 2 * evidence.latin) {
		*code = slice_is(evidence.script, "und") && before.len > 0
			    ? before
			    : evidence.script;
		return LANGUAGE_OTHER;
	}
	for (i = 1; i < WORDS_LANGUAGES; i++)
		if (evidence.sure[i] && (best == 0 || evidence.count[i] > evidence.count[best]))
			best = i;
	if (best == 0 || evidence.count[best] < least + 4 * evidence.count[0] ||
	    (before.len == 0 && !evidence.several[best]))
		return LANGUAGE_UNKNOWN;
	*code = words_language(words, best);
	/* One small word is of many languages: the text goes on as it began. */
	if (before.len > 0 && evidence.count[best] < LEAST_OTHER)
		*code = before;
	return LANGUAGE_OTHER;
}
