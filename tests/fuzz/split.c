/*
 * Any bytes through readout-split: what comes out are records, and the same ones
 * when they are written as early as can be.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "feed.h"
#include "output.h"
#include "split/splitter.h"
#include "split/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *
split(const struct words *words, const uint8_t *data, size_t size, bool each_record,
      size_t *len)
{
	static struct output out;
	struct splitter *splitter;

	feed_start(data, size);
	output_open(&out, 1, each_record);
	splitter = splitter_new(words, &out, NULL, size > 0 && data[0] == '\1');
	splitter_run(splitter, 0, "fuzz.txt");
	output_flush(&out);
	splitter_free(splitter);
	return feed_written(len);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct words *words;
	const char *written;
	char *late;
	size_t len, early;

	if (!words)
		words = words_new();
	written = split(words, data, size, false, &len);
	feed_check_records(NULL, 0);
	late = malloc(len + 1);
	if (!late)
		abort();
	if (len > 0)
		memcpy(late, written, len);
	written = split(words, data, size, true, &early);
	if (early != len || (len > 0 && memcmp(late, written, len) != 0)) {
		fprintf(stderr, "with -u:\n%.*swithout:\n%.*s", (int)early, written,
			(int)len, late);
		abort();
	}
	free(late);
	return 0;
}
