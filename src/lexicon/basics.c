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
struct hxp_basic_words {
    hxp_names words;      /* folded; those with any ending have * behind */
    hxp_names meanings;   /* as they are written, folded */
    uint32_t *numbers;    /* of the meaning of each line */
    hxp_word_table lines; /* a row for each word: those that have it */
    hxp_names proclitics; /* folded */
};

/** What is needed to read a list. */
struct reader {
    hxp_basic_words *to;
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
static hxp_status read_line(struct reader *reader, hxp_word_table *words,
                            hxp_str line)
{
    hxp_basic_words *to = reader->to;
    hxp_str rest, meaning, word;
    uint32_t number;
    hxp_status status = fold(&rest, reader, line);
    if (status != HXP_OK)
        return status;
    hxp_str_cut(&rest, '>', &meaning);
    if (!hxp_names_add(&to->meanings, hxp_str_trim(meaning),
                       &to->numbers[words->rows]))
        return hxp_no_memory(reader->error);
    while (hxp_str_cut(&rest, ',', &word))
        if (!hxp_names_add(&to->words, hxp_str_trim(word), &number) ||
            !hxp_word_table_add(words, number, 1))
            return hxp_no_memory(reader->error);
    return hxp_word_table_end_row(words) ? HXP_OK
                                         : hxp_no_memory(reader->error);
}

static hxp_status read_list(struct reader *reader, const hxp_word_list *list)
{
    hxp_basic_words *to = reader->to;
    hxp_word_table words = { 0 };
    size_t count = hxp_word_list_count(list);
    hxp_status status = hxp_folder_init(&reader->folder, reader->error);
    to->numbers = calloc(count + 1, sizeof *to->numbers);
    if (status == HXP_OK && !to->numbers)
        status = hxp_no_memory(reader->error);
    for (size_t i = 0; status == HXP_OK && i < count; i++) {
        status = read_line(reader, &words, hxp_word_list_entry(list, i));
        hxp_arena_reset(&reader->arena);
    }
    if (status == HXP_OK &&
        !hxp_word_table_transpose(&to->lines, &words, to->words.count))
        status = hxp_no_memory(reader->error);
    hxp_word_table_free(&words);
    return status;
}

static hxp_status read_proclitics(struct reader *reader,
                                  const hxp_word_list *list)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < hxp_word_list_count(list); i++) {
        hxp_str entry = hxp_word_list_entry(list, i);
        uint32_t number;
        status = fold(&entry, reader, entry);
        if (status == HXP_OK &&
            !hxp_names_add(&reader->to->proclitics, entry, &number))
            status = hxp_no_memory(reader->error);
    }
    return status;
}

hxp_status hxp_basic_words_new(hxp_basic_words **out,
                               const hxp_language *language, hxp_error *error)
{
    const hxp_word_list *list = hxp_language_list(language, "basic-words");
    struct reader reader = { .error = error };
    *out = NULL;
    if (!list)
        return HXP_OK;
    reader.to = calloc(1, sizeof *reader.to);
    if (!reader.to)
        return hxp_no_memory(error);
    hxp_status status = read_list(&reader, list);
    if (status == HXP_OK)
        status =
            read_proclitics(&reader, hxp_language_list(language, "proclitics"));
    hxp_folder_free(&reader.folder);
    hxp_arena_free(&reader.arena);
    if (status == HXP_OK)
        *out = reader.to;
    else
        hxp_basic_words_free(reader.to);
    return status;
}

void hxp_basic_words_free(hxp_basic_words *words)
{
    if (!words)
        return;
    hxp_names_free(&words->proclitics);
    hxp_names_free(&words->words);
    hxp_names_free(&words->meanings);
    free(words->numbers);
    hxp_word_table_free(&words->lines);
    free(words);
}

/* --- Words of texts ------------------------------------------------------- */

/** Add the meanings of the word of the list that is form, if there is one. */
static bool add_meanings(hxp_word_table *to, const hxp_basic_words *list,
                         hxp_str form)
{
    uint32_t word;
    if (!hxp_names_find(&list->words, form, &word))
        return true;
    hxp_word_table_row row = hxp_word_table_get(&list->lines, word);
    for (size_t i = 0; i < row.count; i++)
        if (!hxp_word_table_add(to, list->numbers[row.items[i].word], 1))
            return false;
    return true;
}

/** Add the meanings of all that form begins with. */
static bool add_beginnings(hxp_word_table *to, const hxp_basic_words *list,
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

/** Take the longest proclitic off *form that leaves enough. False: none. */
static bool cut_proclitic(hxp_str *form, const hxp_names *proclitics)
{
    hxp_str shortest = *form;
    for (size_t i = 0; i < proclitics->count; i++) {
        hxp_str cut = proclitics->items[i];
        if (!hxp_str_starts(*form, cut))
            continue;
        hxp_str rest = hxp_str_part(*form, cut.len, form->len);
        if (rest.len < shortest.len && hxp_utf8_length(rest) >= SHORTEST)
            shortest = rest;
    }
    bool found = shortest.len < form->len;
    *form = shortest;
    return found;
}

/** Add the meanings of form, or else of what its proclitics leave of it. */
static bool add_form(hxp_word_table *to, const hxp_basic_words *list,
                     hxp_str form)
{
    size_t before = to->count;
    for (int cut = 0; cut <= PROCLITICS; cut++) {
        if (!add_meanings(to, list, form) || !add_beginnings(to, list, form))
            return false;
        if (to->count > before || !cut_proclitic(&form, &list->proclitics))
            break;
    }
    return true;
}

/** Fill *out with a row of meanings for each word of vocabulary. */
static bool list_meanings(hxp_word_table *out, const hxp_basic_words *list,
                          const hxp_vocabulary *vocabulary)
{
    for (size_t w = 0; w < hxp_vocabulary_size(vocabulary); w++) {
        hxp_str form = vocabulary->forms.items[w];
        bool letters = vocabulary->words[w].kind == HXP_WORD_LETTERS;
        if (letters && list->words.count > 0 && !add_form(out, list, form))
            return false;
        if (!hxp_word_table_end_row(out))
            return false;
    }
    return true;
}

/** Put two tables together: words to meanings of a list, by names those of
 * the other list, and these to words. */
static bool join(hxp_word_table *out, const hxp_word_table *meanings,
                 const hxp_word_table *words,
                 const hxp_basic_words *const lists[2])
{
    for (size_t row = 0; row < meanings->rows; row++) {
        hxp_word_table_row of = hxp_word_table_get(meanings, row);
        for (size_t m = 0; m < of.count; m++) {
            uint32_t meaning;
            if (!hxp_names_find(&lists[1]->meanings,
                                lists[0]->meanings.items[of.items[m].word],
                                &meaning))
                continue;
            hxp_word_table_row to = hxp_word_table_get(words, meaning);
            for (size_t i = 0; i < to.count; i++)
                if (!hxp_word_table_add(out, to.items[i].word, 1))
                    return false;
        }
        if (!hxp_word_table_end_row(out))
            return false;
    }
    return true;
}

bool hxp_basics(hxp_word_table *out, const hxp_vocabularies *vocabularies)
{
    const hxp_basic_words *const *lists = vocabularies->basics;
    hxp_word_table from = { 0 }, to = { 0 }, words = { 0 };
    if (!lists[0] || !lists[1])
        return true;
    bool done =
        list_meanings(&from, lists[0], vocabularies->source) &&
        list_meanings(&to, lists[1], vocabularies->target) &&
        hxp_word_table_transpose(&words, &to, lists[1]->meanings.count) &&
        join(out, &from, &words, lists);
    hxp_word_table_free(&from);
    hxp_word_table_free(&to);
    hxp_word_table_free(&words);
    return done;
}
