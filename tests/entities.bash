# What the tests of readout-entities share. Load it behind helper.

# unit KIND TEXT [PARA [SENT [DOC]]]: the record of a unit.
unit() {
	printf '%s\t%d\t%d\t0\t%d\t%s\t-\t-\t%s\n' "${5:-d}" "${3:-1}" "${4:-1}" \
		"$(printf %s "$2" | wc -c)" "$1" "$2"
}

# published DATE [DOC]: the metadata record that says when.
published() {
	printf '%s\t0\t0\t0\t%d\tmeta\tpublished\tvalue=%s\t%s\n' "${2:-d}" "${#1}" "$1" "$1"
}

# sentences TEXT...: one document, a sentence a paragraph.
sentences() {
	local n=0 text
	for text; do
		unit sent "$text" $((++n))
	done
}

# spans KINDS TEXT...: "kind key text" of the spans found in these sentences.
spans() {
	local kinds=$1
	shift
	sentences "$@" | readout-entities -k "$kinds" |
		awk -F'\t' '$6 != "sent" { print $6, $7, $9 }'
}

# found KINDS TEXT EXPECTED: exactly those spans, one a line.
found() {
	spans "$1" "$2" >"$BATS_TEST_TMPDIR/found"
	printf '%s\n' "$3" | sed '/^$/d' | same - "$BATS_TEST_TMPDIR/found" || fail "in: $2"
}
