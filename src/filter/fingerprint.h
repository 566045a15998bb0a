/* fingerprint.h - what is the same text, as a hash. */
#ifndef FILTER_FINGERPRINT_H
#define FILTER_FINGERPRINT_H

#include "base/hash.h"

#include <hexapla/model.h>

/** Add the text of content and its codes, with all that they hold. */
void hxp_fingerprint_content(hxp_hasher *hasher, const hxp_content *content);

/** Add a language tag; case does not count. */
void hxp_fingerprint_tag(hxp_hasher *hasher, hxp_str tag);

/** Add language and content of variant. */
void hxp_fingerprint_variant(hxp_hasher *hasher, const hxp_variant *variant);

/** The hash of all variants of unit. */
hxp_hash hxp_fingerprint_unit(const hxp_unit *unit);

#endif
