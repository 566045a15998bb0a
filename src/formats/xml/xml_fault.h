/* xml_fault.h - what expat's errors mean, in words for translators. */
#ifndef FORMATS_XML_FAULT_H
#define FORMATS_XML_FAULT_H

#include <hexapla/base.h>

/** What is known about the place where XML is broken. */
typedef struct hxp_xml_fault {
    int code;             /* enum XML_Error */
    hxp_str before;       /* HXP_XML_BEFORE units up to the fault, or all */
    hxp_str after;        /* and from it on; both as the file has them */
    const char *encoding; /* what the text is read as */
    const char *wide;     /* what it is by its first bytes; NULL: unknown */
    const char *open;     /* the innermost open element; NULL if none */
    bool empty;           /* the input holds nothing but blanks */
} hxp_xml_fault;

enum {
    HXP_XML_MESSAGE = 256,
    HXP_XML_BEFORE = 32, /* they tell what the fault is */
    HXP_XML_HALF = 0xED  /* a byte that begins half a character, a surrogate */
};

/** The sentence about half a character. */
extern const char hxp_xml_half_text[];

/**
 * Write a sentence about fault, valid UTF-8, into message; returns by how many
 * characters of the line it lies before the place where it showed.
 */
size_t hxp_xml_describe(char message[HXP_XML_MESSAGE],
                        const hxp_xml_fault *fault);

/** Write a sentence about the entity name, which nothing defines. */
void hxp_xml_describe_entity(char message[HXP_XML_MESSAGE], hxp_str name);

#endif
