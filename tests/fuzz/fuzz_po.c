/* fuzz_po.c - any bytes as units in gettext's PO. */
#include "units.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_units("po", false, data, size);
    return 0;
}
