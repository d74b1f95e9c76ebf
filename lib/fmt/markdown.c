#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"
#include "text.h"

struct notes {
	struct output *out;
	struct arena *arena;
	struct facts facts;
	bool begun;
};

/*
 * Does CommonMark, or an extension of it (GitHub's, mathematics), give a meaning to
 * the character at s.at[i], wherever it stands in a line?
 */
static bool
means_something(struct slice s, size_t i)
{
	if (s.at[i] == '&')
		return i + 1 < s.len && s.at[i + 1] != ' ';
	return one_of("\\`*_[]<>#~|$", s.at[i]);
}

/* "12." or "12)" at the beginning of a line would begin a list: where its mark stands. */
static size_t
list_mark(struct slice s)
{
	size_t digits = 0;

	while (digits < s.len && text_is_digit((unsigned char)s.at[digits]))
		digits++;
	return digits > 0 && digits < s.len &&
		       (s.at[digits] == '.' || s.at[digits] == ')')
		   ? digits
		   : SIZE_MAX;
}

/* first: s stands at the beginning of a line, where some marks begin a block. */
static void
put_text(struct notes *notes, struct slice s, bool first)
{
	size_t from = 0, mark, i;

	s = slice_trim(escape_copy(notes->arena, s));
	mark = first ? list_mark(s) : SIZE_MAX;
	for (i = 0; i < s.len; i++) {
		if (!means_something(s, i) && i != mark &&
		    !(first && i == 0 && one_of("+-=:", s.at[i])))
			continue;
		output_bytes(notes->out, s.at + from, i - from);
		output_char(notes->out, '\\');
		from = i;
	}
	output_bytes(notes->out, s.at + from, s.len - from);
}

static void
put(struct notes *notes, const char *markup)
{
	output_string(notes->out, markup);
}

/* ", " between values; nothing for none. */
static void
put_value(struct notes *notes, bool *first, const char *before, struct slice value)
{
	if (value.len == 0)
		return;
	if (!*first)
		put(notes, ", ");
	put(notes, before);
	put_text(notes, value, *first && !*before);
	*first = false;
}

static void
write_head(struct notes *notes)
{
	const struct facts *facts = &notes->facts;
	bool first = true;

	put(notes, "# ");
	put_text(notes, facts->title, true);
	put(notes, "\n\n");
	put_value(notes, &first, "", facts_how(facts, notes->arena));
	put_value(notes, &first, "", facts->meeting.date);
	put_value(notes, &first, "", facts->meeting.place);
	if (!first)
		put(notes, "\n\n");
}

static void
write_people(struct notes *notes)
{
	const struct facts *facts = &notes->facts;
	struct slice name, office;
	bool any = false;
	size_t i;

	for (i = 0; i < facts->people_count; i++) {
		name = facts->people[i].name.len > 0 ? facts->people[i].name
						     : facts->people[i].key;
		office = facts_office(&facts->people[i], notes->arena);
		if (name.len == 0)
			continue;
		put(notes, any ? "- **" : "## Who\n\n- **");
		any = true;
		put_text(notes, name, false);
		put(notes, "**");
		if (office.len > 0) {
			put(notes, ", ");
			put_text(notes, office, false);
		}
		put(notes, "\n");
	}
	if (any)
		put(notes, "\n");
}

static void
write_deeds(struct notes *notes)
{
	const struct facts *facts = &notes->facts;
	const struct actor *actor;
	size_t i;
	uint32_t next;

	if (facts->deed_count == 0)
		return;
	put(notes, "## Who did what\n\n");
	for (i = 0; i < facts->actor_count; i++) {
		actor = &facts->actors[i];
		put(notes, "- **");
		put_text(notes,
			 actor->label.len > 0 ? actor->label
					      : SLICE("(not said by whom)"),
			 false);
		put(notes, "**\n");
		for (next = actor->first; next != HASH_NONE;
		     next = facts->deeds[next].next) {
			put(notes, "    - ");
			put_text(notes, facts->deeds[next].text, true);
			put(notes, "\n");
		}
	}
	put(notes, "\n");
}

/* "**Topics:** climate (2), energy" */
static void
write_kind(struct notes *notes, enum kind kind, const char *title)
{
	const struct named **ranked;
	size_t count, i;
	bool by_key;

	ranked = facts_ranked(&notes->facts, kind, notes->arena, &count);
	if (count == 0)
		return;
	put(notes, "- ");
	put(notes, title);
	put(notes, ": ");
	for (i = 0; i < count; i++) {
		by_key = kind == KIND_TOPIC || ranked[i]->text.len == 0;
		if (i > 0)
			put(notes, ", ");
		put_text(notes, by_key ? ranked[i]->key : ranked[i]->text, false);
		if (ranked[i]->count > 1) {
			put(notes, " (");
			output_number(notes->out, ranked[i]->count);
			put(notes, ")");
		}
	}
	put(notes, "\n");
}

static void
write_subjects(struct notes *notes)
{
	static const struct {
		enum kind kind;
		const char *title;
	} lists[] = {
	    {KIND_TOPIC, "Topics"}, {KIND_COUNTRY, "Countries"},
	    {KIND_PLACE, "Places"}, {KIND_ORG, "Organisations"},
	    {KIND_EVENT, "Events"}, {KIND_INSTRUMENT, "Instruments"},
	};
	size_t i, j, count = 0;

	for (i = 0; i < notes->facts.named_count; i++)
		for (j = 0; j < sizeof lists / sizeof lists[0]; j++)
			count += notes->facts.named[i].kind == lists[j].kind &&
				 notes->facts.named[i].count > 0;
	if (count == 0)
		return;
	put(notes, "## About\n\n");
	for (i = 0; i < sizeof lists / sizeof lists[0]; i++)
		write_kind(notes, lists[i].kind, lists[i].title);
	put(notes, "\n");
}

static bool
is_quoted(const struct unit *unit)
{
	return unit->kind != KIND_META && unit->kind != KIND_NOTE && unit->text.len > 0;
}

/* What stands between two units of the quotation. */
static const char *
between(const struct unit *before, const struct unit *unit)
{
	if (!before)
		return "> ";
	if (unit->kind == KIND_ITEM && before->kind == KIND_ITEM)
		return "\n> ";
	if (unit->kind != KIND_ITEM && before->kind == unit->kind &&
	    before->para == unit->para)
		return " ";
	return "\n>\n> ";
}

/* The text, quoted; a list stays one. */
static void
write_text(struct notes *notes, const struct document *document)
{
	const struct unit *unit, *before = NULL;
	const char *joint;
	size_t i;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit == document->title || !is_quoted(unit))
			continue;
		joint = between(before, unit);
		put(notes, joint);
		if (unit->kind == KIND_ITEM)
			put(notes, "- ");
		put_text(notes, unit->text, joint[1] != '\0');
		before = unit;
	}
	if (before)
		put(notes, "\n\n");
}

static void
write_source(struct notes *notes, const struct document *document)
{
	const struct facts *facts = &notes->facts;
	bool first = true;

	put(notes, "Source: ");
	put_value(notes, &first, "", document->id);
	put_value(notes, &first, "published ", facts->published);
	put_value(notes, &first, "by ", facts->publisher);
	if (list_is_address(facts->url)) {
		put(notes, ", <");
		output_slice(notes->out, facts->url);
		put(notes, ">");
	} else {
		put_value(notes, &first, "", facts->url);
	}
	put(notes, "\n");
}

static void *
markdown_begin(struct render *render)
{
	struct notes *notes = calloc(1, sizeof *notes);

	if (!notes)
		diag_no_memory();
	notes->out = render->out;
	return notes;
}

static void
markdown_document(struct render *render, void *state, const struct document *document)
{
	struct notes *notes = state;

	notes->arena = &render->arena;
	facts_find(&notes->facts, notes->arena, document);
	if (notes->begun)
		put(notes, "\n");
	notes->begun = true;
	write_head(notes);
	write_people(notes);
	write_deeds(notes);
	write_subjects(notes);
	write_text(notes, document);
	write_source(notes, document);
}

static void
markdown_end(struct render *render, void *state)
{
	struct notes *notes = state;

	(void)render;
	facts_free(&notes->facts);
	free(notes);
}

const struct format format_markdown = {
    .name = "markdown",
    .purpose = "to paste into notes: who, who did what, and the text quoted",
    .begin = markdown_begin,
    .document = markdown_document,
    .end = markdown_end,
};
