/* Every kind of case, in each register it may stand in, filed by every kind of registrant and
 * called through every channel: from the account to an issued e-SKUM, in memory and by the court's
 * own files. How many there were, and why the others were refused, is printed; a refusal that no
 * rule of the table below gives fails. */
#include "fixture.h"

/* ---- a clerk who fills in what is asked ---- */

static const char *chosen_first(const struct field *f, const struct form_scope *s, struct arena *a)
{
	const struct choices *list = field_choices(f, s);
	if (!text_is_empty(f->start))
		return arena_copy(a, f->start, strcspn(f->start, "|"));
	assert_non_null(list);
	return list->items[0].value;
}

static const char *answer_to(const struct field *f, const struct form_scope *s, struct arena *a)
{
	switch (f->kind) {
	case KIND_NIK:
		return "9901016505850001";
	case KIND_NPWP:
		return "012345678901234";
	case KIND_PHONE:
		return "081200000009";
	case KIND_EMAIL:
		return "pihak@example.id";
	case KIND_ACCOUNT:
		return "7001234567";
	case KIND_DATE:
		return text_same(f->span, "future") || text_same(f->id, "kta_habis")
		           ? "2027-01-01" /* a card is valid */
		           : "2020-02-03";
	case KIND_TIME:
		return "09.00";
	case KIND_NUMBER:
		return "1";
	case KIND_RUPIAH:
		return "100000000";
	case KIND_CHOICE:
		return chosen_first(f, s, a);
	case KIND_YESNO:
		return "tidak";
	case KIND_VILLAGE:
		return "99.01.01.2001";
	case KIND_FILE:
		return BILL;
	case KIND_TEXT:
	case KIND_LINES:
	case KIND_COUNT:
		break;
	}
	return "1";
}

struct clerk {
	struct fixture *h;
	const struct form *form;
	struct values v;
	struct form_scope scope;
};

static void answer(struct clerk *c, const struct field *f, int row)
{
	bool shown = field_shown(f, row, &c->scope);
	if (shown && f->required && text_is_empty(values_get(&c->v, f->list, row, f->id)))
		values_set(&c->v, &c->h->a, f->list, row, f->id, answer_to(f, &c->scope, &c->h->a));
}

/* Fields that another answer brought out are answered in the next round. */
static void fill_in(struct clerk *c)
{
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < c->form->field_count; i++) {
			const struct field *f = &c->form->fields[i];
			const struct form_list *list = form_list(c->form, f->list);
			int rows = list == NULL ? 0 : values_rows(&c->v, list->id);
			if (list != NULL && rows < list->least)
				rows = list->least;
			for (int row = list == NULL ? 0 : 1; row <= rows; row++)
				answer(c, f, row);
		}
	}
}

static bool step(struct fixture *h, const struct act *act, const char *lines)
{
	struct clerk c = { .h = h, .form = rulebook_form(h->book, act->form), .v = said(h, lines) };
	c.scope = filing_scope(&h->f, &c.v, h->lists, h->book->list_count + 1,
	                       instant_day(h->now, &h->book->court.zone), &h->a);
	fill_in(&c);
	struct command command = fixture_command(h, act, c.v);
	if (!fixture_decide(h, &command))
		return false;
	fixture_apply(h, &command);
	return true;
}

/* ---- the product ---- */

static const char *const registrants[] = { "perorangan", "advokat", "pemerintah", "badan_hukum",
	                                   "kuasa_insidentil" };

/* How the one who is called lives and is called. */
static const struct channel_case {
	const char *key, *says; /* %d: his row */
	bool only_other;        /* only the other side is called so */
} channels[] = {
	{ "elektronik", "domisili_setuju=ya\nemail=lawan@example.id\ntelepon=081300000001", true },
	{ "surat_tercatat", "kanal=surat_tercatat\nalasan_kanal=perintah ketua majelis", false },
	{ "jurusita", "kanal=jurusita\nalasan_kanal=perintah ketua majelis", false },
	{ "ghaib", "ghaib=ya", true },
	{ "delegasi", "kanal=delegasi\nalasan_kanal=perintah ketua majelis\ndesa=32.73.01.1001",
	  false },
	{ "luar_negeri", "kanal=luar_negeri\nalasan_kanal=tinggal di luar negeri\nnegara=Malaysia",
	  false },
};

static const char *party(struct fixture *h, int row, const char *side, const char *nik,
                         const char *extra)
{
	struct text t = text_start(&h->a);
	text_addf(&t,
	          "\npihak[%d].kedudukan=%s\npihak[%d].jenis_pihak=orang\npihak[%d].nik=%s\n"
	          "pihak[%d].nama=Pihak ke-%d\npihak[%d].kelamin=%s",
	          row, side, row, row, nik, row, row, row, row == 1 ? "P" : "L");
	while (*extra != '\0') {
		size_t line = strcspn(extra, "\n");
		text_addf(&t, "\npihak[%d].%.*s", row, (int)line, extra);
		extra += line + (extra[line] == '\n');
	}
	return t.s;
}

static const char *papers(struct fixture *h)
{
	const struct choices *kinds = choices_named(h->book->lists, h->book->list_count,
	                                            "jenis-berkas");
	struct text t = text_start(&h->a);
	text_add(&t, "surat_tanggal=2026-11-24\nposita=Bahwa\npetitum=Mengabulkan");
	for (size_t i = 0; i < kinds->count; i++)
		text_addf(&t, "\nberkas[%zu].jenis=%s\nberkas[%zu].berkas=" BILL, i + 1,
		          kinds->items[i].value, i + 1);
	return t.s;
}

struct combination {
	const struct case_type *type;
	const char *alur, *registrant;
	const struct channel_case *channel;
};

static const struct case_sides *sides_of(const struct combination *c)
{
	size_t i = 0;
	while (i + 1 < c->type->side_count && !text_same(c->type->sides[i].alur, c->alur))
		i++;
	return &c->type->sides[i];
}

static bool has_other_side(const struct combination *c)
{
	return !text_is_empty(sides_of(c)->side2);
}

static bool may_stand_in(const struct case_type *type, const char *alur)
{
	for (size_t i = 0; i < type->allowed_count; i++) {
		if (text_same(type->allowed[i], alur))
			return true;
	}
	return false;
}

static bool needs_value(const struct fixture *h, const char *alur)
{
	for (size_t i = 0; i < h->book->alur_count; i++) {
		if (text_same(h->book->alurs[i].id, alur))
			return h->book->alurs[i].ceiling > 0;
	}
	return false;
}

static bool up_to_claim(struct fixture *h, const struct combination *c)
{
	bool other = has_other_side(c);
	const char *account = text_same(c->registrant, "perorangan")
	                          ? SAYS_AKUN
	                          : arena_print(&h->a, "jenis=%s", c->registrant);
	const char *first = other || c->channel->only_other ? "" : c->channel->says;
	const char *parties =
	    arena_print(&h->a, "perkara_jenis=%s\nalur=%s%s%s%s", c->type->id, c->alur,
	                needs_value(h, c->alur) ? "\nnilai=100000000" : "",
	                party(h, 1, "p1", "9901016505850001", first),
	                other ? party(h, 2, "p2", "9901022503820002", c->channel->says) : "");
	return step(h, &act_fill_account, account) && step(h, &act_fill_registrant, "") &&
	       step(h, &act_fill_parties, parties) && step(h, &act_fill_claim, papers(h)) &&
	       fixture_do(h, &act_approve_registrant, "setuju=ya");
}

/* The e-SKUM's lines sum to its total, each line is its count times its tariff. */
static void skum_adds_up(const struct fixture *h)
{
	const struct skum *s = &h->f.skum;
	rupiah sum = 0;
	assert_true(s->line_count > 0);
	for (size_t i = 0; i < s->line_count; i++) {
		assert_int_equal(s->lines[i].amount, s->lines[i].times * s->lines[i].each);
		assert_true(s->lines[i].basis[0] != '\0');
		sum += s->lines[i].amount;
	}
	assert_int_equal(sum, s->total);
	assert_true(s->total > 0);
}

/* ---- what the rules refuse ---- */

static struct refusal {
	const char *channel, *alur, *field;
	int count;
} refusals[] = {
	{ "ghaib", "17", "ghaib", 0 },
};

static bool refused_by_rule(const struct combination *c, const struct fixture *h)
{
	char text[600];
	fault_say(&h->why, text, sizeof text);
	for (size_t i = 0; i < COUNT_OF(refusals); i++) {
		struct refusal *r = &refusals[i];
		if (!text_same(r->channel, c->channel->key) || !text_same(r->alur, c->alur) ||
		    strstr(h->why.field, r->field) == NULL)
			continue;
		r->count++;
		return true;
	}
	print_message("# %s alur %s, %s, %s: %s: %s\n", c->type->name, c->alur, c->registrant,
	              c->channel->key, h->why.field, text);
	for (size_t i = 0; i < h->last.faults.count; i++) {
		const struct form_fault *f = &h->last.faults.items[i];
		fault_say(&f->fault, text, sizeof text);
		if (f->stops)
			print_message("#   %s: %s\n", f->fault.field, text);
	}
	return false;
}

/* The call is on the e-SKUM by the channel that was meant. */
static void is_called_so(const struct fixture *h, const struct combination *c)
{
	/* a bailiff's call is named by how far he goes */
	const char *key = c->channel->key;
	if (text_same(key, "ghaib") && !text_same(c->type->id, "346") &&
	    !text_same(c->type->id, "347"))
		key = "umum"; /* two announcements are for a divorce */
	const char *meant = text_same(key, "jurusita") ? "radius"
	                                               : rulebook_channel(h->book, key)->name;
	if (c->channel->only_other && !has_other_side(c))
		return; /* nobody is called so */
	const char *who = has_other_side(c) ? sides_of(c)->side2 : sides_of(c)->side1;
	for (size_t i = 0; i < h->f.skum.line_count; i++) {
		const char *label = h->f.skum.lines[i].label;
		if (strstr(label, who) != NULL && strstr(label, meant) != NULL)
			return;
	}
	fail_msg("%s, %s: no call by %s", c->type->name, c->registrant, meant);
}

struct tally {
	int all, issued, refused, wrong;
};

/* The fixture is opened once; each filing has memory and steps of its own. */
static void try(const struct fixture *open, const struct combination *c, struct tally *t)
{
	struct fixture h = *open;
	h.a = arena_start(16 * MIB);
	h.f.steps = arena_get(&h.a, h.f.step_count, sizeof *h.f.steps);
	memcpy(h.f.steps, open->f.steps, h.f.step_count * sizeof *h.f.steps);
	t->all++;
	if (up_to_claim(&h, c) && step(&h, &act_issue, "bank=simulasi")) {
		skum_adds_up(&h);
		is_called_so(&h, c);
		t->issued++;
	} else if (refused_by_rule(c, &h)) {
		t->refused++;
	} else {
		t->wrong++;
	}
	fixture_close(&h);
}

static void each_comes_to_its_skum_or_is_refused_by_a_rule(void **state)
{
	(void)state;
	struct fixture h;
	struct tally t = { 0 };
	fixture_open(&h);
	for (size_t i = 0; i < h.book->type_count; i++) {
		const struct case_type *type = &h.book->types[i];
		for (size_t k = 0; k < h.book->alur_count; k++) {
			if (!may_stand_in(type, h.book->alurs[k].id))
				continue;
			for (size_t r = 0; r < COUNT_OF(registrants); r++)
				for (size_t n = 0; n < COUNT_OF(channels); n++)
					try(&h,
					    &(struct combination){ type, h.book->alurs[k].id,
					                           registrants[r], &channels[n] },
					    &t);
		}
	}
	print_message("# %d combinations: %d e-SKUMs issued, %d refused by a rule\n", t.all,
	              t.issued, t.refused);
	for (size_t i = 0; i < COUNT_OF(refusals); i++)
		print_message("#   %s in alur %s: %d\n", refusals[i].channel, refusals[i].alur,
		              refusals[i].count);
	assert_int_equal(t.wrong, 0);
	assert_int_equal(t.all, t.issued + t.refused);
	fixture_close(&h);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_comes_to_its_skum_or_is_refused_by_a_rule),
	};
	return unit_run(tests);
}
