#include "output.h"

#include <errno.h>
#include <unistd.h>

#include "diag.h"
#include "progress.h"

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

void
output_open(struct output *out, int fd, bool each_record)
{
	out->fd = fd;
	out->used = 0;
	out->each_record = each_record;
}

void
output_flush(struct output *out)
{
	write_all(out, out->buffer, out->used);
	out->used = 0;
}

void
output_close(struct output *out)
{
	output_flush(out);
	if (close(out->fd) < 0 && errno != EINTR)
		diag_fatal("standard output: %s", strerror(errno));
}

void
output_slow(struct output *out, const char *at, size_t len)
{
	output_flush(out);
	if (len >= sizeof out->buffer) {
		write_all(out, at, len);
	} else {
		memcpy(out->buffer, at, len);
		out->used = len;
	}
}

void
output_number(struct output *out, uint64_t number)
{
	char digits[20];
	size_t i = sizeof digits;

	if (number < 10) {
		output_char(out, (char)('0' + number));
		return;
	}
	for (; number >= 10; number /= 10)
		digits[--i] = (char)('0' + number % 10);
	digits[--i] = (char)('0' + number);
	output_bytes(out, digits + i, sizeof digits - i);
}
