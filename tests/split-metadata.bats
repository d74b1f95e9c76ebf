#!/usr/bin/env bats
# Dates, places, publishers: metadata with normalised values.

load helper

# value KEY: the values of that metadata in the records of standard input.
value() {
	awk -F'\t' -v key="$1" '$6 == "meta" && $7 == key { v = $8; sub(/^value=/, "", v); sub(/;src=.*/, "", v); print v }'
}

# dated LINE ISO: a date line as it stands, and what it means.
dated() {
	local got
	got=$(printf 'Readout of the Call\n\n%s\n\nThey met.\n' "$1" | readout-split | value published)
	[ "$got" = "$2" ] || fail "$1: got '$got', want $2"
}

@test "dates in every form" {
	dated '4 August 1999' 1999-08-04
	dated 'August 4, 1999' 1999-08-04
	dated 'Sept. 3, 2020' 2020-09-03
	dated 'Wednesday, 4th of August, 1999' 1999-08-04
	dated '31 march 2019' 2019-03-31
	dated '2020-08-29' 2020-08-29
	dated '16/8/2024' 2024-08-16
	dated '08/29/2020' 2020-08-29
	dated '02.07.2020' 2020-07-02
	dated '05-SEP-2023' 2023-09-05
	dated 'CANBERRA, 28th April, 1971' 1971-04-28
	dated 'New York, 23 September 2026' 2026-09-23
}

@test "times and zones" {
	dated '08/29/2020 | 06:05am EDT' 2020-08-29T06:05-04:00
	dated '02.07.2020 [14:47]' 2020-07-02T14:47
	dated '29 August 2020 10:04:01 UTC' 2020-08-29T10:04:01Z
	dated 'March 3, 2027 at 5:30 p.m. PST' 2027-03-03T17:30-08:00
	dated 'March 3, 2027, 12:15 a.m. Eastern Time' 2027-03-03T00:15-05:00
	dated '3 March 2027 09:15 CEST' 2027-03-03T09:15+02:00
	dated '3 March 2027 09:15 +0530' 2027-03-03T09:15+05:30
	dated '3 March 2027 09:15 UTC+3' 2027-03-03T09:15+03:00
	dated '2027-03-03T09:15:07-05:00' 2027-03-03T09:15:07-05:00
	dated '2027-03-03 09:15:07 GMT' 2027-03-03T09:15:07Z
}

@test "all zone names of the United States and Europe" {
	while read -r name offset; do
		dated "3 March 2027 09:15 $name" "2027-03-03T09:15$offset"
	done <<-E
	EST -05:00
	EDT -04:00
	CST -06:00
	CDT -05:00
	MST -07:00
	MDT -06:00
	PST -08:00
	PDT -07:00
	AKST -09:00
	AKDT -08:00
	HST -10:00
	GMT Z
	BST +01:00
	WET +00:00
	WEST +01:00
	CET +01:00
	CEST +02:00
	EET +02:00
	EEST +03:00
	MSK +03:00
	E
}

@test "labels in front of dates, numbers and places" {
	while IFS='|' read -r line key want; do
		got=$(printf 'Readout of the Call\n\n%s\n\nThey met.\n' "$line" | readout-split | value "$key")
		[ "$got" = "$want" ] || fail "$line: $key is '$got'"
	done <<-'E'
	Last updated on: 3 July 2026, 09:15 EEST|updated|2026-07-03T09:15+03:00
	Published 15 October 2026|published|2026-10-15
	Posted On: 05 SEP 2026 6:32PM by PIB Delhi|published|2026-09-05T18:32
	Release No: NR-123-27|release-number|NR-123-27
	FOR IMMEDIATE RELEASE|release|FOR IMMEDIATE RELEASE
	TG-695|release-number|TG-695
	URL: https://x.example/a|url|https://x.example/a
	E
}

@test "the publisher's sentence of a wire service" {
	readout-split "$(first_sample)" >"$BATS_TEST_TMPDIR/got"
	[ "$(value publisher <"$BATS_TEST_TMPDIR/got")" = 'U.S. Department of Defense' ]
	[ "$(value distributor <"$BATS_TEST_TMPDIR/got")" = 'Public' ]
	[ "$(value distributed <"$BATS_TEST_TMPDIR/got")" = 2021-05-12T11:52:07Z ]
	value published <"$BATS_TEST_TMPDIR/got" >"$BATS_TEST_TMPDIR/dates"
	printf '%s\n' 2021-05-12T07:40-04:00 2021-05-12 | same - "$BATS_TEST_TMPDIR/dates"
}

@test "front matter: names, quotes, lists, continued lines" {
	printf -- '---\ntitle: '"'It''s'"'\ndate: '"'2027-01-02'"'\nmodified_time: 2027-01-03 10:00:00-05:00\nsource_url: https://x.example/\ntags:\n  - a\n  - "b c"\nnote: one\n  two\n---\nThey met.\n' |
		readout-split | awk -F'\t' '$6 == "meta" { print $2, $3, $7, $9 }' >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	0 0 title It's
	0 0 published 2027-01-02
	0 0 updated 2027-01-03 10:00:00-05:00
	0 0 url https://x.example/
	0 0 tags a, b c
	0 0 note one two
	E
}

@test "front matter: escapes of YAML in double quotes, and where no YAML has them" {
	printf '%s\n' --- 'title: "A\tcaf\u00e9, \x41\U0001F30D and \xzz"' "place: 'Trois-Rivi\xE8res'" \
		'note: "syn\' '  thesis \"three\""' 'rest: 50% of A; B = C' --- 'They met.' |
		readout-split | awk -F'\t' '$6 == "meta" { sub(/;src=.*/, "", $8); print $7, $8, $9 }' >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	title value=A café, A🌍 and �zz A café, A🌍 and �zz
	place value=Trois-Rivières Trois-Rivières
	note value=synthesis "three" synthesis "three"
	rest value=50%25 of A%3B B %3D C 50% of A; B = C
	E
}

@test "front matter: escapes without digits grow the value beyond its place in the input" {
	{ printf '%s\ntitle: "' ---; yes '\u' | head -n 24400 | tr -d '\n'; printf '"\n---\nThey met.\n'; } |
		readout-split >"$BATS_TEST_TMPDIR/got"
	[ "$(value title <"$BATS_TEST_TMPDIR/got" | wc -c)" -eq 73201 ]
}

@test "headers of a mail: encoded words, also over two lines" {
	printf '%s\n' 'From clerk@x.example Mon Jan  1 00:00:00 2024' \
		'From: =?utf-8?B?w4lsw6luZSBTdHXDqWI=?= <clerk@x.example>' \
		'Subject: =?UTF-8?b?UmVhZG91dCBvZiB0aGUgQ2FsbCB3aXRoIFByZXNpZGVudCBadcOxaWdh?=' \
		' =?utf-8?q?_of_Per=C3=BA?=' 'To: =?utf-8?x?what?= <all@x.example>' \
		'Date: Mon, 1 Jan 2024 10:00:00 +0000' '' 'The ministers met at length in Lima.' |
		readout-split >"$BATS_TEST_TMPDIR/got"
	[ "$(value from <"$BATS_TEST_TMPDIR/got")" = 'Éléne Stuéb <clerk@x.example>' ]
	[ "$(value to <"$BATS_TEST_TMPDIR/got")" = '%3D?utf-8?x?what?%3D <all@x.example>' ]
	grep -q "title.*${TAB}Readout of the Call with President Zuñiga of Perú\$" "$BATS_TEST_TMPDIR/got" ||
		fail "$(cat "$BATS_TEST_TMPDIR/got")"
}

@test "a dateline gives the place, and the date if it has one" {
	printf 'Readout\n\nKYIV, 3 March 2027 – The President met the King today.\n' | readout-split >"$BATS_TEST_TMPDIR/got"
	[ "$(value place <"$BATS_TEST_TMPDIR/got")" = KYIV ]
	[ "$(value published <"$BATS_TEST_TMPDIR/got")" = 2027-03-03 ]
}

@test "a headline and the date below it, without a blank line between" {
	local long="Readout of the Minister's Meeting with Foreign Minister Park and His Delegation in Seoul"
	while IFS='|' read -r line place date; do
		printf '%s\n%s\n\nThe Minister met them.\n' "$long" "$line" | readout-split >"$BATS_TEST_TMPDIR/got"
		grep -q "title.*${TAB}$long\$" "$BATS_TEST_TMPDIR/got" || fail "$line: $(cat "$BATS_TEST_TMPDIR/got")"
		[ "$(value published <"$BATS_TEST_TMPDIR/got")" = "$date" ] || fail "$line"
		[ "$(value place <"$BATS_TEST_TMPDIR/got")" = "$place" ] || fail "$line"
	done <<-'E'
	February 9, 2023||2023-02-09
	Thursday, February 9, 2023, 10:30 AM EST||2023-02-09T10:30-05:00
	9 February 2023||2023-02-09
	Seoul, February 9, 2023|Seoul|2023-02-09
	E
	printf '%s\nSEOUL – The Minister met them and\nthanked them.\n' "$long" | readout-split | value place >"$BATS_TEST_TMPDIR/got"
	echo SEOUL | same - "$BATS_TEST_TMPDIR/got"
	printf 'Thursday, 9 February 2023, 10:30 a.m. EST\n%s\n\nThey met.\n' "$long" |
		readout-split | grep -q "title.*${TAB}$long\$"
	printf '%s of\n9 February 2023\n\nThey met.\n' "$long" | readout-split |
		grep -q "title.*${TAB}$long of 9 February 2023\$"
}

@test "datelines that end in a colon" {
	while IFS='|' read -r line place date; do
		printf 'Call with Chad\n\n%s The Chairperson met the Minister of Chad.\n' "$line" | readout-split >"$BATS_TEST_TMPDIR/got"
		[ "$(value published <"$BATS_TEST_TMPDIR/got")" = "$date" ] || fail "$line: $(cat "$BATS_TEST_TMPDIR/got")"
		[ "$(value place <"$BATS_TEST_TMPDIR/got")" = "$place" ] || fail "$line"
		grep -q "sent.*${TAB}The Chairperson met the Minister of Chad\.\$" "$BATS_TEST_TMPDIR/got" || fail "$line"
	done <<-'E'
	Addis Ababa, 5 October 2023:|Addis Ababa|2023-10-05
	New Delhi, 12 May, 2021:|New Delhi|2021-05-12
	Washington, DC:|Washington, DC|
	Washington, D.C.:|Washington, D.C.|
	5 May 2023:||2023-05-05
	May 5, 2023, New York:|New York|2023-05-05
	ABU DHABI, 22nd May (WAM) --|ABU DHABI|
	ABU DHABI, 22nd May, 2021 (WAM) --|ABU DHABI|2021-05-22
	E
	# a speaker's turn is none
	printf 'Call with Chad\n\nModerator: The Chairperson met the Minister of Chad.\n' | readout-split |
		grep -q "sent.*${TAB}Moderator: The Chairperson"
}
