#include "stages.h"

#include "act_table.h"
#include "calendar.h"
#include "meeting.h"
#include "participant.h"
#include "venue.h"

/* The word of a unit that says best what sort of meeting it is: type and mode. */
static void
read_words(const struct document *document, const struct unit *unit, struct slice *type,
    struct slice *mode, bool *mode_said)
{
	const struct entry *entry, *best = NULL;
	const struct term *word;
	uint32_t from = unit->token;
	size_t t = unit->term;

	for (; (word = meeting_word(document, &t, from, unit_end(unit))); from = word->last) {
		entry = word->entry;
		if (MEETING_RANK(entry->act) > (best ? MEETING_RANK(best->act) : 0))
			best = entry;
		/* One who joined virtually makes no virtual meeting. */
		else if (entry->act & MEETING_MODE && !*mode_said &&
		    !(word->first > unit->token &&
			token_is(document, unit, word->first - 1, "joined")))
			*mode_said = attr_find(entry_attrs(document->lexicon, entry), "mode", mode);
	}
	if (!best)
		return;
	*type = entry_key(document->lexicon, best);
	if (!*mode_said)
		attr_find(entry_attrs(document->lexicon, best), "mode", mode);
}

static bool
is_roundtable(struct slice type)
{
	return slice_is(type, "roundtable");
}

/* What sort of meeting, by the headline and the lead. */
static void
find_type(const struct document *document, size_t from, size_t to, struct meeting *meeting)
{
	struct slice type = {"", 0}, mode = {"", 0};
	bool said = false;

	if (meeting->title)
		read_words(document, meeting->title, &meeting->type, &meeting->mode, &said);
	if (meeting->lead) {
		read_words(document, meeting->lead, &type, &mode, &said);
		if (meeting->type.len == 0 || is_roundtable(type))
			meeting->type = type;
		if (said || meeting->mode.len == 0)
			meeting->mode = mode;
	}
	if (slice_is(meeting->type, "meeting") && !slice_is(meeting->mode, "in-person"))
		for (; from < to; from++)
			if (document->units[from].kind == UNIT_SENT) {
				type = (struct slice){"", 0};
				read_words(document, &document->units[from], &type, &mode, &said);
				if (is_roundtable(type))
					meeting->type = type;
			}
	if (meeting->type.len == 0)
		meeting->type = SLICE("other");
}

/* The token at which an act of the unit begins; of none the unit's first. */
static uint32_t
token_of(const struct document *document, const struct unit *unit, uint32_t act)
{
	return act == NONE ? unit->token : document->spans[act].deed->first;
}

/* The sentence with the first act of meeting, else the first sentence. */
static void
find_lead(const struct document *document, size_t from, size_t to, struct meeting *meeting)
{
	struct slice key;
	uint32_t seen = 0;
	size_t u;

	for (u = from; u < to && seen < LEAD_SENTENCES; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_SENT)
			continue;
		seen++;
		if (!meeting->lead) {
			meeting->lead = unit;
			meeting->verb = token_of(document, unit, unit->act);
		}
		if (unit->lead == NONE)
			continue;
		key = document->spans[unit->lead].key;
		meeting->lead = unit;
		meeting->goes = slice_is(key, "host") || slice_is(key, "visit");
		meeting->verb = token_of(document, unit, unit->lead);
		return;
	}
}

/* Bytes of "2026-05" and of "2026-W20"; a year has fewer, a day more. */
enum { MONTH = 7, WEEK = 8 };

/* Whether a date that stands behind the turn to the subject may be the meeting's: in a
 * headline any day or week, in a sentence the day before the readout, its own or its week;
 * "the war that began a week ago" is another. */
static bool
may_be_told_late(struct document *document, const struct unit *unit,
    const struct mention *date)
{
	long day;

	if (date->key.len < WEEK)
		return false;
	if (unit->kind != UNIT_SENT || !document->published.day)
		return true;
	day = calendar_days(document->published);
	return slice_equal(date->key, calendar_key(&document->arena, calendar_date(day))) ||
	    slice_equal(date->key, calendar_week_key(&document->arena, day)) ||
	    slice_equal(date->key, calendar_key(&document->arena, calendar_date(day - 1)));
}

/* The date that stands nearest to the verb, or in front of the sentence; "yesterday's"
 * is another meeting's. behind: also one behind the turn to the subject. */
static struct slice
nearest_date(struct document *document, const struct unit *unit, uint32_t verb,
    bool behind)
{
	struct slice date = {"", 0};
	uint32_t m, best = UINT32_MAX, far, turn = verb + 1;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind != NAME_DATE || mention->key.len < MONTH)
			continue;
		turn = meeting_turn(document, unit, turn, mention->first);
		far = mention->last <= verb ? verb - mention->last
		    : mention->first > verb   ? mention->first - verb
					      : 0;
		if (mention->last < unit_end(unit) &&
		    document->tokens[mention->last].shape & SHAPE_POSSESSIVE)
			far += 1000;
		else if (mention->first == unit->token)
			far = 0;
		/* "to discuss the attacks of October 7", "on his election in May" */
		else if (mention->first > turn &&
		    (!behind || !may_be_told_late(document, unit, mention)))
			continue;
		else if (mention->key.len < WEEK) /* "the April 2023 Declaration" */
			far += 500;
		if (far < best) {
			best = far;
			date = mention->key;
		}
	}
	return date;
}

/* Whether a sentence speaks of the meeting itself: "The talks, held at …". */
static bool
is_of_meeting(const struct document *document, const struct unit *unit)
{
	uint32_t i = unit->token;
	size_t t = unit->term;
	const struct term *word;

	if (unit->lead != NONE)
		return true;
	if (unit->token_count == 0 ||
	    (!token_is(document, unit, i, "the") && !token_is(document, unit, i, "this") &&
		!token_is(document, unit, i, "during") && !token_is(document, unit, i, "in") &&
		!token_is(document, unit, i, "at")))
		return false;
	word = meeting_word(document, &t, i, i + (unit->token_count < 7 ? unit->token_count : 7));
	/* "discussion": the least of words is no meeting in running text. */
	return word && MEETING_RANK(word->entry->act) != 1;
}

/* The token of "was held" or "took place", behind which it is told when and where; 0: none. */
static uint32_t
holding_at(const struct document *document, const struct unit *unit)
{
	uint32_t i;

	for (i = unit->token + 1; i < unit_end(unit); i++)
		if ((token_is(document, unit, i, "held") && document->tokens[i - 1].part == PART_BE) ||
		    (token_is(document, unit, i, "place") && token_is(document, unit, i - 1, "took")))
			return i;
	return 0;
}

/* The first sentences as far as they speak of the meeting, where and when it was; and the first
 * one behind them that says that it was held. */
static void
find_near(const struct document *document, size_t from, size_t to, struct meeting *meeting)
{
	size_t u, sentences = 0;
	uint32_t held;

	for (u = from; u < to && meeting->near_count <= LEAD_SENTENCES; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_SENT)
			continue;
		if (sentences++ > 0 && !is_of_meeting(document, unit))
			continue;
		held = sentences > LEAD_SENTENCES ? holding_at(document, unit) : 0;
		if (sentences > LEAD_SENTENCES && !held)
			continue;
		meeting->near_verb[meeting->near_count] =
		    held ? held : token_of(document, unit, unit->act);
		meeting->near[meeting->near_count++] = unit;
		if (sentences > LEAD_SENTENCES)
			return;
	}
}

static void
find_date_so(struct document *document, size_t from, size_t to, bool behind,
    struct meeting *meeting)
{
	size_t u;

	if (meeting->lead)
		meeting->date = nearest_date(document, meeting->lead, meeting->verb, behind);
	for (u = 0; u < meeting->near_count && meeting->date.len == 0; u++)
		meeting->date = nearest_date(document, meeting->near[u],
		    behind ? meeting->near[u]->token : meeting->near_verb[u], behind);
	if (meeting->date.len == 0 && meeting->title)
		meeting->date =
		    nearest_date(document, meeting->title, meeting->title->token, behind);
	for (u = from; u < to && meeting->date.len == 0; u++)
		if (document->units[u].kind == UNIT_HEAD)
			meeting->date = nearest_date(document, &document->units[u],
			    document->units[u].token, behind);
	if (meeting->headline && meeting->date.len == 0)
		meeting->date = nearest_date(document, meeting->headline,
		    meeting->headline->token, behind);
}

/* What stands behind the turn to the subject counts only where no other date is. */
static void
find_date(struct document *document, size_t from, size_t to, struct meeting *meeting)
{
	find_date_so(document, from, to, false, meeting);
	if (meeting->date.len == 0)
		find_date_so(document, from, to, true, meeting);
}

/* The countries of all participants, each once, joined by commas. */
static struct slice
countries_of(struct document *document, const struct participants *participants)
{
	char *at = arena_bytes(&document->arena, 3 * (size_t)participants->count + 1);
	size_t len = 0, k;
	uint32_t i;

	for (i = 0; i < participants->count; i++) {
		const char *country = participants->list[i].country;

		for (k = 0; k < len; k += 3)
			if (memcmp(at + k, country, 2) == 0)
				break;
		if (!country[0] || k < len)
			continue;
		memcpy(at + len, country, 2);
		at[len + 2] = ',';
		len += 3;
	}
	return (struct slice){at, len > 0 ? len - 1 : 0};
}

static void
write_meeting(struct document *document, const struct meeting *meeting,
    const struct participants *participants)
{
	struct slice countries = countries_of(document, participants);
	char *start = arena_bytes(&document->arena,
	    64 + 3 * (meeting->date.len + meeting->place.len + meeting->mode.len + countries.len));
	char *at = start;

	at = attr_put(at, start, SLICE("date"), meeting->date);
	at = attr_put(at, start, SLICE("place"), meeting->place);
	at = attr_put(at, start, SLICE("mode"), meeting->mode);
	at = attr_put(at, start, SLICE("countries"), countries);
	document_add_fact(document,
	    &(struct fact){
		.kind = SLICE("meeting"),
		.key = meeting->type,
		.attrs = {start, (size_t)(at - start)},
		.text = meeting->title ? meeting->title->record.text : (struct slice){"", 0},
	    });
}

static void
write_participant(struct document *document, const struct participant *participant)
{
	const struct person *person = &document->persons[participant->person];
	char *start = arena_bytes(&document->arena, 64 + 3 * participant->office.len);
	char *at = start;

	at = attr_put(at, start, SLICE("country"), country_slice(participant->country));
	at = attr_put(at, start, SLICE("office"), participant->office);
	at = attr_put(at, start, SLICE("side"),
	    (struct slice){&participant->side, participant->side != 0});
	document_add_fact(document,
	    &(struct fact){
		.kind = SLICE("participant"),
		.key = person->key,
		.attrs = {start, (size_t)(at - start)},
		.text = person->name,
	    });
}

/* A heading that begins another readout in the same document. */
static bool
begins_readout(const struct document *document, const struct unit *unit)
{
	return (unit->kind == UNIT_HEAD || unit->kind == UNIT_TITLE) && unit->token_count > 4 &&
	    token_is(document, unit, unit->token, "readout");
}

/* The meeting that units from..to tell of. */
static void
read_section(struct document *document, size_t from, size_t to,
    const struct unit *headline, const struct participants *participants)
{
	struct meeting meeting = {.headline = headline};
	size_t u;

	for (u = from; u < to && !meeting.title; u++)
		if (document->units[u].kind == UNIT_TITLE ||
		    begins_readout(document, &document->units[u]))
			meeting.title = &document->units[u];
	find_lead(document, from, to, &meeting);
	find_near(document, from, to, &meeting);
	find_type(document, from, to, &meeting);
	find_date(document, from, to, &meeting);
	meeting.place = venue_find(document, from, to, &meeting);
	write_meeting(document, &meeting, participants);
}

void
meetings_find(struct document *document)
{
	struct participants participants;
	const struct unit *headline = NULL;
	size_t u, from = 0, sentences = 0;
	bool tagged = false;
	uint32_t i;

	for (u = 0; u < document->unit_count && !headline; u++) {
		tagged |= document->units[u].tagged;
		if (document->units[u].kind == UNIT_TITLE)
			headline = &document->units[u];
	}
	if (!tagged)
		return;
	participants_find(document, &participants);
	for (u = 0; u < document->unit_count; u++) {
		/* The headline stands before the first readout, not by itself. */
		if (begins_readout(document, &document->units[u]) && sentences > 0) {
			read_section(document, from, u, headline, &participants);
			from = u;
			sentences = 0;
		}
		sentences += document->units[u].kind == UNIT_SENT;
	}
	read_section(document, from, document->unit_count, headline, &participants);
	for (i = 0; i < participants.count; i++)
		write_participant(document, &participants.list[i]);
}
