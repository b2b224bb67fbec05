#include <stddef.h>
size_t good(const char *s);
