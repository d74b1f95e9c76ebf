#include "stages.h"

#include <stdlib.h>

#include "participant.h"

enum { LEAD_SENTENCES = 3 }; /* a meeting is told of in the first sentences */

struct meeting {
	const struct unit *title;
	const struct unit *lead;  /* the sentence that tells of the meeting, or NULL */
	uint32_t verb;            /* the token at which it does */
	bool goes;                /* that verb is of hosting or visiting: "to" a place */
	const struct unit *near[LEAD_SENTENCES]; /* sentences about the meeting */
	size_t near_count;
	struct slice type, mode, date, place;
};

static uint32_t
unit_end(const struct unit *unit)
{
	return unit->token + unit->token_count;
}

/* The word of a unit that says best what sort of meeting it is: type and mode. */
static void
read_words(const struct document *document, const struct unit *unit, struct slice *type,
    struct slice *mode, bool *mode_said)
{
	unsigned long best = 0, rank;
	const struct entry *entry;
	uint32_t i, last;
	struct slice value;

	for (i = unit->token; (entry = meeting_word(document, &i, unit_end(unit), &last));
	     i = last) {
		if (slice_is(entry_key(document->lexicon, entry), "-")) {
			/* One who joined virtually makes no virtual meeting. */
			if (!*mode_said &&
			    !(i > unit->token && token_is(document, unit, i - 1, "joined")))
				*mode_said = attr_find(entry_attrs(document->lexicon, entry), "mode", mode);
		} else if (attr_find(entry_attrs(document->lexicon, entry), "rank", &value)) {
			rank = strtoul(value.at, NULL, 10);
			if (rank > best) {
				best = rank;
				*type = entry_key(document->lexicon, entry);
				if (!*mode_said && !attr_find(entry_attrs(document->lexicon, entry), "mode", mode))
					*mode = (struct slice){"", 0};
			}
		}
	}
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

/* The sentence with the first act of meeting, else the first sentence. */
static void
find_lead(const struct document *document, size_t from, size_t to,
    const struct told_index *index, struct meeting *meeting)
{
	const struct span *act;
	uint32_t seen = 0, i;
	size_t u;

	for (u = from; u < to && seen < LEAD_SENTENCES; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind != UNIT_SENT)
			continue;
		seen++;
		if (!meeting->lead) {
			meeting->lead = unit;
			meeting->verb = unit->token;
		}
		if (!(act = index->lead[u]))
			continue;
		meeting->lead = unit;
		meeting->goes = slice_is(act->key, "host") || slice_is(act->key, "visit");
		for (i = unit->token; i < unit_end(unit); i++)
			if (document->tokens[i].start == act->start)
				meeting->verb = i;
		return;
	}
}

/* The date that stands nearest to the verb, or in front of the sentence; "yesterday's"
 * is another meeting's. */
static struct slice
nearest_date(const struct document *document, const struct unit *unit, uint32_t verb)
{
	struct slice date = {"", 0};
	uint32_t m, best = UINT32_MAX, far;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if (mention->kind != NAME_DATE || mention->key.len < 4)
			continue;
		far = mention->last <= verb ? verb - mention->last
		    : mention->first > verb   ? mention->first - verb
					      : 0;
		if (mention->last < unit_end(unit) &&
		    document->tokens[mention->last].shape & SHAPE_POSSESSIVE)
			far += 1000;
		else if (mention->first == unit->token)
			far = 0;
		if (far < best) {
			best = far;
			date = mention->key;
		}
	}
	return date;
}

/* Whether a sentence speaks of the meeting itself: "The talks, held at …". */
static bool
is_of_meeting(const struct document *document, const struct told_index *index, size_t u)
{
	const struct unit *unit = &document->units[u];
	uint32_t i = unit->token, last;

	if (index->lead[u])
		return true;
	if (unit->token_count == 0 ||
	    (!token_is(document, unit, i, "the") && !token_is(document, unit, i, "this") &&
		!token_is(document, unit, i, "during") && !token_is(document, unit, i, "in") &&
		!token_is(document, unit, i, "at")))
		return false;
	return meeting_word(document, &i, i + (unit->token_count < 7 ? unit->token_count : 7), &last);
}

/* The first sentences as far as they speak of the meeting: where and when it was. */
static void
find_near(const struct document *document, size_t from, size_t to,
    const struct told_index *index, struct meeting *meeting)
{
	size_t u, sentences = 0;

	for (u = from; u < to && sentences < LEAD_SENTENCES; u++) {
		if (document->units[u].kind != UNIT_SENT)
			continue;
		if (sentences++ == 0 || is_of_meeting(document, index, u))
			meeting->near[meeting->near_count++] = &document->units[u];
	}
}

static void
find_date(const struct document *document, size_t from, size_t to, struct meeting *meeting)
{
	size_t u;

	if (meeting->lead)
		meeting->date = nearest_date(document, meeting->lead, meeting->verb);
	for (u = 0; u < meeting->near_count && meeting->date.len == 0; u++)
		meeting->date =
		    nearest_date(document, meeting->near[u], meeting->near[u]->token);
	if (meeting->date.len == 0 && meeting->title)
		meeting->date = nearest_date(document, meeting->title, meeting->title->token);
	for (u = from; u < to && meeting->date.len == 0; u++)
		if (document->units[u].kind == UNIT_HEAD)
			meeting->date = nearest_date(document, &document->units[u],
			    document->units[u].token);
	for (u = 0; u < from && meeting->date.len == 0; u++)
		if (document->units[u].kind == UNIT_TITLE)
			meeting->date = nearest_date(document, &document->units[u],
			    document->units[u].token);
}

static bool
is_place(const struct mention *mention)
{
	return mention->kind == NAME_PLACE || mention->kind == NAME_COUNTRY;
}

/* The first place behind "in", "at" or, of a journey, "to". */
static struct slice
place_behind(const struct document *document, const struct unit *unit, uint32_t from,
    bool journey)
{
	uint32_t m, i;

	for (m = unit->mention; m < unit->mention + unit->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		if ((!is_place(mention) && mention->kind != NAME_ORG) ||
		    mention->first <= unit->token || mention->first < from ||
		    (mention->entry && mention->entry->flags & FLAG_PEOPLE))
			continue;
		i = mention->first - 1;
		if (token_is(document, unit, i, "the") && i > unit->token)
			i--;
		/* "at the Department of State" */
		if (mention->kind == NAME_ORG && !token_is(document, unit, i, "at"))
			continue;
		if (!token_is(document, unit, i, "in") && !token_is(document, unit, i, "at") &&
		    !(journey && (token_is(document, unit, i, "to") || i == from)))
			continue;
		if (mention->last < unit_end(unit) &&
		    document->tokens[mention->last].shape & SHAPE_POSSESSIVE)
			continue;
		return mention_text(document, mention);
	}
	return (struct slice){"", 0};
}

/* "Oval Office Meeting with …": the place in a headline before its noun. */
static struct slice
place_of_noun(const struct document *document, const struct unit *title)
{
	uint32_t m, i, last;

	for (m = title->mention; m < title->mention + title->mention_count; m++) {
		const struct mention *mention = &document->mentions[m];

		i = mention->last;
		if (mention->kind == NAME_PLACE && i < unit_end(title) &&
		    meeting_word(document, &i, i + 1, &last))
			return mention_text(document, mention);
	}
	return (struct slice){"", 0};
}

/* Whether the document names a place that is written so. */
static bool
is_known_place(const struct document *document, struct slice text)
{
	uint32_t m;

	for (m = 0; m < document->mention_count; m++)
		if (is_place(&document->mentions[m]) &&
		    slice_equal(mention_text(document, &document->mentions[m]), text))
			return true;
	return false;
}

/* The dateline: a heading that begins with a place. */
static struct slice
dateline(const struct document *document, size_t from, size_t to)
{
	struct slice value;

	for (; from < to; from++) {
		const struct unit *unit = &document->units[from];

		if (unit->kind == UNIT_META && slice_is(unit->record.key, "place") &&
		    attr_find(unit->record.attrs, "value", &value) &&
		    is_known_place(document, value))
			return value;
		if (unit->kind == UNIT_HEAD && unit->mention_count > 0 &&
		    document->mentions[unit->mention].kind == NAME_PLACE &&
		    document->mentions[unit->mention].first == unit->token)
			return mention_text(document, &document->mentions[unit->mention]);
	}
	return (struct slice){"", 0};
}

/* Where: as the lead says, else the headline of a visit, else who reports. */
static void
find_place(const struct document *document, size_t from, size_t to, struct meeting *meeting)
{
	bool journey = slice_is(meeting->type, "visit");
	size_t n;

	if (slice_is(meeting->type, "call") || slice_is(meeting->mode, "video") ||
	    slice_is(meeting->mode, "phone"))
		return;
	if (meeting->lead)
		meeting->place = place_behind(document, meeting->lead, meeting->verb,
		    journey || meeting->goes);
	for (n = 0; n < meeting->near_count && meeting->place.len == 0; n++) {
		meeting->place = place_behind(document, meeting->near[n], meeting->near[n]->token,
		    journey);
		if (meeting->place.len == 0 && meeting->title)
			meeting->place = place_behind(document, meeting->title,
			    meeting->title->token, journey);
	}
	if (meeting->place.len == 0 && meeting->title)
		meeting->place = place_of_noun(document, meeting->title);
	if (meeting->place.len == 0)
		meeting->place = dateline(document, from, to);
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

	at = attr_put(at, start, SLICE("country"), slice_of(participant->country));
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
    const struct told_index *index, const struct participants *participants)
{
	struct meeting meeting = {0};
	size_t u;

	for (u = from; u < to && !meeting.title; u++)
		if (document->units[u].kind == UNIT_TITLE ||
		    begins_readout(document, &document->units[u]))
			meeting.title = &document->units[u];
	find_lead(document, from, to, index, &meeting);
	find_near(document, from, to, index, &meeting);
	find_type(document, from, to, &meeting);
	find_date(document, from, to, &meeting);
	find_place(document, from, to, &meeting);
	write_meeting(document, &meeting, participants);
}

void
meetings_find(struct document *document)
{
	struct participants participants;
	struct told_index index;
	size_t u, from = 0, sentences = 0;
	uint32_t i;

	for (u = 0; u < document->unit_count; u++)
		sentences += document->units[u].tagged;
	if (sentences == 0)
		return;
	told_index_make(document, &index);
	participants_find(document, &index, &participants);
	sentences = 0;
	for (u = 0; u < document->unit_count; u++) {
		/* The headline stands before the first readout, not by itself. */
		if (begins_readout(document, &document->units[u]) && sentences > 0) {
			read_section(document, from, u, &index, &participants);
			from = u;
			sentences = 0;
		}
		sentences += document->units[u].kind == UNIT_SENT;
	}
	read_section(document, from, document->unit_count, &index, &participants);
	for (i = 0; i < participants.count; i++)
		write_participant(document, &participants.list[i]);
}
