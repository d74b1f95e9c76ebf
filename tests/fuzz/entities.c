/* Any lines through readout-entities: records, and what was no record unchanged. */
#define main program_main /* its static functions are what is wanted */
#include "../../readout-entities.c"
#undef main

#include "feed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct work work;
	static struct input in;

	work.lexicon = &lexicon_built_in;
	feed_start(data, size);
	output_open(&work.out, STDOUT_FILENO, false);
	document_reset(&work.document, work.lexicon);
	input_open(&in, 0, "fuzz", LONGEST_RECORD);
	read_records(&work, &in);
	finish_document(&work);
	output_flush(&work.out);
	feed_check_records(data, size);
	return 0;
}
