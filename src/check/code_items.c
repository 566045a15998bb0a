/* code_items.c - gathers the codes, tags and placeholders of a text. */
#include "check/code_items.h"

#include "base/array.h"
#include "base/str.h"
#include "check/signs.h"
#include "check/tokens.h"

static bool add_typed(hxp_code_items *to, hxp_code_item one)
{
    if (!hxp_array_reserve(&to->list, &to->room, to->count + 1,
                           sizeof *to->list))
        return false;
    to->list[to->count++] = one;
    return true;
}

static bool add(hxp_code_items *to, hxp_str name, hxp_str shown, size_t offset)
{
    return add_typed(to, (hxp_code_item){ .name = name,
                                          .shown = shown,
                                          .offset = offset,
                                          .len = shown.len });
}

/** The name of the element that a native code begins with, "<a" of a link. */
static hxp_str element_of(hxp_str native)
{
    size_t len = 0;
    native = hxp_str_trim(native);
    if (!hxp_str_starts(native, HXP_STR("<")))
        return native;
    while (len < native.len && !strchr(" \t\r\n>", native.ptr[len]) &&
           (len < 2 || native.ptr[len] != '/')) /* <br/> is <br> */
        len++;
    return hxp_str_part(native, 0, len);
}

/** What code is compared by: its number, else what it stands for. */
static hxp_str name_of(const hxp_code *code)
{
    static const char *const keys[] = { "x", "id", "rid", "ctype", "type" };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const hxp_str *value = hxp_attributes_value(&code->attributes, keys[i]);
        if (value && i == 0)
            return *value;
        if (code->inside && i == 0)
            return element_of(code->inside->text);
        if (value)
            return *value;
    }
    return code->name;
}

/** What a person knows code by: how it is written, else its number. */
static hxp_str shown_of(const hxp_code *code)
{
    const hxp_str *number = hxp_attributes_value(&code->attributes, "i");
    const hxp_str *pairing = hxp_attributes_value(&code->attributes, "x");
    hxp_str native =
        code->inside ? hxp_str_trim(code->inside->text) : HXP_STR("");
    if (pairing)
        return *pairing;
    if (native.len > 0)
        return native;
    if (code->kind == HXP_CODE_END)
        return HXP_STR("/");
    hxp_str name = number ? *number : name_of(code);
    return name.len > 0 ? name : code->name;
}

/** The bytes of "2$" in "%2$s", whose number is *place; or 0. */
size_t hxp_code_place(hxp_str name, unsigned *place)
{
    size_t at = 1;
    *place = 0;
    for (; at < name.len && hxp_ascii_digit(name.ptr[at]) && at < 4; at++)
        *place = *place * 10 + (unsigned)(name.ptr[at] - '0');
    return at > 1 && at < name.len && name.ptr[at] == '$' ? at : 0;
}

/** Note which arguments the formats of printf among items take. */
static void number_places(hxp_code_items *all)
{
    unsigned next = 1;
    for (size_t i = 0; i < all->count; i++) {
        hxp_code_item *one = &all->list[i];
        if (one->name.len == 0 || one->name.ptr[0] != '%' || one->doubtful)
            continue;
        one->numbered = hxp_code_place(one->name, &one->place) > 0;
        if (!one->numbered) {
            next += memchr(one->name.ptr, '*', one->name.len) != NULL;
            one->place = next++;
        }
    }
}

/** What a program puts a value into, as people read it; empty: code is none. */
static hxp_str placeholder_of(const hxp_code *code)
{
    const hxp_str *type = hxp_attributes_value(&code->attributes, "type");
    if (!type || !hxp_str_is(*type, "placeholder") || !code->inside)
        return HXP_STR("");
    return hxp_str_trim(code->shown.len > 0 ? code->shown : code->inside->text);
}

/** Add the inline codes, but for marks, which a translation may lack. */
bool hxp_code_items_add_codes(hxp_code_items *to, const hxp_content *content)
{
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        bool paired_end = code->kind == HXP_CODE_END;
        if (code->kind == HXP_CODE_MARK || code->kind == HXP_CODE_UNMARK ||
            code->kind == HXP_CODE_SUBFLOW)
            continue;
        const hxp_str *type =
            hxp_attributes_value(&code->attributes, "x")
                ? NULL
                : hxp_attributes_value(&code->attributes, "type");
        hxp_code_item one = { .name = paired_end ? HXP_STR("/") : name_of(code),
                              .shown = shown_of(code),
                              .type = type ? *type : HXP_STR(""),
                              .offset = code->offset };
        hxp_str placeholder = placeholder_of(code);
        if (placeholder.len > 0) {
            one.name = placeholder;
            one.type = HXP_STR(""); /* another is not as good */
        }
        if (!add_typed(to, one))
            return false;
    }
    number_places(to);
    return true;
}

/** Add the tags of text. */
bool hxp_code_items_add_tags(hxp_code_items *to, hxp_str text)
{
    for (size_t at = 0;
         (at = hxp_sign_next(text, at, HXP_SIGN_ANGLE)) < text.len; at++) {
        size_t end = hxp_tag_end(text, at);
        if (end == 0)
            continue;
        hxp_str tag = hxp_str_part(text, at, end);
        if (!add(to, element_of(tag), tag, at))
            return false;
        at = end - 1;
    }
    return true;
}

/**
 * Add the placeholders of text. In an argument of ICU, "{n, plural, one {file}
 * other {files}}", the braces at the first depth hold text to be translated.
 */
bool hxp_code_items_add_placeholders(hxp_code_items *to, hxp_str text)
{
    size_t depth = 0;
    for (size_t at = 0;
         (at = hxp_sign_next(text, at, HXP_SIGN_PLACEHOLDER)) < text.len;
         at++) {
        char c = text.ptr[at];
        size_t end = hxp_placeholder_end(text, at);
        if (c == '}' && depth > 0)
            depth--;
        if (c == '{' && depth % 2 == 1) {
            depth++;
            continue;
        }
        bool doubtful = end == 0;
        if (doubtful)
            end = hxp_doubtful_placeholder_end(text, at);
        if (end == 0)
            continue;
        hxp_str placeholder = hxp_str_part(text, at, end);
        if (!add(to, placeholder, placeholder, at))
            return false;
        to->list[to->count - 1].doubtful = doubtful;
        depth += c == '{' && text.ptr[end - 1] != '}'; /* its texts follow */
        at = end - 1;
    }
    number_places(to);
    return true;
}
