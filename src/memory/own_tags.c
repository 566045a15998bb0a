/* own_tags.c - which tags are of one language: each is looked at once. */
#include "memory/own_tags.h"

#include "base/str.h"
#include "memory/match.h"

#include <stdlib.h>

bool hxp_own_tags_number(uint32_t *number, hxp_own_tags *tags, hxp_str tag)
{
    size_t before = tags->tags.count;
    if (*number < before && hxp_str_equal(tags->tags.items[*number], tag))
        return true;
    if (!hxp_names_add(&tags->tags, tag, number) ||
        !hxp_array_reserve(&tags->own, &tags->room, tags->tags.count,
                           sizeof *tags->own))
        return false;
    if (tags->tags.count > before)
        tags->own[*number] =
            hxp_match_language(tag, hxp_str_of(tags->language));
    return true;
}

void hxp_own_tags_free(hxp_own_tags *tags)
{
    hxp_names_free(&tags->tags);
    free(tags->own);
}
