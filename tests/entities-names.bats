#!/usr/bin/env bats
# readout-entities: which names are found, how far they reach, what keys they get.

load helper
load entities

@test "persons: the name alone, without title, honorific or initials in the key" {
	found person,role "Secretary of Defense Helen R. Marlowe met Minister Okabe." "role helen-marlowe Secretary of Defense
person helen-marlowe Helen R. Marlowe
role okabe Minister
person okabe Okabe"
	found person "Lt. Gen. Joan Pike, Jr. met Mr. Omar Haddad and Dr. Ana Ruiz." "person joan-pike Joan Pike, Jr.
person omar-haddad Omar Haddad
person ana-ruiz Ana Ruiz"
}

@test "persons: particles, hyphens, several surnames, accents" {
	found person "President Carlos de la Vega met Prime Minister Anna-Lena Kramp-Hofer." "person carlos-de-la-vega Carlos de la Vega
person anna-lena-kramp-hofer Anna-Lena Kramp-Hofer"
	found person "Foreign Minister Marek Dvořák met Prime Minister José Ángel Núñez." "person marek-dvorak Marek Dvořák
person jose-angel-nunez José Ángel Núñez"
	found person "Crown Prince Faisal bin Hamad Al Rashid met President Han Seung-woo." "person faisal-bin-hamad-al-rashid Faisal bin Hamad Al Rashid
person han-seung-woo Han Seung-woo"
	found person "King Leopold III of Belgium met Minister Tran Van Phuc." "person leopold-iii Leopold III
person tran-van-phuc Tran Van Phuc"
}

@test "persons: a key is the same in every document, whatever form stands there" {
	for text in "President Joseph R. Biden, Jr. left." "President Joe Biden left." "President Biden left."; do
		[ "$(spans person "$text" | cut -d' ' -f2)" = joe-biden ] || fail "$text"
	done
	for text in "Secretary of Defense Mark T. Esper left." "Secretary Mark Esper left."; do
		[ "$(spans person "$text" | cut -d' ' -f2)" = mark-esper ] || fail "$text"
	done
}

@test "persons: a bare surname has the key of the full name, before it as well" {
	sentences "President Whitmore spoke." "President Daniel A. Whitmore and Elsa Lindqvist of Sweden met." "Whitmore thanked Lindqvist." |
		readout-entities -k person | awk -F'\t' '$6 == "person" { print $7 }' |
		same - <(printf '%s\n' daniel-whitmore daniel-whitmore elsa-lindqvist daniel-whitmore elsa-lindqvist)
}

@test "lists of persons behind one title" {
	found person,role "The President met Senators Joan Harlan, Will Chase, and Mark Dorran." "role - President
role joan-harlan,will-chase,mark-dorran Senators
person joan-harlan Joan Harlan
person will-chase Will Chase
person mark-dorran Mark Dorran"
}

@test "roles: a field of government belongs to them, an organisation or country does not" {
	found role,org,country "Ursula Brandt, President of the European Commission, met Omar Haddad, Minister of Foreign Affairs of Jordan." "role ursula-brandt President
org european-commission European Commission
role omar-haddad Minister of Foreign Affairs
country JO Jordan"
	found role,org "Crown Prince and Prime Minister Faisal Haddad met NATO Secretary General Pieter Dekker." "role faisal-haddad Crown Prince and Prime Minister
org NATO NATO
role pieter-dekker Secretary General"
}

@test "countries: names, codes, adjectives, peoples, long forms; pairs with a hyphen" {
	found country "Japan, the Japanese, the U.S., Americans, the Republic of Korea, Côte d'Ivoire, Kosovo, Taiwan and Guam." "country JP Japan
country JP Japanese
country US U.S.
country US Americans
country KR Republic of Korea
country CI Côte d'Ivoire
country XK Kosovo
country TW Taiwan
country GU Guam"
	found country "The U.S.-Japan alliance and the U.S.–ROK alliance." "country US U.S.
country JP Japan
country US U.S.
country KR ROK"
	found country "The Democratic People's Republic of Korea and the Democratic Republic of the Congo." "country KP Democratic People's Republic of Korea
country CD Democratic Republic of the Congo"
	found country "They helped us, and May was fine." ""
}

@test "form= tells names, codes and peoples apart" {
	sentences "Japan and the U.S. thanked the Polish side." | readout-entities -k country |
		awk -F'\t' '$6 == "country" { print $7, $8 }' | same - <(printf '%s\n' "JP form=name" "US form=code" "PL form=people")
}

@test "the longest name wins: a country inside another name is no span of its own" {
	found country,place,org "They discussed the South China Sea and the U.S. Department of State." "place south-china-sea South China Sea
org state-department U.S. Department of State"
	found country,place,org,instrument "They discussed the Korean Peninsula and the Japan Self-Defense Forces." "place korean-peninsula Korean Peninsula
org JSDF Japan Self-Defense Forces"
}

@test "spans of names never overlap, and stand in order" {
	mapfile -t files < <(samples)
	pipeline "${files[@]}" | LC_ALL=C awk -F'\t' '
	$6 ~ /^(title|head|sent|item|note|meta)$/ { end = 0; next }
	$6 ~ /^(person|role|country|place|org|event|instrument|date|money)$/ {
		if ($4 + 0 < end) { print; bad = 1 }
		end = $5 + 0
	}
	END { exit bad }'
}

@test "names that are words, and words that are names" {
	found person,country "President Jordan Blake met Senator Chad Mercer." "person jordan-blake Jordan Blake
person chad-mercer Chad Mercer"
	found country "Jordan and Chad agreed." "country JO Jordan
country TD Chad"
}

@test "organisations by their shape: council, ministry, commission" {
	found org "The Arctic Fisheries Council thanked the Ministry of Water and the Zeta Commission." "org arctic-fisheries-council Arctic Fisheries Council
org ministry-of-water Ministry of Water
org zeta-commission Zeta Commission"
}

@test "acronyms that the text defines: both forms have one key, the long one is an abbrev" {
	sentences "The Arctic Fisheries Council (AFC) met." "The AFC agreed." >"$BATS_TEST_TMPDIR/in"
	readout-entities -k org,abbrev "$BATS_TEST_TMPDIR/in" | awk -F'\t' '$6 != "sent" { print $6, $7, $9 }' |
		same - <(printf '%s\n' "org arctic-fisheries-council Arctic Fisheries Council" \
			"abbrev AFC Arctic Fisheries Council" "org arctic-fisheries-council AFC" "org arctic-fisheries-council AFC")
	found abbrev "They discussed intelligence, surveillance, and reconnaissance (ISR) and talks (again)." \
		"abbrev ISR intelligence, surveillance, and reconnaissance"
}

@test "events and instruments" {
	found event,instrument "At the NATO Summit they discussed the Paris Agreement, Article 5 and UN Security Council Resolution 2231." "event nato-summit NATO Summit
instrument paris-agreement Paris Agreement
instrument article-5 Article 5
instrument un-security-council-resolution-2231 UN Security Council Resolution 2231"
}

@test "dates: absolute, relative, ranges, by the published date" {
	dates() {
		{ published 2023-06-14; sentences "$1"; } | readout-entities -k date | awk -F'\t' '$6 == "date" { printf "%s ", $7 }'
	}
	for case in "today=2023-06-14" "yesterday=2023-06-13" "tomorrow=2023-06-15" "this morning=2023-06-14" \
		"last night=2023-06-13" "on June 9, 2022=2022-06-09" "on 9 June 2022=2022-06-09" "in January 2024=2024-01" \
		"in 2021=2021" "last week=2023-W23" "next week=2023-W25" "this month=2023-06" "last year=2022" \
		"on July 9-11=2023-07-09" "in the spring of 2025=2025-SP" "on Monday=2023-06-12" "on Friday, June 9=2023-06-09"; do
		[ "$(dates "They met ${case%=*}.")" = "${case#*=} " ] || fail "$case: $(dates "They met ${case%=*}.")"
	done
	for text in "They met for two years." "They met recently." "They may meet, and march on." "They met in the coming months."; do
		[ -z "$(dates "$text")" ] || fail "$text: $(dates "$text")"
	done
}

@test "money: sign, code, name, scale" {
	for case in "\$25 million=USD 25000000" "\$1.2 billion=USD 1200000000" "€25 million=EUR 25000000" "£3,500=GBP 3500" \
		"EUR 70 million=EUR 70000000" "USD 2 billion=USD 2000000000" "50 billion yen=JPY 50000000000" "A\$500 million=AUD 500000000"; do
		[ "$(spans money "They gave ${case%=*} at once.")" = "money ${case#*=} ${case%=*}" ] || fail "$case: $(spans money "They gave ${case%=*} at once.")"
	done
}

@test "keys are slugs: lower case, ASCII, hyphens; long names whole" {
	spans place,org,event,instrument "They praised the Café-Océan Fund, the U.N. Treaty on the Non-Proliferation of Nuclear Weapons, and Muwaffaq Salti Air Base." |
		awk '$2 !~ /^([a-z0-9]+(-[a-z0-9]+)*|[A-Z]+)$/ { print; bad = 1 } END { exit bad || NR < 2 }'
}

@test "headlines: capitals that are no names stay outside" {
	{ unit title "Readout of Secretary Marlowe's Call With Japanese Defense Minister Okabe" 1
		unit sent "They met." 2; } | readout-entities -k person,role,country,org,event | awk -F'\t' '$6 !~ /title|sent/ { print $6, $9 }' |
		same - <(printf '%s\n' "role Secretary" "person Marlowe" "country Japanese" "role Defense Minister" "person Okabe")
	unit title "READOUT OF PRESIDENT WHITMORE'S CALL WITH PRIME MINISTER LINDQVIST OF SWEDEN" | readout-entities -k person,country |
		awk -F'\t' '$6 != "title" { print $7 }' | same - <(printf '%s\n' whitmore lindqvist SE)
}

@test "notes, metadata and other kinds are not searched" {
	{ unit note "U.S. Department of State, Washington, 2024" 1; published 2024-01-01; unit other "Japan" 2; unit sent "They met." 3; } |
		readout-entities -k person,role,country,place,org,date | awk -F'\t' '$6 !~ /note|meta|other|sent/' | same /dev/null -
}
