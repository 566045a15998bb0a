/* extension.c - what the names of files tell of their formats. */
#include "formats/extension.h"

#include "base/str.h"

/** The name that a packed file had before. */
static hxp_str without_packing(hxp_str name)
{
    static const char *const endings[] = { ".gz", ".zst" };
    for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
        if (hxp_str_ends(name, hxp_str_of(endings[i])))
            return hxp_str_part(name, 0, name.len - strlen(endings[i]));
    return name;
}

bool hxp_extension_is(const char *path, const char *const *extensions)
{
    hxp_str name = without_packing(hxp_str_of(path));
    for (const char *const *e = extensions; *e; e++) {
        size_t len = strlen(*e);
        if (name.len >= len &&
            hxp_str_is_nocase(hxp_str_part(name, name.len - len, name.len), *e))
            return true;
    }
    return false;
}
