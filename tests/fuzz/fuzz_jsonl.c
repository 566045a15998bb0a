/* fuzz_jsonl.c - any bytes as units in JSON lines. */
#include "units.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_units("jsonl", true, data, size);
    return 0;
}
