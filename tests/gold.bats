#!/usr/bin/env bats
# Accuracy on annotated readouts: our own under tests/gold, and those of the shared
# folder where they are. A floor lies a little under what is reached; raise it when
# more is.

load helper

GOLD=$TOP/tests/gold

# sources: the readouts that are annotated, one path a line.
sources() {
	sed -n 's/^# source: //p' "$GOLD"/*.gold | sed "s|^|$TOP/|"
}

setup() {
	records=$BATS_FILE_TMPDIR/gold.tsv
	if [ ! -e "$records" ]; then
		mapfile -t files < <(sources)
		pipeline "${files[@]}" >"$records"
	fi
}

score() {
	${AWK:-awk} "$@" -f "$GOLD/score.awk" "$GOLD/FLOORS" "$GOLD"/*.gold "$GOLD"/*.acts "$records"
}

@test "annotated readouts: names, keys, units, meetings, participants and acts reach their floors" {
	score || fail "see: ${AWK:-awk} -v verbose=1 -f tests/gold/score.awk ..."
}

@test "the annotations are sound: known kinds, closed marks, the words of their source" {
	for gold in "$GOLD"/*.gold; do
		source=$TOP/$(sed -n 's/^# source: //p' "$gold")
		[ -f "$source" ] || fail "$gold: no $source"
		[ "$(basename "${source%.*}")" = "$(basename "$gold" .gold)" ] || fail "$gold: the name of its source is another"
		! grep -v -e '^#' -e '^[THSIB]|' -e '^$' "$gold" || fail "$gold: lines of no kind"
		grep '^[THSI]|' "$gold" | sed -E 's/^..((•|[0-9]+[.]) )?//;
			s/⟦(person|role|country|place|org|event|instrument|date|money):[^|]+\|//g; s/⟧//g' >"$BATS_TEST_TMPDIR/plain"
		! grep -F '⟦' "$BATS_TEST_TMPDIR/plain" || fail "$gold: a broken mark"
		# every word of it is in the source
		tr -s ' \n' '\n\n' <"$BATS_TEST_TMPDIR/plain" >"$BATS_TEST_TMPDIR/words"
		readout-split "$source" | awk -F'\t' '$6 ~ /title|head|sent|item|note/ { print $9 }' |
			tr -s ' \n' '\n\n' | LC_ALL=C awk '
			NR == FNR { have[$0]++; next }
			!($0 in have) { print; bad = 1 }
			END { exit bad }' - "$BATS_TEST_TMPDIR/words" || fail "$gold: words that its source has not"
	done
}

@test "keys of persons and participants in the annotations belong together" {
	for gold in "$GOLD"/*.gold; do
		awk -F'\t' '
		/^# participant:/ { sub(/^# participant: */, ""); if (NF != 4) { print; bad = 1 }; party[$1] = 1 }
		/^[THSIB]\|/ {
			line = $0
			while (match(line, /⟦(person|role):[^|]*/)) {
				mark = substr(line, RSTART, RLENGTH)
				line = substr(line, RSTART + RLENGTH)
				key = mark
				sub(/.*:/, "", key)
				if (mark ~ /person/)
					person[key] = 1
				n = split(key, part, ",")
				for (i = 1; i <= n; i++)
					if (part[i] != "-")
						meant[part[i]] = 1
			}
		}
		END {
			for (key in party) if (!(key in person)) { print "participant", key; bad = 1 }
			for (key in meant) if (!(key in person)) { print "role", key; bad = 1 }
			exit bad
		}' "$gold" || fail "$gold"
	done
}

@test "the score falls when a name, a key, a unit or an act is wrong" {
	score -v verbose=1 >"$BATS_TEST_TMPDIR/before"
	for change in '$6 == "country" { $7 = "XX" }' '$6 == "person" { next }' \
		'$6 == "role" { $6 = "org" }' '$6 == "sent" { $6 = "item" }' \
		'$6 == "act" { sub(/by=[^;]*/, "by=nobody", $8) }' \
		'$6 == "act" { $7 = "warn" }' '$6 == "meeting" { $7 = "other" }' \
		'$6 == "participant" { next }' '$1 == "demo-okabe" { next }'; do
		awk 'BEGIN { FS = OFS = "\t" } '"$change"' { print }' "$records" >"$BATS_TEST_TMPDIR/worse"
		if records=$BATS_TEST_TMPDIR/worse score >"$BATS_TEST_TMPDIR/after" 2>&1; then
			fail "no floor noticed: $change"
		fi
		grep -Eq 'below its floor|no records of' "$BATS_TEST_TMPDIR/after" || fail "$change"
	done
}

@test "the score is the same with every awk there is" {
	score >"$BATS_TEST_TMPDIR/one" || :
	for awk in mawk gawk original-awk "busybox awk"; do
		command -v ${awk%% *} >/dev/null || continue
		AWK=$awk score >"$BATS_TEST_TMPDIR/other" || :
		same "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/other" || fail "$awk"
	done
}

# at_least FLOORS SCORE: holds the table of a scoring script against floors, one a
# line: measure, floor. What is measured is the F1 of a kind, else a share.
at_least() {
	awk -F'\t' '
	NR == FNR { floor[$1] = $2; next }
	{
		n = split($0, word, / +/)
		for (name in floor) {
			if (index($0, name " ") != 1)
				continue
			value = "none"
			for (i = 1; i < n; i++) {
				if (word[i] == "right" || word[i] == "kind" || word[i] == "F1")
					value = word[i + 1]
			}
			if (value == "none" && !/precision/)
				value = word[split(name, part, " ") + 4]
			if (value + 0 < floor[name] + 0) {
				printf "%s %s, floor %s\n", name, value, floor[name]
				bad = 1
			}
			delete floor[name]
		}
	}
	END {
		for (name in floor) { print "no measure: " name; bad = 1 }
		exit bad
	}' "$1" "$2" || fail "below the floor: see $2"
}

@test "the shared annotated readouts reach their floors" {
	need python3
	need_shared gold/dev
	need_shared gold/score
	dev=$SHARED/gold/dev
	find "$dev" -name '*.md' -o -name '*.txt' | sort | tr '\n' '\0' |
		xargs -0 readout-split | readout-entities >"$BATS_TEST_TMPDIR/dev.tsv"
	"$SHARED/gold/score" "$dev" "$BATS_TEST_TMPDIR/dev.tsv" >"$BATS_TEST_TMPDIR/score"
	at_least - "$BATS_TEST_TMPDIR/score" <<-FLOORS
	person${TAB}0.980
	role${TAB}0.972
	country${TAB}0.986
	place${TAB}0.955
	org${TAB}0.948
	event${TAB}0.870
	instrument${TAB}0.870
	date${TAB}0.960
	money${TAB}0.960
	all${TAB}0.970
	unit ends${TAB}0.990
	participants${TAB}0.970
	participant country${TAB}0.950
	participant office${TAB}0.950
	meeting type${TAB}0.950
	meeting date${TAB}0.950
	meeting place${TAB}0.840
	FLOORS
	"$SHARED/gold/score-acts" "$dev" "$BATS_TEST_TMPDIR/dev.tsv" >"$BATS_TEST_TMPDIR/acts"
	at_least - "$BATS_TEST_TMPDIR/acts" <<-FLOORS
	verb found${TAB}0.970
	act${TAB}0.960
	by${TAB}0.950
	to${TAB}0.900
	FLOORS
}
