/* srx_naive.c - SRX to the letter and slowly, to compare the engine with. */
#include "srx_naive.h"

#include "text/utf8.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

enum { MOST_TICKS = 20 }; /* of ICU's work on one try: some milliseconds */

static void require(bool truth)
{
    if (!truth)
        abort();
}

static URegularExpression *compile(hxp_str pattern, UText *text)
{
    UErrorCode code = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    URegularExpression *regex = NULL;
    if (pattern.len == 0)
        return NULL;
    utext_openUTF8(&source, pattern.ptr, (int64_t)pattern.len, &code);
    regex = uregex_openUText(&source, UREGEX_MULTILINE, NULL, &code);
    uregex_setUText(regex, text, &code);
    uregex_useTransparentBounds(regex, true, &code);
    uregex_useAnchoringBounds(regex, false, &code);
    uregex_setTimeLimit(regex, MOST_TICKS, &code);
    require(U_SUCCESS(code));
    utext_close(&source);
    return regex;
}

static bool ends_at(URegularExpression *regex, hxp_str text, size_t place,
                    UErrorCode *code)
{
    size_t start = place;
    bool found = !regex;
    for (;;) {
        if (found)
            break;
        uregex_setRegion64(regex, (int64_t)start, (int64_t)place, code);
        found = uregex_matches64(regex, -1, code);
        if (start == 0)
            break;
        hxp_utf8_previous(text, &start);
    }
    return found;
}

static bool begins_at(URegularExpression *regex, hxp_str text, size_t place,
                      UErrorCode *code)
{
    if (!regex)
        return true;
    uregex_setRegion64(regex, (int64_t)place, (int64_t)text.len, code);
    return uregex_lookingAt64(regex, -1, code);
}

/**
 * What is decided at each byte: by the first rule, so the last come first.
 * False when a pattern takes too long.
 */
static bool apply(char *breaks, const hxp_srx_rule *rule, hxp_str text)
{
    UErrorCode code = U_ZERO_ERROR;
    UText utext = UTEXT_INITIALIZER;
    utext_openUTF8(&utext, text.ptr, (int64_t)text.len, &code);
    require(U_SUCCESS(code));
    URegularExpression *before = compile(rule->before, &utext);
    URegularExpression *after = compile(rule->after, &utext);
    size_t at = 0;
    for (hxp_utf8_next(text, &at); at < text.len; hxp_utf8_next(text, &at))
        if (begins_at(after, text, at, &code) &&
            ends_at(before, text, at, &code))
            breaks[at] = rule->breaks;
    uregex_close(before);
    uregex_close(after);
    utext_close(&utext);
    if (code == U_REGEX_TIME_OUT || code == U_REGEX_STACK_OVERFLOW)
        return false;
    require(U_SUCCESS(code));
    return true;
}

bool srx_naive_cut(hxp_cuts *cuts, const hxp_srx *srx, const hxp_srx_list *list,
                   hxp_str text)
{
    char *breaks = calloc(text.len + 1, 1);
    require(breaks != NULL);
    bool applied = true;
    for (size_t i = list->count; applied && text.len > 0 && i-- > 0;)
        applied = apply(breaks, &srx->rules[list->first + i], text);
    free(cuts->items);
    cuts->items = calloc(text.len + 1, sizeof *cuts->items);
    require(cuts->items != NULL);
    cuts->count = 0;
    cuts->capacity = text.len + 1;
    for (size_t at = 0; at < text.len; at++)
        if (breaks[at])
            cuts->items[cuts->count++] = (hxp_cut){ at, 0 };
    free(breaks);
    return applied;
}
