/* kernel_distances.h - distances of several texts at once, written once for
 * all kernels. The file that includes it defines VECTOR and its operations,
 * and IN_VECTOR, the texts that one vector holds. */

#include <string.h>

enum { VECTORS = HXP_LANES / IN_VECTOR, WORDS = HXP_BLOCK_ROWS / 64 };

/** Texts of one length against a query. */
typedef struct comparison {
    const hxp_rows *rows;
    const uint8_t *const *texts;
    size_t length;
    unsigned most;
} comparison;

/** The state of the texts of one vector. */
typedef struct block {
    VECTOR pv[WORDS], mv[WORDS];
    VECTOR score; /* in the last row of the last word that is looked at */
    VECTOR least; /* that the whole distance can be, if rows are left */
    const uint8_t *const *texts;
} block;

/** Words of rows that are looked at: those near enough to the diagonal. */
typedef struct band {
    unsigned first, end;
    unsigned top; /* the bit of the last row, in its word */
} band;

/** Go on by character j of the texts. */
static inline void block_advance(block *at, const comparison *of, size_t j,
                                 band words)
{
    VECTOR plus_in = SET(1), minus_in = SET(0);
    for (unsigned w = words.first; w < words.end; w++) {
        VECTOR pv = at->pv[w], mv = at->mv[w];
        VECTOR equal = GATHER(of->rows, at->texts, j, w);
        VECTOR xv = OR(equal, mv);
        equal = OR(equal, minus_in);
        VECTOR xh = OR(XOR(ADD(AND(equal, pv), pv), pv), equal);
        VECTOR plus = OR(mv, NOR(xh, pv));
        VECTOR minus = AND(pv, xh);
        if (w + 1 == words.end)
            at->score = SUB(ADD(at->score, AND(RIGHT(plus, words.top), SET(1))),
                            AND(RIGHT(minus, words.top), SET(1)));
        VECTOR plus_out = RIGHT(plus, 63), minus_out = RIGHT(minus, 63);
        plus = OR(LEFT(plus, 1), plus_in);
        minus = OR(LEFT(minus, 1), minus_in);
        plus_in = plus_out;
        minus_in = minus_out;
        at->pv[w] = OR(minus, NOR(xv, plus));
        at->mv[w] = AND(plus, xv);
    }
}

static inline size_t apart(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

/** Whether the scores of all texts are above limit. */
static inline bool all_above(const block *blocks, VECTOR limit)
{
    for (int z = 0; z < VECTORS; z++)
        if (!ALL_ABOVE(blocks[z].score, limit))
            return false;
    return true;
}

/** A column of one text: how its scores rise and fall from row to row. */
typedef struct text_column {
    uint64_t pv[WORDS], mv[WORDS];
    size_t score; /* in the last row of the band */
} text_column;

/**
 * Whether every way through a column is longer than most: its score there and
 * how far the row is off the diagonal then. Rows are taken by sixteens: the
 * scores in between cannot be far below those at both ends.
 */
static bool column_hopeless(const text_column *column, const comparison *of,
                            band words, size_t left)
{
    enum { STEP = 16 };
    size_t all = of->rows->count, end = (size_t)64 * (words.end - 1);
    size_t score = column->score, first = (size_t)64 * words.first;
    end += words.top + 1;
    for (size_t row = end; row > first;) {
        size_t next = (row - 1) / STEP * STEP, w = next / 64;
        uint64_t mask = (((uint64_t)1 << (row - next)) - 1) << next % 64;
        size_t above = score -
                       (size_t)__builtin_popcountll(column->pv[w] & mask) +
                       (size_t)__builtin_popcountll(column->mv[w] & mask);
        size_t off = apart(all - row, left), other = apart(all - next, left);
        if (off + other == row - next) /* the diagonal is in between */
            off = 0;
        off = off < other ? off : other;
        size_t sum = score + above, step = row - next;
        if ((sum > step ? (sum - step) / 2 : 0) + off <= of->most)
            return false;
        score = above;
        row = next;
    }
    return true;
}

/** Whether all texts of a block are hopeless. */
static bool block_hopeless(const block *at, const comparison *of, band words,
                           size_t left)
{
    uint64_t pv[WORDS][IN_VECTOR], mv[WORDS][IN_VECTOR], score[IN_VECTOR];
    memcpy(pv, at->pv, sizeof pv);
    memcpy(mv, at->mv, sizeof mv);
    memcpy(score, &at->score, sizeof score);
    for (unsigned k = 0; k < IN_VECTOR; k++) {
        text_column column = { .score = (size_t)score[k] };
        for (unsigned w = words.first; w < words.end; w++) {
            column.pv[w] = pv[w][k];
            column.mv[w] = mv[w][k];
        }
        if (!column_hopeless(&column, of, words, left))
            return false;
    }
    return true;
}

static bool all_hopeless(const block *blocks, const comparison *of, band words,
                         size_t left)
{
    for (int z = 0; z < VECTORS; z++)
        if (!block_hopeless(&blocks[z], of, words, left) ||
            !(of->rows->count <= HXP_BLOCK_ROWS ||
              ALL_ABOVE(blocks[z].least, SET(of->most))))
            return false;
    return true;
}

/** The words that are near enough to the diagonal at character j. */
static inline band band_at(const comparison *of, size_t j, size_t seen)
{
    size_t first = j > of->most ? (j - of->most) / 64 : 0;
    size_t end = (j + of->most) / 64 + 1, all = (seen + 63) / 64;
    end = end < all ? end : all;
    first = first < end ? first : end - 1;
    return (band){ (unsigned)first, (unsigned)end,
                   end == all ? (unsigned)(seen - 1) % 64 : 63 };
}

/** Words that come into the band: at most what the rows above them have. */
static inline band widen(block *blocks, band from, band to)
{
    for (int z = 0; z < VECTORS; z++)
        for (unsigned w = from.end; w < to.end; w++) {
            blocks[z].pv[w] = SET(UINT64_MAX);
            blocks[z].mv[w] = SET(0);
            blocks[z].score =
                ADD(blocks[z].score, SET(w + 1 == to.end ? to.top + 1 : 64));
        }
    return to;
}

static inline void start(block *blocks, const comparison *of, band words,
                         size_t rest)
{
    const band none = { 0, 0, 0 };
    for (int z = 0; z < VECTORS; z++) {
        blocks[z].texts = of->texts + (size_t)z * IN_VECTOR;
        blocks[z].score = SET(0);
        blocks[z].least = SET(of->rows->count - rest + apart(rest, of->length));
    }
    widen(blocks, none, words);
}

/** The rows not seen cost what their number is off, at least. */
static inline void note_least(block *blocks, size_t off)
{
    for (int z = 0; z < VECTORS; z++)
        blocks[z].least = MIN(blocks[z].least, ADD(blocks[z].score, SET(off)));
}

/** Give the distances, or if hopeless that they are above most. */
static inline void finish(unsigned results[HXP_LANES], const block *blocks,
                          const comparison *of, bool hopeless)
{
    bool rest = of->rows->count > HXP_BLOCK_ROWS;
    for (int z = 0; z < VECTORS; z++)
        STORE(results + (size_t)z * IN_VECTOR,
              rest ? blocks[z].least : blocks[z].score);
    for (int i = 0; hopeless && i < HXP_LANES; i++)
        results[i] = of->most + 1;
}

/** Compare with a query of a few words of rows, all of them. */
static inline void run_short(unsigned results[HXP_LANES], const comparison *of,
                             unsigned words)
{
    const band all = { 0, words, (unsigned)(of->rows->count - 1) % 64 };
    bool hopeless = false;
    block blocks[VECTORS];
    start(blocks, of, all, 0);
    for (size_t j = 0; j < of->length && !hopeless; j++) {
        for (int z = 0; z < VECTORS; z++)
            block_advance(&blocks[z], of, j, all);
        hopeless =
            j % 8 == 7 && all_above(blocks, SET(of->most + of->length - 1 - j));
    }
    finish(results, blocks, of, hopeless);
}

/** Compare with a longer query, in a band. */
static void run_long(unsigned results[HXP_LANES], const comparison *of)
{
    size_t seen =
        of->rows->count < HXP_BLOCK_ROWS ? of->rows->count : HXP_BLOCK_ROWS;
    size_t rest = of->rows->count - seen, end = of->length;
    band now = band_at(of, 0, seen);
    bool hopeless = false;
    block blocks[VECTORS];
    /* what comes behind the end is too far from the diagonal */
    if (rest > 0 && seen + of->most + 1 < end)
        end = seen + of->most + 1;
    start(blocks, of, now, rest);
    for (size_t j = 0; j < end && !hopeless; j++) {
        size_t left = of->length - 1 - j;
        now = widen(blocks, now, band_at(of, j, seen));
        for (int z = 0; z < VECTORS; z++)
            block_advance(&blocks[z], of, j, now);
        if (rest > 0 && now.end == of->rows->words)
            note_least(blocks, apart(rest, left));
        hopeless = j % 16 == 15 && all_hopeless(blocks, of, now, left);
    }
    finish(results, blocks, of, hopeless);
}

static void distances(unsigned results[HXP_LANES], const hxp_rows *rows,
                      const uint8_t *const texts[HXP_LANES], size_t length,
                      unsigned most)
{
    comparison of = { rows, texts, length, most };
    if (rows->words <= 1)
        run_short(results, &of, 1);
    else if (rows->words == 2)
        run_short(results, &of, 2);
    else
        run_long(results, &of);
}
