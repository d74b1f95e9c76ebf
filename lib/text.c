#include "text.h"

#include "step.h"
#include "text_fold_table.h"

#define U TEXT_UPPER
#define L TEXT_LOWER
#define D TEXT_DIGIT
#define S TEXT_SPACE
#define P TEXT_PUNCT
#define H TEXT_HIGH
#define E TEXT_ESCAPED
#define E16 E, E, E, E, E, E, E, E, E, E, E, E, E, E, E, E
#define ES (E | S)
#define EP (E | P)
#define JP (TEXT_JOINT | P)
#define H16 H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H

const unsigned char text_class[256] = {
    E, E, E, E, E, E, E, E, E, ES, ES, ES, ES, ES, E, E,
    E16,
    S, P, P, P, P, EP, P, JP, P, P, P, P, P, P, JP, P,
    D, D, D, D, D, D, D, D, D, D, P, EP, P, EP, P, P,
    P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
    U, U, U, U, U, U, U, U, U, U, U, P, P, P, P, P,
    JP, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, E,
    H16, H16, H16, H16, H16, H16, H16, H16,
};

uint32_t
text_decode_long(const char *at, size_t len, size_t *size)
{
	const unsigned char *s = (const unsigned char *)at;
	uint32_t code;
	unsigned char low = 0x80, high = 0xBF;
	size_t need, i;

	*size = 1;
	if (s[0] >= 0xC2 && s[0] <= 0xDF) {
		need = 2;
		code = s[0] & 0x1Fu;
	} else if (s[0] >= 0xE0 && s[0] <= 0xEF) {
		need = 3;
		code = s[0] & 0x0Fu;
		if (s[0] == 0xE0)
			low = 0xA0;
		else if (s[0] == 0xED)
			high = 0x9F;
	} else if (s[0] >= 0xF0 && s[0] <= 0xF4) {
		need = 4;
		code = s[0] & 0x07u;
		if (s[0] == 0xF0)
			low = 0x90;
		else if (s[0] == 0xF4)
			high = 0x8F;
	} else {
		return TEXT_REPLACEMENT;
	}
	for (i = 1; i < need; i++) {
		if (i >= len || s[i] < low || s[i] > high)
			return TEXT_REPLACEMENT;
		code = code << 6 | (s[i] & 0x3Fu);
		low = 0x80;
		high = 0xBF;
		*size = i + 1;
	}
	return code;
}

size_t
text_encode_long(uint32_t code, char *at)
{
	if (code < 0x800) {
		at[0] = (char)(0xC0 | code >> 6);
		at[1] = (char)(0x80 | (code & 0x3F));
		return 2;
	}
	if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
		code = TEXT_REPLACEMENT;
	if (code < 0x10000) {
		at[0] = (char)(0xE0 | code >> 12);
		at[1] = (char)(0x80 | (code >> 6 & 0x3F));
		at[2] = (char)(0x80 | (code & 0x3F));
		return 3;
	}
	at[0] = (char)(0xF0 | code >> 18);
	at[1] = (char)(0x80 | (code >> 12 & 0x3F));
	at[2] = (char)(0x80 | (code >> 6 & 0x3F));
	at[3] = (char)(0x80 | (code & 0x3F));
	return 4;
}

size_t
text_printable(struct slice s)
{
	size_t at, n;

	for (at = 0; s.len - at >= STEP; at += STEP)
		if ((n = step_printable((const unsigned char *)s.at + at)) < STEP)
			return at + n;
	while (at < s.len && s.at[at] >= ' ' && s.at[at] < 0x7F)
		at++;
	return at;
}

bool
text_is_space(uint32_t code)
{
	return code == ' ' || (code >= 9 && code <= 13) || code == 0x85 || code == 0xA0 ||
	    code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
	    code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

bool
text_is_invisible(uint32_t code)
{
	return code == 0xAD || code == 0x034F || code == 0x061C || code == 0x180E ||
	    (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
	    (code >= 0x2060 && code <= 0x2064) || (code >= 0x2066 && code <= 0x206F) ||
	    code == 0xFEFF || (code >= 0xFE00 && code <= 0xFE0F);
}

bool
text_is_letter(uint32_t code)
{
	if (code < 0x80)
		return text_is_alpha((unsigned char)code);
	if (code < 0xC0)
		return code == 0xAA || code == 0xB5 || code == 0xBA;
	if (code < 0x2000)
		return code != 0xD7 && code != 0xF7 && !(code >= 0x2B0 && code <= 0x36F) &&
		    code != 0x37E && code != 0x387;
	return (code >= 0x2C00 && code <= 0x2DFF) || (code >= 0x3041 && code <= 0xD7FF) ||
	    (code >= 0xF900 && code <= 0xFDFF) || (code >= 0xFE70 && code <= 0xFEFC) ||
	    (code >= 0xFF21 && code <= 0xFFDC && !(code >= 0xFF3B && code <= 0xFF40)) ||
	    (code >= 0x10000 && code <= 0x3FFFF && !(code >= 0x1F000 && code <= 0x1FAFF));
}

/* Blocks in which capital and small letters take turns; the capital is even,
 * or odd where the block was started on an odd one. */
static bool
alternating(uint32_t code, bool *odd_is_upper)
{
	*odd_is_upper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E) ||
	    (code >= 0x1CD && code <= 0x1DC) || (code >= 0x4C1 && code <= 0x4CE);
	if (*odd_is_upper)
		return true;
	return (code >= 0x100 && code <= 0x137 && code != 0x130 && code != 0x131) ||
	    (code >= 0x14A && code <= 0x177) || (code >= 0x1A0 && code <= 0x1A5) ||
	    (code >= 0x1DE && code <= 0x1EF) || (code >= 0x1F8 && code <= 0x21F) ||
	    (code >= 0x222 && code <= 0x233) || (code >= 0x3D8 && code <= 0x3EF) ||
	    (code >= 0x460 && code <= 0x481) || (code >= 0x48A && code <= 0x4BF) ||
	    (code >= 0x4D0 && code <= 0x52F) || (code >= 0x1E00 && code <= 0x1E95) ||
	    (code >= 0x1EA0 && code <= 0x1EFF);
}

uint32_t
text_to_lower(uint32_t code)
{
	bool odd;

	if (code < 0x80)
		return code >= 'A' && code <= 'Z' ? code + 32 : code;
	if ((code >= 0xC0 && code <= 0xDE && code != 0xD7) || (code >= 0x391 && code <= 0x3AB &&
	    code != 0x3A2) || (code >= 0x410 && code <= 0x42F))
		return code + 32;
	if (code >= 0x400 && code <= 0x40F)
		return code + 80;
	switch (code) {
	case 0x130:
		return 'i';
	case 0x178:
		return 0xFF;
	case 0x18F:
		return 0x259;
	case 0x1AF:
		return 0x1B0;
	case 0x386:
		return 0x3AC;
	case 0x388:
	case 0x389:
	case 0x38A:
		return code + 37;
	case 0x38C:
		return 0x3CC;
	case 0x38E:
	case 0x38F:
		return code + 63;
	case 0x4C0:
		return 0x4CF;
	case 0x1E9E:
		return 0xDF;
	}
	if (alternating(code, &odd) && (code & 1) == odd)
		return code + 1;
	return code;
}

uint32_t
text_to_upper(uint32_t code)
{
	bool odd;

	if (code < 0x80)
		return code >= 'a' && code <= 'z' ? code - 32 : code;
	if ((code >= 0xE0 && code <= 0xFE && code != 0xF7) || (code >= 0x3B1 && code <= 0x3CB &&
	    code != 0x3C2) || (code >= 0x430 && code <= 0x44F))
		return code - 32;
	if (code >= 0x450 && code <= 0x45F)
		return code - 80;
	switch (code) {
	case 0xFF:
		return 0x178;
	case 0x131:
		return 'I';
	case 0x1B0:
		return 0x1AF;
	case 0x259:
		return 0x18F;
	case 0x3AC:
		return 0x386;
	case 0x3AD:
	case 0x3AE:
	case 0x3AF:
		return code - 37;
	case 0x3C2:
		return 0x3A3;
	case 0x3CC:
		return 0x38C;
	case 0x3CD:
	case 0x3CE:
		return code - 63;
	case 0x4CF:
		return 0x4C0;
	}
	if (alternating(code, &odd) && (code & 1) != odd)
		return code - 1;
	return code;
}

bool
text_is_upper_letter(uint32_t code)
{
	return text_to_lower(code) != code;
}

bool
text_is_lower_letter(uint32_t code)
{
	return text_to_upper(code) != code || code == 0xDF || code == 0x138 || code == 0x149;
}

const char *
text_ascii(uint32_t code)
{
	const char *fold = "";

	if (code >= 0xC0 && code <= 0x24F)
		fold = fold_latin[code - 0xC0];
	else if (code >= 0x370 && code <= 0x52F)
		fold = fold_greek_cyrillic[code - 0x370];
	else if (code >= 0x1E00 && code <= 0x1EFF)
		fold = fold_latin_more[code - 0x1E00];
	else if (code == 0x259)
		fold = "e";
	else if (code == 0x60 || code == 0xB4 || code == 0x2018 || code == 0x2019 ||
	    code == 0x201B || code == 0x2032 || (code >= 0x2B9 && code <= 0x2BF))
		fold = "'";
	else if (code >= 0x201C && code <= 0x201F)
		fold = "\"";
	else if ((code >= 0x2010 && code <= 0x2015) || code == 0x2212 || code == 0x2043)
		fold = "-";
	return *fold ? fold : NULL;
}

size_t
text_fold(struct slice s, char *buffer)
{
	size_t i = 0, len = 0, size;

	while (i < s.len) {
		if ((unsigned char)s.at[i] < 0x80) {
			buffer[len++] = s.at[i++];
			continue;
		}
		const char *fold = text_ascii(text_decode(s.at + i, s.len - i, &size));
		while (fold && *fold)
			buffer[len++] = *fold++;
		i += size;
	}
	return len;
}

size_t
text_slug(struct slice s, char *buffer)
{
	size_t i, len = 0, n = text_fold(s, buffer);
	bool gap = false;

	for (i = 0; i < n; i++) {
		unsigned char c = (unsigned char)buffer[i];

		if (!text_is_alnum(c)) {
			gap = gap || c != '\'';
			continue;
		}
		if (gap && len > 0)
			buffer[len++] = '-';
		gap = false;
		buffer[len++] = text_lower_byte((char)c);
	}
	return len;
}

bool
text_has_lower(struct slice s)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (text_is_lower((unsigned char)s.at[i]))
			return true;
	return false;
}
