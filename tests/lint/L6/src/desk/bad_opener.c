#include <stdio.h>
int bad_opener(void);
int bad_opener(void)
{
	return fopen("x", "r") != NULL;
}
