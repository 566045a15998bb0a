/* nameless.h - temporary files without a name: written, then read. */
#ifndef BASE_NAMELESS_H
#define BASE_NAMELESS_H

#include <hexapla/base.h>

/** What messages call such a file. */
#define HXP_NAMELESS "temporary file"

/**
 * Open a file in $TMPDIR, or /tmp, that has no name and goes when it is
 * closed. Fails with HXP_ESYSTEM; *file is -1 then.
 */
hxp_status hxp_open_nameless(int *file, hxp_error *error);

/**
 * Make an output into file, which stays open when the output is closed. As
 * hxp_output_open() otherwise.
 */
hxp_status hxp_output_nameless(hxp_output **out, int file, hxp_error *error);

/**
 * Make an input called name that gives all of file, which stays open when the
 * input is closed. As hxp_input_open() otherwise.
 */
hxp_status hxp_input_nameless(hxp_input **out, int file, const char *name,
                              hxp_error *error);

/**
 * Read all that input still has into a nameless file. Fails with HXP_ESYSTEM
 * and as reading does; *file is -1 then.
 */
hxp_status hxp_keep_nameless(int *file, hxp_input *input, hxp_error *error);

/**
 * Likewise; *copy gives it, under the name of input. On HXP_OK the caller
 * closes *copy; otherwise it is NULL.
 */
hxp_status hxp_input_keep(hxp_input **copy, hxp_input *input, hxp_error *error);

#endif
