/* filter.h - units to fewer, more or changed units. */
#ifndef HEXAPLA_FILTER_H
#define HEXAPLA_FILTER_H

#include <hexapla/base.h>
#include <hexapla/model.h>
#include <hexapla/text.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A filter is a sink that hands on to next, which it ends and closes. When it
 * is made, on HXP_OK the caller calls (*out)->close, which closes next too;
 * otherwise *out is NULL and next stays with the caller. Options are borrowed:
 * what they point to outlives the filter. */

/** How many units a filter handed on, and how many it did not. */
typedef struct hxp_filter_counts {
    size_t kept;
    size_t dropped;
} hxp_filter_counts;

/** A list of texts, NUL-terminated each. */
typedef struct hxp_texts {
    const char *const *items;
    size_t count;
} hxp_texts;

/* --- select --------------------------------------------------------------- */

/** What a unit must be like to be selected: all of it, or with invert not. */
typedef struct hxp_select_options {
    const char *source_language; /* NULL: the unit's, else the file's */
    hxp_texts languages;         /* it has text in each; "en" takes "en-GB" */
    bool only_languages;         /* and hand on no other variants */
    hxp_texts matches;           /* expressions that one of its texts matches */
    hxp_texts source_matches;    /* ... that its source matches */
    hxp_texts target_matches;    /* ... that one of its targets matches */
    bool ignore_case;
    hxp_texts properties; /* TYPE, or TYPE and = != >= <= ~ and a value */
    const char *since;    /* made or changed on this date or later */
    const char *before;   /* last made or changed before this date */
    size_t min_length;    /* characters of each text, at least */
    size_t max_length;    /* at most; 0: any number */
    double max_ratio;     /* of the longer to the shorter, source to each
                             target; 0: any */
    bool invert;
    hxp_filter_counts *counts; /* NULL: nobody wants to know */
} hxp_select_options;

/**
 * Make a filter that hands on the units that are as options say. Fails with
 * HXP_EINPUT when an expression, condition or date cannot be read.
 */
HXP_API hxp_status hxp_select_new(hxp_unit_sink **out, hxp_unit_sink *next,
                                  const hxp_select_options *options,
                                  hxp_error *error);

/* --- languages ------------------------------------------------------------ */

typedef struct hxp_languages_options {
    hxp_texts map;   /* OLD=NEW each; case of OLD does not count */
    bool normalise;  /* what is not mapped, by hxp_tag_normalise() */
    size_t *changed; /* how many tags were; NULL: nobody wants to know */
} hxp_languages_options;

/**
 * Make a filter that changes the language tags of header, units, texts, notes
 * and properties. A tag that cannot be normalised stays. Fails with HXP_EINPUT
 * when map is not of that form or NEW is no language tag.
 */
HXP_API hxp_status hxp_languages_new(hxp_unit_sink **out, hxp_unit_sink *next,
                                     const hxp_languages_options *options,
                                     hxp_error *error);

/* --- anonymise ------------------------------------------------------------ */

typedef struct hxp_anonymise_options {
    hxp_texts attributes; /* beside creationid and changeid */
    hxp_texts properties; /* types of them */
    bool drop; /* leave them out; else "user-1" stands for the first name */
    size_t *changed; /* how many values were; NULL: nobody wants to know */
} hxp_anonymise_options;

/**
 * Make a filter that takes names of people out of header, units and texts. One
 * name gets one pseudonym in the whole file, wherever it stands.
 */
HXP_API hxp_status hxp_anonymise_new(hxp_unit_sink **out, hxp_unit_sink *next,
                                     const hxp_anonymise_options *options,
                                     hxp_error *error);

/* --- clean ---------------------------------------------------------------- */

/** A rule by which texts are dropped. */
typedef struct hxp_clean_rule {
    const char *name;
    const char *summary; /* what breaks it */
    bool usual;          /* in force when no rules are named */
} hxp_clean_rule;

/** The rules, in the order they are tried; *count says how many. Static. */
HXP_API const hxp_clean_rule *hxp_clean_rules(size_t *count);

typedef struct hxp_clean_options {
    hxp_texts rules; /* names, joined by commas, or "all"; none: the usual */
    hxp_locales *locales;        /* for wrong-language; outlives the filter */
    const char *source_language; /* NULL: the unit's, else the file's */
    double max_ratio; /* of length-ratio; 0: 3. Wide characters count twice. */
    /**
     * Gets what was dropped: units, or the source with the texts dropped,
     * each with the rules as properties x-hexapla-clean. It is ended with
     * next, but closed by the caller; or NULL.
     */
    hxp_unit_sink *rejects;
    size_t *counts; /* by rule: texts or whole units dropped; or NULL */
    hxp_filter_counts *units; /* NULL: nobody wants to know */
} hxp_clean_options;

/**
 * Make a filter that drops what is of no use. A translation that breaks a rule
 * goes alone; with the last one, or with the source, the unit goes. To find
 * duplicates it remembers 16 bytes at most of each different unit; see
 * hxp_merger for what two equal hashes would do. Fails with HXP_EINPUT when
 * there is no such rule.
 */
HXP_API hxp_status hxp_clean_new(hxp_unit_sink **out, hxp_unit_sink *next,
                                 const hxp_clean_options *options,
                                 hxp_error *error);

/* --- merge ---------------------------------------------------------------- */

/** Which translation of a source stays when files have several. */
typedef enum hxp_merge_keep {
    HXP_KEEP_FIRST,  /* the one that came first */
    HXP_KEEP_NEWEST, /* the one made or changed last; of equals the first */
    HXP_KEEP_ALL     /* all that differ */
} hxp_merge_keep;

typedef struct hxp_merge_counts {
    size_t kept;      /* units */
    size_t dropped;   /* units, with all their translations */
    size_t conflicts; /* translations that differ from one met before */
} hxp_merge_counts;

typedef struct hxp_merge_options {
    hxp_merge_keep keep;
    /**
     * Gets the conflicts: translations of a source that has another one in
     * the same language; or NULL. With this, all but HXP_KEEP_FIRST remember
     * twice as much.
     */
    hxp_finding_sink *findings;
    hxp_merge_counts *counts; /* NULL: nobody wants to know */
} hxp_merge_options;

/**
 * Makes one stream of units of those of several files. Of units with the same
 * source, codes and all, equal translations stand once. A unit that differs
 * from an earlier one in one language of several loses that language.
 *
 * It remembers 16 bytes at most for each pair of source and language. Two
 * pairs are taken for one with the chance that base/hash_map.h tells; one of
 * the translations would be dropped then.
 */
typedef struct hxp_merger hxp_merger;

/**
 * Make a merger in front of next. On HXP_OK the caller ends with
 * hxp_merger_free(), which closes next; otherwise *out is NULL and next stays
 * with the caller.
 */
HXP_API hxp_status hxp_merger_new(hxp_merger **out, hxp_unit_sink *next,
                                  const hxp_merge_options *options,
                                  hxp_error *error);

/**
 * Tell the header of each file beforehand, so that the header of the whole
 * has the notes and properties of them all; else it has those of the first.
 */
HXP_API hxp_status hxp_merger_header(hxp_merger *merger,
                                     const hxp_unit_header *header,
                                     hxp_error *error);

/**
 * With HXP_KEEP_NEWEST: the sink that each file, in order, is read into first.
 * It belongs to merger; closing it does nothing.
 */
HXP_API hxp_unit_sink *hxp_merger_dates(hxp_merger *merger);

/** The sink that each file, in order, is read into then; as above. */
HXP_API hxp_unit_sink *hxp_merger_units(hxp_merger *merger);

/** End next, when all files have been read. */
HXP_API hxp_status hxp_merger_end(hxp_merger *merger, hxp_error *error);

/** Free the merger; NULL is allowed. */
HXP_API void hxp_merger_free(hxp_merger *merger);

/** The rules of a merger's findings; *count says how many. Static. */
HXP_API const hxp_rule *hxp_merge_rules(size_t *count);

/* --- join ----------------------------------------------------------------- */

typedef struct hxp_join_counts {
    size_t read;    /* units */
    size_t joined;  /* units made of several */
    size_t single;  /* units handed on as they were */
    size_t partial; /* units left out: not every file has them */
} hxp_join_counts;

typedef struct hxp_join_options {
    const char *pivot; /* the language that joins, "en" takes "en-GB"; NULL:
                          the source language of the first file */
    bool complete;     /* only units that every file has a part in */
    hxp_join_counts *counts; /* NULL: nobody wants to know */
} hxp_join_options;

/**
 * Makes multilingual units of those in several files that have the same text,
 * codes and all, in the pivot language. Translations that are equal stand
 * once. A joined unit has the id and attributes of its first; those of others
 * go to their texts (the id as property x-hexapla-tuid), and notes and
 * properties are all kept. Units come in the order of the files; one without
 * the pivot language stays as it is.
 *
 * Units wait in a temporary file; memory grows by 16 bytes at most for each
 * different pivot text. Two texts with the same hash are told apart. Reading
 * fails with HXP_EINPUT when no pivot is named and the first file has none.
 */
typedef struct hxp_joiner hxp_joiner;

/**
 * Make a joiner in front of next. On HXP_OK the caller ends with
 * hxp_joiner_free(), which closes next; otherwise *out is NULL and next stays
 * with the caller.
 */
HXP_API hxp_status hxp_joiner_new(hxp_joiner **out, hxp_unit_sink *next,
                                  const hxp_join_options *options,
                                  hxp_error *error);

/** The sink that each file is read into, in order; closing it does nothing. */
HXP_API hxp_unit_sink *hxp_joiner_units(hxp_joiner *joiner);

/** Send all units to next and end it, when all files have been read. */
HXP_API hxp_status hxp_joiner_end(hxp_joiner *joiner, hxp_error *error);

/** Free the joiner; NULL is allowed. */
HXP_API void hxp_joiner_free(hxp_joiner *joiner);

/* --- split ---------------------------------------------------------------- */

/** Where a part of a memory ends. */
typedef enum hxp_split_by {
    HXP_SPLIT_UNITS,   /* after so many units */
    HXP_SPLIT_SIZE,    /* before it grows larger, but for single units */
    HXP_SPLIT_PAIRS,   /* a part for each source and target language */
    HXP_SPLIT_PROPERTY /* for each value of a property or attribute */
} hxp_split_by;

/** With HXP_SPLIT_PAIRS and HXP_SPLIT_PROPERTY: parts, at most. */
enum { HXP_SPLIT_PARTS = 256 };

typedef struct hxp_split_options {
    hxp_split_by by;
    size_t most;                 /* units or bytes */
    const char *property;        /* its type, or the attribute's name */
    const char *source_language; /* NULL: the unit's, else the file's */
    /**
     * Open the part called name, such as "001", "en-nl" or a property's
     * value. The splitter ends and closes *out.
     */
    hxp_status (*open)(hxp_unit_sink **out, void *context, hxp_str name,
                       hxp_error *error);
    /**
     * With HXP_SPLIT_SIZE: tell the bytes that all units written so far to
     * scale took, and what stands before the first. scale stays the caller's.
     */
    size_t (*size)(void *context);
    hxp_unit_sink *scale;
    void *context; /* of these calls */
} hxp_split_options;

/**
 * Make a sink that sends units to several parts. A unit in several languages
 * goes to the part of each pair, with these two; one without a translation to
 * the part called after its language; one without the property to "none".
 * Fails with HXP_ELIMIT, when units come, at more than HXP_SPLIT_PARTS. On
 * HXP_OK the caller calls (*out)->close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_split_new(hxp_unit_sink **out,
                                 const hxp_split_options *options,
                                 hxp_error *error);

/* --- stats ---------------------------------------------------------------- */

/** How often a name came. */
typedef struct hxp_named_count {
    hxp_str name;
    size_t count;
} hxp_named_count;

/** The texts in one language. */
typedef struct hxp_language_stats {
    hxp_str tag; /* as first met; case does not count */
    size_t texts;
    size_t empty; /* of them: without text and codes */
    size_t words;
    size_t characters; /* code points, white space among them */
} hxp_language_stats;

/** The units that have a text in each of two languages. */
typedef struct hxp_pair_stats {
    hxp_str source;
    hxp_str target;
    size_t units;
} hxp_pair_stats;

/** What a file of units holds. Lists are in the order of the file. */
typedef struct hxp_unit_stats {
    size_t units;
    size_t duplicates;   /* equal to an earlier one in all languages */
    size_t untranslated; /* without text beside the source's */
    size_t dated;        /* with a date */
    int64_t oldest;      /* seconds since 1970 in UTC; of dated units */
    int64_t newest;
    hxp_str source_language; /* of the header */
    const hxp_language_stats *languages;
    size_t language_count;
    const hxp_pair_stats *pairs;
    size_t pair_count;
    const hxp_named_count *tools; /* of header, units and texts */
    size_t tool_count;
    const hxp_named_count *properties; /* types, of header, units and texts */
    size_t property_count;
} hxp_unit_stats;

/**
 * Make a sink that counts; see hxp_stats_result(). It remembers at most 16
 * bytes of each different unit. On HXP_OK the caller calls (*out)->close;
 * otherwise *out is NULL.
 */
HXP_API hxp_status hxp_stats_new(hxp_unit_sink **out, hxp_error *error);

/** What a sink of hxp_stats_new() has counted; it lives as the sink. */
HXP_API const hxp_unit_stats *hxp_stats_result(const hxp_unit_sink *sink);

#ifdef __cplusplus
}
#endif
#endif
