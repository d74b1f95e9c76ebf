/* Who is who: names to persons, titles to persons. */
#include "reference.h"

#include "context.h"
#include "stages.h"

bool
person_speaks_only(const struct document *document, const struct person *person)
{
	struct slice title;
	const char *at, *end;

	if (person->role == NONE)
		return person->spouse;
	title = mention_text(document, &document->mentions[person->role]);
	end = title.at + title.len;
	/* "Spokesperson", "spokesman"; but "Spokesperson and Chief Adviser". Few titles have a "k". */
	for (at = title.at; (at = memchr(at, 'k', (size_t)(end - at))); at++)
		if (at - title.at >= 2 && end - at >= 4 && memcmp(at - 2, "pokesp", 6) == 0)
			return slice_find(title, " and ") == title.len;
	return false;
}

/* Whether the mention stands behind "regarding", "ahead of", "on his call with": of whom
 * is talked there, with nobody. party: one stands before. */
static bool
is_subject_matter(const struct document *document, const struct mention *mention, bool party)
{
	static const char *const words[] = {"regarding", "about", "concerning", "ahead",
	    "following", "after", "before"};
	const size_t sure = 3; /* the others also open a sentence, with no party before */
	const struct unit *unit = mention_unit(document, mention);
	uint32_t i = &document->mentions[unit->mention] < mention ? mention[-1].last : mention->first;
	size_t w;

	for (; i < mention->first; i++) {
		for (w = 0; token_context(document, i, CONTEXT_SUBJECT) &&
		     w < (party ? sizeof words / sizeof words[0] : sure); w++)
			if (token_is(document, unit, i, words[w]))
				return true;
		if ((token_is(document, unit, i, "to") && token_is(document, unit, i + 1, "discuss")) ||
		    (party && token_is(document, unit, i, "on") && (token_is(document, unit, i + 1, "his") ||
							      token_is(document, unit, i + 1, "her"))))
			return true;
	}
	return false;
}

/* The parties of a readout are named in its headline and its first sentences. */
static void
mark_principals(struct document *document)
{
	uint32_t m, sentences = 0, p;
	bool party = false;
	size_t u;

	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_TITLE && !unit_is_text(unit))
			continue;
		sentences += unit->kind != UNIT_TITLE;
		if (sentences > 1)
			break;
		for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
			if (unit->kind == UNIT_SENT &&
			    is_subject_matter(document, &document->mentions[m], party))
				break;
			if (document->mentions[m].kind != NAME_PERSON)
				continue;
			document->persons[document->mentions[m].person].principal = true;
			party |= unit->kind == UNIT_SENT;
		}
	}
	for (p = 0; p < document->person_count; p++)
		if (document->persons[p].principal && person_speaks_only(document, &document->persons[p]))
			document->persons[p].principal = false;
}

static void
call_rolls(struct document *document)
{
	size_t size = document->mention_count * sizeof(uint32_t);
	struct roll names = {arena_take(&document->arena, size), 0};
	struct roll titles = {arena_take(&document->arena, size), 0};
	uint32_t m;

	for (m = 0; m < document->mention_count; m++) {
		names.at[names.count] = titles.at[titles.count] = m;
		names.count += document->mentions[m].kind == NAME_PERSON;
		titles.count += document->mentions[m].kind == NAME_ROLE;
	}
	document->names = names;
	document->titles = titles;
}

void
references_resolve(struct document *document)
{
	struct roll alone;

	call_rolls(document);
	persons_gather(document);
	alone = titles_assign(document);
	mark_principals(document);
	titles_resolve(document, alone);
}
