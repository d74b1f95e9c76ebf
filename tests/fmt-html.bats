#!/usr/bin/env bats
# readout-fmt -f html: one page by itself.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	page=$BATS_TEST_TMPDIR/page.html
	readout-fmt -f html "$RECORDS/look-three.tsv" >"$page"
}

# browsed PAGE: what Chromium makes of it, in $dom.
browsed() {
	need chromium
	dom=$BATS_TEST_TMPDIR/dom
	timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic \
		--no-first-run --disable-background-networking --disable-component-update \
		--disable-sync --user-data-dir="$BATS_TEST_TMPDIR/profile" --dump-dom \
		"file://$1" >"$dom" 2>/dev/null || skip "chromium does not start here"
}

@test "html: a document each, its headline, its people, who did what" {
	[ "$(grep -c '<article id=' "$page")" -eq 3 ]
	grep -q '<h2><span id="d1-1-1"' "$page"
	grep -q '<b>Pyo Do-yun</b><small>Foreign Minister</small>' "$page"
	grep -q '<th scope="rowgroup" rowspan="4">Aino Lehtoranta</th>' "$page"
	grep -q '<td class="whom">Barasa Wanjohi</td>' "$page"
	grep -q '<li><a href="#d3"><small>2024-05-21 · visit</small>' "$page"
}

@test "html: hover tells key and attributes" {
	grep -q 'title="person aino-lehtoranta · role: President · country: FI">Aino' "$page"
	grep -q 'title="act condemn · by: aino-lehtoranta,barasa-wanjohi · verb: condemned' "$page"
}

@test "html: no script, nothing fetched from anywhere" {
	! grep -Eiq '<(script|link|img|iframe|object|embed|base|form)|@import|url\(' "$page" || fail "should not be there"
	! grep -Eoi " (href|src)=\"[^#][^\"]*\"" "$page" ||
		fail "an address outside the page"
	grep -q "content=\"default-src 'none'; style-src 'unsafe-inline'\"" "$page"
}

@test "html: spans that cross are closed and opened again" {
	need python3
	readout-fmt -f html "$RECORDS/look-hostile.tsv" >"$BATS_TEST_TMPDIR/hostile.html"
	cat >"$BATS_TEST_TMPDIR/nest.py" <<-'EOF'
		import html.parser, sys
		VOID = {"meta", "input", "br", "link"}
		class Nest(html.parser.HTMLParser):
		    open = []
		    def handle_starttag(self, tag, attrs):
		        if tag not in VOID:
		            self.open.append(tag)
		    def handle_endtag(self, tag):
		        assert self.open.pop() == tag, (tag, self.getpos())
		for name in sys.argv[1:]:
		    nest = Nest()
		    nest.feed(open(name, encoding="utf-8").read())
		    nest.close()
		    assert not nest.open, nest.open
	EOF
	python3 "$BATS_TEST_TMPDIR/nest.py" "$page" "$BATS_TEST_TMPDIR/hostile.html"
	grep -q '<mark class="abbrev" title="abbrev A\\B">VEVENT ' "$BATS_TEST_TMPDIR/hostile.html"
}

@test "html: hostile records stay text, in the page and in a browser" {
	try readout-fmt -f html "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	! grep -Eiq '<(script|img|i>|b>boss)' "$out" || fail "should not be there"
	grep -q '&lt;U+202E&gt;evil&lt;U+202C&gt; &lt;U+001B&gt;\[31m' "$out"
	! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037\177]')" "$out" || fail "should not be there"
	cp "$out" "$page"
	browsed "$page"
	! grep -Eiq '<(script|img|details)| on[a-z]+="' "$dom" || fail "$(grep -Eio '<(script|img|details)[^>]*' "$dom")"
	[ "$(grep -o '<article id=' "$dom" | wc -l)" -eq 4 ]
}

@test "html: Chromium reads the page as it was written" {
	browsed "$page"
	[ "$(grep -o '<mark class=' "$dom" | wc -l)" -eq "$(grep -o '<mark class=' "$page" | wc -l)" ]
	[ "$(grep -o '<tbody>' "$dom" | wc -l)" -eq "$(grep -o '<tbody>' "$page" | wc -l)" ]
}

@test "html: without input still a page" {
	try readout-fmt -f html /dev/null
	ended 0; quiet
	grep -q '0 readouts' "$out"
	tail -1 "$out" | grep -q '</html>'
}
