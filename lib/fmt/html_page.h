/* What the parts of the page share: html.c writes it, html_facts.c what is beside the
 * text. */
#ifndef READOUT_FMT_HTML_PAGE_H
#define READOUT_FMT_HTML_PAGE_H

#include "facts.h"
#include "format.h"

struct page_entry;

struct page {
	struct output *out;
	struct arena *arena; /* of the document */
	struct facts facts;
	struct hash listed; /* keys of people among the facts */
	struct arena kept;  /* what the contents need */
	struct page_entry *entries;
	size_t count, capacity; /* documents so far */
};

/* What the page calls a kind: in the legend; over the facts, or NULL for none there. */
struct page_kind {
	enum kind kind;
	const char *name, *title;
};
enum { PAGE_KINDS = 13 };
extern const struct page_kind page_kinds[PAGE_KINDS];

static inline void
put(struct page *page, const char *markup)
{
	output_string(page->out, markup);
}

static inline void
put_number(struct page *page, size_t number)
{
	output_number(page->out, number);
}

/* The one way of records into the page: for text between tags and for quoted attributes.
 */
void html_text(struct page *page, struct slice s);

/* "d1-2-3": the third unit of the second paragraph of the first document. */
void html_unit_id(struct page *page, const struct unit *unit);

/* The family of an act, by its CAMEO root, as a class with a blank before it, or "". */
const char *html_family(const struct span *span);

/* The side panel: who took part, what is named how often. */
void html_facts(struct page *page);

/* The table of who did what. */
void html_deeds(struct page *page);

#endif
