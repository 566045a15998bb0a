/* folders.h - making the folders of a path. */
#ifndef BASE_FOLDERS_H
#define BASE_FOLDERS_H

#include <stdbool.h>

/**
 * Make the folders that path lies in, with the permissions mode, where they
 * are not there. False: no memory; other failing shows when path is opened.
 */
bool hxp_folders_make(const char *path, unsigned mode);

#endif
