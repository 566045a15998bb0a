/* version.c - which ICU is in use. */
#include <hexapla/text.h>

#include <unicode/uversion.h>

const char *hxp_icu_version(void)
{
    return U_ICU_VERSION;
}
