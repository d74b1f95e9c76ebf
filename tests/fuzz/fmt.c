/*
 * Any lines through every format of readout-fmt: the first byte chooses the format,
 * the second what the command line would.
 */
#include "arena.h"
#include "feed.h"
#include "fmt/columns.h"
#include "fmt/format.h"
#include "fmt/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct output out;
	static struct input in;
	struct render render = {.out = &out};
	struct columns columns = {0};
	struct reader *reader;
	const struct format *format;
	struct slice bad;

	if (size < 2)
		return 0;
	format = formats[data[0] % format_count];
	render.colour = (data[1] & 1) != 0;
	render.cut = (data[1] & 2) != 0;
	/* into a terminal brat is refused */
	render.terminal = render.cut && (data[1] & 4) != 0 && format != &format_brat;
	render.kinds = (data[1] & 8) != 0 ? "person,act,,meta,other" : NULL;
	render.width = 20 + data[1] % 90;
	if (format->takes_columns && (data[1] & 16) != 0) {
		columns_parse(&columns, "text,attr.by,para,text,attrs,kind,doc", &bad);
		render.columns = &columns;
	}
	feed_start(data + 2, size - 2);
	output_open(&out, 1, false);
	reader = reader_open(&render, format);
	input_open(&in, 0, "fuzz", READER_LINE);
	reader_read(reader, &in);
	reader_close(reader);
	output_flush(&out);
	arena_free(&render.arena);
	columns_free(&columns);
	return 0;
}
