/* One screen a document: when, where, how; who; who did what; what it was about. */
#include <stdio.h>
#include <stdlib.h>

#include "country.h"
#include "diag.h"
#include "facts.h"
#include "fill.h"
#include "format.h"
#include "paint.h"
#include "palette.h"

enum {
	LABEL_COLUMNS = 13, /* "Instruments  " */
	DEED_COLUMNS = LABEL_COLUMNS + 2,
	/* More would push the next thing off the screen. */
	MOST_KEYS = 10,  /* of a kind */
	MOST_LINES = 2,  /* of a deed */
	PEOPLE_LINES = 4, /* of a country */
};

struct brief {
	struct fill fill;
	struct facts facts;
	bool begun;
};

static void *
begin(struct render *render)
{
	struct brief *brief = calloc(1, sizeof *brief);

	if (!brief)
		diag_no_memory();
	fill_open(&brief->fill, render->out, render->width, render->colour);
	return brief;
}

static void
label(struct brief *brief, const char *name)
{
	fill_begin(&brief->fill, slice_of(name), LABEL_COLUMNS, STYLE_FAINT);
}

/* Adds a value behind those before it. */
static void
add(struct fill *fill, bool *first, const char *between, const char *before, struct slice value)
{
	if (value.len == 0)
		return;
	if (!*first)
		fill_string(fill, between);
	*first = false;
	fill_string(fill, before);
	fill_text(fill, value);
}

static void
write_head(struct brief *brief, struct arena *arena, const struct document *document)
{
	const struct facts *facts = &brief->facts;
	struct fill *fill = &brief->fill;
	bool first = true;

	fill_begin(fill, SLICE(""), 0, 0);
	fill->style = STYLE_BOLD;
	fill_text(fill, facts->title);
	fill_end(fill);
	if (facts->meeting.date.len + facts->meeting.place.len > 0 ||
	    facts_how(facts, arena).len > 0) {
		label(brief, "Meeting");
		add(fill, &first, "", "", facts_how(facts, arena));
		add(fill, &first, ", ", "", facts->meeting.date);
		add(fill, &first, ", ", "", facts->meeting.place);
		fill_end(fill);
	}
	first = true;
	label(brief, "Source");
	add(fill, &first, ", ", "", document->id);
	add(fill, &first, ", ", "published ", facts->published);
	add(fill, &first, ", ", "by ", facts->publisher);
	fill_end(fill);
}

static void
write_person(struct fill *fill, const struct who *who)
{
	fill->style = palette_style(KIND_PERSON);
	fill_text(fill, who->name.len ? who->name : who->key);
	fill->style = 0;
	if (who->office.len > 0) {
		fill_string(fill, ", ");
		fill_text(fill, who->office);
	}
}

/* One line a country, in the order in which they are named. */
static void
write_people(struct brief *brief)
{
	const struct who *people = brief->facts.people;
	struct fill *fill = &brief->fill;
	struct slice country;
	size_t i;
	uint32_t j;

	for (i = 0; i < brief->facts.people_count; i++) {
		if (!people[i].leads)
			continue;
		label(brief, i == 0 ? "Who" : "");
		fill->most = PEOPLE_LINES;
		country = country_name(people[i].country);
		if (country.len == 0)
			country = people[i].country;
		fill->style = palette_style(KIND_COUNTRY);
		fill_text(fill, country);
		fill->style = 0;
		if (country.len > 0)
			fill_string(fill, ": ");
		write_person(fill, &people[i]);
		for (j = people[i].next; j != HASH_NONE; j = people[j].next) {
			fill_string(fill, "; ");
			write_person(fill, &people[j]);
		}
		fill_end(fill);
		fill->most = 0;
	}
}

/* Takes off what joins a clause to the next one: ", and", "to", "while". */
static size_t
trim_joint(struct slice text)
{
	static const char *const joints[] = {
	    " and", " to", " while", " but", " or", " also", " by", " as well as", " in order",
	};
	size_t i, before;

	do {
		before = text.len;
		while (text.len > 0 && strchr(" ,;:-", text.at[text.len - 1]))
			text.len--;
		for (i = 0; i < sizeof joints / sizeof joints[0]; i++)
			if (slice_ends(text, slice_of(joints[i])))
				text.len -= strlen(joints[i]);
	} while (text.len < before);
	return text.len;
}

/* A clause ends where the next act of its sentence begins: each is said once. */
static uint32_t
end_of_deed(const struct facts *facts, size_t number)
{
	const struct deed *deed = &facts->deeds[number];
	uint32_t from = deed->span->start, to = deed->span->end, next;
	size_t len;

	if (number + 1 < facts->deed_count && deed[1].unit == deed->unit) {
		next = deed[1].span->start;
		if (next > from && next < to)
			to = next;
	}
	len = trim_joint(slice_cut(deed->unit->text, from, to));
	return len > 0 ? from + (uint32_t)len : to;
}

static void
write_deeds(struct brief *brief)
{
	const struct facts *facts = &brief->facts;
	struct fill *fill = &brief->fill;
	const struct deed *deed;
	size_t group;
	uint32_t i;

	for (group = 0; group < facts->actor_count; group++) {
		label(brief, group == 0 ? "What" : "");
		fill->style = STYLE_BOLD;
		if (facts->actors[group].label.len > 0)
			fill_text(fill, facts->actors[group].label);
		else
			fill_string(fill, "(not said by whom)");
		fill_end(fill);
		for (i = facts->actors[group].first; i != HASH_NONE; i = deed->next) {
			deed = &facts->deeds[i];
			fill_begin(fill, SLICE("             -"), DEED_COLUMNS, 0);
			fill->most = MOST_LINES;
			paint(fill, deed->unit, deed->span->start, end_of_deed(facts, i), 0,
			    false);
			fill_end(fill);
			fill->most = 0;
		}
	}
}

static void
write_keys(struct brief *brief, struct arena *arena, enum kind kind, const char *name)
{
	struct fill *fill = &brief->fill;
	const struct named **ranked;
	struct slice text;
	size_t count, i;
	char number[32];

	ranked = facts_ranked(&brief->facts, kind, arena, &count);
	if (count == 0)
		return;
	label(brief, name);
	for (i = 0; i < count && i < MOST_KEYS; i++) {
		if (i > 0)
			fill_string(fill, ", ");
		text = kind == KIND_TOPIC ? ranked[i]->key : ranked[i]->text;
		fill->style = palette_style(kind);
		fill_text(fill, text.len ? text : ranked[i]->key);
		fill->style = 0;
		if (ranked[i]->count > 1) {
			snprintf(number, sizeof number, " %u", ranked[i]->count);
			fill_string(fill, number);
		}
	}
	if (count > MOST_KEYS) {
		snprintf(number, sizeof number, ", %zu more", count - MOST_KEYS);
		fill_string(fill, number);
	}
	fill_end(fill);
}

static void
document(struct render *render, void *state, const struct document *document)
{
	static const struct {
		enum kind kind;
		const char *label;
	} lists[] = {
	    {KIND_TOPIC, "Topics"},      {KIND_COUNTRY, "Countries"},
	    {KIND_PLACE, "Places"},      {KIND_ORG, "Bodies"},
	    {KIND_EVENT, "Events"},      {KIND_INSTRUMENT, "Instruments"},
	};
	struct brief *brief = state;
	size_t i;

	facts_find(&brief->facts, &render->arena, document);
	if (brief->begun)
		output_char(render->out, '\n');
	brief->begun = true;
	write_head(brief, &render->arena, document);
	write_people(brief);
	write_deeds(brief);
	for (i = 0; i < sizeof lists / sizeof lists[0]; i++)
		write_keys(brief, &render->arena, lists[i].kind, lists[i].label);
}

static void
end(struct render *render, void *state)
{
	struct brief *brief = state;

	(void)render;
	fill_free(&brief->fill);
	facts_free(&brief->facts);
	free(brief);
}

const struct format format_brief = {
    .name = "brief",
    .purpose = "one screen a document: who, when, where, who did what",
    .begin = begin,
    .document = document,
    .end = end,
};
