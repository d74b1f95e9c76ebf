#include "row.h"

#include <stdlib.h>

#include "record.h"

static const char *const kind_names[ENTRY_KINDS] = {
    "person", "role", "country", "place", "org", "event", "instrument", "date", "money",
    "topic", "act", "meeting", "word", "none", "abbreviation", "",
};

/* Key of a row of kind word → the class its words belong to. */
static const struct {
	const char *name;
	uint32_t class;
} class_names[] = {
    {"honorific", CLASS_HONORIFIC},
    {"suffix", CLASS_SUFFIX},
    {"particle", CLASS_PARTICLE},
    {"role-head", CLASS_ROLE_HEAD},
    {"role-modifier", CLASS_ROLE_MODIFIER},
    {"role-field", CLASS_ROLE_FIELD},
    {"outside", CLASS_OUTSIDE},
    {"org-head", CLASS_ORG_HEAD},
    {"event-head", CLASS_EVENT_HEAD},
    {"instrument-head", CLASS_INSTRUMENT_HEAD},
    {"place-head", CLASS_PLACE_HEAD},
    {"link", CLASS_LINK},
    {"headline", CLASS_HEADLINE},
    {"month", CLASS_MONTH},
    {"weekday", CLASS_WEEKDAY},
    {"number", CLASS_NUMBER},
    {"date-word", CLASS_DATE_WORD},
    {"currency", CLASS_CURRENCY},
    {"scale", CLASS_SCALE},
    {"common", CLASS_COMMON},
};

uint32_t
row_class_named(struct slice name)
{
	size_t i;

	for (i = 0; i < sizeof class_names / sizeof class_names[0]; i++)
		if (slice_is(name, class_names[i].name))
			return class_names[i].class;
	return 0;
}

static bool
attr_is(struct slice attrs, const char *name, const char *wanted)
{
	struct slice value;

	return attr_find(attrs, name, &value) && slice_is(value, wanted);
}

enum entry_kind
row_kind(const struct gazetteer_row *row)
{
	int i;

	for (i = 0; i < ENTRY_OTHER; i++)
		if (slice_is(row->kind, kind_names[i]))
			break;
	return (enum entry_kind)i;
}

uint16_t
row_flags(const struct gazetteer_row *row, bool user)
{
	struct slice attrs = row->attrs, name, value;
	unsigned flags = user ? FLAG_USER : 0;

	while (attr_next(&attrs, &name, &value)) {
		if (slice_is(name, "ambiguous"))
			flags |= FLAG_AMBIGUOUS;
		else if (slice_is(name, "lower"))
			flags |= FLAG_LOWER;
		else if (slice_is(name, "number") && slice_is(value, "plural"))
			flags |= FLAG_PLURAL;
		else if (slice_is(name, "form") && slice_is(value, "people"))
			flags |= FLAG_PEOPLE;
		else if (slice_is(value, "code") || slice_is(value, "state-code"))
			flags |= FLAG_CODE;
		else if (slice_is(name, "gender"))
			flags |= slice_is(value, "f") ? FLAG_FEMALE
			    : slice_is(value, "m")    ? FLAG_MALE
						      : 0;
	}
	return (uint16_t)flags;
}

uint16_t
row_year(const struct gazetteer_row *row, const char *name)
{
	struct slice value;
	unsigned long year;

	if (!attr_find(row->attrs, name, &value))
		return 0;
	year = strtoul(value.at, NULL, 10);
	return year <= UINT16_MAX ? (uint16_t)year : 0;
}

uint32_t
row_classes(const struct gazetteer_row *row)
{
	uint32_t class = 0;

	if (slice_is(row->kind, "given"))
		class = CLASS_GIVEN | (attr_is(row->attrs, "gender", "f") ? CLASS_FEMALE : 0) |
		    (attr_is(row->attrs, "gender", "m") ? CLASS_MALE : 0);
	else if (slice_is(row->kind, "family"))
		class = CLASS_FAMILY;
	else if (slice_is(row->kind, "common"))
		class = CLASS_COMMON;
	else if (slice_is(row->kind, "word"))
		class = row_class_named(row->key);
	if (class && attr_is(row->attrs, "number", "plural"))
		class |= CLASS_PLURAL;
	if (class & (CLASS_GIVEN | CLASS_FAMILY) && attr_is(row->attrs, "ambiguous", "yes"))
		class |= CLASS_AMBIGUOUS;
	return class;
}
