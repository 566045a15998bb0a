/* numbers.h - the numbers of two texts, compared. */
#ifndef FILTER_NUMBERS_H
#define FILTER_NUMBERS_H

#include "base/arena.h"

#include <hexapla/base.h>

/**
 * Whether a and b have the same numbers, in any order. Only digits count, of
 * any script: "1,000.50" is "1.000,50". Room comes from arena.
 */
hxp_status hxp_same_numbers(bool *same, hxp_arena *arena, hxp_str a, hxp_str b,
                            hxp_error *error);

#endif
