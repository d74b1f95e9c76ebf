#include "tagger.h"

#include "diag.h"

enum {
	WINDOW = 4 << 20, /* a longer document is taken in pieces of that much text */
	LONGEST_WINDOW = 4 * WINDOW, /* with all columns, where there is little text in them */
};

void
tagger_open(struct tagger *tagger)
{
	document_reset(&tagger->document, tagger->lexicon);
}

/* All that is said about the units at hand, as far as it is wanted, and out with it; last:
 * of the document. */
static void
write_window(struct tagger *tagger, bool last)
{
	struct document *document = &tagger->document;
	const struct emit_options *emit = &tagger->emit;
	bool meetings = last && emit_wants(emit, SLICE("meeting,participant"));
	bool acts = meetings || emit_wants(emit, SLICE("act"));
	bool persons = acts || emit_wants(emit, SLICE("person,role")) || !last; /* carried over */
	bool names = persons || emit_wants(emit, SLICE("country,place,org,event,instrument,date,money"));

	if (!document->published.year)
		document->published = tagger->date;
	if (names)
		names_find(&tagger->names, document);
	if (persons)
		references_resolve(document);
	if (emit_wants(emit, SLICE("abbrev")))
		abbreviations_find(document);
	if (acts || emit_wants(emit, SLICE("topic")))
		topics_find(document);
	if (acts)
		acts_find(document);
	if (meetings)
		meetings_find(document);
	document_write(&tagger->out, document, &tagger->emit);
	tagger->text = tagger->lines = 0;
}

void
tagger_finish(struct tagger *tagger)
{
	if (!tagger->in_document)
		return;
	write_window(tagger, true);
	document_reset(&tagger->document, tagger->lexicon);
	tagger->in_document = false;
}

/* A document that grows too long goes out by windows, each with who is who of those before. */
static void
make_room(struct tagger *tagger, struct slice line)
{
	if (tagger->text > WINDOW || tagger->lines > LONGEST_WINDOW) {
		write_window(tagger, false);
		document_next_window(&tagger->document);
	}
	tagger->lines += line.len;
}

static void
take_record(struct tagger *tagger, struct slice line, const struct record *record)
{
	make_room(tagger, line);
	if (!tagger->in_document)
		tagger->progress->documents++;
	tagger->in_document = true;
	tagger->progress->records++;
	tagger->text += record->text.len;
	document_add(&tagger->document, line, record);
}

/* A line that is no record goes out where it came in. */
static void
pass_on(struct tagger *tagger, struct slice line)
{
	if (tagger->in_document) {
		make_room(tagger, line);
		document_add_line(&tagger->document, line);
	} else {
		output_slice(&tagger->out, line);
		output_end_record(&tagger->out);
	}
}

/* Of a line longer than any record, given in pieces, one. */
static void
pass_piece(struct tagger *tagger, const struct input *in, struct slice piece, bool first, bool last)
{
	if (first)
		diag_input(input_name(in), in->line, "a line longer than %d bytes", LONGEST_RECORD);
	tagger_finish(tagger);
	output_slice(&tagger->out, piece);
	if (last)
		output_end_record(&tagger->out);
}

static void
complain(struct tagger *tagger, const struct input *in, const char *wrong)
{
	if (tagger->silent)
		tagger->spoiled = true;
	else
		diag_input(input_name(in), in->line, "%s", wrong);
}

bool
tagger_read(struct tagger *tagger, struct input *in, bool one)
{
	struct slice line;
	struct record record;
	const char *wrong;
	enum input_line got;
	bool in_long = false;

	while ((got = input_line(in, &line, NULL)) != INPUT_END) {
		if (got == INPUT_PIECE || in_long) {
			pass_piece(tagger, in, line, !in_long, got == INPUT_LINE);
			in_long = got == INPUT_PIECE;
		} else if (line.len > 0 && line.at[0] == '#') {
			if (!tagger->headed || !record_is_header(line))
				pass_on(tagger, line);
		} else if ((wrong = record_parse(line, &record))) {
			complain(tagger, in, wrong);
			pass_on(tagger, line);
		} else {
			if (tagger->in_document && !slice_equal(record.doc, tagger->document.id)) {
				tagger_finish(tagger);
				if (one) {
					input_give_back(in, line);
					return true;
				}
			}
			take_record(tagger, line, &record);
		}
	}
	return false;
}

void
tagger_free(struct tagger *tagger)
{
	document_free(&tagger->document);
	names_free(&tagger->names);
}
