#include "country.h"

#include "gazetteer.h"

extern const gazetteer_table gazetteer_fmt;

enum { KEY = sizeof "country\t" - 1 }; /* where a row has it */

/* How many rows of the table, which go by key, have one before key. */
static size_t
rows_before(struct slice key)
{
	static size_t count;
	size_t low = 0, high, middle;

	while (gazetteer_fmt[count])
		count++;
	for (high = count; low < high;) {
		middle = (low + high) / 2;
		if (memcmp(gazetteer_fmt[middle] + KEY, key.at, key.len) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

struct slice
country_name(struct slice key)
{
	static const char form[] = "\tform=name";
	const char *const *row, *rest;

	if (key.len != 2)
		return (struct slice){"", 0};
	for (row = gazetteer_fmt + rows_before(key); *row; row++) {
		rest = *row + KEY;
		if (memcmp(rest, key.at, key.len) != 0)
			break;
		if (strncmp(rest + key.len, form, sizeof form - 1) == 0)
			return slice_of(strrchr(rest, '\t') + 1);
	}
	return (struct slice){"", 0};
}
