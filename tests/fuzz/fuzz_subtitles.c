/* fuzz_subtitles.c - any bytes as subtitles of either format. */
#include "documents.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_document(data, size, size > 0 && data[0] >= 'A' ? "vtt" : "srt");
    return 0;
}
