/* Cases registered as fast as it goes, by some clients at once: over HTTP through loket-sippd, and,
 * for comparison, by a C program that writes the same rows itself, the number included.
 *
 *   registrations direct SOCKET CLIENTS EACH PREFIX
 *   registrations sippd PORT TOKEN CLIENTS EACH PREFIX
 * Each prints how many a second; a case that was not registered ends it. */
#include <arpa/inet.h>
#include <mysql.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { BODY = 4096, ANSWER = 8192, MOST_WORDS = 24, WORD = 120, YEAR_DAYS = 12 };
#define POSITA                                                                                     \
	"Bahwa Penggugat dan Tergugat menikah pada tanggal 12 Juni 2010 di hadapan PPN KUA Sukamaju"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void give_up(const char *what)
{
	fprintf(stderr, "registrations: %s\n", what);
	exit(1);
}

static void today(char out[YEAR_DAYS])
{
	time_t local = time(NULL) + 7 * 3600;
	struct tm t;
	gmtime_r(&local, &t);
	strftime(out, YEAR_DAYS, "%Y-%m-%d", &t);
}

/* ---- directly ---- */

enum query { NUMBER, KNOWN, CASE, PERSON, ONE, LAST, TWO, NEXT, FILING, LINK, QUERIES };
static const char *const texts[QUERIES] = {
	[NUMBER] = "SELECT COALESCE(MAX(GREATEST(COALESCE(nomor_urut_perkara, 0), CAST("
	           "SUBSTRING_INDEX(nomor_perkara, '/', 1) AS UNSIGNED))), 0) FROM perkara WHERE "
	           "alur_perkara_id = ? AND tanggal_pendaftaran >= ? AND tanggal_pendaftaran < ? "
	           "FOR UPDATE",
	[KNOWN] = "SELECT alur_perkara_id FROM perkara_efiling WHERE nomor_register = ? LIMIT 1 "
	          "FOR UPDATE",
	[CASE] = "INSERT INTO perkara (alur_perkara_id, tanggal_pendaftaran, jenis_perkara_id, "
	         "jenis_perkara_kode, jenis_perkara_nama, nomor_urut_register, nomor_urut_perkara, "
	         "nomor_perkara, pihak1_text, pihak2_text, para_pihak, posita, petitum, prodeo, "
	         "diinput_tanggal, diinput_oleh, tahapan_terakhir_id) VALUES (?, ?, ?, ?, ?, ?, ?, "
	         "?, ?, ?, ?, ?, ?, ?, NOW(), ?, ?)",
	[PERSON] = "INSERT INTO pihak (nama, nomor_indentitas, jenis_kelamin, alamat, "
	           "diinput_tanggal, diinput_oleh) VALUES (?, ?, ?, ?, NOW(), ?)",
	[ONE] = "INSERT INTO perkara_pihak1 (perkara_id, urutan, pihak_id, nama, alamat, "
	        "diinput_tanggal, diinput_oleh) VALUES (?, ?, ?, ?, ?, NOW(), ?)",
	[LAST] = "SELECT COALESCE(MAX(id), 0) + 1 FROM perkara_pihak2 WHERE id >= ? FOR UPDATE",
	[TWO] =
	    "INSERT INTO perkara_pihak2 (id, perkara_id, urutan, pihak_id, nama, alamat, ghaib, "
	    "diinput_tanggal, diinput_oleh) VALUES (?, ?, ?, ?, ?, ?, ?, NOW(), ?)",
	[NEXT] = "SELECT COALESCE(MAX(efiling_id), 1999999999) + 1 FROM perkara_efiling WHERE "
	         "efiling_id >= ? FOR UPDATE",
	[FILING] = "INSERT INTO perkara_efiling (efiling_id, satker_id, nomor_register, "
	           "tanggal_pendaftaran, alur_perkara_id, jenis_perkara_id, jenis_perkara_nama, "
	           "nomor_va, jumlah_skum, tanggal_bayar, status_pembayaran, nomor_perkara, "
	           "tgl_pendaftaran_perkara, diinput_tanggal, diinput_oleh) VALUES (?, ?, ?, ?, ?, "
	           "?, ?, ?, ?, ?, ?, ?, ?, NOW(), ?)",
	[LINK] = "INSERT INTO perkara_efiling_id (perkara_id, efiling_id, diinput_tanggal, "
	         "diinput_oleh) VALUES (?, ?, NOW(), ?)",
};

struct client {
	MYSQL *my;
	MYSQL_STMT *statements[QUERIES];
};

/* The words up to NULL as parameters; what the first cell says, or the new row's number. False: to
 * be tried again. */
static int run(struct client *c, enum query q, const char *const *words, char out[WORD])
{
	MYSQL_BIND in[MOST_WORDS];
	MYSQL_STMT *s = c->statements[q];
	char cell[WORD] = "";
	unsigned long length = 0;
	memset(in, 0, sizeof in);
	for (size_t i = 0; words[i]; i++) {
		in[i].buffer_type = MYSQL_TYPE_STRING;
		in[i].buffer = (void *)(uintptr_t)words[i];
		in[i].buffer_length = strlen(words[i]);
	}
	if (mysql_stmt_bind_param(s, in) || mysql_stmt_execute(s))
		return 0;
	if (mysql_stmt_field_count(s) == 0) {
		if (out)
			snprintf(out, WORD, "%llu", (unsigned long long)mysql_stmt_insert_id(s));
		return 1;
	}
	MYSQL_BIND row = { .buffer_type = MYSQL_TYPE_STRING,
		           .buffer = cell,
		           .buffer_length = sizeof cell - 1,
		           .length = &length };
	if (mysql_stmt_bind_result(s, &row) || mysql_stmt_store_result(s))
		return 0;
	int got = mysql_stmt_fetch(s);
	mysql_stmt_free_result(s);
	if (out)
		snprintf(out, WORD, "%.*s", (int)length, cell);
	return got == 0 || got == MYSQL_NO_DATA;
}
#define WORDS(...) ((const char *const[]){ __VA_ARGS__, NULL })

static int register_directly(struct client *c, const char *reg, const char *on)
{
	char last[WORD], id[WORD], person[WORD], other[WORD], row[WORD], filing[WORD], urut[WORD],
	    number[WORD], first[WORD], next[WORD];
	snprintf(first, sizeof first, "%.4s-01-01", on);
	snprintf(next, sizeof next, "%ld-01-01", strtol(on, NULL, 10) + 1);
	mysql_autocommit(c->my, 0);
	if (!run(c, NUMBER, WORDS("15", first, next), last) || !run(c, KNOWN, WORDS(reg), NULL))
		return 0;
	snprintf(urut, sizeof urut, "%ld", strtol(last, NULL, 10) + 1);
	snprintf(number, sizeof number, "%ld/Pdt.G/%.4s/PA.Cth", strtol(urut, NULL, 10), on);
	return run(c, CASE,
	           WORDS("15", on, "347", "CG", "Cerai Gugat", urut, urut, number, "Siti Aminah",
	                 "Tono", "Siti Aminah<br>Tono", POSITA, "1. Mengabulkan", "0", "loket",
	                 "10"),
	           id) &&
	       run(c, PERSON,
	           WORDS("Siti Aminah", "3201014505850001", "P", "Jalan Mawar 1", "loket"),
	           person) &&
	       run(c, ONE, WORDS(id, "1", person, "Siti Aminah", "Jalan Mawar 1", "loket"), NULL) &&
	       run(c, PERSON, WORDS("Tono", "", "L", "Jalan Melati 2", "loket"), other) &&
	       run(c, LAST, WORDS("1"), row) &&
	       run(c, TWO, WORDS(row, id, "1", other, "Tono", "Jalan Melati 2", "1", "loket"),
	           NULL) &&
	       run(c, NEXT, WORDS("2000000000"), filing) &&
	       run(c, FILING,
	           WORDS(filing, "400000", reg, on, "15", "347", "Cerai Gugat", "888990000000001",
	                 "855000", "2026-11-25 09:41:07", "1", number, on, "loket"),
	           NULL) &&
	       run(c, LINK, WORDS(id, filing, "loket"), NULL) && mysql_commit(c->my) == 0;
}

static void directly(const char *place, const char *prefix, int who, int each)
{
	struct client c = { .my = mysql_init(NULL) };
	char on[YEAR_DAYS], reg[WORD];
	today(on);
	mysql_options(c.my, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	if (!mysql_real_connect(c.my, NULL, "petugas", NULL, "sipp", 0, place, 0))
		give_up(mysql_error(c.my));
	for (size_t i = 0; i < QUERIES; i++) {
		c.statements[i] = mysql_stmt_init(c.my);
		if (mysql_stmt_prepare(c.statements[i], texts[i], strlen(texts[i])))
			give_up(mysql_stmt_error(c.statements[i]));
	}
	for (int i = 0; i < each; i++) {
		int tries = 0;
		snprintf(reg, sizeof reg, "%s-%d-%d", prefix, who, i);
		while (!register_directly(&c, reg, on)) {
			mysql_rollback(c.my); /* a deadlock; loket-sippd tries again too */
			if (++tries > 1000)
				give_up(mysql_error(c.my));
		}
	}
	mysql_close(c.my);
}

/* ---- through loket-sippd ---- */

static int request_build(char *out, size_t capacity, const char *token, const char *reg,
                         const char *on)
{
	char body[BODY];
	int size = snprintf(
	    body, sizeof body,
	    "<daftar xmlns=\"urn:loket:sipp:1\"><nomor_register>%s</nomor_register>"
	    "<alur_perkara_id>15</alur_perkara_id><jenis_perkara_id>347</jenis_perkara_id>"
	    "<jenis_perkara_nama>Cerai Gugat</jenis_perkara_nama><tanggal_pendaftaran>%s"
	    "</tanggal_pendaftaran><prodeo>T</prodeo><posita>" POSITA "</posita>"
	    "<petitum>1. Mengabulkan</petitum><nomor_va>888990000000001</nomor_va>"
	    "<jumlah_skum>855000</jumlah_skum><tanggal_bayar>2026-11-25T02:41:07Z</tanggal_bayar>"
	    "<pihak1><urutan>1</urutan><nama>Siti Aminah</nama><nomor_indentitas>3201014505850001"
	    "</nomor_indentitas><jenis_kelamin>P</jenis_kelamin><alamat>Jalan Mawar 1</alamat>"
	    "</pihak1><pihak2><urutan>1</urutan><nama>Tono</nama><jenis_kelamin>L</jenis_kelamin>"
	    "<alamat>Jalan Melati 2</alamat><ghaib>Y</ghaib></pihak2></daftar>",
	    reg, on);
	return snprintf(out, capacity,
	                "POST /sipp/v1/daftar HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
	                "application/xml\r\nAuthorization: Bearer %s\r\nContent-Length: "
	                "%d\r\n\r\n%s",
	                token, size, body);
}

/* The whole answer: its status. */
static long answer_read(int fd)
{
	char in[ANSWER] = "";
	size_t got = 0;
	for (;;) {
		ssize_t n = read(fd, in + got, sizeof in - 1 - got);
		if (n <= 0)
			give_up("the connection ended");
		got += (size_t)n;
		in[got] = '\0';
		const char *end = strstr(in, "\r\n\r\n"), *length = strstr(in, "Content-Length: ");
		if (end && length && got >= (size_t)(end + 4 - in) + strtoul(length + 16, NULL, 10))
			return strtol(in + 9, NULL, 10);
	}
}

static void over_http(const char *const *to, const char *prefix, int who, int each)
{
	struct sockaddr_in at = { .sin_family = AF_INET,
		                  .sin_port = htons((uint16_t)strtoul(to[0], NULL, 10)),
		                  .sin_addr = { htonl(INADDR_LOOPBACK) } };
	char on[YEAR_DAYS], reg[WORD], out[BODY + 512];
	int fd = socket(AF_INET, SOCK_STREAM, 0), yes = 1;
	today(on);
	setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
	if (connect(fd, (const struct sockaddr *)(const void *)&at, sizeof at) < 0)
		give_up("no connection");
	for (int i = 0; i < each; i++) {
		snprintf(reg, sizeof reg, "%s-%d-%d", prefix, who, i);
		int size = request_build(out, sizeof out, to[1], reg, on);
		if (write(fd, out, (size_t)size) != size)
			give_up("not sent");
		long status = answer_read(fd);
		if (status == 503)
			i--; /* somebody else had the lock: once more */
		else if (status != 200)
			give_up("not registered");
	}
	close(fd);
}

int main(int argc, char **argv)
{
	if (argc < 6)
		give_up("see the source");
	int direct = strcmp(argv[1], "direct") == 0, more = direct ? 3 : 4;
	int clients = (int)strtol(argv[more], NULL, 10),
	    each = (int)strtol(argv[more + 1], NULL, 10);
	const char *prefix = argv[more + 2];
	double begun = now();
	for (int who = 0; who < clients; who++) {
		pid_t pid = fork();
		if (pid < 0)
			give_up("no process");
		if (pid > 0)
			continue;
		if (direct)
			directly(argv[2], prefix, who, each);
		else
			over_http((const char *const *)&argv[2], prefix, who, each);
		exit(0);
	}
	for (int status; wait(&status) > 0;) {
		if (status != 0)
			return 1;
	}
	printf("%.0f\n", clients * each / (now() - begun));
	return 0;
}
