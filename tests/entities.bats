#!/usr/bin/env bats
# readout-entities: its options, and what passes through it.

load helper
load entities

lead="Secretary of Defense Helen R. Marlowe met today with Japanese Defense Minister Kenji Okabe in Tokyo."

setup() {
	in=$BATS_TEST_TMPDIR/in
	sentences "$lead" "Secretary Marlowe thanked Japan for \$25 million and invited Minister Okabe." >"$in"
}

kinds_in() {
	cut -f6 "$1" | sort -u | tr '\n' ' '
}

@test "-k: only spans and facts of these kinds, units always" {
	try readout-entities -k person,country "$in"
	ended 0
	[ "$(kinds_in "$out")" = "country person sent " ] || fail "$(kinds_in "$out")"
	try readout-entities --kinds=participant "$in"
	[ "$(kinds_in "$out")" = "participant sent " ] || fail "$(kinds_in "$out")"
	try readout-entities --kinds= "$in"
	[ "$(kinds_in "$out")" = "sent " ] || fail "$(kinds_in "$out")"
}

@test "-k changes nothing of the spans it leaves" {
	try readout-entities "$in"
	awk -F'\t' '$6 == "sent" || $6 == "act" || $6 == "role"' "$out" >"$BATS_TEST_TMPDIR/want"
	try readout-entities -k role,act "$in"
	same "$BATS_TEST_TMPDIR/want" "$out"
}

@test "-k: each kind alone, and two together, as they are among all others" {
	sentences "$lead" "Secretary Marlowe thanked Japan for \$25 million and invited Minister Okabe." \
		"At the Chicago Summit they discussed the United Nations, the Paris Agreement, cyber security and intelligence, surveillance, and reconnaissance (ISR)." >"$in"
	try readout-entities --why -d 2024-03-05 "$in"
	cp "$out" "$in.all"
	for kinds in person role country place org event instrument date money topic abbrev act meeting \
		participant person,topic date,abbrev act,meeting; do
		awk -F'\t' -v kinds=",$kinds," '$6 == "sent" || index(kinds, "," $6 ",")' "$in.all" >"$in.want"
		[ "$(wc -l <"$in.want")" -gt 3 ] || fail "no $kinds in the sample"
		try readout-entities --why -d 2024-03-05 -k "$kinds" "$in"
		same "$in.want" "$out"
	done
}

@test "-d: the date of documents that have none" {
	try readout-entities -d 2024-03-05 -k date,meeting "$in"
	ended 0
	grep -q "date${TAB}2024-03-05${TAB}-${TAB}today" "$out" || fail "$(cat "$out")"
	grep -q 'meeting.*date=2024-03-05' "$out" || fail "$(cat "$out")"
	{ published 2023-11-20; cat "$in"; } >"$in.dated"
	try readout-entities --date=2024-03-05 -k date "$in.dated"
	grep -q "date${TAB}2023-11-20${TAB}-${TAB}today" "$out" || fail "the document has a date of its own"
}

@test "-d holds for every document of the stream" {
	{ cat "$in"; sed 's/^d/e/' "$in"; published 2020-01-31 f; sed 's/^d/f/' "$in"; } >"$in.three"
	try readout-entities -d 2024-02-29 -k date "$in.three"
	awk -F'\t' '$6 == "date" { print $1, $7 }' "$out" | same - <(printf '%s\n' "d 2024-02-29" "e 2024-02-29" "f 2020-01-31")
}

@test "without a date, today has none" {
	try readout-entities -k date "$in"
	grep -q "date${TAB}-${TAB}-${TAB}today" "$out" || fail "$(cat "$out")"
}

@test "-d: what is no date ends with status 2" {
	for date in 2024-13-05 2024-00-05 2024-02-30 2023-02-29 2024-1-05 24-01-05 2024-01-05x 20240105 today '' 0000-01-01; do
		try readout-entities -d "$date" "$in"
		ended 2
		[ -s "$err" ] && [ ! -s "$out" ] || fail "$date"
	done
	try readout-entities -d 2024-02-29 "$in"
	ended 0
}

@test "-g: rows of one's own are known, and win over the built-in ones" {
	printf '%s\n' '# mine' "org${TAB}amber-forum${TAB}country=LT${TAB}Amber Forum" \
		"org${TAB}JAPAN-INC${TAB}-${TAB}Japan" >"$BATS_TEST_TMPDIR/mine.tsv"
	unit sent "The Amber Forum thanked Japan." >"$in"
	try readout-entities -g "$BATS_TEST_TMPDIR/mine.tsv" -k org,country "$in"
	ended 0
	quiet
	grep -q "org${TAB}amber-forum${TAB}country=LT${TAB}Amber Forum$" "$out"
	grep -q "org${TAB}JAPAN-INC${TAB}-${TAB}Japan$" "$out"
	! grep -q "${TAB}country${TAB}" "$out"
}

@test "-g: a word of one's own says what stands beside it" {
	sentences "They counted 2020 alpacas in the valley." >"$in"
	try readout-entities -k date "$in"
	[ "$(kinds_in "$out")" = "date sent " ] || fail "$(cat "$out")"
	printf 'context\tcounted\t-\talpacas\n' >"$BATS_TEST_TMPDIR/mine.tsv"
	try readout-entities -k date -g "$BATS_TEST_TMPDIR/mine.tsv" "$in"
	[ "$(kinds_in "$out")" = "sent " ] || fail "$(cat "$out")"
}

@test "-g: a title of one's own stands before a name, whatever its last word" {
	printf 'role\tsky-warden\tclass=minister\tSky Warden\n' >"$BATS_TEST_TMPDIR/mine.tsv"
	sentences "Yesterday Sky Warden John Brandt thanked us." >"$in"
	try readout-entities -k role,person -g "$BATS_TEST_TMPDIR/mine.tsv" "$in"
	cut -f 6,7,9 "$out" | tail -n +2 |
		same - <(printf 'role\tjohn-brandt\tSky Warden\nperson\tjohn-brandt\tJohn Brandt\n')
}

@test "-g: a verb and a subject of one's own" {
	printf 'act\tcondemn\tcameo=11;form=past;to=object\tlambasted\ntopic\ttides\t-\ttide power\n' \
		>"$BATS_TEST_TMPDIR/mine.tsv"
	sentences "President John Brandt lambasted Germany over tide power." >"$in"
	try readout-entities -k act,topic -g "$BATS_TEST_TMPDIR/mine.tsv" "$in"
	cut -f 6-8 "$out" | tail -n +2 | same - <(printf '%s\n' \
		"act${TAB}condemn${TAB}by=john-brandt;to=DE;verb=lambasted;cameo=11" "topic${TAB}tides${TAB}-")
}

@test "context.tsv has words for every set that is asked for, and no other set" {
	readout-entities -L | awk -F'\t' '$1 == "context" { print $2 }' | tr ',' '\n' | sort -u >"$BATS_TEST_TMPDIR/sets"
	sed -n '/names\[CONTEXTS\]/,/};/s/"\([a-z-]*\)"/\n\1\n/gp' "$TOP/lib/entities/context.c" |
		grep -x '[a-z][a-z-]*' | sort -u | same - "$BATS_TEST_TMPDIR/sets"
}

@test "-g more than once: all of the tables hold, of two rows the later wins" {
	printf 'org\tone\t-\tAmber Forum\norg\tboth-one\t-\tZeta Board\n' >"$BATS_TEST_TMPDIR/1.tsv"
	printf 'org\ttwo\t-\tBeryl Forum\norg\tboth-two\t-\tZeta Board\n' >"$BATS_TEST_TMPDIR/2.tsv"
	unit sent "The Amber Forum, the Beryl Forum and the Zeta Board met." >"$in"
	try readout-entities -g "$BATS_TEST_TMPDIR/1.tsv" -g "$BATS_TEST_TMPDIR/2.tsv" -k org "$in"
	awk -F'\t' '$6 == "org" { print $7 }' "$out" | same - <(printf '%s\n' one two both-two)
}

@test "-g: a malformed row is named with file and line, the rest is used" {
	printf '# mine\norg\tamber-forum\t-\tAmber Forum\nno row\norg\tberyl\t-\tBeryl Board\n' >"$BATS_TEST_TMPDIR/mine.tsv"
	unit sent "The Amber Forum thanked the Beryl Board." >"$in"
	try readout-entities -g "$BATS_TEST_TMPDIR/mine.tsv" -k org "$in"
	ended 1
	said "^readout-entities: $BATS_TEST_TMPDIR/mine.tsv:3: "
	[ "$(grep -c "${TAB}org${TAB}" "$out")" -eq 2 ]
}

@test "-g: a table that cannot be read ends with status 2" {
	for table in "$BATS_TEST_TMPDIR/none" "$BATS_TEST_TMPDIR"; do
		try readout-entities -g "$table" "$in"
		ended 2
		said "^readout-entities: $table: "
		[ ! -s "$out" ]
	done
}

@test "-g with nothing in it changes no byte, nor does -L loaded again" {
	mapfile -t files < <(samples)
	readout-split "${files[@]}" >"$in"
	readout-entities <"$in" >"$BATS_TEST_TMPDIR/want"
	try_in "$in" readout-entities -g /dev/null
	same "$BATS_TEST_TMPDIR/want" "$out"
	readout-entities -L >"$BATS_TEST_TMPDIR/built-in.tsv"
	try_in "$in" readout-entities -g "$BATS_TEST_TMPDIR/built-in.tsv"
	ended 0
	quiet
	same "$BATS_TEST_TMPDIR/want" "$out"
}

@test "-g with 200,000 names: loads, matches the longest, finds what was found before" {
	awk 'BEGIN { for (i = 0; i < 200000; i++) printf "place\tq-%d\tcountry=XK\tQarn Tor%d Zul%d\n", i, i % 1000, i
		printf "place\tq-long\t-\tQarn Tor7 Zul7 Heights\n" }' >"$BATS_TEST_TMPDIR/many.tsv"
	sentences "$lead" "They visited Qarn Tor999 Zul199999, Qarn Tor7 Zul7 Heights and Qarn Tor7 Zul7." >"$in"
	try readout-entities -g "$BATS_TEST_TMPDIR/many.tsv" -k place,person "$in"
	ended 0
	awk -F'\t' '$6 != "sent" { print $6, $7 }' "$out" | same - <(printf '%s\n' "person helen-marlowe" "person kenji-okabe" "place tokyo" "place q-199999" "place q-long" "place q-7")
}

@test "-g with 50,000 places of one name: the last counts, and no mention waits for the others" {
	awk 'BEGIN { for (i = 1; i <= 50000; i++) printf "place\tq-%d\tcountry=XK\tSan Qarn\n", i
		print "org\tq-board\t-\tSan Qarn Board" }' >"$BATS_TEST_TMPDIR/many.tsv"
	awk 'BEGIN { for (i = 1; i <= 2000; i++) printf "a\t%d\t1\t0\t26\tsent\t-\tsrc=0-26\tThey went to San Qarn now.\n", i }' >"$in"
	try timeout 60 readout-entities -g "$BATS_TEST_TMPDIR/many.tsv" -k place "$in"
	ended 0
	[ "$(grep -c "place${TAB}q-50000${TAB}" "$out")" -eq 2000 ]
}

@test "-L: every table as a gazetteer, rows of four columns, all kinds" {
	try readout-entities -L
	ended 0
	quiet
	awk -F'\t' 'NF != 4 { print; bad = 1 } { for (i = 1; i <= NF; i++) if ($i == "") { print; bad = 1 } seen[$1]++ }
		END { n = split("person role country place org event instrument topic act abbreviation", kind, " ")
			for (i = 1; i <= n; i++) if (!(kind[i] in seen)) { print "no " kind[i]; bad = 1 }
			exit bad }' "$out" || fail "see above"
	[ "$(grep -c "^country${TAB}JP${TAB}" "$out")" -ge 2 ]
}

@test "--why names the table or the rule of every name, and changes nothing else" {
	try readout-entities "$in"
	cp "$out" "$BATS_TEST_TMPDIR/plain"
	try readout-entities --why "$in"
	ended 0
	awk -F'\t' '$6 ~ /^(person|role|country|place|org|event|instrument|date|money)$/ && $8 !~ /(^|;)why=[^;]+$/ { print; bad = 1 } END { exit bad }' "$out" || fail "no why="
	grep -q 'why=table' "$out"
	awk 'BEGIN { FS = OFS = "\t" } { sub(/;?why=[^;]*$/, "", $8); if ($8 == "") $8 = "-"; print }' "$out" |
		same "$BATS_TEST_TMPDIR/plain" -
}

@test "-H: the columns' names first, also when there is no input" {
	try readout-entities -H /dev/null
	ended 0
	[ "$(cat "$out")" = "#doc${TAB}para${TAB}sent${TAB}start${TAB}end${TAB}kind${TAB}key${TAB}attrs${TAB}text" ] || fail "$(cat "$out")"
	readout-entities "$in" >"$BATS_TEST_TMPDIR/plain"
	try readout-entities --header "$in"
	sed 1d "$out" | same "$BATS_TEST_TMPDIR/plain" -
}

@test "-u: a document is out as soon as the next begins" {
	command -v mkfifo >/dev/null || skip "no mkfifo"
	mkfifo "$BATS_TEST_TMPDIR/pipe"
	readout-entities -u <"$BATS_TEST_TMPDIR/pipe" >"$BATS_TEST_TMPDIR/live" 3>&- &
	pid=$!
	exec 9>"$BATS_TEST_TMPDIR/pipe"
	{ cat "$in"; unit sent "They left." 1 1 e; } >&9
	for ((i = 0; i < 100; i++)); do
		grep -q "${TAB}participant${TAB}" "$BATS_TEST_TMPDIR/live" && break
		sleep 0.05
	done
	grep -c "${TAB}participant${TAB}" "$BATS_TEST_TMPDIR/live" || fail "nothing came before the end of input"
	! grep -q '^e' "$BATS_TEST_TMPDIR/live" || fail "a document that has not ended"
	exec 9>&-
	wait "$pid"
	grep -q '^e' "$BATS_TEST_TMPDIR/live"
	{ cat "$in"; unit sent "They left." 1 1 e; } | readout-entities | same - "$BATS_TEST_TMPDIR/live"
}

@test "several documents: their order is kept, each has its facts behind it" {
	{ sed 's/^d/z/' "$in"; cat "$in"; sed 's/^d/a/' "$in"; } >"$in.three"
	try readout-entities "$in.three"
	[ "$(cut -f1 "$out" | uniq | tr '\n' ' ')" = "z d a " ]
	for doc in z d a; do
		awk -F'\t' -v doc="$doc" '$1 == doc { last = $6 } END { exit last != "participant" }' "$out" || fail "$doc"
		sed -n "s/^$doc/d/p" "$out" | same - <(readout-entities "$in")
	done
}

@test "every line comes out again, in its order: comments, other kinds, what is no record" {
	{
		echo "# first"
		unit sent "$lead"
		echo "# inside"
		printf 'd\t1\t1\t0\t9\tmood\tgood\tby=me;x=%%3B\tSecretary\n'
		echo "no record"
		unit sent "Secretary Marlowe thanked Minister Okabe." 2
		printf 'd\t2\t1\t0\t9\tperson\tmy-key\t-\tSecretary\n'
		echo "# last"
	} >"$in"
	try readout-entities "$in"
	ended 1
	said ":5: fewer than nine columns"
	grep -Fxf "$in" "$out" | same "$in" -
}

@test "a comment or a bad line inside a document does not part it" {
	sentences "$lead" "The Secretary thanked the Minister." >"$in"
	readout-entities "$in" >"$BATS_TEST_TMPDIR/want"
	for line in "# a comment" "no record"; do
		sed "1a\\
$line" "$in" >"$in.commented"
		try readout-entities "$in.commented"
		grep -Fxv "$line" "$out" | same "$BATS_TEST_TMPDIR/want" -
	done
}

@test "malformed records are named one by one, with file and line" {
	{ unit sent "$lead"; printf 'd\t1\t1\tx\t9\tmood\t-\t-\tSecretary\n'; printf 'd\t1\n'; unit sent "They met." 2; } >"$in"
	try readout-entities "$in"
	ended 1
	[ "$(cut -d: -f1-3 "$err")" = "readout-entities: $in:2
readout-entities: $in:3" ] || fail "$(cat "$err")"
}

@test "attributes as the format has them: role, country, form, key characters" {
	mapfile -t files < <(samples)
	pipeline "${files[@]}" >"$in"
	awk -F'\t' '
	function bad(what) { print what ": " $0; wrong = 1 }
	$6 ~ /^(title|head|sent|item|note|meta)$/ { next }
	{
		n = $8 == "-" ? 0 : split($8, part, ";")
		for (i = 1; i <= n; i++) {
			name = part[i]; sub(/=.*/, "", name)
			value = substr(part[i], length(name) + 2)
			if (name !~ /^[a-z]+$/ || value == "") bad("attribute")
			if (!(($6, name) in may) && index(allowed[$6], " " name " ") == 0) bad("unknown attribute " name)
			if (name == "country" && value !~ /^[A-Z][A-Z]$/) bad("country")
			if (name == "form" && value !~ /^(name|code|people)$/) bad("form")
		}
	}
	$6 == "country" && ($7 !~ /^[A-Z][A-Z]$/ || $8 !~ /form=/) { bad("key of a country") }
	$6 ~ /^(person|place|event|instrument)$/ && $7 !~ /^[a-z0-9]+(-[a-z0-9]+)*$/ { bad("slug") }
	$6 == "org" && $7 !~ /^([a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Z0-9-]*)$/ { bad("key of an organisation") }
	$6 == "role" && $7 != "-" && $7 !~ /^[a-z0-9-]+(,[a-z0-9-]+)*$/ { bad("keys of a role") }
	$6 == "date" && $7 != "-" && $7 !~ /^[0-9][0-9][0-9][0-9](-([0-9][0-9](-[0-9][0-9])?|W[0-9][0-9]|Q[1-4]|SP|SU|FA|WI))?(T[0-9:]+([Z]|[+-][0-9:]+)?)?$/ { bad("date") }
	$6 == "money" && $7 !~ /^[A-Z][A-Z][A-Z] [0-9.]+$/ { bad("money") }
	BEGIN {
		allowed["person"] = " role country "; allowed["country"] = " form "
		allowed["role"] = allowed["place"] = allowed["org"] = " country "
		allowed["event"] = allowed["instrument"] = " country "
		allowed["act"] = " by to verb cameo "
		allowed["meeting"] = " date place mode countries "
		allowed["participant"] = " country office side "
	}
	END { exit wrong }' "$in" || fail "see above"
}
