#include "publisher.h"

#include "text.h"

/*
 * ISO 3166 and the top-level domains agree but for "uk"; ".gov" and ".mil" are the
 * United States'. An address in digits is nobody's.
 */
static void
country_of_host(struct slice host, char country[3])
{
	if (slice_ends(host, SLICE(".gov")) || slice_ends(host, SLICE(".mil"))) {
		memcpy(country, "US", 3);
	} else if (slice_ends(host, SLICE(".uk"))) {
		memcpy(country, "GB", 3);
	} else if (host.len > 3 && host.at[host.len - 3] == '.' &&
		   text_is_alpha((unsigned char)host.at[host.len - 2]) &&
		   text_is_alpha((unsigned char)host.at[host.len - 1]) &&
		   !slice_ends(host, SLICE(".eu"))) {
		country[0] = (char)(host.at[host.len - 2] & ~32);
		country[1] = (char)(host.at[host.len - 1] & ~32);
		country[2] = '\0';
	}
}

/* The text before that byte, or the whole. */
static struct slice
before_byte(struct slice text, char c)
{
	const char *at = memchr(text.at, c, text.len);

	return at ? slice_cut(text, 0, (size_t)(at - text.at)) : text;
}

/* The host of "https://host:port/path". */
static struct slice
host_of(struct slice url)
{
	size_t start = slice_find(url, "://");

	if (start == url.len)
		return (struct slice){"", 0};
	return before_byte(before_byte(slice_cut(url, start + 3, url.len), '/'), ':');
}

/* The country of the body or state with whose name the text begins. */
static void
country_of_name(const struct lexicon *lexicon, struct slice name, char country[3])
{
	struct path path = {0};
	uint32_t e, word;
	size_t start = 0, end;

	for (; start < name.len; start = end + 1) {
		for (end = start; end < name.len && name.at[end] != ' '; end++)
			continue;
		word = lexicon_word(lexicon, name.at + start, end - start);
		path = start == 0 ? known_word(lexicon, word)->name : lexicon_step(lexicon, path, word);
		if (!path.node)
			return;
		for (e = path.entry; e; e = lexicon->entries[e].next)
			if (lexicon->entries[e].country[0] &&
			    (lexicon->entries[e].kind == ENTRY_ORG ||
				lexicon->entries[e].kind == ENTRY_COUNTRY))
				memcpy(country, lexicon->entries[e].country, 3);
	}
}

/* "Spokesperson", "Press Secretary": who speaks for a government. */
static bool
is_speaker(struct slice title)
{
	return (title.len > 7 && memcmp(title.at + 1, "pokespe", 7) == 0) ||
	    slice_ends(title, SLICE("Press Secretary"));
}

/* "a Treasury Spokesperson", "Pentagon Press Secretary": whose it is. */
static void
country_of_spokesperson(const struct document *document, const struct unit *unit,
    char country[3])
{
	uint32_t m;

	for (m = unit->mention + 1; m < unit->mention + unit->mention_count; m++) {
		const struct mention *role = &document->mentions[m], *body = role - 1;

		if (role->kind == NAME_ROLE && body->last == role->first && body->country[0] &&
		    is_speaker(mention_text(document, role)))
			memcpy(country, body->country, 3);
	}
}

/* A line that is no more than "Government of Chile". */
static void
country_of_government(const struct document *document, const struct unit *unit,
    char country[3])
{
	const struct mention *state = &document->mentions[unit->mention];

	if (unit->mention_count == 1 && unit->token_count < 8 && state->kind == NAME_COUNTRY &&
	    state->last == unit->token + unit->token_count &&
	    token_is(document, unit, unit->token, "government"))
		memcpy(country, state->country, 3);
}

void
publisher_country(const struct document *document, char country[3])
{
	struct slice value;
	size_t u;

	country[0] = '\0';
	for (u = 0; u < document->unit_count && !country[0]; u++) {
		const struct unit *unit = &document->units[u];

		if (unit->kind == UNIT_META) {
			if (slice_is(unit->record.key, "url") &&
			    attr_find(unit->record.attrs, "value", &value))
				country_of_host(host_of(value), country);
			else if (slice_is(unit->record.key, "publisher") &&
			    attr_find(unit->record.attrs, "value", &value))
				country_of_name(document->lexicon, value, country);
		} else if (unit->kind == UNIT_TITLE || unit->kind == UNIT_HEAD) {
			country_of_spokesperson(document, unit, country);
			if (!country[0])
				country_of_government(document, unit, country);
		}
	}
}
