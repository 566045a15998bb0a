/* json.h - writes JSON as it goes; nothing is kept but the nesting. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <hexapla/base.h>

enum { HXP_JSON_DEPTH = 256 };

/** A JSON text being written; begin with all zero but output. */
typedef struct hxp_json {
    hxp_output *output;
    int depth;
    bool indent;                        /* a value a line */
    bool key_pending;                   /* a key waits for its value */
    unsigned char used[HXP_JSON_DEPTH]; /* levels that hold something */
} hxp_json;

/** Open an object ('{') or an array ('['). */
void hxp_json_open(hxp_json *json, char bracket);

/** Close the innermost with '}' or ']'. */
void hxp_json_close(hxp_json *json, char bracket);

/** Write a member's key (plain ASCII); its value comes next. */
void hxp_json_key(hxp_json *json, const char *key);

/** Write a member's key (valid UTF-8); its value comes next. */
void hxp_json_key_of(hxp_json *json, hxp_str key);

/** Write a string (valid UTF-8). */
void hxp_json_string(hxp_json *json, hxp_str text);

/** Write a value that is JSON already. */
void hxp_json_raw(hxp_json *json, hxp_str value);

void hxp_json_size(hxp_json *json, size_t number);

/** Write a number with decimals digits behind the point. */
void hxp_json_decimal(hxp_json *json, double number, int decimals);

void hxp_json_bool(hxp_json *json, bool truth);

/** Key and value at once. */
void hxp_json_member(hxp_json *json, const char *key, hxp_str text);
void hxp_json_member_size(hxp_json *json, const char *key, size_t number);

#endif
