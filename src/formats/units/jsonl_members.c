/* jsonl_members.c - strings, attributes and contents out of parsed JSON. */
#include "base/str.h"
#include "formats/units/jsonl.h"
#include "text/utf8.h"

/* --- Members -------------------------------------------------------------- */

hxp_status hxp_jsonl_string(hxp_str *out, hxp_jsonl_reader *reader,
                            const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    *out = HXP_STR("");
    if (!value)
        return HXP_OK;
    if (!json_is_string(value))
        return HXP_JSONL_REFUSE(reader, "\"%s\" must be a string", key);
    *out = (hxp_str){ json_string_value(value), json_string_length(value) };
    return HXP_OK;
}

hxp_status hxp_jsonl_member(const json_t **out, hxp_jsonl_reader *reader,
                            const json_t *object, const char *key,
                            bool is_object)
{
    *out = json_object_get(object, key);
    if (!*out || (is_object ? json_is_object(*out) : json_is_array(*out)))
        return HXP_OK;
    return HXP_JSONL_REFUSE(reader, "\"%s\" must be an %s", key,
                            is_object ? "object" : "array");
}

hxp_status hxp_jsonl_choice(int *out, hxp_jsonl_reader *reader,
                            const json_t *object, const char *const *names)
{
    const char *kind = json_string_value(json_object_get(object, "kind"));
    for (*out = 0; names[*out]; ++*out)
        if (kind && strcmp(kind, names[*out]) == 0)
            return HXP_OK;
    if (!kind)
        return HXP_JSONL_REFUSE(reader, "a \"kind\" is missing");
    return HXP_JSONL_REFUSE(reader, "there is no kind \"%.*s\"",
                            HXP_FMT(hxp_quote(hxp_str_of(kind))));
}

hxp_status hxp_jsonl_known(hxp_jsonl_reader *reader, const json_t *object,
                           const char *const *known)
{
    const char *key;
    json_t *value;
    hxp_status status = HXP_OK;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        const char *const *name = known;
        while (*name && strcmp(*name, key) != 0)
            name++;
        if (!*name && status == HXP_OK)
            status = hxp_tell(&reader->delivery.faults, HXP_FAULT_JSONL_MEMBER,
                              (hxp_place){ reader->line, 1, 1 },
                              &reader->delivery.error,
                              "the member \"%.*s\" is not known; left out",
                              HXP_FMT(hxp_quote(hxp_str_of(key))));
    }
    return status;
}

/* --- Attributes ----------------------------------------------------------- */

/** True for a name that XML would take. */
static bool is_xml_name(hxp_str name)
{
    size_t at = 0;
    while (at < name.len) {
        bool first = at == 0;
        int32_t c = hxp_utf8_next(name, &at);
        bool digit = (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (c != '_' && c != ':' && !(digit && !first) &&
            (digit || !hxp_char_is_alnum(c)))
            return false;
    }
    return name.len > 0;
}

static bool is_one_of(hxp_str name, const char *const *names)
{
    for (; names && *names; names++)
        if (hxp_str_is(name, *names))
            return true;
    return false;
}

static hxp_status read_attribute(hxp_attribute *out, hxp_jsonl_reader *reader,
                                 const json_t *object, const char *name,
                                 const char *const *taken)
{
    hxp_str text = hxp_str_of(name);
    if (!is_xml_name(text))
        return HXP_JSONL_REFUSE(reader, "\"%.*s\" is no name of an attribute",
                                HXP_FMT(hxp_quote(text)));
    if (is_one_of(text, taken))
        return HXP_JSONL_REFUSE(reader,
                                "\"%s\" has a member of its own; it is no "
                                "attribute here",
                                name);
    out->name = text;
    return hxp_jsonl_string(&out->value, reader, object, name);
}

hxp_status hxp_jsonl_pairs(hxp_attributes *out, hxp_jsonl_reader *reader,
                           const json_t *object, const char *const *taken)
{
    const char *name;
    json_t *value;
    hxp_attribute *items;
    hxp_status status = HXP_OK;
    *out = (hxp_attributes){ NULL, 0 };
    if (json_object_size(object) == 0)
        return HXP_OK;
    items = hxp_arena_alloc(&reader->arena, json_object_size(object),
                            sizeof *items);
    if (!items)
        return hxp_no_memory(&reader->delivery.error);
    json_object_foreach((json_t *)(uintptr_t)object, name, value)
    {
        if (status == HXP_OK)
            status = read_attribute(&items[out->count++], reader, object, name,
                                    taken);
    }
    out->items = items;
    return status;
}

hxp_status hxp_jsonl_attributes(hxp_attributes *out, hxp_jsonl_reader *reader,
                                const json_t *object, const char *key,
                                const char *const *taken)
{
    const json_t *member;
    hxp_status status = hxp_jsonl_member(&member, reader, object, key, true);
    *out = (hxp_attributes){ NULL, 0 };
    return status == HXP_OK ? hxp_jsonl_pairs(out, reader, member, taken)
                            : status;
}

/* --- Content -------------------------------------------------------------- */

/** Turn the number of characters at which code stands into bytes. */
static hxp_status find_offset(hxp_code *code, hxp_jsonl_reader *reader,
                              const json_t *object, hxp_str text,
                              size_t *characters)
{
    const json_t *at = json_object_get(object, "at");
    json_int_t wanted = json_integer_value(at);
    if (!json_is_integer(at) || wanted < (json_int_t)*characters)
        return HXP_JSONL_REFUSE(reader, "\"at\" must be a number, and not "
                                        "smaller than that of the code before");
    while ((json_int_t)*characters < wanted && code->offset < text.len) {
        hxp_utf8_next(text, &code->offset);
        ++*characters;
    }
    if ((json_int_t)*characters < wanted)
        return HXP_JSONL_REFUSE(reader, "a code stands behind the text's end");
    return HXP_OK;
}

/* Nesting is limited by reader->depth.
 * NOLINTNEXTLINE(misc-no-recursion) */
static hxp_status read_inside(hxp_code *code, hxp_jsonl_reader *reader,
                              const json_t *object)
{
    const json_t *inside;
    hxp_status status =
        hxp_jsonl_member(&inside, reader, object, "inside", true);
    if (status != HXP_OK || !inside)
        return status;
    if (code->kind == HXP_CODE_MARK || code->kind == HXP_CODE_UNMARK)
        return HXP_JSONL_REFUSE(reader, "a mark has nothing inside");
    if (reader->depth == 0)
        return hxp_fail_at(
            &reader->delivery.error, HXP_ELIMIT, reader->delivery.file.ptr,
            (hxp_place){ reader->line, 1, 1 }, "codes nest too deep");
    hxp_content *content = hxp_arena_alloc(&reader->arena, 1, sizeof *content);
    if (!content)
        return hxp_no_memory(&reader->delivery.error);
    code->inside = content;
    reader->depth--;
    status = hxp_jsonl_content(content, reader, inside);
    reader->depth++;
    return status;
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
static hxp_status read_code(hxp_code *code, hxp_jsonl_reader *reader,
                            const json_t *object, hxp_str text,
                            size_t *characters)
{
    static const char *const known[] = { "kind",       "at",     "name",
                                         "attributes", "inside", NULL };
    int kind = 0;
    hxp_status status = HXP_OK;
    if (!json_is_object(object))
        status = HXP_JSONL_REFUSE(reader, "a code must be an object");
    if (status == HXP_OK)
        status = hxp_jsonl_known(reader, object, known);
    if (status == HXP_OK)
        status = hxp_jsonl_choice(&kind, reader, object, hxp_jsonl_code_kinds);
    if (status == HXP_OK)
        status = find_offset(code, reader, object, text, characters);
    code->kind = (hxp_code_kind)kind;
    if (status == HXP_OK)
        status = hxp_jsonl_string(&code->name, reader, object, "name");
    if (status == HXP_OK && code->name.len > 0 && !is_xml_name(code->name))
        status = HXP_JSONL_REFUSE(reader, "\"%.*s\" is no name of a code",
                                  HXP_FMT(hxp_quote(code->name)));
    if (status == HXP_OK)
        status = hxp_jsonl_attributes(&code->attributes, reader, object,
                                      "attributes", NULL);
    return status == HXP_OK ? read_inside(code, reader, object) : status;
}

/** See that marks close in the order in which they open. */
static hxp_status check_marks(hxp_jsonl_reader *reader,
                              const hxp_content *content)
{
    const hxp_code **open =
        hxp_arena_alloc(&reader->arena, content->code_count + 1, sizeof *open);
    size_t depth = 0;
    if (!open)
        return hxp_no_memory(&reader->delivery.error);
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        if (code->kind == HXP_CODE_MARK)
            open[depth++] = code;
        if (code->kind != HXP_CODE_UNMARK)
            continue;
        if (depth == 0 || !hxp_str_equal(open[--depth]->name, code->name))
            return HXP_JSONL_REFUSE(reader,
                                    "an unmark without its mark before it");
    }
    return depth == 0 ? HXP_OK
                      : HXP_JSONL_REFUSE(reader, "a mark without its unmark");
}

/* NOLINTNEXTLINE(misc-no-recursion): as above */
hxp_status hxp_jsonl_content(hxp_content *out, hxp_jsonl_reader *reader,
                             const json_t *object)
{
    const json_t *list;
    size_t characters = 0;
    *out = (hxp_content){ .code_count = 0 };
    hxp_status status = hxp_jsonl_string(&out->text, reader, object, "text");
    if (status == HXP_OK && out->text.len > reader->segment_limit)
        return hxp_fail_at(&reader->delivery.error, HXP_ELIMIT,
                           reader->delivery.file.ptr,
                           (hxp_place){ reader->line, 1, 1 },
                           "the segment is longer than %zu bytes, the limit",
                           reader->segment_limit);
    if (status == HXP_OK)
        status = hxp_jsonl_member(&list, reader, object, "codes", false);
    if (status != HXP_OK || json_array_size(list) == 0)
        return status;
    size_t count = json_array_size(list), offset = 0;
    hxp_code *codes = hxp_arena_alloc(&reader->arena, count, sizeof *codes);
    if (!codes)
        return hxp_no_memory(&reader->delivery.error);
    out->codes = codes;
    for (; status == HXP_OK && out->code_count < count; out->code_count++) {
        hxp_code *code = &codes[out->code_count];
        code->offset = offset;
        status = read_code(code, reader, json_array_get(list, out->code_count),
                           out->text, &characters);
        offset = code->offset;
    }
    return status == HXP_OK ? check_marks(reader, out) : status;
}
