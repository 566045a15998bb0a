/* xliff.h - what the readers and writers of XLIFF 1.2 and 2 share. */
#ifndef FORMATS_XLIFF_H
#define FORMATS_XLIFF_H

#include "base/array.h"

#include <hexapla/base.h>
#include <hexapla/model.h>

/*
 * What XLIFF has and units have not is kept in properties. An attribute NAME
 * of trans-unit or unit is in "x-xliff-NAME", one of the target in
 * "x-xliff-target-NAME" of the variant; of the file in the header, and these:
 */
#define HXP_XLIFF_PREFIX  "x-xliff-"
#define HXP_XLIFF_TARGET  "x-xliff-target-"
#define HXP_XLIFF_FILE    "x-xliff-file"      /* original */
#define HXP_XLIFF_UNIT    "x-xliff-unit"      /* id of what a segment is of */
#define HXP_XLIFF_SEGMENT "x-xliff-segment"   /* mid, or id of the segment */
#define HXP_XLIFF_GAP     "x-xliff-gap"       /* text before the segment */
#define HXP_XLIFF_KEPT    "x-xliff-translate" /* "no": it stays as it is */
#define HXP_XLIFF_GROUP   "x-xliff-group"     /* ids, with / between them */

/** The original of what was no file before. */
#define HXP_XLIFF_OWN "hexapla"

/** The name space of what SDLXLIFF adds. */
#define HXP_XLIFF_SDL "http://sdl.com/FileTypes/SdlXliff/1.0"

/* Inline codes. One that TMX's attributes can hold becomes what TMX has for
 * it; of any other one its own tag is the native code: <x id="a"/>. */

/** True for an id of ours ("hxp7"): that of something without an id. */
bool hxp_xliff_is_own_id(hxp_str id);

/** True for a number small enough to be the i or x of a code. */
bool hxp_xliff_is_number(hxp_str id);

/** A type of XLIFF's for one of TMX's, in room; known ends with NULL. */
bool hxp_xliff_type(hxp_buffer *room, hxp_str type, const char *const *known);

/** TMX's type for one of XLIFF's; part of type. */
hxp_str hxp_xliff_tmx_type(hxp_str type);

/** Add a tag to buffer: "<name", the attributes, then end (">" or "/>"). */
bool hxp_xliff_add_tag(hxp_buffer *buffer, const char *name,
                       const char **attributes, const char *end);

/**
 * Cut a start tag off text, if it begins with one such as
 * hxp_xliff_add_tag() makes, of an element in names and with attributes that
 * need no name space. *name is its element's, *empty tells of "/>".
 */
bool hxp_xliff_cut_tag(hxp_str *text, hxp_str *tag, hxp_str *name, bool *empty,
                       const char *const *names);

/** The length of an ASCII name of XML, without colons, at the start of text. */
size_t hxp_xliff_name_length(hxp_str text);

extern const char *const hxp_xliff_ctypes[];
extern const char *const hxp_xliff_mtypes[];
extern const char *const hxp_xliff_contexts[];

#endif
