/* What titles are about: fields of government and of work. */
#ifndef READOUT_ROLE_FIELD_H
#define READOUT_ROLE_FIELD_H

#include "recognise.h"

/* A hyphen without blanks at i. */
static inline bool
hyphen(const struct reading *reading, uint32_t i)
{
	return is_mark(reading, i, '-') && is_glued(reading, i) && is_glued(reading, i + 1);
}

/* For word_row alone. */
const struct entry *find_word_row(const struct reading *reading, uint32_t i, const char *class);

/* The row of kind word and that class that begins at i, or NULL. */
static inline const struct entry *
word_row(const struct reading *reading, uint32_t i, const char *class)
{
	return i < reading->last && hit_at(reading, i)->kinds & 1u << ENTRY_WORD
	    ? find_word_row(reading, i, class)
	    : NULL;
}

/* Past a field of government at i ("Foreign Affairs"); i when there is none. */
uint32_t field_end(const struct reading *reading, uint32_t i);

/* Words in capitals behind "for" or "of" that no table calls an organisation. */
uint32_t free_field_end(const struct reading *reading, uint32_t i);

/*
 * Behind a field: past ", Wellness and Elder Affairs" or "and Prevention", fields that no
 * table need know; i when there is no such list.
 */
uint32_t field_list_end(const struct reading *reading, uint32_t i);

/* A known field behind "of [the]", with others joined by "and". */
uint32_t known_field_end(const struct reading *reading, uint32_t i);

#endif
