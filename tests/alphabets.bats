#!/usr/bin/env bats
# Letters beyond a to z: where sentences begin, and which names are the same.

load helper

@test "a sentence begins with a capital of any alphabet, and with no small letter" {
	for letter in A Á Ą İ Ÿ Ə Ư Ấ Ά Έ Ή Ί Ό Ύ Ώ Ω Ж Ѐ Ӏ ẞ; do
		printf 'They met at noon. %smar was next.\n' "$letter" | readout-split -p >"$BATS_TEST_TMPDIR/got"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -eq 2 ] || fail "$letter"
	done
	for letter in a á ą ı ÿ ə ư ấ ά έ ή ί ό ύ ώ ς ж ѐ ӏ ß; do
		printf 'They met at noon. %smar was next.\n' "$letter" | readout-split -p >"$BATS_TEST_TMPDIR/got"
		[ "$(wc -l <"$BATS_TEST_TMPDIR/got")" -eq 1 ] || fail "$letter"
	done
}

@test "a paragraph of another alphabet is told in capitals as in small letters" {
	while IFS='|' read -r code text; do
		printf 'They met at length in the old town.\n\n%s\n' "$text" | readout-split |
			grep -q "note.*lang=$code;.*$text" || fail "$code: $text"
	done <<-'E'
	el|Οι δύο υπουργοί συναντήθηκαν στην Αθήνα και συζήτησαν για την ενέργεια.
	el|ΟΙ ΔΎΟ ΥΠΟΥΡΓΟΊ ΣΥΝΑΝΤΉΘΗΚΑΝ ΣΤΗΝ ΑΘΉΝΑ ΚΑΙ ΣΥΖΉΤΗΣΑΝ ΌΛΑ ΓΙΑ ΤΗΝ ΈΝΩΣΗ, ΏΡΑ ΠΈΝΤΕ. ΆΡΑ.
	uk|Міністри зустрілися у Києві та обговорили співпрацю, його і її плани щодо миру.
	uk|МІНІСТРИ ЗУСТРІЛИСЯ У КИЄВІ ТА ОБГОВОРИЛИ СПІВПРАЦЮ, ЙОГО І ЇЇ ПЛАНИ ЩОДО МИРУ.
	tr|İki bakan İstanbul'da bir araya geldi ve enerji için işbirliği ile ilgili bir görüşme yaptı.
	E
}

@test "names are the same with and without their marks" {
	printf 'person\tilham-zevarov\t-\tİlham Zəvarov\norg\tgrun-emek\t-\tGrün Əmək\n' >"$BATS_TEST_TMPDIR/table"
	for name in 'İlham Zəvarov' 'Ilham Zevarov' 'Grün Əmək' 'Grun Emek'; do
		printf 'They met %s in the old town.\n' "$name" | readout-split -p |
			readout-entities -g "$BATS_TEST_TMPDIR/table" -k person,org | awk -F'\t' '$6 != "sent" { print $7 "|" $9 }' |
			grep -Eq "^(ilham-zevarov|grun-emek)\|$name$" || fail "$name"
	done
}
