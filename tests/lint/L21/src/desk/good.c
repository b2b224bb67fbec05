#include "loket/good.h"
int bad_frame(void);
int good(void)
{
	return bad_frame();
}
