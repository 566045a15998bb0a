/* count.c - counts words as translators do. */
#include "text/count.h"

#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

bool hxp_char_is_unspaced(int32_t c)
{
    if (c < 0x3000)
        return false;
    UErrorCode code = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &code);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
           script == USCRIPT_KATAKANA || c == 0x30FC; /* both kana have that */
}

size_t hxp_count_words(hxp_str text)
{
    size_t words = 0;
    bool inside = false; /* a word that is counted already */
    for (size_t at = 0; at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        if (c == HXP_UTF8_INVALID || hxp_char_is_space(c)) {
            inside = false;
        } else if (hxp_char_is_unspaced(c)) {
            words++;
            inside = false;
        } else if (!inside && hxp_char_is_alnum(c)) {
            words++;
            inside = true;
        }
    }
    return words;
}

size_t hxp_count_width(hxp_str text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.len; width++) {
        int32_t c = hxp_utf8_next(text, &at);
        if (c >= 0x1100) {
            int kind = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
            width += kind == U_EA_WIDE || kind == U_EA_FULLWIDTH;
        }
    }
    return width;
}
