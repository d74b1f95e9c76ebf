/* JSON Lines: one document an object; man/readout.schema.json says what it holds. */
#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "hash.h"
#include "list.h"
#include "step.h"
#include "text.h"

enum { FEW = 8, LONGEST_KIND = 32, NUMBERS = 64 /* bytes of two, and their names */ };

/* "kind":"person", copied at its whole width. */
struct kind_member {
	char at[LONGEST_KIND];
	size_t len;
};

struct json {
	struct kind_member kinds[KIND_OTHER];
	struct slice names[FEW]; /* the first in the object being written */
	struct hash seen;        /* all of them, where there are more */
};

static void *
begin(struct render *render)
{
	struct json *json = calloc(1, sizeof *json);

	int kind;

	(void)render;
	if (!json)
		diag_no_memory();
	for (kind = 0; kind < KIND_OTHER; kind++)
		json->kinds[kind].len = (size_t)snprintf(json->kinds[kind].at, LONGEST_KIND,
		    "\"kind\":\"%s\"", kind_names[kind]);
	return json;
}

/* Copies the STEP bytes at at; gives how many of them stand for themselves in a string. */
static inline size_t
copy_plain(const char *restrict at, char *restrict out)
{
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)at[i], quote = c ^ '"', backslash = c ^ '\\';

		quote = STEP_LESS(quote, backslash);
		/* High bytes, DEL; controls; what must stand behind a backslash. */
		found[i] = (unsigned char)(c | (unsigned char)(c + 1) |
		    (unsigned char)(c - ' ') | (unsigned char)(quote - 1));
		out[i] = at[i];
	}
	return step_first(found);
}

static char *
put_unit16(char *at, uint32_t unit)
{
	static const char digits[] = "0123456789abcdef";

	*at++ = '\\';
	*at++ = 'u';
	*at++ = digits[unit >> 12 & 15];
	*at++ = digits[unit >> 8 & 15];
	*at++ = digits[unit >> 4 & 15];
	*at++ = digits[unit & 15];
	return at;
}

/* Puts the first character of s, which takes *size bytes. */
static char *
put_character(char *at, struct slice s, size_t *size)
{
	uint32_t code = text_decode(s.at, s.len, size);

	if (code == '"' || code == '\\') {
		*at++ = '\\';
		*at++ = (char)code;
		return at;
	}
	if (code >= 0x80 && code != TEXT_REPLACEMENT && !escape_needed(code))
		return slice_put(at, slice_cut(s, 0, *size));
	if (code < 0x10000)
		return put_unit16(at, code);
	at = put_unit16(at, 0xD800 + ((code - 0x10000) >> 10));
	return put_unit16(at, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

/* A string of the document's, behind which can be read. */
static void
write_string(struct output *out, struct slice s)
{
	enum { LONGEST_CHARACTER = 12, ROOM = STEP + LONGEST_CHARACTER + 2 };
	char *at = output_room(out, ROOM);
	size_t n;

	*at++ = '"';
	while ((n = copy_plain(s.at, at)) < s.len) {
		at += n;
		s = slice_cut(s, n, s.len);
		if (n < STEP) {
			at = put_character(at, s, &n);
			s = slice_cut(s, n, s.len);
		}
		output_wrote(out, at);
		at = output_room(out, ROOM);
	}
	at += s.len;
	*at++ = '"';
	output_wrote(out, at);
}

/* A literal such as ,"name": */
#define WRITE(out, literal) output_bytes((out), (literal), sizeof(literal) - 1)

/* Is name new in this object, which has number of them? In most there are few. */
static bool
is_new(struct json *json, struct slice name, size_t number)
{
	uint32_t *place;
	size_t i;

	if (number < FEW) {
		for (i = 0; i < number; i++)
			if (slice_equal(json->names[i], name))
				return false;
		json->names[number] = name;
		return true;
	}
	if (number == FEW) {
		hash_clear(&json->seen);
		for (i = 0; i < FEW; i++)
			*hash_place(&json->seen, json->names[i],
			    hash_bytes(json->names[i].at, json->names[i].len)) = 0;
	}
	place = hash_place(&json->seen, name, hash_bytes(name.at, name.len));
	if (*place != HASH_NONE)
		return false;
	*place = 0;
	return true;
}

static void
write_attrs(struct json *json, struct render *render, struct slice attrs)
{
	struct output *out = render->out;
	struct slice name, value;
	size_t number = 0;

	if (facts_value(attrs).len == 0)
		return;
	WRITE(out, ",\"attrs\":{");
	while (attr_next(&attrs, &name, &value)) {
		if (!is_new(json, name, number))
			continue;
		if (number++ > 0)
			output_char(out, ',');
		write_string(out, name);
		output_char(out, ':');
		write_string(out, facts_resolved(&render->arena, value));
	}
	output_char(out, '}');
}

/* name: of a kind that is anybody's own. */
static void
write_kind(const struct json *json, struct output *out, enum kind kind, struct slice name)
{
	char *at;

	if (kind == KIND_OTHER) {
		WRITE(out, "\"kind\":");
		write_string(out, name);
		return;
	}
	at = output_room(out, LONGEST_KIND);
	memcpy(at, json->kinds[kind].at, LONGEST_KIND);
	output_wrote(out, at + json->kinds[kind].len);
}

/* What units, spans and records about the document have in common behind their kind;
 * the object stays open. */
static void
write_rest(struct json *json, struct render *render, struct slice key, struct slice attrs,
    struct slice text)
{
	struct output *out = render->out;

	if (facts_value(key).len > 0) {
		WRITE(out, ",\"key\":");
		write_string(out, key);
	}
	write_attrs(json, render, attrs);
	WRITE(out, ",\"text\":");
	write_string(out, text);
}

/* A span, or a record about the document; it stays open too. */
static void
write_span(struct json *json, struct render *render, const struct span *span)
{
	write_kind(json, render->out, span->kind, span->name);
	write_rest(json, render, span->key, span->attrs, span->text);
}

static void
write_range(struct output *out, const struct span *span)
{
	char *at = output_room(out, NUMBERS);

	at = slice_put(at, SLICE("{\"start\":"));
	at = decimal_put(at, span->start);
	at = slice_put(at, SLICE(",\"end\":"));
	at = decimal_put(at, span->end);
	*at++ = ',';
	output_wrote(out, at);
}

static void
write_place(struct output *out, const struct unit *unit)
{
	char *at = output_room(out, NUMBERS);

	at = slice_put(at, SLICE("{\"para\":"));
	at = decimal_put(at, unit->para);
	at = slice_put(at, SLICE(",\"sent\":"));
	at = decimal_put(at, unit->sent);
	*at++ = ',';
	output_wrote(out, at);
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
		write_place(out, unit);
		if (unit->missing)
			WRITE(out, "\"missing\":true,");
		write_kind(json, out, unit->kind, SLICE(""));
		write_rest(json, render, unit->key, unit->attrs, unit->text);
		WRITE(out, ",\"spans\":[");
		for (j = 0; j < unit->span_count; j++) {
			span = &unit->spans[j];
			if (j > 0)
				output_char(out, ',');
			write_range(out, span);
			write_span(json, render, span);
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
		write_string(out, unit->key);
		output_char(out, ':');
		value = facts_attr(&render->arena, unit->attrs, "value");
		write_string(out, value.len ? value : unit->text);
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
		write_span(json, render, fact);
		output_char(render->out, '}');
	}
}

/* "a,b" as ["a","b"]. */
static void
write_keys(struct output *out, struct slice keys)
{
	struct slice key;
	bool first = true;

	output_char(out, '[');
	while (list_next(&keys, &key)) {
		if (!first)
			output_char(out, ',');
		first = false;
		write_string(out, key);
	}
	output_char(out, ']');
}

static void
write_act(struct render *render, const struct unit *unit,
    const struct span *span)
{
	struct output *out = render->out;
	struct slice value;

	write_place(out, unit);
	WRITE(out, "\"act\":");
	write_string(out, span->key);
	WRITE(out, ",\"by\":");
	write_keys(out, facts_attr(&render->arena, span->attrs, "by"));
	WRITE(out, ",\"to\":");
	write_keys(out, facts_attr(&render->arena, span->attrs, "to"));
	value = facts_attr(&render->arena, span->attrs, "verb");
	if (value.len > 0) {
		WRITE(out, ",\"verb\":");
		write_string(out, value);
	}
	value = facts_attr(&render->arena, span->attrs, "cameo");
	if (value.len > 0) {
		WRITE(out, ",\"cameo\":");
		write_string(out, value);
	}
	WRITE(out, ",\"text\":");
	write_string(out, span->text);
	output_char(out, '}');
}

static void
write_acts(struct render *render, const struct document *document)
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
			write_act(render, unit, &unit->spans[j]);
		}
	}
}

static void
document(struct render *render, void *state, const struct document *document)
{
	struct json *json = state;
	struct output *out = render->out;

	WRITE(out, "{\"doc\":");
	write_string(out, document->id);
	if (document->title) {
		WRITE(out, ",\"title\":");
		write_string(out, document->title->text);
	}
	write_meta(json, render, document);
	WRITE(out, ",\"meetings\":[");
	write_facts(json, render, document, KIND_MEETING);
	WRITE(out, "],\"participants\":[");
	write_facts(json, render, document, KIND_PARTICIPANT);
	WRITE(out, "],\"acts\":[");
	write_acts(render, document);
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
