/* kernel_wide_letters.h - how many letters texts lack of a query, or have too
 * many, written once for processors with AVX2 and AVX-512. The file that
 * includes it defines WIDE, a vector of whole rows of a block of signatures,
 * and its operations on bytes:
 *
 *     LOAD(bytes), LOW(a), HIGH(a)    rows; their lower and upper halves
 *     ADDS(a, b), SUBS(a, b)          that end at 255 and at 0
 *     SUB(a, b), AND(a, b), OR(a, b), BYTES(byte), DOUBLED(a)
 *     HALVED(a)                       two bytes each as one number
 *     LOOK_UP(tables, a)              what 16 bytes for each row have for a
 *     TABLES(rows)                    those tables, of rows side by side
 *     SUBS_UNLESS(full, a, b, of)     SUBS(a, b), or 0 where of is full
 *     AT_MOST(sums, limit)            a bit for each text whose rows in all are
 *
 * and LIMIT, as kernel_letters.h tells, which comes with it. */

enum {
    AT_ONCE = sizeof(WIDE) / HXP_TOGETHER, /* rows */
    COMMON = HXP_COMMON_ROWS
};

/** The letters of classes that texts lack, or have too many. */
static inline WIDE apart(const uint8_t *query, WIDE text, bool longer)
{
    return longer ? SUBS(LOAD(query), text) : SUBS(text, LOAD(query));
}

/** The same, by halves. In its second half a class that is full may have more;
 * then longer texts lack nothing. */
static inline WIDE halves_apart(const hxp_letters *query, size_t i, WIDE all,
                                WIDE first, bool longer)
{
    WIDE second = SUB(all, first), wanted = LOAD(query->counts[HXP_SECOND][i]);
    return ADDS(apart(query->counts[HXP_FIRST][i], first, longer),
                longer ? SUBS_UNLESS(HXP_MOST_COMMON, wanted, second, all)
                       : SUBS(second, wanted));
}

/** The letters of the common classes. */
static inline WIDE common_apart(const uint8_t *block, const hxp_letters *query,
                                bool longer)
{
    const uint8_t(*counts)[HXP_TOGETHER] = query->counts[HXP_WHOLE];
    WIDE sums[] = { BYTES(0), BYTES(0) };
    for (size_t i = 0; i < COMMON; i += AT_ONCE) {
        WIDE all = LOAD(block + i * HXP_TOGETHER);
        sums[0] = ADDS(sums[0], apart(counts[i], LOW(all), longer));
        sums[1] = ADDS(sums[1], apart(counts[COMMON + i], HIGH(all), longer));
    }
    return ADDS(sums[0], sums[1]);
}

/** The same, by halves. */
static inline WIDE common_halves(const uint8_t *block, const hxp_letters *query,
                                 bool longer)
{
    WIDE sums = BYTES(0);
    for (size_t i = 0; i < COMMON; i += AT_ONCE) {
        WIDE all = LOAD(block + i * HXP_TOGETHER);
        WIDE first = LOAD(block + HXP_HALVES_BEHIND + i * HXP_TOGETHER);
        sums = ADDS(sums, halves_apart(query, i, LOW(all), LOW(first), longer));
        sums = ADDS(sums, halves_apart(query, COMMON + i, HIGH(all),
                                       HIGH(first), longer));
    }
    return sums;
}

/** The letters of the rarer classes of row i, and of those beside it. */
static inline WIDE four_apart(WIDE four, size_t i,
                              const uint8_t apart[2][HXP_RARE_ROWS][16])
{
    return ADDS(LOOK_UP(TABLES(apart[0] + i), LOW(four)),
                LOOK_UP(TABLES(apart[1] + i), HIGH(four)));
}

/** The letters of all of the rarer classes. */
static inline WIDE rare_apart(const uint8_t *block, const hxp_letters *query,
                              bool longer)
{
    WIDE sums = BYTES(0);
    block += HXP_COMMON_SIGNATURES;
    for (size_t i = 0; i < HXP_RARE_ROWS; i += AT_ONCE)
        sums = ADDS(sums, four_apart(LOAD(block + i * HXP_TOGETHER), i,
                                     query->apart[longer][HXP_WHOLE]));
    return sums;
}

/** The same, by halves. */
static inline WIDE rare_halves(const uint8_t *block, const hxp_letters *query,
                               bool longer)
{
    WIDE sums = BYTES(0);
    block += HXP_COMMON_SIGNATURES;
    for (size_t i = 0; i < HXP_RARE_ROWS; i += AT_ONCE) {
        WIDE all = LOAD(block + i * HXP_TOGETHER);
        WIDE first = LOAD(block + HXP_HALVES_BEHIND + i * HXP_TOGETHER);
        WIDE second = SUB(all, first);
        if (longer) { /* as above: both bits of what is full */
            WIDE full = AND(AND(all, BYTES(0x55)), HALVED(all));
            second = OR(second, OR(full, DOUBLED(full)));
        }
        sums =
            ADDS(sums, four_apart(first, i, query->apart[longer][HXP_FIRST]));
        sums =
            ADDS(sums, four_apart(second, i, query->apart[longer][HXP_SECOND]));
    }
    return sums;
}

static inline uint32_t whole_within(const uint8_t *block,
                                    const hxp_letters *query, LIMIT limit,
                                    bool longer)
{
    return AT_MOST(ADDS(common_apart(block, query, longer),
                        rare_apart(block, query, longer)),
                   limit);
}

static inline uint32_t halves_within(const uint8_t *block,
                                     const hxp_letters *query, LIMIT limit,
                                     bool longer)
{
    return AT_MOST(ADDS(common_halves(block, query, longer),
                        rare_halves(block, query, longer)),
                   limit);
}

#include "memory/kernel_letters.h"
