/* Where a name in capitals ends behind its head word: complements, numbers, years. */
#include "shape.h"

#include "context.h"

static bool
takes_complement(const struct reading *reading, uint32_t i, uint32_t class)
{
	switch (link_at(reading, i)) {
	case LINK_OF:
		return true;
	case LINK_FOR:
	case LINK_ON:
		return !(class & CLASS_PLACE_HEAD);
	case LINK_TO:
		/* "Rescue Team to Bergen": where it is sent, unless that makes it one. */
		if (class & CLASS_ORG_HEAD && !reads(reading, i - 1, "mission") &&
		    (entry_at(reading, i + 1, ENTRY_PLACE) || entry_at(reading, i + 1, ENTRY_COUNTRY)))
			return false;
		/* FALLTHROUGH */
	case LINK_AGAINST:
		/* "Summit to End Hunger": a verb, not a place. */
		return class & (CLASS_INSTRUMENT_HEAD | CLASS_ORG_HEAD) ||
		    (class & CLASS_EVENT_HEAD && is_common_word(reading, i + 1) && !shape_in_headline(reading) &&
			name_end(reading, i + 1) == i + 1);
	default:
		return false;
	}
}

uint32_t
shape_figure_end(const struct reading *reading, uint32_t i)
{
	i++;
	/* "76/300" */
	if (is_mark(reading, i, '/') && is_glued(reading, i) && is_glued(reading, i + 1) &&
	    is_inside(reading, i + 1) && reading->tokens[i + 1].shape & SHAPE_DIGIT)
		i += 2;
	return is_mark(reading, i, '(') && is_mark(reading, i + 2, ')') &&
		(reading->tokens[i + 1].shape & (SHAPE_DIGIT | SHAPE_WORD)) == SHAPE_DIGIT
	    ? i + 3
	    : i;
}

bool
shape_is_year(const struct reading *reading, uint32_t i)
{
	struct slice text;

	if (!is_inside(reading, i) || !(reading->tokens[i].shape & SHAPE_DIGIT) || is_glued(reading, i))
		return false;
	text = token_text(reading->document, reading->unit, i);
	return text.len == 4 && !(reading->tokens[i].shape & SHAPE_WORD) &&
	    (!memcmp(text.at, "19", 2) || !memcmp(text.at, "20", 2));
}

/* Past "for 2024-2026" that begins at i; else i. */
static uint32_t
years_end(const struct reading *reading, uint32_t i)
{
	if (!shape_is_year(reading, i + 1))
		return i;
	return is_mark(reading, i + 2, '-') && is_glued(reading, i + 2) && is_inside(reading, i + 3) &&
		reading->tokens[i + 3].shape & SHAPE_DIGIT
	    ? i + 4
	    : i + 2;
}

/* "Strategic Dialogue | on Biological Security": what a known event or paper is about. */
static bool
is_topic(const struct reading *reading, uint32_t on, uint32_t class)
{
	return class & (CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD | CLASS_ORG_HEAD) &&
	       link_at(reading, on) == LINK_ON && !shape_in_headline(reading) &&
	       !is_capital(reading, on) && is_capital(reading, on + 1) &&
	       !has_class(reading, on + 1, CLASS_MONTH | CLASS_WEEKDAY) &&
	       (class & CLASS_EVENT_HEAD || !(entry_at(reading, on + 1, ENTRY_COUNTRY) ||
					      entry_at(reading, on + 1, ENTRY_PLACE)));
}

/* "Ministerial Meeting | on the Civil Aviation Policy", "Joint Statement | on the G20
 * Summit": what an event or a statement is about is a name of its own. */
static bool
is_about_name(const struct reading *reading, uint32_t head, uint32_t on, uint32_t end)
{
	uint32_t i = on + 1, word;

	if (link_at(reading, on) != LINK_ON || is_capital(reading, on) ||
	    !(has_class(reading, head, CLASS_EVENT_HEAD) || in_context(reading, head, CONTEXT_PUBLISHED)))
		return false;
	i += link_at(reading, i) == LINK_THE;
	for (word = i; word < end && link_at(reading, word) == LINK_NONE; word++)
		continue;
	return (word == end && end > i + 1 && is_capital(reading, end - 1) &&
		has_class(reading, end - 1, CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD) &&
		!has_class(reading, end - 1, CLASS_PLURAL) &&
		head_at(reading, end - 1) != HEAD_PARTNERSHIP) ||
	       (hit_at(reading, i)->last == end && entry_at(reading, i, ENTRY_EVENT)) ||
	       (end > i && hit_at(reading, end - 1)->last == end &&
		entry_at(reading, end - 1, ENTRY_EVENT));
}

uint32_t
shape_end(const struct reading *reading, uint32_t first, uint32_t head)
{
	uint32_t class = reading->tokens[head].classes & HEADS, last = head + 1, end, about;
	enum head_word word = head_at(reading, head);
	enum name_kind kind = kind_of_heads(class);
	bool known = first < head && is_entry(reading, first, head + 1, (enum entry_kind)kind);

	if (word == HEAD_NATIONAL && is_capital(reading, last) && reads(reading, last, "general"))
		last++; /* "Consulate General" */
	if (takes_complement(reading, last, class) &&
	    !(known && link_at(reading, last) != LINK_OF && !is_topic(reading, last, class) &&
		((kind == NAME_ORG && !is_topic(reading, last, class)) || shape_in_headline(reading) ||
		    !is_common(reading, last + 1 + reads(reading, last + 1, "a"))))) {
		end = complement_end(reading, last + 1, head);
		if (end > last + 1 && !is_about_name(reading, head, last, end))
			last = end;
	} else if (class & CLASS_INSTRUMENT_HEAD && last < reading->last &&
	    reading->tokens[last].shape & SHAPE_DIGIT && !has_class(reading, last + 1, CLASS_MONTH)) {
		last = shape_figure_end(reading, last);
		/* "Partnership 2017-2020" */
		if (is_mark(reading, last, '-') && is_glued(reading, last) && is_inside(reading, last + 1) &&
		    reading->tokens[last + 1].shape & SHAPE_DIGIT)
			last += 2;
	} else if (is_capital(reading, last) && !is_headline_word(reading, last) &&
	    (word == HEAD_ORDER ||
		(reads(reading, head, "memorandum") && reads(reading, head - 1, "presidential")))) {
		last = complement_end(reading, last, head); /* "Executive Order Protecting Access to X" */
	}
	/* "Treaty | between Chile and Peru on Rivers" */
	if (class & CLASS_INSTRUMENT_HEAD && word != HEAD_PARTNERSHIP && link_at(reading, last) == LINK_BETWEEN &&
	    (last == head + 1 || link_at(reading, head + 1) != LINK_TO) &&
	    !in_context(reading, head, CONTEXT_PUBLISHED) && (end = parties_end(reading, last)) > last) {
		last = end;
		about = last + 1 + (link_at(reading, last + 1) == LINK_THE);
		if ((link_at(reading, last) == LINK_ON || link_at(reading, last) == LINK_FOR) &&
		    is_common_word(reading, about) &&
		    (end = complement_end(reading, about, head)) > about)
			last = end;
	}
	/* "Lend-Lease Act | of 2022", "Aid Agreement | of 1976" */
	if (has_class(reading, last - 1, CLASS_INSTRUMENT_HEAD) &&
	    (first < head || last > head + 1) && link_at(reading, last) == LINK_OF &&
	    last + 1 < reading->last && reading->tokens[last + 1].shape & SHAPE_DIGIT &&
	    reading->tokens[last + 1].end - reading->tokens[last + 1].start == 4)
		last += 2;
	/* "Programme of Cooperation | for 2024-2026" */
	if (class & CLASS_INSTRUMENT_HEAD && link_at(reading, last) == LINK_FOR)
		last = years_end(reading, last);
	/* "Plan of Action 2023 | -2027" */
	if (class & CLASS_INSTRUMENT_HEAD && last > head + 1 && shape_is_year(reading, last - 1) &&
	    is_mark(reading, last, '-') && is_glued(reading, last) && is_inside(reading, last + 1) &&
	    reading->tokens[last + 1].shape & SHAPE_DIGIT)
		last += 2;
	/* "World Expo | 2030" */
	if (class & CLASS_EVENT_HEAD && word != HEAD_DAY && last == head + 1 && shape_is_year(reading, last))
		return last + 1;
	/* "World War | II", "Additional Protocol | I" */
	if (class & (CLASS_EVENT_HEAD | CLASS_INSTRUMENT_HEAD) && last == head + 1 && last < reading->last &&
	    reading->tokens[last].classes & CLASS_SUFFIX && is_capital(reading, last))
		last++;
	return last;
}
