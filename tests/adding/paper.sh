#!/bin/sh
# A paper of a filing: its template, its view, its row, a right, and the two places a person asks for it.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy_built
cat >"$tree/forms/print/label.xml" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<!-- Label berkas: what stands on the folder of a filing.
     dibuat dicetak nama nomor_daftar -->
<paper xmlns="urn:loket:print:1" title="Label {nomor_daftar}" needs="dibuat nama nomor_daftar"
       size="A4" margins="15 20 18 25" points="11">
  <foot>dicetak {dicetak}</foot>
  <title>Berkas {nomor_daftar}</title>
  <para>{nama}</para>
</paper>
X
cat >>"$tree/src/court/papers.c" <<'X'

const char *paper_folder(const struct rulebook *b, const struct filing *f, const struct printing *p,
                        struct arena *a)
{
	struct view v = view_start(a);
	view_head(&v, b, p->now, p->again);
	view_put(&v, "nama", f->title);
	view_put(&v, "nomor_daftar", f->reg);
	return view_finish(&v);
}
X
before include/loket/court.h '^const char \*paper_skum' <<'X'
const char *paper_folder(const struct rulebook *b, const struct filing *f, const struct printing *p,
                        struct arena *a);
X
before src/service/print.c '^static const struct paper_kind' <<'X'
static bool is_filing(struct print_order *j)
{
	return j->f->version > 0;
}

static const char *view_folder(const struct print_order *j)
{
	return paper_folder(j->s->app->book, j->f, &j->how, j->a);
}

X
before src/service/print.c '^	\{ "skum", has_skum' <<'X'
	{ "label", is_filing, view_folder, N_("Label selalu ada") },
X
sed -i 's/FILING_PAPERS = 5/FILING_PAPERS = 6/' "$tree/src/service/private.h"
after data/rights.xml 'act="cetak.skum"' <<'X'
  <right act="cetak.label" roles="petugas admin kasir"/>
X
sed -i 's/{ "print", "skum|/{ "print", "label|skum|/' "$tree/src/cmd/cmd.c"
sed -i '/{ "cetak:skum", /i \		{ "cetak:label", N_("Cetak label berkas"), "" },' "$tree/src/desk/filing.c"
translated "Label selalu ada" "A label is always there"
translated "Cetak label berkas" "Print the folder's label"
ends 0 "it builds" build "$built/loket" locale
ends 0 "template and view share their names" loket data check
loket init --people >/dev/null
cp "$tree/data/sample/"*.pdf "$work"
loket filing import "$tree/data/sample/filings.xml" --as sari >/dev/null
reg=$(sql 'select reg from filing order by reg limit 1')
ends 0 "it is printed" loket print label --as sari --filing "$reg"
pdftotext -layout "$(tail -n 1 "$work/said")" "$work/said"
says "with what the view says" "Berkas $reg"
ends 1 "by those who may" loket print label --as umar --filing "$reg"
lint L12 L15 L16 L17
touched forms/print/label.xml src/court/papers.c include/loket/court.h src/service/print.c src/service/private.h data/rights.xml \
	src/cmd/cmd.c src/desk/filing.c data/po/en.po
echo "1..$count"
