#!/bin/sh
# Writes the completions of all three programs for bash, zsh and fish, laid out
# as below PREFIX/share. The one source is what --help prints.
# usage: lib/completions.sh PROGRAMFOLDER FOLDER
set -eu

programs=$1
folder=$2
mkdir -p "$folder/bash-completion/completions" "$folder/zsh/site-functions" \
	"$folder/fish/vendor_completions.d"
formats=$("$programs/readout-fmt" -f help | awk '{ printf "%s%s", (NR > 1 ? " " : ""), $1 }')
for name in readout-split readout-entities readout-fmt; do
	for shell in bash zsh fish; do
		case $shell in
		bash) file=bash-completion/completions/$name ;;
		zsh) file=zsh/site-functions/_$name ;;
		fish) file=fish/vendor_completions.d/$name.fish ;;
		esac
		"$programs/$name" --help | awk -v shell="$shell" -v name="$name" -v formats="$formats" \
			-f lib/completions.awk >"$folder/$file"
	done
done
