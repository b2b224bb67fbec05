#!/bin/sh
# A tenth step in a copy of the tree: a form, its word in the SOP, its rights, a file and a row. The copy is built, its rules
# are tested, and a filing walks through all ten steps. The last test names every file that was touched.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/../cmd/common"
tree=$work/tree

# What was built is taken along: make builds again what the new step changes.
mkdir -p "$tree/build"
cd "$root" && cp -a Makefile data forms include src tests "$tree" && cp -a "$LOKET_BUILD" "$tree/build/gcc"
cd "$tree" || exit 3
# Line by line: sed -i would leave the copy's file with a new owner.
add_after() { # FILE LINE-PATTERN TEXT
	awk -v pattern="$2" -v text="$3" '{ print } $0 ~ pattern { print text; found = 1 } END { exit !found }' "$1" \
		>"$work/new" && cp "$work/new" "$1"
}

cat >forms/10-serah.xml <<'FORM'
<?xml version="1.0" encoding="UTF-8"?>
<form xmlns="urn:loket:form:1" step="serah" title="Serah terima berkas">
  <help>Berkas perkara diserahkan kepada kepaniteraan.</help>
  <field id="penerima" kind="text" label="Penerima" required="ya" max="100">
    <help>Nama yang menerima berkas.</help>
    <source>Buku II</source>
  </field>
  <field id="pada" kind="date" label="Pada" required="ya">
    <help>Hari berkas diserahkan.</help>
    <source>Buku II</source>
  </field>
</form>
FORM
awk '/<\/sop>/ { print "  <step key=\"serah\" name=\"Serah terima berkas\" norm=\"5\" actor=\"ADMIN PA\"><title>Menyerahkan berkas</title>" \
	"<needs>Berkas perkara</needs><output>Tanda terima</output></step>" } { print }' data/sop.xml >"$work/new" &&
	cp "$work/new" data/sop.xml
add_after data/rights.xml 'act="panggilan.hasil"' '  <right act="serah.isi" roles="petugas admin"/>'
cat >src/court/step10_handover.c <<'STEP'
/* Step 10, Serah terima berkas: the file of the case goes to the registry. */
#include "loket/list.h"

#include "private.h"

#define SERAH "serah"

static bool hand_over(const struct context *s, const struct filing *f, const struct command *c,
                      struct decision *d, struct fault *why)
{
	(void)why;
	fill_keep(s, d, f, c, SERAH);
	step_pass(d, f, SERAH, c->at);
	d->event = say(d->a, "Berkas diterima %1", values_of(&c->values, "penerima"));
	return true;
}

static const struct act act_hand_over = {
	.name = SERAH ".isi",
	.step = SERAH,
	.form = SERAH,
	.from = FROM_TURN,
	.after = N_("selesai"),
	.decide = hand_over,
};
static const struct act *const acts[] = { &act_hand_over };

const struct step step_handover = { .key = SERAH, .acts = acts, .act_count = COUNT_OF(acts) };
STEP
awk '/^\trow\(step_summons\)$/ { print $0 " \\"; print "\trow(step_handover)"; next } { print }' src/court/steps.c \
	>"$work/new" && cp "$work/new" src/court/steps.c

# ---- it builds, and the rules hold ----
tests=$(for test in config_load config_walk config_decide config_money config_product desk_frame; do
	echo "build/gcc/tests/unit/$test"
done)
# shellcheck disable=SC2086 # words
ends 0 "the copy builds" make -s -j2 build build/gcc/tests/walk/driver $tests
for test in $tests; do
	ends 0 "${test##*/} holds" "$test"
done

# ---- a filing goes through all ten ----
PATH=$tree/build/gcc:$PATH LOKET_SHARE=$tree
export PATH LOKET_SHARE
ends 0 "the SOP names it" loket sop
says "the SOP names it tenth" '10.*Serah terima berkas'
ends 0 "its transition is printed" loket sop --transitions
says "its transition is printed" 'serah.*isi'
# The nine as ever; then the tenth by its key on the rail.
awk '/^kill -15$/ { exit } { print }' tests/walk/01-nine-steps.walk >"$work/ten.walk"
cat >>"$work/ten.walk" <<'WALK'
as sari
see "10 Serah terima berkas"
see " 9 Panggilan pertama"
press 0
press Enter
see "Nur’aini"
press Enter
see "Penerima"
see "10 Serah"
press F10
see "Penerima: belum diisi"
type "Fatimah"
press Enter
type "+0"
press F10
see "Berkas diterima Fatimah"
sql "select count(*) from step where state = 'done'" is "10"
press Shift-Tab
press 1
see "Jenis pengguna"
press Shift-Tab
press 0
see "Fatimah"
sql "select stage from filing" is "11"
press F3
see "menurut SOP"
WALK
ends 0 "a filing walks through ten steps" build/gcc/tests/walk/driver -b build/gcc "$work/ten.walk"
says "to the end" '^ok .*menurut SOP'

# ---- what was touched ----
cd "$root" || exit 3
touched=$(for part in forms data include src tests; do diff -rq "$part" "$tree/$part"; done |
	sed "s|^Only in $tree/\([^:]*\): |\1/|; s|^Files \([^ ]*\) .*|\1|" | sort | tr '\n' ' ')
is "these files are touched" \
	"data/rights.xml data/sop.xml forms/10-serah.xml src/court/step10_handover.c src/court/steps.c " "$touched"
echo "1..$count"
