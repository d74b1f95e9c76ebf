#include "plain.h"

#include "../text.h"
#include "reference.h"
#include "step.h"

enum {
	LONGEST_LINK = 4000,
	LONGEST_EMPHASIS = 2000,
	LONGEST_REFERENCE = 12,
	LONGEST_RAISED = 6,
};

/* What a byte asks for; ordinary ones are copied in runs. */
enum { ORDINARY, BLANK, SPACE, CONTROL, HIGH, MARK };

/* White space and controls, bytes above ASCII, and the marks of Markdown and HTML. */
/* clang-format off */
#define CONTROL4 CONTROL, CONTROL, CONTROL, CONTROL
#define HIGH16 HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, \
	HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH, HIGH
static const unsigned char classes[256] = {
    CONTROL4, CONTROL4, CONTROL, SPACE, SPACE, SPACE, SPACE, SPACE, CONTROL, CONTROL,
    CONTROL4, CONTROL4, CONTROL4, CONTROL4,
    [' '] = BLANK, ['&'] = MARK, ['*'] = MARK, ['<'] = MARK, ['['] = MARK, ['\\'] = MARK,
    [']'] = MARK, ['^'] = MARK, ['_'] = MARK, [0x7F] = CONTROL,
    [0x80] = HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16, HIGH16,
};
/* clang-format on */

/* Where the pass over one addition stands. */
struct pass {
	const char *start, *at, *end;
	uint64_t offset;  /* of start in the input */
	const char *star; /* where an opened "*" closes, or NULL */
	const char *underline;
	const char *link;     /* the "]" that closes the open link's text */
	const char *link_end; /* behind the link's address */
	/* Left for looking ahead: brackets that close nothing cost no more. */
	size_t steps;
};

static uint64_t
source_of(const struct pass *pass, const char *at)
{
	return pass->offset + (uint64_t)(at - pass->start);
}

/* What the bytes at hand mean, depends on bytes that may follow. */
static void
unsettle(struct plain *plain)
{
	if (plain->len < plain->settled)
		plain->settled = plain->len;
}

/* n bytes of the input as they stand. */
static void
copy(struct plain *plain, struct pass *pass, size_t n)
{
	memcpy(plain->text + plain->len, pass->at, n);
	plain->len += n;
	pass->at += n;
}

/* Leaves out n bytes of the input. */
static void
skip(struct plain *plain, struct pass *pass, size_t n)
{
	pass->at += n;
	plain_stretch(plain, source_of(pass, pass->at), 0);
}

/* White space: n bytes of the input, of which the text gets at most one blank. */
static void
put_blank(struct plain *plain, struct pass *pass, size_t n)
{
	if (plain->len > 0 && plain->text[plain->len - 1] != ' ') {
		if (n > 1)
			plain_stretch(plain, source_of(pass, pass->at), n);
		plain->text[plain->len++] = ' ';
		pass->at += n;
		if (n > 1)
			plain_stretch(plain, source_of(pass, pass->at), 0);
	} else {
		skip(plain, pass, n);
	}
}

/* The line's end behind a soft hyphen, if one is there: the word goes on. */
static void
skip_line_end(struct plain *plain, struct pass *pass)
{
	size_t n = 0;

	while (pass->at + n < pass->end &&
	       (pass->at[n] == ' ' || classes[(unsigned char)pass->at[n]] == SPACE))
		n++;
	if (n > 0 && memchr(pass->at, '\n', n))
		skip(plain, pass, n);
}

/* n bytes of the input are code in the text. */
static void
put_code(struct plain *plain, struct pass *pass, uint32_t code, size_t n)
{
	if (text_is_space(code) || code == 0x2028 || code == 0x2029) {
		put_blank(plain, pass, n);
		return;
	}
	if (code < 0x20 || (code >= 0x7F && code < 0xA0) || text_is_invisible(code)) {
		skip(plain, pass, n);
		if (code == 0xAD)
			skip_line_end(plain, pass);
		return;
	}
	plain->bulleted |= code == 0x2022;
	plain->ellipsis |= code == 0x2026;
	plain_stretch(plain, source_of(pass, pass->at), n);
	plain->len += text_encode(code, plain->text + plain->len);
	pass->at += n;
	plain_stretch(plain, source_of(pass, pass->at), 0);
}

/* The word that ends the text, before a hyphen that is its last byte. */
static struct slice
word_before_hyphen(const struct plain *plain)
{
	size_t end = plain->len - 1, from = end;

	while (from > 0 && text_is_alpha((unsigned char)plain->text[from - 1]))
		from--;
	return (struct slice){plain->text + from, end - from};
}

/*
 * A line's end. A word cut by a hyphen is put together again, unless the part
 * before it is one that compounds begin with ("long-term").
 */
static void
line_end(struct plain *plain, struct pass *pass)
{
	const char *next = pass->at;
	struct slice word = {"", 0};

	while (next < pass->end && (classes[(unsigned char)*next] == BLANK ||
				    classes[(unsigned char)*next] == SPACE ||
				    (plain->quoted && *next == '>' && next > pass->at)))
		next++;
	if (plain->len > 1 && plain->text[plain->len - 1] == '-')
		word = word_before_hyphen(plain);
	if (plain->len < 2 || plain->text[plain->len - 1] != '-' ||
	    plain->text[plain->len - 2] == ' ' || plain->text[plain->len - 2] == '-' ||
	    next == pass->end) {
		put_blank(plain, pass, (size_t)(next - pass->at));
		return;
	}
	if (word.len > 1 && text_is_lower((unsigned char)*next) &&
	    text_is_lower((unsigned char)word.at[word.len - 1]) &&
	    !words_compound(plain->words, word))
		plain->len--;
	skip(plain, pass, (size_t)(next - pass->at));
}

static bool
is_blank(const struct pass *pass, const char *at)
{
	unsigned char sort;

	if (at < pass->start || at >= pass->end)
		return true;
	sort = classes[(unsigned char)*at];
	return sort == BLANK || sort == SPACE;
}

/* Whether the byte at at is part of a word; no-break spaces, quotes, dashes are not. */
static bool
is_word(const struct pass *pass, const char *at)
{
	if (at < pass->start || at >= pass->end)
		return false;
	if ((unsigned char)*at < 0x80)
		return text_is_alnum((unsigned char)*at);
	while (at > pass->start && ((unsigned char)*at & 0xC0) == 0x80)
		at--;
	return *at != '\xC2' && *at != '\xE2';
}

/* Bold runs are remembered, for they are headings where they stand alone. */
static void
toggle_bold(struct plain *plain)
{
	struct bold *bold;

	if (!plain->bold_open && plain->bold_count < PLAIN_BOLDS) {
		bold = &plain->bolds[plain->bold_count++];
		bold->from = bold->to = (uint32_t)plain->len;
		plain->bold_open = true;
	} else if (plain->bold_open) {
		plain->bolds[plain->bold_count - 1].to = (uint32_t)plain->len;
		plain->bold_open = false;
	}
}

/* The mark that closes the emphasis which mark at pass->at opens, or NULL. */
static const char *
closing(struct pass *pass, char mark)
{
	const char *at = pass->at + 1, *end = pass->end;

	if (end - at > LONGEST_EMPHASIS)
		end = at + LONGEST_EMPHASIS;
	if (pass->steps < LONGEST_EMPHASIS)
		return NULL;
	pass->steps -= 16; /* memchr(3) goes fast */
	while ((at = memchr(at, mark, (size_t)(end - at)))) {
		if (at + 1 < end && at[1] == mark) {
			while (at < end && *at == mark)
				at++;
		} else if (!is_blank(pass, at - 1) &&
			   (mark == '*' || !is_word(pass, at + 1))) {
			return at;
		} else {
			at++;
		}
		if (at >= end)
			return NULL;
	}
	return NULL;
}

static void
star_or_underline(struct plain *plain, struct pass *pass)
{
	char mark = *pass->at;
	const char **open = mark == '*' ? &pass->star : &pass->underline;
	size_t n = 0;

	while (pass->at + n < pass->end && pass->at[n] == mark)
		n++;
	if (pass->at + n == pass->end || pass->at == pass->start)
		unsettle(plain);
	if (mark == '*' && (n == 2 || n == 3)) {
		toggle_bold(plain);
		skip(plain, pass, n);
		return;
	}
	if (n == 1 && *open == pass->at) {
		*open = NULL;
		skip(plain, pass, 1);
		return;
	}
	if (n == 1 && !*open && pass->at == pass->start && pass->end - pass->at > 3 &&
	    is_blank(pass, pass->at + 1) && pass->end[-1] == mark &&
	    memchr(pass->at, '\n', (size_t)(pass->end - pass->at))) {
		*open = pass->end - 1; /* emphasis that opens on a line of its own */
		skip(plain, pass, 1);
		return;
	}
	if (n == 1 && !*open && !is_blank(pass, pass->at + 1) &&
	    !(is_word(pass, pass->at - 1) &&
	      (mark == '_' || is_word(pass, pass->at + 1))) &&
	    (*open = closing(pass, mark))) {
		skip(plain, pass, 1);
		return;
	}
	if (n == 2 && mark == '_' &&
	    !is_word(pass, pass->at - 1) != !is_word(pass, pass->at + 2)) {
		skip(plain, pass, n);
		return;
	}
	unsettle(plain);
	copy(plain, pass, n);
}

/* "[text](address)": the brackets and the address go; "[12]Text" is lynx's link. */
static void
bracket(struct plain *plain, struct pass *pass)
{
	const char *at = pass->at + 1, *end = pass->end, *close;
	int depth = 1;

	while (at < end && text_is_digit((unsigned char)*at))
		at++;
	if (at > pass->at + 1 && at + 1 < end && *at == ']' && is_word(pass, at + 1) &&
	    !is_word(pass, pass->at - 1)) {
		skip(plain, pass, (size_t)(at + 1 - pass->at));
		return;
	}
	if (at + 1 >= end)
		unsettle(plain);
	if (end - pass->at > LONGEST_LINK)
		end = pass->at + LONGEST_LINK;
	if ((size_t)(end - pass->at) > pass->steps)
		end = pass->at + pass->steps;
	for (at = pass->at + 1; at < end && depth > 0; at++) {
		if (*at == '\\')
			at++;
		else if (*at == '[')
			depth++;
		else if (*at == ']')
			depth--;
	}
	pass->steps -=
	    (size_t)(at - pass->at) < pass->steps ? (size_t)(at - pass->at) : pass->steps;
	close = at - 1;
	if (depth > 0 || at >= end || *at != '(' || pass->link) {
		if (at >= end)
			unsettle(plain);
		copy(plain, pass, 1);
		return;
	}
	for (depth = 0; at < end; at++) {
		if (*at > ')')
			continue; /* most */
		if (*at == '(')
			depth++;
		else if (*at == ')' && --depth == 0)
			break;
	}
	if (at >= end) {
		unsettle(plain);
		copy(plain, pass, 1);
		return;
	}
	pass->link = close;
	pass->link_end = at + 1;
	if (plain->len > 0 && pass->at > pass->start && pass->at[-1] == '!')
		plain->len--; /* an image: its description stays */
	skip(plain, pass, 1);
}

/* In front of punctuation, or at a line's end: a hard line break. */
static void
backslash(struct plain *plain, struct pass *pass)
{
	const char *next = pass->at + 1;

	if (next < pass->end && text_class[(unsigned char)*next] & TEXT_PUNCT) {
		skip(plain, pass, 1);
		copy(plain, pass, 1);
	} else if (is_blank(pass, next)) {
		skip(plain, pass, 1);
	} else {
		copy(plain, pass, 1);
	}
}

/* "50^th^", as pandoc writes what is set high. */
static void
raised(struct plain *plain, struct pass *pass)
{
	size_t n = 1, left = (size_t)(pass->end - pass->at);

	while (n < left && n < LONGEST_RAISED &&
	       text_is_alnum((unsigned char)pass->at[n]))
		n++;
	if (n > 1 && n < left && pass->at[n] == '^') {
		skip(plain, pass, 1);
		copy(plain, pass, n - 1);
		skip(plain, pass, 1);
	} else {
		copy(plain, pass, 1);
	}
}

static void
mark(struct plain *plain, struct pass *pass)
{
	struct slice rest = {pass->at, (size_t)(pass->end - pass->at)};
	bool block = false;
	uint32_t code;
	size_t n;

	if (rest.len < LONGEST_REFERENCE)
		unsettle(plain);
	switch (*pass->at) {
	case '&':
		if ((code = reference_decode(rest, &n)) != 0)
			put_code(plain, pass, code, n);
		else
			copy(plain, pass, 1);
		return;
	case '<':
		if ((n = reference_address(rest)) > 0) {
			skip(plain, pass, 1);
			copy(plain, pass, n);
			skip(plain, pass, 1);
			return;
		}
		if ((n = reference_tag(rest, &block)) != 0 && block)
			put_blank(plain, pass, n);
		else if (n != 0)
			skip(plain, pass, n);
		else {
			unsettle(plain);
			copy(plain, pass, 1);
		}
		return;
	case '[':
		bracket(plain, pass);
		return;
	case ']':
		if (pass->at != pass->link) {
			copy(plain, pass, 1);
			return;
		}
		pass->link = NULL;
		skip(plain, pass, (size_t)(pass->link_end - pass->at));
		return;
	case '\\':
		backslash(plain, pass);
		return;
	case '^':
		raised(plain, pass);
		return;
	default:
		star_or_underline(plain, pass);
	}
}

/* "***", "* * *": a rule, not marks around text. */
static bool
is_rule(struct slice raw)
{
	size_t i;

	for (i = 0; i < raw.len; i++)
		if (!strchr("*_ \t\r\n", raw.at[i]) || raw.at[i] == '\0')
			return false;
	return true;
}

static void
high(struct plain *plain, struct pass *pass)
{
	size_t n, left = (size_t)(pass->end - pass->at);
	const unsigned char *at = (const unsigned char *)pass->at;
	uint32_t code;

	/* Quotes and dashes: most of what is not ASCII in an English text. */
	if (left > 2 && at[0] == 0xE2 && at[1] == 0x80 && at[2] >= 0x93 &&
	    at[2] <= 0xA6) {
		plain->bulleted |= at[2] == 0xA2;
		plain->ellipsis |= at[2] == 0xA6;
		copy(plain, pass, 3);
		return;
	}
	code = text_decode(pass->at, left, &n);
	if (left < 4)
		unsettle(plain);
	if (code == TEXT_REPLACEMENT || code < 0xA0 || text_is_space(code) ||
	    text_is_invisible(code))
		put_code(plain, pass, code, n);
	else
		copy(plain, pass, n);
}

/*
 * Copies ordinary text, its line ends as blanks, up to the next byte that asks for more.
 * The last step takes some bytes once more, so that it has all of its length.
 */
static void
ordinary(struct plain *plain, struct pass *pass)
{
	const unsigned char *at = (const unsigned char *)pass->at;
	const unsigned char *end = (const unsigned char *)pass->end, *last;
	unsigned char *out = (unsigned char *)plain->text + plain->len;
	size_t n = STEP;

	*out++ = *at++; /* it is ordinary, and so a byte stands before the next */
	if (!plain->quoted && end - at >= STEP) {
		for (last = end - STEP; n == STEP && at < end; at += n, out += n) {
			if (at > last) {
				out -= at - last;
				at = last;
			}
			n = step_copy(at, out);
		}
		/* What follows white space tells what becomes of it. */
		if (out[-1] == ' ') {
			at--;
			out--;
		}
	}
	while (n == STEP) {
		while (at < end && classes[*at] == ORDINARY)
			*out++ = *at++;
		if (end - at < 2 || *at != ' ' || classes[at[1]] != ORDINARY)
			break;
		*out++ = *at++;
	}
	plain->len = (size_t)((char *)out - plain->text);
	pass->at = (const char *)at;
}

static void
blanks(struct plain *plain, struct pass *pass)
{
	size_t n = 0;

	while (pass->at + n < pass->end && pass->at[n] == ' ')
		n++;
	if (pass->at + n < pass->end && classes[(unsigned char)pass->at[n]] == SPACE &&
	    plain->len > 0)
		skip(plain, pass, n); /* the line's end makes the blank */
	else
		put_blank(plain, pass, n);
}

/* A line's end between words: one byte for one byte. */
static bool
is_plain_newline(const struct plain *plain, const struct pass *pass)
{
	return pass->at[0] == '\n' && pass->end - pass->at > 1 &&
	       classes[(unsigned char)pass->at[1]] == ORDINARY && !plain->quoted &&
	       plain->len > 0 && plain->text[plain->len - 1] != '-' &&
	       plain->text[plain->len - 1] != ' ';
}

void
plain_add(struct plain *plain, struct slice raw, uint64_t offset)
{
	struct pass pass = {.start = raw.at,
			    .at = raw.at,
			    .end = raw.at + raw.len,
			    .offset = offset,
			    .steps = 8 * raw.len + LONGEST_LINK};
	bool markup = plain->markup;
	unsigned char sort;

	plain_stretch(plain, offset, 0);
	if (raw.len > 0 && classes[(unsigned char)raw.at[0]] == MARK && is_rule(raw))
		markup = false;
	while (pass.at < pass.end) {
		sort = classes[(unsigned char)*pass.at];
		if (sort == ORDINARY)
			ordinary(plain, &pass);
		else if (sort == BLANK)
			blanks(plain, &pass);
		else if (sort == SPACE && is_plain_newline(plain, &pass)) {
			plain->text[plain->len++] = ' ';
			pass.at++;
		} else if (sort == SPACE)
			line_end(plain, &pass);
		else if (sort == CONTROL)
			skip(plain, &pass, 1);
		else if (sort == HIGH)
			high(plain, &pass);
		else if (markup)
			mark(plain, &pass);
		else
			copy(plain, &pass, 1);
	}
	if (plain->bold_open)
		plain->bolds[plain->bold_count - 1].to = (uint32_t)plain->len;
}
