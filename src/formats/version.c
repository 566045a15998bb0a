/* version.c - which expat and jansson are in use. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <expat.h>
#include <jansson.h>

const char *hxp_expat_version(void)
{
    const char *version = XML_ExpatVersion(); /* "expat_2.5.0" */
    const char *number = strchr(version, '_');
    return number ? number + 1 : version;
}

const char *hxp_jansson_version(void)
{
    return jansson_version_str();
}
