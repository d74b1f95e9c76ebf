#!/usr/bin/env bats
# Many documents in one stream, mails, lists of files, pauses.

load helper

# titles: the ids of standard input's documents, in their order, with their titles.
titles() {
	awk -F'\t' '$6 == "title" { print $1 "\t" $9 }'
}

@test "a form feed begins a document" {
	printf 'Call with Chad\n\nThey met.\n\fCall with Mali\n\nThey met.\n' | readout-split | titles >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	stdin${TAB}Call with Chad
	stdin:2${TAB}Call with Mali
	E
}

@test "a front matter begins a document, also without a blank line before it" {
	for blank in '' '\n'; do
		# shellcheck disable=SC2059
		printf -- "---\ntitle: A b\n---\nThey met.\n$blank---\ntitle: C d\n---\nThey met.\n" |
			readout-split | titles >"$BATS_TEST_TMPDIR/got"
		same - "$BATS_TEST_TMPDIR/got" <<-E
		stdin${TAB}A b
		stdin:2${TAB}C d
		E
	done
}

@test "a rule of hyphens is no front matter" {
	printf 'Call with Chad\n\nThey met.\n\n---\n\nThey left.\n' | readout-split |
		cut -f1 | sort -u >"$BATS_TEST_TMPDIR/got"
	echo stdin | same - "$BATS_TEST_TMPDIR/got"
}

@test "an end mark and a new headline begin a document" {
	for mark in '###' '\###' '# # #' -30- ENDS '- ENDS -' '***** MJPS/ST (Release ID: 7)'; do
		printf 'Call with Chad\n\nThey met.\n\n%s\n\nReadout of the Call with Mali\n\nThey met.\n' "$mark" |
			readout-split | titles >"$BATS_TEST_TMPDIR/got"
		same - "$BATS_TEST_TMPDIR/got" <<-E || fail "$mark"
		stdin${TAB}Call with Chad
		stdin:2${TAB}Readout of the Call with Mali
		E
	done
}

@test "an mbox: each message is a document" {
	readout-split "$SAMPLES/mail-forward.txt" >"$BATS_TEST_TMPDIR/got"
	titles <"$BATS_TEST_TMPDIR/got" >"$BATS_TEST_TMPDIR/titles"
	same - "$BATS_TEST_TMPDIR/titles" <<-E
	mail-forward${TAB}READOUT: Secretary Aldridge’s Call with Foreign Minister Dvořák
	mail-forward:2${TAB}Fwd: Readout
	E
	awk -F'\t' '$6 ~ /sent|head/ && $9 ~ />/ { print; bad = 1 } END { exit bad }' "$BATS_TEST_TMPDIR/got"
}

@test "-d: a line that matches begins a document" {
	printf '== 1\nThey met.\n== 2\nThey left.\n\n== 3\nEnd.\n' >"$BATS_TEST_TMPDIR/in"
	try readout-split -d '^== [0-9]+$' "$BATS_TEST_TMPDIR/in"
	quiet
	[ "$(cut -f1 "$out" | uniq | tr '\n' ' ')" = 'in in:2 in:3 ' ]
	try readout-split -d '(' "$BATS_TEST_TMPDIR/in"
	ended 2
	grep -q -- '-d' "$err"
}

@test "--files0-from reads names from a file and from standard input" {
	printf '%s\0%s\0' "$SAMPLES/form-feed.txt" "$SAMPLES/run-on-list.txt" >"$BATS_TEST_TMPDIR/names"
	try readout-split "$SAMPLES/form-feed.txt" "$SAMPLES/run-on-list.txt"
	cp "$out" "$BATS_TEST_TMPDIR/want"
	try readout-split --files0-from="$BATS_TEST_TMPDIR/names"
	ended 0
	same "$BATS_TEST_TMPDIR/want" "$out"
	try_in "$BATS_TEST_TMPDIR/names" readout-split --files0-from=-
	same "$BATS_TEST_TMPDIR/want" "$out"
	try readout-split --files0-from="$BATS_TEST_TMPDIR/names" "$SAMPLES/form-feed.txt"
	ended 2
	try readout-split --files0-from="$BATS_TEST_TMPDIR/nothing"
	[ "$status" -ne 0 ]
}

@test "--files0-from says what is wrong with a list" {
	local names=$BATS_TEST_TMPDIR/names
	printf '%s' "$SAMPLES/form-feed.txt" >"$names"
	try readout-split --files0-from="$names"
	ended 1
	grep -q "no NUL behind it" "$err"
	{ printf '%0100000d\0' 1; printf '%s\0' "$SAMPLES/form-feed.txt"; } >"$names"
	try readout-split --files0-from="$names"
	ended 1
	grep -q "too long" "$err"
}

@test "where there is pledge(2), no promise is asked for that was given up" {
	local top=$BATS_TEST_DIRNAME/.. work=$BATS_TEST_TMPDIR
	command -v "${CC:-cc}" >/dev/null || skip "no C compiler here"
	echo 'int pledge(const char *promises, const char *more);' >"$work/pledge.h"
	cat >"$work/pledge.c" <<-'E'
	#include <errno.h>
	#include <string.h>
	#include "gazetteer.h"
	extern gazetteer_table gazetteer_split;
	gazetteer_table gazetteer_split = {NULL};
	int pledge(const char *promises, const char *more)
	{
		static int narrow;
		(void)more;
		errno = EPERM;
		if (strcmp(promises, "stdio") == 0)
			return narrow = 1, 0;
		return narrow ? -1 : 0;
	}
	E
	"${CC:-cc}" -w -std=c11 -D_POSIX_C_SOURCE=200809L -D__OpenBSD__ -include "$work/pledge.h" \
		-I"$top/lib" -o "$work/pledged" "$work/pledge.c" "$top"/readout-split.c "$top"/lib/*.c "$top"/lib/split/*.c
	printf '%s\0%s\0' "$SAMPLES/form-feed.txt" "$SAMPLES/run-on-list.txt" >"$work/names"
	"$work/pledged" --files0-from="$work/names" >"$work/got"
	grep -q '^run-on-list' "$work/got"
	"$work/pledged" "$SAMPLES/form-feed.txt" "$SAMPLES/run-on-list.txt" >"$work/operands"
	same "$work/operands" "$work/got"
}

@test "ids are unique whatever the files are called" {
	mkdir "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
	printf 'One.\n\fTwo.\n' | tee "$BATS_TEST_TMPDIR/a/x.txt" >"$BATS_TEST_TMPDIR/b/x.md"
	readout-split "$BATS_TEST_TMPDIR/a/x.txt" "$BATS_TEST_TMPDIR/b/x.md" | cut -f1 >"$BATS_TEST_TMPDIR/got"
	printf '%s\n' x x:2 x:3 x:4 | same - "$BATS_TEST_TMPDIR/got"
	printf 'One.\n' >"$BATS_TEST_TMPDIR/a${TAB}b.txt"
	readout-split "$BATS_TEST_TMPDIR/a${TAB}b.txt" | awk -F'\t' 'NF != 9 { exit 1 }'
}

@test "-u writes a unit as soon as it is complete, while the writer pauses" {
	mkfifo "$BATS_TEST_TMPDIR/fifo"
	readout-split -u <"$BATS_TEST_TMPDIR/fifo" >"$BATS_TEST_TMPDIR/got" &
	pid=$!
	exec 7>"$BATS_TEST_TMPDIR/fifo"
	printf 'Readout of the Call\n\nThey met. They left.\n\n' >&7
	for ((i = 0; i < 50; i++)); do
		[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -ge 3 ] && break
		sleep 0.1
	done
	[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -eq 3 ]
	printf 'They will meet again.\n\n' >&7
	for ((i = 0; i < 50; i++)); do
		[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -ge 4 ] && break
		sleep 0.1
	done
	[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -eq 4 ]
	exec 7>&-
	wait "$pid"
}

@test "-u writes a sentence when the next one has begun, inside a paragraph" {
	coproc SPLIT { readout-split -u; }
	pid=$SPLIT_PID
	exec 8<&"${SPLIT[0]}" 9>&"${SPLIT[1]}"
	# text_is TEXT: the next record's text has come, while the writer is silent.
	text_is() {
		IFS= read -r -t 30 line <&8 || fail "nothing comes; want: $1"
		[ "${line##*"$TAB"}" = "$1" ] || fail "got $line, want $1"
	}
	printf 'Readout of the Call\n\n' >&9
	text_is 'Readout of the Call'
	printf 'OSLO, May 3, 2021 – The ministers met at length. They agreed ' >&9
	text_is 'OSLO, May 3, 2021 –'
	text_is OSLO
	text_is 'May 3, 2021'
	text_is 'The ministers met at length.'
	printf 'on fish.\n' >&9
	# hard-wrapped, and a sentence that ends with its line
	printf '\nThe minister noted the progress that had been made, and thanked\n' >&9
	text_is 'They agreed on fish.'
	printf 'all who worked for it. She hoped for more.\nBoth sides ' >&9
	text_is 'The minister noted the progress that had been made, and thanked all who worked for it.'
	printf 'will go on, they said. The ' >&9
	text_is 'She hoped for more.'
	printf 'end came.\n\n- the first\n- the second\n- the ' >&9
	text_is 'Both sides will go on, they said.'
	text_is 'The end came.'
	text_is 'the first'
	printf 'third\n' >&9
	eval "exec 9>&- ${SPLIT[1]}>&-"
	text_is 'the second'
	text_is 'the third'
	wait "$pid"
}

@test "-u writes the same bytes as without it" {
	mapfile -t files < <(samples)
	for file in "${files[@]}"; do
		readout-split <"$file" >"$BATS_TEST_TMPDIR/want"
		for size in 1 50; do
			dd if="$file" bs=$size 2>/dev/null | readout-split -u >"$BATS_TEST_TMPDIR/got"
			same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got" || fail "$file, $size"
		done
	done
}

@test "byte by byte, and in pieces of any size, the records are the same" {
	mapfile -t files < <(samples)
	for file in "${files[@]}"; do
		readout-split <"$file" >"$BATS_TEST_TMPDIR/want"
		for size in 1 7 100; do
			dd if="$file" bs=$size 2>/dev/null | readout-split >"$BATS_TEST_TMPDIR/got"
			same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got" || fail "$file, $size"
		done
	done
}

@test "other documents in the stream change nothing" {
	mapfile -t files < <(samples)
	for file in "${files[@]}"; do
		readout-split "$file"
	done | sort >"$BATS_TEST_TMPDIR/apart"
	readout-split "${files[@]}" | sort >"$BATS_TEST_TMPDIR/together"
	same "$BATS_TEST_TMPDIR/apart" "$BATS_TEST_TMPDIR/together"
}
