#include "stages.h"

#include <stdlib.h>

#include "sort.h"

enum {
	LONGEST_KIND = 16,
	SHORT = 128, /* of a record: numbers, kind, names of attributes, tabs */
};

/* The column of each kind with the tabs around it: copied at its whole width. */
struct kind_column {
	char at[LONGEST_KIND];
	size_t len;
};

#define COLUMN(name) {"\t" name "\t", sizeof name + 1}

static const struct kind_column name_columns[NAME_KINDS] = {
    [NAME_PERSON] = COLUMN("person"),
    [NAME_ROLE] = COLUMN("role"),
    [NAME_COUNTRY] = COLUMN("country"),
    [NAME_PLACE] = COLUMN("place"),
    [NAME_ORG] = COLUMN("org"),
    [NAME_EVENT] = COLUMN("event"),
    [NAME_INSTRUMENT] = COLUMN("instrument"),
    [NAME_DATE] = COLUMN("date"),
    [NAME_MONEY] = COLUMN("money"),
};

static const struct kind_column span_columns[SPAN_KINDS] = {
    [SPAN_TOPIC] = COLUMN("topic"),
    [SPAN_ABBREV] = COLUMN("abbrev"),
    [SPAN_ACT] = COLUMN("act"),
};

/* A span and where it comes in its unit: by its start, the outer one first. */
struct place {
	uint64_t rank;
	const struct span *span; /* NULL, and the highest rank: behind the last */
};

struct writer {
	struct output *out;
	const struct document *document;
	const struct emit_options *options;
	unsigned names, spans; /* a bit for each kind that is written */
	struct slice place;    /* document, paragraph and sentence, with the tabs behind them */
	struct place *places;  /* the spans of a unit; room for the unit that has most */
	size_t capacity;
};

static inline uint64_t
rank(uint32_t start, uint32_t end)
{
	return (uint64_t)start << 32 | (UINT32_MAX - end);
}

/* Equals as they were found. */
static int
compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return x->span < y->span ? -1 : 1;
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

static unsigned
wanted_kinds(const struct emit_options *options, const struct kind_column *columns, int count)
{
	unsigned kinds = 0;
	int i;

	for (i = 0; i < count; i++)
		if (wanted(options, (struct slice){columns[i].at + 1, columns[i].len - 2}))
			kinds |= 1u << i;
	return kinds;
}

static inline void
add_place(struct writer *writer, size_t count, struct place place)
{
	writer->places = grow(writer->places, count, &writer->capacity, sizeof *writer->places);
	writer->places[count] = place;
}

/* The unit's spans, in order. */
static void
gather_spans(struct writer *writer, const struct unit *unit)
{
	const struct span *span;
	size_t count = 0;
	uint32_t s;

	for (s = unit->span; s != NONE; s = span->next) {
		span = &writer->document->spans[s];
		if (!(writer->spans >> span->kind & 1))
			continue;
		add_place(writer, count++, (struct place){rank(span->start, span->end), span});
	}
	sort_array(writer->places, count, sizeof *writer->places, compare_places);
	add_place(writer, count, (struct place){UINT64_MAX, NULL});
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

/* Copies s, of a unit's line, behind which so many bytes can be read, by steps: at has
 * room for one more. */
static inline char *
put_of_line(char *at, struct slice s)
{
	size_t i;

	for (i = 0; i < s.len; i += TOKEN_SLACK)
		memcpy(at + i, s.at + i, TOKEN_SLACK);
	return at + s.len;
}

/* Where a span stands, up to the end of its unit's text. */
static inline char *
put_place(char *at, struct slice place, uint32_t start, uint32_t end)
{
	at = put_of_line(at, place);
	at = decimal_put(at, start);
	*at++ = '\t';
	return decimal_put(at, end);
}

static inline char *
put_kind(char *at, const struct kind_column *kind)
{
	memcpy(at, kind->at, LONGEST_KIND);
	return at + kind->len;
}

/* A column that may be empty. */
static inline char *
put_column(char *at, struct slice s)
{
	if (s.len > 0)
		return slice_put(at, s);
	*at = '-';
	return at + 1;
}

static inline void
end_record(struct output *out, char *at)
{
	*at++ = '\n';
	output_wrote(out, at);
	if (out->each_record)
		output_flush(out);
}
/* The keys of those whom a role means beside the first, each behind a comma. */
static size_t
others_length(const struct document *document, const struct mention *role)
{
	size_t len = 0;
	uint32_t i;

	for (i = 1; i < role->person_count; i++)
		len += 1 + document->persons[role->persons[i]].key.len;
	return len;
}

static char *
put_others(char *at, const struct document *document, const struct mention *role)
{
	uint32_t i;

	for (i = 1; i < role->person_count; i++) {
		*at++ = ',';
		at = slice_put(at, document->persons[role->persons[i]].key);
	}
	return at;
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
write_mention(const struct writer *writer, const struct mention *mention)
{
	const struct document *document = writer->document;
	struct slice key = mention->key, role = {"", 0}, why = {"", 0};
	struct slice text = mention_text(document, mention);
	const char *country = mention->country;
	uint32_t persons = 0;
	char *at, *attrs;

	if (mention->kind == NAME_ROLE) {
		persons = mention->person_count;
		key = persons > 0 ? document->persons[mention->persons[0]].key : SLICE("");
	} else if (mention->kind == NAME_PERSON && mention->person != NONE) {
		const struct person *person = &document->persons[mention->person];

		key = person->key;
		country = person->country;
		if (person->role != NONE)
			role = mention_text(document, &document->mentions[person->role]);
	}
	if (writer->options->why && mention->rule)
		why = slice_of(mention->rule);
	at = output_room(writer->out, writer->place.len + key.len +
		(persons > 1 ? others_length(document, mention) : 0) +
		3 * (role.len + why.len) + text.len + SHORT);
	at = put_place(at, writer->place, mention->start, mention->end);
	at = put_kind(at, &name_columns[mention->kind]);
	at = put_column(at, key);
	if (persons > 1)
		at = put_others(at, document, mention);
	*at++ = '\t';
	attrs = at;
	if (mention->kind == NAME_COUNTRY) {
		at = slice_put(at, form_of(mention));
	} else {
		at = attr_put(at, attrs, SLICE("role"), role);
		at = attr_put(at, attrs, SLICE("country"), country_slice(country));
	}
	at = attr_put(at, attrs, SLICE("why"), why);
	if (at == attrs)
		*at++ = '-';
	*at++ = '\t';
	end_record(writer->out, put_of_line(at, text));
}

static void
write_span(const struct writer *writer, const struct unit *unit, const struct span *span)
{
	struct slice text = slice_cut(unit->record.text, span->start, span->end);
	char *at = output_room(writer->out, writer->place.len + span->key.len +
		    span->attrs.len + text.len + SHORT);

	at = put_place(at, writer->place, span->start, span->end);
	at = put_kind(at, &span_columns[span->kind]);
	at = put_column(at, span->key);
	*at++ = '\t';
	at = put_column(at, span->attrs);
	*at++ = '\t';
	end_record(writer->out, put_of_line(at, text));
}

static void
write_unit(struct writer *writer, const struct unit *unit)
{
	const struct mention *mention = &writer->document->mentions[unit->mention];
	const struct mention *end = mention + unit->mention_count;
	const struct place *place;

	output_slice(writer->out, unit->line);
	output_end_record(writer->out);
	if (unit->mention_count == 0 && unit->span == NONE)
		return;
	writer->place = place_of(unit);
	gather_spans(writer, unit);
	for (place = writer->places;; place++) {
		for (; mention < end && rank(mention->start, mention->end) <= place->rank; mention++)
			if (writer->names >> mention->kind & 1)
				write_mention(writer, mention);
		if (!place->span)
			break;
		write_span(writer, unit, place->span);
	}
}

static void
write_fact(const struct writer *writer, const struct fact *fact)
{
	struct slice id = writer->document->id, text = fact->text;
	char *at = output_room(writer->out, id.len + fact->kind.len + fact->key.len +
		    fact->attrs.len + text.len + SHORT);

	at = slice_put(at, id);
	at = slice_put(at, SLICE("\t0\t0\t0\t"));
	at = decimal_put(at, text.len);
	*at++ = '\t';
	at = slice_put(at, fact->kind);
	*at++ = '\t';
	at = put_column(at, fact->key);
	*at++ = '\t';
	at = put_column(at, fact->attrs);
	*at++ = '\t';
	end_record(writer->out, put_column(at, text));
}

void
document_write(struct output *out, const struct document *document,
    const struct emit_options *options)
{
	struct writer writer = {
	    .out = out,
	    .document = document,
	    .options = options,
	    .names = wanted_kinds(options, name_columns, NAME_KINDS),
	    .spans = wanted_kinds(options, span_columns, SPAN_KINDS),
	};
	size_t i;

	for (i = 0; i < document->unit_count; i++)
		if (!document->units[i].carried)
			write_unit(&writer, &document->units[i]);
	for (i = 0; i < document->fact_count; i++)
		if (wanted(options, document->facts[i].kind))
			write_fact(&writer, &document->facts[i]);
	free(writer.places);
}

bool
emit_wants(const struct emit_options *options, struct slice kinds)
{
	size_t at = 0, end;

	if (!options->kinds_given)
		return true;
	for (; at < kinds.len; at = end + 1) {
		for (end = at; end < kinds.len && kinds.at[end] != ','; end++)
			continue;
		if (wanted(options, slice_cut(kinds, at, end)))
			return true;
	}
	return false;
}
