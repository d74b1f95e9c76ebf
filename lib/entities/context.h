/*
 * What words say of a name or date beside them: the sets of context.tsv. The tables
 * hold the words, the recognisers ask by these names.
 */
#ifndef READOUT_CONTEXT_H
#define READOUT_CONTEXT_H

#include "document.h"

enum word_context {
	CONTEXT_SERVICE,     /* what somebody does for a body: "Government | Relations" */
	CONTEXT_LEADS_BODY,  /* "CEO": what stands behind it is a company or a body */
	CONTEXT_LEADS_PLACE, /* "Mayor": a town or a province */
	CONTEXT_PLEDGE,      /* "reaffirmed Chile's | commitment" */
	CONTEXT_CONFLICT,    /* "the Conflict in X": that is where it is */
	CONTEXT_COUNTED,     /* "2000 | troops": no year */
	CONTEXT_BEFORE_MONTH, /* "in | May": no verb */
	CONTEXT_PART_OF_TIME, /* "end | of May" */
	CONTEXT_DEADLINE,    /* "by | Saturday": to come */
	CONTEXT_TO_COME,     /* "will", "upcoming" */
	CONTEXT_INTENT,      /* "agreed | to": to come */
	CONTEXT_PAST,        /* verbs of the past that do not end in "ed" */
	CONTEXT_PRONOUN,     /* as a subject */
	CONTEXT_BACK,        /* "since | May", "pursuant to": past */
	CONTEXT_ATTACK,      /* beside a day that is known by an attack */
	CONTEXT_OWNER,       /* "their | meeting" */
	CONTEXT_SAYING,      /* verbs whose subject is a person */
	CONTEXT_CABINET,     /* heads of titles of governments */
	CONTEXT_DEFINITE,    /* "the | leaders": persons of the document */
	CONTEXT_ACTING_FUND, /* "Education | Fund": a body */
	CONTEXT_MEETS_AGAIN, /* "Ministerial | Meeting": an event with a name */
	CONTEXT_ONE_OF_MANY, /* "Emergency | Declaration": no name */
	CONTEXT_COMMEMORATED, /* "Heritage | Month" */
	CONTEXT_LOCATIVE,    /* "in | Nice" */
	CONTEXT_OF_STATE,    /* "Georgia | State Senator": of a state of the United States */
	CONTEXT_ADDRESS,     /* "His | Royal Highness", "(Retd.)": no title by itself */
	CONTEXT_LEADS_ON,    /* links behind a title */
	CONTEXT_PUBLISHED,   /* "Joint | Statement": a paper that two sides publish */
	CONTEXT_SITE,        /* "Convention | Centre", "High | School": one goes there */
	CONTEXT_WORKS,       /* "Treatment | Facility": a place, too */
	CONTEXT_SUBJECT,     /* "about": what follows is what was talked about */
	CONTEXT_CHILD_OF,    /* "bin | Zayed": the father's name */
	CONTEXT_MEMBER_OF_BODY, /* "Co- | Chair of the Council": a part in it, besides an office */
	CONTEXT_ANY_BODY,    /* "National", "Office": of many bodies' names, says nothing of their field */
	CONTEXT_TAKES_IN,    /* "invest | in America": nothing was there */
	CONTEXTS
};

/* The bits (1 << enum word_context) of the names of sets, joined by commas; 0 for others. */
uint64_t context_bits(struct slice names);

/* Token i of the document is, whatever its case, of that set. */
static inline bool
token_context(const struct document *document, uint32_t i, enum word_context context)
{
	return known_word(document->lexicon, document->tokens[i].lower)->contexts >> context & 1;
}

#endif
