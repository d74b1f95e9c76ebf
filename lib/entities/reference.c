#include "stages.h"

void
references_resolve(struct document *document)
{
	(void)document;
}
