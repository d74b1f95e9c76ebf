#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"
#include "text.h"

/* A line has at most 75 bytes, its end not counted (RFC 5545, 3.1). */
enum { LINE_BYTES = 75 };

struct calendar {
	struct output *out;
	struct arena *arena;
	struct facts facts;
	unsigned column; /* bytes on the line */
};

/* Goes on on the next line where the character does not fit. */
static void
put_character(struct calendar *calendar, const char *at, size_t size)
{
	if (calendar->column + size > LINE_BYTES) {
		output_string(calendar->out, "\r\n ");
		calendar->column = 1;
	}
	output_bytes(calendar->out, at, size);
	calendar->column += (unsigned)size;
}

static void
put_slice(struct calendar *calendar, struct slice s)
{
	size_t i, size;

	for (i = 0; i < s.len; i += size) {
		text_decode(s.at + i, s.len - i, &size);
		put_character(calendar, s.at + i, size);
	}
}

static void
put(struct calendar *calendar, const char *string)
{
	put_slice(calendar, slice_of(string));
}

static void
end_line(struct calendar *calendar)
{
	output_string(calendar->out, "\r\n");
	calendar->column = 0;
}

static void
line(struct calendar *calendar, const char *string)
{
	put(calendar, string);
	end_line(calendar);
}

/* A value of type TEXT (RFC 5545, 3.3.11). */
static void
put_text(struct calendar *calendar, struct slice s)
{
	size_t i, size;

	s = escape_copy(calendar->arena, s);
	for (i = 0; i < s.len; i += size) {
		text_decode(s.at + i, s.len - i, &size);
		if (s.at[i] == '\\' || s.at[i] == ';' || s.at[i] == ',')
			put_character(calendar, "\\", 1);
		put_character(calendar, s.at + i, size);
	}
}

static void
text_line(struct calendar *calendar, const char *name, struct slice value)
{
	if (value.len == 0)
		return;
	put(calendar, name);
	put_text(calendar, value);
	end_line(calendar);
}

/* What is no letter, digit, dot or hyphen as %XX: the same id, the same UID. */
static void
uid_line(struct calendar *calendar, struct slice id)
{
	static const char digits[] = "0123456789ABCDEF";
	unsigned char c;
	char escaped[3] = "%";
	size_t i;

	put(calendar, "UID:");
	for (i = 0; i < id.len; i++) {
		c = (unsigned char)id.at[i];
		if (text_is_alnum(c) || c == '-' || c == '.' || c == '_') {
			put_character(calendar, &id.at[i], 1);
			continue;
		}
		escaped[1] = digits[c >> 4];
		escaped[2] = digits[c & 15];
		put_character(calendar, escaped, 3);
	}
	put(calendar, "@readout");
	end_line(calendar);
}

/* "2024-03-12" → "20240312" */
static void
put_day(struct calendar *calendar, struct slice day)
{
	put_slice(calendar, slice_cut(day, 0, 4));
	put_slice(calendar, slice_cut(day, 5, 7));
	put_slice(calendar, slice_cut(day, 8, 10));
}

static void
put_person(struct calendar *calendar, const struct who *who)
{
	if (who->name.len + who->key.len == 0)
		return;
	put_text(calendar, who->name.len > 0 ? who->name : who->key);
	if (who->office.len > 0) {
		put(calendar, "\\, ");
		put_text(calendar, who->office);
	}
	if (who->country.len > 0) {
		put(calendar, " (");
		put_text(calendar, who->country);
		put(calendar, ")");
	}
	put(calendar, "\\n");
}

/* "\\nAino Lehtoranta: thanked President Wanjohi" */
static void
put_deed(struct calendar *calendar, const struct deed *deed)
{
	struct slice actor = calendar->facts.actors[deed->group].label;

	put(calendar, "\\n");
	if (actor.len > 0) {
		put_text(calendar, actor);
		put(calendar, ": ");
	}
	put_text(calendar, deed->text);
}

/* Who took part, and who did what, a line each. */
static void
description_line(struct calendar *calendar)
{
	const struct facts *facts = &calendar->facts;
	size_t i;

	if (facts->people_count + facts->deed_count == 0)
		return;
	put(calendar, "DESCRIPTION:");
	for (i = 0; i < facts->people_count; i++)
		put_person(calendar, &facts->people[i]);
	for (i = 0; i < facts->deed_count; i++)
		put_deed(calendar, &facts->deeds[i]);
	end_line(calendar);
}

/*
 * All day: a readout does not say when it began. DTSTAMP is made of the document
 * too, so that the same records give the same calendar.
 */
static void
write_event(struct calendar *calendar, const struct document *document)
{
	const struct facts *facts = &calendar->facts;
	const struct meeting *meeting = &facts->meeting;

	line(calendar, "BEGIN:VEVENT");
	uid_line(calendar, document->id);
	put(calendar, "DTSTAMP:");
	put_day(calendar,
		date_is_day(facts->published) ? facts->published : meeting->date);
	line(calendar, "T000000Z");
	put(calendar, "DTSTART;VALUE=DATE:");
	put_day(calendar, meeting->date);
	end_line(calendar);
	text_line(calendar, "SUMMARY:", facts->title);
	text_line(calendar, "LOCATION:", meeting->place);
	text_line(calendar, "CATEGORIES:", meeting->type);
	description_line(calendar);
	if (list_is_address(facts->url)) {
		put(calendar, "URL:");
		put_slice(calendar, facts->url);
		end_line(calendar);
	}
	line(calendar, "TRANSP:TRANSPARENT");
	line(calendar, "END:VEVENT");
}

static void *
ics_begin(struct render *render)
{
	struct calendar *calendar = calloc(1, sizeof *calendar);

	if (!calendar)
		diag_no_memory();
	calendar->out = render->out;
	line(calendar, "BEGIN:VCALENDAR");
	line(calendar, "VERSION:2.0");
	line(calendar, "PRODID:-//readout//readout-fmt//EN");
	line(calendar, "CALSCALE:GREGORIAN");
	return calendar;
}

static void
ics_document(struct render *render, void *state, const struct document *document)
{
	struct calendar *calendar = state;

	calendar->arena = &render->arena;
	facts_find(&calendar->facts, calendar->arena, document);
	if (date_is_day(calendar->facts.meeting.date))
		write_event(calendar, document);
}

static void
ics_end(struct render *render, void *state)
{
	struct calendar *calendar = state;

	(void)render;
	line(calendar, "END:VCALENDAR");
	facts_free(&calendar->facts);
	free(calendar);
}

const struct format format_ics = {
    .name = "ics",
    .purpose = "meetings as a calendar (RFC 5545)",
    .begin = ics_begin,
    .document = ics_document,
    .end = ics_end,
};
