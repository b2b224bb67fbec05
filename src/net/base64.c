/* Bytes in an XML message (xs:base64Binary), by GnuTLS. */
#include <gnutls/gnutls.h>
#include <string.h>

#include "loket/net.h"

const char *net_base64(const struct bytes *data, struct arena *a)
{
	const gnutls_datum_t in = { data->data, (unsigned)data->size };
	gnutls_datum_t out = { NULL, 0 };
	if (gnutls_base64_encode2(&in, &out) != GNUTLS_E_SUCCESS)
		return "";
	const char *text = arena_copy(a, (const char *)out.data, out.size);
	gnutls_free(out.data);
	return text;
}

bool net_base64_read(const char *text, struct arena *a, struct bytes *out)
{
	gnutls_datum_t in = { (unsigned char *)arena_text(a, text), (unsigned)strlen(text) };
	gnutls_datum_t found = { NULL, 0 };
	if (gnutls_base64_decode2(&in, &found) != GNUTLS_E_SUCCESS)
		return false;
	out->data = (unsigned char *)arena_copy(a, (const char *)found.data, found.size);
	out->size = found.size;
	gnutls_free(found.data);
	return true;
}
