#!/usr/bin/env bats
# Acts: who does what to whom, from the reporting verb to the end of its clause; the
# topics; the abbreviations that a text defines.

load helper

# read_text TEXT: a readout of two officials whom no table knows, and TEXT behind
# its lead; leaves the records in $records.
read_text() {
	local file=$BATS_TEST_TMPDIR/r.txt
	cat >"$file" <<-END
	Readout of Secretary of State Ada Thornbury's Meeting with Foreign Minister Olof Lindgren of Sweden

	Secretary of State Ada Thornbury met today with Foreign Minister Olof Lindgren of Sweden.

	$1
	END
	records=$BATS_TEST_TMPDIR/records
	pipeline "$file" >"$records" || fail "the pipeline ends with $?"
}

# acts TEXT: the acts of TEXT: act, by, to and verb.
acts() {
	read_text "$1"
	awk -F '\t' '$6 == "act" && $2 > 2 {
		by = to = verb = neg = "-"
		n = split($8, a, ";")
		for (i = 1; i <= n; i++) {
			name = a[i]; value = a[i]
			sub(/=.*/, "", name); sub(/[^=]*=/, "", value)
			if (name == "by") by = value
			if (name == "to") to = value
			if (name == "verb") verb = value
			if (name == "neg") neg = value
		}
		print $7 " " by " " to " " verb (neg == "yes" ? " not" : "")
	}' "$records"
}

# told TEXT: the acts of TEXT are those on standard input.
told() {
	acts "$1" >"$BATS_TEST_TMPDIR/acts"
	same - "$BATS_TEST_TMPDIR/acts"
}

A=ada-thornbury
B=olof-lindgren

@test "the lead: who met whom" {
	read_text "They discussed trade."
	awk -F '\t' '$6 == "act" && $2 == 2 { print $7, $8 }' "$records" >"$BATS_TEST_TMPDIR/lead"
	same - "$BATS_TEST_TMPDIR/lead" <<-END
	meet by=$A;to=$B;verb=met;cameo=04
	END
}

@test "clauses that hang on another: participles, purposes, what was said, who was briefed" {
	told 'While discussing trade, they agreed on a plan.' <<-END
	discuss $A,$B - discussing
	agree $A,$B - agreed on
	END
	told 'Noting the storm, the Secretary expressed condolences.' <<-END
	note $A - Noting
	condole $A - expressed condolences
	END
	told 'The Minister welcomed the plan, as well as commending its authors.' <<-END
	praise $B - welcomed
	praise $B - commending
	END
	told 'The two met in Oslo to discuss trade, review the treaty, and to sign an accord.' <<-END
	meet $A,$B - met
	discuss $A,$B - discuss
	discuss $A,$B - review
	sign $A,$B - sign
	END
	told '"We will go on," said Secretary Thornbury.' <<-END
	inform $A - said
	END
	told 'The Secretary was briefed by Minister Lindgren on the talks.' <<-END
	inform $B $A briefed
	END
	told 'Cooperation in energy was also discussed.' <<-END
	discuss - - discussed
	END
	told 'The meeting was chaired by Secretary Thornbury.' <<-END
	meet $A - chaired
	END
	told 'Secretary Thornbury and Minister Lindgren reaffirm the partnership.' <<-END
	affirm $A,$B - reaffirm
	END
	told 'The Secretary, who had thanked Sweden, condemned the attack.' <<-END
	condemn $A - condemned
	END
}

@test "a side is its parties; leaders of whom no more is known are both" {
	told "The Swedish side noted its plans." <<-END
	note $B - noted
	END
	told "The leaders discussed energy. The talks covered trade. They agreed to meet again." <<-END
	discuss $A,$B - discussed
	discuss - - covered
	agree $A,$B - agreed to
	END
}

@test "the ministers are those who bear the title" {
	cat >"$BATS_TEST_TMPDIR/r.txt" <<-END
	Joint Press Statement for the Exchange on Ports

	The first exchange on ports was held in Oslo on 4 May 2026.

	2 Mr. Carl Sandberg, Minister of Ports, led the Swedish delegation comprising Ms. Ann Lockwood, Permanent Secretary, and other senior officials from the Ports Authority.

	3 The Chilean delegation was led by Ms. Rosa Iturra, Minister of Water, and accompanied by Ms. Luisa Prado, Permanent Secretary.

	4 The Ministers noted the progress of their projects. On trade, Ministers agreed to meet again.
	END
	pipeline "$BATS_TEST_TMPDIR/r.txt" |
		awk -F '\t' '$6 == "act" { print $7, $8 }' >"$BATS_TEST_TMPDIR/acts"
	same - "$BATS_TEST_TMPDIR/acts" <<-END
	note by=carl-sandberg,rosa-iturra;verb=noted;cameo=01
	agree by=carl-sandberg,rosa-iturra;verb=agreed to;cameo=03
	END
}

@test "presidents without names are nobody" {
	told "The Secretary met with the Presidents of Chile, Peru and Spain." <<-END
	meet $A - met
	END
	told "NATO leaders agreed to meet again. The Secretary met with leaders of the European Union." <<-END
	agree NATO - agreed to
	meet $A EU met
	END
	told "Both countries agreed to meet in Davos, Switzerland and the Secretary thanked him." <<-END
	agree $A,$B - agreed to
	thank $A $B thanked
	END
}

@test "phrases: talks, ways to go on, what is discussed before it is agreed" {
	told "They held constructive talks with Minister Jane Roe. The Secretary concurred." <<-END
	meet $A,$B jane-roe held constructive talks
	agree $A - concurred
	END
	told "The leaders had an in-depth discussion on trade. Both leaders were supportive of it." <<-END
	discuss $A,$B - had an in-depth discussion
	support $A,$B - were supportive of
	END
	told "While discussing trade, the Secretary took the opportunity to thank Sweden." <<-END
	discuss $A - discussing
	thank $A SE thank
	END
	told "The Secretary expressed to Minister Lindgren her desire to continue and received a call from President Rosa Iturra." <<-END
	hope $A $B expressed to Minister Lindgren her desire
	call $A rosa-iturra received a call from
	END
	told "Participants shared their views on trade and affirmed shared respect and gratitude." <<-END
	discuss - - shared their views
	affirm - - affirmed
	END
}

@test "calling on somebody is a visit, unless he is to do something" {
	told "The Secretary called on President Rosa Iturra in the afternoon." <<-END
	visit $A rosa-iturra called on
	END
	told "The Secretary called on President Rosa Iturra to release the ships." <<-END
	urge $A rosa-iturra called on
	END
	told "The Foreign Minister paid an official visit to Chile." <<-END
	visit $B CL paid an official visit
	END
}

@test "in favour, in view: what is spoken and expressed" {
	told "The leaders spoke in favour of a truce and expressed the view that it will hold." <<-END
	support $A,$B - spoke in favour of
	inform $A,$B - expressed the view
	END
	told "Hope was expressed that it will hold. Deep concern has also been voiced by Minister Lindgren." <<-END
	hope - - Hope was expressed
	concern $B - concern has also been voiced
	END
	told "The Secretary expressed her view on trade and placed special emphasis on fish." <<-END
	inform $A - expressed her view
	emphasize $A - placed special emphasis
	END
	told "When discussing fish, the Secretary talked about her meeting with President Rosa Iturra and updated her counterpart on it." <<-END
	discuss $A - discussing
	discuss $A - talked about
	inform $A $B updated
	END
	told "The Secretary noted that concern was expressed in Geneva." <<-END
	note $A - noted
	END
	told "The Secretary drew the Minister's attention to the sea." <<-END
	emphasize $A - drew the Minister's attention
	END
}

@test "subjects and objects of many parts" {
	told "Minister Jane Roe, and National Endowment for the Arts (NEA) Chair Ann Lockwood thanked the Secretary." <<-END
	thank jane-roe,ann-lockwood $A thanked
	END
	told "Minister Jane Roe, Governor Luisa Cruz, and Chair Ann Lockwood, thanked the Secretary." <<-END
	thank jane-roe,luisa-cruz,ann-lockwood $A thanked
	END
	told "The Secretary met with Jane Roe as well as with Ann Lockwood." <<-END
	meet $A jane-roe,ann-lockwood met
	END
	told "The Secretary and all of the party leaders discussed trade." <<-END
	discuss $A - discussed
	END
	told "The Secretary spoke to the importance of trade and spoke out against piracy." <<-END
	discuss $A - spoke
	condemn $A - spoke out against
	END
}

@test "together they; what a participle conveys in a lead" {
	told "Together they discussed trade. The Secretary was clear that it matters." <<-END
	discuss $A,$B - discussed
	emphasize $A - was clear that
	END
	told "The Secretary spoke with the Minister, conveying her interest in trade." <<-END
	call $A $B spoke
	inform $A - conveying
	END
}

@test "coordinated verbs are an act each, of one subject" {
	told "The Secretary reaffirmed the partnership and discussed energy." <<-END
	affirm $A - reaffirmed
	discuss $A - discussed
	END
	told "The Ministers discussed trade, addressed climate change, and celebrated the treaty." <<-END
	discuss $A,$B - discussed
	discuss $A,$B - addressed
	praise $A,$B - celebrated
	END
}

@test "each clause has its own subject" {
	told "They discussed the war, and Minister Lindgren welcomed the visit." <<-END
	discuss $A,$B - discussed
	praise $B - welcomed
	END
}

@test "participles and infinitives of purpose are their subject's" {
	told "Secretary Thornbury condemned the attack, noting that it was the third." <<-END
	condemn $A - condemned
	note $A - noting
	END
	told "Noting the attack, Minister Lindgren urged restraint." <<-END
	note $B - Noting
	urge $B - urged
	END
	told "Secretary Thornbury spoke with Minister Lindgren to reaffirm the alliance." <<-END
	call $A $B spoke
	affirm $A - reaffirm
	END
}

@test "what is said, agreed or belongs to a noun is no act" {
	told "Secretary Thornbury emphasized that Iran must release the hostages." <<-END
	emphasize $A - emphasized
	END
	told "They agreed to continue to discuss efforts to support Ukraine." <<-END
	agree $A,$B - agreed to
	END
	told "Minister Lindgren noted the plan that France announced last week." <<-END
	note $B - noted
	END
}

@test "what stands in quotation marks is no act, who says it is" {
	told "\"We reaffirm the alliance,\" said Minister Lindgren." <<-END
	inform $B - said
	END
}

@test "light verbs are completed by their noun" {
	told "Secretary Thornbury expressed serious concern about the drills." <<-END
	concern $A - expressed serious concern
	END
	told "Secretary Thornbury expressed her deep sympathy and conveyed condolences." <<-END
	condole $A - expressed her deep sympathy
	condole $A - conveyed condolences
	END
	told "The two exchanged views on cyber." <<-END
	discuss $A,$B - exchanged views
	END
	told "Minister Lindgren extended an invitation to Secretary Thornbury." <<-END
	invite $B $A extended an invitation
	END
	told "Minister Lindgren expressed regret." </dev/null
}

@test "whom it is addressed to" {
	told "Secretary Thornbury thanked Sweden for its support." <<-END
	thank $A SE thanked
	END
	told "Secretary Thornbury welcomed Sweden's efforts." <<-END
	praise $A - welcomed
	END
	told "Secretary Thornbury welcomed Minister Lindgren to Washington." <<-END
	host $A $B welcomed
	END
	told "Minister Lindgren thanked her for the visit and briefed her on the talks." <<-END
	thank $B $A thanked
	inform $B $A briefed
	END
	told "Secretary Thornbury discussed with Minister Lindgren the way ahead." <<-END
	discuss $A $B discussed
	END
}

@test "a government acts" {
	told "The United States condemned the coup." <<-END
	condemn US - condemned
	END
	told "NATO and Sweden agreed on the next steps." <<-END
	agree NATO,SE - agreed on
	END
}

@test "who cannot be told is nobody" {
	told "Participants discussed gun violence." <<-END
	discuss - - discussed
	END
	told "It was noted that trade had grown." <<-END
	note - - noted
	END
}

@test "the passive says by whom" {
	told "Minister Lindgren was briefed by Secretary Thornbury." <<-END
	inform $A $B briefed
	END
	told "The plan was welcomed by the Secretary. The bridge was praised by visitors." <<-END
	praise $A - welcomed
	END
}

@test "what is done by somebody, to a government, by it" {
	told "The meeting was chaired by Minister Jane Roe." <<-END
	meet jane-roe - chaired
	END
	told "The Secretary encouraged the Swedish government to join. The Swedish Government explained its position." <<-END
	urge $A SE encouraged
	inform SE - explained
	END
	told "The Secretary met with members of the Senate and praised Sweden's leadership of NATO." <<-END
	meet $A senate met
	praise $A - praised
	END
	told "Secretary Thornbury and Minister Jane Roe met with officials from NATO. They discussed trade." <<-END
	meet $A,jane-roe NATO met
	discuss $A,jane-roe,NATO - discussed
	END
	told "Swedish Government officials discussed trade, with Minister Lindgren noting progress." <<-END
	discuss SE - discussed
	note $B - noting
	END
	told "The Swedish Government welcomed the visit. It acknowledged the plan." <<-END
	praise SE - welcomed
	note SE - acknowledged
	END
	told "The head of mission, Mr. Carl Sandberg, had discussions in May." <<-END
	discuss carl-sandberg - had discussions
	END
	told "This meeting underscores the alliance. The talks were held in a warm atmosphere." <<-END
	emphasize - - underscores
	END
}

@test "welcoming people is hosting, numbers of paragraphs are no subject" {
	told "The Secretary welcomed state leaders from 34 states and welcomed the plans from Chile." <<-END
	host $A - welcomed
	praise $A - welcomed
	END
	told "10 Sweden will host the next talks." <<-END
	host SE - host
	END
}

@test "he is who did anything before" {
	told "Secretary Thornbury condemned the attack. Minister Lindgren showed her the harbour. He thanked her." <<-END
	condemn $A - condemned
	thank $B $A thanked
	END
	told "The Ministers present will be hers. The Ministers, noting the attack, exchanged best wishes." <<-END
	note $A,$B - noting
	hope $A,$B - exchanged best wishes
	END
}

@test "what somebody is welcomed for is told, too" {
	told "The Secretary welcomed Minister Lindgren to Boston to reaffirm the alliance and welcomed the plan to support Peru." <<-END
	host $A $B welcomed
	affirm $A - reaffirm
	praise $A - welcomed
	END
}

@test "a negated act is an act" {
	told "Minister Lindgren did not reject the offer." <<-END
	reject $B - reject not
	END
}

@test "items of a list are their list's subject's" {
	told "The Ministers agreed on the next steps:

- Reaffirmed the alliance
- Discussed trade" <<-END
	agree $A,$B - agreed on
	affirm $A,$B - Reaffirmed
	discuss $A,$B - Discussed
	END
}

@test "the span runs to the end of the clause, lists inside" {
	read_text "They reaffirmed the alliance, NATO, and the treaty, and agreed to meet again."
	awk -F '\t' '$6 == "act" && $2 > 2 { print $9 }' "$records" >"$BATS_TEST_TMPDIR/spans"
	same - "$BATS_TEST_TMPDIR/spans" <<-END
	reaffirmed the alliance, NATO, and the treaty
	agreed to meet again
	END
}

@test "a user's verb is as good as a built-in one" {
	printf 'act\tpraise\tcameo=05;form=past;to=object\tfeted\n' >"$BATS_TEST_TMPDIR/g"
	read_text "Secretary Thornbury feted Minister Lindgren."
	readout-split "$BATS_TEST_TMPDIR/r.txt" | readout-entities -g "$BATS_TEST_TMPDIR/g" |
		grep "${TAB}praise${TAB}by=$A;to=$B;verb=feted;cameo=05"
}

@test "a bracket with nothing before it ends no phrase" {
	told "(EU) of Japan welcomed the visit." <<-END
	praise JP - welcomed
	END
}

@test "topics: the longest phrase, of one subject" {
	read_text "They discussed integrated air and missile defense and human rights."
	awk -F '\t' '$6 == "topic" { print $7, $9 }' "$records" | grep -q '^missile-defense '
	awk -F '\t' '$6 == "topic" { print $7, $9 }' "$records" | grep -qx 'human-rights human rights'
}

@test "abbreviations: the long form on either side of the bracket" {
	read_text "They reviewed intelligence, surveillance, and reconnaissance (ISR) and the
MoU (memorandum of understanding), and met (again) in the Hague (in May)."
	awk -F '\t' '$6 == "abbrev" { print $7 ": " $9 }' "$records" >"$BATS_TEST_TMPDIR/abbrev"
	same - "$BATS_TEST_TMPDIR/abbrev" <<-END
	ISR: intelligence, surveillance, and reconnaissance
	MoU: memorandum of understanding
	END
}

@test "what was done before, what is given with, what somebody is committed to, talks completed" {
	told 'Having reviewed the situation, they noted that trade grows.' <<-END
	discuss $A,$B - reviewed
	note $A,$B - noted
	END
	told 'The Secretary provided the Minister with her ideas on trade.' <<-END
	inform $A $B provided the Minister with her ideas
	END
	told 'Sweden is committed to raising its exports.' <<-END
	commit SE - is committed to
	END
	told 'They completed their discussions and expressed their pleasure at the welcome.' <<-END
	discuss $A,$B - completed their discussions
	praise $A,$B - expressed their pleasure
	END
	told 'They discussed risks, and shared best practices for elections.' <<-END
	discuss $A,$B - discussed
	inform $A,$B - shared best practices
	END
	told 'The Minister will undertake a two day visit to Norway.' <<-END
	visit $B NO undertake a two day visit
	END
	told 'The group discussed “recovery and rebuilding.”' <<-END
	discuss $A,$B - discussed
	END
}

@test "a sentence without end takes no time without end" {
	{
		printf 'x\t1\t1\t0\t9\tsent\t-\t-\t'
		yes 'to discuss and reaffirm they met with him' | head -20000 | tr '\n' ' '
		echo
	} >"$BATS_TEST_TMPDIR/long"
	try_in "$BATS_TEST_TMPDIR/long" timeout 20 readout-entities
	ended 0
}

@test "gold: acts, their doers and whom they are addressed to" {
	need python3
	need_shared gold/score-acts
	need_shared gold/dev
	pipeline "$SHARED"/gold/dev/*.md "$SHARED"/gold/dev/*.txt >"$BATS_TEST_TMPDIR/records"
	python3 "$SHARED/gold/score-acts" "$SHARED/gold/dev" "$BATS_TEST_TMPDIR/records" >"$BATS_TEST_TMPDIR/score"
	cat "$BATS_TEST_TMPDIR/score"
	awk '$1 == "act" { act = $8 } $1 == "by" { by = $4 } $1 == "to" { to = $4 }
		END { exit !(act >= 0.93 && by >= 0.93 && to >= 0.9) }' "$BATS_TEST_TMPDIR/score"
}
