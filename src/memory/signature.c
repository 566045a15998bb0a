/* signature.c - counts letters in 32 classes. */
#include "memory/signature.h"

#include <string.h>

void hxp_signature_classes(uint8_t of[256], const hxp_packing *packing)
{
    enum { OWN = 28, SHARED = HXP_CLASSES - OWN };
    for (size_t symbol = 0; symbol < 256; symbol++) {
        uint8_t code = packing->codes[symbol];
        size_t shared = code < HXP_CODES ? code : symbol;
        of[symbol] = (uint8_t)(code < OWN ? code : OWN + shared % SHARED);
    }
}

static uint8_t at_most(unsigned count, size_t class)
{
    uint8_t most = hxp_most_of_class(class);
    return count < most ? (uint8_t)count : most;
}

void hxp_letters_count(hxp_letter_counts *counts, const uint8_t of[256],
                       const uint8_t *symbols, size_t count)
{
    uint16_t first[HXP_CLASSES] = { 0 }, second[HXP_CLASSES] = { 0 };
    size_t half = count / 2;
    for (size_t i = 0; i < half; i++)
        first[of[symbols[i]]]++;
    for (size_t i = half; i < count; i++)
        second[of[symbols[i]]]++;
    for (size_t i = 0; i < HXP_CLASSES; i++) {
        counts->of[HXP_WHOLE][i] = at_most((unsigned)first[i] + second[i], i);
        counts->of[HXP_FIRST][i] = at_most(first[i], i);
        counts->of[HXP_SECOND][i] = at_most(second[i], i);
    }
}

/** Put the counts of one part of a text. */
static void put_part(uint8_t *at, const uint8_t counts[HXP_CLASSES])
{
    const uint8_t *high = counts + HXP_COMMON_ROWS;
    for (size_t i = 0; i < HXP_COMMON_ROWS; i++, at += HXP_TOGETHER)
        *at = (uint8_t)(counts[i] | high[i] << 4);
    counts += HXP_COMMON_CLASSES;
    for (size_t i = 0; i < HXP_RARE_ROWS; i++, at += HXP_TOGETHER) {
        *at = 0;
        for (size_t k = 0; k < 4; k++)
            *at |= (uint8_t)(counts[i + k * HXP_RARE_ROWS] << 2 * k);
    }
}

void hxp_signature_put(uint8_t group[HXP_SIGNATURES], size_t number,
                       const hxp_letter_counts *counts)
{
    uint8_t *at = group +
                  number % HXP_GROUPED / HXP_TOGETHER * HXP_WHOLE_SIGNATURES +
                  number % HXP_TOGETHER;
    put_part(at, counts->of[HXP_WHOLE]);
    put_part(at + HXP_HALVES_BEHIND, counts->of[HXP_FIRST]);
}

static unsigned above(unsigned a, unsigned b)
{
    return a > b ? a - b : 0;
}

/** By how many letters of a class and the next one of its bytes texts are
 * apart from the counts of a query. */
static void make_apart(uint8_t apart[16], const uint8_t *query, bool longer)
{
    unsigned a = query[0], b = query[HXP_RARE_ROWS];
    for (unsigned text = 0; text < 16; text++) {
        unsigned one = text & 3, next = text >> 2;
        apart[text] = (uint8_t)(longer ? above(a, one) + above(b, next)
                                       : above(one, a) + above(next, b));
    }
}

void hxp_letters_make(hxp_letters *letters, const hxp_letter_counts *counts)
{
    for (size_t part = 0; part < HXP_TEXT_PARTS; part++) {
        const uint8_t *rare = counts->of[part] + HXP_COMMON_CLASSES;
        for (size_t i = 0; i < HXP_CLASSES; i++)
            memset(letters->counts[part][i], counts->of[part][i], HXP_TOGETHER);
        for (size_t i = 0; i < HXP_RARE_ROWS; i++)
            for (size_t half = 0; half < 2; half++) {
                const uint8_t *two = rare + i + 2 * half * HXP_RARE_ROWS;
                make_apart(letters->apart[0][part][half][i], two, false);
                make_apart(letters->apart[1][part][half][i], two, true);
            }
    }
}
