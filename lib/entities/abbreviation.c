#include "stages.h"

void
abbreviations_find(struct document *document)
{
	(void)document;
}
