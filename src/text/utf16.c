/* utf16.c - tells UTF-16 without a byte order mark. */
#include "text/utf16.h"

#include "base/str.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

/** True when many bytes are controls, but for white space: halves of blanks,
 * of stops in Chinese, of all letters of most alphabets. */
static bool has_controls(hxp_str bytes)
{
    enum { ONE_IN = 50 };
    size_t count = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char c = (unsigned char)bytes.ptr[i];
        if (c < '\t' || (c > '\r' && c < ' ' && c != '\033'))
            count++;
    }
    return count * ONE_IN > bytes.len;
}

/** The script of a character; those that Japanese and Korean mix are one. */
static int script_of(int32_t c)
{
    UErrorCode code = U_ZERO_ERROR;
    UScriptCode script = uscript_getScript(c, &code);
    bool mixed = script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
                 script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
    return mixed ? USCRIPT_HAN : (int)script;
}

/** How many characters of text, of 100, are of one script or of all, plus how
 * many are ASCII, as blanks are; 0 when there are any that no text has. Two
 * letters of ASCII look like one of Chinese, which does not count then. */
static int count_share(hxp_str text, bool ascii_bytes)
{
    size_t scripts[USCRIPT_CODE_LIMIT] = { 0 };
    size_t count = 0, most = 0, ascii = 0;
    for (size_t at = 0; at < text.len; count++) {
        int32_t c = hxp_utf8_next(text, &at);
        bool white = c >= '\t' && c <= '\r';
        if (c < 0 || !(white || u_isprint(c) || c == 0xFEFF))
            return 0;
        ascii += c < 0x80;
        int script = script_of(c);
        if (script >= 0 && script < USCRIPT_CODE_LIMIT)
            scripts[script]++;
    }
    if (ascii_bytes)
        scripts[USCRIPT_HAN] = 0;
    for (int i = USCRIPT_INHERITED + 1; i < USCRIPT_CODE_LIMIT; i++)
        most = scripts[i] > most ? scripts[i] : most;
    most += scripts[USCRIPT_COMMON] + scripts[USCRIPT_INHERITED];
    return count > 0 ? (int)(100 * (most + ascii) / count) : 0;
}

static int share_in(const char *encoding, hxp_str bytes)
{
    hxp_buffer text = { NULL, 0, 0 };
    int share = 0;
    if (hxp_decode_beginning(&text, bytes, encoding))
        share = count_share(hxp_buffer_str(&text),
                            hxp_ascii_end(bytes, 0) == bytes.len);
    hxp_buffer_free(&text);
    return share;
}

const char *hxp_utf16_guess(hxp_str bytes)
{
    enum { MOST_OF_IT = 80, LEAST = 8, ENOUGH = 1 << 14 };
    bytes = hxp_str_part(bytes, 0, bytes.len < ENOUGH ? bytes.len : ENOUGH);
    if (bytes.len < LEAST || !has_controls(bytes))
        return NULL;
    int little = share_in("UTF-16LE", bytes);
    int big = share_in("UTF-16BE", bytes);
    if (little < MOST_OF_IT && big < MOST_OF_IT)
        return NULL;
    return little >= big ? "UTF-16LE" : "UTF-16BE";
}
