/* pdf_text.c - the text of a PDF, line by line, as paragraphs. */
#include "formats/documents/pdf_text.h"

#include "base/error.h"
#include "base/str.h"
#include "formats/documents/line_signs.h"
#include "formats/documents/pdf_lines.h"
#include "text/utf8.h"

/* --- Lines ---------------------------------------------------------------- */

static int32_t first_character(hxp_str text)
{
    size_t at = 0;
    return text.len > 0 ? hxp_utf8_next(text, &at) : 0;
}

/** The last character, or the one before it. */
static int32_t last_character(hxp_str text, size_t before)
{
    size_t at = text.len;
    int32_t c = 0;
    for (size_t i = 0; i <= before && at > 0; i++)
        c = hxp_utf8_previous(text, &at);
    return c;
}

/**
 * The length of text without the hyphen that divides a word at its end, which
 * goes on in next; text.len if there is none.
 */
static size_t without_hyphen(hxp_str text, hxp_str next)
{
    static const int32_t hyphens[] = { '-', 0xAD, 0x2010, 0 };
    size_t at = text.len;
    if (text.len == 0 || !hxp_char_is_lower(first_character(next)) ||
        !hxp_char_is_one_of(hxp_utf8_previous(text, &at), hyphens) ||
        !hxp_char_is_lower(last_character(text, 1)))
        return text.len;
    return at;
}

/* --- Paragraphs ----------------------------------------------------------- */

typedef struct pdf_reader {
    hxp_blocks *blocks;
    hxp_pdf_lines lines;
    size_t longest; /* line of the open paragraph */
    hxp_str before; /* its last line */
    size_t page;    /* of that */
    hxp_error *error;
} pdf_reader;

/** Whether a line of text goes on with the open paragraph. */
static bool goes_on(const pdf_reader *reader, const hxp_pdf_line *line,
                    bool behind_blank)
{
    bool lower = hxp_char_is_lower(first_character(line->text));
    bool full = 4 * reader->before.len >= 3 * reader->longest;
    /* a paragraph of one line that is short stands above another */
    bool title = reader->longest == reader->before.len && !lower &&
                 2 * reader->longest < line->text.len;
    if (hxp_line_begins_item(line->text))
        return false;
    if (line->page != reader->page)
        return !hxp_line_ends_sentence(reader->before) && lower;
    return !behind_blank && !title &&
           (full || !hxp_line_ends_sentence(reader->before));
}

/** Add a line; next is the one behind it, which may go on with its word. */
static hxp_status put_line(pdf_reader *reader, const hxp_pdf_line *line,
                           hxp_str next)
{
    hxp_str text = line->text;
    size_t len = without_hyphen(text, next);
    reader->before = text;
    reader->page = line->page;
    reader->longest = text.len > reader->longest ? text.len : reader->longest;
    hxp_status status = hxp_blocks_text(
        reader->blocks, hxp_str_part(text, 0, len), reader->error);
    return status == HXP_OK && len == text.len
               ? hxp_blocks_text(reader->blocks, HXP_STR("\n"), reader->error)
               : status;
}

/** Put what pages repeat into a paragraph of its own, even within another. */
static hxp_status put_repeated(pdf_reader *reader, const hxp_pdf_line *line)
{
    hxp_block block = { line->kind == HXP_PDF_HEADER ? HXP_BLOCK_HEADER
                                                     : HXP_BLOCK_FOOTER,
                        0 };
    hxp_status status = hxp_blocks_open(
        reader->blocks, block, (hxp_place){ line->page, 1, 1 }, reader->error);
    if (status == HXP_OK)
        status = hxp_blocks_text(reader->blocks, line->text, reader->error);
    return status == HXP_OK ? hxp_blocks_close(reader->blocks, reader->error)
                            : status;
}

/** The text of the first line behind line i that pages do not repeat. */
static hxp_str next_text(const pdf_reader *reader, size_t i)
{
    for (i++; i < reader->lines.count; i++)
        if (reader->lines.items[i].kind == HXP_PDF_TEXT)
            return reader->lines.items[i].text;
    return HXP_STR("");
}

static hxp_status put_text(pdf_reader *reader, size_t i, bool behind_blank)
{
    const hxp_pdf_line *line = &reader->lines.items[i];
    hxp_block block = { HXP_BLOCK_TEXT, 0 };
    hxp_status status = HXP_OK;
    bool open = hxp_blocks_part(reader->blocks) != NULL;
    if (open && !goes_on(reader, line, behind_blank)) {
        status = hxp_blocks_close(reader->blocks, reader->error);
        open = false;
    }
    if (status == HXP_OK && !open) {
        if (hxp_line_begins_item(line->text))
            block = (hxp_block){ HXP_BLOCK_ITEM, 1 };
        reader->longest = 0;
        status =
            hxp_blocks_open(reader->blocks, block,
                            (hxp_place){ line->page, 1, 1 }, reader->error);
    }
    return status == HXP_OK ? put_line(reader, line, next_text(reader, i))
                            : status;
}

static hxp_status put_lines(pdf_reader *reader)
{
    hxp_status status = HXP_OK;
    bool behind_blank = false;
    for (size_t i = 0; status == HXP_OK && i < reader->lines.count; i++) {
        const hxp_pdf_line *line = &reader->lines.items[i];
        if (line->kind == HXP_PDF_TEXT)
            status = put_text(reader, i, behind_blank);
        else if (line->kind != HXP_PDF_BLANK)
            status = put_repeated(reader, line);
        behind_blank = line->kind == HXP_PDF_BLANK;
    }
    if (status == HXP_OK && hxp_blocks_part(reader->blocks))
        status = hxp_blocks_close(reader->blocks, reader->error);
    return status;
}

hxp_status hxp_pdf_text(hxp_blocks *blocks, hxp_str text, hxp_error *error)
{
    pdf_reader reader = { .blocks = blocks, .error = error };
    hxp_status status = hxp_pdf_lines_find(&reader.lines, text)
                            ? put_lines(&reader)
                            : hxp_no_memory(error);
    hxp_pdf_lines_free(&reader.lines);
    return status;
}
