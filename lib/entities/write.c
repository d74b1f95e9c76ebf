#include "stages.h"

#include <stdlib.h>

#include "sort.h"

static const struct slice span_kinds[SPAN_KINDS] = {
    {"topic", 5},
    {"abbrev", 6},
    {"act", 3},
};

/* A span of any kind on its way out. */
struct line {
	uint32_t start, end;
	uint32_t order; /* as it was found: decides between equals */
	const struct mention *mention;
	const struct span *span;
};

/* Those of one unit; room for the unit that has most. */
struct lines {
	struct line *at;
	size_t count, capacity;
};

/* By their start, the outer one first, and equals as they were found. */
static int
compare_lines(const void *a, const void *b)
{
	const struct line *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static bool
is_listed(struct slice kinds, struct slice kind)
{
	const char *comma;

	for (;;) {
		comma = memchr(kinds.at, ',', kinds.len);
		size_t len = comma ? (size_t)(comma - kinds.at) : kinds.len;

		if (slice_equal(slice_cut(kinds, 0, len), kind))
			return true;
		if (!comma)
			return false;
		kinds = slice_cut(kinds, len + 1, kinds.len);
	}
}

static inline bool
wanted(const struct emit_options *options, struct slice kind)
{
	return !options->kinds_given || is_listed(options->kinds, kind);
}

static void
add_line(struct lines *lines, struct line line)
{
	lines->at = grow(lines->at, lines->count, &lines->capacity, sizeof *lines->at);
	line.order = (uint32_t)lines->count;
	lines->at[lines->count++] = line;
}

/* What is to be written behind the unit, in order. */
static void
gather_lines(const struct document *document, const struct unit *unit,
    const struct emit_options *options, struct lines *lines)
{
	uint32_t m, s;

	lines->count = 0;
	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (wanted(options, name_kinds[mention->kind]))
			add_line(lines, (struct line){.start = mention->start,
			    .end = mention->end, .mention = mention});
	}
	for (s = unit->span; s != NONE; s = document->spans[s].next) {
		const struct span *span = &document->spans[s];

		if (wanted(options, span_kinds[span->kind]))
			add_line(lines, (struct line){.start = span->start,
			    .end = span->end, .span = span});
	}
	sort_array(lines->at, lines->count, sizeof *lines->at, compare_lines);
}

/* Document, paragraph and sentence stand at the head of the unit's own line. */
static struct slice
place_of(const struct unit *unit)
{
	const char *at = unit->record.doc.at + unit->record.doc.len + 1;

	while (*at++ != '\t') /* two short numbers */
		continue;
	while (*at++ != '\t')
		continue;
	return (struct slice){unit->line.at, (size_t)(at - unit->line.at)};
}

/* The columns up to the kind. */
static void
write_place(struct output *out, struct slice place, uint32_t start, uint32_t end,
    struct slice kind)
{
	char *at = output_room(out, place.len + kind.len + 32);

	at = slice_put(at, place);
	at = decimal_put(at, start);
	*at++ = '\t';
	at = decimal_put(at, end);
	*at++ = '\t';
	at = slice_put(at, kind);
	*at++ = '\t';
	output_wrote(out, at);
}

/* A column that may be empty, with the tab behind it. */
static void
write_column(struct output *out, struct slice s)
{
	char *at = output_room(out, s.len + 2);

	if (s.len > 0)
		at = slice_put(at, s);
	else
		*at++ = '-';
	*at++ = '\t';
	output_wrote(out, at);
}

/* The keys of all whom a role means. */
static void
write_role_key(struct output *out, const struct document *document,
    const struct mention *mention)
{
	uint32_t i;

	if (mention->person_count == 0)
		output_char(out, '-');
	for (i = 0; i < mention->person_count; i++) {
		if (i > 0)
			output_char(out, ',');
		output_slice(out, document->persons[mention->persons[i]].key);
	}
	output_char(out, '\t');
}

/* How a country is named. */
static struct slice
form_of(const struct mention *mention)
{
	uint16_t flags = mention->entry ? mention->entry->flags : 0;

	return flags & FLAG_PEOPLE ? SLICE("form=people")
	    : flags & FLAG_CODE	   ? SLICE("form=code")
				   : SLICE("form=name");
}

static void
write_attrs(struct output *out, const struct document *document,
    const struct mention *mention, const struct emit_options *options)
{
	struct slice role = {"", 0}, why = {"", 0};
	const char *country = mention->country;
	char *at, *start;

	if (mention->kind == NAME_PERSON && mention->person != NONE) {
		const struct person *person = &document->persons[mention->person];

		if (person->role != NONE)
			role = mention_text(document, &document->mentions[person->role]);
		country = person->country;
	}
	if (options->why && mention->rule)
		why = slice_of(mention->rule);
	start = at = output_room(out, 3 * (role.len + why.len) + 64);
	if (mention->kind == NAME_COUNTRY) {
		at = slice_put(at, form_of(mention));
	} else {
		at = attr_put(at, start, SLICE("role"), role);
		at = attr_put(at, start, SLICE("country"), slice_of(country));
	}
	at = attr_put(at, start, SLICE("why"), why);
	if (at == start)
		*at++ = '-';
	*at++ = '\t';
	output_wrote(out, at);
}

static void
write_mention(struct output *out, const struct document *document,
    const struct mention *mention, struct slice place, const struct emit_options *options)
{
	write_place(out, place, mention->start, mention->end, name_kinds[mention->kind]);
	if (mention->kind == NAME_ROLE)
		write_role_key(out, document, mention);
	else if (mention->kind == NAME_PERSON && mention->person != NONE)
		write_column(out, document->persons[mention->person].key);
	else
		write_column(out, mention->key);
	write_attrs(out, document, mention, options);
}

static void
write_span(struct output *out, const struct span *span, struct slice place)
{
	write_place(out, place, span->start, span->end, span_kinds[span->kind]);
	write_column(out, span->key);
	write_column(out, span->attrs);
}

static void
write_unit(struct output *out, const struct document *document, const struct unit *unit,
    const struct emit_options *options, struct lines *lines)
{
	struct slice place;
	size_t i;

	output_slice(out, unit->line);
	output_end_record(out);
	gather_lines(document, unit, options, lines);
	if (lines->count == 0)
		return;
	place = place_of(unit);
	for (i = 0; i < lines->count; i++) {
		const struct line *line = &lines->at[i];

		if (line->mention)
			write_mention(out, document, line->mention, place, options);
		else
			write_span(out, line->span, place);
		output_slice(out, slice_cut(unit->record.text, line->start, line->end));
		output_end_record(out);
	}
}

static void
write_fact(struct output *out, const struct document *document, const struct fact *fact)
{
	output_slice(out, document->id);
	write_place(out, SLICE("\t0\t0\t"), 0, (uint32_t)fact->text.len, fact->kind);
	write_column(out, fact->key);
	write_column(out, fact->attrs);
	output_slice(out, fact->text.len > 0 ? fact->text : SLICE("-"));
	output_end_record(out);
}

void
document_write(struct output *out, const struct document *document,
    const struct emit_options *options)
{
	struct lines lines = {0};
	size_t i;

	for (i = 0; i < document->unit_count; i++)
		if (!document->units[i].carried)
			write_unit(out, document, &document->units[i], options, &lines);
	for (i = 0; i < document->fact_count; i++)
		if (wanted(options, document->facts[i].kind))
			write_fact(out, document, &document->facts[i]);
	free(lines.at);
}

bool
emit_wants(const struct emit_options *options, struct slice kinds)
{
	size_t at = 0, end;

	for (; at < kinds.len; at = end + 1) {
		for (end = at; end < kinds.len && kinds.at[end] != ','; end++)
			continue;
		if (wanted(options, slice_cut(kinds, at, end)))
			return true;
	}
	return false;
}
