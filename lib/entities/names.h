/* The room that finding names takes, used again from one document to the next. */
#ifndef READOUT_NAMES_H
#define READOUT_NAMES_H

#include "recognise.h"
#include "stages.h"

enum { NAMES_SIDE_BY_SIDE = 8 }; /* units */

/* Zeroed at the start. */
struct names_room {
	struct reading readings[NAMES_SIDE_BY_SIDE];
	char home[3];       /* the publisher's country, once somebody asked for it */
	bool home_known;
};

void names_free(struct names_room *room);

#endif
