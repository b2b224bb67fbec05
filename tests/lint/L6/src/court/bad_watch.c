#include <time.h>
long bad_watch(void);
long bad_watch(void)
{
	return (long)time(NULL);
}
