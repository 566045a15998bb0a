/* json.c - commas, brackets and escapes. */
#include "base/json.h"

#include "base/decimal.h"
#include "base/str.h"

#include <assert.h>

static void put(hxp_json *json, const char *text)
{
    hxp_output_write(json->output, hxp_str_of(text));
}

static void new_line(hxp_json *json)
{
    if (!json->indent)
        return;
    put(json, "\n");
    for (int i = 0; i < json->depth; i++)
        put(json, "  ");
}

/** What goes before a value or a key: a comma, a line break. */
static void separate(hxp_json *json)
{
    if (json->key_pending) {
        json->key_pending = false;
        return;
    }
    if (json->used[json->depth])
        put(json, ",");
    json->used[json->depth] = 1;
    if (json->depth > 0)
        new_line(json);
}

void hxp_json_open(hxp_json *json, char bracket)
{
    separate(json);
    assert(json->depth + 1 < HXP_JSON_DEPTH);
    json->depth++;
    json->used[json->depth] = 0;
    hxp_output_write(json->output, (hxp_str){ &bracket, 1 });
}

void hxp_json_close(hxp_json *json, char bracket)
{
    assert(json->depth > 0 && !json->key_pending);
    bool used = json->used[json->depth];
    json->depth--;
    if (used)
        new_line(json);
    hxp_output_write(json->output, (hxp_str){ &bracket, 1 });
}

static void put_escaped(hxp_json *json, unsigned char c)
{
    switch (c) {
    case '"':
        put(json, "\\\"");
        break;
    case '\\':
        put(json, "\\\\");
        break;
    case '\n':
        put(json, "\\n");
        break;
    case '\r':
        put(json, "\\r");
        break;
    case '\t':
        put(json, "\\t");
        break;
    default:
        hxp_output_printf(json->output, "\\u%04x", c);
    }
}

static void put_string(hxp_json *json, hxp_str text)
{
    size_t from = 0;
    put(json, "\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F)
            continue;
        hxp_output_write(json->output, hxp_str_part(text, from, i));
        put_escaped(json, c);
        from = i + 1;
    }
    hxp_output_write(json->output, hxp_str_part(text, from, text.len));
    put(json, "\"");
}

void hxp_json_key_of(hxp_json *json, hxp_str key)
{
    separate(json);
    put_string(json, key);
    put(json, json->indent ? ": " : ":");
    json->key_pending = true;
}

void hxp_json_key(hxp_json *json, const char *key)
{
    hxp_json_key_of(json, hxp_str_of(key));
}

void hxp_json_string(hxp_json *json, hxp_str text)
{
    separate(json);
    put_string(json, text);
}

void hxp_json_raw(hxp_json *json, hxp_str value)
{
    separate(json);
    hxp_output_write(json->output, value);
}

void hxp_json_size(hxp_json *json, size_t number)
{
    separate(json);
    hxp_output_printf(json->output, "%zu", number);
}

void hxp_json_decimal(hxp_json *json, double number, int decimals)
{
    char text[HXP_DECIMAL_SIZE];
    separate(json);
    put(json, hxp_decimal(text, number, decimals));
}

void hxp_json_bool(hxp_json *json, bool truth)
{
    separate(json);
    put(json, truth ? "true" : "false");
}

void hxp_json_member(hxp_json *json, const char *key, hxp_str text)
{
    hxp_json_key(json, key);
    hxp_json_string(json, text);
}

void hxp_json_member_size(hxp_json *json, const char *key, size_t number)
{
    hxp_json_key(json, key);
    hxp_json_size(json, number);
}
