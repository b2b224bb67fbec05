/* The nine steps on each day of the week, on a Sunday, a holiday, over New Year's night and on 29
 * February, in each of the three zones: what a day counts for, the year in the numbers, the first day
 * a hearing can be on. */
#include "fixture.h"

/* Local times and days; what follows is read off the court's calendar. */
static const struct run {
	const char *begin;      /* the account is filled in a minute later */
	const char *counts;     /* the day the filing counts for */
	const char *skum_year;  /* of the e-SKUM, some minutes later */
	const char *registered; /* the day it counts for at SIPP */
	/* the first day that is not refused: a working day, six days after registration for the post */
	const char *hearing;
} runs[] = {
	{ "2026-11-23T09:41", "2026-11-23", "2026", "2026-11-23", "2026-11-30" }, /* Monday */
	{ "2026-11-24T09:41", "2026-11-24", "2026", "2026-11-24", "2026-11-30" },
	{ "2026-11-25T09:41", "2026-11-25", "2026", "2026-11-25", "2026-12-01" },
	{ "2026-11-26T09:41", "2026-11-26", "2026", "2026-11-26", "2026-12-02" },
	{ "2026-11-27T09:41", "2026-11-27", "2026", "2026-11-27", "2026-12-03" },
	{ "2026-11-28T09:41", "2026-11-30", "2026", "2026-11-30", "2026-12-07" }, /* Saturday */
	{ "2026-11-29T09:41", "2026-11-30", "2026", "2026-11-30", "2026-12-07" }, /* Sunday */
	/* closed, and a weekend; closes meanwhile; a holiday; joint leave; over New Year */
	{ "2026-11-27T15:30", "2026-11-30", "2026", "2026-11-30", "2026-12-07" },
	{ "2026-11-25T14:58", "2026-11-25", "2026", "2026-11-26", "2026-12-02" },
	{ "2026-12-25T09:41", "2026-12-28", "2026", "2026-12-28", "2027-01-04" },
	{ "2026-12-24T09:41", "2026-12-28", "2026", "2026-12-28", "2027-01-04" },
	{ "2025-12-31T23:58", "2026-01-02", "2026", "2026-01-02", "2026-01-08" },
	{ "2024-02-29T09:41", "2024-02-29", "2024", "2024-02-29", "2024-03-06" },
	{ "2024-02-28T15:30", "2024-02-29", "2024", "2024-02-29", "2024-03-06" },
};
static const struct zone zones[] = { { "WIB", 420 }, { "WITA", 480 }, { "WIT", 540 } };

static day day_of(const char *iso)
{
	day d;
	assert_true(day_iso_parse(iso, &d));
	return d;
}

static const char *iso(struct fixture *h, day d)
{
	char text[16];
	day_iso(d, text, sizeof text);
	return arena_text(&h->a, text);
}

static void begin(struct fixture *h, const struct run *run, const struct zone *zone)
{
	fixture_open(h);
	h->book->court.zone = *zone;
	assert_true(instant_parse(arena_print(&h->a, "%s:00Z", run->begin), &h->now));
	h->now -= (instant)zone->minutes * 60000;
}

/* The first day on which the hearing is not refused. */
static day hear(struct fixture *h)
{
	instant now = h->now;
	day today = instant_day(now, &h->book->court.zone), d = today;
	const char *rest = strchr(SAYS_TETAPKAN, '\n');
	do {
		h->now = now;
		assert_true(d < today + 30);
		d++;
	} while (!fixture_do(h, &act_set_hearing,
	                     arena_print(&h->a, "sidang_tanggal=%s%s", iso(h, d), rest)));
	return d;
}

static void walk(const struct run *run, const struct zone *zone)
{
	struct fixture h;
	begin(&h, run, zone);
	done(&h, &act_fill_account, SAYS_AKUN);
	char date[16];
	struct ymd born = day_ymd(day_of(arena_copy(&h.a, run->begin, 10)));
	snprintf(date, sizeof date, "%02d%02d%04d", born.day, born.month, born.year);
	assert_non_null(strstr(h.f.reg, date));
	assert_string_equal(iso(&h, h.f.counts_from), run->counts);

	done(&h, &act_fill_registrant, "");
	done(&h, &act_approve_registrant, "setuju=ya");
	done(&h, &act_fill_parties, SAYS_PIHAK);
	done(&h, &act_fill_claim,
	     arena_print(&h.a, "surat_tanggal=+0%s", strchr(SAYS_GUGATAN, '\n')));
	done(&h, &act_issue, "bank=simulasi");
	assert_non_null(strstr(h.f.skum.number, arena_print(&h.a, "/%s/", run->skum_year)));
	done(&h, &act_va_made, says_bank(&h, "va=8889900000000001"));
	done(&h, &act_paid, says_paid(&h, "P1", h.f.skum.total));
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	assert_int_equal(h.last.message_count, 1);
	assert_string_equal(values_of(&h.last.messages[0].body, "tanggal_pendaftaran"),
	                    run->registered);
	done(&h, &act_numbered,
	     arena_print(&h.a,
	                 "nomor_perkara=1/Pdt.G/%.4s/PA.Cth\nperkara_id=901\nnomor_urut_perkara=1\n"
	                 "tanggal_pendaftaran=%s",
	                 run->registered, run->registered));
	assert_string_equal(iso(&h, h.f.number.registered), run->registered);
	day hearing = hear(&h), today = instant_day(h.now, zone);
	assert_string_equal(iso(&h, hearing), run->hearing);
	if (today < h.f.number.registered) {
		const char *early = arena_print(&h.a, "panggilan_ke=1\nhasil=E\ntanggal=%s",
		                                iso(&h, today));
		assert_false(fixture_do(&h, &act_record_service, early));
		h.now += (instant)(h.f.number.registered - today) * 24 * 60 * MINUTE_MS;
		today = h.f.number.registered;
	}
	done(&h, &act_record_service,
	     arena_print(&h.a, "panggilan_ke=1\nhasil=E\ntanggal=%s", iso(&h, today)));
	done(&h, &act_record_service,
	     arena_print(&h.a, "panggilan_ke=2\nhasil=S\ntanggal=%s\nditerima=%s\nresi=P1",
	                 iso(&h, today), iso(&h, today)));
	assert_true(h.f.summons[0].proper && h.f.summons[1].proper);
	assert_int_equal(filing_stage(&h.f), 9);
	fixture_close(&h);
}

static void each_day_counts_by_the_calendar(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(runs); i++)
		for (size_t k = 0; k < COUNT_OF(zones); k++)
			walk(&runs[i], &zones[k]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_day_counts_by_the_calendar),
	};
	return unit_run(tests);
}
