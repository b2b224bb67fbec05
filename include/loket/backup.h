/* Backups: made of a home that is in use, proven, tried out, brought back. */
#ifndef LOKET_BACKUP_H
#define LOKET_BACKUP_H

#include "loket/service.h"

/* ---- backup.c ---- */
/* A backup is a folder FOLDER/loket-DAY-TIME with the database as of one instant, every document,
 * the court's own data and forms, and SHA256SUMS over all of it; no keys. It gets that name once it
 * was brought back into a home of its own and found whole. */
struct backup_facts {
	int64_t edition;
	instant made;
	struct store_counts counts;
};
struct backup {
	const char *path; /* of the backup; of the home, once it is brought back */
	struct backup_facts facts;
	size_t files;
	int64_t bytes; /* of a new one */
	size_t lost;   /* documents that a row names and that are not there, or not as they were */
};
struct backup_order {
	const char *const *folders; /* the first gets the backup, each other a copy */
	size_t folder_count;
	long long keep;   /* of the backups in each folder only so many; 0: all */
	const char *keys; /* the folder that the keys are copied to; "" : none */
};
MUST_USE bool service_backup(const struct login *s, const struct backup_order *o, struct arena *a,
                             struct backup *out, struct fault *why);

/* ---- restore.c: nobody logs in, because there is no home ---- */
/* Brings a backup back into a home that is made beside it and dropped again. */
MUST_USE bool backup_try(const char *backup, struct arena *a, struct backup *out,
                         struct fault *why);
/* Makes the home of it, which must not be there; `keys` as of backup_order. Counters of
 * registrations and of accounts pass over the numbers that may have been given since. */
MUST_USE bool service_restore(const char *backup, const char *keys, struct arena *a,
                              struct backup *out, struct fault *why);

#endif
