#include <stdio.h>
void bad_talker(void);
void bad_talker(void)
{
	puts("hello");
}
