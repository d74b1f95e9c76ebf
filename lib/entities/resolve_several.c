/* titles in the plural, and "his counterpart" → the persons they mean */
#include "resolve.h"

#include "act_table.h"
#include "style.h"

enum { MOST_COUNTRIES = 8 }; /* around one title */

/* How many a title in the plural is said to mean: "the three Ministers"; 0: not said. */
static uint32_t
count_said(const struct document *document, const struct mention *role)
{
	const struct token *before;

	if (role->first == mention_unit(document, role)->token)
		return 0;
	before = &document->tokens[role->first - 1];
	if (before->part == PART_BOTH)
		return 2;
	return before->classes & CLASS_NUMBER ? document->lexicon->words[before->word].number : 0;
}

/* "The three Ministers" are all parties or all of the document with that title, if so many. */
static bool
resolve_counted(const struct resolution *resolution, struct mention *role, struct slice title)
{
	struct document *document = resolution->document;
	uint32_t said = count_said(document, role), i, holders = 0;

	if (said == 0 || said == resolution->principal_count)
		return false;
	for (i = 0; i < resolution->bearer_count; i++)
		holders += title_is_borne(document, resolution->bearers[i], title, NULL);
	if (holders != said)
		return false;
	for (i = 0; i < resolution->bearer_count; i++)
		if (title_is_borne(document, resolution->bearers[i], title, NULL))
			role_mean(document, role, resolution->bearers[i]);
	return true;
}

/*
 * "The Prime Minister spoke to President Roe": with whom the title that opens the text
 * means, somebody who is named only further on, "the leaders" are two; if it means nobody,
 * the own side has no name. False where the text begins otherwise.
 */
static bool
own_side_is_titled(const struct mention *opening)
{
	return opening && !opening->several && opening->owner == NONE && opening->person_count < 2;
}

/* Countries named around a title in the plural. */
struct countries {
	char code[MOST_COUNTRIES][3];
	uint32_t count;
};

static void
add_country(struct countries *countries, const struct mention *country)
{
	if (countries->count < MOST_COUNTRIES)
		memcpy(countries->code[countries->count++], country->country, 3);
}

/* "the leaders of Chile, Peru and the U.S.", "the Chilean and Peruvian Ministers". */
static void
countries_around(struct document *document, const struct mention *role,
    struct countries *countries)
{
	const struct mention *m = role, *next;
	uint32_t i;

	countries->count = 0;
	while ((next = mention_before(document, m)) && next->kind == NAME_COUNTRY &&
	    next->last + (m != role) == m->first &&
	    (m == role || mention_reads(document, role, next->last, "and"))) {
		add_country(countries, next);
		m = next;
	}
	if (!mention_reads(document, role, role->last, "of"))
		return;
	for (m = role; (next = mention_behind(document, m)) && next->kind == NAME_COUNTRY; m = next) {
		for (i = m->last + (m == role); i < next->first; i++)
			if (!mention_reads(document, role, i, "the") &&
			    !mention_reads(document, role, i, "and") &&
			    !(document->tokens[i].shape & SHAPE_MARK && document->tokens[i].first == ','))
				return;
		add_country(countries, next);
	}
}

/* Those of the countries named who bear the title, for "leaders" the heads. */
static void
resolve_by_country(const struct resolution *resolution, struct mention *role, struct slice title,
    const struct countries *countries)
{
	struct document *document = resolution->document;
	unsigned meant = style_meant(document->lexicon, role->entry);
	uint32_t c, i, p;

	for (i = 0; i < resolution->bearer_count; i++) {
		p = resolution->bearers[i];
		for (c = 0; c < countries->count; c++)
			if (memcmp(document->persons[p].country, countries->code[c], 2) == 0)
				break;
		if (c < countries->count &&
		    (title_is_held(document, p, title) || style_of_person(document, p) & meant))
			role_mean(document, role, p);
	}
	/* Of one country several are meant: one is not all of them. */
	if (countries->count == 1 && role->person_count == 1) {
		role->person_count = 0;
		role->person = NONE;
	}
}

/* "G20 Leaders", "leaders of NATO": those of the body, not of the document. */
static bool
is_of_body(struct document *document, const struct mention *role)
{
	const struct mention *near = mention_before(document, role);

	if (near && near->kind == NAME_ORG && (near->last == role->first ||
		(near->last + 1 == role->first &&
		    document->tokens[near->last].shape & SHAPE_POSSESSIVE)))
		return true;
	near = mention_behind(document, role);
	return near && near->kind == NAME_ORG && near->first <= role->last + 2 &&
	    mention_reads(document, role, role->last, "of");
}

/* "the leaders | of the region": of what are not the parties; but "of the two countries". */
static bool
is_of_others(const struct document *document, const struct mention *role)
{
	uint32_t i = role->last + 1;

	if (!mention_reads(document, role, role->last, "of"))
		return false;
	i += mention_reads(document, role, i, "the");
	return !(mention_reads(document, role, i, "two") || mention_reads(document, role, i, "three") ||
	    mention_reads(document, role, i, "both") || mention_reads(document, role, i, "our"));
}

/* "Ministers agreed", in a document without two parties: all its ministers, if they are several. */
static void
resolve_bearers(const struct resolution *resolution, struct mention *role, struct slice title)
{
	enum { MOST_TOGETHER = 64 };
	struct document *document = resolution->document;
	uint32_t i, holders[MOST_TOGETHER], count = 0;

	if (resolution->bearer_count > MOST_TOGETHER)
		return;
	for (i = 0; i < resolution->bearer_count; i++)
		if (title_is_borne(document, resolution->bearers[i], title, NULL))
			holders[count++] = resolution->bearers[i];
	for (i = 0; count > 1 && i < count; i++)
		role_mean(document, role, holders[i]);
}

void
resolve_several(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	char buffer[200];
	struct slice title = title_singular(mention_text(document, role), buffer, sizeof buffer);
	/* "leaders", "heads of state": all parties of the document are. */
	bool leaders = style_meant(document->lexicon, role->entry) & STYLE_HEAD;
	struct countries countries;
	uint32_t i, holders = 0, said = count_said(document, role), own;

	if (is_of_body(document, role))
		return;
	countries_around(document, role, &countries);
	if (countries.count > 0) {
		resolve_by_country(resolution, role, title, &countries);
		return;
	}
	if (leaders && is_of_others(document, role))
		return;
	if (!leaders && resolve_counted(resolution, role, title))
		return;
	if (resolution->principal_count == 1 && (leaders || said == 2)) {
		bool titled = own_side_is_titled(resolution->opening);

		own = titled ? resolution->opening->person : NONE;
		titled = titled && own != resolution->principals[0];
		if (titled && own != NONE)
			role_mean(document, role, own);
		if (said == 2 || titled)
			role_mean(document, role, resolution->principals[0]);
	}
	if (resolution->principal_count < 2) {
		if (!leaders)
			resolve_bearers(resolution, role, title);
		return;
	}
	for (i = 0; !leaders && i < resolution->principal_count; i++)
		holders += title_is_held(document, resolution->principals[i], title);
	if (said == resolution->principal_count && holders != 0 && said > 2)
		leaders = true;
	/* "Attorneys General are fighting": none of the parties is one; "eleven Ministers". */
	if (!leaders && (said > resolution->principal_count ||
			    (holders == 0 && said != resolution->principal_count)))
		return;
	/* "Both Ministers" may be a Secretary and a Minister: then all parties are meant. */
	for (i = 0; i < resolution->principal_count; i++)
		if (leaders || holders < 2 || title_is_held(document, resolution->principals[i], title))
			role_mean(document, role, resolution->principals[i]);
}

void
resolve_counterpart(const struct resolution *resolution, struct mention *role)
{
	struct document *document = resolution->document;
	const struct mention *m = role;
	uint32_t subject = NONE, p, other = NONE, count = 0, i;
	int back;

	/* "his Polish counterpart" */
	if (role_country(document, role)[0] && !role->several) {
		for (i = 0; i < resolution->bearer_count; i++)
			if (memcmp(document->persons[resolution->bearers[i]].country,
				role_country(document, role), 2) == 0) {
				role_mean(document, role, resolution->bearers[i]);
				return;
			}
	}
	for (back = 0; back < MOST_LOOK_BACK && (m = mention_before(document, m)); back++)
		if ((m->kind == NAME_PERSON || m->kind == NAME_ROLE) && m->person != NONE)
			subject = m->person;
	if (subject == NONE)
		return;
	for (i = 0; i < resolution->principal_count; i++) {
		const struct person *person = &document->persons[p = resolution->principals[i]];

		if (p == subject ||
		    (person->country[0] &&
			memcmp(person->country, document->persons[subject].country, 2) == 0))
			continue;
		other = p;
		count++;
		if (role->several)
			role_mean(document, role, p);
	}
	if (count == 1)
		role_mean(document, role, other);
}
