#!/bin/sh
# Writes the completions of all three programs for bash, zsh and fish, laid out
# as below PREFIX/share. The one source is what --help prints.
# usage: lib/completions.sh PROGRAMFOLDER FOLDER
set -eu

programs=$1
folder=$2
mkdir -p "$folder/bash-completion/completions" "$folder/zsh/site-functions" \
	"$folder/fish/vendor_completions.d"

# words: the first of each line, on one
words() {
	awk '{ printf "%s%s", (NR > 1 ? " " : ""), $1 }'
}

formats=$("$programs/readout-fmt" -f help | words)
columns="$("$programs/readout-fmt" -f tsv </dev/null | tr '\t' ' ') attr."
for name in readout-split readout-entities readout-fmt; do
	kinds=$("$programs/readout-fmt" -k help | words)
	# units are written whatever its -k says
	[ "$name" != readout-entities ] ||
		kinds=$("$programs/readout-fmt" -k help | grep -v ' unit:' | words)
	for shell in bash zsh fish; do
		case $shell in
		bash) file=bash-completion/completions/$name ;;
		zsh) file=zsh/site-functions/_$name ;;
		fish) file=fish/vendor_completions.d/$name.fish ;;
		esac
		"$programs/$name" --help | awk -v shell="$shell" -v name="$name" -v formats="$formats" \
			-v kinds="$kinds" -v columns="$columns" -f lib/completions.awk >"$folder/$file"
	done
done
