/* The office in which somebody took part. */
#ifndef READOUT_OFFICE_H
#define READOUT_OFFICE_H

#include "document.h"

/*
 * By person: the fullest title that stands beside a name of the person, with the
 * body it belongs to; else what a list says of the person, else the office that the
 * gazetteer knows for the time of the document. In a unit's text, the arena or
 * constant; empty when there is none. The array lies in the arena.
 */
struct slice *offices_find(struct document *document);

#endif
