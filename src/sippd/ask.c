/* One call: what it asks for, in its body and in its address. */
#include <string.h>

#include "private.h"

const char *ask_text(const struct ask *k, const char *name)
{
	return xml_child_content(k->root, name, k->a);
}

static int hex_value(char c)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)((at - digits) % 16) : -1;
}

static const char *decoded(const char *s, size_t length, struct arena *a)
{
	char *out = arena_get(a, length + 1, 1);
	size_t used = 0;
	for (size_t i = 0; i < length; i++) {
		int high = s[i] == '%' && i + 2 < length ? hex_value(s[i + 1]) : -1;
		int low = high >= 0 ? hex_value(s[i + 2]) : -1;
		out[used++] = low >= 0 ? (char)(high * 16 + low) : s[i];
		i += low >= 0 ? 2 : 0;
	}
	return text_clean(a, out, used, false);
}

const char *ask_argument(const struct ask *k, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = k->call->query; *at;) {
		size_t end = strcspn(at, "&");
		if (end > length && strncmp(at, name, length) == 0 && at[length] == '=')
			return decoded(at + length + 1, end - length - 1, k->a);
		at += end + (at[end] == '&');
	}
	return "";
}
