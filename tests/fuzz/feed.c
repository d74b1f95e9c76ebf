#define _GNU_SOURCE /* memmem(3) */
#include "feed.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "record.h"

static const uint8_t *input;
static size_t input_size, input_at, step;
static char *written;
static size_t written_size, written_room;

void
feed_start(const uint8_t *data, size_t size)
{
	input = data;
	input_size = size;
	input_at = written_size = 0;
	step = size > 0 ? data[size - 1] : 0;
}

ssize_t
read(int fd, void *buffer, size_t size)
{
	size_t n = input_size - input_at;

	(void)fd;
	step = step * 31 + 7;
	if (n > size)
		n = size;
	if (n > step % 97 + 1)
		n = step % 97 + 1;
	if (n > 0)
		memcpy(buffer, input + input_at, n);
	input_at += n;
	return (ssize_t)n;
}

int
poll(struct pollfd *asked, nfds_t count, int milliseconds)
{
	(void)asked;
	(void)count;
	(void)milliseconds;
	return 0;
}

ssize_t
write(int fd, const void *buffer, size_t size)
{
	if (fd == STDERR_FILENO)
		return (ssize_t)size;
	if (written_size + size > written_room) {
		written_room = 2 * (written_size + size);
		if (!(written = realloc(written, written_room)))
			abort();
	}
	memcpy(written + written_size, buffer, size);
	written_size += size;
	return (ssize_t)size;
}

const char *
feed_written(size_t *size)
{
	*size = written_size;
	return written;
}

void
feed_check_records(const uint8_t *data, size_t size)
{
	const char *at = written, *end = written ? written + written_size : NULL, *newline;
	struct record record;
	struct slice line;

	for (; at < end; at = newline + 1) {
		if (!(newline = memchr(at, '\n', (size_t)(end - at))))
			newline = end;
		line = (struct slice){at, (size_t)(newline - at)};
		if (line.len == 0 || line.at[0] == '#' || !record_parse(line, &record))
			continue;
		if (data && memmem(data, size, line.at, line.len))
			continue;
		fprintf(stderr, "no record: %.*s\n", (int)line.len, line.at);
		abort();
	}
}
