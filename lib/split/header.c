#include "header.h"

#include "../text.h"
#include "reader.h"

enum { MOST_FRONT_MATTER = 48 * 1024, MOST_MAIL_LINES = 400, LONGEST_FIELD_NAME = 64 };

static bool
is_field_name(char c)
{
	return text_is_alnum((unsigned char)c) || c == '_' || c == '-' || c == '.';
}

/* "name: value" or "name:", as in a front matter. */
static bool
is_field(struct slice line)
{
	size_t at = 0;

	while (at < line.len && is_field_name(line.at[at]))
		at++;
	return at > 0 && at < line.len && line.at[at] == ':' &&
	       (at + 1 == line.len || line.at[at + 1] == ' ' || line.at[at + 1] == '\t');
}

size_t
header_front_matter(struct source *source, size_t from)
{
	size_t next, at;
	struct slice line;
	bool whole;

	line = input_bytes(source->in);
	if (source->running || from >= line.len || line.at[from] != '-' ||
	    (from + 1 < line.len && line.at[from + 1] != '-'))
		return 0;
	line = reader_trim(reader_line_at(source, from, 8, &whole, &next));
	if (!whole || !slice_is(line, "---"))
		return 0;
	line = reader_trim(reader_line_at(source, next, MOST_FRONT_MATTER, &whole, &at));
	if (!whole || !is_field(line))
		return 0;
	while (at - from < MOST_FRONT_MATTER) {
		next = at;
		line = reader_trim(
		    reader_line_at(source, next, MOST_FRONT_MATTER, &whole, &at));
		if (!whole)
			return 0;
		if (slice_is(line, "---") || slice_is(line, "..."))
			return at;
		if (at == next)
			return 0; /* the end of the input */
		if (line.len > 0 && !is_field(line) && line.at[0] != ' ' &&
		    line.at[0] != '\t' && line.at[0] != '-' && line.at[0] != '#' &&
		    line.at[0] != '\'' && line.at[0] != '"')
			return 0;
	}
	return 0;
}

static bool
is_mail_from(struct slice line)
{
	static const char *const days[] = {" Mon ", " Tue ", " Wed ", " Thu ",
					   " Fri ", " Sat ", " Sun "};
	const char *at;
	size_t i, from;

	if (!slice_starts(line, SLICE("From ")) || line.len > 300)
		return false;
	at = memchr(line.at + 5, ' ', line.len - 5);
	if (!at)
		return false;
	from = (size_t)(at - line.at);
	while (from + 1 < line.len && line.at[from + 1] == ' ')
		from++;
	for (i = 0; i < 7; i++)
		if (slice_starts(slice_cut(line, from, line.len), slice_of(days[i])))
			return true;
	return false;
}

/* Whether the line at byte from may begin a mail header: it need not be there whole. */
static bool
may_be_mail(struct source *source, size_t from)
{
	size_t at = 0, next, most = sizeof "From ";
	struct slice line;
	bool whole;

	for (;; most += LONGEST_FIELD_NAME / 8) {
		line = reader_line_at(source, from, most, &whole, &next);
		if (slice_starts(line, SLICE("From ")) || !source->fresh)
			return slice_starts(line, SLICE("From "));
		while (at < line.len && is_field_name(line.at[at]))
			at++;
		if (at < line.len || line.len < most || most > LONGEST_FIELD_NAME)
			return at < line.len && line.at[at] == ':';
	}
}

size_t
header_mail(struct source *source, size_t from)
{
	static const char *const usual[] = {
	    "From:",	    "To:",	    "Date:",	     "Subject:",
	    "Message-ID:",  "Received:",    "MIME-Version:", "Content-Type:",
	    "Return-Path:", "Delivered-To:"};
	size_t next = from, at, i, lines, known = 0;
	struct slice line;
	bool whole;

	if (source->running || !may_be_mail(source, from))
		return 0;
	line = reader_line_at(source, from, 400, &whole, &next);
	if (whole && is_mail_from(line))
		known = 2;
	else if (!source->fresh || !whole || !is_field(reader_trim(line)))
		return 0;
	else
		next = from;
	for (lines = 0; lines < MOST_MAIL_LINES && next - from < MOST_FRONT_MATTER;
	     lines++) {
		at = next;
		line = reader_trim(reader_line_at(source, at, 4096, &whole, &next));
		if (line.len == 0)
			return known >= 2 && at > from ? at - from : 0;
		if (!whole ||
		    (!is_field(line) && line.at[0] != ' ' && line.at[0] != '\t'))
			return 0;
		for (i = 0; i < sizeof usual / sizeof usual[0]; i++)
			known += slice_starts(line, slice_of(usual[i]));
	}
	return 0;
}
