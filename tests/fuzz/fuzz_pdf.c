/* fuzz_pdf.c - any text as that of a PDF's pages. */
#include "base/str.h"
#include "formats/documents/pdf_text.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth)
        abort();
}

static hxp_status check(hxp_paragraph_sink *sink,
                        const hxp_paragraph *paragraph, hxp_error *error)
{
    (void)sink;
    (void)error;
    require(paragraph->text.len > 0 && paragraph->place.line > 0);
    require(hxp_utf8_invalid(paragraph->text) == paragraph->text.len);
    return HXP_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    hxp_input *input;
    hxp_paragraph_sink sink = { check };
    hxp_str text = { (const char *)data, size };
    if (hxp_utf8_invalid(text) < size)
        return 0;
    require(hxp_input_memory(&input, text, "fuzz", NULL) == HXP_OK);
    hxp_blocks blocks = hxp_blocks_make(&sink, input);
    blocks.drop_repeated = size % 2 == 0;
    require(hxp_pdf_text(&blocks, text, NULL) == HXP_OK);
    hxp_blocks_free(&blocks);
    hxp_input_close(input);
    return 0;
}
