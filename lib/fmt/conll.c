#include "escape.h"
#include "format.h"
#include "list.h"
#include "segment.h"
#include "text.h"

/* Columns behind the token. The names are last: there readers look for them. */
static const enum layer layers[] = {LAYER_ACT, LAYER_TOPIC, LAYER_NAME};
enum { TAGS = sizeof layers / sizeof layers[0] };

/* Chinese characters and kana stand for a word or a part of one each. */
static bool
stands_alone(uint32_t code)
{
	return (code >= 0x2E80 && code <= 0x31FF) || (code >= 0x3400 && code <= 0x9FFF) ||
	       (code >= 0xF900 && code <= 0xFAFF) || (code >= 0x20000 && code <= 0x3FFFF);
}

static bool
is_punctuation(uint32_t code)
{
	if (code < 0x80)
		return (text_class[code] & TEXT_PUNCT) != 0;
	return code == 0xA1 || code == 0xA7 || code == 0xAB || code == 0xB6 ||
	       code == 0xB7 || code == 0xBB || code == 0xBF ||
	       (code >= 0x2010 && code <= 0x205E) || (code >= 0x3001 && code <= 0x3030) ||
	       (code >= 0xFF01 && code <= 0xFF0F);
}

/* What no token may hold: it would end the column or the line for some reader. */
static bool
is_gap(uint32_t code)
{
	return code != TEXT_REPLACEMENT &&
	       (text_is_space(code) ||
		(escape_needed(code) && code != 0x200C && code != 0x200D));
}

static bool
is_word(uint32_t code)
{
	return !is_gap(code) && !is_punctuation(code) && !stands_alone(code);
}

static uint32_t
code_at(struct slice text, size_t at, size_t *size)
{
	*size = 1;
	return at < text.len ? text_decode(text.at + at, text.len - at, size) : ' ';
}

static bool
is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019;
}

/* "'s" at the end of a word, which is a token by itself */
static bool
is_genitive(struct slice text, size_t at)
{
	size_t size, next;

	if (!is_apostrophe(code_at(text, at, &size)))
		return false;
	at += size;
	if (at >= text.len || (text.at[at] != 's' && text.at[at] != 'S'))
		return false;
	return !is_word(code_at(text, at + 1, &next));
}

/* Letters with points between them: U.S., E.U., T. in a name. No word has more than
 * eight. */
static bool
is_initials(struct slice word)
{
	size_t i;

	for (i = 0; i < word.len && i < 16; i++)
		if (i % 2 == 0 ? !text_is_upper((unsigned char)word.at[i])
			       : word.at[i] != '.')
			return false;
	return word.len % 2 == 1 && word.len < 16;
}

/*
 * Does a mark inside a word belong to it? O'Brien, Indo-Pacific, 1.2, 1,000 and
 * initials do; the full stop behind a word does not.
 */
static bool
joins(struct slice word, struct slice text, size_t at, uint32_t mark, size_t size)
{
	size_t next_size;
	uint32_t next = code_at(text, at + size, &next_size);

	if (mark == '.' && is_initials(word))
		return true;
	if (mark == '.' || mark == ',' || mark == ':')
		return text_is_digit((unsigned char)word.at[word.len - 1]) &&
		       next < 0x80 && text_is_digit((unsigned char)next);
	if (mark == '-' || mark == 0x2010 || mark == 0x2011 || is_apostrophe(mark) ||
	    mark == '&')
		return is_word(next) && next != TEXT_REPLACEMENT;
	return false;
}

/* The end of the token that begins at "at", which is no gap. */
static size_t
token_end(struct slice text, size_t at)
{
	size_t start = at, size;
	uint32_t code = code_at(text, at, &size);

	if (is_genitive(text, at))
		return at + size + 1;
	at += size;
	if (!is_word(code))
		return at;
	while (at < text.len) {
		code = code_at(text, at, &size);
		if (!is_word(code) &&
		    (is_genitive(text, at) ||
		     !joins(slice_cut(text, start, at), text, at, code, size)))
			break;
		at += size;
	}
	return at;
}

/* Keys and kinds as part of a tag: anything that ends a column comes out as "_". */
static void
write_label(struct output *out, struct slice label)
{
	size_t i;

	for (i = 0; i < label.len; i++)
		output_char(out, text_is_alnum((unsigned char)label.at[i]) ||
					 one_of("-.+", label.at[i])
				     ? label.at[i]
				     : '_');
}

static void
write_tag(struct output *out, const struct span *span, bool begins)
{
	output_char(out, '\t');
	if (!span) {
		output_char(out, 'O');
		return;
	}
	output_string(out, begins ? "B-" : "I-");
	write_label(out, kind_is_name(span->kind) || slice_is(span->key, "-")
			     ? span->name
			     : span->key);
}

/* A number sign would make the line a comment for some readers; its wide form does not.
 */
static void
write_token(struct output *out, struct slice token)
{
	size_t n, size;

	if (token.at[0] == '#') {
		output_string(out, "\xef\xbc\x83");
		token = slice_cut(token, 1, token.len);
	}
	while (token.len > 0) {
		n = escape_plain(token);
		output_slice(out, slice_cut(token, 0, n));
		token = slice_cut(token, n, token.len);
		if (token.len == 0)
			break;
		text_decode(token.at, token.len, &size);
		output_string(out, "\xef\xbf\xbd");
		token = slice_cut(token, size, token.len);
	}
}

/* The tokens of one stretch; none reaches over its end, so that spans end with tokens. */
static bool
write_stretch(struct output *out, struct slice text, const struct segment *segment,
	      const struct span *last[TAGS])
{
	struct slice stretch = slice_cut(text, 0, segment->to);
	size_t at = segment->from, end, size;
	bool any = false;
	int i;

	while (at < stretch.len) {
		if (is_gap(code_at(stretch, at, &size))) {
			at += size;
			continue;
		}
		end = token_end(stretch, at);
		write_token(out, slice_cut(stretch, at, end));
		for (i = 0; i < TAGS; i++) {
			write_tag(out, segment->on[layers[i]],
				  last[i] != segment->on[layers[i]]);
			last[i] = segment->on[layers[i]];
		}
		output_char(out, '\n');
		any = true;
		at = end;
	}
	return any;
}

static void
write_unit(struct output *out, const struct unit *unit)
{
	const struct span *last[TAGS] = {NULL};
	struct segments segments;
	struct segment segment;
	bool any = false;

	segments_begin(&segments, unit, 0, (uint32_t)unit->text.len);
	while (segments_next(&segments, &segment))
		any |= write_stretch(out, unit->text, &segment, last);
	if (any)
		output_char(out, '\n');
}

/* Boilerplate and metadata are nothing to learn from. */
static bool
is_wanted(const struct unit *unit)
{
	return unit->kind != KIND_NOTE && unit->kind != KIND_META;
}

static void
conll_document(struct render *render, void *state, const struct document *document)
{
	size_t i;

	(void)state;
	output_string(render->out, "-DOCSTART-\t");
	write_label(render->out, document->id);
	output_string(render->out, "\t-X-\tO\n\n");
	for (i = 0; i < document->unit_count; i++)
		if (is_wanted(&document->units[i]))
			write_unit(render->out, &document->units[i]);
}

const struct format format_conll = {
    .name = "conll",
    .purpose = "a token a line with IOB2 tags: act, topic, name",
    .document = conll_document,
};
