/* source.h - inputs whose bytes are made by others: unpacked, transcoded. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <hexapla/base.h>

/** Where the bytes of an input come from. Concrete sources begin with it. */
typedef struct hxp_byte_source hxp_byte_source;
struct hxp_byte_source {
    /** As hxp_input_read(). */
    hxp_status (*read)(hxp_byte_source *source, void *buffer, size_t size,
                       size_t *got, hxp_error *error);
    void (*close)(hxp_byte_source *source); /* frees it */
};

/**
 * Make an input of source, which the input closes; when this fails, source
 * is closed at once. Otherwise as hxp_input_open().
 */
hxp_status hxp_input_source(hxp_input **out, hxp_byte_source *source,
                            const char *name, hxp_error *error);

#endif
