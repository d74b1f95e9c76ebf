#!/usr/bin/env bats
# Persons, titles and whom they mean. Each text is marked as it must be found:
# [kind:key|name], where a title's key names the persons meant, or is "-". All
# officials are invented.

load helper

# persons < TEXT: finds persons and roles in the text, with their keys, and compares.
persons() {
	marks person,role person,role
}

@test "titles and the persons they mean: two presidents, a vice president" {
	persons <<-'E'
	[role:amara-okonkwo|Vice President] [person:amara-okonkwo|Amara Okonkwo] met today with [role:toomas-ilves|President] [person:toomas-ilves|Toomas Ilves] of Estonia.
	The [role:amara-okonkwo|Vice President] thanked the [role:toomas-ilves|President].
	The two [role:amara-okonkwo,toomas-ilves|leaders] agreed.
	The [role:amara-okonkwo|Vice President]'s counterpart, Estonian [role:kaja-tamm|Prime Minister] [person:kaja-tamm|Kaja Tamm], joined.
	The Estonian [role:toomas-ilves|President] thanked her.
	The [role:kaja-tamm|Prime Minister] hosted a dinner.
	E
}

@test "who is meant by a country beside the title" {
	persons <<-'E'
	[role:ingrid-halvorsen|President] [person:ingrid-halvorsen|Ingrid Halvorsen] of Norway met with [role:chidi-okafor|President] [person:chidi-okafor|Chidi Okafor] of Nigeria today.
	The [role:ingrid-halvorsen,chidi-okafor|Presidents] reviewed trade.
	[role:ingrid-halvorsen|President] [person:ingrid-halvorsen|Halvorsen] said that the Nigerian [role:chidi-okafor|leader] was a friend.
	[role:chidi-okafor|President] [person:chidi-okafor|Okafor] said that his Norwegian [role:ingrid-halvorsen|counterpart] would visit.
	The [role:chidi-okafor|President] of Nigeria thanked the [role:ingrid-halvorsen|President] of Norway.
	E
}

@test "an own side that has no name" {
	persons <<-'E'
	The [role:-|Prime Minister] spoke to the [role:astrid-lindqvist|Prime Minister] of Sweden, [person:astrid-lindqvist|Astrid Lindqvist], this morning.
	The [role:-|Prime Minister] began by thanking [role:astrid-lindqvist|Prime Minister] [person:astrid-lindqvist|Lindqvist].
	The Swedish [role:astrid-lindqvist|Prime Minister] updated him on the ferry.
	Both [role:astrid-lindqvist|Prime Ministers] agreed.
	E
}

@test "an own side that has no name, and a colleague who is named further on" {
	{
		printf '%s\n' --- "source_url: https://www.pm.gov.au/releases/1" --- "" \
			"The Prime Minister spoke about trade." "" \
			"The Japanese Prime Minister, Ms Sanae Okudaira, had agreed." "" \
			"The Prime Minister will return today."
	} | readout-split | readout-entities -k role | awk -F "$TAB" '$6 == "role" { print $7 }' |
		same - <(printf '%s\n' - sanae-okudaira -)
}

@test "who is a majesty, a highness, a leader; so many ministers" {
	persons <<-'E'
	[role:faris-ii|King] [person:faris-ii|Faris II] and [role:lina-al-faris|Crown Princess] [person:lina-al-faris|Lina Al Faris] met [role:elsa-lindqvist|Prime Minister] [person:elsa-lindqvist|Elsa Lindqvist] of Sweden.
	[role:faris-ii|His Majesty] and [role:lina-al-faris|Her Royal Highness] thanked the Swedish [role:elsa-lindqvist|leader].
	The [role:elsa-lindqvist|head of government] left with eleven [role:-|Ministers].
	E
}

@test "an office that the tables know for other years is not held" {
	printf 'person\tada-thornbury\tcountry=AU;role=Prime Minister;from=2031;to=2034;family=Thornbury\tAda Thornbury\n' \
		>"$BATS_TEST_TMPDIR/table"
	for year in 2026 2032; do
		printf '%s\n' "The Prime Minister spoke about trade." "" "Ada Thornbury agreed." |
			readout-split | readout-entities -d "$year-01-01" -g "$BATS_TEST_TMPDIR/table" -k role |
			awk -F "$TAB" '$6 == "role" { print $7 }'
	done | same - <(printf '%s\n' - ada-thornbury)
}

@test "a surname alone is whose row under that name was given last" {
	for country in NO SE; do
		printf 'person\tada-thornbury\tcountry=%s;role=Premier;from=2020;family=Thornbury\tAda Thornbury\n' $country \
			>"$BATS_TEST_TMPDIR/$country"
		set -- "$@" -g "$BATS_TEST_TMPDIR/$country"
	done
	sed -i.bak s/ada-thornbury/ada-the-second/ "$BATS_TEST_TMPDIR/SE"
	echo "Premier Thornbury left." | readout-split | readout-entities -d 2026-01-01 "$@" -k person |
		grep -q "${TAB}ada-the-second${TAB}.*country=SE" || fail
}

@test "an own side that has no name, and a guest who bears its title, too" {
	persons <<-'E'
	The [role:-|Prime Minister] met His Royal Highness [role:turki-bin-nasser|Crown Prince] [person:turki-bin-nasser|Turki bin Nasser] in London.
	The [role:-|Prime Minister] thanked the [role:turki-bin-nasser|Crown Prince] for his hospitality.
	Both [role:turki-bin-nasser|leaders] agreed on closer cooperation.
	E
}

@test "secretaries, ministers, and a general who is one of them" {
	persons <<-'E'
	[role:helen-marlowe|Secretary of Defense] [person:helen-marlowe|Helen Marlowe] spoke with Mexican [role:ricardo-ibarra-montes|Secretary of National Defense] [role:ricardo-ibarra-montes|General] [person:ricardo-ibarra-montes|Ricardo Ibarra Montes].
	The [role:helen-marlowe|Secretary] thanked [role:ricardo-ibarra-montes|General] [person:ricardo-ibarra-montes|Ibarra].
	The two [role:helen-marlowe,ricardo-ibarra-montes|secretaries] discussed smuggling.
	The Mexican [role:ricardo-ibarra-montes|Secretary] welcomed the [role:helen-marlowe|Secretary].
	E
}

@test "surnames in capitals, before or behind" {
	persons <<-'E'
	Ms. [person:shibata-reiko|SHIBATA Reiko], [role:shibata-reiko|Minister for Foreign Affairs] of Japan, received H.E. Mr. [person:cho-min-jun|CHO Min-jun], [role:cho-min-jun|Minister of Foreign Affairs] of the Republic of Korea.
	[role:shibata-reiko|Minister] [person:shibata-reiko|Shibata] thanked [role:cho-min-jun|Minister] [person:cho-min-jun|Cho].
	[role:horie-iwao|State Minister for Foreign Affairs] [person:horie-iwao|HORIE Iwao] and Mr. [person:endo-takeshi|ENDO Takeshi], [role:endo-takeshi|Director-General], attended.
	E
}

@test "ranks, nicknames, brackets, honours behind the name" {
	persons <<-'E'
	[role:daryl-whitfield|Chief of Naval Operations] [role:daryl-whitfield|Adm.] [person:daryl-whitfield|Daryl Whitfield] met [role:vinod-khurana|Lieutenant General] (retd) [person:vinod-khurana|Vinod Khurana] and [person:michael-buck-rourke|Michael "Buck" Rourke], [role:michael-buck-rourke|commander] of Task Force 12.
	[role:tomasz-lis|Brigadier-General] [person:tomasz-lis|Tomasz Lis], [role:yusuf-demir|Col. Gen.] [person:yusuf-demir|Yusuf Demir] and [role:jane-public|Rear Adm.] (Dr.) [person:jane-public|Jane Q. Public] were there.
	[role:peter-court|Admiral] Sir [person:peter-court|Peter Court] and the Rt Hon [person:ann-brown|Ann Brown] [role:ann-brown|MP] attended.
	E
}

@test "fathers and sons, kings and their kin" {
	persons <<-'E'
	HM [role:faris-ii|King] [person:faris-ii|Faris II] received Sheikh [person:hamdan-bin-rashid-bin-omar-al-murr|Hamdan bin Rashid bin Omar Al Murr], and HRH [role:al-rashid-bin-faris|Crown Prince] [person:al-rashid-bin-faris|Al Rashid bin Faris II].
	[role:faris-ii|His Majesty] thanked the [role:al-rashid-bin-faris|Crown Prince].
	Sheikh [person:rashid-bin-omar-al-murr|Rashid bin Omar Al Murr] sent greetings to [role:lina-al-faris|Queen] [person:lina-al-faris|Lina Al Faris].
	E
}

@test "appositions that claim the name behind or the name before" {
	persons <<-'E'
	Today, the [role:mark-tremblay|Prime Minister], [person:mark-tremblay|Mark Tremblay], spoke with the [role:ulla-von-der-heyde|President] of the European Commission, [person:ulla-von-der-heyde|Ulla von der Heyde], the [role:antonio-brito|President] of the European Council, [person:antonio-brito|Antonio Brito], and the [role:mette-falk|Prime Minister] of Denmark, [person:mette-falk|Mette Falk].
	The [role:ana-sa|Minister of Finance], Mrs. [person:ana-sa|Ana Sá], met [person:jens-roe|Jens Roe], [role:jens-roe|Best-Selling Author], and [person:mia-doe|Mia Doe], [role:mia-doe|Chief Diversity and Equity Officer].
	The [role:moss|Leader of the Opposition], the Hon. [person:moss|R. J. Moss], spoke.
	E
}

@test "lists behind titles in the plural" {
	persons <<-'E'
	[role:wanda-shore|Deputy Secretary of State] [person:wanda-shore|Wanda Shore] met [role:jean-shaw,rob-wicks,cole-coons|Senators] [person:jean-shaw|Jean Shaw] (D-NH), [person:rob-wicks|Rob Wicks] (R-MS), and [person:cole-coons|Cole Coons], and [role:greg-moss,mike-kall|Representatives] [person:greg-moss|Greg Moss] and [person:mike-kall|Mike Kall].
	The [role:wanda-shore|Deputy Secretary] thanked the [role:jean-shaw,rob-wicks,cole-coons|Senators].
	[role:steve-wick,keith-kell|Special Envoys] [person:steve-wick|Steve Wick] and [person:keith-kell|Keith Kell] briefed the [role:jean-shaw,rob-wicks,cole-coons|Senators].
	E
}

@test "what a title is held of and what belongs to it" {
	persons <<-'E'
	[role:adel-haddad|Deputy Prime Minister and Minister of Foreign Affairs and Expatriates] [person:adel-haddad|Adel Haddad] met [role:ihor-zhuk,pavlo-palij|Deputy Heads] of the Office [person:ihor-zhuk|Ihor Zhuk] and [person:pavlo-palij|Pavlo Palij].
	[role:rui-reis|Minister of State and Foreign Affairs] [person:rui-reis|Rui Reis] met [role:omar-saleh|Minister of Health and Prevention] [person:omar-saleh|Omar Saleh].
	E
}

@test "names that no table knows, behind what a title is held of" {
	persons <<-'E'
	Angola's [role:tete-antoniozinho|Minister of External Relations], [person:tete-antoniozinho|Téte Antóniozinho], spoke.
	Mr [person:tete-antoniozinho|Antóniozinho] met the [role:suryodiputro|Director General for Asia Pacific and African Affairs], [person:suryodiputro|Suryodiputro], in Luanda.
	They met [role:aidos-zhumadil|Director] of the Department of Asia [person:aidos-zhumadil|Aidos Zhumadil] and the [role:bassirou-thiawane|Ambassador] of the Republic of Senegal to the State [person:bassirou-thiawane|Bassirou Thiawane].
	[person:aidos-zhumadil|A. Zhumadil] thanked [person:pornpimala-kritakan|M.L. Pornpimala Kritakan] for her help.
	The [role:gabe-amorie|Deputy Director for Intergovernmental Affairs] [person:gabe-amorie|Gabe Amorie] took notes.
	E
}

@test "fields of titles that a table has in part; titles in front of titles" {
	persons <<-'E'
	The [role:penny-holt|Shadow Minister for Foreign Affairs], [person:penny-holt|Penny Holt], and the [role:jan-dusek|Special Envoy for Climate Action] [person:jan-dusek|Jan Dusek] spoke.
	[person:ines-duarte|Ines Duarte], [role:ines-duarte|Deputy Director for Energy Justice], joined.
	[role:ali-moradi|Supreme Leader] [role:ali-moradi|Ayatollah] [person:ali-moradi|Ali Moradi] met [role:olzhas-bekov|Special Representative of the President for International Cooperation] [person:olzhas-bekov|Olzhas Bekov].
	[role:parn-bahnukar|Deputy Prime Minister/Foreign Minister] [person:parn-bahnukar|Parn Bahnukar] and the Republican [role:tom-harlan,ann-weiss|Senators] [person:tom-harlan|Tom Harlan] and [person:ann-weiss|Ann Weiss] spoke.
	Democratic Unionist Party [role:sean-mccrory|Leader] [person:sean-mccrory|Sean McCrory] held talks at leader level.
	E
}

@test "titles written small: in what capacity, whose leader" {
	persons <<-'E'
	[role:emil-kovac|President] [person:emil-kovac|Emil Kovac] of Croatia congratulated [role:chidi-okafor|President] [person:chidi-okafor|Chidi Okafor] of Nigeria on his re-election as [role:chidi-okafor|president].
	[person:ada-thornbury|Ada Thornbury] came as [role:ada-thornbury|special envoy] of NATO and met Hamas's [role:sami-haddadin|leader], [person:sami-haddadin|Sami Haddadin], who serve as leaders of their people.
	E
}

@test "titles in state legislatures; divisions in brackets with commas" {
	persons <<-'E'
	Delaware House [role:val-longhorn|Majority Leader] [person:val-longhorn|Val Longhorn] met California Assembly [role:lena-holm|Assistant Speaker Pro Tempore] [person:lena-holm|Lena Holm] and [role:emil-kovac|House Speaker] [person:emil-kovac|Emil Kovac].
	[person:ruth-okafor|Ruth Okafor], [role:ruth-okafor|Permanent Secretary (Planning, Land and Environment)], joined.
	E
}

@test "leaders of a body, written small, are nobody of the document" {
	persons <<-'E'
	[role:emil-kovac|President] [person:emil-kovac|Emil Kovac] of Croatia spoke with [role:chidi-okafor|President] [person:chidi-okafor|Chidi Okafor] of Nigeria.
	They will meet NATO [role:-|leaders], the Commonwealth's [role:-|heads of government] and [role:-|leaders] of the European Union with community leaders.
	The [role:emil-kovac,chidi-okafor|leaders] agreed.
	E
}

@test "months that are given names" {
	persons <<-'E'
	[person:january-contrell|January Contrell], [role:january-contrell|Assistant Secretary], and [person:june-blanten|June Blanten] met today.
	In April Roe spoke; this was followed by [person:april-verrell|April Verrell].
	E
}

@test "all ministers of a document that has no two parties" {
	persons <<-'E'
	The meeting was opened by Mr. [person:sami-haddadin|Sami Haddadin], [role:sami-haddadin|Minister of Transport] of Jordan.
	It was attended by Ms. [person:lena-holm|Lena Holm], [role:lena-holm|Minister of Trade] of Sweden, and Mr. [person:emil-kovac|Emil Kovac], [role:emil-kovac|Ambassador] of Croatia.
	[role:sami-haddadin,lena-holm|Ministers] agreed to meet again.
	E
}

@test "short titles in the plural; two titles before a comma and an honorific" {
	persons <<-'E'
	[role:jane-roe|National Security Advisor] [person:jane-roe|Jane Roe] met Bahraini [role:omar-saleh|NSA] [person:omar-saleh|Omar Saleh] and [role:lena-holm|Author and Licensed Psychologist], Dr. [person:lena-holm|Lena Holm].
	Both [role:jane-roe,omar-saleh|NSAs] agreed.
	E
}

@test "a title in the plural that no party bears is nobody's" {
	persons <<-'E'
	[role:ingrid-halvorsen|President] [person:ingrid-halvorsen|Ingrid Halvorsen] of Norway and [role:chidi-okafor|President] [person:chidi-okafor|Chidi Okafor] of Nigeria met with [role:-|Governors] and [role:-|CEOs] today.
	Both [role:ingrid-halvorsen,chidi-okafor|Presidents] thanked the [role:-|Governors].
	The Nigerian [role:chidi-okafor|leader] left.
	E
}

@test "titles of one person: a dignity behind a comma, a body between, lists before a title" {
	persons <<-'E'
	The [role:tomas-rivero|Vice Minister of Foreign Affairs], [role:tomas-rivero|Ambassador] [person:tomas-rivero|Tomás Rivero], met [role:lena-holm|Co-Chair] of the African Development Bank, [role:lena-holm|Governor] [person:lena-holm|Lena Holm], today.
	[person:ada-roman|Ada Roman] and [person:piotr-zelin|Piotr Zelin], [role:ada-roman,piotr-zelin|Advisors to the President], joined.
	China's [role:wen-haoran|Director] of the World Bank and [role:wen-haoran|Foreign Minister] [person:wen-haoran|Wen Haoran] spoke with [role:jack-marlowe|Governor] [person:jack-marlowe|Jack Marlowe] (D-OH), [role:jack-marlowe|Chair] of the African Union.
	E
}

@test "of two with one title not who is named in the sentence; leaders of several countries" {
	persons <<-'E'
	[role:girma-tessema|Foreign Minister] [person:girma-tessema|Girma Tessema] of Ethiopia met with [role:omar-guedi|Foreign Minister] [person:omar-guedi|Omar Guedi] of Djibouti.
	[role:girma-tessema|Minister] [person:girma-tessema|Girma Tessema] briefed the [role:omar-guedi|Minister] on the dam.
	The [role:girma-tessema|Foreign Minister] welcomed it.
	[role:omar-guedi|Minister] [person:omar-guedi|Guedi] thanked the [role:girma-tessema|Foreign Minister].
	The [role:girma-tessema,omar-guedi|Foreign Ministers] of Djibouti, Kenya and Ethiopia will meet again.
	E
}

@test "the own head of state is named without a title" {
	persons <<-'E'
	[person:vladimir-putin|Vladimir Putin] had a telephone conversation with [role:emil-kovac|President] [person:emil-kovac|Emil Kovac] of Croatia.
	With regard to the question raised by [person:emil-kovac|Emil Kovac], the [role:vladimir-putin|President] spoke in favour of talks.
	The [role:vladimir-putin|President] called on his partners.
	E
}

@test "lists of fields that no table need know; divisions in brackets" {
	persons <<-'E'
	The [role:mario-costa|Minister of Foreign Affairs, International Business and International Cooperation] [person:mario-costa|Mario Costa] spoke.
	The [role:ana-lima|Minister for Health, Wellness and Elder Affairs], Ms. [person:ana-lima|Ana Lima], listened.
	The [role:-|Minister of Finance], Doctors and Nurses met [role:paul-reyes|Economy and Trade Minister] [person:paul-reyes|Paul Reyes].
	[role:sanjay-varmani|Secretary (West)] Shri [person:sanjay-varmani|Sanjay Varmani] and [role:sevala-nayak|Joint Secretary (Central & West Africa)] Ms. [person:sevala-nayak|Sevala Nayak] attended.
	E
}

@test "Georgia: a state of the U.S. by the words around it, else the country" {
	load entities
	found country "Georgia State Senator Jen Harlan met leaders from Florida, Georgia and Alabama in Atlanta, Georgia." ""
	found country "Moldova, Georgia and Ukraine spoke." "country MD Moldova
country GE Georgia
country UA Ukraine"
}

@test "one title in other words, or as a part of two" {
	persons <<-'E'
	Talks of [role:chandra-varma|External Affairs Minister] [person:chandra-varma|Chandra Varma] with the [role:rui-semedo|Foreign Minister] of Cabo Verde took place today.
	[role:chandra-varma|Minister] [person:chandra-varma|Varma] met Mr. [person:rui-semedo|Rui Semedo], [role:rui-semedo|Minister of Foreign Affairs, Cooperation and Regional Integration] of the Republic of Cabo Verde.
	[person:lian-htut|Lian Htut], [role:lian-htut|Deputy Prime Minister and Union Minister for Trade], joined.
	The [role:lian-htut|Union Minister] thanked the [role:rui-semedo|Foreign Minister].
	E
}

@test "persons of whom only the place in the sentence tells" {
	persons <<-'E'
	[person:orbanffy-viktor-zsolt|Orbánffy Viktor Zsolt] welcomed Palau's [person:surangel-whippsen|Surangel Whippsen Jr.] and Togo's [person:kwabla-lartefio|Kwabla Lartefio].
	[person:naa-momo-larteh|Naa Momo Larteh] thanked [role:maria-angela-holguinera-cuellar|Ambassador] [person:maria-angela-holguinera-cuellar|María Ángela Holguinera Cuéllar].
	[person:maria-angela-holguinera-cuellar|Holguinera] spoke with the [role:muntaka-mubaraki|Minister for the Interior], Alhaji [person:muntaka-mubaraki|Muntaka Mubaraki], the [role:julius-debrahene|Treasurer], Mr. [person:julius-debrahene|Julius Debrahene], and [role:jayan-colombag|Admiral] (Retd.) [person:jayan-colombag|Jayan Colombag].
	E
}

@test "given names that are words, particles and countries" {
	persons <<-'E'
	[person:bill-kovarik|Bill Kovarik], [role:bill-kovarik|Director] of the World Bank, thanked [person:mark-brisco|Mark Brisco], the [role:mark-brisco|Secretary], and [person:will-aztera|Will Aztera].
	[person:ben-harlan|Ben Harlan], [role:ben-harlan|Special Advisor for Artificial Intelligence], met with [person:hu-qilin|Hu Qilin] in Beijing.
	[person:bharat-ramanat|Bharat Ramanat], [role:bharat-ramanat|Deputy Director], spoke with [person:cherellina-grinerova|Cherellina Grinerova] today.
	E
}

@test "a field in the plural makes no title plural; whose secretary; titles behind what another is of" {
	persons <<-'E'
	[person:ada-rowan|Ada Rowan], [role:ada-rowan|Secretary of Health and Human Services], met [role:nasser-bouritan|Minister of Foreign Affairs, African Cooperation and Moroccan Expatriates] [person:nasser-bouritan|Nasser Bouritan].
	[person:dov-barnesson|Dov Barnesson], the [role:-|Prime Minister]'s [role:roman-gofman|Military Secretary] [role:roman-gofman|Maj.-Gen.] [person:roman-gofman|Roman Gofman] and [role:kang-in-sunha|Second Vice Minister] [person:kang-in-sunha|Kang In-sunha] spoke.
	[role:giulio-cavalli|Chair] of the Military Committee [role:giulio-cavalli|Admiral] [person:giulio-cavalli|Giulio Cavalli] and [role:boris-rugev|Assistant Secretary General for Operations] [role:boris-rugev|Ambassador] [person:boris-rugev|Boris Rugev] met [role:bartholomew-i|Patriarch] [person:bartholomew-i|Bartholomew I] in Rome.
	The [role:davina-lamb|Foreign Secretary], the Rt Hon [person:davina-lamb|Davina Lamb] [role:davina-lamb|MP], met [role:danny-danon,sharon-haskel|MKs] [person:danny-danon|Danny Danon] and [person:sharon-haskel|Sharon Haskel].
	E
}

@test "short forms: a particle that begins a sentence, regnal numbers, elided and several particles" {
	persons <<-'E'
	[role:gulnara-sadyrova|Foreign Minister] [person:gulnara-sadyrova|Gulnara Sadyrova] of Kyrgyzstan met [role:serdar-al-saidi|Foreign Minister] [person:serdar-al-saidi|Serdar al-Saidi] of Turkmenistan.
	[person:serdar-al-saidi|Al-Saidi] said that [role:mswati-iv|King] [person:mswati-iv|Mswati IV] and [role:marie-dalmeida-sy|Senator] [person:marie-dalmeida-sy|Marie d'Almeida-Sy] would come.
	"I thank the [role:serdar-al-saidi|Foreign Minister]," [person:gulnara-sadyrova|Sadyrova] said.
	[role:de-los-robles|Judge] [person:de-los-robles|de los Robles] brought greetings from [role:japar-toktomov|President] [person:japar-toktomov|Japar Toktomov] to the [role:-|President] of Tajikistan.
	E
}

@test "a short form with its particle; a brother and counterpart" {
	persons <<-'E'
	[person:hogni-i-daley|Høgni í Daley], [role:hogni-i-daley|Prime Minister] of the Faroe Islands, met with [role:lars-bruun|President] [person:lars-bruun|Lars Bruun] of Iceland.
	[person:hogni-i-daley|Høgni í Daley], who took office in spring, greeted his friend and [role:lars-bruun|counterpart].
	E
}

@test "words of titles begin no name; a surname of two parts is one" {
	persons <<-'E'
	[role:fahad-al-sabahin|Minister of Interior] Sheikh [person:fahad-al-sabahin|Fahad Al-Sabahin], [role:krystyna-martin|Assistant Minister] [person:krystyna-martin|Krystyna Martin] and [role:urs-von-arben|Division Head] [person:urs-von-arben|Urs von Arben] met [person:mihail-popsoiu-rusan|Mihail Popșoiu-Rusan], [role:mihail-popsoiu-rusan|Governor] of the World Bank.
	[person:mihail-popsoiu-rusan|Popșoiu-Rusan] thanked Mr. [person:urs-von-arben|von Arben].
	E
}

@test "a field behind 'and', two titles before a country, a board's chair, a head of cabinet" {
	persons <<-'E'
	Mr [person:anton-sarkis|Anton Sarkis], [role:anton-sarkis|Minister for Natural Resources and Environmental Sustainability] of Malta, visited Oslo.
	[role:pieter-vandermolen|President and Finance Minister] of the Netherlands [person:pieter-vandermolen|Pieter Vandermolen] came.
	[person:joan-penhallow|Joan Penhallow], [role:joan-penhallow|Chairman of the Board of Directors] of the Harbour Fund, and [person:emil-larsen|Emil Larsen], [role:emil-larsen|Head of Cabinet] of the European Commission [role:-|President], came.
	The [role:-|Prime Minister] and the [role:-|Treasurer] will go.
	E
}

@test "a body of states before a title; the children of Malaysians; MP; a name behind a town's or a body's" {
	persons <<-'E'
	[role:carl-wexley|President] [person:carl-wexley|Carl Wexley] of Malta called European Council [role:ines-tavares|President] [person:ines-tavares|Ines Tavares].
	[role:raj-a-l-kumaran|Secretary-General] Datuk Dr [person:raj-a-l-kumaran|Raj A/L Kumaran] and the Hon [person:tony-penhallow|Tony Penhallow] [role:tony-penhallow|MP] came.
	[person:ben-orrin|Ben Orrin], [role:ben-orrin|President], Federal Reserve Bank of New York [person:adam-kettner|Adam Kettner], [role:adam-kettner|Commissioner], National Association of State Credit Union Supervisors [person:rick-mettner|Rick Mettner], [role:rick-mettner|Chairman].
	Council of Governors Minnesota [role:tim-waldo|Governor] [person:tim-waldo|Tim Waldo] spoke.
	E
}
