#!/usr/bin/env bats
# readout-fmt -f conll: a token a line, IOB2.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	conll=$BATS_TEST_TMPDIR/readouts.conll
	readout-fmt -f conll "$RECORDS/look-three.tsv" >"$conll"
}

# lawful FILE: four columns or an empty line, an I only behind its B or I.
lawful() {
	awk -F'\t' '
		/^$/ { delete before; next }
		NF != 4 { print FNR ": " $0; bad = 1 }
		{
			for (i = 2; i <= 4; i++) {
				if ($1 != "-DOCSTART-" && $i !~ /^(O|[BI]-[A-Za-z0-9_.+-]+)$/) { print FNR ": " $0; bad = 1 }
				if ($i ~ /^I-/ && substr(before[i], 3) != substr($i, 3)) { print FNR ": I out of place: " $0; bad = 1 }
				before[i] = $i
			}
		}
		END { exit bad }' "$1" || fail "not IOB2"
}

@test "conll: every name begins a tag, every tag is a name" {
	lawful "$conll"
	for kind in person role country place org event instrument date money; do
		[ "$(grep -c "${TAB}B-$kind$" "$conll")" -eq \
			"$(awk -F'\t' -v k="$kind" '$2 > 0 && $6 == k' "$RECORDS/look-three.tsv" | wc -l)" ] || fail "$kind"
	done
}

@test "conll: the verb of an act has its tag" {
	for word in "spoke${TAB}B-call" "discuss${TAB}B-discuss" "thanked${TAB}B-thank" "looked${TAB}B-hope" "forward${TAB}I-hope"; do
		grep -q "^$word$TAB" "$conll" || fail "$word"
	done
}

@test "conll: the words are those of the text, none lost" {
	awk -F'\t' '$6 ~ /^(title|head|sent|item)$/ { gsub(/ /, "", $9); printf "%s", $9 }' \
		"$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/want"
	awk -F'\t' '$1 != "-DOCSTART-" { printf "%s", $1 }' "$conll" >"$BATS_TEST_TMPDIR/got"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "conll: words as people count them" {
	text="The U.S. and T. O’Brien’s Indo-Pacific team spent \$1,200.50 (AT&T); 有栖川 left."
	printf 'd\t1\t1\t0\t%d\tsent\t-\t-\t%s\n' ${#text} "$text" >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f conll "$BATS_TEST_TMPDIR/in"
	ended 0; quiet
	cut -f1 "$out" | tr '\n' ' ' >"$BATS_TEST_TMPDIR/got"
	printf %s "-DOCSTART-  The U.S. and T. O’Brien ’s Indo-Pacific team spent \$ 1,200.50 ( AT&T ) ; 有 栖 川 left .  " >"$BATS_TEST_TMPDIR/want"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "conll: hostile records: four columns, no second document, no comment" {
	try readout-fmt -f conll "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	lawful "$out"
	[ "$(grep -c '^-DOCSTART-' "$out")" -eq 4 ]
	! grep -q '^#' "$out" || fail "a comment"
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$out" || fail "controls"
	need python3
	python3 - "$out" <<-'EOF'
		import sys
		for line in open(sys.argv[1], encoding="utf-8").read().splitlines():
		    assert len(line.split()) in (0, 4), line
	EOF
}
