/* What the files that resolve titles share: who may be meant by one that stands alone. */
#ifndef READOUT_RESOLVE_H
#define READOUT_RESOLVE_H

#include "reference.h"

/* Names before a title that are looked at: a bound that no readout comes near. */
enum { MOST_LOOK_BACK = 50 };

/* Who can be meant by a title that stands alone, and what has been found out. */
struct resolution {
	struct document *document;
	struct roll alone;   /* titles that stand alone */
	uint32_t *bearers; /* persons with a title, in the order of the text; a bounded number */
	uint32_t bearer_count;
	uint32_t *principals;
	uint32_t principal_count;
	char home[3];  /* the publisher's country, or "" */
	uint32_t own; /* who is named first in running text: the side that writes; or NONE */
	const struct mention *opening; /* the first title in running text, or NULL */
	struct holders **holders; /* by title and country: open addressing */
	size_t holders_mask;
};

/* Whether person p bears that title beside the name; entry: its row, or NULL. */
bool title_is_borne(const struct document *document, uint32_t p, struct slice title,
    const struct entry *entry);

/* Whether person p holds that office: by a title beside the name, or by the tables. */
bool title_is_held(const struct document *document, uint32_t p, struct slice title);

/* Finds whom a title in the plural means: "the leaders", "the three Ministers". */
void resolve_several(const struct resolution *resolution, struct mention *role);

/* "his counterpart": the principal who is not named before in the sentence. */
void resolve_counterpart(const struct resolution *resolution, struct mention *role);

#endif
