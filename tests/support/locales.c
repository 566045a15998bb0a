/* locales.c - the languages of locales/, where the environment says. */
#include "locales.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

hxp_locales *locales;

int open_locales(void **state)
{
    (void)state;
    return hxp_locales_open(&locales, NULL, NULL) == HXP_OK ? 0 : -1;
}

int free_locales(void **state)
{
    (void)state;
    hxp_locales_free(locales);
    locales = NULL;
    return 0;
}

const hxp_language *language(const char *tag)
{
    const hxp_language *found;
    assert_int_equal(
        hxp_locales_language(&found, locales, hxp_str_of(tag), NULL), HXP_OK);
    return found;
}
