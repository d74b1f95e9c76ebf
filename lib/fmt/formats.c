#include "cell.h"

/* In the order of readout-fmt(1). */
const struct format *const formats[] = {
    &format_text,
    &format_brief,
    &format_table,
    &format_tsv,
    &format_csv,
    &format_json,
    &format_markdown,
    &format_timeline,
    &format_tally,
    &format_html,
    &format_sql,
    &format_dot,
    &format_brat,
    &format_conll,
    &format_ics,
};

const size_t format_count = sizeof formats / sizeof formats[0];

const struct format *
format_by_name(const char *name)
{
	size_t i;

	for (i = 0; i < format_count; i++)
		if (strcmp(formats[i]->name, name) == 0)
			return formats[i];
	return NULL;
}

void
format_list(struct output *out)
{
	size_t i;

	for (i = 0; i < format_count; i++) {
		cell_write(out, slice_of(formats[i]->name), 10, false);
		output_string(out, formats[i]->purpose);
		output_char(out, '\n');
	}
}
