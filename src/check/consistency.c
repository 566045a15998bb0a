/* consistency.c - is the same source always translated in the same way, and
 * do different sources have different translations? */
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "text/utf8.h"

#include <stdlib.h>

/** The value of a pair that is the first of its text. */
enum { FIRST = 1, OTHER = 2 };

typedef struct checker {
    hxp_finding_sink *findings;
    const int *levels;
    hxp_hash_map first; /* of a text: the unit it was met in first */
    hxp_hash_map pairs; /* of a text with the other: FIRST or OTHER */
    hxp_buffer folded[2];
} checker;

static void close_consistency(void *state)
{
    checker *self = state;
    if (!self)
        return;
    hxp_hash_map_free(&self->first);
    hxp_hash_map_free(&self->pairs);
    hxp_buffer_free(&self->folded[0]);
    hxp_buffer_free(&self->folded[1]);
    free(self);
}

static hxp_status open_consistency(void **state, const hxp_check_setup *setup,
                                   hxp_error *error)
{
    checker *self = calloc(1, sizeof *self);
    *state = self;
    if (!self)
        return hxp_no_memory(error);
    self->findings = setup->findings;
    self->levels = setup->levels;
    return HXP_OK;
}

/**
 * Fold text into buffer: case does not count, nor does how much white space
 * there is. False when memory is out.
 */
static bool fold(hxp_buffer *buffer, hxp_str text)
{
    bool gap = false;
    buffer->len = 0;
    /* A letter of two bytes may have a small one of three. */
    if (!hxp_buffer_reserve(buffer, 2 * text.len + 4))
        return false;
    char *to = buffer->ptr;
    for (size_t at = 0; at < text.len;) {
        int32_t c = (unsigned char)text.ptr[at];
        if (c < 0x80)
            at++;
        else
            c = hxp_utf8_next(text, &at);
        if (c <= ' ' || (c >= 0x80 && hxp_char_is_space(c))) {
            gap = to > buffer->ptr;
            continue;
        }
        if (gap)
            *to++ = ' ';
        gap = false;
        if (c >= 0x80)
            to += hxp_utf8_put(to, hxp_char_fold(c));
        else
            *to++ = (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    }
    buffer->len = (size_t)(to - buffer->ptr);
    return true;
}

/** Add what makes units with the same text different ones: PO's context. */
static void add_context(hxp_hasher *hasher, const hxp_unit *unit)
{
    hxp_hasher_add(hasher, hxp_check_property(unit, "x-po-context"));
    hxp_hasher_add(hasher, hxp_check_property(unit, "x-po-form"));
}

/** One way to look at a pair of texts. */
typedef struct look {
    hxp_check_rule rule;
    hxp_hash text;  /* that should go with one other */
    hxp_hash other; /* that it goes with here */
    const char *message;
} look;

static void add_hash(hxp_hasher *hasher, hxp_hash hash)
{
    hxp_hasher_number(hasher, hash.words[0]);
    hxp_hasher_number(hasher, hash.words[1]);
}

/** Note a text and its other; tell when it was met with another one. */
static hxp_status take(checker *self, const look *at,
                       const hxp_check_side *source,
                       const hxp_check_side *target, hxp_error *error)
{
    hxp_hasher hasher = HXP_HASHER_INIT;
    bool met, paired;
    hxp_hasher_number(&hasher, at->rule);
    hxp_hasher_add(&hasher, source->variant->language);
    hxp_hasher_add(&hasher, target->variant->language);
    add_context(&hasher, target->unit);
    add_hash(&hasher, at->text);
    uint32_t *unit =
        hxp_hash_map_add(&self->first, hxp_hasher_finish(&hasher), &met);
    if (!unit)
        return hxp_no_memory(error);
    if (!met)
        *unit = (uint32_t)target->unit->number;
    add_hash(&hasher, at->other);
    uint32_t *pair =
        hxp_hash_map_add(&self->pairs, hxp_hasher_finish(&hasher), &paired);
    if (!pair)
        return hxp_no_memory(error);
    if (!paired)
        *pair = met ? OTHER : FIRST;
    if (*pair == FIRST)
        return HXP_OK;
    hxp_finding finding = hxp_check_finding(at->rule, target);
    return hxp_check_tell(self->findings, &finding, error, "%s in unit %zu",
                          at->message, (size_t)*unit);
}

/** True when text is more than a word. */
static bool has_words(hxp_str text)
{
    return memchr(text.ptr, ' ', text.len) != NULL;
}

static hxp_status take_target(void *state, const hxp_check_side *source,
                              const hxp_check_side *target, hxp_error *error)
{
    checker *self = state;
    unsigned letters = HXP_SIGN_LETTER | HXP_SIGN_BEYOND;
    if (!(source->signs & letters) || !(target->signs & letters))
        return HXP_OK;
    if (!fold(&self->folded[0], hxp_check_text(source)) ||
        !fold(&self->folded[1], hxp_check_text(target)))
        return hxp_no_memory(error);
    hxp_status status = HXP_OK;
    hxp_hash from = hxp_hash_of(hxp_buffer_str(&self->folded[0]));
    hxp_hash to = hxp_hash_of(hxp_buffer_str(&self->folded[1]));
    const look looks[] = {
        { HXP_CHECK_SEG_INCONSISTENT_TARGET, from, to,
          "the same source is translated otherwise" },
        { HXP_CHECK_SEG_INCONSISTENT_SOURCE, to, from,
          "another source has the same translation" },
    };
    if (status == HXP_OK && self->levels[looks[0].rule] > 0)
        status = take(self, &looks[0], source, target, error);
    if (status == HXP_OK && self->levels[looks[1].rule] > 0 &&
        has_words(hxp_buffer_str(&self->folded[1])))
        status = take(self, &looks[1], source, target, error);
    return status;
}

const hxp_check_family hxp_check_consistency = {
    HXP_CHECK_SEG_INCONSISTENT_TARGET,
    HXP_CHECK_SEG_INCONSISTENT_SOURCE,
    open_consistency,
    NULL,
    take_target,
    NULL,
    close_consistency
};
