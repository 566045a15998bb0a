/* version.c - which expat is in use. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <expat.h>

const char *hxp_expat_version(void)
{
    const char *version = XML_ExpatVersion(); /* "expat_2.5.0" */
    const char *number = strchr(version, '_');
    return number ? number + 1 : version;
}
