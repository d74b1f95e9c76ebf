#!/usr/bin/env bats
# Expected output beside its input: the file's existence is the test.

load helper

# expect SUFFIX...: compares all expected files of these kinds.
expect() {
	local file suffix sample wrong=0 wanted=" $* "
	"$TOP/tests/expected" list >"$BATS_TEST_TMPDIR/list"
	while IFS=$TAB read -r file suffix sample; do
		[[ $wanted == *" $suffix "* ]] || continue
		found=1
		"$TOP/tests/expected" make "$suffix" "$sample" >"$BATS_TEST_TMPDIR/now" 2>&1 || wrong=1
		if ! same "$file" "$BATS_TEST_TMPDIR/now"; then
			echo "differs: $file (make expected writes it anew)" >&2
			wrong=1
		fi
	done <"$BATS_TEST_TMPDIR/list"
	[ -n "${found-}" ] || fail "no expected file of that kind"
	return $wrong
}

@test "units of the sample readouts are as expected" {
	expect split.tsv
}

@test "spans of the sample readouts are as expected" {
	expect entities.tsv
}

@test "briefs of the sample readouts are as expected" {
	expect brief
}

@test "annotated texts and tables of the sample readouts are as expected" {
	expect text table
}

@test "what other programs load is as expected" {
	expect csv json html markdown sql dot
}
