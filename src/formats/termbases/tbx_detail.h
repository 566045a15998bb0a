/* tbx_detail.h - what termbases say of terms and concepts beside a status. */
#ifndef FORMATS_TBX_DETAIL_H
#define FORMATS_TBX_DETAIL_H

#include <hexapla/base.h>

/**
 * The type of detail that the element name (with its prefix) is: one of the
 * type's own name (style DCT), a note, or a descrip, admin or termNote of that
 * type. Empty: it is none. It lives as name and type do.
 */
hxp_str hxp_tbx_detail_of(const char *name, hxp_str type);

/* What TBX-Basic has no place for stands in notes of ours: */
#define HXP_TBX_NOTE_DRAFT        "hexapla: draft"
#define HXP_TBX_NOTE_EXACT        "hexapla: case-sensitive"
#define HXP_TBX_NOTE_UNTRANSLATED "hexapla: not translated"
#define HXP_TBX_NOTE_IGNORED      "hexapla: ignored"
#define HXP_TBX_NOTE_STATUS       "hexapla: status "

#endif
