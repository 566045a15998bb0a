/* remark.h - comparing, copying and finding notes, properties and attributes.
 */
#ifndef MODEL_REMARK_H
#define MODEL_REMARK_H

#include "base/arena.h"

#include <hexapla/model.h>

/** Whether two remarks say the same. */
bool hxp_remark_equal(const hxp_remark *a, const hxp_remark *b);

/** The text of the first property of type, or NULL. It lives as remarks do. */
const hxp_str *hxp_remarks_property(const hxp_remarks *remarks,
                                    const char *type);

/** Copy from with all it points to into arena. False: no memory. */
bool hxp_attributes_copy(hxp_attributes *to, hxp_arena *arena,
                         const hxp_attributes *from);

/** The same of a remark. */
bool hxp_remark_copy(hxp_remark *to, hxp_arena *arena, const hxp_remark *from);

#endif
