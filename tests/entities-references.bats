#!/usr/bin/env bats
# readout-entities: who is meant by titles, surnames, "the leaders", "his counterpart".

load helper
load entities

# meant TEXT...: keys of the roles of the last sentence given, one a line.
meant() {
	sentences "$@" | readout-entities -k role | awk -F'\t' -v last="$#" '$6 == "role" && $2 == last { print $7 }'
}

# means SENTENCE KEYS...: in a document that names Marlowe and Okabe.
means() {
	local text=$1
	shift
	meant "Secretary of Defense Helen R. Marlowe met today with Japanese Defense Minister Kenji Okabe." "$text" |
		same - <(printf '%s\n' "$@") || fail "$text"
}

@test "a title standing alone means whom it stood beside" {
	means "The Secretary thanked the Minister." helen-marlowe kenji-okabe
	means "The secretary thanked the minister." helen-marlowe kenji-okabe
	means "The Defense Minister thanked the Secretary of Defense." kenji-okabe helen-marlowe
	means "Secretary Marlowe thanked Minister Okabe." helen-marlowe kenji-okabe
}

@test "the leaders, both, the two: all principals, in order of mention" {
	means "The two leaders agreed." helen-marlowe,kenji-okabe
	means "Both leaders agreed." helen-marlowe,kenji-okabe
	means "The leaders agreed." helen-marlowe,kenji-okabe
}

@test "a plural title: those who bear it" {
	meant "President Daniel Whitmore spoke with President Zofia Wysocka of Poland." "The two Presidents agreed." |
		same - <(echo daniel-whitmore,zofia-wysocka)
	meant "President Daniel Whitmore and Prime Minister Elsa Lindqvist of Sweden met Prime Minister Jovan Petrovic of Serbia." "The Prime Ministers agreed." |
		same - <(echo elsa-lindqvist,jovan-petrovic)
}

@test "counterpart: the other one" {
	means "Secretary Marlowe thanked her counterpart." helen-marlowe kenji-okabe
}

@test "a country in front tells two of one title apart" {
	meant "President Daniel Whitmore of the United States spoke with President Zofia Wysocka of Poland." "The Polish President agreed." |
		same - <(echo zofia-wysocka)
	meant "French Foreign Minister Luc Martin met Polish Foreign Minister Adam Nowak." "The Foreign Minister of Poland thanked the French Foreign Minister." |
		same - <(printf '%s\n' adam-nowak luc-martin)
}

@test "a surname with Jr. is the person of that full name" {
	spans person "Secretary Marlowe Jr. met Minister Okabe." "Henry T. Marlowe spoke first." |
		grep -c '^person henry-marlowe ' | same - <(echo 2)
}

@test "Jr with and without its full stop is one person, Jr. and III are two" {
	spans person "President Henry T. Marlowe Jr’s. call with Luc Martin began." "President Marlowe, Jr. spoke." "Henry T. Marlowe, Jr. left." |
		cut -d' ' -f2 | sort -u | same - <(printf '%s\n' henry-marlowe luc-martin)
	spans person "Henry Marlowe Jr. met Henry Marlowe III." | grep -c . | same - <(echo 2)
}

@test "a title that nobody bears means nobody" {
	means "They spoke about the Chancellor." -
	meant "The Prime Minister spoke." | same - <(echo -)
}

@test "an office behind the name, and the short title that follows" {
	meant "Andris Ozols, Minister of Foreign Affairs of Latvia, arrived." "The Minister thanked Japan." | same - <(echo andris-ozols)
	meant "Hani Qudah, Jordan's Deputy Prime Minister, arrived." "The Deputy Prime Minister thanked Japan." | same - <(echo hani-qudah)
}

@test "a person's country: by adjective, by of, by apposition" {
	for text in "Japanese Defense Minister Kenji Okabe left." "Defense Minister Kenji Okabe of Japan left." \
		"Kenji Okabe, Japan's Minister of Defense, left." "Kenji Okabe, Minister of Defense of Japan, left."; do
		sentences "$text" | readout-entities -k person | grep -Eq "${TAB}kenji-okabe${TAB}(.*;)?country=JP(;|${TAB})" || fail "$text"
	done
}

@test "a person's role= is its title as the document has it" {
	sentences "Japanese Defense Minister Kenji Okabe left." | readout-entities -k person |
		grep -Eq "${TAB}kenji-okabe${TAB}role=Defense Minister[;${TAB}]"
	sentences "Kenji Okabe, Minister of Defense, left." | readout-entities -k person |
		grep -Eq "${TAB}kenji-okabe${TAB}role=Minister of Defense[;${TAB}]"
}

@test "of two with one surname the title in front tells who is meant" {
	meant "President Daniel Whitmore and Secretary Anna Whitmore arrived in Oslo." "President Whitmore thanked Secretary Whitmore." |
		same - <(printf '%s\n' daniel-whitmore anna-whitmore)
}

@test "a name written with another capital is the same person's" {
	spans person "Ann Mcorbin met Kenji Okabe." "He thanked Ann McOrbin." "McOrbin left." | sort | uniq -c |
		awk '{ print $3 }' | uniq | same - <(printf '%s\n' ann-mcorbin kenji-okabe)
	{ unit title "Readout of Ann Mcorbin's Meeting with Kenji Okabe" 1
		unit sent "Secretary Ann McOrbin met with Minister Kenji Okabe." 2; } |
		readout-entities | awk -F'\t' '$6 == "participant" { print $7 }' |
		same - <(printf '%s\n' ann-mcorbin kenji-okabe)
}

@test "references may point forward: the headline's surname is the lead's full name" {
	{ unit title "Secretary Marlowe's Meeting with Minister Okabe" 1
		unit sent "Secretary of Defense Helen R. Marlowe met Japanese Defense Minister Kenji Okabe." 2; } |
		readout-entities -k person,role | awk -F'\t' '$2 == 1 && $6 != "title" { print $6, $7 }' |
		same - <(printf '%s\n' "role helen-marlowe" "person helen-marlowe" "role kenji-okabe" "person kenji-okabe")
}

@test "every key of a role is a person's of the document, or -" {
	mapfile -t files < <(samples)
	pipeline "${files[@]}" | awk -F'\t' '
	$6 == "person" { person[$1, $7] = 1 }
	$6 == "role" && $7 != "-" { n = split($7, key, ","); for (i = 1; i <= n; i++) want[$1, key[i]] = $0 }
	$6 == "participant" { want[$1, $7] = $0 }
	END { for (k in want) if (!(k in person)) { print want[k]; bad = 1 } exit bad }'
}

@test "the leaders of others are none of the parties" {
	means "The leaders of the region agreed." -
	means "The leaders of the two countries agreed." helen-marlowe,kenji-okabe
}

@test "the title that opens the text and somebody named further on: the leaders are two" {
	meant "The Prime Minister met with Prime Minister Nadim Sarraf of Iraq." \
		"Prime Minister Penhallow announced a fund." "The leaders agreed." |
		same - <(printf '%s\n' penhallow,nadim-sarraf)
}

@test "a wife is not her husband: the other side's title still means the other side" {
	meant "General Sudarno, President of Indonesia, met with J. G. Penhallow, Prime Minister of Australia." \
		"The Prime Minister invited the President and Mrs. Sudarno." \
		"The Prime Minister thanked them for the reception which he and Mrs. Penhallow had." |
		same - <(printf '%s\n' penhallow)
}

@test "a body between two titles of one person" {
	unit item "Dana Wexley, Assistant to the President and White House Counsel" |
		readout-entities -k role | awk -F'\t' '$6 == "role" { print $7, $9 }' |
		same - <(printf '%s\n' "dana-wexley Assistant to the President" "dana-wexley Counsel")
}
