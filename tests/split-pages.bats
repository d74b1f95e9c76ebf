#!/usr/bin/env bats
# One HTML page, dumped by whatever is here, gives the same sentences.

load helper

setup() {
	page=$BATS_TEST_TMPDIR/page.html
	cat >"$page" <<-'E'
	<html><head><title>Readout</title></head><body>
	<p><a href="/">Home</a> <a href="/news">News</a></p>
	<h1>Readout of the Minister's Call with Latvia</h1>
	<p>July 2, 2026</p>
	<p>On July 2, the <b>Minister</b> spoke with <a href="https://x.example/">Mr. Ozols</a> for 25
	minutes. They discussed long-term co-operation in the U.S. and the Baltic states, and they
	agreed to meet again in Riga at 6 p.m. on Tuesday.</p>
	<p>He said: &ldquo;We are friends.&rdquo; They agreed on:</p>
	<ul><li>trade between the ports of the Baltic Sea and those of the Gulf, which is growing fast
	in spite of all;</li><li>energy &amp; water.</li></ul>
	<p>The two will talk again.</p>
	</body></html>
	E
	readout-split >"$BATS_TEST_TMPDIR/want" <<-'E'
	Readout of the Minister's Call with Latvia

	July 2, 2026

	On July 2, the Minister spoke with Mr. Ozols for 25 minutes. They discussed long-term co-operation in the U.S. and the Baltic states, and they agreed to meet again in Riga at 6 p.m. on Tuesday.

	He said: “We are friends.” They agreed on:

	- trade between the ports of the Baltic Sea and those of the Gulf, which is growing fast in spite of all;
	- energy & water.

	The two will talk again.
	E
}

# dumps_well COMMAND...: its output, split, has the sentences that are wanted.
dumps_well() {
	"$@" >"$BATS_TEST_TMPDIR/dump"
	readout-split "$BATS_TEST_TMPDIR/dump" >"$BATS_TEST_TMPDIR/got"
	for records in want got; do
		awk -F'\t' '$6 ~ /^(title|head|sent|item)$/ { gsub(/\342\200[\234\235]/, "\"", $9); print $6 "\t" $9 }' \
			"$BATS_TEST_TMPDIR/$records" >"$BATS_TEST_TMPDIR/$records.units"
	done
	same "$BATS_TEST_TMPDIR/want.units" "$BATS_TEST_TMPDIR/got.units"
}

@test "pandoc -t plain" {
	need pandoc
	dumps_well pandoc -f html -t plain "$page"
}

@test "pandoc -t markdown" {
	need pandoc
	dumps_well pandoc -f html -t markdown "$page"
}

@test "w3m -dump" {
	need w3m
	dumps_well w3m -dump -O UTF-8 -cols 72 "$page"
}

@test "lynx -dump" {
	need lynx
	dumps_well lynx -dump -display_charset=utf-8 "$page"
}

@test "elinks -dump" {
	need elinks
	dumps_well elinks -dump -dump-charset utf-8 "$page"
}
