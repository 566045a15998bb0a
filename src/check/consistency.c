/* consistency.c - is the same source always translated in the same way, and
 * do different sources have different translations? */
#include "base/eight.h"
#include "base/error.h"
#include "base/hash_map.h"
#include "base/str.h"
#include "check/family.h"
#include "check/signs.h"
#include "text/utf8.h"

#include <stdlib.h>

typedef struct checker {
    hxp_finding_sink *findings;
    const int *levels;
    hxp_hash_map first; /* of a text: the unit it was met in first */
    hxp_hash_map pairs; /* of two texts: bits of looks, see text_pair */
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
 * Fold eight bytes into to, which a byte stands before; false when it takes
 * more than small letters: they are not ASCII alone, or there is white space
 * but single blanks.
 */
static bool fold_eight(char *to, const char *bytes)
{
    uint64_t eight;
    memcpy(&eight, bytes, sizeof eight);
    uint64_t blanks = ~hxp_eight_at_least(eight, ' ' + 1) & HXP_EACH(0x80);
    if ((eight & HXP_EACH(0x80)) ||
        hxp_eight_at_least(eight, ' ') != HXP_EACH(0x80) ||
        (blanks & blanks << 8) || (to[-1] == ' ' && *bytes == ' '))
        return false;
    eight |= (hxp_eight_at_least(eight, 'A') &
              ~hxp_eight_at_least(eight, 'Z' + 1)) >>
             2; /* 0x20 */
    memcpy(to, &eight, sizeof eight);
    return true;
}

/** Fold the character c into to, which a byte stands before. */
static char *fold_char(char *to, int32_t c)
{
    if (c <= ' ' || (c >= 0x80 && hxp_char_is_space(c))) {
        if (to[-1] != ' ')
            *to++ = ' ';
    } else if (c < 0x80) {
        *to++ = hxp_ascii_lower((char)c);
    } else {
        to += hxp_utf8_put(to, hxp_char_fold(c));
    }
    return to;
}

/**
 * Fold text into buffer: case does not count, nor does how much white space
 * there is. False when memory is out.
 */
static bool fold(hxp_str *folded, hxp_buffer *buffer, hxp_str text)
{
    buffer->len = 0;
    /* A letter of two bytes may have a small one of three. */
    if (!hxp_buffer_reserve(buffer, 2 * text.len + 4))
        return false;
    char *start = buffer->ptr + 1, *to = start;
    to[-1] = ' '; /* so that blanks at the beginning are not the first */
    for (size_t at = 0, end; at < text.len;) {
        end = at + 8;
        if (end <= text.len && fold_eight(to, text.ptr + at)) {
            to += 8;
            at = end;
        }
        while (at < end && at < text.len) {
            int32_t c = (unsigned char)text.ptr[at];
            if (c < 0x80)
                at++;
            else
                c = hxp_utf8_next(text, &at);
            to = fold_char(to, c);
        }
    }
    if (to > start && to[-1] == ' ')
        to--;
    *folded = (hxp_str){ start, (size_t)(to - start) };
    return true;
}

/** Add what makes units with the same text different ones: PO's context. */
static void add_context(hxp_hasher *hasher, const hxp_unit *unit)
{
    hxp_hasher_add(hasher, hxp_check_property(unit, "x-po-context"));
    hxp_hasher_add(hasher, hxp_check_property(unit, "x-po-form"));
}

/** The ways to look at a pair of texts: of which one, and what is told. */
static const struct {
    hxp_check_rule rule;
    const char *message;
} looks[] = {
    { HXP_CHECK_SEG_INCONSISTENT_TARGET,
      "the same source is translated otherwise" },
    { HXP_CHECK_SEG_INCONSISTENT_SOURCE,
      "another source has the same translation" },
};

enum { LOOKS = sizeof looks / sizeof *looks };

/** A pair of texts. */
typedef struct text_pair {
    hxp_hash hash, text_hashes[LOOKS]; /* of the text that a look is about */
    bool known;                        /* it was met before */
    uint32_t *late; /* by bits, looks: the text was met with another first */
} text_pair;

static void add_hash(hxp_hasher *hasher, hxp_hash hash)
{
    hxp_hasher_number(hasher, hash.words[0]);
    hxp_hasher_number(hasher, hash.words[1]);
}

/** Fill the hashes of a pair, whose texts are folded. */
static void hash_pair(text_pair *pair, const hxp_check_side *source,
                      const hxp_check_side *target, const hxp_str folded[2])
{
    hxp_hasher common = HXP_HASHER_INIT, both;
    hxp_hasher_add(&common, source->variant->language);
    hxp_hasher_add(&common, target->variant->language);
    add_context(&common, target->unit);
    both = common;
    for (size_t i = 0; i < LOOKS; i++) {
        hxp_hasher one = common;
        hxp_hash hash = hxp_hash_of(folded[i]);
        add_hash(&both, hash);
        hxp_hasher_number(&one, looks[i].rule);
        add_hash(&one, hash);
        pair->text_hashes[i] = hxp_hasher_finish(&one);
    }
    pair->hash = hxp_hasher_finish(&both);
}

/** Note a text of pair; tell when it was met with another one first. */
static hxp_status take(checker *self, size_t look, const text_pair *pair,
                       const hxp_check_side *target, hxp_error *error)
{
    bool met;
    uint32_t *unit =
        hxp_hash_map_add(&self->first, pair->text_hashes[look], &met);
    if (!unit)
        return hxp_no_memory(error);
    if (!met)
        *unit = (uint32_t)target->unit->number;
    else if (!pair->known)
        *pair->late |= 1U << look;
    if (!(*pair->late & 1U << look))
        return HXP_OK;
    hxp_finding finding = hxp_check_finding(looks[look].rule, target);
    return hxp_check_tell(self->findings, &finding, error, "%s in unit %zu",
                          looks[look].message, (size_t)*unit);
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
    hxp_str folded[2];
    text_pair pair;
    if (!(source->signs & letters) || !(target->signs & letters))
        return HXP_OK;
    if (!fold(&folded[0], &self->folded[0], hxp_check_text(source)) ||
        !fold(&folded[1], &self->folded[1], hxp_check_text(target)))
        return hxp_no_memory(error);
    hash_pair(&pair, source, target, folded);
    for (size_t i = 0; i < LOOKS; i++)
        hxp_hash_map_prefetch(&self->first, pair.text_hashes[i]);
    pair.late = hxp_hash_map_add(&self->pairs, pair.hash, &pair.known);
    if (!pair.late)
        return hxp_no_memory(error);
    hxp_status status = HXP_OK;
    if (self->levels[looks[0].rule] > 0)
        status = take(self, 0, &pair, target, error);
    if (status == HXP_OK && self->levels[looks[1].rule] > 0 &&
        has_words(folded[1]))
        status = take(self, 1, &pair, target, error);
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
