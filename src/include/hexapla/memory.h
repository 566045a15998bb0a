/* memory.h - stores of units: adding to them, reading them. */
#ifndef HEXAPLA_MEMORY_H
#define HEXAPLA_MEMORY_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the SQLite in use, such as "3.40.1". Static; never freed. */
HXP_API const char *hxp_sqlite_version(void);

/** The version of libpq in use, such as 150005 for 15.5; 0: not installed. */
HXP_API int hxp_libpq_version(void);

/* --- Stores --------------------------------------------------------------- */

/**
 * A store: one or more memories, each a named set of units. Several processes
 * may use it at the same time, one of them writing.
 */
typedef struct hxp_memory hxp_memory;

typedef enum hxp_memory_mode {
    HXP_MEMORY_READ,  /* also where nothing can be written */
    HXP_MEMORY_WRITE, /* it must be there */
    HXP_MEMORY_CREATE /* it is made if it is not */
} hxp_memory_mode;

/**
 * Open the store at path: a SQLite file, or a PostgreSQL database when path is
 * an address that begins with postgresql:// or postgres://, as libpq takes it.
 * One of an older version of Hexapla is brought up to date when it is opened
 * for writing.
 *
 * Fails with HXP_EINPUT when there is none, when the file is not a store, is
 * damaged or was made by a newer version; with HXP_ESYSTEM when it cannot be
 * written, another process does not let go of it, or a server cannot be
 * reached. A message never tells a password. On HXP_OK the caller owns
 * *out and frees it with hxp_memory_close(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_memory_open(hxp_memory **out, const char *path,
                                   hxp_memory_mode mode, hxp_error *error);

/** Close the store; NULL is allowed. */
HXP_API void hxp_memory_close(hxp_memory *memory);

/**
 * The path of the store, or its address without passwords. It lives as long as
 * the store.
 */
HXP_API const char *hxp_memory_path(const hxp_memory *memory);

/** Who opens, finishes and closes a file; as the functions of base.h do. */
typedef struct hxp_memory_files {
    hxp_status (*open)(hxp_output **out, const char *path, hxp_error *error);
    hxp_status (*finish)(hxp_output *output, hxp_error *error); /* and close */
    void (*close)(hxp_output *output);
} hxp_memory_files;

/**
 * Have the indexes of a store written with files, which must outlive it: a
 * program knows then what it has to remove when a signal ends it.
 */
HXP_API void hxp_memory_set_files(hxp_memory *memory,
                                  const hxp_memory_files *files);

/** True when path lies on a network's file system, which may not lock well. */
HXP_API bool hxp_memory_is_remote(const char *path);

/* --- Writing -------------------------------------------------------------- */

/** What became of the units that were added. */
typedef struct hxp_memory_counts {
    size_t added;   /* new */
    size_t updated; /* put in the place of what was stored */
    size_t same;    /* stored already, equal in everything */
    size_t skipped; /* without text in two languages, or twice in the file */
} hxp_memory_counts;

/**
 * Make a sink that adds a file of units to the memory name of a store (which
 * is made if it is not there) in one transaction: all are stored for good when
 * end succeeds, otherwise none.
 *
 * A unit is the one stored before when both have the same id, source language
 * and source, codes and all; or, without an id, the same text in every
 * language. Units of one file are never taken for one another unless they are
 * equal in everything.
 *
 * On HXP_OK the caller calls (*out)->close; otherwise *out is NULL. memory and
 * counts must outlive the sink.
 */
HXP_API hxp_status hxp_memory_add_new(hxp_unit_sink **out, hxp_memory *memory,
                                      const char *name,
                                      hxp_memory_counts *counts,
                                      hxp_error *error);

/**
 * Make a sink that removes the units it gets, which hxp_memory_read() gave, in
 * one transaction when end is called. *removed says how many. Else as above.
 */
HXP_API hxp_status hxp_memory_remove_new(hxp_unit_sink **out,
                                         hxp_memory *memory, size_t *removed,
                                         hxp_error *error);

/**
 * Check a store and give back the room it does not use. Fails with HXP_EINPUT
 * when it is damaged.
 */
HXP_API hxp_status hxp_memory_compact(hxp_memory *memory, hxp_error *error);

/* --- Reading -------------------------------------------------------------- */

/**
 * Read the units of the memory name (NULL: of all) into sink: begin, each
 * unit, end; sink->close stays with the caller. The header is that of the
 * first file added. Fails with HXP_EINPUT when there is no such memory, and as
 * the sink does.
 */
HXP_API hxp_status hxp_memory_read(hxp_memory *memory, const char *name,
                                   hxp_unit_sink *sink, hxp_error *error);

/**
 * The same of a damaged store: units that cannot be read are passed over, and
 * *lost becomes how many those are. Takes longer. Fails with HXP_EINPUT when
 * not even the memories can be read.
 */
HXP_API hxp_status hxp_memory_rescue(hxp_memory *memory, const char *name,
                                     hxp_unit_sink *sink, size_t *lost,
                                     hxp_error *error);

/** A memory of a store. */
typedef struct hxp_memory_info {
    hxp_str name;
    size_t units;
} hxp_memory_info;

/**
 * Call take for each memory of a store, in the order of their making; what it
 * gets is borrowed. Fails as take does.
 */
HXP_API hxp_status
hxp_memory_list(hxp_memory *memory,
                hxp_status (*take)(void *context, const hxp_memory_info *info,
                                   hxp_error *error),
                void *context, hxp_error *error);

/**
 * Call take for the tag of each language in which a store has texts, as they
 * were added; what it gets is borrowed. All texts are read. Fails as take does.
 */
HXP_API hxp_status hxp_memory_languages(hxp_memory *memory,
                                        hxp_status (*take)(void *context,
                                                           hxp_str tag,
                                                           hxp_error *error),
                                        void *context, hxp_error *error);

/* --- Looking up ----------------------------------------------------------- */

/** What takes points off a match. */
typedef enum hxp_penalty_kind {
    HXP_PENALTY_LANGUAGE,   /* source or target is in another region's variant
                               of its language */
    HXP_PENALTY_UNREVIEWED, /* marked as fuzzy, or as not approved */
    HXP_PENALTY_MACHINE,    /* made by a machine */
    HXP_PENALTY_ALIGNED,    /* aligned with a confidence below 0.5 */
    HXP_PENALTIES
} hxp_penalty_kind;

/** The name of a penalty, such as "language". Static. */
HXP_API const char *hxp_penalty_name(hxp_penalty_kind kind);

/** Which similarity counts. */
typedef enum hxp_similarity_kind {
    HXP_BY_BOTH, /* the larger */
    HXP_BY_WORDS,
    HXP_BY_CHARACTERS
} hxp_similarity_kind;

typedef struct hxp_lookup_options {
    const char *from;   /* language of the queries; never NULL */
    const char *to;     /* of the translations; never NULL */
    const char *memory; /* the memory to look in; NULL: all */
    unsigned min;       /* the lowest score, in percent, 1 to 102 */
    size_t top;         /* matches a query, at most */
    hxp_similarity_kind by;
    unsigned penalties[HXP_PENALTIES]; /* points each takes off */
    hxp_error *none; /* NULL: it is a failure when there are no texts in these
                        languages; else that is told here, and nothing found */
} hxp_lookup_options;
#define HXP_LOOKUP_OPTIONS_INIT                                                \
    {                                                                          \
        NULL, NULL, NULL, 70, 5, HXP_BY_BOTH, { 1, 2, 3, 2 }, NULL             \
    }

/** What is looked up. */
typedef struct hxp_query {
    hxp_content content;
    bool in_context;  /* it stands in a text: previous and next count */
    hxp_str previous; /* the texts around it; empty: there is none */
    hxp_str next;
    hxp_str id; /* of the unit that it is the source of; empty: none */
} hxp_query;

/**
 * A unit whose source is like the query. Similarities are 1 - Levenshtein's
 * distance / the longer length, in whole percent, rounded down, over texts in
 * NFC, case folded, white space made one blank.
 *
 * Score: 102 when the text is equal and of the text before it, the text behind
 * it and the unit's id two are; 101, one of them; 100, equal; 99 to 95, equal
 * but for codes (99), case (98), white space (97), two of them (96) or all
 * (95); else the larger similarity, 99 at most; less penalties.
 */
typedef struct hxp_match {
    unsigned score;
    unsigned words;                    /* similarity of words */
    unsigned characters;               /* similarity of characters */
    unsigned penalties[HXP_PENALTIES]; /* points each took off */
    const hxp_unit *unit;
    const hxp_variant *source;
    const hxp_variant *target;
    hxp_str memory; /* its name */
} hxp_match;

/** Looks up queries in a store. */
typedef struct hxp_lookup hxp_lookup;

/**
 * Make a look-up in memory, which must outlive it and which it sees as it is
 * now; what options point to is not needed later. The index of the language
 * beside the store is brought up to date, or made; where that cannot be
 * written, it is kept in memory.
 *
 * Fails with HXP_EINPUT when the store has no texts in these languages. On
 * HXP_OK the caller frees *out with hxp_lookup_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_lookup_new(hxp_lookup **out, hxp_memory *memory,
                                  const hxp_lookup_options *options,
                                  hxp_error *error);

/** Characters of the longest text that look-up compares. */
enum { HXP_LOOKUP_LONGEST = 16383 };

/**
 * Find the best matches of query, those with the highest scores first. Texts of
 * more than HXP_LOOKUP_LONGEST characters have none. *matches lives until the
 * next call.
 */
HXP_API hxp_status hxp_lookup_find(const hxp_match **matches, size_t *count,
                                   hxp_lookup *lookup, const hxp_query *query,
                                   hxp_error *error);

/** Free the look-up; NULL is allowed. */
HXP_API void hxp_lookup_free(hxp_lookup *lookup);

/* --- Searching ------------------------------------------------------------ */

typedef struct hxp_search_options {
    const char *language; /* of the texts that are searched; never NULL */
    const char *other;    /* of their translations; never NULL */
    const char *memory;   /* the memory to search in; NULL: all */
    size_t top;           /* occurrences, at most */
    bool accents;         /* letters with other accents are others */
    bool regex;           /* regular expressions are searched for */
} hxp_search_options;
#define HXP_SEARCH_OPTIONS_INIT                                                \
    {                                                                          \
        NULL, NULL, NULL, 50, false, false                                     \
    }

/** A unit with a text that has what was searched for. */
typedef struct hxp_occurrence {
    const hxp_unit *unit;
    const hxp_variant *text;
    const hxp_variant *translation;
    hxp_str memory; /* its name */
    size_t start;   /* the first place: bytes of the text, end exclusive */
    size_t end;
} hxp_occurrence;

/** Searches the texts of a store. */
typedef struct hxp_search hxp_search;

/** As hxp_lookup_new(); the caller frees *out with hxp_search_free(). */
HXP_API hxp_status hxp_search_new(hxp_search **out, hxp_memory *memory,
                                  const hxp_search_options *options,
                                  hxp_error *error);

/**
 * Search for text: whole words in a row, whatever their case; * stands for any
 * letters or none, \\* for itself. Where words are not parted by blanks, as in
 * Chinese and Thai, they begin and end everywhere. Texts with the fewest words
 * come first, then the shortest, then those added first; of a regular
 * expression (ICU's), those added first. Texts of more than 16,383 characters
 * are found by regular expressions only. *items lives until the next call.
 *
 * Fails with HXP_EINPUT when text is empty, longer than 1000 characters or no
 * expression.
 */
HXP_API hxp_status hxp_search_find(const hxp_occurrence **items, size_t *count,
                                   hxp_search *search, hxp_str text,
                                   hxp_error *error);

/** Free the search; NULL is allowed. */
HXP_API void hxp_search_free(hxp_search *search);

/* --- Analysis ------------------------------------------------------------- */

/** What a memory has for a segment; each is in one of these. */
typedef enum hxp_band {
    HXP_BAND_CONTEXT,  /* 101 and 102 */
    HXP_BAND_EXACT,    /* 100 */
    HXP_BAND_REPEATED, /* below 100, and it stood before in the same file */
    HXP_BAND_CROSS,    /* the same, in a file before */
    HXP_BAND_95,
    HXP_BAND_85,
    HXP_BAND_75,
    HXP_BAND_50,
    HXP_BAND_NEW,
    HXP_BANDS
} hxp_band;

/** The name of a band, such as "85-94". Static. */
HXP_API const char *hxp_band_name(hxp_band band);

/** How much text there is. */
typedef struct hxp_volume {
    size_t segments;
    size_t words;      /* what white space parts; ideographs and kana: each */
    size_t characters; /* code points */
    size_t solid;      /* of them no white space */
    size_t codes;      /* inline codes */
} hxp_volume;

/** The segments of a file, band by band. */
typedef struct hxp_analysis_counts {
    hxp_volume bands[HXP_BANDS];
} hxp_analysis_counts;

/** Counts the segments of files by what a memory has for them. */
typedef struct hxp_analysis hxp_analysis;

/**
 * Make an analysis by lookup, which must outlive it and find matches from 50
 * on. internal: segments also count as matches of those before them that are
 * like them, in whatever file. On HXP_OK the caller frees *out with
 * hxp_analysis_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_analysis_new(hxp_analysis **out, hxp_lookup *lookup,
                                    bool internal, hxp_error *error);

/**
 * Make a sink that counts the sources, in language from, of a file's units
 * into counts; those without one are passed over. from and counts must outlive
 * the analysis, the analysis the sink. On HXP_OK the caller calls
 * (*out)->close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_analysis_file_new(hxp_unit_sink **out,
                                         hxp_analysis *analysis,
                                         const char *from,
                                         hxp_analysis_counts *counts,
                                         hxp_error *error);

/** Count what had to wait for all files; before, counts are not complete. */
HXP_API hxp_status hxp_analysis_finish(hxp_analysis *analysis,
                                       hxp_error *error);

/** Free the analysis; NULL is allowed. */
HXP_API void hxp_analysis_free(hxp_analysis *analysis);

/* --- Pretranslation ------------------------------------------------------- */

/** What became of units. */
typedef struct hxp_pretranslation_counts {
    size_t exact;   /* given a match of 100 or more */
    size_t fuzzy;   /* given one below */
    size_t adapted; /* of those, with other numbers in it */
    size_t kept;    /* translated before */
    size_t none;    /* without a match */
} hxp_pretranslation_counts;

typedef struct hxp_pretranslate_options {
    const char *from; /* language of sources; never NULL */
    const char *to;   /* of the translations; never NULL */
    /** How both write numbers; NULL: numbers are left as they are. */
    const hxp_language *source;
    const hxp_language *target;
    hxp_pretranslation_counts *counts; /* never NULL */
    bool xliff;  /* set the states of targets as XLIFF 1.2 ... */
    bool xliff2; /* ... or as XLIFF 2 has them */
} hxp_pretranslate_options;
#define HXP_PRETRANSLATE_OPTIONS_INIT                                          \
    {                                                                          \
        NULL, NULL, NULL, NULL, NULL, false, false                             \
    }

/**
 * Make a filter that gives units without a translation that of the best match
 * lookup finds, and hands all on to next. Properties of the unit tell what it
 * is: x-hexapla-match (its score), -origin (the memory), -id, -source,
 * -adapted ("12 13": the number that was put in the place of another, for each
 * of them, where that is safe), -target (before that) and -codes ("dropped":
 * the match had other inline codes than the source).
 *
 * Several files may be read into it one after another: next gets the header of
 * the first and units numbered from 1, and its end when the caller calls that.
 * All but next must outlive the filter; lookup looks up from options->from to
 * options->to. On HXP_OK the caller calls (*out)->close, which closes next;
 * otherwise *out is NULL and next stays with the caller.
 */
HXP_API hxp_status hxp_pretranslate_new(hxp_unit_sink **out,
                                        hxp_unit_sink *next, hxp_lookup *lookup,
                                        const hxp_pretranslate_options *options,
                                        hxp_error *error);

#ifdef __cplusplus
}
#endif
#endif
