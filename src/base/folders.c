/* folders.c - making the folders of a path. */
#include "base/folders.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool hxp_folders_make(const char *path, unsigned mode)
{
    char *own = strdup(path);
    if (!own)
        return false;
    char *slash = *own ? strchr(own + 1, '/') : NULL;
    for (; slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(own, (mode_t)mode);
        *slash = '/';
    }
    free(own);
    return true;
}
