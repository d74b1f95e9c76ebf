#include "reference.h"

#include <stdbool.h>

#include "../text.h"

enum { LONGEST_TAG = 4000 };

/* clang-format off */
static const struct {
	char name[8];
	uint16_t code;
} references[] = {
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''},
    {"nbsp", 0xA0}, {"rsquo", 0x2019}, {"lsquo", 0x2018}, {"rdquo", 0x201D},
    {"ldquo", 0x201C}, {"sbquo", 0x201A}, {"bdquo", 0x201E}, {"laquo", 0xAB},
    {"raquo", 0xBB}, {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"ndash", 0x2013},
    {"mdash", 0x2014}, {"hellip", 0x2026}, {"bull", 0x2022}, {"middot", 0xB7},
    {"shy", 0xAD}, {"zwj", 0x200D}, {"zwnj", 0x200C}, {"lrm", 0x200E}, {"rlm", 0x200F},
    {"ensp", 0x2002}, {"emsp", 0x2003}, {"thinsp", 0x2009}, {"copy", 0xA9},
    {"reg", 0xAE}, {"trade", 0x2122}, {"deg", 0xB0}, {"euro", 0x20AC}, {"pound", 0xA3},
    {"yen", 0xA5}, {"cent", 0xA2}, {"sect", 0xA7}, {"para", 0xB6}, {"times", 0xD7},
    {"frac12", 0xBD}, {"frac14", 0xBC}, {"frac34", 0xBE}, {"plusmn", 0xB1},
    {"ordm", 0xBA}, {"ordf", 0xAA}, {"sup2", 0xB2}, {"sup3", 0xB3}, {"iexcl", 0xA1},
    {"iquest", 0xBF}, {"dagger", 0x2020}, {"Dagger", 0x2021}, {"prime", 0x2032},
    {"Prime", 0x2033}, {"minus", 0x2212}, {"rarr", 0x2192}, {"larr", 0x2190},
    {"OElig", 0x152}, {"oelig", 0x153}, {"Scaron", 0x160}, {"scaron", 0x161},
    {"Yuml", 0x178}, {"szlig", 0xDF}, {"yuml", 0xFF},
    {"Agrave", 0xC0}, {"Aacute", 0xC1}, {"Acirc", 0xC2}, {"Atilde", 0xC3},
    {"Auml", 0xC4}, {"Aring", 0xC5}, {"AElig", 0xC6}, {"Ccedil", 0xC7},
    {"Egrave", 0xC8}, {"Eacute", 0xC9}, {"Ecirc", 0xCA}, {"Euml", 0xCB},
    {"Igrave", 0xCC}, {"Iacute", 0xCD}, {"Icirc", 0xCE}, {"Iuml", 0xCF},
    {"ETH", 0xD0}, {"Ntilde", 0xD1}, {"Ograve", 0xD2}, {"Oacute", 0xD3},
    {"Ocirc", 0xD4}, {"Otilde", 0xD5}, {"Ouml", 0xD6}, {"Oslash", 0xD8},
    {"Ugrave", 0xD9}, {"Uacute", 0xDA}, {"Ucirc", 0xDB}, {"Uuml", 0xDC},
    {"Yacute", 0xDD}, {"THORN", 0xDE},
    {"agrave", 0xE0}, {"aacute", 0xE1}, {"acirc", 0xE2}, {"atilde", 0xE3},
    {"auml", 0xE4}, {"aring", 0xE5}, {"aelig", 0xE6}, {"ccedil", 0xE7},
    {"egrave", 0xE8}, {"eacute", 0xE9}, {"ecirc", 0xEA}, {"euml", 0xEB},
    {"igrave", 0xEC}, {"iacute", 0xED}, {"icirc", 0xEE}, {"iuml", 0xEF},
    {"eth", 0xF0}, {"ntilde", 0xF1}, {"ograve", 0xF2}, {"oacute", 0xF3},
    {"ocirc", 0xF4}, {"otilde", 0xF5}, {"ouml", 0xF6}, {"oslash", 0xF8},
    {"ugrave", 0xF9}, {"uacute", 0xFA}, {"ucirc", 0xFB}, {"uuml", 0xFC},
    {"yacute", 0xFD}, {"thorn", 0xFE},
};
/* clang-format on */

/* Numbers 128 to 159 are meant as windows-1252, and so HTML reads them. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
    0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

static uint32_t
decode_number(struct slice raw, size_t *size)
{
	bool hex = raw.len > 2 && (raw.at[2] == 'x' || raw.at[2] == 'X');
	size_t i = hex ? 3 : 2, first = i;
	uint32_t code = 0;
	int digit;

	for (; i < raw.len && i < first + 7; i++) {
		digit = text_hex_value(raw.at[i]);
		if (digit < 0 || (!hex && digit > 9))
			break;
		code = code * (hex ? 16 : 10) + (uint32_t)digit;
	}
	if (i == first || i >= raw.len || raw.at[i] != ';')
		return 0;
	*size = i + 1;
	if (code >= 128 && code < 160)
		return windows_1252[code - 128];
	if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
		return TEXT_REPLACEMENT;
	return code;
}

uint32_t
reference_decode(struct slice raw, size_t *size)
{
	size_t i, len;

	if (raw.len < 4)
		return 0;
	if (raw.at[1] == '#')
		return decode_number(raw, size);
	for (len = 1;
	     len < raw.len && len < 9 && text_is_alnum((unsigned char)raw.at[len]); len++)
		continue;
	if (len >= raw.len || raw.at[len] != ';')
		return 0;
	*size = len + 1;
	for (i = 0; i < sizeof references / sizeof references[0]; i++)
		if (strlen(references[i].name) == len - 1 &&
		    memcmp(references[i].name, raw.at + 1, len - 1) == 0)
			return references[i].code;
	return 0;
}

/* The ">" that closes a tag, those in the values of its attributes aside. */
static const char *
tag_end(struct slice raw)
{
	char quote = '\0';
	size_t i;

	for (i = 1; i < raw.len; i++) {
		if (quote) {
			if (raw.at[i] == quote)
				quote = '\0';
		} else if (raw.at[i] == '>') {
			return raw.at + i;
		} else if ((raw.at[i] == '"' || raw.at[i] == '\'') &&
			   raw.at[i - 1] == '=') {
			quote = raw.at[i];
		}
	}
	return NULL;
}

size_t
reference_tag(struct slice raw, bool *block)
{
	/* Tags that part words come first, up to "a". */
	static const char *const tags[] = {
	    "br",      "p",	 "div",	   "li",	 "ul",	  "ol",		"td",
	    "th",      "tr",	 "table",  "tbody",	 "thead", "h1",		"h2",
	    "h3",      "h4",	 "h5",	   "h6",	 "hr",	  "blockquote", "section",
	    "article", "header", "footer", "a",		 "b",	  "i",		"u",
	    "s",       "em",	 "strong", "span",	 "sup",	  "sub",	"small",
	    "font",    "img",	 "figure", "figcaption", "abbr",  "time",	"cite",
	    "q",       "code",	 "center", "mark",	 "ins",	  "del",	NULL};
	size_t from = 1, len = 0, i;
	const char *end;

	if (raw.len > LONGEST_TAG)
		raw.len = LONGEST_TAG;
	if (slice_starts(raw, SLICE("<!--"))) {
		for (i = 4; i + 2 < raw.len; i++)
			if (memcmp(raw.at + i, "-->", 3) == 0)
				return *block = false, i + 3;
		return 0;
	}
	if (raw.len > 1 && raw.at[1] == '/')
		from = 2;
	while (from + len < raw.len && text_is_alnum((unsigned char)raw.at[from + len]))
		len++;
	if (len == 0 || len > 10 || from + len >= raw.len)
		return 0;
	end = tag_end(raw);
	if (!end || !strchr(" />\t\n", raw.at[from + len]))
		return 0;
	*block = true;
	for (i = 0; tags[i]; i++) {
		if (slice_is((struct slice){"a", 1}, tags[i]))
			*block = false;
		if (strlen(tags[i]) == len && memcmp(tags[i], raw.at + from, len) == 0)
			return (size_t)(end - raw.at) + 1;
	}
	return 0;
}

size_t
reference_address(struct slice raw)
{
	size_t i;

	if (!slice_starts(raw, SLICE("<http")) && !slice_starts(raw, SLICE("<mailto:")) &&
	    !slice_starts(raw, SLICE("<www.")))
		return 0;
	for (i = 1; i < raw.len && i < LONGEST_TAG; i++) {
		if (raw.at[i] == '>')
			return i - 1;
		if ((unsigned char)raw.at[i] <= ' ' || (unsigned char)raw.at[i] >= 0x7F)
			break;
	}
	return 0;
}
