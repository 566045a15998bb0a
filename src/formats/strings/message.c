/* message.c - a text of a program, on its way into a paragraph. */
#include "formats/strings/message.h"

#include "base/error.h"
#include "base/hash.h"
#include "base/str.h"
#include "formats/documents/placeholder.h"
#include "text/utf8.h"

#include <stdlib.h>

void hxp_message_clear(hxp_message *message)
{
    message->text.len = 0;
    message->run_count = message->code_count = 0;
    hxp_arena_reset(&message->arena);
}

bool hxp_message_add(hxp_message *message, hxp_str text, hxp_place place)
{
    if (text.len == 0)
        return true;
    if (!hxp_array_reserve(&message->runs, &message->run_capacity,
                           message->run_count + 1, sizeof *message->runs))
        return false;
    message->runs[message->run_count++] = (hxp_run){ message->text.len, place };
    return hxp_buffer_add(&message->text, text);
}

bool hxp_message_add_code(hxp_message *message, const hxp_block_code *code)
{
    hxp_arena *arena = &message->arena;
    if (!hxp_array_reserve(&message->codes, &message->code_capacity,
                           message->code_count + 1, sizeof *message->codes))
        return false;
    struct hxp_message_code *to = &message->codes[message->code_count++];
    *to = (struct hxp_message_code){ message->text.len, *code };
    return hxp_arena_copy(&to->code.name, arena, code->name) &&
           hxp_arena_copy(&to->code.type, arena, code->type) &&
           hxp_arena_copy(&to->code.native, arena, code->native) &&
           hxp_arena_copy(&to->code.shown, arena, code->shown);
}

/** Add the text with its codes to the open paragraph. */
static hxp_status put_text(hxp_blocks *blocks, const hxp_message *message,
                           hxp_error *error)
{
    const hxp_content content = { .text = hxp_buffer_str(&message->text),
                                  .runs = message->runs,
                                  .run_count = message->run_count };
    hxp_block_source source = hxp_block_source_make(&content);
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < message->code_count; i++) {
        status = hxp_placeholders_put(blocks, &source, message->codes[i].offset,
                                      error);
        if (status == HXP_OK)
            status = hxp_blocks_code(blocks, &message->codes[i].code, error);
    }
    return status == HXP_OK
               ? hxp_placeholders_put(blocks, &source, content.text.len, error)
               : status;
}

hxp_status hxp_message_put(hxp_blocks *blocks, const hxp_message *message,
                           hxp_str id, hxp_place place, hxp_error *error)
{
    hxp_status status =
        hxp_blocks_open(blocks, (hxp_block){ HXP_BLOCK_TEXT, 0 }, place, error);
    if (status != HXP_OK)
        return status;
    hxp_block_part *part = hxp_blocks_part(blocks);
    part->verbatim = true;
    part->id = id;
    part->key = hxp_hash_of(id).words[0];
    status = put_text(blocks, message, error);
    return status == HXP_OK ? hxp_blocks_close(blocks, error) : status;
}

void hxp_message_free(hxp_message *message)
{
    hxp_buffer_free(&message->text);
    hxp_arena_free(&message->arena);
    free(message->runs);
    free(message->codes);
}

/** The number of the four digits behind \u or \U; -1: there are none. */
static int32_t read_unit(hxp_str text)
{
    enum { SIZE = 6 };
    char digits[5] = "", *end;
    if (text.len < SIZE || text.ptr[0] != '\\' ||
        hxp_ascii_lower(text.ptr[1]) != 'u')
        return -1;
    memcpy(digits, text.ptr + 2, sizeof digits - 1);
    if (strspn(digits, "0123456789abcdefABCDEF") != sizeof digits - 1)
        return -1;
    return (int32_t)strtol(digits, &end, 16);
}

/** The character of an escape such as \u00e9, or of two; *size: its bytes, 0
 * when there is none. */
static int32_t read_unicode(hxp_str text, size_t *size)
{
    enum { SIZE = 6 };
    int32_t c = read_unit(text), low = -1;
    *size = c > 0 ? SIZE : 0;
    if (c < 0xD800 || c > 0xDFFF)
        return c;
    if (c < 0xDC00)
        low = read_unit(hxp_str_part(text, SIZE, text.len));
    *size = low >= 0xDC00 && low <= 0xDFFF ? (size_t)2 * SIZE : 0;
    return 0x10000 + (c - 0xD800) * 0x400 + (low - 0xDC00);
}

bool hxp_message_add_escape(hxp_message *message, hxp_str rest, hxp_place place,
                            const char *letters, size_t *taken)
{
    char bytes[4];
    int32_t c = read_unicode(rest, taken);
    if (*taken > 0)
        return hxp_message_add(
            message, (hxp_str){ bytes, hxp_utf8_put(bytes, c) }, place);
    *taken = 1;
    if (rest.len == 1)
        return true;
    while (*letters && *letters != rest.ptr[1])
        letters += 2;
    hxp_utf8_next(rest, taken);
    if (*letters)
        return hxp_message_add(message, (hxp_str){ letters + 1, 1 }, place);
    hxp_place_advance(&place, hxp_str_part(rest, 0, 1));
    return hxp_message_add(message, hxp_str_part(rest, 1, *taken), place);
}

bool hxp_message_add_written(hxp_message *message, hxp_cursor *from, char end,
                             const char *letters)
{
    hxp_str rest = from->rest;
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] != end && rest.ptr[len] != '\\')
        len++;
    bool added =
        len > 0
            ? hxp_message_add(message, hxp_str_part(rest, 0, len), from->place)
            : hxp_message_add_escape(message, rest, from->place, letters, &len);
    hxp_cursor_take(from, len);
    return added;
}
