/*
 * "Financial Stability Forum (FSF)", "Safe Mobility Offices (SMOs)": the letters
 * in brackets are the capitals of the words before them, so these are a name
 * (after Schwartz & Hearst 2003).
 */
#include "extent.h"

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The bytes of the acronym up to its last capital: "SMO" of "SMOs"; 0: it is none. */
static size_t
letters_of(struct slice text)
{
	size_t n, upper = 0;

	for (n = 0; n < text.len; n++)
		upper += is_upper(text.at[n]);
	if (text.len < 2 || text.len > 12 || upper < 2)
		return 0;
	while (!is_upper(text.at[n - 1]))
		n--;
	return n;
}

static char
upper_byte(char c)
{
	return (char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

/* The word whose initial is the acronym's first letter, when all its letters are found. */
static uint32_t
long_form(const struct reading *reading, uint32_t bracket, struct slice letters, size_t n)
{
	uint32_t at = bracket;

	while (at > reading->first && n > 0) {
		const struct token *token = &reading->tokens[--at];

		if (token->shape & SHAPE_MARK)
			continue;
		if (upper_byte(token->first) == upper_byte(letters.at[n - 1])) {
			/* "TMaH": the small letters stand for no word. */
			for (n--; n > 0 && !is_upper(letters.at[n - 1]); n--)
				continue;
			if (n == 0)
				return is_capital(reading, at) ? at : bracket;
		} else if (link_at(reading, at) == LINK_NONE) {
			return bracket;
		}
	}
	return bracket;
}

enum { MOST_CANDIDATES = 2000 }; /* no sentence has more; work stays bounded */

/* The longest name seen to end at the bracket that begins with the acronym's letter. */
static const struct candidate *
name_before(const struct reading *reading, uint32_t bracket, char letter)
{
	const struct candidate *best = NULL;
	size_t n = reading->count > MOST_CANDIDATES ? reading->count - MOST_CANDIDATES : 0;

	for (; n < reading->count; n++) {
		const struct candidate *candidate = &reading->candidates[n];

		if (candidate->last == bracket && candidate->last > candidate->first + 1 &&
		    candidate->kind >= NAME_PLACE && candidate->kind <= NAME_INSTRUMENT &&
		    (!best || candidate->first < best->first))
			best = candidate;
	}
	if (!best || upper_byte(reading->tokens[best->first].first) == letter)
		return best;
	for (n = best->first; n < best->last; n++)
		if (is_capital(reading, (uint32_t)n) && reading->tokens[n].first == letter)
			return best;
	return NULL;
}

static bool
has_head(const struct reading *reading, uint32_t first, uint32_t last)
{
	for (; first < last; first++)
		if (has_class(reading, first, HEADS))
			return true;
	return false;
}

static bool
has_role(const struct reading *reading, uint32_t first, uint32_t last)
{
	for (; first < last; first++)
		if (has_class(reading, first, CLASS_ROLE_HEAD) && !has_class(reading, first, CLASS_PLURAL))
			return true;
	return false;
}

/* "Union of Northern States (UNS) | Court of Auditors", where the tables have "UNS Court of
 * Auditors": one name, from first on, with the acronym at i in its midst. */
static void
name_around(struct reading *reading, uint32_t first, uint32_t i)
{
	const struct lexicon *lexicon = reading->lexicon;
	struct path path = known_word(lexicon, reading->tokens[i].word)->name;
	uint32_t at = i + 2, last = 0, entry = 0;
	struct candidate *candidate;

	for (; is_capital(reading, i + 2) && at < reading->last && path.node; at++) {
		path = lexicon_step(lexicon, path, reading->tokens[at].word);
		if (path.node && path.entry && path.kinds & 1u << ENTRY_ORG) {
			last = at + 1;
			entry = path.entry;
		}
	}
	if (last == 0)
		return;
	candidate = propose(reading, first, last, NAME_ORG, RANK_SHAPE, "shape: acronym inside");
	candidate->entry = lexicon_entry(lexicon, entry, ENTRY_ORG);
}

/* "Multilateral Development Banks (MDBs)", of the tables; in a sentence "Maritime Domain
 * Awareness (MDA)", common words without a head: no thing in particular. */
static bool
is_of_a_kind(const struct reading *reading, uint32_t first, uint32_t last, uint32_t heads)
{
	return (hit_at(reading, first)->last == last && entry_at(reading, first, ENTRY_NONE)) ||
	    (!heads && reading->unit->kind == UNIT_SENT && !has_proper_word(reading, first, last));
}

void
recognise_acronym(struct reading *reading, uint32_t i)
{
	struct slice text = token_text(reading->document, reading->unit, i);
	size_t letters = letters_of(text);
	const struct candidate *name;
	uint32_t bracket = i - 1, first, at, head = 0, heads = 0, last;
	enum name_kind kind;

	if (letters == 0 || bracket == reading->first)
		return;
	first = long_form(reading, bracket, text, letters);
	name = name_before(reading, bracket, upper_byte(text.at[0]));
	if (name && name->first <= first) {
		/* "Summit on Artificial Intelligence (AI)": of words inside the name. */
		if (first < bracket && name->first < first && !has_head(reading, first, bracket))
			return;
		kind = name->kind;
		at = name->first;
		if (name_end(reading, i) == i)
			propose(reading, i, i + 1, kind, RANK_SHAPE, "shape: acronym");
		else if (kind == NAME_ORG)
			name_around(reading, at, i);
		return;
	}
	/* "Request for Information (RFI)" is the name of nothing. */
	if (first == bracket || has_role(reading, first, bracket) || reads(reading, first, "request") ||
	    reads(reading, first, "notice"))
		return;
	last = bracket;
	while (last > first + 1 && reading->tokens[last - 1].shape & (SHAPE_POSSESSIVE | SHAPE_MARK))
		last--;
	for (at = first; at < last; at++)
		if (is_capital(reading, at) && has_class(reading, at, HEADS) &&
		    (at + 1 == last || link_at(reading, at + 1) != LINK_NONE))
			heads = reading->tokens[head = at].classes & HEADS;
	/* "Norwegian | Civil Aviation Policy (CAP)" */
	if (heads && head + 1 == last && head_at(reading, head) == HEAD_ACRONYM && left_extent(reading, head) < first)
		first = left_extent(reading, head);
	/* "Providing Urgent Maternal Protections (PUMP) Act", "(YES) programme" */
	if (!heads && has_class(reading, i + 2, HEADS))
		heads = reading->tokens[i + 2].classes & HEADS;
	/* "(VSAFE) Task | Force" */
	if (!heads && is_capital(reading, i + 2) && is_capital(reading, i + 3))
		heads = reading->tokens[i + 3].classes & HEADS;
	if (is_of_a_kind(reading, first, last, heads))
		return;
	kind = heads ? kind_of_heads(heads) : NAME_ORG;
	propose(reading, first, last, kind, RANK_SHAPE, "shape: acronym behind it");
	propose(reading, i, i + 1, kind, RANK_SHAPE, "shape: acronym");
}

/* "Arctic Fisheries Council (AFC)": one body, so one key, that of the tables if there is one. */
static void
share_key(const struct document *document, struct mention *name, struct mention *acronym)
{
	uint32_t bracket = acronym->first - 1;

	if (document->tokens[bracket].first != '(' || acronym->kind != name->kind ||
	    (name->last != bracket &&
		!(name->last + 1 == bracket && document->tokens[name->last].first == '"')) ||
	    acronym->last != acronym->first + 1 ||
	    !(document->tokens[acronym->first].shape & SHAPE_ALL_CAPS) ||
	    (acronym->kind != NAME_ORG && acronym->kind != NAME_EVENT &&
		acronym->kind != NAME_INSTRUMENT))
		return;
	if (acronym->entry && !name->entry)
		name->key = acronym->key;
	else if (!acronym->entry)
		acronym->key = name->key;
}

void
acronyms_share_keys(struct document *document)
{
	size_t u;
	uint32_t m;

	for (u = 0; u < document->unit_count; u++) {
		const struct unit *unit = &document->units[u];

		for (m = 1; unit->brackets && m < unit->mention_count; m++)
			share_key(document, &document->mentions[unit->mention + m - 1],
			    &document->mentions[unit->mention + m]);
	}
}
