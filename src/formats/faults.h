/* faults.h - the rules of file formats, and telling where one is broken. */
#ifndef FORMATS_FAULTS_H
#define FORMATS_FAULTS_H

#include "model/tell.h"

/** The rules, in the order of hxp_format_rules(). */
typedef enum hxp_fault {
    HXP_FAULT_BROKEN,
    HXP_FAULT_XML_ENCODING,
    HXP_FAULT_XML_LABEL,
    HXP_FAULT_TMX_VERSION,
    HXP_FAULT_TMX_HEADER,
    HXP_FAULT_TMX_HEADER_ATTRIBUTE,
    HXP_FAULT_TMX_TAG_CASE,
    HXP_FAULT_TMX_ELEMENT,
    HXP_FAULT_TMX_ORDER,
    HXP_FAULT_TMX_TEXT,
    HXP_FAULT_TMX_ATTRIBUTE,
    HXP_FAULT_TMX_NAMESPACE,
    HXP_FAULT_TMX_PREFIX,
    HXP_FAULT_TMX_REQUIRED,
    HXP_FAULT_TMX_NO_MAP,
    HXP_FAULT_TMX_DATE,
    HXP_FAULT_TMX_NUMBER,
    HXP_FAULT_TMX_SEGTYPE,
    HXP_FAULT_TMX_NO_LANGUAGE,
    HXP_FAULT_TMX_LANG,
    HXP_FAULT_TMX_TWO_LANGUAGES,
    HXP_FAULT_TMX_TAG,
    HXP_FAULT_TMX_UNDERSCORE,
    HXP_FAULT_TMX_CODE,
    HXP_FAULT_TMX_SEGMENT,
    HXP_FAULT_TMX_INLINE,
    HXP_FAULT_TMX_PAIR,
    HXP_FAULT_TMX_MATCH,
    HXP_FAULT_TMX_SOURCE,
    HXP_FAULT_TMX_VARIANTS,
    HXP_FAULT_TMX_NO_VARIANTS,
    HXP_FAULT_TMX_DUPLICATE_LANGUAGE,
    HXP_FAULT_TMX_DUPLICATE_ID,
    HXP_FAULT_TMX_EMPTY,
    HXP_FAULT_TMX_SAME,
    HXP_FAULT_TMX_SPACES,
    HXP_FAULT_TMX_HIDDEN,
    HXP_FAULT_TMX_TWICE,
    HXP_FAULT_FIX_ENCODING,
    HXP_FAULT_FIX_CHARACTER,
    HXP_FAULT_FIX_MARKUP,
    HXP_FAULT_FIX_ATTRIBUTE,
    HXP_FAULT_FIX_STRUCTURE,
    HXP_FAULT_FIX_CUT,
    HXP_FAULT_TBX_STATUS,
    HXP_FAULT_TBX_FLAG,
    HXP_FAULT_TBX_NO_LANGUAGE,
    HXP_FAULT_TBX_EMPTY,
    HXP_FAULT_TERM_COLUMN,
    HXP_FAULT_TERM_ROW,
    HXP_FAULT_TERM_ENCODING,
    HXP_FAULT_TERM_NONE,
    HXP_FAULT_SRX_VERSION,
    HXP_FAULT_SRX_ELEMENT,
    HXP_FAULT_SRX_REQUIRED,
    HXP_FAULT_SRX_VALUE,
    HXP_FAULT_SRX_LIST_MISSING,
    HXP_FAULT_SRX_LIST_TWICE,
    HXP_FAULT_SRX_LIST_UNUSED,
    HXP_FAULT_SRX_EMPTY_RULE,
    HXP_FAULT_SRX_LINE_BREAK,
    HXP_FAULT_SRX_RANGE_RULE,
    HXP_FAULT_LINES_EMPTY,
    HXP_FAULT_JSONL_MEMBER,
    HXP_FAULT_PO_HEADER,
    HXP_FAULT_PO_LANGUAGE,
    HXP_FAULT_PO_DUPLICATE,
    HXP_FAULT_PO_PLURALS,
    HXP_FAULT_PO_BREAKS,
    HXP_FAULT_XLIFF_VERSION,
    HXP_FAULT_XLIFF_REQUIRED,
    HXP_FAULT_XLIFF_LANGUAGE,
    HXP_FAULT_XLIFF_ID,
    HXP_FAULT_XLIFF_SOURCE,
    HXP_FAULT_XLIFF_SEGMENT,
    HXP_FAULT_XLIFF_LEFT_OUT,
    HXP_FAULT_LOSS_CHARACTERS,
    HXP_FAULT_LOSS_CODES,
    HXP_FAULT_LOSS_VARIANTS,
    HXP_FAULT_LOSS_REMARKS,
    HXP_FAULT_LOSS_ATTRIBUTES,
    HXP_FAULT_LOSS_LINES,
    HXP_FAULT_LOSS_UNITS,
    HXP_FAULT_LOSS_CONTEXT,
    HXP_FAULT_LOSS_KEYS,
    HXP_FAULT_LOSS_TERMS,
    HXP_FAULT_LOSS_DETAILS,
    HXP_FAULT_COUNT
} hxp_fault;

/** Where faults go and what they have in common; all is borrowed. */
typedef struct hxp_faults {
    hxp_finding_sink *sink; /* NULL: nobody wants to know */
    hxp_str file;
    size_t unit;
    hxp_str tuid;
    hxp_str language;
} hxp_faults;

/** Tell of a fault, at its rule's level; fails as the sink does. */
hxp_status hxp_tell(hxp_faults *faults, hxp_fault rule, hxp_place place,
                    hxp_error *error, const char *format, ...) HXP_PRINTF(5, 6);

/**
 * True for a rule, told of by hxp_tell(), about what translators write, which
 * is no fault of the file: only who asks for all faults wants to hear of it.
 */
bool hxp_fault_is_harmless(const char *rule);

/** Tell of what a format could not hold, unless count is 0; the place is 0. */
hxp_status hxp_tell_loss(hxp_finding_sink *sink, hxp_fault rule, size_t count,
                         hxp_error *error);

#endif
