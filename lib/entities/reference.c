/* Who is who: names to persons, titles to persons. */
#include "reference.h"

#include "stages.h"

bool
person_speaks_only(const struct document *document, const struct person *person)
{
	struct slice title;
	const char *at, *end;

	if (person->role == NONE)
		return false;
	title = mention_text(document, &document->mentions[person->role]);
	end = title.at + title.len;
	/* "Spokesperson", "spokesman": few titles have a "k". */
	for (at = title.at; (at = memchr(at, 'k', (size_t)(end - at))); at++)
		if (at - title.at >= 2 && end - at >= 4 && memcmp(at - 2, "pokesp", 6) == 0)
			return true;
	return false;
}

/* Whether a mention or the one before it stands behind "regarding", "about": of whom is
 * talked there, with nobody. */
static bool
is_subject_matter(const struct document *document, const struct mention *mention)
{
	const struct unit *unit = mention_unit(document, mention);
	uint32_t first = &document->mentions[unit->mention] < mention ? mention[-1].last : unit->token;
	uint32_t i;

	for (i = first; i < mention->first && first > unit->token; i++)
		if (token_is(document, unit, i, "regarding") || token_is(document, unit, i, "about") ||
		    token_is(document, unit, i, "concerning") ||
		    (token_is(document, unit, i, "to") && token_is(document, unit, i + 1, "discuss")))
			return true;
	return false;
}

/* The parties of a readout are named in its headline and its first sentences. */
static void
mark_principals(struct document *document)
{
	uint32_t m, sentences = 0, p;
	size_t u;

	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_TITLE && !unit_is_text(unit))
			continue;
		sentences += unit->kind != UNIT_TITLE;
		if (sentences > 1)
			break;
		for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
			if (unit->kind == UNIT_SENT && is_subject_matter(document, &document->mentions[m]))
				break;
			if (document->mentions[m].kind == NAME_PERSON)
				document->persons[document->mentions[m].person].principal = true;
		}
	}
	for (p = 0; p < document->person_count; p++)
		if (person_speaks_only(document, &document->persons[p]))
			document->persons[p].principal = false;
}

void
references_resolve(struct document *document)
{
	persons_gather(document);
	titles_assign(document);
	mark_principals(document);
	titles_resolve(document);
}
