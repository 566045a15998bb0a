/* doubles.c - does a word stand twice in a row? */
#include "base/error.h"
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "text/fold.h"
#include "text/small_words.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct checker {
    hxp_finding_sink *findings;
    hxp_folder folder;
    hxp_arena arena; /* of one comparison */
} checker;

static hxp_status open_doubles(void **state, const hxp_check_setup *setup,
                               hxp_error *error)
{
    checker *self = calloc(1, sizeof *self);
    *state = self;
    if (!self)
        return hxp_no_memory(error);
    self->findings = setup->findings;
    return hxp_folder_init(&self->folder, error);
}

static void close_doubles(void *state)
{
    checker *self = state;
    if (!self)
        return;
    hxp_folder_free(&self->folder);
    hxp_arena_free(&self->arena);
    free(self);
}

static bool is_plain(char c)
{
    return hxp_signs[(unsigned char)c] & (HXP_SIGN_LETTER | HXP_SIGN_DIGIT);
}

/** True for what words are made of in ASCII. */
static bool is_of_words(char c)
{
    return hxp_signs[(unsigned char)c] &
           (HXP_SIGN_LETTER | HXP_SIGN_DIGIT | HXP_SIGN_JOINER);
}

/** The byte behind the letter beyond ASCII, or what words have else, at byte
 * at; or at. */
static size_t letter_end(hxp_str text, size_t at)
{
    size_t behind = at;
    if (at == text.len || (unsigned char)text.ptr[at] < 0x80)
        return at;
    int32_t c = hxp_utf8_next(text, &behind);
    return hxp_char_is_alnum(c) || c == 0x2019 || (c >= 0x300 && c <= 0x36F)
               ? behind
               : at;
}

/** The byte behind the word at byte at, or at. */
static size_t word_end(hxp_str text, size_t at)
{
    for (;;) {
        while (at < text.len && is_of_words(text.ptr[at]))
            at++;
        size_t behind = letter_end(text, at);
        if (behind == at)
            return at;
        at = behind;
    }
}

/** The next word of text from byte *at on; it moves behind. */
static inline hxp_str next_word(hxp_str text, size_t *at)
{
    size_t start = *at;
    while (start < text.len && !is_of_words(text.ptr[start]) &&
           letter_end(text, start) == start)
        start++;
    *at = word_end(text, start);
    return hxp_str_part(text, start, *at);
}

/** True when the bytes between are white space alone, behind a comma if so. */
static bool is_gap(hxp_str text, bool comma)
{
    size_t at = 0;
    if (hxp_str_is(text, " "))
        return true; /* nearly always */
    if (comma && text.len > 1 && text.ptr[0] == ',')
        at++;
    while (at < text.len)
        if (!hxp_char_is_space(hxp_utf8_next(text, &at)))
            return false;
    return text.len > 0;
}

/** True when a and b may be the same word: ASCII letters say at once. */
static bool may_equal(hxp_str a, hxp_str b)
{
    unsigned char x = (unsigned char)a.ptr[0], y = (unsigned char)b.ptr[0];
    return a.len == b.len && a.len > 1 &&
           (x >= 0x80 || y >= 0x80 || (x | 0x20) == (y | 0x20));
}

/** Two words in a row. */
typedef struct word_pair {
    hxp_str first, second;
    hxp_str folded; /* both, when they are equal */
} word_pair;

/** The pair of words behind byte *at of text that may be the same; or false. */
static bool next_pair(word_pair *words, hxp_str text, size_t *at, bool comma)
{
    hxp_str word = next_word(text, at);
    while (*at < text.len) {
        size_t behind = *at;
        hxp_str next = next_word(text, &behind);
        size_t gap_end = (size_t)(next.ptr - text.ptr);
        if (next.len == 0)
            break;
        if (may_equal(word, next) &&
            is_gap(hxp_str_part(text, *at, gap_end), comma)) {
            words->first = word;
            words->second = next;
            return true;
        }
        word = next;
        *at = behind;
    }
    return false;
}

/** Set *same to whether the words are equal, case apart. */
static hxp_status compare(bool *same, word_pair *words, checker *self,
                          hxp_error *error)
{
    hxp_str other;
    hxp_arena_reset(&self->arena);
    hxp_status status = hxp_fold(&words->folded, &self->folder, &self->arena,
                                 words->first, error);
    if (status == HXP_OK)
        status =
            hxp_fold(&other, &self->folder, &self->arena, words->second, error);
    *same = status == HXP_OK && hxp_str_equal(words->folded, other);
    return status;
}

/** True when the capital of word says that it is a name. */
static bool is_name(hxp_str word, const hxp_language *language)
{
    size_t at = 0;
    return !hxp_language_flag(language, "capital-nouns") &&
           !hxp_char_is_lower(hxp_utf8_next(word, &at));
}

/** True when the second word is but the beginning of a file's name or so. */
static bool is_part(hxp_str text, size_t end)
{
    return end + 1 < text.len && strchr("./@\\", text.ptr[end]) &&
           is_plain(text.ptr[end + 1]);
}

/** True when a capital within the sentence makes the first another word. */
static bool is_other(const word_pair *words, hxp_str text, size_t start)
{
    size_t first = 0, second = 0;
    if (!hxp_char_is_upper(hxp_utf8_next(words->first, &first)) ||
        hxp_char_is_upper(hxp_utf8_next(words->second, &second)))
        return false;
    while (start > 0 && hxp_char_is_space((unsigned char)text.ptr[start - 1]))
        start--;
    return start > 0 && is_plain(text.ptr[start - 1]);
}

/** True when what parts the words parts columns, or lines that begin anew. */
static bool is_parted(const word_pair *words, hxp_str text, size_t end,
                      const hxp_language *language)
{
    hxp_str gap =
        hxp_str_part(text, end, (size_t)(words->second.ptr - text.ptr));
    return gap.len > 2 || memchr(gap.ptr, '\t', gap.len) ||
           (memchr(gap.ptr, '\n', gap.len) &&
            !hxp_is_small_word(language, words->folded));
}

/** True when a word of text begins with one of stems, parted by commas. */
static bool has_stem(hxp_str text, hxp_str stems)
{
    hxp_str stem;
    while (hxp_str_cut(&stems, ',', &stem)) {
        stem = hxp_str_trim(stem);
        for (size_t at = 0; at < text.len;) {
            hxp_str word = next_word(text, &at);
            if (word.len > 0 && word.len >= stem.len &&
                hxp_str_equal_nocase(hxp_str_part(word, 0, stem.len), stem))
                return true;
        }
    }
    return false;
}

/**
 * True when the language has it twice here, as doubled-words.txt says: in Dutch
 * "stel ... in in".
 */
static bool is_usual(const word_pair *words, hxp_str text,
                     const hxp_language *language)
{
    const hxp_word_list *list = hxp_language_list(language, "doubled-words");
    hxp_str before =
        hxp_str_part(text, 0, (size_t)(words->first.ptr - text.ptr));
    size_t at = (size_t)(words->second.ptr - text.ptr) + words->second.len;
    hxp_str next = next_word(text, &at), word;
    for (size_t i = 0; i < hxp_word_list_count(list); i++) {
        hxp_str line = hxp_word_list_entry(list, i);
        bool behind = !memchr(line.ptr, '<', line.len);
        hxp_str_cut(&line, behind ? '>' : '<', &word);
        if (!hxp_str_equal(hxp_str_trim(word), words->folded))
            continue;
        if (has_stem(behind ? next : before, line))
            return true;
    }
    return false;
}

/** The word before byte *end of text, which moves to its beginning. */
static hxp_str word_before(hxp_str text, size_t *end)
{
    size_t start = *end, stop;
    while (start > 0 && text.ptr[start - 1] == ' ')
        start--;
    stop = start;
    while (start > 0 && text.ptr[start - 1] != ' ' &&
           text.ptr[start - 1] != ',')
        start--;
    *end = start;
    return hxp_str_part(text, start, stop);
}

/**
 * True when the pair begins a clause, as a comma shows, but for one word, or a
 * preposition or conjunction stands before it: "an dem dem Rat ...".
 */
static bool begins_clause(hxp_str text, size_t start,
                          const hxp_language *language)
{
    char small[32];
    hxp_str one = word_before(text, &start);
    if (one.len == 0 || (start > 0 && text.ptr[start - 1] == ','))
        return true;
    one = hxp_str_small(one, small, sizeof small);
    return hxp_word_list_has(hxp_language_list(language, "joints"), one) ||
           hxp_word_list_has(hxp_language_list(language, "conjunctions"),
                             one) ||
           (start == 0 && hxp_is_small_word(language, one));
}

/** True when the list doubles.txt has the word, or the one for relatives. */
static bool is_listed(const word_pair *words, hxp_str text, size_t start,
                      const hxp_language *language)
{
    return hxp_word_list_has(hxp_language_list(language, "doubles"),
                             words->folded) ||
           (begins_clause(text, start, language) &&
            hxp_word_list_has(hxp_language_list(language, "doubled-relatives"),
                              words->folded));
}

/** True when a word stands twice in the source as well. */
static hxp_status has_double(bool *has, checker *self, hxp_str text,
                             hxp_error *error)
{
    word_pair words;
    hxp_status status = HXP_OK;
    *has = false;
    for (size_t at = 0;
         status == HXP_OK && !*has && next_pair(&words, text, &at, true);)
        status = compare(has, &words, self, error);
    return status;
}

static hxp_status take_pair(checker *self, const hxp_check_side *source,
                            const hxp_check_side *target, word_pair *words,
                            hxp_error *error)
{
    bool same, in_source = false;
    hxp_str text = hxp_check_text(target);
    size_t start = (size_t)(words->first.ptr - text.ptr);
    size_t second = (size_t)(words->second.ptr - text.ptr);
    hxp_status status = compare(&same, words, self, error);
    if (!same || is_name(words->second, target->language) ||
        is_listed(words, text, start, target->language) ||
        is_part(text, second + words->second.len) ||
        is_other(words, text, start) ||
        is_parted(words, text, start + words->first.len, target->language) ||
        is_usual(words, text, target->language) ||
        hxp_check_has_code(target, start + words->first.len, second))
        return status;
    status = has_double(&in_source, self, hxp_check_text(source), error);
    if (status != HXP_OK || in_source)
        return status;
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_DOUBLE_WORD, target);
    hxp_check_point(&finding, target, start, second + words->second.len);
    return hxp_check_tell(self->findings, &finding, error,
                          "\"%.*s\" stands twice", HXP_FMT(words->second));
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    hxp_str text = hxp_check_text(target);
    word_pair words;
    hxp_status status = HXP_OK;
    for (size_t at = 0;
         status == HXP_OK && next_pair(&words, text, &at, false);)
        status = take_pair(state, source, target, &words, error);
    return status;
}

const hxp_check_family hxp_check_doubles = { HXP_CHECK_SEG_DOUBLE_WORD,
                                             HXP_CHECK_SEG_DOUBLE_WORD,
                                             open_doubles,
                                             NULL,
                                             take_target,
                                             NULL,
                                             close_doubles };
