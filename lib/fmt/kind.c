#include "cell.h"

const char *const kind_names[KINDS] = {
    "person",
    "role",
    "country",
    "place",
    "org",
    "event",
    "instrument",
    "date",
    "money",
    "topic",
    "abbrev",
    "act",
    "meeting",
    "participant",
    "title",
    "head",
    "sent",
    "item",
    "note",
    "meta",
    "other",
};

static const char *const purposes[KINDS] = {
    [KIND_PERSON] = "name: of a person",
    [KIND_ROLE] = "name: title or office",
    [KIND_COUNTRY] = "name: country, its code or its people",
    [KIND_PLACE] = "name: city, region, water, building",
    [KIND_ORG] = "name: organisation, company, alliance, armed force",
    [KIND_EVENT] = "name: summit, conference, war, holiday, exercise",
    [KIND_INSTRUMENT] = "name: treaty, law, resolution, plan, weapon",
    [KIND_DATE] = "name: day, month, year, span of time",
    [KIND_MONEY] = "name: amount and currency",
    [KIND_TOPIC] = "span: subject of policy",
    [KIND_ABBREV] = "span: long form of an acronym",
    [KIND_ACT] = "span: who does what, from the verb to the end of its clause",
    [KIND_MEETING] = "fact: what sort of meeting, when, where, of which countries",
    [KIND_PARTICIPANT] = "fact: who took part, in which office, for which country",
    [KIND_TITLE] = "unit: headline",
    [KIND_HEAD] = "unit: byline, dateline, section heading",
    [KIND_SENT] = "unit: sentence",
    [KIND_ITEM] = "unit: list item",
    [KIND_NOTE] = "unit: boilerplate, paragraph in another language",
    [KIND_META] = "unit: metadata, front matter",
};

void
kind_list(struct output *out)
{
	int kind;

	for (kind = 0; kind < KIND_OTHER; kind++) {
		cell_write(out, slice_of(kind_names[kind]), 13, false);
		output_string(out, purposes[kind]);
		output_char(out, '\n');
	}
}

/* The second and third letter tell the kinds apart: two in one place, and compilers warn. */
enum { PLACES = 64 };

#define PLACE(second, third) ((2u * (unsigned char)(second) + (unsigned char)(third)) % PLACES)
#define ROW(name, second, third, kind) [PLACE(second, third)] = {{name, sizeof name - 1}, kind}

static const struct {
	struct slice name;
	enum kind kind;
} by_letters[PLACES] = {
    ROW("person", 'e', 'r', KIND_PERSON),
    ROW("role", 'o', 'l', KIND_ROLE),
    ROW("country", 'o', 'u', KIND_COUNTRY),
    ROW("place", 'l', 'a', KIND_PLACE),
    ROW("org", 'r', 'g', KIND_ORG),
    ROW("event", 'v', 'e', KIND_EVENT),
    ROW("instrument", 'n', 's', KIND_INSTRUMENT),
    ROW("date", 'a', 't', KIND_DATE),
    ROW("money", 'o', 'n', KIND_MONEY),
    ROW("topic", 'o', 'p', KIND_TOPIC),
    ROW("abbrev", 'b', 'b', KIND_ABBREV),
    ROW("act", 'c', 't', KIND_ACT),
    ROW("meeting", 'e', 'e', KIND_MEETING),
    ROW("participant", 'a', 'r', KIND_PARTICIPANT),
    ROW("title", 'i', 't', KIND_TITLE),
    ROW("head", 'e', 'a', KIND_HEAD),
    ROW("sent", 'e', 'n', KIND_SENT),
    ROW("item", 't', 'e', KIND_ITEM),
    ROW("note", 'o', 't', KIND_NOTE),
    ROW("meta", 'e', 't', KIND_META),
};

enum kind
kind_of(struct slice name)
{
	unsigned place;

	if (name.len < 3)
		return KIND_OTHER;
	place = PLACE(name.at[1], name.at[2]);
	return slice_equal(name, by_letters[place].name) ? by_letters[place].kind : KIND_OTHER;
}
