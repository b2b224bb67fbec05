/* The writer: state that lives longer than one paper, and the file in which papers are collected.
 */
#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>

#include "loket/list.h"

#include "private.h"

#define TEMPLATES_MAX 16
#define NAME_MAX_LEN  32
#define ONE_PAPER     (512 * MIB) /* memory of one paper while it is set */
#define SHORT_PAPER   3           /* pages; a longer one is not set again to save one */

struct sink {                /* the PDF so far */
	unsigned char *data; /* owned; kept and used again by the next document */
	size_t size, capacity;
};
struct paper {
	struct home home;
	struct xml_schema *print, *view;
	struct arena arena;      /* of the templates */
	cairo_surface_t *emblem; /* read with the first template; NULL: none */
	struct template templates[TEMPLATES_MAX];
	size_t count;
	PangoFontMap *fonts;
	PangoContext *context;
	GHashTable *layouts; /* layouts.c */
	struct sink sink;
	cairo_surface_t *surface; /* NULL: no document is open */
	cairo_t *ink;
};

/* ---- the file ---- */

static cairo_status_t sink_write(void *closure, const unsigned char *data, unsigned length)
{
	struct sink *k = closure;
	if (length > PAPER_PDF_MAX - k->size)
		return CAIRO_STATUS_WRITE_ERROR;
	if (k->size + length > k->capacity) {
		size_t capacity = k->capacity ? k->capacity : 64 * KIB;
		while (capacity < k->size + length)
			capacity *= 2;
		unsigned char *more = realloc(k->data, capacity);
		if (!more)
			return CAIRO_STATUS_NO_MEMORY;
		k->data = more;
		k->capacity = capacity;
	}
	memcpy(k->data + k->size, data, length);
	k->size += length;
	return CAIRO_STATUS_SUCCESS;
}

static void document_close(struct paper *p)
{
	if (!p->surface)
		return;
	cairo_destroy(p->ink);
	cairo_surface_finish(p->surface);
	cairo_surface_destroy(p->surface);
	p->ink = NULL;
	p->surface = NULL;
}

static void document_open(struct paper *p, const struct template *t, const struct scope *scope,
                          struct arena *a)
{
	p->sink.size = 0;
	p->surface = cairo_pdf_surface_create_for_stream(sink_write, &p->sink, t->width, t->height);
	p->ink = cairo_create(p->surface);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE,
	                               scope_fill(scope, t->title, a));
	/* The view's time and not the clock's: the same view is the same file. */
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATE_DATE,
	                               scope_find(scope, "dibuat"));
}

static bool document_fault(cairo_status_t status, struct fault *why)
{
	return fault_set(why, FAULT_OUTSIDE,
	                 N_("PDF tidak dapat dibuat: %1. Cetak lebih sedikit sekaligus."),
	                 cairo_status_to_string(status));
}

bool paper_finish(struct paper *p, struct bytes *pdf, struct fault *why)
{
	*pdf = (struct bytes){ 0 };
	if (!p->surface)
		return fault_set(why, FAULT_MISUSE, N_("Tidak ada yang dicetak."));
	cairo_surface_t *surface = cairo_surface_reference(p->surface);
	document_close(p);
	cairo_status_t status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status != CAIRO_STATUS_SUCCESS)
		return document_fault(status, why);
	*pdf = (struct bytes){ .data = p->sink.data, .size = p->sink.size };
	return true;
}

/* ---- templates ---- */

static bool name_is(const char *name)
{
	size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
	return length > 0 && length <= NAME_MAX_LEN && !name[length];
}

static void templates_drop(struct paper *p)
{
	for (size_t i = 0; i < p->count; i++)
		template_close(&p->templates[i]);
	p->count = 0;
	emblem_drop(&p->emblem);
	arena_drop(&p->arena);
}

static const struct template *template_find(const struct paper *p, const char *name)
{
	for (size_t i = 0; i < p->count; i++) {
		if (strcmp(p->templates[i].name, name) == 0)
			return &p->templates[i];
	}
	return NULL;
}

static bool template_get(struct paper *p, const char *name, const struct template **out,
                         struct fault *why)
{
	*out = template_find(p, name);
	if (*out)
		return true;
	if (p->count == TEMPLATES_MAX)
		templates_drop(p);
	if (p->count == 0 && !emblem_load(&p->home, &p->emblem, why))
		return false;
	const char *path = name;
	if (!strchr(name, '/')) {
		if (!name_is(name)) {
			return fault_set(why, FAULT_MISUSE, N_("Cetakan '%1' tidak dikenal."),
			                 name);
		}
		path = home_data(&p->home, arena_print(&p->arena, "forms/print/%s.xml", name),
		                 &p->arena);
	}
	struct template *t = &p->templates[p->count];
	if (!template_open(path, p->print, &p->arena, t, why) ||
	    !fonts_check(p->context, t->fonts, &p->arena, why)) {
		template_close(t);
		return false;
	}
	t->name = arena_text(&p->arena, name);
	p->count++;
	*out = t;
	return true;
}

/* ---- a paper ---- */

/* The paper is set once and drawn for each copy: copies differ in their caption only. */
static void copies_draw(struct paper *p, struct flow *s, const struct pages *pages,
                        const struct scope *scope)
{
	const struct row_set *copies = view_rows(scope->view, s->template->copies);
	cairo_pdf_surface_set_size(p->surface, s->template->width, s->template->height);
	if (copies->count == 0)
		pages_draw(s, pages, scope, p->ink);
	for (size_t i = 0; i < copies->count; i++) {
		struct scope copy = { scope->view, &copies->items[i], i + 1, scope };
		pages_draw(s, pages, &copy, p->ink);
	}
}

static bool flow_at(struct flow *s, double scale, const struct scope *scope, struct pages *pages,
                    struct fault *why)
{
	const struct template *t = s->template;
	s->scale = scale;
	s->width = (t->width - t->left - t->right) / scale;
	s->height = (t->height - t->top - t->bottom) / scale;
	s->items = NULL;
	s->count = s->capacity = 0;
	if (!flow_set(s, scope, why))
		return false;
	pages_stack(s, pages);
	return true;
}

/* A paper that fills less than half of its last page is set smaller, until it ends a page before; a
 * letter of 9.5 points stays above 8. */
static bool flow_fit(struct flow *s, const struct scope *scope, struct pages *pages,
                     struct fault *why)
{
	static const double scales[] = { 0.96, 0.92, 0.88, 0.85 };
	if (!flow_at(s, 1, scope, pages, why))
		return false;
	size_t needed = pages->pages;
	if (needed == 1 || needed > SHORT_PAPER || pages->last > s->height / 2)
		return true;
	for (size_t i = 0; i < COUNT_OF(scales) && pages->pages == needed; i++) {
		if (!flow_at(s, scales[i], scope, pages, why))
			return false;
	}
	return pages->pages < needed || flow_at(s, 1, scope, pages, why);
}

/* A paper is in the document whole or not at all: nothing is drawn before all of it is set. */
static bool flow_add(struct paper *p, const struct template *t, const struct scope *scope,
                     struct arena *a, struct fault *why)
{
	struct flow flow = {
		.a = a,
		.context = p->context,
		.emblem = p->emblem,
		.template = t,
		.kept = p->layouts,
		.layouts = g_ptr_array_new_with_free_func(g_object_unref),
	};
	struct pages pages;
	bool done = flow_fit(&flow, scope, &pages, why);
	pages_try(&flow, scope);
	done = done && letters_check(&flow, why);
	if (done) {
		if (!p->surface)
			document_open(p, t, scope, a);
		copies_draw(p, &flow, &pages, scope);
		cairo_status_t status = cairo_status(p->ink);
		if (status != CAIRO_STATUS_SUCCESS) {
			done = document_fault(status, why);
			document_close(p);
		}
	}
	g_ptr_array_free(flow.layouts, TRUE);
	return done;
}

static bool view_add(struct paper *p, const struct template *t, const struct xml *document,
                     struct arena *a, struct fault *why)
{
	struct paper_view view;
	if (!view_load(document, a, &view, why))
		return false;
	struct scope scope = { .view = &view, .row = &view.values };
	return template_check(t, &scope, why) && flow_add(p, t, &scope, a, why);
}

bool paper_add(struct paper *p, const char *template, struct bytes data, struct fault *why)
{
	const struct template *t;
	struct xml *document = NULL;
	if (!template_get(p, template, &t, why) ||
	    !xml_parse(data.data, data.size, "view", p->view, &document, why))
		return false;
	struct arena a = arena_start(ONE_PAPER);
	bool done = view_add(p, t, document, &a, why);
	arena_drop(&a);
	xml_close(&document);
	return done;
}

/* ---- the writer itself ---- */

bool paper_open(const struct home *home, struct paper **out, struct fault *why)
{
	struct paper *p = calloc(1, sizeof *p);
	*out = p;
	if (!p) {
		return fault_set(why, FAULT_OUTSIDE,
		                 N_("Memori habis. Tutup program lain, lalu ulangi."));
	}
	p->home = *home;
	p->arena = arena_start(64 * MIB);
	p->fonts = pango_cairo_font_map_new();
	p->context = pango_font_map_create_context(p->fonts);
	pango_cairo_context_set_resolution(p->context, 72); /* or 11 points become 14.7 */
	pango_context_set_round_glyph_positions(p->context, FALSE);
	p->layouts = layouts_new();
	cairo_font_options_t *options = cairo_font_options_create();
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(p->context, options);
	cairo_font_options_destroy(options);
	return xml_schema_open(home_data(home, "forms/print/print.xsd", &p->arena), &p->print,
	                       why) &&
	       xml_schema_open(home_data(home, "forms/print/view.xsd", &p->arena), &p->view, why);
}

void paper_close(struct paper **p)
{
	if (!*p)
		return;
	document_close(*p);
	templates_drop(*p);
	xml_schema_close(&(*p)->print);
	xml_schema_close(&(*p)->view);
	g_hash_table_unref((*p)->layouts);
	g_object_unref((*p)->context);
	g_object_unref((*p)->fonts);
	free((*p)->sink.data);
	free(*p);
	*p = NULL;
}
