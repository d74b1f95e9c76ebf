/* Any lines through a tagger: records, and what was no record unchanged. */
#include <unistd.h>

#include "entities/tagger.h"
#include "feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct tagger tagger;
	static struct input in;

	tagger.lexicon = &lexicon_built_in;
	tagger.progress = &progress;
	feed_start(data, size);
	output_open(&tagger.out, STDOUT_FILENO, false);
	tagger_open(&tagger);
	input_open(&in, 0, "fuzz", LONGEST_RECORD);
	tagger_read(&tagger, &in, false);
	tagger_finish(&tagger);
	output_flush(&tagger.out);
	feed_check_records(data, size);
	return 0;
}
