/* Any lines through every format of readout-fmt; the first byte chooses. */
#include "arena.h"
#include "feed.h"
#include "fmt/format.h"
#include "fmt/reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct output out;
	static struct input in;
	struct render render = {.out = &out, .width = 40};
	struct reader *reader;
	const struct format *format;

	if (size < 2)
		return 0;
	format = formats[data[0] % format_count];
	render.colour = (data[1] & 1) != 0;
	render.width = 20 + data[1] % 90;
	/* a format that writes into a folder has no place here */
	if (format->takes && strcmp(format->takes, "COLUMNS") != 0)
		return 0;
	feed_start(data + 2, size - 2);
	output_open(&out, 1, false);
	reader = reader_open(&render, format);
	input_open(&in, 0, "fuzz", READER_LINE);
	reader_read(reader, &in);
	reader_close(reader);
	output_flush(&out);
	arena_free(&render.arena);
	return 0;
}
