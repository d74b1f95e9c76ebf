#if defined __linux__
#define _GNU_SOURCE /* F_SETPIPE_SZ */
#endif

#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "progress.h"

enum { BUFFER = 64 * 1024, PIPE = 4 * BUFFER };

static void
write_all(struct output *out, const char *at, size_t len)
{
	ssize_t n;

	progress.bytes_out += len;
	while (len > 0) {
		n = write(out->fd, at, len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			diag_fatal("standard output: %s", n < 0 ? strerror(errno) : "no bytes taken");
		at += n;
		len -= (size_t)n;
	}
}

/* The more a pipe holds, the longer both its ends work before one waits for the other.
 * What is no pipe, or cannot have more, stays as it is. */
static void
widen_pipe(int fd)
{
#ifdef F_SETPIPE_SZ
	fcntl(fd, F_SETPIPE_SZ, PIPE);
#else
	(void)fd;
#endif
}

void
output_open(struct output *out, int fd, bool each_record)
{
	if (!each_record)
		widen_pipe(fd);
	out->fd = fd;
	out->used = 0;
	out->each_record = each_record;
	output_make_room(out, BUFFER);
}

void
output_hold(struct output *out)
{
	out->held = true;
	out->each_record = false;
	out->used = 0;
	output_make_room(out, BUFFER);
}

void
output_flush(struct output *out)
{
	if (out->held)
		return;
	write_all(out, out->buffer, out->used);
	out->used = 0;
}

void
output_close(struct output *out)
{
	output_flush(out);
	if (!out->held && close(out->fd) < 0 && errno != EINTR)
		diag_fatal("standard output: %s", strerror(errno));
	free(out->buffer);
	*out = (struct output){0};
}

void
output_slow(struct output *out, const char *at, size_t len)
{
	output_flush(out);
	if (out->held)
		output_make_room(out, len);
	if (len >= out->size - out->used) {
		write_all(out, at, len);
	} else {
		memcpy(out->buffer + out->used, at, len);
		out->used += len;
	}
}

/* The buffer doubles: it is copied as often as the logarithm of what it will hold. */
static void
grow_held(struct output *out, size_t most)
{
	char *bigger;

	while (out->size - out->used <= most) {
		if (out->size > SIZE_MAX / 2 || !(bigger = realloc(out->buffer, 2 * out->size + BUFFER)))
			diag_no_memory();
		out->size = 2 * out->size + BUFFER;
		out->buffer = bigger;
	}
}

void
output_make_room(struct output *out, size_t most)
{
	if (out->held) {
		grow_held(out, most);
		return;
	}
	if (out->used > 0)
		output_flush(out);
	if (most <= out->size)
		return;
	free(out->buffer);
	if (!(out->buffer = malloc(most)))
		diag_no_memory();
	out->size = most;
}

const char decimal_pairs[] = "0001020304050607080910111213141516171819"
			     "2021222324252627282930313233343536373839"
			     "4041424344454647484950515253545556575859"
			     "6061626364656667686970717273747576777879"
			     "8081828384858687888990919293949596979899";

/* Two digits a step (Alexandrescu 2013, "Three optimization tips for C++"). */
static inline char *
put_pair(char *at, unsigned number)
{
	memcpy(at, decimal_pairs + 2 * number, 2);
	return at + 2;
}

static inline char *
put_four(char *at, unsigned number)
{
	return put_pair(put_pair(at, number / 100), number % 100);
}

char *
decimal_put_long(char *at, uint64_t number)
{
	at = decimal_put(at, number / 10000 > 0 ? number / 10000 : number / 100);
	return number / 10000 > 0 ? put_four(at, (unsigned)(number % 10000))
				  : put_pair(at, (unsigned)(number % 100));
}

void
output_number(struct output *out, uint64_t number)
{
	output_wrote(out, decimal_put(output_room(out, 20), number));
}
