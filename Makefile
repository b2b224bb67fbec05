# Loket: see README. `make help` names the targets.
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := build

VERSION := 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=
JOBS    ?= $(shell nproc)

# ---- a build is a compiler and a way: make CC=clang, make KIND=debug ----
ifeq ($(origin CC),default)
CC := gcc
endif
KIND ?= release
KINDS := release debug asan cover fuzz
$(if $(filter $(KIND),$(KINDS)),,$(error There is no KIND=$(KIND); there are $(KINDS)))
B := build/$(notdir $(CC))$(if $(filter-out release,$(KIND)),-$(KIND))

# A row of functions has one signature, whether or not each of them needs all of it.
WARN := -Wall -Wextra -Wno-unused-parameter -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla -Wswitch-enum -Wformat=2 -Wundef -Wcast-qual -Werror
# The one place of feature macros.
DEFINE := -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -DLOKET_VERSION='"$(VERSION)"'
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
LDFLAGS_release := -pie -Wl,-z,relro,-z,now
CFLAGS_debug := -O0 -g3
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DLOKET_ASAN
LDFLAGS_asan := -fsanitize=address,undefined
CFLAGS_cover := -O0 -g --coverage
LDFLAGS_cover := --coverage
CFLAGS_fuzz := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -DLOKET_ASAN
LDFLAGS_fuzz := -fsanitize=fuzzer,address,undefined
ALL_CFLAGS = -std=c17 $(WARN) $(DEFINE) -Iinclude -I$(B)/include $(CFLAGS_$(KIND)) $(CFLAGS)

# ---- rooms (src/ROOMS): objects by wildcard, programs by list ----
PROGRAMS := loket loketd loket-paper loket-sim loket-sippd
loket_ROOMS       := base sys xml form court config store service session tty desk cmd
loketd_ROOMS      := base sys xml form court config store service bank sipp mail net worker
loket-paper_ROOMS := base sys xml paper
loket-sim_ROOMS   := base sys xml sim
loket-sippd_ROOMS := base sys xml sipp net sippd

# What a room brings along; a program links what its rooms bring.
base_LIBS   := libutf8proc
xml_LIBS    := libxml-2.0
tty_LIBS    := ncursesw
store_LIBS  := sqlite3 jansson libsodium
service_LIBS := libsodium
net_LIBS    := libcurl libmicrohttpd gnutls
bank_LIBS   := libcrypto jansson
paper_LIBS  := cairo pango pangocairo libqrencode libseccomp
sippd_LIBS := libmariadb
sim_LIBS    := sqlite3 libxml-2.0 libcurl libmicrohttpd libcrypto jansson
libs = $(if $(strip $(foreach r,$(1),$($(r)_LIBS))),$$(shell pkg-config --libs $(sort $(foreach r,$(1),$($(r)_LIBS)))))
# Headers that do not lie in /usr/include, as system headers: their warnings are not ours.
xml_CFLAGS   = -isystem /usr/include/libxml2
form_CFLAGS  = $(xml_CFLAGS)
sim_CFLAGS   = $(xml_CFLAGS)
sippd_CFLAGS = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags libmariadb))
paper_CFLAGS = $(patsubst -I%,-isystem %,$(shell pkg-config --cflags $(paper_LIBS)))

objects = $(patsubst src/%.c,$(B)/%.o,$(wildcard src/$(1)/*.c))
room_objects = $(foreach r,$(1),$(call objects,$(r)))

SHELLS := bash zsh fish
## make            the five programs, in build/gcc
##                 CC=clang: in build/clang; KIND=debug (-O0 -g3) asan cover fuzz: in build/gcc-debug …
.PHONY: build
build: $(PROGRAMS:%=$(B)/%) locale $(SHELLS:%=$(B)/completion/%)

define program_rule
$(B)/$(1): $(B)/$(1).o $(call room_objects,$($(1)_ROOMS))
	$$(CC) $$(LDFLAGS_$$(KIND)) $$(LDFLAGS) -o $$@ $$^ -Wl,--as-needed $(call libs,$($(1)_ROOMS))
endef
$(foreach p,$(PROGRAMS),$(eval $(call program_rule,$(p))))

$(B)/%.o: src/%.c $(B)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $($(patsubst %/,%,$(dir $*))_CFLAGS) -MMD -MP -c -o $@ $<

# The table of commands says what the shells complete; the court's data what its values are.
$(SHELLS:%=$(B)/completion/%): $(B)/loket $(wildcard data/*.xml forms/*.xml)
	@mkdir -p $(@D)
	LANGUAGE= LOKET_SHARE=$(CURDIR) LOKET_HOME=$(@D)/none $(B)/loket completion $(@F) > $@

# Other flags make other objects.
$(B)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(subst ','\'',$(ALL_CFLAGS))' | cmp -s - $@ || echo '$(subst ','\'',$(ALL_CFLAGS))' > $@
.PHONY: FORCE

# ---- SQL is written in files; the store's enum and table are made from them ----
SQL := $(sort $(wildcard src/store/sql/*.sql))
$(B)/include/store_sql.h: src/tools/sql.awk $(SQL)
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/tools/sql.awk $(SQL) > $@
$(call objects,store): $(B)/include/store_sql.h
$(B)/include/sippd_sql.h: src/tools/sql.awk src/sippd/sql/sippd.sql
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/tools/sql.awk src/sippd/sql/sippd.sql > $@
$(call objects,sippd): $(B)/include/sippd_sql.h

# The warnings of another compiler, without its objects.
.PHONY: syntax
syntax: $(patsubst src/%.c,$(B)/syntax/%,$(wildcard src/*.c src/*/*.c))
$(B)/syntax/%: src/%.c $(B)/flags $(B)/include/store_sql.h $(B)/include/sippd_sql.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $($(patsubst %/,%,$(dir $*))_CFLAGS) -fsyntax-only -MMD -MP -MF $@.d -MT $@ $<
	@touch $@

## make room-NAME  compiles the files of one room: make room-court
room-%:
	$(MAKE) $(call objects,$*)

# ---- the English catalogue; the Indonesian sentences are the msgids themselves ----
LANGUAGES := $(patsubst data/po/%.po,%,$(wildcard data/po/*.po))
.PHONY: locale po
locale: $(LANGUAGES:%=build/locale/%/LC_MESSAGES/loket.mo)
build/locale/%/LC_MESSAGES/loket.mo: data/po/%.po
	@mkdir -p $(@D)
	msgfmt -o $@ $<
## make po         brings data/po/*.po up to the sentences in the sources
po:
	src/tools/po.sh $(LANGUAGES)

# ---- running ----
HOME_NOW = $${LOKET_HOME:-$${XDG_DATA_HOME:-$$HOME/.local/share}/loket}
## make run        installs what is missing, builds, makes a sample home if there is none, opens the desk
.PHONY: run deps
run:
	@src/tools/deps.sh run build
	@$(MAKE) -s -j$(JOBS) build
	@test -e "$(HOME_NOW)/loket.db" || $(B)/loket init --sample
	@exec $(B)/loket sandbox
## make deps       installs on Debian and Ubuntu what build and tests need and the machine lacks
deps:
	@src/tools/deps.sh run build test

# ---- tests ----
comma := ,
$(foreach line,$(shell awk -f src/tools/rooms.awk src/ROOMS),$(eval $(subst $(comma), ,$(line))))
UNIT := $(patsubst tests/unit/%.c,%,$(sort $(wildcard tests/unit/*_*.c)))
FUZZ := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*_*.c)))
room_of = $(firstword $(subst _, ,$(1)))
needs = $($(call room_of,$(1))_NEEDS)

# Tests read the files of the tree. One that was moved, or copied with what was built in it, is read at its new place.
PLACE = -DLOKET_SOURCE='"$(CURDIR)"'
$(B)/place: FORCE
	@mkdir -p $(@D)
	@echo '$(CURDIR)' | cmp -s - $@ || echo '$(CURDIR)' > $@

define test_rule # $(1) folder, $(2) name, $(3) further objects, $(4) further libraries
$(B)/tests/$(1)/$(2): $(B)/tests/$(1)/$(2).o $(3) $(call room_objects,$(call needs,$(2)))
	$$(CC) $$(LDFLAGS_$$(KIND)) $$(LDFLAGS) -o $$@ $$^ -Wl,--as-needed $(4) $(call libs,$(call needs,$(2)))
endef
$(foreach t,$(UNIT),$(eval $(call test_rule,unit,$(t),,-lcmocka)))
$(foreach t,$(FUZZ),$(eval $(call test_rule,fuzz,$(t),$(if $(filter-out fuzz,$(KIND)),$(B)/tests/fuzz/replay.o),-lcmocka)))

$(B)/tests/%.o: tests/%.c $(B)/flags $(B)/place $(B)/include/store_sql.h $(B)/include/sippd_sql.h
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(PLACE) $($(call room_of,$(notdir $*))_CFLAGS) -MMD -MP -c -o $@ $<

tool_objects = $(patsubst tests/%.c,$(B)/tests/%.o,$(wildcard tests/$(1)/*.c))
# The time of a test, in front of the C library's; the programs that are shipped know of none (tests/clock).
build/clock.so: tests/clock.c
	@mkdir -p $(@D)
	$(CC) -std=c17 $(WARN) -D_GNU_SOURCE -O2 -fPIC -shared -o $@ $<

$(B)/tests/walk/driver: $(call tool_objects,walk) | build/clock.so
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs vterm ncursesw)

$(B)/tests/typing/typing: $(B)/tests/typing/typing.o $(filter-out %/driver.o %/verbs.o,$(call tool_objects,walk)) | build/clock.so
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs vterm ncursesw sqlite3)

$(B)/tests/year/court: $(B)/tests/year/court.o $(call room_objects,base sys xml form court config store service)
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs $(base_LIBS) $(xml_LIBS) $(store_LIBS) $(service_LIBS))

## make unit-NAME  builds one unit test and runs it: make unit-court_fee KIND=debug
unit-%: $(B)/tests/unit/%
	$<
## make walk-NAME  runs one walk, tests/walk/NAME*.walk: make walk-72
walk-%: build $(B)/tests/walk/driver
	for walk in tests/walk/$**.walk; do $(B)/tests/walk/driver -b $(B) -s 80x24 -t linux $$walk || exit 1; done

.PHONY: unit-built asan-built check test npm fresh lint bench fuzz
unit-built: $(UNIT:%=$(B)/tests/unit/%)
asan-built: unit-built $(FUZZ:%=$(B)/tests/fuzz/%)

WALKS := $(sort $(wildcard tests/walk/*.walk))
WIDE := $(if $(WALKS),$(shell grep -L '^size ' $(WALKS)))
FILLS := $(if $(WALKS),$(shell grep -lE '^(fill|focus) ' $(WALKS)))
WALK = build/gcc/tests/walk/driver
TYPING = build/gcc/tests/typing/typing
unit_runs = $(UNIT:%=build/gcc-cover/tests/unit/%)
asan_runs = $(UNIT:%=build/gcc-asan/tests/unit/%) $(FUZZ:%=build/gcc-asan/tests/fuzz/%)
walk_runs = $(foreach w,$(WALKS),'$(WALK) -b build/gcc-asan -s 80x24 -t linux $(w)') \
	$(foreach w,$(WIDE),'$(WALK) -b build/gcc-cover -s 200x50 -t xterm-256color $(w)') $(more_runs) $(ear_runs) \
	'PATH=tests/fresh/here:$$PATH $(WALK) -b build/gcc -t linux tests/fresh/run.walk'
# Of these an ear must know all (tests/walk/ear.c); what it heard is in build/*.ear.
ear_runs = $(foreach w,01-nine-steps 22-by-ear,'$(WALK) -b build/gcc -s 80x24 -t linux -e build/$(w).ear tests/walk/$(w).walk')
tidy_runs = $(patsubst %,'src/tools/tidy.sh -t %',$(wildcard src/*/*.c src/*.c))
scripts = $(wildcard tests/wire/*.sh tests/adding/*.sh tests/sippd/*.sh tests/cmd/*.sh tests/npm/*.sh tests/paper/*.sh)
# The long ones by their parts, so that these spread.
script_runs = $(foreach p,create-va inquiry-va status delete-va update-va token report clock notify,\
	'tests/wire/bank-matrix.sh $(p)') $(foreach p,desk closing 1 2 3,'tests/wire/kill-everywhere.sh $(p)') \
	$(filter-out %/bank-matrix.sh %/kill-everywhere.sh,$(scripts))
quick_runs = $(wildcard tests/cmd/*.sh) tests/wire/nine-steps.sh tests/paper/run.sh

# The forms with optional fields more: no walk that fills one in may break.
MORE := $(patsubst %,build/more/%,$(wildcard forms/*.xml))
more_runs = $(foreach w,$(FILLS),'$(WALK) -b build/gcc -d build/more -s 80x24 -t linux $(w)')
build/more/forms/%.xml: forms/%.xml tests/walk/more.awk
	@mkdir -p $(@D) build/more/build
	@ln -sfn ../../data build/more/data
	@ln -sfn ../../../forms/form.xsd build/more/forms/form.xsd
	@ln -sfn ../../../forms/print build/more/forms/print
	@ln -sfn ../../locale build/more/build/locale
	awk -f tests/walk/more.awk $< $< > $@

## make check      everything: gcc and clang, lint, unit tests, walks, commands, wires, papers
check:
	@src/tools/deps.sh run build test
	@tests/npm/fetch || :
	@rm -f $$(find build -name '*.gcda' 2>/dev/null)
	@$(MAKE) -s -j$(JOBS) build $(WALK) $(TYPING) $(MORE)
	@$(MAKE) -s -j$(JOBS) CC=clang syntax
	@$(MAKE) -s -j$(JOBS) KIND=asan build asan-built
	@$(MAKE) -s -j$(JOBS) KIND=cover build unit-built
	@LOKET_BUILD=build/gcc tests/run -t 600 -j $(JOBS) -e 'src/tools/coverage.sh build/gcc-cover' \
		'src/tools/lint.sh -t' tests/lint/run $(tidy_runs) $(asan_runs) $(unit_runs) -- $(script_runs) $(TYPING) $(walk_runs)
## make test       within a minute, for while one writes: unit tests, walks, and the scripts that are quick
test:
	@$(MAKE) -s -j$(JOBS) build unit-built $(WALK)
	@LOKET_BUILD=build/gcc tests/run -j $(JOBS) $(UNIT:%=build/gcc/tests/unit/%) -- $(quick_runs) \
		$(foreach w,$(WALKS),'$(WALK) -b build/gcc -s 80x24 -t xterm-256color $(w)')
## make fresh      SUITE=bookworm: a bare Debian root, the README's two commands in it (as root)
SUITE ?= bookworm
fresh:
	@src/tools/deps.sh run build test
	@$(MAKE) -s -j$(JOBS) build $(WALK)
	@src/tools/fresh.sh $(SUITE)
## make npm        the independent libraries that tests compare with; without them these are skipped
npm:
	@tests/npm/fetch
## make lint       the rules of the house; each line names number, place and remedy
lint: build
	@src/tools/lint.sh
	@src/tools/tidy.sh
## make fuzz       SECONDS=60 of libFuzzer at each door
SECONDS ?= 60
fuzz:
	@$(MAKE) -s -j$(JOBS) CC=clang KIND=fuzz fuzz-built
	@for f in $(FUZZ); do mkdir -p build/corpus/$$f; build/clang-fuzz/tests/fuzz/$$f \
		-max_total_time=$(SECONDS) -timeout=5 build/corpus/$$f tests/fuzz/$$f || exit 1; done
.PHONY: fuzz-built
fuzz-built: $(FUZZ:%=$(B)/tests/fuzz/%)
## make typing     SESSIONS=2000 of 500 random keys at the desk under ASan; SEED= of the first
SESSIONS ?= 2000
.PHONY: typing
typing: build
	@$(MAKE) -s -j$(JOBS) KIND=asan build
	@$(MAKE) -s $(TYPING)
	@$(TYPING) -n $(SESSIONS) $(SEED:%=-r %)
## make bench      figures, beside a bare ncurses program, dialog and whiptail (LOKET_BENCH_MAX=1000000)
BENCH := $(addprefix $(B)/tests/bench/,bench peer peer-xml payments registrations places pages desks count.so)
bench: build
	@$(MAKE) -s $(BENCH)
	@tests/bench/run $(B)
$(B)/tests/bench/peer: $(B)/tests/bench/peer.o
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs ncursesw sqlite3)
$(B)/tests/bench/peer-xml: tests/bench/peer.c
	$(CC) $(ALL_CFLAGS) $(xml_CFLAGS) -DWITH_XML $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs ncursesw sqlite3 libxml-2.0)
$(B)/tests/bench/payments: $(B)/tests/bench/payments.o $(call room_objects,base sys net)
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs $(base_LIBS) $(net_LIBS) libcrypto)
$(B)/tests/bench/registrations: tests/bench/registrations.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(sippd_CFLAGS) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs libmariadb)
$(B)/tests/bench/places: $(B)/tests/bench/places.o $(call room_objects,base sys xml form court config store service)
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs $(base_LIBS) $(xml_LIBS) $(store_LIBS) $(service_LIBS))
$(B)/tests/bench/desks: $(B)/tests/bench/desks.o $(call room_objects,base sys xml form court query store)
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs $(base_LIBS) $(xml_LIBS) $(store_LIBS))
$(B)/tests/bench/pages: tests/bench/pages.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(paper_CFLAGS) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs pangocairo libqrencode)
$(B)/tests/bench/count.so: tests/bench/count.c
	$(CC) $(ALL_CFLAGS) -fPIC -shared -o $@ $^
$(B)/tests/bench/bench: $(B)/tests/bench/bench.o $(filter-out %/driver.o %/verbs.o,$(call tool_objects,walk)) | build/clock.so
	$(CC) $(LDFLAGS_$(KIND)) -o $@ $^ $(shell pkg-config --libs vterm ncursesw)

# ---- installing ----
SHARE = $(DESTDIR)$(PREFIX)/share
ADMINISTRATORS = $(addprefix $(B)/,loketd loket-paper loket-sippd)
## make install    PREFIX=/usr/local DESTDIR=: programs, forms, data, man pages, completion
.PHONY: install uninstall dist deb deploy-test clean help
install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/sbin
	install $(filter-out $(ADMINISTRATORS),$(PROGRAMS:%=$(B)/%)) $(DESTDIR)$(PREFIX)/bin
	install $(ADMINISTRATORS) $(DESTDIR)$(PREFIX)/sbin
	cd $(CURDIR) && find forms data -type f ! -path 'data/po/*' ! -path 'data/completion/*' \
		-exec install -D -m 644 {} $(SHARE)/loket/{} \;
	for page in $(patsubst man/%,%,$(wildcard man/*.[1578] man/id/*.[1578])); do \
		install -D -m 644 man/$$page $(SHARE)/man/$$(dirname $$page)/man$${page##*.}/$$(basename $$page) || exit 1; done
	for tongue in $(LANGUAGES); do install -D -m 644 build/locale/$$tongue/LC_MESSAGES/loket.mo \
		$(SHARE)/locale/$$tongue/LC_MESSAGES/loket.mo || exit 1; done
	install -D -m 644 $(B)/completion/bash $(SHARE)/bash-completion/completions/loket
	for program in $(notdir $(wildcard data/completion/*)); do install -D -m 644 data/completion/$$program \
		$(SHARE)/bash-completion/completions/$$program || exit 1; done
	install -D -m 644 $(B)/completion/zsh $(SHARE)/zsh/site-functions/_loket
	install -D -m 644 $(B)/completion/fish $(SHARE)/fish/vendor_completions.d/loket.fish

## make uninstall  takes away what install with the same PREFIX and DESTDIR puts in place; homes stay
uninstall:
	rm -f $(foreach p,$(PROGRAMS),$(DESTDIR)$(PREFIX)/bin/$(p) $(DESTDIR)$(PREFIX)/sbin/$(p)) \
		$(SHARE)/locale/*/LC_MESSAGES/loket.mo $(SHARE)/zsh/site-functions/_loket \
		$(SHARE)/fish/vendor_completions.d/loket.fish \
		$(foreach p,$(PROGRAMS),$(SHARE)/bash-completion/completions/$(p)) \
		$(foreach m,$(patsubst man/%,%,$(wildcard man/*.[1578] man/id/*.[1578])),$(SHARE)/man/$(dir $(m))man$(subst .,,$(suffix $(m)))/$(notdir $(m)))
	rm -rf $(SHARE)/loket

## make dist       build/loket-VERSION.tar.gz: the files of this commit
dist:
	@mkdir -p build
	git archive --prefix=loket-$(VERSION)/ -o build/loket-$(VERSION).tar.gz HEAD
## make deb        the Debian packages, in build/deb; what lintian says of them
deb:
	@src/tools/deps.sh build deb
	@src/tools/deb.sh $(VERSION)
## make deploy-test  SUITE=bookworm: loket-deploy(7) on a bare Debian root, with the packages (as root)
deploy-test: deb
	@src/tools/deps.sh fresh
	@src/tools/fresh.sh $(SUITE) deploy

## make clean      removes build/
clean:
	rm -rf build
help:
	@sed -n 's/^## //p' Makefile

-include $(shell find $(B) -name '*.d' 2>/dev/null)
