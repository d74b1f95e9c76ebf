#include "stages.h"

void
meetings_find(struct document *document)
{
	(void)document;
}
