#include "stages.h"

void
names_find(struct document *document)
{
	(void)document;
}
