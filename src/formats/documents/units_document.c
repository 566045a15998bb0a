/* units_document.c - one language of bilingual files (XLIFF, PO, TMX,
 * string catalogues) as a
 * document: the text of each unit is a paragraph. */
#include "base/error.h"
#include "base/hash.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/blocks.h"
#include "formats/documents/document_format.h"
#include "formats/documents/placeholder.h"
#include "formats/units/po.h"
#include "formats/units/unit_format.h"
#include "formats/xliff/xliff.h"
#include "model/remark.h"
#include "model/sink.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdio.h>

typedef struct side_reader {
    hxp_unit_sink sink;
    hxp_blocks blocks;
    hxp_str language;             /* that is read; empty: each unit's source */
    bool of_program;              /* texts have placeholders */
    size_t units;                 /* with text in any language */
    size_t found;                 /* with text in this one */
    char others[4][HXP_TAG_SIZE]; /* languages of the first such unit */
} side_reader;

/* --- A unit --------------------------------------------------------------- */

/** True for an entry of PO that its program has no more. */
static bool is_obsolete(const hxp_unit *unit)
{
    return hxp_remarks_property(&unit->remarks, HXP_PO_OBSOLETE) != NULL;
}

/** True for a unit whose file says that it is to stay as it is. */
static bool is_kept(const hxp_unit *unit)
{
    const hxp_str *translate =
        hxp_remarks_property(&unit->remarks, HXP_XLIFF_KEPT);
    return translate && hxp_str_is(*translate, "no");
}

/**
 * A number for the key of a unit, which other versions of its file share: its
 * id or, in a catalogue of messages, the message with its context. Others have
 * their place alone.
 */
static uint64_t key_of(const side_reader *reader, const hxp_unit *unit)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    const hxp_str *context =
        hxp_remarks_property(&unit->remarks, HXP_PO_CONTEXT);
    const hxp_str *form = hxp_remarks_property(&unit->remarks, HXP_PO_FORM);
    if (unit->id.len > 0)
        return hxp_hash_of(unit->id).words[0];
    if (!reader->of_program || unit->variant_count == 0) {
        hxp_hasher_number(&hasher, reader->units);
        return hxp_hasher_finish(&hasher).words[0];
    }
    hxp_hasher_add(&hasher, context ? *context : HXP_STR(""));
    hxp_hasher_add(&hasher, form ? *form : HXP_STR(""));
    hxp_hasher_add(&hasher, unit->variants[0].content.text);
    return hxp_hasher_finish(&hasher).words[0];
}

/** Remember which languages there are, for a message. */
static void note_languages(side_reader *reader, const hxp_unit *unit)
{
    enum { MOST = sizeof reader->others / sizeof reader->others[0] };
    for (size_t i = 0; i < unit->variant_count && i < MOST; i++)
        snprintf(reader->others[i], HXP_TAG_SIZE, "%.*s",
                 HXP_FMT(unit->variants[i].language));
}

/** Add what is left of source up to byte end. */
static hxp_status put_text(side_reader *reader, hxp_block_source *source,
                           size_t end, hxp_error *error)
{
    return reader->of_program
               ? hxp_placeholders_put(&reader->blocks, source, end, error)
               : hxp_block_source_put(&reader->blocks, source, end, error);
}

/** True for a line break, as XLIFF 1.2 or 2 calls it. */
static bool is_line_break(const hxp_str *type)
{
    return type && (hxp_str_is(*type, "lb") || hxp_str_is(*type, "fmt/xlf:lb"));
}

/** True when there is a character but no white space on both sides of byte at
 * of text. */
static bool is_tight(hxp_str text, size_t at)
{
    size_t before = at, behind = at;
    return at > 0 && at < text.len &&
           !hxp_char_is_space(hxp_utf8_previous(text, &before)) &&
           !hxp_char_is_space(hxp_utf8_next(text, &behind));
}

/** Add a code, which is called by the number of its pair; source is the text
 * in which it stands. */
static hxp_status put_code(side_reader *reader, const hxp_code *code,
                           const hxp_block_source *source, hxp_error *error)
{
    const hxp_str *pair = hxp_attributes_value(&code->attributes, "i");
    const hxp_str *type = hxp_attributes_value(&code->attributes, "type");
    bool half = code->kind == HXP_CODE_BEGIN || code->kind == HXP_CODE_END;
    const hxp_block_code copy = {
        .kind = half ? code->kind : HXP_CODE_STANDALONE,
        .name = pair ? *pair : code->name,
        .type = type ? *type : HXP_STR(""),
        .native = code->inside ? code->inside->text : HXP_STR("")
    };
    if (code->kind == HXP_CODE_MARK || code->kind == HXP_CODE_UNMARK)
        return HXP_OK;
    hxp_status status = hxp_blocks_code(&reader->blocks, &copy, error);
    return status == HXP_OK && is_line_break(type) &&
                   is_tight(source->text, code->offset)
               ? hxp_blocks_line_break(&reader->blocks, error)
               : status;
}

/** Add content to the open paragraph. */
static hxp_status put_content(side_reader *reader, const hxp_content *content,
                              hxp_error *error)
{
    hxp_block_source source = hxp_block_source_make(content);
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        status = put_text(reader, &source, code->offset, error);
        if (status == HXP_OK)
            status = put_code(reader, code, &source, error);
    }
    return status == HXP_OK
               ? put_text(reader, &source, content->text.len, error)
               : status;
}

/** Begin a paragraph that stands at place in the unit. */
static hxp_status open_paragraph(side_reader *reader, const hxp_unit *unit,
                                 hxp_block_kind kind, hxp_place place,
                                 hxp_error *error)
{
    hxp_status status =
        hxp_blocks_open(&reader->blocks, (hxp_block){ kind, 0 }, place, error);
    if (status != HXP_OK)
        return status;
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    part->verbatim = true;
    part->id = unit->id;
    part->key = key_of(reader, unit);
    return HXP_OK;
}

/** Add the texts within the codes of content (sub), each a paragraph within
 * the open one.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as readers let codes nest */
static hxp_status put_subflows(side_reader *reader, const hxp_unit *unit,
                               const hxp_content *content, hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        const hxp_content *inside = code->inside;
        bool is_text = code->kind == HXP_CODE_SUBFLOW && inside;
        if (is_text)
            status =
                open_paragraph(reader, unit, HXP_BLOCK_VALUE,
                               inside->run_count > 0 ? inside->runs[0].place
                                                     : (hxp_place){ 0, 0, 0 },
                               error);
        if (status == HXP_OK && is_text)
            status = put_content(reader, inside, error);
        if (status == HXP_OK && inside)
            status = put_subflows(reader, unit, inside, error);
        if (status == HXP_OK && is_text)
            status = hxp_blocks_close(&reader->blocks, error);
    }
    return status;
}

/**
 * The variant of unit that is read. Catalogues whose messages are keys have
 * the text of their own language as its translation.
 */
static const hxp_variant *variant_of(const side_reader *reader,
                                     const hxp_unit *unit)
{
    const hxp_variant *variant = hxp_unit_source(unit, reader->language);
    bool own = reader->of_program && reader->language.len > 0 &&
               unit->variant_count == 2 && variant == &unit->variants[0] &&
               hxp_tag_equal(variant->language, unit->variants[1].language);
    return own ? &unit->variants[1] : variant;
}

/** Make a paragraph of the text of variant. */
static hxp_status put_variant(side_reader *reader, const hxp_unit *unit,
                              const hxp_variant *variant, hxp_error *error)
{
    hxp_status status =
        open_paragraph(reader, unit, HXP_BLOCK_TEXT, variant->place, error);
    if (status == HXP_OK)
        status = put_content(reader, &variant->content, error);
    if (status == HXP_OK)
        status = put_subflows(reader, unit, &variant->content, error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, error) : status;
}

/* --- The sink ------------------------------------------------------------- */

static hxp_status take_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                            hxp_error *error)
{
    side_reader *reader = (side_reader *)(void *)sink;
    const hxp_variant *variant = variant_of(reader, unit);
    if (unit->variant_count > 0 && reader->units++ == 0)
        note_languages(reader, unit);
    if (!variant || is_obsolete(unit))
        return HXP_OK;
    reader->found++;
    if (is_kept(unit))
        return HXP_OK;
    return put_variant(reader, unit, variant, error);
}

/** Refuse a file that has text in other languages alone. */
static hxp_status refuse(const side_reader *reader, const hxp_input *input,
                         hxp_error *error)
{
    return hxp_fail_at(error, HXP_EINPUT, hxp_input_name(input),
                       (hxp_place){ 0, 0, 0 },
                       "there is no text in %.*s; the units are in %s%s%s",
                       HXP_FMT(reader->language), reader->others[0],
                       reader->others[1][0] ? " and " : "", reader->others[1]);
}

typedef hxp_status read_units(hxp_input *input, const hxp_read_options *options,
                              hxp_unit_sink *sink, hxp_error *error);

static hxp_status read_side(read_units *read, hxp_paragraph_sink *sink,
                            hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    const char *language = options->language ? options->language : "";
    side_reader reader = { .sink = { hxp_ignore_begin, take_unit,
                                     hxp_ignore_end, hxp_ignore_close },
                           .blocks = hxp_blocks_make(sink, input),
                           .language = hxp_str_of(language),
                           .of_program = read == hxp_po_read ||
                                         read == hxp_xcstrings_read };
    hxp_read_options reading = HXP_READ_OPTIONS_INIT;
    reading.encoding = options->encoding;
    reading.findings = options->findings;
    reading.places = true;
    hxp_status status = read(input, &reading, &reader.sink, error);
    if (status == HXP_OK && reader.units > 0 && reader.found == 0)
        status = refuse(&reader, input, error);
    hxp_blocks_free(&reader.blocks);
    return status;
}

hxp_status hxp_xliff_stream(hxp_paragraph_sink *sink, hxp_input *input,
                            const hxp_document_options *options,
                            hxp_error *error)
{
    return read_side(hxp_xliff_read, sink, input, options, error);
}

hxp_status hxp_po_stream(hxp_paragraph_sink *sink, hxp_input *input,
                         const hxp_document_options *options, hxp_error *error)
{
    return read_side(hxp_po_read, sink, input, options, error);
}

hxp_status hxp_xcstrings_stream(hxp_paragraph_sink *sink, hxp_input *input,
                                const hxp_document_options *options,
                                hxp_error *error)
{
    return read_side(hxp_xcstrings_read, sink, input, options, error);
}

hxp_status hxp_tmx_stream(hxp_paragraph_sink *sink, hxp_input *input,
                          const hxp_document_options *options, hxp_error *error)
{
    return read_side(hxp_tmx_read, sink, input, options, error);
}
