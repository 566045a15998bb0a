/* match.c - what equal texts still differ in, and what makes a match worse. */
#include "memory/match.h"

#include "base/decimal.h"
#include "base/str.h"
#include "model/match.h"
#include "model/remark.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <string.h>

/* --- Nuances -------------------------------------------------------------- */

/** Cut the next row of characters that are all space, or none, off *rest. */
static bool cut_row(hxp_str *rest, bool space, hxp_str *row)
{
    size_t at = 0, end = 0;
    while (at < rest->len &&
           hxp_char_is_space(hxp_utf8_next(*rest, &at)) == space)
        end = at;
    *row = hxp_str_part(*rest, 0, end);
    *rest = hxp_str_part(*rest, end, rest->len);
    return rest->len > 0 || end > 0;
}

/** Whether the rows of both are equal: those of space, or the others. */
static bool rows_equal(hxp_str a, hxp_str b, bool space)
{
    hxp_str row_a, row_b;
    bool more = true;
    if (!space) {
        a = hxp_utf8_trim(a);
        b = hxp_utf8_trim(b);
    }
    for (bool kind = true; more; kind = !kind) {
        bool more_a = cut_row(&a, kind, &row_a);
        bool more_b = cut_row(&b, kind, &row_b);
        if (kind == space && !hxp_str_equal(row_a, row_b))
            return false;
        more = more_a || more_b;
    }
    return true;
}

bool hxp_same_codes(const hxp_content *a, const hxp_content *b)
{
    if (a->code_count != b->code_count)
        return false;
    for (size_t i = 0; i < a->code_count; i++) {
        const hxp_code *x = &a->codes[i], *y = &b->codes[i];
        if (x->kind != y->kind || (x->inside != NULL) != (y->inside != NULL) ||
            (x->inside && !hxp_str_equal(x->inside->text, y->inside->text)))
            return false;
    }
    return true;
}

static bool codes_equal(const hxp_content *a, const hxp_content *b)
{
    if (!hxp_same_codes(a, b))
        return false;
    for (size_t i = 0; i < a->code_count; i++)
        if (a->codes[i].offset != b->codes[i].offset)
            return false;
    return true;
}

hxp_nuances hxp_nuances_of(const hxp_content *a, const hxp_content *b)
{
    return (hxp_nuances){ .codes = !codes_equal(a, b),
                          .cases = !rows_equal(a->text, b->text, false),
                          .spaces = !rows_equal(a->text, b->text, true) };
}

unsigned hxp_match_score(const hxp_hit *hit, const hxp_content *query,
                         const hxp_content *source)
{
    unsigned similarity = hxp_similarity(hit->best);
    if (hit->characters.distance > 0)
        return similarity < 99 ? similarity : 99;
    hxp_nuances nuances = hxp_nuances_of(query, source);
    int count = nuances.codes + nuances.cases + nuances.spaces;
    if (count > 1)
        return count == 2 ? 96 : 95;
    if (nuances.codes)
        return 99;
    if (nuances.cases)
        return 98;
    return nuances.spaces ? 97 : 100;
}

/* --- Languages ------------------------------------------------------------ */

bool hxp_match_language(hxp_str a, hxp_str b)
{
    char x[HXP_TAG_SIZE], y[HXP_TAG_SIZE];
    return hxp_tag_language(x, a) && hxp_tag_language(y, b) &&
           strcmp(x, y) == 0;
}

bool hxp_match_is_foreign(hxp_str a, hxp_str b)
{
    return !hxp_tag_within(a, b) && !hxp_tag_within(b, a);
}

/** How well a variant in tag serves for language: less is better. */
static int strangeness(hxp_str tag, hxp_str language)
{
    if (hxp_tag_equal(tag, language))
        return 0;
    return hxp_match_is_foreign(tag, language) ? 2 : 1;
}

const hxp_variant *hxp_match_target(const hxp_unit *unit,
                                    const hxp_variant *source, hxp_str language)
{
    const hxp_variant *best = NULL;
    for (size_t i = 0; i < unit->variant_count; i++) {
        const hxp_variant *variant = &unit->variants[i];
        if (variant == source || variant->content.text.len == 0 ||
            !hxp_match_language(variant->language, language))
            continue;
        if (!best || strangeness(variant->language, language) <
                         strangeness(best->language, language))
            best = variant;
    }
    return best;
}

/* --- Penalties ------------------------------------------------------------ */

const char *hxp_penalty_name(hxp_penalty_kind kind)
{
    static const char *const names[] = {
        [HXP_PENALTY_LANGUAGE] = "language",
        [HXP_PENALTY_UNREVIEWED] = "unreviewed",
        [HXP_PENALTY_MACHINE] = "machine",
        [HXP_PENALTY_ALIGNED] = "aligned",
    };
    return names[kind];
}

/** The text of a property of the unit or of the target, or NULL. */
static const hxp_str *property(const hxp_match *match, const char *type)
{
    const hxp_str *text = hxp_remarks_property(&match->target->remarks, type);
    return text ? text : hxp_remarks_property(&match->unit->remarks, type);
}

/** An attribute of the unit or of the target, or NULL. */
static const hxp_str *attribute(const hxp_match *match, const char *name)
{
    const hxp_str *text =
        hxp_attributes_value(&match->target->attributes, name);
    return text ? text : hxp_attributes_value(&match->unit->attributes, name);
}

static bool is_value(const hxp_str *text, const char *value)
{
    return text && hxp_str_is_nocase(*text, value);
}

static bool is_fuzzy(const hxp_str *flags)
{
    for (hxp_str rest = flags ? *flags : HXP_STR(""), flag;
         hxp_str_cut(&rest, ',', &flag);)
        if (hxp_str_is(hxp_str_trim(flag), "fuzzy"))
            return true;
    return false;
}

/** Whether a state of XLIFF says that there is work to do. */
static bool is_unfinished(const hxp_str *state)
{
    return state &&
           (hxp_str_starts(*state, HXP_STR("needs-")) ||
            hxp_str_is(*state, "new") || hxp_str_is(*state, "initial"));
}

/** Whether pretranslation put it there for a text that is only like its own. */
static bool is_proposed(const hxp_str *score)
{
    double percent;
    return score && hxp_decimal_read(&percent, *score) && percent < 100;
}

static bool is_unreviewed(const hxp_match *match)
{
    return is_fuzzy(property(match, "x-po-flags")) ||
           is_unfinished(property(match, "x-xliff-target-state")) ||
           is_proposed(property(match, HXP_MATCH_SCORE)) ||
           is_value(property(match, "x-xliff-approved"), "no") ||
           is_value(property(match, "approved"), "no") ||
           is_value(attribute(match, "approved"), "no");
}

static bool is_by_machine(const hxp_match *match)
{
    const hxp_str *id = attribute(match, "creationid");
    const hxp_str *qualifier =
        property(match, "x-xliff-target-state-qualifier");
    return is_value(id, "MT!") || is_value(id, "MT") ||
           is_value(property(match, "x-origin"), "mt") ||
           is_value(qualifier, "mt-suggestion");
}

static bool is_doubtful(const hxp_match *match)
{
    const hxp_str *text = property(match, "x-hexapla-confidence");
    double confidence;
    return text && hxp_decimal_read(&confidence, *text) && confidence < 0.5;
}

unsigned hxp_match_penalty(hxp_penalty_kind kind, const hxp_match *match,
                           const hxp_lookup_options *options)
{
    unsigned points = options->penalties[kind];
    switch (kind) {
    case HXP_PENALTY_LANGUAGE:
        return points * (hxp_match_is_foreign(match->source->language,
                                              hxp_str_of(options->from)) +
                         hxp_match_is_foreign(match->target->language,
                                              hxp_str_of(options->to)));
    case HXP_PENALTY_UNREVIEWED:
        return is_unreviewed(match) ? points : 0;
    case HXP_PENALTY_MACHINE:
        return is_by_machine(match) ? points : 0;
    case HXP_PENALTY_ALIGNED:
        return is_doubtful(match) ? points : 0;
    case HXP_PENALTIES:
        break;
    }
    return 0;
}
