/* passage.h - segments that follow one another, as one content. */
#ifndef MODEL_PASSAGE_H
#define MODEL_PASSAGE_H

#include "base/arena.h"

#include <hexapla/model.h>

/**
 * Make a content of the segments of range, with what stands between them, in
 * arena. Each line break, and the blanks around it, becomes one blank. Each
 * code of the document is in one segment's content: what closes goes with
 * the text before it, all else with the text behind. Halves whose mates are
 * elsewhere are HXP_CODE_ISOLATED; attributes are as TMX has them (i, pos).
 * Of plain text whose places are known the content's are, too.
 * False when memory is out.
 */
bool hxp_passage_content(hxp_content *out, hxp_arena *arena,
                         const hxp_segmented *segmented, hxp_range range);

#endif
