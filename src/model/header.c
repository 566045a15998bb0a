/* header.c - copies headers. */
#include "model/header.h"

#include "model/remark.h"

bool hxp_header_copy_make(hxp_header_copy *copy, const hxp_unit_header *header)
{
    hxp_arena *arena = &copy->arena;
    hxp_unit_header *to = &copy->header;
    *to = (hxp_unit_header){ .language_count = 0 };
    hxp_remark *remarks =
        hxp_arena_alloc(arena, header->remarks.count, sizeof *remarks);
    to->remarks = (hxp_remarks){ remarks, header->remarks.count };
    if (!remarks || !hxp_arena_copy(&to->file, arena, header->file) ||
        !hxp_arena_copy(&to->source_language, arena, header->source_language) ||
        !hxp_attributes_copy(&to->attributes, arena, &header->attributes) ||
        !hxp_attributes_copy(&to->file_attributes, arena,
                             &header->file_attributes))
        return false;
    for (size_t i = 0; i < header->remarks.count; i++)
        if (!hxp_remark_copy(&remarks[i], arena, &header->remarks.items[i]))
            return false;
    return true;
}

void hxp_header_copy_free(hxp_header_copy *copy)
{
    hxp_arena_free(&copy->arena);
}
