/* fuzz_strings.c - any bytes as texts of a program, or one side of units. */
#include "documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/** The first byte chooses the size of reads, and the format. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = { "json",       "po",        "xliff",
                                           "tmx",        "xcstrings", "android",
                                           "properties", "strings" };
    fuzz_document(data, size, formats[size > 0 ? data[0] / 8 % 8 : 0]);
    return 0;
}
