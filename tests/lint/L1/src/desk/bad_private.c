#include "../court/private.h"
