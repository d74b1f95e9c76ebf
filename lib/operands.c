#include "operands.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "confine.h"
#include "diag.h"

/* Names from a list lie in its buffer, which is not read again until the next. */
static const char *
name_from_list(struct input *list)
{
	struct slice bytes = input_bytes(list);
	char *end;

	while (!(end = bytes.len ? memchr(bytes.at, '\0', bytes.len) : NULL)) {
		if (!input_fill(list))
			break;
		bytes = input_bytes(list);
	}
	if (!end) {
		if (bytes.len > 0)
			diag_input(input_name(list), 0, "%s",
			    list->finished ? "the last name has no NUL behind it"
					   : "a name is too long, with it the list ends");
		input_use(list, bytes.len);
		return NULL;
	}
	input_use(list, (size_t)(end - bytes.at) + 1);
	return bytes.at;
}

static const char *
next_name(struct operands *operands)
{
	if (operands->list)
		return name_from_list(operands->list);
	if (*operands->names)
		return *operands->names++;
	return operands->started ? NULL : "-";
}

bool
operands_next(struct operands *operands, int *fd, const char **name)
{
	struct stat info;

	if (!operands->started)
		confine(operands->list || operands->more || *operands->names);
	if (operands->started && operands->fd > STDIN_FILENO)
		close(operands->fd);
	operands->fd = -1;
	while ((*name = next_name(operands))) {
		operands->started = true;
		if (strcmp(*name, "-") == 0) {
			*fd = operands->fd = STDIN_FILENO;
			return true;
		}
		do
			*fd = open(*name, O_RDONLY | O_CLOEXEC);
		while (*fd < 0 && errno == EINTR); /* a fifo, and SIGUSR1 */
		if (*fd >= 0 && (fstat(*fd, &info) < 0 || !S_ISDIR(info.st_mode))) {
			operands->fd = *fd;
			if (!operands->list && !operands->more && !*operands->names)
				confine(false); /* it was the last */
			return true;
		}
		diag_input(*name, 0, "%s", strerror(*fd < 0 ? errno : EISDIR));
		if (*fd >= 0)
			close(*fd);
	}
	return false;
}
