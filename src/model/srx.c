/* srx.c - segmentation rules, all copied into one arena. */
#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <hexapla/model.h>

#include <assert.h>
#include <stdlib.h>

/** The rules as others see them, and what they are made of. */
typedef struct owned_srx {
    hxp_srx srx;     /* first: a pointer to it is one to this */
    hxp_arena arena; /* owns all texts */
    hxp_srx_rule *rules;
    hxp_srx_list *lists;
    hxp_srx_map *maps;
    size_t rule_capacity, list_capacity, map_capacity;
} owned_srx;

hxp_status hxp_srx_new(hxp_srx **out, hxp_str file, hxp_error *error)
{
    owned_srx *own = calloc(1, sizeof *own);
    *out = NULL;
    if (!own || !hxp_arena_copy(&own->srx.file, &own->arena, file)) {
        free(own);
        return hxp_no_memory(error);
    }
    *out = &own->srx;
    return HXP_OK;
}

hxp_status hxp_srx_set_note(hxp_srx *srx, hxp_str note, hxp_error *error)
{
    owned_srx *own = (owned_srx *)srx;
    if (!hxp_arena_copy(&srx->note, &own->arena, note))
        return hxp_no_memory(error);
    return HXP_OK;
}

hxp_status hxp_srx_add_list(hxp_srx *srx, hxp_str name, hxp_place place,
                            hxp_error *error)
{
    owned_srx *own = (owned_srx *)srx;
    hxp_srx_list list = { { "", 0 }, srx->rule_count, 0, place };
    if (!hxp_arena_copy(&list.name, &own->arena, name) ||
        !hxp_array_reserve(&own->lists, &own->list_capacity,
                           srx->list_count + 1, sizeof list))
        return hxp_no_memory(error);
    own->lists[srx->list_count++] = list;
    srx->lists = own->lists;
    return HXP_OK;
}

hxp_status hxp_srx_add_rule(hxp_srx *srx, const hxp_srx_rule *rule,
                            hxp_error *error)
{
    owned_srx *own = (owned_srx *)srx;
    hxp_srx_rule copy = *rule;
    assert(srx->list_count > 0);
    if (!hxp_arena_copy(&copy.before, &own->arena, rule->before) ||
        !hxp_arena_copy(&copy.after, &own->arena, rule->after) ||
        !hxp_array_reserve(&own->rules, &own->rule_capacity,
                           srx->rule_count + 1, sizeof copy))
        return hxp_no_memory(error);
    own->rules[srx->rule_count++] = copy;
    own->lists[srx->list_count - 1].count++;
    srx->rules = own->rules;
    return HXP_OK;
}

hxp_status hxp_srx_add_map(hxp_srx *srx, const hxp_srx_map *map,
                           hxp_error *error)
{
    owned_srx *own = (owned_srx *)srx;
    hxp_srx_map copy = *map;
    if (!hxp_arena_copy(&copy.pattern, &own->arena, map->pattern) ||
        !hxp_arena_copy(&copy.list, &own->arena, map->list) ||
        !hxp_array_reserve(&own->maps, &own->map_capacity, srx->map_count + 1,
                           sizeof copy))
        return hxp_no_memory(error);
    own->maps[srx->map_count++] = copy;
    srx->maps = own->maps;
    return HXP_OK;
}

const hxp_srx_list *hxp_srx_list_named(const hxp_srx *srx, hxp_str name)
{
    for (size_t i = 0; i < srx->list_count; i++)
        if (hxp_str_equal(srx->lists[i].name, name))
            return &srx->lists[i];
    return NULL;
}

void hxp_srx_free(hxp_srx *srx)
{
    owned_srx *own = (owned_srx *)srx;
    if (!own)
        return;
    hxp_arena_free(&own->arena);
    free(own->rules);
    free(own->lists);
    free(own->maps);
    free(own);
}
