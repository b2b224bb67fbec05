/* Receipts witness the chain: each says where it ended when the receipt was printed, signed. And
 * the files that were made for ever, by their digests. */
#include <stdio.h>
#include <string.h>

#include "loket/list.h"
#include "loket/store/chain.h"
#include "loket/text.h"

#include "chained.h"

enum { VARIANT = sodium_base64_VARIANT_URLSAFE_NO_PADDING, CODE = 128 };

bool chain_witness(struct store *s, struct arena *a, const char **out, struct fault *why)
{
	struct chain_link head = { 0 };
	unsigned char signature[CHAIN_SIGNED];
	char link[CODE], word[CODE];
	size_t size = 0;
	struct query q = query_of(s, SQL_audit_head);
	*out = "";
	if (query_next(&q)) {
		head.number = take_number(&q);
		take_bytes(&q, head.link, sizeof head.link);
		size = take_bytes(&q, signature, sizeof signature);
	}
	if (size == sizeof signature) {
		sodium_bin2base64(link, sizeof link, head.link, sizeof head.link, VARIANT);
		sodium_bin2base64(word, sizeof word, signature, sizeof signature, VARIANT);
		*out = arena_print(a, "%lld.%s.%s", (long long)head.number, link, word);
	}
	return query_end(&q, why);
}

static bool piece(const char *text, size_t length, unsigned char *out, size_t size)
{
	size_t got = 0;
	return sodium_base642bin(out, size, text, length, NULL, &got, NULL, VARIANT) == 0 &&
	       got == size;
}

static bool code_read(const char *code, struct chain_link *head, unsigned char *signature)
{
	char number[24] = "";
	long long n = 0;
	size_t first = strcspn(code, "."), second;
	if (code[first] == '\0' || first >= sizeof number)
		return false;
	memcpy(number, code, first);
	const char *link = code + first + 1;
	second = strcspn(link, ".");
	if (link[second] == '\0' || !text_number(number, 1, INT64_MAX, &n))
		return false;
	head->number = n;
	const char *word = link + second + 1;
	return piece(link, second, head->link, sizeof head->link) &&
	       piece(word, strlen(word), signature, CHAIN_SIGNED);
}

/* Where a commit ended there is a link, and a receipt says no other place. */
static bool link_at(struct store *s, int64_t number, struct chain_link *out, instant *at,
                    struct fault *why)
{
	struct query q = query_of(s, SQL_audit_link);
	*out = (struct chain_link){ 0 };
	bind_number(&q, ":number", number);
	if (query_next(&q)) {
		out->number = take_bytes(&q, out->link, sizeof out->link) > 0 ? number : 0;
		*at = take_instant(&q);
	}
	return query_end(&q, why);
}

bool chain_witnessed(struct store *s, const char *witness, int64_t *rows, instant *at,
                     struct fault *why)
{
	struct chain_link said, here;
	unsigned char signature[CHAIN_SIGNED];
	const char *bar = strrchr(witness, '|'); /* what else the code of a paper says */
	*at = INSTANT_NONE;
	if (!chain_open(s, false, why))
		return false;
	if (!code_read(bar == NULL ? witness : bar + 1, &said, signature))
		return fault_set(
		    why, FAULT_MISUSE,
		    N_("Kode itu bukan dari kwitansi Loket; salin seluruh isi kode QR"));
	chain_key(s);
	if (!s->chain->has_key)
		return fault_set(
		    why, FAULT_OUTSIDE,
		    N_("Kunci keys/rantai.key tidak terbaca; kembalikan dari cadangan kunci"));
	if (!chain_signed_by(&said, signature, s->chain->public))
		return fault_set(
		    why, FAULT_REFUSED,
		    N_("Tanda tangan pada kwitansi itu bukan dari kunci folder data ini"));
	if (!link_at(s, said.number, &here, at, why))
		return false;
	*rows = said.number;
	if (here.number == said.number && memcmp(here.link, said.link, sizeof here.link) == 0)
		return true;
	return fault_set(why, FAULT_REFUSED,
	                 N_("Rantai pencatatan diubah setelah kwitansi itu dicetak: barisnya tidak "
	                    "ada lagi atau lain"));
}

bool chain_key_renew(struct store *s, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	return write_leave(s, own, chain_key_make(s, why), why);
}

/* ---- files ---- */

bool papers_kept(struct store *s, struct arena *a, struct kept_files *out, struct fault *why)
{
	struct query q = query_of(s, SQL_audit_papers);
	*out = (struct kept_files){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct kept_file *f = &out->items[out->count++];
		f->name = take_text(&q, a);
		f->digest = take_text(&q, a);
		f->who = take_text(&q, a);
		f->at = take_instant(&q);
	}
	return query_end(&q, why);
}

bool documents_kept(struct store *s, struct arena *a, struct kept_files *out, struct fault *why)
{
	struct query q = query_of(s, SQL_audit_documents);
	*out = (struct kept_files){ 0 };
	while (query_next(&q)) {
		out->items = list_grow(a, out->items, out->count, &out->capacity,
		                       sizeof *out->items);
		struct kept_file *f = &out->items[out->count++];
		f->digest = take_text(&q, a);
		f->name = take_text(&q, a);
		f->who = "";
		f->at = take_instant(&q);
	}
	return query_end(&q, why);
}

bool paper_write(struct store *s, const struct kept_file *p, struct fault *why)
{
	bool own;
	if (!write_enter(s, &own, why))
		return false;
	struct query q = query_of(s, SQL_paper_write);
	bind_text(&q, ":name", p->name);
	bind_text(&q, ":digest", p->digest);
	bind_text(&q, ":who", p->who);
	bind_instant(&q, ":at", p->at);
	return write_leave(s, own, query_run(&q, why), why);
}
