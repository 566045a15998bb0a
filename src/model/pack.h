/* pack.h - units as bytes, to be set aside in memory or a file. */
#ifndef MODEL_PACK_H
#define MODEL_PACK_H

#include "base/arena.h"
#include "base/array.h"

#include <hexapla/model.h>

/* Sizes are written seven bits a byte, the lowest first, strings behind their
 * length: the bytes are the same on every machine. */

/**
 * Append unit to bytes, with all but its file and places. False: no memory.
 */
bool hxp_unit_pack(hxp_buffer *bytes, const hxp_unit *unit);

/**
 * Make *unit of bytes that hxp_unit_pack() appended; its texts point into
 * them, its lists lie in arena. False: no memory.
 */
bool hxp_unit_unpack(hxp_unit *unit, hxp_arena *arena, hxp_str bytes);

/* Parts of units, for stores that have texts and languages in places of their
 * own. What is empty is packed as nothing. To pack fails when memory is out;
 * to unpack also, with HXP_EINPUT, when bytes are not what packing made.
 * What is unpacked points into bytes and arena. */

/** What stands beside the texts of a header, a unit or a variant. */
typedef struct hxp_extra {
    hxp_attributes attributes;
    hxp_remarks remarks;
    hxp_attributes more; /* a variant's segment_attributes, a header's
                            file_attributes */
} hxp_extra;

bool hxp_extra_pack(hxp_buffer *bytes, const hxp_extra *extra);
hxp_status hxp_extra_unpack(hxp_extra *extra, hxp_arena *arena, hxp_str bytes,
                            hxp_error *error);

/** The inline codes of content, whose text stays elsewhere. */
bool hxp_codes_pack(hxp_buffer *bytes, const hxp_content *content);
hxp_status hxp_codes_unpack(hxp_content *content, hxp_arena *arena,
                            hxp_str bytes, hxp_error *error);

#endif
