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

# image LEXICON ROWS: a program of the building machine turns the rows into the
# lexicon's constant arrays
image() {
	part_of_image="gazetteer/image.c lib/entities/lexicon.c lib/entities/lexicon_build.c
		lib/entities/token.c lib/entities/act_table.c lib/entities/context.c lib/entities/row.c
		lib/arena.c lib/diag.c
		lib/gazetteer.c lib/hash.c lib/output.c lib/progress.c lib/record.c lib/text.c"
	# shellcheck disable=SC2086
	set -- "$1" "$2" $part_of_image
	lexicon=$1 row_file=$2
	shift 2
	printf '$B/gazetteer/image: %s.c %s %s\n' "$row_file" "$*" "$(echo lib/*.h lib/entities/*.h)"
	printf '\t$(HOSTCC) -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -Ilib -Ilib/entities -o $@ %s %s.c\n' \
		"$*" "$row_file"
	printf '%s.c: $B/gazetteer/image\n\t$B/gazetteer/image >$@.new\n\tmv $@.new $@\n' "$lexicon"
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
		tables="gazetteer/abbreviation.tsv gazetteer/boilerplate.tsv"
		tables="$tables gazetteer/language.tsv gazetteer/zone.tsv"
		;;
	fmt)
		tables=gazetteer/country.tsv
		;;
	entities)
		# The words of the language first: close together, they stay in the cache.
		tables="gazetteer/abbreviation.tsv gazetteer/grammar.tsv gazetteer/context.tsv"
		tables="$tables gazetteer/common.tsv"
		for table in gazetteer/*.tsv; do
			case $table in
			*/boilerplate.tsv | */language.tsv | */zone.tsv | */abbreviation.tsv) ;;
			*/grammar.tsv | */context.tsv | */common.tsv) ;;
			*) tables="$tables $table" ;;
			esac
		done
		;;
	esac
	table=
	if [ -n "$tables" ]; then
		table='$B/gazetteer/'$part
		rows=$table
		[ "$part" = entities ] && rows=$table-rows
		printf '%s.c: gazetteer/table.awk %s\n' "$rows" "$tables"
		printf '\tawk -v name=gazetteer_%s -f gazetteer/table.awk %s >$@.new\n' \
			"$part" "$tables"
		printf '\tmv $@.new $@\n'
		[ "$part" = entities ] && image "$table" "$rows"
		printf '%s.o: %s.c\n\t$(COMPILE) -Ilib -c -o $@ %s.c\n' "$table" "$table" "$table"
		table="$table.o"
	fi
	for source in "$program.c" lib/"$part"/*.c; do
		[ -f "$source" ] && object "$source" lib lib/"$part"
	done
	all="$(objects "$program.c" lib/"$part"/*.c lib/*.c) $table"
	printf '$P/%s:%s\n' "$program" "$all"
	printf '\t$(LINK) -o $@%s\n' "$all"
done
