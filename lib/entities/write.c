#include "stages.h"

#include <stdlib.h>

/* A span of any kind on its way out. */
struct line {
	uint32_t start, end;
	uint32_t order; /* as it was found: decides between equals */
	const struct mention *mention;
	const struct span *span;
};

static bool
stands_before(const struct line *x, const struct line *y)
{
	if (x->start != y->start)
		return x->start < y->start;
	return x->end > y->end; /* the outer one first */
}

static int
compare_lines(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	if (stands_before(x, y))
		return -1;
	if (stands_before(y, x))
		return 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

enum { MANY = 200 }; /* from here on insertion would be slower */

/* By insertion, which keeps equals in the order in which they were found. */
static void
sort_lines(struct line *lines, size_t count)
{
	size_t i, j;

	if (count > MANY) {
		qsort(lines, count, sizeof *lines, compare_lines);
		return;
	}
	for (i = 1; i < count; i++) {
		struct line moved = lines[i];

		for (j = i; j > 0 && stands_before(&moved, &lines[j - 1]); j--)
			lines[j] = lines[j - 1];
		lines[j] = moved;
	}
}

static bool
wanted(const struct emit_options *options, const char *kind)
{
	struct slice rest = options->kinds;
	const char *comma;

	if (!options->kinds_given)
		return true;
	for (;;) {
		comma = memchr(rest.at, ',', rest.len);
		size_t len = comma ? (size_t)(comma - rest.at) : rest.len;

		if (slice_is(slice_cut(rest, 0, len), kind))
			return true;
		if (!comma)
			return false;
		rest = slice_cut(rest, len + 1, rest.len);
	}
}

/* name=value; with ";" before it unless it is the first. */
static void
write_attr(struct output *out, bool *any, const char *name, struct slice value)
{
	if (*any)
		output_char(out, ';');
	*any = true;
	output_string(out, name);
	output_char(out, '=');
	attr_write_value(out, value);
}

static void
write_form(struct output *out, bool *any, const struct mention *mention)
{
	uint16_t flags = mention->entry ? mention->entry->flags : 0;

	write_attr(out, any, "form",
	    flags & FLAG_PEOPLE     ? SLICE("people")
		: flags & FLAG_CODE ? SLICE("code")
				    : SLICE("name"));
}

static void
write_attrs(struct output *out, const struct document *document,
    const struct mention *mention, const struct emit_options *options)
{
	bool any = false;
	const char *country = mention->country;

	if (mention->kind == NAME_PERSON && mention->person != NONE) {
		const struct person *person = &document->persons[mention->person];

		if (person->role != NONE)
			write_attr(out, &any, "role",
			    mention_text(document, &document->mentions[person->role]));
		country = person->country;
	}
	if (mention->kind == NAME_COUNTRY)
		write_form(out, &any, mention);
	else if (country[0])
		write_attr(out, &any, "country", slice_of(country));
	if (options->why && mention->rule)
		write_attr(out, &any, "why", slice_of(mention->rule));
	if (!any)
		output_char(out, '-');
}

/* Document, paragraph and sentence stand at the head of the unit's own line. */
static struct slice
place_of(const struct unit *unit)
{
	const char *at = unit->record.doc.at + unit->record.doc.len + 1;
	const char *end = unit->line.at + unit->line.len;

	at = memchr(at, '\t', (size_t)(end - at));
	at = memchr(at + 1, '\t', (size_t)(end - at - 1));
	return (struct slice){unit->line.at, (size_t)(at + 1 - unit->line.at)};
}

static void
write_place(struct output *out, struct slice place, uint32_t start, uint32_t end,
    const char *kind)
{
	output_slice(out, place);
	output_number(out, start);
	output_char(out, '\t');
	output_number(out, end);
	output_char(out, '\t');
	output_string(out, kind);
	output_char(out, '\t');
}

static void
write_or_dash(struct output *out, struct slice s)
{
	if (s.len)
		output_slice(out, s);
	else
		output_char(out, '-');
}

static void
write_role_key(struct output *out, const struct document *document,
    const struct mention *mention)
{
	uint32_t i;

	for (i = 0; i < mention->person_count; i++) {
		if (i > 0)
			output_char(out, ',');
		output_slice(out, document->persons[mention->persons[i]].key);
	}
	if (mention->person_count == 0)
		output_char(out, '-');
}

static void
write_line(struct output *out, const struct document *document, const struct unit *unit,
    struct slice place, const struct line *line, const struct emit_options *options)
{
	const struct mention *mention = line->mention;

	write_place(out, place, line->start, line->end,
	    mention ? name_kinds[mention->kind] : line->span->kind);
	if (!mention) {
		write_or_dash(out, line->span->key);
		output_char(out, '\t');
		write_or_dash(out, line->span->attrs);
	} else {
		if (mention->kind == NAME_ROLE)
			write_role_key(out, document, mention);
		else if (mention->kind == NAME_PERSON && mention->person != NONE)
			write_or_dash(out, document->persons[mention->person].key);
		else
			write_or_dash(out, mention->key);
		output_char(out, '\t');
		write_attrs(out, document, mention, options);
	}
	output_char(out, '\t');
	output_slice(out, slice_cut(unit->record.text, line->start, line->end));
	output_end_record(out);
}

static void
write_fact(struct output *out, const struct document *document, const struct fact *fact)
{
	struct record record = {
	    .doc = document->id,
	    .end = (uint32_t)fact->text.len,
	    .kind = slice_of(fact->kind),
	    .key = fact->key,
	    .attrs = fact->attrs,
	    .text = fact->text,
	};

	record_write(out, &record);
}

/* Spans of a unit are few; those of the document are sorted by unit once. */
static int
by_unit(const void *a, const void *b)
{
	const struct span *x = *(const struct span *const *)a, *y = *(const struct span *const *)b;

	if (x->unit != y->unit)
		return x->unit < y->unit ? -1 : 1;
	return (x > y) - (x < y);
}

void
document_write(struct output *out, const struct document *document,
    const struct emit_options *options)
{
	const struct span **spans = NULL;
	struct line *lines = NULL;
	size_t capacity = 0, room = 0, span = 0, i, n;
	uint32_t u, m;
	struct slice place;

	do
		spans = grow(spans, room, &room, sizeof *spans);
	while (room < document->span_count);
	for (i = 0; i < document->span_count; i++)
		spans[i] = &document->spans[i];
	qsort(spans, document->span_count, sizeof *spans, by_unit);
	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->carried) {
			while (span < document->span_count && spans[span]->unit == u)
				span++;
			continue;
		}
		output_slice(out, unit->line);
		output_end_record(out);
		n = 0;
		for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
			const struct mention *mention = &document->mentions[m];

			if (!wanted(options, name_kinds[mention->kind]))
				continue;
			lines = grow(lines, n, &capacity, sizeof *lines);
			lines[n] = (struct line){mention->start, mention->end, (uint32_t)n,
			    mention, NULL};
			n++;
		}
		for (; span < document->span_count && spans[span]->unit == u; span++) {
			if (!wanted(options, spans[span]->kind))
				continue;
			lines = grow(lines, n, &capacity, sizeof *lines);
			lines[n] = (struct line){spans[span]->start, spans[span]->end,
			    (uint32_t)n, NULL, spans[span]};
			n++;
		}
		sort_lines(lines, n);
		place = n > 0 ? place_of(unit) : unit->line;
		for (i = 0; i < n; i++)
			write_line(out, document, unit, place, &lines[i], options);
	}
	for (i = 0; i < document->fact_count; i++)
		if (wanted(options, document->facts[i].kind))
			write_fact(out, document, &document->facts[i]);
	free(lines);
	free(spans);
}
