#include "token.h"

#include "arena.h"
#include "text.h"

enum { LONGEST_WORD = 256 };

/* The length of the mark or letter at text[at], which is no ASCII; *letter says which. */
static size_t
high_length(struct slice text, size_t at, bool *letter)
{
	size_t size;
	uint32_t code = text_decode(text.at + at, text.len - at, &size);

	/* Combining marks go with their letter, whatever stands for an apostrophe does not. */
	*letter = text_is_letter(code) || (code >= 0x2B0 && code <= 0x36F && code != 0x2BC);
	return size;
}

/* Bytes of an apostrophe at text[at]: 1 for "'" and "`", 3 for "’", 0 for none. */
static size_t
apostrophe(struct slice text, size_t at)
{
	if (at >= text.len)
		return 0;
	if (text.at[at] == '\'' || text.at[at] == '`')
		return 1;
	if (text.len - at >= 3 && memcmp(text.at + at, "\xE2\x80", 2) == 0 &&
	    ((unsigned char)text.at[at + 2] == 0x99 || (unsigned char)text.at[at + 2] == 0x98))
		return 3;
	if (text.len - at >= 2 && memcmp(text.at + at, "\xCA\xBC", 2) == 0)
		return 2;
	return 0;
}

static bool
letter_at(struct slice text, size_t at)
{
	bool letter;

	if (at >= text.len)
		return false;
	if ((unsigned char)text.at[at] < 0x80)
		return text_is_alnum((unsigned char)text.at[at]);
	high_length(text, at, &letter);
	return letter;
}

/* Past letters and digits from at on. */
static size_t
run_of_letters(struct slice text, size_t at)
{
	bool letter;
	size_t size;

	while (at < text.len) {
		if (text_is_alnum((unsigned char)text.at[at])) {
			at++;
		} else if ((unsigned char)text.at[at] >= 0x80) {
			size = high_length(text, at, &letter);
			if (!letter)
				break;
			at += size;
		} else {
			break;
		}
	}
	return at;
}

static bool
is_number_mark(struct slice text, size_t at)
{
	return (text.at[at] == '.' || text.at[at] == ',' || text.at[at] == ':') &&
	    at + 1 < text.len && text_is_digit((unsigned char)text.at[at + 1]) &&
	    text_is_digit((unsigned char)text.at[at - 1]);
}

/* "U.S.", "U.K.", "J.": single letters, each with its full stop. */
static size_t
run_of_initials(struct slice text, size_t at)
{
	size_t end = at, next = at;

	while (next + 1 < text.len && text_is_alpha((unsigned char)text.at[next]) &&
	    text.at[next + 1] == '.') {
		next += 2;
		end = next;
	}
	/* "U.S" at a word's end, without its last full stop, is the same name. */
	if (end > at && next < text.len && text_is_upper((unsigned char)text.at[next]) &&
	    !letter_at(text, next + 1))
		end = next + 1;
	return end > at && !letter_at(text, end) ? end : at;
}

/* The end of the word that begins at at. */
static size_t
word_end(const struct lexicon *lexicon, struct slice text, size_t at)
{
	size_t end = run_of_letters(text, at), mark, more;

	if (end == at + 1 && end < text.len && text.at[end] == '.' &&
	    text_is_alpha((unsigned char)text.at[at]) &&
	    (more = run_of_initials(text, at)) > at &&
	    (text_is_upper((unsigned char)text.at[at]) || more > at + 2))
		return more;
	for (;;) {
		if (end < text.len && is_number_mark(text, end)) {
			end = run_of_letters(text, end + 1);
			continue;
		}
		mark = apostrophe(text, end);
		if (!mark || !letter_at(text, end + mark))
			break;
		more = run_of_letters(text, end + mark);
		/* "Biden's": the possessive is a token of its own. */
		if (more == end + mark + 1 && (text.at[more - 1] == 's' || text.at[more - 1] == 'S'))
			break;
		end = more;
	}
	if (end < text.len && text.at[end] == '.' && end - at < 12) {
		if (lexicon_word(lexicon, text.at + at, end + 1 - at))
			end++;
	}
	return end;
}

/* BEGINS_… of a token. */
static uint8_t
begins(const struct token *token)
{
	const uint32_t others = CLASS_COMMON | CLASS_MONTH | CLASS_WEEKDAY | CLASS_ROLE_HEAD |
	    CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_OUTSIDE;
	uint32_t classes = token->classes;
	bool digit = token->shape & SHAPE_DIGIT, capital = token->shape & SHAPE_CAPITAL;
	bool own = capital && !digit && (token->shape & SHAPE_INITIAL || !(classes & others));
	bool mark = token->shape & SHAPE_MARK &&
	    (token->first == '(' || token->first == ':' || token->first == ';');
	bool versus = classes & CLASS_LINK && token->first == 'v';
	bool unknown = capital && token->shape & SHAPE_WORD && !token->word;

	return (uint8_t)(
	    (digit || classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_DATE_WORD) ? BEGINS_FIGURE : 0) |
	    (classes & (CLASS_ROLE_HEAD | CLASS_ROLE_MODIFIER | CLASS_ROLE_FIELD) ? BEGINS_TITLE : 0) |
	    (classes & (CLASS_GIVEN | CLASS_FAMILY | CLASS_PARTICLE | CLASS_HONORIFIC) ? BEGINS_PERSON : 0) |
	    (classes & CLASS_HEADS || mark || versus ? BEGINS_SHAPE : 0) |
	    (own ? BEGINS_OWN : 0) |
	    (capital && classes & CLASS_COMMON ? BEGINS_WORD : 0) |
	    (digit || classes & CLASS_NUMBER ? BEGINS_NUMBER : 0) |
	    (unknown || token->first == '"' || token->first == '(' ? BEGINS_NOTE : 0));
}

/* What the lexicon says of the words looked up. */
static void
describe(const struct lexicon *lexicon, struct token *token)
{
	const struct word *lower = &lexicon->words[token->lower];

	token->classes = (lexicon->words[token->word].classes & ~CLASSES_OF_LOWER) |
	    (lower->classes & CLASSES_OF_LOWER);
	token->part = lower->part;
	token->begins = begins(token);
	if (token->begins & ~BEGINS_NOTE || token->classes & CLASS_NAME_START || token->shape & SHAPE_CAPITAL)
		token->classes |= TOKEN_OF_INTEREST;
}

static void
look_up_mark(const struct lexicon *lexicon, struct slice text, struct token *token)
{
	char folded[16];
	size_t len = text_fold(slice_cut(text, token->start, token->end), folded);

	token->shape = SHAPE_MARK;
	token->first = len > 0 ? folded[0] : '\x01';
	token->word = token->lower = lexicon_word(lexicon, folded, len);
	describe(lexicon, token);
}

/* What bytes a word has. */
struct letters {
	size_t upper;       /* how many capitals */
	unsigned char seen; /* text_class of all */
	bool graves;        /* "`" among them */
};

/* Reads them, and copies the word in lower case. */
static struct letters
read_letters(struct slice word, char *small)
{
	struct letters letters = {0, 0, false};
	size_t i;

	for (i = 0; i < word.len; i++) {
		unsigned char c = (unsigned char)word.at[i], class = text_class[c];

		letters.upper += class & TEXT_UPPER;
		letters.seen |= class;
		letters.graves |= c == '`';
		small[i] = (char)(c | (class & TEXT_UPPER) << 5);
	}
	return letters;
}

static uint8_t
shape_of(struct slice word, const struct letters *letters)
{
	bool shouts = (letters->seen & (TEXT_UPPER | TEXT_LOWER)) == TEXT_UPPER;

	return (uint8_t)((letters->seen & (TEXT_UPPER | TEXT_LOWER) ? SHAPE_WORD : 0) |
	    (letters->seen & TEXT_DIGIT ? SHAPE_DIGIT : 0) |
	    (text_is_upper((unsigned char)word.at[0]) ? SHAPE_CAPITAL : 0) |
	    (shouts && letters->upper > 1 ? SHAPE_ALL_CAPS : 0) |
	    (shouts && word.len >= 2 && word.at[1] == '.' ? SHAPE_INITIAL : 0));
}

/* Looks up the word start..end, folded where it is no ASCII, and in lower case. */
static void
look_up(const struct lexicon *lexicon, struct slice text, bool all_caps, struct token *token)
{
	char folded[4 * LONGEST_WORD], other[4 * LONGEST_WORD];
	struct slice word = slice_cut(text, token->start, token->end);
	struct letters letters;

	*token = (struct token){.start = token->start, .end = token->end, .first = word.at[0]};
	if (!letter_at(text, token->start)) {
		look_up_mark(lexicon, text, token);
		return;
	}
	if (word.len > LONGEST_WORD)
		return;
	letters = read_letters(word, other);
	if (letters.seen & TEXT_HIGH || letters.graves) {
		word.len = text_fold(word, folded);
		word.at = folded;
		if (word.len == 0)
			return;
		letters = read_letters(word, other);
	}
	token->shape = shape_of(word, &letters);
	token->word = lexicon_word(lexicon, word.at, word.len);
	token->lower = letters.upper ? lexicon_word(lexicon, other, word.len) : token->word;
	/* "JAPAN" is Japan anywhere; "WHO" is not "Who" unless all shout. */
	if (letters.upper > (all_caps ? 1 : 3) && !(letters.seen & TEXT_LOWER) && !token->word) {
		other[0] = word.at[0];
		token->word = lexicon_word(lexicon, other, word.len);
		if (!token->word && all_caps)
			token->word = token->lower;
	}
	describe(lexicon, token);
}

/* The first TOKEN_SLACK bytes at a place, the first of them lowest. */
struct window {
	uint64_t head, tail;
};

static inline uint64_t
eight_bytes(const unsigned char *at)
{
	return at[0] | (uint64_t)at[1] << 8 | (uint64_t)at[2] << 16 | (uint64_t)at[3] << 24 |
	    (uint64_t)at[4] << 32 | (uint64_t)at[5] << 40 | (uint64_t)at[6] << 48 |
	    (uint64_t)at[7] << 56;
}

static inline struct window
window_at(const char *at)
{
	const unsigned char *bytes = (const unsigned char *)at;

	return (struct window){eight_bytes(bytes), eight_bytes(bytes + 8)};
}

#define UP_TO(n) ((n) >= 8 ? UINT64_MAX : ((uint64_t)1 << 8 * ((n) & 7)) - 1)
#define MASK(n) {UP_TO(n), (n) < 8 ? 0 : UP_TO((n) - 8)}

/* The window's first length bytes, up to 16, and zeros: without a branch, for how long
 * a word is cannot be foretold. */
static inline struct window
window_cut(struct window window, size_t length)
{
	static const struct window masks[] = {MASK(0), MASK(1), MASK(2), MASK(3), MASK(4), MASK(5),
	    MASK(6), MASK(7), MASK(8), MASK(9), MASK(10), MASK(11), MASK(12), MASK(13), MASK(14),
	    MASK(15), MASK(16)};

	return (struct window){
	    window.head & masks[length].head, window.tail & masks[length].tail};
}

/* How many bytes of the window stand before the first without the bit that all ASCII
 * letters have; in arithmetic, for that cannot be foretold. */
static inline size_t
run_of(struct window window)
{
	const uint64_t ones = UINT64_MAX / 255, bits = ones << 6;
	uint64_t head = ~window.head & bits, tail = ~window.tail & bits, all = head == 0;
	uint64_t other = head | (tail & -all);

	return (size_t)(((((other & -other) >> 6) - 1) & ones) * ones >> 56) + 8 * all;
}

/* The end of the token at text[at], no blank; more of its shape where it is a mark. */
static size_t
token_end(const struct lexicon *lexicon, struct slice text, size_t at, uint8_t *shape)
{
	unsigned char c = (unsigned char)text.at[at];
	bool letter = false;
	size_t end = at + 1, mark = 0;

	if (text_is_alnum(c))
		return word_end(lexicon, text, at);
	if (c >= 0x80)
		end = at + high_length(text, at, &letter);
	if (c == '\'' || c == '`' || c >= 0x80)
		mark = apostrophe(text, at);
	if (mark && !(*shape & SHAPE_GAP) && at > 0) {
		end = at + mark;
		*shape |= SHAPE_POSSESSIVE;
		return end < text.len && (text.at[end] == 's' || text.at[end] == 'S') &&
			!letter_at(text, end + 1)
		    ? end + 1
		    : end;
	}
	return letter ? word_end(lexicon, text, at) : end;
}

static inline bool
is_cached(const struct cached_word *cached, struct window word)
{
	return !((cached->head ^ ~word.head) | (cached->tail ^ word.tail));
}

/* Where the cache would have a word: of two places the first is the newer one's. */
static inline struct cached_word *
place_in(struct token_cache *cache, struct window word)
{
	return cache->at[((word.head ^ word.tail * 31) * 0x9E3779B97F4A7C15u) >> (64 - TOKEN_CACHE_BITS)];
}

/* What the cache has of a word, or NULL. */
static inline const struct cached_word *
cached_word(struct token_cache *cache, struct window word)
{
	const struct cached_word *cached = place_in(cache, word);

	cached += !is_cached(cached, word);
	return is_cached(cached, word) ? cached : NULL;
}

/*
 * What the cache has of the word or mark of *length bytes at at, where window is, if it ends
 * where its letters do, as nearly all do; else NULL. Some marks pass for letters here, but
 * of no word with such a one has the cache anything.
 */
static inline const struct cached_word *
cached_at(struct token_cache *cache, const char *at, struct window window, size_t *length)
{
	size_t run = run_of(window);

	*length = run += run == 0;
	return run < TOKEN_SLACK &&
		!((text_class[(unsigned char)*at] | text_class[(unsigned char)at[run]]) &
		    (TEXT_HIGH | TEXT_DIGIT | TEXT_JOINT))
	    ? cached_word(cache, window_cut(window, run))
	    : NULL;
}

/* Looks up the token start..end, where window is, and puts it into the cache, if it may: in
 * the newer one's place, which takes the older one's. */
static void
look_up_anew(const struct lexicon *lexicon, struct token_cache *cache, struct window window,
    struct slice text, bool all_caps, struct token *token)
{
	struct cached_word *cached;
	struct window word;

	look_up(lexicon, text, all_caps, token);
	if (!cache || token->end - token->start > TOKEN_SLACK)
		return;
	word = window_cut(window, token->end - token->start);
	cached = place_in(cache, word);
	cached[1] = cached[0];
	cached[0] = (struct cached_word){~word.head, word.tail, token->word, token->lower,
	    token->classes, token->shape, token->part, token->first, token->begins};
}

void
token_cut(const struct lexicon *lexicon, struct token_cache *cache, struct slice text,
    bool all_caps, struct token **tokens, size_t *count, size_t *capacity)
{
	size_t at = 0, n = *count, length;
	uint8_t shape = SHAPE_GAP;
	const struct cached_word *cached;
	struct window window;
	struct token *token;

	if (all_caps)
		cache = NULL;
	while (at < text.len) {
		if (text.at[at] == ' ') {
			shape = SHAPE_GAP;
			at++;
			continue;
		}
		window = window_at(text.at + at);
		cached = cache ? cached_at(cache, text.at + at, window, &length) : NULL;
		if (!cached) {
			length = token_end(lexicon, text, at, &shape) - at;
			if (cache && length <= TOKEN_SLACK)
				cached = cached_word(cache, window_cut(window, length));
		}
		if (n == *capacity)
			*tokens = grow(*tokens, n, capacity, sizeof **tokens);
		token = &(*tokens)[n++];
		token->start = (uint32_t)at;
		token->end = (uint32_t)(at += length);
		if (cached) {
			token->word = cached->word;
			token->lower = cached->lower;
			token->classes = cached->classes;
			token->shape = cached->shape;
			token->part = cached->part;
			token->first = cached->first;
			token->begins = cached->begins;
		} else {
			look_up_anew(lexicon, cache, window, text, all_caps, token);
		}
		token->shape |= shape;
		shape = text.at[at] == ' ' ? SHAPE_GAP : 0; /* none in the slack */
		at += shape != 0;
	}
	*count = n;
}

/* How many of eight bytes are small ASCII letters. */
static inline size_t
small_letters(uint64_t bytes)
{
	const uint64_t ones = UINT64_MAX / 255, high = ones << 7;
	uint64_t ascii = bytes & ~high;
	uint64_t small = (ascii + ones * (0x80 - 'a')) & ~(ascii + ones * (0x7f - 'z')) & ~bytes & high;

	return (size_t)((small >> 7) * ones >> 56);
}

bool
token_all_caps(struct slice text)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	size_t i, upper = 0, lower = 0;

	/* Most text shows with its first words that it does not shout. */
	if (text.len >= 24 && small_letters(eight_bytes(bytes)) + small_letters(eight_bytes(bytes + 8)) +
		small_letters(eight_bytes(bytes + 16)) >= 12)
		return false;
	for (i = 0; i < text.len; i++) {
		upper += text_is_upper((unsigned char)text.at[i]);
		lower += text_is_lower((unsigned char)text.at[i]);
	}
	return upper > 8 && lower * 6 < upper;
}
