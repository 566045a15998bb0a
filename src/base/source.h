/* source.h - inputs whose bytes are made by others: unpacked, transcoded. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <hexapla/base.h>

/** Where the bytes of an input come from. Concrete sources begin with it. */
typedef struct hxp_source hxp_source;
struct hxp_source {
    /** As hxp_input_read(). */
    hxp_status (*read)(hxp_source *source, void *buffer, size_t size,
                       size_t *got, hxp_error *error);
    void (*close)(hxp_source *source); /* frees it */
};

/**
 * Make an input of source, which the input closes; when this fails, source
 * is closed at once. Otherwise as hxp_input_open().
 */
hxp_status hxp_input_source(hxp_input **out, hxp_source *source,
                            const char *name, hxp_error *error);

#endif
