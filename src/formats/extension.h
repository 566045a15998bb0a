/* extension.h - what the names of files tell of their formats. */
#ifndef FORMATS_EXTENSION_H
#define FORMATS_EXTENSION_H

#include <hexapla/base.h>

/**
 * True when the name of a file ends with one of extensions (each with its dot;
 * NULL ends them), whatever the case; one of a packed file before that counts.
 */
bool hxp_extension_is(const char *path, const char *const *extensions);

#endif
