/* dictionary.c - chooses the reader of a dictionary. */
#include "base/array.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/dictionaries/dictionary_format.h"
#include "formats/extension.h"
#include "formats/lines.h"

#include <hexapla/text.h>

#include <stdlib.h>

/** The work of reading one dictionary. */
struct work {
    const char *path;
    const hxp_dictionary_options *options;
    hxp_entries entries;
    hxp_beginnings *wanted[2];
    hxp_str *sources;           /* texts in the first language */
    char tags[2][HXP_TAG_SIZE]; /* that the name tells */
};

hxp_status hxp_entries_add(hxp_entries *entries, hxp_str source, hxp_str target,
                           hxp_error *error)
{
    if (source.len == 0 || target.len == 0)
        return HXP_OK;
    const hxp_beginnings *const *wanted = entries->wanted;
    if ((wanted[0] && !hxp_beginnings_have(wanted[0], source)) ||
        (wanted[1] && !hxp_beginnings_have(wanted[1], target)))
        return HXP_OK;
    const hxp_variant variants[2] = {
        { .language = entries->languages[0], .content.text = source },
        { .language = entries->languages[1], .content.text = target },
    };
    const hxp_unit unit = { .number = ++entries->count,
                            .file = entries->file,
                            .variants = variants,
                            .variant_count = 2 };
    return entries->sink->unit(entries->sink, &unit, error);
}

static hxp_status begin(const struct work *work, hxp_error *error)
{
    const hxp_entries *entries = &work->entries;
    const hxp_unit_header header = { .file = entries->file,
                                     .source_language = entries->languages[0],
                                     .languages = entries->languages,
                                     .language_count = 2 };
    return entries->sink->begin(entries->sink, &header, error);
}

/** True when text i may be in a language; an empty one is any. */
static bool is_in(const hxp_dictionary_options *options, size_t i,
                  hxp_str language)
{
    char own[HXP_TAG_SIZE], other[HXP_TAG_SIZE];
    return !options->text_languages ||
           !hxp_tag_language(own, options->text_languages[i]) ||
           !hxp_tag_language(other, language) || strcmp(own, other) == 0;
}

/** Gather what is wanted of a side: the words of the texts in language. */
static bool gather_side(struct work *work, int side, hxp_str language)
{
    const hxp_dictionary_options *options = work->options;
    if (options->text_count == 0)
        return true;
    work->wanted[side] = calloc(1, sizeof *work->wanted[side]);
    for (size_t i = 0; work->wanted[side] && i < options->text_count; i++)
        if (is_in(options, i, language))
            hxp_beginnings_add(work->wanted[side], options->texts[i]);
    work->entries.wanted[side] = work->wanted[side];
    return work->wanted[side] != NULL;
}

static hxp_status gather_wanted(struct work *work, const hxp_str languages[2],
                                hxp_error *error)
{
    const hxp_dictionary_options *options = work->options;
    hxp_entries *entries = &work->entries;
    work->sources = calloc(options->text_count + 1, sizeof *work->sources);
    if (!work->sources || !gather_side(work, 0, languages[0]) ||
        !gather_side(work, 1, languages[1]))
        return hxp_no_memory(error);
    for (size_t i = 0; i < options->text_count; i++)
        if (is_in(options, i, languages[0]))
            work->sources[entries->source_count++] = options->texts[i];
    entries->sources = work->sources;
    return HXP_OK;
}

/* --- dictd ---------------------------------------------------------------- */

/** path without the ending of one of a dictionary's files; none: all of it. */
static hxp_str stem_of(const char *path)
{
    static const char *const endings[] = { ".index", ".dict", ".dict.dz" };
    hxp_str whole = hxp_str_of(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (hxp_str_ends(whole, hxp_str_of(endings[i])))
            return hxp_str_part(whole, 0, whole.len - strlen(endings[i]));
    return whole;
}

/** Take what stands behind the last '-' off the end of *name, as a tag. */
static bool take_tag(char *tag, hxp_str *name)
{
    size_t at = name->len;
    while (at > 0 && name->ptr[at - 1] != '-')
        at--;
    hxp_str last = hxp_str_part(*name, at, name->len);
    if (at == 0 || !hxp_tag_canonical(tag, last))
        return false;
    *name = hxp_str_part(*name, 0, at - 1);
    return true;
}

/** Let "freedict-eng-nld" tell the languages, unless they are given. */
static void find_languages(struct work *work, hxp_str stem)
{
    if (work->entries.languages[0].len > 0)
        return;
    if (take_tag(work->tags[1], &stem) && take_tag(work->tags[0], &stem))
        for (int i = 0; i < 2; i++)
            work->entries.languages[i] = hxp_str_of(work->tags[i]);
}

/** Open the file stem + ending. */
static hxp_status open_part(hxp_input **out, hxp_str stem, const char *ending,
                            hxp_error *error)
{
    hxp_buffer path = { NULL, 0, 0 };
    hxp_status status = HXP_ENOMEM;
    *out = NULL;
    if (hxp_buffer_add(&path, stem) &&
        hxp_buffer_add(&path, (hxp_str){ ending, strlen(ending) + 1 }))
        status = hxp_input_open(out, path.ptr, error);
    else
        hxp_no_memory(error);
    hxp_buffer_free(&path);
    return status;
}

static hxp_status read_dictd(struct work *work, hxp_error *error)
{
    hxp_str stem = stem_of(work->path);
    hxp_input *index = NULL, *articles = NULL;
    find_languages(work, stem);
    hxp_status status = gather_wanted(work, work->entries.languages, error);
    if (status == HXP_OK)
        status = open_part(&index, stem, ".index", error);
    if (status == HXP_OK) /* which need not be inflated */
        status = open_part(&articles, stem, ".dict", error);
    if (status == HXP_EINPUT && index)
        status = open_part(&articles, stem, ".dict.dz", error);
    if (status == HXP_OK)
        status = hxp_dictd_read(&work->entries, index, articles, error);
    hxp_input_close(index);
    hxp_input_close(articles);
    return status;
}

/* --- Others --------------------------------------------------------------- */

static hxp_status read_entries(struct work *work, char mark, hxp_error *error)
{
    hxp_input *input;
    hxp_status status = hxp_input_open(&input, work->path, error);
    if (status != HXP_OK)
        return status;
    status = hxp_dic_read(&work->entries, input, mark, error);
    hxp_input_close(input);
    return status;
}

static hxp_status read_dic(struct work *work, hxp_error *error)
{
    hxp_status status = gather_wanted(work, work->entries.languages, error);
    return status == HXP_OK ? read_entries(work, '@', error) : status;
}

/** Its long entries teach, so that all are wanted. */
static hxp_status read_table(struct work *work, hxp_error *error)
{
    return read_entries(work, '\t', error);
}

/** True when a line of tags, with tabs between, has the language of tag. */
static bool names(hxp_str line, hxp_str tag)
{
    hxp_str column;
    while (hxp_str_cut(&line, '\t', &column))
        if (hxp_tag_equal(hxp_tag_primary(column), hxp_tag_primary(tag)))
            return true;
    return false;
}

/** Let *plain tell that the file is a table whose languages are given, for its
 * first line does not name them. */
static hxp_status look_for_languages(bool *plain, const struct work *work,
                                     hxp_error *error)
{
    static const char *const tsv[] = { ".tsv", NULL };
    const hxp_str *given = work->options->languages;
    hxp_lines lines;
    hxp_input *input;
    hxp_str line = { "", 0 };
    bool more;
    *plain = false;
    if (given[0].len == 0 || given[1].len == 0 ||
        !hxp_extension_is(work->path, tsv))
        return HXP_OK;
    hxp_status status = hxp_input_open(&input, work->path, error);
    if (status != HXP_OK)
        return status;
    status = hxp_lines_open(&lines, input, NULL, 0, error);
    if (status == HXP_OK)
        status = hxp_lines_next(&line, &more, &lines, error);
    *plain = !names(line, given[0]) || !names(line, given[1]);
    hxp_lines_close(&lines);
    hxp_input_close(input);
    return status;
}

/** Hand on a concept as a unit of its terms, but for those forbidden. */
static hxp_status add_concept(hxp_entries *entries, const hxp_concept *concept,
                              hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < concept->term_count; i++)
        for (size_t j = i + 1; status == HXP_OK && j < concept->term_count;
             j++) {
            const hxp_term *a = &concept->terms[i], *b = &concept->terms[j];
            if (a->status == HXP_TERM_DEPRECATED ||
                b->status == HXP_TERM_DEPRECATED)
                continue;
            entries->languages[0] = a->language;
            entries->languages[1] = b->language;
            status = hxp_entries_add(entries, a->text, b->text, error);
        }
    return status;
}

static hxp_status read_termbase(struct work *work, hxp_error *error)
{
    hxp_termbase *termbase = NULL;
    hxp_input *input = NULL;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    static const hxp_str any[2] = { { "", 0 }, { "", 0 } };
    options.findings = work->options->findings;
    hxp_status status = gather_wanted(work, any, error);
    if (status == HXP_OK)
        status = hxp_input_open(&input, work->path, error);
    if (status == HXP_OK)
        status = hxp_termbase_new(&termbase, error);
    if (status == HXP_OK)
        status = hxp_termbase_read(termbase, input, &options, error);
    for (size_t i = 0; status == HXP_OK && i < hxp_termbase_count(termbase);
         i++)
        status = add_concept(&work->entries, hxp_termbase_concept(termbase, i),
                             error);
    hxp_termbase_free(termbase);
    hxp_input_close(input);
    return status;
}

static hxp_status read_units(const struct work *work, hxp_unit_sink *sink,
                             hxp_error *error)
{
    hxp_input *input;
    hxp_read_options options = HXP_READ_OPTIONS_INIT;
    options.findings = work->options->findings;
    hxp_status status = hxp_input_open(&input, work->path, error);
    if (status != HXP_OK)
        return status;
    status = hxp_read_units(input, &options, sink, error);
    hxp_input_close(input);
    return status;
}

/** The reader of a dictionary's own format for path; NULL: it is units. */
static hxp_status (*reader_of(const char *path))(struct work *, hxp_error *)
{
    static const char *const dic[] = { ".dic", NULL };
    static const char *const tbx[] = { ".tbx", NULL };
    if (hxp_extension_is(path, dic))
        return read_dic;
    if (hxp_extension_is(path, tbx))
        return read_termbase;
    return stem_of(path).len < strlen(path) ? read_dictd : NULL;
}

hxp_status hxp_read_dictionary(const char *path,
                               const hxp_dictionary_options *options,
                               hxp_unit_sink *sink, hxp_error *error)
{
    static const hxp_dictionary_options defaults = HXP_DICTIONARY_OPTIONS_INIT;
    struct work work = { .path = path,
                         .options = options ? options : &defaults,
                         .entries = { .sink = sink } };
    hxp_status (*read)(struct work *, hxp_error *) = reader_of(path);
    bool plain;
    work.entries.file = hxp_str_of(path);
    for (int i = 0; i < 2; i++)
        work.entries.languages[i] = work.options->languages[i];
    hxp_status status = look_for_languages(&plain, &work, error);
    if (status != HXP_OK)
        return status;
    if (plain)
        read = read_table;
    if (!read)
        return read_units(&work, sink, error);
    status = begin(&work, error);
    if (status == HXP_OK)
        status = read(&work, error);
    if (status == HXP_OK)
        status = sink->end(sink, error);
    free(work.wanted[0]);
    free(work.wanted[1]);
    free(work.sources);
    return status;
}
