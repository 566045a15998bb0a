/* xcstrings_read.c - Xcode's string catalogues as units. */
#include "base/str.h"
#include "formats/documents/document_bytes.h"
#include "formats/sound_json.h"
#include "formats/units/delivery.h"
#include "formats/units/unit_format.h"
#include "formats/units/xcstrings.h"
#include "formats/units/xcstrings_entry.h"
#include "text/utf8.h"

#include <hexapla/text.h>

#include <stdlib.h>

enum {
    SIZE_LIMIT = 1 << 28,
    ENTRY_LIMIT = 1 << 22, /* bytes of an entry with all languages */
    MOST_TEXTS = 1 << 12,  /* in it */
    MOST_FORMS = 1 << 8,   /* of them in one language */
    DEPTH = 16,            /* of objects from a language on */
    REMARKS = 3
};

/** A text of an entry. */
typedef struct catalogue_text {
    hxp_str language;
    hxp_str path; /* "variations.plural.one"; empty: it has no other form */
    hxp_str state;
    hxp_content content;
    hxp_place place;
} catalogue_text;

typedef struct catalogue_reader {
    hxp_delivery delivery;
    hxp_cursor from;
    hxp_str source;
    hxp_message string;
    hxp_buffer path; /* of the object in work */
    hxp_arena arena; /* of the entry */
    const char *end; /* of the last entry that became units */
    hxp_str key, raw, comment;
    hxp_place key_place;
    catalogue_text *texts;
    size_t text_count, text_capacity;
    hxp_variant *variants;
    size_t variant_capacity;
} catalogue_reader;

static hxp_error *error_of(catalogue_reader *reader)
{
    return &reader->delivery.error;
}

/* --- Texts ---------------------------------------------------------------- */

/** Read the string at the cursor into content, which lies in the arena; what is
 * no string is passed over. */
static hxp_status read_string(catalogue_reader *reader, hxp_content *content,
                              hxp_place *place)
{
    const hxp_message *string = &reader->string;
    *content = (hxp_content){ .text = HXP_STR("") };
    if (*reader->from.rest.ptr != '"') {
        hxp_json_pass_value(&reader->from);
        return HXP_OK;
    }
    hxp_cursor written = hxp_json_pass_string(&reader->from);
    *place = written.place;
    hxp_run *runs = hxp_json_read_string(&reader->string, written)
                        ? hxp_arena_alloc(&reader->arena, string->run_count + 1,
                                          sizeof *runs)
                        : NULL;
    if (!runs || !hxp_arena_copy(&content->text, &reader->arena,
                                 hxp_buffer_str(&string->text)))
        return hxp_no_memory(error_of(reader));
    if (string->run_count > 0)
        memcpy(runs, string->runs, string->run_count * sizeof *runs);
    content->runs = runs;
    content->run_count = string->run_count;
    return HXP_OK;
}

/** Read a stringUnit. */
static hxp_status read_text(catalogue_reader *reader, hxp_str language)
{
    hxp_str key;
    hxp_content state;
    hxp_place place;
    catalogue_text text = { .language = language, .state = HXP_STR("") };
    hxp_status status = HXP_OK;
    bool found = false;
    while (status == HXP_OK && hxp_json_next_member(&reader->from, &key)) {
        if (hxp_str_is(key, "value")) {
            found = *reader->from.rest.ptr == '"';
            status = read_string(reader, &text.content, &text.place);
        } else if (hxp_str_is(key, "state")) {
            status = read_string(reader, &state, &place);
            text.state = state.text;
        } else {
            hxp_json_pass_value(&reader->from);
        }
    }
    if (status != HXP_OK || !found)
        return status;
    if (reader->text_count == MOST_TEXTS)
        return hxp_fail_at(
            error_of(reader), HXP_ELIMIT, reader->delivery.file.ptr, text.place,
            "an entry with more than %d texts, the limit", MOST_TEXTS);
    if (!hxp_array_reserve(&reader->texts, &reader->text_capacity,
                           reader->text_count + 1, sizeof text) ||
        !hxp_arena_copy(&text.path, &reader->arena,
                        hxp_buffer_str(&reader->path)))
        return hxp_no_memory(error_of(reader));
    reader->texts[reader->text_count++] = text;
    return HXP_OK;
}

/** Whether a key may be in a path, where full stops part them. */
static bool is_plain(hxp_str key)
{
    return key.len > 0 && !memchr(key.ptr, '\\', key.len) &&
           !memchr(key.ptr, '.', key.len);
}

/** Go into the object that key leads to. False: no memory. */
static bool add_key(hxp_buffer *path, hxp_str key)
{
    return (path->len == 0 || hxp_buffer_add(path, HXP_STR("."))) &&
           hxp_buffer_add(path, key);
}

/** Read all texts in the localization at the cursor. */
static hxp_status read_language(catalogue_reader *reader, hxp_str language)
{
    size_t lengths[DEPTH] = { 0 }, depth = 1;
    hxp_status status = HXP_OK;
    hxp_str key;
    reader->path.len = 0;
    if (!hxp_json_enter(&reader->from)) {
        hxp_json_pass_value(&reader->from);
        return HXP_OK;
    }
    while (status == HXP_OK && depth > 0) {
        reader->path.len = lengths[depth - 1];
        if (!hxp_json_next_member(&reader->from, &key)) {
            depth--;
        } else if (!is_plain(key) || depth == DEPTH ||
                   !hxp_json_enter(&reader->from)) {
            hxp_json_pass_value(&reader->from);
        } else if (hxp_str_is(key, "stringUnit")) {
            status = read_text(reader, language);
        } else if (add_key(&reader->path, key)) {
            lengths[depth++] = reader->path.len;
        } else {
            status = hxp_no_memory(error_of(reader));
        }
    }
    return status;
}

static hxp_status read_languages(catalogue_reader *reader)
{
    hxp_status status = HXP_OK;
    hxp_str language;
    if (!hxp_json_enter(&reader->from)) {
        hxp_json_pass_value(&reader->from);
        return HXP_OK;
    }
    while (status == HXP_OK && hxp_json_next_member(&reader->from, &language))
        if (is_plain(language))
            status = read_language(reader, language);
        else
            hxp_json_pass_value(&reader->from);
    return status;
}

/* --- Units ---------------------------------------------------------------- */

static bool is_source(const catalogue_reader *reader,
                      const catalogue_text *text)
{
    return hxp_tag_equal(text->language, reader->source);
}

/** The text of the source language at the path of start and last; NULL: there
 * is none. */
static const catalogue_text *find_source(const catalogue_reader *reader,
                                         hxp_str start, hxp_str last)
{
    for (size_t i = 0; i < reader->text_count; i++) {
        const catalogue_text *text = &reader->texts[i];
        if (is_source(reader, text) && text->path.len == start.len + last.len &&
            hxp_str_starts(text->path, start) && hxp_str_ends(text->path, last))
            return text;
    }
    return NULL;
}

/** What is translated at path: the text there, of a form that the source
 * language lacks its other one, or the one text there is. */
static const catalogue_text *source_of(const catalogue_reader *reader,
                                       hxp_str path)
{
    const hxp_str none = HXP_STR("");
    size_t len = path.len;
    while (len > 0 && path.ptr[len - 1] != '.')
        len--;
    const catalogue_text *found = find_source(reader, path, none);
    if (!found)
        found =
            find_source(reader, hxp_str_part(path, 0, len), HXP_STR("other"));
    return found ? found : find_source(reader, none, none);
}

/** Make text, which lies at place, a variant. */
static void add_variant(catalogue_reader *reader, hxp_unit *unit,
                        const catalogue_text *text, hxp_remark *state)
{
    hxp_variant *variant = &reader->variants[unit->variant_count++];
    bool told = text->state.len > 0 && !hxp_str_is(text->state, "translated");
    *state = (hxp_remark){ .kind = HXP_PROPERTY,
                           .type = HXP_STR(HXP_XCSTRINGS_STATE),
                           .text = text->state };
    *variant = (hxp_variant){ .language = text->language,
                              .content = text->content,
                              .place = text->place,
                              .remarks = { state, told } };
}

static void add_remark(hxp_unit *unit, hxp_remark *items, const char *type,
                       hxp_str text)
{
    if (text.len > 0)
        items[unit->remarks.count++] =
            (hxp_remark){ .kind = *type ? HXP_PROPERTY : HXP_NOTE_REMARK,
                          .type = hxp_str_of(type),
                          .text = text };
}

/** Make the id of the unit at path: files.plural.one. False: no memory. */
static bool make_id(catalogue_reader *reader, hxp_unit *unit, hxp_str path)
{
    hxp_buffer *id = &reader->path;
    hxp_str part;
    bool added = true;
    id->len = 0;
    if (path.len > 0)
        added = hxp_buffer_add(id, reader->key);
    while (added && hxp_str_cut(&path, '.', &part))
        if (!hxp_str_is(part, "variations"))
            added =
                hxp_buffer_add(id, HXP_STR(".")) && hxp_buffer_add(id, part);
    unit->id = id->len > 0 ? hxp_buffer_str(id) : reader->key;
    return added;
}

/** Send the texts at path as a unit. */
static hxp_status send_unit(catalogue_reader *reader, hxp_str path, bool first)
{
    hxp_remark items[REMARKS];
    hxp_unit unit = { .place = reader->key_place,
                      .remarks.items = items,
                      .variants = reader->variants };
    hxp_remark *states =
        hxp_arena_alloc(&reader->arena, reader->text_count + 1, sizeof *states);
    catalogue_text source = { .language = reader->source,
                              .content = { .text = reader->key },
                              .place = reader->key_place };
    const catalogue_text *found = source_of(reader, path);
    if (!states || !make_id(reader, &unit, path))
        return hxp_no_memory(error_of(reader));
    add_variant(reader, &unit, found ? found : &source, states);
    for (size_t i = 0; i < reader->text_count; i++) {
        const catalogue_text *text = &reader->texts[i];
        if (!is_source(reader, text) && !hxp_str_is(text->state, "new") &&
            text->content.text.len > 0 && hxp_str_equal(text->path, path))
            add_variant(reader, &unit, text, &states[unit.variant_count]);
    }
    add_remark(&unit, items, "", reader->comment);
    add_remark(&unit, items, HXP_XCSTRINGS_PATH, path);
    if (first)
        add_remark(&unit, items, HXP_XCSTRINGS_ENTRY, reader->raw);
    reader->delivery.faults.unit = reader->delivery.number + 1;
    hxp_status status = hxp_delivery_unit(&reader->delivery, &unit);
    reader->delivery.faults.unit = 0;
    return status;
}

/** Add path to paths unless it is there. */
static hxp_status add_path(catalogue_reader *reader, hxp_str *paths,
                           size_t *count, const catalogue_text *text)
{
    for (size_t i = 0; i < *count; i++)
        if (hxp_str_equal(paths[i], text->path))
            return HXP_OK;
    if (*count == MOST_FORMS)
        return hxp_fail_at(error_of(reader), HXP_ELIMIT,
                           reader->delivery.file.ptr, text->place,
                           "an entry with more than %d forms, the limit",
                           MOST_FORMS);
    paths[(*count)++] = text->path;
    return HXP_OK;
}

/** Send the entry's units: the forms of the source language first. */
static hxp_status send_units(catalogue_reader *reader)
{
    hxp_str paths[MOST_FORMS];
    size_t count = 0;
    hxp_status status = HXP_OK;
    for (int others = 0; others < 2; others++)
        for (size_t i = 0; status == HXP_OK && i < reader->text_count; i++)
            if (is_source(reader, &reader->texts[i]) != (others == 1))
                status = add_path(reader, paths, &count, &reader->texts[i]);
    if (count == 0)
        paths[count++] = HXP_STR("");
    if (!hxp_array_reserve(&reader->variants, &reader->variant_capacity,
                           reader->text_count + 1, sizeof *reader->variants))
        return hxp_no_memory(error_of(reader));
    for (size_t i = 0; status == HXP_OK && i < count; i++)
        status = send_unit(reader, paths[i], i == 0);
    return status;
}

/* --- Entries -------------------------------------------------------------- */

/** Read what is in the entry at the cursor. */
static hxp_status read_members(catalogue_reader *reader)
{
    hxp_str key;
    hxp_content comment;
    hxp_place place;
    hxp_status status = HXP_OK;
    while (status == HXP_OK && hxp_json_next_member(&reader->from, &key)) {
        if (hxp_str_is(key, "localizations")) {
            status = read_languages(reader);
        } else if (hxp_str_is(key, "comment")) {
            status = read_string(reader, &comment, &place);
            reader->comment = comment.text;
        } else {
            hxp_json_pass_value(&reader->from);
        }
    }
    return status;
}

/** Read an entry whose key was passed. */
static hxp_status read_entry(catalogue_reader *reader, hxp_cursor written)
{
    reader->text_count = 0;
    reader->comment = HXP_STR("");
    reader->key_place = written.place;
    hxp_arena_reset(&reader->arena);
    if (!hxp_json_read_string(&reader->string, written) ||
        !hxp_arena_copy(&reader->key, &reader->arena,
                        hxp_buffer_str(&reader->string.text)))
        return hxp_no_memory(error_of(reader));
    hxp_json_enter(&reader->from);
    hxp_status status = read_members(reader);
    size_t len = (size_t)(reader->from.rest.ptr - written.rest.ptr);
    if (status == HXP_OK && len > ENTRY_LIMIT)
        return hxp_fail_at(error_of(reader), HXP_ELIMIT,
                           reader->delivery.file.ptr, written.place,
                           "an entry larger than %d bytes, the limit",
                           ENTRY_LIMIT);
    if (status != HXP_OK)
        return status;
    reader->raw =
        (hxp_str){ reader->end, (size_t)(reader->from.rest.ptr - reader->end) };
    reader->end = reader->from.rest.ptr;
    return send_units(reader);
}

/** Whether the entry at the cursor is not to be translated. */
static bool is_kept(hxp_cursor from, hxp_str key)
{
    hxp_str name;
    if (key.len == 0 || !hxp_json_enter(&from))
        return true;
    while (hxp_json_next_member(&from, &name)) {
        hxp_str value = hxp_json_pass_value(&from);
        if (hxp_str_is(name, "shouldTranslate") && hxp_str_is(value, "false"))
            return true;
    }
    return false;
}

static hxp_status read_entries(catalogue_reader *reader)
{
    hxp_status status = HXP_OK;
    while (status == HXP_OK) {
        hxp_cursor written = reader->from;
        hxp_str key;
        if (!hxp_json_next_member(&reader->from, &key))
            break;
        written = hxp_json_pass_string(&written);
        if (is_kept(reader->from, key))
            hxp_json_pass_value(&reader->from);
        else
            status = read_entry(reader, written);
    }
    return status;
}

/* --- The file ------------------------------------------------------------- */

/** What stands behind the last entry that becomes units. */
static hxp_str find_tail(hxp_cursor from)
{
    hxp_str key, tail = from.rest;
    while (hxp_json_next_member(&from, &key)) {
        bool kept = is_kept(from, key);
        hxp_json_pass_value(&from);
        if (!kept)
            tail = from.rest;
    }
    return tail;
}

/** Read the catalogue, which is sound JSON. */
static hxp_status read_catalogue(catalogue_reader *reader)
{
    hxp_str whole = reader->from.rest;
    hxp_remark items[2];
    hxp_unit head = { .remarks.items = items };
    if (!hxp_xcstrings_enter(&reader->from))
        return HXP_REFUSE(&reader->delivery, ((hxp_place){ 1, 1, 1 }),
                          "no string catalogue: it has no object \"strings\"");
    reader->end = reader->from.rest.ptr;
    add_remark(&head, items, HXP_XCSTRINGS_HEAD,
               hxp_str_part(whole, 0, (size_t)(reader->end - whole.ptr)));
    add_remark(&head, items, HXP_XCSTRINGS_TAIL, find_tail(reader->from));
    hxp_unit_header header = { .file = reader->delivery.file,
                               .source_language = reader->source,
                               .remarks = head.remarks };
    hxp_status status = hxp_delivery_begin(&reader->delivery, &header);
    return status == HXP_OK ? read_entries(reader) : status;
}

hxp_status hxp_xcstrings_read(hxp_input *input, const hxp_read_options *options,
                              hxp_unit_sink *sink, hxp_error *error)
{
    hxp_document_options reading = HXP_DOCUMENT_OPTIONS_INIT;
    catalogue_reader reader = { .delivery =
                                    hxp_delivery_make(input, options, sink) };
    hxp_buffer text = { NULL, 0, 0 };
    json_t *root = NULL;
    reading.encoding = options->encoding;
    hxp_status status = hxp_document_text(&text, input, &reading, SIZE_LIMIT,
                                          error_of(&reader));
    reader.from = hxp_cursor_make(hxp_buffer_str(&text));
    if (status == HXP_OK)
        status = hxp_json_parse(&root, reader.from.rest,
                                reader.delivery.file.ptr, error_of(&reader));
    const char *source =
        json_string_value(json_object_get(root, "sourceLanguage"));
    reader.source = hxp_str_of(source          ? source
                               : options->from ? options->from
                                               : "en");
    if (status == HXP_OK)
        status = read_catalogue(&reader);
    status = hxp_delivery_finish(&reader.delivery, status, error);
    json_decref(root);
    hxp_message_free(&reader.string);
    hxp_buffer_free(&reader.path);
    hxp_arena_free(&reader.arena);
    free(reader.texts);
    free(reader.variants);
    hxp_buffer_free(&text);
    return status;
}

bool hxp_xcstrings_recognise(hxp_str head)
{
    static const char key[] = "\"sourceLanguage\"";
    head = hxp_str_trim(hxp_utf8_unmarked(head));
    if (!hxp_str_starts(head, HXP_STR("{")))
        return false;
    head = hxp_str_trim(hxp_str_part(head, 1, head.len));
    return hxp_str_starts(head, hxp_str_of(key));
}
