/* xliff_read_codes.c - inline codes of XLIFF as those that TMX has. */
#include "base/error.h"
#include "base/str.h"
#include "formats/xliff/xliff_reader.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { FIRST_MADE = 1000000 }; /* beyond what hxp_xliff_is_number() takes */

/** An inline element. */
typedef struct inline_kind {
    const char *name;
    hxp_code_kind code;
    hxp_xliff_what what;
    bool foreign; /* TMX has nothing like it */
} inline_kind;

static const inline_kind first[] = {
    { "g", HXP_CODE_BEGIN, HXP_XLIFF_PAIRED, false },
    { "x", HXP_CODE_STANDALONE, HXP_XLIFF_EMPTY, false },
    { "ph", HXP_CODE_STANDALONE, HXP_XLIFF_NATIVE, false },
    { "bpt", HXP_CODE_BEGIN, HXP_XLIFF_NATIVE, false },
    { "ept", HXP_CODE_END, HXP_XLIFF_NATIVE, false },
    { "bx", HXP_CODE_BEGIN, HXP_XLIFF_EMPTY, false },
    { "ex", HXP_CODE_END, HXP_XLIFF_EMPTY, false },
    { "it", HXP_CODE_ISOLATED, HXP_XLIFF_NATIVE, false },
    { "mrk", HXP_CODE_MARK, HXP_XLIFF_MARKED, false },
};

static const inline_kind second[] = {
    { "pc", HXP_CODE_BEGIN, HXP_XLIFF_PAIRED, false },
    { "ph", HXP_CODE_STANDALONE, HXP_XLIFF_EMPTY, false },
    { "sc", HXP_CODE_BEGIN, HXP_XLIFF_EMPTY, false },
    { "ec", HXP_CODE_END, HXP_XLIFF_EMPTY, false },
    { "mrk", HXP_CODE_MARK, HXP_XLIFF_MARKED, false },
    { "sm", HXP_CODE_STANDALONE, HXP_XLIFF_EMPTY, true },
    { "em", HXP_CODE_STANDALONE, HXP_XLIFF_EMPTY, true },
};

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const inline_kind *find_kind(const hxp_xliff_reader *reader,
                                    const char *name)
{
    static const inline_kind unknown = { "", HXP_CODE_BEGIN, HXP_XLIFF_PAIRED,
                                         true };
    const inline_kind *kinds = reader->second ? second : first;
    size_t count = reader->second ? COUNT(second) : COUNT(first);
    for (size_t i = 0; i < count; i++)
        if (strcmp(kinds[i].name, name) == 0)
            return &kinds[i];
    return &unknown;
}

/* --- Attributes ----------------------------------------------------------- */

/** What an inline element's attributes say. Empty: nothing. */
typedef struct meaning {
    hxp_str id, key; /* key: what pairs it */
    hxp_str type, subtype, position, associated;
    hxp_str data, end_data; /* ids of native code */
    bool isolated;
    bool other; /* there is more than TMX could hold */
} meaning;

static void read_attribute(meaning *to, const char *name, hxp_str value)
{
    static const char *const names[] = {
        "id",      "mid",          "rid",        "startRef", "ctype",
        "type",    "mtype",        "subType",    "pos",      "assoc",
        "dataRef", "dataRefStart", "dataRefEnd", "isolated"
    };
    hxp_str *const places[] = { &to->id,         &to->id,      &to->key,
                                &to->key,        &to->type,    &to->type,
                                &to->type,       &to->subtype, &to->position,
                                &to->associated, &to->data,    &to->data,
                                &to->end_data };
    size_t i = 0;
    while (i < COUNT(names) && strcmp(names[i], name) != 0)
        i++;
    if (i < COUNT(places))
        *places[i] = value;
    else if (i < COUNT(names) && hxp_str_is(value, "yes"))
        to->isolated = true;
    else
        to->other = true;
}

static meaning read_attributes(const char **attributes)
{
    meaning found = { .isolated = false };
    for (; attributes[0]; attributes += 2)
        read_attribute(&found, attributes[0], hxp_str_of(attributes[1]));
    return found;
}

/** The native code that id refers to; empty if there is none. */
static hxp_str find_data(const hxp_xliff_reader *reader, hxp_str id)
{
    uint32_t number;
    return id.len > 0 && hxp_names_find(&reader->data_ids, id, &number)
               ? reader->data[number]
               : HXP_STR("");
}

/* --- Pairs ---------------------------------------------------------------- */

/** A number for a pair whose id is none. */
static hxp_status make_number(hxp_str *i, hxp_xliff_reader *reader)
{
    char number[24];
    snprintf(number, sizeof number, "%zu", FIRST_MADE + reader->made++);
    return hxp_xliff_copy(i, reader, hxp_str_of(number));
}

/** The number of the pair that key opens. */
static hxp_status open_pair(hxp_str *i, hxp_xliff_reader *reader, hxp_str key)
{
    if (hxp_xliff_is_number(key))
        return hxp_xliff_copy(i, reader, key);
    if (reader->open_count == HXP_XLIFF_OPEN)
        return hxp_xml_fail(reader->xml, HXP_ELIMIT, &reader->delivery.error,
                            "more than %d codes are open at once",
                            HXP_XLIFF_OPEN);
    hxp_xliff_half *open = &reader->open[reader->open_count];
    hxp_status status = make_number(i, reader);
    if (status == HXP_OK)
        status = hxp_xliff_copy(&open->key, reader, key);
    open->i = *i;
    reader->open_count += status == HXP_OK;
    return status;
}

/** The number of the pair that key closes. */
static hxp_status close_pair(hxp_str *i, hxp_xliff_reader *reader, hxp_str key)
{
    if (hxp_xliff_is_number(key))
        return hxp_xliff_copy(i, reader, key);
    for (size_t k = reader->open_count; k-- > 0;)
        if (hxp_str_equal(reader->open[k].key, key)) {
            *i = reader->open[k].i;
            reader->open[k] = reader->open[--reader->open_count];
            return HXP_OK;
        }
    return make_number(i, reader);
}

/* --- Codes ---------------------------------------------------------------- */

/** A code in the making. */
typedef struct making {
    hxp_code code;
    hxp_attribute items[4];
    size_t count;
    const inline_kind *kind;
    meaning says;
    bool plain; /* TMX's attributes hold all of it */
} making;

static void add_attribute(making *to, const char *name, hxp_str value)
{
    if (value.len > 0)
        to->items[to->count++] = (hxp_attribute){ hxp_str_of(name), value };
}

/** True when id needs no attribute, or is a number. */
static bool take_x(making *to)
{
    hxp_str id = to->says.id;
    bool number = hxp_xliff_is_number(id);
    if (number)
        add_attribute(to, "x", id);
    return number || hxp_xliff_is_own_id(id);
}

/** TMX's type for those of XLIFF 2: "fmt/xlf:b". */
static hxp_status join_types(hxp_str *to, hxp_xliff_reader *reader,
                             const meaning *says)
{
    hxp_str own = HXP_STR("hxp:");
    if (hxp_str_is(says->type, "other") && hxp_str_starts(says->subtype, own))
        return hxp_xliff_copy(
            to, reader,
            hxp_str_part(says->subtype, own.len, says->subtype.len));
    reader->room.len = 0;
    if (!hxp_buffer_add(&reader->room, says->type) ||
        (says->subtype.len > 0 &&
         (!hxp_buffer_add(&reader->room, HXP_STR("/")) ||
          !hxp_buffer_add(&reader->room, says->subtype))))
        return hxp_no_memory(&reader->delivery.error);
    return hxp_xliff_copy(to, reader, hxp_buffer_str(&reader->room));
}

static hxp_str type_of_mark(hxp_str type)
{
    hxp_str own = HXP_STR("hxp:");
    return hxp_str_starts(type, own) ? hxp_str_part(type, own.len, type.len)
                                     : hxp_xliff_tmx_type(type);
}

/** Find the attributes that TMX has for begin and end. */
static hxp_status pair_attributes(making *to, hxp_xliff_reader *reader)
{
    const meaning *says = &to->says;
    bool has_key = says->key.len > 0;
    hxp_str key = has_key ? says->key : says->id, i = HXP_STR("");
    hxp_status status;
    if (to->code.kind == HXP_CODE_END)
        status = close_pair(&i, reader, key);
    else if (to->kind->what == HXP_XLIFF_PAIRED && !hxp_xliff_is_number(key))
        status = make_number(&i, reader); /* the element ends it */
    else
        status = open_pair(&i, reader, key);
    add_attribute(to, "i", i);
    to->plain = to->plain && hxp_xliff_is_number(key);
    if (to->code.kind != HXP_CODE_BEGIN)
        return status;
    if (!reader->second && to->kind->what == HXP_XLIFF_EMPTY && !has_key)
        to->plain = false; /* bx without rid: it would become g */
    if (has_key)
        to->plain = to->plain && take_x(to);
    return status;
}

/** Find the attributes that TMX has for the code. */
static hxp_status find_attributes(making *to, hxp_xliff_reader *reader)
{
    hxp_status status = HXP_OK;
    bool begins = hxp_str_is(to->says.position, "open");
    if (to->code.kind == HXP_CODE_ISOLATED) {
        add_attribute(to, "pos", begins ? HXP_STR("begin") : HXP_STR("end"));
        to->plain =
            to->plain && (begins || hxp_str_is(to->says.position, "close"));
    }
    if (to->code.kind == HXP_CODE_BEGIN || to->code.kind == HXP_CODE_END)
        status = pair_attributes(to, reader);
    else if (to->code.kind != HXP_CODE_MARK || to->says.id.len > 0)
        to->plain = take_x(to) && to->plain;
    to->plain = to->plain && !to->kind->foreign;
    return status;
}

static hxp_status find_type(making *to, hxp_xliff_reader *reader)
{
    hxp_str type = hxp_xliff_tmx_type(to->says.type);
    hxp_status status = HXP_OK;
    if (to->code.kind == HXP_CODE_MARK)
        type = type_of_mark(to->says.type);
    else if (reader->second)
        status = join_types(&type, reader, &to->says);
    if (hxp_str_is(type, ":ut") && to->code.kind == HXP_CODE_STANDALONE) {
        to->code.kind = HXP_CODE_UNKNOWN;
        return status;
    }
    if (to->code.kind == HXP_CODE_END)
        to->plain = to->plain && type.len == 0;
    else
        add_attribute(to, "type", type);
    add_attribute(to, "assoc", to->says.associated);
    return status;
}

static hxp_str element_name(hxp_code_kind kind)
{
    static const char *const names[] = { "bpt", "ept", "ph", "it",
                                         "ut",  "sub", "hi", "hi" };
    return hxp_str_of(names[kind]);
}

/** Add the code, whose attributes are copied. */
static hxp_status add_code(hxp_xliff_reader *reader, making *to)
{
    hxp_attribute *items = NULL;
    hxp_status status =
        hxp_xliff_charge(reader, sizeof(hxp_code) + sizeof to->items);
    if (status != HXP_OK)
        return status;
    if (to->count > 0) {
        items = hxp_arena_alloc(&reader->arena, to->count, sizeof *items);
        if (!items)
            return hxp_no_memory(&reader->delivery.error);
        for (size_t i = 0; status == HXP_OK && i < to->count; i++) {
            items[i].name = to->items[i].name;
            status =
                hxp_xliff_copy(&items[i].value, reader, to->items[i].value);
        }
    }
    if (status != HXP_OK)
        return status;
    to->code.name = element_name(to->code.kind);
    to->code.attributes = (hxp_attributes){ items, to->count };
    if (!hxp_content_add_code(&reader->builder, to->code,
                              (hxp_place){ 0, 0, 0 }))
        return hxp_no_memory(&reader->delivery.error);
    return HXP_OK;
}

/** Add text to the innermost content, without a place. */
static hxp_status add_native(hxp_xliff_reader *reader, hxp_str text)
{
    hxp_status status = hxp_xliff_charge(reader, text.len);
    if (status == HXP_OK && text.len > 0 &&
        !hxp_content_add_text(&reader->builder, text, NULL))
        return hxp_no_memory(&reader->delivery.error);
    return status;
}

static hxp_status open_inside(hxp_xliff_reader *reader)
{
    return hxp_content_open(&reader->builder)
               ? HXP_OK
               : hxp_no_memory(&reader->delivery.error);
}

static hxp_status close_inside(hxp_xliff_reader *reader)
{
    hxp_content inside;
    return hxp_content_close(&inside, &reader->builder, &reader->arena)
               ? HXP_OK
               : hxp_no_memory(&reader->delivery.error);
}

/** Add the element's own tag as native code. */
static hxp_status add_tag(hxp_xliff_reader *reader, const char *name,
                          const char **attributes, const char *end)
{
    const char *kept[2 * 32 + 1];
    size_t count = 0;
    for (; attributes && attributes[0] && count < 64; attributes += 2)
        if (strncmp(attributes[0], "dataRef", 7) != 0) {
            kept[count++] = attributes[0]; /* the native code comes behind */
            kept[count++] = attributes[1];
        }
    kept[count] = NULL;
    reader->room.len = 0;
    if (!hxp_xliff_add_tag(&reader->room, name, kept, end))
        return hxp_no_memory(&reader->delivery.error);
    return add_native(reader, hxp_buffer_str(&reader->room));
}

static hxp_status add_end_tag(hxp_xliff_reader *reader, const char *name)
{
    hxp_status status = add_native(reader, HXP_STR("</"));
    if (status == HXP_OK)
        status = add_native(reader, hxp_str_of(name));
    return status == HXP_OK ? add_native(reader, HXP_STR(">")) : status;
}

/** A mark that TMX cannot hold is a pair of codes. */
static hxp_status make_pair_of_mark(making *to, hxp_xliff_reader *reader)
{
    hxp_str i = HXP_STR("");
    to->code.kind = HXP_CODE_BEGIN;
    to->count = 0;
    hxp_status status = make_number(&i, reader);
    add_attribute(to, "i", i);
    return status;
}

/** Open a code that stands in the text, and its element. */
static hxp_status open_code(hxp_xliff_reader *reader, making *to,
                            const char *name, const char **attributes)
{
    hxp_xliff_what what = to->kind->what;
    hxp_str data = find_data(reader, to->says.data);
    hxp_xliff_frame frame = { .what = what,
                              .tagged = !to->plain,
                              .data = find_data(reader, to->says.end_data) };
    hxp_status status = add_code(reader, to);
    if (status != HXP_OK)
        return status;
    if (to->code.kind == HXP_CODE_BEGIN)
        frame.i = to->code.attributes.items[0].value;
    if (to->code.kind == HXP_CODE_MARK)
        return hxp_xliff_push(reader, &frame);
    status = open_inside(reader);
    if (status == HXP_OK && !to->plain)
        status = add_tag(reader, name, attributes,
                         what == HXP_XLIFF_EMPTY ? "/>" : ">");
    if (status == HXP_OK)
        status = add_native(reader, data);
    if (status == HXP_OK && what != HXP_XLIFF_NATIVE)
        status = close_inside(reader);
    return status == HXP_OK ? hxp_xliff_push(reader, &frame) : status;
}

static hxp_status start_code(hxp_xliff_reader *reader, const char *name,
                             const char **attributes)
{
    making to = { .kind = find_kind(reader, name),
                  .says = read_attributes(attributes) };
    to.code.kind = to.kind->code;
    to.plain = !to.says.other;
    if (reader->second && to.says.isolated) {
        to.says.position =
            to.code.kind == HXP_CODE_BEGIN ? HXP_STR("open") : HXP_STR("close");
        to.code.kind = HXP_CODE_ISOLATED;
    }
    hxp_status status = find_attributes(&to, reader);
    if (status == HXP_OK)
        status = find_type(&to, reader);
    if (status == HXP_OK && !to.plain && to.code.kind == HXP_CODE_MARK)
        status = make_pair_of_mark(&to, reader);
    if (status != HXP_OK)
        return status;
    return open_code(reader, &to, name, attributes);
}

/** Open text within native code. */
static hxp_status start_sub(hxp_xliff_reader *reader, const char **attributes)
{
    static const hxp_xliff_frame frame = { .what = HXP_XLIFF_SUB };
    meaning says = read_attributes(attributes);
    making to = { .code.kind = HXP_CODE_SUBFLOW };
    for (; attributes[0]; attributes += 2)
        if (strcmp(attributes[0], "datatype") == 0)
            add_attribute(&to, "datatype", hxp_str_of(attributes[1]));
    add_attribute(&to, "type", hxp_xliff_tmx_type(says.type));
    hxp_status status = add_code(reader, &to);
    if (status == HXP_OK)
        status = open_inside(reader);
    return status == HXP_OK ? hxp_xliff_push(reader, &frame) : status;
}

/** The character that cp stands for. */
static hxp_status add_character(hxp_xliff_reader *reader,
                                const char **attributes)
{
    static const hxp_xliff_frame frame = { .what = HXP_XLIFF_SKIPPED };
    hxp_str hex = hxp_xml_attribute(attributes, "hex");
    char digits[8], *end, bytes[4];
    long value = -1;
    snprintf(digits, sizeof digits, "%.*s", HXP_FMT(hex));
    if (hex.len > 0 && hex.len < sizeof digits)
        value = strtol(digits, &end, 16);
    bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < 0 || *end || surrogate || value > 0x10FFFF)
        return hxp_xml_fail(reader->xml, HXP_EINPUT, &reader->delivery.error,
                            "cp hex=\"%.*s\" is no character",
                            HXP_FMT(hxp_quote(hex)));
    size_t len = hxp_utf8_put(bytes, (int32_t)value);
    hxp_status status = hxp_xliff_add_text(reader, (hxp_str){ bytes, len });
    return status == HXP_OK ? hxp_xliff_push(reader, &frame) : status;
}

hxp_status hxp_xliff_start_inline(hxp_xliff_reader *reader, const char *name,
                                  const char **attributes)
{
    static const hxp_xliff_frame inner = { .what = HXP_XLIFF_INNER };
    hxp_xliff_what around = hxp_xliff_top(reader)->what;
    if (reader->second && strcmp(name, "cp") == 0)
        return add_character(reader, attributes);
    if (around == HXP_XLIFF_NATIVE && strcmp(name, "sub") == 0)
        return start_sub(reader, attributes);
    if (around == HXP_XLIFF_NATIVE || around == HXP_XLIFF_EMPTY) {
        hxp_xliff_leave(reader, &reader->left_elements, name);
        return hxp_xliff_push(reader, &inner);
    }
    return start_code(reader, name, attributes);
}

/** Close a pair that was one element: g, pc, a mark or an unknown one. */
static hxp_status end_pair(hxp_xliff_reader *reader,
                           const hxp_xliff_frame *frame, const char *name)
{
    making to = { .code.kind = HXP_CODE_END };
    add_attribute(&to, "i", frame->i);
    hxp_status status = add_code(reader, &to);
    if (status == HXP_OK)
        status = open_inside(reader);
    if (status == HXP_OK && frame->tagged)
        status = add_end_tag(reader, name);
    if (status == HXP_OK)
        status = add_native(reader, frame->data);
    return status == HXP_OK ? close_inside(reader) : status;
}

hxp_status hxp_xliff_end_inline(hxp_xliff_reader *reader,
                                const hxp_xliff_frame *frame, const char *name)
{
    making unmark = { .code.kind = HXP_CODE_UNMARK };
    hxp_status status = HXP_OK;
    if (frame->what == HXP_XLIFF_PAIRED)
        return end_pair(reader, frame, name);
    if (frame->what == HXP_XLIFF_MARKED)
        return frame->tagged ? end_pair(reader, frame, name)
                             : add_code(reader, &unmark);
    if (frame->what == HXP_XLIFF_NATIVE && frame->tagged)
        status = add_end_tag(reader, name);
    if (status == HXP_OK &&
        (frame->what == HXP_XLIFF_NATIVE || frame->what == HXP_XLIFF_SUB))
        status = close_inside(reader);
    return status;
}
