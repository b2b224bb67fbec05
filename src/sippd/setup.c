/* sippd.xml: the court, where to listen, the database. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* Keppres 41/1987 */
static const struct zone zones[] = { { "WIB", 420 }, { "WITA", 480 }, { "WIT", 540 } };

static int number_of(const struct xml_node *n, const char *name, const char *absent,
                     struct arena *a)
{
	long long number = 0;
	/* the schema has seen to its form */
	return text_number(xml_attribute(n, name, absent, a), 0, INT32_MAX, &number) ? (int)number
	                                                                             : 0;
}

static void court_read(const struct xml_node *n, struct setup *s)
{
	const char *zone = xml_attribute(n, "zone", "", &s->a);
	s->code = xml_attribute(n, "code", "", &s->a);
	s->satker = xml_attribute(n, "satker", "", &s->a);
	for (size_t i = 0; i < COUNT_OF(zones); i++) {
		if (strcmp(zones[i].name, zone) == 0)
			s->zone = zones[i];
	}
}

static void listen_read(const struct xml_node *n, struct setup *s)
{
	s->address = xml_attribute(n, "address", "127.0.0.1", &s->a);
	s->port = number_of(n, "port", "0", &s->a);
	s->certificate = xml_attribute(n, "certificate", "", &s->a);
	s->key = xml_attribute(n, "key", "", &s->a);
	s->authorities = xml_attribute(n, "authorities", "", &s->a);
	s->token_file = xml_attribute(n, "token-file", "", &s->a);
}

static void database_read(const struct xml_node *n, struct setup *s)
{
	s->db_host = xml_attribute(n, "host", "", &s->a);
	s->db_port = number_of(n, "port", "0", &s->a);
	s->db_socket = xml_attribute(n, "socket", "", &s->a);
	s->db_name = xml_attribute(n, "name", "", &s->a);
	s->db_user = xml_attribute(n, "user", "", &s->a);
	s->db_password_file = xml_attribute(n, "password-file", "", &s->a);
	s->db_authorities = xml_attribute(n, "authorities", "", &s->a);
	s->wait = number_of(n, "wait", "5", &s->a);
}

static void documents_read(const struct xml_node *n, struct setup *s)
{
	s->documents = n ? xml_attribute(n, "folder", "", &s->a) : "";
}

/* Anyone who can call us can register cases: over a network only with TLS, and always with a token
 * or a certificate. */
static bool is_guarded(const struct xml *x, const struct xml_node *n, const struct setup *s,
                       struct fault *why)
{
	if ((s->certificate[0] == '\0') != (s->key[0] == '\0'))
		return xml_refuse(x, n, why, N_("%1 memerlukan certificate dan key"), "TLS");
	if (!s->certificate[0] && !net_is_loopback(s->address))
		return xml_refuse(x, n, why,
		                  N_("Alamat %1 terbuka ke jaringan: isi certificate dan key"),
		                  s->address);
	if (s->authorities[0] && !s->certificate[0])
		return xml_refuse(x, n, why, N_("%1 hanya berlaku dengan certificate dan key"),
		                  "authorities");
	if (!s->token_file[0] && !s->authorities[0])
		return xml_refuse(x, n, why, N_("Isi %1, atau authorities untuk TLS dua arah"),
		                  "token-file");
	return true;
}

bool setup_open(const char *path, struct setup *s, struct fault *why)
{
	struct xml_schema *schema = NULL;
	struct xml *x = NULL;
	*s = (struct setup){ .a = arena_start(MIB) };
	bool good = home_find(&s->home, why) &&
	            xml_schema_open(home_data(&s->home, "data/xsd/sippd.xsd", &s->a), &schema,
	                            why) &&
	            xml_open(path, schema, &x, why);
	if (good) {
		const struct xml_node *root = xml_root(x);
		s->mapping = xml_attribute(root, "mapping", "", &s->a);
		s->writes = strcmp(xml_attribute(root, "write", "", &s->a), "yes") == 0;
		court_read(xml_child(root, "court"), s);
		listen_read(xml_child(root, "listen"), s);
		database_read(xml_child(root, "database"), s);
		documents_read(xml_child(root, "documents"), s);
		good = is_guarded(x, xml_child(root, "listen"), s, why);
	}
	xml_close(&x);
	xml_schema_close(&schema);
	if (!good)
		setup_close(s);
	return good;
}

void setup_close(struct setup *s)
{
	arena_drop(&s->a);
}
