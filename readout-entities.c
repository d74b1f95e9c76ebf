#include <unistd.h>

#include "diag.h"
#include "input.h"
#include "operands.h"
#include "options.h"
#include "output.h"
#include "progress.h"

static const struct command command = {
    .name = "readout-entities",
    .operands = "[FILE ...]",
    .purpose = "to come",
};

int
main(int argc, char *argv[])
{
	static struct output out;
	struct input in = {0};
	struct operands operands = {0};
	struct slice line;
	const char *name;
	int fd;

	diag_program(command.name);
	progress_start();
	while (options_next(&command, argc, argv) != -1)
		continue;
	operands.names = argv + optind;
	output_open(&out, STDOUT_FILENO, false);
	while (operands_next(&operands, &fd, &name)) {
		input_open(&in, fd, name, 2u << 20);
		while (input_line(&in, &line, NULL) != INPUT_END) {
			output_slice(&out, line);
			output_end_record(&out);
		}
	}
	output_close(&out);
	input_free(&in);
	return diag_status();
}
