#ifndef LOKET_BAD_TWO_H
#define LOKET_BAD_TWO_H
#include "loket/bad_one.h"
#endif
