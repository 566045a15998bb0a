/* tbx_flag.h - how termbases say that a term is used in one way only. */
#ifndef FORMATS_TBX_FLAG_H
#define FORMATS_TBX_FLAG_H

#include <hexapla/base.h>

/** What a flag says; TBX has no names of its own for these. */
typedef enum hxp_tbx_flag {
    HXP_TBX_NO_FLAG,
    HXP_TBX_EXACT,        /* the terms are in these capitals only */
    HXP_TBX_TRANSLATED,   /* the concept is translated; "no" counts */
    HXP_TBX_UNTRANSLATED, /* every language keeps the term */
    HXP_TBX_IGNORED       /* no check speaks of the concept, or of the terms */
} hxp_tbx_flag;

/**
 * The flag that the element name (without prefix) is: one of the flag's own
 * name (style DCT), or a descrip, admin or termNote of that type.
 */
hxp_tbx_flag hxp_tbx_flag_of(const char *name, hxp_str type);

/** Give what word says: yes or no. False when it is neither. */
bool hxp_tbx_yes_or_no(bool *yes, hxp_str word);

#endif
