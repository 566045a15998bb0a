/* pdf.c - PDF, whose text pdftotext gives. */
#include "base/error.h"
#include "base/input.h"
#include "base/nameless.h"
#include "base/program.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/documents/pdf_text.h"
#include "text/utf8.h"

#include <unistd.h>

enum { SECONDS = 120 };

static const size_t size_limit = (size_t)1 << 28;

static const hxp_place nowhere = { 0, 0, 0 };

/* --- The program ---------------------------------------------------------- */

/** Let pdftotext write the text of file, which input came from, to *text. */
static hxp_status convert(int *text, int file, const hxp_input *input,
                          hxp_error *error)
{
    static const char *const arguments[] = { "pdftotext", "-enc", "UTF-8",
                                             "-eol",      "unix", "-",
                                             "-",         NULL };
    const hxp_program program = { .arguments = arguments,
                                  .input = file,
                                  .seconds = SECONDS,
                                  .bytes = size_limit };
    const char *name = hxp_input_name(input);
    hxp_error why;
    int code;
    hxp_status status = hxp_program_run(text, &code, &program, &why);
    if (status != HXP_OK)
        return hxp_fail_at(error, status, name, nowhere,
                           "PDF is read by pdftotext (of Poppler): %s",
                           why.message);
    if (code == 0)
        return HXP_OK;
    close(*text);
    *text = -1;
    return hxp_fail_at(error, HXP_EINPUT, name, nowhere,
                       "pdftotext cannot read it: the file is damaged, or has "
                       "a password");
}

/** Read what pdftotext wrote. */
static hxp_status read_text(hxp_buffer *text, int file, const char *name,
                            hxp_error *error)
{
    hxp_input *input;
    hxp_status status = hxp_input_nameless(&input, file, name, error);
    if (status == HXP_OK)
        status = hxp_input_read_all(input, text, size_limit, error);
    hxp_input_close(input);
    size_t at = hxp_utf8_invalid(hxp_buffer_str(text));
    return status == HXP_OK && at < text->len
               ? hxp_fail_at(error, HXP_EINPUT, name, nowhere,
                             "pdftotext wrote bytes that are not UTF-8")
               : status;
}

hxp_status hxp_pdf_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    hxp_blocks blocks = hxp_blocks_make(sink, input);
    hxp_buffer text = { NULL, 0, 0 };
    int file, output = -1;
    blocks.drop_repeated = options->drop_repeated;
    blocks.line_is = "page";
    hxp_status status = hxp_keep_nameless(&file, input, error);
    if (status == HXP_OK)
        status = convert(&output, file, input, error);
    if (status == HXP_OK)
        status = read_text(&text, output, hxp_input_name(input), error);
    if (status == HXP_OK)
        status = hxp_pdf_text(&blocks, hxp_buffer_str(&text), error);
    hxp_blocks_free(&blocks);
    hxp_buffer_free(&text);
    if (file >= 0)
        close(file);
    if (output >= 0)
        close(output);
    return status;
}

bool hxp_pdf_recognise(hxp_str head)
{
    return hxp_str_starts(head, HXP_STR("%PDF-"));
}
