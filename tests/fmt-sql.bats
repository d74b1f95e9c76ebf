#!/usr/bin/env bats
# readout-fmt -f sql: read back by SQLite and PostgreSQL.

load helper

setup() {
	RECORDS=$BATS_TEST_DIRNAME/records
	db=$BATS_TEST_TMPDIR/readouts.db
	sql=$BATS_TEST_TMPDIR/readouts.sql
	readout-fmt -f sql "$RECORDS/look-three.tsv" >"$sql"
}

teardown() {
	[ ! -e "$BATS_TEST_TMPDIR/pg" ] || rm -rf "$(cat "$BATS_TEST_TMPDIR/pg")" "$(cat "$BATS_TEST_TMPDIR/pg")".*
}

# query SQL: its rows, columns with "|" between.
query() {
	sqlite3 -bail "$db" "$1"
}

# is WANT SQL
is() {
	[ "$(query "$2")" = "$1" ] || fail "$2: $(query "$2"), want $1"
}

load_sqlite() {
	need sqlite3
	sqlite3 -bail "$db" <"$1" >"$BATS_TEST_TMPDIR/said" 2>&1 ||
		fail "$(head -5 "$BATS_TEST_TMPDIR/said")"
	[ ! -s "$BATS_TEST_TMPDIR/said" ]
	is "" "PRAGMA foreign_key_check"
	is ok "PRAGMA integrity_check"
}

@test "sql: SQLite has every record" {
	load_sqlite "$sql"
	is 3 "SELECT count(*) FROM document"
	is "$(awk -F'\t' '$6 ~ /^(title|head|sent|item|note|meta)$/' "$RECORDS/look-three.tsv" | wc -l)" \
		"SELECT count(*) FROM unit"
	is "$(awk -F'\t' '$2 > 0 && $6 !~ /^(title|head|sent|item|note|meta)$/' "$RECORDS/look-three.tsv" | wc -l)" \
		"SELECT count(*) FROM span"
	is "2024-03-12-call-finland-kenya|call|2024-03-12||phone" \
		"SELECT doc, type, date, place, mode FROM meeting ORDER BY date LIMIT 1"
	is "JP,KR,US" "SELECT group_concat(country) FROM (SELECT country FROM meeting_country
		WHERE doc LIKE '%seoul' ORDER BY country)"
	is "Pyo Do-yun|Foreign Minister|KR|3" \
		"SELECT name, office, country, side FROM participant WHERE person = 'do-yun-pyo'"
	is "116|200" "SELECT source_start, source_end FROM unit WHERE kind = 'title' LIMIT 1"
}

@test "sql: spans are where their units say" {
	load_sqlite "$sql"
	is 0 "SELECT count(*) FROM span JOIN unit ON unit.doc = span.doc AND unit.n = span.unit
		WHERE CAST(substr(CAST(unit.text AS BLOB), start_byte + 1, end_byte - start_byte) AS TEXT) <> span.text"
}

@test "sql: who condemned, who raised a country" {
	load_sqlite "$sql"
	is "aino-lehtoranta
barasa-wanjohi" "SELECT party FROM act_party p JOIN span s ON s.doc = p.doc AND s.n = p.span
		WHERE s.kind = 'act' AND s.key = 'condemn' AND side = 'by' ORDER BY party"
	is "do-yun-pyo
helen-marsh
kenta-arisugawa" "SELECT DISTINCT p.party FROM span c
		JOIN span a ON a.doc = c.doc AND a.unit = c.unit AND a.kind = 'act'
			AND a.start_byte <= c.start_byte AND a.end_byte >= c.end_byte
		JOIN act_party p ON p.doc = a.doc AND p.span = a.n AND p.side = 'by'
		WHERE c.kind = 'country' AND c.key = 'KP' ORDER BY p.party"
}

@test "sql: loading again changes nothing, a newer reading replaces the old" {
	need sqlite3
	load_sqlite "$sql"
	sqlite3 "$db" .dump >"$BATS_TEST_TMPDIR/once"
	load_sqlite "$sql"
	sqlite3 "$db" .dump >"$BATS_TEST_TMPDIR/twice"
	same <(sort "$BATS_TEST_TMPDIR/once") <(sort "$BATS_TEST_TMPDIR/twice")
	grep -v "${TAB}topic$TAB" "$RECORDS/look-three.tsv" | readout-fmt -f sql >"$sql"
	load_sqlite "$sql"
	is 0 "SELECT count(*) FROM span WHERE kind = 'topic'"
	is 3 "SELECT count(*) FROM document"
}

@test "sql: half a stream leaves the database as it was" {
	need sqlite3
	sed '$d' "$sql" >"$BATS_TEST_TMPDIR/half"
	sqlite3 "$db" <"$BATS_TEST_TMPDIR/half"
	is 0 "SELECT count(*) FROM sqlite_master"
}

@test "sql: hostile records are values and nothing else" {
	try readout-fmt -f sql "$RECORDS/look-hostile.tsv"
	ended 0; quiet
	cp "$out" "$sql"
	load_sqlite "$sql"
	is 4 "SELECT count(*) FROM document"
	is "../<b>\"d'oc;DROP TABLE unit;--/../x&amp;" "SELECT doc FROM document WHERE doc LIKE '..%'"
	is ".import /etc/passwd unit" "SELECT text FROM unit WHERE para = 5"
	is "4" "SELECT count(*) FROM attribute WHERE span = 1"
	is 8 "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
	is 0 "SELECT count(*) FROM unit WHERE instr(text, char(27)) > 0"
}

@test "sql: PostgreSQL takes it, twice, and answers the same" {
	local bin user=() dir
	bin=$(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin 2>/dev/null | tail -1)
	[ -n "$bin" ] || skip "no PostgreSQL server here"
	need psql
	# not in bats' own folder, where the server's user may not go
	dir=$(mktemp -d)
	echo "$dir" >"$BATS_TEST_TMPDIR/pg"
	if [ "$(id -u)" -eq 0 ]; then
		id postgres >/dev/null 2>&1 && command -v setpriv >/dev/null || skip "PostgreSQL will not run as root"
		user=(setpriv --reuid postgres --regid postgres --clear-groups)
		chown postgres "$dir"
		"${user[@]}" test -w "$dir" || skip "the server's user cannot reach the test's folder"
	fi
	(cd "$dir" && "${user[@]}" "$bin/initdb" -N -D "$dir/data" -U readout -A trust -E UTF8 --locale=C &&
		"${user[@]}" "$bin/pg_ctl" -w -D "$dir/data" -o "-h '' -k $dir -F" -l "$dir/log" start) \
		>"$dir.said" 2>&1 3>&- || skip "PostgreSQL does not start here"
	readout-fmt -f sql "$RECORDS/look-three.tsv" "$RECORDS/look-hostile.tsv" >"$sql"
	local psql=(psql -X -q -v ON_ERROR_STOP=1 -h "$dir" -U readout -d postgres) bad=
	"${psql[@]}" -f "$sql" >"$dir.once" 2>&1 || bad=once
	"${psql[@]}" -f "$sql" >"$dir.twice" 2>&1 || bad=twice
	"${psql[@]}" -At -c "SELECT (SELECT count(*) FROM span) || ' ' || (SELECT count(*) FROM unit)
		|| ' ' || (SELECT count(*) FROM attribute) || ' ' || (SELECT count(*) FROM act_party)" >"$dir.counts" || bad=counts
	"${user[@]}" "$bin/pg_ctl" -m immediate -D "$dir/data" stop >/dev/null 2>&1
	[ -z "$bad" ] || fail "$bad: $(grep -v NOTICE "$dir.$bad" | head -5)"
	load_sqlite "$sql"
	is "$(cat "$dir.counts")" "SELECT (SELECT count(*) FROM span) || ' ' || (SELECT count(*) FROM unit)
		|| ' ' || (SELECT count(*) FROM attribute) || ' ' || (SELECT count(*) FROM act_party)"
}
