/*
 * How the name of a person is built: given names, initials, particles, surnames,
 * suffixes; what stands before it.
 */
#include "person.h"

enum { MOST_NAME_WORDS = 6, MOST_PARTICLES = 8 };

static bool
is_plain_capital(const struct reading *reading, uint32_t i)
{
	return is_inside(reading, i) && reading->tokens[i].shape & SHAPE_CAPITAL &&
	    !(reading->tokens[i].shape & (SHAPE_ALL_CAPS | SHAPE_DIGIT | SHAPE_MARK | SHAPE_INITIAL));
}

/* "CHO Tae-yul", "HORII Iwao", "Emmanuel MACRON": the surname alone is in capitals. */
bool
is_surname_in_capitals(const struct reading *reading, uint32_t i)
{
	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_ALL_CAPS) ||
	    reading->unit->all_caps || hit_at(reading, i)->last)
		return false;
	return (is_plain_capital(reading, i + 1) && !hit_at(reading, i + 1)->role_last &&
		   !is_common(reading, i + 1)) ||
	    (i > reading->first && has_class(reading, i - 1, CLASS_GIVEN));
}

static bool
is_quote(const struct reading *reading, uint32_t i)
{
	struct slice mark;

	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_MARK))
		return false;
	mark = slice_cut(reading->unit->record.text, reading->tokens[i].start,
	    reading->tokens[i].end);
	return slice_is(mark, "\"") || slice_is(mark, "\342\200\234") ||
	    slice_is(mark, "\342\200\235");
}

/* A word that ends a name which a title or honorific has announced. */
static bool
is_surname_by_place(const struct reading *reading, uint32_t i)
{
	const struct token *before;

	if (is_capital(reading, i + 1) || reads(reading, i + 1, "of") ||
	    (is_inside(reading, i + 1) && reading->tokens[i + 1].shape & SHAPE_DIGIT) ||
	    hit_at(reading, i)->role_last || reading->unit->kind == UNIT_TITLE ||
	    reading->unit->record.text.at[reading->tokens[i].end - 1] == '.')
		return false;
	before = &reading->tokens[i - 1];
	if (reading->tokens[i].classes & CLASS_MONTH)
		return before->classes & (CLASS_GIVEN | CLASS_FAMILY);
	if (reading->tokens[i].classes & (CLASS_ORG_HEAD | CLASS_PLACE_HEAD))
		return before->classes & CLASS_GIVEN && hit_at(reading, i)->last <= i + 1;
	return before->shape & SHAPE_INITIAL && i >= reading->first + 2 &&
	    reading->tokens[i - 2].classes & CLASS_GIVEN && is_common(reading, i);
}

/* Past a nickname in quotation marks at i: Benjamin "Benny" | Gantz; else i. */
static uint32_t
nickname_end(const struct reading *reading, uint32_t i)
{
	uint32_t at = i + 1;

	if (!is_quote(reading, i))
		return i;
	while (at < i + 3 && is_capital(reading, at))
		at++;
	return at > i + 1 && is_quote(reading, at) && is_capital(reading, at + 1) &&
		!is_common(reading, at + 1)
	    ? at + 1
	    : i;
}

/* "d'Almeida" */
static bool
is_elided(const struct reading *reading, uint32_t i)
{
	struct slice word;

	if (reading->tokens[i].first != 'd' || reading->tokens[i].end - reading->tokens[i].start < 5)
		return false;
	word = token_text(reading->document, reading->unit, i);
	return (word.at[1] == '\'' && word.at[2] >= 'A' && word.at[2] <= 'Z') ||
	    (slice_starts(slice_cut(word, 1, word.len), SLICE("\342\200\231")) && word.at[4] >= 'A' &&
		word.at[4] <= 'Z');
}

/* A title, initials or a word all in capitals that is no part of a name. */
static bool
is_no_name_word(const struct reading *reading, uint32_t i, bool anywhere)
{
	const struct token *token = &reading->tokens[i];
	bool all_caps = token->shape & SHAPE_ALL_CAPS && !reading->unit->all_caps;
	bool titled = hit_at(reading, i)->role_last > 0;

	if (all_caps && titled)
		return true; /* "FM Roe" */
	if (token->shape & SHAPE_INITIAL)
		return hit_at(reading, i)->last;
	/* "Maj. Gen. | Pat Ryder" */
	if (titled && reading->unit->record.text.at[token->end - 1] == '.')
		return true;
	if (all_caps && token->end - token->start > 2 &&
	    !(token->classes & (CLASS_SUFFIX | CLASS_FAMILY)) &&
	    !(anywhere && is_surname_in_capitals(reading, i)))
		return true;
	/* "Prince Mohamed" is a title and a name, "Dean Phillips" a name. */
	return !anywhere && titled &&
	    (has_class(reading, i + 1, CLASS_GIVEN) || is_mark(reading, i + 1, '-'));
}

/* Only what stands beside the word makes it part of a name; not the unit's first. */
static bool
is_name_by_place(const struct reading *reading, uint32_t i)
{
	const struct token *token = &reading->tokens[i];

	if (!(token->classes & (CLASS_COMMON | CLASS_HONORIFIC | CLASS_MONTH | CLASS_ORG_HEAD | CLASS_PLACE_HEAD)))
		return false;
	/* "Hassan Sheikh Mohamud", "Gert Jan Koopman": inside a name. */
	if (token->classes & (CLASS_HONORIFIC | CLASS_MONTH) && has_class(reading, i - 1, CLASS_GIVEN) &&
	    reading->unit->record.text.at[token->end - 1] != '.')
		return true;
	/* "Suhaimi bin Haji Gafar" */
	if (token->classes & CLASS_HONORIFIC && has_class(reading, i - 1, CLASS_PARTICLE) &&
	    is_plain_capital(reading, i + 1))
		return true;
	/* "Federal Councillor Beat Aebi" */
	if (is_common(reading, i) && is_plain_capital(reading, i + 1) &&
	    reading->unit->kind == UNIT_SENT &&
	    has_class(reading, i - 1, CLASS_ROLE_HEAD | CLASS_HONORIFIC) && !hit_at(reading, i)->role_last &&
	    (reading->tokens[i + 1].word >= DOCUMENT_WORD ||
		has_class(reading, i + 1, CLASS_FAMILY | CLASS_GIVEN)) &&
	    !is_common(reading, i + 1) && !hit_at(reading, i + 1)->last)
		return true;
	/* "Kang In-sun": a syllable that is a word. */
	if (is_common(reading, i) && has_class(reading, i - 1, CLASS_FAMILY | CLASS_GIVEN) &&
	    is_mark(reading, i + 1, '-') && is_glued(reading, i + 1) &&
	    is_glued(reading, i + 2) && i + 2 < reading->last && !is_capital(reading, i + 2))
		return true;
	/* "Admiral Dong Jun", "Sir Charles Court", "Jane Q. Public": surnames that are words. */
	return is_surname_by_place(reading, i);
}

/* A word in capitals that may be part of a person's name. */
static bool
name_word(const struct reading *reading, uint32_t i, bool anywhere)
{
	const struct token *token = &reading->tokens[i];

	if (i >= reading->last)
		return false;
	if ((token->shape & (SHAPE_CAPITAL | SHAPE_DIGIT | SHAPE_MARK)) != SHAPE_CAPITAL)
		return anywhere && i > reading->first && is_elided(reading, i);
	if (token->first == 'I' && token->end - token->start == 1)
		return false;
	if (token->shape & (SHAPE_ALL_CAPS | SHAPE_INITIAL) || hit_at(reading, i)->role_last) {
		if (is_no_name_word(reading, i, anywhere))
			return false;
		if (token->shape & SHAPE_INITIAL)
			return true;
	}
	if (token->classes & (CLASS_GIVEN | CLASS_FAMILY))
		return anywhere || !(token->classes & CLASS_AMBIGUOUS) || !is_other_name(reading, i);
	if (anywhere && i > reading->first && is_name_by_place(reading, i))
		return true;
	if (token->classes & (CLASS_COMMON | CLASS_MONTH | CLASS_WEEKDAY | CLASS_ROLE_HEAD |
	    CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_HONORIFIC | CLASS_OUTSIDE))
		return false;
	/* "Supreme Leader | Ayatollah Ali Roe": another title. */
	if (hit_at(reading, i)->role_last && is_plain_capital(reading, i + 1))
		return false;
	return anywhere || !is_other_name(reading, i);
}

/* "MP", "QC", "OBE" behind a name: in capitals, and no number of a king. */
static bool
is_postnominal(const struct reading *reading, uint32_t i)
{
	const struct token *token;
	uint32_t at;

	if (!has_class(reading, i, CLASS_SUFFIX) || reading->unit->all_caps)
		return false;
	token = &reading->tokens[i];
	if (!(token->shape & SHAPE_ALL_CAPS))
		return false;
	for (at = token->start; at < token->end; at++)
		if (!memchr("IVX", reading->unit->record.text.at[at], 3))
			return true;
	return false;
}

static bool
joined(const struct reading *reading, uint32_t i)
{
	/* "Roe—the author" is a dash. */
	return is_mark(reading, i, '-') && is_glued(reading, i) && is_glued(reading, i + 1) &&
	    i + 1 < reading->last && reading->tokens[i + 1].shape & SHAPE_WORD &&
	    !slice_is(token_text(reading->document, reading->unit, i), "\342\200\224");
}

/* Past ", Jr." or " III" at i, else i. */
static uint32_t
suffix_end(const struct reading *reading, uint32_t i)
{
	if (has_class(reading, i, CLASS_SUFFIX) && !is_postnominal(reading, i))
		return i + 1;
	if (is_mark(reading, i, ',') && has_class(reading, i + 1, CLASS_SUFFIX) &&
	    !is_postnominal(reading, i + 1))
		return i + 2;
	return i;
}

/* Past particles at i ("bin", "van der", "al-") that a name word follows, else i. */
static uint32_t
particles_end(const struct reading *reading, uint32_t i, bool anywhere)
{
	uint32_t at = i;

	while (has_class(reading, at, CLASS_PARTICLE) && at < i + MOST_PARTICLES) {
		at++;
		if (is_mark(reading, at, '-') && is_glued(reading, at))
			at++;
	}
	return at > i && name_word(reading, at, anywhere) ? at : i;
}

/* "Bartholomew I met": a number, not the writer. */
static bool
is_first_of_name(const struct reading *reading, uint32_t i)
{
	static const char *const next[] = {"of", "and", "met", "has", "had", "was", "received", "said",
	    "to", "in", "on", "at", NULL};
	int n;

	if (!reads(reading, i, "i") || !is_capital(reading, i))
		return false;
	if (i + 1 == reading->last || reading->tokens[i + 1].shape & SHAPE_MARK)
		return true;
	for (n = 0; next[n]; n++)
		if (reads(reading, i + 1, next[n]))
			return true;
	return false;
}

/* "Raj | A/L Kumar", "Devi A/P Samy", "D/O": past "child of" before a name word, else i. */
static uint32_t
child_of_end(const struct reading *reading, uint32_t i)
{
	if (!is_mark(reading, i + 1, '/') || !is_glued(reading, i + 1) || !is_glued(reading, i + 2))
		return i;
	return (reads(reading, i, "a") && (reads(reading, i + 2, "l") || reads(reading, i + 2, "p"))) ||
		((reads(reading, i, "s") || reads(reading, i, "d")) && reads(reading, i + 2, "o"))
	    ? i + 3
	    : i;
}

uint32_t
person_name_end(const struct reading *reading, uint32_t i, bool anywhere, unsigned *words)
{
	uint32_t at = i, end = i, next;
	unsigned count = 0, real = 0;

	*words = 0;
	while (at < reading->last && count < MOST_NAME_WORDS) {
		bool inside = real > 0;

		next = at;
		if (count > 0 && reading->tokens[at].end - reading->tokens[at].start == 1)
			next = at = child_of_end(reading, at);
		if (reading->tokens[at].classes & (CLASS_PARTICLE | CLASS_SUFFIX)) {
			/* "Ben Roe": a given name that is a particle elsewhere. */
			if (count > 0 || !is_capital(reading, at) || !has_class(reading, at, CLASS_GIVEN))
				next = particles_end(reading, at, anywhere || inside);
			if (next == at && count > 0 && suffix_end(reading, at) == at + 1) {
				end = at + 1;
				break;
			}
			if (count > 0 && is_postnominal(reading, next))
				break;
		}
		/* Behind a given name a word that is also a place is a surname. */
		if (!name_word(reading, next, inside || (anywhere && count == 0)))
			break;
		real += !(reading->tokens[next].shape & SHAPE_INITIAL);
		count++;
		end = at = next + 1;
		if (at < reading->last && reading->tokens[at].shape & SHAPE_MARK) {
			while (joined(reading, at) && at < next + 2 * MOST_PARTICLES)
				at += 2;
			end = at;
			at = nickname_end(reading, at);
		}
	}
	if (real == 0)
		return i;
	if (anywhere && count == 1 && is_first_of_name(reading, end))
		end++;
	*words = count;
	return suffix_end(reading, end);
}

uint32_t
past_honorifics(const struct reading *reading, uint32_t i)
{
	const struct entry *word;

	while (i < reading->last) {
		word = entry_at(reading, i, ENTRY_WORD);
		if (word && slice_is(entry_key(reading->lexicon, word), "honorific"))
			i = hit_at(reading, i)->last;
		else if (has_class(reading, i, CLASS_HONORIFIC))
			i++;
		else if (reads(reading, i, "the") && has_class(reading, i + 1, CLASS_HONORIFIC))
			i++; /* "Senator the Hon Jane Roe" */
		else if (is_mark(reading, i, '(') && is_mark(reading, i + 2, ')') &&
		    (has_class(reading, i + 1, CLASS_HONORIFIC) || reads(reading, i + 1, "retd") ||
			reads(reading, i + 1, "ret") || reads(reading, i + 1, "ret.") ||
			reads(reading, i + 1, "rtd") || reads(reading, i + 1, "rtd.") ||
			reads(reading, i + 1, "retd.")))
			i += 3; /* "Rear Adm. (Dr.)", "General (retd)" */
		else
			break;
	}
	return i;
}
