/* json_strings.c - the texts of a program as JSON: each string a paragraph. */
#include "base/error.h"
#include "base/hash.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/documents/document_bytes.h"
#include "formats/documents/document_format.h"
#include "formats/documents/placeholder.h"
#include "model/tell.h"
#include "text/utf8.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEPTH = 64 };

static const size_t size_limit = (size_t)1 << 28;

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
    hxp_blocks blocks;
    hxp_str text;
    size_t at;            /* what was passed */
    hxp_place place;      /* of it */
    hxp_buffer path;      /* the keys that lead to the value in work */
    bool arb;             /* it is Flutter's: keys with @ tell of others */
    const char *text_key; /* of what has the text in entries that have more; or
                             NULL */
    open_value open[DEPTH];
    size_t depth;  /* of those */
    hxp_run *runs; /* of the string in work */
    size_t run_count, run_capacity;
    hxp_error *error;
} strings_reader;

/* --- Places --------------------------------------------------------------- */

/** Go on to byte at. */
static void pass(strings_reader *reader, size_t at)
{
    hxp_place_advance(&reader->place,
                      hxp_str_part(reader->text, reader->at, at));
    reader->at = at;
}

/**
 * Move to the next string and pass over it; gives it as it is written. No
 * quotes stand between strings.
 */
static hxp_str pass_string(strings_reader *reader, hxp_place *start)
{
    hxp_str text = reader->text;
    size_t at = reader->at;
    while (text.ptr[at] != '"')
        at++;
    pass(reader, at + 1);
    *start = reader->place;
    hxp_str whole = hxp_str_part(text, reader->at, text.len);
    for (at = reader->at; text.ptr[at] != '"';)
        at += text.ptr[at] == '\\' ? 2 : 1;
    whole.len = at - reader->at;
    pass(reader, at + 1);
    return whole;
}

/** The length of the escape at the start of written; *bytes: of what it means.
 */
static size_t measure_escape(hxp_str written, size_t *bytes)
{
    enum { SHORT = 2, LONG = 6, PAIR = 12 };
    char digits[5] = "";
    *bytes = 1;
    if (written.ptr[1] != 'u')
        return SHORT;
    memcpy(digits, written.ptr + SHORT, sizeof digits - 1);
    unsigned long unit = strtoul(digits, NULL, 16);
    *bytes = unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
    if (unit < 0xD800 || unit > 0xDFFF)
        return LONG;
    *bytes = 4;
    return PAIR;
}

/** The text that next means stands at place. */
static bool add_run(strings_reader *reader, size_t offset, hxp_place place)
{
    if (!hxp_array_reserve(&reader->runs, &reader->run_capacity,
                           reader->run_count + 1, sizeof *reader->runs))
        return false;
    reader->runs[reader->run_count++] = (hxp_run){ offset, place };
    return true;
}

/** Find where a string stands that is written so at place. */
static bool find_runs(strings_reader *reader, hxp_str written, hxp_place place)
{
    size_t at = 0, offset = 0, bytes;
    reader->run_count = 0;
    while (at < written.len) {
        hxp_str rest = hxp_str_part(written, at, written.len);
        const char *escape = memchr(rest.ptr, '\\', rest.len);
        size_t len = escape ? (size_t)(escape - rest.ptr) : rest.len;
        if (len > 0 && !add_run(reader, offset, place))
            return false;
        hxp_place_advance(&place, hxp_str_part(rest, 0, len));
        offset += len;
        at += len;
        if (!escape)
            break;
        rest = hxp_str_part(rest, len, rest.len);
        len = measure_escape(rest, &bytes);
        if (!add_run(reader, offset, place))
            return false;
        hxp_place_advance(&place, hxp_str_part(rest, 0, len));
        offset += bytes;
        at += len;
    }
    return true;
}

/* --- Values --------------------------------------------------------------- */

static hxp_status put_string(strings_reader *reader, const json_t *value,
                             bool shown)
{
    hxp_place place;
    hxp_str written = pass_string(reader, &place);
    hxp_str text = { json_string_value(value), json_string_length(value) };
    if (!shown)
        return HXP_OK;
    if (!find_runs(reader, written, place))
        return hxp_no_memory(reader->error);
    const hxp_content content = { .text = text,
                                  .runs = reader->runs,
                                  .run_count = reader->run_count };
    hxp_block_source source = hxp_block_source_make(&content);
    hxp_status status =
        hxp_blocks_open(&reader->blocks, (hxp_block){ HXP_BLOCK_TEXT, 0 },
                        place, reader->error);
    if (status != HXP_OK)
        return status;
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    part->verbatim = true;
    part->id = hxp_buffer_str(&reader->path);
    part->key = hxp_hash_of(part->id).words[0];
    status =
        hxp_placeholders_put(&reader->blocks, &source, text.len, reader->error);
    return status == HXP_OK ? hxp_blocks_close(&reader->blocks, reader->error)
                            : status;
}

/** Begin with a value; what is in it comes by steps. */
static hxp_status enter(strings_reader *reader, const json_t *value, bool shown)
{
    if (json_is_string(value))
        return put_string(reader, value, shown);
    if (!json_is_object(value) && !json_is_array(value))
        return HXP_OK;
    if (reader->depth == DEPTH)
        return hxp_fail_at(reader->error, HXP_ELIMIT, reader->blocks.file,
                           reader->place,
                           "values nest deeper than %d, the limit", DEPTH);
    reader->open[reader->depth++] =
        (open_value){ .value = (json_t *)(uintptr_t)value,
                      .path = reader->path.len,
                      .shown = shown };
    return HXP_OK;
}

/** Enter a value that is called key within the innermost one. */
static hxp_status enter_member(strings_reader *reader, hxp_str key,
                               const json_t *value, bool shown)
{
    if ((reader->path.len > 0 &&
         !hxp_buffer_add(&reader->path, HXP_STR("."))) ||
        !hxp_buffer_add(&reader->path, key))
        return hxp_no_memory(reader->error);
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
    hxp_place place;
    pass_string(reader, &place);
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
        reader->path.len = top->path;
        status = json_is_object(top->value) ? step_object(reader, top)
                                            : step_array(reader, top);
    }
    return status;
}

/* --- The reader ----------------------------------------------------------- */

/** Parse the text; what jansson says of a fault becomes ours. */
static hxp_status parse(json_t **out, const strings_reader *reader)
{
    json_error_t fault;
    hxp_str text = reader->text;
    *out = json_loadb(text.ptr ? text.ptr : "", text.len,
                      JSON_ALLOW_NUL | JSON_REJECT_DUPLICATES, &fault);
    if (*out)
        return HXP_OK;
    if (json_error_code(&fault) == json_error_out_of_memory)
        return hxp_no_memory(reader->error);
    hxp_place place = { fault.line > 0 ? (size_t)fault.line : 1,
                        fault.column > 0 ? (size_t)fault.column : 1, 1 };
    return hxp_fail_at(reader->error, HXP_EINPUT, reader->blocks.file, place,
                       "no JSON: %.*s",
                       HXP_FMT(hxp_quote(hxp_str_of(fault.text))));
}

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
    strings_reader reader = { .blocks = hxp_blocks_make(sink, input),
                              .place = { 1, 1, 1 },
                              .error = error };
    hxp_buffer text = { NULL, 0, 0 };
    json_t *whole = NULL;
    hxp_status status =
        hxp_document_text(&text, input, options, size_limit, error);
    reader.text = hxp_buffer_str(&text);
    if (status == HXP_OK)
        status = parse(&whole, &reader);
    if (status == HXP_OK) {
        reader.arb = is_arb(whole);
        reader.text_key = find_text_key(whole);
        status = walk(&reader, whole);
    }
    json_decref(whole);
    hxp_blocks_free(&reader.blocks);
    hxp_buffer_free(&reader.path);
    free(reader.runs);
    hxp_buffer_free(&text);
    return status;
}

bool hxp_json_recognise(hxp_str head)
{
    static const char mark[] = "\xEF\xBB\xBF";
    if (hxp_str_starts(head, hxp_str_of(mark)))
        head = hxp_str_part(head, sizeof mark - 1, head.len);
    head = hxp_str_trim(head);
    if (!hxp_str_starts(head, HXP_STR("{")))
        return false;
    head = hxp_str_trim(hxp_str_part(head, 1, head.len));
    return hxp_str_starts(head, HXP_STR("\""));
}
