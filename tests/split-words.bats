#!/usr/bin/env bats
# A user's own words, and what the built-in tables are.

load helper

@test "-g adds abbreviations, phrases of chrome and zones" {
	printf '# mine\nabbreviation\ttitle\t-\tHptm.\nboilerplate\tnavigation\t-\tZur Startseite\nzone\t+01:00\t-\tMEZX\n' >"$BATS_TEST_TMPDIR/words.tsv"
	printf 'Zur Startseite\n\nReadout of the Call\n\n3 March 2027 09:15 MEZX\n\nThey met Hptm. Kern today.\n' >"$BATS_TEST_TMPDIR/in.txt"
	try readout-split -g "$BATS_TEST_TMPDIR/words.tsv" "$BATS_TEST_TMPDIR/in.txt"
	ended 0
	quiet
	awk -F'\t' '{ print $6, $9 }' "$out" >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	note Zur Startseite
	title Readout of the Call
	head 3 March 2027 09:15 MEZX
	meta 3 March 2027 09:15 MEZX
	sent They met Hptm. Kern today.
	E
	grep -q 'value=2027-03-03T09:15+01:00' "$out"
}

@test "-g: a line that is no row is named, a missing file ends the program" {
	printf 'abbreviation\ttitle\tHptm.\n' >"$BATS_TEST_TMPDIR/words.tsv"
	try readout-split -g "$BATS_TEST_TMPDIR/words.tsv" "$(first_sample)"
	ended 1
	said 'words.tsv:1: '
	try readout-split -g "$BATS_TEST_TMPDIR/nothing" "$(first_sample)"
	ended 2
}

@test "-L prints what -g reads" {
	readout-split -L >"$BATS_TEST_TMPDIR/words.tsv"
	awk -F'\t' 'NF != 4 { exit 1 }' "$BATS_TEST_TMPDIR/words.tsv"
	try readout-split -g "$BATS_TEST_TMPDIR/words.tsv" "$(first_sample)"
	ended 0
	quiet
	readout-split "$(first_sample)" | same - "$out"
}

@test "the tables hold nothing twice" {
	for table in abbreviation boilerplate zone language; do
		# a small word is of several languages
		awk -F'\t' '/^#/ { next } seen[$1 FS ($1 ~ /^(language|particle)$/ ? $2 : "") FS $4]++ { print FILENAME ": " $0; bad = 1 } END { exit bad }' \
			"$TOP/gazetteer/$table.tsv"
	done
}
