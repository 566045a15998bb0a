/* encoding.c - marks, zeros, validity; then languages, or ICU's detector. */
#include "text/encoding.h"

#include "base/str.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdio.h>
#include <unicode/ucsdet.h>

/* Bytes that are looked at for zeros, and by the detector. */
enum { ZEROS = 1024, DETECTED = 1 << 16 };

/** UTF-16 without a mark: most characters have a zero on the same side. */
static const char *by_zeros(hxp_str bytes)
{
    size_t zeros[2] = { 0, 0 };
    size_t len = bytes.len < ZEROS ? bytes.len / 2 * 2 : ZEROS;
    for (size_t i = 0; i < len; i++)
        zeros[i % 2] += bytes.ptr[i] == '\0';
    if (zeros[1] > len / 4 && zeros[0] == 0)
        return "UTF-16LE";
    return zeros[0] > len / 4 && zeros[1] == 0 ? "UTF-16BE" : NULL;
}

static const char western[] = "windows-1252";

/** The encoding of one of the languages; NULL: no language is known. */
static const char *by_languages(const hxp_str *tags, size_t count)
{
    static const struct {
        const char *languages, *encoding;
    } usual[] = {
        { " bs cs hr hu pl ro sk sl sq ", "windows-1250" },
        { " be bg kk mk mn ru sr uk ", "windows-1251" },
        { " el ", "windows-1253" },
        { " az tr ", "windows-1254" },
        { " he yi ", "windows-1255" },
        { " ar fa ur ", "windows-1256" },
        { " et lt lv ", "windows-1257" },
        { " vi ", "windows-1258" },
        { " ja ", "windows-31j" },
        { " ko ", "windows-949" },
        { " zh ", "gb18030" },
        { " th ", "windows-874" },
    };
    const char *found = NULL;
    for (size_t i = 0; i < count; i++) {
        char word[HXP_TAG_SIZE + 2];
        hxp_str language = hxp_tag_primary(tags[i]);
        if (language.len == 0 || language.len >= HXP_TAG_SIZE)
            continue;
        found = found ? found : western;
        snprintf(word, sizeof word, " %.*s ", HXP_FMT(language));
        for (size_t k = 0; k < sizeof usual / sizeof *usual; k++)
            if (strstr(usual[k].languages, word))
                found = usual[k].encoding;
    }
    return found;
}

/** What the detector finds, unless it is not valid as that. */
static void by_letters(char *name, hxp_str bytes)
{
    static const struct {
        const char *part, *whole; /* Windows extends the others */
    } extended[] = { { "ISO-8859-1", western },
                     { "ISO-8859-2", "windows-1250" },
                     { "ISO-8859-9", "windows-1254" } };
    UErrorCode code = U_ZERO_ERROR;
    int32_t len = (int32_t)(bytes.len < DETECTED ? bytes.len : DETECTED);
    const char *found = NULL;
    UCharsetDetector *detector = ucsdet_open(&code);
    ucsdet_setText(detector, bytes.ptr, len, &code);
    const UCharsetMatch *match = ucsdet_detect(detector, &code);
    if (U_SUCCESS(code) && match)
        found = ucsdet_getName(match, &code);
    if (!found || strncmp(found, "UTF", 3) == 0)
        found = western;
    for (size_t i = 0; i < sizeof extended / sizeof *extended; i++)
        if (strcmp(found, extended[i].part) == 0)
            found = extended[i].whole;
    snprintf(name, HXP_ENCODING_SIZE, "%s", found);
    ucsdet_close(detector);
}

bool hxp_encoding_guess(char *name, hxp_str bytes, const hxp_str *tags,
                        size_t count)
{
    size_t length;
    const char *found = hxp_encoding_of_mark(bytes, &length);
    if (!found)
        found = by_zeros(bytes);
    if (!found && hxp_utf8_invalid(bytes) == bytes.len)
        found = "UTF-8";
    bool sure = found != NULL;
    if (!sure)
        found = by_languages(tags, count);
    if (found)
        snprintf(name, HXP_ENCODING_SIZE, "%s", found);
    else
        by_letters(name, bytes);
    return sure;
}
