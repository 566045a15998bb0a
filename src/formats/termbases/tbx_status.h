/* tbx_status.h - how termbases say whether a term may be used. */
#ifndef FORMATS_TBX_STATUS_H
#define FORMATS_TBX_STATUS_H

#include <hexapla/base.h>
#include <hexapla/model.h>

/** What tells a status, the weaker first: of two the stronger counts. */
typedef enum hxp_tbx_teller {
    HXP_TBX_NOBODY,
    HXP_TBX_NOTE,           /* status, normativeAuthorization */
    HXP_TBX_PREFERRED,      /* preferred: true, as Phrase has it */
    HXP_TBX_ADMINISTRATIVE, /* administrativeStatus */
    HXP_TBX_FORBIDDEN       /* forbidden: true */
} hxp_tbx_teller;

/**
 * What the element name (without prefix) tells: one of the status's own name
 * (style DCT), or a termNote of that type (DCA and TBX 2).
 */
hxp_tbx_teller hxp_tbx_teller_of(const char *name, hxp_str type);

typedef enum hxp_tbx_said {
    HXP_TBX_NOTHING, /* a flag that is not set */
    HXP_TBX_KNOWN,
    HXP_TBX_UNKNOWN
} hxp_tbx_said;

/**
 * Give the status that word, the teller's text, stands for; *status stays
 * unless it is known. Tools write these words in any case.
 */
hxp_tbx_said hxp_tbx_status(hxp_term_status *status, hxp_tbx_teller teller,
                            hxp_str word);

#endif
