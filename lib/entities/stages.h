/*
 * The stages that a document goes through, in this order. Each reads what those
 * before it have left in the document.
 */
#ifndef READOUT_STAGES_H
#define READOUT_STAGES_H

#include "document.h"
#include "output.h"

/* unit → mentions: every name that a table, a pattern or the document knows. */
struct names_room; /* see names.h */
void names_find(struct names_room *room, struct document *document);

/* mentions → persons: who is who; which persons a role means. */
void references_resolve(struct document *document);

/* units → abbrev spans: long forms defined in the text (Schwartz & Hearst 2003). */
void abbreviations_find(struct document *document);

/* units → topic spans; and the terms that the stages behind need. */
void topics_find(struct document *document);

/* units → act spans: who does what to whom. */
void acts_find(struct document *document);

/* document → meeting and participant facts. */
void meetings_find(struct document *document);

/* Writes every record of the document, spans behind their unit. */
struct emit_options {
	bool kinds_given;
	struct slice kinds; /* -k: comma-separated; only these spans are written */
	bool why;           /* --why */
};
/* Whether one of these kinds, joined by commas, is to be written. */
bool emit_wants(const struct emit_options *options, struct slice kinds);

void document_write(struct output *out, const struct document *document,
    const struct emit_options *options);

#endif
