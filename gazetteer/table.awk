# Turns gazetteer tables into one C array of strings, a row each.
# usage: awk -v name=SYMBOL -f table.awk FILE...
BEGIN {
	FS = "\t"
	print "#include <stddef.h>"
	print ""
	print "extern const char *const " name "[];"
	print "const char *const " name "[] = {"
}
/^#/ || /^$/ { next }
NF != 4 {
	printf "%s:%d: %d columns, want 4\n", FILENAME, FNR, NF | "cat 1>&2"
	failed = 1
	exit 1
}
{
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	gsub(/\t/, "\\t")
	print "    \"" $0 "\","
}
END {
	if (failed)
		exit 1
	print "    NULL,"
	print "};"
}
