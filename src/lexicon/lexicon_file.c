/* lexicon_file.c - what a dictionary learned, as text. */
#include "base/array.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "lexicon/dictionary.h"
#include "text/utf8.h"

enum { LIMIT = 1 << 30, WEIGHT_DIGITS = 4, MOST_COLUMNS = 4 };

static const char head[] = "hexapla-lexicon 1";
static const char any_head[] = "hexapla-lexicon "; /* of any version */

/* --- Saving --------------------------------------------------------------- */

static void put_pair(hxp_output *output, const hxp_dictionary *dictionary,
                     const hxp_word_relation *relation,
                     const hxp_stem_pair *pair)
{
    char text[HXP_DECIMAL_SIZE];
    for (int k = 0; k < 2; k++) {
        const hxp_vocabulary *vocabulary =
            &dictionary->languages[relation->languages[k]].taught;
        hxp_output_write(output, vocabulary->stems.items[pair->stems[k]]);
        hxp_output_write(output, HXP_STR("\t"));
    }
    for (int k = 0; k < 2; k++) {
        hxp_decimal(text, (double)pair->weights[k], WEIGHT_DIGITS);
        hxp_output_printf(output, "%s%s", text, k == 0 ? "\t" : "\n");
    }
}

hxp_status hxp_dictionary_save(const hxp_dictionary *dictionary,
                               hxp_output *output, hxp_error *error)
{
    hxp_output_printf(output, "%s\n", head);
    for (size_t i = 0; i < dictionary->relation_count; i++) {
        const hxp_word_relation *relation = &dictionary->relations[i];
        if (relation->learned_count == 0)
            continue;
        hxp_output_printf(output, "%s\t%s\n",
                          dictionary->languages[relation->languages[0]].tag,
                          dictionary->languages[relation->languages[1]].tag);
        for (size_t k = 0; k < relation->learned_count; k++)
            put_pair(output, dictionary, relation, &relation->learned[k]);
    }
    return hxp_output_failed(output)
               ? hxp_fail(error, HXP_ESYSTEM, "the lexicon cannot be written")
               : HXP_OK;
}

/* --- Loading -------------------------------------------------------------- */

/** A lexicon being read. */
typedef struct loader {
    hxp_dictionary *dictionary;
    const char *file;
    hxp_place place;
    size_t relation; /* its number + 1; 0: none has begun */
    bool turned;     /* the file has its languages the other way round */
} loader;

static hxp_status refuse(const loader *loading, hxp_error *error,
                         const char *what)
{
    return hxp_fail_at(error, HXP_EINPUT, loading->file, loading->place, "%s",
                       what);
}

static hxp_status begin_relation(loader *loading, const hxp_str tags[2],
                                 hxp_error *error)
{
    size_t languages[2];
    for (int k = 0; k < 2; k++) {
        hxp_status status = hxp_dictionary_language(
            loading->dictionary, tags[k], &languages[k], error);
        if (status != HXP_OK)
            return status;
        if (languages[k] == HXP_NO_LANGUAGE)
            return refuse(loading, error, "a line names no two languages");
    }
    if (languages[0] == languages[1])
        return refuse(loading, error, "the same language twice");
    loading->turned = languages[0] > languages[1];
    const hxp_word_relation *relation =
        hxp_dictionary_relation(loading->dictionary, languages[loading->turned],
                                languages[!loading->turned]);
    if (!relation)
        return hxp_no_memory(error);
    loading->relation = (size_t)(relation - loading->dictionary->relations) + 1;
    return HXP_OK;
}

static hxp_status add_pair(loader *loading, const hxp_str columns[],
                           hxp_error *error)
{
    hxp_dictionary *dictionary = loading->dictionary;
    hxp_stem_pair pair;
    if (loading->relation == 0)
        return refuse(loading, error, "words before the languages");
    hxp_word_relation *relation = &dictionary->relations[loading->relation - 1];
    for (int k = 0; k < 2; k++) {
        int to = loading->turned ? !k : k;
        hxp_names *stems =
            &dictionary->languages[relation->languages[to]].taught.stems;
        double weight;
        if (!hxp_decimal_read(&weight, columns[2 + k]) || weight < 0 ||
            weight > 1)
            return refuse(loading, error, "a probability is not from 0 to 1");
        pair.weights[to] = (float)weight;
        if (!hxp_names_add(stems, columns[k], &pair.stems[to]))
            return hxp_no_memory(error);
    }
    return hxp_relation_add_learned(relation, pair) ? HXP_OK
                                                    : hxp_no_memory(error);
}

static hxp_status read_head(const loader *loading, hxp_str line,
                            hxp_error *error)
{
    if (hxp_str_is(line, head))
        return HXP_OK;
    return refuse(loading, error,
                  hxp_str_starts(line, hxp_str_of(any_head))
                      ? "a lexicon of another version of Hexapla: write it "
                        "again with --save-lexicon"
                      : "no lexicon: line 1 is not \"hexapla-lexicon 1\"");
}

static hxp_status read_line(loader *loading, hxp_str line, hxp_error *error)
{
    hxp_str columns[MOST_COLUMNS + 1];
    size_t count = 0;
    if (hxp_utf8_invalid(line) < line.len)
        return refuse(loading, error, "not UTF-8");
    while (count <= MOST_COLUMNS && hxp_str_cut(&line, '\t', &columns[count]))
        count++;
    if (loading->place.line == 1)
        return read_head(loading, count == 1 ? columns[0] : HXP_STR(""), error);
    if (count == 2)
        return begin_relation(loading, columns, error);
    if (count == MOST_COLUMNS)
        return add_pair(loading, columns, error);
    return refuse(loading, error,
                  "neither two languages nor two words with two "
                  "probabilities");
}

hxp_status hxp_dictionary_load(hxp_dictionary *dictionary, hxp_input *input,
                               hxp_error *error)
{
    hxp_buffer bytes = { NULL, 0, 0 };
    loader loading = { .dictionary = dictionary,
                       .file = hxp_input_name(input),
                       .place = { 0, 1, 1 } };
    hxp_str line;
    hxp_status status = hxp_input_read_all(input, &bytes, LIMIT, error);
    hxp_str rest = hxp_buffer_str(&bytes);
    while (status == HXP_OK && hxp_line_cut(&rest, &line)) {
        loading.place.line++;
        status = read_line(&loading, line, error);
    }
    if (status == HXP_OK && loading.place.line == 0)
        status = refuse(&loading, error, "the file is empty");
    hxp_buffer_free(&bytes);
    return status;
}
