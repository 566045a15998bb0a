/* symbol_font.c - what the characters of fonts with an order of their own are.
 */
#include "formats/office/symbol_font.h"

#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

/* Characters of a font from a code on, one after another; a blank: none. */
typedef struct font_range {
    const char *font;
    long first;
    const char *characters;
} font_range;

/* Symbol as in Adobe's table for Unicode (symbol.txt). */
static const font_range ranges[] = {
    { "Symbol", 0x21,
      "!∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_" },
    { "Symbol", 0x61, "αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼" },
    { "Symbol", 0xA0,
      "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…  "
      "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑" },
    { "Symbol", 0xF1, "⟩∫" },
    { "Wingdings", 0x4A, "☺😐☹" },
    { "Wingdings", 0x6C, "●❍■□" },
    { "Wingdings", 0x76, "❖" },
    { "Wingdings", 0xA7, "▪◻" },
    { "Wingdings", 0xD8, "➢" },
    { "Wingdings", 0xDF, "←→↑↓" },
    { "Wingdings", 0xE8, "➔" },
    { "Wingdings", 0xFB, "✗✓☒☑" },
};

static bool is_private(long c)
{
    return c >= 0xE000 && c <= 0xF8FF;
}

/** Character number i of text, or 0. */
static int32_t character_at(hxp_str text, long i)
{
    size_t at = 0;
    int32_t c = 0;
    for (; i >= 0 && at < text.len; i--)
        c = hxp_utf8_next(text, &at);
    return i >= 0 || c == ' ' ? 0 : c;
}

int32_t hxp_symbol_of_font(hxp_str font, hxp_str code)
{
    enum { PLAIN = 0xF000, LAST = 0x10FFFF };
    bool ordered = false;
    char *end;
    long c = code.len > 0 && code.len <= 6 ? strtol(code.ptr, &end, 16) : 0;
    long own = is_private(c) ? c - PLAIN : c;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        const font_range *range = &ranges[i];
        if (!hxp_str_is_nocase(font, range->font))
            continue;
        ordered = true;
        int32_t found = own >= range->first
                            ? character_at(hxp_str_of(range->characters),
                                           own - range->first)
                            : 0;
        if (found > 0)
            return found;
    }
    ordered |= hxp_str_starts(font, HXP_STR("Wingdings")) ||
               hxp_str_starts(font, HXP_STR("Webdings"));
    bool none = ordered || is_private(c) || c < 0x20 || c > LAST ||
                (c >= 0xD800 && c <= 0xDFFF);
    return none ? 0 : (int32_t)c;
}
