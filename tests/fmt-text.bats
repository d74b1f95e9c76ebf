#!/usr/bin/env bats
# readout-fmt -f text and -f brief: what people read.

load helper

R=$BATS_TEST_DIRNAME/records

@test "text, brief and table of the records are as expected" {
	for f in text brief table; do
		readout-fmt -f $f "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/now"
		same "$R/fmt-meetings.$f" "$BATS_TEST_TMPDIR/now"
	done
}

@test "lines are filled: none too wide, no blank at an end, no word lost" {
	need python3
	for f in text brief; do
		for w in 20 33 60 80 140; do
			readout-fmt -f $f -w $w "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/now"
			python3 - $w "$BATS_TEST_TMPDIR/now" <<-'END' || fail "$f -w $w"
			import sys, unicodedata
			most = int(sys.argv[1])
			for line in open(sys.argv[2], encoding='utf-8'):
			    line = line.rstrip('\n')
			    n = sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in line)
			    if line.startswith('─'):
			        continue
			    assert n <= most, (n, line)
			    assert line == line.rstrip(), line
			END
			tr -d ' \n─-' <"$BATS_TEST_TMPDIR/now" >"$BATS_TEST_TMPDIR/letters-$w"
		done
		[ $f = brief ] || same "$BATS_TEST_TMPDIR/letters-60" "$BATS_TEST_TMPDIR/letters-140"
	done
}

@test "a word is broken where the line ends, not between a letter and its accent" {
	text=$(printf 'abcdefghijklmnopqrse\314\201tuvw xyz')
	printf 'd\t1\t1\t0\t29\tsent\t-\t-\t%s\n' "$text" | readout-fmt -f text -w 20 | tail -2 |
		same - <(printf 'abcdefghijklmnopqrse\314\201\ntuvw xyz\n')
}

@test "a colour is off before every line ends" {
	for f in text brief table; do
		readout-fmt -f $f -c always -w 40 "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/now"
		awk -v e="$(printf '\033')" '{
			on = 0
			n = split($0, part, e "[[]")
			for (i = 2; i <= n; i++)
				on = part[i] !~ /^0m/
			if (on) { print; wrong = 1 }
		} END { exit wrong }' "$BATS_TEST_TMPDIR/now" || fail "$f"
	done
}

@test "without its escape sequences coloured text is the text" {
	readout-fmt -f brief -c always "$R/fmt-meetings.tsv" |
		sed "s/$(printf '\033')\[[0-9;]*m//g" >"$BATS_TEST_TMPDIR/plain"
	readout-fmt -f brief -c never "$R/fmt-meetings.tsv" | same - "$BATS_TEST_TMPDIR/plain"
}

@test "spans that cross are shown by marks that nest" {
	printf 'd\t1\t1\t0\t11\tsent\t-\t-\tone two six\n' >"$BATS_TEST_TMPDIR/in"
	printf 'd\t1\t1\t0\t7\ttopic\tx\t-\tone two\n' >>"$BATS_TEST_TMPDIR/in"
	printf 'd\t1\t1\t4\t11\torg\ty\t-\ttwo six\n' >>"$BATS_TEST_TMPDIR/in"
	try readout-fmt "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	grep -q '^t\[one o\[two\]\]o\[ six\]$' "$out" ||
		grep -q '^t\[one o\[two\] \]o\[six\]$' "$out" ||
		grep -q '^t\[one o\[two\]\] o\[six\]$' "$out" || fail "$(tail -1 "$out")"
}

@test "brief derives who from names where no participants are recorded" {
	grep -v "${TAB}participant$TAB\|${TAB}meeting$TAB" "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f brief "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	grep -q '^Who          United States: Helen R. Marlowe, Secretary of Defense$' "$out" ||
		fail "$(cat "$out")"
}

@test "brief of the bare units" {
	awk -F'\t' '$6 ~ /^(title|sent|item|head|note|meta)$/' "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f brief "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	[ "$(grep -c ^Source "$out")" -eq 3 ]
}

@test "a day of publication is said once; a place is called as the text has it, not as a dateline" {
	cat >"$BATS_TEST_TMPDIR/in" <<-END
	d${TAB}0${TAB}0${TAB}0${TAB}4${TAB}meta${TAB}published${TAB}value=2021-05-12T07:40${TAB}then
	d${TAB}0${TAB}0${TAB}0${TAB}4${TAB}meta${TAB}published${TAB}value=2021-05-12${TAB}then
	d${TAB}0${TAB}0${TAB}0${TAB}4${TAB}meta${TAB}published${TAB}value=2021-06-01${TAB}then
	d${TAB}1${TAB}1${TAB}0${TAB}4${TAB}head${TAB}-${TAB}-${TAB}OSLO
	d${TAB}1${TAB}1${TAB}0${TAB}4${TAB}place${TAB}oslo${TAB}-${TAB}OSLO
	d${TAB}2${TAB}1${TAB}0${TAB}13${TAB}sent${TAB}-${TAB}-${TAB}Oslo or BODO.
	d${TAB}2${TAB}1${TAB}0${TAB}4${TAB}place${TAB}oslo${TAB}-${TAB}Oslo
	d${TAB}2${TAB}1${TAB}8${TAB}12${TAB}place${TAB}bodo${TAB}-${TAB}BODO
	END
	try readout-fmt "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	[ "$(grep '^Published' "$out" | tr -s ' ' | tr '\n' ' ')" = "Published 2021-05-12T07:40 Published 2021-06-01 " ] || fail "$(cat "$out")"
	try readout-fmt -f brief "$BATS_TEST_TMPDIR/in"
	grep -q '^Places       Oslo 2, BODO$' "$out" || fail "$(cat "$out")"
}

@test "a document of many spans takes no more than linear time" {
	awk 'BEGIN {
		OFS = "\t"
		n = 100000
		for (i = 0; i < n; i++)
			text = text "ab "
		print "d", 1, 1, 0, length(text), "sent", "-", "-", text
		for (i = 0; i < n; i++) {
			print "d", 1, 1, 3 * i, 3 * i + 2, "org", "k" i, "-", "ab"
			print "d", 1, 1, 3 * i, 3 * i + 2, "act", "a" i, "by=p" i, "ab"
			print "d", 0, 0, 0, 1, "participant", "p" i, "country=c" i, "P" i
		}
	}' >"$BATS_TEST_TMPDIR/in"
	for f in text brief json table; do
		try timeout 20 readout-fmt -f $f "$BATS_TEST_TMPDIR/in"
		ended 0; quiet
	done
}

@test "table: no line wider than 40 columns on a narrow terminal; the label of a long name is whole" {
	input=$BATS_TEST_TMPDIR/records
	readout-split "$(first_sample)" | readout-entities >"$input"
	readout-fmt -f table -w 40 "$input" >"$BATS_TEST_TMPDIR/out"
	[ "$(sed 's/…/./g' "$BATS_TEST_TMPDIR/out" | awk 'length > 40' | wc -l)" -eq 0 ]
	readout-fmt -f text "$input" >"$BATS_TEST_TMPDIR/out"
	grep -q '^Distributor  Public$' "$BATS_TEST_TMPDIR/out"
	printf 'd\t0\t0\t0\t3\tmeta\trelease-number-of-the-day\t-\t123\nd\t1\t1\t0\t2\tsent\t-\t-\tNo\n' >"$input"
	readout-fmt -f text "$input" | grep -q '^Release-number-of-the-day 123$'
}
