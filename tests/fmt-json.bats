#!/usr/bin/env bats
# readout-fmt -f json: one document an object.

load helper

R=$BATS_TEST_DIRNAME/records

@test "json is as man/readout.schema.json says, hostile records too" {
	need node
	for file in "$R"/*.tsv; do
		readout-fmt -f json "$file" >"$BATS_TEST_TMPDIR/json" 2>/dev/null || true
		node "$TOP/tests/schema.js" "$TOP/man/readout.schema.json" "$BATS_TEST_TMPDIR/json" ||
			fail "$file"
	done
}

@test "json of all sample readouts is as the schema says" {
	need node
	# shellcheck disable=SC2046
	pipeline $(samples) | readout-fmt -f json >"$BATS_TEST_TMPDIR/json"
	node "$TOP/tests/schema.js" "$TOP/man/readout.schema.json" "$BATS_TEST_TMPDIR/json"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/json")" -ge "$(samples | wc -l)" ]
}

@test "the schema finds what is wrong" {
	need node
	echo '{"doc":1,"meta":{},"meetings":[],"participants":[],"acts":[],"others":[],"units":[{}]}' \
		>"$BATS_TEST_TMPDIR/json"
	! node "$TOP/tests/schema.js" "$TOP/man/readout.schema.json" "$BATS_TEST_TMPDIR/json" 2>/dev/null
}

@test "every span of the records is in the json, with key and attributes" {
	need jq
	readout-fmt -f json "$R/fmt-meetings.tsv" |
		jq -r '.doc as $d | .units[] | . as $u | .spans[] |
		    [$d, $u.para, $u.sent, .start, .end, .kind, .key // "-", .text] | @tsv' \
			>"$BATS_TEST_TMPDIR/now"
	awk -F'\t' -v OFS='\t' '$2 > 0 && $6 !~ /^(title|head|sent|item|note|meta)$/ {
		print $1, $2, $3, $4, $5, $6, $7, $9 }' "$R/fmt-meetings.tsv" >"$BATS_TEST_TMPDIR/want"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/now"
	[ "$(readout-fmt -f json "$R/fmt-meetings.tsv" | jq -r 'select(.doc == "okabe") |
	    .meta.published, .participants[1].attrs.office, .acts[1].by[1]' | tr '\n' '|')" = \
	    "2021-05-12T07:40|Defense Minister|kenji-okabe|" ]
}

@test "bytes a text cannot hold come back as they were, or as U+FFFD" {
	need jq
	printf 'd\t1\t1\t0\t9\tsent\t-\ta=%%00%%22;a=2;b=\tq"\\\x1b\xe2\x80\xae\xff\n' >"$BATS_TEST_TMPDIR/in"
	try readout-fmt -f json "$BATS_TEST_TMPDIR/in"
	[ "$(jq -c '.units[0].text | explode' "$out")" = "[113,34,92,27,8238,65533]" ] || fail "$(cat "$out")"
	[ "$(jq -c '.units[0].attrs' "$out")" = '{"a":"\u0000\"","b":""}' ] || fail "$(cat "$out")"
	! grep -aq "$(printf '\33\|\342\200\256')" "$out"
}
