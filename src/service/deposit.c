/* PNBP and unclaimed money go to the State: the kasir hands over what has come together, at least
 * weekly (Buku II, KI-PA8 column 19), another person receives it for the treasurer and names the
 * sum, and it is paid in by a billing code, against the State's receipt (NTPN). */
#include <string.h>

#include "loket/cashier.h"
#include "loket/court.h"
#include "loket/list.h"
#include "loket/store/money.h"
#include "loket/text.h"
#include "loket/view.h"

#include "private.h"

/* As the treasury's payment system (SIMPONI, MPN) writes them. */
enum { BILLING_DIGITS = 15, NTPN_LETTERS = 16, PAPER_MEMORY = 8 * 1024 * 1024 };

static const char LOOK[] = "lihat.uang";

const char *deposit_name(const struct deposit *d, struct arena *a)
{
	return arena_print(a, "%d/%d", d->serial, d->year);
}

/* "425239" of a category's tags "pnbp map425239"; "" : the court has not written it. */
const char *category_map(const struct rulebook *b, const char *category, struct arena *a)
{
	enum { DIGITS = 6 };
	const struct choices *all = choices_named(b->lists, b->list_count, "kategori-jurnal");
	const struct choice *one = all == NULL || all->tags == NULL ? NULL
	                                                            : choices_find(all, category);
	const char *at = one == NULL ? NULL : strstr(all->tags[one - all->items], "map");
	return at == NULL
	           ? ""
	           : arena_copy(a, at + strlen("map"), strspn(at + strlen("map"), "0123456789"));
}

static bool account_read(const char *typed, struct deposit *d, struct fault *why)
{
	static const char *const accounts[] = { "pnbp", "negara" };
	for (size_t i = 0; i < COUNT_OF(accounts); i++) {
		if (text_same(typed, accounts[i]))
			d->account = accounts[i];
	}
	return d->account != NULL ||
	       fault_set(why, FAULT_MISUSE, N_("Tulis pnbp atau negara, bukan %1"), typed);
}

static bool find(const struct login *s, const char *name, struct arena *a, struct deposit *out,
                 struct fault *why)
{
	long long serial, year;
	struct deposit_list list = { 0 };
	size_t n = strcspn(name, "/");
	bool reads = name[n] == '/' && text_number(arena_copy(a, name, n), 1, INT32_MAX, &serial) &&
	             text_number(name + n + 1, 1, INT32_MAX, &year);
	if (reads && !deposits_read(s->app->store, (int)year, (int)serial, a, &list, why))
		return false;
	if (list.count == 0)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Tidak ada penyerahan %1; lihat loket setoran list"), name);
	*out = list.items[0];
	return true;
}

/* ---- the three acts ---- */

static bool hand(const struct login *s, struct deposit *d, struct arena *a, struct fault *why)
{
	const struct booking b = booking_now(s);
	struct balances kinds = { 0 };
	if (!deposit_reach(s->app->store, d, why) ||
	    !deposit_kinds_read(s->app->store, d, a, &kinds, why))
		return false;
	for (size_t i = 0; i < kinds.count; i++)
		d->amount += kinds.items[i].amount;
	if (d->amount <= 0)
		return fault_set(why, FAULT_REFUSED, N_("Tidak ada yang belum diserahkan"));
	return deposit_write(s->app->store, d, &b, why);
}

static bool receive(const struct login *s, struct deposit *d, const char *sum, struct arena *a,
                    struct fault *why)
{
	rupiah seen;
	char shown[32];
	const struct booking b = booking_now(s);
	money_show(d->amount, shown, sizeof shown);
	if (!text_is_empty(d->received_by))
		return fault_set(why, FAULT_REFUSED, N_("Penyerahan itu sudah diterima %1"),
		                 d->receiver);
	if (text_same(d->who, s->user))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Yang menyerahkan tidak dapat menerima; itu pekerjaan orang lain"));
	if (!money_typed_parse(sum, &seen) || seen != d->amount)
		return fault_set(why, FAULT_REFUSED,
		                 N_("Yang diserahkan %1; hitung, lalu tulis jumlah itu"), shown);
	return deposit_receive(s->app->store, d,
	                       message_text(a, N_("Diserahkan kepada bendahara penerima, %1"),
	                                    deposit_name(d, a)),
	                       &b, why);
}

/* Capitals and digits only, so many. */
static bool is_code(const char *s, size_t length, bool digits)
{
	size_t n = 0;
	for (; s[n] != '\0'; n++) {
		bool letter = s[n] >= 'A' && s[n] <= 'Z';
		if (!(s[n] >= '0' && s[n] <= '9') && (digits || !letter))
			return false;
	}
	return n == length;
}

static bool pay(const struct login *s, struct deposit *d, const struct deposit_paid *p,
                struct arena *a, struct fault *why)
{
	struct booking b = booking_now(s);
	b.bank = s->app->book->court.bank_profile;
	const struct zone *z = &s->app->book->court.zone;
	if (text_is_empty(d->received_by))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Penyerahan itu belum diterima bendahara penerima"));
	if (!text_is_empty(d->ntpn))
		return fault_set(why, FAULT_REFUSED, N_("Sudah disetor dengan NTPN %1"), d->ntpn);
	if (!is_code(p->billing, BILLING_DIGITS, true))
		return fault_set(why, FAULT_REFUSED,
		                 N_("Kode billing terdiri atas 15 angka, bukan %1"), p->billing);
	if (!is_code(p->ntpn, NTPN_LETTERS, false))
		return fault_set(why, FAULT_REFUSED,
		                 N_("NTPN terdiri atas 16 huruf besar atau angka, bukan %1"),
		                 p->ntpn);
	d->paid = p->on == DAY_NONE ? b.on : p->on;
	if (d->paid > b.on || d->paid < instant_day(d->received_at, z))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Hari setor: sesudah diterima bendahara, dan tidak akan datang"));
	d->billing = p->billing;
	d->ntpn = p->ntpn;
	return deposit_pay(s->app->store, d,
	                   message_text(a, N_("Disetor ke kas negara, %1, NTPN %2"),
	                                deposit_name(d, a), d->ntpn),
	                   &b, why);
}

bool service_deposit_hand(const struct login *s, const char *account, struct arena *a,
                          struct deposit *out, struct fault *why)
{
	bool own;
	*out = (struct deposit){ 0 };
	return may_or_refuse(s, "setoran.serah", why) && account_read(account, out, why) &&
	       batch_enter(s->app, &own, why) &&
	       batch_leave(s->app, own, clock_fits_money(s, why) && hand(s, out, a, why), why);
}

bool service_deposit_receive(const struct login *s, const char *name, const char *sum,
                             struct arena *a, struct deposit *out, struct fault *why)
{
	bool own;
	return may_or_refuse(s, "setoran.terima", why) && batch_enter(s->app, &own, why) &&
	       batch_leave(s->app, own,
	                   clock_fits_money(s, why) && find(s, name, a, out, why) &&
	                       receive(s, out, sum, a, why),
	                   why);
}

bool service_deposit_pay(const struct login *s, const char *name, const struct deposit_paid *p,
                         struct arena *a, struct deposit *out, struct fault *why)
{
	bool own;
	return may_or_refuse(s, "setoran.setor", why) && batch_enter(s->app, &own, why) &&
	       batch_leave(s->app, own,
	                   clock_fits_money(s, why) && find(s, name, a, out, why) &&
	                       pay(s, out, p, a, why),
	                   why);
}

/* ---- reading ---- */

bool service_deposits(const struct login *s, struct arena *a, struct deposit_list *out,
                      struct fault *why)
{
	return may_or_refuse(s, LOOK, why) && deposits_read(s->app->store, 0, 0, a, out, why);
}

/* By kind: of a handing over, or ("pnbp", "negara") of what was not handed over yet. */
bool service_deposit_kinds(const struct login *s, const char *of, struct arena *a,
                           struct balances *out, struct fault *why)
{
	struct deposit d = { 0 };
	bool open = strchr(of, '/') == NULL;
	return may_or_refuse(s, LOOK, why) &&
	       (open ? account_read(of, &d, why) && deposit_reach(s->app->store, &d, why)
	             : find(s, of, a, &d, why)) &&
	       deposit_kinds_read(s->app->store, &d, a, out, why);
}

/* ---- on paper ---- */

static void put_sum(struct view *v, const char *name, rupiah amount)
{
	char digits[32];
	money_digits(amount, digits, sizeof digits);
	view_put(v, name, digits);
}

static const char *deposit_page(const struct rulebook *b, const struct deposit *d,
                                const struct balances *kinds, struct arena *a)
{
	char day_shown[64];
	struct view v = view_start(a);
	view_head(&v, b, clock_now(), false);
	view_copies(&v, b, "setoran");
	view_put(&v, "nomor", deposit_name(d, a));
	day_words(instant_day(d->at, &b->court.zone), day_shown, sizeof day_shown);
	view_put(&v, "tanggal", day_shown);
	view_rows(&v, "baris", "uraian map nilai");
	for (size_t i = 0; i < kinds->count; i++) {
		const char *category = kinds->items[i].key;
		view_row(&v);
		view_put(&v, "uraian",
		         !text_is_empty(category)        ? category_label(b, category)
		         : text_same(d->account, "pnbp") ? N_("PNBP sebelum Loket")
		                                         : N_("Uang tak bertuan"));
		view_put(&v, "map", category_map(b, category, a));
		put_sum(&v, "nilai", kinds->items[i].amount);
		view_row_end(&v);
	}
	view_rows_end(&v);
	put_sum(&v, "total", d->amount);
	view_put(&v, "terbilang", terbilang_rupiah(d->amount, a));
	view_put(&v, "penyerah", d->person);
	view_put(&v, "penerima", d->receiver);
	view_put(&v, "billing", d->billing);
	view_put(&v, "ntpn", d->ntpn);
	day_words(d->paid, day_shown, sizeof day_shown);
	view_put(&v, "disetor", d->paid == DAY_NONE ? "" : day_shown);
	return view_finish(&v);
}

struct specimen deposit_specimen(const struct app *p, struct arena *a)
{
	const struct balances none = { 0 };
	const struct deposit d = { .account = "pnbp",
		                   .person = "",
		                   .receiver = "",
		                   .billing = "",
		                   .ntpn = "",
		                   .paid = DAY_NONE,
		                   .at = clock_now() };
	return (struct specimen){ "setoran", deposit_page(p->book, &d, &none, a) };
}

bool service_deposit_print(const struct login *s, const char *name, struct printed *out,
                           struct fault *why)
{
	struct deposit d;
	struct balances kinds = { 0 };
	struct arena a = arena_start(PAPER_MEMORY);
	bool good = may_or_refuse(s, "cetak.setoran", why) && find(s, name, &a, &d, why) &&
	            deposit_kinds_read(s->app->store, &d, &a, &kinds, why) &&
	            page_put(s, "setoran", deposit_page(s->app->book, &d, &kinds, &a),
	                     arena_print(&a, "setoran-%d-%d.pdf", d.year, d.serial), out, why);
	arena_drop(&a);
	return good;
}
