# Loket: see README. `make help` names the targets.
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SUFFIXES:
.DEFAULT_GOAL := build

VERSION := 0.1.0
PREFIX  ?= /usr/local
DESTDIR ?=

# ---- a build is a compiler and a way: make CC=clang, make KIND=asan ----
ifeq ($(origin CC),default)
CC := gcc
endif
KIND ?= release
B := build/$(notdir $(CC))$(if $(filter-out release,$(KIND)),-$(KIND))

WARN := -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
	-Wwrite-strings -Wvla -Wswitch-enum -Wformat=2 -Wundef -Wcast-qual -Werror
# The one place of feature macros.
DEFINE := -D_GNU_SOURCE -D_FILE_OFFSET_BITS=64 -DLOKET_VERSION='"$(VERSION)"' \
	-DLOKET_PREFIX='"$(PREFIX)"' -DLOKET_SOURCE='"$(CURDIR)"'
CFLAGS_release := -O2 -g -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fPIE
LDFLAGS_release := -pie -Wl,-z,relro,-z,now
CFLAGS_asan := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DLOKET_ASAN
LDFLAGS_asan := -fsanitize=address,undefined
CFLAGS_cover := -O0 -g --coverage
LDFLAGS_cover := --coverage
ALL_CFLAGS = -std=c17 $(WARN) $(DEFINE) -Iinclude -I$(B)/include $(CFLAGS_$(KIND)) $(CFLAGS)

# ---- rooms (src/ROOMS): objects by wildcard, programs by list ----
PROGRAMS := loket loketd loket-paper loket-sim
loket_ROOMS       := base sys xml form court rules store office tty desk cmd
loketd_ROOMS      := base sys xml form court rules store office bank sipp net courier
loket-paper_ROOMS := base sys xml paper
loket-sim_ROOMS   := base sys xml sim

loket_LIBS       := ncursesw sqlite3 libxml-2.0 libutf8proc libsodium
loketd_LIBS      := sqlite3 libxml-2.0 libutf8proc libsodium libcurl libmicrohttpd libcrypto jansson
loket-paper_LIBS := libxml-2.0 libutf8proc cairo pango pangocairo libqrencode
loket-sim_LIBS   := sqlite3 libxml-2.0 libutf8proc libcurl libmicrohttpd libcrypto jansson

# third-party headers by room
paper_CFLAGS = $(shell pkg-config --cflags cairo pango pangocairo libqrencode)
ALLROOMS := $(sort $(foreach p,$(PROGRAMS),$($(p)_ROOMS)))
XML_CFLAGS := -isystem /usr/include/libxml2

objects = $(patsubst src/%.c,$(B)/%.o,$(wildcard src/$(1)/*.c))
program_objects = $(B)/$(1).o $(foreach r,$($(1)_ROOMS),$(call objects,$(r)))

.PHONY: build
build: $(PROGRAMS:%=$(B)/%)

define program_rule
$(B)/$(1): $(call program_objects,$(1))
	$$(CC) $$(LDFLAGS_$$(KIND)) $$(LDFLAGS) -o $$@ $$^ -Wl,--as-needed $$(shell pkg-config --libs $$($(1)_LIBS))
endef
$(foreach p,$(PROGRAMS),$(eval $(call program_rule,$(p))))

$(B)/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(if $(filter paper/%,$*),$(paper_CFLAGS:-I%=-isystem%)) $(XML_CFLAGS) -MMD -MP -c -o $@ $<

# ---- SQL is written in files; the store's enum and table are made from them ----
SQL := $(wildcard src/store/sql/*.sql)
$(B)/include/store_sql.h: src/tools/sql.awk $(SQL)
	@mkdir -p $(@D)
	LC_ALL=C awk -f src/tools/sql.awk $(SQL) > $@
$(call objects,store): $(B)/include/store_sql.h

# one room alone, for whoever works in it: make room-base
room-%:
	$(MAKE) $(call objects,$*)

.PHONY: clean help
clean:
	rm -rf build
help:
	@sed -n 's/^## //p' Makefile

-include $(shell find $(B) -name '*.d' 2>/dev/null)
