/*
 * What the gazetteers know, ready to be matched: every word of every row has a
 * number, every row is a path of numbers in a trie (Fredkin 1960), so that the
 * longest name at a place is found by one look-up a word.
 *
 * The lexicon of the built-in tables is made when the program is built and lies
 * in it as constant data without pointers: nothing is done at the start. With a
 * table of the user's (-g) the whole is built anew, from the same rows.
 */
#ifndef READOUT_LEXICON_H
#define READOUT_LEXICON_H

#include <stdbool.h>
#include <stdint.h>

#include "slice.h"

/* What a row is: its first column. */
enum entry_kind {
	ENTRY_PERSON,
	ENTRY_ROLE,
	ENTRY_COUNTRY,
	ENTRY_PLACE,
	ENTRY_ORG,
	ENTRY_EVENT,
	ENTRY_INSTRUMENT,
	ENTRY_DATE,
	ENTRY_MONEY,
	/* the nine above are in the order of enum name_kind */
	ENTRY_TOPIC,
	ENTRY_ACT,
	ENTRY_MEETING,
	ENTRY_WORD, /* a class of words; key names it */
	ENTRY_NONE, /* words in capitals that are no name: "Asian American" */
	ENTRY_ABBREVIATION,
	ENTRY_OTHER,
	ENTRY_KINDS
};

/* Classes that single words belong to, as bits. Rows of kind word (key = the
 * class's name), given, family and common set them; see class_names in lexicon.c. */
enum word_class {
	CLASS_GIVEN = 1u << 0,
	CLASS_FAMILY = 1u << 1,
	CLASS_COMMON = 1u << 2,       /* written small outside headlines */
	CLASS_HONORIFIC = 1u << 3,    /* Mr., Sheikh, H.E. */
	CLASS_SUFFIX = 1u << 4,       /* Jr., III */
	CLASS_PARTICLE = 1u << 5,     /* bin, von, da */
	CLASS_ROLE_HEAD = 1u << 6,    /* Minister, Secretary */
	CLASS_ROLE_MODIFIER = 1u << 7, /* Deputy, Senior */
	CLASS_ROLE_FIELD = 1u << 8,   /* Defense, Finance */
	CLASS_OUTSIDE = 1u << 9,      /* former, acting: before a role, outside it */
	CLASS_ORG_HEAD = 1u << 10,    /* Council, Ministry */
	CLASS_EVENT_HEAD = 1u << 11,  /* Summit, Conference */
	CLASS_INSTRUMENT_HEAD = 1u << 12, /* Treaty, Agreement */
	CLASS_PLACE_HEAD = 1u << 13,  /* Sea, Strait, Island */
	CLASS_HEADS = CLASS_ORG_HEAD | CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_PLACE_HEAD,
	CLASS_LINK = 1u << 14,        /* of, for, and, on, the, to, in: inside names */
	CLASS_MONTH = 1u << 15,
	CLASS_WEEKDAY = 1u << 16,
	CLASS_NUMBER = 1u << 17,      /* one, twenty, first */
	CLASS_DATE_WORD = 1u << 18,   /* today, week, spring, fiscal … */
	CLASS_CURRENCY = 1u << 19,    /* dollars, euros, USD */
	CLASS_SCALE = 1u << 20,       /* million, billion */
	CLASS_AMBIGUOUS = 1u << 21,   /* given or family name that is also a word or place */
	CLASS_NAME_START = 1u << 22,  /* some name of the tables begins with it */
	CLASS_TERM_START = 1u << 23,  /* some topic or act begins with it (in lower case) */
	CLASS_PLURAL = 1u << 24,      /* of a role head: plural */
	CLASS_FEMALE = 1u << 25,      /* given name */
	CLASS_MALE = 1u << 26,
	CLASS_TERM = 1u << 27,        /* a topic or act by itself (in lower case) */
	CLASS_HEADLINE = 1u << 28,    /* in capitals only because a headline is: Readout, Hosts */
	CLASS_NAME_MORE = 1u << 29,   /* some name goes on with it */
	CLASS_TERM_MORE = 1u << 30    /* some topic or act goes on with it */
};

enum entry_flag {
	FLAG_USER = 1,      /* from -g: wins over the built-in */
	FLAG_AMBIGUOUS = 2, /* ambiguous=yes */
	FLAG_LOWER = 4,     /* lower=yes */
	FLAG_PLURAL = 8,    /* number=plural */
	FLAG_PEOPLE = 16,   /* form=people */
	FLAG_CODE = 32,     /* form=code or type=state-code */
	FLAG_MALE = 64,
	FLAG_FEMALE = 128,
	FLAG_FAMILY_LAST = 256 /* of a person: the last word of the name is the surname */
};

/* A row of a table under its name. Its columns lie in the lexicon's text. */
struct entry {
	uint64_t act;       /* of an act: act_bits; of a word of a meeting: meeting_bits */
	uint32_t row;       /* where the row begins in the text */
	uint32_t next;      /* another entry under the same name; 0: none */
	uint32_t namesake;  /* of a person: another with the same surname; 0: none */
	uint16_t kind_len, key_len, attrs_len, name_len;
	uint16_t main_at, main_len; /* of entry_main, in the row's attributes; 0, 0: none */
	uint16_t flags;     /* enum entry_flag */
	uint16_t from, to;  /* of a person: the years of the office; 0: not told */
	uint8_t kind;       /* enum entry_kind */
	char country[3];    /* ISO code of country= (or a country's own key), or "" */
};

/* Among the kinds of a path, in the places of kinds that no entry is of: an entry there, or
 * the first, is surely no person: a country, org, title … that is not ambiguous=yes. */
enum {
	PATH_NO_PERSON = 1 << ENTRY_OTHER,
	PATH_FIRST_NO_PERSON = 1 << ENTRY_ABBREVIATION
};

/* A place in the trie. */
struct path {
	uint32_t node;  /* 0: no name goes so */
	uint32_t entry; /* first of those whose name ends here; 0: none */
	uint32_t kinds; /* 1 << enum entry_kind of these entries, PATH_…; path_bit of the words that
			 * go on from here: a filter of 16 bits (Bloom 1970) that says of
			 * most words, without a look at the edges, that they do not */
};

static inline uint32_t
path_bit(uint32_t word)
{
	return 1u << (ENTRY_KINDS + (word * 0x9E3779B9u >> 28));
}

struct word {
	uint64_t contexts;  /* 1 << enum word_context; of words in lower case */
	uint32_t text;      /* where it lies, folded to ASCII, case as in the table */
	uint32_t classes;   /* enum word_class */
	struct path name;   /* what begins with it as a name */
	struct path term;   /* the same for topics, acts, meetings (words in lower case) */
	uint32_t persons;   /* first entry of a person with that surname; 0: none */
	uint32_t full;      /* of a nickname: the given name it is short for */
	uint16_t number;    /* of a month 1..12, weekday 1..7, number word, scale */
	uint8_t length;     /* of the text */
	uint8_t part;       /* enum word_part; of words in lower case */
};

struct slot {
	uint32_t hash; /* of the word's text; 0: empty */
	uint32_t word;
};

struct edge {
	uint32_t node, word; /* 0, 0: empty */
	struct path to;
};

struct lexicon {
	const char *text;           /* rows, then words; each with a NUL behind it */
	const struct word *words;   /* [0] is the unknown word */
	const struct slot *slots;   /* words by hash: open addressing */
	const struct entry *entries; /* [0] is none */
	const struct edge *edges;   /* by node and word: open addressing */
	uint32_t row_bytes;         /* of the rows in the text */
	uint32_t word_count, entry_count;
	uint32_t first_person, last_person; /* entries of persons lie among these, last exclusive */
	uint32_t slot_mask, edge_mask;
};

/* The lexicon of the built-in tables: made at build time from gazetteer/. */
extern const struct lexicon lexicon_built_in;

/* The number of a word folded to ASCII; 0 when no table has it. */
uint32_t lexicon_word(const struct lexicon *lexicon, const char *at, size_t len);

/* The step from a node by a word, or NULL. */
const struct edge *lexicon_edge(const struct lexicon *lexicon, uint32_t node, uint32_t word);

/* From path on by that word; path.node 0 when no name goes on so. */
static inline struct path
lexicon_step(const struct lexicon *lexicon, struct path path, uint32_t word)
{
	const struct edge *edge = word && path.kinds & path_bit(word)
	    ? lexicon_edge(lexicon, path.node, word)
	    : NULL;

	return edge ? edge->to : (struct path){0};
}

/* The entry of that kind among those from first on (entry.next), or NULL. */
const struct entry *lexicon_entry(const struct lexicon *lexicon, uint32_t first,
    enum entry_kind kind);

/* How edges are hashed: for who builds a lexicon. */
uint32_t lexicon_edge_hash(uint32_t node, uint32_t word);

static inline struct slice
entry_key(const struct lexicon *lexicon, const struct entry *entry)
{
	return (struct slice){lexicon->text + entry->row + entry->kind_len + 1, entry->key_len};
}

static inline struct slice
entry_attrs(const struct lexicon *lexicon, const struct entry *entry)
{
	return (struct slice){
	    lexicon->text + entry->row + entry->kind_len + entry->key_len + 2, entry->attrs_len};
}

/* The value of the attribute that is asked for most, empty for none: of a person role=, of a
 * title class=, of an act cameo=, of others type=. */
static inline struct slice
entry_main(const struct lexicon *lexicon, const struct entry *entry)
{
	return (struct slice){entry_attrs(lexicon, entry).at + entry->main_at, entry->main_len};
}

/* What is known of a word by its number; of one that only the document has: nothing. */
static inline const struct word *
known_word(const struct lexicon *lexicon, uint32_t word)
{
	return &lexicon->words[word < lexicon->word_count ? word : 0];
}

static inline struct slice
word_text(const struct lexicon *lexicon, uint32_t word)
{
	return (struct slice){
	    lexicon->text + lexicon->words[word].text, lexicon->words[word].length};
}

#endif
