/* A refusal of the operating system, in words for a person. */
#include "loket/fault.h"

#include <errno.h>
#include <string.h>

#include "loket/list.h"
#include "loket/sys.h"

#include "private.h"

/* libc has its words in English, and in other languages only where its catalogue is installed. */
static const struct {
	int code;
	const char *text;
} refusals[] = {
	{ ENOENT, N_("tidak ada") },
	{ EACCES, N_("tidak diizinkan bagi akun ini") },
	{ EPERM, N_("tidak diizinkan bagi akun ini") },
	{ EISDIR, N_("itu folder") },
	{ ENOTDIR, N_("itu bukan folder") },
	{ EEXIST, N_("sudah ada") },
	{ ENOTEMPTY, N_("folder itu tidak kosong") },
	{ ENOSPC, N_("disk penuh") },
	{ EDQUOT, N_("kuota disk akun ini habis") },
	{ EFBIG, N_("lebih besar dari yang diizinkan") },
	{ EROFS, N_("disk itu hanya dapat dibaca") },
	{ EIO, N_("disk atau kabelnya bermasalah") },
	{ ENODEV, N_("perangkatnya tidak ada") },
	{ ENXIO, N_("perangkatnya tidak ada") },
	{ ENAMETOOLONG, N_("namanya terlalu panjang") },
	{ EILSEQ, N_("namanya tidak dapat ditulis di disk itu") },
	{ EINVAL, N_("tidak dikenal di disk itu") },
	{ ELOOP, N_("tautannya berputar") },
	{ EBUSY, N_("sedang dipakai program lain") },
	{ ETXTBSY, N_("sedang dipakai program lain") },
	{ EAGAIN, N_("sedang sibuk") },
	{ EMFILE, N_("terlalu banyak berkas terbuka") },
	{ ENFILE, N_("terlalu banyak berkas terbuka") },
	{ ENOMEM, N_("memori komputer habis") },
	{ ENOEXEC, N_("bukan program komputer ini") },
	{ EPIPE, N_("penerimanya sudah berhenti") },
	{ ETIMEDOUT, N_("terlalu lama") },
	{ EADDRINUSE, N_("alamat itu dipakai program lain") },
	{ EADDRNOTAVAIL, N_("alamat itu bukan milik komputer ini") },
};

const char *system_words(int code)
{
	for (size_t i = 0; i < COUNT_OF(refusals); i++) {
		if (refusals[i].code == code)
			return _(refusals[i].text);
	}
	return strerror(code);
}

bool fault_system(struct fault *why, const char *text, const char *subject)
{
	return fault_set(why, FAULT_OUTSIDE, text, subject, system_words(errno));
}
