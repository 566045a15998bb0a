/* xliff_codes.c - inline codes as XLIFF 1.2 or 2. */
#include "formats/xliff/xliff_codes.h"

#include "base/str.h"
#include "formats/xliff/xliff.h"
#include "formats/xliff/xliff_mates.h"

#include <stdio.h>
#include <stdlib.h>

/** The code being written. */
typedef struct writing {
    const hxp_content *content;
    size_t index;
    const hxp_code *code;
    const hxp_xliff_mate *mate;
} writing;

static void put(hxp_xliff_coder *coder, const char *markup)
{
    hxp_xml_put(&coder->xml, markup);
}

/* --- Text ----------------------------------------------------------------- */

void hxp_xliff_put_text(hxp_xliff_coder *coder, hxp_xml_writer *xml,
                        hxp_str text)
{
    size_t from = 0;
    for (size_t i = 0; coder->second && i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
            continue;
        hxp_xml_put_text(xml, hxp_str_part(text, from, i));
        hxp_output_printf(xml->output, "<cp hex=\"%04X\"/>", c);
        from = i + 1;
    }
    hxp_xml_put_text(xml, hxp_str_part(text, from, text.len));
}

/** Begin a sub-flow of XLIFF 1.2. */
static void put_sub(hxp_xliff_coder *coder, hxp_xml_writer *xml,
                    const hxp_code *code)
{
    hxp_str datatype = hxp_xliff_attribute(code, "datatype");
    hxp_str type = hxp_xliff_attribute(code, "type");
    hxp_xml_put(xml, "<sub");
    if (datatype.len > 0)
        hxp_xml_put_attribute(xml, "datatype", datatype);
    if (type.len > 0 && hxp_xliff_type(&coder->room, type, hxp_xliff_ctypes))
        hxp_xml_put_attribute(xml, "ctype", hxp_buffer_str(&coder->room));
    hxp_xml_put(xml, ">");
}

/** Native code with its sub-flows, which XLIFF 2 has as text only.
 * Nesting is as deep as the reader's limit lets it be.
 * NOLINTNEXTLINE(misc-no-recursion) */
static void put_native(hxp_xliff_coder *coder, hxp_xml_writer *xml,
                       const hxp_content *content, size_t from)
{
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        bool sub = !coder->second && code->kind == HXP_CODE_SUBFLOW;
        if (code->offset < from)
            continue;
        hxp_xliff_put_text(coder, xml,
                           hxp_str_part(content->text, from, code->offset));
        from = code->offset;
        if (sub)
            put_sub(coder, xml, code);
        if (code->inside)
            put_native(coder, xml, code->inside, 0);
        hxp_xml_put(xml, sub ? "</sub>" : "");
        hxp_losses_add(coder->losses, HXP_FAULT_LOSS_CODES,
                       !sub && code->kind != HXP_CODE_UNMARK);
    }
    hxp_xliff_put_text(coder, xml,
                       hxp_str_part(content->text, from, content->text.len));
}

/** True when there is something in the code from byte from on. */
static bool has_native(const hxp_code *code, size_t from)
{
    return code->inside &&
           (code->inside->text.len > from || code->inside->code_count > 0);
}

/* --- Attributes ----------------------------------------------------------- */

/** The number of the pair a begin or end belongs to. */
static void put_number(hxp_xliff_coder *coder, const writing *at,
                       const char *name)
{
    enum { FIRST = 900000 }; /* for an i that is no number */
    char number[24];
    hxp_str i = hxp_xliff_attribute(at->code, "i");
    size_t begin = at->index;
    if (at->code->kind == HXP_CODE_END && at->mate->partner != SIZE_MAX)
        begin = at->mate->partner;
    snprintf(number, sizeof number, "%zu", (FIRST + begin) % 1000000);
    hxp_xml_put_attribute(&coder->xml, name,
                          hxp_xliff_is_number(i) ? i : hxp_str_of(number));
}

/** An id: the code's x, or one of ours. */
static void put_id(hxp_xliff_coder *coder, hxp_str x, const char *name)
{
    char own[24];
    if (hxp_xliff_is_number(x)) {
        hxp_xml_put_attribute(&coder->xml, name, x);
        return;
    }
    hxp_losses_add(coder->losses, HXP_FAULT_LOSS_ATTRIBUTES, x.len > 0);
    snprintf(own, sizeof own, "hxp%zu", ++coder->ids);
    hxp_xml_put_attribute(&coder->xml, name, hxp_str_of(own));
}

/** XLIFF 2 has one id for a pair: of i and x, one is lost. */
static void count_number(hxp_xliff_coder *coder, const hxp_code *code)
{
    hxp_losses_add(coder->losses, HXP_FAULT_LOSS_ATTRIBUTES,
                   code->kind == HXP_CODE_BEGIN &&
                       hxp_xliff_attribute(code, "x").len > 0);
}

/** Count the attributes that codes of XLIFF have no place for. */
static void count_foreign(hxp_xliff_coder *coder, const hxp_code *code)
{
    static const char *const known[] = { "i", "x", "type", "pos", "assoc" };
    size_t places = coder->second ? 4 : 5;
    for (size_t i = 0; i < code->attributes.count; i++) {
        size_t k = 0;
        while (k < places &&
               !hxp_str_is(code->attributes.items[i].name, known[k]))
            k++;
        hxp_losses_add(coder->losses, HXP_FAULT_LOSS_ATTRIBUTES, k == places);
    }
}

/** The code that says the x of a pair. */
static const hxp_code *beginning(const writing *at)
{
    if (at->code->kind == HXP_CODE_END && at->mate->partner != SIZE_MAX)
        return &at->content->codes[at->mate->partner];
    return at->code;
}

/** True for what may be the value of a type in XLIFF 2. */
static bool is_token(hxp_str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] <= ' ' || text.ptr[i] == 0x7F)
            return false;
    return text.len > 0;
}

/** Put an attribute of XLIFF 2 with a type that only TMX knows. */
static bool put_our_type(hxp_xliff_coder *coder, const char *name, hxp_str type)
{
    coder->room.len = 0;
    if (!hxp_buffer_add(&coder->room, HXP_STR("hxp:")) ||
        !hxp_buffer_add(&coder->room, type))
        return false;
    hxp_xml_put_attribute(&coder->xml, name, hxp_buffer_str(&coder->room));
    return true;
}

/** The type of a code of XLIFF 2: "fmt", "fmt/xlf:b", or one of ours. */
static bool put_second_type(hxp_xliff_coder *coder, hxp_str type)
{
    static const char *const known[] = { "fmt",  "ui",    "quote",
                                         "link", "image", "other" };
    hxp_str sub = type, first;
    bool parted = hxp_str_cut(&sub, '/', &first) && first.len < type.len;
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (!hxp_str_is(first, known[i]) ||
            (parted && (!is_token(sub) || !memchr(sub.ptr, ':', sub.len))))
            continue;
        hxp_xml_put_attribute(&coder->xml, "type", first);
        if (parted)
            hxp_xml_put_attribute(&coder->xml, "subType", sub);
        return true;
    }
    if (!is_token(type)) {
        hxp_losses_add(coder->losses, HXP_FAULT_LOSS_ATTRIBUTES, 1);
        return true;
    }
    hxp_xml_put_attribute(&coder->xml, "type", HXP_STR("other"));
    return put_our_type(coder, "subType", type);
}

static bool put_type(hxp_xliff_coder *coder, const hxp_code *code)
{
    hxp_str type = hxp_xliff_attribute(code, "type");
    if (code->kind == HXP_CODE_UNKNOWN)
        type = HXP_STR(":ut");
    if (type.len == 0)
        return true;
    if (coder->second)
        return put_second_type(coder, type);
    if (!hxp_xliff_type(&coder->room, type, hxp_xliff_ctypes))
        return false;
    hxp_xml_put_attribute(&coder->xml, "ctype", hxp_buffer_str(&coder->room));
    return true;
}

/** XLIFF 2: put native code where it belongs and refer to it. */
static void put_data(hxp_xliff_coder *coder, const hxp_code *code, size_t from,
                     const char *name)
{
    char id[24];
    if (!coder->second || !has_native(code, from))
        return;
    snprintf(id, sizeof id, "d%zu", ++coder->data_count);
    hxp_xml_put(&coder->data, "<data");
    hxp_xml_put_attribute(&coder->data, "id", hxp_str_of(id));
    hxp_xml_put(&coder->data, ">");
    put_native(coder, &coder->data, code->inside, from);
    hxp_xml_put(&coder->data, "</data>");
    hxp_xml_put_attribute(&coder->xml, name, hxp_str_of(id));
}

/* --- Elements ------------------------------------------------------------- */

static const char *const own_first[][3] = {
    [HXP_CODE_BEGIN] = { "bx", "bpt", NULL },
    [HXP_CODE_END] = { "ex", "ept", NULL },
    [HXP_CODE_STANDALONE] = { "x", "ph", NULL },
    [HXP_CODE_ISOLATED] = { "it", NULL, NULL },
    [HXP_CODE_UNKNOWN] = { NULL, NULL, NULL },
};
static const char *const own_second[][4] = {
    [HXP_CODE_BEGIN] = { "sc", NULL, NULL, NULL },
    [HXP_CODE_END] = { "ec", NULL, NULL, NULL },
    [HXP_CODE_STANDALONE] = { "ph", "sm", "em", NULL },
    [HXP_CODE_ISOLATED] = { "sc", "ec", NULL, NULL },
    [HXP_CODE_UNKNOWN] = { NULL, NULL, NULL, NULL },
};

/** The length of text without the end tag of name, or SIZE_MAX. */
static size_t without_end_tag(hxp_str text, hxp_str name)
{
    size_t len = name.len + 3;
    if (text.len < len)
        return SIZE_MAX;
    hxp_str end = hxp_str_part(text, text.len - len, text.len);
    bool fits = hxp_str_starts(end, HXP_STR("</")) &&
                hxp_str_equal(hxp_str_part(end, 2, 2 + name.len), name) &&
                end.ptr[len - 1] == '>';
    return fits ? text.len - len : SIZE_MAX;
}

/** Put the code as the tag that its native code is; false: it is none. */
static bool put_own(hxp_xliff_coder *coder, const hxp_code *code)
{
    hxp_str rest = hxp_xliff_native(code), tag, name;
    const char *const *names =
        coder->second ? own_second[code->kind] : own_first[code->kind];
    bool empty;
    if (!hxp_xliff_cut_tag(&rest, &tag, &name, &empty, names))
        return false;
    if (coder->second) {
        if (!empty)
            return false;
        hxp_output_write(coder->xml.output, hxp_str_part(tag, 0, tag.len - 2));
        put_data(coder, code, tag.len, "dataRef");
        put(coder, "/>");
        return true;
    }
    if (empty && (rest.len > 0 || code->inside->code_count > 0))
        return false;
    size_t len = empty ? 0 : without_end_tag(rest, name);
    if (len == SIZE_MAX)
        return false;
    hxp_output_write(coder->xml.output, tag);
    if (empty)
        return true;
    hxp_content native = *code->inside;
    native.text = hxp_str_part(native.text, 0, tag.len + len);
    while (native.code_count > 0 &&
           native.codes[native.code_count - 1].offset > native.text.len)
        native.code_count--;
    put_native(coder, &coder->xml, &native, tag.len);
    put(coder, "</");
    hxp_output_write(coder->xml.output, name);
    put(coder, ">");
    return true;
}

/** Put one half of a pair that is an element. */
static bool put_element(hxp_xliff_coder *coder, const writing *at)
{
    const hxp_code *begin = beginning(at);
    hxp_str rest = hxp_xliff_native(begin), tag, name;
    bool empty, own = hxp_xliff_cut_tag(&rest, &tag, &name, &empty,
                                        hxp_xliff_spans[coder->second]);
    if (at->code->kind == HXP_CODE_END) {
        put(coder, "</");
        hxp_output_write(coder->xml.output, own             ? name
                                            : coder->second ? HXP_STR("pc")
                                                            : HXP_STR("g"));
        put(coder, ">");
        return true;
    }
    bool done = true;
    if (own) {
        hxp_output_write(coder->xml.output, hxp_str_part(tag, 0, tag.len - 1));
    } else {
        put(coder, coder->second ? "<pc" : "<g");
        count_number(coder, begin);
        count_foreign(coder, begin);
        if (coder->second &&
            hxp_xliff_is_number(hxp_xliff_attribute(begin, "x")))
            put_id(coder, hxp_xliff_attribute(begin, "x"), "id");
        else
            put_number(coder, at, "id");
        done = put_type(coder, begin);
    }
    const hxp_code *end = &at->content->codes[at->mate->partner];
    if (coder->second && !(own && hxp_str_is(name, "mrk"))) {
        put_data(coder, begin, own ? tag.len : 0, "dataRefStart");
        put_data(coder, end, own ? name.len + 3 : 0, "dataRefEnd");
    }
    put(coder, ">");
    return done;
}

/** XLIFF 1.2: put a half of a pair, or a code on its own. */
static bool put_first(hxp_xliff_coder *coder, const writing *at)
{
    static const char *const names[][2] = {
        [HXP_CODE_BEGIN] = { "bx", "bpt" },
        [HXP_CODE_END] = { "ex", "ept" },
        [HXP_CODE_STANDALONE] = { "x", "ph" },
        [HXP_CODE_ISOLATED] = { "it", "it" },
        [HXP_CODE_UNKNOWN] = { "ph", "ph" },
    };
    const hxp_code *code = at->code;
    bool pair = code->kind == HXP_CODE_BEGIN || code->kind == HXP_CODE_END;
    bool native = has_native(code, 0);
    hxp_str x = hxp_xliff_attribute(beginning(at), "x");
    hxp_str assoc = hxp_xliff_attribute(code, "assoc");
    bool full = native || assoc.len > 0;
    const char *name = names[code->kind][full];
    put(coder, "<");
    put(coder, name);
    if (pair && native && !hxp_xliff_is_number(x)) {
        put_number(coder, at, "id");
    } else {
        put_id(coder, x, "id");
        if (pair)
            put_number(coder, at, "rid");
    }
    if (code->kind == HXP_CODE_ISOLATED)
        hxp_xml_put_attribute(
            &coder->xml, "pos",
            hxp_str_is(hxp_xliff_attribute(code, "pos"), "begin")
                ? HXP_STR("open")
                : HXP_STR("close"));
    if (assoc.len > 0)
        hxp_xml_put_attribute(&coder->xml, "assoc", assoc);
    if (code->kind != HXP_CODE_END && !put_type(coder, code))
        return false;
    if (!full) {
        put(coder, "/>");
        return true;
    }
    put(coder, ">");
    if (code->inside)
        put_native(coder, &coder->xml, code->inside, 0);
    put(coder, "</");
    put(coder, name);
    put(coder, ">");
    return true;
}

/** XLIFF 2: the same. */
static bool put_second(hxp_xliff_coder *coder, const writing *at)
{
    const hxp_code *code = at->code;
    bool begins = hxp_str_is(hxp_xliff_attribute(code, "pos"), "begin");
    bool pair = code->kind == HXP_CODE_BEGIN || code->kind == HXP_CODE_END;
    bool alone = pair && at->mate->partner == SIZE_MAX;
    bool start = code->kind == HXP_CODE_BEGIN ||
                 (code->kind == HXP_CODE_ISOLATED && begins);
    hxp_str x = hxp_xliff_attribute(beginning(at), "x");
    const char *id = code->kind == HXP_CODE_END && !alone ? "startRef" : "id";
    bool single = !pair && code->kind != HXP_CODE_ISOLATED;
    put(coder, single ? "<ph" : start ? "<sc" : "<ec");
    if (pair && !hxp_xliff_is_number(x))
        put_number(coder, at, id);
    else
        put_id(coder, x, id);
    count_number(coder, code);
    if (code->kind == HXP_CODE_ISOLATED || alone)
        hxp_xml_put_attribute(&coder->xml, "isolated", HXP_STR("yes"));
    bool done = code->kind == HXP_CODE_END || put_type(coder, code);
    put_data(coder, code, 0, "dataRef");
    put(coder, "/>");
    return done;
}

/** Put the start of a marked span. */
static bool put_mark(hxp_xliff_coder *coder, const hxp_code *code)
{
    hxp_str type = hxp_xliff_attribute(code, "type");
    hxp_str x = hxp_xliff_attribute(code, "x");
    count_foreign(coder, code);
    put(coder, "<mrk");
    if (!coder->second) {
        if (!hxp_xliff_type(&coder->room, type, hxp_xliff_mtypes))
            return false;
        hxp_xml_put_attribute(&coder->xml, "mtype",
                              hxp_buffer_str(&coder->room));
        if (hxp_xliff_is_number(x))
            hxp_xml_put_attribute(&coder->xml, "mid", x);
    } else {
        bool known = hxp_str_is(type, "term") || hxp_str_is(type, "generic");
        put_id(coder, x, "id");
        if (known)
            hxp_xml_put_attribute(&coder->xml, "type", type);
        else if (is_token(type) && !put_our_type(coder, "type", type))
            return false;
    }
    put(coder, ">");
    return true;
}

static bool put_code(hxp_xliff_coder *coder, const writing *at)
{
    const hxp_code *code = at->code;
    switch (code->kind) {
    case HXP_CODE_MARK:
        if (hxp_xliff_is_mark(code))
            return put_mark(coder, code);
        hxp_losses_add(coder->losses, HXP_FAULT_LOSS_CODES, 1);
        return true;
    case HXP_CODE_UNMARK:
        put(coder, hxp_xliff_is_mark(code) ? "</mrk>" : "");
        return true;
    case HXP_CODE_SUBFLOW:
        hxp_losses_add(coder->losses, HXP_FAULT_LOSS_CODES, 1);
        return true;
    case HXP_CODE_BEGIN:
    case HXP_CODE_END:
    case HXP_CODE_STANDALONE:
    case HXP_CODE_ISOLATED:
    case HXP_CODE_UNKNOWN:
    default:
        if (at->mate->element)
            return put_element(coder, at);
        if (put_own(coder, code))
            return true;
        count_foreign(coder, code);
        return coder->second ? put_second(coder, at) : put_first(coder, at);
    }
}

bool hxp_xliff_put_content(hxp_xliff_coder *coder, const hxp_content *content)
{
    size_t from = 0, count = content->code_count;
    if (!hxp_array_reserve(&coder->mates, &coder->mate_capacity, count + 1,
                           sizeof *coder->mates) ||
        !hxp_array_reserve(&coder->stack, &coder->stack_capacity, count + 1,
                           sizeof *coder->stack))
        return false;
    hxp_xliff_find_mates(coder, content);
    for (size_t i = 0; i < count; i++) {
        writing at = { content, i, &content->codes[i], &coder->mates[i] };
        hxp_xliff_put_text(coder, &coder->xml,
                           hxp_str_part(content->text, from, at.code->offset));
        from = at.code->offset;
        if (!put_code(coder, &at))
            return false;
    }
    hxp_xliff_put_text(coder, &coder->xml,
                       hxp_str_part(content->text, from, content->text.len));
    return true;
}

void hxp_xliff_coder_free(hxp_xliff_coder *coder)
{
    free(coder->mates);
    free(coder->stack);
    hxp_buffer_free(&coder->room);
}
