/* version.c - which libraries are in use. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <cmark-gfm.h>
#include <expat.h>
#include <jansson.h>
#include <libxml/HTMLparser.h>

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

const char *hxp_libxml2_version(void)
{
    return LIBXML_DOTTED_VERSION;
}

const char *hxp_cmark_version(void)
{
    return cmark_version_string();
}
