/* Where a meeting was. */
#ifndef READOUT_VENUE_H
#define READOUT_VENUE_H

#include "meeting.h"

/*
 * As the lead says, else the headline of a visit, else the dateline of units from..to;
 * empty for none, and for a meeting by telephone or video. In a unit's text.
 */
struct slice venue_find(const struct document *document, size_t from, size_t to,
    const struct meeting *meeting);

/*
 * The token from i on at which a sentence turns from the meeting to its subject ("to
 * discuss", "about"); limit where it does not before.
 */
uint32_t meeting_turn(const struct document *document, const struct unit *unit, uint32_t i,
    uint32_t limit);

#endif
