/* srx_alphabet.c - the characters as patterns tell them apart. */
#include "segment/srx_alphabet.h"

#include "base/array.h"
#include "base/error.h"
#include "text/icu.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>

enum {
    MOST_SETS = 2000,
    MOST_CLASSES = UINT16_MAX,
    CODES = 0x110000,
    BLOCK = 256
};

/* --- Sets ----------------------------------------------------------------- */

static bool add_named(hxp_alphabet *alphabet, const char *pattern,
                      hxp_status *status, hxp_error *error)
{
    UChar wide[128];
    UErrorCode code = U_ZERO_ERROR;
    uint32_t id;
    u_uastrcpy(wide, pattern);
    USet *set = uset_openPattern(wide, -1, &code);
    *status = hxp_icu_status(code, error);
    if (*status == HXP_OK)
        *status = hxp_alphabet_add(&id, alphabet, set, error);
    return *status == HXP_OK;
}

hxp_status hxp_alphabet_init(hxp_alphabet *alphabet, hxp_error *error)
{
    static const char *const patterns[HXP_SET_FIRST] = {
        [HXP_SET_ALL] = "[\\u0000-\\U0010FFFF]",
        [HXP_SET_WORD] = "[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d]",
        [HXP_SET_EXTEND] = "[\\p{Grapheme_Extend}\\p{Cf}]",
        [HXP_SET_NEWLINE] = "[\\u000a-\\u000d\\u0085\\u2028\\u2029]",
    };
    hxp_status status = HXP_OK;
    memset(alphabet, 0, sizeof *alphabet);
    for (size_t i = 0; i < HXP_SET_FIRST; i++)
        if (!add_named(alphabet, patterns[i], &status, error))
            break;
    return status;
}

hxp_status hxp_alphabet_add(uint32_t *id, hxp_alphabet *alphabet, USet *set,
                            hxp_error *error)
{
    uset_freeze(set);
    for (size_t i = 0; i < alphabet->set_count; i++) {
        if (uset_equals(alphabet->sets[i], set)) {
            uset_close(set);
            *id = (uint32_t)i;
            return HXP_OK;
        }
    }
    if (alphabet->set_count == MOST_SETS || alphabet->samples) {
        uset_close(set);
        return hxp_fail(error, HXP_ELIMIT, "more than %d sets", MOST_SETS);
    }
    if (!hxp_array_reserve(&alphabet->sets, &alphabet->set_capacity,
                           alphabet->set_count + 1, sizeof *alphabet->sets)) {
        uset_close(set);
        return hxp_no_memory(error);
    }
    *id = (uint32_t)alphabet->set_count;
    alphabet->sets[alphabet->set_count++] = set;
    return HXP_OK;
}

/* --- Classes -------------------------------------------------------------- */

/**
 * A stretch of characters that no set divides. Two stretches in the same sets
 * have the same mark: a sum of 64 random bits a set.
 */
typedef struct stretch {
    int32_t start;
    uint32_t class;
    uint64_t mark;
} stretch;

typedef struct stretches {
    stretch *items; /* ascending; behind the last one that starts at CODES */
    size_t count;
} stretches;

static int start_order(const void *a, const void *b)
{
    const stretch *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static int mark_order(const void *a, const void *b)
{
    const stretch *x = a, *y = b;
    return (x->mark > y->mark) - (x->mark < y->mark);
}

/** 64 bits that look random, from a number (splitmix64). */
static uint64_t bits_of(uint64_t number)
{
    uint64_t bits = (number + 1) * 0x9E3779B97F4A7C15U;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBU;
    return bits ^ (bits >> 31);
}

/** Range r of a set of characters; false at its end. */
static bool range_of(const USet *set, int32_t r, UChar32 *start, UChar32 *end)
{
    UErrorCode code = U_ZERO_ERROR;
    return r < uset_getRangeCount(set) &&
           uset_getItem(set, r, start, end, NULL, 0, &code) == 0;
}

/** Find all places where some set begins or ends. */
static hxp_status find_stretches(stretches *s, const hxp_alphabet *alphabet,
                                 hxp_error *error)
{
    UChar32 start, end;
    size_t room = 2, count = 0;
    for (size_t i = 0; i < alphabet->set_count; i++)
        room += 2 * (size_t)uset_getRangeCount(alphabet->sets[i]);
    s->items = calloc(room, sizeof *s->items);
    if (!s->items)
        return hxp_no_memory(error);
    s->items[count++].start = 0;
    s->items[count++].start = CODES;
    for (size_t i = 0; i < alphabet->set_count; i++) {
        for (int32_t r = 0; range_of(alphabet->sets[i], r, &start, &end); r++) {
            s->items[count++].start = start;
            s->items[count++].start = end + 1;
        }
    }
    qsort(s->items, count, sizeof *s->items, start_order);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (i == 0 || s->items[i].start != s->items[i - 1].start)
            s->items[kept++] = s->items[i];
    s->count = kept - 1;
    return HXP_OK;
}

static void mark_stretches(stretches *s, const hxp_alphabet *alphabet)
{
    UChar32 start, end;
    for (size_t i = 0; i < alphabet->set_count; i++) {
        uint64_t bits = bits_of(i);
        for (int32_t r = 0; range_of(alphabet->sets[i], r, &start, &end); r++) {
            stretch key = { .start = start };
            stretch *at = bsearch(&key, s->items, s->count + 1,
                                  sizeof *s->items, start_order);
            for (; at && at->start <= end; at++)
                at->mark += bits;
        }
    }
}

/** Number the marks, and remember where one of each class starts. */
static hxp_status number_classes(stretches *s, hxp_alphabet *alphabet,
                                 hxp_error *error)
{
    uint32_t *count = &alphabet->class_count;
    alphabet->samples = calloc(s->count + 1, sizeof *alphabet->samples);
    if (!alphabet->samples)
        return hxp_no_memory(error);
    qsort(s->items, s->count, sizeof *s->items, mark_order);
    for (size_t i = 0; i < s->count; i++) {
        if (i == 0 || s->items[i].mark != s->items[i - 1].mark)
            alphabet->samples[(*count)++] = s->items[i].start;
        s->items[i].class = *count - 1;
    }
    qsort(s->items, s->count, sizeof *s->items, start_order);
    if (*count > MOST_CLASSES)
        return hxp_fail(error, HXP_ELIMIT,
                        "the patterns tell more than %d kinds of characters "
                        "apart, the limit",
                        MOST_CLASSES);
    return HXP_OK;
}

/** Fill what is known of each class, from a character of it. */
static hxp_status fill_members(hxp_alphabet *alphabet, hxp_error *error)
{
    uint32_t classes = alphabet->class_count;
    alphabet->flags = calloc((size_t)classes + 1, 1);
    alphabet->member = calloc(alphabet->set_count, (size_t)classes + 1);
    if (!alphabet->flags || !alphabet->member)
        return hxp_no_memory(error);
    for (size_t i = 0; i < alphabet->set_count; i++)
        for (uint32_t c = 0; c < classes; c++)
            alphabet->member[i * classes + c] =
                (uint8_t)uset_contains(alphabet->sets[i], alphabet->samples[c]);
    for (uint32_t c = 0; c < classes; c++)
        alphabet->flags[c] =
            (uint8_t)((hxp_set_has(alphabet, HXP_SET_WORD, c) ? HXP_CLASS_WORD
                                                              : 0) |
                      (hxp_set_has(alphabet, HXP_SET_EXTEND, c)
                           ? HXP_CLASS_EXTEND
                           : 0) |
                      (hxp_set_has(alphabet, HXP_SET_NEWLINE, c)
                           ? HXP_CLASS_NEWLINE
                           : 0));
    return HXP_OK;
}

/** Move *at to the stretch that has a character. */
static void move_to(size_t *at, const stretches *s, int32_t c)
{
    while (s->items[*at + 1].start <= c)
        (*at)++;
}

/** Fill the block of characters from first on; stretch at has that one. */
static void fill_block(uint16_t *block, const stretches *s, size_t at,
                       int32_t first)
{
    for (int32_t i = 0; i < BLOCK; i++) {
        move_to(&at, s, first + i);
        block[i] = (uint16_t)s->items[at].class;
    }
}

/** Fill the table of characters; a block of one class alone is there once. */
static hxp_status fill_blocks(hxp_alphabet *alphabet, const stretches *s,
                              hxp_error *error)
{
    size_t used = 0, capacity = 0, at = 0;
    uint32_t *alone = calloc((size_t)alphabet->class_count + 1, sizeof *alone);
    alphabet->block_of = calloc(CODES / BLOCK, sizeof *alphabet->block_of);
    bool room = alone && alphabet->block_of;
    for (int32_t b = 0; room && b < CODES / BLOCK; b++) {
        move_to(&at, s, b * BLOCK);
        bool one = s->items[at + 1].start >= (b + 1) * BLOCK;
        uint32_t *same = &alone[s->items[at].class];
        alphabet->block_of[b] = one && *same ? *same - 1 : (uint32_t)used;
        if (one && *same)
            continue;
        if (one)
            *same = (uint32_t)used + 1;
        room = hxp_array_reserve(&alphabet->blocks, &capacity, used + BLOCK,
                                 sizeof *alphabet->blocks);
        if (room)
            fill_block(alphabet->blocks + used, s, at, b * BLOCK);
        used += BLOCK;
    }
    free(alone);
    return room ? HXP_OK : hxp_no_memory(error);
}

hxp_status hxp_alphabet_seal(hxp_alphabet *alphabet, hxp_error *error)
{
    stretches s = { NULL, 0 };
    hxp_status status = find_stretches(&s, alphabet, error);
    if (status == HXP_OK) {
        mark_stretches(&s, alphabet);
        status = number_classes(&s, alphabet, error);
    }
    if (status == HXP_OK)
        status = fill_members(alphabet, error);
    if (status == HXP_OK)
        status = fill_blocks(alphabet, &s, error);
    free(s.items);
    return status;
}

void hxp_alphabet_free(hxp_alphabet *alphabet)
{
    for (size_t i = 0; i < alphabet->set_count; i++)
        uset_close(alphabet->sets[i]);
    free(alphabet->sets);
    free(alphabet->samples);
    free(alphabet->flags);
    free(alphabet->member);
    free(alphabet->blocks);
    free(alphabet->block_of);
}
