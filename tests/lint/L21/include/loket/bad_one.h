#ifndef LOKET_BAD_ONE_H
#define LOKET_BAD_ONE_H
#include "loket/bad_two.h"
#endif
