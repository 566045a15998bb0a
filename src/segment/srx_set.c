/* srx_set.c - the rules of SRX that apply to one language, in their order. */
#include "segment/srx_set.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>

/* --- Choosing lists ------------------------------------------------------- */

/** Append all rules of a list. */
static hxp_status add_list(hxp_srx_set *set, size_t *capacity,
                           const hxp_srx *srx, const hxp_srx_list *list,
                           hxp_error *error)
{
    if (!hxp_array_reserve(&set->rules, capacity, set->count + list->count,
                           sizeof *set->rules))
        return hxp_no_memory(error);
    for (size_t i = 0; i < list->count; i++) {
        const hxp_srx_rule *rule = &srx->rules[list->first + i];
        set->rules[set->count++] =
            (hxp_srx_applied){ .source = rule, .breaks = rule->breaks };
    }
    return HXP_OK;
}

hxp_status hxp_srx_map_fits(bool *fits, const hxp_srx_map *map, hxp_str tag,
                            const hxp_srx_told *told, hxp_error *error)
{
    hxp_error fault;
    hxp_status status = hxp_srx_regex_whole(fits, map->pattern, tag, &fault);
    if (status == HXP_EINPUT || status == HXP_ELIMIT)
        return hxp_srx_tell(told, HXP_SRX_PATTERN, map->place, error,
                            "languagepattern \"%.*s\" is left out: %s",
                            HXP_FMT(hxp_quote(map->pattern)), fault.message);
    if (status != HXP_OK && error)
        *error = fault;
    return status;
}

static hxp_status choose(hxp_srx_set *set, const hxp_srx *srx, hxp_str tag,
                         const hxp_srx_told *told, hxp_error *error)
{
    size_t capacity = 0;
    bool any = false;
    for (size_t i = 0; i < srx->map_count && !(any && !srx->cascade); i++) {
        bool fits;
        hxp_status status =
            hxp_srx_map_fits(&fits, &srx->maps[i], tag, told, error);
        const hxp_srx_list *list =
            fits ? hxp_srx_list_named(srx, srx->maps[i].list) : NULL;
        if (status == HXP_OK && list)
            status = add_list(set, &capacity, srx, list, error);
        if (status != HXP_OK)
            return status;
        any = any || fits;
    }
    if (any)
        return HXP_OK;
    return hxp_srx_tell(told, HXP_SRX_NO_MAP, (hxp_place){ 1, 1, 1 }, error,
                        "no language map fits %.*s; its text is not divided",
                        HXP_FMT(hxp_quote(tag)));
}

/* --- Patterns ------------------------------------------------------------- */

static hxp_str text_of(const hxp_srx_rule *rule, hxp_srx_side side)
{
    return side == HXP_SRX_BEFORE ? rule->before : rule->after;
}

/** A rule's pattern on its way to a number. */
typedef struct numbered {
    hxp_str text; /* first: hxp_str_order() compares it */
    size_t rule;
} numbered;

/** Give each pattern of a side that is there a regex, and rules its number. */
static hxp_status number_patterns(hxp_srx_set *set, hxp_srx_side side,
                                  hxp_error *error)
{
    size_t count = 0;
    numbered *list = calloc(set->count + 1, sizeof *list);
    hxp_srx_regex *patterns = calloc(set->count + 1, sizeof *patterns);
    set->patterns[side] = patterns;
    if (!list || !patterns) {
        free(list);
        return hxp_no_memory(error);
    }
    for (size_t i = 0; i < set->count; i++)
        list[i] = (numbered){ text_of(set->rules[i].source, side), i };
    qsort(list, set->count, sizeof *list, hxp_str_order);
    for (size_t i = 0; i < set->count; i++) {
        if (i == 0 || !hxp_str_equal(list[i].text, list[i - 1].text))
            patterns[count++] =
                (hxp_srx_regex){ .pattern = list[i].text, .side = side };
        set->rules[list[i].rule].pattern[side] = count - 1;
    }
    set->pattern_count[side] = count;
    free(list);
    return HXP_OK;
}

/** Check a rule's pattern; *sound becomes false when it does not compile. */
static hxp_status check(bool *sound, const hxp_srx_rule *rule,
                        hxp_srx_side side, const hxp_srx_told *told,
                        hxp_error *error)
{
    hxp_error fault;
    hxp_str pattern = text_of(rule, side);
    bool before = side == HXP_SRX_BEFORE;
    hxp_status status = hxp_srx_regex_check(pattern, &fault);
    if (status == HXP_EINPUT) {
        *sound = false;
        return hxp_srx_tell(told, HXP_SRX_PATTERN,
                            before ? rule->before_place : rule->after_place,
                            error, "%s \"%.*s\": %s",
                            before ? "beforebreak" : "afterbreak",
                            HXP_FMT(hxp_quote(pattern)), fault.message);
    }
    if (status != HXP_OK && error)
        *error = fault;
    return status;
}

/** Leave out the rules that do not compile. */
static hxp_status drop_faulty(hxp_srx_set *set, const hxp_srx_told *told,
                              hxp_error *error)
{
    size_t kept = 0;
    for (size_t i = 0; i < set->count; i++) {
        bool sound = true;
        const hxp_srx_rule *rule = set->rules[i].source;
        hxp_status status = check(&sound, rule, HXP_SRX_BEFORE, told, error);
        if (status == HXP_OK)
            status = check(&sound, rule, HXP_SRX_AFTER, told, error);
        if (status != HXP_OK)
            return status;
        if (sound)
            set->rules[kept++] = set->rules[i];
    }
    set->count = kept;
    return HXP_OK;
}

/** Make ready the rules that were chosen. */
static hxp_status prepare(hxp_srx_set *set, const hxp_srx_told *told,
                          hxp_error *error)
{
    hxp_status status = drop_faulty(set, told, error);
    if (status == HXP_OK)
        status = number_patterns(set, HXP_SRX_BEFORE, error);
    if (status == HXP_OK)
        status = number_patterns(set, HXP_SRX_AFTER, error);
    return status;
}

hxp_status hxp_srx_set_init(hxp_srx_set *set, const hxp_srx *srx, hxp_str tag,
                            const hxp_srx_told *told, hxp_error *error)
{
    *set = (hxp_srx_set){ NULL, 0, { NULL, NULL }, { 0, 0 } };
    hxp_status status = choose(set, srx, tag, told, error);
    return status == HXP_OK ? prepare(set, told, error) : status;
}

hxp_status hxp_srx_set_of_list(hxp_srx_set *set, const hxp_srx *srx,
                               const hxp_srx_list *list,
                               const hxp_srx_told *told, hxp_error *error)
{
    size_t capacity = 0;
    *set = (hxp_srx_set){ NULL, 0, { NULL, NULL }, { 0, 0 } };
    hxp_status status = add_list(set, &capacity, srx, list, error);
    return status == HXP_OK ? prepare(set, told, error) : status;
}

void hxp_srx_set_free(hxp_srx_set *set)
{
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < set->pattern_count[side]; i++)
            hxp_srx_regex_free(&set->patterns[side][i]);
        free(set->patterns[side]);
    }
    free(set->rules);
}

/* --- Trying --------------------------------------------------------------- */

hxp_srx_regex *hxp_srx_pattern(const hxp_srx_set *set,
                               const hxp_srx_applied *rule, hxp_srx_side side)
{
    return &set->patterns[side][rule->pattern[side]];
}

hxp_status hxp_srx_drop(hxp_srx_applied *rule, const hxp_srx_told *told,
                        hxp_error *error)
{
    rule->dropped = true;
    return hxp_srx_tell(told, HXP_SRX_GAVE_UP, rule->source->place, error,
                        "the rule takes too much time or memory; it is left "
                        "out from here on");
}
