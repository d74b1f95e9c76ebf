#include "mark.h"

#include "../text.h"

enum { LONGEST_ROMAN = 5, MOST_NUMBER = 3 };

/* Bullets that are nothing else, as UTF-8. */
static const char *const bullets[] = {
    "\xE2\x80\xA2", /* • */
    "\xE2\x80\xA3", /* ‣ */
    "\xE2\x81\x83", /* ⁃ */
    "\xE2\x96\xAA", /* ▪ */
    "\xE2\x96\xA0", /* ■ */
    "\xE2\x97\x8F", /* ● */
    "\xE2\x97\x8B", /* ○ */
    "\xE2\x97\xA6", /* ◦ */
    "\xE2\x9E\xA2", /* ➢ */
    "\xEF\x82\xB7", /* a bullet of Wingdings, private use */
    "\xC2\xB7",	    /* · */
};
enum { BULLETS = sizeof bullets / sizeof bullets[0] };

static size_t
bullet_at(struct slice text, size_t at)
{
	size_t i, len;

	if (at >= text.len || (unsigned char)text.at[at] < 0xC2)
		return 0;
	for (i = 0; i < BULLETS; i++) {
		len = strlen(bullets[i]);
		if (text.len - at > len && memcmp(text.at + at, bullets[i], len) == 0)
			return len;
	}
	return 0;
}

static unsigned
roman(struct slice digits)
{
	static const char *const numbers[] = {"i",   "ii",   "iii", "iv", "v",	"vi",
					      "vii", "viii", "ix",  "x",  "xi", "xii"};
	unsigned i;

	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (slice_is(digits, numbers[i]))
			return i + 1;
	return 0;
}

/* "1." "1)" "1.)" "(1)" "a." "a)" "(a)" "(iv)", a blank behind it. */
static struct mark
number_at(struct slice text)
{
	struct mark mark = {0}, none = {0};
	bool bracket = text.len > 0 && text.at[0] == '(';
	size_t from = bracket, at = from;

	while (at < text.len && at - from < MOST_NUMBER &&
	       text_is_digit((unsigned char)text.at[at]))
		mark.value = mark.value * 10 + (unsigned)(text.at[at++] - '0');
	mark.style = MARK_NUMBER;
	if (at == from) {
		while (at < text.len && at - from < LONGEST_ROMAN &&
		       text_is_lower((unsigned char)text.at[at]))
			at++;
		mark.style = MARK_LETTER;
		if (at >= text.len || (text.at[at] != '.' && text.at[at] != ')'))
			return none;
		if (at - from == 1)
			mark.value = (unsigned)(text.at[from] - 'a') + 1;
		else
			mark.value = roman(slice_cut(text, from, at));
	}
	if (at == from || mark.value == 0 || at >= text.len)
		return none;
	mark.closes = text.at[at];
	if (bracket ? mark.closes != ')' : mark.closes != '.' && mark.closes != ')')
		return none;
	at++;
	if (mark.closes == '.' && at < text.len && text.at[at] == ')') {
		mark.closes = ')';
		at++;
	}
	if (at >= text.len || text.at[at] != ' ')
		return none;
	mark.size = at;
	mark.end = at + 1;
	return mark;
}

struct mark
mark_at(struct slice text)
{
	struct mark mark = {0};
	size_t size;

	if (mark_is_no(text))
		return mark;
	if ((size = bullet_at(text, 0)) > 0) {
		mark.style = MARK_BULLET;
		mark.size = mark.end = size;
	} else if (text.at[1] == ' ' &&
		   (text.at[0] == '-' || text.at[0] == '*' || text.at[0] == '+' ||
		    text.at[0] == '.' || text.at[0] == 'o') &&
		   text.at[2] != text.at[0]) {
		mark.style = MARK_DASH;
		/* A full stop is what scanning made of a bullet, or is the text's own. */
		mark.size = mark.end = text.at[0] == '.' ? 0 : 1;
	} else if (text.at[0] == '\xE2' && text.len > 4 &&
		   (slice_starts(text, SLICE("\xE2\x80\x93 ")) ||
		    slice_starts(text, SLICE("\xE2\x80\x94 ")))) {
		mark.style = MARK_DASH;
		mark.size = mark.end = 3;
	} else if (slice_starts(text, SLICE("\xC2\xB0 ")) ||
		   slice_starts(text, SLICE("\xC2\xA7 "))) {
		mark.style = MARK_BULLET;
		mark.size = mark.end = 2;
	} else {
		return number_at(text);
	}
	while (mark.end > 0 && mark.end < text.len && text.at[mark.end] == ' ')
		mark.end++;
	/* "• 9. The item": a mark in front of a mark is left where it is. */
	if (mark.style == MARK_BULLET &&
	    number_at(slice_cut(text, mark.end, text.len)).style == MARK_NUMBER)
		mark.size = mark.end = 0;
	return mark;
}

size_t
mark_next(struct slice text, size_t from, const struct mark *mark)
{
	struct mark found;
	size_t at;

	for (at = from; at < text.len; at++) {
		if (mark->style == MARK_BULLET) {
			if (bullet_at(text, at) > 0)
				return at;
			continue;
		}
		if (text.at[at] != ' ')
			continue;
		found = number_at(slice_cut(text, at + 1, text.len));
		if (found.style == mark->style && found.closes == mark->closes &&
		    found.value == mark->value + 1)
			return at + 1;
	}
	return text.len;
}

static bool
follows_colon(struct slice text, size_t at)
{
	while (at > 0 && text.at[at - 1] == ' ')
		at--;
	return at > 0 && text.at[at - 1] == ':';
}

size_t
mark_first_bullet(struct slice text)
{
	static const char bullet[] = "\xE2\x80\xA2";
	const char *at = text.at, *first = NULL;
	size_t count = 0;

	while ((at = memchr(at, 0xE2, (size_t)(text.at + text.len - at)))) {
		if (text.at + text.len - at < 4)
			break;
		if (memcmp(at, bullet, 3) == 0) {
			if (!first)
				first = at;
			count++;
		}
		at++;
	}
	if (count == 1 && !follows_colon(text, (size_t)(first - text.at)))
		count = 0;
	return count > 0 ? (size_t)(first - text.at) : text.len;
}

bool
mark_is_signs(struct slice text)
{
	size_t i, signs = 0;

	for (i = 0; i < text.len; i++) {
		if (text.at[i] == ' ')
			continue;
		if (!mark_is_sign(text.at[i]))
			break;
		signs++;
	}
	if (i == text.len)
		return signs >= 2 || text.at[0] == '#';
	return mark_is_end(text);
}

bool
mark_is_end(struct slice text)
{
	size_t i, signs = 0;

	if (text.len > 0 && text.at[0] == '-')
		return slice_is(text, "-30-") || slice_is(text, "- 30 -") ||
		       slice_is(text, "--30--");
	for (i = 0; i < text.len; i++) {
		if (text.at[i] == ' ')
			continue;
		if (text.at[i] != text.at[0] || (text.at[i] != '#' && text.at[i] != '.'))
			return false;
		signs++;
	}
	return signs >= 3 || (signs == 1 && text.at[0] == '#');
}
