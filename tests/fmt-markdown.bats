#!/usr/bin/env bats
# readout-fmt -f markdown: to paste into notes.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	notes=$BATS_TEST_TMPDIR/notes.md
	readout-fmt -f markdown "$RECORDS/look-three.tsv" >"$notes"
}

@test "markdown: the brief and the text" {
	grep -qx '# President Aino Lehtoranta Visits Nairobi' "$notes"
	grep -qxF -- '- **Kenta Arisugawa**, Foreign Minister, Japan' "$notes"
	grep -qxF -- '    - thanked President Wanjohi for Kenyan hospitality' "$notes"
	grep -qxF -- '- Topics: climate (2), maritime-security (2)' "$notes"
	grep -qxF -- '> - a visit of students from Turku & Mombasa.' "$notes"
	grep -qxF -- 'Source: 2024-03-12-call-finland-kenya, published 2024-03-12, by Office of the President of the Republic of Finland, <https://president.example/2024/03/12/call?a=1&b=2>' "$notes"
}

# rendered FILE: what pandoc makes of it: $html, and $plain without markup.
rendered() {
	need pandoc
	html=$BATS_TEST_TMPDIR/html plain=$BATS_TEST_TMPDIR/plain
	pandoc -f gfm -t html --wrap=none "$1" >"$html"
	sed 's/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' "$html" >"$plain"
}

@test "markdown: pandoc reads headings, lists and quotations" {
	rendered "$notes"
	[ "$(grep -c '<h1' "$html")" -eq 3 ]
	[ "$(grep -c '<blockquote>' "$html")" -eq 3 ]
	grep -qF '<li>training for coast guards, led by the International Maritime Organization;</li>' "$html"
	grep -qF 'the <strong>' "$html" && fail "bold where none is meant"
	grep -qF 'March 12, 2024 | Helsinki' "$plain"
}

@test "markdown: hostile records stay text" {
	try readout-fmt -f markdown "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$out" || fail "controls"
	rendered "$out"
	! grep -Eo '<(script|img|em|code|del|table|span|hr|h[3-6])[ />]' "$html" || fail "markup of the text"
	# an address that stands in the text may become a link that says where it leads
	! grep -Eo '<a [^>]*>[^<]*' "$html" | grep -vx '<a href="\(.*\)"\( class="uri"\)\{0,1\}>\1' || fail "a link in disguise"
	[ "$(grep -c '<h1' "$html")" -eq 4 ]
	grep -qF '=cmd|'"'"'/c calc'"'"'!A1 <script>alert(1)</script> "q" \"b\\ ]]> <!-- & &lt; <U+202E>evil' "$plain"
	grep -qF '# heading ``` ~~~ <details> ![x](http://evil.example/x.png) &#60;b&#62;' "$plain"
	grep -qF "1. > quote" "$plain"
}
