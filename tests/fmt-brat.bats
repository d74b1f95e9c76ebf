#!/usr/bin/env bats
# readout-fmt -f brat: standoff annotation, a file beside a file.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	dir=$BATS_TEST_TMPDIR/brat
	mkdir "$dir"
	doc=$dir/2024-03-12-call-finland-kenya
}

# unpacked FILE...: the archive of these records in $dir.
unpacked() {
	readout-fmt -f brat "$@" | tar -xf - -C "$dir"
}

# Every T line's offsets give its text; every relation has two ends.
checked() {
	need python3
	cat >"$BATS_TEST_TMPDIR/check.py" <<-'EOF'
		import sys
		for ann in sys.argv[1:]:
		    text = open(ann[:-4] + ".txt", encoding="utf-8", newline="").read()
		    known = set()
		    lines = open(ann, encoding="utf-8", newline="").read().split("\n")
		    assert lines.pop() == ""
		    for line in lines:
		        number, what, *rest = line.split("\t")
		        if number[0] == "T":
		            kind, start, end = what.split(" ")
		            assert text[int(start):int(end)] == rest[0] and rest[0], (ann, line)
		            known.add(number)
		        elif number[0] == "#":
		            assert what.split(" ")[1] in known and len(rest) == 1, line
		    for line in lines:
		        if line[0] == "R":
		            kind, one, other = line.split("\t")[1].split(" ")
		            assert one[5:] in known and other[5:] in known, line
	EOF
	(cd "$dir" && python3 "$BATS_TEST_TMPDIR/check.py" ./*.ann)
}

@test "brat: text and annotation of each document" {
	unpacked "$RECORDS/look-three.tsv"
	[ "$(find "$dir" -name '*.txt' | wc -l)" -eq 3 ]
	head -1 "$doc.txt" | grep -qx "Readout of President Aino Lehtoranta’s Call with President Barasa Wanjohi of Kenya"
	grep -q "^T2${TAB}person 21 36${TAB}Aino Lehtoranta$" "$doc.ann"
	grep -q "^#2${TAB}AnnotatorNotes T2${TAB}key=aino-lehtoranta; role=President; country=FI$" "$doc.ann"
	[ "$(grep -c '^T' "$doc.ann")" -eq "$(awk -F'\t' '$1 ~ /kenya/ && $2 > 0 && $6 !~ /^(title|head|sent|item|note|meta)$/' "$RECORDS/look-three.tsv" | wc -l)" ]
}

@test "brat: offsets count characters, also behind Japanese" {
	unpacked "$RECORDS/look-three.tsv"
	checked
}

@test "brat: an act points at who does it and to whom" {
	unpacked "$RECORDS/look-three.tsv"
	act=$(sed -n 's/^\(T[0-9]*\)\tact .*\tspoke by.*/\1/p' "$doc.ann")
	by=$(sed -n "s/^R[0-9]*\tby Arg1:$act Arg2:\(.*\)/\1/p" "$doc.ann")
	to=$(sed -n "s/^R[0-9]*\tto Arg1:$act Arg2:\(.*\)/\1/p" "$doc.ann")
	grep -q "^$by${TAB}person .*Aino Lehtoranta" "$doc.ann"
	grep -q "^$to${TAB}person .*Barasa Wanjohi" "$doc.ann"
}

@test "brat: hostile ids stay in the folder, hostile text on its line" {
	readout-fmt -f brat "$RECORDS/look-hostile.tsv" >"$BATS_TEST_TMPDIR/tar"
	tar -tf "$BATS_TEST_TMPDIR/tar" >"$BATS_TEST_TMPDIR/names"
	! grep -E '^/|/|^\.|^-' "$BATS_TEST_TMPDIR/names" || fail "leads out of the folder"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/names")" -eq 9 ]
	unpacked "$RECORDS/look-hostile.tsv"
	[ "$(find "$dir" -type f | wc -l)" -eq 9 ]
	! LC_ALL=C grep -rq "$(printf '[\001-\010\013-\037\177]')" "$dir" || fail "controls"
	checked
}

@test "brat: long ids keep apart" {
	long=$(printf '%0200d' 7)
	for end in one two; do
		printf '%s-%s\t1\t1\t0\t2\tsent\t-\t-\tOk\n' "$long" "$end"
		printf '%s%s-%s\t1\t1\t0\t2\tsent\t-\t-\tOk\n' "$long" "$long" "$end"
	done >"$BATS_TEST_TMPDIR/long.tsv"
	unpacked "$BATS_TEST_TMPDIR/long.tsv"
	[ -e "$dir/$long-one.txt" ]
	[ "$(find "$dir" -name '*.ann' | wc -l)" -eq 4 ]
}

@test "brat: the same bytes every time; without documents a lawful archive" {
	readout-fmt -f brat "$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/one"
	sleep 1
	readout-fmt -f brat "$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/other"
	same "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/other"
	[ "$(readout-fmt -f brat </dev/null | tar -tf -)" = annotation.conf ]
}
