/* -o COLUMNS: which columns, in which order; attributes as attr.NAME. */
#ifndef READOUT_COLUMNS_H
#define READOUT_COLUMNS_H

#include "record.h"
#include "slice.h"

struct columns {
	size_t count;
	struct column_choice {
		enum column column; /* COLUMNS: an attribute */
		struct slice name;  /* as given: "key", "attr.country" */
		struct slice attr;  /* "country" */
	} *choices;
};

/*
 * Takes list ("doc,key,attr.country") apart. The slices lie in list. NULL when
 * all is well, else what is wrong; then *bad is the part of the list meant.
 */
const char *columns_parse(struct columns *columns, const char *list, struct slice *bad);

void columns_free(struct columns *columns);

/*
 * The value of one column: numbers as in the record, attributes resolved
 * (attr_unescape). None, "-" for key, attrs and attributes, gives an empty slice.
 * It lies in the record's line or in buffer, which has at least that line's length.
 */
struct slice columns_value(const struct column_choice *choice, const struct record *record,
    char *buffer);

#endif
