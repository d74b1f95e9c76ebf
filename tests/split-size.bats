#!/usr/bin/env bats
# Memory stays the same, however long a line, a paragraph or a stream is.

load helper

# limited: readout-split in 48 MiB of address space; skips where that is too little
# for the program itself (a sanitizer).
limited() {
	# shellcheck disable=SC2034
	(ulimit -v 49152 && readout-split -V) >/dev/null 2>&1 || skip "no limit on memory here"
	(ulimit -v 49152 && exec readout-split "$@")
}

@test "a line of 16 MiB without a newline and without a blank" {
	head -c 16777216 /dev/zero | tr '\0' a | limited >"$BATS_TEST_TMPDIR/got"
	[ "$(cut -f9 "$BATS_TEST_TMPDIR/got" | tr -d '\n' | wc -c)" -eq 16777216 ]
}

@test "16 MiB of newlines are nothing" {
	head -c 16777216 /dev/zero | tr '\0' '\n' | limited >"$BATS_TEST_TMPDIR/got"
	[ ! -s "$BATS_TEST_TMPDIR/got" ]
}

@test "16 MiB of blanks, of NUL bytes, of form feeds are nothing" {
	for byte in ' ' '\0' '\f' '\t'; do
		head -c 16777216 /dev/zero | tr '\0' "$byte" | limited >"$BATS_TEST_TMPDIR/got"
		[ ! -s "$BATS_TEST_TMPDIR/got" ]
	done
}

@test "a paragraph of 10 MB, in one line and in wrapped lines" {
	sentence='The President met the King in Washington, D.C. on May 3. '
	for end in ' ' '\n'; do
		yes "$sentence" | head -n 180000 | tr '\n' "$end" | limited |
			awk -F'\t' '$2 != 1 || $6 != "sent" || $9 != "The President met the King in Washington, D.C. on May 3." { bad = 1 } END { print NR, bad + 0 }' >"$BATS_TEST_TMPDIR/got"
		echo '180000 0' | same - "$BATS_TEST_TMPDIR/got"
	done
}

@test "brackets, stars and tags that nothing closes cost no more than other bytes" {
	local SECONDS=0
	for piece in '[' '*a ' '<a ' '_a ' '[a](' '> ' '&#' '- ' '...' '. '; do
		yes "$piece" | tr -d '\n' | head -c 1000000 | limited >"$BATS_TEST_TMPDIR/got"
	done
	# ten of 20 ms each; with a look at all that follows each took minutes
	[ "$SECONDS" -lt 30 ] || fail "$SECONDS s"
}

@test "a hundred thousand documents in a stream" {
	yes 'Readout of the Call' | head -n 100000 | awk '{ print; print ""; print "They met."; printf "\f" }' |
		limited >"$BATS_TEST_TMPDIR/got"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -eq 200000 ]
	[ "$(tail -n 1 "$BATS_TEST_TMPDIR/got" | cut -f1)" = stdin:100000 ]
}
