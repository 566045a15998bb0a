/* regex.c - ICU's regular expressions, on UTF-8. */
#include "text/regex.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"

#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/ustring.h>

/* Some ten thousand steps each; ICU counts them, not the time. */
enum { STEPS = 2000 };

struct hxp_regex {
    URegularExpression *expression;
    UChar *units; /* the text in work, as UTF-16 */
    size_t room;
};

/** Make regex->units text; *len is its length. */
static hxp_status widen(int32_t *len, hxp_regex *regex, hxp_str text,
                        hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    if (text.len > INT32_MAX / 2)
        return hxp_fail(error, HXP_ELIMIT,
                        "a text is too long for a regular expression");
    if (!hxp_array_reserve(&regex->units, &regex->room, text.len + 1,
                           sizeof *regex->units))
        return hxp_no_memory(error);
    u_strFromUTF8WithSub(regex->units, (int32_t)regex->room, len,
                         text.len > 0 ? text.ptr : "", (int32_t)text.len,
                         0xFFFD, NULL, &code);
    return HXP_OK;
}

static hxp_status compile(hxp_regex *regex, hxp_str pattern, bool ignore_case,
                          hxp_error *error)
{
    int32_t len = 0;
    UParseError place;
    UErrorCode code = U_ZERO_ERROR;
    hxp_status status = widen(&len, regex, pattern, error);
    if (status != HXP_OK)
        return status;
    regex->expression =
        uregex_open(regex->units, len,
                    ignore_case ? UREGEX_CASE_INSENSITIVE : 0, &place, &code);
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return hxp_no_memory(error);
    if (U_FAILURE(code))
        return hxp_fail(error, HXP_EINPUT,
                        "'%.*s' is no regular expression, at character %d",
                        HXP_FMT(pattern), (int)place.offset);
    uregex_setTimeLimit(regex->expression, STEPS, &code);
    return HXP_OK;
}

hxp_status hxp_regex_new(hxp_regex **out, hxp_str pattern, bool ignore_case,
                         hxp_error *error)
{
    hxp_regex *regex = calloc(1, sizeof *regex);
    *out = NULL;
    if (!regex)
        return hxp_no_memory(error);
    hxp_status status = compile(regex, pattern, ignore_case, error);
    if (status == HXP_OK)
        *out = regex;
    else
        hxp_regex_free(regex);
    return status;
}

/** What became of a search. */
static hxp_status outcome(UErrorCode code, hxp_error *error)
{
    if (code == U_MEMORY_ALLOCATION_ERROR)
        return hxp_no_memory(error);
    if (U_FAILURE(code))
        return hxp_fail(error, HXP_ELIMIT,
                        "the regular expression takes too long on a text");
    return HXP_OK;
}

hxp_status hxp_regex_search(bool *found, hxp_regex *regex, hxp_str text,
                            hxp_error *error)
{
    int32_t len = 0;
    UErrorCode code = U_ZERO_ERROR;
    hxp_status status = widen(&len, regex, text, error);
    if (status != HXP_OK)
        return status;
    uregex_setText(regex->expression, regex->units, len, &code);
    *found = uregex_find(regex->expression, 0, &code) != 0;
    return outcome(code, error);
}

/** The bytes of UTF-8 that count units take. */
static size_t bytes_of(const UChar *units, int32_t count)
{
    int32_t bytes = 0;
    UErrorCode code = U_ZERO_ERROR; /* there is no room, which is no matter */
    u_strToUTF8(NULL, 0, &bytes, units, count, &code);
    return (size_t)bytes;
}

hxp_status hxp_regex_find(size_t *start, size_t *end, hxp_regex *regex,
                          hxp_str text, hxp_error *error)
{
    int32_t len = 0, from = 0, to = 0;
    UErrorCode code = U_ZERO_ERROR;
    *start = *end = 0;
    hxp_status status = widen(&len, regex, text, error);
    if (status != HXP_OK)
        return status;
    URegularExpression *expression = regex->expression;
    uregex_setText(expression, regex->units, len, &code);
    bool found = uregex_find(expression, 0, &code) != 0;
    while (found && from == to) {
        from = uregex_start(expression, 0, &code);
        to = uregex_end(expression, 0, &code);
        if (from == to)
            found = uregex_findNext(expression, &code) != 0;
    }
    if (found && U_SUCCESS(code)) {
        *start = bytes_of(regex->units, from);
        *end = bytes_of(regex->units, to);
    }
    return outcome(code, error);
}

void hxp_regex_free(hxp_regex *regex)
{
    if (!regex)
        return;
    uregex_close(regex->expression);
    free(regex->units);
    free(regex);
}
