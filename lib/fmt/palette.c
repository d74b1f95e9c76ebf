#include "palette.h"

/*
 * The sixteen colours every terminal has, none of those that vanish on white or on
 * black; kinds that belong together (person and role, country and place) share a
 * hue. ECMA-48, SGR.
 */
static const char *const name_colour[] = {
    [KIND_PERSON] = "1;35",
    [KIND_ROLE] = "35",
    [KIND_COUNTRY] = "1;32",
    [KIND_PLACE] = "32",
    [KIND_ORG] = "1;36",
    [KIND_EVENT] = "36",
    [KIND_INSTRUMENT] = "33",
    [KIND_DATE] = "94",
    [KIND_MONEY] = "31",
};

static const struct {
	unsigned bit;
	const char *code;
} more[] = {
    {STYLE_TOPIC, "3"}, {STYLE_ABBREV, "4"}, {STYLE_ACT, "1;4"},
    {STYLE_OTHER, "7"}, {STYLE_BOLD, "1"},    {STYLE_FAINT, "2"},
};

unsigned
palette_style(enum kind kind)
{
	if (kind_is_name(kind))
		return 1u + (unsigned)kind;
	switch (kind) {
	case KIND_TOPIC:
		return STYLE_TOPIC;
	case KIND_ABBREV:
		return STYLE_ABBREV;
	case KIND_ACT:
		return STYLE_ACT;
	default:
		return STYLE_OTHER;
	}
}

static size_t
append(char *buffer, size_t len, const char *code)
{
	size_t n = strlen(code);

	if (buffer[len - 1] != '[')
		buffer[len++] = ';';
	memcpy(buffer + len, code, n);
	return len + n;
}

size_t
palette_sequence(unsigned style, bool after_plain, char *buffer)
{
	size_t len = 2, i;

	memcpy(buffer, "\033[", 2);
	if (!after_plain || style == 0)
		len = append(buffer, len, "0");
	/* A name's own weight tells its kind: no headline may change it. */
	if (style & STYLE_NAME) {
		style &= ~(unsigned)(STYLE_BOLD | STYLE_FAINT);
		len = append(buffer, len, name_colour[(style & STYLE_NAME) - 1]);
	}
	for (i = 0; i < sizeof more / sizeof more[0]; i++)
		if (style & more[i].bit)
			len = append(buffer, len, more[i].code);
	buffer[len++] = 'm';
	return len;
}

struct slice
palette_open(enum kind kind)
{
	static const char *const open[KINDS] = {
	    [KIND_PERSON] = "p[",
	    [KIND_ROLE] = "r[",
	    [KIND_COUNTRY] = "c[",
	    [KIND_PLACE] = "l[",
	    [KIND_ORG] = "o[",
	    [KIND_EVENT] = "e[",
	    [KIND_INSTRUMENT] = "i[",
	    [KIND_DATE] = "d[",
	    [KIND_MONEY] = "m[",
	    [KIND_TOPIC] = "t[",
	    [KIND_ABBREV] = "a[",
	    [KIND_ACT] = "_",
	};

	return slice_of(open[kind] ? open[kind] : "x[");
}

struct slice
palette_close(enum kind kind)
{
	return kind == KIND_ACT ? SLICE("_") : SLICE("]");
}
