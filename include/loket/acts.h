/* Every act of the court by its name: what a person, the bank, SIPP or the worker may do with a
 * filing. Each row stands in the file of its step, src/court/step1_account.c … step9_summons.c,
 * panjar.c, payout.c and correction.c. */
#ifndef LOKET_ACTS_H
#define LOKET_ACTS_H

#include <stdbool.h>
#include <stddef.h>

struct command;
struct context;
struct decision;
struct fault;
struct filing;

/* Keys of the SOP's steps and of their forms, as data/sop.xml and forms/ have them. */
#define AKUN           "akun"
#define PENDAFTAR      "pendaftar"
#define PIHAK          "pihak"
#define GUGATAN        "gugatan"
#define SKUM           "skum"
#define BAYAR          "bayar"
#define VERIFIKASI     "verifikasi"
#define NOMOR          "nomor"
#define PANGGILAN      "panggilan"
#define PANJAR         "panjar"   /* no step of the SOP: the advance on costs after payment */
#define SIPP           "sipp"     /* no form of a person: what SIPP says of the case */
#define DOMISILI       "domisili" /* no form either: the electronic domiciles and their codes */
#define DOMISILI_KODE  "domisili_kode"  /* the form of sending a code */
#define DOMISILI_BUKTI "domisili_bukti" /* and of the code as it was read there */
#define DIKENAL        "dikenal"        /* the same: which running cases know a party */
#define AKHIR          "akhir"          /* a form of panjar: how the case ended */
#define SISA           "sisa"           /* another: that the party was told what is left */
#define NEGARA         "negara"         /* another: that it became the State's */
#define HASIL          "hasil"          /* a form of panggilan: what came of a call */
#define RALAT          "ralat"          /* the same, mended */
#define ULANG          "ulang"          /* a form of panggilan: a further call of a party */
#define BERKAS         "berkas"         /* a form of panggilan: its signed relaas */
#define JURU           "juru"           /* a form of panggilan: another bailiff for a call */
#define SUREL          "surel" /* no form of a person: the letters sent by mail, rows of SURAT */
#define SURAT          "surat"
#define SUREL_ISI      "surel_kirim" /* the form of sending one: which summons, and its PDF */

/* What comes with an act of a machine (struct payload). */
enum payload_kind {
	PAYLOAD_NONE, /* a person's act: values of its form, or nothing */
	PAYLOAD_VA,
	PAYLOAD_PAYMENT,
	PAYLOAD_NUMBER,
	PAYLOAD_CASE,
	PAYLOAD_PARTIES,
	PAYLOAD_MAIL,
	PAYLOAD_NOTE
};

struct act {
	const char *name; /* "skum.terbit": step, dot, key; its right in data/rights.xml */
	const char *step; /* "skum" */
	const char *form; /* key of the form whose values it takes; "" : none */
	bool until_skum;  /* no longer once the e-SKUM stands, unless its step was returned */
	bool usual;       /* what a person whose turn it is does at the step */
	bool tells;       /* changes nothing that a form rests on: an open form stays valid */
	int rest; /* done again within so many ms it is the same, not another; 0: each is one */
	enum payload_kind payload;
	unsigned from;     /* FROM_… bits: states of its step in which it may be done */
	const char *after; /* what the step becomes, in words, for the printed transitions */
	/* Judges; false with `why` when the rules refuse. `d` receives what follows. */
	bool (*decide)(const struct context *s, const struct filing *f, const struct command *c,
	               struct decision *d, struct fault *why);
};

extern const struct act
    /* 1 akun, 2 pendaftar, 3 pihak, 4 gugatan */
    /* and the proof of an electronic domicile */
    act_domicile_ask,
    act_domicile_prove, act_fill_account, act_fill_registrant, act_approve_registrant,
    act_fill_parties, act_fill_claim,
    /* 5 skum */
    act_issue,
    /* 6 bayar; by persons: */
    act_va_ask, act_va_cancel, act_va_extend, act_va_renew,
    /* by the bank and the worker: */
    act_va_made, act_va_refused, act_va_extended, act_va_not_extended, act_va_expired,
    act_va_closed, act_paid,
    /* 7 verifikasi; by SIPP: what it knows of the parties */
    act_verify, act_parties_checked,
    /* 8 nomor; by SIPP: the number, its refusal, the case as it stands */
    act_number_ask, act_case_ask, act_numbered, act_number_refused, act_case_told,
    /* 9 panggilan */
    act_set_hearing, act_record_service, act_record_post, act_mend_service, act_call_again,
    act_attach_relaas, act_change_bailiff, act_hearing_ask, act_mail_send,
    /* by the worker: what the mail server said, and what came back */
    act_mail_sent, act_mail_refused, act_mail_returned, act_mail_withdrawn,
    /* panjar */
    act_spend, act_warn, act_end_case, act_notify_rest, act_return_prepare, act_forfeit, act_settle,
    /* each by its number: what one person prepared */
    act_payout_approve, act_payout_reject, act_payout_send, act_payout_bounce,
    /* an entry of the journal, by its number */
    act_correct;

struct step {
	const char *key;
	const struct act *const *acts;
	size_t act_count;
};
enum { SOP_MOST = 16 };
/* The SOP's, in its order; after them panjar, which has acts but no place in the SOP. */
extern const struct step *const court_steps[];
extern const size_t court_step_count, court_sop_count;

/* ---- steps.c ---- */
const char *act_key(const struct act *act); /* "terbit" */
/* The act that a command line, a file or a stored row names; NULL: there is none. */
const struct act *act_find(const char *step, const char *key);
/* The act whose form it is: what a draft was begun for. */
const struct act *act_of_form(const char *form);

#endif
