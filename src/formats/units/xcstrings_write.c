/* xcstrings_write.c - units as Xcode's string catalogues. */
#include "base/arena.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/str.h"
#include "formats/sound_json.h"
#include "formats/units/losses.h"
#include "formats/units/po.h"
#include "formats/units/unit_format.h"
#include "formats/units/xcstrings.h"
#include "formats/units/xcstrings_entry.h"
#include "model/match.h"
#include "model/remark.h"
#include "model/source.h"

#include <stdlib.h>

typedef struct catalogue_writer {
    hxp_unit_sink sink;
    hxp_output *output;
    hxp_write_options options;
    hxp_losses losses;
    hxp_source source;
    hxp_buffer entry, key; /* in work; none: empty */
    hxp_buffer room;
    hxp_buffer tail; /* of the file */
    hxp_message old; /* a text of the entry */
    hxp_hash_map keys;
    bool of_file; /* the entry in work is one of a catalogue that was read */
    bool any;     /* entry was written */
} catalogue_writer;

/* --- The file ------------------------------------------------------------- */

/** Find out whether before, bytes and behind, which then are in room, are a
 * JSON text. False: no memory. */
static bool judge(bool *sound, catalogue_writer *writer, const char *before,
                  hxp_str bytes, const char *behind)
{
    hxp_buffer *room = &writer->room;
    hxp_error error;
    json_t *root;
    room->len = 0;
    if (!hxp_buffer_add(room, hxp_str_of(before)) ||
        !hxp_buffer_add(room, bytes) ||
        !hxp_buffer_add(room, hxp_str_of(behind)))
        return false;
    hxp_status status = hxp_json_parse(&root, hxp_buffer_str(room), "", &error);
    *sound = status == HXP_OK;
    json_decref(root);
    return status != HXP_ENOMEM;
}

/** Bytes without a comma and the blanks before it. */
static hxp_str behind_comma(hxp_str bytes)
{
    size_t at = 0;
    while (at < bytes.len && strchr(" \t\r\n", bytes.ptr[at]))
        at++;
    return at < bytes.len && bytes.ptr[at] == ','
               ? hxp_str_part(bytes, at + 1, bytes.len)
               : bytes;
}

/** Remember the key that is written so; *met: it stood before. False: no
 * memory. */
static bool remember(bool *met, catalogue_writer *writer, hxp_cursor written)
{
    return hxp_json_read_string(&writer->old, written) &&
           hxp_po_remember(&writer->keys, NULL,
                           hxp_buffer_str(&writer->old.text), met);
}

/** Remember the keys of the entries from the cursor on. False: no memory. */
static bool remember_tail(catalogue_writer *writer, hxp_cursor at)
{
    hxp_str key;
    bool met;
    for (hxp_cursor before = at; hxp_json_next_member(&at, &key); before = at) {
        hxp_json_pass_value(&at);
        if (!remember(&met, writer, hxp_json_pass_string(&before)))
            return false;
    }
    return true;
}

/** Keep the tail of a file, which begins with a comma if entries are in it. */
static bool keep_tail(catalogue_writer *writer, hxp_str tail)
{
    bool lone = hxp_str_starts(hxp_str_trim(tail), HXP_STR("\""));
    return (!lone || hxp_buffer_add(&writer->tail, HXP_STR(","))) &&
           hxp_buffer_add(&writer->tail, tail);
}

/** Write the head of the file that was read and keep its tail; *put: there are
 * these, and between them is the place of entries. False: no memory. */
static bool put_old_head(bool *put, catalogue_writer *writer,
                         const hxp_remarks *remarks)
{
    const hxp_str *head = hxp_remarks_property(remarks, HXP_XCSTRINGS_HEAD);
    const hxp_str *tail = hxp_remarks_property(remarks, HXP_XCSTRINGS_TAIL);
    hxp_buffer whole = { NULL, 0, 0 };
    *put = false;
    if (!head || !tail)
        return true;
    bool done = hxp_buffer_add(&whole, *head) &&
                hxp_buffer_add(&whole, behind_comma(*tail)) &&
                judge(put, writer, "", hxp_buffer_str(&whole), "");
    hxp_cursor at = hxp_cursor_make(hxp_buffer_str(&whole));
    *put = done && *put && hxp_xcstrings_enter(&at) &&
           whole.len - at.rest.len == head->len;
    if (*put) {
        hxp_output_write(writer->output, *head);
        done = remember_tail(writer, at) && keep_tail(writer, *tail);
    }
    hxp_buffer_free(&whole);
    return done;
}

static hxp_status begin(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error)
{
    catalogue_writer *writer = (catalogue_writer *)sink;
    writer->source.chosen = writer->options.from;
    hxp_status status = hxp_source_begin(&writer->source, header, error);
    if (status != HXP_OK)
        return status;
    bool put;
    if (!put_old_head(&put, writer, &header->remarks))
        return hxp_no_memory(error);
    if (put) {
        writer->source.chosen = NULL; /* the file knows */
        return HXP_OK;
    }
    const hxp_unit none = { .number = 0 };
    hxp_buffer *room = &writer->room;
    room->len = 0;
    if (!hxp_buffer_add(room, HXP_STR("{\n  \"sourceLanguage\" : ")) ||
        !hxp_xcstrings_add(room, hxp_source_language(&writer->source, &none)) ||
        !hxp_buffer_add(room, HXP_STR(",\n  \"strings\" : {")) ||
        !hxp_buffer_add(&writer->tail,
                        HXP_STR("\n  },\n  \"version\" : \"1.0\"\n}\n")))
        return hxp_no_memory(error);
    hxp_output_write(writer->output, hxp_buffer_str(room));
    hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                   header->remarks.count);
    return HXP_OK;
}

/** Write the entry in work, if there is one. */
static void flush(catalogue_writer *writer)
{
    hxp_str entry = behind_comma(hxp_buffer_str(&writer->entry));
    if (entry.len == 0)
        return;
    if (writer->any)
        hxp_output_write(writer->output, HXP_STR(","));
    hxp_output_write(writer->output, entry);
    writer->any = true;
    writer->entry.len = 0;
}

/* --- Entries -------------------------------------------------------------- */

/** Write the entry in work; another one with bytes comes. False: no memory. */
static bool begin_entry(catalogue_writer *writer, hxp_str bytes)
{
    flush(writer);
    return hxp_buffer_add(&writer->entry, bytes);
}

/** Write an entry of the file that has no units, unless its key, which is
 * written so, stood before. False: no memory. */
static bool put_kept(catalogue_writer *writer, hxp_str bytes,
                     hxp_cursor written)
{
    bool met;
    return bytes.len == 0 || (remember(&met, writer, written) &&
                              (met || begin_entry(writer, bytes)));
}

/** Begin with raw, an entry of the file behind others that have no units;
 * *sound: it is that. False: no memory. */
static bool begin_old(catalogue_writer *writer, hxp_str raw, bool *sound)
{
    if (!judge(sound, writer, "{", behind_comma(raw), "}"))
        return false;
    hxp_cursor at = hxp_cursor_make(hxp_buffer_str(&writer->room));
    hxp_cursor before, written = { HXP_STR(""), { 0, 0, 0 } };
    hxp_str start = HXP_STR(""), key;
    if (!*sound)
        return true;
    hxp_json_enter(&at);
    for (before = at; hxp_json_next_member(&at, &key); before = at) {
        hxp_str value = hxp_json_pass_value(&at);
        if (!put_kept(writer, start, written))
            return false;
        start = (hxp_str){ before.rest.ptr,
                           (size_t)(value.ptr + value.len - before.rest.ptr) };
        written = hxp_json_pass_string(&before);
    }
    *sound = start.len > 0;
    writer->of_file = true;
    writer->key.len = 0;
    return begin_entry(writer, start) &&
           hxp_json_read_string(&writer->old, written) &&
           hxp_buffer_add(&writer->key, hxp_buffer_str(&writer->old.text));
}

/** Begin an entry that no file had. False: no memory. */
static bool begin_new(catalogue_writer *writer, const hxp_unit *unit,
                      hxp_str key)
{
    writer->of_file = false;
    writer->key.len = 0;
    bool added = hxp_buffer_add(&writer->key, key) &&
                 begin_entry(writer, HXP_STR("\n    ")) &&
                 hxp_xcstrings_add(&writer->entry, key) &&
                 hxp_buffer_add(&writer->entry, HXP_STR(" : {\n\n    }"));
    const hxp_xcstrings_way way = { { HXP_STR("comment") }, 1 };
    const hxp_remarks *remarks = &unit->remarks;
    for (size_t i = 0; added && i < remarks->count; i++)
        if (remarks->items[i].kind == HXP_NOTE_REMARK)
            return hxp_xcstrings_put(&writer->entry, &way,
                                     remarks->items[i].text);
    return added;
}

/** Whether unit is another form of the text of the entry in work. */
static bool goes_on(const catalogue_writer *writer, const hxp_unit *unit)
{
    hxp_str key = hxp_buffer_str(&writer->key);
    return writer->entry.len > 0 && hxp_str_starts(unit->id, key) &&
           unit->id.len > key.len && unit->id.ptr[key.len] == '.' &&
           hxp_remarks_property(&unit->remarks, HXP_XCSTRINGS_PATH) &&
           !hxp_remarks_property(&unit->remarks, HXP_XCSTRINGS_ENTRY);
}

/* --- Texts ---------------------------------------------------------------- */

/** Find out whether the entry has a value at the end of way, and whether that
 * is text. False: no memory. */
static bool look(catalogue_writer *writer, const hxp_xcstrings_way *way,
                 hxp_str text, bool *found, bool *same)
{
    hxp_cursor at =
        hxp_cursor_make(hxp_xcstrings_get(hxp_buffer_str(&writer->entry), way));
    *found = at.rest.len > 0;
    *same = false;
    if (!*found || *at.rest.ptr != '"')
        return true;
    bool read = hxp_json_read_string(&writer->old, hxp_json_pass_string(&at));
    *same = hxp_str_equal(hxp_buffer_str(&writer->old.text), text);
    return read;
}

/** Whether language has text in the entry in a way that excludes path: one text
 * where there are forms, or the other way round. */
static bool excludes(const catalogue_writer *writer, hxp_str language,
                     hxp_str path)
{
    hxp_xcstrings_way way;
    bool forms = hxp_str_starts(path, HXP_STR("variations"));
    return (path.len == 0 || forms) &&
           hxp_xcstrings_way_to(&way, language, NULL,
                                forms ? "stringUnit" : "variations") &&
           hxp_xcstrings_get(hxp_buffer_str(&writer->entry), &way).len > 0;
}

/** The state of a text that was put into the entry; empty: as it is there. */
static hxp_str state_of(const catalogue_writer *writer, const hxp_unit *unit,
                        const hxp_variant *variant,
                        const hxp_xcstrings_way *way)
{
    const hxp_str *score =
        hxp_remarks_property(&unit->remarks, HXP_MATCH_SCORE);
    const hxp_str *own =
        hxp_remarks_property(&variant->remarks, HXP_XCSTRINGS_STATE);
    double percent;
    if (score && hxp_decimal_read(&percent, *score))
        return percent < 100 ? HXP_STR("needs_review") : HXP_STR("translated");
    if (own)
        return *own;
    hxp_str old = hxp_xcstrings_get(hxp_buffer_str(&writer->entry), way);
    return old.len == 0 || hxp_str_is(old, "\"new\"") ? HXP_STR("translated")
                                                      : HXP_STR("");
}

/** Put the text of variant where path leads to; *put: it is there now. */
static bool put_variant(catalogue_writer *writer, const hxp_unit *unit,
                        const hxp_variant *variant, hxp_str path, bool *put)
{
    hxp_xcstrings_way way, state_way;
    bool found, same;
    hxp_str text = variant->content.text, language = variant->language;
    bool source =
        hxp_tag_equal(language, hxp_source_language(&writer->source, unit));
    *put = hxp_xcstrings_way_to(&way, language, &path, "value") &&
           hxp_xcstrings_way_to(&state_way, language, &path, "state");
    if (!*put)
        return true;
    if (!look(writer, &way, text, &found, &same))
        return false;
    if (same)
        return true;
    if (!found && source &&
        (writer->of_file || hxp_str_equal(text, hxp_buffer_str(&writer->key))))
        return true; /* the key, or the text of another form */
    *put = found || !excludes(writer, language, path);
    hxp_str state = state_of(writer, unit, variant, &state_way);
    return !*put || ((state.len == 0 ||
                      hxp_xcstrings_put(&writer->entry, &state_way, state)) &&
                     hxp_xcstrings_put(&writer->entry, &way, text) &&
                     look(writer, &way, text, &found, put));
}

/** Put all of unit's texts into the entry in work. False: no memory. */
static bool put_variants(catalogue_writer *writer, const hxp_unit *unit)
{
    const hxp_str *path =
        hxp_remarks_property(&unit->remarks, HXP_XCSTRINGS_PATH);
    size_t shown = 0;
    for (size_t i = 0; i < unit->variant_count; i++) {
        bool put;
        if (!put_variant(writer, unit, &unit->variants[i],
                         path ? *path : HXP_STR(""), &put))
            return false;
        shown += put;
    }
    hxp_losses_add_unit(&writer->losses, unit, shown);
    hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_ATTRIBUTES,
                    unit->id.len > 0);
    return true;
}

/** How many remarks a catalogue holds. */
static size_t count_kept(const hxp_remarks *remarks)
{
    size_t count = 0;
    for (size_t i = 0; i < remarks->count; i++)
        count +=
            remarks->items[i].kind == HXP_NOTE_REMARK ||
            hxp_str_starts(remarks->items[i].type, HXP_STR("x-xcstrings-")) ||
            hxp_str_starts(remarks->items[i].type, HXP_STR(HXP_MATCH_SCORE));
    return count;
}

/** Begin the entry of unit, unless it goes on with the one in work; *lost: it
 * cannot be in the file. False: no memory. */
static bool begin_unit(catalogue_writer *writer, const hxp_unit *unit,
                       bool *lost)
{
    const hxp_str *raw =
        hxp_remarks_property(&unit->remarks, HXP_XCSTRINGS_ENTRY);
    const hxp_variant *source = hxp_source_of(&writer->source, unit);
    hxp_str key = unit->id;
    bool old = false;
    *lost = false;
    if (goes_on(writer, unit))
        return true;
    if (raw && !begin_old(writer, *raw, &old))
        return false;
    if (key.len == 0 && source)
        key = source->content.text;
    if (old)
        key = hxp_buffer_str(&writer->key);
    if (!hxp_po_remember(&writer->keys, NULL, key, lost))
        return false;
    *lost = *lost || key.len == 0;
    if (*lost && !old)
        flush(writer);
    if (*lost)
        writer->entry.len = 0;
    return *lost || old || begin_new(writer, unit, key);
}

static hxp_status put_unit(hxp_unit_sink *sink, const hxp_unit *unit,
                           hxp_error *error)
{
    catalogue_writer *writer = (catalogue_writer *)sink;
    bool lost;
    if (!begin_unit(writer, unit, &lost))
        return hxp_no_memory(error);
    if (lost) {
        hxp_losses_add(&writer->losses, HXP_FAULT_LOSS_KEYS, 1);
        return HXP_OK;
    }
    if (!put_variants(writer, unit))
        return hxp_no_memory(error);
    hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                    count_kept(&unit->remarks));
    for (size_t i = 0; i < unit->variant_count; i++)
        hxp_losses_keep(&writer->losses, HXP_FAULT_LOSS_REMARKS,
                        count_kept(&unit->variants[i].remarks));
    return hxp_output_failed(writer->output)
               ? hxp_output_finish(writer->output, error)
               : HXP_OK;
}

static hxp_status end(hxp_unit_sink *sink, hxp_error *error)
{
    catalogue_writer *writer = (catalogue_writer *)sink;
    hxp_str tail = hxp_buffer_str(&writer->tail);
    flush(writer);
    hxp_output_write(writer->output, writer->any ? tail : behind_comma(tail));
    return hxp_losses_tell(&writer->losses, writer->options.losses, error);
}

static void close_writer(hxp_unit_sink *sink)
{
    catalogue_writer *writer = (catalogue_writer *)sink;
    hxp_source_free(&writer->source);
    hxp_buffer_free(&writer->entry);
    hxp_buffer_free(&writer->key);
    hxp_buffer_free(&writer->room);
    hxp_buffer_free(&writer->tail);
    hxp_message_free(&writer->old);
    hxp_hash_map_free(&writer->keys);
    free(writer);
}

hxp_status hxp_xcstrings_writer_new(hxp_unit_sink **out, hxp_output *output,
                                    const hxp_write_options *options,
                                    hxp_error *error)
{
    catalogue_writer *writer = calloc(1, sizeof *writer);
    *out = NULL;
    if (!writer)
        return hxp_no_memory(error);
    writer->sink = (hxp_unit_sink){ begin, put_unit, end, close_writer };
    writer->output = output;
    writer->options = *options;
    *out = &writer->sink;
    return HXP_OK;
}
