#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"
#include "tar.h"
#include "text.h"

/* A name in a file system has at most 255 bytes; ".txt" has to fit too. */
enum { NAME_BYTES = 240 };

/* What is written is first only counted: a tar header has the size. */
struct sink {
	struct output *out; /* NULL: count */
	size_t size;
};

struct brat {
	struct hash mentions; /* in one unit: key -> number of its T line */
};

/* How brat is to know the types; one that is here already is the reader's own. */
static const char configuration[] =
    "[entities]\n"
    "person\nrole\ncountry\nplace\norg\nevent\ninstrument\ndate\nmoney\n"
    "topic\nabbrev\nact\nother\n"
    "[relations]\n"
    "by\tArg1:act, Arg2:<ENTITY>\n"
    "to\tArg1:act, Arg2:<ENTITY>\n"
    "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n"
    "[events]\n"
    "[attributes]\n";

static void
put(struct sink *sink, struct slice s)
{
	if (sink->out)
		output_slice(sink->out, s);
	sink->size += s.len;
}

static void
put_string(struct sink *sink, const char *string)
{
	put(sink, slice_of(string));
}

static void
put_number(struct sink *sink, uint64_t number)
{
	char digits[20];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	put(sink, (struct slice){digits + at, sizeof digits - at});
}

/*
 * What would break a line or a terminal becomes one U+FFFD a character: offsets
 * of brat count characters and stay true.
 */
static void
put_text(struct sink *sink, struct slice s)
{
	size_t n, size;

	while (s.len > 0) {
		n = escape_plain(s);
		put(sink, slice_cut(s, 0, n));
		s = slice_cut(s, n, s.len);
		if (s.len == 0)
			break;
		text_decode(s.at, s.len, &size);
		put_string(sink, "\xef\xbf\xbd");
		s = slice_cut(s, size, s.len);
	}
}

static bool
is_safe(unsigned char c)
{
	return text_is_alnum(c) || one_of("-_.,:+@", (char)c);
}

/*
 * The document's id as the name of a file in the folder at hand: what a path, a
 * shell or an option would be read from becomes %XX.
 */
static struct slice
file_name(struct arena *arena, struct slice id, const char *suffix)
{
	static const char digits[] = "0123456789ABCDEF";
	char *name = arena_bytes(arena, 3 * id.len + 16);
	uint32_t hash = hash_bytes(id.at, id.len);
	size_t len = 0, i;
	int shift;

	for (i = 0; i < id.len && len <= NAME_BYTES; i++) {
		unsigned char c = (unsigned char)id.at[i];

		if (is_safe(c) && (i > 0 || (c != '.' && c != '-'))) {
			name[len++] = id.at[i];
			continue;
		}
		name[len++] = '%';
		name[len++] = digits[c >> 4];
		name[len++] = digits[c & 15];
	}
	if (len > NAME_BYTES) {
		len = NAME_BYTES - 9;
		name[len++] = '~';
		for (shift = 28; shift >= 0; shift -= 4)
			name[len++] = digits[hash >> shift & 15];
	}
	memcpy(name + len, suffix, strlen(suffix));
	return (struct slice){name, len + strlen(suffix)};
}

/* Front matter is no text. */
static bool
is_text(const struct unit *unit)
{
	return unit->para > 0;
}

/* A unit a line, an empty line between paragraphs. */
static void
write_text(struct sink *sink, const struct document *document)
{
	const struct unit *unit, *before = NULL;
	size_t i;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (!is_text(unit))
			continue;
		if (before && before->para != unit->para)
			put_string(sink, "\n");
		put_text(sink, unit->text);
		put_string(sink, "\n");
		before = unit;
	}
}

/* "#1	AnnotatorNotes T1	key=FI form=name" */
static void
write_note(struct sink *sink, struct arena *arena, const struct span *span,
	   uint64_t number)
{
	struct slice attrs = span->attrs, name, value;
	char *buffer;

	put_string(sink, "#");
	put_number(sink, number);
	put_string(sink, "\tAnnotatorNotes T");
	put_number(sink, number);
	put_string(sink, "\tkey=");
	put_text(sink, span->key);
	if (span->kind == KIND_OTHER) {
		put_string(sink, "; kind=");
		put_text(sink, span->name);
	}
	while (attr_next(&attrs, &name, &value)) {
		buffer = arena_bytes(arena, value.len + 1);
		put_string(sink, "; ");
		put_text(sink, name);
		put_string(sink, "=");
		put_text(sink, (struct slice){buffer, attr_unescape(value, buffer)});
	}
	put_string(sink, "\n");
}

/*
 * For each byte of s, and behind its last, the number of characters before it; in
 * the arena. As put_text counts: a bad byte sequence is one.
 */
static const uint32_t *
count_characters(struct arena *arena, struct slice s)
{
	uint32_t *before = arena_take(arena, (s.len + 1) * sizeof *before), count = 0;
	size_t i = 0, size, next;

	while (i < s.len) {
		text_decode(s.at + i, s.len - i, &size);
		for (next = i + size; i < next; i++)
			before[i] = count;
		count++;
	}
	before[s.len] = count;
	return before;
}

/* "T1	person 10 25	Aino Lehtoranta"; offsets in characters from the file's start. */
static void
write_span(struct sink *sink, const struct span *span, const uint32_t *characters,
	   uint64_t offset, uint64_t number)
{
	put_string(sink, "T");
	put_number(sink, number);
	put_string(sink, "\t");
	put_string(sink, span->kind <= KIND_ACT ? kind_names[span->kind] : "other");
	put_string(sink, " ");
	put_number(sink, offset + characters[span->start]);
	put_string(sink, " ");
	put_number(sink, offset + characters[span->end]);
	put_string(sink, "\t");
	put_text(sink, span->text);
	put_string(sink, "\n");
}

/* "R1	by Arg1:T3 Arg2:T1" for everybody who is named in the sentence itself. */
static void
write_parties(struct sink *sink, struct brat *brat, struct arena *arena,
	      const struct span *act, uint64_t number, const char *side,
	      uint64_t *relations)
{
	struct slice keys = facts_attr(arena, act->attrs, side), key;
	uint32_t mention;

	while (list_next(&keys, &key)) {
		mention = hash_find(&brat->mentions, key, hash_bytes(key.at, key.len));
		if (mention == HASH_NONE)
			continue;
		put_string(sink, "R");
		put_number(sink, ++*relations);
		put_string(sink, "\t");
		put_string(sink, side);
		put_string(sink, " Arg1:T");
		put_number(sink, number);
		put_string(sink, " Arg2:T");
		put_number(sink, mention);
		put_string(sink, "\n");
	}
}

/* The first mention of a key in the unit; a name rather than a title. */
static void
find_mentions(struct brat *brat, const struct unit *unit, uint64_t number)
{
	const struct span *span;
	uint32_t *place;
	size_t pass, i;
	uint64_t n;

	hash_clear(&brat->mentions);
	for (pass = 0; pass < 2; pass++) {
		n = number;
		for (i = 0; i < unit->span_count; i++) {
			span = &unit->spans[i];
			if (span->start == span->end)
				continue;
			n++;
			if (!kind_is_name(span->kind) ||
			    (span->kind == KIND_ROLE) != (pass == 1))
				continue;
			place = hash_place(&brat->mentions, span->key,
					   hash_bytes(span->key.at, span->key.len));
			if (*place == HASH_NONE)
				*place = (uint32_t)n;
		}
	}
}

static void
write_unit(struct sink *sink, struct brat *brat, struct arena *arena,
	   const struct unit *unit, uint64_t *offset, uint64_t *number,
	   uint64_t *relations)
{
	const uint32_t *characters = count_characters(arena, unit->text);
	const struct span *span;
	size_t i;

	find_mentions(brat, unit, *number);
	for (i = 0; i < unit->span_count; i++) {
		span = &unit->spans[i];
		if (span->start == span->end)
			continue;
		++*number;
		write_span(sink, span, characters, *offset, *number);
		if (!slice_is(span->key, "-") || !slice_is(span->attrs, "-"))
			write_note(sink, arena, span, *number);
		if (span->kind != KIND_ACT)
			continue;
		write_parties(sink, brat, arena, span, *number, "by", relations);
		write_parties(sink, brat, arena, span, *number, "to", relations);
	}
	*offset += characters[unit->text.len] + 1;
}

static void
write_spans(struct sink *sink, struct brat *brat, struct arena *arena,
	    const struct document *document)
{
	uint64_t offset = 0, number = 0, relations = 0;
	const struct unit *unit, *before = NULL;
	size_t i;

	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (!is_text(unit))
			continue;
		if (before && before->para != unit->para)
			offset++;
		write_unit(sink, brat, arena, unit, &offset, &number, &relations);
		before = unit;
	}
}

static void *
brat_begin(struct render *render)
{
	struct brat *brat = calloc(1, sizeof *brat);

	if (!brat)
		diag_no_memory();
	if (render->terminal)
		diag_fatal("-f brat writes an archive of files: readout-fmt -f brat ... "
			   "| tar -xf -");
	tar_begin(render->out, SLICE("annotation.conf"), sizeof configuration - 1);
	output_string(render->out, configuration);
	tar_pad(render->out, sizeof configuration - 1);
	return brat;
}

static void
brat_document(struct render *render, void *state, const struct document *document)
{
	struct brat *brat = state;
	struct arena *arena = &render->arena;
	struct sink text = {0}, spans = {0};

	write_text(&text, document);
	tar_begin(render->out, file_name(arena, document->id, ".txt"), text.size);
	write_text(&(struct sink){.out = render->out}, document);
	tar_pad(render->out, text.size);

	write_spans(&spans, brat, arena, document);
	tar_begin(render->out, file_name(arena, document->id, ".ann"), spans.size);
	write_spans(&(struct sink){.out = render->out}, brat, arena, document);
	tar_pad(render->out, spans.size);
}

static void
brat_end(struct render *render, void *state)
{
	struct brat *brat = state;

	tar_end(render->out);
	hash_free(&brat->mentions);
	free(brat);
}

const struct format format_brat = {
    .name = "brat",
    .purpose = "brat standoff: a tar archive with DOC.txt and DOC.ann",
    .begin = brat_begin,
    .document = brat_document,
    .end = brat_end,
};
