/* srx_lint.c - what is wrong with rules of SRX, beyond how they are written. */
#include "base/error.h"
#include "base/str.h"
#include "segment/srx_compare.h"
#include "segment/srx_matcher.h"

#include <hexapla/segment.h>

/* --- Language maps -------------------------------------------------------- */

/** True for a map that takes every language. */
static hxp_status takes_all(bool *all, const hxp_srx_map *map, hxp_error *error)
{
    static const char *const codes[] = { "en",  "NL-be", "zh-Hant-TW",
                                         "tlh", "x-own", "qaa_one" };
    const hxp_srx_told nobody = { NULL, { "", 0 } };
    hxp_status status = HXP_OK;
    *all = true;
    for (size_t i = 0; i < sizeof codes / sizeof *codes && *all; i++) {
        status =
            hxp_srx_map_fits(all, map, hxp_str_of(codes[i]), &nobody, error);
        *all = *all && status == HXP_OK;
    }
    return status;
}

/** Find the map before map i that keeps it from ever applying; count: none. */
static hxp_status find_shadow(size_t *shadow, const hxp_srx *srx, size_t i,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t j = 0; j < i && status == HXP_OK; j++) {
        bool all = false;
        *shadow = j;
        if (hxp_str_equal(srx->maps[j].pattern, srx->maps[i].pattern))
            return HXP_OK;
        status = takes_all(&all, &srx->maps[j], error);
        if (all)
            return status;
    }
    *shadow = srx->map_count;
    return status;
}

static hxp_status check_maps(const hxp_srx *srx, const hxp_srx_told *told,
                             hxp_error *error)
{
    bool fits, any = false, all = false;
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < srx->map_count && status == HXP_OK; i++) {
        size_t shadow = srx->map_count;
        const hxp_srx_map *map = &srx->maps[i];
        status = hxp_srx_map_fits(&fits, map, HXP_STR("en"), told, error);
        if (status == HXP_OK)
            status = takes_all(&all, map, error);
        if (status == HXP_OK && !srx->cascade)
            status = find_shadow(&shadow, srx, i, error);
        if (status == HXP_OK && shadow < srx->map_count)
            status = hxp_srx_tell(
                told, HXP_SRX_MAP_SHADOWED, map->place, error,
                "the map \"%.*s\" never applies: \"%.*s\" in line %zu comes "
                "first",
                HXP_FMT(hxp_quote(map->pattern)),
                HXP_FMT(hxp_quote(srx->maps[shadow].pattern)),
                srx->maps[shadow].place.line);
        any = any || all;
    }
    if (status == HXP_OK && !any)
        status = hxp_srx_tell(told, HXP_SRX_NO_DEFAULT, (hxp_place){ 1, 1, 1 },
                              error,
                              "no language map is for all languages; text in "
                              "others is not divided");
    return status;
}

/* --- Rules ---------------------------------------------------------------- */

/* Looking for shadows takes time that grows faster than a list does. */
enum { MOST_COMPARED = 5000 };

/** The rules of one list, being looked at. */
typedef struct lint {
    hxp_srx_set *set;
    hxp_srx_matcher *matcher;
    const hxp_srx_told *told;
    hxp_buffer example;
} lint;

static hxp_status check_never(bool *never, const lint *l,
                              const hxp_srx_applied *rule, hxp_error *error)
{
    static const char *const names[] = { "beforebreak", "afterbreak" };
    *never = false;
    for (int side = 0; side < 2; side++) {
        bool can;
        hxp_status status = hxp_srx_matcher_can_fit(&can, l->matcher, rule,
                                                    (hxp_srx_side)side, error);
        if (status != HXP_OK)
            return status;
        if (can)
            continue;
        *never = true;
        hxp_str pattern =
            hxp_srx_pattern(l->set, rule, (hxp_srx_side)side)->pattern;
        return hxp_srx_tell(l->told, HXP_SRX_NEVER,
                            side == 0 ? rule->source->before_place
                                      : rule->source->after_place,
                            error, "%s \"%.*s\" fits no text", names[side],
                            HXP_FMT(hxp_quote(pattern)));
    }
    return HXP_OK;
}

/** Tell whether wide fits wherever narrow does. */
static hxp_status rule_includes(bool *includes, const lint *l,
                                const hxp_srx_applied *wide,
                                const hxp_srx_applied *narrow, hxp_error *error)
{
    hxp_status status = HXP_OK;
    *includes = true;
    for (int side = 0; side < 2 && status == HXP_OK && *includes; side++) {
        hxp_srx_side which = (hxp_srx_side)side;
        const hxp_pattern_pair pair = {
            which, hxp_srx_pattern(l->set, wide, which)->pattern,
            hxp_srx_pattern(l->set, narrow, which)->pattern
        };
        status = hxp_pattern_includes(
            includes, hxp_srx_matcher_alphabet(l->matcher), &pair, error);
    }
    return status;
}

/**
 * Find a rule before rule number that fits wherever it does. Those are asked
 * that fit the same example; it must have been a good one.
 */
static hxp_status check_shadow(lint *l, size_t number, hxp_error *error)
{
    const hxp_srx_applied *rules = l->set->rules, *rule = &rules[number];
    hxp_numbers fitting = { NULL, 0 };
    bool found, includes = false;
    hxp_status status = hxp_pattern_example(
        &l->example, &found, hxp_srx_matcher_alphabet(l->matcher),
        hxp_srx_pattern(l->set, rule, HXP_SRX_BEFORE)->pattern, error);
    if (status == HXP_OK && found)
        status = hxp_srx_matcher_fitting(&fitting, l->matcher,
                                         hxp_buffer_str(&l->example), error);
    for (size_t i = 0; i < fitting.count && status == HXP_OK && !includes;
         i++) {
        size_t other = hxp_accepted_output(fitting.items[i]);
        if (other >= number)
            break;
        if (hxp_accepted_maybe(fitting.items[i]))
            continue;
        status = rule_includes(&includes, l, &rules[other], rule, error);
        if (status == HXP_OK && includes)
            status = hxp_srx_tell(l->told, HXP_SRX_SHADOWED,
                                  rule->source->place, error,
                                  "the rule never decides: the one in line "
                                  "%zu fits wherever it does",
                                  rules[other].source->place.line);
    }
    return status;
}

static hxp_status check_list(const hxp_srx *srx, const hxp_srx_list *list,
                             const hxp_srx_told *told, hxp_error *error)
{
    hxp_srx_set set;
    lint l = { .set = &set, .told = told };
    hxp_status status = hxp_srx_set_of_list(&set, srx, list, told, error);
    if (status == HXP_OK)
        status = hxp_srx_matcher_new(&l.matcher, &set, told, error);
    for (size_t i = 0; i < set.count && status == HXP_OK; i++) {
        bool never;
        status = check_never(&never, &l, &set.rules[i], error);
        if (status == HXP_OK && !never && set.count <= MOST_COMPARED)
            status = check_shadow(&l, i, error);
    }
    hxp_buffer_free(&l.example);
    hxp_srx_matcher_free(l.matcher);
    hxp_srx_set_free(&set);
    return status;
}

hxp_status hxp_srx_lint(const hxp_srx *srx, hxp_finding_sink *findings,
                        hxp_error *error)
{
    const hxp_srx_told told = { findings, srx->file };
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < srx->list_count && status == HXP_OK; i++)
        status = check_list(srx, &srx->lists[i], &told, error);
    if (status == HXP_OK)
        status = check_maps(srx, &told, error);
    return status;
}
