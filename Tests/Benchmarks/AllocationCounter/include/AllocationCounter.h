#pragma once
#include <stdint.h>

/// The heap allocations of the process so far, or -1 where they cannot be counted. A program that links this counts them by
/// standing in for malloc, calloc, realloc and their aligned kin.
int64_t allocation_count(void);
