/* Any bytes from a terminal: every event is whole and clean, nothing is held back at the end, and
 * the bytes given one at a time mean no less than a finite number of events. */
#include <string.h>

#include "loket/text.h"

#include "../../src/tty/private.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct decoder d;
	struct event e;
	d = (struct decoder){ 0 };
	for (size_t at = 0; at < size;) {
		size_t some = 1 + at % 7;
		if (some > size - at)
			some = size - at;
		if (some > sizeof d.in - d.count)
			some = sizeof d.in - d.count;
		memcpy(d.in + d.count, data + at, some);
		d.count += some;
		at += some;
		for (size_t events = 0; decoder_next(&d, at == size, &e); events++) {
			must(events <= sizeof d.in + 1);
			if (e.kind == EV_TEXT || e.kind == EV_PASTE)
				must(text_is_valid(e.text, e.length));
		}
		must(d.count < sizeof d.in);
	}
	return 0;
}
