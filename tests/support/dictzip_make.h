/* dictzip_make.h - compresses as dictzip does, for tests. */
#ifndef TESTS_DICTZIP_MAKE_H
#define TESTS_DICTZIP_MAKE_H

#include "base/array.h"

/** Append text to out as a dictzip file of chunks of chunk bytes. */
void dictzip_make(hxp_buffer *out, hxp_str text, size_t chunk);

#endif
