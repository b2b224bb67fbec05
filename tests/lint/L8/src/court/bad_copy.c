#include <string.h>
void bad_copy(char *to, const char *from)
{
	strcpy(to, from);
}
