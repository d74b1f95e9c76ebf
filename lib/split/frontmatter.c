#include "frontmatter.h"

#include <stdint.h>

#include "../text.h"

static size_t
line_end(struct slice block, size_t at)
{
	const char *end =
	    at < block.len ? memchr(block.at + at, '\n', block.len - at) : NULL;

	return end ? (size_t)(end - block.at) : block.len;
}

static bool
is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0';
}

/* "\u2019" and its like; *at stands behind the letter and is moved on. */
static uint32_t
hex_escape(struct slice s, size_t *at, int digits)
{
	uint32_t code = 0;
	int i;

	for (i = 0; i < digits && *at < s.len && text_hex_value(s.at[*at]) >= 0; i++)
		code = code << 4 | (uint32_t)text_hex_value(s.at[(*at)++]);
	if (i < digits || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		return TEXT_REPLACEMENT;
	return code;
}

/* A line's end inside a value: with the white space around it one blank. */
static size_t
fold_lines(struct slice s, size_t *at, char *out, size_t len)
{
	while (*at < s.len && strchr(" \t\r\n", s.at[*at]))
		++*at;
	while (len > 0 && out[len - 1] == ' ')
		len--;
	out[len++] = ' ';
	return len;
}

static size_t
escape(struct slice s, size_t *at, char *out, size_t len)
{
	char c = s.at[(*at)++];

	switch (c) {
	case 'u':
		return len + text_encode(hex_escape(s, at, 4), out + len);
	case 'x':
		return len + text_encode(hex_escape(s, at, 2), out + len);
	case 'U':
		return len + text_encode(hex_escape(s, at, 8), out + len);
	case '\r':
	case '\n':
		while (*at < s.len && strchr(" \t\r\n", s.at[*at]))
			++*at;
		return len;
	case '_':
	case 'N':
	case 'L':
	case 'P':
	case 'n':
	case 't':
	case 'r':
		out[len++] = ' ';
		return len;
	default:
		out[len++] = c;
		return len;
	}
}

/* "\u2019" or "\xE9": not YAML in single quotes, but some write it so. */
static bool
is_code(struct slice s)
{
	return (s.len > 5 && s.at[1] == 'u' && text_hex_value(s.at[2]) >= 0 &&
		text_hex_value(s.at[3]) >= 0 && text_hex_value(s.at[4]) >= 0 &&
		text_hex_value(s.at[5]) >= 0) ||
	       (s.len > 3 && s.at[1] == 'x' && text_hex_value(s.at[2]) >= 0 &&
		text_hex_value(s.at[3]) >= 0);
}

/* What may mean something between quotes. */
static const bool in_quotes[256] = {
    ['"'] = true, ['\''] = true, ['\\'] = true, ['\n'] = true};

/* A value in quotes that begins behind s's first byte; *end: behind its last quote. */
static size_t
quoted(struct slice s, char quote, char *out, size_t *end)
{
	size_t at = 1, len = 0, from;

	while (at < s.len) {
		if (s.at[at] == '\n') {
			len = fold_lines(s, &at, out, len);
		} else if (s.at[at] == '\\' && at + 1 < s.len &&
			   (quote == '"' || is_code(slice_cut(s, at, s.len)))) {
			at++;
			len = escape(s, &at, out, len);
		} else if (s.at[at] == quote) {
			if (quote == '"' || at + 1 >= s.len || s.at[at + 1] != quote)
				break;
			out[len++] = quote;
			at += 2;
		} else {
			for (from = at++;
			     at < s.len && !in_quotes[(unsigned char)s.at[at]]; at++)
				continue;
			memcpy(out + len, s.at + from, at - from);
			len += at - from;
		}
	}
	*end = at < s.len ? at + 1 : at;
	return len;
}

/* A plain value, a list or a block of lines: joined by blanks, items by commas. */
static size_t
plain_value(struct slice s, char *out)
{
	size_t at = 0, len = 0, end;
	struct slice line;

	while (at < s.len) {
		end = line_end(s, at);
		line = slice_trim(slice_cut(s, at, end));
		if (line.len > 0 && line.at[line.len - 1] == '\r')
			line = slice_trim(slice_cut(line, 0, line.len - 1));
		at = end + 1;
		if (line.len > 1 && line.at[0] == '-' && line.at[1] == ' ') {
			line = slice_trim(slice_cut(line, 2, line.len));
			if (len > 0)
				out[len++] = ',';
		}
		if (line.len > 1 && (line.at[0] == '"' || line.at[0] == '\'') &&
		    line.at[line.len - 1] == line.at[0])
			line = slice_cut(line, 1, line.len - 1);
		if (line.len == 0 ||
		    (len == 0 && (slice_is(line, "|") || slice_is(line, ">") ||
				  slice_is(line, ">-") || slice_is(line, "|-"))))
			continue;
		if (len > 0)
			out[len++] = ' ';
		if (!memchr(line.at, '\\', line.len)) {
			memcpy(out + len, line.at, line.len);
			len += line.len;
			line.len = 0;
		}
		for (end = 0; end < line.len;) {
			if (line.at[end] == '\\' &&
			    is_code(slice_cut(line, end, line.len))) {
				end++;
				len = escape(line, &end, out, len);
			} else {
				out[len++] = line.at[end++];
			}
		}
	}
	if (len > 1 && out[0] == '[' && out[len - 1] == ']') {
		len -= 2;
		memmove(out, out + 1, len);
	}
	return len;
}

/* Where the value that begins on the line at from ends: before the next field. */
static size_t
value_end(struct slice block, size_t from)
{
	size_t at = line_end(block, from), next;

	for (;;) {
		next = at + 1;
		if (next >= block.len ||
		    (block.at[next] != ' ' && block.at[next] != '\t' &&
		     block.at[next] != '-') ||
		    slice_starts(slice_cut(block, next, block.len), SLICE("---")))
			return at;
		at = line_end(block, next);
	}
}

static bool
is_no_name(char c)
{
	return c == ' ' || c == '\t' || c == '#' || c == '-' || c == '.';
}

/* The name in front of a colon at the line's start; false when there is none. */
static bool
field_name(struct slice block, size_t *at, struct field *field)
{
	size_t from, end;

	for (; *at < block.len; *at = line_end(block, end) + 1) {
		from = end = *at;
		while (end < block.len && block.at[end] != ':' && block.at[end] != '\n')
			end++;
		if (end == block.len || end == from || block.at[end] == '\n' ||
		    is_no_name(block.at[from]))
			continue;
		field->name = slice_cut(block, from, end);
		*at = end + 1;
		while (*at < block.len && (block.at[*at] == ' ' || block.at[*at] == '\t'))
			++*at;
		return true;
	}
	return false;
}

static void
trim_range(struct slice block, struct field *field)
{
	while (field->from < field->to && is_white(block.at[field->from]))
		field->from++;
	while (field->from < field->to && is_white(block.at[field->to - 1]))
		field->to--;
}

bool
frontmatter_next(struct slice block, size_t *at, char *buffer, struct field *field)
{
	size_t end, len;
	char quote;

	if (!field_name(block, at, field))
		return false;
	quote = *at < block.len ? block.at[*at] : '\0';
	if (quote == '"' || quote == '\'') {
		len = quoted(slice_cut(block, *at, block.len), quote, buffer, &end);
		field->from = *at + 1;
		field->to = *at + end - 1;
		*at = line_end(block, *at + end) + 1;
	} else {
		end = value_end(block, *at);
		len = plain_value(slice_cut(block, *at, end), buffer);
		field->from = *at;
		field->to = end;
		*at = end + 1;
	}
	trim_range(block, field);
	field->value = slice_trim((struct slice){buffer, len});
	return true;
}

static int
base64_value(char c)
{
	if (text_is_upper((unsigned char)c))
		return c - 'A';
	if (text_is_lower((unsigned char)c))
		return c - 'a' + 26;
	if (text_is_digit((unsigned char)c))
		return c - '0' + 52;
	return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static size_t
decode_base64(struct slice s, char *out)
{
	uint32_t bits = 0;
	int count = 0, value;
	size_t i, len = 0;

	for (i = 0; i < s.len; i++) {
		if ((value = base64_value(s.at[i])) < 0)
			continue;
		bits = (bits << 6 | (uint32_t)value) & 0xFFFFFF;
		if ((count += 6) >= 8) {
			count -= 8;
			out[len++] = (char)(bits >> count & 0xFF);
		}
	}
	return len;
}

static size_t
decode_quoted(struct slice s, char *out)
{
	size_t i, len = 0;

	for (i = 0; i < s.len; i++) {
		if (s.at[i] == '=' && i + 2 < s.len && text_hex_value(s.at[i + 1]) >= 0 &&
		    text_hex_value(s.at[i + 2]) >= 0) {
			out[len++] = (char)(16 * text_hex_value(s.at[i + 1]) +
					    text_hex_value(s.at[i + 2]));
			i += 2;
		} else {
			out[len++] = s.at[i] == '_' ? ' ' : s.at[i];
		}
	}
	return len;
}

/* "=?utf-8?Q?…?=" at s: its length, or 0; what it says goes to out. */
static size_t
encoded_word(struct slice s, char *out, size_t *len)
{
	size_t mark[3], i, n = 0;
	struct slice text;
	char how;

	*len = 0;
	if (!slice_starts(s, SLICE("=?")))
		return 0;
	for (i = 2; i < s.len && s.at[i] != ' ' && s.at[i] != '\n' && n < 3; i++)
		if (s.at[i] == '?')
			mark[n++] = i;
	if (n < 3 || mark[1] != mark[0] + 2 || mark[2] + 1 >= s.len ||
	    s.at[mark[2] + 1] != '=')
		return 0;
	text = slice_cut(s, mark[1] + 1, mark[2]);
	how = text_lower_byte(s.at[mark[0] + 1]);
	if (how == 'q')
		*len = decode_quoted(text, out);
	else if (how == 'b')
		*len = decode_base64(text, out);
	else
		return 0;
	return mark[2] + 2;
}

/* White space between two encoded words is none: where the second begins, or at. */
static size_t
between_words(struct slice block, size_t at, size_t end)
{
	size_t next = at;

	while (next < end && strchr(" \t\r\n", block.at[next]))
		next++;
	return slice_starts(slice_cut(block, next, end), SLICE("=?")) ? next : at;
}

bool
mail_field_next(struct slice block, size_t *at, char *buffer, struct field *field)
{
	size_t i, len = 0, size, written, end;

	if (*at == 0 && slice_starts(block, SLICE("From ")))
		*at = line_end(block, 0) + 1;
	if (!field_name(block, at, field))
		return false;
	field->from = i = *at;
	for (end = line_end(block, i); end + 1 < block.len && (block.at[end + 1] == ' ' ||
							       block.at[end + 1] == '\t');
	     end = line_end(block, end + 1))
		continue;
	while (i < end) {
		if (strchr("\r\n", block.at[i])) {
			len = fold_lines(slice_cut(block, 0, end), &i, buffer, len);
		} else if ((size = encoded_word(slice_cut(block, i, end), buffer + len,
						&written)) > 0) {
			len += written;
			i = between_words(block, i + size, end);
		} else {
			buffer[len++] = block.at[i++];
		}
	}
	field->to = end;
	*at = end + 1;
	trim_range(block, field);
	field->value = slice_trim((struct slice){buffer, len});
	return true;
}
