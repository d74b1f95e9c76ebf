#!/usr/bin/env bats
# What the units of a document are.

load helper

# units: kind and text of the units of standard input.
units() {
	readout-split "$@" | awk -F'\t' '$2 > 0 { print $6 "\t" $9 }'
}

# split_is INPUT EXPECTED: the units of INPUT (printf format) are EXPECTED (lines
# of kind, blank, text).
split_is() {
	# shellcheck disable=SC2059
	printf -- "$1" | units >"$BATS_TEST_TMPDIR/got"
	printf '%s\n' "$2" | sed "s/ /$TAB/" >"$BATS_TEST_TMPDIR/want"
	same "$BATS_TEST_TMPDIR/want" "$BATS_TEST_TMPDIR/got"
}

@test "headline, paragraphs, end mark" {
	split_is 'Readout of the Call\n\nThey met. They left.\n\n###\n' \
		'title Readout of the Call
sent They met.
sent They left.
note ###'
}

@test "no headline: the text begins with its first sentence" {
	split_is 'President Okoro spoke today with King Felix of Ruritania about trade.\n\nThey agreed.\n' \
		'sent President Okoro spoke today with King Felix of Ruritania about trade.
sent They agreed.'
}

@test "the headline twice, and cut and then whole" {
	split_is 'Minister Sato Meets Governor Cruz\n\nMinister Sato Meets Governor Cruz\n\nThey met.\n' \
		'title Minister Sato Meets Governor Cruz
head Minister Sato Meets Governor Cruz
sent They met.'
	split_is 'Minister Sato Meets Gov...\n\nMinister Sato Meets Governor Cruz\n\nThey met.\n' \
		'head Minister Sato Meets Gov...
title Minister Sato Meets Governor Cruz
sent They met.'
}

@test "READOUT:, Press release: and U.S. DOD : stay in the headline" {
	for prefix in READOUT 'Press release' 'U.S. DOD '; do
		split_is "$prefix: Minister Meets Governor\n\nThey met.\n" \
			"title $prefix: Minister Meets Governor
sent They met."
	done
}

@test "a wrapped headline is one title, a headline without a blank line behind it too" {
	split_is 'Readout of Secretary of Defense Helen Marlowe'"'"'s Meeting With Japanese\nDefense Minister Kenji Okabe\n\nThey met.\n' \
		"title Readout of Secretary of Defense Helen Marlowe's Meeting With Japanese Defense Minister Kenji Okabe
sent They met."
	split_is 'Readout of the Call\nThe President spoke with the King. They agreed.\n' \
		'title Readout of the Call
sent The President spoke with the King.
sent They agreed.'
}

@test "front matter: the title is a unit unless the text has it too" {
	split_is '---\ntitle: "The \\u2018Call\\u2019 with\\_Mali\\\n  \\ today"\ndate: 2027-01-02\n---\n\nThey met.\n' \
		'title The ‘Call’ with Mali today
sent They met.'
	split_is '---\ntitle: The Call with Mali\n---\n\n# The Call with Mali\n\nThey met.\n' \
		'title The Call with Mali
sent They met.'
}

@test "datelines are heads" {
	for dateline in 'WASHINGTON –' 'WASHINGTON, Sept. 3, 2020 —' 'Riyadh –' '**Davos **–' 'BAKU --' \
		'Ottawa, Ontario –' 'ABU DHABI (WAM) –' 'NEW DELHI, 12 March 2024 -' 'Washington, D.C. –'; do
		split_is "Readout of the Call\n\n$dateline President Okoro met King Felix today.\n" \
			"title Readout of the Call
head $(echo "$dateline" | tr -d '*' | sed 's/ –$/ –/')
sent President Okoro met King Felix today."
	done
}

@test "a dash after a subject is no dateline" {
	split_is 'Readout of the Call\n\nThe President – who is ill – met King Felix today.\n' \
		'title Readout of the Call
sent The President – who is ill – met King Felix today.'
}

@test "lead-ins and offices are heads" {
	split_is 'Office of the Spokesperson\n\nReadout of the Call\n\nThe below is attributable to Spokesperson Ned Low:\n\nThey met.\n' \
		'head Office of the Spokesperson
title Readout of the Call
head The below is attributable to Spokesperson Ned Low:
sent They met.'
}

@test "lists: bullets, numbers, letters, run together, without marks" {
	split_is 'T\n\nThey agreed:\n\n- one thing\n- another\n\n1. first\n2. second\n   goes on\n\n(a) x y\n(b) z z\n' \
		'title T
sent They agreed:
item one thing
item another
item first
item second goes on
item x y
item z z'
	split_is 'The Call\n\nPresent: • Jane Roe • John Doe\n' \
		'title The Call
sent Present:
item Jane Roe
item John Doe'
	split_is 'The Call\n\nThe following took part:\n\nJane Roe, Chair\n\nJohn Doe, Deputy\n' \
		'title The Call
sent The following took part:
item Jane Roe, Chair
item John Doe, Deputy'
}

@test "the mark of an item is in its attributes" {
	printf 'T\n\n- a b\n* c d\n2) e f\n• g h\n' | readout-split | cut -f8 | sed 's/;.*//' >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	src=0-1
	mark=-
	mark=*
	mark=2)
	mark=•
	E
}

@test "Markdown marks are resolved" {
	split_is 'T\n\nThe **bold**, *soft* and _low_ words, [a link](https://x.example/a_(b)), snake_case, 2*3*4 and \\*stars\\* met<br>here, <b>too</b>: 50^th^ &amp; 5&#39;s.\n' \
		"title T
sent The bold, soft and low words, a link, snake_case, 2*3*4 and *stars* met here, too: 50th & 5's."
}

@test "pages: references, comments, addresses, tags with a > in quotes" {
	printf '%s\n' '<p class="a > b" title='"'x>y'"'>They met&nbsp;in L&iacute;ma &#8212; at &#x2019;noon&#146; &#xD800; &#0; &#xzz; &none;.</p><!-- a comment > here --><p>They left <https://x.example/y> and <mailto:clerk@x.example> <http with blanks>.</p><!-- no end' |
		readout-split -p | cut -f 9 >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-'E'
	They met in Líma — at ’noon’ � � &#xzz; &none;.
	They left https://x.example/y and mailto:clerk@x.example <http with blanks>.
	<!-- no end
	E
}

@test "headings between sentences that lost their line" {
	split_is 'Readouts\n\n**Readout of the meeting with Mali** Bamako – They met. They agreed.** Readout of the meeting with Chad** Chad came.\n' \
		'title Readouts
head Readout of the meeting with Mali
head Bamako –
sent They met.
sent They agreed.
head Readout of the meeting with Chad
sent Chad came.'
}

@test "white space of every sort becomes one blank, invisible characters go" {
	split_is 'T\n\nThey\xc2\xa0\xc2\xa0 met\xe2\x80\x8b in\xc2\xad\tthe\xe2\x80\xa8hall\x01.\n' \
		'title T
sent They met in the hall.'
}

@test "words cut at a line's end are whole again, compounds keep their hyphen" {
	split_is 'The Call\n\nThe leaders agreed on humani-\ntarian aid, pro\xc2\xad\ntection, a long-\nterm plan and the U.S.-\nJapan Alliance.\n' \
		'title The Call
sent The leaders agreed on humanitarian aid, protection, a long-term plan and the U.S.-Japan Alliance.'
}

@test "several readouts under one headline, parted by ### or by country heads" {
	readout-split "$SAMPLES/several-under-one-headline.txt" >"$BATS_TEST_TMPDIR/got"
	[ "$(cut -f1 "$BATS_TEST_TMPDIR/got" | sort -u | wc -l)" -eq 1 ]
	[ "$(grep -c "${TAB}head${TAB}" "$BATS_TEST_TMPDIR/got")" -eq 2 ]
}

@test "nothing of a page's chrome is among the sentences of the samples" {
	mapfile -t files < <(samples)
	readout-split "${files[@]}" |
		awk -F'\t' '$6 == "sent" && tolower($9) ~ /cookie|log in|skip to|share|subscribe|sign up|related|back to top|official website|disclaimer|published this content|visitor counter|gov\.uk|all rights|unsubscribe|follow us|click here|media relations|tel:|text version|download/ { print; bad = 1 } END { exit bad }'
}

@test "every publisher's sample has one title and no sentence without its end" {
	for file in "$SAMPLES"/{whitehouse,pentagon,state,treasury,un,downing-street,canada,australia,india,japan,singapore,ukraine,nato,eu,kremlin,wire}-*.*; do
		case $file in *.txt | *.md) ;; *) continue ;; esac
		readout-split "$file" | awk -F'\t' -v file="$file" '
			$6 == "title" { titles++ }
			$6 == "sent" && $9 !~ /[.?!:;"\235\246]$/ { print file ": " $9; bad = 1 }
			END { if (titles != 1) { print file ": " titles + 0 " titles"; bad = 1 } exit bad }'
	done
}

@test "another language than English is told apart, whatever its script" {
	while IFS='|' read -r lang text; do
		printf 'Readout of the Call\n\nThey met in the city and spoke.\n\n***\n\n%s\n\nThe ministers will meet in the city again.\n' "$text" |
			readout-split >"$BATS_TEST_TMPDIR/got"
		grep -qF "note${TAB}-${TAB}lang=$lang;" "$BATS_TEST_TMPDIR/got" || fail "$lang: $(cat "$BATS_TEST_TMPDIR/got")"
		[ "$(cut -f6 "$BATS_TEST_TMPDIR/got" | tr '\n' ' ')" = 'title sent note note sent ' ] || fail "$lang"
		cut -f9 "$BATS_TEST_TMPDIR/got" | grep -qxF "$text"
	done <<-'E'
	fr|La ministre s'est entretenue avec M. Duval. Ils ont parlé du commerce et de la sécurité.
	fr|Entretien du premier ministre avec le président Duval
	es|El ministro habló hoy con su colega. Los dos trataron los acuerdos sobre el comercio.
	pt|O ministro falou com o presidente. Os dois trataram de uma parceria que não existia ainda.
	it|Il ministro ha incontrato il collega. I due hanno parlato della sicurezza e degli scambi.
	de|Der Minister sprach heute mit Präsident Duval. Beide waren sich über den Handel einig.
	nl|De minister sprak vandaag met zijn collega. Zij hebben het over de handel gehad.
	pl|Minister spotkał się dziś z prezydentem. Rozmowa dotyczyła handlu oraz bezpieczeństwa, które jest ważne.
	tr|Bakan, bugün mevkidaşı ile bir görüşme yaptı. Ticaret ve güvenlik için iş birliği ele alındı.
	id|Menteri bertemu dengan rekannya. Keduanya membahas perdagangan dan keamanan yang lebih baik.
	uk|Міністр провів розмову з президентом Франції. Сторони обговорили торгівлю.
	ru|Министр провёл разговор с президентом Франции. Стороны обсудили торговлю и другие вопросы.
	el|Ο υπουργός συναντήθηκε με τον πρόεδρο. Συζήτησαν για το εμπόριο.
	ar|أجرى الوزير اتصالا هاتفيا مع الرئيس. وبحثا التجارة.
	fa|وزیر با رئیس جمهور گفتگو کرد. آنها درباره تجارت گفتند.
	he|השר שוחח עם הנשיא. הם דנו בסחר.
	ja|大臣は大統領と電話で会談した。両者は貿易について話した。
	zh|部长与总统通电话。双方讨论了贸易。
	ko|장관은 대통령과 통화했다. 양측은 무역을 논의했다.
	ka|მინისტრი პრეზიდენტს შეხვდა. მათ ვაჭრობა განიხილეს.
	E
}

@test "small words of another language are counted however many they are" {
	printf 'z s %.0s' {1..65} | readout-split >"$BATS_TEST_TMPDIR/got"
	grep -q '^[^#].*lang=sl' "$BATS_TEST_TMPDIR/got"
}

@test "names and headings in English are in no other language" {
	while read -r text; do
		printf 'Readout of the Call\n\nThey met in the city and spoke.\n\n%s\n\nThe ministers will meet again.\n' "$text" |
			readout-split >"$BATS_TEST_TMPDIR/got"
		! grep -q 'lang=' "$BATS_TEST_TMPDIR/got" || fail "$text"
	done <<-'E'
	Maria de la Cruz, João dos Santos e Silva, Ursula von der Berg, Jean du Pont
	Rio de la Plata – Côte d'Ivoire – São Tomé e Príncipe
	Institut de la Francophonie pour le Développement
	President Lê Văn Đức met Hồ Thị Lan
	Ministry of Foreign Affairs (外務省)
	Prime Minister Борис Іваненко spoke
	E
}

@test "wrapped text: the last word on a line of its own" {
	printf 'Call with Chad\n\nThe President welcomed the Strategy of the\nMinistry for Peace and spoke of the plans for the fleets of the Baltic\nAlliance.\n' >"$BATS_TEST_TMPDIR/in"
	readout-split "$BATS_TEST_TMPDIR/in" | cut -f6 | tr '\n' ' ' >"$BATS_TEST_TMPDIR/got"
	[ "$(cat "$BATS_TEST_TMPDIR/got")" = 'title sent ' ]
}

@test "emphasis beside no-break spaces, quotes and dashes" {
	printf 'They spoke of\302\240*Doe v. Roe*\302\240and “*this*” – *that*—there.\n' |
		readout-split -p | cut -f9 >"$BATS_TEST_TMPDIR/got"
	echo 'They spoke of Doe v. Roe and “this” – that—there.' | same - "$BATS_TEST_TMPDIR/got"
}

@test "an end mark glued to the last full stop" {
	printf 'Call with Chad\n\nThey met and spoke.###\n' | readout-split | cut -f6,9 >"$BATS_TEST_TMPDIR/got"
	same - "$BATS_TEST_TMPDIR/got" <<-E
	title${TAB}Call with Chad
	sent${TAB}They met and spoke.
	note${TAB}###
	E
}
