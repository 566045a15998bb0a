/* shown.h - text as people read it: with what they see of its codes. */
#ifndef MODEL_SHOWN_H
#define MODEL_SHOWN_H

#include "base/array.h"

#include <hexapla/model.h>

/**
 * Bytes span of content's text with what people read in place of its codes,
 * all of which belong there, though one may stand beside the span: then the
 * text between them does, too. *out points into content, or into room, which
 * is the caller's. False: no memory.
 */
bool hxp_shown_text(hxp_str *out, hxp_buffer *room, const hxp_content *content,
                    hxp_span span);

#endif
