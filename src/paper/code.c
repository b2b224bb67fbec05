/* QR codes by libqrencode: medium correction, as small as the text allows. */
#include <errno.h>
#include <qrencode.h>
#include <string.h>

#include "private.h"

bool code_make(const char *text, struct arena *a, const struct code **out, struct fault *why)
{
	QRcode *qr = NULL;
	size_t length = strlen(text);
	if (length <= QRSPEC_VERSION_MAX * 100)
		qr = QRcode_encodeData((int)length, (const unsigned char *)text, 0, QR_ECLEVEL_M);
	if (!qr) {
		return fault_set(why, FAULT_REFUSED,
		                 N_("Kode QR tidak dapat dibuat: isinya terlalu panjang."));
	}
	size_t size = (size_t)qr->width * (size_t)qr->width;
	unsigned char *modules = arena_get(a, size, 1);
	memcpy(modules, qr->data, size);
	struct code *code = arena_get(a, 1, sizeof *code);
	*code = (struct code){ qr->width, modules };
	QRcode_free(qr);
	*out = code;
	return true;
}
