/* tmx_rules_codes.c - do the bpt and ept of a content pair by their i? */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/tmx/tmx_rules.h"

#include <stdlib.h>

/** A bpt or ept. */
struct hxp_tmx_half {
    hxp_str i;
    size_t index; /* of the code */
    bool begin;
};

static int order(const void *a, const void *b)
{
    const struct hxp_tmx_half *x = a, *y = b;
    int by_i = hxp_str_order(&x->i, &y->i);
    return by_i ? by_i : (x->index > y->index) - (x->index < y->index);
}

/** Collect the halves that have an i; those without one are told of before. */
static bool collect(size_t *count, hxp_tmx_rules *rules,
                    const hxp_content *content)
{
    *count = 0;
    for (size_t k = 0; k < content->code_count; k++) {
        const hxp_code *code = &content->codes[k];
        if (code->kind != HXP_CODE_BEGIN && code->kind != HXP_CODE_END)
            continue;
        const hxp_str *i = hxp_attributes_value(&code->attributes, "i");
        if (!i)
            continue;
        if (!hxp_array_reserve(&rules->halves, &rules->half_capacity,
                               *count + 1, sizeof *rules->halves))
            return false;
        rules->halves[(*count)++] =
            (struct hxp_tmx_half){ *i, k, code->kind == HXP_CODE_BEGIN };
    }
    return true;
}

/** Put the halves with the same i together; in most contents they are. */
static void sort(struct hxp_tmx_half *halves, size_t count)
{
    size_t i = 1;
    while (i < count && order(&halves[i - 1], &halves[i]) <= 0)
        i++;
    if (i < count)
        qsort(halves, count, sizeof *halves, order);
}

/** What is wrong with the first of the halves with one i, or NULL. */
static const char *fault_of(const struct hxp_tmx_half *half, size_t count)
{
    if (!half[0].begin)
        return "has no bpt before it in this seg";
    if (count == 1)
        return "has no ept in this seg";
    if (half[1].begin)
        return "stands twice in this seg";
    return count > 2 ? "is used by more than one pair in this seg" : NULL;
}

hxp_status hxp_tmx_check_codes(hxp_tmx_rules *rules, const hxp_content *content,
                               const hxp_place *places, hxp_error *error)
{
    size_t count;
    hxp_status status = HXP_OK;
    if (!collect(&count, rules, content))
        return hxp_no_memory(error);
    if (count == 0)
        return HXP_OK;
    const struct hxp_tmx_half *halves = rules->halves;
    sort(rules->halves, count);
    for (size_t from = 0, to; status == HXP_OK && from < count; from = to) {
        to = from + 1;
        while (to < count && hxp_str_equal(halves[from].i, halves[to].i))
            to++;
        hxp_str i = halves[from].i;
        const char *fault = fault_of(&halves[from], to - from);
        if (fault)
            status = hxp_tell(&rules->faults, HXP_FAULT_TMX_PAIR,
                              places[halves[from].index], error, "%s i=%.*s %s",
                              halves[from].begin ? "bpt" : "ept",
                              HXP_FMT(hxp_quote(i)), fault);
    }
    return status;
}
