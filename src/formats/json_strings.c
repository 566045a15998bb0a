/* json_strings.c - the texts of a program as JSON: each string a paragraph. */
#include "base/error.h"
#include "base/input.h"
#include "base/str.h"
#include "formats/document_bytes.h"
#include "formats/document_format.h"
#include "formats/placeholder.h"
#include "model/tell.h"
#include "text/utf8.h"

#include <jansson.h>
#include <stdio.h>

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
    size_t at;       /* what was passed */
    hxp_place place; /* of it */
    hxp_buffer path; /* the keys that lead to the value in work */
    bool arb;        /* it is Flutter's: keys with @ tell of others */
    open_value open[DEPTH];
    size_t depth; /* of those */
    hxp_error *error;
} strings_reader;

/* --- Places -----------------------------------------------------------------
 */

/**
 * Move to the next string and pass over it; gives the place of its first
 * letter. No quotes stand between strings.
 */
static hxp_place pass_string(strings_reader *reader)
{
    hxp_str text = reader->text;
    size_t at = reader->at;
    while (text.ptr[at] != '"')
        at++;
    at++;
    hxp_place_advance(&reader->place, hxp_str_part(text, reader->at, at));
    hxp_place start = reader->place;
    reader->at = at;
    while (text.ptr[at] != '"')
        at += text.ptr[at] == '\\' ? 2 : 1;
    at++;
    hxp_place_advance(&reader->place, hxp_str_part(text, reader->at, at));
    reader->at = at;
    return start;
}

/* --- Values -----------------------------------------------------------------
 */

static hxp_status put_string(strings_reader *reader, const json_t *value,
                             bool shown)
{
    hxp_place place = pass_string(reader);
    hxp_str text = { json_string_value(value), json_string_length(value) };
    if (!shown)
        return HXP_OK;
    hxp_status status =
        hxp_blocks_open(&reader->blocks, (hxp_block){ HXP_BLOCK_TEXT, 0 },
                        place, reader->error);
    if (status != HXP_OK)
        return status;
    hxp_block_part *part = hxp_blocks_part(&reader->blocks);
    part->verbatim = true;
    part->id = hxp_buffer_str(&reader->path);
    status = hxp_placeholders_put(&reader->blocks, text, reader->error);
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
    bool about = reader->arb && *key == '@';
    pass_string(reader);
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

/* --- The reader -------------------------------------------------------------
 */

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
        status = walk(&reader, whole);
    }
    json_decref(whole);
    hxp_blocks_free(&reader.blocks);
    hxp_buffer_free(&reader.path);
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
