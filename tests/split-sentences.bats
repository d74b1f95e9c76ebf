#!/usr/bin/env bats
# Where sentences end: tables of golden rules.

load helper

@test "our own table of sentences from diplomacy" {
	try "$TOP/tests/golden/score" -v "$TOP/tests/golden/diplomatic.tsv"
	cat "$out"
	ended 0
	quiet
}

@test "the 52 golden rules of pragmatic_segmenter" {
	need_shared golden-rules/golden_rules_en.tsv
	try "$TOP/tests/golden/score" -v "$SHARED/golden-rules/golden_rules_en.tsv"
	cat "$out"
	ended 0
}

@test "a table with a wrong expectation makes the score script fail" {
	printf 'x1\tOne. Two.\tOne. Two.\n' >"$BATS_TEST_TMPDIR/table"
	try "$TOP/tests/golden/score" "$BATS_TEST_TMPDIR/table"
	ended 1
	same - "$out" <<-E
	x1${TAB}fails
	0 of 1
	E
}

@test "-p takes headline, dates and chrome as running text" {
	printf 'Readout of the Call\n\nMay 4, 2027\n\nLog in\n\nThey met. They left.\n' >"$BATS_TEST_TMPDIR/in"
	try readout-split -p "$BATS_TEST_TMPDIR/in"
	cut -f6,9 "$out" >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	sent${TAB}Readout of the Call
	sent${TAB}May 4, 2027
	sent${TAB}Log in
	sent${TAB}They met.
	sent${TAB}They left.
	E
}
