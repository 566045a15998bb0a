/* po_write.c - pairs as gettext's PO. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/units/losses.h"
#include "formats/units/pair.h"
#include "formats/units/po.h"
#include "formats/units/unit_format.h"
#include "model/match.h"
#include "model/remark.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct po_writer {
    hxp_unit_sink sink;
    hxp_output *output;
    hxp_write_options options;
    hxp_losses losses;
    hxp_arena arena; /* of the pair */
    hxp_language_pair pair;
    hxp_hash_map entries;
    size_t next_form; /* of the plural entry that is open; 0: none is */
    bool obsolete;    /* that entry is */
} po_writer;

static void put(po_writer *writer, const char *text)
{
    hxp_output_write(writer->output, hxp_str_of(text));
}

/* --- Strings -------------------------------------------------------------- */

/** What stands for c in a string, in room if need be, or NULL. */
static const char *escape(char room[8], char c)
{
    static const char letters[] = "ntrabfv\"\\";
    static const char meant[] = "\n\t\r\a\b\f\v\"\\";
    const char *at = c ? strchr(meant, c) : NULL;
    if (at)
        snprintf(room, 8, "\\%c", letters[at - meant]);
    else if ((unsigned char)c < 0x20 || c == 0x7F)
        snprintf(room, 8, "\\%03o", (unsigned)(unsigned char)c);
    else
        return NULL;
    return room;
}

/** Put text in quotes, tail behind it. */
static void put_quoted(po_writer *writer, hxp_str text, const char *tail)
{
    char room[8];
    size_t from = 0;
    put(writer, "\"");
    for (size_t i = 0; i < text.len; i++) {
        const char *instead = escape(room, text.ptr[i]);
        if (!instead)
            continue;
        hxp_output_write(writer->output, hxp_str_part(text, from, i));
        put(writer, instead);
        from = i + 1;
    }
    hxp_output_write(writer->output, hxp_str_part(text, from, text.len));
    put(writer, tail);
    put(writer, "\"\n");
}

/**
 * Put a keyword and its string behind prefix, a line of the file for a line of
 * text.
 */
static void put_behind(po_writer *writer, const char *prefix,
                       const char *keyword, hxp_str text)
{
    const char *end = text.len ? memchr(text.ptr, '\n', text.len) : NULL;
    hxp_output_printf(writer->output, "%s%s ", prefix, keyword);
    if (!end || end + 1 == text.ptr + text.len) {
        put_quoted(writer, text, "");
        return;
    }
    put(writer, "\"\"\n");
    for (size_t from = 0; from < text.len;) {
        end = memchr(text.ptr + from, '\n', text.len - from);
        size_t to = end ? (size_t)(end - text.ptr) + 1 : text.len;
        put(writer, prefix);
        put_quoted(writer, hxp_str_part(text, from, to), "");
        from = to;
    }
}

static void put_string(po_writer *writer, const char *keyword, hxp_str text)
{
    put_behind(writer, writer->obsolete ? "#~ " : "", keyword, text);
}

/* --- Comments ------------------------------------------------------------- */

/** Put each line of text behind sign. */
static void put_comment(po_writer *writer, const char *sign, hxp_str text)
{
    hxp_str line;
    while (hxp_line_cut(&text, &line)) {
        put(writer, sign);
        if (line.len > 0)
            put(writer, " ");
        hxp_output_write(writer->output, line);
        put(writer, "\n");
    }
}

/**
 * Whether the translation is that of a like text, as pretranslation tells. The
 * forms of a plural have matches of their own, so that nobody knows of all.
 */
static bool is_fuzzy_match(const hxp_remarks *remarks)
{
    const hxp_str *score = hxp_remarks_property(remarks, HXP_MATCH_SCORE);
    double percent;
    return score && hxp_decimal_read(&percent, *score) &&
           (percent < 100 || hxp_remarks_property(remarks, HXP_PO_PLURAL));
}

/** Put flags, the first of which is fuzzy. */
static void put_fuzzy(po_writer *writer, hxp_str flags)
{
    hxp_str flag;
    put(writer, "#, fuzzy");
    while (hxp_str_cut(&flags, ',', &flag)) {
        flag = hxp_str_trim(flag);
        if (flag.len > 0 && !hxp_str_is(flag, "fuzzy"))
            hxp_output_printf(writer->output, ", %.*s", HXP_FMT(flag));
    }
    put(writer, "\n");
}

/** Put the comments of an entry. */
static void put_comments(po_writer *writer, const hxp_remarks *remarks)
{
    static const char *const kinds[][2] = { { HXP_PO_EXTRACTED, "#." },
                                            { HXP_PO_REFERENCE, "#:" },
                                            { HXP_PO_FLAGS, "#," },
                                            { HXP_PO_PREVIOUS, "#|" } };
    enum { FLAGS = 2, PREVIOUS = 3 };
    bool fuzzy = is_fuzzy_match(remarks);
    const hxp_str *like = hxp_remarks_property(remarks, HXP_MATCH_SOURCE);
    for (size_t i = 0; i < remarks->count; i++)
        if (remarks->items[i].kind == HXP_NOTE_REMARK)
            put_comment(writer, "#", remarks->items[i].text);
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        const hxp_str *text = hxp_remarks_property(remarks, kinds[k][0]);
        const char *sign =
            k == PREVIOUS && writer->obsolete ? "#~|" : kinds[k][1];
        if (k == FLAGS && fuzzy)
            put_fuzzy(writer, text ? *text : HXP_STR(""));
        else if (k == PREVIOUS && like)
            put_behind(writer, writer->obsolete ? "#~| " : "#| ", "msgid",
                       *like);
        else if (text)
            put_comment(writer, sign, *text);
    }
}

/** How many of the remarks an entry of PO holds. */
static size_t count_kept(const hxp_remarks *remarks)
{
    size_t count = 0;
    for (size_t i = 0; i < remarks->count; i++)
        count += remarks->items[i].kind == HXP_NOTE_REMARK ||
                 (remarks->items[i].kind == HXP_PROPERTY &&
                  (hxp_str_starts(remarks->items[i].type, HXP_STR("x-po-")) ||
                   hxp_str_starts(remarks->items[i].type,
                                  HXP_STR(HXP_MATCH_SCORE))));
    return count;
}

/* --- The header ----------------------------------------------------------- */

/** Put a field of the header as a line of its string. */
static void put_field(po_writer *writer, const char *name, const char *value)
{
    hxp_output_printf(writer->output, "\"%s: %s\\n\"\n", name, value);
}

/** Put the fields as they were, but for the encoding, which is ours. */
static void put_old_header(po_writer *writer, hxp_str text)
{
    hxp_str line, key;
    bool has_type = false;
    put(writer, "msgid \"\"\nmsgstr \"\"\n");
    while (hxp_str_cut(&text, '\n', &line)) {
        hxp_str rest = line;
        key = HXP_STR("");
        hxp_str_cut(&rest, ':', &key);
        bool is_type = hxp_str_is_nocase(hxp_str_trim(key), "Content-Type");
        has_type |= is_type;
        if (is_type)
            put_field(writer, "Content-Type", "text/plain; charset=UTF-8");
        else
            put_quoted(writer, line, "\\n");
    }
    if (!has_type)
        put_field(writer, "Content-Type", "text/plain; charset=UTF-8");
}

static void put_new_header(po_writer *writer)
{
    char source[HXP_TAG_SIZE], target[HXP_TAG_SIZE];
    hxp_po_language(source, writer->pair.source);
    hxp_po_language(target, writer->pair.target);
    put(writer, "msgid \"\"\nmsgstr \"\"\n");
    put_field(writer, "Language", target);
    put_field(writer, "MIME-Version", "1.0");
    put_field(writer, "Content-Type", "text/plain; charset=UTF-8");
    put_field(writer, "Content-Transfer-Encoding", "8bit");
    put_field(writer, "X-Source-Language", source);
    hxp_output_printf(writer->output, "\"X-Generator: hexapla %s\\n\"\n",
                      hxp_version());
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    po_writer *writer = (po_writer *)sink;
    const hxp_remarks *remarks = &header->remarks;
    const hxp_str *old = hxp_remarks_property(remarks, HXP_PO_HEADER);
    if (!hxp_pair_choose(&writer->pair, header, &writer->options,
                         &writer->arena))
        return hxp_no_memory(error);
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                   remarks->count - count_kept(remarks));
    put_comments(writer, remarks);
    if (old)
        put_old_header(writer, *old);
    else
        put_new_header(writer);
    return HXP_OK;
}

/* --- Entries -------------------------------------------------------------- */

static hxp_str text_of(const hxp_variant *variant)
{
    return variant ? variant->content.text : HXP_STR("");
}

/** Put msgstr[number]. */
static void put_form(po_writer *writer, size_t number, hxp_str text)
{
    char keyword[32];
    snprintf(keyword, sizeof keyword, "msgstr[%zu]", number);
    put_string(writer, keyword, text);
    writer->next_form = number + 1;
}

/** True when the unit is the next plural form of the open entry. */
static bool is_next_form(const po_writer *writer, const hxp_unit *unit)
{
    char number[24];
    const hxp_str *form = hxp_remarks_property(&unit->remarks, HXP_PO_FORM);
    snprintf(number, sizeof number, "%zu", writer->next_form);
    return writer->next_form > 0 && form && hxp_str_is(*form, number);
}

/** Put msgctxt, one of our own when the entry would be there twice. */
static hxp_status put_context(po_writer *writer, const hxp_unit *unit,
                              hxp_str source, hxp_error *error)
{
    const hxp_str *context =
        hxp_remarks_property(&unit->remarks, HXP_PO_CONTEXT);
    char own[32];
    bool found = false;
    if (!writer->obsolete &&
        !hxp_po_remember(&writer->entries, context, source, &found))
        return hxp_no_memory(error);
    if (found) {
        snprintf(own, sizeof own, "unit %zu", unit->number);
        hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_CONTEXT, 1);
        put_string(writer, "msgctxt", hxp_str_of(own));
    } else if (context) {
        put_string(writer, "msgctxt", *context);
    }
    return HXP_OK;
}

static hxp_status put_entry(po_writer *writer, const hxp_unit *unit,
                            hxp_str source, hxp_str target, hxp_error *error)
{
    const hxp_str *plural = hxp_remarks_property(&unit->remarks, HXP_PO_PLURAL);
    writer->obsolete =
        hxp_remarks_property(&unit->remarks, HXP_PO_OBSOLETE) != NULL;
    writer->next_form = 0;
    put(writer, "\n");
    put_comments(writer, &unit->remarks);
    hxp_status status = put_context(writer, unit, source, error);
    if (status != HXP_OK)
        return status;
    put_string(writer, "msgid", source);
    if (plural) {
        put_string(writer, "msgid_plural", *plural);
        put_form(writer, 0, target);
    } else {
        put_string(writer, "msgstr", target);
    }
    return HXP_OK;
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    po_writer *writer = (po_writer *)sink;
    const hxp_variant *source = hxp_pair_variant(unit, writer->pair.source);
    const hxp_variant *target = hxp_pair_variant(unit, writer->pair.target);
    hxp_status status = HXP_OK;
    if (text_of(source).len == 0) {
        hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_UNITS, 1);
        return HXP_OK;
    }
    if (is_next_form(writer, unit))
        put_form(writer, writer->next_form, text_of(target));
    else
        status =
            put_entry(writer, unit, text_of(source), text_of(target), error);
    hxp_losses_add_unit(&writer->losses, unit, 1 + (target != NULL));
    hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                    count_kept(&unit->remarks));
    if (status == HXP_OK && hxp_output_failed(writer->output))
        return hxp_output_finish(writer->output, error);
    return status;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    po_writer *writer = (po_writer *)sink;
    return hxp_losses_tell(&writer->losses, writer->options.losses, error);
}

static void close_writer(hxp_unit_sink *sink)
{
    po_writer *writer = (po_writer *)sink;
    hxp_arena_free(&writer->arena);
    hxp_hash_map_free(&writer->entries);
    free(writer);
}

hxp_status hxp_po_writer_new(hxp_unit_sink **out, hxp_output *output,
                             const hxp_write_options *options, hxp_error *error)
{
    po_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->output = output;
    writer->options = *options;
    return hxp_pair_writer(out, &writer->sink, options, error);
}
