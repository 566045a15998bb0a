/* segment_writer.c - segments and decisions as text, TSV and JSON. */
#include "cli/segment_writer.h"

#include "base/error.h"
#include "base/str.h"
#include "cli/escape.h"
#include "model/shown.h"
#include "report/clean.h"
#include "text/joint.h"

#include <hexapla/formats.h>

/* --- Segments ------------------------------------------------------------- */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f' || is_line_end(c);
}

/** Write text with its line breaks, and the white space at them, as blanks,
 * where it has any between words. */
static void put_on_one_line(const hxp_screen *screen, hxp_str text)
{
    for (size_t from = 0; from < text.len;) {
        size_t at = from;
        while (at < text.len && !is_line_end(text.ptr[at]))
            at++;
        size_t end = at;
        while (at < text.len && end > from && is_blank(text.ptr[end - 1]))
            end--;
        hxp_screen_put(screen, hxp_str_part(text, from, end));
        from = at;
        while (from < text.len && is_blank(text.ptr[from]))
            from++;
        if (from > at &&
            !hxp_lines_join_bare(hxp_str_part(text, 0, end),
                                 hxp_str_part(text, from, text.len)))
            hxp_output_write(screen->output, HXP_STR(" "));
    }
}

/**
 * The text of segment number i, as people read it. A code between segments is
 * read with the one behind it. Lives until the next call; false: no memory.
 */
static bool segment_text(hxp_str *text, hxp_segment_writer *writer,
                         const hxp_segments *segments, size_t i)
{
    const hxp_paragraph *paragraph = writer->paragraph;
    const hxp_segment *segment = &segments->items[i];
    hxp_span span = { segment->start - paragraph->offset,
                      segment->end - paragraph->offset };
    size_t first = writer->next_code;
    while (writer->next_code < paragraph->code_count &&
           (i + 1 == segments->count ||
            paragraph->codes[writer->next_code].offset < span.end))
        writer->next_code++;
    size_t count = writer->next_code - first;
    const hxp_content content = { .text = paragraph->text,
                                  .codes = count > 0 ? &paragraph->codes[first]
                                                     : NULL,
                                  .code_count = count };
    return hxp_shown_text(text, &writer->shown, &content, span);
}

static void put_tsv(hxp_segment_writer *writer, const hxp_segment *segment,
                    hxp_str text)
{
    hxp_output *output = writer->screen.output;
    size_t skipped = writer->paragraph->skipped;
    hxp_output_printf(output, "%zu\t%zu\t%zu\t%zu\t", segment->paragraph,
                      writer->number, segment->start + skipped,
                      segment->end + skipped);
    hxp_put_escaped(output, text);
    hxp_output_write(output, HXP_STR("\n"));
}

/** What the paragraph is, unless it is plain text. */
static void put_structure(hxp_json *json, const hxp_block *block)
{
    if (block->kind == HXP_BLOCK_TEXT)
        return;
    hxp_json_key(json, "block");
    hxp_json_string(json, hxp_str_of(hxp_block_name(block->kind)));
    if (block->level > 0)
        hxp_json_member_size(json, "level", block->level);
}

static void put_json(hxp_segment_writer *writer, const hxp_segment *segment,
                     hxp_str text)
{
    hxp_json *json = &writer->json;
    hxp_place place = hxp_paragraph_place(
        writer->paragraph, segment->start - writer->paragraph->offset);
    size_t skipped = writer->paragraph->skipped;
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "paragraph", segment->paragraph);
    hxp_json_member_size(json, "segment", writer->number);
    hxp_json_member_size(json, "start", segment->start + skipped);
    hxp_json_member_size(json, "end", segment->end + skipped);
    if (place.line > 0) {
        hxp_json_member_size(json, "line", place.line);
        hxp_json_member_size(json, "column", place.column);
    }
    put_structure(json, &writer->paragraph->block);
    if (writer->paragraph->id.len > 0) {
        hxp_json_key(json, "id");
        hxp_json_text(json, writer->paragraph->id);
    }
    hxp_json_key(json, "text");
    hxp_json_text(json, text);
    hxp_json_close(json, '}');
}

hxp_status hxp_segment_writer_put(hxp_segment_writer *writer,
                                  const hxp_segments *segments,
                                  hxp_error *error)
{
    hxp_str text;
    if (writer->format == HXP_SEGMENT_TEXT && writer->begun)
        hxp_output_write(writer->screen.output, HXP_STR("\n"));
    writer->begun = true;
    for (size_t i = 0; i < segments->count; i++) {
        const hxp_segment *segment = &segments->items[i];
        if (!segment_text(&text, writer, segments, i))
            return hxp_no_memory(error);
        if (writer->format == HXP_SEGMENT_TSV) {
            put_tsv(writer, segment, text);
        } else if (writer->format == HXP_SEGMENT_JSON) {
            put_json(writer, segment, text);
        } else {
            put_on_one_line(&writer->screen, text);
            hxp_output_write(writer->screen.output, HXP_STR("\n"));
        }
        writer->number++;
    }
    return HXP_OK;
}

/* --- Decisions ------------------------------------------------------------ */

static void explain_tsv(hxp_segment_writer *writer,
                        const hxp_decision *decision)
{
    hxp_output *output = writer->screen.output;
    size_t skipped = writer->paragraph->skipped;
    hxp_output_printf(output, "%zu\t%zu\t%zu\t%s\t%.*s\t", decision->paragraph,
                      decision->start + skipped, decision->end + skipped,
                      decision->breaks ? "break" : "none",
                      HXP_FMT(decision->reason));
    hxp_put_escaped(output, decision->before);
    hxp_output_write(output, HXP_STR("\t"));
    hxp_put_escaped(output, decision->after);
    hxp_output_write(output, HXP_STR("\n"));
}

static void member_text(hxp_json *json, const char *key, hxp_str text)
{
    hxp_json_key(json, key);
    hxp_json_text(json, text);
}

static void explain_json(hxp_segment_writer *writer,
                         const hxp_decision *decision)
{
    hxp_json *json = &writer->json;
    size_t skipped = writer->paragraph->skipped;
    hxp_json_open(json, '{');
    hxp_json_member_size(json, "paragraph", decision->paragraph);
    hxp_json_member_size(json, "start", decision->start + skipped);
    hxp_json_member_size(json, "end", decision->end + skipped);
    member_text(json, "decision",
                decision->breaks ? HXP_STR("break") : HXP_STR("none"));
    member_text(json, "reason", decision->reason);
    member_text(json, "before", decision->before);
    member_text(json, "after", decision->after);
    hxp_json_close(json, '}');
}

/** file:line:column: no break after "Dr." before "Brown": abbreviation */
static void explain_text(hxp_segment_writer *writer,
                         const hxp_decision *decision)
{
    const hxp_paragraph *paragraph = writer->paragraph;
    hxp_output *output = writer->screen.output;
    hxp_place place =
        hxp_paragraph_place(paragraph, decision->start - paragraph->offset);
    hxp_output_printf(output, "%s:%zu:%zu: %s after \"", writer->path,
                      place.line, place.column,
                      decision->breaks ? "break" : "no break");
    put_on_one_line(&writer->screen, decision->before);
    if (decision->after.len > 0) {
        hxp_output_write(output, HXP_STR("\" before \""));
        put_on_one_line(&writer->screen, decision->after);
    }
    hxp_output_printf(output, "\": %.*s\n", HXP_FMT(decision->reason));
}

static hxp_status put_decision(hxp_decision_sink *sink,
                               const hxp_decision *decision, hxp_error *error)
{
    hxp_segment_writer *writer = (hxp_segment_writer *)(void *)sink;
    (void)error;
    if (writer->format == HXP_SEGMENT_TSV)
        explain_tsv(writer, decision);
    else if (writer->format == HXP_SEGMENT_JSON)
        explain_json(writer, decision);
    else
        explain_text(writer, decision);
    return HXP_OK;
}

/* --- The writer ----------------------------------------------------------- */

void hxp_segment_writer_begin(hxp_segment_writer *writer,
                              hxp_segment_format format, hxp_screen screen)
{
    *writer = (hxp_segment_writer){ .decisions = { put_decision },
                                    .format = format,
                                    .screen = screen };
    writer->json.output = screen.output;
    writer->json.indent = true;
    if (format == HXP_SEGMENT_JSON)
        hxp_json_open(&writer->json, '[');
}

void hxp_segment_writer_text(hxp_segment_writer *writer, const char *path)
{
    writer->path = path;
    writer->number = 0;
}

void hxp_segment_writer_paragraph(hxp_segment_writer *writer,
                                  const hxp_paragraph *paragraph)
{
    writer->paragraph = paragraph;
    writer->next_code = 0;
}

void hxp_segment_writer_end(hxp_segment_writer *writer)
{
    if (writer->format != HXP_SEGMENT_JSON)
        return;
    hxp_json_close(&writer->json, ']');
    hxp_output_write(writer->screen.output, HXP_STR("\n"));
}

void hxp_segment_writer_free(hxp_segment_writer *writer)
{
    hxp_buffer_free(&writer->shown);
}
