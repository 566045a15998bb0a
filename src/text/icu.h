/* icu.h - what became of a call of ICU, as a status. */
#ifndef TEXT_ICU_H
#define TEXT_ICU_H

#include <hexapla/base.h>

#include <unicode/utypes.h>

/** HXP_OK, or what code tells, said in error. */
hxp_status hxp_icu_status(UErrorCode code, hxp_error *error);

#endif
