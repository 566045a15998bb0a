/* tmx_fix.h - units of a TMX made such that TMX 1.4 can hold them. */
#ifndef FORMATS_TMX_FIX_H
#define FORMATS_TMX_FIX_H

#include "base/arena.h"

#include <hexapla/model.h>

/**
 * Make from content, in arena, one whose codes are those of TMX, paired by
 * their i: elements that TMX does not have become native code, halves without
 * their other half isolated codes. The text stays. False: out of memory.
 */
bool hxp_tmx_fix_content(hxp_content *out, const hxp_content *content,
                         hxp_arena *arena);

#endif
