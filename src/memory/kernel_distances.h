/* kernel_distances.h - distances of several texts at once, written once for
 * all kernels. The file that includes it defines VECTOR and its operations,
 * and IN_VECTOR, the texts that one vector holds. */

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
    VECTOR score; /* in the last row */
    VECTOR least; /* that the whole distance can be, if rows are left */
    const uint8_t *const *texts;
} block;

/**
 * Go on by character j of the texts; words is how many words of
 * rows there are, top the bit of the last row.
 */
static inline void block_advance(block *at, const comparison *of, size_t j,
                                 unsigned words, unsigned top)
{
    VECTOR plus_in = SET(1), minus_in = SET(0);
    for (unsigned w = 0; w < words; w++) {
        VECTOR pv = at->pv[w], mv = at->mv[w];
        VECTOR equal = GATHER(of->rows, at->texts, j, w);
        VECTOR xv = OR(equal, mv);
        equal = OR(equal, minus_in);
        VECTOR xh = OR(XOR(ADD(AND(equal, pv), pv), pv), equal);
        VECTOR plus = OR(mv, NOR(xh, pv));
        VECTOR minus = AND(pv, xh);
        if (w + 1 == words)
            at->score = SUB(ADD(at->score, AND(RIGHT(plus, top), SET(1))),
                            AND(RIGHT(minus, top), SET(1)));
        VECTOR plus_out = RIGHT(plus, 63), minus_out = RIGHT(minus, 63);
        plus = OR(LEFT(plus, 1), plus_in);
        minus = OR(LEFT(minus, 1), minus_in);
        plus_in = plus_out;
        minus_in = minus_out;
        at->pv[w] = OR(minus, NOR(xv, plus));
        at->mv[w] = AND(plus, xv);
    }
}

/** Whether no text can come down to most any more; left: characters to go. */
static inline bool blocks_hopeless(const block *blocks, size_t rest,
                                   size_t left, unsigned most)
{
    VECTOR limit = SET(most + left);
    for (int z = 0; z < VECTORS; z++)
        if (!ALL_ABOVE(blocks[z].score, limit) ||
            (rest > 0 && !ALL_ABOVE(blocks[z].least, SET(most))))
            return false;
    return true;
}

static inline size_t apart(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

static inline void run_blocks(unsigned results[HXP_LANES], const comparison *of,
                              unsigned words)
{
    size_t length = of->length, all = of->rows->count;
    size_t seen = all < (size_t)64 * words ? all : (size_t)64 * words;
    size_t rest = all - seen;
    unsigned most = of->most;
    unsigned top = (unsigned)(seen - 1) % 64;
    block blocks[VECTORS];
    for (int z = 0; z < VECTORS; z++) {
        for (unsigned w = 0; w < words; w++) {
            blocks[z].pv[w] = SET(UINT64_MAX);
            blocks[z].mv[w] = SET(0);
        }
        blocks[z].texts = of->texts + (size_t)z * IN_VECTOR;
        blocks[z].score = SET(seen);
        blocks[z].least = SET(seen + apart(rest, length));
    }
    for (size_t j = 0; j < length; j++) {
        size_t left = length - 1 - j;
        for (int z = 0; z < VECTORS; z++) {
            block_advance(&blocks[z], of, j, words, top);
            /* the rows not seen cost what their number is off, at least */
            if (rest > 0)
                blocks[z].least =
                    MIN(blocks[z].least,
                        ADD(blocks[z].score, SET(apart(rest, left))));
        }
        if (j % 8 == 7 && blocks_hopeless(blocks, rest, left, most)) {
            for (int i = 0; i < HXP_LANES; i++)
                results[i] = most + 1;
            return;
        }
        if (rest > 0 && j >= seen + most)
            break; /* what comes is too far from the diagonal */
    }
    for (int z = 0; z < VECTORS; z++)
        STORE(results + (size_t)z * IN_VECTOR,
              rest > 0 ? blocks[z].least : blocks[z].score);
}

static void distances(unsigned results[HXP_LANES], const hxp_rows *rows,
                      const uint8_t *const texts[HXP_LANES], size_t length,
                      unsigned most)
{
    comparison of = { rows, texts, length, most };
    if (rows->count <= 64)
        run_blocks(results, &of, 1);
    else
        run_blocks(results, &of, 2);
}
