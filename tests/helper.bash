# What all test files share. Load it with: load helper
# Test files work with any bats from 1.2 on, so no `run` with options.

TOP=$(cd "$BATS_TEST_DIRNAME/.." && pwd)
BIN=${READOUT_BIN:-$TOP}
PATH=$BIN:$PATH
SAMPLES=$TOP/tests/readouts
SHARED=${SHARED:-$TOP/../shared}
TAB=$'\t'
PROGRAMS=(readout-split readout-entities readout-fmt)
export LC_ALL=C
unset NO_COLOR COLUMNS
: "${BATS_TEST_TMPDIR:=$(mktemp -d)}" "${BATS_FILE_TMPDIR:=$BATS_TEST_TMPDIR}"

# fail MESSAGE...: ends the test with it.
fail() {
	echo "$*" >&2
	return 1
}

# need TOOL...: skips the test where one is missing.
need() {
	local tool
	for tool; do
		command -v "$tool" >/dev/null || skip "no $tool here"
	done
}

# need_shared NAME: skips where the shared folder has not that.
need_shared() {
	[ -e "$SHARED/$1" ] || skip "no shared/$1 here"
}

# try COMMAND...: runs it with nothing on standard input; leaves $out and $err
# (files) and $status. try_in FILE COMMAND... takes standard input from FILE.
try() {
	try_in /dev/null "$@"
}

try_in() {
	local input=$1
	shift
	out=$BATS_TEST_TMPDIR/out err=$BATS_TEST_TMPDIR/err status=0
	"$@" <"$input" >"$out" 2>"$err" || status=$?
}

# ended STATUS: the last try ended with it.
ended() {
	[ "$status" -eq "$1" ] || fail "status $status, want $1: $(head -c 400 "$err")"
}

# said REGEX: exactly one line on standard error, and it matches.
said() {
	[ "$(wc -l <"$err")" -eq 1 ] || fail "want one message, got: $(cat "$err")"
	grep -Eq -- "$1" "$err" || fail "message: $(cat "$err"), want: $1"
}

# quiet: nothing on standard error.
quiet() {
	[ ! -s "$err" ] || fail "messages: $(head -c 400 "$err")"
}

# same EXPECTED ACTUAL: byte for byte, shown as a diff.
# EXPECTED may be -, standard input.
same() {
	local expected=$1
	if [ "$expected" = - ]; then
		expected=$BATS_TEST_TMPDIR/same
		cat >"$expected"
	fi
	cmp -s "$expected" "$2" || { diff -u "$expected" "$2" | head -40 >&2; return 1; }
}

# Sample readouts, all and the first of them.
samples() {
	find "$SAMPLES" -type f \( -name '*.txt' -o -name '*.md' \) | sort
}

first_sample() {
	echo "$SAMPLES/demo-okabe.txt"
}

# pipeline FILE...: the records of the whole pipeline.
pipeline() {
	readout-split "$@" | readout-entities
}

# input_for PROGRAM: a file (made once a test) such as that program reads.
input_for() {
	local file=$BATS_TEST_TMPDIR/input-$1
	if [ ! -e "$file" ]; then
		case $1 in
		readout-split) cat "$(first_sample)" ;;
		readout-entities) readout-split "$(first_sample)" ;;
		readout-fmt) readout-split "$(first_sample)" | readout-entities ;;
		esac >"$file"
	fi
	echo "$file"
}

# preload: builds the library that disturbs system calls; skips where it cannot
# work (no compiler, a static program, a sanitizer).
preload() {
	[ "$(uname -s)" = Linux ] || skip "the preload library knows Linux alone"
	PRELOAD=$BATS_FILE_TMPDIR/disturb.so
	[ -e "$PRELOAD" ] || ${CC:-cc} -shared -fPIC -o "$PRELOAD" \
		"$TOP/tests/fault/disturb.c" -ldl 2>/dev/null || skip "no preload library here"
	LD_PRELOAD=$PRELOAD DISTURB_PROBE=1 readout-split --version 2>&1 </dev/null |
		grep -q disturbed || skip "programs take no preload library"
}

# marks KINDS [KEYED] < TABLE: each line a sentence with its names marked as they must be
# found, [kind|name] or, for the kinds KEYED (dates, amounts and countries unless it says
# otherwise), [kind:key|name]. Finds the names of these kinds, published on a Friday,
# 2020-07-03, and compares.
marks() {
	local kinds=$1 keyed=${2:-date,money,country} want=$BATS_TEST_TMPDIR/want got=$BATS_TEST_TMPDIR/got
	cat >"$want"
	sed 's/\[[a-z]*[:|][^]|]*|\([^]]*\)\]/\1/g; s/\[[a-z]*|\([^]]*\)\]/\1/g; G' "$want" |
		readout-split | readout-entities -d 2020-07-03 -k "$kinds" >"$BATS_TEST_TMPDIR/records"
	awk -F "$TAB" -v keyed="$keyed" '
	function flush() {
		if (text != "")
			print marked substr(text, at + 1)
		text = marked = ""
		at = 0
	}
	BEGIN {
		n = split(keyed, names, ",")
		while (n > 0)
			has_key[names[n--]] = 1
	}
	$6 == "meta" || $6 == "meeting" || $6 == "participant" { next }
	$6 == "sent" || $6 == "item" || $6 == "title" || $6 == "head" { flush(); text = $9; next }
	{
		key = $6 in has_key ? ":" $7 : ""
		marked = marked substr(text, at + 1, $4 - at) "[" $6 key "|" $9 "]"
		at = $5
	}
	END { flush() }' "$BATS_TEST_TMPDIR/records" >"$got"
	diff -u "$want" "$got"
}
