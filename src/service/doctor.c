/* The table of checks, running it, and what was found last. */
#include "doctor.h"

#include "loket/list.h"
#include "loket/store/checkup.h"
#include "loket/text.h"

#include "private.h"

static const struct doctor_check checks[] = {
	{ "disk", check_disk, false,
	  N_("kosongkan disk itu atau pindahkan folder data; cadangan lama dibuang dengan --keep") },
	{ "jam", check_clock, true, N_("setel jam komputer ini dengan NTP (timedatectl)") },
	{ "basis-data", check_database, false,
	  N_("jangan dipakai dulu; pulihkan cadangan terakhir yang baik dengan loket restore") },
	{ "kunci", check_locks, false,
	  N_("lanjutkan atau hentikan proses itu; penulisan lain menunggunya") },
	{ "pekerja", check_worker, false,
	  N_("jalankan loketd; sampai itu bank dan SIPP tidak dihubungi") },
	{ "antrean", check_queue, true,
	  N_("lihat loket outbox list; sesudah sebabnya hilang, loket outbox retry NOMOR") },
	{ "pengadilan", check_court, true,
	  N_("salin data/court.xml ke folder data dan isi dengan data pengadilan ini") },
	{ "kalender", check_calendar, true,
	  N_("isi tahun itu pada data/calendar.xml menurut SKB hari libur") },
	{ "tarif", check_tariffs, true,
	  N_("tambahkan tarif penggantinya pada data/fees menurut SK yang baru") },
	{ "hak", check_rights, false, N_("jalankan perintah itu sebagai pemilik folder data") },
	{ "cadangan", check_backup, false, N_("jalankan loket backup FOLDER, setiap hari") },
	{ "jaringan", check_cable, false,
	  N_("periksa kabel, kartu jaringan, dan gerbang (gateway) komputer ini") },
	{ "bank", check_bank, true, N_("lihat rinciannya dengan loket doctor bank BANK") },
	{ "sipp", check_sipp, true, N_("lihat rinciannya dengan loket doctor sipp") },
	{ "mail", check_mail, true, N_("lihat rinciannya dengan loket doctor mail") },
	{ "printer", check_printer, false, N_("pasang CUPS dan daftarkan printernya") },
	{ "pemindai", check_scanner, false, N_("pasang SANE (sane-utils) dan pemindainya") },
	{ "huruf", check_fonts, false, N_("pasang paket hurufnya; daftarnya di loket-paper(8)") },
	{ "terminal", check_terminal, false, N_("setel TERM dan lokal UTF-8 akun itu") },
};

static const struct {
	const char *name;
} states[] = {
	[CHECKUP_GREEN] = { N_("hijau") },
	[CHECKUP_YELLOW] = { N_("kuning") },
	[CHECKUP_RED] = { N_("merah") },
};

const char *checkup_state_name(enum checkup_state s)
{
	return states[s].name;
}

enum checkup_state checkup_worst(const struct checkup *c)
{
	enum checkup_state worst = CHECKUP_GREEN;
	for (size_t i = 0; i < c->count; i++)
		worst = c->items[i].state > worst ? c->items[i].state : worst;
	return worst;
}

/* ---- all of them ---- */

static void run(struct checking *d, const struct doctor_check *check)
{
	d->check = check;
	if (check->open && !d->open)
		doctor_row(d, CHECKUP_YELLOW, "",
		           N_("tidak dapat diperiksa tanpa basis data dan berkas datanya"),
		           N_("perbaiki dahulu yang dikatakan basis-data"));
	else
		check->run(d);
}

bool service_checkup(const char *only, struct arena *a, struct checkup *out, struct fault *why)
{
	struct checking d = { .a = a, .out = out };
	*out = (struct checkup){ .at = clock_now() };
	if (!home_find(&d.home, why))
		return false;
	d.open = app_open(&d.app, &d.shut);
	for (size_t i = 0; i < COUNT_OF(checks); i++) {
		if (text_is_empty(only) || text_same(only, checks[i].name))
			run(&d, &checks[i]);
	}
	if (d.open)
		app_close(&d.app);
	return true;
}

/* ---- kept ---- */

bool service_checkup_keep(const struct checkup *c, struct fault *why)
{
	struct app app;
	if (!app_open(&app, why))
		return false;
	bool good = checkup_write(app.store, c, why);
	if (good)
		wakeup_send(&app.home);
	app_close(&app);
	return good;
}

bool service_checkup_kept(const struct login *s, struct arena *a, struct checkup *out,
                          struct fault *why)
{
	return may_or_refuse(s, "lihat.pemeriksaan", why) &&
	       checkup_read(s->app->store, a, out, why);
}
