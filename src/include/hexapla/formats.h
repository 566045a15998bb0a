/* formats.h - bytes to model and back: units, beads, documents,
 * termbases. */
#ifndef HEXAPLA_FORMATS_H
#define HEXAPLA_FORMATS_H

#include <hexapla/base.h>
#include <hexapla/model.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the expat in use, such as "2.5.0". Static; never freed. */
HXP_API const char *hxp_expat_version(void);

/** The version of the jansson in use, such as "2.14". Static; never freed. */
HXP_API const char *hxp_jansson_version(void);

/** The version of the libxml2 that this was built with. Static. */
HXP_API const char *hxp_libxml2_version(void);

/** The version of the cmark-gfm in use, such as "0.29.0.gfm.6". Static. */
HXP_API const char *hxp_cmark_version(void);

/* --- Units ---------------------------------------------------------------- */

/** What every reader refuses to exceed; 0 in a member takes its default. */
typedef struct hxp_limits {
    size_t segment_bytes; /* text of one variant; default 128 MiB */
    size_t unit_bytes;    /* all of one unit; default 256 MiB */
    size_t depth;         /* of nested elements; default 64 */
} hxp_limits;

/** How a table (csv) is read or written; all zero is the default. */
typedef struct hxp_table_options {
    /** Names of the columns, such as "en,nl,note"; NULL: see the manual. */
    const char *columns;
    bool no_header; /* line 1 is the first unit */
} hxp_table_options;

typedef struct hxp_read_options {
    const char *format;   /* such as "tmx"; NULL: by name, then by content */
    const char *encoding; /* such as "windows-1252"; NULL: what the file says */
    bool places;          /* find where each run of text stands (runs) */
    hxp_limits limits;
    hxp_finding_sink *findings; /* gets the faults of the file, or NULL */
    const char *from; /* the source language where the file says none */
    const char *to;   /* and the target language */
    hxp_table_options table;
} hxp_read_options;
#define HXP_READ_OPTIONS_INIT                                                  \
    {                                                                          \
        NULL, NULL, false, { 0, 0, 0 }, NULL, NULL, NULL,                      \
        {                                                                      \
            NULL, false                                                        \
        }                                                                      \
    }

/**
 * Read units from input into sink: begin, each unit, end; sink->close stays
 * with the caller. Memory does not grow with the file. Options may be NULL:
 * the usual ones.
 *
 * What is well-formed is read, also where it breaks the format's rules: such
 * faults go to options->findings as they are met. Fails with HXP_EINPUT, and
 * error says where, when the input is not of the format or is broken; the
 * units before the fault have reached the sink then, and the fault is also
 * the last finding (input.broken). Fails as the sink does.
 */
HXP_API hxp_status hxp_read_units(hxp_input *input,
                                  const hxp_read_options *options,
                                  hxp_unit_sink *sink, hxp_error *error);

/** The rules that faults of files break; *count says how many. Static. */
HXP_API const hxp_rule *hxp_format_rules(size_t *count);

typedef struct hxp_write_options {
    const char *format; /* such as "tmx"; never NULL */
    /** Gets what the format cannot hold, once each with a count, or NULL. */
    hxp_finding_sink *losses;
    const char *from; /* source language of a format of pairs; NULL: ours */
    const char *to;   /* its target language; NULL: the first other one */
    hxp_table_options table;
    bool strict; /* tmx: leave out what is not part of TMX 1.4 */
    bool level1; /* tmx: leave out inline codes */
} hxp_write_options;
#define HXP_WRITE_OPTIONS_INIT                                                 \
    {                                                                          \
        NULL, NULL, NULL, NULL, { NULL, false }, false, false                  \
    }

/**
 * Make a sink that writes units to output in a format. The output stays with
 * the caller, who finishes it after end; what options point to must outlive
 * the sink.
 *
 * Fails with HXP_EINPUT when there is no such format for writing. On HXP_OK
 * the caller owns *out and calls its close; otherwise *out is NULL.
 */
HXP_API hxp_status hxp_unit_writer_new(hxp_unit_sink **out, hxp_output *output,
                                       const hxp_write_options *options,
                                       hxp_error *error);

/** A text whose lines are segments, and its language. */
typedef struct hxp_line_text {
    hxp_input *input;
    hxp_str language;
} hxp_line_text;

/** Texts that can be read side by side. */
enum { HXP_LINE_TEXTS = 64 };

/**
 * Read count texts (Moses) whose lines translate one another into sink: line n
 * of all is a unit. Lines that are empty are told of, once for each text.
 * Fails as hxp_read_units() does, and with HXP_EINPUT at the first line that
 * has none beside it. Places (runs) are not found.
 */
HXP_API hxp_status hxp_read_lines(const hxp_line_text *texts, size_t count,
                                  const hxp_read_options *options,
                                  hxp_unit_sink *sink, hxp_error *error);

/**
 * Make a sink that writes pairs as two texts whose lines translate one
 * another. Of options from and to must be given; format does not count. Units
 * without text in both languages are left out and told of. Outputs and
 * ownership are as with hxp_unit_writer_new().
 */
HXP_API hxp_status hxp_lines_writer_new(hxp_unit_sink **out, hxp_output *source,
                                        hxp_output *target,
                                        const hxp_write_options *options,
                                        hxp_error *error);

/**
 * The name of the unit format for a file's name, by its extension, or NULL.
 * Static.
 */
HXP_API const char *hxp_unit_format_of(const char *path);

/** The name of unit format i, from 0, or NULL behind the last. Static. */
HXP_API const char *hxp_unit_format_name(size_t i);

/* --- Repair --------------------------------------------------------------- */

typedef struct hxp_fix_options {
    const char *encoding; /* NULL: what the file shows or says */
    bool strict;          /* leave out what is not part of TMX 1.4 */
    hxp_limits limits;
    /** Told of each repair (rules fix.*) and of errors that remain. */
    hxp_finding_sink *repairs;
} hxp_fix_options;

/**
 * Write the TMX of input to output as sound TMX 1.4, repairing what can be
 * repaired without guessing at text, as it is read: memory does not grow with
 * the file. The caller finishes output.
 *
 * Fails with HXP_EINPUT where the input is no TMX or cannot be mended; as
 * reading and writing do.
 */
HXP_API hxp_status hxp_tmx_fix(hxp_input *input, hxp_output *output,
                               const hxp_fix_options *options,
                               hxp_error *error);

/* --- Beads ---------------------------------------------------------------- */

/**
 * Write alignment to output in a bead format, such as "beads". documents has
 * one for each language, with the segments that were aligned.
 *
 * Fails with HXP_EINPUT when there is no such format, or when it holds two
 * languages and alignment has more.
 */
HXP_API hxp_status hxp_beads_write(hxp_output *output,
                                   const hxp_alignment *alignment,
                                   const hxp_segmented *documents,
                                   const char *format, hxp_error *error);

/** Beads that were read: all of an alignment, or some. */
typedef struct hxp_bead_list {
    hxp_alignment alignment;
    const hxp_str *languages; /* canonical tags; NULL: the format has none */
    const hxp_place *places;  /* where each bead stands */
} hxp_bead_list;

/**
 * Read beads; format NULL: by the input's name, else a bead list. They are read
 * of TMX, too, made by hxp_bead_units(). They rise in each language.
 * Confidences are cut to 0 to 1.
 *
 * Fails with HXP_EINPUT, and error says where, when the input is not of the
 * format. On HXP_OK the caller frees *out with hxp_bead_list_free(); otherwise
 * *out is NULL.
 */
HXP_API hxp_status hxp_beads_read(hxp_bead_list **out, hxp_input *input,
                                  const char *format, hxp_error *error);

/** Free the list; NULL is allowed. */
HXP_API void hxp_bead_list_free(hxp_bead_list *list);

/** The name of the bead format for a file's name, or NULL. Static. */
HXP_API const char *hxp_bead_format_of(const char *path);

/** The name of bead format i, from 0, or NULL behind the last. Static. */
HXP_API const char *hxp_bead_format_name(size_t i);

/** True when the format of that name holds two languages only. */
HXP_API bool hxp_bead_format_pairs(const char *name);

/* --- Vectors -------------------------------------------------------------- */

typedef struct hxp_vector_options {
    const hxp_str *segments; /* of the text that the vectors are of */
    size_t count;
    /** Vecalign's overlaps: the texts, a line each, whose vectors come in this
     * order; NULL: a vector for each segment comes. */
    hxp_input *overlaps;
} hxp_vector_options;

/**
 * Read vectors: NumPy's .npy, or numbers of 32 bits, the lowest byte first,
 * without a head. Runs that have no vector get the mean of their segments'. At
 * most 4 GiB are read.
 *
 * Fails with HXP_EINPUT when the vectors are not as many as they should be, or
 * are no numbers. On HXP_OK the caller frees *out with hxp_vectors_free();
 * otherwise *out is NULL.
 */
HXP_API hxp_status hxp_vectors_read(hxp_vectors **out, hxp_input *input,
                                    const hxp_vector_options *options,
                                    hxp_error *error);

/** Free the vectors; NULL is allowed. */
HXP_API void hxp_vectors_free(hxp_vectors *vectors);

/* --- Dictionaries --------------------------------------------------------- */

typedef struct hxp_dictionary_options {
    /** Of formats that do not tell: source and target; may be empty. */
    hxp_str languages[2];
    /** Entries none of whose words can occur in these texts are passed over;
     * none: all are read. */
    const hxp_str *texts;
    size_t text_count;
    const hxp_str *text_languages; /* tags of these; NULL: not known */
    hxp_finding_sink *findings;    /* gets the faults of the file, or NULL */
} hxp_dictionary_options;
#define HXP_DICTIONARY_OPTIONS_INIT                                            \
    {                                                                          \
        { { NULL, 0 }, { NULL, 0 } }, NULL, 0, NULL, NULL                      \
    }

/**
 * Read the dictionary at path into sink, a unit for each word and each
 * translation of it: begin, units, end; sink->close stays with the caller.
 *
 * The name tells the format: dictd's, as FreeDict has it (NAME.index with
 * NAME.dict or NAME.dict.dz beside it; any of them may be given, and
 * "-eng-nld" at the end of NAME is its languages), hunalign's (.dic: target @
 * source), termbases (.tbx), else units, such as TMX and TSV; a TSV table whose
 * first line does not name both languages of the options has a pair a line.
 *
 * Fails as hxp_read_units() does.
 */
HXP_API hxp_status hxp_read_dictionary(const char *path,
                                       const hxp_dictionary_options *options,
                                       hxp_unit_sink *sink, hxp_error *error);

/* --- Documents ------------------------------------------------------------ */

typedef enum hxp_paragraphs {
    HXP_PARAGRAPHS_AUTO,  /* BLANK for wrapped text, otherwise LINE */
    HXP_PARAGRAPHS_BLANK, /* blank lines part paragraphs */
    HXP_PARAGRAPHS_LINE   /* every line is a paragraph */
} hxp_paragraphs;

typedef struct hxp_document_options {
    const char *format;   /* such as "html"; NULL: by name, then by content */
    const char *encoding; /* NULL: the file says it, or its bytes tell */
    const char *language; /* tag of the side of a bilingual file; NULL: its
                             source (hxp_document_read() knows which) */
    hxp_paragraphs paragraphs;  /* of plain text */
    bool drop_repeated;         /* leave out headers and footers of pages */
    bool keep_invalid;          /* of it: pass bytes that are not UTF-8 on */
    hxp_finding_sink *findings; /* told of such bytes and of encodings that
                                   only the bytes tell, or NULL */
    bool verbose;               /* told of every encoding, and how sure it is */
} hxp_document_options;
#define HXP_DOCUMENT_OPTIONS_INIT                                              \
    {                                                                          \
        NULL, NULL, NULL, HXP_PARAGRAPHS_AUTO, false, false, NULL, false       \
    }

/** The name of the document format for a file's name, or NULL. Static. */
HXP_API const char *hxp_document_format_of(const char *path);

/** The name of document format i, from 0, or NULL behind the last. Static. */
HXP_API const char *hxp_document_format_name(size_t i);

/**
 * Read a document; language is copied into it. Of plain text the document's
 * text is the file as it stands; of others it is the text of the paragraphs,
 * with an empty line between them.
 *
 * Fails with HXP_EINPUT when the input is not of the format, is broken, or has
 * bytes that are not valid in the encoding. On HXP_OK the caller frees *out
 * with hxp_document_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_document_read(hxp_document **out, hxp_input *input,
                                     hxp_str language,
                                     const hxp_document_options *options,
                                     hxp_error *error);

/** Where paragraphs go, in order. Concrete sinks begin with this struct. */
typedef struct hxp_paragraph_sink hxp_paragraph_sink;
struct hxp_paragraph_sink {
    hxp_status (*paragraph)(hxp_paragraph_sink *sink,
                            const hxp_paragraph *paragraph, hxp_error *error);
};

/**
 * Read a document and hand its paragraphs to sink as they come. Memory grows
 * with the longest paragraph, not with the file; a paragraph has at most
 * 1 GiB. Offsets are those of the document's text, see above. Fails as
 * hxp_document_read() does, or as sink does.
 */
HXP_API hxp_status hxp_document_stream(hxp_paragraph_sink *sink,
                                       hxp_input *input,
                                       const hxp_document_options *options,
                                       hxp_error *error);

/** Where byte offset of the paragraph's text stands in its file; where only
 * the paragraph's own place is known, that. */
HXP_API hxp_place hxp_paragraph_place(const hxp_paragraph *paragraph,
                                      size_t offset);

/** Free the document; NULL is allowed. */
HXP_API void hxp_document_free(hxp_document *document);

/** Where byte offset of the document's text stands in its file; line 0: not
 * known, as in office documents. */
HXP_API hxp_place hxp_document_place(const hxp_document *document,
                                     size_t offset);

/* --- Termbases ------------------------------------------------------------ */

/**
 * Read a termbase and add its concepts to termbase, joined to those of other
 * files as hxp_termbase_join() says. What it begins with tells the format: TBX,
 * or a table (csv, tsv, a glossary of OmegaT's, UTX); options->from and to are
 * the languages of a table that names none. Faults that can be passed over go
 * to options->findings (options may be NULL).
 *
 * Fails with HXP_EINPUT when the input is no termbase or is broken.
 */
HXP_API hxp_status hxp_termbase_read(hxp_termbase *termbase, hxp_input *input,
                                     const hxp_read_options *options,
                                     hxp_error *error);

typedef struct hxp_termbase_write_options {
    const char *format; /* "tbx", "csv", "columns" or "omegat" */
    /** Gets what the format cannot hold, with a count, or NULL. */
    hxp_finding_sink *losses;
    const char *from; /* omegat: source language; NULL: that of the first */
    const char *to;   /* its target language; NULL: the next other one */
} hxp_termbase_write_options;
#define HXP_TERMBASE_WRITE_OPTIONS_INIT                                        \
    {                                                                          \
        NULL, NULL, NULL, NULL                                                 \
    }

/**
 * Write termbase to output: as TBX-Basic (TBX 3, style DCA), as a table with a
 * term a row, as one with a concept a row and a language a column, or as a
 * glossary of OmegaT's, the pairs that may be used. The caller finishes output.
 *
 * Fails with HXP_EINPUT when there is no such format, or nothing in two
 * languages for omegat; else as the sink does.
 */
HXP_API hxp_status hxp_termbase_write(hxp_output *output,
                                      const hxp_termbase *termbase,
                                      const hxp_termbase_write_options *options,
                                      hxp_error *error);

/** The name of the termbase format for a file's name, or NULL. Static. */
HXP_API const char *hxp_termbase_format_of(const char *path);

/* --- Segmentation rules --------------------------------------------------- */

/**
 * Read segmentation rules: SRX 2.0, or 1.0, whose map rules are read as one
 * list of language maps. Okapi's options are understood by either spelling of
 * the name space's prefix and of ICU's name. Faults that can be passed over go
 * to options->findings (options may be NULL).
 *
 * Fails with HXP_EINPUT when the input is not SRX or is broken. On HXP_OK the
 * caller frees *out with hxp_srx_free(); otherwise *out is NULL.
 */
HXP_API hxp_status hxp_srx_read(hxp_srx **out, hxp_input *input,
                                const hxp_read_options *options,
                                hxp_error *error);

/**
 * Write segmentation rules as SRX 2.0. The output stays with the caller, who
 * finishes it and learns then whether a write failed.
 */
HXP_API void hxp_srx_write(hxp_output *output, const hxp_srx *srx);

#ifdef __cplusplus
}
#endif
#endif
