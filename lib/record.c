#include "record.h"

const char *const column_names[COLUMNS] = {
    "doc", "para", "sent", "start", "end", "kind", "key", "attrs", "text",
};

const char *const name_kinds[NAME_KINDS] = {
    "person", "role", "country", "place", "org", "event", "instrument", "date", "money",
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

enum name_kind
name_kind_of(struct slice kind)
{
	int i;

	for (i = 0; i < NAME_KINDS; i++)
		if (slice_is(kind, name_kinds[i]))
			break;
	return (enum name_kind)i;
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

static void
write_column(struct output *out, struct slice s)
{
	if (s.len == 0)
		output_char(out, '-');
	else
		output_slice(out, s);
	output_char(out, '\t');
}

void
record_write(struct output *out, const struct record *record)
{
	output_slice(out, record->doc);
	output_char(out, '\t');
	output_number(out, record->para);
	output_char(out, '\t');
	output_number(out, record->sent);
	output_char(out, '\t');
	output_number(out, record->start);
	output_char(out, '\t');
	output_number(out, record->end);
	output_char(out, '\t');
	output_slice(out, record->kind);
	output_char(out, '\t');
	write_column(out, record->key);
	write_column(out, record->attrs);
	if (record->text.len == 0)
		output_char(out, '-');
	else
		output_slice(out, record->text);
	output_end_record(out);
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
attr_find(struct slice attrs, const char *name, struct slice *value)
{
	struct slice found;

	while (attr_next(&attrs, &found, value))
		if (slice_is(found, name))
			return true;
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

static bool
needs_escape(char c)
{
	return (unsigned char)c < 0x20 || c == 0x7f || c == '%' || c == ';' || c == '=';
}

size_t
attr_escape(struct slice value, char *buffer)
{
	static const char hex[] = "0123456789ABCDEF";
	size_t i, len = 0;

	for (i = 0; i < value.len; i++) {
		if (needs_escape(value.at[i])) {
			buffer[len++] = '%';
			buffer[len++] = hex[(unsigned char)value.at[i] >> 4];
			buffer[len++] = hex[(unsigned char)value.at[i] & 15];
		} else {
			buffer[len++] = value.at[i];
		}
	}
	return len;
}

void
attr_write_value(struct output *out, struct slice value)
{
	size_t from = 0, i;
	char escaped[3];

	for (i = 0; i < value.len; i++) {
		if (value.at[i] >= 'A' || !needs_escape(value.at[i]))
			continue;
		output_bytes(out, value.at + from, i - from);
		output_bytes(out, escaped, attr_escape(slice_cut(value, i, i + 1), escaped));
		from = i + 1;
	}
	output_bytes(out, value.at + from, value.len - from);
}
