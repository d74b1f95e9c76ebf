#include <stdlib.h>

#include "diag.h"
#include "escape.h"
#include "format.h"
#include "html_page.h"
#include "html_style.h"
#include "list.h"
#include "marks.h"

/* A line of the contents, which come behind the documents they are about. */
struct page_entry {
	struct slice title, date, type;
};

static const char *
reference(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	}
	return NULL;
}

static void
write_plain(struct output *out, struct slice s)
{
	size_t from = 0, i;
	const char *instead;

	for (i = 0; i < s.len; i++) {
		instead = reference(s.at[i]);
		if (!instead)
			continue;
		output_bytes(out, s.at + from, i - from);
		output_string(out, instead);
		from = i + 1;
	}
	output_bytes(out, s.at + from, s.len - from);
}

void
html_text(struct page *page, struct slice s)
{
	write_plain(page->out, escape_copy(page->arena, s));
}

/* title="person aino-lehtoranta · country: FI" */
static void
write_hover(struct page *page, const struct span *span)
{
	struct slice attrs = span->attrs, name, value;
	char *buffer;

	put(page, " title=\"");
	html_text(page, span->name);
	if (!slice_is(span->key, "-")) {
		put(page, " ");
		html_text(page, span->key);
	}
	while (attr_next(&attrs, &name, &value)) {
		buffer = arena_bytes(page->arena, value.len + 1);
		put(page, " \xc2\xb7 ");
		html_text(page, name);
		put(page, ": ");
		html_text(page, (struct slice){buffer, attr_unescape(value, buffer)});
	}
	put(page, "\"");
}

static void
mark_open(void *context, const struct span *span)
{
	struct page *page = context;

	put(page, "<mark class=\"");
	if (kind_is_name(span->kind))
		put(page, "name ");
	put(page, span->kind <= KIND_ACT ? kind_names[span->kind] : "other");
	if (span->kind == KIND_ACT)
		put(page, html_family(span));
	put(page, "\"");
	write_hover(page, span);
	put(page, ">");
}

static void
mark_close(void *context, const struct span *span)
{
	(void)span;
	put(context, "</mark>");
}

static void
mark_text(void *context, struct slice text)
{
	html_text(context, text);
}

static const struct mark_writer marks = {mark_text, mark_open, mark_close};

void
html_unit_id(struct page *page, const struct unit *unit)
{
	put(page, "d");
	put_number(page, page->count);
	put(page, "-");
	put_number(page, unit->para);
	put(page, "-");
	put_number(page, unit->sent);
}

static void
write_unit(struct page *page, const char *tag, const struct unit *unit)
{
	struct slice source;

	put(page, "<");
	put(page, tag);
	put(page, " id=\"");
	html_unit_id(page, unit);
	put(page, "\"");
	if (attr_find(unit->attrs, "src", &source)) {
		put(page, " data-src=\"");
		html_text(page, source);
		put(page, "\"");
	}
	if (unit->missing)
		put(page, " class=\"gap\"");
	put(page, ">");
	marks_walk(unit, page->arena, &marks, page);
	put(page, "</");
	put(page, tag);
	put(page, ">");
}

/* What kind of block a unit stands in. */
static const char *
block_of(const struct unit *unit)
{
	switch (unit->kind) {
	case KIND_ITEM:
		return "ul";
	case KIND_HEAD:
	case KIND_TITLE:
		return "p class=\"head\"";
	case KIND_NOTE:
		return "p class=\"note\"";
	default:
		return "p";
	}
}

static void
close_block(struct page *page, const char *block)
{
	if (block)
		put(page, block[0] == 'u' ? "</ul>\n" : "</p>\n");
}

static void
write_body(struct page *page, const struct document *document)
{
	const char *block = NULL, *next;
	const struct unit *unit;
	uint32_t para = 0;
	size_t i;

	put(page, "<div class=\"text\">\n");
	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit->kind == KIND_META || unit == document->title)
			continue;
		next = block_of(unit);
		/* A list goes on over the paragraphs that its items are. */
		if (block != next || (unit->para != para && unit->kind != KIND_ITEM)) {
			close_block(page, block);
			put(page, "<");
			put(page, next);
			put(page, ">");
		} else {
			put(page, unit->kind == KIND_ITEM ? "\n" : " ");
		}
		write_unit(page, unit->kind == KIND_ITEM ? "li" : "span", unit);
		block = next;
		para = unit->para;
	}
	close_block(page, block);
	put(page, "</div>\n");
}

static void
write_when(struct page *page)
{
	const struct meeting *meeting = &page->facts.meeting;
	const struct slice published = page->facts.published;
	const struct slice rest[2] = {meeting->place, meeting->mode};
	size_t i;

	put(page, "<p class=\"when\">");
	if (meeting->type.len > 0) {
		put(page, "<b>");
		html_text(page, meeting->type);
		put(page, "</b>");
	}
	if (meeting->date.len > 0 || published.len > 0) {
		put(page, date_is_day(meeting->date) ? "<time>" : "<span>");
		if (meeting->date.len == 0)
			put(page, "published ");
		html_text(page, meeting->date.len > 0 ? meeting->date : published);
		put(page, date_is_day(meeting->date) ? "</time>" : "</span>");
	}
	for (i = 0; i < sizeof rest / sizeof rest[0]; i++) {
		if (rest[i].len == 0)
			continue;
		put(page, "<span>");
		html_text(page, rest[i]);
		put(page, "</span>");
	}
	put(page, "</p>\n");
}

static void
write_head(struct page *page, const struct document *document)
{
	put(page, "<header>\n");
	write_when(page);
	put(page, "<h2>");
	if (document->title)
		write_unit(page, "span", document->title);
	else
		html_text(page, document->id);
	put(page, "</h2>\n</header>\n");
}

/* Where the document comes from: its metadata, as they stand. */
static void
write_origin(struct page *page, const struct document *document)
{
	const struct unit *unit;
	size_t i;

	put(page, "<p class=\"from\">");
	html_text(page, document->id);
	for (i = 0; i < document->unit_count; i++) {
		unit = &document->units[i];
		if (unit->kind != KIND_META)
			continue;
		put(page, " \xc2\xb7 ");
		html_text(page, unit->key);
		put(page, ": ");
		html_text(page, unit->text);
	}
	put(page, "</p>\n");
}

static void
keep_entry(struct page *page)
{
	const struct facts *facts = &page->facts;
	const struct meeting *meeting = &facts->meeting;
	struct page_entry *entry;

	page->entries =
	    grow(page->entries, page->count, &page->capacity, sizeof *page->entries);
	entry = &page->entries[page->count++];
	entry->title = arena_copy(&page->kept, facts->title);
	entry->type = arena_copy(&page->kept, meeting->type);
	entry->date = arena_copy(&page->kept, meeting->date.len > 0 ? meeting->date
								    : facts->published);
}

static void
html_document(struct render *render, void *state, const struct document *document)
{
	struct page *page = state;

	page->arena = &render->arena;
	facts_find(&page->facts, page->arena, document);
	keep_entry(page);
	put(page, "<article id=\"d");
	put_number(page, page->count);
	put(page, "\">\n");
	write_head(page, document);
	write_body(page, document);
	html_facts(page);
	html_deeds(page);
	write_origin(page, document);
	put(page, "</article>\n");
}

static void
write_legend(struct page *page)
{
	size_t i;

	put(page, "<fieldset class=\"legend\"><legend>Show</legend>\n");
	for (i = 0; i < PAGE_KINDS; i++) {
		put(page, "<label><input type=\"checkbox\" checked id=\"k-");
		put(page, page_kinds[i].name);
		put(page, "\"><i class=\"");
		put(page, page_kinds[i].name);
		put(page, "\"></i>");
		put(page, page_kinds[i].name);
		put(page, "</label>\n");
	}
	put(page, "</fieldset>\n");
}

static void *
html_begin(struct render *render)
{
	struct page *page = calloc(1, sizeof *page);
	const char *const *line;

	if (!page)
		diag_no_memory();
	page->out = render->out;
	/* Whatever slipped through the escapes, the page runs and loads nothing. */
	put(page,
	    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" "
	    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	    "<meta name=\"generator\" content=\"readout-fmt\">\n"
	    "<title>Readouts</title>\n<style>\n");
	for (line = html_style; *line; line++) {
		put(page, *line);
		put(page, "\n");
	}
	put(page,
	    "</style>\n</head>\n<body>\n<header class=\"top\">\n"
	    "<a class=\"skip\" href=\"#contents\">Contents</a>\n<h1>Readouts</h1>\n");
	write_legend(page);
	put(page, "</header>\n<main>\n");
	return page;
}

static void
write_contents(struct page *page)
{
	const struct page_entry *entry;
	size_t i;

	put(page,
	    "<nav id=\"contents\" aria-label=\"Contents\">\n<p class=\"nav-title\">");
	put_number(page, page->count);
	put(page, page->count == 1 ? " readout</p>\n<ol>\n" : " readouts</p>\n<ol>\n");
	for (i = 0; i < page->count; i++) {
		entry = &page->entries[i];
		put(page, "<li><a href=\"#d");
		put_number(page, i + 1);
		put(page, "\"><small>");
		html_text(page, entry->date);
		put(page, entry->date.len > 0 && entry->type.len > 0 ? " \xc2\xb7 " : "");
		html_text(page, entry->type);
		put(page, "</small>");
		html_text(page, entry->title);
		put(page, "</a></li>\n");
	}
	put(page, "</ol>\n</nav>\n");
}

static void
html_end(struct render *render, void *state)
{
	struct page *page = state;

	page->arena = &render->arena;
	put(page, "</main>\n");
	write_contents(page);
	put(page, "</body>\n</html>\n");
	facts_free(&page->facts);
	hash_free(&page->listed);
	arena_free(&page->kept);
	free(page->entries);
	free(page);
}

const struct format format_html = {
    .name = "html",
    .purpose = "one page by itself: marked text, facts, who did what, contents",
    .begin = html_begin,
    .document = html_document,
    .end = html_end,
};
