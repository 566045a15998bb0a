/* extension.c - what the names of files tell of their formats. */
#include "formats/extension.h"

#include "base/pack.h"
#include "base/str.h"

bool hxp_extension_is(const char *path, const char *const *extensions)
{
    hxp_str name = hxp_unpacked_name(hxp_str_of(path));
    for (const char *const *e = extensions; *e; e++)
        if (hxp_str_ends_nocase(name, *e))
            return true;
    return false;
}
