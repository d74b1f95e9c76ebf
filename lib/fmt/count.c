#include <stdlib.h>

#include "cell.h"
#include "diag.h"
#include "escape.h"
#include "facts.h"
#include "format.h"
#include "list.h"
#include "palette.h"
#include "width.h"

enum {
	GAP = 2,
	WIDEST_KIND = 16,
	WIDEST_KEY = 40,
	LONGEST_BAR = 20, /* columns */
	SHORTEST_BAR = 5, /* one that is shorter tells nothing */
	LEAST_TEXT = 10,
	LONGEST_TEXT = 160, /* bytes of a text that is counted; the rest is left out */
};

/* A kind and key. */
struct tally {
	enum kind kind;
	struct slice name, key; /* name: of the kind */
	uint64_t documents, mentions;
	uint64_t last;	   /* document that has been counted, from 1 */
	struct slice text; /* the most frequent, escaped */
	uint64_t text_mentions;
};

/* A text of a tally. Both grow with what is different, not with what there is. */
struct wording {
	uint32_t tally;
	struct slice text;
	uint64_t mentions;
};

struct count {
	struct arena arena;
	struct hash tally_index, wording_index;
	struct tally *tallies;
	size_t tally_count, tally_capacity;
	struct wording *wordings;
	size_t wording_count, wording_capacity;
	uint64_t documents;
};

/* "KIND\tKEY" */
static uint32_t
find_tally(struct count *count, struct arena *scratch, const struct span *span)
{
	size_t len = span->name.len + 1 + span->key.len;
	char *bytes = arena_bytes(scratch, len);
	struct slice id = {bytes, len};
	uint32_t hash, number;

	memcpy(bytes, span->name.at, span->name.len);
	bytes[span->name.len] = '\t';
	memcpy(bytes + span->name.len + 1, span->key.at, span->key.len);
	hash = hash_bytes(id.at, id.len);
	number = hash_find(&count->tally_index, id, hash);
	if (number != HASH_NONE)
		return number;
	number = (uint32_t)count->tally_count;
	id = arena_copy(&count->arena, id);
	*hash_place(&count->tally_index, id, hash) = number;
	count->tallies = grow(count->tallies, count->tally_count, &count->tally_capacity,
			      sizeof *count->tallies);
	count->tallies[count->tally_count++] = (struct tally){
	    .kind = span->kind,
	    .name = slice_cut(id, 0, span->name.len),
	    .key = slice_cut(id, span->name.len + 1, len),
	};
	return number;
}

static void
count_wording(struct count *count, struct arena *scratch, uint32_t tally,
	      struct slice text)
{
	char *bytes = arena_bytes(scratch, sizeof tally + text.len);
	struct slice id = {bytes, sizeof tally + text.len};
	uint32_t hash, number;

	memcpy(bytes, &tally, sizeof tally);
	memcpy(bytes + sizeof tally, text.at, text.len);
	hash = hash_bytes(id.at, id.len);
	number = hash_find(&count->wording_index, id, hash);
	if (number == HASH_NONE) {
		number = (uint32_t)count->wording_count;
		id = arena_copy(&count->arena, id);
		*hash_place(&count->wording_index, id, hash) = number;
		count->wordings = grow(count->wordings, count->wording_count,
				       &count->wording_capacity, sizeof *count->wordings);
		count->wordings[count->wording_count++] = (struct wording){
		    .tally = tally, .text = slice_cut(id, sizeof tally, id.len)};
	}
	count->wordings[number].mentions++;
}

/* What an act's own words are is its verb; a meeting's is another each time. */
static struct slice
wording_of(struct arena *arena, const struct span *span)
{
	struct slice text = span->text;
	size_t len = LONGEST_TEXT;

	if (span->kind == KIND_ACT)
		text = facts_attr(arena, span->attrs, "verb");
	else if (span->kind == KIND_MEETING)
		text.len = 0;
	if (text.len <= LONGEST_TEXT)
		return text;
	while (len > 0 && ((unsigned char)text.at[len] & 0xC0) == 0x80)
		len--;
	return slice_cut(text, 0, len);
}

static void
count_span(struct count *count, struct arena *arena, const struct span *span)
{
	uint32_t number = find_tally(count, arena, span);
	struct tally *tally = &count->tallies[number];
	struct slice text = facts_value(wording_of(arena, span));

	tally->mentions++;
	tally->documents += tally->last != count->documents;
	tally->last = count->documents;
	if (text.len > 0)
		count_wording(count, arena, number, text);
}

static void *
count_begin(struct render *render)
{
	struct count *count = calloc(1, sizeof *count);

	(void)render;
	if (!count)
		diag_no_memory();
	return count;
}

static void
count_document(struct render *render, void *state, const struct document *document)
{
	struct count *count = state;
	size_t i, j;

	count->documents++;
	for (i = 0; i < document->unit_count; i++)
		for (j = 0; j < document->units[i].span_count; j++)
			count_span(count, &render->arena, &document->units[i].spans[j]);
	for (i = 0; i < document->fact_count; i++)
		count_span(count, &render->arena, &document->facts[i]);
}

/* Of equally frequent texts the longer, then the first by its bytes. */
static void
choose_wordings(struct count *count)
{
	const struct wording *wording = count->wordings;
	struct tally *tally;
	size_t i;
	int longer;

	for (i = 0; i < count->wording_count; i++, wording++) {
		tally = &count->tallies[wording->tally];
		longer = (wording->text.len > tally->text.len) -
			 (wording->text.len < tally->text.len);
		if (wording->mentions > tally->text_mentions ||
		    (wording->mentions == tally->text_mentions &&
		     (longer > 0 ||
		      (longer == 0 && list_compare(wording->text, tally->text) < 0)))) {
			tally->text = wording->text;
			tally->text_mentions = wording->mentions;
		}
	}
}

static int
compare_tallies(const void *one, const void *other)
{
	const struct tally *a = one, *b = other;
	int order;

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if ((order = list_compare(a->name, b->name)) != 0)
		return order;
	if (a->documents != b->documents)
		return a->documents > b->documents ? -1 : 1;
	if (a->mentions != b->mentions)
		return a->mentions > b->mentions ? -1 : 1;
	return list_compare(a->key, b->key);
}

struct widths {
	size_t kind, key, documents, mentions, text;
	size_t bar; /* of the longest bar; 0: none */
};

static void
widen(size_t *width, size_t columns, size_t most)
{
	if (columns > most)
		columns = most;
	if (columns > *width)
		*width = columns;
}

static struct widths
measure(const struct render *render, const struct count *count)
{
	struct widths widths = {.kind = 4, .key = 3, .documents = 9, .mentions = 8};
	const struct tally *tally = count->tallies;
	size_t i, used, left;

	for (i = 0; i < count->tally_count; i++, tally++) {
		widen(&widths.kind, width_text(tally->name), WIDEST_KIND);
		widen(&widths.key, width_text(tally->key), WIDEST_KEY);
		widen(&widths.documents, cell_digits(tally->documents), SIZE_MAX);
		widen(&widths.mentions, cell_digits(tally->mentions), SIZE_MAX);
	}
	used = widths.kind + widths.key + widths.documents + widths.mentions + 4 * GAP;
	left = render->width > used ? render->width - used : 0;
	if (render->terminal && left / 2 >= SHORTEST_BAR + GAP) {
		widths.bar = left / 2 - GAP;
		if (widths.bar > LONGEST_BAR)
			widths.bar = LONGEST_BAR;
		left -= widths.bar + GAP;
	}
	widths.text = left > LEAST_TEXT ? left : LEAST_TEXT;
	return widths;
}

/* Eighths of a column; even one mention shows. */
static void
write_bar(struct render *render, const struct tally *tally, uint64_t most, size_t width)
{
	static const char parts[8][4] = {"",
					 "\xe2\x96\x8f",
					 "\xe2\x96\x8e",
					 "\xe2\x96\x8d",
					 "\xe2\x96\x8c",
					 "\xe2\x96\x8b",
					 "\xe2\x96\x8a",
					 "\xe2\x96\x89"};
	uint64_t eighths = most > 0 ? tally->mentions * 8 * width / most : 0, i;
	char bar[LONGEST_BAR * 3 + 4];
	size_t len = 0;

	if (eighths == 0)
		eighths = 1;
	for (i = 0; i < eighths / 8; i++, len += 3)
		memcpy(bar + len, "\xe2\x96\x88", 3);
	memcpy(bar + len, parts[eighths % 8], 3);
	len += eighths % 8 ? 3 : 0;
	cell_write_styled(render, (struct slice){bar, len}, width + GAP, false,
			  palette_style(tally->kind));
}

static void
write_head(struct output *out, const struct widths *widths)
{
	cell_write(out, SLICE("kind"), widths->kind + GAP, false);
	cell_write(out, SLICE("key"), widths->key + GAP, false);
	cell_pad(out, widths->documents - 9);
	output_string(out, "documents  ");
	cell_pad(out, widths->mentions - 8);
	output_string(out, "mentions  ");
	if (widths->bar > 0)
		cell_pad(out, widths->bar + GAP);
	output_string(out, "text\n");
}

static void
write_tally(struct render *render, const struct widths *widths, const struct tally *tally,
	    uint64_t most)
{
	struct output *out = render->out;
	bool cut = render->cut;

	cell_write_styled(render, tally->name, widths->kind, cut,
			  palette_style(tally->kind));
	cell_pad(out, GAP);
	cell_write(out, tally->key, widths->key, cut);
	cell_pad(out, GAP);
	cell_write_number(out, tally->documents, widths->documents);
	cell_pad(out, GAP);
	cell_write_number(out, tally->mentions, widths->mentions);
	cell_pad(out, GAP);
	if (widths->bar > 0)
		write_bar(render, tally, most, widths->bar);
	cell_write_last(render, tally->text, widths->text, cut, 0);
	output_char(out, '\n');
}

static bool
same_kind(const struct tally *a, const struct tally *b)
{
	return a->kind == b->kind && slice_equal(a->name, b->name);
}

/* The longest bar of a kind is that of its most frequent key. */
static uint64_t
most_mentions(const struct tally *tally, const struct tally *end)
{
	const struct tally *first = tally;
	uint64_t most = 0;

	for (; tally < end && same_kind(tally, first); tally++)
		if (tally->mentions > most)
			most = tally->mentions;
	return most;
}

static void
write_all(struct render *render, struct count *count)
{
	struct tally *tally = count->tallies, *end = tally + count->tally_count;
	struct widths widths;
	uint64_t most = 0;

	for (; tally < end; tally++) {
		tally->name = escape_copy(&count->arena, tally->name);
		tally->key = escape_copy(&count->arena, tally->key);
		tally->text = tally->text.len > 0
				  ? escape_copy(&count->arena, tally->text)
				  : SLICE("-");
	}
	widths = measure(render, count);
	if (count->tally_count > 0)
		write_head(render->out, &widths);
	for (tally = count->tallies; tally < end; tally++) {
		if (tally == count->tallies || !same_kind(tally, tally - 1))
			most = most_mentions(tally, end);
		write_tally(render, &widths, tally, most);
	}
}

static void
count_end(struct render *render, void *state)
{
	struct count *count = state;

	choose_wordings(count);
	if (count->tally_count > 0)
		qsort(count->tallies, count->tally_count, sizeof *count->tallies,
		      compare_tallies);
	write_all(render, count);
	hash_free(&count->tally_index);
	hash_free(&count->wording_index);
	arena_free(&count->arena);
	free(count->tallies);
	free(count->wordings);
	free(count);
}

const struct format format_tally = {
    .name = "count",
    .purpose =
	"kind, key, documents, mentions, text: the most frequent first",
    .begin = count_begin,
    .document = count_document,
    .end = count_end,
};
