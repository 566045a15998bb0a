/* spaces.c - white space: doubled, at the ends, and beside marks as the
 * language wants it. */
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "check/tokens.h"
#include "text/language.h"
#include "text/utf8.h"

#include <stdio.h>

static bool is_mark(int32_t c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?';
}

static bool is_letter(int32_t c)
{
    return hxp_char_is_alnum(c) && hxp_char_digit(c) < 0;
}

/** The marks that language wants white space before, or after opening ones. */
static hxp_str spaced_marks(const hxp_language *language)
{
    const char *tag = hxp_language_tag(language);
    const char *region = strrchr(tag, '-');
    const char *setting = NULL;
    char key[HXP_TAG_SIZE + 16];
    if (region) {
        snprintf(key, sizeof key, "spaced-marks%s", region);
        setting = hxp_language_setting(language, key);
    }
    if (!setting)
        setting = hxp_language_setting(language, "spaced-marks");
    return hxp_str_of(setting ? setting : "");
}

static bool has_mark(hxp_str list, hxp_str mark)
{
    for (size_t at = 0; at + mark.len <= list.len; at++)
        if (list.ptr[at] == mark.ptr[0] &&
            memcmp(list.ptr + at, mark.ptr, mark.len) == 0)
            return true;
    return false;
}

/** True when the mark at byte at ends a clause: no letter stands behind it. */
static bool ends_clause(hxp_str text, size_t at)
{
    int32_t c = hxp_utf8_at(text, at + 1, ' ');
    return hxp_char_is_space(c) || c == '"' || c == 0xBB || c == 0x201D ||
           c == 0x2019 || c == '<';
}

/** True when the mark at byte at parts what stands around it. */
static bool parts_clauses(hxp_str text, size_t at)
{
    return ends_clause(text, at) ||
           (text.ptr[at] == ',' && is_letter(hxp_utf8_at(text, at + 1, ' ')));
}

/** Where a mark stands behind white space that it must not have, or len. */
static size_t find_detached(const hxp_check_side *side)
{
    hxp_str text = hxp_check_text(side);
    if (!(side->signs & HXP_SIGN_DETACHED))
        return text.len;
    hxp_str spaced = spaced_marks(side->language);
    for (size_t at = 1;
         (at = hxp_sign_next(text, at, HXP_SIGN_STOP)) < text.len; at++) {
        size_t gap = at;
        if (!hxp_char_is_space(hxp_utf8_before(text, at, 0)) ||
            has_mark(spaced, hxp_str_part(text, at, at + 1)) ||
            !parts_clauses(text, at))
            continue;
        hxp_utf8_previous(text, &gap);
        int32_t c = hxp_utf8_before(text, gap, 0);
        if (c != 0 && c != '\n' && c != 0xAB /* « . » */ && !is_mark(c))
            return at;
    }
    return text.len;
}

/** True for what a spaced mark may follow without white space. */
static bool may_touch(int32_t c)
{
    return c == 0 || hxp_char_is_space(c) || c == '(' || c == '[' || c == '"' ||
           c == '\'' || c == 0x2026 || is_mark(c);
}

/** True when the word that the mark at byte at to end touches is in source. */
static bool is_copied(hxp_str text, size_t at, size_t end, hxp_str source)
{
    size_t start = at, behind_space = at;
    while (start > 0 &&
           !hxp_char_is_space(hxp_utf8_previous(text, &behind_space)))
        start = behind_space;
    hxp_str word = hxp_str_part(text, start, end);
    for (size_t i = 0; i + word.len <= source.len; i++)
        if (memcmp(source.ptr + i, word.ptr, word.len) == 0)
            return true;
    return false;
}

/** True when byte at of text is inside an address, a placeholder or a tag. */
static bool is_in_token(hxp_str text, size_t at)
{
    for (size_t i = 0; i <= at; i++) {
        size_t end = hxp_token_end(text, i);
        if (end > at)
            return true;
        i = end > i ? end - 1 : i;
    }
    return false;
}

/** True when the mark c, bytes at to end of text, should not touch so. */
static bool touches(hxp_str text, size_t at, size_t end, hxp_str source)
{
    int32_t c = hxp_utf8_at(text, at, ' ');
    if (c == 0xAB)
        return hxp_char_is_alnum(hxp_utf8_at(text, end, ' '));
    if (c == 0xBB)
        return hxp_char_is_alnum(hxp_utf8_before(text, at, 0));
    return ends_clause(text, at) && !may_touch(hxp_utf8_before(text, at, 0)) &&
           !is_copied(text, at, end, source);
}

/** Where a mark lacks the white space that it should have, or len. */
static size_t find_attached(hxp_str text, hxp_str spaced, hxp_str source)
{
    const unsigned kinds = HXP_SIGN_STOP | HXP_SIGN_QUOTE;
    for (size_t at = 0; (at = hxp_sign_next(text, at, kinds)) < text.len;
         at++) {
        char c = text.ptr[at];
        size_t end = at + 1;
        if (!is_mark(c) && c != '\xC2') /* as « and » begin */
            continue;
        end += c == '\xC2' && end < text.len;
        if (c == ';' && hxp_ends_entity(text, end))
            continue;
        if (has_mark(spaced, hxp_str_part(text, at, end)) &&
            touches(text, at, end, source) && !is_in_token(text, at))
            return at;
    }
    return text.len;
}

/** Where two blanks stand in a row within the text of side, or len. */
static size_t find_doubled(const hxp_check_side *side)
{
    hxp_str text = hxp_check_text(side);
    const char *at = side->signs & HXP_SIGN_DOUBLED ? text.ptr : NULL;
    const char *end = text.ptr + text.len;
    while (at && (at = memchr(at, ' ', (size_t)(end - at))) != NULL) {
        const char *start = at;
        while (at < end && *at == ' ')
            at++;
        if (at - start > 1 && start > text.ptr && at < end &&
            start[-1] != '\n' && *at != '\n')
            return (size_t)(start - text.ptr);
    }
    return text.len;
}

/** True when the stop at byte at follows a word: two small letters at least. */
static bool follows_word(hxp_str text, size_t at)
{
    return hxp_char_is_lower(hxp_utf8_before(text, at, 0)) &&
           hxp_utf8_previous(text, &at) &&
           hxp_char_is_lower(hxp_utf8_before(text, at, 0));
}

/** True when a word with a capital begins at byte at: "Then", but no "NET". */
static bool begins_sentence(hxp_str text, size_t at)
{
    return at < text.len && hxp_char_is_upper(hxp_utf8_next(text, &at)) &&
           hxp_char_is_lower(hxp_utf8_at(text, at, ' '));
}

/**
 * Where a sentence ends within text, after white space when spaced: the byte at
 * which the next one begins, from byte at on; or len.
 */
static size_t next_sentence(hxp_str text, size_t at, bool spaced)
{
    for (; (at = hxp_sign_next(text, at, HXP_SIGN_STOP)) < text.len; at++) {
        size_t next = at + 1;
        char c = text.ptr[at];
        if ((c != '.' && c != '!' && c != '?') || !follows_word(text, at))
            continue;
        while (spaced && next < text.len &&
               hxp_char_is_space(hxp_utf8_at(text, next, ' ')))
            hxp_utf8_next(text, &next);
        if ((next > at + 1) == spaced && begins_sentence(text, next))
            return next;
    }
    return text.len;
}

/**
 * Where a sentence begins right behind another one though those of source have
 * white space in between, or len: "Stop.Wait". What source has so may be a
 * name.
 */
static size_t find_joined(const hxp_check_side *target, hxp_str source)
{
    hxp_str text = hxp_check_text(target);
    if (!(target->signs & HXP_SIGN_ATTACHED))
        return text.len;
    size_t at = next_sentence(text, 0, false);
    if (at == text.len || next_sentence(source, 0, false) < source.len ||
        hxp_check_has_code(target, at, at) || is_in_token(text, at - 1))
        return text.len;
    size_t here = 0, there = 0;
    for (size_t i = 0; (i = next_sentence(text, i, true)) < text.len;)
        here++;
    for (size_t i = 0; (i = next_sentence(source, i, true)) < source.len;)
        there++;
    return here < there ? at : text.len;
}

static bool starts_blank(hxp_str text)
{
    return text.len > 0 && hxp_char_is_space(hxp_utf8_at(text, 0, ' '));
}

static bool ends_blank(hxp_str text)
{
    return text.len > 0 &&
           hxp_char_is_space(hxp_utf8_before(text, text.len, 0));
}

/** Start a finding about bytes at to end of the target. */
static hxp_finding start(const hxp_check_side *target, size_t at, size_t end)
{
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_SPACE, target);
    hxp_check_point(&finding, target, at, end);
    return finding;
}

static hxp_status check_ends(hxp_finding_sink *findings, hxp_str from,
                             const hxp_check_side *target, hxp_error *error)
{
    hxp_str text = hxp_check_text(target);
    hxp_status status = HXP_OK;
    if (starts_blank(from) != starts_blank(text)) {
        hxp_finding finding = start(target, 0, starts_blank(text) ? 1 : 0);
        status = hxp_check_tell(findings, &finding, error,
                                "begins %s white space, other than the source",
                                starts_blank(text) ? "with" : "without");
    }
    if (status == HXP_OK && ends_blank(from) != ends_blank(text)) {
        size_t last = text.len;
        hxp_utf8_previous(text, &last);
        hxp_finding finding =
            start(target, ends_blank(text) ? last : text.len, text.len);
        status = hxp_check_tell(findings, &finding, error,
                                "ends %s white space, other than the source",
                                ends_blank(text) ? "with" : "without");
    }
    return status;
}

static hxp_status check_marks(hxp_finding_sink *findings,
                              const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_str from = hxp_check_text(source), text = hxp_check_text(target);
    size_t at = find_detached(target);
    hxp_status status = HXP_OK;
    if (at < text.len && !hxp_check_has_code(target, at - 1, at) &&
        find_detached(source) == from.len) {
        hxp_finding finding = start(target, at, at + 1);
        status = hxp_check_tell(findings, &finding, error,
                                "a space stands before \"%c\"", text.ptr[at]);
    }
    hxp_str spaced = spaced_marks(target->language);
    at = spaced.len > 0 ? find_attached(text, spaced, from) : text.len;
    if (status == HXP_OK && at < text.len) {
        size_t end = at;
        bool opening = hxp_utf8_next(text, &end) == 0xAB;
        hxp_finding finding = start(target, at, end);
        status = hxp_check_tell(findings, &finding, error,
                                "no space stands %s \"%.*s\"",
                                opening ? "behind" : "before",
                                HXP_FMT(hxp_str_part(text, at, end)));
    }
    at = find_joined(target, from);
    if (status == HXP_OK && at < text.len) {
        hxp_finding finding = start(target, at - 1, at);
        status =
            hxp_check_tell(findings, &finding, error,
                           "no space stands behind \"%c\"", text.ptr[at - 1]);
    }
    return status;
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_str from = hxp_check_text(source), text = hxp_check_text(target);
    if (hxp_utf8_trim(text).len == 0 || hxp_utf8_trim(from).len == 0)
        return HXP_OK;
    hxp_status status = check_ends(state, from, target, error);
    size_t doubled = find_doubled(target);
    if (status == HXP_OK && doubled < text.len &&
        !hxp_check_has_code(target, doubled, doubled + 2) &&
        find_doubled(source) == from.len) {
        hxp_finding finding = start(target, doubled, doubled + 2);
        status = hxp_check_tell(state, &finding, error, "two spaces in a row");
    }
    if (status == HXP_OK &&
        (target->signs & (HXP_SIGN_STOP | HXP_SIGN_BEYOND)) &&
        hxp_language_has_data(target->language))
        status = check_marks(state, source, target, error);
    return status;
}

const hxp_check_family hxp_check_spaces = {
    HXP_CHECK_SEG_SPACE,  HXP_CHECK_SEG_SPACE,
    hxp_check_open_plain, NULL,
    take_target,          NULL,
    hxp_check_close_plain
};
