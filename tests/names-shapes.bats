#!/usr/bin/env bats
# Organisations, places, events, instruments, dates and amounts by their shape. Each
# line of a table is a sentence with its names marked as they must be found:
# [kind|name], with the key where it is not the name's own: [kind:key|name]. All
# bodies, meetings and agreements are invented, or so widely known that they are nobody's.

load helper

@test "heads with modifiers before and complements behind" {
	marks org,event,instrument <<-'E'
	She chairs the [org|Lower Tisza Water Commission].
	He thanked the [org|Ministry of Forests, Rivers, and Rural Roads] for its help.
	They wrote to the [org|Centers for Medicare and Medicaid Services] again.
	The [org|National Association of Lighthouse Keepers] was there.
	They joined the [instrument|Framework Agreement on River Traffic and Harbour Dues].
	Both signed the [instrument|Declaration on Deep-Sea Cables].
	They spoke of the [instrument|Ruritania-Freedonia Free Trade Agreement].
	He recalled the [instrument|Respect for Rivers Act] and its aims.
	They met the [org|Office of the Surveyor General] on the way.
	[org|School of Law] and its teachers came too.
	The [org|Joint Steering Group for Harbour Works] met.
	They welcomed the [instrument|Guidelines for Naval Cooperation in the Black Sea].
	E
}

@test "events: summits, numbered meetings, anniversaries, storms, exercises" {
	marks event <<-'E'
	It was agreed at the [event|Zembla Leaders’ Summit].
	They prepared the [event|Zembla summit] together.
	They took part in the [event|17th Ruritania-Freedonia Summit] yesterday.
	They met at the [event|Zenda and Strelsau Summits] before.
	He attended the [event|12th Ruritania-Freedonia Joint Commission Meeting] there.
	They marked the [event|30th anniversary] of signing it.
	They marked the [event|30th anniversary of diplomatic relations] with joy.
	They marked the [event|60th anniversary of the Strelsau Convention] too.
	They marked the [event|50th anniversary of Zorbixia] too.
	[event|Hurricane Wilhelmina] has hit the coast.
	The ships of [event|Exercise Northern Lantern] came home.
	It was the [event|Fourth Zembla Conference on Oceans].
	It opened [event|National Lighthouse Week] with a speech.
	The bureau held its meeting with the two leaders.
	E
}

@test "what a building, a school or a body is told by the word before its head" {
	marks org,place,event,instrument <<-'E'
	They met at the [place|Zembla International Convention Centre].
	They met at the [place|Strelsau Visitor Center] and the [place|Zenda Conference Center].
	They visited [place|Zembla Elementary School] and [place|Strelsau High School].
	They met the [org|National Conference of Zemblan Mayors].
	They spoke of the [org|Strelsau School District] and the [org|Zenda Community College District].
	They joined the [instrument|Ruritania Free Trade Area].
	They joined the [instrument|Zembla Port Training Program].
	They greeted the [org|7th Fleet] and the Board of Directors.
	They held the [event|Strategic Dialogue on Biological Security].
	They took part in [event|Exercise Pitch Black 2024].
	They cited [instrument|Resolution 2231 (2015)] and the [instrument|Harbour Plan for 2024-2026].
	They spoke of the Emergency Declaration and the [instrument|Harbour Emergency Declaration].
	They welcomed the Zembla Strategic Partnership.
	E
}

@test "instruments: resolutions, articles, orders, cases, acts of a year" {
	marks instrument <<-'E'
	They cited [instrument|UN Security Council resolution 2231 (2015)] again.
	They cited [instrument|Resolution 1701] too.
	He invoked [instrument|Article 5] there.
	She signed [instrument|Executive Order 14999] then.
	She signed the [instrument|Executive Order on Keeping Lighthouses Lit] then.
	She signed the [instrument|Executive Order Protecting Access to Harbour Services] then.
	He praised [instrument|Miller v. Board of Harbours] in court.
	He praised the [instrument|Lighthouse Relief Act of 2018] in court.
	They kept to the [instrument|Zenda agreements] in full.
	E
}

@test "acronyms in brackets, also plural and with small letters" {
	marks org,instrument <<-'E'
	The [org|Baltic Lantern Forum Secretariat] ([org|BLFS]) met.
	The [org|Harbour Mobility Offices] ([org|HMOs]) are open.
	The [instrument|Keeping Lighthouses Open] ([instrument|KLO]) Act has passed.
	They await answers to a Request for Information (RFI) about it.
	E
}

@test "places by their heads" {
	marks place <<-'E'
	They sailed to [place|Zembla Bay] and [place|Fort Hentzau] from there.
	They toured the [place|Wittelsbach Bridge] and the [place|Hohenlinden Training Area].
	They met at [place|Camp Zubrowka] and at the [place|Port of Nebelsbad].
	E
}

@test "organisations at the end of a list's items and behind titles" {
	marks org <<-'E'
	She is the CEO of [org|Zubrowka] and lives well.
	E
	printf 'Participants included:\n\n• Anna Miller, Executive Director, Lanterns for All\n• Peter Jones, Harbour Lights Project\n• Mary Smith, Activist\n' |
		readout-split | readout-entities -k org | awk -F "$TAB" '$6 == "org" { print $9 }' >"$BATS_TEST_TMPDIR/got"
	printf 'Lanterns for All\nHarbour Lights Project\n' | diff -u - "$BATS_TEST_TMPDIR/got"
}

@test "dates: days, months, years" {
	marks date <<-'E'
	They met on [date:2020-07-02|2 July 2020] in Oslo.
	They met on [date:2020-06-28|28 June] in Oslo.
	They met on [date:2020-07-02|July 2nd, 2020] in Oslo.
	They met on [date:2020-05-05|5th of May] in Oslo.
	They met on [date:2019-03-31|31 march 2019] in Oslo.
	They met on [date:2020-07-02|02.07.2020] [14:47] in Oslo.
	They met on [date:2020-07-01|2020-07-01] in Oslo.
	They met on [date:2019-08-16|16/8/2019] in Oslo.
	They met on [date:2020-07-03|03/07/2020] in Oslo.
	They met on [date:2020-07-02|02-Jul-2020] in Oslo.
	They met on [date:2019-08-29|29 August 2019 10:04:01 UTC] in Oslo.
	They met on [date:2020-07-02|Thursday, 2 July 2020] in Oslo.
	They met from [date:2020-06-10|10-12 June] in Oslo.
	They met from [date:2020-03-27|27 March to 13 April] in Oslo.
	They met from [date:2020-06-30|June 30–July 1] in Oslo.
	They met on [date:2020-06-04|June 4] and [date:2020-06-05|5, 2020] in Oslo.
	They met on [date:2019-01-11|January 11] and [date:2019-11-26|November 26, 2019] in Oslo.
	They met in [date:2020-05|May] and it may rain.
	They met in [date:2019|2019] with 2000 people in Oslo.
	They met in [date:2019|2019/20] and in [date:2018|2018-2019] in Oslo.
	E
}

@test "dates told from the published one, and periods" {
	marks date <<-'E'
	They met [date:2020-07-03|today], [date:2020-07-02|yesterday evening] and [date:2020-07-01|Wednesday].
	They will meet [date:2020-07-06|Monday] and [date:2020-07-10|next Friday] in Oslo.
	They met [date:2020-W26|last week], [date:2020-06|last month] and [date:2019|last year] in Oslo.
	They met [date:2020-06-27|this past weekend] and [date:2019-12|this past December] in Oslo.
	They rested over the [date:2020-06-27|weekend] there.
	They met [date:2018|two years ago], [date:2020-06-23|ten days ago] and [date:2020-W24|3 weeks ago] there.
	They plan for [date:2024|fiscal year 2024], [date:2025|FY25] and [date:2021-SU|summer 2021] there.
	They grew in the [date:2019-Q1|first three quarters of 2019] and in [date:2019-Q3|Q3 2019] there.
	They spoke of the coming months, and of more than twenty years ago.
	E
}

@test "amounts: signs, codes, names, scales, ranges" {
	marks money <<-'E'
	It costs [money:USD 1200000000|$1.2 billion], [money:USD 5000000|$5-10 million] or [money:USD 100000000|$100 to $200 million] there.
	It costs [money:EUR 2500000000|EUR 2.5bn], [money:EUR 3500000|€3.5 million] or [money:EUR 50000000|50 million euros] there.
	It costs [money:GBP 20000000|£20m], [money:JPY 300000000000|¥300 billion] or [money:JPY 2000000000000|2 trillion yen] there.
	It costs [money:INR 5000000000|Rs 500 crore], [money:NOK 200000000|NOK 200 million] or [money:RUB 3000|3,000 rubles] there.
	It costs [money:USD 100000000|100 million U.S. dollars], [money:CAD 1500000000|1.5 billion Canadian dollars] or [money:USD 5000000|five million dollars] there.
	It costs [money:AUD 50000000|A$50 million], [money:AUD 50000000|$A50 million], [money:NZD 10000000|NZ$10 million] or [money:USD 100000000|USD100 million] there.
	In 2019 they won 5 pounds of gold and 2020 won.
	E
}

@test "where a name begins: joined figures, small links up to an act, owners outside" {
	marks org,event,instrument <<-'E'
	The [event|Global COVID-19 Harbour Summit] and the [event|Norway-Ghana 2+2 Dialogue] are held in Oslo.
	She praised the [instrument|Millers and Bakers Act] and the [instrument|Bring It Home Act].
	They joined the [instrument|Clean Water in Schools Challenge] and the [instrument|Safety of Harbours Agreement].
	The [event|Norway – Africa Lighthouse Summit] and [event|Lighthouse Keeper's Day] are near.
	He attended the [event|G20 Finance Ministers and Central Bank Governors Meeting] in Lagos.
	They spoke of the [instrument|New Agenda for Rivers].
	She thanked Senator Bill Roe for the [instrument|Harbour Repair Bill].
	E
}

@test "where a name ends: years, numbers, places of a conflict, not before a noun" {
	marks org,event,instrument <<-'E'
	They adopted the [instrument|Programme of Cooperation for 2024-2026] and the [instrument|Port Aid Agreement of 1976].
	They visited [event|World Lighthouse Expo 2030] and the [event|Third Session of the Tisza River Commission].
	They backed the [instrument|Agreement on the Resolution of the Conflict in South Sudan].
	They recalled [instrument|Security Council Resolution 2334 (2016)].
	They praised the [instrument|Declaration on the Establishment of a River Observatory].
	They praised the [instrument|Harbour Repair Plan] for Ukrainian refugees.
	They marked the [event|50th anniversary of the establishment of diplomatic relations] and the [event|5th anniversary of Hurricane Ida].
	The river board began [event|Operation Safe Crossing].
	E
}

@test "headlines: observances and acts of common words are names too" {
	printf '%s\n\n%s\n' "Readout of Call on Lighthouse Awareness Month and the Clean Harbours Act" "They met in the harbour and spoke of many things." |
		readout-split | readout-entities -k event,instrument | awk -F'\t' '$6 == "event" || $6 == "instrument" { print $6, $9 }' |
		same - <(printf '%s\n' "event Lighthouse Awareness Month" "instrument Clean Harbours Act")
}

@test "amounts: signs of more dollars, drawing rights, and whose a bare dollar is" {
	marks money <<-'M'
	They gave [money:CAD 5000000|CA$5 million], [money:AUD 3000000|AU$3 million] and [money:XDR 5000000|SDR 5 million].
	They gave [money:USD 5000000|$5 million] at once.
	M
	printf '%s\n\n%s\n' "URL: https://www.pm.gov.au/media/1" "They gave \$5 million and US\$3 million at once." | readout-split |
		readout-entities -k money | awk -F'\t' '$6 == "money" { print $7 }' |
		same - <(printf '%s\n' "AUD 5000000" "USD 3000000")
}

@test "names told from their neighbours: persons, halves of pairs, states" {
	marks org,country,place,person <<-'M'
	He met [person|Rowan Aldous] and [org|Lebanese Armed Forces] officers.
	They spoke of [country:KP|North] and [country:KR|South Korea].
	Fires hit [place|California], [place|Oregon], and [place|Georgia].
	She met [org|European Union] Special Envoy [person|Rowan Aldous].
	The [org|Emma Administration] agreed.
	M
}

@test "ranks, chains, lists of words: inside a name; titles, owners, other names: outside" {
	marks org,event,instrument <<-'M'
	They backed the [instrument|Major Industries Plan] and a [instrument|Rudder Materiel and Repair Agreement].
	They joined the [event|Norway – Ghana – Chile River Dialogue] and the [event|Trade, Health and Energy Conference].
	They praised the [instrument|Shelter and Services Program] and the [event|40th Anniversary Summit].
	They agreed to the [instrument|Executive Order on Promoting Access to Training] and to the [instrument|Clean Harbours Act of 2019].
	She chairs the [org|Lee County School District] and the [instrument|Port of Oslo Training Program].
	They back the [instrument|General Safety of River Transport Agreement] and the [instrument|Norway-Ghana Major Industries Plan].
	They made a [instrument|Declaration for a New Norway-Ghana Partnership] at the [event|2nd Shangri-La Dialogue].
	They praised the [instrument|Harbour Plan on Promoting Competition in the Norwegian Economy].
	They praised the [instrument|Harbour Strategy for Protecting Crowded Places from Terrorism] and the [instrument|River Partnership 2017-2020].
	They made a [instrument|Memorandum of Understanding on AI Safety] and the [org|Ministry of River Trade and Harbour Safety].
	They held the [event|Norway-Ghana River Policy Coordination Talks] under a [instrument|Presidential Memorandum Banning Lead in Harbour Paint].
	They signed a [instrument|Letter of Intent on Cooperation in Space] and a letter of thanks.
	M
}

@test "what follows a head: verbs of a summit's aim, whither a strategy goes, not a second small head" {
	marks org,event,instrument <<-'M'
	They joined the [event|Summit to End Hunger].
	They joined the [instrument|Build the Future Initiative].
	They read the [instrument|Norwegian Strategy Toward Southern Africa] and the [instrument|River Compliance Act] agreement.
	He attended the [event|G20 Finance Ministers and Central Bank Governors' Meeting] and spoke of [instrument|Pillar Two].
	M
}

@test "owners outside, words of a ministry that are only words, links and lists inside" {
	marks org,event,instrument,country <<-'M'
	He leads the [org|Department of Justice]'s [org|Office of Harbour Affairs] now.
	They praised the [org|Department of Health and Human Services]’ [instrument|Language Access Plan] and more.
	They met the [org|Tisza Environmental Justice Alliance] and spoke of Environmental Justice and Labor Relations.
	They wrote to the [org|New Jersey Lighthouse Alliance] and the [event|Student Skippers and Anglers Forum].
	They joined the [instrument|Million Women in Construction Pledge] in Oslo.
	He read the [instrument|Presidential Memorandum Combating Piracy and Intolerance Against Lighthouse Keepers] again.
	The [org|Joint Steering Group for Chile's Harbour Program] met.
	He asked the [org|Attorney General's Office] and the [org|Strelsau National Lab] for help.
	They spoke of the [instrument|Harbour Navigator program], the [country:NO|Norwegian] Harbour plan and the [org|IMF] program.
	He toured the [org|Zenda Public Schools] under the [instrument|Zenda Electrification Project].
	M
}

@test "papers of two sides, what an event is about, small words behind what the tables know" {
	marks event,instrument,org <<-'M'
	They held the [event|Norway-Ghana Ministerial Meeting] on the [instrument|Harbour Pilots Agreement] in Oslo.
	They spoke of the [instrument|Power Africa] initiative and the Board of Directors.
	M
	printf '%s\n\n%s\n' "Joint Press Statement on the Visit of the Norwegian Minister" "They met in the harbour and spoke of many things." |
		readout-split | readout-entities -k instrument | awk -F'\t' '$6 == "instrument" { print $9 }' |
		same - <(printf '%s\n' "Joint Press Statement")
}

@test "parties of a treaty, works, rivers of a country, two ministries, programmes with acronyms" {
	marks event,instrument,org,place <<-'M'
	They spoke of the [instrument|Agreement between the Government of Norway and the member states of ASEAN] again.
	They toured the [place|Harbour Waste Management Facility], the [place|Zenda Waste-to-Energy Plant] and the [place|Ghana River].
	The [org|Departments of the Treasury and State] met the [org|Department of Environment, Parks and Recreation].
	They kept the [instrument|Norwegian Harbour Aviation Policy] ([instrument|HAP]) of the [org|Departments of State and the Treasury].
	They met at the [event|Brisbane CHOGM] and the [event|Hague NATO Summit] and the [event|4th CHOGM] ([event|5th CHOGM]).
	The [instrument|Youth for Harbour Lighting] ([instrument|YHL]) programme began.
	The “[instrument|Luces del Umbral]” ([instrument|LDU]) program began.
	M
}

@test "words with a small half, articles, parties that are ministries, two treaties" {
	marks event,instrument <<-'M'
	They signed a [instrument|Memorandum of Understanding between the Ministry of Rivers of Norway and the Ministry of Ports of Chile on Harbour Safety].
	They held the [event|Norway-Chile High-level Harbour Dialogue] and spoke of the council-led [instrument|River Charter].
	They kept the [instrument|Treaty of Lights in Southeast Asia] and the [instrument|Code of Conduct] there.
	They read the [instrument|Zenda Declaration for a Clean River] and [instrument|General Assembly resolution 76/300].
	M
}

@test "consulates, missions to two states, years of plans, anniversaries within a war, companies" {
	marks event,instrument,org <<-'M'
	They opened the [org|Consulate General of Norway] and praised the [org|River Assistance Mission to Chile and Peru].
	They adopted the [instrument|Plan of Action 2023-2027] and the [instrument|Vision Statement on Closer Harbour Partnership].
	They marked the [event|80th anniversary of Victory in the Great Patriotic War] and the [event|Days of Norwegian Cinema].
	They thanked [org|Strelsau Aerospace] and [org|Hentzau Pharmaceuticals] at the 2nd meeting of the board.
	M
}

@test "headlines of other publishers; years behind treaties; another thing behind and the" {
	marks instrument <<-'M'
	They kept the [instrument|Vienna Convention on Diplomatic Relations of 1961] and the [instrument|Framework on Harbour Taxes] and the Two-Pillar Harbour Answer.
	They spoke of the [instrument|Norway-Chile Free Trade Area] arrangements.
	M
	printf '%s\n\n%s\n\n' "Foreign Ministers Sign Joint Declaration on Combating Piracy" "They met in the harbour and spoke of many things." |
		readout-split | readout-entities -k instrument,event | awk -F'\t' '$6 == "instrument" || $6 == "event" { print $9 }' |
		same - <(printf '%s\n' "Joint Declaration on Combating Piracy")
	printf '%s\n\n%s\n\n' "Norway-Chile Joint Commission Meeting Held in Oslo" "They met in the harbour and spoke of many things." |
		readout-split | readout-entities -k instrument,event | awk -F'\t' '$6 == "instrument" || $6 == "event" { print $9 }' |
		same - <(printf '%s\n' "Norway-Chile Joint Commission Meeting")
}

@test "a name with an acronym in its midst: its host's event, a body of the tables" {
	marks event,instrument,org <<-'M'
	They met at the [event|Association of Southeast Asian Nations (ASEAN) Summit] and the [event|Pacific Islands Forum (PIF) Leaders Meeting].
	They spoke at the [event|Asia-Pacific Economic Cooperation (APEC) Virtual Leaders' Retreat] in the harbour.
	They thanked the [org|United Nations (UN) Security Council] and the [org|Zenda Harbour Board] ([org|ZHB]) meeting.
	They held the [event|Zenda Harbour Alliance (ZHA) summit] and an [org|International Monetary Fund] ([org|IMF]) meeting.
	M
	printf '%s\n\n%s\n' "Readout" "They thanked the United Nations (UN) Security Council again." |
		readout-split | readout-entities -k org | awk -F'\t' '$6 == "org" { print $7, $9 }' |
		same - <(printf '%s\n' "UNSC United Nations (UN) Security Council")
}

@test "bills by number, bishops, teams that are sent, companies in court, parties behind a subject" {
	marks event,instrument,org,place,country <<-'M'
	They spoke of [instrument|SB 12], [instrument|HB 7] and [instrument|H.R. 4321].
	He thanked the [org|Chilean Episcopal Conference] and the [org|Incident Management Assistance Team] to [place|Bergen].
	They read [instrument|Strelsau Foundries, Inc. v. Hentzau] twice.
	They signed the [instrument|Agreement on Harbour Safety between Norway and Chile] again.
	They met at the [event|2016 NATO Leader's Summit] and on [event|ASEAN Harbour Day].
	They recalled the [event|second World War] with the [org|Ministry of Harbours and Petroleum].
	M
}

@test "sorts of schools are no bodies; companies of the exchanges" {
	marks org,person <<-'M'
	Leaders of Historically Black Colleges and Universities (HBCUs) and Minority-Serving Institutions came.
	Those from [org|Hannon Armstrong], [org|C.H. Robinson], [org|Vail Resorts] and [org|Holcim] joined.
	M
}

@test "words with an acronym that are no thing in particular; sorts of bodies in headlines" {
	marks event,instrument,org <<-'M'
	They spoke of Shared Ocean Awareness (SOA), of Small Modular Reactors (SMRs) and of Maritime Domain Awareness (MDA).
	The [org|Pilot Safety Evasion] ([org|PSE]) Task Force met the [org|Norwegian Chancellery] and [org|Boeing], and [org|Airbus] and [org|Vietnam Airlines].
	He spoke at the [event|Strelsau National Convention] for Afro-Latino pilots and read the [instrument|Harbour Convention].
	He thanked Chilean Civil Society.
	M
	printf '%s\n\n%s\n' "Readout of Meeting with Harbour Rights Organizations" "They met in the harbour and spoke of many things." |
		readout-split | readout-entities -k org | awk -F'\t' '$6 == "org" { print $9 }' | same - /dev/null
}

@test "ordinal rounds, a vision of two states, what a treaty between two is for" {
	marks event,instrument,org <<-'M'
	They held the 12th round of the [event|India-Norway Foreign Office Consultations] and the [event|Doha round] of talks.
	They welcomed the [instrument|Norway-Chile Vision 2040] and [instrument|Vision 2050].
	They signed the [instrument|Convention between Norway and Chile for the Elimination of Harbour Fees] there.
	They spoke of the [instrument|PALM scheme] on the [event|National Day for Truth and Reconciliation].
	M
}
