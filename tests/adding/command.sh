#!/bin/sh
# A command: its row in cmd.c, its function in a family's file, its prototype, its words in the manual.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy_built
after src/cmd/cmd.c '^	{ "sop", ""' <<'X'
	{ "salam", "[NAMA]", 0, 1, NEEDS_NOTHING, 0, cmd_greet, N_("beri salam") },
X
cat >>"$tree/src/cmd/sop.c" <<'X'

bool cmd_greet(struct cmd *c, struct fault *why)
{
	(void)why;
	output_line(arena_print(c->a, "Salam, %s", c->word_count > 0 ? c->words[0] : "dunia"));
	return true;
}
X
after src/cmd/private.h 'bool cmd_sop\(' <<'X'
bool cmd_greet(struct cmd *c, struct fault *why);
X
before man/loket.1 '^\.It Ic sop' <<'X'
.It Ic salam Op Ar nama
says hello.
X
translated "beri salam" "say hello"
ends 0 "it builds" build "$built/loket" locale
ends 0 "it runs" loket salam Wayan
says "and does what it is for" '^Salam, Wayan$'
ends 0 "help" loket --help
says "names it" 'loket salam \[NAMA\]'
lint L12 L15 L17
touched src/cmd/cmd.c src/cmd/sop.c src/cmd/private.h man/loket.1 data/po/en.po
echo "1..$count"
