#include "width.h"

#include <stdbool.h>

#include "text.h"
#include "width_table.h"

enum {
	JOINER = 0x200D,
	EMOJI_STYLE = 0xFE0F, /* asks for the two-column picture */
};

static bool
in_table(uint32_t code, const struct width_range *table, size_t count)
{
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if (code > table[middle].last)
			low = middle + 1;
		else if (code < table[middle].first)
			high = middle;
		else
			return true;
	}
	return false;
}

unsigned
width_character(uint32_t code)
{
	if (code < 0x300)
		return code >= 0x20 && (code < 0x7F || code >= 0xA0);
	if (in_table(code, zero, sizeof zero / sizeof zero[0]))
		return 0;
	return in_table(code, wide, sizeof wide / sizeof wide[0]) ? 2 : 1;
}

static bool
is_flag_letter(uint32_t code)
{
	return code >= 0x1F1E6 && code <= 0x1F1FF;
}

static bool
is_skin_tone(uint32_t code)
{
	return code >= 0x1F3FB && code <= 0x1F3FF;
}

size_t
width_cluster(struct slice s, unsigned *columns)
{
	size_t at, size;
	uint32_t first = text_decode(s.at, s.len, &at), code, before = first;

	*columns = width_character(first);
	while (at < s.len && (unsigned char)s.at[at] >= 0x80) {
		code = text_decode(s.at + at, s.len - at, &size);
		if (is_flag_letter(first) && is_flag_letter(code) && before == first) {
			*columns = 2;
		} else if (before == JOINER && first >= 0x2000) {
			/* a family, a profession: one picture */
		} else if (is_skin_tone(code) && first >= 0x2000) {
			*columns = 2;
		} else if (code == EMOJI_STYLE && first >= 0x2000) {
			*columns = 2;
		} else if (first < 0x20 || width_character(code) != 0) {
			break;
		}
		before = code;
		at += size;
		if (is_flag_letter(first) && is_flag_letter(code))
			first = 0x2000; /* a third letter begins another flag */
	}
	return at;
}

/* Most text is ASCII: so many bytes at its begin are a cluster of one column each. */
static size_t
plain_run(struct slice s)
{
	size_t n = text_printable(s);

	/* What follows may belong to the last of them: a combining mark. */
	return n < s.len && n > 0 ? n - 1 : n;
}

size_t
width_text(struct slice s)
{
	size_t total = 0, size;
	unsigned columns;

	while (s.len > 0) {
		size = plain_run(s);
		total += size;
		s = slice_cut(s, size, s.len);
		if (s.len == 0)
			break;
		size = width_cluster(s, &columns);
		total += columns;
		s = slice_cut(s, size, s.len);
	}
	return total;
}

size_t
width_fit(struct slice s, size_t columns, size_t *used)
{
	size_t at = 0, total = 0, size;
	unsigned n;

	while (at < s.len) {
		size = width_cluster(slice_cut(s, at, s.len), &n);
		if (total + n > columns)
			break;
		total += n;
		at += size;
	}
	if (used)
		*used = total;
	return at;
}
