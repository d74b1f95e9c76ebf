#include "date.h"

#include "../text.h"
#include "step.h"

enum { LEAST_DIGITS = 5 }; /* of a day and a year */

struct parse {
	const struct words *words;
	struct slice text;
	size_t at;
	unsigned year, month, day;
};

static const char *const months[12] = {"january",   "february", "march",    "april",
				       "may",	    "june",	"july",	    "august",
				       "september", "october",	"november", "december"};
static const char *const weekdays[7] = {"monday", "tuesday",  "wednesday", "thursday",
					"friday", "saturday", "sunday"};

static bool
at_digit(const struct parse *parse)
{
	return parse->at < parse->text.len &&
	       text_is_digit((unsigned char)parse->text.at[parse->at]);
}

static bool
take(struct parse *parse, char c)
{
	if (parse->at >= parse->text.len || parse->text.at[parse->at] != c)
		return false;
	parse->at++;
	return true;
}

/* A number of least to most digits; false, and nothing taken, without one. */
static bool
number(struct parse *parse, size_t least, size_t most, unsigned *value)
{
	size_t from = parse->at;

	*value = 0;
	while (at_digit(parse) && parse->at - from < 6)
		*value = *value * 10 + (unsigned)(parse->text.at[parse->at++] - '0');
	if (parse->at - from >= least && parse->at - from <= most)
		return true;
	parse->at = from;
	return false;
}

static struct slice
word(const struct parse *parse)
{
	size_t end = parse->at;

	while (end < parse->text.len && text_is_alpha((unsigned char)parse->text.at[end]))
		end++;
	return slice_cut(parse->text, parse->at, end);
}

/* Which of the names the word is, or begins with three letters or more; count: none. */
static unsigned
name_index(struct slice found, const char *const *names, unsigned count)
{
	unsigned i;
	size_t k;

	if (found.len < 3)
		return count;
	for (i = 0; i < count; i++) {
		for (k = 0; k < found.len && names[i][k] == text_lower_byte(found.at[k]);
		     k++)
			continue;
		if (k == found.len && (k <= 5 || names[i][k] == '\0'))
			break;
	}
	return i;
}

static bool
month(struct parse *parse)
{
	struct slice found = word(parse);
	unsigned i = name_index(found, months, 12);

	if (i == 12)
		return false;
	parse->month = i + 1;
	parse->at += found.len;
	take(parse, '.');
	return true;
}

static void
blanks(struct parse *parse, const char *others)
{
	while (parse->at < parse->text.len &&
	       (parse->text.at[parse->at] == ' ' ||
		(parse->text.at[parse->at] != '\0' &&
		 strchr(others, parse->text.at[parse->at]))))
		parse->at++;
}

/* "st", "nd", "rd", "th" behind a day, and "of". */
static void
ordinal(struct parse *parse)
{
	struct slice found = word(parse);

	if (slice_is(found, "st") || slice_is(found, "nd") || slice_is(found, "rd") ||
	    slice_is(found, "th"))
		parse->at += 2;
	blanks(parse, "-");
	if (slice_is(word(parse), "of")) {
		parse->at += 2;
		blanks(parse, "");
	}
}

static bool
valid(const struct parse *parse)
{
	return parse->year >= 1800 && parse->year < 2200 && parse->month >= 1 &&
	       parse->month <= 12 && parse->day >= 1 && parse->day <= 31;
}

/* Three numbers, the separator between them the same. */
static bool
numeric(struct parse *parse)
{
	unsigned a, b, c;
	char separator;

	if (number(parse, 4, 4, &a) && take(parse, '-') && number(parse, 1, 2, &b) &&
	    take(parse, '-') && number(parse, 1, 2, &c)) {
		parse->year = a;
		parse->month = b;
		parse->day = c;
		return valid(parse);
	}
	if (a > 31 || !number(parse, 1, 2, &a) || parse->at >= parse->text.len)
		return false;
	separator = parse->text.at[parse->at++];
	if (!strchr("/.-", separator) || !number(parse, 1, 2, &b) ||
	    !take(parse, separator) || !number(parse, 4, 4, &c))
		return false;
	parse->year = c;
	parse->month = separator == '.' || a > 12 ? b : a;
	parse->day = separator == '.' || a > 12 ? a : b;
	return valid(parse);
}

/* "29 August 2020", "5th of May, 2021", "12-Mar-2020". */
static bool
day_first(struct parse *parse)
{
	if (!number(parse, 1, 2, &parse->day))
		return false;
	ordinal(parse);
	if (!month(parse))
		return false;
	blanks(parse, ",-");
	return number(parse, 4, 4, &parse->year) && valid(parse);
}

/* A date that begins with a digit. */
static bool
in_digits(struct parse *parse)
{
	size_t at = parse->at;

	if (numeric(parse))
		return true;
	parse->at = at;
	return day_first(parse);
}

/* "Sept. 3, 2020", "October 5th 2021". */
static bool
month_first(struct parse *parse)
{
	if (!month(parse))
		return false;
	blanks(parse, "");
	if (!number(parse, 1, 2, &parse->day))
		return false;
	ordinal(parse);
	blanks(parse, ",");
	return number(parse, 4, 4, &parse->year) && valid(parse);
}

static size_t
put_number(char *at, unsigned value, int digits)
{
	int i;

	for (i = digits - 1; i >= 0; i--) {
		at[i] = (char)('0' + value % 10);
		value /= 10;
	}
	return (size_t)digits;
}

/* "+0300", "+03:00", "-5" behind a time, into *zone as "+03:00". */
static bool
offset(struct parse *parse, char zone[8], size_t *len)
{
	size_t back = parse->at;
	unsigned hours, minutes = 0;
	char sign;

	if (parse->at >= parse->text.len)
		return false;
	sign = parse->text.at[parse->at];
	if (sign != '+' && sign != '-')
		return false;
	parse->at++;
	if (number(parse, 4, 4, &hours)) {
		minutes = hours % 100;
		hours /= 100;
	} else if (!number(parse, 1, 2, &hours) ||
		   (take(parse, ':') && !number(parse, 2, 2, &minutes))) {
		parse->at = back;
		return false;
	}
	zone[0] = sign;
	*len = 1;
	*len += put_number(zone + *len, hours, 2);
	zone[(*len)++] = ':';
	*len += put_number(zone + *len, minutes, 2);
	return hours <= 14 && minutes < 60;
}

/* The zone's name or offset, if there is one, onto the end of the ISO form. */
static void
zone(struct parse *parse, struct date *date)
{
	size_t back = parse->at, len;
	struct slice name, known;
	bool bracket;
	char form[8];

	blanks(parse, "");
	bracket = take(parse, '(');
	if (offset(parse, form, &len)) {
		known = (struct slice){form, len};
	} else {
		name = word(parse);
		/* "Eastern Time", "Moscow time": the word of two is the zone. */
		if (name.len == 0 || !words_zone(parse->words, name, &known)) {
			parse->at = back;
			return;
		}
		parse->at += name.len;
		if (slice_is(known, "Z") && offset(parse, form, &len))
			known = (struct slice){form, len};
		back = parse->at;
		blanks(parse, "");
		name = word(parse);
		if (slice_is(name, "time") || slice_is(name, "Time"))
			parse->at += 4;
		else
			parse->at = back;
	}
	if (bracket)
		take(parse, ')');
	memcpy(date->iso + date->len, known.at, known.len < 8 ? known.len : 8);
	date->len += known.len < 8 ? known.len : 8;
}

/* "am", "p.m.", "PM"; false without one. */
static bool
half(struct parse *parse, unsigned *hour)
{
	size_t back = parse->at;
	char c, d;

	blanks(parse, "");
	c = parse->at < parse->text.len ? text_lower_byte(parse->text.at[parse->at])
					: '\0';
	if (c == 'a' || c == 'p') {
		parse->at++;
		take(parse, '.');
		d = parse->at < parse->text.len
			? text_lower_byte(parse->text.at[parse->at])
			: '\0';
		if (d == 'm') {
			parse->at++;
			take(parse, '.');
			if (word(parse).len == 0) {
				*hour = *hour % 12 + (c == 'p' ? 12 : 0);
				return true;
			}
		}
	}
	parse->at = back;
	return false;
}

/* A time behind the date, if there is one, with its zone. */
static void
time_of_day(struct parse *parse, struct date *date)
{
	unsigned hour, minute = 0, second = 0;
	bool seconds = false, minutes = false, halves;
	size_t back = parse->at;

	if (!take(parse, 'T'))
		blanks(parse, ",|@-[(");
	if (slice_is(word(parse), "at")) {
		parse->at += 2;
		blanks(parse, "");
	}
	if (!number(parse, 1, 2, &hour))
		goto none;
	if (take(parse, ':') || (parse->at + 2 < parse->text.len && take(parse, '.'))) {
		minutes = true;
		if (!number(parse, 2, 2, &minute))
			goto none;
		if (take(parse, ':')) {
			seconds = true;
			if (!number(parse, 2, 2, &second))
				goto none;
			if (take(parse, '.'))
				while (at_digit(parse))
					parse->at++;
		}
	}
	halves = half(parse, &hour);
	if ((!minutes && !halves) || hour > 23 || minute > 59 || second > 60)
		goto none;
	date->iso[date->len++] = 'T';
	date->len += put_number(date->iso + date->len, hour, 2);
	date->iso[date->len++] = ':';
	date->len += put_number(date->iso + date->len, minute, 2);
	if (seconds) {
		date->iso[date->len++] = ':';
		date->len += put_number(date->iso + date->len, second, 2);
	}
	zone(parse, date);
	take(parse, ']');
	take(parse, ')');
	return;
none:
	parse->at = back;
}

/* A weekday in front of from belongs to the date. */
static size_t
with_weekday(struct slice text, size_t from)
{
	size_t end = from, begin;

	while (end > 0 && strchr(" ,.", text.at[end - 1]))
		end--;
	begin = end;
	while (begin > 0 && text_is_alpha((unsigned char)text.at[begin - 1]))
		begin--;
	if (end > begin && name_index(slice_cut(text, begin, end), weekdays, 7) < 7)
		return begin;
	return from;
}

bool
date_may_be(struct slice text)
{
	const unsigned char *bytes = (const unsigned char *)text.at;
	size_t at = 0, digits = 0;

	if (text.len >= STEP) {
		for (; at + STEP <= text.len; at += STEP)
			digits += step_digits(bytes + at, 0);
		/* The last ones, and some once more. */
		digits += step_digits(bytes + text.len - STEP, STEP - (text.len - at));
		return digits >= LEAST_DIGITS;
	}
	for (; at < text.len; at++)
		digits += text_is_digit(bytes[at]);
	return digits >= LEAST_DIGITS;
}

bool
date_find(const struct words *words, struct slice text, struct date *date)
{
	struct parse parse = {words, text, 0, 0, 0, 0};
	size_t at;

	if (!date_may_be(text))
		return false;
	for (at = 0; at < text.len; at++) {
		if (!text_is_alnum((unsigned char)text.at[at]) ||
		    (at > 0 && text_is_alnum((unsigned char)text.at[at - 1])))
			continue;
		parse.at = at;
		if (!(at_digit(&parse) ? in_digits(&parse) : month_first(&parse)) ||
		    at_digit(&parse))
			continue;
		date->len = put_number(date->iso, parse.year, 4);
		date->iso[date->len++] = '-';
		date->len += put_number(date->iso + date->len, parse.month, 2);
		date->iso[date->len++] = '-';
		date->len += put_number(date->iso + date->len, parse.day, 2);
		time_of_day(&parse, date);
		date->from = with_weekday(text, at);
		date->to = parse.at;
		return true;
	}
	return false;
}
