/* kernel_letters.h - which texts have enough letters of a query, written once
 * for all kernels. The file that includes it defines LIMIT, what sums of
 * letters are compared with, and LIMIT_OF(most); and two functions that give a
 * bit for each text of a block that is within a limit: whole_within(), by whole
 * texts, and halves_within(), by both halves.
 *
 * Blocks that pass by whole texts come next only after others have been looked
 * at: meanwhile the cache gets what is known of their halves. */

enum { NEAR_BLOCKS = 16 };

/** Blocks with texts that lack few letters in all. */
typedef struct near_blocks {
    size_t count;
    size_t first[NEAR_BLOCKS];   /* the numbers of their texts */
    uint32_t texts[NEAR_BLOCKS]; /* a bit for each of these texts */
} near_blocks;

/** Look at the next blocks, from the one with text number at on; returns the
 * number of the text that comes then. */
static inline size_t find_near(near_blocks *near, const hxp_letters *query,
                               const hxp_signatures *texts, size_t at,
                               LIMIT limit)
{
    near->count = 0;
    for (size_t i = 0; i < NEAR_BLOCKS && at < texts->end; i++) {
        size_t first = at / HXP_TOGETHER * HXP_TOGETHER;
        const uint8_t *block = hxp_block_at(texts->groups, first);
        if (at + HXP_TEXTS_SOON < texts->end)
            hxp_prefetch_signatures(
                hxp_block_at(texts->groups, at + HXP_TEXTS_SOON));
        uint32_t bits = hxp_bits_between(at - first, texts->end - first) &
                        whole_within(block, query, limit, texts->longer);
        near->first[near->count] = first;
        near->texts[near->count] = bits;
        near->count += bits != 0;
        if (bits != 0)
            hxp_prefetch_signatures(block + HXP_HALVES_BEHIND);
        at = first + HXP_TOGETHER;
    }
    return at;
}

/** Append the numbers of the texts of a block, from first on, that have a bit.
 * A few are written whether they are there or not: no branch depends on how
 * many there are, which nobody can foretell. */
static inline size_t put_numbers(uint32_t *out, uint32_t bits, size_t first)
{
    const uint64_t none = (uint64_t)1 << HXP_TOGETHER;
    uint64_t left = bits | none;
    size_t count = (size_t)__builtin_popcount(bits), i = 0;
    for (; i < HXP_NUMBERS_BEHIND; i++, left = (left & (left - 1)) | none)
        out[i] = (uint32_t)(first + (size_t)__builtin_ctzll(left));
    for (; i < count; i++, left &= left - 1)
        out[i] = (uint32_t)(first + (size_t)__builtin_ctzll(left));
    return count;
}

static inline size_t keep_near(uint32_t *out, const hxp_letters *query,
                               const hxp_signatures *texts,
                               const LIMIT limits[2])
{
    near_blocks near;
    size_t kept = 0;
    for (size_t at = texts->first; at < texts->end;) {
        at = find_near(&near, query, texts, at, limits[0]);
        for (size_t i = 0; i < near.count; i++) {
            size_t first = near.first[i];
            uint32_t bits = near.texts[i] &
                            halves_within(hxp_block_at(texts->groups, first),
                                          query, limits[1], texts->longer);
            kept += put_numbers(out + kept, bits, first);
        }
    }
    return kept;
}

static size_t letters(uint32_t *out, const hxp_letters *query,
                      const hxp_signatures *texts,
                      const hxp_letter_limits *limits)
{
    const LIMIT most[] = { LIMIT_OF(limits->whole), LIMIT_OF(limits->halves) };
    /* what is known when compiling makes it faster */
    hxp_signatures of = *texts;
    of.longer = true;
    if (texts->longer)
        return keep_near(out, query, &of, most);
    of.longer = false;
    return keep_near(out, query, &of, most);
}
