/* The one table of keys. */
#include "keys.h"

#include <string.h>

#include "loket/fault.h"
#include "loket/list.h"
#include "loket/text.h"

const struct key_meaning key_meanings[] = {
	{ K_ENTER, "Enter", N_("lanjut"),
	  N_("Ke isian berikut; di daftar: buka; di teks beberapa baris: baris baru. Enter tidak pernah "
	     "menyelesaikan langkah.") },
	{ K_F10, "F10", N_("selesai"),
	  N_("Selesaikan langkah ini: semua diperiksa dan diputuskan, lalu lanjut. Bila ada yang salah, isian "
	     "pertama yang salah dituju.") },
	{ K_ESC, "Esc", N_("kembali"),
	  N_("Satu tingkat kembali; yang sudah diketik tetap tersimpan sebagai konsep.") },
	{ K_TAB, "Tab", "",
	  N_("Isian berikut; juga ↓. Shift-Tab dan ↑: isian sebelumnya; dari isian pertama ke daftar langkah di "
	     "kiri. Di teks beberapa baris panah bergerak di dalamnya.") },
	{ K_F1, "F1", N_("bantuan"),
	  N_("Bantuan untuk isian ini, dengan aturan dan sumbernya; sekali lagi: daftar tombol. "
	     "Di luar isian teks juga ?.") },
	{ K_F2, "F2", N_("mengapa?"),
	  N_("Mengapa? Dari mana angka, tanggal atau status ini berasal.") },
	{ K_F3, "F3", N_("Beranda"), N_("Ke Beranda; dari Beranda: keluar.") },
	{ K_F4, "F4", N_("pilihan"),
	  N_("Pilihan untuk isian ini; tanggal: kalender, teks panjang: layar penuh. Sekali lagi, dan di isian lain: tindakan lain di "
	     "layar ini.") },
	{ K_F5, "F5", N_("lanjutkan"),
	  N_("Tindakan kedua layar ini: lanjutkan, salin, tanyakan; bagian bawah layar menyebutnya.") },
	{ K_F6, "F6", N_("baru"), N_("Baru: pendaftaran, pihak atau orang.") },
	{ K_F7, "F7", N_("halaman"), N_("Halaman sebelumnya; juga PgUp.") },
	{ K_F8, "F8", N_("halaman"), N_("Halaman berikutnya; juga PgDn.") },
	{ K_F11, "F11", "",
	  N_("Singkirkan daftar langkah di kiri, sehingga isian mendapat tempatnya; sekali lagi: kembalikan.") },
	{ K_F9, "F9", N_("cetak"), N_("Cetak yang tampak di sini.") },
	{ K_NONE, "/", N_("cari"), N_("Cari, di luar isian teks; di daftar juga Ctrl-F.") },
	{ K_NONE, ":", "",
	  N_("Baris untuk perintah loket mana pun, di luar isian teks; Tab melengkapi kata-katanya.") },
	{ K_NONE, "Ins", "",
	  N_("Di daftar yang dapat ditandai: tandai baris atau lepaskan tandanya, lalu ke baris berikutnya; juga dengan spasi. "
	     "Tindakan berlaku untuk semua yang ditandai.") },
	{ K_NONE, "< >", "",
	  N_("Di daftar: urutkan menurut kolom sebelumnya atau berikutnya; = membalik urutan. Di baris yang diketik "
	     "tanda itu huruf biasa; panah bawah dahulu.") },
	/* lint: L15 names of keys */
	{ K_NONE, "Esc 1 … Esc 0", "",
	  N_("Sama dengan F1 … F10, juga Alt-1 … Alt-0, untuk terminal tanpa tombol F.") },
	{ K_NONE, "Ctrl-L, Ctrl-Z", "",
	  N_("Gambar ulang layar; tinggalkan sebentar (shell: fg untuk kembali).") },
	{ K_NONE, "Ctrl-P", "", N_("Dua puluh pesan terakhir, utuh; sekali lagi: kembali.") },
	/* lint: L15 names of keys */
	{ K_NONE, "Home End", "",
	  N_("Awal dan akhir isian; juga Ctrl-A dan Ctrl-E. Ctrl-B dan Ctrl-F satu huruf, Alt-B dan Alt-F satu kata.") },
	{ K_NONE, "Ctrl-W Ctrl-U", "",
	  N_("Hapus kata sebelumnya, hapus semua; Alt-D kata berikutnya, Ctrl-K sampai akhir baris. Ctrl-Y menaruh "
	     "kembali yang terakhir dihapus begitu, juga di isian lain. Ctrl-D hapus huruf di kursor, Ctrl-T tukar dua "
	     "huruf.") },
	{ K_NONE, "Ctrl-_ Ctrl-R", "",
	  N_("Batalkan perubahan terakhir di isian ini, lalu di seluruh formulir; lakukan lagi yang dibatalkan.") },
};

const size_t key_meaning_count = COUNT_OF(key_meanings);

const struct sign_meaning sign_meanings[] = {
	{ "✓", N_("sudah ada, sudah selesai, atau ditandai") },
	{ "▸", N_("di sini: langkah yang dibuka, baris yang dipilih") },
	{ "◐", N_("menunggu bank, SIPP, jurusita atau admin") },
	{ "!", N_("belum benar, dikembalikan, atau melewati norma waktu") },
	{ "–", N_("belum ada") },
	{ "▾", N_("isian dengan pilihan") },
	{ "●", N_("tersambung") },
	{ "○", N_("putus, atau belum dihubungi") },
	{ "▲", N_("urutan naik; ▼: turun") },
};

const size_t sign_meaning_count = COUNT_OF(sign_meanings);

static const struct key_meaning *meaning_of(enum key key)
{
	static const struct key_meaning none = { K_NONE, "", "", "" };
	for (size_t i = 0; i < key_meaning_count; i++) {
		if (key_meanings[i].key == key && key != K_NONE)
			return &key_meanings[i];
	}
	return &none;
}

const char *key_name(enum key key)
{
	return meaning_of(key)->name;
}

const char *key_label(enum key key)
{
	return meaning_of(key)->label;
}

/* ---- keys that the court has moved ---- */

/* "F10", "Ctrl-O", "Alt-Q" */
static enum key key_named(const char *name)
{
	long long number;
	if (text_starts(name, "Ctrl-"))
		return key_ctrl(name[5]);
	if (text_starts(name, "Alt-"))
		return key_alt(name[4]);
	return text_number(name + 1, 1, 12, &number) ? K_F1 + (enum key)(number - 1) : K_NONE;
}

enum key key_meant(const struct rulebook *b, enum key pressed)
{
	for (size_t i = 0; i < b->key_move_count; i++) {
		if (key_named(b->key_moves[i].press) == pressed)
			return key_named(b->key_moves[i].means);
	}
	return pressed;
}

static bool is_word(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       (unsigned char)c >= 0x80 || c == '-';
}

/* The move of the key whose name begins at `s` and ends there as a word; NULL: none. */
static const struct key_move *move_at(const struct rulebook *b, const char *s)
{
	for (size_t i = 0; i < b->key_move_count; i++) {
		const char *name = b->key_moves[i].means;
		if (text_starts(s, name) && !is_word(s[strlen(name)]))
			return &b->key_moves[i];
	}
	return NULL;
}

const char *keys_said(const struct rulebook *b, const char *text, struct arena *a)
{
	if (b->key_move_count == 0)
		return text;
	struct text out = text_start(a);
	for (const char *s = text; *s != '\0';) {
		bool begins = s == text || !is_word(s[-1]);
		const struct key_move *m = begins && *s == 'F' ? move_at(b, s) : NULL;
		if (m != NULL)
			text_add(&out, m->press);
		else
			text_add_bytes(&out, s, 1);
		s += m != NULL ? strlen(m->means) : 1;
	}
	return out.s;
}
