/* fuzz_jsonl.c - any bytes as units in JSON lines, and those in all formats. */
#include "units.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const others[] = { "xliff", "xliff2", "po" };
    fuzz_units("jsonl", true, data, size);
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        fuzz_writing("jsonl", others[i], data, size);
    return 0;
}
