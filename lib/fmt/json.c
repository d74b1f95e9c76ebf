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

enum { FEW = 8, LONGEST_KIND = 32, IN = 0x80 };

/* "kind":"person", copied at its whole width. */
struct kind_member {
	char at[LONGEST_KIND];
	size_t len;
};

struct json {
	struct kind_member kinds[KIND_OTHER];
	struct slice names[FEW]; /* the first in the object being written */
	uint64_t letters;        /* a bit for each, by its first letter and its length */
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

/*
 * Copies STEP bytes, of which s and what lies behind it have so many; gives how many of
 * them stand for themselves in a string: STEP where all of s does.
 */
static inline size_t
copy_plain(struct slice s, char *restrict out)
{
	static const unsigned char window[2 * STEP] = {
	    IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN, IN};
	const unsigned char *inside = window + STEP - STEP_LESS(s.len, STEP);
	const char *restrict at = s.at;
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)at[i], quote = c ^ '"', backslash = c ^ '\\';

		quote = STEP_LESS(quote, backslash);
		/* High bytes, DEL; controls; what must stand behind a backslash. */
		found[i] = inside[i] & (unsigned char)(c | (unsigned char)(c + 1) |
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
	if (code != TEXT_REPLACEMENT && !escape_needed(code))
		return slice_put(at, slice_cut(s, 0, *size));
	if (code < 0x10000)
		return put_unit16(at, code);
	at = put_unit16(at, 0xD800 + ((code - 0x10000) >> 10));
	return put_unit16(at, 0xDC00 + ((code - 0x10000) & 0x3FF));
}

/*
 * Room for what len bytes of the document become, with all that stands around them in
 * a record: a byte becomes "\u0007" at most, and so do a "=" and a ";" or "," of a list.
 */
static char *
room_for(struct output *out, size_t len)
{
	enum { LONGEST = 6, AROUND = 256 };

	return output_room(out, LONGEST * len + AROUND);
}

/* Puts a string of the document's, behind which can be read, to at, which has room. */
static char *
put_string(char *at, struct slice s)
{
	size_t n;

	*at++ = '"';
	while ((n = copy_plain(s, at)) < s.len) {
		at += n;
		s = slice_cut(s, n, s.len);
		if (n < STEP) {
			at = put_character(at, s, &n);
			s = slice_cut(s, n, s.len);
		}
	}
	at += s.len;
	*at++ = '"';
	return at;
}

/* The same for a string that stands as it is: a part of one that did not become longer. */
static char *
put_verbatim(char *at, struct slice s)
{
	size_t i;

	*at++ = '"';
	for (i = 0; i < s.len; i += STEP)
		memcpy(at + i, s.at + i, STEP);
	at += s.len;
	*at++ = '"';
	return at;
}

static void
write_string(struct output *out, struct slice s)
{
	output_wrote(out, put_string(room_for(out, s.len), s));
}

/* A literal such as ,"name": */
#define PUT(at, literal) slice_put((at), SLICE(literal))
#define WRITE(out, literal) output_slice((out), SLICE(literal))

/* Is name new in this object, which has number of them? In most there are few. */
static bool
is_new(struct json *json, struct slice name, size_t number)
{
	uint64_t letter = 1ull << ((name.len ? (unsigned char)name.at[0] + name.len : 0) % 64);
	bool alike = (json->letters & letter) != 0;
	uint32_t *place;
	size_t i;

	json->letters |= letter;
	if (number < FEW) {
		for (i = 0; alike && i < number; i++)
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

/*
 * Copies STEP bytes of attributes; gives how many of them stand for themselves there and in
 * a string.
 */
static inline size_t
copy_attr(const char *restrict at, char *restrict out)
{
	unsigned char found[STEP];
	size_t i;

	for (i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)at[i], sign = c ^ ';', other = c ^ '=';

		sign = STEP_LESS(sign, other);
		other = c ^ '%';
		sign = STEP_LESS(sign, other);
		other = c ^ '"';
		sign = STEP_LESS(sign, other);
		other = c ^ '\\';
		sign = STEP_LESS(sign, other);
		/* As in copy_plain. */
		found[i] = (unsigned char)(c | (unsigned char)(c + 1) |
		    (unsigned char)(c - ' ') | (unsigned char)(sign - 1));
		out[i] = at[i];
	}
	return step_first(found);
}

/* Puts what stands before the next ";" or stop as a string, and takes it off attrs. */
static char *
put_part(char *at, struct slice *attrs, char stop)
{
	size_t n;

	*at++ = '"';
	for (;;) {
		n = copy_attr(attrs->at, at);
		if (n >= attrs->len)
			n = attrs->len;
		at += n;
		*attrs = slice_cut(*attrs, n, attrs->len);
		/* One question: behind the last byte there is one to be read. */
		if ((attrs->len == 0) | (attrs->at[0] == ';') | (attrs->at[0] == stop))
			break;
		if (n < STEP) {
			at = put_character(at, *attrs, &n);
			*attrs = slice_cut(*attrs, n, attrs->len);
		}
	}
	*at++ = '"';
	return at;
}

static char *
put_value(char *at, struct arena *arena, struct slice *attrs)
{
	struct slice value = *attrs;
	char *behind = put_part(at, attrs, '%');

	if (attrs->at[0] != '%' || attrs->len == 0)
		return behind;
	value.len = slice_find(value, ";");
	*attrs = (struct slice){value.at + value.len,
	    (size_t)(attrs->at + attrs->len - (value.at + value.len))};
	return put_string(at, facts_resolved(arena, value));
}

/* Of attributes of one name the first. */
static char *
put_attrs(struct json *json, struct arena *arena, char *at, struct slice attrs)
{
	struct slice name;
	size_t number = 0;
	char *before;

	if (facts_value(attrs).len == 0)
		return at;
	json->letters = 0;
	at = PUT(at, ",\"attrs\":{");
	while (facts_value(attrs).len > 0) {
		before = at;
		if (number > 0)
			*at++ = ',';
		name.at = attrs.at;
		at = put_part(at, &attrs, '=');
		name.len = (size_t)(attrs.at - name.at);
		if (attrs.at[0] == '=' && attrs.len > 0)
			attrs = slice_cut(attrs, 1, attrs.len);
		*at++ = ':';
		at = put_value(at, arena, &attrs);
		if (is_new(json, name, number))
			number++;
		else
			at = before;
		attrs = slice_cut(attrs, attrs.len > 0, attrs.len);
	}
	*at++ = '}';
	return at;
}

/* name: of a kind that is anybody's own. */
static char *
put_kind(const struct json *json, char *at, enum kind kind, struct slice name)
{
	if (kind == KIND_OTHER)
		return put_string(PUT(at, "\"kind\":"), name);
	memcpy(at, json->kinds[kind].at, LONGEST_KIND);
	return at + json->kinds[kind].len;
}

/* What units, spans and records about the document have in common but for the text. */
static char *
put_what(struct json *json, struct arena *arena, char *at, const struct span *span)
{
	at = put_kind(json, at, span->kind, span->name);
	if (facts_value(span->key).len > 0)
		at = put_string(PUT(at, ",\"key\":"), span->key);
	at = put_attrs(json, arena, at, span->attrs);
	return PUT(at, ",\"text\":");
}

static char *
room_for_span(struct output *out, const struct span *span)
{
	return room_for(out, span->name.len + span->key.len + span->attrs.len + span->text.len);
}

/* verbatim: its unit's text stands as it is. */
static void
write_span(struct json *json, struct render *render, const struct span *span, bool verbatim)
{
	char *at = room_for_span(render->out, span);

	at = PUT(at, "{\"start\":");
	at = decimal_put(at, span->start);
	at = PUT(at, ",\"end\":");
	at = decimal_put(at, span->end);
	*at++ = ',';
	at = put_what(json, &render->arena, at, span);
	at = verbatim ? put_verbatim(at, span->text) : put_string(at, span->text);
	*at++ = '}';
	output_wrote(render->out, at);
}

static char *
put_place(char *at, const struct unit *unit)
{
	at = PUT(at, "{\"para\":");
	at = decimal_put(at, unit->para);
	at = PUT(at, ",\"sent\":");
	at = decimal_put(at, unit->sent);
	*at++ = ',';
	return at;
}

static void
write_unit(struct json *json, struct render *render, const struct unit *unit)
{
	const struct span what = {.kind = unit->kind, .name = {"", 0}, .key = unit->key,
	    .attrs = unit->attrs, .text = unit->text};
	char *at = room_for_span(render->out, &what), *text;
	bool verbatim;
	size_t i;

	at = put_place(at, unit);
	if (unit->missing)
		at = PUT(at, "\"missing\":true,");
	text = put_what(json, &render->arena, at, &what);
	at = put_string(text, unit->text);
	verbatim = (size_t)(at - text) == unit->text.len + 2;
	at = PUT(at, ",\"spans\":[");
	output_wrote(render->out, at);
	for (i = 0; i < unit->span_count; i++) {
		if (i > 0)
			output_char(render->out, ',');
		write_span(json, render, &unit->spans[i], verbatim);
	}
	WRITE(render->out, "]}");
}

static void
write_units(struct json *json, struct render *render, const struct document *document)
{
	size_t i;

	WRITE(render->out, ",\"units\":[");
	for (i = 0; i < document->unit_count; i++) {
		if (i > 0)
			output_char(render->out, ',');
		write_unit(json, render, &document->units[i]);
	}
	output_char(render->out, ']');
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
	char *at;
	size_t i;

	for (i = 0; i < document->fact_count; i++) {
		fact = &document->facts[i];
		other = fact->kind != KIND_MEETING && fact->kind != KIND_PARTICIPANT;
		if (kind == KIND_OTHER ? !other : fact->kind != kind)
			continue;
		at = room_for_span(render->out, fact);
		if (!first)
			*at++ = ',';
		first = false;
		*at++ = '{';
		at = put_what(json, &render->arena, at, fact);
		at = put_string(at, fact->text);
		*at++ = '}';
		output_wrote(render->out, at);
	}
}

/* "a,b" as ["a","b"]. */
static char *
put_keys(char *at, struct slice keys)
{
	struct slice key;
	bool first = true;

	*at++ = '[';
	while (list_next(&keys, &key)) {
		if (!first)
			*at++ = ',';
		first = false;
		at = put_string(at, key);
	}
	*at++ = ']';
	return at;
}

/* What is said of an act, in the order it is written. */
enum { ACT_BY, ACT_TO, ACT_VERB, ACT_CAMEO, ACT_VALUES };

/* The values of attributes of these names; of two the first. */
static void
find_values(struct arena *arena, struct slice attrs, struct slice values[ACT_VALUES])
{
	static const struct slice names[ACT_VALUES] = {{"by", 2}, {"to", 2}, {"verb", 4},
	    {"cameo", 5}};
	struct slice name, value;
	int i;

	for (i = 0; i < ACT_VALUES; i++)
		values[i] = (struct slice){NULL, 0};
	while (attr_next(&attrs, &name, &value))
		for (i = 0; i < ACT_VALUES; i++)
			if (slice_equal(name, names[i]) && !values[i].at)
				values[i] = facts_resolved(arena, facts_value(value));
}

static void
write_act(struct render *render, const struct unit *unit, const struct span *span)
{
	char *at = room_for_span(render->out, span);
	struct slice values[ACT_VALUES];

	find_values(&render->arena, span->attrs, values);
	at = put_place(at, unit);
	at = put_string(PUT(at, "\"act\":"), span->key);
	at = put_keys(PUT(at, ",\"by\":"), values[ACT_BY]);
	at = put_keys(PUT(at, ",\"to\":"), values[ACT_TO]);
	if (values[ACT_VERB].len > 0)
		at = put_string(PUT(at, ",\"verb\":"), values[ACT_VERB]);
	if (values[ACT_CAMEO].len > 0)
		at = put_string(PUT(at, ",\"cameo\":"), values[ACT_CAMEO]);
	at = put_string(PUT(at, ",\"text\":"), span->text);
	*at++ = '}';
	output_wrote(render->out, at);
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
