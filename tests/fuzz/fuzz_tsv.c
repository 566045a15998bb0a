/* fuzz_tsv.c - any bytes as units in TSV. */
#include "units.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_units("tsv", true, data, size);
    return 0;
}
