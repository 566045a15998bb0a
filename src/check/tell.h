/* tell.h - the findings about terms, put into words. */
#ifndef CHECK_TELL_H
#define CHECK_TELL_H

#include "check/family.h"

#include <hexapla/terms.h>

/** Where findings about terms go, and room to make them. */
typedef struct hxp_teller {
    hxp_finding_sink *findings;
    hxp_str *expected; /* the terms that would be right */
    size_t expected_count, expected_room;
    hxp_buffer message;
} hxp_teller;

void hxp_teller_free(hxp_teller *teller);

/**
 * Put the allowed terms of concept in the language of side into
 * teller->expected; there may be none. False when memory is out.
 */
bool hxp_teller_expect(hxp_teller *teller, const hxp_concept *concept,
                       const hxp_check_side *side);

/** A term of the source, and its bytes there. */
typedef struct hxp_said_term {
    const hxp_term *term;
    size_t start;
    size_t end;
} hxp_said_term;

/* Each of these sends one finding about a term that the source has; hit is
 * what stands in side, the target. They fail as the sink does. */

hxp_status hxp_tell_missing(hxp_teller *teller, const hxp_concept *concept,
                            const hxp_said_term *of, const hxp_check_side *side,
                            hxp_error *error);
hxp_status hxp_tell_forbidden(hxp_teller *teller, const hxp_said_term *of,
                              const hxp_check_side *side,
                              const hxp_term_hit *hit, hxp_error *error);
hxp_status hxp_tell_case(hxp_teller *teller, const hxp_said_term *of,
                         const hxp_check_side *side, const hxp_term_hit *hit,
                         hxp_error *error);
hxp_status hxp_tell_accepted(hxp_teller *teller, const hxp_said_term *of,
                             const hxp_check_side *side,
                             const hxp_term_hit *hit, hxp_error *error);

/** The hit is of no term, but of a word for another sense of the source's. */
hxp_status hxp_tell_other_sense(hxp_teller *teller, const hxp_said_term *of,
                                const hxp_check_side *side,
                                const hxp_term_hit *hit, hxp_error *error);
hxp_status hxp_tell_translated(hxp_teller *teller, const hxp_said_term *of,
                               const hxp_check_side *side, hxp_error *error);

/** The hit itself is in side, which is the source. */
hxp_status hxp_tell_forbidden_source(hxp_teller *teller,
                                     const hxp_check_side *side,
                                     const hxp_term_hit *hit, hxp_error *error);

/** The target says a term count times, the source wanted times. */
typedef struct hxp_term_counts {
    size_t wanted;
    size_t count;
} hxp_term_counts;

hxp_status hxp_tell_count(hxp_teller *teller, const hxp_said_term *of,
                          const hxp_check_side *side, hxp_term_counts counts,
                          hxp_error *error);

#endif
