/* model.h - the vocabulary: content, document, bead, unit, finding, rules. */
#ifndef HEXAPLA_MODEL_H
#define HEXAPLA_MODEL_H

#include <hexapla/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Plain data. What a struct points to belongs to whoever made it, as is said
 * where a function hands it out. */

/* --- Attributes, notes and properties ------------------------------------- */

/** An XML attribute as it stood: name (with its prefix) and value. */
typedef struct hxp_attribute {
    hxp_str name;
    hxp_str value;
} hxp_attribute;

typedef struct hxp_attributes {
    const hxp_attribute *items;
    size_t count;
} hxp_attributes;

/** The value of the attribute name, or NULL; it lives as attributes do. */
HXP_API const hxp_str *hxp_attributes_value(const hxp_attributes *attributes,
                                            const char *name);

typedef enum hxp_remark_kind {
    HXP_NOTE_REMARK, /* a note for people */
    HXP_PROPERTY,    /* a value for tools; type names it */
    HXP_ENCODING     /* user-defined encoding; kept, not read */
} hxp_remark_kind;

/** A note, a property or a user-defined encoding. */
typedef struct hxp_remark {
    hxp_remark_kind kind;
    hxp_str type; /* of a property; name of an encoding */
    hxp_str text;
    hxp_attributes attributes;  /* all but type, as they stood */
    const hxp_attributes *maps; /* of an encoding: a set for each map */
    size_t map_count;
} hxp_remark;

typedef struct hxp_remarks {
    const hxp_remark *items; /* in the order of the file */
    size_t count;
} hxp_remarks;

/* --- Content -------------------------------------------------------------- */

typedef enum hxp_code_kind {
    HXP_CODE_BEGIN,      /* paired code opens (TMX bpt) */
    HXP_CODE_END,        /* paired code closes (ept) */
    HXP_CODE_STANDALONE, /* code on its own (ph) */
    HXP_CODE_ISOLATED,   /* half of a pair that is elsewhere (it) */
    HXP_CODE_UNKNOWN,    /* native code of unknown kind (ut) */
    HXP_CODE_SUBFLOW,    /* text within a code (sub); only in code->inside */
    HXP_CODE_MARK,       /* a marked span of the text opens (hi, unknown) */
    HXP_CODE_UNMARK      /* it closes */
} hxp_code_kind;

typedef struct hxp_content hxp_content;

/** An inline code and where it stands in the text. */
typedef struct hxp_code {
    hxp_code_kind kind;
    size_t offset; /* byte of the content's text before which it stands */
    hxp_str name;  /* the element's name in the file it came from */
    hxp_attributes attributes;
    const hxp_content *inside; /* native code with sub-flows; NULL if none */
    hxp_str shown; /* what people read in its place, as {name}; or empty */
} hxp_code;

/** From byte offset of a text on, characters stand at place and following. */
typedef struct hxp_run {
    size_t offset;
    hxp_place place;
} hxp_run;

/**
 * A segment's text with its inline codes. The text is what is translated: it
 * holds neither codes nor what stands inside them.
 */
struct hxp_content {
    hxp_str text;          /* UTF-8 */
    const hxp_code *codes; /* ordered by offset, as in the file */
    size_t code_count;
    const hxp_run *runs; /* ordered by offset; none: places not known */
    size_t run_count;
};

/** Where byte offset of the content's text stands in its file. */
HXP_API hxp_place hxp_content_place(const hxp_content *content, size_t offset);

/* --- Documents and segments ----------------------------------------------- */

/** Bytes start (inclusive) to end (exclusive) of a document's text. */
typedef struct hxp_span {
    size_t start;
    size_t end;
} hxp_span;

/** What a paragraph is in its document. */
typedef enum hxp_block_kind {
    HXP_BLOCK_TEXT,
    HXP_BLOCK_HEADING, /* level: from 1 */
    HXP_BLOCK_ITEM,    /* of a list; level: how deep, from 1 */
    HXP_BLOCK_CELL,    /* of a table */
    HXP_BLOCK_NOTE,    /* a footnote, an endnote */
    HXP_BLOCK_CUE,     /* of subtitles */
    HXP_BLOCK_VALUE,   /* of an attribute, such as the text of a picture */
    HXP_BLOCK_HEADER,  /* at the top of pages */
    HXP_BLOCK_FOOTER   /* at their foot */
} hxp_block_kind;

/** "text", "heading", "item" and so on. Static. */
HXP_API const char *hxp_block_name(hxp_block_kind kind);

typedef struct hxp_block {
    hxp_block_kind kind;
    unsigned level; /* of a heading or item; else 0 */
} hxp_block;

/**
 * A document's text, where its paragraphs are, and its inline codes. Codes
 * have the name by which a beginning and its end belong together, the
 * attribute type where it is known, and the native code inside.
 */
typedef struct hxp_document {
    hxp_str name;               /* for messages */
    hxp_str language;           /* BCP 47 tag */
    hxp_str text;               /* UTF-8, without byte order mark */
    size_t skipped;             /* bytes of the file before text: its BOM */
    const hxp_span *paragraphs; /* in order; white space around left out */
    const hxp_block *blocks;    /* what each is; NULL: plain text */
    size_t paragraph_count;
    const hxp_code *codes; /* ordered by offset, of the document's text */
    size_t code_count;
    const hxp_place *places; /* of each paragraph; NULL, or line 0: not known */
    const hxp_str *ids;      /* by which its file knows each; NULL: none is */
    const uint64_t *keys;    /* of their entries or parts; NULL, or 0: none */
    const hxp_run *runs; /* ordered by offset; none: only places are known */
    size_t run_count;
} hxp_document;

/** A paragraph on its own, as a reader hands it out. */
typedef struct hxp_paragraph {
    hxp_str text;
    size_t number;   /* from 0 */
    size_t offset;   /* of its first byte in the document's text */
    size_t skipped;  /* bytes of the file before the document's text */
    hxp_place place; /* line 0: not known */
    hxp_str id;      /* by which its file knows it; empty: by none */
    uint64_t key;    /* hash of its entry's key, or a page's part's id; or 0 */
    hxp_block block;
    const hxp_code *codes; /* ordered by offset, of this text */
    size_t code_count;
    const hxp_run *runs; /* likewise; none: only place is known */
    size_t run_count;
} hxp_paragraph;

/** A segment: a sentence, usually. Its text is document text[start, end). */
typedef struct hxp_segment {
    size_t paragraph; /* number of its paragraph, from 0 */
    size_t start;
    size_t end;
} hxp_segment;

/** The segments of one document, in order. */
typedef struct hxp_segments {
    hxp_segment *items;
    size_t count;
} hxp_segments;

/** A document with its segments; neither belongs to the pair. */
typedef struct hxp_segmented {
    const hxp_document *document;
    const hxp_segments *segments;
} hxp_segmented;

/* --- Vectors -------------------------------------------------------------- */

enum { HXP_VECTOR_RUNS = 4 };

/** The run has no vector. */
#define HXP_NO_VECTOR UINT32_MAX

/**
 * What the segments of a text mean, as vectors: of each alone, and of runs of
 * up to HXP_VECTOR_RUNS of them. They were made by somebody else's model.
 */
typedef struct hxp_vectors {
    size_t dimension;
    size_t count;         /* segments */
    const int8_t *rows;   /* the vectors, their largest number 127 */
    const float *scales;  /* times which each row has the length 1 */
    const uint32_t *runs; /* row of the k + 1 segments from i on at k * count +
                             i, or HXP_NO_VECTOR */
    size_t missing;       /* segments without a vector of their own */
} hxp_vectors;

/* --- Beads ---------------------------------------------------------------- */

/** count segments from first on. With count 0, first is where they would be. */
typedef struct hxp_range {
    size_t first;
    size_t count;
} hxp_range;

/** Segments of several languages that translate one another. */
typedef struct hxp_bead {
    const hxp_range *sides; /* one for each language */
    double confidence;      /* 0 to 1 */
} hxp_bead;

/** The beads of an alignment, in document order. */
typedef struct hxp_alignment {
    const hxp_bead *beads;
    size_t count;
    size_t languages; /* sides of each bead */
} hxp_alignment;

/* --- Units ---------------------------------------------------------------- */

/** A unit's text in one language (TMX tuv). */
typedef struct hxp_variant {
    hxp_str language; /* as it stood */
    hxp_content content;
    hxp_attributes attributes; /* all but the language */
    hxp_remarks remarks;
    hxp_attributes segment_attributes; /* of seg itself; nothing in TMX 1.4 */
    hxp_place place;
    hxp_str spot; /* that in its document's words, as "slide 3"; or empty */
} hxp_variant;

/** A translation unit: the same text in any number of languages (TMX tu). */
typedef struct hxp_unit {
    size_t number; /* from 1, in the file it came from */
    hxp_str file;  /* that file's name */
    hxp_place place;
    hxp_str id;                               /* tuid; empty if none */
    hxp_str source_language, target_language; /* own, wanted; empty if none */
    hxp_attributes attributes;                /* all others */
    hxp_remarks remarks;
    const hxp_variant *variants;
    size_t variant_count;
} hxp_unit;

/** What stands at the head of a file of units. */
typedef struct hxp_unit_header {
    hxp_str file;
    hxp_str source_language;   /* "*all*": none is the source */
    const hxp_str *languages;  /* of the units, if known beforehand */
    size_t language_count;     /* 0: not known before the last unit */
    hxp_attributes attributes; /* all but srclang, as they stood */
    hxp_remarks remarks;
    hxp_attributes file_attributes; /* of the root element: name spaces */
} hxp_unit_header;

/** The first variant of unit in language, in whatever case; NULL: there is
 * none. It lives as the unit does. */
HXP_API const hxp_variant *hxp_unit_variant(const hxp_unit *unit,
                                            hxp_str language);

/**
 * The source of unit: its variant in language, else one in another region's;
 * the first when language is empty or "*all*". NULL if there is none. It
 * lives as the unit does.
 */
HXP_API const hxp_variant *hxp_unit_source(const hxp_unit *unit,
                                           hxp_str language);

/**
 * Where units go. Concrete sinks begin with this struct. The calls come in
 * this order: begin once, unit any number of times, end once, close always.
 * What a call hands over is borrowed for that call. After a failure only
 * close follows. A filter is a sink that hands on to the next.
 */
typedef struct hxp_unit_sink hxp_unit_sink;
struct hxp_unit_sink {
    hxp_status (*begin)(hxp_unit_sink *sink, const hxp_unit_header *header,
                        hxp_error *error);
    hxp_status (*unit)(hxp_unit_sink *sink, const hxp_unit *unit,
                       hxp_error *error);
    hxp_status (*end)(hxp_unit_sink *sink, hxp_error *error);
    /** Free the sink; unless end succeeded, nothing half done stays. */
    void (*close)(hxp_unit_sink *sink);
};

/* --- Findings ------------------------------------------------------------- */

typedef enum hxp_level { HXP_NOTE = 1, HXP_WARNING, HXP_ERROR } hxp_level;

/** "note", "warning" or "error". Static. */
HXP_API const char *hxp_level_name(hxp_level level);

/** What findings are about: a rule, how grave it is, what to do. */
typedef struct hxp_rule {
    const char *id; /* such as "term.missing" */
    hxp_level level;
    const char *summary; /* one line */
    const char *help;    /* what to do; a sentence or two */
} hxp_rule;

/** Something to tell about a place in a file. */
typedef struct hxp_finding {
    const char *rule; /* such as "term.missing"; static */
    hxp_level level;
    hxp_str file;
    hxp_place place;
    hxp_place end;      /* behind the last character; line 0: not known */
    size_t unit;        /* number of the unit, 0 if none */
    hxp_str tuid, spot; /* of the unit, of its variant; empty if none */
    hxp_str language;
    hxp_str message;         /* one line, no full stop */
    hxp_str source_term;     /* the three of a term; empty if none */
    const hxp_str *expected; /* the terms that would be right */
    size_t expected_count;
    hxp_str found;
    hxp_str context;      /* the text concerned; empty: not given */
    size_t context_start; /* what is marked in it: bytes, end exclusive */
    size_t context_end;
    hxp_str source; /* the text that context translates; empty: not given */
    hxp_str source_language;
    size_t source_start, source_end; /* what is marked in source: the term */
} hxp_finding;

/** Where findings go; order and ownership as with hxp_unit_sink. */
typedef struct hxp_finding_sink hxp_finding_sink;
struct hxp_finding_sink {
    hxp_status (*finding)(hxp_finding_sink *sink, const hxp_finding *finding,
                          hxp_error *error);
    hxp_status (*end)(hxp_finding_sink *sink, hxp_error *error);
    void (*close)(hxp_finding_sink *sink);
};

/* --- Termbases ------------------------------------------------------------ */

typedef enum hxp_term_status {
    HXP_TERM_PREFERRED,
    HXP_TERM_ADMITTED,
    HXP_TERM_DEPRECATED, /* forbidden */
    HXP_TERM_DRAFT       /* not used in checks */
} hxp_term_status;

/** Something that is said of a term or of a concept. */
typedef struct hxp_detail {
    hxp_str type; /* as TBX names it: "definition", "partOfSpeech", "note" */
    hxp_str language; /* of a concept's: what it is about; empty: all of it */
    hxp_str text;
} hxp_detail;

typedef struct hxp_details {
    const hxp_detail *items; /* in the order of the file */
    size_t count;
} hxp_details;

/** A term: a word or words for a concept in one language. */
typedef struct hxp_term {
    hxp_str text;
    hxp_str language;
    hxp_term_status status;
    bool exact;       /* found in these capitals only */
    bool ignored;     /* no check speaks of it, nor expects it */
    const char *file; /* where it stands; NULL: not known */
    hxp_place place;
    hxp_details details; /* "status": the word of one that is not known */
} hxp_term;

/** A concept and its terms in all languages. */
typedef struct hxp_concept {
    hxp_str id;
    const hxp_term *terms;
    size_t term_count;
    bool untranslated; /* a name: every language keeps the source's term */
    bool ignored;      /* no check speaks of it; it still covers shorter ones */
    hxp_details details;
} hxp_concept;

/** The concepts of one or more files. Made by hxp_termbase_new(). */
typedef struct hxp_termbase hxp_termbase;

/** Make an empty termbase; the caller frees it with hxp_termbase_free(). */
HXP_API hxp_status hxp_termbase_new(hxp_termbase **out, hxp_error *error);

/** Add a concept; all it points to is copied. Fails with HXP_ENOMEM only. */
HXP_API hxp_status hxp_termbase_add(hxp_termbase *termbase,
                                    const hxp_concept *concept,
                                    hxp_error *error);

/**
 * Join the concepts from number first on, which came from another file, to
 * those before them with the same id: to one that has terms in other languages
 * only, where either has terms in a single one, or to one that has a term in
 * common. Fails with HXP_ENOMEM only; the concepts are whole then, too.
 */
HXP_API hxp_status hxp_termbase_join(hxp_termbase *termbase, size_t first,
                                     hxp_error *error);

/**
 * Let no check speak of the concepts whose id is name, or that have it as a
 * term, to the byte. Returns how many there are.
 */
HXP_API size_t hxp_termbase_ignore(hxp_termbase *termbase, hxp_str name);

/** The number of concepts. */
HXP_API size_t hxp_termbase_count(const hxp_termbase *termbase);

/** Concept i, from 0; it lives until the next add or the termbase's end. */
HXP_API const hxp_concept *hxp_termbase_concept(const hxp_termbase *termbase,
                                                size_t i);

/** Free the termbase; NULL is allowed. */
HXP_API void hxp_termbase_free(hxp_termbase *termbase);

/* --- Segmentation rules --------------------------------------------------- */

/** A rule of SRX: a place where both patterns fit is a break, or is none. */
typedef struct hxp_srx_rule {
    bool breaks;
    hxp_str before; /* regular expression that ends at the place; empty: any */
    hxp_str after;  /* one that begins there */
    hxp_place place;
    hxp_place before_place; /* line 0: the file has none */
    hxp_place after_place;
} hxp_srx_rule;

/** A named list of rules (SRX languagerule): count of them from first on. */
typedef struct hxp_srx_list {
    hxp_str name;
    size_t first;
    size_t count;
    hxp_place place;
} hxp_srx_list;

/** Which languages take which list (SRX languagemap). */
typedef struct hxp_srx_map {
    hxp_str pattern; /* regular expression for the whole code */
    hxp_str list;    /* its name */
    hxp_place place;
} hxp_srx_map;

/** Segmentation rules, as one SRX file has them. */
typedef struct hxp_srx {
    hxp_str file; /* for messages */
    hxp_str note; /* for people, at the head of the file; may be empty */
    bool cascade; /* a language takes all lists that fit, not the first */
    bool subflows_whole;    /* sub-flows are not divided */
    bool start_stays;       /* at a break, a code that opens stays before it */
    bool end_goes;          /* a code that closes goes behind it */
    bool isolated_stays;    /* a code on its own stays before it */
    bool isolated_is_space; /* Okapi: rules see such a code as a blank */
    bool icu_breaks;        /* Okapi: ICU's sentence breaks come last */
    const hxp_srx_rule *rules;
    size_t rule_count;
    const hxp_srx_list *lists;
    size_t list_count;
    const hxp_srx_map *maps; /* in order: the first that fits counts */
    size_t map_count;
} hxp_srx;

/**
 * Make segmentation rules without a rule; file is copied. The members that
 * are neither text nor array may be set as they are. The caller frees *out
 * with hxp_srx_free().
 */
HXP_API hxp_status hxp_srx_new(hxp_srx **out, hxp_str file, hxp_error *error);

/* These copy what they are given and fail with HXP_ENOMEM only. */

/** Set the note. */
HXP_API hxp_status hxp_srx_set_note(hxp_srx *srx, hxp_str note,
                                    hxp_error *error);

/** Begin a list; the rules that follow are its. */
HXP_API hxp_status hxp_srx_add_list(hxp_srx *srx, hxp_str name, hxp_place place,
                                    hxp_error *error);

/** Add a rule to the last list; there must be one. */
HXP_API hxp_status hxp_srx_add_rule(hxp_srx *srx, const hxp_srx_rule *rule,
                                    hxp_error *error);

/** Add a map behind the others. */
HXP_API hxp_status hxp_srx_add_map(hxp_srx *srx, const hxp_srx_map *map,
                                   hxp_error *error);

/** The first list of that name, or NULL; it lives until the next is added. */
HXP_API const hxp_srx_list *hxp_srx_list_named(const hxp_srx *srx,
                                               hxp_str name);

/** Free the rules; NULL is allowed. */
HXP_API void hxp_srx_free(hxp_srx *srx);

#ifdef __cplusplus
}
#endif
#endif
