/* The contract with SIPP: XML over HTTP, a schema for each message (data/sipp/, urn:loket:sipp:1).
 * Plain fields to bytes and bytes to a struct; no sockets. What we send is held against its schema
 * before it leaves, so that a text SIPP cannot keep is said and never cut; what comes back is held
 * against its schema and against the question. Element names are SIPP's own column names. */
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
	/* Daftar: register a case; the same nomor_register always gets the same case. */
	SIPP_REGISTER,
	SIPP_CASE,     /* perkara: what is registered under a nomor_register or nomor_perkara? */
	SIPP_CHANGES,  /* perubahan: cases changed since `sejak`, at most `batas` */
	SIPP_JUDGES,   /* daftar_hakim */
	SIPP_BAILIFFS, /* daftar_jurusita */
	SIPP_TYPES,    /* daftar_jenis_perkara: alur and case types */
	SIPP_COURT,    /* pengadilan: the court as SIPP has it */
	SIPP_RELAAS,   /* relaas: how a summons ended */
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

/* Fields may come in any order; those the message does not have are left out. False: SIPP could not
 * keep it as it is; the fault names element and reason. */
MUST_USE bool sipp_encode(const struct sipp *s, const struct sipp_question *q, struct arena *a,
                          struct sipp_request *out, struct fault *why);

/* ---- decode.c ---- */
enum sipp_outcome {
	SIPP_DONE,
	SIPP_ABSENT,  /* there is no such case */
	SIPP_WAITS,   /* no writing here: SIPP's own user gives the number; ask again later */
	SIPP_REFUSED, /* SIPP says no, and will say so again */
	SIPP_LATER,   /* it could not now; nothing is known of the outcome */
	SIPP_DIFFERS  /* the answer is to another question: a person must look */
};
const char *sipp_outcome_name(enum sipp_outcome o);

/* A running case that knows one of the people. */
struct sipp_found {
	const char *number, *type, *name, *nik;
};
/* In office. */
struct sipp_person {
	const char *id, *name;
	const char *title; /* name with its degrees */
	const char *nip;
	const char *post; /* jabatan; "" none */
};
struct sipp_people {
	struct sipp_person *items;
	size_t count, capacity;
};
/* An alur or a case type. */
struct sipp_named {
	const char *id, *code, *name;
};
struct sipp_names {
	struct sipp_named *items;
	size_t count, capacity;
};
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
	} cases;                        /* perkara, daftar: one; perubahan: those that changed */
	const char *mark;               /* perubahan: `sejak` of the next reading */
	bool more;                      /* perubahan: it can be asked at once */
	struct sipp_people people;      /* judges, bailiffs */
	struct sipp_names alurs, types; /* daftar_jenis_perkara */
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
