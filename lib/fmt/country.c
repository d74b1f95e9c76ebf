#include "country.h"

#include "gazetteer.h"

extern const gazetteer_table gazetteer_fmt;

/* Rows go by key and there are few keys a document: no index is worth its memory. */
struct slice
country_name(struct slice key)
{
	static const char kind[] = "country\t", form[] = "\tform=name";
	const char *const *row, *rest, *name;

	if (key.len != 2)
		return (struct slice){"", 0};
	for (row = gazetteer_fmt; *row; row++) {
		rest = *row + sizeof kind - 1;
		if (rest[0] != key.at[0] || rest[1] != key.at[1] ||
		    strncmp(rest + 2, form, sizeof form - 1) != 0)
			continue;
		name = strrchr(rest, '\t');
		return slice_of(name + 1);
	}
	return (struct slice){"", 0};
}
