/* xml_marks.h - where characters stand that UTF-16 writes as two units. */
#ifndef FORMATS_XML_MARKS_H
#define FORMATS_XML_MARKS_H

#include <hexapla/base.h>

/**
 * What is needed to turn a column in characters into one in UTF-16 units:
 * expat counts the former. Begin with all zero but unit and high.
 */
typedef struct hxp_xml_marks {
    struct hxp_xml_mark *items;    /* ordered by index */
    size_t first, count, capacity; /* items before first are done with */
    size_t on_line;                /* supplementary ones before first */
    bool line_open; /* the newest mark is a character, no line end yet */
    size_t seen;    /* bytes looked at so far */
    unsigned unit;  /* bytes of a code unit, 1 or 2; 0: nothing to look for */
    unsigned high;  /* which byte of two is the higher */
    unsigned char previous; /* byte before the next */
    bool half;      /* the last unit was the first half of a character */
    bool torn;      /* one without its second half was met, ... */
    size_t torn_at; /* ... which expat would not notice, at this byte */
} hxp_xml_marks;

/** Look at the next bytes of the file. False when memory is out. */
bool hxp_xml_marks_add(hxp_xml_marks *marks, hxp_str bytes);

/** How many of the newest size bytes stand before half a character. */
size_t hxp_xml_marks_sound(const hxp_xml_marks *marks, size_t size);

/**
 * The characters beyond U+FFFF between the start of the line and byte index
 * of the file. Indexes asked for must not go down.
 */
size_t hxp_xml_marks_before(hxp_xml_marks *marks, size_t index);

void hxp_xml_marks_free(hxp_xml_marks *marks);

#endif
