#include "stages.h"

void
topics_find(struct document *document)
{
	(void)document;
}
