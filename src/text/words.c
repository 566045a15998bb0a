/* words.c - the words of a text by ICU's word breaks, with folds and stems. */
#include "text/words.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/fold.h"
#include "text/icu.h"
#include "text/language.h"
#include "text/plain_words.h"
#include "text/utf8.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/utext.h>

/* Stemmers take their time with what is no word. */
enum { LONGEST_STEMMED = 1000 };

struct hxp_analyzer {
    UBreakIterator *breaks;
    UText text;                 /* the text in work, for breaks */
    struct sb_stemmer *stemmer; /* NULL: none for this language */
    hxp_folder folder;
    hxp_arena arena; /* owns the forms of all words seen */
    hxp_word *forms; /* hash table of words seen, by surface */
    hxp_str *surfaces;
    size_t slots, used; /* slots is a power of two */
    hxp_word *words;
    size_t count, capacity;
};

static hxp_status open_breaks(hxp_analyzer *analyzer, const char *tag,
                              hxp_error *error)
{
    char locale[ULOC_FULLNAME_CAPACITY];
    UErrorCode code = U_ZERO_ERROR;
    uloc_forLanguageTag(tag, locale, (int32_t)sizeof locale, NULL, &code);
    analyzer->breaks = ubrk_open(UBRK_WORD, locale, NULL, 0, &code);
    return hxp_icu_status(code, error);
}

hxp_status hxp_analyzer_new(hxp_analyzer **out, const hxp_language *language,
                            hxp_error *error)
{
    const UText empty = UTEXT_INITIALIZER;
    hxp_analyzer *analyzer = calloc(1, sizeof *analyzer);
    *out = NULL;
    if (!analyzer)
        return hxp_no_memory(error);
    analyzer->text = empty;
    hxp_status status = hxp_folder_init(&analyzer->folder, error);
    if (status == HXP_OK)
        status = open_breaks(analyzer, hxp_language_tag(language), error);
    const char *stemmer = hxp_language_setting(language, "stemmer");
    if (status == HXP_OK && stemmer) {
        analyzer->stemmer = sb_stemmer_new(stemmer, "UTF_8");
        if (!analyzer->stemmer)
            status = hxp_fail(error, HXP_EINPUT, "no stemmer is named \"%s\"",
                              stemmer);
    }
    if (status == HXP_OK)
        *out = analyzer;
    else
        hxp_analyzer_free(analyzer);
    return status;
}

/** The slot of surface: where it is, or where it would go. */
static size_t find_slot(const hxp_analyzer *analyzer, hxp_str surface)
{
    size_t slot = hxp_str_hash(surface) & (analyzer->slots - 1);
    while (analyzer->surfaces[slot].ptr &&
           !hxp_str_equal(analyzer->surfaces[slot], surface))
        slot = (slot + 1) & (analyzer->slots - 1);
    return slot;
}

/** Double the table, at half its load at the latest. */
static bool grow_table(hxp_analyzer *analyzer)
{
    hxp_analyzer old = *analyzer;
    size_t slots = old.slots ? 2 * old.slots : 1024;
    hxp_word *forms = calloc(slots, sizeof *forms);
    hxp_str *surfaces = calloc(slots, sizeof *surfaces);
    if (!forms || !surfaces) {
        free(forms);
        free(surfaces);
        return false;
    }
    analyzer->forms = forms;
    analyzer->surfaces = surfaces;
    analyzer->slots = slots;
    for (size_t i = 0; i < old.slots; i++) {
        if (!old.surfaces[i].ptr)
            continue;
        size_t slot = find_slot(analyzer, old.surfaces[i]);
        forms[slot] = old.forms[i];
        surfaces[slot] = old.surfaces[i];
    }
    free(old.forms);
    free(old.surfaces);
    return true;
}

/** What the letters of a word say: kind, capital, acronym. */
static void look_at_letters(hxp_word *word, hxp_str surface)
{
    size_t at = 0, letters = 0, uppers = 0, digits = 0;
    while (at < surface.len) {
        int32_t c = hxp_utf8_next(surface, &at);
        if (u_isalpha(c)) {
            if (letters == 0 && digits == 0)
                word->capital = u_isupper(c) || u_istitle(c);
            letters++;
            uppers += u_isupper(c) ? 1 : 0;
        } else if (u_isdigit(c)) {
            digits++;
        }
    }
    word->acronym = letters > 1 && uppers == letters;
    if (letters > 0)
        word->kind = HXP_WORD_LETTERS;
    else
        word->kind = digits > 0 ? HXP_WORD_NUMBER : HXP_WORD_MARK;
}

/** The digits of a number, as ASCII. */
static hxp_status keep_digits(hxp_str *digits, hxp_arena *arena, hxp_str number,
                              hxp_error *error)
{
    char *to = hxp_arena_alloc(arena, number.len + 1, 1);
    size_t at = 0, len = 0;
    if (!to)
        return hxp_no_memory(error);
    while (at < number.len) {
        int32_t value = u_charDigitValue(hxp_utf8_next(number, &at));
        if (value >= 0)
            to[len++] = (char)('0' + value);
    }
    *digits = (hxp_str){ to, len };
    return HXP_OK;
}

bool hxp_analyzer_stem(hxp_str *stem, hxp_analyzer *analyzer, hxp_str folded)
{
    *stem = folded;
    if (!analyzer->stemmer || folded.len > LONGEST_STEMMED)
        return true;
    const sb_symbol *made = sb_stemmer_stem(
        analyzer->stemmer, (const sb_symbol *)folded.ptr, (int)folded.len);
    int len = sb_stemmer_length(analyzer->stemmer);
    if (made && len > 0)
        *stem = (hxp_str){ (const char *)made, (size_t)len };
    return made != NULL;
}

static hxp_status stem(hxp_str *stem, hxp_analyzer *analyzer, hxp_str folded,
                       hxp_error *error)
{
    hxp_str made;
    if (!hxp_analyzer_stem(&made, analyzer, folded))
        return hxp_no_memory(error);
    *stem = folded;
    if (made.ptr != folded.ptr && !hxp_arena_copy(stem, &analyzer->arena, made))
        return hxp_no_memory(error);
    return HXP_OK;
}

/** Work out the forms of a word met for the first time. */
static hxp_status make_forms(hxp_word *word, hxp_analyzer *analyzer,
                             hxp_str surface, hxp_error *error)
{
    hxp_arena *arena = &analyzer->arena;
    look_at_letters(word, surface);
    hxp_status status =
        hxp_fold(&word->folded, &analyzer->folder, arena, surface, error);
    word->bare = word->stem = word->folded;
    if (status == HXP_OK && word->kind == HXP_WORD_NUMBER)
        return keep_digits(&word->bare, arena, surface, error);
    if (status == HXP_OK && word->kind == HXP_WORD_LETTERS) {
        status = hxp_fold_bare(&word->bare, &analyzer->folder, arena,
                               word->folded, error);
        if (status == HXP_OK)
            status = stem(&word->stem, analyzer, word->folded, error);
    }
    return status;
}

/** Append the word at text[start, end). */
static hxp_status add_word(hxp_analyzer *analyzer, hxp_str text, size_t start,
                           size_t end, hxp_error *error)
{
    hxp_str surface = hxp_str_part(text, start, end);
    if (2 * analyzer->used >= analyzer->slots && !grow_table(analyzer))
        return hxp_no_memory(error);
    if (!hxp_array_reserve(&analyzer->words, &analyzer->capacity,
                           analyzer->count + 1, sizeof *analyzer->words))
        return hxp_no_memory(error);
    size_t slot = find_slot(analyzer, surface);
    if (!analyzer->surfaces[slot].ptr) {
        hxp_word forms = { 0 };
        hxp_str kept;
        hxp_status status = make_forms(&forms, analyzer, surface, error);
        if (status != HXP_OK)
            return status;
        if (!hxp_arena_copy(&kept, &analyzer->arena, surface))
            return hxp_no_memory(error);
        forms.number = analyzer->used;
        analyzer->forms[slot] = forms;
        analyzer->surfaces[slot] = kept;
        analyzer->used++;
    }
    hxp_word *word = &analyzer->words[analyzer->count++];
    *word = analyzer->forms[slot];
    word->start = start;
    word->end = end;
    return HXP_OK;
}

static bool is_apostrophe(int32_t c)
{
    return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02BC;
}

/** True when text[start, end), which is white space, parts two digits. */
static bool groups_digits(hxp_str text, size_t start, size_t end)
{
    return start > 0 && end < text.len &&
           u_isdigit(hxp_utf8_previous(text, &start)) &&
           u_isdigit(hxp_utf8_next(text, &end));
}

/**
 * Append the words of one piece between ICU's breaks: it is one word, or
 * several where apostrophes join them; the apostrophes are marks. ICU joins
 * by narrow no-break spaces as well, which is right for digits alone.
 */
static hxp_status add_piece(hxp_analyzer *analyzer, hxp_str text, size_t start,
                            size_t end, hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t at = start, from = start;
    hxp_str piece = hxp_str_part(text, 0, end);
    while (at < end && status == HXP_OK) {
        size_t before = at;
        int32_t c = hxp_utf8_next(piece, &at);
        bool space = c != HXP_UTF8_INVALID && u_isUWhiteSpace(c) &&
                     !groups_digits(piece, before, at);
        if (!space && !is_apostrophe(c))
            continue;
        if (from < before)
            status = add_word(analyzer, text, from, before, error);
        if (!space && status == HXP_OK)
            status = add_word(analyzer, text, before, at, error);
        from = at;
    }
    if (from < end && status == HXP_OK)
        status = add_word(analyzer, text, from, end, error);
    return status;
}

/** True for a character that belongs to no word and is no mark. */
static bool is_nothing(hxp_str text, size_t at)
{
    int32_t c = hxp_utf8_next(text, &at);
    return c != HXP_UTF8_INVALID &&
           u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

/** Find the words from byte start on with ICU. */
static hxp_status analyze_rest(hxp_analyzer *analyzer, hxp_str text,
                               size_t start, hxp_error *error)
{
    hxp_status status = HXP_OK;
    UErrorCode code = U_ZERO_ERROR;
    hxp_str rest = hxp_str_part(text, start, text.len);
    utext_openUTF8(&analyzer->text, rest.len ? rest.ptr : "", (int64_t)rest.len,
                   &code);
    ubrk_setUText(analyzer->breaks, &analyzer->text, &code);
    if (U_FAILURE(code))
        return hxp_icu_status(code, error);
    size_t from = start;
    int32_t end;
    ubrk_first(analyzer->breaks);
    while ((end = ubrk_next(analyzer->breaks)) != UBRK_DONE &&
           status == HXP_OK) {
        if (!is_nothing(text, from))
            status =
                add_piece(analyzer, text, from, start + (size_t)end, error);
        from = start + (size_t)end;
    }
    return status;
}

hxp_status hxp_analyze(hxp_words *words, hxp_analyzer *analyzer, hxp_str text,
                       hxp_error *error)
{
    hxp_status status = HXP_OK;
    size_t start = 0, end;
    *words = (hxp_words){ NULL, 0 };
    analyzer->count = 0;
    while (status == HXP_OK && start < text.len &&
           (end = hxp_plain_piece_end(text, start)) > 0) {
        if (!hxp_plain_blank(text, start))
            status = add_word(analyzer, text, start, end, error);
        start = end;
    }
    if (status == HXP_OK && start < text.len)
        status = analyze_rest(analyzer, text, start, error);
    if (status == HXP_OK)
        *words = (hxp_words){ analyzer->words, analyzer->count };
    return status;
}

void hxp_analyzer_free(hxp_analyzer *analyzer)
{
    if (!analyzer)
        return;
    if (analyzer->breaks)
        ubrk_close(analyzer->breaks);
    utext_close(&analyzer->text);
    if (analyzer->stemmer)
        sb_stemmer_delete(analyzer->stemmer);
    hxp_folder_free(&analyzer->folder);
    hxp_arena_free(&analyzer->arena);
    free(analyzer->forms);
    free(analyzer->surfaces);
    free(analyzer->words);
    free(analyzer);
}
