/* dictionaries.c - finds the dictionaries that align uses. */
#include "base/names.h"
#include "base/str.h"
#include "cli/align.h"
#include "cli/say.h"
#include "formats/extension.h"

#include <hexapla/formats.h>
#include <hexapla/lexicon.h>

#include <dirent.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where dictd's dictionaries are installed, and how FreeDict's are called. */
static const char usual_folder[] = "/usr/share/dictd";
static const char prefix[] = "freedict-";
static const char ending[] = ".index";

/** The work of opening dictionaries. */
struct work {
    hxp_dictionary *dictionary;
    const hxp_align_settings *settings;
    hxp_names languages; /* of the texts, without regions */
    bool all_known;      /* those of all texts are */
    hxp_dictionary_options reading;
};

/* --- Reading one ---------------------------------------------------------- */

/** Take "en-nl=" off the front of operand. */
static const char *take_languages(char tags[2][HXP_TAG_SIZE],
                                  const char *operand)
{
    const char *equals = strchr(operand, '=');
    const char *dash = strchr(operand, '-');
    if (!equals || !dash || dash > equals)
        return operand;
    hxp_str source = { operand, (size_t)(dash - operand) };
    hxp_str target = { dash + 1, (size_t)(equals - dash - 1) };
    if (hxp_tag_canonical(tags[0], source) &&
        hxp_tag_canonical(tags[1], target))
        return equals + 1;
    return operand;
}

/** What is known between the languages of the texts. */
static size_t known(const struct work *work)
{
    size_t count = 0;
    const hxp_names *languages = &work->languages;
    for (size_t i = 0; i < languages->count; i++)
        for (size_t j = 0; j < i; j++)
            count += hxp_dictionary_between(
                work->dictionary, languages->items[j], languages->items[i]);
    return count;
}

/** What is known of words at some time. */
typedef struct knowledge {
    size_t pairs, texts, known;
} knowledge;

static knowledge look(const struct work *work)
{
    return (knowledge){ hxp_dictionary_count(work->dictionary),
                        hxp_dictionary_lesson_count(work->dictionary),
                        known(work) };
}

/** Whether a file from which nothing is known then has nothing of use. */
static bool may_judge(const struct work *work)
{
    return work->all_known && work->languages.count > 1;
}

/** Say unasked that a file gave nothing. */
static void say_useless(const struct work *work, const char *path,
                        const knowledge *gained)
{
    if (work->settings->common.quiet || !may_judge(work))
        return;
    if (gained->pairs == 0 && gained->texts == 0 && hxp_unit_format_of(path))
        hxp_say("%s: warning: nothing in two languages that it names; "
                "en-nl=FILE tells those of a table",
                path);
    else
        hxp_say("%s: warning: nothing in it about the languages of the texts",
                path);
}

/** Say what came of a file since before: pairs of words, and texts that teach;
 * unasked: it is used if it is there. */
static void say_gained(const struct work *work, const char *path,
                       const knowledge *before, bool unasked)
{
    knowledge now = look(work);
    knowledge gained = { now.pairs - before->pairs, now.texts - before->texts,
                         now.known - before->known };
    if (gained.known == 0 && !unasked)
        say_useless(work, path, &gained);
    else if (work->settings->verbose && gained.texts > 0)
        hxp_say("%s: note: %zu pair%s of words, and %zu text%s to learn from",
                path, gained.pairs, gained.pairs == 1 ? "" : "s", gained.texts,
                gained.texts == 1 ? "" : "s");
    else if (work->settings->verbose)
        hxp_say("%s: note: %zu pair%s of words", path, gained.pairs,
                gained.pairs == 1 ? "" : "s");
}

static hxp_exit read_one(struct work *work, const char *operand, bool installed)
{
    static const char *const dic[] = { ".dic", NULL };
    char tags[2][HXP_TAG_SIZE] = { "", "" };
    const char *path = take_languages(tags, operand);
    const knowledge before = look(work);
    hxp_sayer sayer = hxp_sayer_make(work->settings->common.quiet);
    hxp_error error;
    hxp_dictionary_options reading = work->reading;
    bool untold = path == operand && hxp_extension_is(path, dic);
    for (size_t i = 0; i < 2; i++)
        reading.languages[i] = untold && i < work->languages.count
                                   ? work->languages.items[i]
                                   : hxp_str_of(tags[i]);
    reading.findings = &sayer.sink;
    hxp_unit_sink *sink = hxp_unit_format_of(path)
                              ? hxp_dictionary_lessons(work->dictionary)
                              : hxp_dictionary_sink(work->dictionary);
    hxp_status status = hxp_read_dictionary(path, &reading, sink, &error);
    hxp_sayer_finish(&sayer, path);
    if (status != HXP_OK && !(installed && status == HXP_EINPUT))
        return hxp_say_error(&error);
    if (status != HXP_OK) { /* nobody asked for it */
        hxp_say("%s: warning: not used: %s", path, error.message);
        return HXP_EXIT_OK;
    }
    say_gained(work, path, &before, installed);
    return HXP_EXIT_OK;
}

static hxp_exit load_lexicon(const struct work *work, const char *path)
{
    hxp_input *input;
    hxp_error error;
    size_t before = known(work);
    if (hxp_input_open(&input, path, &error) != HXP_OK)
        return hxp_say_error(&error);
    hxp_status status = hxp_dictionary_load(work->dictionary, input, &error);
    hxp_input_close(input);
    if (status != HXP_OK)
        return hxp_say_error(&error);
    size_t gained = known(work) - before;
    if (gained == 0 && may_judge(work) && !work->settings->common.quiet)
        hxp_say("%s: warning: nothing in it about the languages of the texts",
                path);
    else if (work->settings->verbose)
        hxp_say("%s: note: %zu pair%s of beginnings of words", path, gained,
                gained == 1 ? "" : "s");
    return HXP_EXIT_OK;
}

/* --- Installed ones ------------------------------------------------------- */

/** True when one of the texts is in the language of tag. */
static bool is_asked(const hxp_names *languages, hxp_str tag)
{
    char wanted[HXP_TAG_SIZE];
    uint32_t number;
    return hxp_tag_language(wanted, tag) &&
           hxp_names_find(languages, hxp_str_of(wanted), &number);
}

/** True for "freedict-eng-nld.index" when texts are in both languages. */
static bool is_wanted(const hxp_names *languages, const char *name)
{
    hxp_str rest = hxp_str_of(name), source;
    if (!hxp_str_starts(rest, hxp_str_of(prefix)) ||
        !hxp_str_ends(rest, hxp_str_of(ending)))
        return false;
    rest = hxp_str_part(rest, strlen(prefix), rest.len - strlen(ending));
    return hxp_str_cut(&rest, '-', &source) && is_asked(languages, source) &&
           is_asked(languages, rest);
}

static int by_name(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/** Read the wanted ones of names, which are freed, in order. */
static hxp_exit read_names(struct work *work, const char *folder, char **names,
                           size_t count)
{
    char path[PATH_MAX];
    hxp_exit code = HXP_EXIT_OK;
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 0; i < count; i++) {
        int len = snprintf(path, sizeof path, "%s/%s", folder, names[i]);
        if (code == HXP_EXIT_OK && len > 0 && (size_t)len < sizeof path)
            code = read_one(work, path, true);
        free(names[i]);
    }
    return code;
}

/** Read those of the folder that fit; a folder that is not there is empty. */
static hxp_exit read_installed(struct work *work, const char *folder)
{
    enum { MOST = 256 };
    char *names[MOST];
    size_t count = 0;
    DIR *entries = opendir(folder);
    const struct dirent *entry;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): one thread reads the stream */
    while (entries && count < MOST && (entry = readdir(entries)) != NULL)
        if (is_wanted(&work->languages, entry->d_name) &&
            (names[count] = strdup(entry->d_name)) != NULL)
            count++;
    if (entries)
        closedir(entries);
    return count > 0 ? read_names(work, folder, names, count) : HXP_EXIT_OK;
}

/* --- All ------------------------------------------------------------------ */

static hxp_exit read_all(struct work *work)
{
    const hxp_align_settings *settings = work->settings;
    bool none = false;
    hxp_exit code = HXP_EXIT_OK;
    for (size_t i = 0; i < settings->dictionaries.count; i++)
        none = none || strcmp(settings->dictionaries.items[i], "none") == 0;
    /* NOLINTNEXTLINE(concurrency-mt-unsafe): only read */
    const char *folder = getenv("HEXAPLA_DICTIONARIES");
    if (!none)
        code = read_installed(work, folder ? folder : usual_folder);
    for (size_t i = 0; code == HXP_EXIT_OK && i < settings->dictionaries.count;
         i++)
        if (strcmp(settings->dictionaries.items[i], "none") != 0)
            code = read_one(work, settings->dictionaries.items[i], false);
    for (size_t i = 0; code == HXP_EXIT_OK && i < settings->lexicons.count; i++)
        code = load_lexicon(work, settings->lexicons.items[i]);
    return code;
}

/** Gather the languages of the texts that were read or, if none were, those
 * that the files tell. False: no memory. */
static bool gather_languages(struct work *work, const hxp_values *files,
                             const hxp_group *group)
{
    size_t count = group ? group->count : files->count;
    work->all_known = true;
    for (size_t i = 0; i < count; i++) {
        char language[HXP_TAG_SIZE];
        uint32_t number;
        hxp_operand file = { .language = "" };
        if (!group)
            file = hxp_operand_of(files->items[i]);
        bool told = hxp_tag_language(language,
                                     group ? group->texts[i].document->language
                                           : hxp_str_of(file.language));
        work->all_known = work->all_known && told;
        if (told &&
            !hxp_names_add(&work->languages, hxp_str_of(language), &number))
            return false;
    }
    return true;
}

hxp_exit hxp_dictionaries_open(hxp_dictionary **out, hxp_locales *locales,
                               const hxp_align_settings *settings,
                               const hxp_values *files, const hxp_group *group)
{
    struct work work = { .settings = settings };
    hxp_error error;
    hxp_str *texts = NULL, *languages = NULL;
    if (hxp_dictionary_new(out, locales, &error) != HXP_OK)
        return hxp_say_error(&error);
    work.dictionary = *out;
    if (group)
        texts = calloc(2 * group->count, sizeof *texts);
    if (texts)
        languages = texts + group->count;
    for (size_t i = 0; texts && i < group->count; i++) {
        texts[i] = group->texts[i].document->text;
        languages[i] = group->texts[i].document->language;
    }
    work.reading =
        (hxp_dictionary_options){ .texts = texts,
                                  .text_count = texts ? group->count : 0,
                                  .text_languages = languages };
    hxp_exit code = gather_languages(&work, files, group) ? read_all(&work)
                                                          : hxp_say_no_memory();
    if (code == HXP_EXIT_OK && hxp_dictionary_learn(*out, &error) != HXP_OK)
        code = hxp_say_error(&error);
    free(texts);
    hxp_names_free(&work.languages);
    return code;
}
