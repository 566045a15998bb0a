/* icu.c - what became of a call of ICU, as a status. */
#include "text/icu.h"

#include "base/error.h"

hxp_status hxp_icu_status(UErrorCode code, hxp_error *error)
{
    if (U_SUCCESS(code))
        return HXP_OK;
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return hxp_no_memory(error);
    return hxp_fail(error, HXP_ESYSTEM, "ICU: %s", u_errorName(code));
}
