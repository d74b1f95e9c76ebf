#include "diag.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *program = "readout";
static int status = STATUS_GOOD;

/* One write(2) a message, so that those of a whole pipeline do not mix. */
static void
say(const char *file, uint64_t line, const char *format, va_list arguments)
{
	char text[1024];
	size_t len = 0, i;
	int n;

	n = snprintf(text, sizeof text - 1, "%s: ", program);
	len += n > 0 ? (size_t)n : 0;
	if (file) {
		n = snprintf(text + len, sizeof text - 1 - len, "%.600s:", file);
		len += n > 0 ? (size_t)n : 0;
		if (line) {
			n = snprintf(text + len, sizeof text - 1 - len, "%ju:",
			    (uintmax_t)line);
			len += n > 0 ? (size_t)n : 0;
		}
		text[len++] = ' ';
	}
	n = vsnprintf(text + len, sizeof text - 1 - len, format, arguments);
	if (n > 0)
		len += (size_t)n;
	if (len > sizeof text - 2)
		len = sizeof text - 2;
	for (i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			text[i] = '?';
	text[len++] = '\n';
	if (write(STDERR_FILENO, text, len) < 0)
		return; /* nobody is left to be told */
}

void
diag_program(const char *name)
{
	program = name;
}

void
diag_input(const char *file, uint64_t line, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(file, line, format, arguments);
	va_end(arguments);
	if (status == STATUS_GOOD)
		status = STATUS_INPUT;
}

void
diag_fatal(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	say(NULL, 0, format, arguments);
	va_end(arguments);
	_exit(STATUS_FATAL);
}

void
diag_no_memory(void)
{
	diag_fatal("out of memory");
}

int
diag_status(void)
{
	return status;
}
