/* The contract with SIPP: XML over HTTP, one schema per message (data/sipp/, urn:loket:sipp:1).
 * Plain fields to bytes and bytes to a struct; no sockets. A request is validated by its schema
 * before it is sent, so that a text SIPP cannot keep is reported and never cut; an answer is
 * validated by its schema and compared with the request. Element names are SIPP's column names. */
#ifndef LOKET_SIPP_H
#define LOKET_SIPP_H

#include <stdbool.h>
#include <stddef.h>

#include "loket/arena.h"
#include "loket/case.h"
#include "loket/fault.h"

/* ---- encode.c ---- */
enum sipp_message {
	SIPP_HEALTH, /* kesehatan: is SIPP there? */
	SIPP_CHECK,  /* periksa: which running cases know these people? */
	/* daftar: registers a case; the same nomor_register always gets the same case. */
	SIPP_REGISTER,
	SIPP_CASE,    /* perkara: what is registered under a nomor_register or nomor_perkara? */
	SIPP_CHANGES, /* perubahan: cases changed since `sejak`, at most `batas` */
	SIPP_COURT,   /* pengadilan: the court as SIPP has it */
	SIPP_RELAAS,  /* relaas: how a summons ended */
	SIPP_MESSAGES
};

struct sipp_field {
	/* "" the message itself; "pihak1", "pihak2", "pihak4", or any for periksa. */
	const char *list;
	int row; /* from 1 */
	const char *name, *text;
};

struct sipp_question {
	enum sipp_message message;
	const struct sipp_field *fields;
	size_t count;
};
struct sipp_bytes {
	const void *data;
	size_t size;
};

struct sipp_request {
	const char *method;
	const char *target; /* path and query, to be put after the base URL */
	const char *body;   /* XML, "" for GET */
};

struct xml_schema;
/* The schemas, compiled. */
struct sipp {
	struct xml_schema *requests[SIPP_MESSAGES]; /* NULL where nothing is sent but the address */
	struct xml_schema *answers[SIPP_MESSAGES];
	struct xml_schema *error;
};

/* All schemas in `folder`; nothing stays open when it fails. */
MUST_USE bool sipp_open(const char *folder, struct sipp *s, struct fault *why);
void sipp_close(struct sipp *s);

/* Fields may come in any order; those the message does not have are left out. False: SIPP cannot
 * store a value unchanged; the fault names element and reason. */
MUST_USE bool sipp_encode(const struct sipp *s, const struct sipp_question *q, struct arena *a,
                          struct sipp_request *out, struct fault *why);

/* ---- decode.c ---- */
enum sipp_outcome {
	SIPP_DONE,
	SIPP_ABSENT,  /* there is no such case */
	SIPP_WAITS,   /* read-only: a SIPP user assigns the number; ask again later */
	SIPP_REFUSED, /* SIPP says no, and will say so again */
	SIPP_LATER,   /* it could not now; nothing is known of the outcome */
	SIPP_DIFFERS  /* the answer is to another question: a person must look */
};
const char *sipp_outcome_name(enum sipp_outcome o);

struct sipp_court {
	const char *code, *zone, *name, *address, *chair, *chair_nip, *registrar, *registrar_nip;
};
struct sipp_health {
	const char *name, *version, *contract, *time;
	bool reads_only;
};

struct sipp_answer {
	enum sipp_outcome outcome;
	const char *message; /* what SIPP said, or what is wrong with its answer */
	const char *id;      /* of a summons as SIPP keeps it */
	struct {
		struct sipp_case *items;
		size_t count, capacity;
	} cases;          /* perkara, daftar: one; perubahan: those that changed */
	const char *mark; /* perubahan: `sejak` of the next reading */
	bool more;        /* perubahan: it can be asked at once */
	struct sipp_court court;
	struct sipp_health health;
	struct sipp_found *found; /* periksa */
	size_t found_count, found_capacity;
};

/* Never fails: what cannot be read is SIPP_LATER. `q` is what was asked, `http` the status it came
 * with. */
void sipp_decode(const struct sipp *s, const struct sipp_question *q, int http,
                 const struct sipp_bytes *body, struct arena *a, struct sipp_answer *out);

#endif
