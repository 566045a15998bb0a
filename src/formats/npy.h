/* npy.h - the head of NumPy's files of arrays. */
#ifndef FORMATS_NPY_H
#define FORMATS_NPY_H

#include <hexapla/base.h>

/** An array of numbers: rows one behind the other. */
typedef struct hxp_npy {
    size_t rows;
    size_t columns;
    size_t size;  /* bytes of a number: 2, 4 or 8 */
    size_t begin; /* where the first stands in the file */
} hxp_npy;

/** True when bytes begin as such a file does. */
bool hxp_is_npy(hxp_str bytes);

/**
 * Read the head of a file, all of which is bytes, and see that the array is
 * whole. It must have two dimensions and hold floating-point numbers, row by
 * row, the lowest byte first. Fails with HXP_EINPUT; file is for messages.
 */
hxp_status hxp_npy_read(hxp_npy *npy, hxp_str bytes, const char *file,
                        hxp_error *error);

#endif
