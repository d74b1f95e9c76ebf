#!/usr/bin/env bats
# How every program of the three behaves as a filter: readout(7), CONDUCT.

load helper

@test "-h and --help tell the usage on standard output, status 0" {
	for p in "${PROGRAMS[@]}"; do
		try "$p" -h
		ended 0; quiet
		head -1 "$out" | grep -q "^usage: $p " || fail "$p: $(head -1 "$out")"
		cp "$out" "$BATS_TEST_TMPDIR/short"
		try "$p" --help
		ended 0; quiet
		same "$BATS_TEST_TMPDIR/short" "$out"
	done
}

@test "-V and --version tell the version, the same for all three" {
	for p in "${PROGRAMS[@]}"; do
		try "$p" -V
		ended 0; quiet
		grep -Eq "^$p \(readout\) [0-9]+\.[0-9]+" "$out" || fail "$p: $(cat "$out")"
		try "$p" --version
		ended 0; quiet
		sed 's/^[^ ]* //' "$out" >>"$BATS_TEST_TMPDIR/versions"
	done
	[ "$(sort -u "$BATS_TEST_TMPDIR/versions" | wc -l)" -eq 1 ]
}

@test "an unknown option: status 2, a message and the usage" {
	for p in "${PROGRAMS[@]}"; do
		for option in --no-such-option -@; do
			try "$p" "$option"
			ended 2
			[ ! -s "$out" ] || fail "$p: output"
			head -1 "$err" | grep -q "^$p: unknown option $option" || fail "$(cat "$err")"
			sed -n 2p "$err" | grep -q "^usage: $p " || fail "$(cat "$err")"
		done
	done
}

@test "an option without its argument: status 2" {
	try readout-split -d
	ended 2
	try readout-fmt -f
	ended 2
	grep -q "needs an argument" "$err"
}

@test "a wrong format, width or colour: status 2 and a message" {
	for args in "-f nosuch" "-w none" "-c maybe"; do
		# shellcheck disable=SC2086
		try readout-fmt $args
		ended 2
		grep -q "^readout-fmt: " "$err" || fail "$args: $(cat "$err")"
	done
}

@test "no operand and - are standard input" {
	for p in "${PROGRAMS[@]}"; do
		in=$(input_for "$p")
		try_in "$in" "$p"
		ended 0; quiet
		[ -s "$out" ] || fail "$p: nothing"
		cp "$out" "$BATS_TEST_TMPDIR/plain"
		try_in "$in" "$p" -
		ended 0; quiet
		same "$BATS_TEST_TMPDIR/plain" "$out"
	done
}

@test "several operands, - among them, are read in their order" {
	for p in readout-entities "readout-fmt -f tsv"; do
		for name in a b c; do
			readout-split "$(first_sample)" | sed "s/^[^$TAB]*/$name/" >"$BATS_TEST_TMPDIR/$name"
		done
		# shellcheck disable=SC2086
		try_in "$BATS_TEST_TMPDIR/b" $p "$BATS_TEST_TMPDIR/a" - "$BATS_TEST_TMPDIR/c"
		ended 0; quiet
		order=$(grep -v ^doc "$out" | cut -f1 | uniq | tr '\n' ' ')
		[ "$order" = "a b c " ] || fail "$p: $order"
	done
	try_in "$(first_sample)" readout-split "$SAMPLES/demo-dvorak.md" - "$SAMPLES/demo-geneva.txt"
	ended 0; quiet
	order=$(cut -f1 "$out" | uniq | tr '\n' ' ')
	[ "$order" = "demo-dvorak stdin demo-geneva " ] || fail "$order"
}

@test "operands behind -- may begin with a hyphen" {
	cp "$(first_sample)" "$BATS_TEST_TMPDIR/-x.txt"
	cd "$BATS_TEST_TMPDIR"
	try readout-split -- -x.txt
	ended 0; quiet
	[ "$(cut -f1 "$out" | sort -u)" = "-x" ]
}

@test "a missing file is named, the rest is done, status 1" {
	for p in "${PROGRAMS[@]}"; do
		in=$(input_for "$p")
		try "$p" "$in"
		cp "$out" "$BATS_TEST_TMPDIR/right"
		try "$p" /nonexistent/x "$in"
		ended 1
		said "^$p: /nonexistent/x: No such file or directory$"
		same "$BATS_TEST_TMPDIR/right" "$out"
		try "$p" "$in" /nonexistent/x
		ended 1
		same "$BATS_TEST_TMPDIR/right" "$out"
	done
}

@test "a directory is named, the rest is done, status 1" {
	for p in "${PROGRAMS[@]}"; do
		in=$(input_for "$p")
		try "$p" "$in"
		cp "$out" "$BATS_TEST_TMPDIR/right"
		try "$p" "$SAMPLES" "$in"
		ended 1
		said "^$p: $SAMPLES: Is a directory$"
		same "$BATS_TEST_TMPDIR/right" "$out"
	done
}

@test "a file that may not be read is named, status 1" {
	[ "$(id -u)" -ne 0 ] || skip "root may read everything"
	for p in "${PROGRAMS[@]}"; do
		in=$BATS_TEST_TMPDIR/secret
		: >"$in"
		chmod 0 "$in"
		try "$p" "$in"
		ended 1
		said "^$p: $in: Permission denied$"
	done
}

@test "an empty file and empty standard input give nothing, status 0" {
	: >"$BATS_TEST_TMPDIR/empty"
	for p in readout-split readout-entities "readout-fmt -f tsv" "readout-fmt -f text" "readout-fmt -f brief"; do
		# shellcheck disable=SC2086
		try $p "$BATS_TEST_TMPDIR/empty"
		ended 0; quiet
		[ "$(grep -vc ^doc "$out")" -eq 0 ] || fail "$p: $(cat "$out")"
		# shellcheck disable=SC2086
		try $p
		ended 0; quiet
	done
}

@test "a malformed record is named with file and line, passed on, status 1" {
	local bad
	for bad in "no record" "a${TAB}1${TAB}1${TAB}0${TAB}1${TAB}sent${TAB}-${TAB}-" \
		"a${TAB}x${TAB}1${TAB}0${TAB}1${TAB}sent${TAB}-${TAB}-${TAB}t" \
		"a${TAB}1${TAB}1${TAB}5${TAB}1${TAB}sent${TAB}-${TAB}-${TAB}t" \
		"a${TAB}1${TAB}1${TAB}0${TAB}1${TAB}sent${TAB}${TAB}-${TAB}t"; do
		for p in readout-entities "readout-fmt -f tsv"; do
			{
				readout-split "$(first_sample)" | head -3
				echo "$bad"
				readout-split "$(first_sample)" | tail -n +4
			} >"$BATS_TEST_TMPDIR/records"
			# shellcheck disable=SC2086
			try $p "$BATS_TEST_TMPDIR/records"
			ended 1
			said "^${p%% *}: $BATS_TEST_TMPDIR/records:4: "
			[ "$(grep -cxF -- "$bad" "$out")" -eq 1 ] || fail "$p: line lost: $bad"
			# shellcheck disable=SC2086
			try_in "$BATS_TEST_TMPDIR/records" $p
			ended 1
			said "^${p%% *}: standard input:4: "
		done
	done
}

@test "a table of one's own: what is no row is named, the rest is known, CRLF or not" {
	printf 'abbreviation\t\t-\tA.\nabbreviation\ttitle\t-\tB.\tC\nabbreviation\ttitle\t-\tQuaest.\r\n\norg\tcrlf\t-\tCrlf Body' \
		>"$BATS_TEST_TMPDIR/table"
	printf 'They met Quaest. Tandi of the Crlf Body.\n' >"$BATS_TEST_TMPDIR/in"
	try readout-split -p -g "$BATS_TEST_TMPDIR/table" "$BATS_TEST_TMPDIR/in"
	ended 1
	[ "$(wc -l <"$out")" -eq 1 ] || fail "$(cat "$out")"
	sed "s|^.*/table:||" "$err" | same - <(printf '%s\n' '1: an empty column' '2: more than four columns')
	cp "$out" "$BATS_TEST_TMPDIR/units"
	try readout-entities -g "$BATS_TEST_TMPDIR/table" "$BATS_TEST_TMPDIR/units"
	ended 1
	grep -q "${TAB}org${TAB}crlf${TAB}-${TAB}Crlf Body\$" "$out" || fail "$(cat "$out")"
	for p in readout-split readout-entities; do
		try "$p" -g "$SAMPLES"
		ended 2
		said "^$p: $SAMPLES: Is a directory$"
	done
}

@test "comments pass through and are no records" {
	for p in readout-entities "readout-fmt -f tsv"; do
		{
			echo "#doc${TAB}para"
			readout-split "$(first_sample)"
			echo "# the end"
		} >"$BATS_TEST_TMPDIR/records"
		# shellcheck disable=SC2086
		try $p "$BATS_TEST_TMPDIR/records"
		ended 0; quiet
		[ "$(grep -c '^#' "$out")" -eq 2 ] || fail "$p: $(grep -c '^#' "$out")"
	done
}

@test "kinds and attributes that nobody knows pass on unchanged" {
	line="demo${TAB}1${TAB}1${TAB}0${TAB}3${TAB}mood${TAB}sunny${TAB}source=me;degree=%3B2${TAB}She"
	{
		echo "demo${TAB}1${TAB}1${TAB}0${TAB}10${TAB}sent${TAB}-${TAB}src=0-10;mark=x${TAB}She smiled"
		echo "$line"
	} >"$BATS_TEST_TMPDIR/records"
	for p in readout-entities "readout-fmt -f tsv"; do
		# shellcheck disable=SC2086
		try $p "$BATS_TEST_TMPDIR/records"
		ended 0; quiet
		grep -qxF -- "$line" "$out" || fail "$p: $(cat "$out")"
		grep -q 'mark=x' "$out" || fail "$p: $(cat "$out")"
	done
}

@test "a full disk: status 2 and a message" {
	[ -c /dev/full ] || skip "no /dev/full here"
	for p in "${PROGRAMS[@]}" "readout-fmt -f json" "readout-fmt -f brief" "readout-fmt -f tsv"; do
		in=$(input_for "${p%% *}")
		status=0
		# shellcheck disable=SC2086
		$p "$in" >/dev/full 2>"$BATS_TEST_TMPDIR/err" || status=$?
		err=$BATS_TEST_TMPDIR/err
		ended 2
		said "^${p%% *}: standard output: No space left on device$"
	done
	for p in "${PROGRAMS[@]}"; do
		status=0
		"$p" --help >/dev/full 2>"$BATS_TEST_TMPDIR/err" || status=$?
		ended 2
	done
}

@test "closed standard output: status 2; closed standard input: status 1" {
	for p in "${PROGRAMS[@]}"; do
		in=$(input_for "$p")
		err=$BATS_TEST_TMPDIR/err
		status=0
		"$p" "$in" >&- 2>"$err" || status=$?
		ended 2
		grep -q "^$p: standard output: " "$err" || fail "$p: $(cat "$err")"
		status=0
		"$p" <&- >/dev/null 2>"$err" || status=$?
		ended 1
		grep -q "^$p: standard input: " "$err" || fail "$p: $(cat "$err")"
	done
}

@test "a closed pipe ends a program quietly" {
	for p in "${PROGRAMS[@]}"; do
		in=$(input_for "$p")
		for ((i = 0; i < 200; i++)); do
			sed "s/^demo-okabe/x$i/" "$in"
		done >"$BATS_TEST_TMPDIR/many"
		"$p" "$BATS_TEST_TMPDIR/many" 2>"$BATS_TEST_TMPDIR/err" | head -1 >/dev/null
		status=${PIPESTATUS[0]}
		[ "$status" -eq 141 ] || [ "$status" -eq 0 ] || fail "$p: status $status"
		[ ! -s "$BATS_TEST_TMPDIR/err" ] || fail "$p: $(cat "$BATS_TEST_TMPDIR/err")"
	done
}

# odd BYTES-FILE: splits it, no message, nine columns, valid UTF-8, no controls.
odd() {
	try readout-split "$1"
	ended 0; quiet
	[ "$(awk -F'\t' 'NF != 9' "$out" | wc -l)" -eq 0 ] || fail "not nine columns: $(cat -v "$out")"
	iconv -f UTF-8 -t UTF-8 "$out" >/dev/null || fail "no UTF-8"
	# shellcheck disable=SC2016
	[ "$(tr -d '\t\n' <"$out" | LC_ALL=C tr -dc '\001-\037\177' | wc -c)" -eq 0 ] || fail "controls"
	readout-entities "$out" >"$BATS_TEST_TMPDIR/entities" || fail "entities"
	readout-fmt -f text "$BATS_TEST_TMPDIR/entities" >/dev/null || fail "fmt"
}

@test "NUL bytes do no harm" {
	printf 'A Headline Here\n\nThe Sec\0retary met Minister Kenji Okabe.\0 He left.\n\0\n\0' >"$BATS_TEST_TMPDIR/nul.txt"
	odd "$BATS_TEST_TMPDIR/nul.txt"
	grep -q 'Okabe' "$out"
	[ "$(tr -dc '\000' <"$out" | wc -c)" -eq 0 ]
	printf '\0\0\0' >"$BATS_TEST_TMPDIR/only.txt"
	odd "$BATS_TEST_TMPDIR/only.txt"
}

@test "bytes that are no UTF-8 become U+FFFD" {
	printf 'A Headline Here\n\nThe Minister \377\376 met \303( the President \355\240\200 of Chile \342\202.\n' \
		>"$BATS_TEST_TMPDIR/bad.txt"
	odd "$BATS_TEST_TMPDIR/bad.txt"
	grep -q $'\357\277\275' "$out"
	head -c 65536 /dev/urandom >"$BATS_TEST_TMPDIR/random.txt"
	odd "$BATS_TEST_TMPDIR/random.txt"
}

@test "CRLF makes no difference but in src" {
	for file in $(samples); do
		tr -d '\r' <"$file" >"$BATS_TEST_TMPDIR/x.txt"
		readout-split "$BATS_TEST_TMPDIR/x.txt" | sed 's/src=[0-9-]*//' >"$BATS_TEST_TMPDIR/lf"
		sed 's/$/\r/' "$BATS_TEST_TMPDIR/x.txt" >"$BATS_TEST_TMPDIR/y.txt"
		mv "$BATS_TEST_TMPDIR/y.txt" "$BATS_TEST_TMPDIR/x.txt"
		readout-split "$BATS_TEST_TMPDIR/x.txt" | sed 's/src=[0-9-]*//' >"$BATS_TEST_TMPDIR/crlf"
		same "$BATS_TEST_TMPDIR/lf" "$BATS_TEST_TMPDIR/crlf" || fail "$file"
	done
}

@test "a byte-order mark makes no difference but in src" {
	for file in $(samples); do
		cp "$file" "$BATS_TEST_TMPDIR/x.txt"
		readout-split "$BATS_TEST_TMPDIR/x.txt" | sed 's/src=[0-9-]*//' >"$BATS_TEST_TMPDIR/plain"
		{ printf '\357\273\277'; cat "$file"; } >"$BATS_TEST_TMPDIR/x.txt"
		readout-split "$BATS_TEST_TMPDIR/x.txt" | sed 's/src=[0-9-]*//' >"$BATS_TEST_TMPDIR/mark"
		same "$BATS_TEST_TMPDIR/plain" "$BATS_TEST_TMPDIR/mark" || fail "$file"
	done
}

@test "a missing final newline makes no difference" {
	for p in "${PROGRAMS[@]}"; do
		in=$(input_for "$p")
		"$p" <"$in" | sed 's/src=[0-9-]*//' >"$BATS_TEST_TMPDIR/with"
		printf %s "$(cat "$in")" | "$p" | sed 's/src=[0-9-]*//' >"$BATS_TEST_TMPDIR/without"
		same "$BATS_TEST_TMPDIR/with" "$BATS_TEST_TMPDIR/without" || fail "$p"
	done
}

@test "records with CRLF, NUL and bytes that are no UTF-8 pass, or are named" {
	{
		printf 'a\t1\t1\t0\t5\tsent\t-\t-\tHello\r\n'
		printf 'a\t1\t2\t0\t5\tsent\t-\t-\tHe\0lo\n'
		printf 'a\t1\t3\t0\t5\tsent\t-\t-\tHe\377lo\n'
		printf '\0\n\n'
	} >"$BATS_TEST_TMPDIR/records"
	for p in readout-entities "readout-fmt -f tsv" "readout-fmt -f text" "readout-fmt -f brief" "readout-fmt -f json"; do
		# shellcheck disable=SC2086
		try $p "$BATS_TEST_TMPDIR/records"
		ended 1
		[ "$(wc -l <"$err")" -eq "$(grep -c "^${p%% *}: $BATS_TEST_TMPDIR/records:[0-9]*: " "$err")" ] || fail "$p: $(cat "$err")"
	done
}

@test "SIGUSR1 tells how far a program has come" {
	for p in "${PROGRAMS[@]}"; do
		mkfifo "$BATS_TEST_TMPDIR/fifo.$p"
		"$p" "$BATS_TEST_TMPDIR/fifo.$p" >/dev/null 2>"$BATS_TEST_TMPDIR/progress.$p" 3>&- &
		pid=$!
		exec 7<>"$BATS_TEST_TMPDIR/fifo.$p"
		cat "$(input_for "$p")" >&7
		for ((i = 0; i < 50; i++)); do
			kill -USR1 "$pid"
			sleep 0.1
			[ ! -s "$BATS_TEST_TMPDIR/progress.$p" ] || break
		done
		exec 7>&-
		wait "$pid" || fail "$p: status $?"
		grep -Eq '[0-9]+ documents, [0-9]+ records, [0-9]+ bytes' "$BATS_TEST_TMPDIR/progress.$p" ||
			fail "$p: $(cat "$BATS_TEST_TMPDIR/progress.$p")"
	done
}

@test "-u gives a document as soon as it has ended" {
	mkfifo "$BATS_TEST_TMPDIR/feed"
	{ readout-split -u "$BATS_TEST_TMPDIR/feed" | readout-entities -u | readout-fmt -u -f tsv; } \
		>"$BATS_TEST_TMPDIR/seen" 3>&- &
	pid=$!
	exec 7<>"$BATS_TEST_TMPDIR/feed"
	{ cat "$(first_sample)"; printf '\f\nSecond Readout Begins\n\nIt says one thing.\n\n'; } >&7
	for ((i = 0; i < 100; i++)); do
		! grep -q 'Okabe' "$BATS_TEST_TMPDIR/seen" || break
		sleep 0.1
	done
	exec 7>&-
	wait "$pid"
	[ "$i" -lt 100 ] || fail "nothing after ten seconds"
}

@test "colour: only on a terminal, never with NO_COLOR, always when told" {
	in=$(input_for readout-fmt)
	readout-fmt -f text "$in" | grep -q $'\033' && fail "colour in a pipe"
	readout-fmt -f text -c always "$in" | grep -q $'\033' || fail "no colour when told"
	need script
	TERM=xterm script -qec "readout-fmt -f text -c auto '$in'" /dev/null </dev/null >"$BATS_TEST_TMPDIR/tty"
	grep -q $'\033\[' "$BATS_TEST_TMPDIR/tty" || fail "no colour on a terminal"
	TERM=xterm NO_COLOR=1 script -qec "readout-fmt -f text '$in'" /dev/null </dev/null >"$BATS_TEST_TMPDIR/tty"
	! grep -q $'\033\[[0-9;]*m' "$BATS_TEST_TMPDIR/tty" || fail "colour in spite of NO_COLOR"
}

@test "controls and bidirectional overrides never reach a terminal or a page" {
	printf 'a\t1\t1\t0\t29\tsent\t-\tsrc=0-29\tRed \033[31m and \342\200\256back\342\201\246 \302\205 x\n' \
		>"$BATS_TEST_TMPDIR/evil"
	for format in text brief table html; do
		try readout-fmt -f "$format" -c never "$BATS_TEST_TMPDIR/evil"
		ended 0
		! LC_ALL=C grep -q $'\033\|\342\200\256\|\342\201\246\|\302\205' "$out" || fail "$format: $(cat -v "$out")"
	done
}

@test "messages never carry controls to a terminal" {
	for p in "${PROGRAMS[@]}"; do
		try "$p" $'/nonexistent/\033[31m'
		ended 1
		! grep -q $'\033' "$err" || fail "$p"
	done
}

@test "nothing but messages on standard error, nothing but records on standard output" {
	for file in $(samples); do
		try pipeline "$file"
		ended 0; quiet
		[ "$(awk -F'\t' 'NF != 9' "$out" | wc -l)" -eq 0 ] || fail "$file"
	done
}
