#!/usr/bin/env bats
# Meetings: of what sort, when, where, between which countries; who took part, in
# which office, for which country.

load helper

# facts TEXT...: the records about the document whose lines are TEXT.
facts() {
	printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/r.txt"
	pipeline "$BATS_TEST_TMPDIR/r.txt" |
		awk -F '\t' '$6 == "meeting" || $6 == "participant" { print $6, $7, $8, "|", $9 }'
}

# are TEXT...: the facts of TEXT are those on standard input.
are() {
	facts "$@" >"$BATS_TEST_TMPDIR/facts"
	same - "$BATS_TEST_TMPDIR/facts"
}

# has REGEX TEXT...: among the facts of TEXT is one that matches.
has() {
	local regex=$1
	shift
	facts "$@" >"$BATS_TEST_TMPDIR/facts"
	grep -Eq "$regex" "$BATS_TEST_TMPDIR/facts" || fail "$(cat "$BATS_TEST_TMPDIR/facts")"
}

front() {
	printf '%s\n' --- "date: 2026-05-12" "source_url: $1" ---
}

@test "a meeting: type, date, place, mode, both sides" {
	are "$(front https://www.state.gov/readout)" "" \
		"Readout of Secretary of State Ada Thornbury's Meeting with Swedish Foreign Minister Olof Lindgren" "" \
		"Secretary of State Ada Thornbury met yesterday with Swedish Foreign Minister Olof Lindgren in Gothenburg, Sweden." <<-END
	meeting meeting date=2026-05-11;place=Gothenburg;mode=in-person;countries=US,SE | Readout of Secretary of State Ada Thornbury's Meeting with Swedish Foreign Minister Olof Lindgren
	participant ada-thornbury country=US;office=Secretary of State;side=1 | Ada Thornbury
	participant olof-lindgren country=SE;office=Foreign Minister;side=2 | Olof Lindgren
	END
}

@test "a call has no place" {
	has '^meeting call date=2026-05-12;mode=phone;countries=CL' "$(front https://example.org/)" "" \
		"Readout of Minister Ada Thornbury's Call with President Rosa Iturra of Chile" "" \
		"Minister Ada Thornbury spoke today with President Rosa Iturra of Chile about the meeting in Lima."
}

@test "the date is the meeting's, not another one's" {
	has 'date=2026-05-12' "$(front https://example.org/)" "" \
		"Readout of Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" \
		"Following last week's visit, Minister Ada Thornbury met today with Minister Olof Lindgren ahead of the summit on June 3."
}

@test "the date is the meeting's, not of what is talked about" {
	has '^meeting meeting mode=' "" \
		"Readout of Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren to congratulate him on his inauguration in January 2026."
	has '^meeting call mode=' "$(front https://example.org/)" "" \
		"Readout of Minister Ada Thornbury's Call with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury spoke with Minister Olof Lindgren about the floods that began a week ago."
	has '^meeting call date=2026-05-12;' "$(front https://example.org/)" "" \
		"Readout of Minister Ada Thornbury's Call with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury spoke with Minister Olof Lindgren about the floods this morning."
	has 'date=2026-03-04' "" \
		"Readout of Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren following the talks of September 2025. The meeting took place on March 4, 2026."
}

@test "a month or a year in passing is no date of the meeting" {
	has 'date=2026-05-04;' "" "Readout of Minister Ada Thornbury's Meeting" "" \
		"In line with the April 2026 Declaration, Minister Ada Thornbury launched the group on May 4, 2026."
	has '^meeting meeting mode=' "" "Readout of Minister Ada Thornbury's Meeting" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren and outlined the goals for 2027."
}

@test "sorts of meeting" {
	has '^meeting roundtable' "Readout of White House Roundtable on Water" "" \
		"Today, Director Ann Lockwood convened a roundtable on water."
	has '^meeting visit .*place=Ghana' "Readout of Minister Ada Thornbury's Visit to Ghana" "" \
		"Minister Ada Thornbury visited Ghana on 3 May 2026."
	has '^meeting meeting .*mode=in-person' "Joint Communique" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren."
	has '^meeting other' "Joint Communique" "" \
		"Minister Ada Thornbury and Minister Olof Lindgren agreed on bilateral issues."
	has '^meeting meeting .*mode=video' "Readout of Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury met virtually with Minister Olof Lindgren."
	has '^meeting meeting' "Prime Minister Ada Thornbury Holds Summit Talks with President Olof Lindgren" "" \
		"Prime Minister Ada Thornbury met with President Olof Lindgren in New York."
	has '^meeting meeting .*place=Oval Office;mode=in-person' "Readout of Oval Office Meeting with Senator Jane Roe" "" \
		"Today, Senator Jane Roe met with President Ada Thornbury."
}

@test "a dateline tells where, when the text does not" {
	has 'place=OSLO' "READOUT: Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" "OSLO –" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren."
}

@test "what is talked about is no place of the meeting" {
	# place TEXT...: where the meeting was.
	place() {
		facts "Readout of Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" "$@" |
			sed -n 's/^meeting [a-z]* \(.*;\)*place=\([^;]*\).*/\2/p'
	}
	[ -z "$(place "Minister Ada Thornbury met with Minister Olof Lindgren to discuss the war in Sudan.")" ]
	[ -z "$(place "Minister Ada Thornbury met with Minister Olof Lindgren ahead of the summit in Madrid.")" ]
	[ -z "$(place "Minister Ada Thornbury met with Minister Olof Lindgren and community leaders in Kansas.")" ]
	[ "$(place "Minister Ada Thornbury met with Minister Olof Lindgren to discuss trade at the White House.")" = "White House" ]
	[ "$(place "Minister Ada Thornbury met with Minister Olof Lindgren." "The talks, which were held in Oslo, covered trade.")" = Oslo ]
	[ "$(place "Minister Ada Thornbury visited Norway and met with Minister Olof Lindgren." "In Oslo, she met with President Rosa Iturra.")" = Oslo ]
	[ -z "$(place "Minister Ada Thornbury met with Minister Olof Lindgren to invest in Kenya and amid the crisis in Peru.")" ]
	[ "$(place "Following the talks in Lima, Minister Ada Thornbury travelled to Oslo." "They met.")" = Oslo ]
	[ "$(place "Minister Ada Thornbury praised the statement." "It was long." "They agreed." "She left." "The meeting on the quality of water was held on 3 May 2026 in Bergen.")" = Bergen ]
	[ "$(place "Minister Ada Thornbury met with Minister Olof Lindgren on the sidelines of the G20 in Oslo.")" = Oslo ]
}

@test "who was there: lists, and those who joined" {
	facts "Readout of White House Meeting on Ports" "" \
		"Secretary Ada Thornbury convened a meeting on ports." "" \
		"She was joined by Deputy Secretary Jane Roe." "" \
		"Participants included:" "" \
		"- Ruth Okafor, Executive Director, Harbor Alliance" \
		"- Carl Sandberg, Harbor Alliance" \
		"- Governor Luisa Cruz" | grep '^participant' >"$BATS_TEST_TMPDIR/facts"
	same - "$BATS_TEST_TMPDIR/facts" <<-END
	participant ada-thornbury office=Secretary;side=1 | Ada Thornbury
	participant jane-roe office=Deputy Secretary;side=2 | Jane Roe
	participant ruth-okafor office=Executive Director, Harbor Alliance | Ruth Okafor
	participant carl-sandberg office=Harbor Alliance | Carl Sandberg
	participant luisa-cruz office=Governor | Luisa Cruz
	END
}

@test "offices: a head of state's has the state, fields of work are whole" {
	has 'rosa-iturra country=CL;office=President of the Republic of Chile' "" \
		"Telephone conversation with President of Chile Rosa Iturra" "" \
		"Ada Thornbury had a telephone conversation with President of the Republic of Chile Rosa Iturra."
	has 'olof-lindgren country=SE;office=Prime Minister;' "" \
		"Telephone conversation with Prime Minister of Sweden Olof Lindgren" "" \
		"Ada Thornbury had a telephone conversation with Prime Minister of the Kingdom of Sweden Olof Lindgren."
	has 'luisa-cruz country=US;office=Governor;' "Readout of Minister Ada Thornbury's Meeting with Governors" "" \
		"Minister Ada Thornbury met with Governor Luisa Cruz, Co-Chair of the Council of Governors."
	has 'ann-lockwood office=Deputy Assistant to the President for Racial Justice and Equity;' \
		"Readout of White House Meeting on Ports" "" \
		"Ann Lockwood, Deputy Assistant to the President for Racial Justice and Equity, met with Governor Luisa Cruz."
}

@test "offices: a title of another state is no apposition to the name before it" {
	has 'vladimir-putin country=RU;office=President;' "$(front http://en.kremlin.ru/x)" "" \
		"Telephone conversation with President of Chile Rosa Iturra" "" \
		"Vladimir Putin had a telephone conversation with President of Chile Rosa Iturra." \
		"At the request of Rosa Iturra, the President of Russia spoke about the talks."
}

@test "offices: two heads of state are told in one way, with their states or without" {
	has 'vladimir-putin country=RU;office=President of Russia;' "$(front http://en.kremlin.ru/x)" "" \
		"Telephone conversation with President of Chile Rosa Iturra" "" \
		"Vladimir Putin had a telephone conversation with President of the Republic of Chile Rosa Iturra." \
		"The President of Russia spoke about the talks."
	has 'vladimir-putin country=RU;office=President;' "$(front http://en.kremlin.ru/x)" "" \
		"Telephone conversation with Prime Minister of Sweden Olof Lindgren" "" \
		"Vladimir Putin had a telephone conversation with Prime Minister of the Kingdom of Sweden Olof Lindgren." \
		"The President of Russia spoke about the talks."
}

# offices: those of the participants in this list.
offices() {
	facts "Readout of White House Meeting on Ports" "" "Participants included:" "" "$@" |
		sed -n 's/.*office=\([^;]*\) | .*/\1/p' >"$BATS_TEST_TMPDIR/offices"
	same - "$BATS_TEST_TMPDIR/offices"
}

@test "offices in a list: all with the body behind them, or all without" {
	offices "- Ruth Okafor, Administrator, Harbor Alliance (HA), Port Council" \
		"- Rev. Dr. Carl Sandberg, Executive Director, Seafarers Council" \
		"- Admiral Jane Roe, Under Secretary for Trade of the United States" <<-END
	Administrator, Harbor Alliance
	Executive Director, Seafarers Council
	Under Secretary for Trade
	END
	offices "- Ruth Okafor, Chair, Harbor Alliance" \
		"- Carl Sandberg, Acting Director, Seafarers Council" \
		"- Jane Roe, Chairman, Port Commission" \
		"- Olof Lindgren, Commissioner, Texas Department of Ports" \
		"- Ann Lockwood, Ports Commissioner, Office of the Treasurer" <<-END
	Chair
	Acting Director
	Chairman
	Commissioner
	Ports Commissioner
	END
}

@test "offices: the one somebody is known for, before a longer one" {
	printf 'person\tann-lockwood\tcountry=US;role=Climate Advisor;from=2025;family=Lockwood\tAnn Lockwood\n' \
		>"$BATS_TEST_TMPDIR/table"
	printf '%s\n' "Readout of Climate Advisor Ann Lockwood's Meeting with Minister Ada Thornbury" "" \
		"Assistant to the President for Climate Affairs Ann Lockwood met with Minister Ada Thornbury." |
		readout-split | readout-entities -d 2026-05-12 -g "$BATS_TEST_TMPDIR/table" |
		grep -q "ann-lockwood${TAB}country=US;office=Climate Advisor;" || fail
}

@test "countries: those of a company share theirs, international bodies have none" {
	facts "$(front https://www.state.gov/readout)" "" \
		"Readout of Deputy Secretary Ada Thornbury's Visit to Chile" "" \
		"Deputy Secretary Ada Thornbury, joined by Assistant Secretary Jane Roe, met with President Rosa Iturra of Chile, Foreign Minister Luisa Prado, and Minister of Defense Carla Rojas." \
		"She also spoke with NATO Secretary General Olof Lindgren and Director-General Ann Lockwood of the World Health Organization." >"$BATS_TEST_TMPDIR/facts"
	grep -q 'rosa-iturra country=CL' "$BATS_TEST_TMPDIR/facts"
	grep -q 'luisa-prado country=CL' "$BATS_TEST_TMPDIR/facts"
	grep -q 'carla-rojas country=CL' "$BATS_TEST_TMPDIR/facts"
	grep -q 'olof-lindgren office=' "$BATS_TEST_TMPDIR/facts"
	grep -q 'ann-lockwood office=' "$BATS_TEST_TMPDIR/facts"
	! grep -q 'jane-roe country=CL' "$BATS_TEST_TMPDIR/facts"
}

@test "countries: a delegation's, and the one behind a name" {
	has 'ada-thornbury country=FJ' "Joint Statement on the Environment" "" \
		"The Fiji delegation was led by Ada Thornbury, Minister of Development."
	has 'ada-thornbury country=FJ' "Joint Statement on the Environment" "" \
		"Ada Thornbury, Minister of Development, led the Fiji delegation comprising senior officials."
	facts "$(front https://www.state.gov/readout)" "" \
		"Readout of Director Jane Roe's Meeting with Deputy Advisors: Olof Lindgren of Sweden and Rosa Iturra and Ann Lockwood of Chile" "" \
		"Director Jane Roe met virtually with the deputy advisors." >"$BATS_TEST_TMPDIR/facts"
	grep -q 'olof-lindgren country=SE' "$BATS_TEST_TMPDIR/facts"
	grep -q 'rosa-iturra country=CL' "$BATS_TEST_TMPDIR/facts"
	grep -q 'ann-lockwood country=CL' "$BATS_TEST_TMPDIR/facts"
}

@test "countries: the publisher's side, and in whose name somebody speaks" {
	has 'ada-thornbury country=US' "$(front https://www.defense.gov/x)" "" \
		"Readout of Secretary of Defense Ada Thornbury's Call With Minister of Defence Olof Lindgren" "" \
		"Secretary of Defense Ada Thornbury spoke by phone today with Minister of Defence Olof Lindgren."
	has 'ada-thornbury country=US' "" \
		"Readout of Secretary of Defense Ada Thornbury's Call With Minister Olof Lindgren" "" \
		"Pentagon Press Secretary Jane Roe provided the following readout:" "" \
		"Secretary of Defense Ada Thornbury spoke by phone with Minister Olof Lindgren."
	has 'ada-thornbury country=IN' "Government of India" "" \
		"PM holds telephone conversation with President of Chile, Rosa Iturra" "" \
		"Prime Minister Ada Thornbury had a telephone conversation with Rosa Iturra, President of Chile."
	has 'ada-thornbury country=CA' "Prime Minister Ada Thornbury speaks with President of Chile Rosa Iturra" "" \
		"Prime Minister Ada Thornbury spoke with the President of Chile, Rosa Iturra." \
		"President Iturra thanked Canada for its support."
	has 'ada-thornbury country=CA' "Minister Thornbury speaks with Ukrainian counterpart" "" \
		"Today, Ada Thornbury, Minister of National Defence, spoke with Oleksii Bondar, Minister of Defence of Ukraine." \
		"Minister Thornbury reiterated Canada's support."
}

@test "countries: an address in digits is of no country" {
	has '^meeting call mode=phone;countries=SE ' "$(front http://10.0.0.12/x)" "" \
		"Readout of Minister Ada Thornbury's Call With Minister Olof Lindgren" "" \
		"Minister Ada Thornbury spoke by phone with Minister Olof Lindgren of Sweden."
}

@test "countries: a list of our own people is so to its end" {
	facts "$(front https://www.whitehouse.gov/x)" "" \
		"Readout of Roundtable on Aid to Sudan" "" \
		"Director Jane Roe of the White House Office of Public Engagement convened a roundtable on aid to Sudan." "" \
		"Participants included:" "" \
		"- Antony Blinken, Secretary of State" \
		"- Janet Yellen, Secretary of the Treasury" \
		"- Lloyd Austin, Secretary of Defense" \
		"- Ruth Okafor, Executive Director, Harbor Alliance" >"$BATS_TEST_TMPDIR/facts"
	grep -q 'ruth-okafor country=US' "$BATS_TEST_TMPDIR/facts"
}

@test "participants in a sentence" {
	facts "Readout of President Ada Thornbury's Call with Leaders" "" \
		"President Ada Thornbury held a call today." "" \
		"Participants in the call included President Rosa Iturra of Chile and Prime Minister Olof Lindgren of Sweden." |
		grep -c '^participant.*country=\(CL\|SE\)' | grep -qx 2
}

@test "who is only spoken of takes no part" {
	facts "Readout of Minister Ada Thornbury's Meeting with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren." "" \
		"They discussed President Rosa Iturra's proposal." | grep '^participant' >"$BATS_TEST_TMPDIR/facts"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/facts")" -eq 2 ]
	[ "$(grep -c iturra "$BATS_TEST_TMPDIR/facts")" -eq 0 ]
}

@test "who is talked about in the lead takes no part" {
	facts "Readout of Minister Ada Thornbury's Call with Minister Olof Lindgren" "" \
		"Minister Ada Thornbury spoke with Minister Olof Lindgren regarding trade and the two detained captains, Carl Sandberg and Jane Roe." \
		"The two Ministers agreed to continue." >"$BATS_TEST_TMPDIR/facts"
	[ "$(grep -c '^participant' "$BATS_TEST_TMPDIR/facts")" -eq 2 ]
}

@test "a spokesperson takes no part" {
	facts "Readout from NSC Spokesperson Jane Roe on Secretary Ada Thornbury's Call with Minister Olof Lindgren" "" \
		"Secretary Ada Thornbury spoke with Minister Olof Lindgren." >"$BATS_TEST_TMPDIR/facts"
	[ "$(grep -c jane-roe "$BATS_TEST_TMPDIR/facts")" -eq 0 ]
}

@test "a spokesperson who is an adviser as well takes part" {
	has '^participant olof-lindgren .*side=2' \
		"Readout of Secretary Ada Thornbury's Call with Olof Lindgren, Spokesperson and Chief Adviser to the President of Estonia" "" \
		"Secretary Ada Thornbury spoke with Olof Lindgren, Spokesperson and Chief Adviser to the President of Estonia."
}

@test "several readouts in one document are a meeting each" {
	facts "Readouts of Minister Ada Thornbury's Meetings" "" \
		"**Readout of Minister Thornbury's meeting with Minister Olof Lindgren of Sweden**" "" \
		"Minister Ada Thornbury met with Minister Olof Lindgren of Sweden in Oslo." "" \
		"**Readout of Minister Thornbury's meeting with President Rosa Iturra of Chile**" "" \
		"Minister Ada Thornbury met with President Rosa Iturra of Chile in Bergen." >"$BATS_TEST_TMPDIR/facts"
	grep -q '^meeting meeting place=Oslo' "$BATS_TEST_TMPDIR/facts"
	grep -q '^meeting meeting place=Bergen' "$BATS_TEST_TMPDIR/facts"
	[ "$(grep -c ada-thornbury "$BATS_TEST_TMPDIR/facts")" -eq 1 ]
}

@test "as many readouts as lines take no time without end" {
	awk 'BEGIN {
		print "x\t1\t1\t0\t9\ttitle\t-\t-\tTwo talks"
		for (i = 2; i < 200000; i += 2) {
			print "x\t" i "\t1\t0\t28\thead\t-\t-\tReadout of the second meeting"
			print "x\t" i + 1 "\t1\t0\t11\tsent\t-\t-\tThey spoke."
		}
	}' >"$BATS_TEST_TMPDIR/many"
	try_in "$BATS_TEST_TMPDIR/many" timeout 20 readout-entities
	ended 0
}

@test "the example document comes out whole" {
	need_shared readouts/esper-kono.txt
	pipeline "$SHARED/readouts/esper-kono.txt" >"$BATS_TEST_TMPDIR/records"
	awk -F '\t' '$6 == "meeting" || $6 == "participant" { print $6, $7, $8 }' \
		"$BATS_TEST_TMPDIR/records" >"$BATS_TEST_TMPDIR/facts"
	same - "$BATS_TEST_TMPDIR/facts" <<-END
	meeting meeting date=2020-08-29;place=Guam;mode=in-person;countries=US,JP
	participant mark-esper country=US;office=Secretary of Defense;side=1
	participant taro-kono country=JP;office=Defense Minister;side=2
	END
	[ "$(awk -F '\t' '$6 == "act" && $8 ~ /by=/' "$BATS_TEST_TMPDIR/records" | wc -l)" -eq 17 ]
}

@test "gold: participants, countries, offices, type, date, place" {
	need python3
	need_shared gold/score
	need_shared gold/dev
	pipeline "$SHARED"/gold/dev/*.md "$SHARED"/gold/dev/*.txt >"$BATS_TEST_TMPDIR/records"
	python3 "$SHARED/gold/score" "$SHARED/gold/dev" "$BATS_TEST_TMPDIR/records" >"$BATS_TEST_TMPDIR/score"
	tail -7 "$BATS_TEST_TMPDIR/score"
	awk '$1 == "participants" { people = $5 } $2 == "country" { country = $5 }
		$2 == "office" { office = $5 } $2 == "type" { type = $5 }
		$2 == "date" { date = $5 } $2 == "place" { place = $5 }
		END { exit !(people >= 0.95 && country >= 0.97 && office >= 0.9 &&
			type >= 0.95 && date >= 0.97 && place >= 0.9) }' "$BATS_TEST_TMPDIR/score"
}

@test "whose country nobody tells has the publisher's, but not where a body of many states is named" {
	has '^participant lena-moss country=US;office=Deputy Director ' "$(front https://www.whitehouse.gov/x)" "" \
		"Readout of the Convening on Safe Streets" "" \
		"Today, Deputy Director Lena Moss convened community leaders to discuss safe streets."
	has '^participant karel-brabec office=Commissioner for Trade;' "$(front https://www.whitehouse.gov/x)" "" \
		"Readout of Deputy Director Lena Moss's Meeting with European Commission Officials" "" \
		"Deputy Director Lena Moss met today with Commissioner for Trade Karel Brabec."
}

@test "what a sentence tells of a year or a month makes nobody a participant" {
	facts "$(front https://www.whitehouse.gov/x)" "" "Readout of the Convening on Safe Streets" "" \
		"Today, Deputy Director Lena Moss convened community leaders to discuss safe streets." "" \
		"Last year, Secretary Ada Thornbury called on cities to do more." >"$BATS_TEST_TMPDIR/facts"
	grep -q 'lena-moss' "$BATS_TEST_TMPDIR/facts"
	! grep -q 'ada-thornbury' "$BATS_TEST_TMPDIR/facts"
}
