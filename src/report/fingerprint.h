/* fingerprint.h - what a finding is known by when its file changes elsewhere.
 */
#ifndef REPORT_FINGERPRINT_H
#define REPORT_FINGERPRINT_H

#include "base/hash_map.h"

#include <hexapla/model.h>

enum { HXP_FINGERPRINT_SIZE = 48 };

/** The fingerprints met so far; all zero is none. */
typedef struct hxp_fingerprints {
    hxp_hash_map seen; /* how often */
} hxp_fingerprints;

/**
 * Write the fingerprint of finding: of its rule, language and texts, not of
 * its file and place, and how often these were met. False when memory is out.
 */
bool hxp_fingerprint(char text[HXP_FINGERPRINT_SIZE], hxp_fingerprints *prints,
                     const hxp_finding *finding);

void hxp_fingerprints_free(hxp_fingerprints *prints);

#endif
