/* paragraphs.c - the paragraphs of a document as text, to be compared. */
#include "paragraphs.h"

#include "base/str.h"
#include "text/utf8.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/** Paragraphs on their way to an output. */
typedef struct shown {
    hxp_paragraph_sink sink;
    hxp_str bytes; /* of the file */
    hxp_output *output;
    size_t count;
    size_t behind; /* where the text of the document has come to */
} shown;

static void show_text(hxp_output *output, hxp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '\n')
            hxp_output_write(output, HXP_STR("\\n"));
        else
            hxp_output_write(output, hxp_str_part(text, i, i + 1));
}

/** The file from a place on; it is UTF-8. */
static hxp_str find_place(hxp_str bytes, hxp_place place)
{
    hxp_str line;
    size_t at = 0;
    if (hxp_str_starts(bytes, HXP_STR("\xEF\xBB\xBF")))
        bytes = hxp_str_part(bytes, 3, bytes.len);
    while (place.line-- > 1)
        hxp_line_cut(&bytes, &line);
    for (; place.column > 1 && at < bytes.len; place.column--)
        hxp_utf8_next(bytes, &at);
    return hxp_str_part(bytes, at, bytes.len);
}

/** Where a run begins, the file has that character, or a name for one. */
static void assert_runs(hxp_str bytes, const hxp_paragraph *paragraph)
{
    size_t end = 0;
    for (size_t i = 0; i < paragraph->run_count; i++) {
        const hxp_run *run = &paragraph->runs[i];
        assert_true(run->offset >= end && run->offset < paragraph->text.len);
        end = run->offset + 1;
        hxp_str there = find_place(bytes, run->place);
        assert_true(there.len > 0);
        if (*there.ptr != '&' && *there.ptr != '\\')
            assert_int_equal(*there.ptr, paragraph->text.ptr[run->offset]);
    }
}

/** Where the paragraph begins, unless that is no more than its number. */
static void show_place(hxp_output *output, const hxp_paragraph *paragraph)
{
    if (hxp_str_starts(paragraph->id, HXP_STR("paragraph "))) {
        assert_int_equal(paragraph->place.line, paragraph->number + 1);
        return;
    }
    if (paragraph->place.line > 0)
        hxp_output_printf(output, " @%zu", paragraph->place.line);
    if (paragraph->place.column > 1)
        hxp_output_printf(output, ":%zu", paragraph->place.column);
}

/** A code, and what people read in its place, if that is something else. */
static void show_code(hxp_output *output, const hxp_code *code)
{
    hxp_output_write(output, HXP_STR("[["));
    show_text(output, code->inside->text);
    if (code->shown.len > 0 && !hxp_str_equal(code->shown, code->inside->text))
        hxp_output_printf(output, "|%.*s", HXP_FMT(code->shown));
    hxp_output_write(output, HXP_STR("]]"));
}

static hxp_status show(hxp_paragraph_sink *sink, const hxp_paragraph *paragraph,
                       hxp_error *error)
{
    shown *to = (shown *)(void *)sink;
    hxp_output *output = to->output;
    hxp_str text = paragraph->text;
    size_t at = 0;
    (void)error;
    assert_int_equal(paragraph->number, to->count++);
    if (hxp_utf8_invalid(to->bytes) == to->bytes.len &&
        !hxp_str_starts(to->bytes, HXP_STR("PK")) &&
        !hxp_str_starts(paragraph->id, HXP_STR("paragraph ")))
        assert_runs(to->bytes, paragraph);
    assert_true(paragraph->offset >= to->behind);
    to->behind = paragraph->offset + text.len;
    hxp_output_printf(output, "%s", hxp_block_name(paragraph->block.kind));
    if (paragraph->block.level > 0)
        hxp_output_printf(output, " %u", paragraph->block.level);
    show_place(output, paragraph);
    hxp_output_write(output, HXP_STR(": "));
    for (size_t i = 0; i < paragraph->code_count; i++) {
        const hxp_code *code = &paragraph->codes[i];
        assert_in_range(code->offset, at, text.len);
        show_text(output, hxp_str_part(text, at, code->offset));
        show_code(output, code);
        at = code->offset;
    }
    show_text(output, hxp_str_part(text, at, text.len));
    hxp_output_write(output, HXP_STR("\n"));
    return HXP_OK;
}

/** What is kept of the document is what was shown of it. */
static void assert_kept(hxp_str bytes, const char *name, const shown *streamed)
{
    hxp_input *input;
    hxp_document *document;
    assert_int_equal(hxp_input_memory(&input, bytes, name, NULL), HXP_OK);
    assert_int_equal(
        hxp_document_read(&document, input, HXP_STR("en"), NULL, NULL), HXP_OK);
    assert_int_equal(document->paragraph_count, streamed->count);
    if (streamed->count > 0)
        assert_int_equal(document->paragraphs[streamed->count - 1].end,
                         streamed->behind);
    for (size_t i = 1; i < document->code_count; i++)
        assert_true(document->codes[i - 1].offset <= document->codes[i].offset);
    hxp_document_free(document);
    hxp_input_close(input);
}

hxp_status paragraphs_show(hxp_output *output, hxp_str bytes, const char *name,
                           size_t chunk, hxp_error *error)
{
    hxp_input *input;
    shown to = { .sink = { show }, .bytes = bytes, .output = output };
    hxp_status status = hxp_input_memory(&input, bytes, name, error);
    if (status != HXP_OK)
        return status;
    hxp_input_set_chunk(input, chunk);
    status = hxp_document_stream(&to.sink, input, NULL, error);
    hxp_input_close(input);
    if (status == HXP_OK)
        assert_kept(bytes, name, &to);
    return status;
}
