/*
 * Organisations, events, instruments and places that no table lists, by their
 * shape: words in capitals around a head word ("X Council", "Ministry of Y",
 * "Treaty on Z"), and by an acronym that the text binds to them.
 */
#include "recognise.h"

enum { HEADS = CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_PLACE_HEAD };

/* Words that a headline writes in capitals without their being part of a name. */
static bool
is_headline_word(const struct reading *reading, uint32_t i)
{
	static const char *const words[] = {"readout", "call", "calls", "meeting", "meetings",
	    "visit", "with", "from", "on", "by", "to", "at", "in", "of", "and", "the", "for", "a",
	    "statement", "remarks", "meets", "hosts", "host", "met", "following", "regarding",
	    "ahead", "after", "before", "during", "between", "as", "senior", "virtual",
	    "participation", "convening", "briefing", "travel", "today", "about", "their", "his",
	    "her", "its", "our", "this", "these", "all", "both", "new", "former", "acting", NULL};
	int n;

	for (n = 0; words[n]; n++)
		if (reads(reading, i, words[n]))
			return true;
	return false;
}

/* A word that a name in capitals may have before its head. */
static bool
modifier_word(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	if (token->shape & SHAPE_DIGIT && !(token->shape & SHAPE_WORD && !is_capital(reading, i)))
		return is_capital(reading, i) || token->end - token->start == 4;
	if (token->shape & SHAPE_DIGIT) /* "26th" */
		return true;
	if (!is_capital(reading, i) || is_headline_word(reading, i))
		return false;
	if (token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_HONORIFIC))
		return false;
	return !(i == reading->first && is_common(reading, i) && !reading->unit->all_caps &&
	    reading->unit->kind == UNIT_SENT);
}

static bool
glue_mark(const struct reading *reading, uint32_t i)
{
	return (is_mark(reading, i, '-') || is_mark(reading, i, '/')) && is_glued(reading, i);
}

static bool
is_plural_possessive(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	return token->shape & SHAPE_POSSESSIVE &&
	    reading->unit->record.text.at[token->end - 1] != 's';
}

/* A name of its own ends with token i: "and" behind it joins two names, not two words. */
static bool
ends_name(const struct reading *reading, uint32_t i)
{
	uint32_t at = i < reading->first + 4 ? reading->first : i - 4;

	if (has_class(reading, i, HEADS | CLASS_ROLE_HEAD | CLASS_FAMILY))
		return true;
	for (; at <= i; at++)
		if (hit_at(reading, at)->last == i + 1 &&
		    (entry_at(reading, at, ENTRY_COUNTRY) || entry_at(reading, at, ENTRY_ORG) ||
			entry_at(reading, at, ENTRY_PLACE) || entry_at(reading, at, ENTRY_PERSON)))
			return true;
	return false;
}

/* In the run of capitals at i there is a head of its own: "and the Office of Y". */
static bool
run_has_head(const struct reading *reading, uint32_t i)
{
	for (; is_capital(reading, i); i++)
		if (has_class(reading, i, HEADS | CLASS_ROLE_HEAD))
			return true;
	return false;
}

/* The first token of the run of modifiers that ends before head. */
static uint32_t
left_end(const struct reading *reading, uint32_t head)
{
	uint32_t at = head, before;

	while (at > reading->first) {
		before = at - 1;
		if (glue_mark(reading, before) && before > reading->first)
			before--;
		else if (is_plural_possessive(reading, before) && before > reading->first)
			before--; /* "Leaders' Summit" */
		else if ((reads(reading, before, "and") || is_mark(reading, before, '&')) &&
		    before > reading->first && modifier_word(reading, before - 1) &&
		    !ends_name(reading, before - 1))
			before--;
		if (!modifier_word(reading, before) ||
		    (has_class(reading, before, CLASS_ROLE_HEAD) && before + 1 == at))
			break;
		at = before;
	}
	return at;
}

/* Where a complement cannot go on: at a title, a person, a date. */
static bool
stops_complement(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	if (token->classes & (CLASS_MONTH | CLASS_WEEKDAY | CLASS_HONORIFIC | CLASS_ROLE_HEAD))
		return true;
	return token->classes & CLASS_GIVEN && !(token->classes & CLASS_AMBIGUOUS) &&
	    !is_common(reading, i) && !hit_at(reading, i)->last;
}

/* Past the words in capitals that begin at i, with links between them; i: none. */
static uint32_t
complement_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i, end = i;
	/* "Office of the Attorney General of Maryland": an office is its holder's. */
	bool holder = i >= reading->first + 2 && reads(reading, i - 2, "office");

	if (reads(reading, at, "the"))
		at++;
	while (at < reading->last) {
		bool figure = reading->tokens[at].shape & SHAPE_DIGIT;

		if (entry_at(reading, at, ENTRY_COUNTRY) && is_capital(reading, at)) {
			end = hit_at(reading, at)->last;
			if (!glue_mark(reading, end) && !(reads(reading, end, "and") &&
			    entry_at(reading, end + 1, ENTRY_COUNTRY)))
				return end;
			at = end + 1;
			continue;
		}
		if ((!is_capital(reading, at) && !figure) ||
		    (stops_complement(reading, at) &&
			!(holder && has_class(reading, at, CLASS_ROLE_HEAD))) ||
		    (figure && end == i))
			break;
		end = ++at;
		if (glue_mark(reading, at) && is_capital(reading, at + 1)) {
			at++;
		} else if (reads(reading, at, "of") || reads(reading, at, "for")) {
			at += 1 + reads(reading, at + 1, "the");
		} else if (reads(reading, at, "and") || is_mark(reading, at, '&')) {
			if (run_has_head(reading, ++at))
				break;
		} else if (is_mark(reading, at, ',') && is_capital(reading, at + 1) &&
		    (is_mark(reading, at + 2, ',') || reads(reading, at + 2, "and")) &&
		    !run_has_head(reading, at + 1) && !entry_at(reading, at + 1, ENTRY_COUNTRY)) {
			at += 1 + reads(reading, at + 1, "and");
		}
	}
	return end;
}

static bool
takes_complement(const struct reading *reading, uint32_t i, uint32_t class)
{
	if (reads(reading, i, "of") || reads(reading, i, "for") || reads(reading, i, "on"))
		return !(class & CLASS_PLACE_HEAD && !reads(reading, i, "of"));
	if (class & CLASS_INSTRUMENT_HEAD)
		return reads(reading, i, "to") || reads(reading, i, "between") ||
		    reads(reading, i, "against");
	return class & CLASS_ORG_HEAD && (reads(reading, i, "against") || reads(reading, i, "to"));
}

static enum name_kind
kind_of_head(uint32_t classes)
{
	if (classes & CLASS_ORG_HEAD)
		return NAME_ORG;
	if (classes & CLASS_EVENT_HEAD)
		return NAME_EVENT;
	return classes & CLASS_INSTRUMENT_HEAD ? NAME_INSTRUMENT : NAME_PLACE;
}

/* In a headline everything has a capital: there a modifier must be a real name. */
static bool
has_name(const struct reading *reading, uint32_t first, uint32_t last)
{
	for (; first < last; first++)
		if ((is_capital(reading, first) && !is_common(reading, first) &&
			!has_class(reading, first, HEADS | CLASS_ROLE_HEAD)) ||
		    reading->tokens[first].shape & SHAPE_DIGIT)
			return true;
	return false;
}

/* Some modifier is neither a common word nor a country. */
static bool
has_name_beyond_countries(const struct reading *reading, uint32_t first, uint32_t last)
{
	while (first < last) {
		const struct hit *hit = hit_at(reading, first);

		if (hit->last && hit->last <= last && entry_at(reading, first, ENTRY_COUNTRY)) {
			first = hit->last;
			continue;
		}
		if (is_capital(reading, first) && !is_common(reading, first))
			return true;
		first++;
	}
	return false;
}

static void
around_head(struct reading *reading, uint32_t head)
{
	uint32_t class = reading->tokens[head].classes & HEADS;
	uint32_t first = left_end(reading, head), last = head + 1, end;
	bool modified = first < head, complement = false;

	if (takes_complement(reading, last, class)) {
		end = complement_end(reading, last + 1);
		complement = end > last + 1;
		if (complement)
			last = end;
	} else if (class & CLASS_INSTRUMENT_HEAD && last < reading->last &&
	    reading->tokens[last].shape & SHAPE_DIGIT && !has_class(reading, last, CLASS_MONTH)) {
		last++;
		complement = true;
	}
	if (!modified && !complement)
		return;
	/* "the Steering Committee", "U.S.-Japan Alliance": no names without more. */
	if (class & CLASS_ORG_HEAD && !complement && !has_name_beyond_countries(reading, first, head) &&
	    (head - first < 2 || reads(reading, head, "alliance")))
		return;
	if ((reading->unit->kind == UNIT_TITLE || reading->unit->all_caps ||
		reading->unit->kind == UNIT_HEAD) && !has_name(reading, first, last))
		return;
	propose(reading, first, last, kind_of_head(class), RANK_SHAPE, "shape: head word");
}

/* "Article 5", "Title 42", "Executive Order 14008", "Resolution 2231". */
static bool
numbered(struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1;

	if (reads(reading, i, "executive") && reads(reading, i + 1, "order"))
		at = i + 2;
	else if (!reads(reading, i, "article") && !reads(reading, i, "articles") &&
	    !reads(reading, i, "title") && !reads(reading, i, "chapter"))
		return false;
	if (at >= reading->last || !is_capital(reading, i) ||
	    (!(reading->tokens[at].shape & SHAPE_DIGIT) &&
		!(reading->tokens[at].classes & CLASS_SUFFIX)))
		return false;
	propose(reading, i, at + 1, NAME_INSTRUMENT, RANK_SHAPE, "shape: number");
	return true;
}

/* "30th anniversary [of X]". */
static void
anniversary(struct reading *reading, uint32_t i)
{
	uint32_t end = i + 1, more;

	if (i == reading->first || !(reading->tokens[i - 1].shape & SHAPE_DIGIT ||
				       has_class(reading, i - 1, CLASS_NUMBER)))
		return;
	if (reads(reading, end, "of") && (more = complement_end(reading, end + 1)) > end + 1 &&
	    !reads(reading, end + 1, "the"))
		end = more;
	propose(reading, i - 1, end, NAME_EVENT, RANK_SHAPE, "shape: anniversary");
}

/* "Brown v. Board of Education": a case. */
static void
court_case(struct reading *reading, uint32_t versus)
{
	uint32_t first = versus, last;

	while (first > reading->first && is_capital(reading, first - 1) &&
	    !is_headline_word(reading, first - 1) && versus - first < 4)
		first--;
	last = complement_end(reading, versus + 1);
	if (first < versus && last > versus + 1)
		propose(reading, first, last, NAME_INSTRUMENT, RANK_SHAPE, "shape: court case");
}

/*
 * "Financial Stability Forum (FSF)": the letters in brackets are the capitals of
 * the words before them, so these are a name (after Schwartz & Hearst 2003).
 */
static void
bound_acronym(struct reading *reading, uint32_t i)
{
	struct slice letters = token_text(reading->document, reading->unit, i);
	uint32_t at = i - 1, first = 0, classes = 0;
	size_t n = letters.len;
	enum name_kind kind;

	if (n > 1 && letters.at[n - 1] == 's')
		n--;
	while (at > reading->first && n > 0) {
		const struct token *token = &reading->tokens[--at];
		char c = token->first;

		if (token->shape & SHAPE_MARK)
			continue;
		if (c == letters.at[n - 1]) {
			n--;
			first = at;
			classes |= token->classes & HEADS;
		} else if (!has_class(reading, at, CLASS_LINK) && is_capital(reading, at)) {
			return;
		} else if (!has_class(reading, at, CLASS_LINK)) {
			return;
		}
	}
	if (n > 0 || !is_capital(reading, first))
		return;
	kind = classes ? kind_of_head(classes) : NAME_ORG;
	propose(reading, first, i - 1, kind, RANK_SHAPE, "shape: acronym behind it");
	propose(reading, i, i + 1, kind, RANK_SHAPE, "shape: acronym");
}

void
recognise_shapes(struct reading *reading)
{
	uint32_t i;

	for (i = reading->first; i < reading->last; i++) {
		const struct token *token = &reading->tokens[i];

		if (token->shape & SHAPE_CAPITAL) {
			/* In a run of capitals only the last head counts: "Summit Review Group". */
			if (token->classes & HEADS &&
			    !(is_capital(reading, i + 1) && has_class(reading, i + 1, HEADS)))
				around_head(reading, i);
			if (!numbered(reading, i) && token->shape & SHAPE_ALL_CAPS &&
			    i > reading->first + 1 && is_mark(reading, i - 1, '(') &&
			    is_mark(reading, i + 1, ')'))
				bound_acronym(reading, i);
		} else if (token->first == 'a' && reads(reading, i, "anniversary")) {
			anniversary(reading, i);
		} else if (token->first == 'v' && (reads(reading, i, "v.") || reads(reading, i, "v") ||
						      reads(reading, i, "vs."))) {
			court_case(reading, i);
		}
		if (token->shape & SHAPE_CAPITAL && reads(reading, i, "anniversary"))
			anniversary(reading, i);
	}
}
