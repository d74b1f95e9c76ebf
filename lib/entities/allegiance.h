/* For which country somebody took part, where nothing beside the name tells. */
#ifndef READOUT_ALLEGIANCE_H
#define READOUT_ALLEGIANCE_H

#include "participant.h"

/* How persons came to be named together. */
enum company_sort {
	COMPANY_HOSTS,  /* who met somebody */
	COMPANY_GUESTS, /* who was met */
	COMPANY_JOINED, /* "joined by", "the delegation included" */
	COMPANY_LISTED  /* the items of a list of those present */
};

/* Persons named together as one side: "met with President A, Minister B and Minister C". */
struct companion {
	uint32_t company; /* number, from 1, in ascending order */
	uint32_t person;  /* NONE: only the company's country is told */
	enum company_sort sort;
	char country[3];  /* that of the whole company ("the Chilean delegation"), or "" */
};

struct companies {
	struct companion *at; /* malloc'ed */
	size_t count, capacity;
	uint32_t last;   /* number of the last company begun */
	enum company_sort sort; /* of that one */
	bool open;       /* who is added joins it */
};

/* Begins a company; country: of the whole, or "". */
void company_begin(struct companies *companies, enum company_sort sort, const char *country);

/* The person belongs to the open company, if there is one. */
void company_join(struct companies *companies, uint32_t person);

void companies_free(struct companies *companies);

/*
 * Completes the countries of participants: by the body beside a title, by those who
 * stand with them, by whose support they affirm, at last by the country that publishes.
 * Who comes for an international body gets none.
 */
void allegiances_complete(struct document *document, const struct companies *companies,
    struct participants *participants);

#endif
