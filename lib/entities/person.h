/* What the recognisers of persons share. */
#ifndef READOUT_PERSON_H
#define READOUT_PERSON_H

#include "recognise.h"

/* The hit at i speaks against a person's name: it is surely another one. */
static inline bool
is_other_name(const struct reading *reading, uint32_t i)
{
	return hit_at(reading, i)->kinds & PATH_NO_PERSON;
}

/*
 * Where what belongs to a title leads: past "of the NAME", "and", other titles and
 * honorifics, to the place of a name. "Member of the Politburo and Foreign Minister | Roe".
 */
uint32_t title_leads_to(const struct reading *reading, const struct candidate *role);

/* A title that is also a common word, or no title by itself ("Members", "Family
 * Members"), is sure only beside a person. */
bool is_weak_role(const struct reading *reading, const struct candidate *role);

/* Takes away the candidates that are titles only beside a person, and have none. */
void drop_weak_roles(struct reading *reading);

#endif
