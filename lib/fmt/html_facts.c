#include "html_page.h"

const struct page_kind page_kinds[PAGE_KINDS] = {
    {KIND_PERSON, "person", "People"},
    {KIND_ROLE, "role", NULL},
    {KIND_COUNTRY, "country", "Countries"},
    {KIND_PLACE, "place", "Places"},
    {KIND_ORG, "org", "Organisations"},
    {KIND_EVENT, "event", "Events"},
    {KIND_INSTRUMENT, "instrument", "Instruments"},
    {KIND_DATE, "date", NULL},
    {KIND_MONEY, "money", "Money"},
    {KIND_TOPIC, "topic", "Topics"},
    {KIND_ABBREV, "abbrev", NULL},
    {KIND_ACT, "act", NULL},
    {KIND_OTHER, "other", NULL},
};

const char *
html_family(const struct span *span)
{
	struct slice cameo;

	if (!attr_find(span->attrs, "cameo", &cameo) || cameo.len < 2)
		return "";
	if (slice_is(cameo, "05") || slice_is(cameo, "03"))
		return " good";
	if (slice_is(cameo, "02"))
		return " ask";
	return cameo.at[0] == '1' ? " bad" : "";
}

static void
write_code(struct page *page, struct slice code)
{
	if (code.len == 0)
		return;
	put(page, "<span class=\"code\">");
	html_text(page, code);
	put(page, "</span>");
}

static void
write_people(struct page *page)
{
	const struct facts *facts = &page->facts;
	const struct who *who;
	size_t i;

	hash_clear(&page->listed);
	if (facts->people_count == 0)
		return;
	put(page, "<section><h3>");
	put(page, facts->people[0].taking_part ? "Took part" : "People");
	put(page, "</h3><ul>\n");
	for (i = 0; i < facts->people_count; i++) {
		who = &facts->people[i];
		if (who->name.len + who->key.len == 0)
			continue;
		*hash_place(&page->listed, who->key,
			    hash_bytes(who->key.at, who->key.len)) = 1;
		put(page, "<li><span class=\"dot top2 person\"></span><span><b>");
		html_text(page, who->name.len > 0 ? who->name : who->key);
		put(page, "</b>");
		if (who->office.len > 0) {
			put(page, "<small>");
			html_text(page, who->office);
			put(page, "</small>");
		}
		put(page, "</span>");
		write_code(page, who->country);
		put(page, "</li>\n");
	}
	put(page, "</ul></section>\n");
}

/* Those who took part stand above already. */
static bool
is_listed(const struct page *page, const struct named *named)
{
	return named->kind == KIND_PERSON &&
	       hash_find(&page->listed, named->key,
			 hash_bytes(named->key.at, named->key.len)) != HASH_NONE;
}

static void
write_named(struct page *page, const struct named *named)
{
	put(page, "<li><span class=\"dot ");
	put(page, kind_names[named->kind]);
	put(page, "\"></span><span>");
	html_text(page, named->kind == KIND_TOPIC || named->text.len == 0 ? named->key
									  : named->text);
	put(page, "</span>");
	if (named->kind == KIND_COUNTRY)
		write_code(page, named->key);
	if (named->count > 1) {
		put(page, "<span class=\"n\">\xc3\x97");
		put_number(page, named->count);
		put(page, "</span>");
	}
	put(page, "</li>\n");
}

static void
write_kind(struct page *page, enum kind kind, const char *title)
{
	const struct named **ranked;
	bool begun = false;
	size_t count, i;

	ranked = facts_ranked(&page->facts, kind, page->arena, &count);
	for (i = 0; i < count; i++) {
		if (is_listed(page, ranked[i]))
			continue;
		if (!begun) {
			put(page, "<section><h3>");
			put(page, kind == KIND_PERSON && page->facts.people_count > 0
				      ? "Also named"
				      : title);
			put(page, kind == KIND_COUNTRY ? "</h3><ul>\n"
						       : "</h3><ul class=\"chips\">\n");
		}
		begun = true;
		write_named(page, ranked[i]);
	}
	if (begun)
		put(page, "</ul></section>\n");
}

void
html_facts(struct page *page)
{
	size_t i;

	put(page, "<aside>\n");
	write_people(page);
	for (i = 0; i < PAGE_KINDS; i++)
		if (page_kinds[i].title)
			write_kind(page, page_kinds[i].kind, page_kinds[i].title);
	put(page, "</aside>\n");
}

static void
write_parties(struct page *page, struct slice label)
{
	if (label.len > 0)
		html_text(page, label);
	else
		put(page, "<span class=\"none\">\xe2\x80\x94</span>");
}

static void
write_deed(struct page *page, const struct deed *deed)
{
	put(page, "<td class=\"did\"><span class=\"badge");
	put(page, html_family(deed->span));
	put(page, "\">");
	html_text(page, deed->act);
	put(page, "</span></td><td class=\"whom\">");
	write_parties(page, facts_names(&page->facts, page->arena, deed->to));
	put(page, "</td><td class=\"words\"><a href=\"#");
	html_unit_id(page, deed->unit);
	put(page, "\">");
	html_text(page, deed->text);
	put(page, "</a></td></tr>\n");
}

/* The deeds ordered by actor, those of one actor in the order of the text. */
static const struct deed **
order_deeds(struct page *page)
{
	const struct facts *facts = &page->facts;
	const struct deed **ordered =
	    arena_take(page->arena, (facts->deed_count + 1) * sizeof *ordered);
	size_t *next = arena_take(page->arena, (facts->actor_count + 1) * sizeof *next);
	size_t i;

	next[0] = 0;
	for (i = 0; i < facts->actor_count; i++)
		next[i + 1] = next[i] + facts->actors[i].deeds;
	for (i = 0; i < facts->deed_count; i++)
		ordered[next[facts->deeds[i].group]++] = &facts->deeds[i];
	return ordered;
}

/* Rows of one actor share his cell. */
void
html_deeds(struct page *page)
{
	const struct facts *facts = &page->facts;
	const struct deed **deed = order_deeds(page);
	uint32_t row;
	size_t i;

	if (facts->deed_count == 0)
		return;
	put(page,
	    "<section class=\"deeds\"><h3>Who did what</h3>\n<table>\n"
	    "<thead><tr><th class=\"who\">Who</th><th class=\"did\">Did</th>"
	    "<th class=\"whom\">To whom</th><th>In the document\xe2\x80\x99s words</th>"
	    "</tr></thead>\n");
	for (i = 0; i < facts->actor_count; i++) {
		put(page, "<tbody><tr><th scope=\"rowgroup\" rowspan=\"");
		put_number(page, facts->actors[i].deeds);
		put(page, "\">");
		write_parties(page, facts->actors[i].label);
		put(page, "</th>");
		for (row = 0; row < facts->actors[i].deeds; row++) {
			if (row > 0)
				put(page, "<tr>");
			write_deed(page, *deed++);
		}
		put(page, "</tbody>\n");
	}
	put(page, "</table></section>\n");
}
