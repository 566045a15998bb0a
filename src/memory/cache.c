/* cache.c - the user's folder for what is derived from stores. */
#include "memory/cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool hxp_cache_prefix(char **prefix, uint64_t number)
{
    /* NOLINTBEGIN(concurrency-mt-unsafe): only read */
    const char *cache = getenv("HEXAPLA_CACHE");
    const char *xdg = getenv("XDG_CACHE_HOME");
    const char *home = getenv("HOME");
    /* NOLINTEND(concurrency-mt-unsafe) */
    const char *folder = cache && *cache ? cache : xdg && *xdg ? xdg : home;
    const char *below = folder == cache  ? ""
                        : folder == home ? "/.cache/hexapla"
                                         : "/hexapla";
    *prefix = NULL;
    if (!folder || !*folder)
        return true;
    size_t size = strlen(folder) + strlen(below) + 32;
    *prefix = malloc(size);
    if (*prefix)
        snprintf(*prefix, size, "%s%s/memory-%016llx", folder, below,
                 (unsigned long long)number);
    return *prefix != NULL;
}
