/* srx_regex.c - a pattern of a rule, tried by ICU at one place of a text. */
#include "segment/srx_regex.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/icu.h"

/* ICU's unit of work, a tick, is 10,000 steps: about 0.1 ms. A pattern gets
 * this many, and one more for each so many bytes of text. */
enum { TICKS = 1000, BYTES_A_TICK = 4096 };

enum { NEAR = 256 }; /* bytes before a place where most matches begin */

static hxp_status open_icu(URegularExpression **out, hxp_str pattern,
                           uint32_t flags, UErrorCode *code, hxp_error *error)
{
    UText text = UTEXT_INITIALIZER;
    UParseError place = { 0, 0, { 0 }, { 0 } };
    utext_openUTF8(&text, pattern.ptr, (int64_t)pattern.len, code);
    *out = uregex_openUText(&text, flags, &place, code);
    utext_close(&text);
    if (U_SUCCESS(*code))
        return HXP_OK;
    uregex_close(*out);
    *out = NULL;
    if (*code == U_MEMORY_ALLOCATION_ERROR)
        return hxp_no_memory(error);
    return hxp_fail(error, HXP_EINPUT, "ICU cannot read it: %s at character %d",
                    u_errorName(*code), (int)place.offset);
}

/**
 * True when pattern ends in \c, a control character, without saying which one.
 * ICU takes it, but whatever is put behind it would be that character.
 */
static bool ends_unsaid(hxp_str pattern)
{
    size_t end = pattern.len, start = end;
    if (end == 0 || pattern.ptr[end - 1] != 'c')
        return false;
    while (start > 1 && pattern.ptr[start - 2] == '\\')
        start--;
    return (end - start) % 2 == 1;
}

hxp_status hxp_srx_regex_check(hxp_str pattern, hxp_error *error)
{
    URegularExpression *icu;
    UErrorCode code = U_ZERO_ERROR;
    if (pattern.len == 0)
        return HXP_OK;
    if (ends_unsaid(pattern))
        return hxp_fail(error, HXP_EINPUT, "\\c at its end says no character");
    hxp_status status = open_icu(&icu, pattern, UREGEX_MULTILINE, &code, error);
    uregex_close(icu);
    return status;
}

hxp_status hxp_srx_regex_whole(bool *matches, hxp_str pattern, hxp_str text,
                               hxp_error *error)
{
    URegularExpression *icu;
    UText utext = UTEXT_INITIALIZER;
    UErrorCode code = U_ZERO_ERROR;
    *matches = pattern.len == 0 && text.len == 0;
    if (pattern.len == 0)
        return HXP_OK;
    hxp_status status =
        open_icu(&icu, pattern, UREGEX_CASE_INSENSITIVE, &code, error);
    if (status != HXP_OK)
        return status;
    utext_openUTF8(&utext, text.ptr, (int64_t)text.len, &code);
    uregex_setTimeLimit(icu, TICKS, &code);
    uregex_setUText(icu, &utext, &code);
    *matches = uregex_matches64(icu, 0, &code);
    uregex_close(icu);
    utext_close(&utext);
    if (code == U_REGEX_TIME_OUT || code == U_REGEX_STACK_OVERFLOW)
        return hxp_fail(error, HXP_ELIMIT, "it takes too long");
    return hxp_icu_status(code, error);
}

hxp_status hxp_srx_regex_text_set(hxp_srx_regex_text *text, hxp_str bytes,
                                  hxp_error *error)
{
    const UText empty = UTEXT_INITIALIZER;
    UErrorCode code = U_ZERO_ERROR;
    if (text->serial == 0)
        text->utext = empty;
    text->bytes = bytes;
    text->serial++;
    text->seen += bytes.len;
    utext_openUTF8(&text->utext, bytes.len > 0 ? bytes.ptr : "",
                   (int64_t)bytes.len, &code);
    return hxp_icu_status(code, error);
}

void hxp_srx_regex_text_free(hxp_srx_regex_text *text)
{
    if (text->serial > 0)
        utext_close(&text->utext);
}

/** ICU asks this at each tick whether to go on. */
static UBool U_CALLCONV tick(const void *context, int32_t steps)
{
    hxp_srx_regex *regex = *(hxp_srx_regex *const *)context;
    (void)steps;
    regex->ticks++;
    return regex->ticks < TICKS + regex->text->seen / BYTES_A_TICK;
}

/**
 * Compile the pattern for its side. One that must end at a place comes behind
 * whatever there is before it: ICU then finds where it begins. A comment in
 * the pattern would swallow the bracket; a line break ends it. So would a
 * quotation \Q; \E ends that.
 */
static hxp_status compile(hxp_srx_regex *regex, hxp_error *error)
{
    static const char *const ends[] = { ")", "\n)", "\\E)" };
    hxp_buffer text = { NULL, 0, 0 };
    hxp_status status = HXP_EINPUT;
    UErrorCode code = U_ZERO_ERROR;
    if (regex->side == HXP_SRX_AFTER)
        return open_icu(&regex->icu, regex->pattern, UREGEX_MULTILINE, &code,
                        error);
    for (size_t i = 0; i < 3 && status == HXP_EINPUT; i++) {
        code = U_ZERO_ERROR;
        text.len = 0;
        if (hxp_buffer_add(&text, HXP_STR("[\\s\\S]*?(?:")) &&
            hxp_buffer_add(&text, regex->pattern) &&
            hxp_buffer_add(&text, hxp_str_of(ends[i])))
            status = open_icu(&regex->icu, hxp_buffer_str(&text),
                              UREGEX_MULTILINE, &code, error);
        else
            status = hxp_no_memory(error);
    }
    hxp_buffer_free(&text);
    return status;
}

/** Have the pattern look at text. */
static hxp_status look_at(hxp_srx_regex *regex, const hxp_srx_regex_text *text,
                          hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    if (!regex->icu) {
        hxp_status status = compile(regex, error);
        if (status != HXP_OK)
            return status;
        uregex_useTransparentBounds(regex->icu, true, &code);
        uregex_useAnchoringBounds(regex->icu, false, &code);
    }
    if (regex->serial != text->serial) {
        UText utext = text->utext;
        uregex_setUText(regex->icu, &utext, &code);
        regex->serial = text->serial;
        regex->text = text;
    }
    return hxp_icu_status(code, error);
}

/** The start of the character that byte at is part of. */
static size_t char_start(hxp_str bytes, size_t at)
{
    while (at > 0 && at < bytes.len &&
           ((unsigned char)bytes.ptr[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static bool fits(hxp_srx_regex *regex, size_t from, size_t to, UErrorCode *code)
{
    uregex_setRegion64(regex->icu, (int64_t)from, (int64_t)to, code);
    return regex->side == HXP_SRX_BEFORE
               ? uregex_matches64(regex->icu, -1, code)
               : uregex_lookingAt64(regex->icu, -1, code);
}

/** Try at byte at with the size bytes on the pattern's side of it. */
static bool fits_within(hxp_srx_regex *regex, size_t at, size_t size,
                        UErrorCode *code)
{
    hxp_str bytes = regex->text->bytes;
    if (regex->side == HXP_SRX_BEFORE)
        return fits(regex, at > size ? char_start(bytes, at - size) : 0, at,
                    code);
    if (bytes.len - at > size)
        return fits(regex, at, char_start(bytes, at + size), code);
    return fits(regex, at, bytes.len, code);
}

hxp_status hxp_srx_regex_try(hxp_srx_regex_result *result, hxp_srx_regex *regex,
                             const hxp_srx_regex_text *text, size_t at,
                             hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    *result = regex->pattern.len == 0 ? HXP_SRX_REGEX_YES : HXP_SRX_REGEX_NO;
    if (regex->pattern.len == 0)
        return HXP_OK;
    hxp_status status = look_at(regex, text, error);
    if (status != HXP_OK)
        return status;
    uregex_setMatchCallback(regex->icu, tick, &regex, &code);
    bool fit = regex->side == HXP_SRX_BEFORE && at > NEAR &&
               fits_within(regex, at, NEAR, &code);
    if (!fit)
        fit = fits_within(regex, at, HXP_SRX_REGEX_WINDOW, &code);
    if (code == U_REGEX_STOPPED_BY_CALLER || code == U_REGEX_STACK_OVERFLOW) {
        *result = HXP_SRX_REGEX_TOO_MUCH;
        return HXP_OK;
    }
    if (fit)
        *result = HXP_SRX_REGEX_YES;
    return hxp_icu_status(code, error);
}

void hxp_srx_regex_free(hxp_srx_regex *regex)
{
    uregex_close(regex->icu);
    regex->icu = NULL;
}
