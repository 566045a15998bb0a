/* sound_json.h - finds its way through the bytes of JSON known to be sound. */
#ifndef FORMATS_SOUND_JSON_H
#define FORMATS_SOUND_JSON_H

#include "formats/strings/message.h"

#include <jansson.h>

/** See that text, which is all of file, is JSON without a key that stands twice
 * in an object. The caller frees *out with json_decref(). */
hxp_status hxp_json_parse(json_t **out, hxp_str text, const char *file,
                          hxp_error *error);

/**
 * Move to the next string and pass over it; gives it as it is written. No
 * quotes stand between strings.
 */
hxp_cursor hxp_json_pass_string(hxp_cursor *from);

/** Make text what is written so. False: no memory. */
bool hxp_json_read_string(hxp_message *text, hxp_cursor written);

/** Pass over blanks. */
void hxp_json_pass_blanks(hxp_cursor *from);

/** Move into the object that comes next; false: something else does. */
bool hxp_json_enter(hxp_cursor *from);

/** Move to the value of the next member, whose key is written so; false:
 * behind the object, which has no more. */
bool hxp_json_next_member(hxp_cursor *from, hxp_str *key);

/** Pass over the value that comes next; gives it. */
hxp_str hxp_json_pass_value(hxp_cursor *from);

#endif
