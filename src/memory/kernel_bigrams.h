/* kernel_bigrams.h - which texts have enough pairs of a query near, written
 * once for all kernels that look into sets. The file that includes it defines
 * pair_tables, what pairs are looked up with, and make_tables(); and
 * other_bigrams(), how many pairs of a row the query has not near. */

static inline size_t keep_bigrams(uint32_t *numbers, size_t count,
                                  const hxp_code_rows *rows,
                                  const uint8_t *sets, unsigned most)
{
    enum { SOON = 8 };
    bool packed = rows->packed;
    size_t size = packed ? hxp_packed_size(rows->length) : rows->length;
    size_t kept = 0;
    const pair_tables tables = make_tables();
    for (size_t i = 0; i < count; i++) {
        const uint8_t *row =
            rows->bytes + (size_t)(numbers[i] - rows->first) * size;
        if (i + SOON < count) {
            const uint8_t *soon =
                rows->bytes + (size_t)(numbers[i + SOON] - rows->first) * size;
            _mm_prefetch((const char *)soon, _MM_HINT_T0);
            _mm_prefetch((const char *)soon + 63, _MM_HINT_T0);
        }
        numbers[kept] = numbers[i];
        kept +=
            other_bigrams(row, rows->length - 1, packed, sets, &tables) <= most;
    }
    return kept;
}

static size_t bigrams(uint32_t *numbers, size_t count,
                      const hxp_code_rows *rows, const hxp_bigrams *query,
                      unsigned most)
{
    /* what is known when compiling makes it faster */
    hxp_code_rows of = *rows;
    of.packed = true;
    if (rows->packed)
        return keep_bigrams(numbers, count, &of, query->sets, most);
    of.packed = false;
    return keep_bigrams(numbers, count, &of, query->sets, most);
}
