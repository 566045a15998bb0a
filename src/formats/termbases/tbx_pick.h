/* tbx_pick.h - the words that TBX-Basic allows for some details. */
#ifndef FORMATS_TBX_PICK_H
#define FORMATS_TBX_PICK_H

#include <hexapla/base.h>

/**
 * The word of TBX-Basic's list for type that word means: "noun" for "n", "Noun"
 * and "subst". NULL: type has no list, or word is not in it. Static.
 */
const char *hxp_tbx_pick(hxp_str type, hxp_str word);

#endif
