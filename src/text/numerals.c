/* numerals.c - numbers in figures and in words, by ICU. */
#include "text/numerals.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/fold.h"
#include "text/icu.h"
#include "text/language.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/udat.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

/* Numbers whose words are kept; characters of one; forms of one. */
enum { KEPT = 101, LONGEST = 256, FORMS = 48 };

/** A number's forms: folded, without accents, blanks and hyphens. */
typedef struct forms {
    hxp_arena *arena; /* owns what items hold */
    hxp_str *items;
    size_t count;
} forms;

struct hxp_numerals {
    const hxp_language *language;
    char tag[HXP_TAG_SIZE];
    int32_t decimal, grouping;
    hxp_folder folder;
    hxp_arena arena;      /* owns what is kept */
    hxp_arena work;       /* of one call */
    UNumberFormat *words; /* NULL: not needed yet */
    UChar *rule_sets;     /* names, each with a semicolon behind */
    forms kept[KEPT];
};

/** The first character of a symbol, any space as U+00A0. */
static int32_t symbol(const UNumberFormat *format, UNumberFormatSymbol which,
                      int32_t otherwise)
{
    UChar text[16];
    UErrorCode code = U_ZERO_ERROR;
    int32_t len = unum_getSymbol(format, which, text, 16, &code);
    if (U_FAILURE(code) || len == 0)
        return otherwise;
    if (hxp_char_is_space(text[0]))
        return 0xA0;
    return text[0] == 0x2019 ? '\'' : text[0];
}

hxp_status hxp_numerals_new(hxp_numerals **out, const hxp_language *language,
                            hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    hxp_numerals *numerals = calloc(1, sizeof *numerals);
    *out = NULL;
    if (!numerals)
        return hxp_no_memory(error);
    numerals->language = language;
    snprintf(numerals->tag, sizeof numerals->tag, "%s",
             hxp_language_tag(language));
    hxp_status status = hxp_folder_init(&numerals->folder, error);
    UNumberFormat *format =
        unum_open(UNUM_DECIMAL, NULL, 0, numerals->tag, NULL, &code);
    if (status == HXP_OK)
        status = hxp_icu_status(code, error);
    if (status == HXP_OK) {
        numerals->decimal = symbol(format, UNUM_DECIMAL_SEPARATOR_SYMBOL, '.');
        numerals->grouping =
            symbol(format, UNUM_GROUPING_SEPARATOR_SYMBOL, ',');
        *out = numerals;
    } else {
        hxp_numerals_free(numerals);
    }
    unum_close(format);
    return status;
}

void hxp_numerals_free(hxp_numerals *numerals)
{
    if (!numerals)
        return;
    unum_close(numerals->words);
    free(numerals->rule_sets);
    hxp_folder_free(&numerals->folder);
    hxp_arena_free(&numerals->arena);
    hxp_arena_free(&numerals->work);
    free(numerals);
}

int32_t hxp_numerals_decimal(const hxp_numerals *numerals)
{
    return numerals->decimal;
}

int32_t hxp_numerals_grouping(const hxp_numerals *numerals)
{
    return numerals->grouping;
}

hxp_status hxp_numerals_same_form(bool *same, const hxp_numerals *numerals,
                                  double a, double b, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    UChar names[2][LONGEST];
    UPluralRules *rules = uplrules_open(numerals->tag, &code);
    uplrules_select(rules, a, names[0], LONGEST, &code);
    uplrules_select(rules, b, names[1], LONGEST, &code);
    uplrules_close(rules);
    *same = U_SUCCESS(code) && u_strcmp(names[0], names[1]) == 0;
    return hxp_icu_status(code, error);
}

/* --- Numbers in words ----------------------------------------------------- */

static bool parts_words(char c)
{
    return c == ' ' || c == '-';
}

/** Fold text, into the arena of the call. */
static hxp_status fold(hxp_str *bare, hxp_numerals *numerals, hxp_str text,
                       hxp_error *error)
{
    hxp_str folded;
    hxp_status status =
        hxp_fold(&folded, &numerals->folder, &numerals->work, text, error);
    if (status == HXP_OK)
        status = hxp_fold_bare(bare, &numerals->folder, &numerals->work, folded,
                               error);
    return status;
}

/** True when form was added before. */
static bool was_added(const forms *to, hxp_str form)
{
    for (size_t i = 0; i < to->count; i++)
        if (hxp_str_equal(to->items[i], form))
            return true;
    return false;
}

/** Add a form; what parts its words, and a full stop behind, is left out. */
static hxp_status add_words(forms *to, hxp_numerals *numerals, hxp_str words,
                            hxp_error *error)
{
    char form[LONGEST * 3];
    hxp_str bare;
    if (to->count == FORMS)
        return HXP_OK;
    hxp_status status = fold(&bare, numerals, words, error);
    if (status != HXP_OK)
        return status;
    size_t made = 0;
    for (size_t i = 0; i < bare.len && made < sizeof form; i++)
        if (!parts_words(bare.ptr[i]) && bare.ptr[i] != '.')
            form[made++] = bare.ptr[i];
    if (made < 2 || was_added(to, (hxp_str){ form, made }))
        return HXP_OK; /* a digit, or as good as nothing */
    return hxp_arena_copy(&to->items[to->count++], to->arena,
                          (hxp_str){ form, made })
               ? HXP_OK
               : hxp_no_memory(error);
}

/** The same for what ICU says. */
static hxp_status add_form(forms *to, hxp_numerals *numerals, const UChar *text,
                           int32_t len, hxp_error *error)
{
    char utf8[LONGEST * 3];
    int32_t bytes = 0;
    UErrorCode code = U_ZERO_ERROR;
    if (len <= 0)
        return HXP_OK;
    u_strToUTF8(utf8, sizeof utf8, &bytes, text, len, &code);
    hxp_status status = hxp_icu_status(code, error);
    return status == HXP_OK ? add_words(to, numerals,
                                        (hxp_str){ utf8, (size_t)bytes }, error)
                            : status;
}

/** Add what numerals.txt says of value: "dozen > 12". */
static hxp_status add_listed(forms *to, hxp_numerals *numerals, hxp_str value,
                             hxp_error *error)
{
    const hxp_word_list *list =
        hxp_language_list(numerals->language, "numerals");
    hxp_status status = HXP_OK;
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str own = hxp_word_list_entry(list, i), words, word;
        hxp_str_cut(&own, '>', &words);
        if (!hxp_str_equal(hxp_str_trim(own), value))
            continue;
        while (status == HXP_OK && hxp_str_cut(&words, ',', &word))
            status = add_words(to, numerals, hxp_str_trim(word), error);
    }
    return status;
}

/** Add "hundertzehn" for "einhundertzehn". */
static void add_shorter(forms *to, const hxp_numerals *numerals)
{
    const char *drops =
        hxp_language_setting(numerals->language, "numeral-drops");
    hxp_str one = hxp_str_of(drops ? drops : "");
    size_t count = to->count;
    for (size_t i = 0; one.len > 0 && i < count && to->count < FORMS; i++)
        if (to->items[i].len > one.len + 3 && hxp_str_starts(to->items[i], one))
            to->items[to->count++] =
                hxp_str_part(to->items[i], one.len, to->items[i].len);
}

/** Read the names of the ways to say numbers; Russian has some forty. */
static hxp_status read_rule_sets(hxp_numerals *numerals, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    int32_t len = unum_getTextAttribute(numerals->words, UNUM_PUBLIC_RULESETS,
                                        NULL, 0, &code);
    if (U_FAILURE(code) && code != U_BUFFER_OVERFLOW_ERROR)
        return hxp_icu_status(code, error);
    code = U_ZERO_ERROR;
    numerals->rule_sets = calloc((size_t)len + 1, sizeof(UChar));
    if (!numerals->rule_sets)
        return hxp_no_memory(error);
    unum_getTextAttribute(numerals->words, UNUM_PUBLIC_RULESETS,
                          numerals->rule_sets, len + 1, &code);
    return hxp_icu_status(code, error);
}

static hxp_status open_words(hxp_numerals *numerals, hxp_error *error)
{
    UErrorCode code = U_ZERO_ERROR;
    if (numerals->rule_sets)
        return HXP_OK;
    unum_close(numerals->words); /* of a call that failed */
    numerals->words =
        unum_open(UNUM_SPELLOUT, NULL, 0, numerals->tag, NULL, &code);
    return U_SUCCESS(code) ? read_rule_sets(numerals, error)
                           : hxp_icu_status(code, error);
}

/** Add number by each of ICU's ways to say it. */
static hxp_status add_spelled(forms *to, hxp_numerals *numerals,
                              unsigned number, hxp_error *error)
{
    UChar text[LONGEST];
    hxp_status status = open_words(numerals, error);
    const UChar *name = numerals->rule_sets;
    while (status == HXP_OK && *name) {
        UErrorCode code = U_ZERO_ERROR;
        int32_t len = 0;
        while (name[len] && name[len] != ';')
            len++;
        unum_setTextAttribute(numerals->words, UNUM_DEFAULT_RULESET, name, len,
                              &code);
        int32_t made = unum_formatInt64(numerals->words, number, text, LONGEST,
                                        NULL, &code);
        if (U_SUCCESS(code)) /* else too long for a word in a text */
            status = add_form(to, numerals, text, made, error);
        name += len;
        name += *name == ';';
    }
    return status;
}

/** Add the names of a month, from 1. */
static hxp_status add_month(forms *to, hxp_numerals *numerals, unsigned month,
                            hxp_error *error)
{
    static const UDateFormatSymbolType types[] = { UDAT_MONTHS,
                                                   UDAT_SHORT_MONTHS,
                                                   UDAT_STANDALONE_MONTHS };
    UChar text[LONGEST];
    UErrorCode code = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_NONE, UDAT_MEDIUM, numerals->tag, NULL,
                                    0, NULL, 0, &code);
    hxp_status status = hxp_icu_status(code, error);
    for (size_t i = 0; status == HXP_OK && i < sizeof types / sizeof *types;
         i++) {
        int32_t len = udat_getSymbols(format, types[i], (int32_t)month - 1,
                                      text, LONGEST, &code);
        status = hxp_icu_status(code, error);
        if (status == HXP_OK)
            status = add_form(to, numerals, text, len, error);
    }
    udat_close(format);
    return status;
}

/** The forms of number, made when they are first asked for. */
static hxp_status need_forms(forms *out, hxp_numerals *numerals,
                             unsigned number, hxp_error *error)
{
    bool keep = number < KEPT;
    char digits[16];
    hxp_arena *arena = keep ? &numerals->arena : &numerals->work;
    if (keep && numerals->kept[number].items) {
        *out = numerals->kept[number];
        return HXP_OK;
    }
    *out =
        (forms){ arena, hxp_arena_alloc(arena, FORMS, sizeof *out->items), 0 };
    if (!out->items)
        return hxp_no_memory(error);
    hxp_status status = add_spelled(out, numerals, number, error);
    if (status == HXP_OK && number >= 1 && number <= 12)
        status = add_month(out, numerals, number, error);
    snprintf(digits, sizeof digits, "%u", number);
    if (status == HXP_OK)
        status = add_listed(out, numerals, hxp_str_of(digits), error);
    if (status == HXP_OK && number >= 100)
        add_shorter(out, numerals);
    if (status == HXP_OK && keep)
        numerals->kept[number] = *out;
    return status;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

/** True when rest goes on as words do that begin with a number: "jahres". */
static bool is_counted(const hxp_numerals *numerals, hxp_str rest)
{
    const hxp_word_list *list =
        hxp_language_list(numerals->language, "counted");
    for (size_t i = 0; i < hxp_word_list_count(list); i++)
        if (hxp_str_starts(rest, hxp_word_list_entry(list, i)))
            return true;
    return false;
}

/**
 * True when form stands at byte at of text, whose words may be parted where
 * those of form are not, and ends there but for one letter at most, or goes on
 * with what it counts.
 */
static bool stands_at(const hxp_numerals *numerals, hxp_str text, size_t at,
                      hxp_str form)
{
    size_t i = 0;
    while (i < form.len && at < text.len) {
        if (text.ptr[at] == form.ptr[i])
            i++;
        else if (i == 0 || !parts_words(text.ptr[at]))
            return false;
        at++;
    }
    size_t letters = 0;
    while (at + letters < text.len && is_word_byte(text.ptr[at + letters]))
        letters++;
    return i == form.len &&
           (letters <= (form.len > 3 ? 1U : 0U) ||
            is_counted(numerals, hxp_str_part(text, at, at + letters)));
}

static bool has_form(const hxp_numerals *numerals, hxp_str text, hxp_str form)
{
    for (size_t at = 0; at < text.len; at++)
        if ((at == 0 || !is_word_byte(text.ptr[at - 1])) &&
            stands_at(numerals, text, at, form))
            return true;
    return false;
}

/** True when text has one of forms. */
static hxp_status has_one(bool *has, hxp_numerals *numerals, const forms *found,
                          hxp_str text, hxp_error *error)
{
    hxp_str bare;
    hxp_status status = fold(&bare, numerals, text, error);
    *has = false;
    for (size_t i = 0; status == HXP_OK && i < found->count && !*has; i++)
        *has = has_form(numerals, bare, found->items[i]);
    return status;
}

hxp_status hxp_numerals_spelled(bool *spelled, hxp_numerals *numerals,
                                unsigned number, hxp_str text, hxp_error *error)
{
    forms found;
    *spelled = false;
    hxp_arena_reset(&numerals->work);
    hxp_status status = need_forms(&found, numerals, number, error);
    return status == HXP_OK ? has_one(spelled, numerals, &found, text, error)
                            : status;
}

hxp_status hxp_numerals_listed(bool *listed, hxp_numerals *numerals,
                               hxp_str value, hxp_str text, hxp_error *error)
{
    hxp_str items[FORMS];
    forms found = { &numerals->work, items, 0 };
    *listed = false;
    hxp_arena_reset(&numerals->work);
    hxp_status status = add_listed(&found, numerals, value, error);
    return status == HXP_OK ? has_one(listed, numerals, &found, text, error)
                            : status;
}
