/* the words of a person's mention → what tells one person from another */
#include "person_key.h"

#include <string.h>

#include "text.h"

/* An initial, a suffix, a particle: of no weight when names are compared. */
static bool
is_small(const struct token *token)
{
	return token->shape & (SHAPE_MARK | SHAPE_INITIAL) || token->classes & CLASS_SUFFIX ||
	    (token->classes & CLASS_PARTICLE && !(token->shape & SHAPE_CAPITAL));
}

/* "Al-Saidi" at the beginning of a sentence is "al-Saidi". */
static bool
is_hyphened_particle(const struct document *document, const struct mention *mention, uint32_t i)
{
	const struct token *token = &document->tokens[i];

	return token->classes & CLASS_PARTICLE && i == mention->first && i + 1 < mention->last &&
	    (mention_unit(document, mention)->record.text.at[token->end - 1] == '-' ||
		(document->tokens[i + 1].first == '-' && document->tokens[i + 1].shape & SHAPE_MARK));
}

bool
name_word_counts(const struct document *document, const struct mention *mention, uint32_t i)
{
	return !is_small(&document->tokens[i]) && !is_hyphened_particle(document, mention, i);
}

uint32_t
name_word(const struct document *document, const struct mention *mention, uint32_t i)
{
	const struct token *token = &document->tokens[i];
	struct slice text = token_text(document, mention_unit(document, mention), i);
	char buffer[32];
	uint32_t word;
	size_t at;

	if (!(token->shape & SHAPE_ALL_CAPS) || text.len < 3 || text.len > sizeof buffer)
		return token->word;
	for (at = 0; at < text.len; at++) {
		if ((unsigned char)text.at[at] >= 0x80)
			return token->word;
		buffer[at] = at ? text_lower_byte(text.at[at]) : text.at[at];
	}
	word = lexicon_word(document->lexicon, buffer, text.len);
	return word ? word : token->word;
}

bool
given_names_agree(const struct document *document, const struct mention *a,
    const struct mention *b)
{
	const struct lexicon *lexicon = document->lexicon;
	struct slice p = token_text(document, mention_unit(document, a), a->first);
	struct slice q = token_text(document, mention_unit(document, b), b->first);
	uint32_t v = document->tokens[a->first].word, w = document->tokens[b->first].word;

	if (p.at[0] != q.at[0] || p.len < 2 || q.len < 2)
		goto nickname;
	if (p.at[p.len - 1] == '.' || q.at[q.len - 1] == '.')
		return true;
	if (p.len >= 3 && q.len >= 3 && (slice_starts(p, q) || slice_starts(q, p)))
		return true;
nickname:
	return (v < DOCUMENT_WORD && lexicon->words[v].full && lexicon->words[v].full == w) ||
	    (w < DOCUMENT_WORD && lexicon->words[w].full && lexicon->words[w].full == v);
}

/* "Jr" and "Jr." are one. */
static struct slice
suffix_of(const struct document *document, const struct mention *mention)
{
	struct slice text = {"", 0};

	if (document->tokens[mention->last - 1].classes & CLASS_SUFFIX)
		text = token_text(document, mention_unit(document, mention), mention->last - 1);
	if (text.len > 0 && text.at[text.len - 1] == '.')
		text.len--;
	return text;
}

bool
name_suffixes_differ(const struct document *document, const struct mention *a,
    const struct mention *b)
{
	struct slice p = suffix_of(document, a), q = suffix_of(document, b);

	return p.len > 0 && q.len > 0 && !slice_equal(p, q);
}

char
name_gender(const struct document *document, const struct mention *mention)
{
	uint32_t classes = document->tokens[mention->first].classes;

	if (mention->entry && mention->entry->flags & (FLAG_MALE | FLAG_FEMALE))
		return mention->entry->flags & FLAG_MALE ? 'm' : 'f';
	if (mention->first + 1 < mention->last && classes & (CLASS_MALE | CLASS_FEMALE))
		return (classes & (CLASS_MALE | CLASS_FEMALE)) == CLASS_MALE    ? 'm'
		    : (classes & (CLASS_MALE | CLASS_FEMALE)) == CLASS_FEMALE ? 'f'
									       : 0;
	return 0;
}

bool
name_has_number(const struct document *document, const struct mention *mention, uint32_t i)
{
	return i == mention->first + 1 && i + 1 == mention->last &&
	    strchr("IVX", document->tokens[i].first);
}

struct slice
name_key(struct document *document, const struct mention *mention)
{
	struct slice text = mention_text(document, mention), part;
	char *key;
	size_t len = 0;
	uint32_t i;

	if (mention->entry && mention->entry->kind == ENTRY_PERSON)
		return entry_key(document->lexicon, mention->entry);
	key = arena_bytes(&document->arena, 4 * text.len + 2);
	for (i = mention->first; i < mention->last; i++) {
		const struct token *token = &document->tokens[i];

		/* Without its number a king's name would be another's as well. */
		if (token->shape & (SHAPE_MARK | SHAPE_INITIAL) ||
		    (token->classes & CLASS_SUFFIX && i > mention->first &&
			!name_has_number(document, mention, i)))
			continue;
		part = slice_cut(mention_unit(document, mention)->record.text, token->start,
		    token->end);
		if (len > 0)
			key[len++] = '-';
		len += text_slug(part, key + len);
	}
	if (len == 0)
		len = text_slug(text, key);
	return (struct slice){key, len};
}
