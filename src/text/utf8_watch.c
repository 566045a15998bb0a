/* utf8_watch.c - UTF-8 that comes in pieces, character by character. */
#include "text/utf8_watch.h"

#include "base/error.h"
#include "base/source.h"
#include "base/str.h"
#include "text/utf8.h"

#include <stdlib.h>

/** The bytes of the character that lead begins; 0: it begins none. */
static size_t length_of(unsigned char lead)
{
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/** See the next byte, which belongs to a character that is not ASCII. */
static void add_byte(hxp_utf8_watch *watch, char byte)
{
    size_t at = 0;
    watch->held[watch->held_count++] = byte;
    size_t length = length_of((unsigned char)watch->held[0]);
    if (length == 0)
        watch->broken = true;
    if (watch->held_count < length)
        return;
    watch->broken =
        watch->broken ||
        hxp_utf8_next((hxp_str){ watch->held, watch->held_count }, &at) < 0;
    watch->found = true;
    watch->held_count = 0;
}

void hxp_utf8_watch_add(hxp_utf8_watch *watch, hxp_str bytes)
{
    size_t at = 0;
    while (!watch->broken && at < bytes.len) {
        size_t from = at;
        if (watch->held_count == 0)
            at = hxp_ascii_end(bytes, from);
        if (!watch->found && at > from)
            hxp_place_advance(&watch->place, hxp_str_part(bytes, from, at));
        if (at < bytes.len)
            add_byte(watch, bytes.ptr[at++]);
    }
}

bool hxp_utf8_watch_holds(const hxp_utf8_watch *watch)
{
    return watch->found && !watch->broken && watch->held_count == 0;
}

/* --- As an input ---------------------------------------------------------- */

typedef struct watcher {
    hxp_byte_source source;
    hxp_input *input;
    hxp_utf8_watch *watch;
} watcher;

static hxp_status read_watched(hxp_byte_source *source, void *buffer,
                               size_t size, size_t *got, hxp_error *error)
{
    watcher *self = (watcher *)source;
    hxp_status status = hxp_input_read(self->input, buffer, size, got, error);
    if (status == HXP_OK)
        hxp_utf8_watch_add(self->watch, (hxp_str){ buffer, *got });
    return status;
}

static void close_watcher(hxp_byte_source *source)
{
    free(source);
}

hxp_status hxp_input_watch(hxp_input **out, hxp_input *input,
                           hxp_utf8_watch *watch, hxp_error *error)
{
    watcher *self = calloc(1, sizeof *self);
    *out = NULL;
    if (!self)
        return hxp_no_memory(error);
    self->source = (hxp_byte_source){ read_watched, close_watcher };
    self->input = input;
    self->watch = watch;
    return hxp_input_source(out, &self->source, hxp_input_name(input), error);
}
