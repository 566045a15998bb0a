/* dictzip.h - any part of a gzip file that dictzip made, without the rest. */
#ifndef BASE_DICTZIP_H
#define BASE_DICTZIP_H

#include "base/array.h"

/** A file of chunks, each compressed by itself; or one that is plain. */
typedef struct hxp_dictzip hxp_dictzip;

/**
 * Open input, which must outlive *out and is read in parts, if it can be. What
 * does not begin as gzip is taken as it is.
 *
 * Fails with HXP_EINPUT when the table of chunks is missing or broken. On
 * HXP_OK the caller frees *out with hxp_dictzip_free(); otherwise it is NULL.
 */
hxp_status hxp_dictzip_open(hxp_dictzip **out, hxp_input *input,
                            hxp_error *error);

/**
 * Append size bytes from offset on to buffer. Parts in rising order are read
 * fastest. Fails with HXP_EINPUT when they are not there, or a chunk is broken.
 */
hxp_status hxp_dictzip_read(hxp_buffer *buffer, hxp_dictzip *file,
                            size_t offset, size_t size, hxp_error *error);

/** Free the file; NULL is allowed. */
void hxp_dictzip_free(hxp_dictzip *file);

#endif
