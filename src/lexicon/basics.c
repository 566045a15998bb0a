/* basics.c - words of two texts that have a common meaning. */
#include "lexicon/basics.h"

#include "base/error.h"
#include "base/str.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <stdlib.h>

enum {
    LONGEST = 32,  /* bytes of the beginning of a word */
    SHORTEST = 3,  /* letters that are left behind a proclitic */
    PROCLITICS = 4 /* of one word */
};

/** A list of words by meaning, the other way round. */
struct list {
    hxp_names words;      /* folded; those with any ending have * behind */
    uint32_t *meanings;   /* of each line */
    hxp_word_table lines; /* a row for each word: those that have it */
    hxp_names proclitics; /* folded */
};

/** Both lists, while they are read. */
struct reader {
    struct list lists[2];
    hxp_names meanings;
    hxp_folder folder;
    hxp_arena arena;
    hxp_error *error;
};

/** Fold text as words of texts are. */
static hxp_status fold(hxp_str *bare, struct reader *reader, hxp_str text)
{
    hxp_status status =
        hxp_fold(&text, &reader->folder, &reader->arena, text, reader->error);
    return status == HXP_OK ? hxp_fold_bare(bare, &reader->folder,
                                            &reader->arena, text, reader->error)
                            : status;
}

/** Read a line: "meaning > word, word*", as a row of words. */
static hxp_status read_line(struct reader *reader, struct list *to,
                            hxp_word_table *words, hxp_str line)
{
    hxp_str rest, meaning, word;
    uint32_t number;
    hxp_status status = fold(&rest, reader, line);
    if (status != HXP_OK)
        return status;
    hxp_str_cut(&rest, '>', &meaning);
    if (!hxp_names_add(&reader->meanings, hxp_str_trim(meaning),
                       &to->meanings[words->rows]))
        return hxp_no_memory(reader->error);
    while (hxp_str_cut(&rest, ',', &word))
        if (!hxp_names_add(&to->words, hxp_str_trim(word), &number) ||
            !hxp_word_table_add(words, number, 1))
            return hxp_no_memory(reader->error);
    return hxp_word_table_end_row(words) ? HXP_OK
                                         : hxp_no_memory(reader->error);
}

static hxp_status read_list(struct reader *reader, struct list *to,
                            const hxp_word_list *list)
{
    hxp_word_table words = { 0 };
    size_t count = hxp_word_list_count(list);
    hxp_status status = HXP_OK;
    to->meanings = calloc(count + 1, sizeof *to->meanings);
    if (!to->meanings)
        return hxp_no_memory(reader->error);
    for (size_t i = 0; status == HXP_OK && i < count; i++)
        status = read_line(reader, to, &words, hxp_word_list_entry(list, i));
    if (status == HXP_OK &&
        !hxp_word_table_transpose(&to->lines, &words, to->words.count))
        status = hxp_no_memory(reader->error);
    hxp_word_table_free(&words);
    return status;
}

static hxp_status read_proclitics(struct reader *reader, struct list *to,
                                  const hxp_word_list *list)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < hxp_word_list_count(list); i++) {
        hxp_str entry = hxp_word_list_entry(list, i);
        uint32_t number;
        status = fold(&entry, reader, entry);
        if (status == HXP_OK && !hxp_names_add(&to->proclitics, entry, &number))
            status = hxp_no_memory(reader->error);
    }
    return status;
}

static void list_free(struct list *list)
{
    hxp_names_free(&list->proclitics);
    hxp_names_free(&list->words);
    free(list->meanings);
    hxp_word_table_free(&list->lines);
}

/* --- Words of texts ------------------------------------------------------- */

/** Add the meanings of the word of the list that is form, if there is one. */
static bool add_meanings(hxp_word_table *to, const struct list *list,
                         hxp_str form)
{
    uint32_t word;
    if (!hxp_names_find(&list->words, form, &word))
        return true;
    hxp_word_table_row row = hxp_word_table_get(&list->lines, word);
    for (size_t i = 0; i < row.count; i++)
        if (!hxp_word_table_add(to, list->meanings[row.items[i].word], 1))
            return false;
    return true;
}

/** Add the meanings of all that form begins with. */
static bool add_beginnings(hxp_word_table *to, const struct list *list,
                           hxp_str form)
{
    char begin[LONGEST + 1];
    for (size_t n = 1; n <= form.len && n <= LONGEST; n++) {
        begin[n - 1] = form.ptr[n - 1];
        begin[n] = '*';
        if (!add_meanings(to, list, (hxp_str){ begin, n + 1 }))
            return false;
    }
    return true;
}

static size_t letters_of(hxp_str form)
{
    size_t count = 0;
    for (size_t at = 0; at < form.len; count++)
        hxp_utf8_next(form, &at);
    return count;
}

/** True when form has a proclitic in front; *rest is what it leaves. */
static bool cut_proclitic(hxp_str *rest, hxp_str form, hxp_str proclitic)
{
    if (proclitic.len == 0 || !hxp_str_starts(form, proclitic))
        return false;
    *rest = hxp_str_part(form, proclitic.len, form.len);
    return letters_of(*rest) >= SHORTEST;
}

/**
 * Add the meanings of form, or those of what is left of it without proclitics,
 * of which it may have as many as that.
 */
static bool add_form(hxp_word_table *to, const struct list *list, hxp_str form,
                     int proclitics)
{
    size_t before = to->count;
    if (!add_meanings(to, list, form) || !add_beginnings(to, list, form))
        return false;
    if (to->count > before || proclitics == 0)
        return true;
    for (size_t i = 0; i < list->proclitics.count; i++) {
        hxp_str rest;
        if (cut_proclitic(&rest, form, list->proclitics.items[i]) &&
            !add_form(to, list, rest, proclitics - 1))
            return false;
    }
    return true;
}

/** Fill *out with a row of meanings for each word of vocabulary. */
static bool list_meanings(hxp_word_table *out, const struct list *list,
                          const hxp_vocabulary *vocabulary)
{
    for (size_t w = 0; w < hxp_vocabulary_size(vocabulary); w++) {
        hxp_str form = vocabulary->forms.items[w];
        bool letters = vocabulary->words[w].kind == HXP_WORD_LETTERS;
        if (letters && list->words.count > 0 &&
            !add_form(out, list, form, PROCLITICS))
            return false;
        if (!hxp_word_table_end_row(out))
            return false;
    }
    return true;
}

/** Put two tables together: words to meanings, and these to words. */
static bool join(hxp_word_table *out, const hxp_word_table *meanings,
                 const hxp_word_table *words)
{
    for (size_t row = 0; row < meanings->rows; row++) {
        hxp_word_table_row of = hxp_word_table_get(meanings, row);
        for (size_t m = 0; m < of.count; m++) {
            hxp_word_table_row to = hxp_word_table_get(words, of.items[m].word);
            for (size_t i = 0; i < to.count; i++)
                if (!hxp_word_table_add(out, to.items[i].word, 1))
                    return false;
        }
        if (!hxp_word_table_end_row(out))
            return false;
    }
    return true;
}

static bool match(hxp_word_table *out, const struct reader *reader,
                  const hxp_vocabularies *vocabularies)
{
    hxp_word_table from = { 0 }, to = { 0 }, words = { 0 };
    bool done = list_meanings(&from, &reader->lists[0], vocabularies->source) &&
                list_meanings(&to, &reader->lists[1], vocabularies->target) &&
                hxp_word_table_transpose(&words, &to, reader->meanings.count) &&
                join(out, &from, &words);
    hxp_word_table_free(&from);
    hxp_word_table_free(&to);
    hxp_word_table_free(&words);
    return done;
}

hxp_status hxp_basics(hxp_word_table *out, const hxp_vocabularies *vocabularies,
                      hxp_error *error)
{
    struct reader reader = { .error = error };
    hxp_status status = hxp_folder_init(&reader.folder, error);
    for (size_t i = 0; status == HXP_OK && i < 2; i++) {
        status = read_list(&reader, &reader.lists[i], vocabularies->basics[i]);
        if (status == HXP_OK)
            status = read_proclitics(&reader, &reader.lists[i],
                                     vocabularies->proclitics[i]);
    }
    if (status == HXP_OK && !match(out, &reader, vocabularies))
        status = hxp_no_memory(error);
    for (size_t i = 0; i < 2; i++)
        list_free(&reader.lists[i]);
    hxp_names_free(&reader.meanings);
    hxp_folder_free(&reader.folder);
    hxp_arena_free(&reader.arena);
    return status;
}
