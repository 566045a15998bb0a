/* fuzz_beads.c - any bytes as beads; the first byte chooses the format. */
#include "base/str.h"

#include <hexapla/formats.h>

#include <stdlib.h>

static void check(const hxp_bead_list *list)
{
    const hxp_alignment *alignment = &list->alignment;
    for (size_t k = 0; k < alignment->languages; k++) {
        size_t next = 0;
        for (size_t i = 0; i < alignment->count; i++) {
            hxp_range side = alignment->beads[i].sides[k];
            if (side.first < next)
                abort();
            next = side.first + side.count;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const formats[] = { "beads", "ladder", "vecalign", "ces",
                                           "tmx" };
    hxp_error error = { .status = HXP_OK };
    hxp_bead_list *list;
    hxp_input *input;
    if (size == 0)
        return 0;
    hxp_str bytes = { (const char *)data + 1, size - 1 };
    size_t which = data[0] % 8; /* of a digit, what it says */
    if (hxp_input_memory(&input, bytes, "t", &error) != HXP_OK)
        abort();
    hxp_status status =
        hxp_beads_read(&list, input, formats[which < 4 ? which : 4], &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    if (list)
        check(list);
    hxp_bead_list_free(list);
    hxp_input_close(input);
    return 0;
}
