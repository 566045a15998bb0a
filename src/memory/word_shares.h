/* word_shares.h - which bucket a word's list is in. Buckets are dealt out to
 * the first letters of words, the more of them the more words begin so: lists
 * of words that begin alike stand side by side. */
#ifndef MEMORY_WORD_SHARES_H
#define MEMORY_WORD_SHARES_H

#include <hexapla/base.h>

#include <stddef.h>
#include <stdint.h>

enum {
    HXP_SHARE_LETTERS = 3,      /* that count at most */
    HXP_SHARE_LETTER_BITS = 5,  /* of a symbol */
    HXP_SHARE_HASH_BITS = 17,   /* of a key, behind those of its letters */
    HXP_SHARE_PARTS = 1 << 8,   /* of a bucket: shares end within one, too */
    HXP_MOST_BUCKETS = 1 << 23, /* so that parts can be counted */
};

/** The key of a word: its first letters, then a part of its hash; first are
 * its first symbols without accents, the first one the lowest byte, zeros
 * behind the last. */
static inline uint32_t hxp_word_key(uint64_t first, uint64_t hash)
{
    return (uint32_t)((first & 31) << 27 | (first >> 8 & 31) << 22 |
                      (first >> 16 & 31) << HXP_SHARE_HASH_BITS |
                      hash >> (64 - HXP_SHARE_HASH_BITS));
}

/** How many letters count where there are so many buckets: the table of shares
 * takes at most about as much room as that of lists. */
static inline unsigned hxp_share_letters(uint32_t buckets)
{
    enum { TWO = 1 << 9, THREE = 1 << 14 };
    return 1u + (buckets >= TWO) + (buckets >= THREE);
}

/** How many shares there are then. */
static inline size_t hxp_share_count(uint32_t buckets)
{
    return (size_t)1 << HXP_SHARE_LETTER_BITS * hxp_share_letters(buckets);
}

/** Where the shares start, in parts of buckets, and one more. */
typedef struct hxp_word_shares {
    const uint32_t *starts;
    unsigned shift; /* of keys, for the numbers of shares */
} hxp_word_shares;

static inline hxp_word_shares hxp_word_shares_of(const uint32_t *starts,
                                                 uint32_t buckets)
{
    return (hxp_word_shares){ starts, 32 - HXP_SHARE_LETTER_BITS *
                                               hxp_share_letters(buckets) };
}

/** The bucket of a word, by its key. */
static inline uint32_t hxp_bucket_of(hxp_word_shares shares, uint32_t key)
{
    const uint32_t *start = shares.starts + (key >> shares.shift);
    uint64_t hash = key & ((1u << HXP_SHARE_HASH_BITS) - 1);
    uint64_t size = start[1] - start[0];
    return (uint32_t)(start[0] + (size * hash >> HXP_SHARE_HASH_BITS)) /
           HXP_SHARE_PARTS;
}

/** The first and the last bucket of some words. */
typedef struct hxp_bucket_range {
    uint32_t first, last;
} hxp_bucket_range;

/** The buckets of all words that begin with count symbols. */
hxp_bucket_range hxp_buckets_of_beginning(hxp_word_shares shares,
                                          const uint8_t *bare, size_t count);

/** Whether starts are those of shares of so many buckets. */
bool hxp_word_shares_hold(const uint32_t *starts, uint32_t buckets);

/** Counts words to deal out buckets. */
typedef struct hxp_share_counter hxp_share_counter;

/** NULL: no memory. */
hxp_share_counter *hxp_share_counter_new(void);

/** Count the words with these keys; each word counts once. */
void hxp_share_counter_add(hxp_share_counter *counter, const uint32_t *keys,
                           size_t count);

/** Deal out buckets; the caller frees what is given. NULL: no memory. */
uint32_t *hxp_share_counter_deal(const hxp_share_counter *counter,
                                 uint32_t buckets);

void hxp_share_counter_free(hxp_share_counter *counter);

#endif
