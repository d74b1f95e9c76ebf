/* JSON Lines: one document an object; man/readout.schema.json says what it holds. */
#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "hash.h"
#include "list.h"
#include "text.h"

struct json {
	struct hash seen; /* names in the object being written */
	bool plain[256];  /* bytes that stand for themselves in a string */
};

static void *
begin(struct render *render)
{
	struct json *json = calloc(1, sizeof *json);
	int c;

	(void)render;
	if (!json)
		diag_no_memory();
	for (c = 0x20; c < 0x7F; c++)
		json->plain[c] = c != '"' && c != '\\';
	return json;
}

static void
write_unit16(struct output *out, uint32_t unit)
{
	static const char digits[] = "0123456789abcdef";
	const char escaped[6] = {'\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15],
	    digits[unit >> 4 & 15], digits[unit & 15]};

	output_bytes(out, escaped, sizeof escaped);
}

static void
write_escaped(struct output *out, uint32_t code)
{
	if (code == '"' || code == '\\') {
		output_char(out, '\\');
		output_char(out, (char)code);
	} else if (code < 0x10000) {
		write_unit16(out, code);
	} else {
		write_unit16(out, 0xD800 + ((code - 0x10000) >> 10));
		write_unit16(out, 0xDC00 + ((code - 0x10000) & 0x3FF));
	}
}

/* Whole runs go out at once: nearly all of a readout is one run. */
static void
write_string(const struct json *json, struct output *out, struct slice s)
{
	size_t from = 0, i = 0, size;
	uint32_t code;

	output_char(out, '"');
	while (i < s.len) {
		if (json->plain[(unsigned char)s.at[i]]) {
			i++;
			continue;
		}
		code = text_decode(s.at + i, s.len - i, &size);
		if (code >= 0x80 && code != TEXT_REPLACEMENT && !escape_needed(code)) {
			i += size;
			continue;
		}
		output_bytes(out, s.at + from, i - from);
		write_escaped(out, code);
		from = i += size;
	}
	output_bytes(out, s.at + from, s.len - from);
	output_char(out, '"');
}

/* A literal such as ,"name": */
#define WRITE(out, literal) output_bytes((out), (literal), sizeof(literal) - 1)

/* Is name new in this object? In most there are few, which are compared. */
static bool
is_new(struct json *json, struct slice first, struct slice name, size_t number)
{
	enum { FEW = 8 };
	struct slice earlier, value;
	uint32_t *place;
	size_t i;

	if (number < FEW) {
		for (i = 0; i < number && attr_next(&first, &earlier, &value); i++)
			if (slice_equal(earlier, name))
				return false;
		return true;
	}
	if (number == FEW) {
		hash_clear(&json->seen);
		for (i = 0; i < number && attr_next(&first, &earlier, &value); i++)
			*hash_place(&json->seen, earlier,
			    hash_bytes(earlier.at, earlier.len)) = 0;
	}
	place = hash_place(&json->seen, name, hash_bytes(name.at, name.len));
	if (*place != HASH_NONE)
		return false;
	*place = 0;
	return true;
}

static void
write_value(struct json *json, struct render *render, struct slice value)
{
	char *copy;

	if (value.len > 0 && memchr(value.at, '%', value.len)) {
		copy = arena_bytes(&render->arena, value.len);
		value = (struct slice){copy, attr_unescape(value, copy)};
	}
	write_string(json, render->out, value);
}

static void
write_attrs(struct json *json, struct render *render, struct slice attrs)
{
	struct output *out = render->out;
	struct slice rest = attrs, name, value;
	size_t number = 0;
	bool first = true;

	if (facts_value(attrs).len == 0)
		return;
	WRITE(out, ",\"attrs\":{");
	while (attr_next(&rest, &name, &value)) {
		if (!is_new(json, attrs, name, number++))
			continue;
		if (!first)
			output_char(out, ',');
		first = false;
		write_string(json, out, name);
		output_char(out, ':');
		write_value(json, render, value);
	}
	output_char(out, '}');
}

/* What units, spans and records about the document have in common; the object
 * stays open. */
static void
write_rest(struct json *json, struct render *render, struct slice kind, struct slice key,
    struct slice attrs, struct slice text)
{
	struct output *out = render->out;

	WRITE(out, "\"kind\":");
	write_string(json, out, kind);
	if (facts_value(key).len > 0) {
		WRITE(out, ",\"key\":");
		write_string(json, out, key);
	}
	write_attrs(json, render, attrs);
	WRITE(out, ",\"text\":");
	write_string(json, out, text);
}

static void
write_range(struct output *out, const struct span *span)
{
	WRITE(out, "{\"start\":");
	output_number(out, span->start);
	WRITE(out, ",\"end\":");
	output_number(out, span->end);
	output_char(out, ',');
}

static void
write_place(struct output *out, const struct unit *unit)
{
	WRITE(out, "\"para\":");
	output_number(out, unit->para);
	WRITE(out, ",\"sent\":");
	output_number(out, unit->sent);
	output_char(out, ',');
}

static void
write_units(struct json *json, struct render *render, const struct document *document)
{
	struct output *out = render->out;
	const struct unit *unit;
	const struct span *span;
	size_t i, j;

	WRITE(out, ",\"units\":[");
	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (i > 0)
			output_char(out, ',');
		output_char(out, '{');
		write_place(out, unit);
		if (unit->missing)
			WRITE(out, "\"missing\":true,");
		write_rest(json, render, slice_of(kind_names[unit->kind]), unit->key, unit->attrs,
		    unit->text);
		WRITE(out, ",\"spans\":[");
		for (j = 0; j < unit->span_count; j++) {
			span = &unit->spans[j];
			if (j > 0)
				output_char(out, ',');
			write_range(out, span);
			write_rest(json, render, span->name, span->key, span->attrs, span->text);
			output_char(out, '}');
		}
		WRITE(out, "]}");
	}
	output_char(out, ']');
}

/* Front matter by its keys; of two fields of one name the first. */
static void
write_meta(struct json *json, struct render *render, const struct document *document)
{
	struct output *out = render->out;
	const struct unit *unit;
	struct slice value;
	uint32_t *place;
	bool first = true;
	size_t i;

	WRITE(out, ",\"meta\":{");
	hash_clear(&json->seen);
	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit->kind != KIND_META)
			continue;
		place = hash_place(&json->seen, unit->key, hash_bytes(unit->key.at, unit->key.len));
		if (*place != HASH_NONE)
			continue;
		*place = 0;
		if (!first)
			output_char(out, ',');
		first = false;
		write_string(json, out, unit->key);
		output_char(out, ':');
		value = facts_attr(&render->arena, unit->attrs, "value");
		write_string(json, out, value.len ? value : unit->text);
	}
	output_char(out, '}');
}

/* The records about the document of one kind (KIND_OTHER: all the others). */
static void
write_facts(struct json *json, struct render *render, const struct document *document,
    enum kind kind)
{
	const struct span *fact;
	bool first = true, other;
	size_t i;

	for (i = 0; i < document->fact_count; i++) {
		fact = &document->facts[i];
		other = fact->kind != KIND_MEETING && fact->kind != KIND_PARTICIPANT;
		if (kind == KIND_OTHER ? !other : fact->kind != kind)
			continue;
		output_string(render->out, first ? "{" : ",{");
		first = false;
		write_rest(json, render, fact->name, fact->key, fact->attrs, fact->text);
		output_char(render->out, '}');
	}
}

/* "a,b" as ["a","b"]. */
static void
write_keys(const struct json *json, struct output *out, struct slice keys)
{
	struct slice key;
	bool first = true;

	output_char(out, '[');
	while (list_next(&keys, &key)) {
		if (!first)
			output_char(out, ',');
		first = false;
		write_string(json, out, key);
	}
	output_char(out, ']');
}

static void
write_act(struct json *json, struct render *render, const struct unit *unit,
    const struct span *span)
{
	struct output *out = render->out;
	struct slice value;

	output_char(out, '{');
	write_place(out, unit);
	WRITE(out, "\"act\":");
	write_string(json, out, span->key);
	WRITE(out, ",\"by\":");
	write_keys(json, out, facts_attr(&render->arena, span->attrs, "by"));
	WRITE(out, ",\"to\":");
	write_keys(json, out, facts_attr(&render->arena, span->attrs, "to"));
	value = facts_attr(&render->arena, span->attrs, "verb");
	if (value.len > 0) {
		WRITE(out, ",\"verb\":");
		write_string(json, out, value);
	}
	value = facts_attr(&render->arena, span->attrs, "cameo");
	if (value.len > 0) {
		WRITE(out, ",\"cameo\":");
		write_string(json, out, value);
	}
	WRITE(out, ",\"text\":");
	write_string(json, out, span->text);
	output_char(out, '}');
}

static void
write_acts(struct json *json, struct render *render, const struct document *document)
{
	const struct unit *unit;
	bool first = true;
	size_t i, j;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		for (j = 0; j < unit->span_count; j++) {
			if (unit->spans[j].kind != KIND_ACT)
				continue;
			if (!first)
				output_char(render->out, ',');
			first = false;
			write_act(json, render, unit, &unit->spans[j]);
		}
	}
}

static void
document(struct render *render, void *state, const struct document *document)
{
	struct json *json = state;
	struct output *out = render->out;

	WRITE(out, "{\"doc\":");
	write_string(json, out, document->id);
	if (document->title) {
		WRITE(out, ",\"title\":");
		write_string(json, out, document->title->text);
	}
	write_meta(json, render, document);
	WRITE(out, ",\"meetings\":[");
	write_facts(json, render, document, KIND_MEETING);
	WRITE(out, "],\"participants\":[");
	write_facts(json, render, document, KIND_PARTICIPANT);
	WRITE(out, "],\"acts\":[");
	write_acts(json, render, document);
	WRITE(out, "],\"others\":[");
	write_facts(json, render, document, KIND_OTHER);
	output_char(out, ']');
	write_units(json, render, document);
	output_char(out, '}');
	output_end_record(out);
}

static void
end(struct render *render, void *state)
{
	struct json *json = state;

	(void)render;
	hash_free(&json->seen);
	free(json);
}

const struct format format_json = {
    .name = "json",
    .purpose = "JSON Lines, one document an object (readout.schema.json)",
    .begin = begin,
    .document = document,
    .end = end,
};
