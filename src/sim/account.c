/* Virtual accounts, services 27 to 31 of the SNAP standard (page Virtual Account), where the bank
 * keeps the account: the court makes, changes, looks up and deletes it; visitors pay it. */
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define LONGEST_NAME 255
#define LONGEST_TRX  64
#define HOURS_MS     (24 * 3600 * (int64_t)1000)

/* ---- fields of a request ---- */

static bool is_company(const json_t *v)
{
	return json_string_length(v) == 8;
}

static bool is_customer(const json_t *v)
{
	const char *s = json_string_value(v);
	return s != NULL && strlen(s) <= CUSTOMER_MOST && strspn(s, "0123456789") == strlen(s);
}

static bool is_number(const json_t *v)
{
	return json_string_length(v) <= 28;
}

static bool is_name(const json_t *v)
{
	return json_string_length(v) <= LONGEST_NAME;
}

static bool is_trx(const json_t *v)
{
	return json_string_length(v) <= LONGEST_TRX;
}

/* {"value":"750000.00","currency":"IDR"}: sixteen digits and two, no leading zero, never a number.
 */
static bool is_amount(const json_t *v)
{
	const char *s = json_string_value(json_object_get(v, "value"));
	const char *currency = json_string_value(json_object_get(v, "currency"));
	if (s == NULL || currency == NULL || strcmp(currency, "IDR") != 0)
		return false;
	size_t whole = strspn(s, "0123456789");
	return whole > 0 && whole <= 16 && (s[0] != '0' || whole == 1) && s[whole] == '.' &&
	       strlen(s) == whole + 3 && strspn(s + whole + 1, "0123456789") == 2;
}

static bool is_type(const json_t *v)
{
	const char *s = json_string_value(v);
	return s != NULL && strcmp(s, "C") == 0;
}

static bool is_expiry(const json_t *v)
{
	const char *s = json_string_value(v);
	instant t;
	return s != NULL && strlen(s) == 25 && instant_parse(s, &t) && t > clock_now();
}

enum { CREATE = 1, UPDATE = 2, LOOK = 4, DELETE = 8, STATUS = 16, NEVER = 0 };
static const struct order_member {
	const char *name;
	unsigned needed; /* by these services */
	bool (*good)(const json_t *);
} fields[] = {
	{ "partnerServiceId", CREATE | UPDATE | LOOK | DELETE | STATUS, is_company },
	{ "customerNo", CREATE | UPDATE | LOOK | DELETE | STATUS, is_customer },
	{ "virtualAccountNo", CREATE | UPDATE | LOOK | DELETE | STATUS, is_number },
	{ "virtualAccountName", CREATE | UPDATE, is_name },
	{ "trxId", CREATE | UPDATE | LOOK, is_trx },
	{ "totalAmount", CREATE | UPDATE, is_amount },
	{ "virtualAccountTrxType", NEVER, is_type },
	{ "expiredDate", NEVER, is_expiry },
};

static bool is_empty(const json_t *v)
{
	return v == NULL || json_is_null(v) || (json_is_string(v) && json_string_length(v) == 0);
}

static bool field_wrong(const struct passed_call *t, int case_, const char *name)
{
	const char *what = case_ == 2 ? "Mandatory Field" : "Field Format";
	bank_call_refuse(t, 400, case_, arena_print(t->a, "Invalid %s %s", what, name));
	return false;
}

/* Checks that the fields are present and well-formed, and that the number is ours and made of its
 * two parts. */
static bool fields_good(const struct passed_call *t, unsigned service)
{
	for (size_t i = 0; i < COUNT_OF(fields); i++) {
		if ((fields[i].needed & service) &&
		    is_empty(json_object_get(t->ask, fields[i].name)))
			return field_wrong(t, 2, fields[i].name);
	}
	for (size_t i = 0; i < COUNT_OF(fields); i++) {
		const json_t *v = json_object_get(t->ask, fields[i].name);
		if (!is_empty(v) && !fields[i].good(v))
			return field_wrong(t, 1, fields[i].name);
	}
	const char *company = ask_text(t, "partnerServiceId");
	const char *number = arena_print(t->a, "%s%s", company, ask_text(t, "customerNo"));
	if (strcmp(number, ask_text(t, "virtualAccountNo")) != 0)
		return field_wrong(t, 1, "virtualAccountNo");
	if (strcmp(company, COMPANY) == 0)
		return true;
	bank_call_refuse(t, 404, 11, "Invalid Card/Account/Customer/Virtual Account");
	return false;
}

/* ---- an account ---- */

struct bank_account {
	const char *id, *trx, *digits, *name, *amount, *body;
	int64_t ends, changed;
	bool deleted, paid;
	instant paid_at;
};

static const char *digits_of(const char *number, struct arena *a)
{
	return arena_text(a, number + strspn(number, " "));
}

/* By transaction; "" the newest of that number. */
static bool account_get(const struct passed_call *t, const char *trx, struct bank_account *out)
{
	const char *digits = digits_of(ask_text(t, "virtualAccountNo"), t->a);
	sqlite3_stmt *s =
	    keep_ask(t->sim->db,
	             "SELECT id, trx, digits, name, amount, body, ends, changed, deleted,"
	             " (SELECT max(at) FROM payment p WHERE p.trx = account.trx) FROM account"
	             " WHERE digits = ?1 AND (?2 = '' OR trx = ?2) ORDER BY id DESC LIMIT 1",
	             digits, trx, NULL);
	bool found = false;
	while (keep_next(&s)) {
		found = true;
		*out = (struct bank_account){
			.id = keep_text(s, 0, t->a),
			.trx = keep_text(s, 1, t->a),
			.digits = keep_text(s, 2, t->a),
			.name = keep_text(s, 3, t->a),
			.amount = keep_text(s, 4, t->a),
			.body = keep_text(s, 5, t->a),
			.ends = sqlite3_column_int64(s, 6),
			.changed = sqlite3_column_int64(s, 7),
			.deleted = sqlite3_column_int(s, 8) != 0,
			.paid = sqlite3_column_type(s, 9) != SQLITE_NULL,
			.paid_at = sqlite3_column_int64(s, 9),
		};
	}
	return found;
}

/* The account asked for, not deleted; else the refusal is in the reply. */
static bool account_find(const struct passed_call *t, struct bank_account *out)
{
	if (account_get(t, ask_text(t, "trxId"), out) && !out->deleted)
		return true;
	bank_call_refuse(t, 404, 12, "Invalid Bill/Virtual Account [Not Found]");
	return false;
}

static bool account_unpaid(const struct passed_call *t, const struct bank_account *o)
{
	if (!o->paid)
		return true;
	bank_call_refuse(t, 404, 14, "Paid Bill");
	return false;
}

/* What the answer repeats: the request's own members, as they were sent. */
static json_t *echo(const char *body)
{
	static const char *const members[] = {
		"partnerServiceId",
		"customerNo",
		"virtualAccountNo",
		"virtualAccountName",
		"virtualAccountEmail",
		"virtualAccountPhone",
		"trxId",
		"totalAmount",
		"virtualAccountTrxType",
		"expiredDate",
		"additionalInfo",
	};
	json_t *all = json_loads(body, 0, NULL), *data = json_object();
	for (size_t i = 0; i < COUNT_OF(members); i++) {
		json_t *v = json_object_get(all, members[i]);
		if (v != NULL)
			json_object_set(data, members[i], v);
	}
	json_decref(all);
	return data;
}

static const char *ask_dump(const struct passed_call *t)
{
	char *dump = json_dumps(t->ask, JSON_COMPACT);
	const char *body = arena_text(t->a, dump);
	free(dump);
	return body;
}

static const char *ask_expiry(const struct passed_call *t)
{
	const char *expires = ask_text(t, "expiredDate");
	return *expires ? expires : stamp_local(t->now + HOURS_MS, t->a);
}

static const char *expiry_ms(const struct passed_call *t)
{
	instant ends;
	return number_text(t->a, instant_parse(ask_expiry(t), &ends) ? ends : t->now);
}

static const char *ask_amount(const struct passed_call *t)
{
	const json_t *total = json_object_get(t->ask, "totalAmount");
	return json_string_value(json_object_get(total, "value"));
}

/* ---- the services ---- */

/* True when there is no such transaction and no other live account of that number. */
static bool create_free(const struct passed_call *t)
{
	struct bank_account o;
	const char *trx = ask_text(t, "trxId");
	int64_t used = keep_one(t->sim->db, "SELECT count(*) FROM account WHERE trx = ?", trx,
	                        NULL);
	if (used > 0) {
		bool same = account_get(t, trx, &o) && strcmp(o.body, ask_dump(t)) == 0;
		if (same)
			bank_call_refuse(t, 409, 1, "Duplicate partnerReferenceNo");
		else
			bank_call_refuse(t, 404, 18, "Inconsistent Request");
		return false;
	}
	if (!account_get(t, "", &o) || o.deleted || (!o.paid && o.ends <= t->now))
		return true;
	bank_call_refuse(t, 404, 18, "Inconsistent Request");
	return false;
}

void account_create(const struct passed_call *t)
{
	if (!fields_good(t, CREATE) || !create_free(t))
		return;
	const char *now = number_text(t->a, t->now), *body = ask_dump(t);
	keep_run(
	    t->sim->db,
	    "INSERT INTO account(trx, digits, customer, name, amount, type, expires, ends, made,"
	    " changed, body) VALUES(?, ?, ?, ?, ?, 'C', ?, ?, ?, ?, ?)",
	    ask_text(t, "trxId"), digits_of(ask_text(t, "virtualAccountNo"), t->a),
	    ask_text(t, "customerNo"), ask_text(t, "virtualAccountName"), ask_amount(t),
	    ask_expiry(t), expiry_ms(t), now, now, body, NULL);
	if (t->sim->o->pay_after < 0)
		keep_run(t->sim->db, "INSERT OR IGNORE INTO visited VALUES(?)",
		         ask_text(t, "trxId"), NULL);
	bank_call_answer(t, "virtualAccountData", echo(body));
}

static json_t *with_dates(const struct passed_call *t, json_t *data, const struct bank_account *o)
{
	json_object_set_new(data, "lastUpdateDate", json_string(stamp_local(o->changed, t->a)));
	json_object_set_new(data, "paidStatus", json_string(o->paid ? "Y" : "N"));
	if (o->paid)
		json_object_set_new(data, "paymentDate",
		                    json_string(stamp_local(o->paid_at, t->a)));
	return data;
}

void account_update(const struct passed_call *t)
{
	struct bank_account o;
	if (!fields_good(t, UPDATE) || !account_find(t, &o) || !account_unpaid(t, &o))
		return;
	const char *body = ask_dump(t);
	keep_run(t->sim->db,
	         "UPDATE account SET name = ?, amount = ?, expires = ?, ends = ?, changed = ?,"
	         " body = ? WHERE id = ?",
	         ask_text(t, "virtualAccountName"), ask_amount(t), ask_expiry(t), expiry_ms(t),
	         number_text(t->a, t->now), body, o.id, NULL);
	o.changed = t->now;
	bank_call_answer(t, "virtualAccountData", with_dates(t, echo(body), &o));
}

void account_look(const struct passed_call *t)
{
	struct bank_account o;
	if (fields_good(t, LOOK) && account_find(t, &o))
		bank_call_answer(t, "virtualAccountData", with_dates(t, echo(o.body), &o));
}

void account_delete(const struct passed_call *t)
{
	struct bank_account o;
	if (!fields_good(t, DELETE) || !account_find(t, &o) || !account_unpaid(t, &o))
		return;
	keep_run(t->sim->db, "UPDATE account SET deleted = 1, changed = ? WHERE id = ?",
	         number_text(t->a, t->now), o.id, NULL);
	bank_call_answer(t, "virtualAccountData", echo(ask_dump(t)));
}

/* ---- payments, as the court may ask for them ---- */

static json_t *amount_json(const char *value)
{
	return json_pack("{s:s, s:s}", "value", value, "currency", "IDR");
}

/* Columns: request, customer, digits, name, trx, amount, total, at, reference. */
static json_t *payment_json(const struct passed_call *t, sqlite3_stmt *s)
{
	const char *at = stamp_local(sqlite3_column_int64(s, 7), t->a);
	return json_pack(
	    "{s:{s:s, s:s}, s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:o, s:o, s:s, s:s, s:s, s:s}",
	    "paymentFlagReason", "english", "Success", "indonesia", "Sukses", "partnerServiceId",
	    COMPANY, "customerNo", keep_text(s, 1, t->a), "virtualAccountNo",
	    json_sprintf("%.*s%s", (int)strspn(COMPANY, " "), COMPANY, keep_text(s, 2, t->a)),
	    "virtualAccountName", keep_text(s, 3, t->a), "trxId", keep_text(s, 4, t->a),
	    "inquiryRequestId", keep_text(s, 0, t->a), "paymentRequestId", keep_text(s, 0, t->a),
	    "paidAmount", amount_json(keep_text(s, 5, t->a)), "totalAmount",
	    amount_json(keep_text(s, 6, t->a)), "trxDateTime", at, "transactionDate", at,
	    "referenceNo", keep_text(s, 8, t->a), "paymentFlagStatus", "00");
}

#define PAYMENT_COLUMNS                                                                            \
	"SELECT p.request, a.customer, p.digits, a.name, p.trx, p.amount, a.amount, p.at,"         \
	" p.reference FROM payment p JOIN account a ON a.trx = p.trx "

static json_t *payments_json(const struct passed_call *t, sqlite3_stmt *s)
{
	json_t *all = json_array();
	while (keep_next(&s))
		json_array_append_new(all, payment_json(t, s));
	return all;
}

/* The named payment; without a name all payments of the number, newest first. */
void account_status(const struct passed_call *t)
{
	struct bank_account o;
	if (!fields_good(t, STATUS))
		return;
	const char *id = ask_text(t, "paymentRequestId");
	if (*id == '\0')
		id = ask_text(t, "inquiryRequestId");
	json_t *all =
	    payments_json(t, keep_ask(t->sim->db,
	                              PAYMENT_COLUMNS
	                              "WHERE p.digits = ?1 AND (?2 = '' OR p.request = ?2)"
	                              " ORDER BY p.id DESC",
	                              digits_of(ask_text(t, "virtualAccountNo"), t->a), id, NULL));
	if (json_array_size(all) == 0 && !account_get(t, "", &o))
		bank_call_refuse(t, 404, 12, "Invalid Bill/Virtual Account [Not Found]");
	else if (json_array_size(all) == 0)
		bank_call_refuse(t, 404, 1, "Transaction Not Found");
	else if (*id != '\0')
		bank_call_answer(t, "virtualAccountData", json_incref(json_array_get(all, 0)));
	else
		bank_call_answer(t, "virtualAccountData", json_incref(all));
	json_decref(all);
}

/* Midnight of a day of the request, or of today; plus one day for the end. */
static instant report_edge(const struct passed_call *t, const char *name, int more)
{
	day today = instant_day(t->now, &jakarta), d;
	if (!day_iso_parse(ask_text(t, name), &d))
		d = today;
	return instant_at(d + more, 0, &jakarta);
}

void account_report(const struct passed_call *t)
{
	if (strcmp(ask_text(t, "partnerServiceId"), COMPANY) != 0) {
		field_wrong(t, is_empty(json_object_get(t->ask, "partnerServiceId")) ? 2 : 1,
		            "partnerServiceId");
		return;
	}
	/* the standard's samples spell the member so for this service */
	bank_call_answer(t, "virtualAccountdata",
	                 payments_json(t,
	                               keep_ask(t->sim->db,
	                                        PAYMENT_COLUMNS
	                                        "WHERE p.at >= ? AND p.at < ? ORDER BY p.id",
	                                        number_text(t->a, report_edge(t, "startDate", 0)),
	                                        number_text(t->a, report_edge(t, "endDate", 1)),
	                                        NULL)));
}
