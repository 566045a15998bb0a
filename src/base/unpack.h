/* unpack.h - inputs packed by gzip or zstd. */
#ifndef BASE_UNPACK_H
#define BASE_UNPACK_H

#include <hexapla/base.h>

/**
 * When what *input holds is packed by gzip or zstd, put an input in its place
 * that unpacks it as it is read; the two become one. Reading fails with
 * HXP_EINPUT where what is packed is damaged. Fails as reading does.
 */
hxp_status hxp_input_unpack(hxp_input **input, hxp_error *error);

#endif
