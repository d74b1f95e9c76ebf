#!/usr/bin/env bats
# readout-fmt -f dot: who met whom, read back by Graphviz.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	dot=$BATS_TEST_TMPDIR/graph.dot
	readout-fmt -f dot "$RECORDS/look-three.tsv" >"$dot"
}

@test "dot: an edge has the number of meetings" {
	grep -q '"person aino-lehtoranta" -- "person barasa-wanjohi" \[weight=2, penwidth=2, label=2\];' "$dot"
	grep -q '"country FI" -- "country KE" \[weight=2' "$dot"
	grep -q '"person do-yun-pyo" -- "person helen-marsh" \[weight=1' "$dot"
	! grep -q 'FI" -- "country JP' "$dot" || fail "they never met"
}

@test "dot: those of one side did not meet each other" {
	sed 's/side=3/side=2/' "$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/sides.tsv"
	readout-fmt -f dot "$BATS_TEST_TMPDIR/sides.tsv" >"$dot"
	! grep -q '"person do-yun-pyo" -- "person kenta-arisugawa"' "$dot" || fail "one side"
	grep -q '"person do-yun-pyo" -- "person helen-marsh"' "$dot"
}

@test "dot: where all are of one country the first named met the others; who met nobody is not drawn" {
	awk -F'\t' -v OFS='\t' '$6 == "participant" { sub(/;side=.*/, "", $8); sub(/country=../, "country=US", $8) } $6 != "meeting"' \
		"$RECORDS/look-three.tsv" >"$BATS_TEST_TMPDIR/home.tsv"
	printf 'alone\t0\t0\t0\t1\tparticipant\tsolo\tcountry=US\tSolo\n' >>"$BATS_TEST_TMPDIR/home.tsv"
	readout-fmt -f dot "$BATS_TEST_TMPDIR/home.tsv" >"$dot"
	grep -q '"person helen-marsh" -- "person kenta-arisugawa"\|"person do-yun-pyo" -- "person helen-marsh"' "$dot"
	! grep -q '"person do-yun-pyo" -- "person kenta-arisugawa"' "$dot" || fail "both are guests"
	! grep -q solo "$dot" || fail "met nobody"
}

@test "dot: the order of the documents does not matter" {
	awk -F'\t' '{ print > (dir "/" ($1 ~ /seoul/ ? 1 : $1 ~ /nairobi/ ? 2 : 3)) }' \
		dir="$BATS_TEST_TMPDIR" "$RECORDS/look-three.tsv"
	cat "$BATS_TEST_TMPDIR"/[123] | readout-fmt -f dot >"$BATS_TEST_TMPDIR/other.dot"
	same "$dot" "$BATS_TEST_TMPDIR/other.dot"
}

@test "dot: Graphviz draws it, every layout, without a warning" {
	need dot sfdp
	for layout in dot sfdp neato; do
		"$layout" -Tsvg "$dot" >"$BATS_TEST_TMPDIR/svg" 2>"$BATS_TEST_TMPDIR/said" || fail "$layout"
		! grep -v -i 'font\|prism\|triangulation' "$BATS_TEST_TMPDIR/said" | grep . || fail "$layout"
		[ "$(grep -c 'class="node"' "$BATS_TEST_TMPDIR/svg")" -eq 10 ] || fail "$layout"
	done
}

@test "dot: hostile records are labels and nothing else" {
	try readout-fmt -f dot "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	need dot
	dot -Tsvg "$out" >"$BATS_TEST_TMPDIR/svg" 2>"$err" || fail "$(head -3 "$err")"
	[ "$(grep -c 'class="node"' "$BATS_TEST_TMPDIR/svg")" -eq 5 ]
	grep -q '<title>person p&quot;1\\' "$BATS_TEST_TMPDIR/svg"
	grep -Fq 'Name &quot;A\&quot; &#45;&gt; x]; evil [label=&lt;&lt;b&gt;x&lt;/b&gt;&gt;]' "$BATS_TEST_TMPDIR/svg"
}

@test "dot: without meetings an empty graph" {
	try readout-fmt -f dot /dev/null
	ended 0; quiet
	tail -1 "$out" | grep -qx '}'
}

@test "dot: a crowd is drawn in part, and said so" {
	{
		printf 'crowd\t0\t0\t0\t1\tmeeting\tother\tdate=2024-01-01\tx\n'
		i=0
		while [ $i -lt 400 ]; do
			printf 'crowd\t0\t0\t0\t1\tparticipant\tguest-%d\t-\tGuest\n' $i
			i=$((i + 1))
		done
	} >"$BATS_TEST_TMPDIR/crowd.tsv"
	try readout-fmt -f dot "$BATS_TEST_TMPDIR/crowd.tsv"
	ended 1; said 'crowd: only the first 300 who took part are drawn'
	[ "$(grep -c ' -- ' "$out")" -eq 299 ]
}
