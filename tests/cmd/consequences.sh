#!/bin/sh
# Consequences: what calendar, tariff and clock would answer otherwise now; what a file would change before it is put in
# force; a clock that cannot be right; minutes of the counter.
# shellcheck source=tests/cmd/common
. "$(dirname "$0")/common"

sample() { loket filing list --as budi --step "$1" --format csv | sed -n 2p | cut -d, -f1; }
list() { loket data consequences --as budi --format csv | sed 1d; }

ends 0 "a sample court" loket init --sample
is "nothing is touched" "" "$(list)"

# ---- a holiday decreed later ----
ends 0 "a hearing is set" loket step panggilan.tetapkan --as budi --filing "$(sample panggilan)" sidang_tanggal=2027-01-11 "alasan_hari=perintah ketua majelis" sidang_jam=09.00 "ruang=Ruang Sidang Utama" jurusita=umar
sed '0,/<hijri /s|<hijri |<year number="2027" decree="SKB contoh"><day on="2027-01-11" kind="holiday" name="Libur Contoh"/></year>&|' \
	"$root/data/calendar.xml" >"$work/calendar.xml"
ends 0 "what if that day became a holiday" loket data try "$work/calendar.xml" --as budi
says "  the hearing is named, with why" "sidang pada hari libur: Libur Contoh"
says "  and what to do" "minta majelis menetapkan hari lain"
is "  nothing is in force yet" "" "$(list)"
mkdir -p "$LOKET_HOME/data"
cp "$work/calendar.xml" "$LOKET_HOME/data/calendar.xml"
ends 0 "in force: it is listed" loket data consequences --as budi
says "  once, though both parties are called" "11-01-2027"
is "  the hearing is kept" 20829 "$(sql 'select distinct hearing from summons')"
rm "$LOKET_HOME/data/calendar.xml"

# ---- the last day to serve moves ----
sed '/key="surat_tercatat"/s/days="6"/days="9"/' "$root/data/summons.xml" >"$work/summons.xml"
ends 0 "what if a letter needs nine days" loket data try "$work/summons.xml" --as budi
says "  the last day to serve moves, from which to which" "batas panggilan .* bergeser"

# ---- a tariff ends ----
sed 's|amount="30000"|amount="31000"|' "$root/data/fees/pnbp.xml" >"$work/pnbp.xml"
ends 0 "what if the registration fee were another" loket data try "$work/pnbp.xml" --as budi
says "  the unpaid e-SKUM is named with both sums" "e-SKUM yang belum dibayar.*Rp"

# ---- in force: asked are the filings from before, and those from before a tariff that has begun since ----
mkdir -p "$LOKET_HOME/data/fees"
sed 's|\(<tariff component="pendaftaran".*from="2019-05-01"\) \(.*\)|\1 to="2026-12-31" \2<tariff component="pendaftaran" amount="31000" from="2027-01-01" decree="Contoh"/>|' \
	"$root/data/fees/pnbp.xml" >"$LOKET_HOME/data/fees/pnbp.xml"
is "a tariff to come changes nothing" "" "$(list)"
ends 0 "on its first day" env LOKET_CLOCK=2027-01-01T02:00:00Z loket data consequences --as budi
says "  the unpaid e-SKUM is named" "e-SKUM yang belum dibayar.*Rp"
sqlite3 "$LOKET_HOME/loket.db" "update data_stamp set since = 0" # as if the filings were younger than the files
ends 0 "  a younger one too" env LOKET_CLOCK=2027-01-01T02:00:00Z loket data consequences --as budi
says "  is named" "e-SKUM yang belum dibayar.*Rp"
sed 's|amount="30000"|amount="31000"|' "$root/data/fees/pnbp.xml" >"$LOKET_HOME/data/fees/pnbp.xml"
ends 0 "another tariff at once" loket data consequences --as budi
says "  names it today" "e-SKUM yang belum dibayar.*Rp"
sqlite3 "$LOKET_HOME/loket.db" "update data_stamp set since = 0"
is "  what is younger than the files was judged by them" "" "$(list)"
rm "$LOKET_HOME/data/fees/pnbp.xml"

# ---- a rule that warns or refuses now ----
sed '0,/<paper /s||<paper kind="sktm" need="warns" source="Percobaan"/>&|' "$root/data/case-types.xml" >"$work/case-types.xml"
ends 0 "what if a paper were asked of everybody" loket data try "$work/case-types.xml" --as budi
says "  the filings without it are named, with the day they were entered" "Berkas: .* belum diunggah.*kini diperingatkan"
is "  not the one with its number" "" "$(loket data try "$work/case-types.xml" --as budi | grep 1/Pdt)"
sed '0,/<paper /s||<paper kind="sktm" need="stops" source="Percobaan"/>&|' "$root/data/case-types.xml" >"$work/case-types.xml"
ends 0 "what if none were taken without it" loket data try "$work/case-types.xml" --as budi
says "  each that would be refused is named" "kini ditolak: kembalikan langkahnya"
ends 2 "a file that is none is refused" loket data try "$work/none.xml" --as budi
echo '<calendar/>' >"$work/calendar.xml"
cp "$root/data/calendar.xml" "$work/kalender.xml"
ends 2 "  one of another name is no table of fees" loket data try "$work/kalender.xml" --as budi
says "  and that is said" "Tidak ada berkas data bernama"
ends 2 "  and a faulty one, by name" loket data try "$work/calendar.xml" --as budi

# ---- the clock ----
account="jenis=perorangan identitas=ktp nik=3175016505850003 nama=Nani alamat=Melati telepon=081234567890 domisili=email email=nani@example.id bank=bsi rekening=7001234567 pemilik_rekening=Nani"
at() { # at CLOCK COMMAND…
	clock=$1
	shift
	LOKET_CLOCK=$clock "$@"
}
before=$(sql "select count(*) from filing")
# shellcheck disable=SC2086 # words of the account
ends 1 "1970: no registration" at 1970-01-02T02:00:00Z loket step akun --as sari $account
says "  and why" "di luar kalender pengadilan"
# shellcheck disable=SC2086
ends 1 "last year: no registration" at 2025-11-25T02:00:00Z loket step akun --as sari $account
says "  and why" "sebelum catatan terakhir"
# shellcheck disable=SC2086
ends 1 "years ahead: no registration" at 2031-11-25T02:00:00Z loket step akun --as sari $account
says "  and why" "jauh sesudah catatan terakhir"
is "  nothing was registered" "$before" "$(sql "select count(*) from filing")"
ends 0 "an act by the wrong clock on an old filing" at 2025-11-25T02:00:00Z loket step nomor.segarkan --as budi --filing "$(sample panggilan)"
# shellcheck disable=SC2086
ends 1 "  does not make it the right one" at 2025-11-25T02:00:00Z loket step akun --as sari $account
# shellcheck disable=SC2086
ends 0 "who may vouch for the clock registers" at 2025-11-25T02:00:00Z loket step akun --as budi $account
says "  and is warned" "sebelum catatan terakhir"
ends 0 "status" at 2025-11-25T02:00:00Z loket status --as budi
says "  says so too" "diragukan"

# ---- a Sunday ----
late() { at "$1" loket status --as budi --format csv --table langkah | sed 1d | cut -d, -f4 | paste -sd+ | bc; }
is "the counter closes on Friday at 17.00: nothing is later on Sunday at dawn than then" "$(late 2026-11-27T10:00:00Z)" "$(late 2026-11-28T23:44:00Z)"
echo "1..$count"
