#!/usr/bin/env bats
# readout-fmt -f count and -f timeline: all documents in one view.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
}

# on_terminal COLUMNS COMMAND: its output as a terminal of that width gets it.
on_terminal() {
	need script
	script --version 2>&1 | grep -q util-linux || skip "another script(1)"
	out=$BATS_TEST_TMPDIR/screen
	TERM=xterm script -qec "stty cols $1; $2" /dev/null </dev/null | tr -d '\r' >"$out"
	[ -s "$out" ] || skip "no terminal to be had here"
}

@test "count: documents and mentions, as awk counts them" {
	try readout-fmt -f count "$RECORDS/look-three.tsv"
	ended 0; quiet
	awk -F'\t' '$6 !~ /^(title|head|sent|item|note|meta)$/ {
			mentions[$6 " " $7]++
			if (!seen[$1, $6, $7]++) documents[$6 " " $7]++
		}
		END { for (k in mentions) if (k !~ /money/) print k, documents[k], mentions[k] }' \
		"$RECORDS/look-three.tsv" | sort >"$BATS_TEST_TMPDIR/want"
	awk 'NR > 1 && $1 != "money" { print $1, $2, $3, $4 }' "$out" | sort >"$BATS_TEST_TMPDIR/got"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "count: sorted by kind, documents, mentions, key; columns stand under each other" {
	readout-fmt -f count -k person,act,country "$RECORDS/look-three.tsv" | head -9 >"$BATS_TEST_TMPDIR/got"
	cat >"$BATS_TEST_TMPDIR/want" <<-'EOF'
		kind     key              documents  mentions  text
		person   aino-lehtoranta          2         5  Aino Lehtoranta
		person   barasa-wanjohi           2         5  Barasa Wanjohi
		person   helen-marsh              1         3  Helen Marsh
		person   do-yun-pyo               1         1  Pyo Do-yun
		person   kenta-arisugawa          1         1  Kenta Arisugawa (有栖川 健太)
		country  JP                       1         3  Japanese
		country  KE                       1         3  Kenya
		country  KR                       1         3  Korean
	EOF
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "count: the order of the documents does not matter" {
	readout-fmt -f count "$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/one"
	awk -F'\t' '{ print > (dir "/" ($1 ~ /seoul/ ? 1 : $1 ~ /nairobi/ ? 2 : 3)) }' \
		dir="$BATS_TEST_TMPDIR" "$RECORDS/look-three.tsv"
	cat "$BATS_TEST_TMPDIR"/[123] | readout-fmt -f count >"$BATS_TEST_TMPDIR/other"
	same "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/other"
}

@test "count: bars in a terminal, and lines as wide as it at most" {
	on_terminal 80 "readout-fmt -f count -c never -k country,topic $RECORDS/look-three.tsv"
	grep -q '^country  JP .* 3  █████████████  Japanese$' "$out" || fail "$(cat "$out")"
	grep -q '^country  FI .* 1  ████▎          Finland$' "$out" || fail "$(cat "$out")"
	! LC_ALL=C.UTF-8 grep -q '.\{81\}' "$out" || fail "a line too wide"
	! grep -q "$(printf '\033')" "$out" || fail "colour without leave"
}

@test "count: hostile records show their controls" {
	try readout-fmt -f count "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	! LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" "$out" || fail "controls"
	! grep -q "$(printf '\342\200\256')" "$out" || fail "direction of text"
	grep -q "^act .*'v'<U+001B>\[2J$" "$out"
}

@test "timeline: by date, whatever the order of the documents" {
	try readout-fmt -f timeline "$RECORDS/look-three.tsv"
	ended 0; quiet
	cat >"$BATS_TEST_TMPDIR/want" <<-'EOF'
		2024-03-12  call     FI,KE     Aino Lehtoranta, Barasa Wanjohi           -
		2024-04-02  meeting  US,JP,KR  Helen Marsh, Kenta Arisugawa, Pyo Do-yun  Seoul
		2024-05-21  visit    FI,KE     Barasa Wanjohi, Aino Lehtoranta           Nairobi
	EOF
	same "$BATS_TEST_TMPDIR/want" "$out"
	awk -F'\t' '{ print > (dir "/" ($1 ~ /seoul/ ? 1 : $1 ~ /nairobi/ ? 2 : 3)) }' \
		dir="$BATS_TEST_TMPDIR" "$RECORDS/look-three.tsv"
	cat "$BATS_TEST_TMPDIR"/[123] | readout-fmt -f timeline >"$BATS_TEST_TMPDIR/other"
	same "$out" "$BATS_TEST_TMPDIR/other"
}

@test "timeline: meetings without a date come last, documents without a meeting not at all" {
	sed 's/date=2024-03-12;//' "$RECORDS/look-three.tsv" | grep -v "${TAB}meeting${TAB}visit" >"$BATS_TEST_TMPDIR/in"
	readout-fmt -f timeline "$BATS_TEST_TMPDIR/in" | cut -c1-10 >"$BATS_TEST_TMPDIR/got"
	printf '2024-04-02\n-         \n' >"$BATS_TEST_TMPDIR/want"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "timeline: a line stays one line in a terminal" {
	on_terminal 60 "readout-fmt -f timeline -c never $RECORDS/look-three.tsv"
	[ "$(wc -l <"$out")" -eq 3 ]
	! LC_ALL=C.UTF-8 grep -q '.\{61\}' "$out" || fail "a line too wide"
	grep -q '^2024-04-02  meeting  US,JP,KR  Helen Marsh, Kenta.*…' "$out" || fail "$(cat "$out")"
}

@test "count, timeline: lines are cut where -w says so" {
	for args in "count -w 80" "timeline -w 60"; do
		format=${args%% *}
		# shellcheck disable=SC2086
		readout-fmt -f $args "$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/got"
		! LC_ALL=C.UTF-8 grep -q ".\{$((${args##* } + 1))\}" "$BATS_TEST_TMPDIR/got" || fail "$format: a line too wide"
		grep -q '…' "$BATS_TEST_TMPDIR/got" || fail "$format: nothing cut"
		! readout-fmt -f $format "$RECORDS/look-three.tsv" | grep -q '…' || fail "$format: cut in a pipe"
	done
}

@test "timeline: hostile records stay on their line" {
	try readout-fmt -f timeline "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	[ "$(wc -l <"$out")" -eq 2 ]
	! LC_ALL=C grep -q "$(printf '[\001-\011\013-\037\177]')" "$out" || fail "controls"
}

@test "count, timeline: nothing without records" {
	for format in count timeline; do
		try readout-fmt -f $format /dev/null
		ended 0; quiet
		[ ! -s "$out" ]
	done
}
