/* office.h - what office documents have in common: parts in a ZIP file, XML
 * in the parts, elements that mean something. */
#ifndef FORMATS_OFFICE_H
#define FORMATS_OFFICE_H

#include "base/archive.h"
#include "formats/documents/blocks.h"
#include "formats/xml/xml.h"

typedef hxp_status hxp_office_start(void *reader, const char **attributes,
                                    hxp_error *error);
typedef hxp_status hxp_office_end(void *reader, hxp_error *error);

/** An element, prefix and all, that means something; others mean nothing. */
typedef struct hxp_office_element {
    const char *name;
    hxp_office_start *start; /* or NULL */
    hxp_office_end *end;     /* or NULL */
} hxp_office_element;

/**
 * What a reader wants of a part. Of what stands there in several ways, for
 * newer and for older programs (mc:AlternateContent), it gets the first that
 * has an element that is something to it.
 */
typedef struct hxp_office_part {
    void *reader;
    const hxp_office_element *elements; /* the last has no name */
    const char *const *skipped; /* elements left out, content and all; the
                                   last is NULL; NULL: none */
    hxp_status (*text)(void *reader, hxp_str text, hxp_error *error);
    bool *skip; /* set by start: leave this element out, too; or NULL */
    const char *const *bare; /* elements that are nothing by themselves, as a
                                run of text; the last is NULL; NULL: none */
} hxp_office_part;

/** True for a ZIP file whose first entry is called name, with what follows. */
bool hxp_office_begins(hxp_str head, hxp_str name);

/** True for a ZIP file of Office, an entry of which begins with folder. */
bool hxp_office_holds(hxp_str head, const char *folder);

/** The value of the attribute of that name, prefix and all, or an empty one. */
hxp_str hxp_office_attribute(const char **attributes, const char *name);

/** The number that the digits of value make, at most 2 to the 24th or so; 0:
 * there are none. */
size_t hxp_office_number(hxp_str value);

/**
 * The name of the entry that target, a relative path, means in folder, which
 * is empty or ends in a slash. "." and ".." are resolved; none leads out of
 * the archive. It lives as arena does; NULL: no memory.
 */
char *hxp_office_path(hxp_arena *arena, hxp_str folder, hxp_str target);

/**
 * Open a document; one that is no ZIP file but an older document, or has a
 * password, is refused with HXP_EINPUT and a message that says so. A part whose
 * path leads out of it is told of. Else as hxp_archive_open(); close *out also
 * after a failure.
 */
hxp_status hxp_office_open(hxp_archive **out, hxp_input *input,
                           const hxp_document_options *options,
                           hxp_error *error);

/** Parse input, which is XML. Fails as XML and part do. */
hxp_status hxp_office_parse_input(hxp_input *input, const hxp_office_part *part,
                                  hxp_error *error);

/** Parse the entry name, if there is one. Fails as XML and part do. */
hxp_status hxp_office_parse(hxp_archive *archive, const char *name,
                            const hxp_office_part *part, hxp_error *error);

/**
 * Put an inline code that tells its name into the open paragraph, if any; type
 * is as TMX calls it, or empty.
 */
hxp_status hxp_office_code(hxp_blocks *blocks, hxp_code_kind kind,
                           const char *name, const char *type,
                           hxp_error *error);

/**
 * Put a line break, whose element is called name, into the open paragraph, if
 * any: a code, unless nothing stands before it, and the break.
 */
hxp_status hxp_office_break(hxp_blocks *blocks, const char *name,
                            hxp_error *error);

/** Put text that stands in an attribute into a paragraph of its own. */
hxp_status hxp_office_value(hxp_blocks *blocks, hxp_str value, hxp_place place,
                            hxp_error *error);

/**
 * Put what a picture, whose element has the attributes, shows in words: its
 * title and its description.
 */
hxp_status hxp_office_picture(hxp_blocks *blocks, const char **attributes,
                              hxp_place place, hxp_error *error);

/** Fail: input is no document of the kind, such as "DOCX". */
hxp_status hxp_office_refuse(const hxp_input *input, const char *kind,
                             hxp_error *error);

#endif
