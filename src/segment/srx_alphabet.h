/* srx_alphabet.h - the characters as patterns tell them apart. */
#ifndef SEGMENT_SRX_ALPHABET_H
#define SEGMENT_SRX_ALPHABET_H

#include <hexapla/base.h>

#include <unicode/uset.h>

/** Sets that are always there, for what stands around a place. */
enum {
    HXP_SET_ALL,
    HXP_SET_WORD,    /* as \w */
    HXP_SET_EXTEND,  /* passed over where words begin and end */
    HXP_SET_NEWLINE, /* ends a line */
    HXP_SET_FIRST    /* the first set of a pattern */
};

/** Flags of a class. */
enum { HXP_CLASS_WORD = 1, HXP_CLASS_EXTEND = 2, HXP_CLASS_NEWLINE = 4 };

/**
 * Sets of characters and, once sealed, the classes that they form: characters
 * of one class are in the same sets.
 */
typedef struct hxp_alphabet {
    USet **sets;
    size_t set_count, set_capacity;

    uint32_t class_count;
    int32_t *samples;   /* a character of each class */
    uint8_t *flags;     /* of each class */
    uint8_t *member;    /* of each set, for each class */
    uint16_t *blocks;   /* classes of 256 characters */
    uint32_t *block_of; /* of each 256 characters, the place in blocks */
} hxp_alphabet;

/** Make an alphabet with the sets that are always there. */
hxp_status hxp_alphabet_init(hxp_alphabet *alphabet, hxp_error *error);

/**
 * Add a set, or find an equal one; *id is its number. The alphabet owns set
 * from now on, also when this fails. HXP_ELIMIT: there are too many, or the
 * alphabet is sealed.
 */
hxp_status hxp_alphabet_add(uint32_t *id, hxp_alphabet *alphabet, USet *set,
                            hxp_error *error);

/** Form the classes; no new set is taken then. HXP_ELIMIT: too many. */
hxp_status hxp_alphabet_seal(hxp_alphabet *alphabet, hxp_error *error);

/** The class of a character; of one that is not valid, U+FFFD's. */
static inline uint32_t hxp_class_of(const hxp_alphabet *alphabet, int32_t c)
{
    uint32_t code = c < 0 ? 0xFFFD : (uint32_t)c;
    return alphabet->blocks[alphabet->block_of[code >> 8] + (code & 0xFF)];
}

static inline bool hxp_set_has(const hxp_alphabet *alphabet, uint32_t set,
                               uint32_t class)
{
    return alphabet->member[(size_t)set * alphabet->class_count + class];
}

void hxp_alphabet_free(hxp_alphabet *alphabet);

#endif
