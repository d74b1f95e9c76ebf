/* The office in which somebody took part. */
#ifndef READOUT_OFFICE_H
#define READOUT_OFFICE_H

#include "document.h"

/*
 * By person: the title that an item of a list gives, with the body behind it unless bodies
 * are a column of the list; else the title beside a name, that of the best known office or
 * the fullest; else the title that means the person alone, the office that the gazetteer
 * knows for the time of the document, or a title in the plural. In a unit's text, the arena
 * or constant; empty when there is none. The array lies in the arena.
 */
struct slice *offices_find(struct document *document);

#endif
