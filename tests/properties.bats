#!/usr/bin/env bats
# What holds for every document, whatever is in it.

load helper

setup() {
	mapfile -t files < <(samples)
	records=$BATS_TEST_TMPDIR/records
}

@test "pipeline(A B) = pipeline(A) pipeline(B)" {
	pipeline "${files[@]}" >"$records"
	for file in "${files[@]}"; do
		pipeline "$file"
	done >"$BATS_TEST_TMPDIR/apart"
	same "$records" "$BATS_TEST_TMPDIR/apart"
}

@test "pipeline(B A) = pipeline(B) pipeline(A): no document knows the one before" {
	for ((i = ${#files[@]} - 1; i >= 0; i--)); do
		turned+=("${files[i]}")
		pipeline "${files[i]}" >>"$BATS_TEST_TMPDIR/apart"
	done
	pipeline "${turned[@]}" >"$records"
	same "$BATS_TEST_TMPDIR/apart" "$records"
}

@test "the same document twice gives the same records twice, under another id" {
	for file in "${files[@]}"; do
		pipeline "$file" "$file" >"$BATS_TEST_TMPDIR/both"
		[ "$(cut -f1 "$BATS_TEST_TMPDIR/both" | grep -v ':[0-9]*$' | sort -u | wc -l)" -eq 1 ]
		cut -f2- "$BATS_TEST_TMPDIR/both" >"$BATS_TEST_TMPDIR/two"
		pipeline "$file" | cut -f2- >"$BATS_TEST_TMPDIR/one"
		cat "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/one" | same - "$BATS_TEST_TMPDIR/two" || fail "$file"
	done
}

@test "the size of reads makes no difference: one byte at a time" {
	preload
	for p in "${PROGRAMS[@]}" "readout-fmt -f brief" "readout-fmt -f json"; do
		in=$BATS_TEST_TMPDIR/bytes
		case $p in
		readout-split) cat "${files[@]}" ;;
		readout-entities) readout-split "${files[@]}" ;;
		*) pipeline "${files[@]}" ;;
		esac >"$in"
		$p <"$in" >"$BATS_TEST_TMPDIR/whole"
		LD_PRELOAD=$PRELOAD DISTURB_READ=0 DISTURB_HOW=short $p <"$in" >"$BATS_TEST_TMPDIR/bytewise"
		same "$BATS_TEST_TMPDIR/whole" "$BATS_TEST_TMPDIR/bytewise" || fail "$p"
	done
}

@test "the same through a pipe that is fed byte by byte" {
	file=$(first_sample)
	pipeline <"$file" | readout-fmt -f tsv >"$records"
	dd if="$file" bs=1 2>/dev/null | readout-split | dd bs=1 2>/dev/null | readout-entities |
		dd bs=1 2>/dev/null | readout-fmt -f tsv >"$BATS_TEST_TMPDIR/slow"
	same "$records" "$BATS_TEST_TMPDIR/slow"
}

@test "-u changes when, not what" {
	pipeline "${files[@]}" | readout-fmt -f tsv >"$records"
	readout-split -u "${files[@]}" | readout-entities -u | readout-fmt -u -f tsv >"$BATS_TEST_TMPDIR/each"
	same "$records" "$BATS_TEST_TMPDIR/each"
}

@test "-u, byte by byte, with a pause of the writer before each: the same" {
	preload
	readout-split "${files[@]}" >"$records"
	LD_PRELOAD=$PRELOAD DISTURB_READ=0 DISTURB_HOW=short DISTURB_POLL=1 \
		readout-split -u "${files[@]}" >"$BATS_TEST_TMPDIR/paused"
	same "$records" "$BATS_TEST_TMPDIR/paused"
}

@test "every record has nine columns, none empty" {
	for stage in readout-split pipeline; do
		"$stage" "${files[@]}" | awk -F'\t' '
			/^#/ { next }
			NF != 9 { print NR ": " NF " columns"; exit 1 }
			{ for (i = 1; i <= 9; i++) if ($i == "") { print NR ": column " i " is empty"; exit 1 } }'
	done
}

@test "text is UTF-8 without controls or double blanks at its ends" {
	pipeline "${files[@]}" >"$records"
	iconv -f UTF-8 -t UTF-8 "$records" >/dev/null
	awk -F'\t' '$9 ~ /[\001-\010\013-\037\177]/ || $9 ~ /^ | $/ { print; bad = 1 } END { exit bad }' "$records"
}

@test "a unit reaches from 0 to the length of its text" {
	pipeline "${files[@]}" | awk -F'\t' '
		$6 ~ /^(title|head|sent|item|note|meta)$/ && ($4 != 0 || $5 != length($9)) { print; bad = 1 }
		END { exit bad }'
}

@test "a span's text is exactly its bytes of its unit" {
	pipeline "${files[@]}" >"$records"
	awk -F'\t' '
		$2 == 0 { next }
		$6 ~ /^(title|head|sent|item|note|meta)$/ { unit = $9; where = $1 FS $2 FS $3; next }
		where != $1 FS $2 FS $3 || substr(unit, $4 + 1, $5 - $4) != $9 { print; bad = 1 }
		{ n++ }
		END { exit bad || n == 0 }' "$records"
}

@test "each unit's text is found at its src" {
	# White space, marks and references aside: every word of letters and digits
	# that the unit has stands in those bytes of the file, in that order.
	readout-split "${files[@]}" >"$records"
	for file in "${files[@]}"; do
		name=${file##*/}
		awk -F'\t' -v name="${name%.*}" '
			function words(s) {
				gsub(/\\[uU][0-9a-fA-F]+|\\x[0-9a-fA-F][0-9a-fA-F]|&[a-zA-Z]+;|&#[0-9a-fA-Fx]+;/, " ", s)
				gsub(/-[ \t\r]*\n[ \t>]*|\^|<\/?[a-z]+>/, "", s)
				gsub(/\]\([^)]*\)/, " ", s)
				gsub(/[^A-Za-z0-9]+/, " ", s)
				return s
			}
			NR == FNR { all = all $0 "\n"; next }
			$1 != name && index($1, name ":") != 1 { next }
			$6 !~ /^(title|head|sent|item|note|meta)$/ { next }
			!match($8, /src=[0-9]+-[0-9]+/) { print "no src: " $0; bad = 1; next }
			{
				split(substr($8, RSTART + 4, RLENGTH - 4), range, "-")
				source = " " words(substr(all, range[1] + 1, range[2] - range[1])) " "
				n = split(words($9), word, " ")
				for (i = 1; i <= n; i++) {
					at = index(source, word[i])
					if (!at) { print name ": " word[i] " of " $9 " is not in bytes " range[1] "-" range[2]; bad = 1; break }
					source = substr(source, at + length(word[i]))
				}
			}
			END { exit bad }' "$file" "$records" || fail "$file"
	done
}

@test "units of a document stand in the order of their src and do not overlap" {
	readout-split "${files[@]}" | awk -F'\t' '
		$1 != doc { doc = $1; last = 0 }
		$2 > 0 && match($8, /src=[0-9]+-[0-9]+/) {
			split(substr($8, RSTART + 4, RLENGTH - 4), range, "-")
			if (range[1] + 0 < last) { print; bad = 1 }
			last = range[2] + 0
		}
		END { exit bad }'
}

@test "records come in document order: sort changes nothing" {
	pipeline "${files[@]}" | awk -F'\t' '$2 > 0' >"$records"
	for doc in $(cut -f1 "$records" | uniq); do
		awk -F'\t' -v doc="$doc" '$1 == doc' "$records" >"$BATS_TEST_TMPDIR/one"
		cut -f1-5 "$BATS_TEST_TMPDIR/one" >"$BATS_TEST_TMPDIR/stands"
		sort -s -t"$TAB" -k1,1 -k2,2n -k3,3n -k4,4n -k5,5nr "$BATS_TEST_TMPDIR/one" |
			cut -f1-5 >"$BATS_TEST_TMPDIR/sorted"
		same "$BATS_TEST_TMPDIR/sorted" "$BATS_TEST_TMPDIR/stands" || fail "$doc"
	done
}

@test "names do not overlap" {
	pipeline "${files[@]}" | awk -F'\t' '
		$2 > 0 && $6 ~ /^(person|role|country|place|org|event|instrument|date|money)$/ {
			if (where == $1 FS $2 FS $3 && $4 + 0 < end) { print; bad = 1 }
			where = $1 FS $2 FS $3
			end = $5 + 0
		}
		END { exit bad }'
}

@test "readout-entities keeps every unit record as it was" {
	readout-split "${files[@]}" >"$BATS_TEST_TMPDIR/before"
	readout-entities "$BATS_TEST_TMPDIR/before" |
		awk -F'\t' '$6 ~ /^(title|head|sent|item|note|meta)$/' >"$BATS_TEST_TMPDIR/after"
	same "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
}

@test "every record passes readout-fmt -f tsv unchanged" {
	pipeline "${files[@]}" >"$records"
	readout-fmt -f tsv "$records" >"$BATS_TEST_TMPDIR/out"
	grep -v "^doc${TAB}para${TAB}" "$BATS_TEST_TMPDIR/out" | same "$records" -
}

@test "the header of -H names the columns and passes through" {
	for p in readout-split readout-entities; do
		"$p" -H <"$(input_for "$p")" | head -1 >"$BATS_TEST_TMPDIR/header"
		printf '#doc\tpara\tsent\tstart\tend\tkind\tkey\tattrs\ttext\n' | same - "$BATS_TEST_TMPDIR/header"
	done
	readout-split -H "${files[@]}" | readout-entities >"$records"
	head -1 "$records" | same "$BATS_TEST_TMPDIR/header" -
	# What writes a header of its own says it once.
	readout-entities -H "$records" | readout-fmt -f tsv >"$BATS_TEST_TMPDIR/out"
	[ "$(grep -c "^#*doc${TAB}para${TAB}" "$BATS_TEST_TMPDIR/out")" -eq 1 ]
}

@test "the same bytes in every locale" {
	pipeline "${files[@]}" | readout-fmt -f text -w 80 -c never >"$BATS_TEST_TMPDIR/c"
	pipeline "${files[@]}" >"$records"
	for locale in C.UTF-8 tr_TR.UTF-8 de_DE.ISO-8859-1 nonsense ''; do
		LC_ALL=$locale pipeline "${files[@]}" >"$BATS_TEST_TMPDIR/there" 2>/dev/null
		same "$records" "$BATS_TEST_TMPDIR/there" || fail "$locale"
		LC_ALL=$locale readout-fmt -f text -w 80 -c never "$records" >"$BATS_TEST_TMPDIR/there"
		same "$BATS_TEST_TMPDIR/c" "$BATS_TEST_TMPDIR/there" || fail "$locale"
	done
	env -i PATH="$PATH" readout-split "${files[@]}" | env -i PATH="$PATH" readout-entities >"$BATS_TEST_TMPDIR/there"
	same "$records" "$BATS_TEST_TMPDIR/there"
	tr_there=$(locale -a 2>/dev/null | grep -ci '^tr_TR.utf-*8') || true
	[ "$tr_there" -gt 0 ] || skip "no tr_TR.UTF-8 here (all others agree)"
}

@test "document ids: the file's name; stdin; :2 for the second in one input" {
	try readout-split "${files[0]}"
	name=${files[0]##*/}
	[ "$(cut -f1 "$out" | sort -u)" = "${name%.*}" ]
	{ cat "$(first_sample)"; printf '\f\n'; cat "$SAMPLES/demo-geneva.txt"; } >"$BATS_TEST_TMPDIR/two"
	try_in "$BATS_TEST_TMPDIR/two" readout-split
	[ "$(cut -f1 "$out" | uniq | tr '\n' ' ')" = "stdin stdin:2 " ]
}

@test "shared corpus: no message, nine columns, the same in one run and in many" {
	need_shared readouts
	try pipeline "$SHARED"/readouts/*
	ended 0; quiet
	awk -F'\t' 'NF != 9 && !/^#/ { exit 1 }' "$out"
}
