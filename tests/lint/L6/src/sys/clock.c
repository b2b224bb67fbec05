#include <time.h>
long good(void);
long good(void)
{
	return (long)time(NULL);
}
