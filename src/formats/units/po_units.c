/* po_units.c - entries of PO as units; the rules they break. */
#include "base/str.h"
#include "formats/units/po_reader.h"

#include <stdio.h>
#include <stdlib.h>

/** note, context, four kinds of comments, obsolete, form, plural */
enum { REMARKS = 9 };

void hxp_po_clear(hxp_po_reader *reader)
{
    hxp_po_entry *entry = &reader->entry;
    *entry = (hxp_po_entry){ .forms = entry->forms,
                             .form_capacity = entry->form_capacity };
    for (int i = 0; i < HXP_PO_COMMENTS; i++)
        reader->comments[i].len = 0;
    reader->entry_size = 0;
    hxp_arena_reset(&reader->arena);
}

/* --- Remarks -------------------------------------------------------------- */

static void add_property(hxp_remark *items, hxp_remarks *to, const char *type,
                         hxp_str text)
{
    items[to->count++] = (hxp_remark){ .kind = HXP_PROPERTY,
                                       .type = hxp_str_of(type),
                                       .text = text };
}

/** Make remarks of the comments; items has room for REMARKS. */
static void add_comments(hxp_remark *items, hxp_remarks *to,
                         const hxp_po_reader *reader)
{
    static const char *const types[HXP_PO_COMMENTS] = {
        NULL, HXP_PO_EXTRACTED, HXP_PO_REFERENCE, HXP_PO_FLAGS, HXP_PO_PREVIOUS
    };
    const hxp_buffer *comments = reader->comments;
    if (comments[HXP_PO_NOTE].len > 0)
        items[to->count++] =
            (hxp_remark){ .kind = HXP_NOTE_REMARK,
                          .type = HXP_STR(""),
                          .text = hxp_buffer_str(&comments[HXP_PO_NOTE]) };
    for (int i = HXP_PO_NOTE + 1; i < HXP_PO_COMMENTS; i++)
        if (comments[i].len > 0)
            add_property(items, to, types[i], hxp_buffer_str(&comments[i]));
}

/* --- The header ----------------------------------------------------------- */

/** The number behind nplurals= in the field Plural-Forms; 0: none. */
static size_t count_plurals(hxp_str field)
{
    static const char key[] = "nplurals=";
    enum { KEY = sizeof key - 1 };
    size_t at = 0, count = 0;
    while (at + KEY < field.len && memcmp(field.ptr + at, key, KEY) != 0)
        at++;
    for (at += KEY; at < field.len && field.ptr[at] >= '0' &&
                    field.ptr[at] <= '9' && count < 100;
         at++)
        count = count * 10 + (size_t)(field.ptr[at] - '0');
    return count;
}

/** Find the languages: what the header says, else the caller, else a guess. */
static void find_languages(hxp_po_reader *reader, hxp_str header)
{
    const char *from = reader->options->from, *to = reader->options->to;
    hxp_str source = hxp_po_field(header, "X-Source-Language");
    hxp_str target = hxp_po_field(header, "Language");
    if (source.len > 0)
        hxp_po_tag(reader->source, source);
    else
        snprintf(reader->source, HXP_TAG_SIZE, "%s", from ? from : "en");
    if (target.len > 0)
        hxp_po_tag(reader->target, target);
    else
        snprintf(reader->target, HXP_TAG_SIZE, "%s", to ? to : "und");
}

/** Begin with what the header says; remarks are the file's. */
static hxp_status begin(hxp_po_reader *reader, hxp_str text,
                        const hxp_remarks *remarks)
{
    find_languages(reader, text);
    hxp_str languages[] = { hxp_str_of(reader->source),
                            hxp_str_of(reader->target) };
    hxp_unit_header header = { .file = reader->lines.file,
                               .source_language = languages[0],
                               .languages = languages,
                               .language_count = 2,
                               .remarks = *remarks };
    reader->begun = true;
    reader->plurals = count_plurals(hxp_po_field(text, "Plural-Forms"));
    return hxp_delivery_begin(&reader->delivery, &header);
}

hxp_status hxp_po_begin(hxp_po_reader *reader)
{
    static const hxp_remarks none = { NULL, 0 };
    if (reader->begun)
        return HXP_OK;
    hxp_status status = hxp_tell(
        &reader->delivery.faults, HXP_FAULT_PO_HEADER, (hxp_place){ 1, 1, 1 },
        &reader->delivery.error, "the file does not begin with a header");
    return status == HXP_OK ? begin(reader, HXP_STR(""), &none) : status;
}

/** Begin with the entry whose msgid is empty. */
static hxp_status send_header(hxp_po_reader *reader)
{
    hxp_remark items[REMARKS];
    hxp_remarks remarks = { items, 0 };
    hxp_str text = reader->entry.forms[0].content.text;
    hxp_status status = HXP_OK;
    add_comments(items, &remarks, reader);
    add_property(items, &remarks, HXP_PO_HEADER, text);
    if (hxp_po_field(text, "Language").len == 0 && !reader->options->to)
        status = hxp_tell(&reader->delivery.faults, HXP_FAULT_PO_LANGUAGE,
                          reader->entry.place, &reader->delivery.error,
                          "the header has no field Language");
    return status == HXP_OK ? begin(reader, text, &remarks) : status;
}

/* --- Rules ---------------------------------------------------------------- */

#define TELL(reader, rule, place, ...)                                         \
    hxp_tell(&(reader)->delivery.faults, rule, place,                          \
             &(reader)->delivery.error, __VA_ARGS__)

/** See that both or none begin, and end, with a line break. */
static hxp_status check_breaks(hxp_po_reader *reader, hxp_str id,
                               const hxp_po_form *form)
{
    hxp_str text = form->content.text, line = HXP_STR("\n");
    if (text.len == 0)
        return HXP_OK; /* not translated */
    if (hxp_str_starts(id, line) != hxp_str_starts(text, line))
        return TELL(reader, HXP_FAULT_PO_BREAKS, form->place,
                    "msgid and msgstr do not both begin with \\n");
    if (hxp_str_ends(id, line) != hxp_str_ends(text, line))
        return TELL(reader, HXP_FAULT_PO_BREAKS, form->place,
                    "msgid and msgstr do not both end with \\n");
    return HXP_OK;
}

static hxp_status check_entry(hxp_po_reader *reader)
{
    const hxp_po_entry *entry = &reader->entry;
    hxp_status status = HXP_OK;
    bool found = false;
    if (!reader->delivery.faults.sink || entry->obsolete)
        return HXP_OK;
    if (!hxp_po_remember(&reader->entries,
                         entry->has_context ? &entry->context.text : NULL,
                         entry->id.text, &found))
        return hxp_no_memory(&reader->delivery.error);
    if (found)
        status = TELL(reader, HXP_FAULT_PO_DUPLICATE, entry->place,
                      "an entry with this msgctxt and msgid stands before");
    if (status == HXP_OK && entry->has_plural && reader->plurals > 0 &&
        entry->form_count != reader->plurals)
        status = TELL(reader, HXP_FAULT_PO_PLURALS, entry->place,
                      "%zu plural forms; the header promises %zu",
                      entry->form_count, reader->plurals);
    for (size_t i = 0; status == HXP_OK && i < entry->form_count; i++)
        status =
            check_breaks(reader, i == 0 ? entry->id.text : entry->plural.text,
                         &entry->forms[i]);
    return status;
}

/* --- Units ---------------------------------------------------------------- */

/** Send one form of the entry: its msgid or msgid_plural, and its msgstr. */
static hxp_status send_form(hxp_po_reader *reader, size_t form)
{
    const hxp_po_entry *entry = &reader->entry;
    hxp_remark items[REMARKS];
    hxp_variant variants[] = {
        { .language = hxp_str_of(reader->source),
          .content = form == 0 ? entry->id : entry->plural,
          .place = entry->id_place },
        { .language = hxp_str_of(reader->target),
          .content = entry->forms[form].content,
          .place = entry->forms[form].place },
    };
    hxp_unit unit = { .place = entry->place,
                      .variants = variants,
                      .variant_count = 1 + (variants[1].content.text.len > 0),
                      .remarks.items = items };
    char number[24];
    add_comments(items, &unit.remarks, reader);
    if (entry->has_context)
        add_property(items, &unit.remarks, HXP_PO_CONTEXT, entry->context.text);
    if (entry->obsolete)
        add_property(items, &unit.remarks, HXP_PO_OBSOLETE, HXP_STR("yes"));
    snprintf(number, sizeof number, "%zu", form);
    if (entry->has_plural)
        add_property(items, &unit.remarks, HXP_PO_FORM, hxp_str_of(number));
    if (entry->has_plural && form == 0)
        add_property(items, &unit.remarks, HXP_PO_PLURAL, entry->plural.text);
    return hxp_delivery_unit(&reader->delivery, &unit);
}

hxp_status hxp_po_send(hxp_po_reader *reader)
{
    const hxp_po_entry *entry = &reader->entry;
    if (!reader->begun && entry->id.text.len == 0 && !entry->has_context &&
        !entry->has_plural && !entry->obsolete)
        return send_header(reader);
    hxp_status status = hxp_po_begin(reader);
    reader->delivery.faults.unit = reader->delivery.number + 1;
    if (status == HXP_OK)
        status = check_entry(reader);
    for (size_t i = 0; status == HXP_OK && i < entry->form_count; i++)
        status = send_form(reader, i);
    reader->delivery.faults.unit = 0;
    return status;
}
