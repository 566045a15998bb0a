/* jsonl.c - hexapla align --jsonl: a stream of groups in, of beads out. */
#include "base/error.h"
#include "base/json.h"
#include "base/str.h"
#include "cli/align.h"
#include "cli/guard.h"
#include "cli/parallel.h"
#include "cli/progress.h"
#include "formats/beads/bead_format.h"
#include "formats/beads/json_group.h"
#include "formats/lines.h"

#include <hexapla/segment.h>

#include <stdlib.h>
#include <string.h>

/** The stream in work. */
struct stream {
    const hxp_align_settings *settings;
    hxp_dictionary *dictionary;
    hxp_lines lines;
    hxp_output *output; /* NULL: standard output, each result at once */
    hxp_progress progress;
    hxp_exit read; /* why reading ended; set by the thread that reads */
    hxp_exit code; /* the worst so far */
};

/** A group in work. */
struct job {
    hxp_buffer line;
    size_t number; /* of the line, from 1 */
    hxp_json_group read;
    hxp_group group;
    hxp_alignment *alignment;
    hxp_status status;
    hxp_error error;
};

static void *begin_worker(void *context)
{
    hxp_locales *locales = NULL;
    (void)context;
    return hxp_open_locales(&locales) == HXP_EXIT_OK ? locales : NULL;
}

static void end_worker(void *state)
{
    hxp_locales_free(state);
}

/* --- Reading -------------------------------------------------------------- */

/** Read the line of job, which is not empty. A line that is no UTF-8 is one,
 * too: it fails as what is wrong with its JSON does. */
static hxp_status read_line(struct job *job, bool *more, struct stream *stream,
                            hxp_error *error)
{
    hxp_lines *lines = &stream->lines;
    hxp_str line;
    hxp_status status;
    do {
        job->number = lines->number + 1;
        status = hxp_lines_next(&line, more, lines, error);
    } while (status == HXP_OK && *more && hxp_str_trim(line).len == 0);
    if (status == HXP_EINPUT && lines->number == job->number) {
        job->status = hxp_fail(&job->error, status, "column %zu: not UTF-8",
                               error->place.column);
        *more = true;
        return HXP_OK;
    }
    if (status == HXP_OK && *more && !hxp_buffer_add(&job->line, line))
        return hxp_no_memory(error);
    return status;
}

static void *take(void *context)
{
    struct stream *stream = context;
    struct job *job = calloc(1, sizeof *job);
    bool more = true;
    hxp_error error;
    hxp_status status =
        job ? read_line(job, &more, stream, &error) : hxp_no_memory(&error);
    if (status == HXP_OK && more)
        return job;
    if (status != HXP_OK)
        stream->read = hxp_say_error(&error);
    free(job);
    return NULL;
}

/** Make the segments that are given. */
static hxp_status copy_spans(hxp_text *text, const hxp_json_version *version,
                             hxp_error *error)
{
    text->segments.items =
        calloc(version->span_count + 1, sizeof *text->segments.items);
    if (!text->segments.items)
        return hxp_no_memory(error);
    for (size_t i = 0; i < version->span_count; i++)
        text->segments.items[i] =
            (hxp_segment){ i, version->spans[i].start, version->spans[i].end };
    text->segments.count = version->span_count;
    return HXP_OK;
}

/** Make a text of a version. */
static hxp_status make_text(hxp_text *text, hxp_locales *locales,
                            const hxp_json_version *version, hxp_error *error)
{
    hxp_input *input;
    hxp_document_options reading = HXP_DOCUMENT_OPTIONS_INIT;
    reading.format = "txt";
    reading.encoding = "UTF-8";
    hxp_status status = hxp_locales_language(&text->language, locales,
                                             version->language, error);
    if (status == HXP_OK)
        status = hxp_input_memory(&input, version->text, "text", error);
    if (status != HXP_OK)
        return status;
    hxp_str tag = hxp_str_of(hxp_language_tag(text->language));
    status = hxp_document_read(&text->document, input, tag, &reading, error);
    hxp_input_close(input);
    if (status != HXP_OK)
        return status;
    return version->segmented
               ? copy_spans(text, version, error)
               : hxp_segment_document(&text->segments, text->document,
                                      text->language, NULL, error);
}

/** Make a group to align of what was read. */
static hxp_status make_group(hxp_group *group, hxp_locales *locales,
                             const hxp_json_group *read, hxp_error *error)
{
    if (!hxp_group_allocate(group, read->count))
        return hxp_no_memory(error);
    for (size_t i = 0; i < read->count; i++) {
        hxp_text *text = &group->texts[group->count++];
        hxp_status status = make_text(text, locales, &read->versions[i], error);
        if (status != HXP_OK)
            return status;
        for (size_t k = 0; k < i; k++)
            if (group->texts[k].language == text->language)
                return hxp_fail(error, HXP_EINPUT, "two documents are in %s",
                                hxp_language_tag(text->language));
        if (!hxp_group_set_side(group, i, read->versions[i].segmented))
            return hxp_no_memory(error);
    }
    return HXP_OK;
}

static void work(void *context, void *state, void *item)
{
    const struct stream *stream = context;
    struct job *job = item;
    hxp_align_options how = HXP_ALIGN_OPTIONS_INIT;
    how.dictionary = stream->dictionary;
    if (job->status == HXP_OK)
        job->status = hxp_json_group_read(
            &job->read, hxp_buffer_str(&job->line), &job->error);
    if (job->status == HXP_OK)
        job->status = make_group(&job->group, state, &job->read, &job->error);
    if (job->status == HXP_OK)
        job->status = hxp_align(&job->alignment, job->group.sides,
                                job->group.count, &how, &job->error);
}

/* --- Writing -------------------------------------------------------------- */

static void put_result(hxp_output *output, const struct job *job)
{
    hxp_json json = { .output = output };
    const hxp_aligned aligned = { job->alignment, job->group.segmented };
    hxp_json_open(&json, '{');
    if (job->read.id.len > 0) {
        hxp_json_key(&json, "id");
        hxp_json_raw(&json, job->read.id);
    }
    if (job->status == HXP_OK)
        hxp_bead_json_put(&json, &aligned);
    else
        hxp_json_member(&json, "error", hxp_str_of(job->error.message));
    hxp_json_close(&json, '}');
    hxp_output_write(output, HXP_STR("\n"));
}

/** Write the result of job; to standard output at once, for who waits. */
static hxp_status write_result(const struct stream *stream,
                               const struct job *job, hxp_error *error)
{
    hxp_output *output = stream->output;
    if (output) {
        put_result(output, job);
        return hxp_output_failed(output) ? hxp_output_finish(output, error)
                                         : HXP_OK;
    }
    hxp_status status = hxp_output_open(&output, "-", error);
    if (status != HXP_OK)
        return status;
    put_result(output, job);
    status = hxp_output_finish(output, error);
    hxp_output_close(output);
    return status;
}

static bool give(void *context, void *item)
{
    struct stream *stream = context;
    struct job *job = item;
    hxp_error error;
    if (job->status != HXP_OK) {
        hxp_exit code = hxp_exit_of(job->status);
        stream->code = stream->code > code ? stream->code : code;
        hxp_say("%s:%zu: %s", stream->lines.file.ptr, job->number,
                job->error.message);
    }
    hxp_status status = write_result(stream, job, &error);
    if (status != HXP_OK)
        stream->code = hxp_say_error(&error);
    hxp_progress_step(&stream->progress);
    hxp_alignment_free(job->alignment);
    hxp_group_free(&job->group);
    hxp_json_group_free(&job->read);
    hxp_buffer_free(&job->line);
    free(job);
    return status == HXP_OK;
}

/* --- All ------------------------------------------------------------------ */

static hxp_exit run_stream(struct stream *stream)
{
    const hxp_parallel parallel = { stream, take,         work,
                                    give,   begin_worker, end_worker };
    const hxp_align_settings *settings = stream->settings;
    hxp_error error;
    if (settings->output && strcmp(settings->output, "-") != 0 &&
        hxp_guard_open(&stream->output, settings->output, &error) != HXP_OK)
        return hxp_say_error(&error);
    stream->progress = hxp_progress_begin("groups", 0, settings->common.quiet);
    if (!hxp_parallel_run(&parallel, settings->jobs)) {
        hxp_no_memory(&error);
        stream->code = hxp_say_error(&error);
    }
    hxp_progress_end(&stream->progress);
    if (stream->code < stream->read)
        stream->code = stream->read;
    if (stream->output && stream->code == HXP_EXIT_SYSTEM)
        hxp_guard_close(stream->output);
    else if (stream->output &&
             hxp_guard_finish(stream->output, &error) != HXP_OK)
        stream->code = hxp_say_error(&error);
    return stream->code;
}

hxp_exit hxp_align_jsonl(const hxp_command *command,
                         hxp_align_settings *settings, hxp_locales *locales)
{
    const hxp_values *files = &settings->common.operands;
    const hxp_values none = { NULL, 0 };
    struct stream stream = { .settings = settings };
    hxp_input *input = NULL;
    hxp_error error;
    if (files->count > 1 || settings->format)
        return hxp_say_usage(command, "--jsonl takes one file, and writes one "
                                      "format");
    hxp_exit code = hxp_dictionaries_open(&stream.dictionary, locales, settings,
                                          &none, NULL);
    if (code == HXP_EXIT_OK) {
        hxp_status status = hxp_input_open(
            &input, files->count > 0 ? files->items[0] : "-", &error);
        if (status == HXP_OK)
            status = hxp_lines_open(&stream.lines, input, NULL, 0, &error);
        code = status == HXP_OK ? run_stream(&stream) : hxp_say_error(&error);
        if (input)
            hxp_lines_close(&stream.lines);
    }
    hxp_input_close(input);
    hxp_dictionary_free(stream.dictionary);
    return code;
}
