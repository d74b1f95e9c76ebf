/* The document as it reads, filled to the width, its spans coloured or marked. */
#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "fill.h"
#include "format.h"
#include "list.h"
#include "paint.h"
#include "palette.h"
#include "text.h"
#include "width.h"

enum {
	LABEL_COLUMNS = 13, /* "Distributor  " */
	MARK_COLUMNS = 8,   /* of a list item's number */
	RULE_COLUMNS = 40,
};

struct text {
	struct fill fill;
	struct facts facts;
	bool begun;
};

static void *
begin(struct render *render)
{
	struct text *text = calloc(1, sizeof *text);

	if (!text)
		diag_no_memory();
	fill_open(&text->fill, render->out, render->width, render->colour);
	return text;
}

/* Is anything of this kind going to be shown? */
static bool
shown(const struct render *render, enum kind kind)
{
	return !render->kinds || kind == KIND_OTHER ||
	    list_has(slice_of(render->kinds), slice_of(kind_names[kind]));
}

static void
write_legend(struct text *text, const struct render *render)
{
	int kind;

	fill_begin(&text->fill, SLICE("Marks:"), 0, STYLE_FAINT);
	for (kind = 0; kind < KINDS; kind++) {
		if ((kind > KIND_ACT && kind != KIND_OTHER) || !shown(render, (enum kind)kind))
			continue;
		text->fill.style = 0;
		fill_string(&text->fill, " ");
		if (render->colour)
			text->fill.style = palette_style((enum kind)kind);
		else
			fill_text(&text->fill, palette_open((enum kind)kind));
		fill_string(&text->fill, kind_names[kind]);
		if (!render->colour)
			fill_text(&text->fill, palette_close((enum kind)kind));
	}
	fill_end(&text->fill);
}

/* "Published  2020-08-29"; the value may still hold anything. */
static void
write_fact(struct text *text, struct arena *arena, struct slice label, struct slice value)
{
	struct slice name = escape_copy(arena, label);
	char *copy = arena_bytes(arena, name.len + 1);
	unsigned columns = (unsigned)width_text(name) + 1, most = text->fill.width / 2;

	if (value.len == 0)
		return;
	/* Whose front matter has long names still reads them whole, up to half a line. */
	if (columns > most)
		columns = most;
	if (columns < LABEL_COLUMNS)
		columns = LABEL_COLUMNS;
	memcpy(copy, name.at, name.len);
	if (name.len > 0)
		copy[0] = (char)text_to_upper((unsigned char)copy[0]);
	fill_begin(&text->fill, (struct slice){copy, name.len}, columns, STYLE_FAINT);
	fill_text(&text->fill, value);
	fill_end(&text->fill);
}

/*
 * Front matter under the names it has there; a title is said already, and so is the
 * day of a disclaimer where the time of publication stands.
 */
static void
write_meta(struct text *text, struct arena *arena, const struct document *document)
{
	const struct unit *unit;
	struct slice value;
	bool published = false;
	size_t i;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit->kind != KIND_META || unit->para != 0 || slice_is(unit->key, "title"))
			continue;
		value = facts_attr(arena, unit->attrs, "value");
		if (value.len == 0)
			value = unit->text;
		if (slice_is(unit->key, "published")) {
			if (published && slice_starts(text->facts.published, value))
				continue;
			published = true;
		}
		write_fact(text, arena, unit->key, value);
	}
}

static void
write_people(struct text *text, struct arena *arena)
{
	struct fill *fill = &text->fill;
	struct slice office;
	size_t i;

	if (text->facts.people_count == 0)
		return;
	fill_begin(fill, SLICE("Who"), LABEL_COLUMNS, STYLE_FAINT);
	for (i = 0; i < text->facts.people_count; i++) {
		if (i > 0)
			fill_string(fill, "; ");
		fill_text(fill, text->facts.people[i].name);
		office = facts_office(&text->facts.people[i], arena);
		if (office.len == 0)
			continue;
		fill_string(fill, " (");
		fill_text(fill, office);
		fill_string(fill, ")");
	}
	fill_end(fill);
}

static void
write_meeting(struct text *text, struct arena *arena)
{
	const struct meeting *meeting = &text->facts.meeting;
	const struct slice parts[4] = {
	    facts_how(&text->facts, arena), meeting->date, meeting->place,
	    facts_names(&text->facts, arena, meeting->countries)};
	struct fill *fill = &text->fill;
	bool first = true;
	size_t i;

	if (!text->facts.met)
		return;
	fill_begin(fill, SLICE("Meeting"), LABEL_COLUMNS, STYLE_FAINT);
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		if (parts[i].len == 0)
			continue;
		if (!first)
			fill_string(fill, i == 3 ? ": " : ", ");
		first = false;
		fill_text(fill, parts[i]);
	}
	fill_end(fill);
}

/* Records about the document of a kind that is somebody's own. */
static void
write_others(struct text *text, struct arena *arena, const struct document *document)
{
	const struct span *fact;
	struct slice value;
	size_t i;

	for (i = 0; i < document->fact_count; i++) {
		fact = &document->facts[i];
		if (fact->kind == KIND_MEETING || fact->kind == KIND_PARTICIPANT)
			continue;
		value = facts_value(fact->text);
		write_fact(text, arena, fact->name, value.len ? value : fact->key);
	}
}

static unsigned
style_of_unit(const struct unit *unit)
{
	if (unit->kind == KIND_TITLE)
		return STYLE_BOLD;
	return unit->kind == KIND_NOTE || unit->kind == KIND_META ? STYLE_FAINT : 0;
}

/* A list item behind its number, if it had one, else behind a dash. */
static void
begin_unit(struct fill *fill, struct arena *arena, const struct unit *unit)
{
	struct slice mark;
	char *prefix;

	if (unit->kind != KIND_ITEM) {
		fill_begin(fill, SLICE(""), 0, 0);
		return;
	}
	mark = escape_copy(arena, facts_attr(arena, unit->attrs, "mark"));
	mark.len = width_fit(mark, MARK_COLUMNS, NULL);
	if (mark.len < 2)
		mark = SLICE("-");
	prefix = arena_bytes(arena, mark.len + 2);
	memcpy(prefix, "  ", 2);
	memcpy(prefix + 2, mark.at, mark.len);
	fill_begin(fill, (struct slice){prefix, mark.len + 2},
	    3 + (unsigned)width_text(mark), 0);
}

/* Sentences of one paragraph run on; everything else has its own lines. */
static void
write_body(struct text *text, struct render *render, const struct document *document)
{
	const struct unit *unit, *before = NULL;
	struct arena *arena = &render->arena;
	struct fill *fill = &text->fill;
	bool item;
	size_t i;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit == document->title || (unit->kind == KIND_META && unit->para == 0))
			continue;
		item = unit->kind == KIND_ITEM;
		if (before && before->para == unit->para && before->kind == unit->kind && !item) {
			fill_string(fill, " ");
		} else {
			if (before)
				fill_end(fill);
			if (!before || !item || before->kind != KIND_ITEM)
				output_char(render->out, '\n');
			begin_unit(fill, arena, unit);
		}
		paint(fill, unit, 0, (uint32_t)unit->text.len, style_of_unit(unit), true);
		before = unit;
	}
	if (before)
		fill_end(fill);
}

/* Between documents. */
static void
write_rule(const struct render *render)
{
	unsigned i;

	output_char(render->out, '\n');
	for (i = 0; i < render->width && i < RULE_COLUMNS; i++)
		output_string(render->out, "\xe2\x94\x80");
	output_char(render->out, '\n');
}

static void
document(struct render *render, void *state, const struct document *document)
{
	struct text *text = state;
	struct fill *fill = &text->fill;

	facts_find(&text->facts, &render->arena, document);
	if (!text->begun)
		write_legend(text, render);
	else
		write_rule(render);
	text->begun = true;
	output_char(render->out, '\n');
	fill_begin(fill, SLICE(""), 0, 0);
	if (document->title) {
		paint(fill, document->title, 0, (uint32_t)document->title->text.len, STYLE_BOLD,
		    true);
	} else {
		fill->style = STYLE_BOLD;
		fill_text(fill, text->facts.title);
	}
	fill_end(fill);
	write_fact(text, &render->arena, SLICE("document"), document->id);
	write_meta(text, &render->arena, document);
	write_meeting(text, &render->arena);
	write_people(text, &render->arena);
	write_others(text, &render->arena, document);
	write_body(text, render, document);
}

static void
end(struct render *render, void *state)
{
	struct text *text = state;

	(void)render;
	fill_free(&text->fill);
	facts_free(&text->facts);
	free(text);
}

const struct format format_text = {
    .name = "text",
    .purpose = "to read: the text filled to the width, spans coloured or marked",
    .begin = begin,
    .document = document,
    .end = end,
};
