/* pack.h - units as bytes, to be set aside in memory or a file. */
#ifndef MODEL_PACK_H
#define MODEL_PACK_H

#include "base/arena.h"
#include "base/array.h"

#include <hexapla/model.h>

/**
 * Append unit to bytes, with all but its file and places. The bytes are for
 * the process that made them. False: no memory.
 */
bool hxp_unit_pack(hxp_buffer *bytes, const hxp_unit *unit);

/**
 * Make *unit of bytes that hxp_unit_pack() appended; its texts point into
 * them, its lists lie in arena. False: no memory.
 */
bool hxp_unit_unpack(hxp_unit *unit, hxp_arena *arena, hxp_str bytes);

#endif
