#include "loket/store.h"
