#!/usr/bin/env bats
# readout-fmt whatever the format: the table of formats, what the reader says,
# -k, -u, and that nothing a terminal would obey gets out.

load helper

R=$BATS_TEST_DIRNAME/records

# unit DOC PARA SENT KIND TEXT, span DOC PARA SENT START END KIND KEY ATTRS TEXT
unit() {
	printf '%s\t%s\t%s\t0\t%s\t%s\t-\t-\t%s\n' "$1" "$2" "$3" "${#5}" "$4" "$5"
}

span() {
	local IFS=$TAB
	echo "$*"
}

formats() {
	readout-fmt -f help | cut -d' ' -f1
}

@test "-f help lists each format once, with its purpose" {
	try readout-fmt -f help
	ended 0; quiet
	for f in text brief table tsv csv json; do
		[ "$(grep -c "^$f  *[A-Za-z]" "$out")" -eq 1 ] || fail "$f"
	done
	[ -z "$(formats | sort | uniq -d)" ]
	awk 'length > 79 { exit 1 }' "$out" || fail "too long a line"
}

@test "-k help lists each kind once, with what it is" {
	try readout-fmt -k help
	ended 0; quiet
	for kind in person act participant sent meta; do
		[ "$(grep -c "^$kind  *[a-z]*: [A-Za-z]" "$out")" -eq 1 ] || fail "$kind"
	done
	[ "$(wc -l <"$out")" -eq 20 ]
	awk 'length > 79 { exit 1 }' "$out" || fail "too long a line"
}

@test "without -f it is text" {
	try readout-fmt "$R/fmt-meetings.tsv"
	ended 0; quiet
	readout-fmt -f text "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/text"
	same "$BATS_TEST_TMPDIR/text" "$out"
}

@test "every format takes nothing at all" {
	for f in $(formats); do
		[ "$f" != brat ] || continue
		try readout-fmt -f "$f"
		ended 0; quiet
	done
}

@test "-o where it means nothing, or an unknown or empty column: status 2" {
	for args in "-f text -o key" "-f table -o nosuch" "-f csv -o key,,text" "-f tsv -o attr."; do
		# shellcheck disable=SC2086
		try readout-fmt $args
		ended 2
		grep -q '^readout-fmt: -o' "$err" || fail "$args: $(cat "$err")"
		[ ! -s "$out" ] || fail "$args: output"
	done
}

@test "a line that is no record is named, the rest is shown, status 1" {
	{
		unit d 1 1 sent 'All is well.'
		echo 'no record'
		unit d 1 2 sent 'So it is.'
	} >"$BATS_TEST_TMPDIR/in"
	for f in text brief table csv json; do
		try readout-fmt -f $f "$BATS_TEST_TMPDIR/in"
		ended 1
		said "^readout-fmt: $BATS_TEST_TMPDIR/in:2: fewer than nine columns$"
		[ $f = brief ] || grep -q 'So it is' "$out" || fail "$f: $(cat "$out")"
	done
}

@test "units out of order are told once a document and put in order" {
	{
		unit d 2 1 sent Second.
		unit d 1 2 sent Middle.
		unit d 1 1 sent First.
	} >"$BATS_TEST_TMPDIR/in"
	try_in "$BATS_TEST_TMPDIR/in" readout-fmt -f text
	ended 1
	said '^readout-fmt: standard input:2: out of order: 1 2 behind 2 1$'
	tail -3 "$out" | tr '\n' ' ' | grep -q '^First. Middle.  Second. $' || fail "$(cat "$out")"
}

@test "sorted by sort(1), spans in any order: shown the same, no message" {
	grep "^okabe$TAB" "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/in"
	readout-fmt "$BATS_TEST_TMPDIR/in" | sed -n '/^On /,$p' >"$BATS_TEST_TMPDIR/want"
	sort -t"$TAB" -k1,1 -k2,2n -k3,3n -k4,4n -k5,5nr "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/sorted"
	sort -t"$TAB" -k1,1 -k2,2n -k3,3n -k6,6 -k4,4nr "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/mixed"
	for name in sorted mixed; do
		try readout-fmt "$BATS_TEST_TMPDIR/$name"
		ended 0; quiet
		# Records about the document may come in another order: the text stays.
		sed -n '/^On /,$p' "$out" >"$BATS_TEST_TMPDIR/now"
		same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/now" || fail "$name"
	done
}

@test "spans that do not fit their unit are told and left out, status 1" {
	{
		unit d 1 1 sent 'Peace in Zürich.' | sed 's/0\t16/0\t17/'
		span d 1 1 9 40 place zurich - Zürich
		span d 1 1 9 11 place zurich - Zü
		span d 1 1 0 5 topic peace - peace
	} >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f text "$BATS_TEST_TMPDIR/in"
	ended 1
	grep -q ':2: span 9-40 of a unit of 17 bytes$' "$err" || fail "$(cat "$err")"
	grep -q ':3: span 9-11 cuts a character in two$' "$err" || fail "$(cat "$err")"
	grep -q ':4: the text is not that of its unit at 0-5$' "$err" || fail "$(cat "$err")"
	grep -q '^t\[Peace\] in Zürich\.$' "$out" || fail "$(cat "$out")"
}

@test "spans without their unit: told once a document, shown together" {
	{
		span d 1 1 0 5 country JP - Japan
		span d 1 1 10 15 country US - U.S.
		span d 2 1 0 5 place guam - Guam
	} >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f text "$BATS_TEST_TMPDIR/in"
	ended 1
	said ':1: unit 1 1 is missing$'
	grep -q '^c\[Japan\] … c\[U.S.\]$' "$out" || fail "$(cat "$out")"
	grep -q '^l\[Guam\]$' "$out" || fail "$(cat "$out")"
	try readout-fmt -f table "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
}

@test "a line longer than the program takes is named; tsv still passes it on" {
	{
		unit d 1 1 sent One.
		head -c 5000000 /dev/zero | tr '\0' x
		echo
		unit d 1 2 sent Two.
	} >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f text "$BATS_TEST_TMPDIR/in"
	ended 1
	said ':2: longer than'
	grep -q '^One. Two.$' "$out" || fail "text"
	try readout-fmt -f tsv "$BATS_TEST_TMPDIR/in"
	ended 1
	sed 1d "$out" | cmp - "$BATS_TEST_TMPDIR/in"
}

@test "files one by one and all in one give the same" {
	grep "^okabe$TAB" "$R/fmt-meetings.tsv" | sed -n 1,30p >"$BATS_TEST_TMPDIR/a"
	grep "^okabe$TAB" "$R/fmt-meetings.tsv" | sed 1,30d >"$BATS_TEST_TMPDIR/b"
	for f in text brief table tsv csv json; do
		cat "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b" |
			readout-fmt -f $f >"$BATS_TEST_TMPDIR/want"
		try readout-fmt -f $f "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
		ended 0; quiet
		same "$BATS_TEST_TMPDIR/want" "$out"
	done
}

@test "-k shows the spans of these kinds alone" {
	try readout-fmt -k country,org -f text "$R/fmt-meetings.tsv"
	ended 0; quiet
	grep -q 'c\[Australia\]' "$out" || fail "no country"
	! grep -Eq '(^|[^a-z])[prltdm]\[|_[a-z]|Who|Meeting  ' "$out" || fail "$(cat "$out")"
	try readout-fmt -k country,org -f tsv "$R/fmt-meetings.tsv"
	[ "$(sed 1d "$out" | cut -f6 | sort -u | tr '\n' ' ')" = "country org " ] || fail "tsv"
	readout-fmt -k ' country , org' -f tsv "$R/fmt-meetings.tsv" | same "$out" -
	try readout-fmt -k title,country -f text "$R/fmt-meetings.tsv"
	! grep -q Honolulu "$out" || fail "units not asked for: $(cat "$out")"
}

@test "-k with kinds of one's own" {
	try readout-fmt -k sentiment,mood -f table "$R/fmt-meetings.tsv"
	ended 0; quiet
	[ "$(wc -l <"$out")" -eq 3 ] || fail "$(cat "$out")"
}

@test "-u: a document is out before the next has ended" {
	mkfifo "$BATS_TEST_TMPDIR/pipe"
	readout-fmt -u -f json <"$BATS_TEST_TMPDIR/pipe" >"$BATS_TEST_TMPDIR/now" &
	pid=$!
	exec 4>"$BATS_TEST_TMPDIR/pipe"
	unit a 1 1 sent One. >&4
	unit b 1 1 sent Two. >&4
	for _ in $(seq 50); do
		[ ! -s "$BATS_TEST_TMPDIR/now" ] || break
		sleep 0.1
	done
	grep -q '^{"doc":"a".*}$' "$BATS_TEST_TMPDIR/now" || fail "nothing came"
	exec 4>&-
	wait "$pid"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/now")" -eq 2 ]
}

@test "no control and no change of direction gets out to people" {
	export LC_ALL=C
	bad=$(printf '[\1-\10\13-\37\177]|\302[\200-\237]|\342\200[\252-\256\216\217]|\342\201[\246-\251]')
	for f in $(formats); do
		case $f in
		brat | tsv) continue ;;
		esac
		try readout-fmt -c never -f "$f" "$R/look-hostile.tsv"
		tr -d '\r' <"$out" >"$BATS_TEST_TMPDIR/lines"
		! grep -aEq "$bad" "$BATS_TEST_TMPDIR/lines" ||
			fail "$f: $(grep -aE "$bad" "$BATS_TEST_TMPDIR/lines" | head -2 | od -c | head -20)"
	done
}

@test "tsv is byte for byte, but not to a terminal" {
	need script
	script -qec "readout-fmt -f tsv '$R/look-hostile.tsv' 2>/dev/null" /dev/null \
		>"$BATS_TEST_TMPDIR/seen" </dev/null || true
	grep -q '<U+001B>' "$BATS_TEST_TMPDIR/seen" || fail "not shown"
	! grep -aq "$(printf '\33')" "$BATS_TEST_TMPDIR/seen" || fail "an escape got out"
}

@test "a terminal gets colour, but never with NO_COLOR or TERM=dumb" {
	need script
	seen() {
		script -qec "$1 readout-fmt -f brief '$R/fmt-meetings.tsv'" /dev/null </dev/null |
			grep -ac "$(printf '\33\\[')" || true
	}
	export TERM=xterm
	[ "$(seen '')" -gt 5 ] || fail "no colour"
	[ "$(seen 'NO_COLOR=1')" -eq 0 ] || fail "NO_COLOR"
	[ "$(seen 'TERM=dumb')" -eq 0 ] || fail "dumb"
	[ "$(readout-fmt -f brief -c always "$R/fmt-meetings.tsv" | grep -ac "$(printf '\33\\[')")" -gt 5 ]
	[ "$(readout-fmt -f brief "$R/fmt-meetings.tsv" | grep -ac "$(printf '\33\\[')")" -eq 0 ]
}

@test "the width is the terminal's, else COLUMNS, else 80; -w is before all" {
	longest() {
		awk '{ gsub(/\r/, "") } length > n { n = length } END { print n }' "$1"
	}
	grep "^okabe$TAB" "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/in"
	readout-fmt "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/80"
	COLUMNS=60 readout-fmt "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/60"
	COLUMNS=60 readout-fmt -w 100 "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/100"
	for w in 60 80 100; do
		n=$(longest "$BATS_TEST_TMPDIR/$w")
		[ "$n" -le $w ] && [ "$n" -gt $((w - 8)) ] || fail "$w: $n"
	done
}
