/* tmx_fix_content.c - inline codes made such that they pair by their i. */
#include "base/array.h"
#include "base/names.h"
#include "base/str.h"
#include "formats/tmx/tmx.h"
#include "formats/tmx/tmx_fix.h"

#include <stdio.h>
#include <stdlib.h>

/** The work on one content. */
typedef struct fixing {
    hxp_arena *arena;
    hxp_code *codes; /* the same number as before, in the same order */
    size_t count;
    size_t *partner; /* of each code its other half; itself: none */
    bool *gone;      /* codes that are part of another now */
    unsigned long next_i;
    hxp_names taken; /* the i of the pairs so far */
} fixing;

static const hxp_str *value_of(const hxp_code *code, const char *name)
{
    return hxp_attributes_value(&code->attributes, name);
}

/** An i that no code has. */
static unsigned long unused_i(const fixing *fix)
{
    unsigned long most = 0;
    for (size_t k = 0; k < fix->count; k++) {
        const hxp_str *i = value_of(&fix->codes[k], "i");
        char number[20];
        if (!i || i->len >= sizeof number)
            continue;
        snprintf(number, sizeof number, "%.*s", HXP_FMT(*i));
        unsigned long value = strtoul(number, NULL, 10);
        most = value > most && value < 1000000000 ? value : most;
    }
    return most + 1;
}

/* --- Pairing -------------------------------------------------------------- */

/** The stacks of marks and of codes without an i; then one for each i. */
enum { MARKS, NAMELESS, FIRST_NAME };

/**
 * Opening codes that are still alone, in stacks. What lies on top or below is
 * the index of a code + 1; 0: nothing.
 */
typedef struct stacks {
    hxp_names names; /* the i */
    size_t *tops;
    size_t *stack; /* of each code */
    size_t *below; /* of each code, in its stack */
    size_t last;   /* of all codes but marks that opened, alone or not */
    size_t *before;
} stacks;

/** Find the stack of code k. False: memory is out. */
static bool find_stack(const fixing *fix, stacks *in, size_t k)
{
    const hxp_code *code = &fix->codes[k];
    const hxp_str *i = value_of(code, "i");
    uint32_t name = 0;
    bool mark = code->kind == HXP_CODE_MARK || code->kind == HXP_CODE_UNMARK;
    if (!mark && i && !hxp_names_add(&in->names, *i, &name))
        return false;
    in->stack[k] = mark ? MARKS : i ? FIRST_NAME + (size_t)name : NAMELESS;
    return true;
}

static void push(stacks *in, size_t k)
{
    size_t stack = in->stack[k];
    in->below[k] = in->tops[stack];
    in->tops[stack] = k + 1;
    if (stack == MARKS)
        return;
    in->before[k] = in->last;
    in->last = k + 1;
}

/** What code k, which closes, may close, the nearest of it; 0: nothing. */
static size_t nearest(const fixing *fix, stacks *in, size_t k)
{
    size_t stack = in->stack[k], top = in->tops[stack];
    if (stack == MARKS)
        return top;
    if (stack != NAMELESS)
        return in->tops[NAMELESS] > top ? in->tops[NAMELESS] : top;
    while (in->last > 0 && fix->partner[in->last - 1] != in->last - 1)
        in->last = in->before[in->last - 1];
    return in->last;
}

/** Give each half its partner: the nearest before it that is still alone. */
static bool pair(fixing *fix)
{
    stacks in = { .last = 0 };
    in.tops =
        hxp_arena_alloc(fix->arena, FIRST_NAME + fix->count, sizeof *in.tops);
    in.stack = hxp_arena_alloc(fix->arena, fix->count, sizeof *in.stack);
    in.below = hxp_arena_alloc(fix->arena, fix->count, sizeof *in.below);
    in.before = hxp_arena_alloc(fix->arena, fix->count, sizeof *in.before);
    bool fits = in.tops && in.stack && in.below && in.before;
    for (size_t k = 0; fits && k < fix->count; k++) {
        hxp_code_kind kind = fix->codes[k].kind;
        fix->partner[k] = k;
        fits = find_stack(fix, &in, k);
        if (fits && (kind == HXP_CODE_BEGIN || kind == HXP_CODE_MARK))
            push(&in, k);
        size_t found = kind == HXP_CODE_END || kind == HXP_CODE_UNMARK
                           ? nearest(fix, &in, k)
                           : 0;
        if (!fits || found == 0)
            continue;
        fix->partner[found - 1] = k;
        fix->partner[k] = found - 1;
        in.tops[in.stack[found - 1]] = in.below[found - 1];
    }
    hxp_names_free(&in.names);
    return fits;
}

/* --- Attributes ----------------------------------------------------------- */

/** Copy the attributes without name, with it again if value is not empty. */
static bool set_attribute(fixing *fix, hxp_code *code, const char *name,
                          hxp_str value)
{
    const hxp_attributes *old = &code->attributes;
    hxp_attribute *items =
        hxp_arena_alloc(fix->arena, old->count + 1, sizeof *items);
    size_t count = 0;
    if (!items)
        return false;
    if (value.len > 0) {
        items[0].name = hxp_str_of(name);
        if (!hxp_arena_copy(&items[0].value, fix->arena, value))
            return false;
        count = 1;
    }
    for (size_t i = 0; i < old->count; i++)
        if (!hxp_str_is(old->items[i].name, name))
            items[count++] = old->items[i];
    code->attributes = (hxp_attributes){ items, count };
    return true;
}

/** Give the pair that begins with code k an i of its own. */
static bool number_pair(fixing *fix, size_t k)
{
    char number[24];
    snprintf(number, sizeof number, "%lu", fix->next_i++);
    hxp_str i = hxp_str_of(number);
    return set_attribute(fix, &fix->codes[k], "i", i) &&
           set_attribute(fix, &fix->codes[fix->partner[k]], "i", i);
}

/** Give the pair that begins with code k an i that no pair before it has. */
static bool settle_pair(fixing *fix, size_t k)
{
    const hxp_str *i = value_of(&fix->codes[k], "i");
    const hxp_str *end = value_of(&fix->codes[fix->partner[k]], "i");
    uint32_t number;
    if (!i || !end || hxp_names_find(&fix->taken, *i, &number))
        return number_pair(fix, k);
    return hxp_names_add(&fix->taken, *i, &number);
}

/* --- Codes that TMX does not have ----------------------------------------- */

/** Write an attribute's value as native code shows it. */
static bool add_value(hxp_buffer *tag, const hxp_attribute *attribute)
{
    return hxp_buffer_add(tag, HXP_STR(" ")) &&
           hxp_buffer_add(tag, attribute->name) &&
           hxp_buffer_add(tag, HXP_STR("=\"")) &&
           hxp_buffer_add(tag, attribute->value) &&
           hxp_buffer_add(tag, HXP_STR("\""));
}

/** Put the tag that code was inside it, as native code. */
static bool put_inside(fixing *fix, hxp_code *code, const char *start,
                       const char *end)
{
    hxp_buffer tag = { NULL, 0, 0 };
    hxp_content *inside = hxp_arena_alloc(fix->arena, 1, sizeof *inside);
    bool fits = inside && hxp_buffer_add(&tag, hxp_str_of(start)) &&
                hxp_buffer_add(&tag, code->name);
    for (size_t i = 0; fits && i < code->attributes.count; i++)
        fits = add_value(&tag, &code->attributes.items[i]);
    fits = fits && hxp_buffer_add(&tag, hxp_str_of(end)) &&
           hxp_arena_copy(&inside->text, fix->arena, hxp_buffer_str(&tag));
    hxp_buffer_free(&tag);
    code->attributes = (hxp_attributes){ NULL, 0 };
    code->inside = inside;
    return fits;
}

static bool is_foreign(const hxp_code *code)
{
    return (code->kind == HXP_CODE_MARK || code->kind == HXP_CODE_UNMARK) &&
           !hxp_str_is(code->name, "hi") && !hxp_str_is(code->name, "sub");
}

/** Make a marked span that TMX does not know a pair of native codes. */
static bool wrap(fixing *fix, size_t k)
{
    hxp_code *begin = &fix->codes[k], *end = &fix->codes[fix->partner[k]];
    if (fix->partner[k] == k + 1 && begin->offset == end->offset) {
        begin->kind = HXP_CODE_STANDALONE;
        fix->gone[k + 1] = true;
        return put_inside(fix, begin, "<", "/>");
    }
    begin->kind = HXP_CODE_BEGIN;
    end->kind = HXP_CODE_END;
    return put_inside(fix, begin, "<", ">") && put_inside(fix, end, "</", ">");
}

/* --- All of it ------------------------------------------------------------ */

static bool isolate(fixing *fix, hxp_code *code)
{
    const char *pos = code->kind == HXP_CODE_BEGIN ? "begin" : "end";
    code->kind = HXP_CODE_ISOLATED;
    return set_attribute(fix, code, "i", HXP_STR("")) &&
           set_attribute(fix, code, "pos", hxp_str_of(pos));
}

static bool is_marked(const hxp_code *code)
{
    return code->kind == HXP_CODE_MARK || code->kind == HXP_CODE_UNMARK;
}

/** True when an isolated code does not say which half it is. */
static bool lacks_pos(const hxp_code *code)
{
    const hxp_str *pos = value_of(code, "pos");
    return code->kind == HXP_CODE_ISOLATED &&
           (!pos || !(hxp_str_is(*pos, "begin") || hxp_str_is(*pos, "end")));
}

/** Fix what is inside a sub-flow, which is text with codes of its own.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as the reader's limit lets it */
static bool fix_subflow(fixing *fix, hxp_code *code)
{
    hxp_content *made = hxp_arena_alloc(fix->arena, 1, sizeof *made);
    if (!made || !hxp_tmx_fix_content(made, code->inside, fix->arena))
        return false;
    code->inside = made;
    return true;
}

/**
 * Make what is inside a code native code with sub-flows alone: of another code
 * in it the tag goes, what is inside stays.
 * NOLINTNEXTLINE(misc-no-recursion): as deep as the reader's limit lets it */
static bool fix_inside(fixing *fix, hxp_code *code)
{
    const hxp_content *old = code->inside;
    hxp_buffer text = { NULL, 0, 0 };
    hxp_content *made = hxp_arena_alloc(fix->arena, 1, sizeof *made);
    hxp_code *codes =
        hxp_arena_alloc(fix->arena, old->code_count, sizeof *codes);
    size_t from = 0;
    bool fits = made && codes;
    for (size_t i = 0; fits && i < old->code_count; i++) {
        hxp_code one = old->codes[i];
        bool subflow = one.kind == HXP_CODE_SUBFLOW;
        fits =
            hxp_buffer_add(&text, hxp_str_part(old->text, from, one.offset)) &&
            (!one.inside ||
             (subflow ? fix_subflow(fix, &one) : fix_inside(fix, &one)));
        from = one.offset;
        one.offset = text.len;
        if (subflow)
            codes[made->code_count++] = one;
        else if (fits && one.inside)
            fits = hxp_buffer_add(&text, one.inside->text);
    }
    fits =
        fits &&
        hxp_buffer_add(&text, hxp_str_part(old->text, from, old->text.len)) &&
        hxp_arena_copy(&made->text, fix->arena, hxp_buffer_str(&text));
    hxp_buffer_free(&text);
    if (fits)
        made->codes = codes;
    code->inside = made;
    return fits;
}

static bool fix_code(fixing *fix, size_t k)
{
    hxp_code *code = &fix->codes[k];
    bool alone = fix->partner[k] == k;
    if (is_foreign(code) && code->kind == HXP_CODE_MARK && !wrap(fix, k))
        return false;
    if (is_marked(code) && hxp_str_is(code->name, "sub"))
        code->name = HXP_STR("hi"); /* TMX 1.1 has sub in seg */
    if (lacks_pos(code)) {
        code->kind = HXP_CODE_STANDALONE;
        return set_attribute(fix, code, "pos", HXP_STR(""));
    }
    if (code->kind == HXP_CODE_BEGIN && !alone)
        return settle_pair(fix, k);
    if (alone && (code->kind == HXP_CODE_BEGIN || code->kind == HXP_CODE_END))
        return isolate(fix, code);
    return true;
}

/** Leave out the codes that are gone. */
static size_t compact(fixing *fix)
{
    size_t count = 0;
    for (size_t k = 0; k < fix->count; k++)
        if (!fix->gone[k])
            fix->codes[count++] = fix->codes[k];
    return count;
}

/* NOLINTNEXTLINE(misc-no-recursion): as deep as the reader's limit lets it */
bool hxp_tmx_fix_content(hxp_content *out, const hxp_content *content,
                         hxp_arena *arena)
{
    fixing fix = { .arena = arena, .count = content->code_count };
    *out = *content;
    if (fix.count == 0)
        return true;
    fix.codes = hxp_arena_alloc(arena, fix.count, sizeof *fix.codes);
    fix.partner = hxp_arena_alloc(arena, fix.count, sizeof *fix.partner);
    fix.gone = hxp_arena_alloc(arena, fix.count, sizeof *fix.gone);
    if (!fix.codes || !fix.partner || !fix.gone)
        return false;
    memcpy(fix.codes, content->codes, fix.count * sizeof *fix.codes);
    fix.next_i = unused_i(&fix);
    bool fits = pair(&fix);
    for (size_t k = 0; fits && k < fix.count; k++) {
        hxp_code *code = &fix.codes[k];
        fits = (!code->inside || fix_inside(&fix, code)) && fix_code(&fix, k);
    }
    hxp_names_free(&fix.taken);
    out->codes = fix.codes;
    out->code_count = compact(&fix);
    return fits;
}
