/* fuzz_csv.c - any bytes as units in CSV. */
#include "units.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_units("csv", false, data, size);
    return 0;
}
