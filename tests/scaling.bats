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
	# Spark hands over the names alone.
	printf '%s\n' "${files[@]}" | cut -f 2 | tr '\n' '\0' | readout-split --files0-from=- |
		readout-entities | sort >"$BATS_TEST_TMPDIR/mapped"
	same "$BATS_TEST_TMPDIR/single" "$BATS_TEST_TMPDIR/mapped"
}

# sshd_here: starts an sshd(8) of the test's own on the loopback interface and
# leaves $SSH, the command that reaches it; skips where that cannot be.
sshd_here() {
	local folder=$BATS_TEST_TMPDIR/ssh sshd port
	sshd=$(command -v sshd || ls /usr/sbin/sshd 2>/dev/null) || skip "no sshd here"
	mkdir -m 700 "$folder"
	# as root, sshd wants its empty folder, which a service manager would make
	[ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
	for key in host user; do
		ssh-keygen -q -t ed25519 -N '' -f "$folder/$key"
	done
	for port in $((20000 + $$ % 10000)) $((30000 + $$ % 10000)); do
		printf '%s\n' "Port $port" 'ListenAddress 127.0.0.1' "HostKey $folder/host" \
			"AuthorizedKeysFile $folder/user.pub" "PidFile $folder/pid" 'StrictModes no' \
			'PermitRootLogin yes' 'PasswordAuthentication no' 'UsePAM no' \
			>"$folder/sshd_config"
		"$sshd" -f "$folder/sshd_config" -E "$folder/log" 3>&- 4>&- || continue
		printf '%s\n' 'Host *' 'HostName 127.0.0.1' "Port $port" "IdentityFile $folder/user" \
			'IdentitiesOnly yes' "UserKnownHostsFile $folder/known" \
			'StrictHostKeyChecking accept-new' 'BatchMode yes' 'LogLevel ERROR' \
			>"$folder/ssh_config"
		SSH="ssh -F $folder/ssh_config"
		if $SSH one true 2>/dev/null; then
			return
		fi
	done
	skip "no ssh to this machine"
}

teardown() {
	[ ! -s "$BATS_TEST_TMPDIR/ssh/pid" ] || kill "$(cat "$BATS_TEST_TMPDIR/ssh/pid")"
}

@test "GNU parallel over ssh: files carried to two hosts, and one stream" {
	need parallel ssh ssh-keygen rsync
	parallel --version 2>/dev/null | grep -q GNU || skip "parallel is not GNU parallel"
	sshd_here
	mkdir "$BATS_TEST_TMPDIR/folder"
	cp "${files[@]}" "$BATS_TEST_TMPDIR/folder"
	cd "$BATS_TEST_TMPDIR/folder"
	PARALLEL_SSH=$SSH parallel --will-cite --env PATH -n 5 -S one,two \
		--transfer --workdir ... --cleanup 'readout-split {} | readout-entities' \
		< <(printf '%s\n' *) 2>/dev/null | sort >../carried
	same ../single ../carried

	for file in *.txt; do
		cat "$file"
		printf '\n\f\n'
	done >../stream
	rest() { sed 's/src=[0-9]*-[0-9]*//' | cut -f 2- | sort; }
	pipeline <../stream | rest >../whole
	PARALLEL_SSH=$SSH parallel --will-cite --env PATH -S one,two --pipe --block 4k \
		--recend '\f\n' 'readout-split | readout-entities' <../stream 2>/dev/null | rest >../pieces
	same ../whole ../pieces
}
