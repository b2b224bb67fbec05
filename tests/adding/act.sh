#!/bin/sh
# An act: its function and row in the step's file, a right; a name in acts.h only where another room
# does it by name.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy_built
before src/court/step5_skum.c '^static const struct act \*const acts' <<'X'
static bool take_note(const struct context *s, const struct filing *f, const struct command *c,
                      struct decision *d, struct fault *why)
{
	(void)s, (void)f, (void)c, (void)why;
	d->event = say(d->a, N_("e-SKUM dicatat di buku bantu"));
	return true;
}

static const struct act act_note = {
	.name = SKUM ".catat",
	.step = SKUM,
	.form = "",
	.from = FROM_BEGUN,
	.after = N_("tetap"),
	.decide = take_note,
};
X
sed -i 's/^\(static const struct act \*const acts\[\] = { &act_issue\)/\1, \&act_note/' "$tree/src/court/step5_skum.c"
after data/rights.xml 'act="skum.terbit"' <<'X'
  <right act="skum.catat" roles="kasir"/>
X
translated "e-SKUM dicatat di buku bantu" "e-SKUM noted in the side book"
ends 0 "it builds" build "$built/loket" locale
ends 0 "the acts that are run" loket sop --transitions
says "have it, and who may" 'catat.*kasir'
loket init --people >/dev/null
cp "$tree/data/sample/"*.pdf "$work"
loket filing import "$tree/data/sample/filings.xml" --as sari >/dev/null
reg=$(sql "select reg from filing where title like 'Nur%'")
loket step pendaftar.setuju --as budi --filing "$reg" setuju=ya >/dev/null
ends 0 "it is done" loket step skum.catat --as rina --filing "$reg"
ends 1 "by those who may" loket step skum.catat --as umar --filing "$reg"
ends 0 "the history" loket filing show "$reg" --as rina
says "has what happened" 'dicatat di buku bantu'
lint L12 L15 L16
touched src/court/step5_skum.c data/rights.xml data/po/en.po
echo "1..$count"
