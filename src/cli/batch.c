/* batch.c - hexapla align --batch: the groups of a project. */
#include "base/error.h"
#include "base/str.h"
#include "cli/fixed.h"
#include "cli/formats.h"
#include "cli/guard.h"
#include "cli/manifest.h"
#include "cli/parallel.h"
#include "cli/progress.h"
#include "cli/say.h"
#include "model/sink.h"

#include <stdlib.h>
#include <string.h>

/** The project in work. */
struct batch {
    const hxp_command *command;
    const hxp_align_settings *settings;
    hxp_align_settings shared; /* for what all share: with --review, parts */
    hxp_manifest manifest;
    hxp_dictionary *dictionary;
    size_t next;            /* the line to be taken */
    bool learning;          /* the first time through */
    hxp_unit_target target; /* where the units of all groups go */
    hxp_unit_target review; /* and those for review */
    size_t reviewed;        /* beads for review */
    bool stopped;           /* what all share cannot be written */
    hxp_progress progress;
    hxp_exit code; /* the worst so far */
};

/** A group in work. */
struct job {
    hxp_manifest_line *line;
    hxp_group group;
    hxp_alignment *alignment;
    hxp_exit code;
};

/** Keep the worst of exit codes. */
static void note_code(struct batch *batch, hxp_exit code)
{
    if (batch->code < code)
        batch->code = code;
}

/* --- Aligning ------------------------------------------------------------- */

/** What each thread has of its own. */
struct worker {
    hxp_locales *locales;
    hxp_guesser *guesser; /* NULL: it is not asked */
};

static void end_worker(void *state)
{
    struct worker *worker = state;
    hxp_guesser_free(worker->guesser);
    hxp_locales_free(worker->locales);
    free(worker);
}

static void *begin_worker(void *context)
{
    const struct batch *batch = context;
    struct worker *worker = calloc(1, sizeof *worker);
    if (!worker)
        return NULL;
    hxp_exit code = hxp_open_locales(&worker->locales);
    if (code == HXP_EXIT_OK && !batch->learning &&
        !batch->settings->common.quiet)
        code = hxp_open_guesser(&worker->guesser, worker->locales);
    if (code == HXP_EXIT_OK)
        return worker;
    end_worker(worker);
    return NULL;
}

static void *take(void *context)
{
    struct batch *batch = context;
    const hxp_manifest *manifest = &batch->manifest;
    struct job *job = NULL;
    while (batch->next < manifest->count && manifest->lines[batch->next].failed)
        batch->next++;
    if (batch->next < manifest->count)
        job = calloc(1, sizeof *job);
    if (job)
        job->line = &manifest->lines[batch->next++];
    return job;
}

static void work(void *context, void *state, void *item)
{
    const struct batch *batch = context;
    const struct worker *worker = state;
    struct job *job = item;
    hxp_align_options how = HXP_ALIGN_OPTIONS_INIT;
    hxp_align_settings settings = *batch->settings;
    hxp_fixed_beads fixed = { .count = 0 };
    hxp_error error;
    hxp_text_options reading =
        hxp_align_reading(batch->command, batch->settings);
    reading.quiet = true;
    reading.guesser = worker->guesser;
    how.dictionary = batch->dictionary;
    job->code = hxp_group_read(&job->group, worker->locales, &job->line->files,
                               &reading);
    settings.common.quiet = batch->learning || settings.common.quiet;
    settings.fixed = job->line->fixed;
    if (job->code == HXP_EXIT_OK)
        job->code =
            hxp_find_fixed(&fixed, &job->group, &job->line->files, &settings);
    how.fixed = fixed.beads;
    how.fixed_count = fixed.count;
    how.documents = job->group.segmented;
    if (job->code == HXP_EXIT_OK &&
        hxp_align(&job->alignment, job->group.sides, job->group.count, &how,
                  &error) != HXP_OK)
        job->code = hxp_say_error(&error);
    hxp_fixed_beads_free(&fixed);
}

/** Send the beads of a group to what all share: when that cannot be written,
 * no group can. */
static hxp_status write_shared(struct batch *batch, hxp_unit_target *target,
                               const struct job *job,
                               const hxp_alignment *alignment, hxp_error *error)
{
    hxp_status status = hxp_align_write_units(target, &job->group, alignment,
                                              &batch->shared, error);
    batch->stopped = status == HXP_ESYSTEM;
    return status;
}

/** Write the beads of a group to its own output, or to that of all. */
static hxp_status write_beads(struct batch *batch, const struct job *job,
                              const hxp_alignment *alignment, hxp_error *error)
{
    hxp_align_settings own = batch->shared;
    if (!job->line->output)
        return write_shared(batch, &batch->target, job, alignment, error);
    own.output = job->line->output;
    own.left_out = &batch->target.left_out;
    if (hxp_align_settle_format(batch->command, &own, job->group.count) !=
        HXP_EXIT_OK)
        return hxp_fail(error, HXP_EINPUT, "%s: not written", own.output);
    return hxp_align_save(&job->group, alignment, &own, error);
}

/** Write a group: all its beads, or what needs review apart. */
static hxp_status write_job(struct batch *batch, const struct job *job,
                            hxp_error *error)
{
    hxp_parts parts;
    if (!batch->settings->review)
        return write_beads(batch, job, job->alignment, error);
    hxp_status status = hxp_align_part(&parts, &job->group, job->alignment,
                                       batch->settings, error);
    if (status == HXP_OK)
        status = write_beads(batch, job, &parts.sure, error);
    if (status == HXP_OK)
        status = write_shared(batch, &batch->review, job, &parts.rest, error);
    batch->reviewed += parts.rest.count;
    hxp_parts_free(&parts);
    return status;
}

static bool give(void *context, void *item)
{
    struct batch *batch = context;
    struct job *job = item;
    hxp_status status = HXP_OK;
    hxp_error error;
    if (job->code == HXP_EXIT_OK)
        status = batch->learning
                     ? hxp_align_teach(batch->dictionary, job->group.sides,
                                       job->alignment, &error)
                     : write_job(batch, job, &error);
    if (status != HXP_OK)
        job->code = hxp_say_error(&error);
    note_code(batch, job->code);
    if (batch->learning && job->code != HXP_EXIT_OK)
        job->line->failed = true;
    hxp_progress_step(&batch->progress);
    hxp_alignment_free(job->alignment);
    hxp_group_free(&job->group);
    free(job);
    /* what is wrong with one group, or its output, stops no other */
    return !batch->stopped && status != HXP_ENOMEM;
}

static void run(struct batch *batch)
{
    const hxp_parallel parallel = { batch, take,         work,
                                    give,  begin_worker, end_worker };
    size_t groups = 0;
    for (size_t i = 0; i < batch->manifest.count; i++)
        groups += !batch->manifest.lines[i].failed;
    batch->next = 0;
    batch->progress =
        hxp_progress_begin(batch->learning ? "groups read" : "groups", groups,
                           batch->settings->common.quiet);
    if (!hxp_parallel_run(&parallel, batch->settings->jobs))
        note_code(batch, HXP_EXIT_SYSTEM);
    hxp_progress_end(&batch->progress);
}

/* --- The units of all groups ---------------------------------------------- */

/** A sink for one group after another, between one begin and one end. */
struct series {
    hxp_unit_sink sink;
    hxp_unit_sink *next;
    hxp_output *output; /* NULL: there is none */
    hxp_sayer losses;
    size_t number;
};

static hxp_status pass_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                            hxp_error *error)
{
    struct series *series = (struct series *)sink;
    hxp_unit counted = *unit;
    counted.number = ++series->number;
    return series->next->unit(series->next, &counted, error);
}

/** Begin next with the languages of all groups. */
static hxp_status begin_series(hxp_unit_sink *next, const struct batch *batch,
                               hxp_error *error)
{
    const hxp_manifest *manifest = &batch->manifest;
    hxp_operand *operands = calloc(manifest->files.count, sizeof *operands);
    hxp_str *languages = calloc(manifest->files.count, sizeof *languages);
    hxp_unit_header header = { .file = HXP_STR("batch"),
                               .languages = languages };
    hxp_status status = HXP_ENOMEM;
    for (size_t i = 0; operands && languages && i < manifest->files.count;
         i++) {
        size_t k = 0;
        operands[i] = hxp_operand_of(manifest->files.items[i]);
        hxp_str tag = hxp_str_of(operands[i].language);
        while (k < header.language_count && !hxp_str_equal(languages[k], tag))
            k++;
        if (tag.len > 0 && k == header.language_count)
            languages[header.language_count++] = tag;
    }
    if (operands && languages) {
        header.source_language =
            header.language_count > 0 ? languages[0] : HXP_STR("");
        for (size_t i = 0; i < manifest->count; i++)
            if (strcmp(
                    hxp_operand_of(manifest->lines[i].files.items[0]).language,
                    operands[0].language) != 0)
                header.source_language = HXP_STR("*all*");
        status = next->begin(next, &header, error);
    } else {
        hxp_no_memory(error);
    }
    free(operands);
    free(languages);
    return status;
}

/** Let the units of all groups go to path. */
static hxp_status open_series(struct series *series, const struct batch *batch,
                              const char *path, const char *format,
                              hxp_error *error)
{
    hxp_write_options writing = HXP_WRITE_OPTIONS_INIT;
    series->sink = (hxp_unit_sink){ hxp_ignore_begin, pass_unit, hxp_ignore_end,
                                    hxp_ignore_close };
    series->losses = hxp_sayer_of_texts(batch->settings->common.quiet);
    writing.format = format;
    writing.losses = &series->losses.sink;
    hxp_status status = hxp_guard_open(&series->output, path, error);
    if (status == HXP_OK)
        status =
            hxp_unit_writer_new(&series->next, series->output, &writing, error);
    if (status == HXP_OK)
        status = begin_series(series->next, batch, error);
    return status;
}

static hxp_status finish_series(struct series *series, hxp_error *error)
{
    if (!series->output)
        return HXP_OK;
    hxp_status status = series->next->end(series->next, error);
    if (status != HXP_OK)
        return status;
    series->next->close(series->next);
    series->next = NULL;
    status = hxp_guard_finish(series->output, error);
    series->output = NULL;
    return status;
}

static void close_series(struct series *series)
{
    if (series->next)
        series->next->close(series->next);
    hxp_guard_close(series->output);
}

/** Write all groups; those without an output of their own go to one, and what
 * needs review to another. */
static hxp_exit write_all(struct batch *batch)
{
    const hxp_align_settings *settings = batch->settings;
    struct series units = { .number = 0 }, review = units;
    hxp_error error;
    hxp_status status = HXP_OK;
    bool common = false;
    for (size_t i = 0; i < batch->manifest.count; i++)
        common = common || !batch->manifest.lines[i].output;
    batch->shared = *settings;
    if (settings->review)
        hxp_align_whole(&batch->shared);
    batch->target.sink = &units.sink;
    batch->review.sink = &review.sink;
    if (common)
        status = open_series(&units, batch, settings->output, settings->format,
                             &error);
    if (status == HXP_OK && settings->review)
        status = open_series(&review, batch, settings->review,
                             settings->review_format, &error);
    if (status == HXP_OK) {
        run(batch);
        status = finish_series(&units, &error);
    }
    if (status == HXP_OK)
        status = finish_series(&review, &error);
    close_series(&units);
    close_series(&review);
    batch->target.sink = batch->review.sink = NULL;
    if (status != HXP_OK)
        note_code(batch, hxp_say_error(&error));
    if (!settings->common.quiet)
        hxp_say_left_out(&batch->target.left_out);
    hxp_say_review(settings, batch->reviewed);
    return batch->code;
}

/* --- All ------------------------------------------------------------------ */

/** Learn from all groups, unless a lexicon is given that is only to be used. */
static hxp_exit learn(struct batch *batch)
{
    hxp_error error;
    if (batch->settings->lexicons.count > 0 && !batch->settings->save_lexicon)
        return HXP_EXIT_OK;
    batch->learning = true;
    run(batch);
    batch->learning = false;
    if (hxp_dictionary_learn(batch->dictionary, &error) != HXP_OK)
        return hxp_say_error(&error);
    return batch->settings->save_lexicon
               ? hxp_align_save_lexicon(batch->dictionary,
                                        batch->settings->save_lexicon)
               : HXP_EXIT_OK;
}

/** One output for several groups must be of units. */
static hxp_exit check_format(const struct batch *batch,
                             hxp_align_settings *settings)
{
    for (size_t i = 0; i < batch->manifest.count; i++) {
        if (batch->manifest.lines[i].output)
            continue;
        hxp_exit code = hxp_align_settle_format(batch->command, settings, 2);
        if (code != HXP_EXIT_OK || hxp_is_unit_format(settings->format))
            return code;
        return hxp_say_usage(batch->command,
                             "the format '%s' holds one group: name an output "
                             "for each in the manifest",
                             settings->format);
    }
    return HXP_EXIT_OK;
}

/** What needs review of all groups goes into one file of units. */
static hxp_exit check_review(const struct batch *batch,
                             hxp_align_settings *settings)
{
    hxp_exit code = hxp_align_settle_review(batch->command, settings, 2);
    if (code != HXP_EXIT_OK || !settings->review ||
        hxp_is_unit_format(settings->review_format))
        return code;
    return hxp_say_usage(batch->command,
                         "the format '%s' holds one group: --review takes "
                         "units",
                         settings->review_format);
}

hxp_exit hxp_align_batch(const hxp_command *command,
                         hxp_align_settings *settings, hxp_locales *locales)
{
    struct batch batch = { .command = command, .settings = settings };
    hxp_exit code = hxp_manifest_read(&batch.manifest, settings->batch,
                                      settings->input_format);
    batch.code = batch.manifest.faulty ? HXP_EXIT_INPUT : HXP_EXIT_OK;
    if (code == HXP_EXIT_OK)
        code = check_format(&batch, settings);
    if (code == HXP_EXIT_OK)
        code = check_review(&batch, settings);
    if (code == HXP_EXIT_OK)
        code =
            hxp_align_check_outputs(command, settings, &batch.manifest.files);
    if (code == HXP_EXIT_OK)
        code = hxp_dictionaries_open(&batch.dictionary, locales, settings,
                                     &batch.manifest.files, NULL);
    if (code == HXP_EXIT_OK)
        code = learn(&batch);
    if (code == HXP_EXIT_OK)
        code = write_all(&batch);
    hxp_dictionary_free(batch.dictionary);
    hxp_manifest_free(&batch.manifest);
    return code;
}
