#include "tar.h"

enum { BLOCK = 512, NAME_BYTES = 100 };

/* Fields of a header: octal digits with a NUL behind. */
static void
put_octal(char *field, int width, uint64_t number)
{
	int i;

	for (i = width - 2; i >= 0; i--) {
		field[i] = (char)('0' + (number & 7));
		number >>= 3;
	}
}

static void
write_header(struct output *out, struct slice name, size_t size, char type)
{
	char header[BLOCK] = {0};
	unsigned sum = 0;
	int i;

	memcpy(header, name.at, name.len < NAME_BYTES ? name.len : NAME_BYTES);
	put_octal(header + 100, 8, 0644);
	put_octal(header + 108, 8, 0);
	put_octal(header + 116, 8, 0);
	put_octal(header + 124, 12, size);
	put_octal(header + 136, 12, 0);
	header[156] = type;
	memcpy(header + 257, "ustar", 6);
	memcpy(header + 263, "00", 2);
	/* The sum is taken with blanks in its own place. */
	memset(header + 148, ' ', 8);
	for (i = 0; i < BLOCK; i++)
		sum += (unsigned char)header[i];
	put_octal(header + 148, 7, sum);
	output_bytes(out, header, BLOCK);
}

/* The length of number in digits. */
static size_t
digits(size_t number)
{
	size_t count = 1;

	for (; number > 9; number /= 10)
		count++;
	return count;
}

/* "LENGTH path=NAME\n", LENGTH counting itself: the pax record of a long name. */
static void
write_long_name(struct output *out, struct slice name)
{
	size_t rest = sizeof " path=" - 1 + name.len + 1;
	size_t length = rest + digits(rest);

	if (digits(length) > digits(rest))
		length = rest + digits(length);
	write_header(out, SLICE("name"), length, 'x');
	output_number(out, length);
	output_string(out, " path=");
	output_slice(out, name);
	output_char(out, '\n');
	tar_pad(out, length);
}

void
tar_begin(struct output *out, struct slice name, size_t size)
{
	if (name.len > NAME_BYTES)
		write_long_name(out, name);
	write_header(out, name, size, '0');
}

void
tar_pad(struct output *out, size_t size)
{
	static const char zeros[BLOCK];

	if (size % BLOCK > 0)
		output_bytes(out, zeros, BLOCK - size % BLOCK);
}

void
tar_end(struct output *out)
{
	static const char zeros[2 * BLOCK];

	output_bytes(out, zeros, sizeof zeros);
}
