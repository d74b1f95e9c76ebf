# readout: builds with any POSIX make.
#
#   make                 the three programs
#   make demo            a sample readout through the pipe
#   make check           the tests
#   make install         into $(DESTDIR)$(PREFIX)
#
# CFLAGS, CPPFLAGS and LDFLAGS are yours; B is the folder for objects, P the one
# for the programs.

.POSIX:

PREFIX = /usr/local
MANDIR = $(PREFIX)/share/man
CC = cc
CFLAGS = -O2
B = build
P = .

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes
COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L \
	$(WARNINGS) $(CPPFLAGS) $(CFLAGS)
LINK = $(CC) $(CFLAGS) $(LDFLAGS)

PROGRAMS = readout-split readout-entities readout-fmt

all:
	@mkdir -p $P $B/gazetteer $B/lib/split $B/lib/entities $B/lib/fmt
	@sh lib/rules.sh >$B/rules.mk
	@$(MAKE) -f $B/rules.mk B='$B' P='$P' COMPILE='$(COMPILE)' LINK='$(LINK)' all

clean:
	rm -rf $B
	cd $P && rm -f $(PROGRAMS)

.PHONY: all clean
