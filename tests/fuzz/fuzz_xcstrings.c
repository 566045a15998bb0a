/* fuzz_xcstrings.c - any bytes as a string catalogue, which is written as it
 * was. */
#include "base/str.h"
#include "dump.h"
#include "units.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** Nothing of ASCII bytes changes; others have marks, or other encodings. */
static void check_kept(hxp_str bytes)
{
    dump_options options = { .format = "xcstrings" };
    hxp_output *output;
    if (hxp_output_memory(&output, NULL) != HXP_OK)
        abort();
    if (dump_convert(output, bytes, &options, "xcstrings", NULL) == HXP_OK &&
        !hxp_str_equal(bytes, hxp_output_bytes(output)))
        abort();
    hxp_output_close(output);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool ascii = true;
    for (size_t i = 0; i < size; i++)
        ascii = ascii && data[i] > 0 && data[i] < 0x80;
    fuzz_units("xcstrings", false, data, size);
    fuzz_writing("jsonl", "xcstrings", data, size);
    if (ascii)
        check_kept((hxp_str){ (const char *)data, size });
    return 0;
}
