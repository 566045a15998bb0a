/* translated.c - is there a translation, and is it more than a copy? */
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "check/tokens.h"
#include "text/small_words.h"
#include "text/utf8.h"

/** The words of a text, as far as they show that it is in a language. */
typedef struct word_kinds {
    size_t small; /* that begin with a small letter */
    size_t large; /* the others, but for acronyms */
} word_kinds;

/** Move *at behind the word there; note its kind in kinds. */
static void take_word(word_kinds *kinds, hxp_str text, size_t *at)
{
    size_t start = *at, letters = 0, capitals = 0;
    bool plain = true;
    int32_t first = 0;
    while (*at < text.len) {
        size_t before = *at;
        int32_t c = hxp_utf8_next(text, at);
        if (!hxp_char_is_alnum(c) && c != '_' && c != '-') {
            *at = before > start ? before : *at;
            break;
        }
        if (letters++ == 0)
            first = c;
        capitals += hxp_char_is_upper(c);
        plain &= c != '_' && hxp_char_digit(c) < 0;
    }
    if (letters < 2 || !plain || capitals > 1)
        return;
    if (hxp_char_is_upper(first))
        kinds->large++;
    else
        kinds->small++;
}

/** The words of text outside addresses, placeholders and tags. */
static word_kinds kinds_of(hxp_str text)
{
    word_kinds kinds = { 0, 0 };
    for (size_t at = 0; at < text.len;) {
        size_t end = hxp_token_end(text, at);
        if (end > at)
            at = end;
        else
            take_word(&kinds, text, &at);
    }
    return kinds;
}

/** True when white space stands within text: else it is code, or one word. */
static bool has_blank(hxp_str text)
{
    text = hxp_utf8_trim(text);
    for (size_t at = 0; at < text.len;)
        if (hxp_char_is_space(hxp_utf8_next(text, &at)))
            return true;
    return false;
}

/**
 * True when text says something in a language. One word may be a word of both,
 * and most words of names begin with a capital.
 */
static bool is_language(hxp_str text)
{
    word_kinds kinds = kinds_of(text);
    return kinds.small > 0 && kinds.small >= kinds.large &&
           kinds.small + kinds.large > 1 && has_blank(text);
}

/** True for an option of a command: -x, --name. */
static bool is_option(hxp_str word)
{
    size_t dashes = 0;
    while (dashes < word.len && dashes < 2 && word.ptr[dashes] == '-')
        dashes++;
    int32_t c = hxp_utf8_at(word, dashes, ' ');
    return dashes > 0 && c < 0x80 && hxp_char_is_alnum(c) &&
           hxp_char_digit(c) < 0;
}

/** True for a command line: it has options, and no word joins its words. */
static bool is_command(hxp_str text, const hxp_language *language)
{
    hxp_str word;
    bool option = false;
    while (hxp_str_cut(&text, ' ', &word)) {
        char small[32];
        option = option || is_option(word);
        if (hxp_is_small_word(language,
                              hxp_str_small(word, small, sizeof small)))
            return false;
    }
    return option;
}

static bool is_blank(hxp_str text)
{
    return hxp_utf8_trim(text).len == 0;
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_str from = hxp_check_text(source), to = hxp_check_text(target);
    if (is_blank(to)) {
        word_kinds kinds = kinds_of(from);
        if (kinds.small + kinds.large == 0)
            return HXP_OK;
        hxp_finding finding =
            hxp_check_finding(HXP_CHECK_SEG_UNTRANSLATED, target);
        return hxp_check_tell(state, &finding, error, "not translated");
    }
    if (!hxp_str_equal(hxp_utf8_trim(from), hxp_utf8_trim(to)) ||
        !(source->signs & (HXP_SIGN_LETTER | HXP_SIGN_BEYOND)) ||
        !is_language(from) || is_command(from, source->language))
        return HXP_OK;
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_IDENTICAL, target);
    return hxp_check_tell(state, &finding, error,
                          "the translation is the same as the source");
}

const hxp_check_family hxp_check_translated = { HXP_CHECK_SEG_UNTRANSLATED,
                                                HXP_CHECK_SEG_IDENTICAL,
                                                hxp_check_open_plain,
                                                NULL,
                                                take_target,
                                                NULL,
                                                hxp_check_close_plain };
