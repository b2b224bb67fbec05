/* The court's emblem of its letterhead: data/lambang.png of the home, which need not be there. */
#include <string.h>

#include "private.h"

#define EMBLEM_FILE "data/lambang.png"
#define EMBLEM_MOST (512 * KIB)

enum { SIDE_MOST = 2000, SIDES_AT = 16, SIDES_END = 24 };

struct png_reading {
	const struct bytes *file;
	size_t at;
};

static cairo_status_t png_next(void *closure, unsigned char *out, unsigned length)
{
	struct png_reading *r = closure;
	if (length > r->file->size - r->at)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(out, r->file->data + r->at, length);
	r->at += length;
	return CAIRO_STATUS_SUCCESS;
}

static uint32_t big_endian(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* Its sides stand in the first chunk: a picture that would fill the memory is not unpacked. */
static bool is_small(const struct bytes *file)
{
	return file->data != NULL && file->size >= SIDES_END &&
	       big_endian(file->data + SIDES_AT) <= SIDE_MOST &&
	       big_endian(file->data + SIDES_AT + 4) <= SIDE_MOST;
}

bool emblem_load(const struct home *home, cairo_surface_t **out, struct fault *why)
{
	struct arena a = arena_start(EMBLEM_MOST + 64 * KIB);
	const char *path = home_data(home, EMBLEM_FILE, &a);
	struct bytes file = { NULL, 0 };
	*out = NULL;
	bool good = !file_exists(path) || file_read(path, EMBLEM_MOST, &a, &file, why);
	if (good && file_exists(path)) {
		struct png_reading reading = { .file = &file };
		if (is_small(&file))
			*out = cairo_image_surface_create_from_png_stream(png_next, &reading);
		if (*out == NULL || cairo_surface_status(*out) != CAIRO_STATUS_SUCCESS) {
			emblem_drop(out);
			good = fault_set(
			    why, FAULT_OUTSIDE,
			    N_("Lambang %1 bukan gambar PNG sampai 2000 titik; ganti atau hapus berkas itu"),
			    path);
		}
	}
	arena_drop(&a);
	return good;
}

void emblem_drop(cairo_surface_t **emblem)
{
	if (*emblem != NULL)
		cairo_surface_destroy(*emblem);
	*emblem = NULL;
}
