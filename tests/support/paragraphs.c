/* paragraphs.c - the paragraphs of a document as text, to be compared. */
#include "paragraphs.h"

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/** Paragraphs on their way to an output. */
typedef struct shown {
    hxp_paragraph_sink sink;
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

static hxp_status show(hxp_paragraph_sink *sink, const hxp_paragraph *paragraph,
                       hxp_error *error)
{
    shown *to = (shown *)(void *)sink;
    hxp_output *output = to->output;
    hxp_str text = paragraph->text;
    size_t at = 0;
    (void)error;
    assert_int_equal(paragraph->number, to->count++);
    assert_true(paragraph->offset >= to->behind);
    to->behind = paragraph->offset + text.len;
    hxp_output_printf(output, "%s", hxp_block_name(paragraph->block.kind));
    if (paragraph->block.level > 0)
        hxp_output_printf(output, " %u", paragraph->block.level);
    if (paragraph->place.line > 0)
        hxp_output_printf(output, " @%zu", paragraph->place.line);
    if (paragraph->place.column > 1)
        hxp_output_printf(output, ":%zu", paragraph->place.column);
    hxp_output_write(output, HXP_STR(": "));
    for (size_t i = 0; i < paragraph->code_count; i++) {
        const hxp_code *code = &paragraph->codes[i];
        assert_in_range(code->offset, at, text.len);
        show_text(output, hxp_str_part(text, at, code->offset));
        hxp_output_write(output, HXP_STR("[["));
        show_text(output, code->inside->text);
        hxp_output_write(output, HXP_STR("]]"));
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
    shown to = { .sink = { show }, .output = output };
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
