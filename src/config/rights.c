/* data/rights.xml: who may do what. Every act of every step must have its right, else nobody could
 * do it. */
#include <string.h>

#include "loket/command.h"

#include "private.h"

#define ANOTHER N_("tindakan \"%1\" tidak dikenal; lihat daftarnya dengan: loket sop --transitions")

static const struct role *role_find(const struct rights *r, const char *key)
{
	for (size_t i = 0; i < r->role_count; i++) {
		if (text_same(r->roles[i].key, key))
			return &r->roles[i];
	}
	return NULL;
}

static void roles_read(struct source *s, const struct xml_node *root)
{
	size_t count = count_of(root, "role"), i = 0;
	struct role *roles = arena_get(s->a, count + 1, sizeof *roles);
	for (const struct xml_node *n = xml_child(root, "role"); n != NULL; n = xml_next(n, "role"))
		roles[i++] = (struct role){ text_of(s, n, "key"), text_of(s, n, "name"),
			                    text_same(text_of(s, n, "machine"), "yes") };
	s->book->rights.roles = roles;
	s->book->rights.role_count = count;
}

/* "hanya untuk panitera muda, panitera": the reason shown when the file gives none. */
static const char *reason_of(struct source *s, const struct right *r)
{
	struct text names = text_start(s->a);
	for (size_t i = 0; i < r->role_count; i++) {
		text_add(&names, i == 0 ? "" : ", ");
		text_add(&names, role_find(&s->book->rights, r->roles[i])->name);
	}
	char said[512];
	message_fill(_("hanya untuk %1"), (const char *const[]){ names.s }, 1, said, sizeof said);
	return arena_text(s->a, said);
}

/* Which act a right is about; NULL: one of the service's own ("lihat.laporan"). */
static const struct act *act_named(struct source *s, const char *act)
{
	size_t length = strcspn(act, ".");
	return act_find(arena_copy(s->a, act, length), act + length + 1);
}

/* An act of a step is one of the program's; the others ("lihat.laporan") are the service's own. */
static bool act_is_known(struct source *s, const char *act)
{
	const char *step = arena_copy(s->a, act, strcspn(act, "."));
	return sop_number(&s->book->sop, step) == 0 || act_named(s, act) != NULL;
}

/* What a machine tells is taken from a machine. */
static bool role_fits(struct source *s, const struct xml_node *n, const struct right *r,
                      const char *key)
{
	const struct role *role = role_find(&s->book->rights, key);
	const struct act *act = act_named(s, r->act);
	if (role == NULL)
		return refuse(s, n,
		              N_("peran \"%1\" tidak dikenal; pakai key salah satu <role> di atas"),
		              key);
	return role->machine || act == NULL || act->payload == PAYLOAD_NONE ||
	       refuse(s, n, N_("tindakan \"%1\" hanya untuk peran program (machine=\"yes\")"),
	              r->act);
}

static bool right_read(struct source *s, const struct xml_node *n, struct right *r)
{
	r->act = text_of(s, n, "act");
	r->role_count = words_of(s, n, "roles", &r->roles);
	for (size_t i = 0; i < r->role_count; i++) {
		if (!role_fits(s, n, r, r->roles[i]))
			return false;
	}
	if (!act_is_known(s, r->act))
		return refuse(s, n, ANOTHER, r->act);
	r->another_count = words_of(s, n, "another", &r->another);
	for (size_t i = 0; i < r->another_count; i++) {
		if (act_named(s, r->another[i]) == NULL)
			return refuse(s, n, ANOTHER, r->another[i]);
	}
	r->reason = text_of(s, n, "reason");
	if (text_is_empty(r->reason))
		r->reason = reason_of(s, r);
	return true;
}

static bool right_stands(const struct rights *r, const char *act)
{
	for (size_t i = 0; i < r->count; i++) {
		if (text_same(r->items[i].act, act))
			return true;
	}
	return false;
}

static bool all_acts_have_one(struct source *s, const struct xml_node *root)
{
	for (size_t i = 0; i < court_step_count; i++) {
		const struct step *step = court_steps[i];
		for (size_t k = 0; k < step->act_count; k++) {
			const char *act = step->acts[k]->name;
			if (!right_stands(&s->book->rights, act))
				return refuse(
				    s, root,
				    N_("hak untuk \"%1\" belum ditulis; tambahkan <right act=\"%1\" roles=\"…\"/>"),
				    act);
		}
	}
	return true;
}

static bool rights_read(struct source *s, const struct xml_node *root)
{
	if (!keys_differ(s, root, "role", "key") || !keys_differ(s, root, "right", "act"))
		return false;
	roles_read(s, root);
	size_t count = count_of(root, "right"), i = 0;
	struct right *rights = arena_get(s->a, count + 1, sizeof *rights);
	for (const struct xml_node *n = xml_child(root, "right"); n != NULL;
	     n = xml_next(n, "right")) {
		if (!right_read(s, n, &rights[i++]))
			return false;
	}
	s->book->rights.items = rights;
	s->book->rights.count = count;
	return all_acts_have_one(s, root);
}

const struct data_file data_rights = { "data/rights.xml", "data/xsd/rights.xsd",
	                               N_("Peran dan hak"), rights_read, NULL };
