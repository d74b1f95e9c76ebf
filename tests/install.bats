#!/usr/bin/env bats
# make install, uninstall, dist; completions.

load helper

setup() {
	cd "$TOP"
	MAKE=${MAKE:-make}
	# Whoever runs the tests under make must not hand its flags on.
	unset MAKEFLAGS MFLAGS MAKELEVEL
}

@test "make install puts everything below DESTDIR, make uninstall takes it away" {
	into=$BATS_TEST_TMPDIR/into
	# Programs that stand elsewhere were built with other flags: leave them alone.
	[ "$(cd "$BIN" && pwd)" = "$TOP" ] || skip "for programs in the tree alone"
	$MAKE -s install DESTDIR="$into" PREFIX=/opt/readout >/dev/null
	for p in "${PROGRAMS[@]}"; do
		"$into/opt/readout/bin/$p" --version
		[ -s "$into/opt/readout/share/man/man1/$p.1" ]
		[ -s "$into/opt/readout/share/bash-completion/completions/$p" ]
		[ -s "$into/opt/readout/share/zsh/site-functions/_$p" ]
		[ -s "$into/opt/readout/share/fish/vendor_completions.d/$p.fish" ]
	done
	[ -s "$into/opt/readout/share/doc/readout/readout.schema.json" ]
	for page in man7/readout.7 man5/readout.5 man5/readout-gazetteer.5; do
		[ -s "$into/opt/readout/share/man/$page" ]
	done
	[ "$(find "$into" -type f ! -perm -0444 | wc -l)" -eq 0 ]
	$MAKE -s uninstall DESTDIR="$into" PREFIX=/opt/readout
	left=$(find "$into" -type f)
	[ -z "$left" ] || fail "left: $left"
}

@test "make dist gives a tarball that builds" {
	cp -r "$TOP/." "$BATS_TEST_TMPDIR/tree"
	cd "$BATS_TEST_TMPDIR/tree"
	rm -rf build dist
	tarball=$(sh tests/dist)
	mkdir unpacked
	tar -xzf "$tarball" -C unpacked
	cd unpacked/readout-*
	$MAKE -s CFLAGS=-O0 >/dev/null 2>&1
	./readout-split tests/readouts/demo-okabe.txt | ./readout-entities | ./readout-fmt -f brief |
		grep -q Okabe
	[ -x tests/check ] && [ -s man/readout.7 ] && [ -s README.md ]
}

@test "completions for bash" {
	for p in "${PROGRAMS[@]}"; do
		"$p" --help | awk -v shell=bash -v name="$p" -v formats="text brief" -f lib/completions.awk \
			>"$BATS_TEST_TMPDIR/$p"
		bash -n "$BATS_TEST_TMPDIR/$p"
	done
	# shellcheck source=/dev/null
	. "$BATS_TEST_TMPDIR/readout-fmt"
	compopt() { :; }
	COMP_WORDS=(readout-fmt -f br) COMP_CWORD=2
	_readout_fmt
	[ "${COMPREPLY[*]}" = brief ]
	COMP_WORDS=(readout-fmt --wi) COMP_CWORD=1
	_readout_fmt
	[ "${COMPREPLY[*]}" = "--width=" ]
	COMP_WORDS=(readout-fmt --color = ne) COMP_CWORD=3
	_readout_fmt
	[ "${COMPREPLY[*]}" = never ] || fail "${COMPREPLY[*]}"
}

@test "completions know every kind, column and format, in lists with commas too" {
	lib/completions.sh "$BIN" "$BATS_TEST_TMPDIR/all"
	# shellcheck source=/dev/null
	. "$BATS_TEST_TMPDIR/all/bash-completion/completions/readout-fmt"
	compopt() { :; }
	for kind in $(readout-fmt -k help | cut -d ' ' -f 1); do
		COMP_WORDS=(readout-fmt -k "$kind") COMP_CWORD=2
		_readout_fmt
		[ "${COMPREPLY[*]}" = "$kind" ] || fail "$kind: ${COMPREPLY[*]}"
		grep -q "[ (]${kind}[ )']" "$BATS_TEST_TMPDIR/all/zsh/site-functions/_readout-fmt" || fail "zsh: $kind"
	done
	COMP_WORDS=(readout-fmt -k "person,coun") COMP_CWORD=2
	_readout_fmt
	[ "${COMPREPLY[*]}" = person,country ] || fail "${COMPREPLY[*]}"
	COMP_WORDS=(readout-fmt --output = "doc,te") COMP_CWORD=3
	_readout_fmt
	[ "${COMPREPLY[*]}" = doc,text ] || fail "${COMPREPLY[*]}"
	COMP_WORDS=(readout-fmt -f timel) COMP_CWORD=2
	_readout_fmt
	[ "${COMPREPLY[*]}" = timeline ] || fail "${COMPREPLY[*]}"
	# shellcheck source=/dev/null
	. "$BATS_TEST_TMPDIR/all/bash-completion/completions/readout-entities"
	COMP_WORDS=(readout-entities -k m) COMP_CWORD=2
	_readout_entities
	[ "${COMPREPLY[*]}" = "money meeting" ] || fail "${COMPREPLY[*]}"
	need fish
	fish -c "source $BATS_TEST_TMPDIR/all/fish/vendor_completions.d/readout-fmt.fish
		complete -C 'readout-fmt -k person,coun'" | grep -q '^person,country' || fail "fish"
}

@test "completions for zsh and fish" {
	for shell in zsh fish; do
		for p in "${PROGRAMS[@]}"; do
			"$p" --help | awk -v shell=$shell -v name="$p" -v formats="text brief" -f lib/completions.awk \
				>"$BATS_TEST_TMPDIR/$p.$shell"
			for option in $("$p" --help | sed -n 's/^.*--\([a-z0-9-]*\).*  .*/\1/p'); do
				grep -q -- "$option" "$BATS_TEST_TMPDIR/$p.$shell" || fail "$p.$shell: $option"
			done
			! command -v $shell >/dev/null || $shell -n "$BATS_TEST_TMPDIR/$p.$shell"
		done
	done
	need fish
	fish -c "source $BATS_TEST_TMPDIR/readout-fmt.fish; complete -C 'readout-fmt --for'" | grep -q -- --format
}
