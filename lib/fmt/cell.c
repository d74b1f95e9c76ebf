#include "cell.h"

#include "palette.h"
#include "width.h"

void
cell_pad(struct output *out, size_t columns)
{
	static const char blanks[] = "                                ";
	size_t n;

	for (; columns > 0; columns -= n) {
		n = columns < sizeof blanks - 1 ? columns : sizeof blanks - 1;
		output_bytes(out, blanks, n);
	}
}

static size_t
write_fitting(struct output *out, struct slice s, size_t width, bool cut)
{
	size_t used = width_text(s);

	if (used <= width || !cut) {
		output_slice(out, s);
		return used;
	}
	output_slice(out, slice_cut(s, 0, width_fit(s, width - 1, &used)));
	output_string(out, "\xe2\x80\xa6");
	return used + 1;
}

void
cell_write(struct output *out, struct slice s, size_t width, bool cut)
{
	size_t used = write_fitting(out, s, width, cut);

	cell_pad(out, used < width ? width - used : 0);
}

size_t
cell_write_last(struct render *render, struct slice s, size_t width, bool cut,
		unsigned style)
{
	char sequence[PALETTE_ROOM];
	size_t used;

	if (!render->colour || style == 0)
		return write_fitting(render->out, s, width, cut);
	output_bytes(render->out, sequence, palette_sequence(style, true, sequence));
	used = write_fitting(render->out, s, width, cut);
	output_bytes(render->out, sequence, palette_sequence(0, false, sequence));
	return used;
}

void
cell_write_styled(struct render *render, struct slice s, size_t width, bool cut,
		  unsigned style)
{
	size_t used = cell_write_last(render, s, width, cut, style);

	cell_pad(render->out, used < width ? width - used : 0);
}

size_t
cell_digits(uint64_t number)
{
	size_t count = 1;

	for (; number > 9; number /= 10)
		count++;
	return count;
}

void
cell_write_number(struct output *out, uint64_t number, size_t width)
{
	size_t used = cell_digits(number);

	cell_pad(out, used < width ? width - used : 0);
	output_number(out, number);
}
