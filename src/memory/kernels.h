/* kernels.h - the inner loops of looking up, for several kinds of processor.
 */
#ifndef MEMORY_KERNELS_H
#define MEMORY_KERNELS_H

#include "memory/bigrams.h"
#include "memory/packing.h"

#include <hexapla/memory.h>

enum {
    HXP_CLASSES = 32,        /* of letters, ... */
    HXP_COMMON_CLASSES = 16, /* ... of which the first ones are commoner */
    HXP_MOST_COMMON = 15,    /* times that a common class is counted ... */
    HXP_MOST_RARE = 3,       /* ... and another one */
    HXP_TOGETHER = 32,       /* texts whose signatures are in one block */
    HXP_COMMON_ROWS = HXP_COMMON_CLASSES / 2, /* of bytes, one a text */
    HXP_RARE_ROWS = (HXP_CLASSES - HXP_COMMON_CLASSES) / 4,
    HXP_COMMON_SIGNATURES = HXP_COMMON_ROWS * HXP_TOGETHER, /* bytes, ... */
    HXP_WHOLE_SIGNATURES = /* ... those of whole texts, ... */
    HXP_COMMON_SIGNATURES + HXP_RARE_ROWS * HXP_TOGETHER,
    HXP_GROUP = 16, /* blocks whose whole texts come before their halves */
    HXP_GROUPED = HXP_GROUP * HXP_TOGETHER, /* texts */
    HXP_HALVES_BEHIND = HXP_GROUP * HXP_WHOLE_SIGNATURES,
    HXP_SIGNATURES = 2 * HXP_HALVES_BEHIND, /* ... all bytes of a group */
    HXP_LANES = 8,                 /* texts that are compared at once */
    HXP_ROWS = HXP_LOOKUP_LONGEST, /* characters of the longest query */
    HXP_WORD_ROWS = 56, /* whose bits are in one word, wherever it begins */
    HXP_PAIR_GAP = 15,
    HXP_MARKS = 4,         /* sets of codes that are looked for together */
    HXP_BEHIND = 31,       /* bytes that may be read behind rows */
    HXP_NUMBERS_BEHIND = 3 /* numbers that may be written behind texts' */
};

/**
 * The characters of a query, as bits: for each symbol where it stands. All
 * zero is one to begin with.
 */
typedef struct hxp_rows {
    size_t count;
    unsigned symbol; /* 1 << symbol bytes are for each, zeros at both ends */
    size_t last;     /* the byte of the last 64 bits of a symbol, zeros */
    uint8_t *bits;
    size_t room;
} hxp_rows;

/** Set rows for a query of count symbols, at most HXP_ROWS. False: no memory.
 */
bool hxp_rows_make(hxp_rows *rows, const uint8_t *symbols, size_t count);

/** Free what rows hold. */
void hxp_rows_free(hxp_rows *rows);

/** What is counted: the whole text, its first half, the rest. */
typedef enum hxp_text_part { HXP_WHOLE, HXP_FIRST, HXP_SECOND } hxp_text_part;

enum { HXP_TEXT_PARTS = HXP_SECOND + 1 };

/** How often the classes of letters occur in a query and in its halves. */
typedef struct hxp_letters {
    /** Each many times. */
    uint8_t counts[HXP_TEXT_PARTS][HXP_CLASSES][HXP_TOGETHER];
    /** For half a byte, two of the rarer classes: by how many letters a text
     * is apart, one that is not longer, or one that is. */
    uint8_t apart[2][HXP_TEXT_PARTS][2][HXP_RARE_ROWS][16];
} hxp_letters;

/** The most that a class is counted. */
static inline uint8_t hxp_most_of_class(size_t i)
{
    return i < HXP_COMMON_CLASSES ? HXP_MOST_COMMON : HXP_MOST_RARE;
}

/**
 * Signatures of texts, in blocks of HXP_TOGETHER of them: how often each class
 * occurs, and how often in the first half. HXP_TOGETHER bytes, a row with one
 * for each text, hold two common classes, or four of the others: the lowest
 * bits of all rows the first ones, then come the next ones. The most that is
 * counted may be more. HXP_GROUP blocks are a group: for all of them first what
 * whole texts have, since of many nothing else is read, then the first halves.
 */
typedef struct hxp_signatures {
    const uint8_t *groups;
    size_t first, end; /* the numbers of the texts that are meant */
    bool longer;       /* than the query */
} hxp_signatures;

enum { /* blocks that the cache gets before they are used */
       HXP_BLOCKS_SOON = 7,
       HXP_TEXTS_SOON = HXP_BLOCKS_SOON * HXP_TOGETHER
};

/** Where the block of the text with a number begins. */
static inline const uint8_t *hxp_block_at(const uint8_t *groups, size_t text)
{
    return groups + text / HXP_GROUPED * HXP_SIGNATURES +
           text % HXP_GROUPED / HXP_TOGETHER * HXP_WHOLE_SIGNATURES;
}

/** Have the cache get the signatures of a block for whole texts. */
static inline void hxp_prefetch_signatures(const uint8_t *block)
{
    enum { LINE = 64 };
    for (size_t i = 0; i < HXP_WHOLE_SIGNATURES; i += LINE)
        __builtin_prefetch(block + i);
}

/** The most letters by which texts may differ; 255 and more are any number. */
typedef struct hxp_letter_limits {
    unsigned whole;
    unsigned halves; /* where the first classes count by halves */
} hxp_letter_limits;

/** Two sets of bytes, one for a byte and one for that gap bytes behind it. */
typedef struct hxp_pair_sets {
    size_t gap;      /* at most HXP_PAIR_GAP */
    uint8_t in[256]; /* 1: the byte is in the first set, 2: in the second */
    /** The same by halves of bytes: bit h of [s][t][l] tells whether the byte
     * with the lower half l and the upper half 8 * t + h is in set s. */
    uint8_t halves[2][2][16];
} hxp_pair_sets;

/** Add a byte to a set, 0 or 1; sets are all zero before. */
static inline void hxp_pair_add(hxp_pair_sets *sets, int set, uint8_t byte)
{
    sets->in[byte] |= (uint8_t)(1 << set);
    sets->halves[set][byte >> 7][byte & 15] |= (uint8_t)(1 << (byte >> 4 & 7));
}

/** Rows of as many bytes each, numbered from first on. */
typedef struct hxp_byte_rows {
    const uint8_t *bytes; /* HXP_BEHIND more lie behind the last */
    size_t length;
    uint32_t first;
} hxp_byte_rows;

/** Sets of codes of packed rows, and how far behind the first each is. */
typedef struct hxp_code_marks {
    size_t count;
    size_t behind[HXP_MARKS];  /* at most 31; the first: 0 */
    uint8_t in[HXP_MARKS][16]; /* bit q of byte l: code 16 q + l is in it */
} hxp_code_marks;

/** Add a code to set number i, which is all zero before. */
static inline void hxp_mark_add(hxp_code_marks *marks, size_t i, uint8_t code)
{
    marks->in[i][code & 15] |= (uint8_t)(1 << (code >> 4));
}

/**
 * Texts of as many codes each, packed or the lowest six bits of a byte each,
 * numbered from first on; HXP_PACKED_BEHIND bytes lie behind.
 */
typedef struct hxp_code_rows {
    const uint8_t *bytes;
    size_t length;
    bool packed;
    uint32_t first;
} hxp_code_rows;

/** Packed rows of as many codes each; HXP_PACKED_BEHIND bytes lie behind. */
typedef struct hxp_packed_rows {
    const uint8_t *bytes;
    size_t count;
    size_t length;
} hxp_packed_rows;

/** Loops that give the same results everywhere. */
typedef struct hxp_kernels {
    const char *name;
    bool bigrams_in_sets; /* the form that bigrams() reads */
    /**
     * Write to out the numbers of the texts that lack at most as many letters
     * of the query as limits tell or, of shorter ones, that have at most as
     * many that the query lacks. Returns how many; HXP_NUMBERS_BEHIND more may
     * be written.
     */
    size_t (*letters)(uint32_t *out, const hxp_letters *query,
                      const hxp_signatures *texts,
                      const hxp_letter_limits *limits);
    /**
     * Keep those of count numbers of rows that have at most most pairs of
     * neighbouring codes where query has no such pair near; others may be
     * kept, too.
     */
    size_t (*bigrams)(uint32_t *numbers, size_t count,
                      const hxp_code_rows *rows, const hxp_bigrams *query,
                      unsigned most);
    /**
     * Keep those of count numbers whose rows have at most most bytes that are
     * not in the first of sets.
     */
    size_t (*members)(uint32_t *numbers, size_t count,
                      const hxp_byte_rows *rows, const hxp_pair_sets *sets,
                      unsigned most);
    /** The same of the first count numbers; writes those that are kept. */
    size_t (*members_of_all)(uint32_t *out, size_t count,
                             const hxp_byte_rows *rows,
                             const hxp_pair_sets *sets, unsigned most);
    /**
     * Distances of HXP_LANES texts of one length, at most HXP_ROWS, to the
     * query; what exceeds most may be any number above it.
     */
    void (*distances)(unsigned results[HXP_LANES], const hxp_rows *rows,
                      const uint8_t *const texts[HXP_LANES], size_t length,
                      unsigned most);
    /**
     * The first of count bytes that is in the first set and has one of the
     * second gap bytes behind it, or count; as many bytes lie behind the last.
     */
    size_t (*pair)(const uint8_t *bytes, size_t count,
                   const hxp_pair_sets *sets);
    /**
     * Write the count symbols that were packed; to has HXP_UNPACKED_BEHIND
     * bytes more than they take, and packed HXP_PACKED_BEHIND.
     */
    void (*unpack)(uint8_t *to, const hxp_packing *packing,
                   const uint8_t *packed, size_t count);
    /**
     * The first of rows, from number from on, that has codes of all sets as
     * far apart as they are, or how many rows there are.
     */
    size_t (*marked_row)(const hxp_packed_rows *rows, size_t from,
                         const hxp_code_marks *marks);
} hxp_kernels;

/** The kernels that this processor can run, the fastest first; NULL ends. */
const hxp_kernels *hxp_kernels_at(size_t i);

extern const hxp_kernels hxp_kernels_plain;
#if defined(__x86_64__)
extern const hxp_kernels hxp_kernels_sse2;
extern const hxp_kernels hxp_kernels_avx2;
extern const hxp_kernels hxp_kernels_avx512;
#endif

#endif
