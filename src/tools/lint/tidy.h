/* For clang-tidy only: what it cannot see from another file. A fault set is a failure, always. */
#include "loket/fault.h"

#undef fault_set
#define fault_set(why, kind, ...) (fault_set_((why), (kind), __VA_ARGS__, (const char *)0), false)
#define fault_at(...)             (fault_at(__VA_ARGS__), false)
