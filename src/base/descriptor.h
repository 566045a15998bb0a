/* descriptor.h - inputs and outputs on open file descriptors. */
#ifndef BASE_DESCRIPTOR_H
#define BASE_DESCRIPTOR_H

#include <hexapla/base.h>

/** Read from file, which the input closes; as hxp_input_open() otherwise. */
hxp_status hxp_input_descriptor(hxp_input **out, int file, const char *name,
                                hxp_error *error);

/** Write to file, which the output closes; as hxp_output_open() otherwise. */
hxp_status hxp_output_descriptor(hxp_output **out, int file, const char *name,
                                 hxp_error *error);

#endif
