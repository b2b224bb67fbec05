/* The data files as they were when they were read last. */
#ifndef LOKET_STORE_DATA_H
#define LOKET_STORE_DATA_H

#include "loket/store.h"

struct data_text {
	const char *name, *text; /* text NULL: the file is no more */
};
struct data_texts {
	struct data_text *items;
	size_t count, capacity;
};
struct data_stamp {
	bool known;
	int64_t stamp; /* of all files */
	instant since; /* when they were first read as they are; 0: in a new home */
};
MUST_USE bool data_stamp_read(struct store *s, struct data_stamp *out, struct fault *why);
MUST_USE bool data_texts_read(struct store *s, struct arena *a, struct data_texts *out,
                              struct fault *why);
/* Stores changed texts, what changed, and the stamp of all files; inside a transaction. */
MUST_USE bool data_note(struct store *s, const struct data_stamp *stamp,
                        const struct data_texts *texts, const struct data_changes *changes,
                        struct fault *why);
MUST_USE bool data_changes_read(struct store *s, int limit, struct arena *a,
                                struct data_changes *out, struct fault *why);

#endif
