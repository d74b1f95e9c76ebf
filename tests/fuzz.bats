#!/usr/bin/env bats
# What the fuzzers found stays right: the programs themselves end well on every seed.

load helper

@test "no seed of the fuzzers ends a program by a signal" {
	for seed in "$TOP"/tests/fuzz/seeds/split/*; do
		try timeout 20 readout-split "$seed"
		[ "$status" -le 1 ] || fail "$seed: status $status"
	done
	for seed in "$TOP"/tests/fuzz/seeds/entities/*; do
		try timeout 20 readout-entities "$seed"
		[ "$status" -le 1 ] || fail "$seed: status $status"
	done
	for seed in "$TOP"/tests/fuzz/seeds/fmt/*; do
		tail -c +3 "$seed" >"$BATS_TEST_TMPDIR/records" # the first two bytes choose the format
		for format in $(readout-fmt -f help | awk '{ print $1 }'); do
			try timeout 20 readout-fmt -f "$format" "$BATS_TEST_TMPDIR/records"
			[ "$status" -le 1 ] || fail "$seed, $format: status $status"
		done
	done
}
