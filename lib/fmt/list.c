#include "list.h"

#include "text.h"

bool
list_next(struct slice *list, struct slice *piece)
{
	const char *comma;
	size_t len;

	while (list->len > 0) {
		comma = memchr(list->at, ',', list->len);
		len = comma ? (size_t)(comma - list->at) : list->len;
		*piece = slice_trim(slice_cut(*list, 0, len));
		*list = slice_cut(*list, len + (comma != NULL), list->len);
		if (piece->len > 0 && !slice_is(*piece, "-"))
			return true;
	}
	return false;
}

bool
list_has(struct slice list, struct slice wanted)
{
	struct slice piece;

	while (list_next(&list, &piece))
		if (slice_equal(piece, wanted))
			return true;
	return false;
}

int
list_compare(struct slice a, struct slice b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len > 0 ? memcmp(a.at, b.at, len) : 0;

	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int
number(struct slice digits)
{
	int value = 0;
	size_t i;

	for (i = 0; i < digits.len; i++) {
		if (!text_is_digit((unsigned char)digits.at[i]))
			return -1;
		value = value * 10 + digits.at[i] - '0';
	}
	return value;
}

bool
date_is_day(struct slice date)
{
	static const char days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day;

	if (date.len != 10 || date.at[4] != '-' || date.at[7] != '-')
		return false;
	year = number(slice_cut(date, 0, 4));
	month = number(slice_cut(date, 5, 7));
	day = number(slice_cut(date, 8, 10));
	if (year < 1 || month < 1 || month > 12 || day < 1 || day > days[month - 1])
		return false;
	return month != 2 || day < 29 ||
	       (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
}

bool
list_is_address(struct slice url)
{
	size_t i;

	if (!slice_starts(url, SLICE("https://")) && !slice_starts(url, SLICE("http://")))
		return false;
	for (i = 0; i < url.len; i++)
		if (!text_is_alnum((unsigned char)url.at[i]) &&
		    !one_of("-._~:/?#[]@!$&'()*+,;=%", url.at[i]))
			return false;
	return true;
}
