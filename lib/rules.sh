#!/bin/sh
# Writes the rules that build the programs: an object a source file, each
# depending on every header it may include. POSIX make has no rule that puts
# objects into another folder, so they are spelled out, from the tree as it is.
# usage: lib/rules.sh >RULES      (at the top of the tree)
# shellcheck disable=SC2016 # dollar signs are make's
set -eu

objects() {
	for source in "$@"; do
		[ -f "$source" ] && printf ' $B/%s' "${source%.c}.o"
	done
}

# object SOURCE HEADERFOLDER...: the rule for one source file
object() {
	source=$1
	shift
	printf '$B/%s: %s' "${source%.c}.o" "$source"
	for folder in "$@"; do
		for header in "$folder"/*.h; do
			[ -f "$header" ] && printf ' %s' "$header"
		done
	done
	printf '\n\t$(COMPILE) -Ilib -c -o $@ %s\n' "$source"
}

printf 'all: $P/readout-split $P/readout-entities $P/readout-fmt\n'
for source in lib/*.c; do
	object "$source" lib
done
for part in split entities fmt; do
	program=readout-$part
	tables=
	case $part in
	split)
		tables="gazetteer/abbreviation.tsv gazetteer/boilerplate.tsv gazetteer/zone.tsv"
		;;
	fmt)
		tables=gazetteer/country.tsv
		;;
	entities)
		for table in gazetteer/*.tsv; do
			case $table in
			*/boilerplate.tsv | */zone.tsv) ;;
			*) tables="$tables $table" ;;
			esac
		done
		;;
	esac
	table=
	if [ -n "$tables" ]; then
		table='$B/gazetteer/'$part
		printf '%s.c: gazetteer/table.awk %s\n' "$table" "$tables"
		printf '\tawk -v name=gazetteer_%s -f gazetteer/table.awk %s >$@.new\n' \
			"$part" "$tables"
		printf '\tmv $@.new $@\n'
		printf '%s.o: %s.c\n\t$(COMPILE) -c -o $@ %s.c\n' "$table" "$table" "$table"
		table="$table.o"
	fi
	for source in "$program.c" lib/"$part"/*.c; do
		[ -f "$source" ] && object "$source" lib lib/"$part"
	done
	all="$(objects "$program.c" lib/"$part"/*.c lib/*.c) $table"
	printf '$P/%s:%s\n' "$program" "$all"
	printf '\t$(LINK) -o $@%s\n' "$all"
done
