#include "input.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "diag.h"
#include "progress.h"

/* What is read stays in the second-level cache until it has been looked at. */
enum { READ_AT_ONCE = 128 * 1024 };

void
input_open(struct input *in, int fd, const char *name, size_t size)
{
	if (in->size != size) {
		free(in->buffer);
		if (!(in->buffer = malloc(size)))
			diag_no_memory();
		in->size = size;
	}
	in->fd = fd;
	in->name = name;
	in->start = in->end = in->scanned = 0;
	in->offset = 0;
	in->line = 0;
	in->finished = in->in_piece = false;
}

const char *
input_name(const struct input *in)
{
	return strcmp(in->name, "-") == 0 ? "standard input" : in->name;
}

bool
input_fill(struct input *in)
{
	size_t room;
	ssize_t n;

	if (in->finished)
		return false;
	/* Moving only what is the smaller part copies no byte more than once. */
	if (in->start > 0 && (in->end - in->start <= in->start || in->end == in->size)) {
		memmove(in->buffer, in->buffer + in->start, in->end - in->start);
		in->end -= in->start;
		in->start = 0;
	}
	if (in->end == in->size)
		return false;
	room = in->size - in->end;
	if (room > READ_AT_ONCE)
		room = READ_AT_ONCE;
	do {
		progress_answer();
		n = read(in->fd, in->buffer + in->end, room);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		diag_input(input_name(in), 0, "%s", strerror(errno));
	if (n <= 0) {
		in->finished = true;
		return false;
	}
	in->end += (size_t)n;
	progress.bytes_in += (uint64_t)n;
	return true;
}

enum input_line
input_line(struct input *in, struct slice *line, bool *newline)
{
	const char *end;
	size_t len;

	if (!in->in_piece)
		in->line++;
	for (;;) {
		len = in->end - in->start;
		end = len > in->scanned ? memchr(in->buffer + in->start + in->scanned, '\n',
					      len - in->scanned)
					: NULL;
		if (end)
			break;
		in->scanned = len;
		if (!input_fill(in))
			break;
	}
	if (newline)
		*newline = end != NULL;
	len = end ? (size_t)(end - (in->buffer + in->start)) : in->end - in->start;
	*line = (struct slice){in->buffer + in->start, len};
	if (!end && !in->finished) {
		in->in_piece = true;
		input_use(in, len);
		return INPUT_PIECE;
	}
	if (!end && len == 0 && !in->in_piece)
		return INPUT_END;
	in->in_piece = false;
	input_use(in, len + (end != NULL));
	return INPUT_LINE;
}

void
input_give_back(struct input *in, struct slice line)
{
	size_t start = (size_t)(line.at - in->buffer);

	in->offset -= in->start - start;
	in->start = start;
	in->scanned = 0;
	in->line--;
}

struct input
input_of(struct slice bytes, const char *name, uint64_t line)
{
	return (struct input){.fd = -1, .name = name, .buffer = (char *)bytes.at,
	    .size = bytes.len, .end = bytes.len, .line = line, .finished = true};
}

void
input_free(struct input *in)
{
	free(in->buffer);
	*in = (struct input){0};
}
