# Turns what --help prints into a completion for one shell.
# usage: PROGRAM --help | awk -v shell=bash|zsh|fish -v name=PROGRAM \
#            [-v formats="WORD ..."] [-v kinds="WORD ..."] [-v columns="WORD ..."] \
#            -f completions.awk
#
# A row of --help is "  -c, --color=WHEN   colour: always, never or auto": words
# behind the first colon are the values that can stand behind the option; those of
# an argument called FORMAT, KINDS or COLUMNS are handed over, the latter two being
# lists with commas; an argument called FILE is a file.

function quoted(s) { gsub(/'/, "'\\''", s); return "'" s "'" }

/^ +(-[A-Za-z0-9], )?--[a-z]/ {
	row = $0
	sub(/^ +/, "", row)
	n++
	letter[n] = ""
	if (row ~ /^-[A-Za-z0-9], /) {
		letter[n] = substr(row, 2, 1)
		row = substr(row, 5)
	}
	long[n] = row
	sub(/ .*/, "", long[n])
	help[n] = substr(row, length(long[n]) + 1)
	sub(/^ +/, "", help[n])
	long[n] = substr(long[n], 3)
	argument[n] = ""
	if (at = index(long[n], "=")) {
		argument[n] = substr(long[n], at + 1)
		long[n] = substr(long[n], 1, at - 1)
	}
	values[n] = ""
	if (argument[n] != "" && argument[n] !~ /FILE/ && (at = index(help[n], ": "))) {
		values[n] = substr(help[n], at + 2)
		sub(/[;:([].*/, "", values[n])
		gsub(/,| or | and /, " ", values[n])
		gsub(/ +/, " ", values[n])
		sub(/^ /, "", values[n])
		sub(/ $/, "", values[n])
		if (values[n] !~ /^[a-z][a-z0-9 -]*$/)
			values[n] = ""
	}
	if (argument[n] == "FORMAT")
		values[n] = formats
	else if (argument[n] == "KINDS")
		values[n] = kinds
	else if (argument[n] == "COLUMNS")
		values[n] = columns
	list[n] = argument[n] ~ /^(KINDS|COLUMNS)$/
}

function bash_function(  f, i, all) {
	f = "_" name
	gsub(/-/, "_", f)
	print "# completion of " name " for bash, made from its --help"
	print f "()"
	print "{"
	print "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}"
	print "\tlocal IFS=$'\\n'"
	print "\tif [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi"
	print "\tif [[ $word == = ]]; then before=${COMP_WORDS[COMP_CWORD-1]} word=; fi"
	print "\tcase $before in"
	for (i = 1; i <= n; i++) {
		all = all (letter[i] != "" ? "-" letter[i] "\\n" : "") "--" long[i] (argument[i] != "" ? "=" : "") "\\n"
		if (argument[i] == "")
			continue
		printf "\t%s--%s)", letter[i] != "" ? "-" letter[i] " | " : "", long[i]
		if (values[i] != "") {
			gsub(/ /, "\\n", values[i])
			if (list[i])
				printf "\n\t\tmapfile -t COMPREPLY < <(compgen -P \"${word%%\"${word##*,}\"}\" -W $'%s' -- \"${word##*,}\")\n" \
				    "\t\tcompopt -o nospace\n\t\t;;\n", values[i]
			else
				printf " mapfile -t COMPREPLY < <(compgen -W $'%s' -- \"$word\") ;;\n", values[i]
		} else if (argument[i] ~ /FILE/) {
			print " mapfile -t COMPREPLY < <(compgen -f -- \"$word\") ;;"
		} else {
			print " COMPREPLY=() ;;"
		}
	}
	print "\t*)"
	print "\t\tif [[ $word == -* ]]; then"
	print "\t\t\tmapfile -t COMPREPLY < <(compgen -W $'" all "' -- \"$word\")"
	print "\t\t\t[[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace"
	print "\t\telse"
	print "\t\t\tmapfile -t COMPREPLY < <(compgen -f -- \"$word\")"
	print "\t\tfi"
	print "\t\t;;"
	print "\tesac"
	print "}"
	print "complete -o filenames -F " f " " name
}

function zsh_function(  i, what, spec) {
	print "#compdef " name
	print "# completion of " name " for zsh, made from its --help"
	print ""
	print "_arguments -s -S \\"
	for (i = 1; i <= n; i++) {
		what = help[i]
		gsub(/[\[\]]/, "\\\\&", what)
		gsub(/:/, "\\:", what)
		spec = ""
		if (argument[i] != "") {
			spec = ":" tolower(argument[i]) ":"
			if (values[i] != "" && list[i])
				spec = spec "_values -s , " tolower(argument[i]) " " values[i]
			else if (values[i] != "")
				spec = spec "(" values[i] ")"
			else if (argument[i] ~ /FILE/)
				spec = spec "_files"
			else
				spec = spec " "
		}
		if (letter[i] != "")
			print "\t" quoted("-" letter[i] (argument[i] != "" ? "+" : "") "[" what "]" spec) " \\"
		print "\t" quoted("--" long[i] (argument[i] != "" ? "=" : "") "[" what "]" spec) " \\"
	}
	print "\t" quoted("*:file:_files")
}

function fish_lines(  i, line) {
	print "# completion of " name " for fish, made from its --help"
	for (i = 1; i <= n; i++) {
		line = "complete -c " name
		if (letter[i] != "")
			line = line " -s " letter[i]
		line = line " -l " long[i]
		if (argument[i] != "")
			line = line (argument[i] ~ /FILE/ ? " -r -F" : " -x")
		if (values[i] != "")
			line = line " -a " quoted(list[i] ? "(__fish_append , " values[i] ")" : values[i])
		print line " -d " quoted(help[i])
	}
}

END {
	if (n == 0) {
		print "completions: --help of " name " has no options" | "cat 1>&2"
		exit 1
	}
	if (shell == "bash")
		bash_function()
	else if (shell == "zsh")
		zsh_function()
	else
		fish_lines()
}
