/* SIGINFO is beside POSIX, and each system has its own word that shows it. */
#if defined __OpenBSD__
#define _BSD_SOURCE
#elif defined __NetBSD__
#define _NETBSD_SOURCE
#elif defined __APPLE__
#define _DARWIN_C_SOURCE
#elif defined __FreeBSD__
#undef _POSIX_C_SOURCE
#endif

#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stddef.h>
#include <unistd.h>

struct progress progress;

static void
ask(int signal_number)
{
	(void)signal_number;
	progress.wanted = 1;
}

void
progress_start(void)
{
	/* No SA_RESTART: a read that waits for more is to answer at once. */
	struct sigaction action = {.sa_handler = ask};

	sigemptyset(&action.sa_mask);
	sigaction(SIGUSR1, &action, NULL);
#ifdef SIGINFO
	sigaction(SIGINFO, &action, NULL);
#endif
}

void
progress_answer(void)
{
	char text[160];
	int n;

	if (!progress.wanted)
		return;
	progress.wanted = 0;
	n = snprintf(text, sizeof text,
	    "%" PRIu64 " documents, %" PRIu64 " records, %" PRIu64 " bytes in, %" PRIu64
	    " bytes out\n",
	    progress.documents, progress.records, progress.bytes_in, progress.bytes_out);
	if (n > 0 && write(STDERR_FILENO, text, (size_t)n) < 0)
		return;
}
