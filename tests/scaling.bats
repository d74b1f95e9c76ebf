#!/usr/bin/env bats
# The programs as functions of a document: other engines may carry them.

load helper

setup() {
	mapfile -t files < <(samples)
	pipeline "${files[@]}" | sort >"$BATS_TEST_TMPDIR/single"
}

@test "GNU parallel over files: any number of shards, any order" {
	need parallel
	parallel --version 2>/dev/null | grep -q GNU || skip "parallel is not GNU parallel"
	for shards in 1 2 5; do
		printf '%s\0' "${files[@]}" |
			parallel --will-cite -0 -j 2 -n $(((${#files[@]} + shards - 1) / shards)) \
				'readout-split {} | readout-entities' 2>/dev/null | sort >"$BATS_TEST_TMPDIR/shards"
		same "$BATS_TEST_TMPDIR/single" "$BATS_TEST_TMPDIR/shards" || fail "$shards shards"
	done
}

@test "GNU parallel over one stream, cut at form feeds" {
	need parallel
	parallel --version 2>/dev/null | grep -q GNU || skip "parallel is not GNU parallel"
	for file in "${files[@]}"; do
		case $file in
		*.txt | *.md) cat "$file"; printf '\n\f\n' ;;
		esac
	done >"$BATS_TEST_TMPDIR/stream"
	# Ids and source bytes count from the piece's own start.
	rest() { sed 's/src=[0-9]*-[0-9]*//' | cut -f 2- | sort; }
	pipeline <"$BATS_TEST_TMPDIR/stream" | rest >"$BATS_TEST_TMPDIR/whole"
	parallel --will-cite --pipe -j 2 --block 4k --recend '\f\n' 'readout-split | readout-entities' \
		<"$BATS_TEST_TMPDIR/stream" 2>/dev/null | rest >"$BATS_TEST_TMPDIR/pieces"
	same "$BATS_TEST_TMPDIR/whole" "$BATS_TEST_TMPDIR/pieces"
}

@test "xargs -P" {
	cd "$BATS_TEST_TMPDIR"
	# shellcheck disable=SC2016
	printf '%s\0' "${files[@]}" |
		xargs -0 -n 2 -P 2 sh -c 'readout-split "$@" | readout-entities >"part.$$"' sh
	cat part.* | sort >shards
	same single shards
}

@test "the mapper of a cluster: names by the line, as readout(7) has it" {
	printf '%s\n' "${files[@]}" | awk '{ print NR "\t" $0 }' >"$BATS_TEST_TMPDIR/names"
	cut -f 2 "$BATS_TEST_TMPDIR/names" | tr '\n' '\0' | readout-split --files0-from=- |
		readout-entities | sort >"$BATS_TEST_TMPDIR/mapped"
	same "$BATS_TEST_TMPDIR/single" "$BATS_TEST_TMPDIR/mapped"
}
