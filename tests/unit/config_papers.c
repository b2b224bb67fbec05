/* What a paper says: each view is valid, has every name its template reads, and the case's own
 * words. */
#include "loket/xml.h"

#include "fixture.h"

struct paper {
	const char *template, *view;
	const char *says[6]; /* NULL-ended when shorter */
};

/* Names a template makes itself (numbering, pages), and those it says may be lacking. */
static bool is_free(const char *name)
{
	static const char *const own[] = { "#",        "halaman",  "dari", "sifat",
		                           "lampiran", "batas",    "qr",   "tempat_panggilan",
		                           "biaya",    "terbilang" };
	for (size_t i = 0; i < COUNT_OF(own); i++) {
		if (text_same(own[i], name))
			return true;
	}
	return false;
}

/* Every name between `before` and `after` in the template is one of the view's. */
static void names_stand(const char *template, const char *before, const char *after,
                        const char *view, struct arena *a)
{
	for (const char *at = strstr(template, before); at != NULL; at = strstr(at, before)) {
		at += strlen(before);
		const char *name = arena_copy(a, at,
		                              strcspn(at, after)); /* {va|not yet}, {peran^} */
		bool of_copy = text_same(name, "untuk") && strstr(view, "\"lembar\"") != NULL;
		if (is_free(name) || of_copy)
			continue;
		if (strstr(view, arena_print(a, " n=\"%s\"", name)) == NULL)
			fail_msg("the view lacks %s", name);
	}
}

/* Valid by the views' schema, and the words stand in it. */
static void paper_says(struct fixture *h, const struct paper *p)
{
	struct xml_schema *schema;
	struct xml *x;
	assert_non_null(p->view);
	assert_true(xml_schema_open(LOKET_SOURCE "/forms/print/view.xsd", &schema, &h->why));
	assert_true(xml_parse(p->view, strlen(p->view), p->template, schema, &x, &h->why));
	xml_close(&x);
	xml_schema_close(&schema);

	for (size_t i = 0; i < COUNT_OF(p->says) && p->says[i] != NULL; i++) {
		if (strstr(p->view, p->says[i]) == NULL)
			fail_msg("%s does not say %s: %s", p->template, p->says[i], p->view);
	}
}

static void paper_is_whole(struct fixture *h, const struct paper *p)
{
	struct bytes file;
	const char *path = arena_print(&h->a, LOKET_SOURCE "/forms/print/%s.xml", p->template);
	assert_true(file_read(path, MIB, &h->a, &file, &h->why));
	const char *body = strstr((const char *)file.data, "<paper");
	assert_non_null(body);
	names_stand(body, "{", "}|^", p->view, &h->a);
	names_stand(body, "rows=\"", "\"", p->view, &h->a);
	paper_says(h, p);
}

static void papers_say_what_their_templates_read(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	struct printing how = { .now = h.now, .bailiff = "Umar, S.H.", .which = 2 };
	up_to_skum(&h, SAYS_PIHAK);
	done(&h, "bayar.va", says_bank(&h, "va=    8808000000000001"));
	paper_is_whole(
	    &h, &(struct paper){
	            "skum",
	            paper_skum(h.book, &h.f, &how, &h.a),
	            { "Lembar 3: untuk kasir", "00001/SKUM/Pdt.G/2026/PA.Cth", "Rp465.000,00",
	              "empat ratus enam puluh lima ribu rupiah", "8808 0000 0000 0001",
	              "Siti Aminah sebagai Penggugat melawan Ahmad Fauzi sebagai Tergugat" } });
	done(&h, "bayar.lunas", says_paid(&h, "P1", PANJAR));
	how.again = true;
	paper_is_whole(&h, &(struct paper){ "kwitansi",
	                                    paper_receipt(h.book, &h.f, &how, &h.a),
	                                    { "Rp465.000,00", "Rina, S.E.", "n=\"ulang\"" } });
	done(&h, "verifikasi.putus",
	     says_checklist(&h, "alamat", "putusan=tidak\nkembali_ke=pihak\npesan=Lengkapi RT/RW"));
	paper_is_whole(&h, &(struct paper){ "pemberitahuan",
	                                    paper_return(h.book, &h.f, &how, &h.a),
	                                    { "Alamat sampai desa", "belum sesuai", "Data pihak",
	                                      "Lengkapi RT/RW" } });
	done(&h, "pihak.isi", SAYS_PIHAK);
	done(&h, "verifikasi.putus", says_checklist(&h, NULL, "putusan=ya"));
	done(&h, "nomor.beri", says_number(412));
	done(&h, "panggilan.tetapkan", SAYS_TETAPKAN);
	paper_is_whole(&h, &(struct paper){ "relaas",
	                                    paper_relaas(h.book, &h.f, &how, &h.a),
	                                    { "412/Pdt.G/2026/PA.Cth", "Rabu, 9 Desember 2026",
	                                      "09.00 WIB", "Umar, S.H.", "38 tahun" } });
	how.which = 9;
	assert_null(paper_relaas(h.book, &h.f, &how, &h.a));
	fixture_close(&h);
}

/* A prodeo SKUM is printed too, with nothing to pay and the letter it rests on. */
static void a_skum_of_nothing_says_why(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	up_to_skum(&h, SAYS_PRODEO);
	const struct printing how = { .now = h.now, .bailiff = "" };
	paper_says(&h,
	           &(struct paper){ "skum",
	                            paper_skum(h.book, &h.f, &how, &h.a),
	                            { "n=\"nihil\"", "SKTM 12/2026", "Rp0,00", "nol rupiah" } });
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(papers_say_what_their_templates_read),
		cmocka_unit_test(a_skum_of_nothing_says_why),
	};
	return unit_run(tests);
}
