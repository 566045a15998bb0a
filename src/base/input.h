/* input.h - inputs on open files, looking ahead, reading all. */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include "base/array.h"

#include <hexapla/base.h>

/** Read from file, which the input closes; as hxp_input_open() otherwise. */
hxp_status hxp_input_descriptor(hxp_input **out, int file, const char *name,
                                hxp_error *error);

/**
 * Append everything input still has to buffer. Fails with HXP_ELIMIT when the
 * buffer would exceed limit bytes, else as reading does.
 */
hxp_status hxp_input_read_all(hxp_input *input, hxp_buffer *buffer,
                              size_t limit, hxp_error *error);

/**
 * True when any part of input can be read with hxp_input_read_at(), and its
 * size then: of files as they stand, and of memory that nothing was read from.
 */
bool hxp_input_size(const hxp_input *input, size_t *size);

/** Read size bytes from offset on. Fails with HXP_EINPUT when they are not
 * there, or cannot be read. */
hxp_status hxp_input_read_at(const hxp_input *input, void *buffer,
                             size_t offset, size_t size, hxp_error *error);

/**
 * Look at up to size bytes that come next, without taking them (size at most
 * HXP_INPUT_PEEK). *head lives until the next read. A failure behind bytes
 * that can be had is told by the read after them.
 */
hxp_status hxp_input_peek(hxp_input *input, size_t size, hxp_str *head,
                          hxp_error *error);

enum { HXP_INPUT_PEEK = 4096 };

#endif
