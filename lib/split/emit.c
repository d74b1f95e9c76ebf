#include "emit.h"

#include <stdlib.h>

#include "../diag.h"
#include "../progress.h"
#include "../record.h"
#include "../text.h"
#include "step.h"

/* Behind the length, with the key of all but metadata: copied eight bytes at once. */
static const char unit_names[][9] = {"\ttitle\t-",  "\thead\t-\t", "\tsent\t-\t",
				     "\titem\t-\t", "\tnote\t-\t", "\tmeta\t  "};
enum { UNIT_NAME = 6, UNIT_NAME_AND_KEY = 8 };

enum { NUMBER_ROOM = 24 };

void
emitter_init(struct emitter *emitter, struct output *out)
{
	*emitter = (struct emitter){.out = out};
}

void
emitter_free(struct emitter *emitter)
{
	arena_free(&emitter->arena);
	hash_free(&emitter->names);
	free(emitter->buffer);
}

/* The file's name without folder and last suffix, fit for a column. */
static size_t
name_of_file(const char *file, char *id)
{
	const char *slash = strrchr(file, '/'), *dot;
	struct slice name = slice_of(slash ? slash + 1 : file);
	size_t at, size, len = 0;
	uint32_t code;

	if (strcmp(file, "-") == 0)
		name = slice_of("stdin");
	dot = strrchr(name.at, '.');
	if (dot && dot > name.at && (size_t)(dot - name.at) < name.len)
		name.len = (size_t)(dot - name.at);
	for (at = 0; at < name.len; at += size) {
		code = text_decode(name.at + at, name.len - at, &size);
		len += text_encode(
		    code < 0x20 || (code >= 0x7F && code < 0xA0) ? '_' : code, id + len);
	}
	/* A line that begins with "#" would be a comment. */
	if (len > 0 && id[0] == '#')
		id[0] = '_';
	return len;
}

void
emitter_input(struct emitter *emitter, const char *file)
{
	size_t room = 3 * strlen(file) + 8 + NUMBER_ROOM;

	if (emitter->buffer_size < room) {
		free(emitter->buffer);
		if (!(emitter->buffer = malloc(room)))
			diag_no_memory();
		emitter->buffer_size = room;
	}
	emitter->name =
	    (struct slice){emitter->buffer, name_of_file(file, emitter->buffer)};
	if (emitter->name.len == 0)
		emitter->name = SLICE("stdin");
	emitter_new_document(emitter);
}

void
emitter_new_document(struct emitter *emitter)
{
	emitter->open = false;
	emitter->para = emitter->sent = 0;
}

/* Gives the document its id when its first record is written. */
static void
open_document(struct emitter *emitter)
{
	uint32_t hash = hash_bytes(emitter->name.at, emitter->name.len), *count;
	char digits[NUMBER_ROOM];
	size_t i = sizeof digits, number;

	if (hash_find(&emitter->names, emitter->name, hash) == HASH_NONE)
		*hash_place(&emitter->names, arena_copy(&emitter->arena, emitter->name),
			    hash) = 0;
	count = hash_place(&emitter->names, emitter->name, hash);
	number = ++*count;
	emitter->id = emitter->name;
	if (number > 1) {
		do
			digits[--i] = (char)('0' + number % 10);
		while (number /= 10);
		digits[--i] = ':';
		if (emitter->name.at != emitter->buffer)
			memcpy(emitter->buffer, emitter->name.at, emitter->name.len);
		memcpy(emitter->buffer + emitter->name.len, digits + i,
		       sizeof digits - i);
		emitter->id.at = emitter->buffer;
		emitter->id.len += sizeof digits - i;
	}
	emitter->open = true;
	progress.documents++;
}

void
emitter_new_paragraph(struct emitter *emitter)
{
	if (emitter->para == 0 || emitter->sent > 0)
		emitter->para++;
	emitter->sent = 0;
}

struct emitter_place
emitter_look_ahead(struct emitter *emitter)
{
	emitter->looking_ahead = true;
	emitter->again = 0;
	return (struct emitter_place){emitter->para, emitter->sent};
}

void
emitter_look_back(struct emitter *emitter, struct emitter_place place)
{
	emitter->looking_ahead = false;
	emitter->again = 0;
	emitter->para = place.para;
	emitter->sent = place.sent;
}

void
emitter_end_block(struct emitter *emitter)
{
	emitter->ahead = emitter->again = 0;
}

/* Whether the record that comes next has been written before. */
static bool
is_written(struct emitter *emitter)
{
	if (emitter->again < emitter->ahead) {
		emitter->again++;
		return true;
	}
	if (emitter->looking_ahead)
		emitter->ahead = ++emitter->again;
	return false;
}

/* The columns up to and with key; the caller goes on with attrs. */
static void
write_front(struct emitter *emitter, uint32_t para, uint32_t sent, enum unit unit,
	    struct slice key, size_t len)
{
	struct output *out = emitter->out;
	char *at = output_room(out, emitter->id.len + key.len + 5 * NUMBER_ROOM);

	at = slice_put(at, emitter->id);
	*at++ = '\t';
	at = decimal_put(at, para);
	*at++ = '\t';
	at = decimal_put(at, sent);
	at = slice_put(at, SLICE("\t0\t"));
	at = decimal_put(at, len);
	memcpy(at, unit_names[unit], UNIT_NAME_AND_KEY);
	if (unit == UNIT_META) {
		at = slice_put(at + UNIT_NAME, key);
		*at++ = '\t';
	} else {
		at += UNIT_NAME_AND_KEY;
		if (unit == UNIT_TITLE)
			*at++ = '\t';
	}
	output_wrote(out, at);
}

/* Most values have nothing in them that must be escaped. */
static void
write_value(struct output *out, struct slice value)
{
	size_t at = 0;

	while (at + STEP <= value.len &&
	       !step_has_attr_sign((const unsigned char *)value.at + at))
		at += STEP;
	if (at > 0 && at + STEP > value.len &&
	    !step_has_attr_sign((const unsigned char *)value.at + value.len - STEP))
		at = value.len; /* the last ones, and some once more */
	output_bytes(out, value.at, at);
	if (at < value.len)
		attr_write_value(out, slice_cut(value, at, value.len));
}

static void
write_back(struct emitter *emitter, const struct origin *origin)
{
	struct output *out = emitter->out;
	char *at = output_room(out, 3 * NUMBER_ROOM);

	at = slice_put(at, SLICE("src="));
	at = decimal_put(at, origin->from);
	*at++ = '-';
	at = decimal_put(at, origin->to);
	*at++ = '\t';
	output_wrote(out, at);
	output_slice(out, origin->text.len > 0 ? origin->text : SLICE("-"));
	output_end_record(out);
	progress.records++;
}

/* A unit with the attribute attr, if it has a value. */
static void
write_unit(struct emitter *emitter, enum unit unit, const struct origin *origin,
	   struct slice attr, struct slice value)
{
	if (origin->text.len == 0)
		return;
	if (!emitter->open)
		open_document(emitter);
	if (emitter->para == 0)
		emitter->para = 1;
	emitter->sent++;
	if (is_written(emitter))
		return;
	write_front(emitter, emitter->para, emitter->sent, unit, SLICE("-"),
		    origin->text.len);
	if (value.len > 0) {
		output_slice(emitter->out, attr);
		write_value(emitter->out, value);
		output_char(emitter->out, ';');
	}
	write_back(emitter, origin);
}

void
emit_unit(struct emitter *emitter, enum unit unit, const struct origin *origin,
	  struct slice mark)
{
	write_unit(emitter, unit, origin, SLICE("mark="), mark);
}

void
emit_foreign(struct emitter *emitter, const struct origin *origin, struct slice language)
{
	write_unit(emitter, UNIT_NOTE, origin, SLICE("lang="), language);
}

void
emit_meta(struct emitter *emitter, struct slice key, struct slice value,
	  const struct origin *origin, bool in_place)
{
	if (!emitter->open)
		open_document(emitter);
	if (in_place)
		emitter->sent++;
	if (is_written(emitter))
		return;
	write_front(emitter, in_place ? emitter->para : 0, in_place ? emitter->sent : 0,
		    UNIT_META, key, origin->text.len);
	output_string(emitter->out, "value=");
	write_value(emitter->out, value);
	output_char(emitter->out, ';');
	write_back(emitter, origin);
}
