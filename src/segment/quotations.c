/* quotations.c - pairs quotation marks, of all habits, within a paragraph. */
#include "segment/quotations.h"

#include "base/array.h"
#include "segment/marks.h"
#include "text/utf8.h"

#include <stdlib.h>

/** A mark that opens, and those that may close what it opened. */
typedef struct quotation_pair {
    int32_t opener;
    int32_t closers[4];
} quotation_pair;

static const quotation_pair pairs[] = {
    { '"', { '"' } },
    { 0x201C, { 0x201D } },              /* “English” */
    { 0x201D, { 0x201D } },              /* ”Swedish” */
    { 0x201E, { 0x201C, 0x201D, '"' } }, /* „German“, „Polish” */
    { 0x00AB, { 0x00BB } },              /* « French » */
    { 0x00BB, { 0x00AB, 0x00BB } },      /* »German« */
    { 0x2018, { 0x2019 } },              /* ‘British’ */
    { 0x201A, { 0x2018, 0x2019 } },      /* ‚German‘ */
    { 0x2039, { 0x203A } },              /* ‹French› */
    { 0x300C, { 0x300D } },              /* 「Japanese」 */
    { 0x300E, { 0x300F } },
};

enum { PAIRS = sizeof pairs / sizeof *pairs };

/** The pair that c opens, or PAIRS. */
static size_t pair_of(int32_t c)
{
    size_t i = 0;
    while (i < PAIRS && pairs[i].opener != c)
        i++;
    return i;
}

/** True for ’ or ‘ within a word, as an apostrophe is. */
static bool within_word(hxp_str text, size_t start, size_t end)
{
    size_t other;
    return hxp_is_letter(hxp_char_before(text, start, &other)) &&
           hxp_is_letter(hxp_char_at(text, end, &other));
}

/** Behind the mark that closes what stands open since byte at, or at. */
static size_t find_closer(hxp_str text, size_t at, const int32_t *closers)
{
    size_t from = at;
    while (at < text.len) {
        size_t start = at;
        int32_t c = hxp_utf8_next(text, &at);
        for (const int32_t *closer = closers; *closer; closer++)
            if (c == *closer && !within_word(text, start, at))
                return at;
    }
    return from;
}

bool hxp_quotations_find(hxp_quotations *quotations, hxp_str text)
{
    bool hopeless[PAIRS + 1] = { [PAIRS] = true }; /* no closer is left */
    size_t at = 0;
    quotations->count = quotations->next = 0;
    while (at < text.len) {
        size_t start = at;
        size_t pair = pair_of(hxp_utf8_next(text, &at));
        if (hopeless[pair])
            continue;
        size_t end = find_closer(text, at, pairs[pair].closers);
        if (end == at) {
            hopeless[pair] = true;
            continue;
        }
        if (!hxp_array_reserve(&quotations->items, &quotations->capacity,
                               quotations->count + 1,
                               sizeof *quotations->items))
            return false;
        quotations->items[quotations->count++] = (hxp_span){ start, end };
        at = end;
    }
    return true;
}

bool hxp_quotations_hold(hxp_quotations *quotations, size_t at)
{
    while (quotations->next < quotations->count &&
           quotations->items[quotations->next].end <= at)
        quotations->next++;
    return quotations->next < quotations->count &&
           quotations->items[quotations->next].start < at;
}

void hxp_quotations_free(hxp_quotations *quotations)
{
    free(quotations->items);
    *quotations = (hxp_quotations){ .items = NULL };
}
