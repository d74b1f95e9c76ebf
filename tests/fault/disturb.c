/*
 * A preload library that makes system calls and allocations go wrong, one at a
 * time, as the environment says:
 *
 *   DISTURB_READ=N    the Nth read(2) goes wrong    (0: every one)
 *   DISTURB_WRITE=N   the Nth write(2) goes wrong   (0: every one)
 *   DISTURB_ALLOC=N   the Nth malloc, calloc or realloc gives NULL
 *   DISTURB_THREAD=N  the Nth pthread_create fails  (0: every one)
 *   DISTURB_HOW       how reads and writes go wrong: "short" (one byte),
 *                     "interrupt" (EINTR, once for each call), "fail" (EIO,
 *                     ENOSPC); default: fail
 *   DISTURB_POLL=1    poll(2) says that nothing is there to be read yet
 *   DISTURB_COUNT=FD  at the end, how many of each there were, to that descriptor
 *   DISTURB_PROBE=1   says that the library is in
 *
 * Standard error is left alone, so that messages come through.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum how { FAIL, SHORT, INTERRUPT };

static long read_number = -1, write_number = -1, alloc_number = -1, thread_number = -1;
static long reads, writes, allocs, threads;
static int count_fd = -1, pauses;
static enum how how;
static int ready;

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static long
number_of(const char *name)
{
	const char *value = getenv(name);

	return value ? strtol(value, NULL, 10) : -1;
}

__attribute__((constructor)) static void
start(void)
{
	const char *value = getenv("DISTURB_HOW");

	if (value && strcmp(value, "short") == 0)
		how = SHORT;
	else if (value && strcmp(value, "interrupt") == 0)
		how = INTERRUPT;
	read_number = number_of("DISTURB_READ");
	write_number = number_of("DISTURB_WRITE");
	alloc_number = number_of("DISTURB_ALLOC");
	thread_number = number_of("DISTURB_THREAD");
	count_fd = (int)number_of("DISTURB_COUNT");
	pauses = getenv("DISTURB_POLL") != NULL;
	if (getenv("DISTURB_PROBE"))
		syscall(SYS_write, 2, "disturbed\n", 10);
	ready = 1;
}

static void
tell(void)
{
	char text[100];
	int n;

	if (count_fd < 0)
		return;
	n = snprintf(text, sizeof text, "%ld %ld %ld\n", reads, writes, allocs);
	syscall(SYS_write, count_fd, text, (size_t)n);
	count_fd = -1;
}

__attribute__((destructor)) static void
finish(void)
{
	tell();
}

/* The programs end with _exit after a message: that is the end as well. */
void
_exit(int status)
{
	tell();
	syscall(SYS_exit_group, status);
	__builtin_unreachable();
}

/* 1: this call is the one to disturb. Every other call is, when interrupted. */
static int
meant(long *count, long number)
{
	++*count;
	if (number < 0)
		return 0;
	if (number == 0)
		return how != INTERRUPT || *count % 2 == 1;
	return *count == number;
}

ssize_t
read(int fd, void *buffer, size_t size)
{
	if (ready && meant(&reads, read_number)) {
		if (how == SHORT) {
			size = size > 0;
		} else {
			errno = how == FAIL ? EIO : EINTR;
			return -1;
		}
	}
	return syscall(SYS_read, fd, buffer, size);
}

ssize_t
write(int fd, const void *buffer, size_t size)
{
	if (ready && fd != 2 && meant(&writes, write_number)) {
		if (how == SHORT) {
			size = size > 0;
		} else {
			errno = how == FAIL ? ENOSPC : EINTR;
			return -1;
		}
	}
	return syscall(SYS_write, fd, buffer, size);
}

int
poll(struct pollfd *asked, nfds_t count, int milliseconds)
{
	struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};

	if (pauses)
		return 0;
	return ppoll(asked, count, milliseconds < 0 ? NULL : &limit, NULL);
}

int
pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*work)(void *),
    void *argument)
{
	int (*create)(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

	if (ready && meant(&threads, thread_number))
		return EAGAIN;
	*(void **)&create = dlsym(RTLD_NEXT, "pthread_create");
	return create(thread, attributes, work, argument);
}

static int
no_memory(void)
{
	if (!ready || !meant(&allocs, alloc_number))
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t size)
{
	return no_memory() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return no_memory() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *at, size_t size)
{
	return no_memory() ? NULL : __libc_realloc(at, size);
}
