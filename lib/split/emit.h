/* Units as records: ids of documents, numbers of paragraphs and units. */
#ifndef READOUT_SPLIT_EMIT_H
#define READOUT_SPLIT_EMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "../arena.h"
#include "../hash.h"
#include "../output.h"
#include "../slice.h"

enum unit { UNIT_TITLE, UNIT_HEAD, UNIT_SENT, UNIT_ITEM, UNIT_NOTE, UNIT_META };

/* A run of text, and the bytes of the input it comes from. */
struct origin {
	struct slice text;
	uint64_t from, to;
};

struct emitter {
	struct output *out;
	struct arena arena; /* of the names below */
	struct hash names;  /* how many documents each file name has given */
	struct slice name;  /* of the input, as an id */
	struct slice id;    /* of the document */
	char *buffer;
	size_t buffer_size;
	uint32_t para, sent;
	bool open; /* the document has a record */
	/* Of the block at hand: records written before it came whole, and how many of
	 * them have been given again since. */
	size_t ahead, again;
	bool looking_ahead;
};

/* Where the numbers of paragraphs and units stand. */
struct emitter_place {
	uint32_t para, sent;
};

void emitter_init(struct emitter *emitter, struct output *out);
void emitter_free(struct emitter *emitter);

/* A new input begins: file is its name, "-" for standard input. */
void emitter_input(struct emitter *emitter, const char *file);

/* What comes next belongs to another document. */
void emitter_new_document(struct emitter *emitter);

/* The units that follow are in a new paragraph. */
void emitter_new_paragraph(struct emitter *emitter);

/*
 * Between these two, what is given are the first records of a block that has not
 * come whole: they are written, and the numbers go back to where they stood. Given
 * once more, with the rest of the block, they are not written again.
 */
struct emitter_place emitter_look_ahead(struct emitter *emitter);
void emitter_look_back(struct emitter *emitter, struct emitter_place place);

/* All records of the block have been given. */
void emitter_end_block(struct emitter *emitter);

/*
 * Writes a unit. mark: the bullet or number an item had, else empty; its bytes are
 * free of what attributes escape. An empty text is not written.
 */
void emit_unit(struct emitter *emitter, enum unit unit, const struct origin *origin,
	       struct slice mark);

/* Writes a note that is in another language than English: attribute lang. */
void emit_foreign(struct emitter *emitter, const struct origin *origin,
		  struct slice language);

/*
 * Writes metadata: about the document as a whole (para and sent 0), or, with
 * in_place, as a unit of the running text.
 */
void emit_meta(struct emitter *emitter, struct slice key, struct slice value,
	       const struct origin *origin, bool in_place);

#endif
