#include "record.h"

const char *const column_names[COLUMNS] = {
    "doc", "para", "sent", "start", "end", "kind", "key", "attrs", "text",
};

#define KIND(name) {name, sizeof name - 1}

const struct slice name_kinds[NAME_KINDS] = {
    KIND("person"), KIND("role"), KIND("country"), KIND("place"), KIND("org"), KIND("event"),
    KIND("instrument"), KIND("date"), KIND("money"),
};

enum column
column_by_name(struct slice name)
{
	int i;

	for (i = 0; i < COLUMNS; i++)
		if (slice_is(name, column_names[i]))
			break;
	return (enum column)i;
}

bool
kind_is_unit(struct slice kind)
{
	if (kind.len == 4)
		return memcmp(kind.at, "sent", 4) == 0 || memcmp(kind.at, "item", 4) == 0 ||
		    memcmp(kind.at, "head", 4) == 0 || memcmp(kind.at, "note", 4) == 0 ||
		    memcmp(kind.at, "meta", 4) == 0;
	return kind.len == 5 && memcmp(kind.at, "title", 5) == 0;
}

static bool
parse_number(struct slice s, uint32_t *number)
{
	uint64_t value = 0;
	size_t i;

	if (s.len == 0 || s.len > 10)
		return false;
	for (i = 0; i < s.len; i++) {
		if (s.at[i] < '0' || s.at[i] > '9')
			return false;
		value = value * 10 + (uint64_t)(s.at[i] - '0');
	}
	if (value > UINT32_MAX)
		return false;
	*number = (uint32_t)value;
	return true;
}

const char *
record_parse(struct slice line, struct record *record)
{
	struct slice column[COLUMNS];
	const char *at = line.at, *end = line.at + line.len, *tab;
	int n;

	for (n = 0; n < COLUMNS; n++) {
		tab = n < COLUMNS - 1 ? memchr(at, '\t', (size_t)(end - at)) : end;
		if (!tab)
			return "fewer than nine columns";
		column[n] = (struct slice){at, (size_t)(tab - at)};
		if (column[n].len == 0)
			return "an empty column";
		at = tab + 1;
	}
	if (memchr(column[COLUMN_TEXT].at, '\t', column[COLUMN_TEXT].len))
		return "more than nine columns";
	if (!parse_number(column[COLUMN_PARA], &record->para) ||
	    !parse_number(column[COLUMN_SENT], &record->sent))
		return "para or sent is no number";
	if (!parse_number(column[COLUMN_START], &record->start) ||
	    !parse_number(column[COLUMN_END], &record->end))
		return "start or end is no number";
	if (record->start > record->end)
		return "start lies behind end";
	record->doc = column[COLUMN_DOC];
	record->kind = column[COLUMN_KIND];
	record->key = column[COLUMN_KEY];
	record->attrs = column[COLUMN_ATTRS];
	record->text = column[COLUMN_TEXT];
	return NULL;
}

void
record_write_header(struct output *out)
{
	int i;

	for (i = 0; i < COLUMNS; i++) {
		output_char(out, i == 0 ? '#' : '\t');
		output_string(out, column_names[i]);
	}
	output_end_record(out);
}

bool
attr_next(struct slice *attrs, struct slice *name, struct slice *value)
{
	const char *end, *equals;

	if (attrs->len == 0 || (attrs->len == 1 && attrs->at[0] == '-'))
		return false;
	end = memchr(attrs->at, ';', attrs->len);
	if (!end)
		end = attrs->at + attrs->len;
	equals = memchr(attrs->at, '=', (size_t)(end - attrs->at));
	*name = (struct slice){attrs->at, (size_t)((equals ? equals : end) - attrs->at)};
	*value = equals ? (struct slice){equals + 1, (size_t)(end - equals - 1)}
			: (struct slice){end, 0};
	if (end < attrs->at + attrs->len)
		end++;
	*attrs = (struct slice){end, (size_t)(attrs->at + attrs->len - end)};
	return true;
}

bool
attr_find_slice(struct slice attrs, struct slice name, struct slice *value)
{
	const char *at = attrs.at, *end = attrs.at + attrs.len, *behind;

	for (; at < end; at = behind + 1) {
		size_t left = (size_t)(end - at);

		if (!(behind = memchr(at, ';', left)))
			behind = end;
		left = (size_t)(behind - at);
		if (left < name.len || *at != *name.at || memcmp(at, name.at, name.len) != 0)
			continue;
		if (left > name.len && at[name.len] != '=')
			continue;
		at += left > name.len ? name.len + 1 : left;
		*value = (struct slice){at, (size_t)(behind - at)};
		return true;
	}
	*value = (struct slice){"", 0};
	return false;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

size_t
attr_unescape(struct slice value, char *buffer)
{
	size_t i, len = 0;

	for (i = 0; i < value.len; i++) {
		if (value.at[i] == '%' && i + 2 < value.len && hex_digit(value.at[i + 1]) >= 0 &&
		    hex_digit(value.at[i + 2]) >= 0) {
			buffer[len++] = (char)(hex_digit(value.at[i + 1]) << 4 |
			    hex_digit(value.at[i + 2]));
			i += 2;
		} else {
			buffer[len++] = value.at[i];
		}
	}
	return len;
}

static inline bool
needs_escape(char c)
{
	unsigned char byte = (unsigned char)c;

	/* Most are letters: they are asked one question. */
	return byte >= 'A' ? byte == 0x7f
			   : byte < 0x20 || byte == '%' || byte == ';' || byte == '=';
}

static inline char *
put_escaped(char *at, char c)
{
	static const char hex[] = "0123456789ABCDEF";

	*at++ = '%';
	*at++ = hex[(unsigned char)c >> 4];
	*at++ = hex[(unsigned char)c & 15];
	return at;
}

size_t
attr_escape(struct slice value, char *buffer)
{
	char *at = buffer;
	size_t i;

	for (i = 0; i < value.len; i++)
		if (needs_escape(value.at[i]))
			at = put_escaped(at, value.at[i]);
		else
			*at++ = value.at[i];
	return (size_t)(at - buffer);
}

void
attr_write_value(struct output *out, struct slice value)
{
	char *at = output_room(out, 3 * value.len);

	output_wrote(out, at + attr_escape(value, at));
}
