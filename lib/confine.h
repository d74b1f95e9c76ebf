/* Gives up what a filter has no need of. */
#ifndef READOUT_CONFINE_H
#define READOUT_CONFINE_H

#include <stdbool.h>

/*
 * From now on the process reads, writes and allocates, and opens files for
 * reading where files says so; nothing else. pledge(2) on OpenBSD, nothing on
 * other systems. A seccomp filter on Linux would have to name the system calls
 * of each C library and each architecture: what is right for glibc kills a
 * static program of another libc or one under a sanitizer, so there is none.
 */
void confine(bool files);

#endif
