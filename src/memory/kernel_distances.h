/* kernel_distances.h - distances of several texts at once, written once for
 * all kernels. The file that includes it defines VECTOR and its operations,
 * and IN_VECTOR, the texts that one vector holds.
 *
 * This is the algorithm of Myers as Hyyro wrote it for a band ("A bit-vector
 * algorithm for computing Levenshtein and Damerau edit distances", 2003):
 * bits stand for diagonals, not for rows, so that a band of as many diagonals
 * as a way of the distance allowed can touch is all that is computed. Scores
 * never fall along a diagonal: when that of the diagonal on which the way ends
 * is above the distance allowed, the text is given up. */

#include <string.h>

enum {
    VECTORS = HXP_LANES / IN_VECTOR,
    WORDS = HXP_ROWS / HXP_WORD_ROWS + 1,
    BLOCK = 8 /* columns that are fetched, and then judged, at a time */
};

/** The diagonals that are computed: by how much the row is above the column. */
typedef struct band {
    ptrdiff_t first;
    unsigned words;
    unsigned last_word; /* where the diagonal of the last row and column is */
    unsigned last_bit;
    size_t score; /* on that diagonal, before the first column */
} band;

/** Where a word of rows is in the bits of each symbol. */
typedef struct word_place {
    const uint8_t *bits;
    unsigned symbol; /* 1 << symbol is how far symbols are apart */
    unsigned shift;
} word_place;

static inline band band_of(const hxp_rows *rows, size_t length, size_t most)
{
    ptrdiff_t end = (ptrdiff_t)rows->count - (ptrdiff_t)length;
    size_t apart = (size_t)(end < 0 ? -end : end), aside = (most - apart) / 2;
    ptrdiff_t first = (end < 0 ? end : 0) - (ptrdiff_t)aside;
    size_t last = (size_t)(end - first);
    return (band){ first, (unsigned)((apart + 2 * aside) / HXP_WORD_ROWS + 1),
                   (unsigned)(last / HXP_WORD_ROWS),
                   (unsigned)(last % HXP_WORD_ROWS), end < 0 ? 0 : apart };
}

/** The place of the rows from row on, some of which need not exist. */
static inline word_place place_at(const hxp_rows *rows, ptrdiff_t row)
{
    ptrdiff_t bit = row + 64; /* zeros are before all rows */
    ptrdiff_t most = (ptrdiff_t)8 * (ptrdiff_t)rows->last;
    bit = bit < 0 ? 0 : bit;
    bit = bit < most ? bit : most;
    return (word_place){ rows->bits + bit / 8, rows->symbol,
                         (unsigned)(bit % 8) };
}

/** The bits of a symbol there. */
static inline uint64_t bits_at(word_place place, uint8_t symbol)
{
    uint64_t bits;
    memcpy(&bits, place.bits + ((size_t)symbol << place.symbol), sizeof bits);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    bits = __builtin_bswap64(bits);
#endif
    return bits;
}

/** How the scores of a word of diagonals of a column change downwards. */
typedef struct lane_word {
    VECTOR plus, minus;
} lane_word;

/** What the rows above a word begin with: no change above all, then a rise. */
static inline uint64_t first_changes(band of, unsigned word)
{
    ptrdiff_t above = -of.first - (ptrdiff_t)word * HXP_WORD_ROWS;
    if (above >= 64)
        return 0;
    return above > 0 ? UINT64_MAX << above : UINT64_MAX;
}

/** Where a column has the score of the diagonal before it, by its equals. */
static inline VECTOR unchanged(const lane_word *at, VECTOR equal)
{
    VECTOR sum = ADD(AND(equal, at->plus), at->plus);
    return OR(OR(XOR(sum, at->plus), equal), at->minus);
}

/** Make the changes of the next column; below: unchanged, a row further. */
static inline void go_on(lane_word *at, VECTOR same, VECTOR below)
{
    VECTOR rise = OR(at->minus, NOR(same, at->plus));
    VECTOR fall = AND(same, at->plus);
    at->plus = OR(fall, NOR(below, rise));
    at->minus = AND(below, rise);
}

static inline bool all_above(const VECTOR scores[VECTORS], unsigned most)
{
    bool above = true;
    for (int z = 0; z < VECTORS; z++)
        above &= ALL_ABOVE(scores[z], SET(most));
    return above;
}

/** The characters of a column: BLOCK bytes from one text's to the next's. */
typedef struct text_column {
    const word_place *places;
    const uint8_t *characters;
} text_column;

/** Go on by a column. */
static inline void advance(VECTOR *score, lane_word *at, band of,
                           const text_column *to)
{
    const VECTOR inner = SET(((uint64_t)1 << (HXP_WORD_ROWS - 1)) - 1);
    VECTOR above = SET(0), falls = SET(0);
    for (unsigned w = 0; w < of.words; w++) {
        VECTOR equal =
            RIGHT(GATHER(to->places[w], to->characters), to->places[w].shift);
        VECTOR same = unchanged(&at[w], w > 0 ? OR(equal, falls) : equal);
        if (w == of.last_word) {
            VECTOR step = AND(RIGHT(same, of.last_bit), SET(1));
            *score = ADD(*score, XOR(step, SET(1)));
        }
        falls = AND(RIGHT(AND(same, at[w].plus), HXP_WORD_ROWS - 1), SET(1));
        if (w > 0) {
            VECTOR next = LEFT(AND(same, SET(1)), HXP_WORD_ROWS - 1);
            go_on(&at[w - 1], above, OR(AND(RIGHT(above, 1), inner), next));
        }
        above = same;
    }
    go_on(&at[of.words - 1], above, RIGHT(above, 1));
}

/** Texts of one length against a query. */
typedef struct comparison {
    const hxp_rows *rows;
    const uint8_t *const *texts;
    size_t length;
    unsigned most;
} comparison;

/** Copy the characters that come next, side by side for all texts. */
static inline void copy_block(uint8_t block[HXP_LANES * BLOCK],
                              const comparison *with, size_t from)
{
    size_t left = with->length - from;
    for (size_t k = 0; k < HXP_LANES; k++)
        if (left >= BLOCK)
            memcpy(block + k * BLOCK, with->texts[k] + from, BLOCK);
        else
            memcpy(block + k * BLOCK, with->texts[k] + from, left);
}

/** Compare in a band of words; at and places have room for them. */
static inline void run(VECTOR scores[VECTORS], const comparison *with,
                       unsigned words, lane_word *at, word_place *places)
{
    uint8_t block[HXP_LANES * BLOCK] = { 0 };
    band of = band_of(with->rows, with->length, with->most);
    of.words = words;
    for (unsigned w = 0; w < words; w++)
        for (size_t z = 0; z < VECTORS; z++)
            at[z * words + w] =
                (lane_word){ SET(first_changes(of, w)), SET(0) };
    for (int z = 0; z < VECTORS; z++)
        scores[z] = SET(of.score);
    for (size_t j = 0; j < with->length; j++) {
        ptrdiff_t row = (ptrdiff_t)j + of.first;
        if (j % BLOCK == 0)
            copy_block(block, with, j);
        for (unsigned w = 0; w < words; w++)
            places[w] =
                place_at(with->rows, row + (ptrdiff_t)w * HXP_WORD_ROWS);
        for (size_t z = 0; z < VECTORS; z++) {
            text_column to = { places,
                               block + z * IN_VECTOR * BLOCK + j % BLOCK };
            advance(&scores[z], at + z * words, of, &to);
        }
        if (j % BLOCK == BLOCK - 1 && all_above(scores, with->most))
            return;
    }
}

/** The same; what is known when compiling makes it faster. */
#define RUN(scores, with, words)                                               \
    do {                                                                       \
        lane_word at[VECTORS * (words)];                                       \
        word_place places[words];                                              \
        run(scores, with, words, at, places);                                  \
    } while (0)

static void run_all(VECTOR scores[VECTORS], const comparison *with)
{
    lane_word at[VECTORS * WORDS];
    word_place places[WORDS];
    run(scores, with, band_of(with->rows, with->length, with->most).words, at,
        places);
}

static void distances(unsigned results[HXP_LANES], const hxp_rows *rows,
                      const uint8_t *const texts[HXP_LANES], size_t length,
                      unsigned most)
{
    size_t longer = rows->count > length ? rows->count : length;
    size_t shorter = rows->count + length - longer;
    comparison with = { rows, texts, length,
                        most < longer ? most : (unsigned)longer };
    VECTOR scores[VECTORS];
    for (int i = 0; longer - shorter > most && i < HXP_LANES; i++)
        results[i] = most + 1;
    if (longer - shorter > most)
        return;
    unsigned words = band_of(rows, length, with.most).words;
    if (words == 1)
        RUN(scores, &with, 1);
    else if (words == 2)
        RUN(scores, &with, 2);
    else if (words == 3)
        RUN(scores, &with, 3);
    else
        run_all(scores, &with);
    for (int z = 0; z < VECTORS; z++)
        STORE(results + (ptrdiff_t)z * IN_VECTOR, scores[z]);
}
