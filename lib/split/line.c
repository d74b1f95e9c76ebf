#include "line.h"

#include "../text.h"
#include "mark.h"
#include "signs.h"
#include "step.h"

size_t
line_characters(struct slice s)
{
	const unsigned char *bytes = (const unsigned char *)s.at;
	size_t at = 0, continued = 0;

	if (s.len >= STEP) {
		if (step_is_ascii(bytes, s.len))
			return s.len;
		for (; at + STEP <= s.len; at += STEP)
			continued += step_continued(bytes + at, 0);
		/* The last ones, and some once more. */
		continued += step_continued(bytes + s.len - STEP, STEP - (s.len - at));
		return s.len - continued;
	}
	for (; at < s.len; at++)
		continued += (bytes[at] & 0xC0) == 0x80;
	return s.len - continued;
}

/* s without the quotes, brackets and Markdown marks that may close a sentence. */
static struct slice
without_closers(struct slice s)
{
	while (s.len > 0) {
		if (sign_is_closer(s.at[s.len - 1]) || s.at[s.len - 1] == '*' ||
		    s.at[s.len - 1] == '_')
			s.len--;
		else if (s.len > 3 && memcmp(s.at + s.len - 3, "\xE2\x80\x9D", 3) == 0)
			s.len -= 3;
		else
			break;
	}
	return s;
}

struct slice
line_last_word(struct slice s)
{
	size_t from = s.len;

	while (from > 0 && s.at[from - 1] != ' ')
		from--;
	return slice_cut(s, from, s.len);
}

struct slice
line_first_word(struct slice s)
{
	size_t end = 0;

	while (end < s.len && s.at[end] != ' ')
		end++;
	return slice_cut(s, 0, end);
}

static bool
ends_like_sentence(struct slice s)
{
	if (s.len > 0 && text_is_alnum((unsigned char)s.at[s.len - 1]))
		return false;
	s = without_closers(s);
	return s.len > 0 &&
	       (sign_is_end(s.at[s.len - 1]) || sign_is_colon(s.at[s.len - 1]));
}

/* The same for what does not begin with a letter of ASCII. */
static bool
opens_lower(struct slice s)
{
	uint32_t code = 0;
	size_t at = 0, size;

	while (at < s.len && (text_class[(unsigned char)s.at[at]] & TEXT_PUNCT) &&
	       strchr("*_[(\"'\\", s.at[at]))
		at++;
	while (at < s.len) {
		code = text_decode(s.at + at, s.len - at, &size);
		if (code != 0x201C && code != 0x2018 && !text_is_invisible(code))
			break;
		at += size;
	}
	return at < s.len && text_is_lower_letter(code);
}

bool
line_begins_lower(struct slice s)
{
	if (s.len > 0 && text_is_alpha((unsigned char)s.at[0]))
		return text_is_lower((unsigned char)s.at[0]);
	return opens_lower(s);
}

bool
line_is_item(const struct source_line *line)
{
	struct slice text = line->text;

	if (mark_is_no(text))
		return false;
	if (text.len > 1 && text.at[0] == '\\')
		text = slice_cut(text, 1, text.len);
	return mark_at(text).style != MARK_NONE;
}

void
line_look_at(struct source_line *line)
{
	line->width = (uint32_t)line_characters(line->text) + line->indent;
	line->ends = ends_like_sentence(line->text);
	line->lower = line_begins_lower(line->text);
	line->item = line_is_item(line);
}

bool
line_is_stars(struct slice line)
{
	return slice_is(line, "*") || slice_is(line, "**") || slice_is(line, "***");
}

bool
line_has_open_bracket(struct slice line)
{
	size_t i, depth = 0;

	for (i = 0; i < line.len; i++)
		if (line.at[i] == '(')
			depth++;
		else if (line.at[i] == ')' && depth > 0)
			depth--;
	return depth > 0;
}

bool
line_is_prose(struct slice line)
{
	size_t at, words = 0, lower = 0;

	for (at = 0; at < line.len; at++) {
		if (at > 0 && line.at[at - 1] != ' ')
			continue;
		words++;
		lower += text_is_lower((unsigned char)line.at[at]);
	}
	return words >= 5 && lower * 2 >= words;
}

bool
line_is_section(struct slice line)
{
	size_t at = 0, stops = 0;

	while (at < line.len && (text_is_digit((unsigned char)line.at[at]) ||
				 (at > 0 && line.at[at] == '.')))
		stops += line.at[at++] == '.';
	return stops > 0 && at > 2 && at <= 6 && at < line.len && line.at[at] == ' ' &&
	       line.at[at - 1] != '.';
}

bool
line_ends_in_hyphen(struct slice line)
{
	return line.len > 2 && line.at[line.len - 1] == '-' &&
	       line.at[line.len - 2] != ' ' && line.at[line.len - 2] != '-';
}

bool
line_is_capitals(struct slice word)
{
	size_t i;

	for (i = 0; i < word.len && word.at[i] != ','; i++)
		if (!text_is_upper((unsigned char)word.at[i]))
			return false;
	return i >= 5;
}
