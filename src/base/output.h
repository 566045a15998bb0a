/* output.h - outputs on open files, counted, or put in place later. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H

#include <hexapla/base.h>

/** Write to file, which the output closes; as hxp_output_open() otherwise. */
hxp_status hxp_output_descriptor(hxp_output **out, int file, const char *name,
                                 hxp_error *error);

/** Write nowhere; see hxp_output_size(). As hxp_output_open() otherwise. */
hxp_status hxp_output_nowhere(hxp_output **out, hxp_error *error);

/** The bytes written so far. */
size_t hxp_output_size(const hxp_output *output);

/**
 * Do all of hxp_output_finish() but the renaming, which it does later: of many
 * outputs none appears before all are written. Nothing may be written then.
 * Fails as it does.
 */
hxp_status hxp_output_complete(hxp_output *output, hxp_error *error);

#endif
