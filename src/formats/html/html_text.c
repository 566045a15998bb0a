/* html_text.c - the paragraphs of a page, their texts and codes. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/markup.h"
#include "formats/html/html_reader.h"
#include "formats/html/html_reference.h"
#include "text/utf8.h"

bool hxp_html_failed(hxp_html_reader *reader, hxp_status status)
{
    reader->status = status;
    return status != HXP_OK;
}

void hxp_html_pass(hxp_html_reader *reader)
{
    long offset = xmlByteConsumed(reader->parser);
    if (offset > 0)
        hxp_html_places_pass(&reader->places, reader->begun + (size_t)offset);
}

/* --- Paragraphs ----------------------------------------------------------- */

/** Make sure that a paragraph is open, one that begins at place if there is
 * none; false: it failed. */
static bool need_paragraph(hxp_html_reader *reader, hxp_place place)
{
    static const hxp_html_open outside = { .element = NULL };
    if (hxp_blocks_part(reader->blocks))
        return true;
    const hxp_html_open *around =
        reader->depth > 0 ? &reader->stack[reader->depth - 1] : &outside;
    if (hxp_html_failed(reader, hxp_blocks_open(reader->blocks, around->block,
                                                place, reader->error)))
        return false;
    hxp_block_part *part = hxp_blocks_part(reader->blocks);
    part->verbatim = around->verbatim;
    part->key = around->key;
    return true;
}

void hxp_html_end_paragraph(hxp_html_reader *reader)
{
    if (reader->status == HXP_OK && hxp_blocks_part(reader->blocks))
        reader->status = hxp_blocks_close(reader->blocks, reader->error);
}

static bool is_blank(hxp_str text)
{
    return hxp_str_trim(text).len == 0;
}

/** Give the value of an attribute with those of its entities, which lives until
 * the next call. False: no memory. */
static bool expand(hxp_html_reader *reader, hxp_str *value)
{
    hxp_html_subset *subset = &reader->places.markup.subset;
    if (subset->count == 0 || !memchr(value->ptr, '&', value->len))
        return true;
    reader->character.len = 0;
    if (!hxp_html_subset_text(subset, &reader->character, *value))
        return false;
    *value = hxp_buffer_str(&reader->character);
    return true;
}

void hxp_html_put_value(hxp_html_reader *reader, const char *text)
{
    hxp_block value = { HXP_BLOCK_VALUE, 0 };
    hxp_str shown = hxp_str_of(text);
    if (reader->status != HXP_OK || is_blank(shown))
        return;
    hxp_place place = hxp_html_places_value(&reader->places, shown);
    if (!expand(reader, &shown)) {
        hxp_html_failed(reader, hxp_no_memory(reader->error));
        return;
    }
    if (hxp_html_failed(reader,
                        hxp_blocks_open(reader->blocks, value,
                                        reader->places.place, reader->error)) ||
        hxp_html_failed(reader, hxp_blocks_text_at(reader->blocks, shown, place,
                                                   reader->error)))
        return;
    reader->status = hxp_blocks_close(reader->blocks, reader->error);
}

/* --- Codes ---------------------------------------------------------------- */

bool hxp_html_add_start_tag(hxp_html_reader *reader, const char *name,
                            const xmlChar **attributes)
{
    hxp_buffer *buffer = &reader->native;
    if (!hxp_buffer_add(buffer, HXP_STR("<")) ||
        !hxp_buffer_add(buffer, hxp_str_of(name)))
        return false;
    for (size_t i = 0; attributes && attributes[i]; i += 2) {
        const char *value = (const char *)attributes[i + 1];
        hxp_str text = hxp_str_of(value ? value : "");
        if (!expand(reader, &text) || !hxp_buffer_add(buffer, HXP_STR(" ")) ||
            !hxp_buffer_add(buffer, hxp_str_of((const char *)attributes[i])))
            return false;
        if (value && (!hxp_buffer_add(buffer, HXP_STR("=\"")) ||
                      !hxp_markup_add(buffer, text) ||
                      !hxp_buffer_add(buffer, HXP_STR("\""))))
            return false;
    }
    return hxp_buffer_add(buffer, HXP_STR(">"));
}

bool hxp_html_add_end_tag(hxp_html_reader *reader, const char *name)
{
    hxp_buffer *buffer = &reader->native;
    return hxp_buffer_add(buffer, HXP_STR("</")) &&
           hxp_buffer_add(buffer, hxp_str_of(name)) &&
           hxp_buffer_add(buffer, HXP_STR(">"));
}

void hxp_html_put_code(hxp_html_reader *reader, hxp_code_kind kind,
                       const char *name, const char *type)
{
    const hxp_block_code code = { .kind = kind,
                                  .name = hxp_str_of(name),
                                  .type = hxp_str_of(type ? type : ""),
                                  .native = hxp_buffer_str(&reader->native),
                                  .shown = hxp_buffer_str(&reader->shown) };
    if (need_paragraph(reader, reader->places.place))
        reader->status = hxp_blocks_code(reader->blocks, &code, reader->error);
    reader->native.len = reader->shown.len = 0;
}

/* --- Text ----------------------------------------------------------------- */

/** Add text, which begins at place, to the paragraph. */
static void put_text(hxp_html_reader *reader, hxp_str text, hxp_place place)
{
    if (need_paragraph(reader, place))
        reader->status =
            hxp_blocks_text_at(reader->blocks, text, place, reader->error);
}

/** Find the character that text, an ampersand, begins the name of. */
static bool find_named(hxp_html_reader *reader)
{
    hxp_html_subset *subset = &reader->places.markup.subset;
    hxp_str name = hxp_html_places_name(&reader->places);
    bool closed =
        hxp_str_starts(hxp_html_places_left(&reader->places), HXP_STR(";"));
    reader->character.len = 0;
    if (closed && !hxp_html_subset_value(subset, &reader->character, name))
        return !hxp_html_failed(reader, hxp_no_memory(reader->error));
    if (reader->character.len == 0 &&
        hxp_html_failed(reader, hxp_html_reference(&reader->character, name,
                                                   closed, reader->error)))
        return false;
    bool found = reader->character.len > 0;
    reader->passed_over = found ? name.len + closed : 0;
    return found;
}

/** Find the character that a control character stands for. */
static bool find_control(hxp_html_reader *reader, hxp_str text)
{
    char bytes[4];
    size_t at = 0;
    int32_t c = hxp_html_control(hxp_utf8_next(text, &at));
    reader->character.len = 0;
    if (c == 0 || at < text.len)
        return false;
    hxp_str found = { bytes, hxp_utf8_put(bytes, c) };
    return hxp_buffer_add(&reader->character, found) ||
           hxp_html_failed(reader, hxp_no_memory(reader->error));
}

/** Cut off what is of a name that was read already. */
static hxp_str pass_over(hxp_html_reader *reader, hxp_str text)
{
    size_t len =
        text.len < reader->passed_over ? text.len : reader->passed_over;
    reader->passed_over -= len;
    return hxp_str_part(text, len, text.len);
}

void hxp_html_text(void *context, const xmlChar *bytes, int len)
{
    hxp_html_reader *reader = context;
    hxp_str text =
        pass_over(reader, (hxp_str){ (const char *)bytes, (size_t)len });
    hxp_html_pass(reader);
    if (reader->status != HXP_OK || text.len == 0)
        return;
    const hxp_str given = text;
    if (!hxp_html_cdata_text(&reader->places.cdata, &reader->section, &text)) {
        hxp_html_failed(reader, hxp_no_memory(reader->error));
        return;
    }
    if (reader->hidden > 0) {
        if (reader->kept &&
            !(hxp_markup_add(&reader->native, text) &&
              (!reader->read || hxp_buffer_add(&reader->shown, text))))
            hxp_html_failed(reader, hxp_no_memory(reader->error));
        return;
    }
    if (!hxp_blocks_part(reader->blocks) && is_blank(text))
        return;
    hxp_place place = hxp_html_places_text(&reader->places, given);
    bool named = hxp_str_is(text, "&") && find_named(reader);
    if (named || (text.len == 2 && find_control(reader, text)))
        text = hxp_buffer_str(&reader->character);
    put_text(reader, text, place);
}
