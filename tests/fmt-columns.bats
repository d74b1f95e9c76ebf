#!/usr/bin/env bats
# readout-fmt -f tsv, csv and table: records in columns.

load helper

R=$BATS_TEST_DIRNAME/records

@test "tsv: a plain header, then every record byte for byte" {
	try readout-fmt -f tsv "$R/fmt-meetings.tsv"
	ended 0; quiet
	[ "$(head -1 "$out")" = "$(printf 'doc\tpara\tsent\tstart\tend\tkind\tkey\tattrs\ttext')" ]
	sed 1d "$out" | cmp - "$R/fmt-meetings.tsv"
	readout-fmt -f tsv "$out" | cmp - "$out"
}

@test "tsv: comments and lines that are no record stay where they were" {
	{
		echo '# by hand'
		head -1 "$R/fmt-meetings.tsv"
		echo 'no record'
	} >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f tsv "$BATS_TEST_TMPDIR/in"
	ended 1
	sed 1d "$out" | cmp - "$BATS_TEST_TMPDIR/in"
}

@test "tsv: the header of -H is not said twice" {
	readout-fmt -f tsv "$R/fmt-meetings.tsv" | sed '1s/^/#/' >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f tsv "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	sed 1d "$out" | cmp - "$R/fmt-meetings.tsv"
}

@test "-o: columns in any order, attributes by name, none is -" {
	try readout-fmt -k act -f tsv -o attr.to,kind,attr.by,para "$R/fmt-meetings.tsv"
	ended 0; quiet
	head -3 "$out" >"$BATS_TEST_TMPDIR/now"
	cat >"$BATS_TEST_TMPDIR/want" <<-END
	attr.to${TAB}kind${TAB}attr.by${TAB}para
	kenji-okabe${TAB}act${TAB}helen-marlowe${TAB}2
	-${TAB}act${TAB}helen-marlowe,kenji-okabe${TAB}2
	END
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/now"
}

@test "an attribute's value comes out resolved" {
	try readout-fmt -k meta -f tsv -o attr.value "$R/fmt-meetings.tsv"
	[ "$(sed -n 2p "$out")" = 2021-05-12T07:40 ]
}

@test "csv is read back by Python's csv, cell for cell" {
	need python3
	readout-fmt -f csv "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/csv"
	python3 - "$R/fmt-meetings.tsv" "$BATS_TEST_TMPDIR/csv" <<-'END'
	import csv, sys
	rows = list(csv.reader(open(sys.argv[2], encoding='utf-8', newline=''), strict=True))
	want = [l.rstrip('\n').split('\t') for l in open(sys.argv[1], encoding='utf-8', newline='\n')]
	assert rows[0] == 'doc para sent start end kind key attrs text'.split(), rows[0]
	for w in want:
	    w[6:8] = ['' if c == '-' else c for c in w[6:8]]
	assert rows[1:] == want
	raw = open(sys.argv[2], 'rb').read()
	assert raw.count(b'\n') == raw.count(b'\r\n') == len(rows)
	END
}

@test "csv: no cell is a formula; numbers stay numbers" {
	need python3
	while read -r cell; do
		printf 'd\t1\t1\t0\t%s\tsent\t-\tn=-1.5\t%s\n' "${#cell}" "$cell"
	done >"$BATS_TEST_TMPDIR/in" <<-'END'
	=cmd|' /C calc'!A0
	+SUM(A1:A2)
	-2+3
	@SUM(1+1)
	＝1+1
	＋1+A1
	a;=1+1
	say "=1"
	-5
	- a dash
	END
	sed -i 's/\t0\t[0-9]*\tsent/\t0\t0\tsent/' "$BATS_TEST_TMPDIR/in"
	readout-fmt -f csv -o text,attr.n "$BATS_TEST_TMPDIR/in" >"$BATS_TEST_TMPDIR/csv"
	python3 - "$BATS_TEST_TMPDIR/csv" <<-'END'
	import csv, re, sys
	rows = list(csv.reader(open(sys.argv[1], encoding='utf-8', newline=''), strict=True))
	for text, n in rows[1:]:
	    assert n == '-1.5'
	    assert not re.match(r'[=+@\t\r＝＋－＠]', text), text
	    assert not text.startswith('-') or re.fullmatch(r'-[0-9.]+', text), text
	raw = open(sys.argv[1], encoding='utf-8', newline='').read()
	assert '"a;=1+1"' in raw
	END
}

@test "csv of hostile records is still CSV" {
	need python3
	readout-fmt -f csv "$R/look-hostile.tsv" >"$BATS_TEST_TMPDIR/csv" 2>/dev/null || true
	python3 - "$BATS_TEST_TMPDIR/csv" <<-'END'
	import csv, sys
	rows = list(csv.reader(open(sys.argv[1], encoding='utf-8', newline=''), strict=True))
	assert len(rows) > 20 and all(len(r) == 9 for r in rows)
	END
}

@test "table: columns begin at the same place in every line, also with wide text" {
	need python3
	printf 'a\t1\t1\t0\t1\tsent\t日本語\t-\tx\nb\t1\t1\t0\t1\tsent\te\xcc\x81te\xcc\x81\t-\tx\n' >"$BATS_TEST_TMPDIR/in"
	printf 'c\t12\t1\t0\t1\tsent\t👩‍🔬🇯🇵\t-\tx\n' >>"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f table -o key,para,text "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	cat >"$BATS_TEST_TMPDIR/want" <<-'END'
	key     para  text
	日本語     1  x
	été        1  x
	👩‍🔬🇯🇵      12  x
	END
	python3 - "$out" "$BATS_TEST_TMPDIR/want" <<-'END'
	import sys, unicodedata
	a, b = [unicodedata.normalize('NFC', open(f, encoding='utf-8').read()) for f in sys.argv[1:]]
	assert a == b, a
	END
}

@test "table: cut to -w, by columns of the terminal" {
	try readout-fmt -f table -w 60 "$R/fmt-meetings.tsv"
	ended 0; quiet
	# Every one of these lines has letters of one column and one byte, or marks that
	# take more bytes than columns.
	grep -v '山' "$out" | sed 's/…/./g; s/[^ -~]\{2\}/x/g' >"$BATS_TEST_TMPDIR/ascii"
	[ "$(awk '{ print length }' "$BATS_TEST_TMPDIR/ascii" | sort -n | tail -1)" -le 60 ] ||
		fail "too wide: $(cat "$out")"
	grep -q '…$' "$out"
}

@test "table: many rows come out as few do" {
	for _ in $(seq 700); do
		cat "$R/fmt-meetings.tsv"
	done >"$BATS_TEST_TMPDIR/many"
	readout-fmt -f table "$BATS_TEST_TMPDIR/many" | tail -n +2 | sort -u >"$BATS_TEST_TMPDIR/now"
	readout-fmt -f table "$R/fmt-meetings.tsv" | tail -n +2 | sort -u | same - "$BATS_TEST_TMPDIR/now"
	[ "$(readout-fmt -f table "$BATS_TEST_TMPDIR/many" | wc -l)" -eq $(($(wc -l <"$BATS_TEST_TMPDIR/many") + 1)) ]
}

@test "table: no row is lost, however long escapes and columns make it" {
	for kind in x $'\001' x; do
		printf 'd\t1\t1\t0\t1000000\tsent\t-\t-\t'
		head -c 1000000 /dev/zero | tr '\0' "$kind"
		echo
	done >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f table -o para,text,text,text,text,text "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	[ "$(wc -l <"$out")" -eq 4 ]
	sed -n 3p "$out" | grep -q '<U+0001>$'
}
