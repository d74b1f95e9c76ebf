#include "gazetteer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"

const char *
gazetteer_parse(struct slice line, struct gazetteer_row *row)
{
	struct slice column[4] = {{"", 0}};
	const char *at = line.at, *end = line.at + line.len, *tab;
	int i;

	for (i = 0; i < 4; i++) {
		tab = i < 3 ? memchr(at, '\t', (size_t)(end - at)) : end;
		if (!tab)
			return "fewer than four columns";
		column[i] = (struct slice){at, (size_t)(tab - at)};
		if (column[i].len == 0)
			return "an empty column";
		at = tab + 1;
	}
	if (memchr(column[3].at, '\t', column[3].len))
		return "more than four columns";
	*row = (struct gazetteer_row){column[0], column[1], column[2], column[3]};
	return NULL;
}

void
gazetteer_load_table(const char *const *table, gazetteer_taker *take, void *context)
{
	struct gazetteer_row row;

	for (; *table; table++)
		if (!gazetteer_parse(slice_of(*table), &row))
			take(context, &row);
}

/* The whole file, for its rows are to stay: a table is its own memory. */
static struct slice
read_whole(const char *file)
{
	size_t size = 0, used = 0;
	char *bytes = NULL, *bigger;
	struct stat info;
	ssize_t n = 1;
	int fd = open(file, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		diag_fatal("%s: %s", file, strerror(errno));
	if (fstat(fd, &info) == 0 && info.st_size > 0)
		size = (size_t)info.st_size;
	while (n > 0) {
		if (used + 1 >= size || !bytes) {
			size = size > used + 1 ? size + 1 : 2 * size + 65536;
			if (!(bigger = realloc(bytes, size)))
				diag_no_memory();
			bytes = bigger;
		}
		while ((n = read(fd, bytes + used, size - used)) < 0 && errno == EINTR)
			continue;
		if (n < 0)
			diag_fatal("%s: %s", file, strerror(errno));
		used += (size_t)n;
	}
	close(fd);
	return (struct slice){bytes, used};
}

void
gazetteer_load_file(const char *file, gazetteer_taker *take, void *context)
{
	struct slice bytes = read_whole(file), line;
	struct gazetteer_row row;
	const char *end, *wrong;
	uint64_t number;
	size_t at = 0;
	bool any = false;

	for (number = 1; at < bytes.len; number++) {
		end = memchr(bytes.at + at, '\n', bytes.len - at);
		line = slice_cut(bytes, at, end ? (size_t)(end - bytes.at) : bytes.len);
		at += line.len + 1;
		if (line.len > 0 && line.at[line.len - 1] == '\r')
			line.len--;
		if (line.len == 0 || line.at[0] == '#')
			continue;
		if ((wrong = gazetteer_parse(line, &row))) {
			diag_input(file, number, "%s", wrong);
			continue;
		}
		take(context, &row);
		any = true;
	}
	if (!any) /* no row lies in the bytes */
		free((char *)bytes.at);
}

void
gazetteer_print(struct output *out, const char *const *table)
{
	for (; *table; table++) {
		output_string(out, *table);
		output_char(out, '\n');
	}
}
