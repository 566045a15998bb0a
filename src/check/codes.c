/* codes.c - are the inline codes and the placeholders of the source there? */
#include "base/arena.h"
#include "base/error.h"
#include "base/str.h"
#include "check/code_items.h"
#include "check/signs.h"
#include "check/tokens.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct checker {
    hxp_finding_sink *findings;
    hxp_code_items source, target;
    hxp_code_items plural; /* of PO's msgid_plural */
} checker;

static hxp_status open_codes(void **state, const hxp_check_setup *setup,
                             hxp_error *error)
{
    return hxp_check_new_state(state, sizeof(checker), setup, error);
}

static void close_codes(void *state)
{
    checker *self = state;
    if (!self)
        return;
    free(self->source.list);
    free(self->target.list);
    free(self->plural.list);
    free(self);
}

/* --- Comparing ------------------------------------------------------------ */

/** True for equal names; blanks within double braces say nothing. */
static bool is_same_name(hxp_str a, hxp_str b)
{
    size_t i = 0, k = 0;
    if (!hxp_str_starts(a, HXP_STR("{{")) || !hxp_str_starts(b, HXP_STR("{{")))
        return hxp_str_equal(a, b);
    for (;;) {
        while (i < a.len && a.ptr[i] == ' ')
            i++;
        while (k < b.len && b.ptr[k] == ' ')
            k++;
        if (i == a.len || k == b.len)
            return i == a.len && k == b.len;
        if (a.ptr[i++] != b.ptr[k++])
            return false;
    }
}

/** True when one writes the same argument with its number: "%2$s" for "%s". */
static bool is_same_place(const hxp_code_item *a, const hxp_code_item *b)
{
    unsigned place;
    if (a->numbered == b->numbered || a->place != b->place)
        return false;
    const hxp_code_item *numbered = a->numbered ? a : b,
                        *plain = a->numbered ? b : a;
    size_t behind = hxp_code_place(numbered->name, &place) + 1;
    return hxp_str_equal(
        hxp_str_part(numbered->name, behind, numbered->name.len),
        hxp_str_part(plain->name, 1, plain->name.len));
}

/** True for "%1" of Qt and what may be that with a unit behind it: "%1s". */
static bool is_counted(hxp_str a, hxp_str b)
{
    hxp_str longer = a.len > b.len ? a : b, shorter = a.len > b.len ? b : a;
    return longer.len == shorter.len + 1 && shorter.ptr[0] == '%' &&
           hxp_ascii_digit(shorter.ptr[shorter.len - 1]) &&
           !hxp_ascii_digit(longer.ptr[longer.len - 1]) &&
           hxp_str_starts(longer, shorter);
}

static bool is_equal(const hxp_code_item *a, const hxp_code_item *b)
{
    return is_same_name(a->name, b->name) || is_same_place(a, b) ||
           is_counted(a->name, b->name);
}

/** The item of to, i before the others, that one pairs off with; or NULL. */
static hxp_code_item *find_partner(hxp_code_items *to, size_t i,
                                   const hxp_code_item *one, bool doubtful)
{
    for (size_t k = 0; k <= to->count; k++) {
        size_t at = k == 0 ? i : k - 1; /* nearly always i */
        hxp_code_item *other = at < to->count ? &to->list[at] : NULL;
        if (other && !other->used && other->doubtful == doubtful &&
            is_equal(other, one))
            return other;
    }
    return NULL;
}

/** The same: one that is told of before one that is not. */
static hxp_code_item *partner(hxp_code_items *to, size_t i,
                              const hxp_code_item *one)
{
    hxp_code_item *found = find_partner(to, i, one, false);
    return found ? found : find_partner(to, i, one, true);
}

/** True when each item that is told of has a partner. */
static bool is_paired(const hxp_code_items *all)
{
    bool paired = true;
    for (size_t i = 0; i < all->count; i++)
        paired &= all->list[i].used || all->list[i].doubtful;
    return paired;
}

/** Mark the items of both that are equal as used; true when all are. */
static bool pair_off(hxp_code_items *a, hxp_code_items *b)
{
    for (int doubtful = 0; doubtful < 2; doubtful++) {
        for (size_t i = 0; i < a->count; i++) {
            hxp_code_item *one = &a->list[i];
            if (one->doubtful != (doubtful == 1))
                continue;
            hxp_code_item *other = partner(b, i, one);
            one->used = other != NULL;
            if (other)
                other->used = true;
        }
    }
    return is_paired(a) && is_paired(b);
}

/**
 * Mark the items without a partner that are of one type as used: documents of
 * other formats have other codes for it. True when none are left.
 */
static bool pair_types(hxp_code_items *a, hxp_code_items *b)
{
    bool all = a->count == b->count;
    for (size_t i = 0; i < a->count; i++) {
        hxp_code_item *one = &a->list[i];
        for (size_t k = 0; !one->used && one->type.len > 0 && k < b->count; k++)
            if (!b->list[k].used && hxp_str_equal(b->list[k].type, one->type))
                one->used = b->list[k].used = true;
        all &= one->used;
    }
    return all;
}

/** True for the tag of emphasis, which has no letters of its own in Chinese. */
static bool is_emphasis(hxp_str name)
{
    static const char *const names[] = { "b",     "i",      "em",
                                         "u",     "strong", "tt",
                                         "small", "italic", "bold" };
    size_t at = hxp_str_starts(name, HXP_STR("</")) ? 2 : 1;
    for (size_t i = 0; name.len > at && i < sizeof names / sizeof *names; i++)
        if (hxp_str_is_nocase(hxp_str_part(name, at, name.len), names[i]))
            return name.ptr[0] == '<';
    return false;
}

/** True when text has letters that are never slanted: Chinese, Kana, Hangul. */
static bool is_upright(hxp_str text)
{
    for (size_t at = 0; at < text.len;) {
        int32_t c = hxp_utf8_next(text, &at);
        if (c >= 0x3040 && c < 0xE000 && hxp_char_is_alnum(c))
            return true;
    }
    return false;
}

/** Mark tags of emphasis without a partner as used where both have such. */
static bool pair_emphasis(hxp_code_items *a, hxp_code_items *b)
{
    for (size_t i = 0; i < a->count; i++) {
        hxp_code_item *one = &a->list[i];
        for (size_t k = 0; !one->used && is_emphasis(one->name) && k < b->count;
             k++)
            if (!b->list[k].used && is_emphasis(b->list[k].name) &&
                (one->name.ptr[1] == '/') == (b->list[k].name.ptr[1] == '/'))
                one->used = b->list[k].used = true;
    }
    return is_paired(a) && is_paired(b);
}

/** Pair off once more. */
static bool pair_again(hxp_code_items *a, hxp_code_items *b)
{
    for (size_t i = 0; i < b->count; i++)
        b->list[i].used = false;
    return pair_off(a, b);
}

/**
 * True when the first of PO's plural forms, the target, has the placeholders of
 * the plural, which a language may use for one as well; it may say the number
 * in a word instead.
 */
static bool fits_plural(checker *self)
{
    size_t lacking = 0;
    if (pair_again(&self->plural, &self->target))
        return true;
    bool fits = self->target.count < self->plural.count;
    for (size_t i = 0; i < self->target.count; i++)
        fits &= self->target.list[i].used;
    for (size_t i = 0; i < self->plural.count; i++) {
        const hxp_code_item *one = &self->plural.list[i];
        lacking += !one->used;
        fits &= one->used || !hxp_str_ends(one->name, HXP_STR("s"));
    }
    pair_again(&self->source, &self->target);
    return fits && lacking == 1;
}

/** Tell of each item that has no partner. */
static hxp_status tell_odd(checker *self, hxp_check_rule rule,
                           const hxp_check_side *target, const char *what,
                           hxp_error *error)
{
    hxp_status status = HXP_OK;
    for (size_t i = 0; status == HXP_OK && i < self->source.count; i++) {
        const hxp_code_item *one = &self->source.list[i];
        if (one->used || one->doubtful)
            continue;
        hxp_finding finding = hxp_check_finding(rule, target);
        status = hxp_check_tell(self->findings, &finding, error,
                                "%s \"%.*s\" of the source is missing", what,
                                HXP_FMT(one->shown));
    }
    for (size_t i = 0; status == HXP_OK && i < self->target.count; i++) {
        const hxp_code_item *one = &self->target.list[i];
        if (one->used || one->doubtful)
            continue;
        hxp_finding finding = hxp_check_finding(rule, target);
        hxp_check_point(&finding, target, one->offset, one->offset + one->len);
        status = hxp_check_tell(self->findings, &finding, error,
                                "%s \"%.*s\" is not in the source", what,
                                HXP_FMT(one->shown));
    }
    return status;
}

/** True when a code of content closes that none before it opened. */
static bool closes_first(const hxp_content *content, size_t *where)
{
    size_t open = 0;
    for (size_t i = 0; i < content->code_count; i++) {
        const hxp_code *code = &content->codes[i];
        if (code->kind == HXP_CODE_BEGIN)
            open++;
        if (code->kind == HXP_CODE_END && open-- == 0) {
            *where = code->offset;
            return true;
        }
    }
    return false;
}

static hxp_status check_tags(checker *self, const hxp_check_side *source,
                             const hxp_check_side *target, hxp_error *error)
{
    const hxp_content *from = &source->variant->content;
    const hxp_content *to = &target->variant->content;
    size_t where;
    self->source.count = self->target.count = 0;
    if (from->code_count + to->code_count == 0 &&
        !((source->signs | target->signs) & HXP_SIGN_ANGLE))
        return HXP_OK;
    if (!hxp_code_items_add_codes(&self->source, from) ||
        !hxp_code_items_add_codes(&self->target, to) ||
        !hxp_code_items_add_tags(&self->source, from->text) ||
        !hxp_code_items_add_tags(&self->target, to->text))
        return hxp_no_memory(error);
    if (!pair_off(&self->source, &self->target) &&
        !pair_types(&self->source, &self->target) &&
        !(is_upright(to->text) && pair_emphasis(&self->source, &self->target)))
        return tell_odd(self, HXP_CHECK_SEG_TAG, target, "code", error);
    if (!closes_first(to, &where) || closes_first(from, &where))
        return HXP_OK;
    hxp_finding finding = hxp_check_finding(HXP_CHECK_SEG_TAG, target);
    closes_first(to, &where);
    hxp_check_point(&finding, target, where, where);
    return hxp_check_tell(self->findings, &finding, error,
                          "a code is closed before it is opened");
}

/**
 * True for the pattern of a date or time, of which each language makes one of
 * its own: it has codes that printf does not know, "%H:%M".
 */
static bool is_date(hxp_str text)
{
    size_t codes = 0;
    for (size_t at = 0; at + 1 < text.len; at++)
        if (text.ptr[at] == '%' && strchr("HIMYymbBkljZP", text.ptr[at + 1]) &&
            (at + 2 == text.len ||
             !hxp_char_is_alnum((unsigned char)text.ptr[at + 2])))
            codes++;
    return codes > 0;
}

/** True when braces hold all of text, which begins with a capital: a label. */
static bool is_label(hxp_str text)
{
    return text.len > 2 && text.ptr[0] == '{' && text.ptr[1] >= 'A' &&
           text.ptr[1] <= 'Z' &&
           memchr(text.ptr, '}', text.len) == text.ptr + text.len - 1;
}

static hxp_status check_placeholders(checker *self,
                                     const hxp_check_side *source,
                                     const hxp_check_side *target,
                                     hxp_error *error)
{
    hxp_str from = hxp_check_text(source), to = hxp_check_text(target);
    self->source.count = self->target.count = 0;
    if (!((source->signs | target->signs) & HXP_SIGN_PLACEHOLDER) ||
        (is_date(from) && is_date(to)) || (is_label(from) && is_label(to)))
        return HXP_OK;
    if (!hxp_code_items_add_placeholders(&self->source, from) ||
        !hxp_code_items_add_placeholders(&self->target, to))
        return hxp_no_memory(error);
    if (pair_off(&self->source, &self->target))
        return HXP_OK;
    hxp_str plural = hxp_check_property(target->unit, "x-po-plural");
    self->plural.count = 0;
    if (plural.len > 0 &&
        !hxp_code_items_add_placeholders(&self->plural, plural))
        return hxp_no_memory(error);
    if (plural.len > 0 && fits_plural(self))
        return HXP_OK;
    return tell_odd(self, HXP_CHECK_SEG_PLACEHOLDER, target, "placeholder",
                    error);
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    if (hxp_check_text(target).len == 0 &&
        target->variant->content.code_count == 0)
        return HXP_OK;
    hxp_status status = check_tags(self, source, target, error);
    return status == HXP_OK ? check_placeholders(self, source, target, error)
                            : status;
}

const hxp_check_family hxp_check_codes = {
    HXP_CHECK_SEG_TAG, HXP_CHECK_SEG_PLACEHOLDER,
    open_codes,        NULL,
    take_target,       NULL,
    close_codes
};
