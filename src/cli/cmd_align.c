/* cmd_align.c - hexapla align: versions of a text to a translation memory. */
#include "cli/fixed.h"
#include "cli/formats.h"
#include "cli/sides.h"

static const hxp_option options[] = {
    { 'o', "output", "FILE", "write there; - is standard output",
      HXP_OPTION_TEXT, offsetof(hxp_align_settings, output), NULL },
    { 'f', "format", "FORMAT",
      "tmx, tsv, json, csv, jsonl, xliff, xliff2, po, xcstrings, beads "
      "(segment numbers), "
      "ladder and ladder-text (hunalign's), vecalign, ces or table (for "
      "reading); else the output's name tells it; else tmx",
      HXP_OPTION_TEXT, offsetof(hxp_align_settings, format),
      hxp_align_formats },
    { '\0', "segmented", NULL,
      "every line of the files is a segment, empty ones too", HXP_OPTION_FLAG,
      offsetof(hxp_align_settings, segmented), NULL },
    { '\0', "min-confidence", "SHARE",
      "leave beads that are less sure, from 0 to 1, out of tmx and tsv",
      HXP_OPTION_SHARE, offsetof(hxp_align_settings, min_confidence), NULL },
    { '\0', "review", "FILE",
      "write there, as tmx, tsv or what its name tells, all that is left out "
      "of the output",
      HXP_OPTION_TEXT, offsetof(hxp_align_settings, review), NULL },
    { '\0', "keep-unaligned", NULL,
      "write segments without a translation to tmx and tsv, too",
      HXP_OPTION_FLAG, offsetof(hxp_align_settings, keep_unaligned), NULL },
    { '\0', "dates", NULL,
      "write creation dates: now, or what SOURCE_DATE_EPOCH says",
      HXP_OPTION_FLAG, offsetof(hxp_align_settings, dates), NULL },
    { '\0', "paragraphs", "HOW",
      "what parts paragraphs: blank lines, every line end, or auto, which "
      "looks at the text",
      HXP_OPTION_CHOICE, offsetof(hxp_align_settings, paragraphs),
      hxp_paragraph_names },
    { '\0', "input-format", "FORMAT", HXP_DOCUMENT_FORMATS, HXP_OPTION_TEXT,
      offsetof(hxp_align_settings, input_format), hxp_document_formats },
    { '\0', "encoding", "NAME",
      "of the files, such as windows-1252; else a byte order mark, the file "
      "itself or its bytes tell it",
      HXP_OPTION_TEXT, offsetof(hxp_align_settings, encoding), NULL },
    { '\0', "dictionary", "FILE",
      "use this dictionary (FreeDict's, hunalign's .dic, TBX, TMX, TSV), too; "
      "none: not even those installed",
      HXP_OPTION_LIST, offsetof(hxp_align_settings, dictionaries), NULL },
    { '\0', "lexicon", "FILE", "use a lexicon that --save-lexicon wrote",
      HXP_OPTION_LIST, offsetof(hxp_align_settings, lexicons), NULL },
    { '\0', "save-lexicon", "FILE",
      "write there what the texts taught of words", HXP_OPTION_TEXT,
      offsetof(hxp_align_settings, save_lexicon), NULL },
    { '\0', "fixed", "FILE",
      "keep the beads of this file (bead list, .ladder, .vecalign, .ces, .tmx) "
      "and align what lies between them",
      HXP_OPTION_TEXT, offsetof(hxp_align_settings, fixed), NULL },
    { '\0', "embeddings", "FILE",
      "use vectors of a text's segments, such as nl=FILE: .npy or raw numbers "
      "of 32 bits",
      HXP_OPTION_LIST, offsetof(hxp_align_settings, embeddings), NULL },
    { '\0', "overlaps", "FILE",
      "the texts that --embeddings holds vectors of, a line each, as Vecalign "
      "has them; else it holds one of each segment",
      HXP_OPTION_LIST, offsetof(hxp_align_settings, overlaps), NULL },
    { '\0', "batch", "MANIFEST",
      "align the groups of files that a manifest names, a line each, with what "
      "all of them teach",
      HXP_OPTION_TEXT, offsetof(hxp_align_settings, batch), NULL },
    { '\0', "jsonl", NULL,
      "read groups of texts as lines of JSON, write their beads so",
      HXP_OPTION_FLAG, offsetof(hxp_align_settings, jsonl), NULL },
    { 'j', "jobs", "N",
      "work on N groups at once, 0: as many as there are cores; else on one",
      HXP_OPTION_WHOLE, offsetof(hxp_align_settings, jobs), NULL },
    { '\0', "explain", "N",
      "write a table of the beads, or of bead N alone, with what spoke for "
      "each",
      HXP_OPTION_PICK, offsetof(hxp_align_settings, explain), NULL },
    { '\0', "drop-repeated", NULL, "leave out the headers and footers of pages",
      HXP_OPTION_FLAG, offsetof(hxp_align_settings, drop_repeated), NULL },
    { 'v', "verbose", NULL,
      "say which dictionaries are used, and which encodings found",
      HXP_OPTION_FLAG, offsetof(hxp_align_settings, verbose), NULL },
    HXP_COMMON_OPTIONS(hxp_align_settings)
};

/* --- The command ---------------------------------------------------------- */

/** Save what the alignment teaches, besides what was known. */
static hxp_exit save_lexicon(hxp_dictionary *dictionary, const hxp_group *group,
                             const hxp_alignment *alignment, const char *path)
{
    hxp_error error;
    if (hxp_align_teach(dictionary, group->sides, alignment, &error) !=
            HXP_OK ||
        hxp_dictionary_learn(dictionary, &error) != HXP_OK)
        return hxp_say_error(&error);
    return hxp_align_save_lexicon(dictionary, path);
}

/** See that the bead to be explained is there. */
static hxp_exit check_explained(const hxp_alignment *alignment,
                                const hxp_align_settings *settings)
{
    if (settings->explain == SIZE_MAX || settings->explain <= alignment->count)
        return HXP_EXIT_OK;
    hxp_say("there is no bead %zu to explain: there are %zu", settings->explain,
            alignment->count);
    return HXP_EXIT_USAGE;
}

static hxp_exit align(const hxp_group *group, const hxp_fixed_beads *fixed,
                      hxp_dictionary *dictionary,
                      const hxp_align_settings *settings)
{
    hxp_alignment *alignment = NULL;
    hxp_align_options how = HXP_ALIGN_OPTIONS_INIT;
    hxp_error error;
    how.dictionary = dictionary;
    how.fixed = fixed->beads;
    how.fixed_count = fixed->count;
    how.vectors = (const hxp_vectors *const *)group->vectors;
    how.documents = group->segmented;
    how.explain = settings->explain > 0;
    hxp_status status =
        hxp_align(&alignment, group->sides, group->count, &how, &error);
    hxp_exit code =
        status == HXP_OK ? check_explained(alignment, settings) : HXP_EXIT_OK;
    if (status == HXP_OK && code == HXP_EXIT_OK)
        status = hxp_align_save(group, alignment, settings, &error);
    if (status != HXP_OK)
        code = hxp_say_error(&error);
    if (code == HXP_EXIT_OK && settings->save_lexicon)
        code =
            save_lexicon(dictionary, group, alignment, settings->save_lexicon);
    hxp_alignment_free(alignment);
    return code;
}

static hxp_exit align_files(const hxp_command *command,
                            hxp_align_settings *settings, hxp_locales *locales)
{
    const hxp_values *files = &settings->common.operands;
    hxp_group group = { .count = 0 };
    hxp_dictionary *dictionary = NULL;
    hxp_guesser *guesser = NULL;
    hxp_fixed_beads fixed = { .count = 0 };
    hxp_text_options reading = hxp_align_reading(command, settings);
    if (files->count < 2)
        return hxp_say_usage(command, "align needs two files or more: the "
                                      "source first, then its translations");
    hxp_exit code = hxp_align_settle_format(command, settings, files->count);
    if (code == HXP_EXIT_OK)
        code = hxp_align_settle_review(command, settings, files->count);
    if (code == HXP_EXIT_OK && !settings->common.quiet)
        code = hxp_open_guesser(&guesser, locales);
    reading.guesser = guesser;
    if (code == HXP_EXIT_OK)
        code = hxp_group_read(&group, locales, files, &reading);
    if (code == HXP_EXIT_OK)
        code = hxp_find_vectors(&group, command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_find_fixed(&fixed, &group, files, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_dictionaries_open(&dictionary, locales, settings, files,
                                     &group);
    if (code == HXP_EXIT_OK)
        code = align(&group, &fixed, dictionary, settings);
    hxp_fixed_beads_free(&fixed);
    hxp_dictionary_free(dictionary);
    hxp_group_free(&group);
    hxp_guesser_free(guesser);
    return code;
}

/** Align the languages of one bilingual file. */
static hxp_exit align_sides(const hxp_command *command,
                            hxp_align_settings *settings, hxp_locales *locales)
{
    const hxp_values given = settings->common.operands;
    hxp_sides sides;
    hxp_exit code = hxp_sides_read(&sides, given.items[0], settings->encoding);
    settings->common.operands = hxp_sides_operands(&sides);
    if (code == HXP_EXIT_OK)
        code = align_files(command, settings, locales);
    settings->common.operands = given;
    hxp_sides_free(&sides);
    return code;
}

/** What a manifest names is not named otherwise. */
static hxp_exit check_batch(const hxp_command *command,
                            const hxp_align_settings *settings)
{
    if (settings->jsonl || settings->common.operands.count > 0)
        return hxp_say_usage(command, "--batch takes its files from the "
                                      "manifest");
    if (settings->fixed)
        return hxp_say_usage(command,
                             "--batch takes accepted beads from the "
                             "manifest: '<FILE' in their group's line");
    return HXP_EXIT_OK;
}

/** A stream is JSON, and all beads of it go out. */
static hxp_exit check_jsonl(const hxp_command *command,
                            const hxp_align_settings *settings)
{
    if (settings->encoding)
        return hxp_say_usage(command, "--jsonl reads UTF-8, as JSON is: "
                                      "--encoding does not go with it");
    if (settings->review)
        return hxp_say_usage(command, "--jsonl writes all beads: there is "
                                      "nothing to --review");
    return HXP_EXIT_OK;
}

/** See that the options go together. */
static hxp_exit check_options(const hxp_command *command,
                              const hxp_align_settings *settings)
{
    bool many = settings->batch || settings->jsonl;
    hxp_exit code;
    if (settings->batch)
        code = check_batch(command, settings);
    else if (settings->jsonl)
        code = check_jsonl(command, settings);
    else
        code = hxp_align_check_outputs(command, settings,
                                       &settings->common.operands);
    if (code != HXP_EXIT_OK)
        return code;
    if (many && (settings->fixed || settings->explain > 0 ||
                 settings->embeddings.count > 0))
        return hxp_say_usage(command, "--%s is about one group of files",
                             settings->fixed         ? "fixed"
                             : settings->explain > 0 ? "explain"
                                                     : "embeddings");
    if (settings->review && settings->explain > 0)
        return hxp_say_usage(command, "--explain writes all beads: there is "
                                      "nothing to --review");
    return hxp_check_document_format(command, settings->input_format);
}

static hxp_exit run_settings(const hxp_command *command,
                             hxp_align_settings *settings)
{
    hxp_locales *locales = NULL;
    hxp_exit code = check_options(command, settings);
    if (code == HXP_EXIT_OK)
        code = hxp_open_locales(&locales);
    if (code != HXP_EXIT_OK)
        return code;
    if (settings->batch)
        code = hxp_align_batch(command, settings, locales);
    else if (settings->jsonl)
        code = hxp_align_jsonl(command, settings, locales);
    else if (settings->common.operands.count == 1 &&
             hxp_sides_may_be(settings->common.operands.items[0]))
        code = align_sides(command, settings, locales);
    else
        code = align_files(command, settings, locales);
    hxp_locales_free(locales);
    return code;
}

static hxp_exit run(const hxp_command *command, int argc, char **argv)
{
    hxp_align_settings settings = { .jobs = 1 };
    int code;
    if (hxp_parse_options(command, &settings, argc, argv, &code))
        code = (int)run_settings(command, &settings);
    hxp_settings_free(&settings.common);
    return (hxp_exit)code;
}

const hxp_command hxp_command_align = {
    "align", "FILE FILE ...",
    "Aligns a text with its translations into one translation memory.", options,
    run
};
