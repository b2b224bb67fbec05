/* What a paper says: each view is valid, its rows have the columns it tells, and the case's own
 * words. */
#include "loket/xml.h"

#include "fixture.h"

struct paper {
	const char *template, *view;
	const char *says[6]; /* NULL-ended when shorter */
};

static void columns_are_told(struct fixture *h, const struct xml_node *rows)
{
	const char *columns = arena_print(&h->a, " %s ", xml_attribute(rows, "columns", "", &h->a));
	for (const struct xml_node *row = xml_child(rows, "row"); row; row = xml_next(row, "row")) {
		for (const struct xml_node *v = xml_child(row, "v"); v; v = xml_next(v, "v")) {
			const char *name = xml_attribute(v, "n", "", &h->a);
			if (strstr(columns, arena_print(&h->a, " %s ", name)) == NULL)
				fail_msg("the column %s is not told", name);
		}
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
	const struct xml_node *rows = xml_child(xml_root(x), "rows");
	for (; rows != NULL; rows = xml_next(rows, "rows"))
		columns_are_told(h, rows);
	xml_close(&x);
	xml_schema_close(&schema);

	for (size_t i = 0; i < COUNT_OF(p->says) && p->says[i] != NULL; i++) {
		if (strstr(p->view, p->says[i]) == NULL)
			fail_msg("%s does not say %s: %s", p->template, p->says[i], p->view);
	}
}

static void papers_say_the_case(void **state)
{
	(void)state;
	struct fixture h;
	fixture_open(&h);
	struct printing how = {
		.now = h.now, .bailiff = "Umar, S.H.", .which = 2, .kasir = "Rina, S.E."
	};
	up_to_skum(&h, SAYS_PIHAK);
	done(&h, &act_va_made, says_bank(&h, "va=    8808000000000001"));
	paper_says(&h,
	           &(struct paper){
	               "skum",
	               paper_skum(h.book, &h.f, &how, &h.a),
	               { "Lembar 3: untuk kasir", "00001/SKUM/Pdt.G/2026/PA.Cth", "Rp525.000",
	                 "lima ratus dua puluh lima ribu rupiah", "8808 0000 0000 0001",
	                 "Siti Aminah sebagai Penggugat melawan Ahmad Fauzi sebagai Tergugat" } });
	done(&h, &act_paid, says_paid(&h, "P1", OWED));
	how.again = true;
	paper_says(&h, &(struct paper){ "kwitansi",
	                                paper_receipt(h.book, &h.f, &how, &h.a),
	                                { "Rp525.000", "Rina, S.E.", "n=\"ulang\"" } });
	done(&h, &act_verify,
	     says_checklist(&h, "alamat", "putusan=tidak\nkembali_ke=pihak\npesan=Lengkapi RT/RW"));
	paper_says(&h, &(struct paper){ "pemberitahuan",
	                                paper_return(h.book, &h.f, &how, &h.a),
	                                { "Alamat sampai desa", "belum sesuai", "Data pihak",
	                                  "Lengkapi RT/RW" } });
	done(&h, &act_fill_parties, SAYS_PIHAK);
	done(&h, &act_verify, says_checklist(&h, NULL, "putusan=ya"));
	done(&h, &act_numbered, says_number(412));
	done(&h, &act_set_hearing, SAYS_TETAPKAN);
	paper_says(&h, &(struct paper){ "relaas",
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
	paper_says(&h, &(struct paper){ "skum",
	                                paper_skum(h.book, &h.f, &how, &h.a),
	                                { "n=\"nihil\"", "SKTM 12/2026", "Rp0", "nol rupiah" } });
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(papers_say_the_case),
		cmocka_unit_test(a_skum_of_nothing_says_why),
	};
	return unit_run(tests);
}
