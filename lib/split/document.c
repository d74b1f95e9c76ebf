#include "document.h"

#include "../text.h"
#include "classify.h"
#include "date.h"
#include "dateline.h"
#include "mark.h"
#include "sentence.h"
#include "signs.h"

static const struct slice no_mark = {"", 0};

void
document_init(struct document *document, const struct words *words,
	      struct emitter *emitter, struct plain *plain, bool running)
{
	*document = (struct document){
	    .words = words, .emitter = emitter, .plain = plain, .running = running};
	document_begin(document);
}

void
document_begin(struct document *document)
{
	document->titled = document->body = document->list = false;
	document->ended = document->disclaimer = document->closing = false;
	document->signature = document->mail = document->restart = false;
	document->lead = true;
	document->language.len = document->foreign.len = 0;
	document->pending_len = document->title_len = document->scanned = 0;
}

/* The bytes from..to of the paragraph's text, without blanks at either end. */
static struct origin
origin(struct document *document, size_t from, size_t to)
{
	struct slice text = plain_text(document->plain);
	struct origin found = {{"", 0}, 0, 0};

	while (from < to && text.at[from] == ' ')
		from++;
	while (to > from && text.at[to - 1] == ' ')
		to--;
	found.text = slice_cut(text, from, to);
	if (to > from)
		plain_source(document->plain, from, to, &found.from, &found.to);
	return found;
}

static void
unit(struct document *document, enum unit kind, size_t from, size_t to)
{
	struct origin found = origin(document, from, to);

	emit_unit(document->emitter, kind, &found, no_mark);
}

static void
meta(struct document *document, struct slice key, struct slice value, size_t from,
     size_t to)
{
	struct origin found = origin(document, from, to);

	if (found.text.len > 0 && value.len > 0)
		emit_meta(document->emitter, key, value, &found, false);
}

/* part is a slice of the paragraph's text: as metadata, with itself as value. */
static void
meta_part(struct document *document, struct slice key, struct slice part)
{
	size_t from = (size_t)(part.at - document->plain->text);

	meta(document, key, part, from, from + part.len);
}

/* The first date in from..to of the text as metadata; false without one. */
static bool
meta_date(struct document *document, struct slice key, size_t from, size_t to)
{
	struct date date;

	if (!date_find(document->words, slice_cut(plain_text(document->plain), from, to),
		       &date))
		return false;
	meta(document, key, (struct slice){date.iso, date.len}, from + date.from,
	     from + date.to);
	return true;
}

static bool
has_byte(struct slice text, size_t from, char c)
{
	return from < text.len && memchr(text.at + from, c, text.len - from);
}

/* Sentences of from..to; those that are not whole are left, when more may come. */
static size_t
sentences(struct document *document, size_t from, size_t to, bool whole)
{
	struct slice text = slice_cut(plain_text(document->plain), 0, to);
	size_t end, scan;
	bool stops_alone = !document->plain->ellipsis && !has_byte(text, from, '?') &&
			   !has_byte(text, from, '!');

	while (from < to && text.at[from] == ' ')
		from++;
	scan = document->scanned; /* of the first sentence: no end before that */
	document->scanned = 0;
	for (; from < to; scan = from) {
		if (scan < from)
			scan = from;
		end =
		    stops_alone
			? sentence_end_at_stop(document->words, text, from, &scan, whole)
			: sentence_end(document->words, text, from, &scan, whole);
		if (end == 0) {
			document->scanned = scan - from;
			break;
		}
		unit(document, UNIT_SENT, from, end);
		for (from = end; from < to && text.at[from] == ' ';)
			from++;
	}
	document->body = true;
	document->lead = false;
	return from;
}

/* A list item from..to, its mark in front. */
static void
item(struct document *document, size_t from, size_t to, const struct mark *mark)
{
	struct slice text = plain_text(document->plain);
	struct origin found = origin(document, from + mark->end, to);

	emit_unit(document->emitter, UNIT_ITEM, &found,
		  slice_trim(slice_cut(text, from, from + mark->size)));
	document->lead = false;
	document->body = true;
}

/* Items that run on in one paragraph, from the first one's mark. */
static void
items(struct document *document, size_t from, size_t to)
{
	struct slice text = slice_cut(plain_text(document->plain), 0, to);
	struct mark mark;
	size_t next;

	while (from < to) {
		mark = mark_at(slice_cut(text, from, to));
		if (mark.style == MARK_NONE) {
			sentences(document, from, to, true);
			return;
		}
		next = to;
		if (mark.style != MARK_DASH)
			next = mark_next(text, from + (mark.end ? mark.end : 1), &mark);
		item(document, from, next, &mark);
		from = next;
	}
}

/* Running text, a list in its middle perhaps: "Participants: • A • B". */
static void
sentences_and_items(struct document *document, size_t from, size_t to)
{
	struct slice text = slice_cut(plain_text(document->plain), from, to);
	size_t bullet =
	    from + (document->plain->bulleted ? mark_first_bullet(text) : text.len);

	sentences(document, from, bullet, true);
	if (bullet < to)
		items(document, bullet, to);
}

/* A heading from..to; the dates and places that it says become metadata. */
static void
head(struct document *document, size_t from, size_t to)
{
	emitter_new_paragraph(document->emitter);
	unit(document, UNIT_HEAD, from, to);
	document->lead = true;
}

/* "WASHINGTON, Sept. 3, 2020 — The Press Secretary provided the following readout:" */
static void
leadin(struct document *document, size_t from)
{
	struct slice text = plain_text(document->plain);
	struct dateline dateline;

	head(document, from, text.len);
	dateline = dateline_find(document->words, slice_cut(text, from, text.len), true,
				 0, !document->body);
	if (dateline.end == 0 || document->body)
		return;
	meta_part(document, SLICE("place"), dateline.place);
	meta_date(document, SLICE("published"), from, from + dateline.end);
}

/* The dateline that from..to begins with, a head of its own; gives where it ends. */
static size_t
dateline_units(struct document *document, size_t from, size_t to, size_t bold)
{
	struct slice text = slice_cut(plain_text(document->plain), from, to);
	struct dateline dateline;

	/* Without a bold or new beginning it has to be in capitals. */
	if (!document->lead && bold == 0 &&
	    !(text.len > 1 && text_is_upper((unsigned char)text.at[1])))
		return from;
	dateline =
	    dateline_find(document->words, text, document->lead, bold, !document->body);
	if (dateline.end == 0)
		return from;
	unit(document, UNIT_HEAD, from, from + dateline.end);
	if (!document->body) {
		meta_part(document, SLICE("place"), dateline.place);
		meta_date(document, SLICE("published"), from, from + dateline.end);
	}
	return from + dateline.end;
}

/* Text behind a dateline, if it has one. */
static void
body_from(struct document *document, size_t from, size_t to, size_t bold)
{
	from = dateline_units(document, from, to, bold);
	sentences_and_items(document, from, to);
}

/*
 * A paragraph of the body. Bold runs that stand between sentences are headings
 * that lost their line.
 */
static void
body(struct document *document, size_t from)
{
	struct plain *plain = document->plain;
	size_t i, end = plain->len, bold = 0;
	struct bold run;

	emitter_new_paragraph(document->emitter);
	for (i = 0; i < plain->bold_count; i++) {
		run = plain->bolds[i];
		if (run.from <= from)
			bold = run.to > from ? run.to - from : 0;
		if (!classify_bold_heading(plain_text(plain), from, &run))
			continue;
		if (run.from > from)
			body_from(document, from, run.from, bold);
		head(document, run.from, run.to);
		emitter_new_paragraph(document->emitter);
		from = run.to;
		bold = 0;
	}
	while (from < end && plain->text[from] == ' ')
		from++;
	body_from(document, from, end, bold);
}

/* An end mark that lost its line: "… to accomplish this.   ###". */
static void
body_and_end_mark(struct document *document, size_t from)
{
	struct plain *plain = document->plain;
	size_t whole = plain->len, end = whole;

	while (end > from && (plain->text[end - 1] == '#' || plain->text[end - 1] == ' '))
		end--;
	while (end < whole && plain->text[end] == ' ')
		end++;
	if (whole - end < 3 || end == from ||
	    (plain->text[end - 1] != ' ' && !sign_is_end(plain->text[end - 1]))) {
		body(document, from);
		return;
	}
	plain->len = end;
	plain_trim(plain);
	body(document, from);
	plain->len = whole;
	emitter_new_paragraph(document->emitter);
	unit(document, UNIT_NOTE, end, whole);
	document->ended = true;
}

static void
set_title(struct document *document, struct slice text)
{
	document->titled = true;
	document->pending_len = 0;
	document->title_len = text.len < DOCUMENT_TITLE ? text.len : DOCUMENT_TITLE;
	memcpy(document->title, text.at, document->title_len);
}

static void
title(struct document *document, size_t from)
{
	struct slice text = plain_text(document->plain);

	set_title(document, slice_cut(text, from, text.len));
	emitter_new_paragraph(document->emitter);
	unit(document, UNIT_TITLE, from, text.len);
}

/* Writes the title that the front matter gave. */
static void
pending_title(struct document *document)
{
	struct origin found = {{document->pending, document->pending_len},
			       document->pending_from,
			       document->pending_to};

	if (document->pending_len == 0)
		return;
	emitter_new_paragraph(document->emitter);
	emit_unit(document->emitter, UNIT_TITLE, &found, no_mark);
	set_title(document, found.text);
}

void
document_end(struct document *document)
{
	pending_title(document);
}

/* In another language: the paragraph as it stands. */
static void
foreign(struct document *document, struct slice language, size_t to)
{
	struct origin found = origin(document, 0, to);

	emit_foreign(document->emitter, &found, language);
}

static void
note(struct document *document)
{
	emitter_new_paragraph(document->emitter);
	unit(document, UNIT_NOTE, 0, document->plain->len);
}

/*
 * "U.S. Department of Defense published this content on 29 August 2020 …
 * Distributed by Public, unedited and unaltered, on 29 August 2020 10:04:01 UTC"
 */
static void
publishers_sentence(struct document *document)
{
	struct slice text = plain_text(document->plain), part;
	size_t published, distributed, end;

	note(document);
	published = slice_find(text, "published this content on ");
	if (published < text.len) {
		part = slice_trim(slice_cut(text, 0, published));
		meta_part(document, SLICE("publisher"), part);
		meta_date(document, SLICE("published"), published, text.len);
	}
	distributed = slice_find(text, "Distributed by ");
	if (distributed < text.len) {
		distributed += sizeof "Distributed by " - 1;
		part = slice_cut(text, distributed, text.len);
		end = slice_find(part, ", unedited");
		if (end == part.len)
			end = slice_find(part, ".");
		meta_part(document, SLICE("distributor"), slice_cut(part, 0, end));
		meta_date(document, SLICE("distributed"), distributed + end, text.len);
	}
}

/* "Last updated on: 3 May 2021": key is the metadata's name, end where it begins. */
static void
labelled(struct document *document, struct slice key, size_t end)
{
	struct slice text = plain_text(document->plain), value;
	struct origin found;
	struct date date;

	while (end < text.len && strchr(" .:-|", text.at[end]))
		end++;
	value = slice_cut(text, end, text.len);
	if (value.len == 0)
		value = text;
	if (date_find(document->words, value, &date) &&
	    (slice_is(key, "published") || slice_is(key, "updated")))
		value = (struct slice){date.iso, date.len};
	emitter_new_paragraph(document->emitter);
	found = origin(document, 0, text.len);
	emit_meta(document->emitter, key, value, &found, true);
}

/* A date, a place, or both on a line of their own. */
static void
date_and_place(struct document *document, const struct classified *classified)
{
	head(document, 0, document->plain->len);
	if (document->running)
		return;
	if (classified->place.len > 0)
		meta_part(document, SLICE("place"), classified->place);
	if (classified->dated)
		meta(document, SLICE("published"),
		     (struct slice){classified->date.iso, classified->date.len},
		     classified->date.from, classified->date.to);
}

static void
item_paragraph(struct document *document, const struct shape *shape, size_t from)
{
	if (!shape->item_block)
		emitter_new_paragraph(document->emitter);
	items(document, from, document->plain->len);
}

/* The units of a paragraph that is what found says. */
static void
take_paragraph(struct document *document, const struct shape *shape,
	       const struct classified *found)
{
	struct slice text = plain_text(document->plain);
	struct origin whole;

	switch (found->kind) {
	case PARAGRAPH_TITLE:
		title(document, found->from);
		break;
	case PARAGRAPH_HEAD:
		head(document, found->from, text.len);
		break;
	case PARAGRAPH_LEADIN:
		leadin(document, found->from);
		break;
	case PARAGRAPH_REFERENCE:
		head(document, 0, text.len);
		meta(document, SLICE("release-number"), text, 0, text.len);
		break;
	case PARAGRAPH_DATE:
		date_and_place(document, found);
		break;
	case PARAGRAPH_LABEL:
		labelled(document, found->key, found->from);
		break;
	case PARAGRAPH_NOTE:
		note(document);
		break;
	case PARAGRAPH_FOREIGN:
		emitter_new_paragraph(document->emitter);
		foreign(document, found->key, text.len);
		break;
	case PARAGRAPH_PUBLISHER:
		publishers_sentence(document);
		break;
	case PARAGRAPH_ITEM:
		item_paragraph(document, shape, found->from);
		break;
	case PARAGRAPH_LIST_LINE:
		emitter_new_paragraph(document->emitter);
		whole = origin(document, found->from, text.len);
		emit_unit(document->emitter, UNIT_ITEM, &whole, no_mark);
		break;
	default:
		body_and_end_mark(document, found->from);
	}
	if (found->kind == PARAGRAPH_BODY)
		document->list = text.at[text.len - 1] == ':';
}

void
document_paragraph(struct document *document, const struct shape *shape)
{
	struct slice text = plain_text(document->plain);
	struct classified found;

	document->restart = false;
	if (text.len == 0)
		return;
	classify(document, shape, &found);
	if (found.kind == PARAGRAPH_NOTHING)
		return;
	if (found.kind == PARAGRAPH_NEW_DOCUMENT) {
		document->restart = true;
		return;
	}
	if (document->pending_len > 0 &&
	    !(found.kind == PARAGRAPH_TITLE &&
	      classify_same_title(document->pending, document->pending_len, text))) {
		pending_title(document);
		classify(document, shape, &found);
	}
	take_paragraph(document, shape, &found);
}

/* Where the sentences begin of a paragraph that is long or has not come whole. */
static size_t
begin_paragraph(struct document *document, bool running)
{
	pending_title(document);
	emitter_new_paragraph(document->emitter);
	return running ? dateline_units(document, 0, document->plain->len, 0) : 0;
}

/* Whether units of the paragraph, of which text has come, are certain. */
static bool
is_certain(struct document *document, size_t len)
{
	struct plain *plain = document->plain;
	size_t whole = plain->len;
	bool certain;

	plain->len = len;
	certain = !plain->bulleted && classify_is_settled(document) &&
		  dateline_is_settled(plain_text(plain));
	plain->len = whole;
	return certain;
}

void
document_look_ahead(struct document *document, size_t limit)
{
	struct plain *plain = document->plain;
	size_t from, end, scan = 0;

	if (plain->bold_count > 0 && plain->bolds[0].from < plain->settled)
		plain->settled = plain->bolds[0].from;
	if (plain->len > plain->settled)
		plain->len = plain->settled;
	plain_trim(plain);
	if (limit > plain->len)
		limit = plain->len;
	if (!is_certain(document, limit))
		return;
	for (from = begin_paragraph(document, true); from < limit; from = end) {
		while (from < limit && plain->text[from] == ' ')
			from++;
		end =
		    sentence_end(document->words, plain_text(plain), from, &scan, false);
		if (end == 0 || end > limit)
			return;
		unit(document, UNIT_SENT, from, end);
	}
}

void
document_stream(struct document *document, bool first, bool last)
{
	struct plain *plain = document->plain;
	size_t from = 0, done, cut;
	struct slice code;

	if (first) {
		document->foreign.len = 0;
		if (!document->running && classify_is_foreign(document, &code))
			document->foreign = code;
		from = begin_paragraph(document, document->foreign.len == 0 &&
						     classify_is_settled(document));
	}
	if (document->foreign.len == 0)
		done = sentences(document, from, plain->len, last);
	else if ((done = last ? plain->len : 0) > 0)
		foreign(document, document->foreign, done);
	plain_drop(plain, last ? plain->len : done);
	if (plain->len <= PLAIN_MOST_TEXT)
		return;
	/* A sentence beyond any measure is cut at its last blank. */
	for (cut = PLAIN_MOST_TEXT;
	     cut > PLAIN_MOST_TEXT / 2 && plain->text[cut - 1] != ' '; cut--)
		continue;
	if (cut == PLAIN_MOST_TEXT / 2)
		for (cut = PLAIN_MOST_TEXT;
		     ((unsigned char)plain->text[cut] & 0xC0) == 0x80; cut--)
			continue;
	if (document->foreign.len > 0)
		foreign(document, document->foreign, cut);
	else
		unit(document, UNIT_SENT, 0, cut);
	while (cut < plain->len && plain->text[cut] == ' ')
		cut++;
	plain_drop(plain, cut);
	document->scanned = 0;
}
