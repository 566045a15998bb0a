/* tmx_mender.h - TMX that is no XML made well-formed as it is read. */
#ifndef FORMATS_TMX_MENDER_H
#define FORMATS_TMX_MENDER_H

#include "base/array.h"
#include "base/names.h"
#include "base/source.h"
#include "formats/faults.h"
#include "formats/tmx/tmx.h"

#include <hexapla/text.h>

/** An attribute of a tag: bytes of the mender's input from the tag on. */
typedef struct hxp_mend_attribute {
    size_t name, name_end;
    size_t value, value_end;
    bool quoted;
} hxp_mend_attribute;

/** A start tag as it stands in the input. */
typedef struct hxp_mend_tag {
    hxp_str name;
    hxp_tmx_element element; /* by its name in any case */
    hxp_mend_attribute *attributes;
    size_t count, capacity;
    size_t end;  /* bytes of the whole tag */
    bool empty;  /* ends with "/>" */
    bool closed; /* ends with ">" at all */
    bool odd;    /* holds what no tag should */
    bool blanks; /* lacks them between attributes, or ends with "/ >" */
} hxp_mend_tag;

/** A language tag that was none, and what it became; empty: nothing. */
typedef struct hxp_mend_tag_known {
    char tag[HXP_TAG_SIZE], normal[HXP_TAG_SIZE];
} hxp_mend_tag_known;

enum { HXP_MEND_TAGS = 8 };

/** Reads UTF-8 with faults, gives XML; what it repairs it tells. */
typedef struct hxp_tmx_mender {
    hxp_byte_source source;
    hxp_input *input;
    hxp_buffer in;   /* the input ... */
    size_t at;       /* ... from here on is still to be done */
    bool last;       /* and there is no more */
    hxp_buffer out;  /* mended ... */
    size_t out_at;   /* ... from here on not yet handed out */
    hxp_place place; /* of at */
    hxp_faults faults;
    char tuid[128];
    size_t units;       /* begun */
    hxp_buffer open;    /* names of what is open, a NUL behind each */
    size_t depth;       /* how many */
    size_t text_depth;  /* of the open seg, note or prop; 0: none */
    bool seg;           /* the open tuv has one */
    size_t skipping;    /* elements open that are left out */
    hxp_names prefixes; /* of name spaces, declared so far */
    hxp_names entities; /* those the DTD declares */
    hxp_mend_tag tag;   /* for its array */
    hxp_names names;    /* of its attributes, if they are many */
    hxp_buffer value;   /* of an attribute, as hxp_mend_resolve() made it */
    hxp_mend_tag_known tags[HXP_MEND_TAGS]; /* the last ones */
    size_t tag_next;
    bool begun, header, body, ended, closed; /* seen: root, header, body, the
                                                end of body and root */
    bool doctype;                            /* there was one */
    bool outside_told;  /* of text before or behind the root */
    bool finished, cut; /* at the end; within something not complete */
    int *latin;         /* windows-1252 */
    hxp_status status;
    hxp_error *error;
} hxp_tmx_mender;

/**
 * Make an input of what input, UTF-8 that may have faults, gives once mended;
 * *mender is what makes it and lives as *out. Repairs go to repairs.
 */
hxp_status hxp_tmx_mend(hxp_input **out, hxp_tmx_mender **mender,
                        hxp_input *input, hxp_finding_sink *repairs,
                        hxp_error *error);

/* --- What the parts share; a failure is kept in mender->status ------------ */

/** What a piece of text is: how it is escaped. */
typedef enum hxp_mend_kind {
    HXP_MEND_TEXT,
    HXP_MEND_VALUE,
    HXP_MEND_CDATA
} hxp_mend_kind;

/** Tell of a repair at the present place. */
void hxp_mend_tell(hxp_tmx_mender *mender, hxp_fault rule, const char *format,
                   ...) HXP_PRINTF(3, 4);

/** Give bytes out. */
void hxp_mend_put(hxp_tmx_mender *mender, hxp_str bytes);

/** What of the input is read and still to be done. */
hxp_str hxp_mend_rest(const hxp_tmx_mender *mender);

/** True when a line ends with the byte at at of rest: at LF, or at CR that no
 * LF follows. */
static inline bool hxp_mend_ends_line(hxp_str rest, size_t at)
{
    char c = rest.ptr[at];
    return c == '\n' ||
           (c == '\r' && (at + 1 == rest.len || rest.ptr[at + 1] != '\n'));
}

/** Have at least size bytes read, unless there are no more. */
void hxp_mend_need(hxp_tmx_mender *mender, size_t size);

/** Go on behind the next size bytes. */
void hxp_mend_pass(hxp_tmx_mender *mender, size_t size);

/** Bytes read ahead at least, and those that the longest reference takes. */
enum { HXP_MEND_LOOK = 1 << 10, HXP_MEND_REFERENCE = 64 };

/** Pass over size bytes before or behind the root, where only blanks may be. */
void hxp_mend_outside(hxp_tmx_mender *mender, size_t size);

/** The name of the innermost open element; empty if there is none. */
hxp_str hxp_mend_innermost(const hxp_tmx_mender *mender);

/** How deep the innermost open element called name is; 0: it is not open. */
size_t hxp_mend_depth_of(const hxp_tmx_mender *mender, hxp_str name);

/** Note that the element called name is open. */
void hxp_mend_push(hxp_tmx_mender *mender, hxp_str name);

/** Close the innermost open element. */
void hxp_mend_pop(hxp_tmx_mender *mender);

/** Close what is open deeper than depth, for lack of end tags. */
void hxp_mend_close_to(hxp_tmx_mender *mender, size_t depth);

/* tmx_mend_markup.c */

/** Mend what begins with "<" and give it out. */
void hxp_mend_markup(hxp_tmx_mender *mender);

/** Put a seg in if the text ahead, of size bytes, stands in a tuv without. */
void hxp_mend_lone_text(hxp_tmx_mender *mender, size_t size);

/* tmx_mend_skip.c */

/** Pass over size bytes; between elements their line ends are kept. */
void hxp_mend_leave_out(hxp_tmx_mender *mender, size_t size);

/** Leave out a comment. */
void hxp_mend_comment(hxp_tmx_mender *mender);

/** Leave out an instruction or the XML declaration. */
void hxp_mend_instruction(hxp_tmx_mender *mender);

/** Give out what is in CDATA as text. */
void hxp_mend_cdata(hxp_tmx_mender *mender);

/** Keep a DOCTYPE that declares entities; of others nothing is needed. */
void hxp_mend_doctype(hxp_tmx_mender *mender);

/* tmx_mend_text.c */

/** True when XML allows the character c. */
bool hxp_mend_allows(int32_t c);

/** Mend the next size bytes, which are text, and give them out. */
void hxp_mend_text(hxp_tmx_mender *mender, size_t size, hxp_mend_kind kind);

/**
 * Set mender->value to what an XML reader makes of a mended value. False: it
 * refers to an entity of the file's own, or memory is out.
 */
bool hxp_mend_resolve(hxp_tmx_mender *mender, hxp_str value);

/* tmx_mend_prefix.c */

/** Declare the prefixes of the tag ahead that nothing declares. */
void hxp_mend_prefixes(hxp_tmx_mender *mender);

/** True for a name of ASCII alone, as all names of TMX are. */
bool hxp_mend_is_name(hxp_str name);

/* tmx_mend_tag.c */

/** Read the start tag ahead into mender->tag. False: there is no end of it. */
bool hxp_mend_scan(hxp_tmx_mender *mender);

/** Mend that tag, which is called name, and give it out. */
void hxp_mend_tag_out(hxp_tmx_mender *mender, hxp_str name);

#endif
