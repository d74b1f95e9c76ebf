#include "gather.h"

#include <stdlib.h>

#include "diag.h"
#include "progress.h"
#include "step.h"

/* Where a record stood. */
struct place {
	uint32_t para, sent;
	uint64_t line;
	const char *file; /* in the arena */
};

/* A record among others that are to be put in order. */
struct entry {
	struct span span;
	struct place place;
	size_t number; /* in the document, to keep the order of equals */
};

struct gather {
	struct render *render;
	const struct format *format;
	void *state;

	struct slice id; /* of the document being gathered; in the arena */
	const char *file;
	const char *file_name; /* good until the next gather_file */
	bool open;             /* a document is being gathered */
	bool ordered;          /* entries need no sorting */
	bool told_order, told_missing; /* said once a document */

	/* All records as they came, and where; at the end a unit's spans lie behind it. */
	struct span *spans;
	size_t span_capacity;
	struct place *places;
	size_t place_capacity;
	size_t count;
	struct unit *units;
	size_t unit_count, unit_capacity;
};

static void end_document(struct gather *gather);

struct gather *
gather_open(struct render *render, const struct format *format, void *state)
{
	struct gather *gather = calloc(1, sizeof *gather);

	if (!gather)
		diag_no_memory();
	gather->render = render;
	gather->format = format;
	gather->state = state;
	return gather;
}

void
gather_file(struct gather *gather, const struct input *in)
{
	gather->file_name = input_name(in);
	gather->file = NULL;
}

static bool
is_unit(const struct span *span)
{
	return span->kind >= KIND_FIRST_UNIT && span->kind != KIND_OTHER;
}

static bool
is_fact(const struct span *span, const struct place *place)
{
	return place->para == 0 && !is_unit(span);
}

/* Where a, which stood at a_at, is to stand before b: the unit before its spans, longer
 * spans first; behind all of them, where it is written, what is said about the document. */
static int
compare(const struct span *a, const struct place *a_at, const struct span *b,
    const struct place *b_at)
{
	bool fact = is_fact(a, a_at);

	if (fact != is_fact(b, b_at))
		return fact ? 1 : -1;
	if (a_at->para != b_at->para)
		return a_at->para < b_at->para ? -1 : 1;
	if (a_at->sent != b_at->sent)
		return a_at->sent < b_at->sent ? -1 : 1;
	if (is_unit(a) != is_unit(b))
		return is_unit(a) ? -1 : 1;
	if (is_unit(a) || fact)
		return 0;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return 0;
}

static int
compare_stable(const void *one, const void *other)
{
	const struct entry *a = one, *b = other;
	int order = compare(&a->span, &a->place, &b->span, &b->place);

	if (order != 0)
		return order;
	return a->number < b->number ? -1 : a->number > b->number;
}

static void
put_in_order(struct gather *gather)
{
	struct entry *entries =
	    arena_take(&gather->render->arena, gather->count * sizeof *entries);
	size_t i;

	for (i = 0; i < gather->count; i++)
		entries[i] = (struct entry){gather->spans[i], gather->places[i], i};
	qsort(entries, gather->count, sizeof *entries, compare_stable);
	for (i = 0; i < gather->count; i++) {
		gather->spans[i] = entries[i].span;
		gather->places[i] = entries[i].place;
	}
}

/*
 * Spans of one unit may come in any order: somebody's awk(1) has put them there.
 * Units that go back are told, because a document in pieces looks like that.
 */
static void
check_order(struct gather *gather, const struct span *span, const struct place *at)
{
	const struct place *before = at - 1;
	bool same = before->para == at->para && before->sent == at->sent;

	if (same && span->start > span[-1].start && !is_unit(span))
		return; /* as most do */
	if (compare(span - 1, before, span, at) <= 0)
		return;
	gather->ordered = false;
	if (gather->told_order || same || at->para == 0 || before->para == 0)
		return;
	diag_input(at->file, at->line, "out of order: %u %u behind %u %u", at->para, at->sent,
	    before->para, before->sent);
	gather->told_order = true;
}

/* len bytes for a text of the document, and what can be read behind it. */
static char *
text_room(struct arena *arena, size_t len)
{
	char *text = arena_bytes(arena, len + STEP);

	memset(text + len, 0, STEP);
	return text;
}

static char *
text_copy(struct arena *arena, struct slice s)
{
	return memcpy(text_room(arena, s.len), s.at, s.len);
}

static struct slice
moved(struct slice s, const char *from, char *to)
{
	return (struct slice){to + (s.at - from), s.len};
}

void
gather_record(struct gather *gather, const struct record *record, struct slice line,
    const struct input *in)
{
	struct span *span;
	struct place *place;
	struct arena *arena = &gather->render->arena;
	size_t len = (size_t)(line.at + line.len - record->kind.at);
	char *copy;

	if (!gather->open || !slice_equal(record->doc, gather->id)) {
		end_document(gather);
		gather->open = gather->ordered = true;
		gather->id = (struct slice){text_copy(arena, record->doc), record->doc.len};
	}
	if (!gather->file)
		gather->file = arena_copy(arena, slice_of(gather->file_name)).at;
	gather->spans =
	    grow(gather->spans, gather->count, &gather->span_capacity, sizeof *span);
	gather->places =
	    grow(gather->places, gather->count, &gather->place_capacity, sizeof *place);
	span = &gather->spans[gather->count];
	place = &gather->places[gather->count];
	copy = text_copy(arena, (struct slice){record->kind.at, len});
	*span = (struct span){
	    .kind = kind_of(record->kind),
	    .start = record->start,
	    .end = record->end,
	    .name = moved(record->kind, record->kind.at, copy),
	    .key = moved(record->key, record->kind.at, copy),
	    .attrs = moved(record->attrs, record->kind.at, copy),
	    .text = moved(record->text, record->kind.at, copy),
	};
	*place = (struct place){record->para, record->sent, in->line, gather->file};
	if (gather->count++ > 0)
		check_order(gather, span, place);
}

/* A unit without spans as yet: those that will be found are to lie at spans. */
static struct unit *
add_unit(struct gather *gather, const struct place *place, const struct span *spans)
{
	struct unit *unit;

	gather->units = grow(gather->units, gather->unit_count, &gather->unit_capacity,
	    sizeof *unit);
	unit = &gather->units[gather->unit_count++];
	*unit = (struct unit){.para = place->para, .sent = place->sent, .spans = spans};
	return unit;
}

static void
take_unit(struct gather *gather, const struct span *span, const struct place *place,
    const struct span *spans)
{
	struct unit *unit = add_unit(gather, place, spans);

	unit->kind = span->kind;
	unit->key = span->key;
	unit->attrs = span->attrs;
	unit->text = span->text;
	if (span->end == 0)
		unit->text.len = 0; /* the "-" of an empty unit */
	else if (span->start != 0 || span->end != span->text.len)
		diag_input(place->file, place->line, "a unit of %zu bytes says %u-%u",
		    span->text.len, span->start, span->end);
}

static void
add_missing(struct gather *gather, const struct place *place, const struct span *spans)
{
	static const char none[1 + STEP] = "-";
	struct unit *unit = add_unit(gather, place, spans);

	unit->kind = KIND_SENT;
	unit->missing = true;
	unit->key = unit->attrs = (struct slice){none, 1};
	if (!gather->told_missing)
		diag_input(place->file, place->line, "unit %u %u is missing", place->para,
		    place->sent);
	gather->told_missing = true;
}

static bool
inside_character(struct slice text, size_t at)
{
	return at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80;
}

/* Does the span fit its unit? Tells if not. Its text becomes the unit's bytes. */
static bool
fits(const struct place *place, struct span *span, struct slice text)
{
	struct slice bytes;

	if (span->end > text.len) {
		diag_input(place->file, place->line, "span %u-%u of a unit of %zu bytes",
		    span->start, span->end, text.len);
		return false;
	}
	if (inside_character(text, span->start) || inside_character(text, span->end)) {
		diag_input(place->file, place->line, "span %u-%u cuts a character in two",
		    span->start, span->end);
		return false;
	}
	bytes = slice_cut(text, span->start, span->end);
	if (!slice_equal(bytes, span->text) && bytes.len > 0)
		diag_input(place->file, place->line,
		    "the text is not that of its unit at %u-%u", span->start, span->end);
	span->text = bytes;
	return true;
}

/* Does span, one that lies at the end of the spans found, belong to its unit? */
static bool
take_span(struct gather *gather, struct span *span, const struct place *place)
{
	struct unit *unit = gather->unit_count ? &gather->units[gather->unit_count - 1] : NULL;

	if (!unit || unit->para != place->para || unit->sent != place->sent) {
		add_missing(gather, place, span);
		unit = &gather->units[gather->unit_count - 1];
	}
	if (!unit->missing && !fits(place, span, unit->text))
		return false;
	unit->span_count++;
	return true;
}

/*
 * What can be said of a missing unit: its spans' text, joined by " … ", and they
 * lie there. So no format has to think of it.
 */
static void
make_text(struct arena *arena, struct unit *unit, struct span *spans)
{
	static const struct slice gap = {" \xe2\x80\xa6 ", 5};
	size_t len = 0, i;
	char *text;

	for (i = 0; i < unit->span_count; i++)
		len += spans[i].text.len + gap.len;
	text = text_room(arena, len);
	len = 0;
	for (i = 0; i < unit->span_count; i++) {
		if (i > 0) {
			memcpy(text + len, gap.at, gap.len);
			len += gap.len;
		}
		memcpy(text + len, spans[i].text.at, spans[i].text.len);
		spans[i].text.at = text + len;
		spans[i].start = (uint32_t)len;
		len += spans[i].text.len;
		spans[i].end = (uint32_t)len;
	}
	unit->text = (struct slice){text, len};
}

/* The records in order to units and facts. A unit's spans stay where they are, behind it;
 * those that do not fit go, and the next ones move up. */
static void
make_units(struct gather *gather, struct document *document)
{
	struct span *span = gather->spans, *to = span, *end = span + gather->count;
	const struct place *place = gather->places;
	struct unit *unit;

	gather->unit_count = 0;
	for (; span < end && !is_fact(span, place); span++, place++) {
		if (is_unit(span)) {
			to = span + 1;
			take_unit(gather, span, place, to);
		} else {
			if (to < span)
				*to = *span;
			to += take_span(gather, to, place);
		}
	}
	document->facts = span;
	document->fact_count = (size_t)(end - span);
	for (unit = gather->units; unit < gather->units + gather->unit_count; unit++)
		if (unit->missing)
			make_text(&gather->render->arena, unit,
			    gather->spans + (unit->spans - gather->spans));
	document->units = gather->units;
	document->unit_count = gather->unit_count;
}

static void
end_document(struct gather *gather)
{
	struct document document = {.id = gather->id};
	size_t i;

	if (!gather->open)
		return;
	if (!gather->ordered)
		put_in_order(gather);
	make_units(gather, &document);
	for (i = 0; i < gather->unit_count && !document.title; i++)
		if (gather->units[i].kind == KIND_TITLE)
			document.title = &gather->units[i];
	gather->format->document(gather->render, gather->state, &document);
	progress.documents++;
	if (gather->render->out->each_record)
		output_flush(gather->render->out);
	arena_reset(&gather->render->arena);
	gather->open = false;
	gather->file = NULL;
	gather->count = 0;
	gather->told_order = gather->told_missing = false;
}

void
gather_close(struct gather *gather)
{
	end_document(gather);
	free(gather->spans);
	free(gather->places);
	free(gather->units);
	free(gather);
}
