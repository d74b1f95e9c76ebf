#include "escape.h"

#include "arena.h"
#include "text.h"

bool
escape_needed(uint32_t code)
{
	if (code < 0x20 || (code >= 0x7F && code < 0xA0))
		return true;
	if (code < 0x600)
		return false;
	return code == 0x61C || code == 0x180E || (code >= 0x200B && code <= 0x200F) ||
	    (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
	    code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB) ||
	    (code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF) ||
	    (code >= 0xE0000 && code <= 0xE0FFF);
}

/* Is code a zero-width joiner or the like between letters that need it? */
static bool
joins(uint32_t code)
{
	return code == 0x200C || code == 0x200D;
}

size_t
escape_plain(struct slice s)
{
	size_t i, size;
	uint32_t code;

	for (i = text_printable(s); i < s.len; i += text_printable(slice_cut(s, i, s.len))) {
		unsigned char c = (unsigned char)s.at[i];

		if (c < 0x80)
			break;
		code = text_decode(s.at + i, s.len - i, &size);
		if ((code == TEXT_REPLACEMENT && (size != 3 || c != 0xEF)) ||
		    (escape_needed(code) && !joins(code)))
			break;
		i += size;
	}
	return i;
}

uint32_t
escape_code(struct slice s, size_t *size)
{
	return text_decode(s.at, s.len, size);
}

size_t
escape_name(uint32_t code, char *buffer)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t len = 0;
	int shift = code > 0xFFFFF ? 20 : code > 0xFFFF ? 16 : 12;

	buffer[len++] = '<';
	buffer[len++] = 'U';
	buffer[len++] = '+';
	for (; shift >= 0; shift -= 4)
		buffer[len++] = digits[code >> shift & 15];
	buffer[len++] = '>';
	return len;
}

static size_t
visible(uint32_t code, char *buffer)
{
	if (code == TEXT_REPLACEMENT)
		return text_encode(code, buffer);
	return escape_name(code, buffer);
}

static void
write_escaped(struct output *out, struct slice s, bool tabs)
{
	char buffer[12];
	size_t n, size;

	for (;;) {
		n = escape_plain(s);
		output_bytes(out, s.at, n);
		s = slice_cut(s, n, s.len);
		if (s.len == 0)
			return;
		if (tabs && s.at[0] == '\t') {
			output_char(out, '\t');
			size = 1;
		} else {
			n = visible(escape_code(s, &size), buffer);
			output_bytes(out, buffer, n);
		}
		s = slice_cut(s, size, s.len);
	}
}

void
escape_visible(struct output *out, struct slice s)
{
	write_escaped(out, s, false);
}

void
escape_cells(struct output *out, struct slice s)
{
	write_escaped(out, s, true);
}

struct slice
escape_copy(struct arena *arena, struct slice s)
{
	size_t n = escape_plain(s), len = n, size;
	char *copy;

	if (n == s.len)
		return s;
	/* A byte becomes at most the 8 of <U+0007>. */
	copy = arena_bytes(arena, n + 8 * (s.len - n));
	memcpy(copy, s.at, n);
	s = slice_cut(s, n, s.len);
	while (s.len > 0) {
		len += visible(escape_code(s, &size), copy + len);
		s = slice_cut(s, size, s.len);
		n = escape_plain(s);
		memcpy(copy + len, s.at, n);
		len += n;
		s = slice_cut(s, n, s.len);
	}
	return (struct slice){copy, len};
}
