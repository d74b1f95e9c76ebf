#!/usr/bin/env bats
# readout-fmt -f ics: meetings as a calendar.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	ics=$BATS_TEST_TMPDIR/readouts.ics
	readout-fmt -f ics "$RECORDS/look-three.tsv" >"$ics"
}

# unfolded FILE: its lines as they were before folding.
unfolded() {
	tr -d '\r' <"$1" | awk 'NR > 1 && !/^ / { print line; line = "" } { sub(/^ /, ""); line = line $0 } END { print line }'
}

@test "ics: an event a meeting, all day, in its place" {
	[ "$(unfolded "$ics" | grep -c '^BEGIN:VEVENT$')" -eq 3 ]
	unfolded "$ics" >"$BATS_TEST_TMPDIR/lines"
	grep -qx 'DTSTART;VALUE=DATE:20240402' "$BATS_TEST_TMPDIR/lines"
	grep -qx 'DTSTAMP:20240403T000000Z' "$BATS_TEST_TMPDIR/lines"
	grep -qx 'LOCATION:Nairobi' "$BATS_TEST_TMPDIR/lines"
	grep -qx 'UID:2024-04-02-trilateral-seoul@readout' "$BATS_TEST_TMPDIR/lines"
	grep -q '^DESCRIPTION:Helen Marsh\\, Secretary of State (US)\\nKenta Arisugawa' "$BATS_TEST_TMPDIR/lines"
}

# lawful FILE: what RFC 5545 asks of every line.
lawful() {
	[ "$(tr -cd '\r' <"$1" | wc -c)" -eq "$(wc -l <"$1")" ] || fail "lines without CRLF"
	! tr -d '\r' <"$1" | LC_ALL=C grep -n '.\{76\}' || fail "a line of more than 75 bytes"
	! tr -d '\r' <"$1" | LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" || fail "controls"
	if command -v iconv >/dev/null; then
		while IFS= read -r line; do
			printf %s "$line" | iconv -f UTF-8 -t UTF-8 >/dev/null || fail "a character in two: $line"
		done <"$1"
	fi
}

@test "ics: lines end in CRLF, are folded at 75 bytes, between characters" {
	lawful "$ics"
	unfolded "$ics" | grep -q 'Kenta Arisugawa (有栖川 健太) and Pyo Do-yun: discussed the nuclear'
}

@test "ics: hostile records make no event, property or parameter of their own" {
	try readout-fmt -f ics "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	lawful "$out"
	[ "$(grep -c '^BEGIN:VEVENT' "$out")" -eq 1 ]
	! grep -Eq '^(ATTENDEE|BCC|URL)' "$out" || fail "should not be there"
	awk -F'\t' -v OFS='\t' '$6 == "meeting" && $1 != "-rf" { sub(/date=[^;]*/, "date=2024-02-28", $8) } { print }' \
		"$RECORDS/look-hostile.tsv" >"$BATS_TEST_TMPDIR/dated.tsv"
	readout-fmt -f ics "$BATS_TEST_TMPDIR/dated.tsv" >"$ics"
	lawful "$ics"
	[ "$(grep -c '^BEGIN:VEVENT' "$ics")" -eq 2 ]
	[ "$(grep -c '^END:VEVENT' "$ics")" -eq 2 ]
	! unfolded "$ics" | cut -d: -f1 | cut -d';' -f1 | sort -u |
		grep -vxE 'BEGIN|CALSCALE|CATEGORIES|DESCRIPTION|DTSTAMP|DTSTART|END|LOCATION|PRODID|SUMMARY|TRANSP|UID|VERSION' || fail "another property"
	unfolded "$ics" | grep -qF 'LOCATION:\\"\,];x=<b><U+000D><U+000A>END:VEVENT' ||
		unfolded "$ics" | grep -qF 'LOCATION:\\"\,]' || fail "$(unfolded "$ics" | grep LOCATION)"
}

@test "ics: a meeting without a day has no event" {
	sed 's/date=2024-05-21/date=2024-05/' "$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/month.tsv"
	try readout-fmt -f ics "$BATS_TEST_TMPDIR/month.tsv"
	ended 0; quiet
	[ "$(grep -c '^BEGIN:VEVENT' "$out")" -eq 2 ]
}

@test "ics: Python's icalendar reads it" {
	local python=
	for p in python3 /usr/bin/python3; do
		"$p" -c 'import icalendar' 2>/dev/null && python=$p
	done
	[ -n "$python" ] || skip "no icalendar for Python here"
	PYTHONIOENCODING=utf-8 "$python" - "$ics" >"$BATS_TEST_TMPDIR/read" <<-'EOF'
		import icalendar, sys
		calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
		for event in calendar.walk("VEVENT"):
		    print(event["UID"], event["DTSTART"].dt, event.get("LOCATION", "-"), event["SUMMARY"], sep="|")
	EOF
	cat >"$BATS_TEST_TMPDIR/want" <<-'EOF'
		2024-03-12-call-finland-kenya@readout|2024-03-12|-|Readout of President Aino Lehtoranta’s Call with President Barasa Wanjohi of Kenya
		2024-04-02-trilateral-seoul@readout|2024-04-02|Seoul|Secretary of State Helen Marsh’s Meeting with Japanese and Korean Foreign Ministers
		2024-05-21-visit-nairobi@readout|2024-05-21|Nairobi|President Aino Lehtoranta Visits Nairobi
	EOF
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/read"
}
