/* fuzz_xliff.c - any bytes as units in XLIFF, written in both versions. */
#include "units.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_units("xliff", false, data, size);
    fuzz_units("xliff2", false, data, size);
    return 0;
}
