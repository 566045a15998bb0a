/* words.c - the words of a text by ICU's word breaks, with folds and stems. */
#include "text/words.h"

#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "text/fold.h"
#include "text/icu.h"
#include "text/known_words.h"
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

/** A word of the text in work. */
struct piece {
    size_t start, end;
    uint64_t hash;
    size_t number; /* of the word that it may be, when that is guessed */
};

struct hxp_analyzer {
    UBreakIterator *breaks;
    UText text;                 /* the text in work, for breaks */
    struct sb_stemmer *stemmer; /* NULL: none for this language */
    bool without_stems;         /* unless asked for */
    hxp_folder folder;
    hxp_arena arena;       /* owns the forms of all words seen */
    hxp_arena work;        /* for the forms of one */
    hxp_known_words known; /* words seen */
    struct piece *pieces;  /* of the text in work, cut but not looked up */
    size_t piece_count, piece_room;
    hxp_word *words;
    size_t capacity;
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

void hxp_analyzer_without_stems(hxp_analyzer *analyzer)
{
    analyzer->without_stems = true;
}

/** Keep made; most forms are what like, another one, is or begins with. */
static hxp_status keep(hxp_str *kept, hxp_analyzer *analyzer, hxp_str made,
                       hxp_str like, hxp_error *error)
{
    if (hxp_str_starts(like, made))
        *kept = hxp_str_part(like, 0, made.len);
    else if (!hxp_arena_copy(kept, &analyzer->arena, made))
        return hxp_no_memory(error);
    return HXP_OK;
}

static hxp_status stem(hxp_str *stem, hxp_analyzer *analyzer, hxp_str folded,
                       hxp_error *error)
{
    hxp_str made;
    if (analyzer->without_stems) {
        *stem = (hxp_str){ NULL, 0 };
        return HXP_OK;
    }
    if (!hxp_analyzer_stem(&made, analyzer, folded))
        return hxp_no_memory(error);
    return keep(stem, analyzer, made, folded, error);
}

/** Take the accents off a folded word. */
static hxp_status strip(hxp_str *bare, hxp_analyzer *analyzer, hxp_str folded,
                        hxp_error *error)
{
    hxp_str made;
    hxp_status status =
        hxp_fold_bare(&made, &analyzer->folder, &analyzer->work, folded, error);
    return status == HXP_OK ? keep(bare, analyzer, made, folded, error)
                            : status;
}

/** Work out the forms of a word met for the first time. */
static hxp_status make_forms(hxp_word *word, hxp_analyzer *analyzer,
                             hxp_str surface, hxp_error *error)
{
    hxp_str made;
    look_at_letters(word, surface);
    hxp_arena_reset(&analyzer->work);
    hxp_status status =
        hxp_fold(&made, &analyzer->folder, &analyzer->work, surface, error);
    if (status == HXP_OK)
        status = keep(&word->folded, analyzer, made, surface, error);
    if (status != HXP_OK)
        return status;
    word->bare = word->stem = word->folded;
    if (word->kind == HXP_WORD_NUMBER)
        return keep_digits(&word->bare, &analyzer->arena, surface, error);
    if (word->kind == HXP_WORD_MARK)
        return HXP_OK;
    status = strip(&word->bare, analyzer, word->folded, error);
    return status == HXP_OK ? stem(&word->stem, analyzer, word->folded, error)
                            : status;
}

/** Note a word met for the first time; its number is the next. */
static hxp_status know_word(hxp_analyzer *analyzer, hxp_str surface,
                            uint64_t hash, hxp_error *error)
{
    hxp_word forms = { .number = 0 };
    hxp_str copy;
    if (!hxp_arena_copy(&copy, &analyzer->arena, surface))
        return hxp_no_memory(error);
    hxp_status status = make_forms(&forms, analyzer, copy, error);
    if (status == HXP_OK &&
        !hxp_known_add(&analyzer->known, copy, hash, &forms))
        status = hxp_no_memory(error);
    return status;
}

/** Append the word at text[start, end). */
static inline hxp_status add_word(hxp_analyzer *analyzer, hxp_str text,
                                  size_t start, size_t end, hxp_error *error)
{
    if (!hxp_array_reserve(&analyzer->pieces, &analyzer->piece_room,
                           analyzer->piece_count + 1, sizeof *analyzer->pieces))
        return hxp_no_memory(error);
    uint64_t hash = hxp_str_slot_hash(hxp_str_part(text, start, end));
    analyzer->pieces[analyzer->piece_count++] =
        (struct piece){ start, end, hash, HXP_NO_WORD };
    hxp_known_fetch(&analyzer->known, hash);
    return HXP_OK;
}

/** Look up one word, unless it is guessed, and note it when it is met first. */
static inline hxp_status look_up(struct piece *piece, hxp_analyzer *analyzer,
                                 hxp_str text, hxp_error *error)
{
    hxp_known_words *known = &analyzer->known;
    hxp_str surface = hxp_str_part(text, piece->start, piece->end);
    if (piece->number != HXP_NO_WORD &&
        hxp_known_is(&known->items[piece->number], surface, piece->hash))
        return HXP_OK;
    piece->number = hxp_known_find(known, surface, piece->hash);
    if (piece->number != HXP_NO_WORD)
        return HXP_OK;
    piece->number = known->count;
    return know_word(analyzer, surface, piece->hash, error);
}

/**
 * Look up the words of text. They are cut, guessed and looked up in turn, all
 * of them each time: so the processor fetches what is known of the next ones
 * meanwhile, from memory that is far larger than its cache.
 */
static hxp_status look_up_all(hxp_words *words, hxp_analyzer *analyzer,
                              hxp_str text, hxp_error *error)
{
    size_t count = analyzer->piece_count;
    if (!hxp_array_reserve(&analyzer->words, &analyzer->capacity, count,
                           sizeof *analyzer->words))
        return hxp_no_memory(error);
    for (size_t i = 0; i < count; i++)
        analyzer->pieces[i].number =
            hxp_known_guess(&analyzer->known, analyzer->pieces[i].hash);
    for (size_t i = 0; i < count; i++) {
        struct piece *piece = &analyzer->pieces[i];
        hxp_status status = look_up(piece, analyzer, text, error);
        if (status != HXP_OK)
            return status;
        const struct hxp_known_word *word =
            &analyzer->known.items[piece->number];
        analyzer->words[i] =
            (hxp_word){ .start = piece->start,
                        .end = piece->end,
                        .number = piece->number,
                        .kind = (hxp_word_kind)word->kind,
                        .capital = word->capital,
                        .acronym = word->acronym,
                        .folded = hxp_known_text(word, HXP_FOLDED),
                        .bare = hxp_known_text(word, HXP_BARE),
                        .stem = hxp_known_text(word, HXP_STEM) };
    }
    *words = (hxp_words){ analyzer->words, count };
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

/** Find the words of text[start, stop) with ICU. */
static hxp_status analyze_part(hxp_analyzer *analyzer, hxp_str text,
                               size_t start, size_t stop, hxp_error *error)
{
    hxp_status status = HXP_OK;
    UErrorCode code = U_ZERO_ERROR;
    hxp_str part = hxp_str_part(text, start, stop);
    utext_openUTF8(&analyzer->text, part.ptr, (int64_t)part.len, &code);
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
    size_t start = 0;
    *words = (hxp_words){ NULL, 0 };
    analyzer->piece_count = 0;
    while (status == HXP_OK && start < text.len) {
        size_t end = hxp_plain_letters_end(text, &start);
        if (end == 0)
            end = hxp_plain_piece_end(text, &start);
        if (end == 0) {
            end = hxp_plain_start(text, start);
            status = analyze_part(analyzer, text, start, end, error);
        } else if (start < end) {
            status = add_word(analyzer, text, start, end, error);
        }
        start = end;
    }
    if (status == HXP_OK)
        status = look_up_all(words, analyzer, text, error);
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
    hxp_arena_free(&analyzer->work);
    hxp_known_free(&analyzer->known);
    free(analyzer->pieces);
    free(analyzer->words);
    free(analyzer);
}
