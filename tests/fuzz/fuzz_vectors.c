/* fuzz_vectors.c - any bytes as vectors; of overlaps when the first byte is
 * odd: these end at the next byte 0. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <stdlib.h>
#include <string.h>

enum { COUNT = 3 };

static void check(const hxp_vectors *vectors)
{
    double sum = 0;
    if (vectors->count != COUNT || vectors->dimension == 0)
        abort();
    for (size_t k = 0; k < HXP_VECTOR_RUNS; k++)
        for (size_t i = 0; i < COUNT; i++) {
            uint32_t row = vectors->runs[k * COUNT + i];
            if (row != HXP_NO_VECTOR)
                sum += (double)vectors->rows[row * vectors->dimension] *
                       (double)vectors->scales[row];
        }
    if (!(sum <= COUNT * HXP_VECTOR_RUNS && sum >= -COUNT * HXP_VECTOR_RUNS))
        abort();
}

static hxp_input *open_memory(hxp_str bytes)
{
    hxp_input *input;
    if (hxp_input_memory(&input, bytes, "t", NULL) != HXP_OK)
        abort();
    return input;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const hxp_str segments[COUNT] = { HXP_STR("One."), HXP_STR(""),
                                      HXP_STR("Two.") };
    hxp_vector_options options = { segments, COUNT, NULL };
    hxp_error error = { .status = HXP_OK };
    hxp_vectors *vectors;
    if (size == 0)
        return 0;
    hxp_str rest = { (const char *)data + 1, size - 1 };
    if (data[0] % 2 == 1) {
        const char *end = memchr(rest.ptr, 0, rest.len);
        size_t len = end ? (size_t)(end - rest.ptr) : rest.len;
        options.overlaps = open_memory((hxp_str){ rest.ptr, len });
        len += end != NULL;
        rest = (hxp_str){ rest.ptr + len, rest.len - len };
    }
    hxp_input *input = open_memory(rest);
    hxp_status status = hxp_vectors_read(&vectors, input, &options, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    if (vectors)
        check(vectors);
    hxp_vectors_free(vectors);
    hxp_input_close(input);
    hxp_input_close(options.overlaps);
    return 0;
}
