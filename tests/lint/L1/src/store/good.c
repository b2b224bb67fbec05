#include "loket/court.h"
