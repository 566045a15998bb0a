/* word_shares.c - deals out buckets to the first letters of words. */
#include "memory/word_shares.h"

#include <stdlib.h>

enum { ALL_SHARES = 1 << HXP_SHARE_LETTERS * HXP_SHARE_LETTER_BITS };

struct hxp_share_counter {
    uint32_t words[ALL_SHARES];
    uint64_t seen[1 << 14]; /* a bit for some words each */
};

hxp_share_counter *hxp_share_counter_new(void)
{
    return calloc(1, sizeof(hxp_share_counter));
}

void hxp_share_counter_add(hxp_share_counter *counter, const uint32_t *keys,
                           size_t count)
{
    enum { BITS = 6 + 14 };
    for (size_t i = 0; i < count; i++) {
        uint32_t bit = keys[i] * 0x9E3779B1 >> (32 - BITS);
        uint64_t mask = (uint64_t)1 << bit % 64;
        uint64_t *seen = &counter->seen[bit / 64];
        counter->words[keys[i] >> HXP_SHARE_HASH_BITS] += !(*seen & mask);
        *seen |= mask;
    }
}

uint32_t *hxp_share_counter_deal(const hxp_share_counter *counter,
                                 uint32_t buckets)
{
    enum { WEIGHT = 16 }; /* of a word; words not seen count, too */
    size_t count = hxp_share_count(buckets), each = ALL_SHARES / count;
    uint64_t all = ALL_SHARES, before = 0;
    uint64_t parts = (uint64_t)buckets * HXP_SHARE_PARTS - 1;
    uint32_t *starts = calloc(count + 1, sizeof *starts);
    for (size_t i = 0; i < ALL_SHARES; i++)
        all += (uint64_t)WEIGHT * counter->words[i];
    for (size_t i = 0; starts && i < ALL_SHARES; i++) {
        if (i % each == 0)
            starts[i / each] = (uint32_t)(parts * before / all);
        before += 1 + (uint64_t)WEIGHT * counter->words[i];
    }
    if (starts)
        starts[count] = (uint32_t)parts;
    return starts;
}

void hxp_share_counter_free(hxp_share_counter *counter)
{
    free(counter);
}

hxp_bucket_range hxp_buckets_of_beginning(hxp_word_shares shares,
                                          const uint8_t *bare, size_t count)
{
    uint32_t first = 0, last = 0;
    for (size_t i = 0; i < HXP_SHARE_LETTERS; i++) {
        first = first << HXP_SHARE_LETTER_BITS | (i < count ? bare[i] & 31 : 0);
        last = last << HXP_SHARE_LETTER_BITS | (i < count ? bare[i] & 31 : 31);
    }
    first = first << HXP_SHARE_HASH_BITS >> shares.shift;
    last = last << HXP_SHARE_HASH_BITS >> shares.shift;
    return (hxp_bucket_range){ shares.starts[first] / HXP_SHARE_PARTS,
                               shares.starts[last + 1] / HXP_SHARE_PARTS };
}

bool hxp_word_shares_hold(const uint32_t *starts, uint32_t buckets)
{
    size_t count = hxp_share_count(buckets);
    for (size_t i = 0; i < count; i++)
        if (starts[i] > starts[i + 1])
            return false;
    return starts[0] == 0 && buckets > 0 && buckets <= HXP_MOST_BUCKETS &&
           starts[count] == buckets * HXP_SHARE_PARTS - 1;
}
