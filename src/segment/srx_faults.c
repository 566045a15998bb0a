/* srx_faults.c - the table of what may be wrong with rules of SRX. */
#include "segment/srx_faults.h"

#include <hexapla/segment.h>

static const hxp_rule rules[HXP_SRX_FAULT_COUNT] = {
    [HXP_SRX_PATTERN] = { "srx.pattern", HXP_ERROR,
                          "A pattern is not a regular expression of ICU's",
                          "Correct it; until then its rule or language map is "
                          "left out." },
    [HXP_SRX_NEVER] = { "srx.never", HXP_WARNING, "A rule can fit nowhere",
                        "Correct its patterns or remove it." },
    [HXP_SRX_SHADOWED] = { "srx.shadowed", HXP_WARNING,
                           "A rule can never decide: wherever it fits, one "
                           "before it does",
                           "Move it up, or remove it." },
    [HXP_SRX_MAP_SHADOWED] = { "srx.map-shadowed", HXP_WARNING,
                               "A language map can never apply: one before it "
                               "takes every language",
                               "Move the map for all languages to the end, or "
                               "write cascade=\"yes\"." },
    [HXP_SRX_NO_DEFAULT] = { "srx.no-default", HXP_NOTE,
                             "No language map is for all languages",
                             "Text in other languages is not divided; add a "
                             "map with the pattern .* at the end." },
    [HXP_SRX_NO_MAP] = { "srx.no-map", HXP_WARNING,
                         "No language map fits the language",
                         "Its text is not divided; add a languagemap." },
    [HXP_SRX_GAVE_UP] = { "srx.gave-up", HXP_WARNING,
                          "A rule takes too much time or memory",
                          "It was left out from then on; simplify its "
                          "pattern." },
};

const hxp_rule *hxp_srx_rules(size_t *count)
{
    *count = HXP_SRX_FAULT_COUNT;
    return rules;
}

hxp_status hxp_srx_tell(const hxp_srx_told *told, hxp_srx_fault rule,
                        hxp_place place, hxp_error *error, const char *format,
                        ...)
{
    hxp_finding finding = { .rule = rules[rule].id,
                            .level = rules[rule].level,
                            .file = told->file,
                            .place = place };
    va_list args;
    va_start(args, format);
    hxp_status status =
        hxp_tell_finding(told->sink, &finding, error, format, args);
    va_end(args);
    return status;
}
