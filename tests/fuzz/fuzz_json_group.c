/* fuzz_json_group.c - any bytes as a group of texts in JSON. */
#include "formats/beads/json_group.h"

#include <stdlib.h>

static void check(const hxp_json_group *group)
{
    for (size_t i = 0; i < group->count; i++) {
        const hxp_json_version *version = &group->versions[i];
        for (size_t k = 0; k < version->span_count; k++)
            if (version->spans[k].start > version->spans[k].end ||
                version->spans[k].end > version->text.len)
                abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_json_group group;
    hxp_error error = { .status = HXP_OK };
    hxp_str line = { (const char *)data, size };
    hxp_status status = hxp_json_group_read(&group, line, &error);
    if (status != error.status || (status != HXP_OK && !error.message[0]))
        abort();
    if (status == HXP_OK)
        check(&group);
    hxp_json_group_free(&group);
    return 0;
}
