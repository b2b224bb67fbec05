#ifndef LOKET_GOOD_H
#define LOKET_GOOD_H
#include "loket/bad_one.h"
int good(void);
#endif
