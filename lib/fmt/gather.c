#include "gather.h"

#include <stdlib.h>

#include "diag.h"
#include "progress.h"
#include "step.h"

/* A record, and where it stood. */
struct entry {
	struct span span;
	uint32_t para, sent;
	uint64_t line;
	const char *file; /* in the arena */
	size_t number;    /* in the document, to keep the order of equals */
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

	struct entry *entries;
	size_t count, capacity;
	struct unit *units;
	size_t unit_count, unit_capacity;
	struct span *spans;
	size_t span_count, span_capacity;
	struct span *facts;
	size_t fact_count, fact_capacity;
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
is_unit(const struct entry *entry)
{
	return entry->span.kind >= KIND_FIRST_UNIT && entry->span.kind != KIND_OTHER;
}

static bool
is_fact(const struct entry *entry)
{
	return entry->para == 0 && !is_unit(entry);
}

/* Where a is to stand before b: the unit before its spans, longer spans first;
 * behind all of them, where it is written, what is said about the document. */
static int
compare(const struct entry *a, const struct entry *b)
{
	if (is_fact(a) != is_fact(b))
		return is_fact(a) ? 1 : -1;
	if (a->para != b->para)
		return a->para < b->para ? -1 : 1;
	if (a->sent != b->sent)
		return a->sent < b->sent ? -1 : 1;
	if (is_unit(a) != is_unit(b))
		return is_unit(a) ? -1 : 1;
	if (is_unit(a) || is_fact(a))
		return 0;
	if (a->span.start != b->span.start)
		return a->span.start < b->span.start ? -1 : 1;
	if (a->span.end != b->span.end)
		return a->span.end > b->span.end ? -1 : 1;
	return 0;
}

static int
compare_stable(const void *one, const void *other)
{
	const struct entry *a = one, *b = other;
	int order = compare(a, b);

	if (order != 0)
		return order;
	return a->number < b->number ? -1 : a->number > b->number;
}

/*
 * Spans of one unit may come in any order: somebody's awk(1) has put them there.
 * Units that go back are told, because a document in pieces looks like that.
 */
static void
check_order(struct gather *gather, const struct entry *entry)
{
	const struct entry *before = entry - 1;

	if (compare(before, entry) <= 0)
		return;
	gather->ordered = false;
	if (gather->told_order || entry->para == 0 || before->para == 0 ||
	    (before->para == entry->para && before->sent == entry->sent))
		return;
	diag_input(entry->file, entry->line, "out of order: %u %u behind %u %u", entry->para,
	    entry->sent, before->para, before->sent);
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
	struct entry *entry;
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
	gather->entries =
	    grow(gather->entries, gather->count, &gather->capacity, sizeof *entry);
	entry = &gather->entries[gather->count];
	copy = text_copy(arena, (struct slice){record->kind.at, len});
	entry->span = (struct span){
	    .kind = kind_of(record->kind),
	    .start = record->start,
	    .end = record->end,
	    .name = moved(record->kind, record->kind.at, copy),
	    .key = moved(record->key, record->kind.at, copy),
	    .attrs = moved(record->attrs, record->kind.at, copy),
	    .text = moved(record->text, record->kind.at, copy),
	};
	entry->para = record->para;
	entry->sent = record->sent;
	entry->line = in->line;
	entry->file = gather->file;
	entry->number = gather->count;
	if (gather->count++ > 0)
		check_order(gather, entry);
}

static void
add_unit(struct gather *gather, const struct entry *entry, bool missing)
{
	static const char none[1 + STEP] = "-";
	struct slice text = entry->span.text;
	struct unit *unit;

	if (!missing && entry->span.end == 0)
		text.len = 0; /* the "-" of an empty unit */
	else if (!missing && (entry->span.start != 0 || entry->span.end != text.len))
		diag_input(entry->file, entry->line, "a unit of %zu bytes says %u-%u",
		    text.len, entry->span.start, entry->span.end);
	gather->units = grow(gather->units, gather->unit_count, &gather->unit_capacity,
	    sizeof *unit);
	unit = &gather->units[gather->unit_count++];
	*unit = (struct unit){
	    .kind = missing ? KIND_SENT : entry->span.kind,
	    .missing = missing,
	    .para = entry->para,
	    .sent = entry->sent,
	    .key = missing ? (struct slice){none, 1} : entry->span.key,
	    .attrs = missing ? (struct slice){none, 1} : entry->span.attrs,
	    .text = text,
	};
}

static bool
inside_character(struct slice text, size_t at)
{
	return at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80;
}

/* Does the span fit its unit? Tells if not. Its text becomes the unit's bytes. */
static bool
fits(const struct entry *entry, struct span *span, struct slice text)
{
	struct slice bytes;

	if (span->end > text.len) {
		diag_input(entry->file, entry->line, "span %u-%u of a unit of %zu bytes",
		    span->start, span->end, text.len);
		return false;
	}
	if (inside_character(text, span->start) || inside_character(text, span->end)) {
		diag_input(entry->file, entry->line, "span %u-%u cuts a character in two",
		    span->start, span->end);
		return false;
	}
	bytes = slice_cut(text, span->start, span->end);
	if (!slice_equal(bytes, span->text) && bytes.len > 0)
		diag_input(entry->file, entry->line,
		    "the text is not that of its unit at %u-%u", span->start, span->end);
	span->text = bytes;
	return true;
}

static void
add_span(struct gather *gather, const struct entry *entry)
{
	struct unit *unit = gather->unit_count ? &gather->units[gather->unit_count - 1] : NULL;
	struct span span = entry->span;

	if (!unit || unit->para != entry->para || unit->sent != entry->sent) {
		if (!gather->told_missing)
			diag_input(entry->file, entry->line, "unit %u %u is missing",
			    entry->para, entry->sent);
		gather->told_missing = true;
		add_unit(gather, entry, true);
		unit = &gather->units[gather->unit_count - 1];
	}
	if (!unit->missing && !fits(entry, &span, unit->text))
		return;
	gather->spans = grow(gather->spans, gather->span_count, &gather->span_capacity,
	    sizeof span);
	gather->spans[gather->span_count++] = span;
	unit->span_count++;
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

static void
make_units(struct gather *gather)
{
	const struct entry *entry = gather->entries, *end = entry + gather->count;
	struct span *spans;
	size_t i, first = 0;

	gather->unit_count = gather->span_count = gather->fact_count = 0;
	for (; entry < end; entry++) {
		if (is_unit(entry)) {
			add_unit(gather, entry, false);
		} else if (is_fact(entry)) {
			gather->facts = grow(gather->facts, gather->fact_count,
			    &gather->fact_capacity, sizeof *gather->facts);
			gather->facts[gather->fact_count++] = entry->span;
		} else {
			add_span(gather, entry);
		}
	}
	/* Only now do the arrays stay where they are. */
	for (i = 0; i < gather->unit_count; i++) {
		if (gather->units[i].span_count == 0)
			continue;
		spans = &gather->spans[first];
		gather->units[i].spans = spans;
		if (gather->units[i].missing)
			make_text(&gather->render->arena, &gather->units[i], spans);
		first += gather->units[i].span_count;
	}
}

static void
end_document(struct gather *gather)
{
	struct document document = {.id = gather->id};
	size_t i;

	if (!gather->open)
		return;
	if (!gather->ordered)
		qsort(gather->entries, gather->count, sizeof *gather->entries, compare_stable);
	make_units(gather);
	document.units = gather->units;
	document.unit_count = gather->unit_count;
	document.facts = gather->facts;
	document.fact_count = gather->fact_count;
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
	free(gather->entries);
	free(gather->units);
	free(gather->spans);
	free(gather->facts);
	free(gather);
}
