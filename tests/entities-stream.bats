#!/usr/bin/env bats
# readout-entities: the same records whatever the company, the reads, the locale;
# documents longer than a window.

load helper
load entities

setup() {
	in=$BATS_TEST_TMPDIR/in
	want=$BATS_TEST_TMPDIR/want
	mapfile -t files < <(samples)
}

# apart FILE: its documents, each through a process of its own.
apart() {
	local doc
	cut -f1 "$1" | uniq | while read -r doc; do
		awk -F'\t' -v doc="$doc" '$1 == doc' "$1" | readout-entities
	done
}

@test "a document says the same alone, behind any other, and before it" {
	readout-split "${files[@]}" >"$in"
	apart "$in" >"$want"
	try readout-entities "$in"
	same "$want" "$out"
	mapfile -t turned < <(printf "%s\n" "${files[@]}" | sort -r)
	readout-split "${turned[@]}" >"$in"
	try readout-entities "$in"
	apart "$in" | same - "$out"
}

@test "words of one document do not become names of the next" {
	{ unit sent "Prime Minister Zorbek Quillan thanked the Ambrel Council." 1 1 a
		unit sent "Quillan and Ambrel are words." 1 1 b; } >"$in"
	readout-entities "$in" | grep '^b' >"$BATS_TEST_TMPDIR/behind"
	grep '^b' "$in" | readout-entities | same - "$BATS_TEST_TMPDIR/behind"
}

@test "a document without any text to read comes out as it went in" {
	printf 'a\t1\t0\t0\t5\tmeta\tpublished\tvalue=2031-02-03\tx\n' >"$in"
	printf 'b\t1\t0\t0\t5\tnote\t-\t-\tx\n' >>"$in"
	try readout-entities "$in"
	same "$in" "$out"
}

@test "fed byte by byte" {
	readout-split "$(first_sample)" >"$in"
	readout-entities "$in" >"$want"
	dd if="$in" bs=1 2>/dev/null | readout-entities >"$BATS_TEST_TMPDIR/slow"
	same "$want" "$BATS_TEST_TMPDIR/slow"
}

@test "in any locale: C, C.UTF-8, Turkish" {
	readout-split "${files[@]}" >"$in"
	readout-entities "$in" >"$want"
	for locale in C C.UTF-8 tr_TR.UTF-8 tr_TR de_DE.UTF-8; do
		LC_ALL=$locale LANG=$locale LANGUAGE=tr readout-entities "$in" >"$BATS_TEST_TMPDIR/there"
		same "$want" "$BATS_TEST_TMPDIR/there" || fail "$locale"
	done
}

@test "files, standard input and a mixture of both" {
	readout-split "${files[0]}" >"$in"
	readout-split "${files[1]}" >"$in.2"
	cat "$in" "$in.2" | readout-entities >"$want"
	readout-entities "$in" "$in.2" | same "$want" -
	readout-entities "$in" - <"$in.2" | same "$want" -
}

# many TIMES: the samples' records so many times, each document under a name of its own.
many() {
	readout-split "${files[@]}" | awk -F'\t' -v OFS='\t' -v times="$1" '
		{ line[NR] = $0; doc[NR] = $1 }
		END {
			for (t = 1; t <= times; t++)
				for (i = 1; i <= NR; i++)
					print doc[i] "-" t substr(line[i], length(doc[i]) + 1)
		}'
}

@test "any number of threads: the same bytes" {
	many 16 >"$in"
	[ "$(wc -c <"$in")" -gt 500000 ]
	try readout-entities -j 1 "$in"
	quiet
	mv "$out" "$want"
	for jobs in 2 3 8; do
		readout-entities -j $jobs "$in" | same "$want" - || fail "$jobs threads"
		readout-entities -j $jobs <"$in" | same "$want" - || fail "$jobs threads, a pipe"
	done
	readout-entities "$in" | same "$want" -
	readout-entities -u -j 3 "$in" | same "$want" -
	head -c 300000 "$in" >"$in.1"
	tail -c +300001 "$in" >"$in.2"
	readout-entities -j 1 "$in.1" "$in.2" >"$want" 2>/dev/null || true
	readout-entities -j 3 "$in.1" "$in.2" 2>/dev/null | same "$want" -
}

@test "threads and what is no record, a document longer than a block, a file's end" {
	{ many 6
		echo '# a comment between documents'
		awk 'BEGIN { t = "The Ministers met in Tokyo on Monday."
			for (i = 1; i < 12000; i++)
				printf "long\t%d\t1\t0\t%d\tsent\t-\t-\t%s\n", i, length(t), t }'
		many 1
		printf 'no record\n'
		many 5 | sed '700s/.*/stray\ttabs/;900s/.*/# a comment inside a document/'
		printf 'the last line has no newline'; } >"$in"
	try readout-entities -j 1 "$in"
	ended 1
	mv "$out" "$want"
	mv "$err" "$want.err"
	[ "$(wc -l <"$want.err")" -eq 3 ]
	try readout-entities -j 3 "$in"
	ended 1
	same "$want" "$out"
	same "$want.err" "$err"
	# the same document at the end of one file and the beginning of the next
	many 9 >"$in"
	split -l 1777 "$in" "$in."
	readout-entities -j 1 "$in" >"$want"
	readout-entities -j 3 "$in".* | same "$want" -
}

@test "-H writes one header, however many the input has" {
	readout-split -H "$(first_sample)" | readout-entities -H >"$want"
	[ "$(grep -c '^#doc' "$want")" -eq 1 ]
	head -n 1 "$want" | grep -q '^#doc'
	readout-split -H "$(first_sample)" | readout-entities | same "$want" -
	printf '#doc\tpara\n' | readout-entities -H | grep -qx "#doc${TAB}para"
}

@test "-j takes a number from 1 on" {
	for jobs in 0 -1 two 2x ""; do
		try readout-entities -j "$jobs" /dev/null
		ended 2
	done
}

# long: a document of six million bytes that names who is who at its head.
long() {
	unit title "Readout of Secretary Marlowe's Meeting with Minister Okabe" 1
	published 2024-03-05
	unit sent "Secretary of Defense Helen R. Marlowe met today with Japanese Defense Minister Kenji Okabe in Tokyo." 2
	awk 'BEGIN {
		t = "The delegations went through the agenda of the day and came to no end with it at all."
		for (i = 3; i < 70000; i++) {
			printf "d\t%d\t1\t0\t%d\tsent\t-\t-\t%s\n", i, length(t), t
			if (i % 10000 == 0)
				print "# " i
		}
	}'
	unit sent "Secretary Marlowe thanked Minister Okabe." 70000
	unit sent "The Secretary invited the Minister to Hawaii today, and both Ministers agreed." 70001
}

@test "longer than a window: who is who is carried over, facts are written once" {
	long >"$in"
	[ "$(wc -c <"$in")" -gt 6000000 ]
	try readout-entities "$in"
	ended 0
	quiet
	# as if what lies between were not there
	grep -Ev 'delegations went|^# ' "$in" | readout-entities >"$want"
	grep -Ev 'delegations went|^# ' "$out" >"$BATS_TEST_TMPDIR/ends"
	for filter in '$6 == "role" || $6 == "act" || $6 == "date"' '$2 == 0'; do
		awk -F'\t' "$filter" "$want" | same - <(awk -F'\t' "$filter" "$BATS_TEST_TMPDIR/ends") || fail "$filter"
	done
	awk -F'\t' '$6 == "person" { print $7 }' "$want" |
		same - <(awk -F'\t' '$6 == "person" { print $7 }' "$BATS_TEST_TMPDIR/ends")
	# and no line is lost or doubled
	grep -E "${TAB}sent${TAB}|${TAB}title${TAB}|^#|${TAB}meta${TAB}" "$out" | same "$in" -
}

@test "longer than a window: the next document knows nothing of it" {
	{ long; unit sent "Secretary Marlowe thanked Minister Okabe." 1 1 e; } >"$in"
	readout-entities "$in" | grep '^e' >"$BATS_TEST_TMPDIR/behind"
	grep '^e' "$in" | readout-entities | same - "$BATS_TEST_TMPDIR/behind"
}

@test "a long document takes no more memory than a window" {
	command -v prlimit >/dev/null || [ "$(uname -s)" = Linux ] || skip "no way to limit memory"
	{ long; long | grep -v title; long | grep -v title; long | grep -v title; } >"$in"
	try_in "$in" bash -c 'ulimit -v 400000; readout-entities'
	ended 0
	[ "$(grep -c "${TAB}sent${TAB}" "$out")" -eq "$(grep -c "${TAB}sent${TAB}" "$in")" ]
}
