/* The kinds of field, one row each: how typed text becomes the stored value, how it is shown, what
 * is checked beyond its shape. To add a kind: a name in enum field_kind and form.xsd, a row here.
 */
#include <limits.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* A form that says nothing of years means the living, and papers of their time. */
enum { YEAR_USUAL = 1900 };

/* ---- text ---- */

static bool text_accept(const struct asked *q, const char *typed, const char **stored,
                        struct fault *why)
{
	(void)why;
	*stored = text_clean(q->a, typed, strlen(typed), false);
	return true;
}

static bool lines_accept(const struct asked *q, const char *typed, const char **stored,
                         struct fault *why)
{
	(void)why;
	*stored = text_clean(q->a, typed, strlen(typed), true);
	return true;
}

static bool email_accept(const struct asked *q, const char *typed, const char **stored,
                         struct fault *why)
{
	const char *s = text_clean(q->a, typed, strlen(typed), false);
	const char *at = strchr(s, '@'), *dot = strrchr(s, '.');
	bool whole = at != NULL && at > s && strchr(at + 1, '@') == NULL && dot > at + 1 &&
	             dot[1] != '\0' && strchr(s, ' ') == NULL;
	if (!whole) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: harus berisi satu @ dan titik sesudahnya. Eja kembali, "
		                    "misalnya nama@contoh.id."),
		                 asked_label(q));
	}
	*stored = s;
	return true;
}

/* ---- dates and times ---- */

struct years {
	int first, last;
};

static struct years years_of(const struct field *f)
{
	return (struct years){ f->min == 0 ? YEAR_USUAL : (int)f->min,
		               f->max == 0 ? YEAR_LAST : (int)f->max };
}

static bool year_within(int year, struct years y)
{
	return year >= y.first && year <= y.last;
}

/* A year of four digits that the field does not take. */
static bool year_is_outside(const char *s, struct years y)
{
	for (size_t digits; *s != '\0'; s += digits > 0 ? digits : 1) {
		digits = strspn(s, "0123456789");
		int year = 0;
		for (size_t i = digits - 4; digits >= 4 && i < digits; i++)
			year = 10 * year + (s[i] - '0');
		if ((digits == 4 || digits == 8) && !year_within(year, y))
			return true;
	}
	return false;
}

enum day_side field_side(const struct field *field)
{
	return text_same(field->span, "past")     ? SIDE_PAST
	       : text_same(field->span, "future") ? SIDE_FUTURE
	                                          : SIDE_ANY;
}

static bool date_accept(const struct asked *q, const char *typed, const char **stored,
                        struct fault *why)
{
	day on;
	const char *clean = text_clean(q->a, typed, strlen(typed), false);
	struct day_near near = { .side = field_side(q->field) };
	if (q->scope != NULL) {
		near.today = q->scope->today;
		near.closed = q->scope->closed;
	}
	struct years y = years_of(q->field);
	bool good = day_typed_parse(clean, &near, &on);
	if (good ? !year_within(day_ymd(on).year, y) : year_is_outside(clean, y)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: bukan tanggal di antara tahun %2 dan %3."), asked_label(q),
		                 arena_print(q->a, "%d", y.first), arena_print(q->a, "%d", y.last));
	}
	if (!good) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: bukan tanggal. Ketik 25-05-1985, 1 des, besok."),
		                 asked_label(q));
	}
	char *iso = arena_get(q->a, 64, 1);
	day_iso(on, iso, 64);
	*stored = iso;
	return true;
}

static const char *date_show(const struct asked *q, const char *stored)
{
	day on;
	if (!day_iso_parse(stored, &on))
		return stored;
	char *shown = arena_get(q->a, 64, 1);
	day_show(on, shown, 64);
	return shown;
}

static void date_check(const struct asked *q, const char *stored, struct form_faults *out)
{
	day on;
	if (q->scope == NULL || !day_iso_parse(stored, &on))
		return;
	const char *shown = date_show(q, stored);
	bool stops = !q->field->warns;
	if (text_same(q->field->span, "past") && on > q->scope->today) {
		asked_say(q, out, stops, N_("%1: %2 belum terjadi. Isi hari ini atau sebelumnya."),
		          shown);
	}
	if (text_same(q->field->span, "future") && on < q->scope->today) {
		asked_say(q, out, stops, N_("%1: %2 sudah lewat. Isi hari ini atau sesudahnya."),
		          shown);
	}
}

static bool time_accept(const struct asked *q, const char *typed, const char **stored,
                        struct fault *why)
{
	int minutes;
	if (!clock_parse(text_clean(q->a, typed, strlen(typed), false), &minutes)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: bukan jam. Ketik jam dan menit, misalnya 09.00."),
		                 asked_label(q));
	}
	*stored = arena_print(q->a, "%02d.%02d", minutes / 60, minutes % 60);
	return true;
}

/* ---- amounts ---- */

/* Without limits in the form a number is anything up to 18 digits. */
static const long long NUMBER_MOST = 999999999999999999;

static bool within(const struct asked *q, long long n, const char *typed, struct fault *why)
{
	const struct field *f = q->field;
	long long most = f->max == 0 ? NUMBER_MOST : f->max;
	if (n >= f->min && n <= most)
		return true;
	return fault_set(why, FAULT_REFUSED, N_("%1: %2 di luar batas. Isi %3."), _(f->label),
	                 typed, arena_print(q->a, "%lld-%lld", f->min, most));
}

static bool number_accept(const struct asked *q, const char *typed, const char **stored,
                          struct fault *why)
{
	const char *s = text_clean(q->a, typed, strlen(typed), false);
	long long n;
	if (!text_number(s, 0, LLONG_MAX, &n)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: “%2” bukan bilangan bulat. Isi hanya angka."),
		                 asked_label(q), s);
	}
	*stored = arena_print(q->a, "%lld", n);
	return within(q, n, s, why);
}

static bool rupiah_accept(const struct asked *q, const char *typed, const char **stored,
                          struct fault *why)
{
	const char *s = text_clean(q->a, typed, strlen(typed), false);
	rupiah n;
	if (!money_typed_parse(s, &n)) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("%1: “%2” bukan jumlah rupiah. Isi angka bulat, misalnya "
		                    "1.230.000."),
		                 asked_label(q), s);
	}
	*stored = arena_print(q->a, "%lld", (long long)n);
	return within(q, n, s, why);
}

static const char *rupiah_show(const struct asked *q, const char *stored)
{
	rupiah n;
	if (!money_plain_parse(stored, &n))
		return stored;
	char *shown = arena_get(q->a, 32, 1);
	money_digits(n, shown, 32);
	return shown;
}

/* ---- the table ---- */

#define TYPE_IT   N_("%1: belum diisi. Ketik isinya.")
#define COPY_IT   N_("%1: belum diisi. Salin dari kartunya.")
#define CHOOSE_IT N_("%1: belum dipilih. Pilih dari daftar.")
#define PICK_IT   N_("%1: belum ada. Pilih berkasnya.")

/* clang-format off */
const struct kind kinds[KIND_COUNT] = {
	[KIND_TEXT]    = { "text",    TYPE_IT,   200,   text_accept,    NULL,        NULL },
	[KIND_LINES]   = { "lines",   TYPE_IT,   200000, lines_accept,   NULL,        NULL },
	[KIND_NIK]     = { "nik",     COPY_IT,   16,    nik_accept,     NULL,        nik_check },
	[KIND_NPWP]    = { "npwp",    COPY_IT,   22,    npwp_accept,    npwp_show,   NULL },
	[KIND_PHONE]   = { "phone",   TYPE_IT,   50,    phone_accept,   NULL,        phone_check },
	[KIND_EMAIL]   = { "email",   TYPE_IT,   50,    email_accept,   NULL,        NULL },
	[KIND_ACCOUNT] = { "account", TYPE_IT,   34,    account_accept, NULL,        account_check },
	[KIND_DATE]    = { "date",    TYPE_IT,   10,    date_accept,    date_show,   date_check },
	[KIND_TIME]    = { "time",    TYPE_IT,   5,     time_accept,    NULL,        NULL },
	[KIND_NUMBER]  = { "number",  TYPE_IT,   20,    number_accept,  NULL,        NULL },
	[KIND_RUPIAH]  = { "rupiah",  TYPE_IT,   20,    rupiah_accept,  rupiah_show, NULL },
	[KIND_CHOICE]  = { "choice",  CHOOSE_IT, 200,   choice_accept,  choice_show, choice_check },
	[KIND_YESNO]   = { "yesno",   CHOOSE_IT, 5,     yesno_accept,   NULL,        NULL },
	[KIND_VILLAGE] = { "village", CHOOSE_IT, 200,   village_accept, village_show, village_check },
	[KIND_FILE]    = { "file",    PICK_IT,   4096,  file_accept,    file_show,   NULL },
};
/* clang-format on */

/* ---- what all kinds have in common ---- */

static size_t characters(const char *s)
{
	size_t n = 0;
	for (; *s != '\0'; s++)
		n += ((unsigned char)*s & 0xC0) != 0x80;
	return n;
}

/* The form's own limit where `max` is a length and no amount and no year. */
static size_t longest(const struct field *f)
{
	bool value = f->kind == KIND_NUMBER || f->kind == KIND_RUPIAH || f->kind == KIND_DATE;
	return (size_t)(f->max > 0 && !value ? f->max : kinds[f->kind].longest);
}

bool field_accept(const struct field *field, const char *typed, const struct form_scope *s,
                  struct arena *a, const char **stored, struct fault *why)
{
	struct asked q = { .field = field, .scope = s, .a = a };
	*stored = "";
	if (text_is_empty(text_clean(a, typed, strlen(typed), false)))
		return true; /* whether it may be empty is asked when the step is finished */
	if (!kinds[field->kind].accept(&q, typed, stored, why))
		return false;
	size_t most = longest(field), now = characters(*stored);
	if (now <= most)
		return true;
	return fault_set(why, FAULT_REFUSED, N_("%1: paling panjang %2 huruf, ini %3. Ringkaskan."),
	                 _(field->label), arena_print(a, "%zu", most), arena_print(a, "%zu", now));
}

const char *field_said(const struct field *field, const char *stored, const struct form_scope *s,
                       struct arena *a)
{
	const char *shown = field_show(field, stored, s, a);
	bool chosen = field->kind == KIND_CHOICE || field->kind == KIND_YESNO;
	return chosen && *shown != '\0' ? _(shown) : shown;
}

const char *field_show(const struct field *field, const char *stored, const struct form_scope *s,
                       struct arena *a)
{
	struct asked q = { .field = field, .scope = s, .a = a };
	const struct kind *kind = &kinds[field->kind];
	return kind->show == NULL || *stored == '\0' ? stored : kind->show(&q, stored);
}
