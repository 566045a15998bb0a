/* clean_rules.c - the rules of cleaning, each on its own. */
#include "base/error.h"
#include "base/str.h"
#include "filter/clean.h"
#include "filter/fingerprint.h"
#include "filter/numbers.h"
#include "text/count.h"
#include "text/utf8.h"

enum { SHORT = 20 }; /* texts of that width may differ much in length */

static const hxp_clean_rule rules[HXP_CLEAN_COUNT] = {
    { "control-characters", "a text has control characters", true },
    { "empty", "a text is empty", true },
    { "codes-only", "a text has inline codes but no letter or digit", true },
    { "wrong-language", "a text is in another language than it says", false },
    { "same-as-source", "a translation is its source, letters and all", false },
    { "length-ratio", "source or translation is much longer", false },
    { "numbers-differ", "a translation has other numbers", false },
    { "untranslated", "a unit has no translation", true },
    { "duplicates", "a unit equals an earlier one", true },
    { "duplicates-normalised",
      "a unit equals an earlier one but for case, white space, kinds of quotes "
      "and dashes, and inline codes",
      false },
};

const hxp_clean_rule *hxp_clean_rules(size_t *count)
{
    *count = HXP_CLEAN_COUNT;
    return rules;
}

/* --- One text ------------------------------------------------------------- */

/** True for C0 and C1 controls but tab and line ends, and noncharacters. */
static bool is_control(int32_t c)
{
    return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
           (c >= 0x7F && c < 0xA0 && c != 0x85) || c == 0xFFFE || c == 0xFFFF;
}

static bool has_control(hxp_str text)
{
    for (size_t at = 0; at < text.len;)
        if (is_control(hxp_utf8_next(text, &at)))
            return true;
    return false;
}

static bool has_alnum(hxp_str text)
{
    for (size_t at = 0; at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        if (c != HXP_UTF8_INVALID && hxp_char_is_alnum(c))
            return true;
    }
    return false;
}

hxp_clean_id hxp_clean_text(const hxp_clean_tools *tools,
                            const hxp_variant *variant)
{
    const hxp_content *content = &variant->content;
    const bool *on = tools->on;
    if (on[HXP_CLEAN_CONTROL] && has_control(content->text))
        return HXP_CLEAN_CONTROL;
    if (on[HXP_CLEAN_EMPTY] && content->code_count == 0 &&
        hxp_utf8_trim(content->text).len == 0)
        return HXP_CLEAN_EMPTY;
    if (on[HXP_CLEAN_CODES_ONLY] && content->code_count > 0 &&
        !has_alnum(content->text))
        return HXP_CLEAN_CODES_ONLY;
    if (on[HXP_CLEAN_WRONG_LANGUAGE] &&
        hxp_guess_foreign(tools->guesser, variant->language, content->text))
        return HXP_CLEAN_WRONG_LANGUAGE;
    return HXP_CLEAN_COUNT;
}

/* --- A source and a translation ------------------------------------------- */

static bool has_letter(hxp_str text)
{
    for (size_t at = 0; at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        if (hxp_char_is_lower(c) || hxp_char_is_upper(c) ||
            (c >= 0x80 && hxp_char_is_alnum(c)))
            return true;
    }
    return false;
}

static bool is_same(hxp_str source, hxp_str target)
{
    source = hxp_utf8_trim(source);
    return hxp_str_equal(source, hxp_utf8_trim(target)) && has_letter(source);
}

static bool breaks_ratio(double most, hxp_str source, hxp_str target)
{
    size_t a = hxp_count_width(source), b = hxp_count_width(target);
    size_t longer = a > b ? a : b, shorter = a > b ? b : a;
    return longer > SHORT && (double)longer > most * (double)shorter;
}

hxp_status hxp_clean_pair(hxp_clean_id *rule, hxp_clean_tools *tools,
                          const hxp_variant *source, const hxp_variant *target,
                          hxp_error *error)
{
    hxp_str from = source->content.text, to = target->content.text;
    bool equal = true;
    hxp_status status = HXP_OK;
    *rule = HXP_CLEAN_COUNT;
    if (tools->on[HXP_CLEAN_SAME] && is_same(from, to))
        *rule = HXP_CLEAN_SAME;
    else if (tools->on[HXP_CLEAN_RATIO] &&
             breaks_ratio(tools->max_ratio, from, to))
        *rule = HXP_CLEAN_RATIO;
    else if (tools->on[HXP_CLEAN_NUMBERS])
        status = hxp_same_numbers(&equal, &tools->arena, from, to, error);
    if (!equal)
        *rule = HXP_CLEAN_NUMBERS;
    return status;
}

/* --- Units ---------------------------------------------------------------- */

enum { FOLDED = 1 << 20 }; /* larger texts are compared as they are */

/** Add text folded, each stretch of white space as one blank. */
static hxp_status add_folded(hxp_hasher *hasher, hxp_clean_tools *tools,
                             hxp_str text, hxp_error *error)
{
    hxp_str folded;
    size_t len = 0;
    if (text.len > FOLDED) {
        hxp_hasher_add(hasher, text);
        return HXP_OK;
    }
    hxp_status status =
        hxp_fold(&folded, &tools->folder, &tools->arena, text, error);
    if (status != HXP_OK)
        return status;
    folded = hxp_utf8_trim(folded);
    char *plain = hxp_arena_alloc(&tools->arena, folded.len + 1, 1);
    if (!plain)
        return hxp_no_memory(error);
    for (size_t at = 0; at < folded.len;) {
        size_t before = at;
        if (hxp_char_is_space(hxp_utf8_next(folded, &at))) {
            if (plain[len - 1] != ' ')
                plain[len++] = ' ';
            continue;
        }
        memcpy(plain + len, folded.ptr + before, at - before);
        len += at - before;
    }
    hxp_hasher_add(hasher, (hxp_str){ plain, len });
    return HXP_OK;
}

static hxp_status hash_folded(hxp_hash *hash, hxp_clean_tools *tools,
                              const hxp_unit *unit, hxp_error *error)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < unit->variant_count; i++) {
        hxp_fingerprint_tag(&hasher, unit->variants[i].language);
        status =
            add_folded(&hasher, tools, unit->variants[i].content.text, error);
    }
    *hash = hxp_hasher_finish(&hasher);
    return status;
}

static hxp_status look_up(bool *found, hxp_hash_map *map, hxp_hash hash,
                          hxp_error *error)
{
    return hxp_hash_map_add(map, hash, found) ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_clean_unit(hxp_clean_id *rule, hxp_clean_tools *tools,
                          const hxp_unit *unit, hxp_error *error)
{
    bool exact = false, folded = false;
    hxp_status status = HXP_OK;
    hxp_hash hash;
    if (tools->on[HXP_CLEAN_DUPLICATES])
        status =
            look_up(&exact, &tools->seen, hxp_fingerprint_unit(unit), error);
    if (status == HXP_OK && !exact && tools->on[HXP_CLEAN_NORMALISED]) {
        status = hash_folded(&hash, tools, unit, error);
        if (status == HXP_OK)
            status = look_up(&folded, &tools->normalised, hash, error);
    }
    *rule = exact    ? HXP_CLEAN_DUPLICATES
            : folded ? HXP_CLEAN_NORMALISED
                     : HXP_CLEAN_COUNT;
    return status;
}
