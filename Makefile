# readout: builds with any POSIX make.
#
#   make                 the three programs
#   make demo            a sample readout through the pipe
#   make check           the tests
#   make install         into $(DESTDIR)$(PREFIX); make uninstall takes it away
#   make dist            a tarball that builds and passes its tests
#   make completions     for bash, zsh and fish, from --help
#
# For those who work on it:
#
#   make expected        writes the tests' expected files and the pages' examples anew
#   make lint            clang-tidy, cppcheck, gcc -fanalyzer, shellcheck, mandoc
#   make coverage        which lines of lib/ the tests reach
#   make fault           every read, write and allocation fails once
#   make fuzz            FUZZ_SECONDS for each program
#   make bench           speed and memory, beside wc -w and grep -F
#   make big             huge and hostile inputs
#   make portable        other compilers, 32 bits, big-endian: the same bytes
#
# CFLAGS, CPPFLAGS and LDFLAGS are yours; B is the folder for objects, P the one
# for the programs. HOSTCC compiles what runs while building: give it where CC is
# for another machine.

.POSIX:

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DOCDIR = $(PREFIX)/share/doc/readout
CC = cc
CFLAGS = -O2
HOSTCC = $(CC)
B = build
P = .

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
COMPILE = $(CC) -std=c11 -pthread -D_POSIX_C_SOURCE=200809L \
	$(WARNINGS) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) -pthread $(CFLAGS) $(LDFLAGS)

PROGRAMS = readout-split readout-entities readout-fmt
PAGES = readout.7 readout.5 readout-gazetteer.5 \
	readout-split.1 readout-entities.1 readout-fmt.1
DOCS = README.md NEWS.md LICENSE man/readout.schema.json
FUZZ_SECONDS = 60

all:
	@mkdir -p $P $B/gazetteer $B/lib/split $B/lib/entities $B/lib/fmt
	@sh lib/rules.sh >$B/rules.$$$$ && mv $B/rules.$$$$ $B/rules.mk
	@$(MAKE) -f $B/rules.mk B='$B' P='$P' COMPILE='$(COMPILE)' LINK='$(LINK)' HOSTCC='$(HOSTCC)' all

demo: all
	@READOUT_BIN='$P' tests/demo

check: all
	@CC='$(CC)' tests/check '$P' $(TESTS)

expected: all
	@READOUT_BIN='$P' tests/expected write
	@READOUT_BIN='$P' tests/pages write man/*.[1-8]
	@READOUT_BIN='$P' tests/readme write

completions: all
	@sh lib/completions.sh '$P' $B/completions

install: completions
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(DOCDIR)
	for p in $(PROGRAMS); do cp $P/$$p $(DESTDIR)$(BINDIR)/ || exit 1; done
	for m in $(PAGES); do \
		d=$(DESTDIR)$(MANDIR)/man$${m##*.}; \
		mkdir -p $$d && cp man/$$m $$d/ && chmod 644 $$d/$$m || exit 1; done
	for f in $(DOCS); do cp $$f $(DESTDIR)$(DOCDIR)/ && \
		chmod 644 $(DESTDIR)$(DOCDIR)/$${f##*/} || exit 1; done
	cd $B/completions && find . -type f | while read -r f; do \
		d=$(DESTDIR)$(PREFIX)/share/$${f%/*}; \
		mkdir -p $$d && cp $$f $$d/ && chmod 644 $$d/$${f##*/} || exit 1; done

uninstall:
	for p in $(PROGRAMS); do rm -f $(DESTDIR)$(BINDIR)/$$p; \
		rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$p \
			$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$$p \
			$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$$p.fish; done
	for m in $(PAGES); do rm -f $(DESTDIR)$(MANDIR)/man$${m##*.}/$$m; done
	for f in $(DOCS); do rm -f $(DESTDIR)$(DOCDIR)/$${f##*/}; done
	rmdir $(DESTDIR)$(DOCDIR) 2>/dev/null || :

dist:
	@sh tests/dist

lint: all
	@CC='$(CC)' tests/lint

coverage:
	@tests/coverage

fault: all
	@CC='$(CC)' tests/fault/run '$P'

fuzz:
	@FUZZ_SECONDS=$(FUZZ_SECONDS) tests/fuzz/run

bench: all
	@tests/bench/run '$P'

big: all
	@tests/big/run '$P'

portable: all
	@tests/portable '$P'

clean:
	rm -rf $B
	cd $P && rm -f $(PROGRAMS)

.PHONY: all bench big check clean completions coverage demo dist expected fault fuzz \
	install lint portable uninstall
