/*
 * Builds the lexicon of the built-in tables and writes it as C: constant arrays
 * without pointers, which cost nothing when the program starts. Runs on the
 * machine that builds.
 */
#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "diag.h"
#include "entities/lexicon_build.h"
#include "gazetteer.h"

enum { LITERAL = 3000 }; /* C11 promises string literals of 4095 bytes */

extern const char *const gazetteer_entities[];

/*
 * The text as one object made of many arrays: char has no padding, so they lie
 * behind each other. A piece ends where a string ends, with the literal's own NUL.
 */
static void
write_text(const char *text, size_t size)
{
	size_t from, to, piece = 0, i;

	printf("static const struct {\n");
	for (from = 0; from < size; from = to, piece++) {
		for (to = from + 1; to < size && (text[to - 1] || to - from < LITERAL);)
			to++;
		printf("\tchar c%zu[%zu];\n", piece, to - from);
	}
	printf("} text = {\n");
	for (from = 0; from < size; from = to) {
		for (to = from + 1; to < size && (text[to - 1] || to - from < LITERAL);)
			to++;
		printf("\t\"");
		for (i = from; i + 1 < to; i++) {
			unsigned char c = (unsigned char)text[i];

			if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\' || c == '?')
				printf("\\%03o", c);
			else
				putchar(c);
		}
		printf("\",\n");
	}
	printf("};\n");
}

static void
write_path(const struct path *path)
{
	printf("{%" PRIu32 ",%" PRIu32 ",%" PRIu32 "u}", path->node, path->entry, path->kinds);
}

static void
write_words(const struct lexicon *lexicon)
{
	uint32_t i;

	printf("static const struct word words[] = {\n");
	for (i = 0; i < lexicon->word_count; i++) {
		const struct word *w = &lexicon->words[i];

		printf("{%" PRIu64 "u,%" PRIu32 ",%" PRIu32 "u,", w->contexts, w->text, w->classes);
		write_path(&w->name);
		putchar(',');
		write_path(&w->term);
		printf(",%" PRIu32 ",%" PRIu32 ",%u,%u,%u},\n", w->persons, w->full,
		    (unsigned)w->number, (unsigned)w->length, (unsigned)w->part);
	}
	printf("};\nstatic const struct slot slots[] = {\n");
	for (i = 0; i <= lexicon->slot_mask; i++)
		printf("{%" PRIu32 "u,%" PRIu32 "},\n", lexicon->slots[i].hash,
		    lexicon->slots[i].word);
	printf("};\n");
}

static void
write_entries(const struct lexicon *lexicon)
{
	uint32_t i;

	printf("static const struct entry entries[] = {\n");
	for (i = 0; i < lexicon->entry_count; i++) {
		const struct entry *e = &lexicon->entries[i];

		printf("{%" PRIu64 "u,%" PRIu32 ",%" PRIu32 ",%" PRIu32
		       ",%u,%u,%u,%u,%u,%u,%u,%u,%u,%u,\"%s\"},\n",
		    e->act, e->row, e->next, e->namesake, (unsigned)e->kind_len,
		    (unsigned)e->key_len, (unsigned)e->attrs_len, (unsigned)e->name_len,
		    (unsigned)e->main_at, (unsigned)e->main_len, (unsigned)e->flags, (unsigned)e->from, (unsigned)e->to,
		    (unsigned)e->kind, e->country);
	}
	printf("};\n");
}

static void
write_trie(const struct lexicon *lexicon)
{
	uint32_t i;

	printf("static const struct edge edges[] = {\n");
	for (i = 0; i <= lexicon->edge_mask; i++) {
		printf("{%" PRIu32 ",%" PRIu32 ",", lexicon->edges[i].node, lexicon->edges[i].word);
		write_path(&lexicon->edges[i].to);
		printf("},\n");
	}
	printf("};\n");
}

int
main(void)
{
	struct lexicon_builder builder;
	const struct lexicon *made = &builder.made;

	diag_program("image");
	lexicon_begin(&builder);
	gazetteer_load_table(gazetteer_entities, lexicon_add_row, &builder);
	lexicon_complete(&builder);
	printf("#include \"entities/lexicon.h\"\n\n");
	write_text(made->text, builder.text_size);
	write_words(made);
	write_entries(made);
	write_trie(made);
	printf("const struct lexicon lexicon_built_in = {\n"
	       "\t(const char *)&text, words, slots, entries, edges,\n"
	       "\t%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32
	       ", %" PRIu32 ", %" PRIu32 "\n};\n",
	    made->row_bytes, made->word_count, made->entry_count, made->first_person,
	    made->last_person, made->slot_mask, made->edge_mask);
	lexicon_builder_free(&builder);
	if (fflush(stdout) || ferror(stdout))
		diag_fatal("standard output could not be written");
	return 0;
}
