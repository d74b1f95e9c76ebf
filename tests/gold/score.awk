# Holds records against annotated readouts; prints a table, one measure a line.
# usage: LC_ALL=C awk -f score.awk [-v verbose=1] FLOORS NAME.gold... NAME.acts... RECORDS.tsv
#
# FLOORS has MEASURE TAB FLOOR lines; the status is 1 when a measure is below its
# floor or a document of the annotations is not in the records. Any POSIX awk.
# In the C locale a character is a byte, as in the columns start and end.
#
# NAME.gold: a unit a line behind T| H| S| I| B| (title, head, sentence, item,
# boilerplate), names marked as ⟦kind:key|surface⟧; # published, # meeting and
# # participant lines. NAME.acts: unit (the nth S| or I|), act, by, to, verb.
#
# Text is compared without its blanks: all units of a document make one string,
# and a unit or name is the stretch of it from "first" to "last". A leading "the"
# counts for nothing. A name is right when kind, first and last are; keys of
# persons are whatever the records call the persons of the annotations.

BEGIN {
	FS = "\t"
	OPEN = "⟦"
	CLOSE = "⟧"
	count = split("person role country place org event instrument date money", kinds, " ")
	for (i = 1; i <= count; i++)
		is_kind[kinds[i]] = 1
	split("title head sent item note", list, " ")
	for (i in list)
		is_unit[list[i]] = 1
	allowed["T", "title"] = allowed["H", "head"] = allowed["S", "sent"] = 1
	allowed["I", "item"] = allowed["B", "note"] = 1
}

FNR == 1 {
	role = FILENAME ~ /\.gold$/ ? "gold" : FILENAME ~ /\.acts$/ ? "acts" : \
	    FILENAME ~ /FLOORS$/ ? "floors" : "records"
	doc = FILENAME
	sub(/.*\//, "", doc)
	sub(/\.[a-z]*$/, "", doc)
	if (role == "gold") {
		names[++documents] = doc
		gold_text[doc] = ""
	}
}

role == "floors" && !/^#/ && NF == 2 { order[++floors] = $1; floor[$1] = $2 }
role == "gold" { read_gold($0) }
role == "acts" { read_act() }
role == "records" && NF == 9 && !/^#/ && ($1 in gold_text) { read_record() }

END {
	for (d = 1; d <= documents; d++)
		hold(names[d])
	report()
	exit failed > 0
}

function squeeze(s) {
	gsub(/ /, "", s)
	return s
}

function say(doc, what) {
	if (verbose)
		printf "%s\t%s\n", doc, what
}

# The annotations.

function read_gold(line,    kind, at, plain, mark, body, part) {
	if (line ~ /^# meeting:/) {
		sub(/^# meeting: */, "", line)
		count_fields = split(line, part, "\t")
		for (at = 1; at <= count_fields; at++) {
			mark = index(part[at], "=")
			fact[doc, substr(part[at], 1, mark - 1)] = substr(part[at], mark + 1)
		}
	} else if (line ~ /^# participant:/) {
		sub(/^# participant: */, "", line)
		split(line, part, "\t")
		at = ++participants[doc]
		participant_key[doc, at] = part[1]
		participant_name[doc, at] = part[2]
		participant_country[doc, at] = part[3]
		participant_office[doc, at] = part[4]
	} else if (line ~ /^[THSIB]\|/) {
		kind = substr(line, 1, 1)
		body = substr(line, 3)
		sub(/^ +/, "", body)
		if (kind == "I")
			sub(/^(•|\*|-|\(?[0-9][0-9]?[.)]) +/, "", body)
		first = length(gold_text[doc])
		plain = ""
		while (at = index(body, OPEN)) {
			plain = plain squeeze(substr(body, 1, at - 1))
			body = substr(body, at + length(OPEN))
			at = index(body, CLOSE)
			mark = substr(body, 1, at - 1)
			body = substr(body, at + length(CLOSE))
			plain = plain add_gold(mark, first + length(plain))
		}
		plain = plain squeeze(body)
		gold_text[doc] = gold_text[doc] plain
		add_gold_unit(kind, first, length(gold_text[doc]))
	}
}

# Takes "kind:key|surface" at that place; gives the surface without blanks.
function add_gold(mark, at,    colon, bar, surface, n, kind) {
	colon = index(mark, ":")
	bar = index(mark, "|")
	kind = substr(mark, 1, colon - 1)
	surface = squeeze(substr(mark, bar + 1))
	if (!(kind in is_kind) || surface == "")
		broken("no such mark in " doc ": " mark)
	n = ++gold_names[doc]
	gold_kind[doc, n] = kind
	gold_key[doc, n] = substr(mark, colon + 1, bar - colon - 1)
	gold_first[doc, n] = at
	gold_last[doc, n] = at + length(surface)
	gold_at[doc, kind, at, at + length(surface)] = n
	return surface
}

function add_gold_unit(kind, first, last,    n) {
	n = ++gold_units[doc]
	unit_kind[doc, n] = kind
	unit_first[doc, n] = first
	unit_last[doc, n] = last
	if (kind == "B")
		boilerplate_end[doc, last] = 1
	else
		gold_end[doc, last] = 1
	if (kind == "S" || kind == "I") {
		n = ++sentences[doc]
		sentence_first[doc, n] = first
		sentence_last[doc, n] = last
	}
}

function read_act(    n, verb, from, at, times) {
	verb = squeeze($5)
	from = sentence_first[doc, $1]
	times = ++verb_seen[doc, $1, verb]
	do {
		at = index(substr(gold_text[doc], from + 1, sentence_last[doc, $1] - from), verb)
		if (!at)
			broken("no such verb in " doc ", unit " $1 ": " $5)
		from += at
	} while (--times > 0)
	n = ++acts[doc]
	act_kind[doc, n] = $2
	act_by[doc, n] = $3
	act_to[doc, n] = $4
	act_first[doc, n] = from - 1
	act_last[doc, n] = from - 1 + length(verb)
	act_verb[doc, n] = $5
	has_acts[doc] = 1
}

function broken(what) {
	print "score: " what > "/dev/stderr"
	failed = 1
}

# The records. Spans follow their unit, so that its place is known by then.

function read_record(    n, place) {
	seen[$1] = 1
	place = $2 SUBSEP $3
	if ($6 in is_unit) {
		unit_text = $9
		unit_at = locate($1, squeeze($9))
		if (unit_at < 0) {
			say($1, "no such text in the annotations: " $9)
			return
		}
		n = ++found_units[$1]
		cursor[$1] = unit_at + length(squeeze($9))
		found_unit[$1, unit_at, cursor[$1]] = $6
		found_last[$1, n] = cursor[$1]
		found_kind[$1, n] = $6
	} else if ($6 == "meeting") {
		found_fact[$1, "type"] = $7
		found_fact[$1, "date"] = attribute("date")
		found_fact[$1, "place"] = attribute("place")
		found_fact[$1, "mode"] = attribute("mode")
	} else if ($6 == "participant") {
		n = ++found_participants[$1]
		found_participant[$1, n] = $7
		found_name[$1, n] = $9
		found_country[$1, n] = attribute("country")
		found_office[$1, n] = attribute("office")
	} else if ($6 in is_kind) {
		add_found(length(squeeze(substr(unit_text, 1, $4))), squeeze($9))
	} else if ($6 == "act") {
		n = ++found_acts[$1]
		found_act[$1, n] = $7
		found_by[$1, n] = attribute("by")
		found_to[$1, n] = attribute("to")
		found_act_first[$1, n] = unit_at + length(squeeze(substr(unit_text, 1, $4)))
		found_act_last[$1, n] = found_act_first[$1, n] + length(squeeze(attribute("verb")))
		found_act_text[$1, n] = $9
	}
}

# Where in the annotated text the unit is: behind the one before, else anywhere.
function locate(doc, text,    at) {
	at = index(substr(gold_text[doc], cursor[doc] + 1), text)
	if (at)
		return cursor[doc] + at - 1
	return index(gold_text[doc], text) - 1
}

function add_found(offset, surface,    n, at) {
	if ($9 ~ /^[Tt]he /) {
		offset += 3
		surface = substr(surface, 4)
	}
	at = unit_at < 0 ? -1000000 : unit_at + offset
	n = ++found_names[$1]
	span_kind[$1, n] = $6
	span_key[$1, n] = $7
	span_first[$1, n] = at
	span_last[$1, n] = at + length(surface)
	span_text[$1, n] = $9
	span_at[$1, $6, at, at + length(surface)] = n
}

# The value of an attribute of this record, or "-".
function attribute(name,    part, n, i, value) {
	n = split($8, part, ";")
	for (i = 1; i <= n; i++) {
		if (index(part[i], name "=") == 1) {
			value = substr(part[i], length(name) + 2)
			gsub(/%3B/, ";", value)
			gsub(/%3D/, "=", value)
			gsub(/%25/, "%", value)
			return value
		}
	}
	return "-"
}

# One against the other.

function hold(doc) {
	if (!(doc in seen)) {
		broken("no records of " doc)
		return
	}
	hold_keys(doc)
	hold_names(doc)
	hold_units(doc)
	hold_meeting(doc)
	hold_participants(doc)
	if (doc in has_acts)
		hold_acts(doc)
}

# What the records call each person (or other) of the annotations: the key that
# most of the spans there have.
function hold_keys(doc,    i, j, key, votes, pair) {
	for (i = 1; i <= found_names[doc]; i++) {
		for (j = 1; j <= gold_names[doc]; j++) {
			if (span_kind[doc, i] == "role" || span_kind[doc, i] != gold_kind[doc, j])
				continue
			if (span_first[doc, i] >= gold_last[doc, j] ||
			    gold_first[doc, j] >= span_last[doc, i])
				continue
			key = span_key[doc, i]
			pair = key SUBSEP gold_key[doc, j]
			if (++votes[pair] > votes[key])
				votes[key] = votes[pair]
			if (votes[pair] == votes[key] && (!((doc, key) in stands_for) ||
			    votes[pair] > votes[key SUBSEP stands_for[doc, key]]))
				stands_for[doc, key] = gold_key[doc, j]
		}
	}
}

# Whether two lists of keys, joined by commas, are the same set of persons.
function same_keys(doc, found, gold,    part, n, i, want, have, key) {
	n = split(gold, part, ",")
	for (i = 1; i <= n; i++)
		want[part[i]] = 1
	n = split(found, part, ",")
	for (i = 1; i <= n; i++) {
		key = (doc, part[i]) in stands_for ? stands_for[doc, part[i]] : part[i]
		if (!(key in want))
			return 0
		have[key] = 1
	}
	for (key in want)
		if (!(key in have))
			return 0
	return 1
}

function hold_names(doc,    i, kind, key, n, right) {
	for (i = 1; i <= found_names[doc]; i++) {
		kind = span_kind[doc, i]
		key = span_key[doc, i]
		if (!((doc, kind, span_first[doc, i], span_last[doc, i]) in gold_at)) {
			wrong[kind]++
			say(doc, kind "\tfalse\t" span_text[doc, i] "\t" key)
			continue
		}
		hit[kind]++
		n = gold_at[doc, kind, span_first[doc, i], span_last[doc, i]]
		if (kind == "person" || kind == "role")
			right = same_keys(doc, key, gold_key[doc, n])
		else
			right = key == gold_key[doc, n]
		key_right[kind] += right
		if (!right && kind ~ /^(person|role|country|date|money)$/)
			say(doc, kind "\tkey\t" span_text[doc, i] "\tgot " key "\twant " gold_key[doc, n])
	}
	for (i = 1; i <= gold_names[doc]; i++) {
		kind = gold_kind[doc, i]
		if (!((doc, kind, gold_first[doc, i], gold_last[doc, i]) in span_at)) {
			missed[kind]++
			say(doc, kind "\tmissed\t" substr(gold_text[doc], gold_first[doc, i] + 1,
			    gold_last[doc, i] - gold_first[doc, i]) "\t" gold_key[doc, i])
		}
	}
}

function hold_units(doc,    i, last, kind, have) {
	for (i = 1; i <= found_units[doc]; i++) {
		last = found_last[doc, i]
		if (found_kind[doc, i] == "note" || (doc, last) in have)
			continue
		have[doc, last] = 1
		if ((doc, last) in gold_end)
			hit["unit ends"]++
		else if (!((doc, last) in boilerplate_end))
			wrong["unit ends"]++
	}
	for (i = 1; i <= gold_units[doc]; i++) {
		kind = unit_kind[doc, i]
		last = unit_last[doc, i]
		if (kind != "B" && !((doc, last) in have)) {
			missed["unit ends"]++
			say(doc, "unit end\tmissed\t" substr(gold_text[doc], last - 30, 31))
		}
		share_of["units"]++
		# boilerplate may be metadata of the document, which is in no unit
		if (((doc, unit_first[doc, i], last) in found_unit) ? \
		    (kind, found_unit[doc, unit_first[doc, i], last]) in allowed : kind == "B")
			share["units"]++
		else
			say(doc, "unit\t" kind "\t" substr(gold_text[doc], unit_first[doc, i] + 1, 60))
	}
}

function hold_meeting(doc,    i, what, want, got, list) {
	split("type date place mode", list, " ")
	for (i = 1; i <= 4; i++) {
		what = list[i]
		want = (doc, what) in fact ? fact[doc, what] : "-"
		got = (doc, what) in found_fact ? found_fact[doc, what] : "-"
		if (want == "-")
			continue
		share_of["meeting " what]++
		if (tolower(got) == tolower(want))
			share["meeting " what]++
		else
			say(doc, "meeting\t" what "\tgot " got "\twant " want)
	}
}

function hold_participants(doc,    i, j, taken, key) {
	for (i = 1; i <= participants[doc]; i++) {
		for (j = 1; j <= found_participants[doc]; j++) {
			key = found_participant[doc, j]
			if (!(j in taken) && ((doc, key) in stands_for) &&
			    stands_for[doc, key] == participant_key[doc, i])
				break
		}
		if (j > found_participants[doc]) {
			missed["participants"]++
			say(doc, "participant\tmissed\t" participant_name[doc, i])
			continue
		}
		taken[j] = 1
		hit["participants"]++
		hold_attribute(doc, "country", participant_country[doc, i], found_country[doc, j],
		    participant_name[doc, i])
		hold_attribute(doc, "office", participant_office[doc, i], found_office[doc, j],
		    participant_name[doc, i])
	}
	for (j = 1; j <= found_participants[doc]; j++) {
		if (!(j in taken)) {
			wrong["participants"]++
			say(doc, "participant\tfalse\t" found_name[doc, j])
		}
	}
}

function hold_attribute(doc, what, want, got, name) {
	if (want == "-")
		return
	share_of["participant " what]++
	if (got == want)
		share["participant " what]++
	else
		say(doc, "participant\t" what "\t" name "\tgot " got "\twant " want)
}

function hold_acts(doc,    i, j, best, taken) {
	for (i = 1; i <= acts[doc]; i++) {
		best = 0
		for (j = 1; j <= found_acts[doc]; j++) {
			if (j in taken || found_act_first[doc, j] >= act_last[doc, i] ||
			    act_first[doc, i] >= found_act_last[doc, j])
				continue
			if (!best || found_act[doc, j] == act_kind[doc, i])
				best = j
		}
		if (!best) {
			missed["acts"]++
			say(doc, "act\tmissed\t" act_kind[doc, i] "\t" act_verb[doc, i])
			continue
		}
		taken[best] = 1
		if (found_act[doc, best] != act_kind[doc, i]) {
			missed["acts"]++
			wrong["acts"]++
			say(doc, "act\tkind\t" act_verb[doc, i] "\tgot " found_act[doc, best] \
			    "\twant " act_kind[doc, i])
			continue
		}
		hit["acts"]++
		hold_side(doc, "by", found_by[doc, best], act_by[doc, i], act_verb[doc, i])
		hold_side(doc, "to", found_to[doc, best], act_to[doc, i], act_verb[doc, i])
	}
	for (j = 1; j <= found_acts[doc]; j++) {
		if (!(j in taken)) {
			wrong["acts"]++
			say(doc, "act\tfalse\t" found_act[doc, j] "\t" found_act_text[doc, j])
		}
	}
}

function hold_side(doc, side, got, want, verb) {
	if (side == "to" && got == "-" && want == "-")
		return
	share_of["acts " side]++
	if (same_keys(doc, got, want))
		share["acts " side]++
	else
		say(doc, "act\t" side "\t" verb "\tgot " got "\twant " want)
}

# The table.

function ratio(a, b) {
	return b ? a / b : 0
}

function measure(name, value) {
	value = sprintf("%.3f", value)
	value_of[name] = value
	if (name in floor && value + 0 < floor[name] + 0) {
		printf "below its floor: %s %s < %s\n", name, value, floor[name]
		failed = 1
	}
}

function row(name, key,    p, r, f, n) {
	n = hit[name] + missed[name]
	p = ratio(hit[name], hit[name] + wrong[name])
	r = ratio(hit[name], n)
	f = ratio(2 * p * r, p + r)
	printf "%-20s %5d %7.3f %7.3f %7.3f %7s\n", name, n, p, r, f,
	    key ? sprintf("%.3f", ratio(key_right[name], hit[name])) : "-"
	measure(name, f)
	if (key)
		measure(name " key", ratio(key_right[name], hit[name]))
}

function report(    i, k, list, n) {
	printf "%-20s %5s %7s %7s %7s %7s\n", documents " documents", "gold", "prec", "recall", "F1", "key"
	for (i = 1; i <= count; i++) {
		k = kinds[i]
		row(k, k ~ /^(person|role|country|date|money)$/)
		hit["all"] += hit[k]
		wrong["all"] += wrong[k]
		missed["all"] += missed[k]
	}
	row("all", 0)
	row("unit ends", 0)
	row("participants", 0)
	row("acts", 0)
	n = split("units,participant country,participant office,meeting type,meeting date,meeting place,meeting mode,acts by,acts to", list, ",")
	for (i = 1; i <= n; i++) {
		printf "%-20s %5d   right %7.3f\n", list[i], share_of[list[i]],
		    ratio(share[list[i]], share_of[list[i]])
		measure(list[i], ratio(share[list[i]], share_of[list[i]]))
	}
	for (i = 1; i <= floors; i++)
		if (!(order[i] in value_of))
			broken("FLOORS: no such measure: " order[i])
}
