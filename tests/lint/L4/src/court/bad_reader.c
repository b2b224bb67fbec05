#include <unistd.h>
long bad_reader(char *out);
long bad_reader(char *out)
{
	return read(0, out, 1);
}
