#include "stages.h"

void
acts_find(struct document *document)
{
	(void)document;
}
