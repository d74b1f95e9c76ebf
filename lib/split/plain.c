#include "plain.h"

#include <stdlib.h>

#include "../arena.h"
#include "../diag.h"

void
plain_init(struct plain *plain, const struct words *words)
{
	*plain = (struct plain){.words = words, .markup = true};
	/* A byte that is no UTF-8 becomes three. */
	plain->text = malloc(PLAIN_MOST_TEXT + 4 * PLAIN_MOST_RAW);
	if (!plain->text)
		diag_no_memory();
}

void
plain_free(struct plain *plain)
{
	free(plain->text);
	free(plain->stretches);
}

void
plain_clear(struct plain *plain)
{
	plain->len = 0;
	plain->stretch_count = plain->stretch_cursor = 0;
	plain->bold_count = 0;
	plain->bold_open = plain->bulleted = plain->ellipsis = false;
	plain->settled = SIZE_MAX;
}

void
plain_stretch(struct plain *plain, uint64_t source, size_t source_len)
{
	struct stretch *last;

	if (plain->stretch_count > 0) {
		last = &plain->stretches[plain->stretch_count - 1];
		if (last->text == plain->len) {
			*last =
			    (struct stretch){last->text, (uint32_t)source_len, source};
			return;
		}
		if (source_len == 0 && last->source_len == 0 &&
		    last->source + (plain->len - last->text) == source)
			return;
	}
	plain->stretches = grow(plain->stretches, plain->stretch_count,
				&plain->stretch_capacity, sizeof *plain->stretches);
	plain->stretches[plain->stretch_count++] =
	    (struct stretch){(uint32_t)plain->len, (uint32_t)source_len, source};
}

void
plain_trim(struct plain *plain)
{
	while (plain->len > 0 && plain->text[plain->len - 1] == ' ')
		plain->len--;
}

/* The stretch that the byte at belongs to; at never goes back much. */
static size_t
stretch_at(struct plain *plain, size_t at)
{
	size_t i = plain->stretch_cursor;

	if (i >= plain->stretch_count || plain->stretches[i].text > at)
		i = 0;
	while (i + 1 < plain->stretch_count && plain->stretches[i + 1].text <= at)
		i++;
	return plain->stretch_cursor = i;
}

void
plain_source(struct plain *plain, size_t from, size_t to, uint64_t *source_from,
	     uint64_t *source_to)
{
	const struct stretch *stretch = &plain->stretches[stretch_at(plain, from)];

	*source_from = stretch->source + (stretch->source_len ? 0 : from - stretch->text);
	stretch = &plain->stretches[stretch_at(plain, to - 1)];
	*source_to = stretch->source +
		     (stretch->source_len ? stretch->source_len : to - stretch->text);
}

void
plain_drop(struct plain *plain, size_t n)
{
	size_t first, i;

	if (n == 0)
		return;
	if (n >= plain->len) {
		plain_clear(plain);
		return;
	}
	first = stretch_at(plain, n);
	memmove(plain->text, plain->text + n, plain->len - n);
	plain->len -= n;
	for (i = first; i < plain->stretch_count; i++) {
		struct stretch stretch = plain->stretches[i];

		if (i == first) {
			if (stretch.source_len == 0)
				stretch.source += n - stretch.text;
			stretch.text = 0;
		} else {
			stretch.text -= (uint32_t)n;
		}
		plain->stretches[i - first] = stretch;
	}
	plain->stretch_count -= first;
	plain->stretch_cursor = 0;
	plain->bold_count = 0;
}
