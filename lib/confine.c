#define _BSD_SOURCE /* pledge(2) beside POSIX */
#include "confine.h"

#ifdef __OpenBSD__
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "diag.h"

void
confine(bool files)
{
	if (pledge(files ? "stdio rpath" : "stdio", NULL) < 0)
		diag_fatal("pledge: %s", strerror(errno));
}
#else
void
confine(bool files)
{
	(void)files;
}
#endif
