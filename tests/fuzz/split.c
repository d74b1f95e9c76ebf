/* Any bytes through readout-split: what comes out are records. */
#include "feed.h"
#include "output.h"
#include "split/splitter.h"
#include "split/words.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct output out;
	static struct words *words;
	struct splitter *splitter;

	if (!words)
		words = words_new();
	feed_start(data, size);
	output_open(&out, 1, false);
	splitter = splitter_new(words, &out, NULL, size > 0 && data[0] == '\1');
	splitter_run(splitter, 0, "fuzz.txt");
	output_flush(&out);
	splitter_free(splitter);
	feed_check_records(NULL, 0);
	return 0;
}
