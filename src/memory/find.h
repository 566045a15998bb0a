/* find.h - the texts of indexes that are most like a query. */
#ifndef MEMORY_FIND_H
#define MEMORY_FIND_H

#include "memory/bigrams.h"
#include "memory/distance.h"
#include "memory/index.h"
#include "memory/numbering.h"

/** Room for positions of a cell. */
typedef struct hxp_position_room {
    uint32_t *positions;
    size_t room;
} hxp_position_room;

/** Bigrams of the query for texts of some lengths that are searched. */
typedef struct hxp_near_bigrams {
    size_t shortest, longest; /* of the texts; 0: none are */
    hxp_bigrams bigrams;
} hxp_near_bigrams;

enum { HXP_FIND_PARTS = 32 }; /* indexes, most often one or two */

/** A distance and the length of the longer text. */
typedef struct hxp_difference {
    uint32_t distance;
    uint32_t longer;
} hxp_difference;

/** True when a is the smaller share. */
static inline bool hxp_difference_below(hxp_difference a, hxp_difference b)
{
    return (uint64_t)a.distance * b.longer < (uint64_t)b.distance * a.longer;
}

/** 1 - the difference, in whole percent, rounded down. */
static inline unsigned hxp_similarity(hxp_difference difference)
{
    return (unsigned)((uint64_t)(difference.longer - difference.distance) *
                      100 / difference.longer);
}

/** A text that was found. */
typedef struct hxp_hit {
    uint32_t id; /* of its unit */
    uint32_t position;
    uint16_t class_number;
    uint16_t part;
    hxp_difference characters;
    hxp_difference words;
    hxp_difference best; /* the smaller of the two */
} hxp_hit;

/** Gives the caseless text of a unit that stands at a position. */
typedef hxp_status hxp_text_giver(void *context, hxp_characters *characters,
                                  const hxp_hit *hit, hxp_error *error);

/** Compares by characters what symbols do not tell apart. */
typedef struct hxp_exact {
    hxp_characters other;
    hxp_pattern characters;
    hxp_pattern words;
    hxp_tokens tokens[2]; /* of the query, of the other text */
    hxp_numbering numbering;
    uint32_t *numbers;
    size_t room;
} hxp_exact;

/** Finds texts; all zero but the first members is one to begin with. */
typedef struct hxp_finder {
    const hxp_kernels *kernels;
    const hxp_index *parts[HXP_FIND_PARTS]; /* NULL: there is none */
    const bool *wanted[HXP_FIND_PARTS];     /* by class */
    const int64_t *removed;                 /* ids that are gone, rising */
    size_t removed_count;
    uint32_t end;         /* ids from this on are passed over; 0: none are */
    hxp_text_giver *give; /* asked where symbols do not tell all */
    void *context;

    /* the query */
    const hxp_characters *query;
    hxp_difference limit; /* what is more different is not looked for */
    size_t most;          /* hits */
    bool all_equal;       /* hits without difference may be more */
    hxp_similarity_kind by;

    /* of the index that is being searched */
    hxp_similarity_kind way; /* words or characters */
    size_t part;
    const hxp_index *index;
    uint8_t *symbols;
    size_t symbol_room;
    bool shared; /* there are shared symbols in the query */
    hxp_tokens tokens;
    hxp_rows rows;
    hxp_rows word_rows;
    hxp_pattern character_pattern;
    hxp_pattern word_pattern;
    /* for shorter texts and for longer ones, as symbols and packed */
    hxp_near_bigrams *near_bigrams;

    /* room to work in */
    uint32_t *positions;
    size_t position_room;
    hxp_position_room sieved[2]; /* for two cells by turns */
    bool turn;
    uint8_t *text; /* HXP_LANES of them */
    size_t text_room;
    hxp_tokens other_tokens;
    uint32_t *numbers;
    size_t number_room;
    hxp_numbering numbering; /* of the query's words */
    hxp_exact exact;

    hxp_hit *hits; /* the most alike first */
    size_t count, room;
} hxp_finder;

/**
 * Find the texts most like query, in finder->hits: at most most, none more
 * different than limit; of equally different ones those with the highest ids.
 */
hxp_status hxp_find(hxp_finder *finder, const hxp_characters *query,
                    hxp_difference limit, size_t most, hxp_error *error);

void hxp_finder_free(hxp_finder *finder);

/** Whether id is one of count that are gone, which rise. */
bool hxp_find_is_removed(const int64_t *removed, size_t count, uint32_t id);

/* --- For the ways of finding ---------------------------------------------- */

/** The largest distance that still is of use for texts of longer's length. */
size_t hxp_find_most(const hxp_finder *finder, size_t longer);

/** Judge the text at a position, and keep it if it is like enough. */
hxp_status hxp_find_judge(hxp_finder *finder, uint32_t position,
                          hxp_error *error);

/** Set which difference of a hit counts. */
void hxp_find_weigh(hxp_hit *hit, const hxp_finder *finder);

/** Judge a hit by characters; what finder->give gives. */
hxp_status hxp_find_judge_exactly(hxp_hit *hit, hxp_finder *finder,
                                  hxp_error *error);

void hxp_exact_free(hxp_exact *exact);

/** Free the bigrams of the query. */
void hxp_find_free_bigrams(hxp_finder *finder);

/** Find texts whose characters are alike. */
hxp_status hxp_find_by_characters(hxp_finder *finder, hxp_error *error);

/** Find texts whose words are alike. */
hxp_status hxp_find_by_words(hxp_finder *finder, hxp_error *error);

/**
 * The distance of the words of a text to those of the query, by symbols;
 * above most it may be any number above it.
 */
hxp_status hxp_find_word_distance(size_t *distance, hxp_finder *finder,
                                  hxp_index_row row, size_t most,
                                  hxp_error *error);

#endif
