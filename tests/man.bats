#!/usr/bin/env bats
# The manual pages are true: examples, options, kinds, acts, subjects.

load helper

# page NAME: runs its examples.
page() {
	"$TOP/tests/pages" check "$TOP/man/$1"
}

@test "every example in readout(7) prints what the page says" { page readout.7; }
@test "every example in readout(5) prints what the page says" { page readout.5; }
@test "every example in readout-gazetteer(5) prints what the page says" { page readout-gazetteer.5; }
@test "every example in readout-split(1) prints what the page says" { page readout-split.1; }
@test "every example in readout-entities(1) prints what the page says" { page readout-entities.1; }
@test "every example in readout-fmt(1) prints what the page says" { page readout-fmt.1; }

@test "every example in README.md prints what it says" {
	timeout 100 "$TOP/tests/readme" check
}

@test "pages and --help name the same options" {
	for p in "${PROGRAMS[@]}"; do
		"$p" --help | sed -n 's/^ *\(-[A-Za-z0-9]\)\{0,1\},\{0,1\} *--\([a-z0-9-]*\)=\{0,1\}\([A-Z]*\) .*/\1 --\2 \3/p' |
			sed 's/^ *//; s/ *$//' | sort >"$BATS_TEST_TMPDIR/help"
		sed -n 's/^\.It Fl \(.*\)$/\1/p' "$TOP/man/$p.1" | awk '{
			letter = ""; name = ""; argument = ""
			gsub(/\\-/, "-"); gsub(/ Ns /, " "); gsub(/ Cm /, " "); gsub(/,|=/, " ")
			for (i = 1; i <= NF; i++) {
				if ($i ~ /^-/) name = $i
				else if (length($i) == 1) letter = "-" $i
				else if ($i ~ /^[A-Z][A-Z]+$/) argument = $i
			}
			line = letter " -" name " " argument
			sub(/^ */, "", line); sub(/ *$/, "", line)
			print line
		}' | sort >"$BATS_TEST_TMPDIR/page"
		same "$BATS_TEST_TMPDIR/help" "$BATS_TEST_TMPDIR/page" || fail "$p: --help and page differ"
	done
}

@test "the usage line agrees with the page's synopsis" {
	for p in "${PROGRAMS[@]}"; do
		"$p" --help | sed -n '1s/^usage: [^ ]* //p' | tr -d '[]' >"$BATS_TEST_TMPDIR/usage"
		# The synopsis also has long options that no letter stands for.
		sed -n '/^\.Sh SYNOPSIS/,/^\.Sh DESC/s/^\.Op //p' "$TOP/man/$p.1" | sed '/^Fl -/d; s/^Fl /-/; s/ Ar / /; s/^Ar //' |
			paste -sd ' ' - >"$BATS_TEST_TMPDIR/synopsis"
		same "$BATS_TEST_TMPDIR/usage" "$BATS_TEST_TMPDIR/synopsis" || fail "$p"
	done
}

@test "readout(5) lists every kind that -k help does" {
	readout-fmt -k help | cut -d ' ' -f 1 | sort >"$BATS_TEST_TMPDIR/kinds"
	awk '/^\.Ss / { kinds = /Units|Names|Other spans|Facts/ } kinds && /^\.It / { print $3 }' \
		"$TOP/man/readout.5" | sort >"$BATS_TEST_TMPDIR/page"
	same "$BATS_TEST_TMPDIR/kinds" "$BATS_TEST_TMPDIR/page"
}

@test "readout-gazetteer(5) lists every table" {
	(cd "$TOP/gazetteer" && printf '%s\n' *.tsv) >"$BATS_TEST_TMPDIR/tables"
	sed -n 's/^\.It Pa //p' "$TOP/man/readout-gazetteer.5" | sort >"$BATS_TEST_TMPDIR/page"
	same "$BATS_TEST_TMPDIR/tables" "$BATS_TEST_TMPDIR/page"
}

@test "readout(5) lists every act and every subject of the gazetteer" {
	for kind in act topic; do
		[ -e "$TOP/gazetteer/$kind.tsv" ] || continue
		awk -F'\t' -v kind=$kind '$1 == kind && $2 != "-" { print $2 }' "$TOP/gazetteer/$kind.tsv" | sort -u >"$BATS_TEST_TMPDIR/table"
		awk -v kind=$kind '
			/^\.Ss / { section = tolower($2) }
			section == kind "s" && /^\.It / { code = $3; gsub(/\\-/, "-", code); print code }
		' "$TOP/man/readout.5" | sort -u >"$BATS_TEST_TMPDIR/page"
		same "$BATS_TEST_TMPDIR/table" "$BATS_TEST_TMPDIR/page" || fail "$kind"
	done
}

@test "readout-fmt(1) lists every format" {
	readout-fmt -f help | awk '{ print $1 }' | sort >"$BATS_TEST_TMPDIR/formats"
	sed -n '/^\.Sh FORMATS/,/^\.Sh /s/^\.It Cm \([a-z0-9]*\).*/\1/p' "$TOP/man/readout-fmt.1" |
		sort >"$BATS_TEST_TMPDIR/page"
	same "$BATS_TEST_TMPDIR/formats" "$BATS_TEST_TMPDIR/page"
}

@test "each page has its sections" {
	for page in readout-split.1 readout-entities.1 readout-fmt.1; do
		for section in NAME SYNOPSIS DESCRIPTION ENVIRONMENT 'EXIT STATUS' EXAMPLES 'SEE ALSO'; do
			grep -qx "\.Sh $section" "$TOP/man/$page" || fail "$page: no $section"
		done
	done
}

@test "mandoc has nothing to say about the pages" {
	need mandoc
	mandoc -T lint -W warning "$TOP"/man/*.[1-8]
}
