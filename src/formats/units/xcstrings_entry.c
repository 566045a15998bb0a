/* xcstrings_entry.c - changes an entry of a string catalogue in its bytes. */
#include "formats/units/xcstrings_entry.h"

#include "base/json.h"
#include "base/str.h"
#include "formats/sound_json.h"

#include <hexapla/text.h>

bool hxp_xcstrings_enter(hxp_cursor *from)
{
    hxp_str key;
    if (!hxp_json_enter(from))
        return false;
    while (hxp_json_next_member(from, &key)) {
        if (hxp_str_is(key, "strings"))
            return hxp_json_enter(from);
        hxp_json_pass_value(from);
    }
    return false;
}

/** Whether a key stands in JSON as it is: only then it can be found there. */
static bool is_plain(hxp_str key)
{
    for (size_t i = 0; i < key.len; i++)
        if (key.ptr[i] == '"' || key.ptr[i] == '\\' ||
            (unsigned char)key.ptr[i] < ' ')
            return false;
    return true;
}

bool hxp_xcstrings_way_to(hxp_xcstrings_way *way, hxp_str language,
                          const hxp_str *path, const char *member)
{
    hxp_str rest = path ? *path : HXP_STR(""), part;
    *way = (hxp_xcstrings_way){ { HXP_STR("localizations"), language }, 2 };
    while (hxp_str_cut(&rest, '.', &part)) {
        if (way->count + 2 >= HXP_XCSTRINGS_KEYS || !is_plain(part))
            return false;
        way->keys[way->count++] = part;
    }
    if (path)
        way->keys[way->count++] = HXP_STR("stringUnit");
    way->keys[way->count++] = hxp_str_of(member);
    return true;
}

/* --- Finding -------------------------------------------------------------- */

/** Where a way leads. */
typedef struct way_end {
    hxp_cursor at;      /* the value; of what lacks the next key, its end */
    size_t known;       /* keys that are there */
    bool object;        /* they lead to one, */
    bool empty;         /* which has no members, */
    bool first;         /* or none that belongs before the next key */
    const char *behind; /* where that key belongs */
} way_end;

/** Whether key number i of way is written so. Languages have many spellings. */
static bool is_key(const hxp_xcstrings_way *way, size_t i, hxp_str key)
{
    enum { LANGUAGE = 1 };
    return hxp_str_equal(way->keys[i], key) ||
           (i == LANGUAGE && hxp_tag_equal(way->keys[i], key));
}

/** Find the next key in the object at the cursor; false: it is not there. */
static bool find_key(way_end *end, const hxp_xcstrings_way *way)
{
    hxp_cursor *at = &end->at;
    hxp_str key;
    end->object = hxp_json_enter(at);
    end->behind = at->rest.ptr;
    end->first = end->empty = true;
    while (end->object && hxp_json_next_member(at, &key)) {
        if (is_key(way, end->known, key))
            return true;
        end->empty = false;
        hxp_json_pass_value(at);
        if (hxp_str_order(&key, &way->keys[end->known]) > 0)
            continue;
        end->behind = at->rest.ptr;
        end->first = false;
    }
    return false;
}

static way_end find(hxp_str entry, const hxp_xcstrings_way *way)
{
    way_end end = { .at = hxp_cursor_make(entry) };
    hxp_json_pass_string(&end.at);
    hxp_json_pass_blanks(&end.at);
    hxp_cursor_take(&end.at, 1); /* the colon */
    while (end.known < way->count && find_key(&end, way))
        end.known++;
    return end;
}

hxp_str hxp_xcstrings_get(hxp_str entry, const hxp_xcstrings_way *way)
{
    way_end end = find(entry, way);
    return end.known == way->count ? hxp_json_pass_value(&end.at) : HXP_STR("");
}

/* --- Changing ------------------------------------------------------------- */

/** Add a line break and the blanks that a member of object number depth of the
 * way has before it. */
static bool add_line(hxp_buffer *to, size_t depth)
{
    enum { ENTRY = 3, BLANKS = 2 }; /* members of an entry: of their depth */
    bool added = hxp_buffer_add(to, HXP_STR("\n"));
    for (size_t i = 0; added && i < BLANKS * (ENTRY + depth); i++)
        added = hxp_buffer_add(to, HXP_STR(" "));
    return added;
}

bool hxp_xcstrings_add(hxp_buffer *to, hxp_str text)
{
    hxp_output *output;
    hxp_error error;
    if (hxp_output_memory(&output, &error) != HXP_OK)
        return false;
    hxp_json json = { .output = output };
    hxp_json_string(&json, text);
    bool added = !hxp_output_failed(output) &&
                 hxp_buffer_add(to, hxp_output_bytes(output));
    hxp_output_close(output);
    return added;
}

/** Add the members from key number first of way on, one in the other, the last
 * of them text. */
static bool add_members(hxp_buffer *to, const hxp_xcstrings_way *way,
                        size_t first, hxp_str text)
{
    bool added = true;
    for (size_t i = first; added && i < way->count; i++) {
        bool last = i + 1 == way->count;
        added =
            hxp_xcstrings_add(to, way->keys[i]) &&
            hxp_buffer_add(to, HXP_STR(" : ")) &&
            (last ? hxp_xcstrings_add(to, text)
                  : hxp_buffer_add(to, HXP_STR("{")) && add_line(to, i + 1));
    }
    for (size_t i = way->count - 1; added && i > first; i--)
        added = add_line(to, i - 1) && hxp_buffer_add(to, HXP_STR("}"));
    return added;
}

/** Add to whole the entry old with text at the end of way, which is not all
 * there. */
static bool insert(hxp_buffer *whole, hxp_str old, const way_end *end,
                   const hxp_xcstrings_way *way, hxp_str text)
{
    size_t start = (size_t)(end->behind - old.ptr), behind = start;
    bool comma = end->first && !end->empty;
    if (end->empty)
        behind = (size_t)(end->at.rest.ptr - old.ptr) - 1; /* the brace */
    return hxp_buffer_add(whole, hxp_str_part(old, 0, start)) &&
           (end->first || hxp_buffer_add(whole, HXP_STR(","))) &&
           add_line(whole, end->known) &&
           add_members(whole, way, end->known, text) &&
           (!comma || hxp_buffer_add(whole, HXP_STR(","))) &&
           (!end->empty || add_line(whole, end->known - 1)) &&
           hxp_buffer_add(whole, hxp_str_part(old, behind, old.len));
}

/** The same where the way leads to a value. */
static bool replace(hxp_buffer *whole, hxp_str old, way_end *end, hxp_str text)
{
    hxp_str value = hxp_json_pass_value(&end->at);
    size_t start = (size_t)(value.ptr - old.ptr);
    return hxp_buffer_add(whole, hxp_str_part(old, 0, start)) &&
           hxp_xcstrings_add(whole, text) &&
           hxp_buffer_add(whole, hxp_str_part(old, start + value.len, old.len));
}

bool hxp_xcstrings_put(hxp_buffer *entry, const hxp_xcstrings_way *way,
                       hxp_str text)
{
    hxp_str old = hxp_buffer_str(entry);
    hxp_buffer whole = { NULL, 0, 0 };
    way_end end = find(old, way);
    if (end.known < way->count && !end.object)
        return true;
    bool done = end.known == way->count ? replace(&whole, old, &end, text)
                                        : insert(&whole, old, &end, way, text);
    hxp_buffer_free(done ? entry : &whole);
    if (done)
        *entry = whole;
    return done;
}
