/* What a step asks, for those who fill it in from outside: `loket step akun --fields`. */
#include "loket/list.h"

#include "private.h"

enum { CHOICES_FOR_PEOPLE = 12 };

static const char *const kinds[] = {
	[KIND_TEXT] = N_("teks"),
	[KIND_LINES] = N_("teks panjang"),
	[KIND_NIK] = N_("NIK"),
	[KIND_NPWP] = N_("NPWP"),
	[KIND_PHONE] = N_("telepon"),
	[KIND_EMAIL] = N_("e-mail"),
	[KIND_ACCOUNT] = N_("rekening"),
	[KIND_DATE] = N_("tanggal"),
	[KIND_TIME] = N_("jam"),
	[KIND_NUMBER] = N_("bilangan"),
	[KIND_RUPIAH] = N_("rupiah"),
	[KIND_CHOICE] = N_("pilihan"),
	[KIND_YESNO] = N_("ya atau tidak"),
	[KIND_VILLAGE] = N_("desa"),
	[KIND_FILE] = N_("berkas"),
};

const char *field_choice_words(const struct cmd *c, const struct field *field,
                               const struct form_scope *scope, size_t most)
{
	struct text t = text_start(c->a);
	const struct choices *all = field_choices(field, scope);
	if (field->kind == KIND_YESNO)
		return "ya, tidak";
	if (field->kind == KIND_FILE)
		return field->from;
	if (all == NULL)
		return "";
	for (size_t i = 0; i < all->count && i < most; i++)
		text_addf(&t, "%s%s", i > 0 ? ", " : "", all->items[i].value);
	if (all->count > most)
		text_addf(&t, ", … (%zu)", all->count);
	return t.s;
}

static const char *path_of(const struct cmd *c, const struct field *f)
{
	return text_is_empty(f->list) ? f->id : arena_print(c->a, "%s[1].%s", f->list, f->id);
}

bool fields_show(struct cmd *c, const struct form *form)
{
	static const struct column columns[] = {
		{ "isian", N_("Isian"), COLUMN_TEXT },     { "label", N_("Label"), COLUMN_TEXT },
		{ "jenis", N_("Jenis"), COLUMN_TEXT },     { "wajib", N_("Wajib"), COLUMN_YESNO },
		{ "pilihan", N_("Pilihan"), COLUMN_TEXT },
	};
	const struct form_scope scope = { .lists = c->book->lists,
		                          .list_count = c->book->list_count };
	size_t most = c->options.format == FORMAT_TABLE ? CHOICES_FOR_PEOPLE : SIZE_MAX;
	struct rows r = rows_start(c, "", columns, COUNT_OF(columns), COUNT_OF(columns));
	for (size_t i = 0; form != NULL && i < form->field_count; i++) {
		const struct field *f = &form->fields[i];
		rows_add(&r, (const char *const[]){ path_of(c, f), _(f->label),
		                                    cell_word(c, kinds[f->kind]),
		                                    cell_yes(c, f->required),
		                                    field_choice_words(c, f, &scope, most) });
	}
	output_table(c, &r.table);
	return true;
}
