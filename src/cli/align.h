/* align.h - the parts of hexapla align: what it reads, knows and writes. */
#ifndef CLI_ALIGN_H
#define CLI_ALIGN_H

#include "cli/cli.h"
#include "cli/texts.h"

#include <hexapla/align.h>

/** Beads that were not written as units, and why. */
typedef struct hxp_left_out {
    size_t unaligned; /* without a translation */
    size_t unsure;    /* below the confidence */
} hxp_left_out;

typedef struct hxp_align_settings {
    hxp_settings common;
    const char *output;
    const char *format;
    const char *encoding;
    const char *input_format;
    int paragraphs;
    bool segmented;
    bool keep_unaligned;
    bool dates;
    bool drop_repeated;
    bool verbose;
    double min_confidence;
    const char *review;        /* where beads go that need a person */
    const char *review_format; /* see hxp_align_settle_review() */
    hxp_values dictionaries;
    hxp_values lexicons;
    hxp_values embeddings;
    hxp_values overlaps;
    const char *save_lexicon;
    size_t explain;    /* a bead's number from 1; SIZE_MAX: all; 0: none */
    const char *fixed; /* beads that a person accepted */
    const char *batch; /* a manifest */
    bool jsonl;
    size_t jobs;            /* threads; 0: one a core */
    hxp_left_out *left_out; /* of all groups, to be added to; NULL: it is said
                               of each */
} hxp_align_settings;

/** Versions of one text, as they are aligned. */
typedef struct hxp_group {
    hxp_text *texts;
    hxp_side *sides;
    hxp_segmented *segmented;
    size_t count;
    hxp_vectors **vectors; /* of each text, or NULL; see hxp_find_vectors() */
} hxp_group;

/**
 * Read the texts of files. Says what goes wrong. The caller ends with
 * hxp_group_free() in any case.
 */
hxp_exit hxp_group_read(hxp_group *group, hxp_locales *locales,
                        const hxp_values *files, hxp_text_options *reading);

/** Make room for count texts; the group has none yet. False: no memory. */
bool hxp_group_allocate(hxp_group *group, size_t count);

/**
 * Make of text i, which is read, what the aligner takes; segmented: its
 * paragraphs do not count. False: no memory.
 */
bool hxp_group_set_side(hxp_group *group, size_t i, bool segmented);

/** Let segment i of text k be empty to the aligner. */
void hxp_group_hide(const hxp_group *group, size_t k, size_t i);

/**
 * Read the vectors that the settings name for texts of group. Says what goes
 * wrong. They live as the group does.
 */
hxp_exit hxp_find_vectors(hxp_group *group, const hxp_command *command,
                          const hxp_align_settings *settings);

void hxp_group_free(hxp_group *group);

/**
 * Open what is known of words: the dictionaries and lexicons of the settings,
 * and installed ones for the languages of files. For group, or for all texts
 * when it is NULL. *out is NULL when nothing is known; else the caller frees
 * it. Says what goes wrong, and on --verbose what was found.
 */
hxp_exit hxp_dictionaries_open(hxp_dictionary **out, hxp_locales *locales,
                               const hxp_align_settings *settings,
                               const hxp_values *files, const hxp_group *group);

/** How the settings say that texts are read. */
hxp_text_options hxp_align_reading(const hxp_command *command,
                                   const hxp_align_settings *settings);

/** Settle the format for a group of count files: of beads, units, the table. */
hxp_exit hxp_align_settle_format(const hxp_command *command,
                                 hxp_align_settings *settings, size_t count);

/** Say how many beads were left out, if any. */
void hxp_say_left_out(const hxp_left_out *left_out);

/** Where units go, and what did not go there. */
typedef struct hxp_unit_target {
    hxp_unit_sink *sink;
    hxp_left_out left_out;
} hxp_unit_target;

/** Send the beads of group to target; counts those left out. */
hxp_status hxp_align_write_units(hxp_unit_target *target,
                                 const hxp_group *group,
                                 const hxp_alignment *alignment,
                                 const hxp_align_settings *settings,
                                 hxp_error *error);

/** The beads of an alignment that need no review, and the rest. */
typedef struct hxp_parts {
    hxp_alignment sure;
    hxp_alignment rest;
    hxp_bead *beads; /* of both */
} hxp_parts;

/**
 * Part alignment as the settings say. Its beads are borrowed. The caller frees
 * the parts with hxp_parts_free() in any case.
 */
hxp_status hxp_align_part(hxp_parts *parts, const hxp_group *group,
                          const hxp_alignment *alignment,
                          const hxp_align_settings *settings, hxp_error *error);

void hxp_parts_free(hxp_parts *parts);

/** Let settings leave no bead out: for what has been parted. */
void hxp_align_whole(hxp_align_settings *settings);

/**
 * See that neither the output nor what else settings write replaces one of
 * files, or the accepted beads; says so.
 */
hxp_exit hxp_align_check_outputs(const hxp_command *command,
                                 const hxp_align_settings *settings,
                                 const hxp_values *files);

/** Settle the format of the review, once that of the output is. */
hxp_exit hxp_align_settle_review(const hxp_command *command,
                                 hxp_align_settings *settings, size_t count);

/** Say how many beads there are to review, if any. */
void hxp_say_review(const hxp_align_settings *settings, size_t beads);

/**
 * Write the alignment of group to the output of the settings and, if they ask
 * for it, what needs review to its own: both or neither.
 */
hxp_status hxp_align_save(const hxp_group *group,
                          const hxp_alignment *alignment,
                          const hxp_align_settings *settings, hxp_error *error);

/** Write what dictionary learned to path; says what goes wrong. */
hxp_exit hxp_align_save_lexicon(const hxp_dictionary *dictionary,
                                const char *path);

/** Align the groups of a manifest. */
hxp_exit hxp_align_batch(const hxp_command *command,
                         hxp_align_settings *settings, hxp_locales *locales);

/** Align a stream of groups, each a line of JSON. */
hxp_exit hxp_align_jsonl(const hxp_command *command,
                         hxp_align_settings *settings, hxp_locales *locales);

#endif
