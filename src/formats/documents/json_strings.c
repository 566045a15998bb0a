/* json_strings.c - the texts of a program as JSON: each string a paragraph. */
#include "base/error.h"
#include "base/str.h"
#include "formats/documents/document_format.h"
#include "formats/sound_json.h"
#include "formats/strings/key_values.h"
#include "text/utf8.h"

#include <stdio.h>

enum { DEPTH = 64 };

/** An object or array that is open. */
typedef struct open_value {
    json_t *value;
    void *member; /* of an object: the one in work; NULL: none yet */
    size_t item;  /* of an array: the next */
    size_t path;  /* length of the path that leads to it */
    bool shown;   /* strings in it are texts */
} open_value;

/** Goes through a file that is known to be sound. */
typedef struct strings_reader {
    hxp_key_values file;  /* its key: those that lead to the value in work */
    bool arb;             /* it is Flutter's: keys with @ tell of others */
    const char *text_key; /* of what has the text in entries that have more; or
                             NULL */
    open_value open[DEPTH];
    size_t depth; /* of those */
} strings_reader;

/* --- Values --------------------------------------------------------------- */

static hxp_status put_string(hxp_key_values *file, bool shown)
{
    hxp_cursor written = hxp_json_pass_string(&file->from);
    if (!shown)
        return HXP_OK;
    return hxp_json_read_string(&file->value, written)
               ? hxp_key_values_put(file, &file->value, written.place)
               : hxp_no_memory(file->error);
}

/** Begin with a value; what is in it comes by steps. */
static hxp_status enter(strings_reader *reader, const json_t *value, bool shown)
{
    if (json_is_string(value))
        return put_string(&reader->file, shown);
    if (!json_is_object(value) && !json_is_array(value))
        return HXP_OK;
    if (reader->depth == DEPTH)
        return hxp_fail_at(reader->file.error, HXP_ELIMIT,
                           reader->file.blocks.file, reader->file.from.place,
                           "values nest deeper than %d, the limit", DEPTH);
    reader->open[reader->depth++] =
        (open_value){ .value = (json_t *)(uintptr_t)value,
                      .path = reader->file.key.text.len,
                      .shown = shown };
    return HXP_OK;
}

/** Enter a value that is called key within the innermost one. */
static hxp_status enter_member(strings_reader *reader, hxp_str key,
                               const json_t *value, bool shown)
{
    hxp_buffer *path = &reader->file.key.text;
    if ((path->len > 0 && !hxp_buffer_add(path, HXP_STR("."))) ||
        !hxp_buffer_add(path, key))
        return hxp_no_memory(reader->file.error);
    return enter(reader, value, shown);
}

static hxp_status step_object(strings_reader *reader, open_value *top)
{
    top->member = top->member ? json_object_iter_next(top->value, top->member)
                              : json_object_iter(top->value);
    if (!top->member) {
        reader->depth--;
        return HXP_OK;
    }
    const char *key = json_object_iter_key(top->member);
    enum { ENTRY = 2 }; /* depth of an object that is an entry */
    bool about = (reader->arb && *key == '@') ||
                 (reader->text_key && reader->depth == ENTRY &&
                  strcmp(key, reader->text_key) != 0);
    hxp_json_pass_string(&reader->file.from);
    return enter_member(reader, hxp_str_of(key),
                        json_object_iter_value(top->member),
                        top->shown && !about);
}

static hxp_status step_array(strings_reader *reader, open_value *top)
{
    char number[24];
    const json_t *item = json_array_get(top->value, top->item);
    if (!item) {
        reader->depth--;
        return HXP_OK;
    }
    int len = snprintf(number, sizeof number, "%zu", top->item++);
    return enter_member(reader, (hxp_str){ number, (size_t)len }, item,
                        top->shown);
}

/** Go through all that is in a value. */
static hxp_status walk(strings_reader *reader, const json_t *whole)
{
    hxp_status status = enter(reader, whole, true);
    while (status == HXP_OK && reader->depth > 0) {
        open_value *top = &reader->open[reader->depth - 1];
        reader->file.key.text.len = top->path;
        status = json_is_object(top->value) ? step_object(reader, top)
                                            : step_array(reader, top);
    }
    return status;
}

/* --- The reader ----------------------------------------------------------- */

/** What entries of a kind of file have: the text, and what is about it. */
static const char *const entries[][9] = {
    /* extensions of browsers */
    { "message", "description", "placeholders", "hash" },
    /* FormatJS, what it extracted */
    { "defaultMessage", "description", "id", "file", "start", "end", "line",
      "col" },
    /* Transifex */
    { "string", "context", "developer_comment", "character_limit" },
};

enum { KINDS = sizeof entries / sizeof entries[0] };

/** Whether value is an entry of the kind. */
static bool is_entry(json_t *value, const char *const *kind)
{
    size_t known = 0;
    for (size_t i = 0; kind[i]; i++)
        known += json_object_get(value, kind[i]) != NULL;
    return json_is_string(json_object_get(value, kind[0])) &&
           known == json_object_size(value);
}

/** The key of the text in a file that has nothing but entries of a kind; NULL:
 * all strings are texts. */
static const char *find_text_key(json_t *whole)
{
    size_t count = json_array_size(whole) + json_object_size(whole);
    const char *key;
    json_t *value;
    size_t i;
    for (size_t k = 0; k < KINDS; k++) {
        size_t found = 0;
        json_array_foreach(whole, i, value) found +=
            is_entry(value, entries[k]);
        json_object_foreach(whole, key, value) found +=
            is_entry(value, entries[k]);
        if (count > 0 && found == count)
            return entries[k][0];
    }
    return NULL;
}

static bool is_arb(const json_t *whole)
{
    return json_object_get(whole, "@@locale") != NULL;
}

hxp_status hxp_json_stream(hxp_paragraph_sink *sink, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error)
{
    strings_reader reader = { .file = { .blocks = hxp_blocks_make(sink, input),
                                        .error = error } };
    json_t *whole = NULL;
    hxp_status status = hxp_key_values_load(&reader.file, input, options, NULL);
    if (status == HXP_OK)
        status = hxp_json_parse(&whole, hxp_buffer_str(&reader.file.text),
                                reader.file.blocks.file, error);
    if (status == HXP_OK) {
        reader.arb = is_arb(whole);
        reader.text_key = find_text_key(whole);
        status = walk(&reader, whole);
    }
    json_decref(whole);
    return hxp_key_values_end(&reader.file, status);
}

bool hxp_json_recognise(hxp_str head)
{
    head = hxp_str_trim(hxp_utf8_unmarked(head));
    if (!hxp_str_starts(head, HXP_STR("{")))
        return false;
    head = hxp_str_trim(hxp_str_part(head, 1, head.len));
    return hxp_str_starts(head, HXP_STR("\""));
}
