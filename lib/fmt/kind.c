#include "format.h"

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
