#include <stdlib.h>

#include "cell.h"
#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"
#include "palette.h"
#include "width.h"

enum { GAP = 2, LEAST_WHO = 8 };

enum cell { CELL_DATE, CELL_TYPE, CELL_COUNTRIES, CELL_WHO, CELL_PLACE, CELLS };

/* How wide a column may become for the sake of one wide cell. */
static const size_t widest[CELLS] = {10, 12, 20, 48, 24};

/* A meeting; its cells are safe to show, and all that is kept of the document. */
struct row {
	struct slice cells[CELLS];
	struct slice doc; /* decides between meetings of one day */
	size_t number;
};

struct timeline {
	struct facts facts;
	struct arena arena;
	struct row *rows;
	size_t count, capacity;
};

/* "Helen Marsh, Kenta Arisugawa" */
static struct slice
people_of(const struct facts *facts, struct arena *arena)
{
	struct slice name;
	size_t size = 0, len = 0, i;
	char *text;

	for (i = 0; i < facts->people_count; i++)
		size += facts->people[i].name.len + facts->people[i].key.len + 2;
	text = arena_bytes(arena, size + 1);
	for (i = 0; i < facts->people_count; i++) {
		name = facts->people[i].name.len > 0 ? facts->people[i].name
						     : facts->people[i].key;
		if (!facts->people[i].taking_part || name.len == 0)
			continue;
		if (len > 0) {
			memcpy(text + len, ", ", 2);
			len += 2;
		}
		memcpy(text + len, name.at, name.len);
		len += name.len;
	}
	return (struct slice){text, len};
}

static void
timeline_document(struct render *render, void *state, const struct document *document)
{
	struct timeline *timeline = state;
	const struct facts *facts = &timeline->facts;
	struct row *row;
	int i;

	facts_find(&timeline->facts, &render->arena, document);
	if (!facts->met)
		return;
	timeline->rows =
	    grow(timeline->rows, timeline->count, &timeline->capacity, sizeof *row);
	row = &timeline->rows[timeline->count];
	*row = (struct row){
	    .cells = {facts->meeting.date, facts->meeting.type, facts->meeting.countries,
		      people_of(facts, &render->arena), facts->meeting.place},
	    .doc = arena_copy(&timeline->arena, document->id),
	    .number = timeline->count++,
	};
	for (i = 0; i < CELLS; i++)
		row->cells[i] =
		    row->cells[i].len > 0
			? arena_copy(&timeline->arena,
				     escape_copy(&render->arena, row->cells[i]))
			: SLICE("-");
}

/* Meetings without a date come last. */
static int
compare_rows(const void *one, const void *other)
{
	const struct row *a = one, *b = other;
	bool dated = !slice_is(a->cells[CELL_DATE], "-");
	int order;

	if (dated == slice_is(b->cells[CELL_DATE], "-"))
		return dated ? -1 : 1;
	if ((order = list_compare(a->cells[CELL_DATE], b->cells[CELL_DATE])) != 0 ||
	    (order = list_compare(a->doc, b->doc)) != 0)
		return order;
	return a->number < b->number ? -1 : a->number > b->number;
}

static void
measure(const struct render *render, const struct timeline *timeline,
	size_t widths[CELLS])
{
	size_t used = 0, width, i;
	int cell;

	for (cell = 0; cell < CELLS; cell++) {
		widths[cell] = 1;
		for (i = 0; i < timeline->count; i++) {
			width = width_text(timeline->rows[i].cells[cell]);
			if (width > widths[cell])
				widths[cell] = width;
		}
		if (widths[cell] > widest[cell])
			widths[cell] = widest[cell];
		used += widths[cell] + (cell > 0 ? GAP : 0);
	}
	/* Where lines are cut: who gives way, as far as it can. */
	if (!render->cut || used <= render->width || widths[CELL_WHO] <= LEAST_WHO)
		return;
	width = widths[CELL_WHO] - LEAST_WHO;
	widths[CELL_WHO] -= used - render->width < width ? used - render->width : width;
}

static void
write_row(struct render *render, const struct row *row, const size_t widths[CELLS])
{
	static const enum kind kinds[CELLS] = {KIND_DATE, KIND_OTHER, KIND_COUNTRY,
					       KIND_PERSON, KIND_PLACE};
	bool cut = render->cut;
	unsigned style;
	int i;

	for (i = 0; i < CELLS; i++) {
		style = kinds[i] == KIND_OTHER || slice_is(row->cells[i], "-")
			    ? 0
			    : palette_style(kinds[i]);
		if (i == CELLS - 1) {
			cell_write_last(render, row->cells[i], widths[i], cut, style);
		} else {
			cell_write_styled(render, row->cells[i], widths[i], cut, style);
			cell_pad(render->out, GAP);
		}
	}
	output_char(render->out, '\n');
}

static void *
timeline_begin(struct render *render)
{
	struct timeline *timeline = calloc(1, sizeof *timeline);

	(void)render;
	if (!timeline)
		diag_no_memory();
	return timeline;
}

static void
timeline_end(struct render *render, void *state)
{
	struct timeline *timeline = state;
	size_t widths[CELLS], i;

	if (timeline->count > 0)
		qsort(timeline->rows, timeline->count, sizeof *timeline->rows,
		      compare_rows);
	measure(render, timeline, widths);
	for (i = 0; i < timeline->count; i++)
		write_row(render, &timeline->rows[i], widths);
	facts_free(&timeline->facts);
	arena_free(&timeline->arena);
	free(timeline->rows);
	free(timeline);
}

const struct format format_timeline = {
    .name = "timeline",
    .purpose = "a line a meeting by date: date, type, countries, who, place",
    .begin = timeline_begin,
    .document = timeline_document,
    .end = timeline_end,
};
