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

static enum kind
is(struct slice name, enum kind kind)
{
	return slice_is(name, kind_names[kind]) ? kind : KIND_OTHER;
}

/* One comparison a record: the first letters nearly decide. */
enum kind
kind_of(struct slice name)
{
	if (name.len < 3)
		return KIND_OTHER;
	switch (name.at[0]) {
	case 'a':
		return name.len == 3 ? is(name, KIND_ACT) : is(name, KIND_ABBREV);
	case 'c':
		return is(name, KIND_COUNTRY);
	case 'd':
		return is(name, KIND_DATE);
	case 'e':
		return is(name, KIND_EVENT);
	case 'h':
		return is(name, KIND_HEAD);
	case 'i':
		return name.len == 4 ? is(name, KIND_ITEM) : is(name, KIND_INSTRUMENT);
	case 'm':
		if (name.len == 4)
			return is(name, KIND_META);
		return name.len == 5 ? is(name, KIND_MONEY) : is(name, KIND_MEETING);
	case 'n':
		return is(name, KIND_NOTE);
	case 'o':
		return is(name, KIND_ORG);
	case 'p':
		if (name.at[1] == 'l')
			return is(name, KIND_PLACE);
		return name.len == 6 ? is(name, KIND_PERSON) : is(name, KIND_PARTICIPANT);
	case 'r':
		return is(name, KIND_ROLE);
	case 's':
		return is(name, KIND_SENT);
	case 't':
		return name.at[1] == 'i' ? is(name, KIND_TITLE) : is(name, KIND_TOPIC);
	}
	return KIND_OTHER;
}
